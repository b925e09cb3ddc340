// What is wider than the page scrolls, and whoever has no mouse must be able to reach it.
function letKeysScroll() {
  for (const formula of document.querySelectorAll("p > .math > mjx-container, li > .math > mjx-container")) {
    const room = formula.closest("p, li").clientWidth;
    formula.classList.toggle("course-wide", formula.getBoundingClientRect().width > room);
  }
  for (const part of document.querySelectorAll("pre, mjx-container, .bd-article table, .output")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  }
}

// The corner of a table of two directions is empty, and so it is no heading.
function emptyCorners() {
  for (const corner of document.querySelectorAll("th")) {
    if (!corner.textContent.trim()) corner.replaceWith(document.createElement("td"));
  }
}

document.addEventListener("DOMContentLoaded", emptyCorners);
window.addEventListener("load", letKeysScroll);
window.addEventListener("resize", letKeysScroll);
