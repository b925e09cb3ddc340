// What is wider than the page scrolls, and whoever has no mouse must be able to reach it.
function letKeysScroll() {
  for (const part of document.querySelectorAll("pre, mjx-container, .bd-article table, .output")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  }
}

window.addEventListener("load", letKeysScroll);
window.addEventListener("resize", letKeysScroll);
