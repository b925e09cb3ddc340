// The picture of a playground: an image, its sentence below, a place to click, and names for the controls around it.

const STEP = 0.04;
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

// Sliders come without an accessible name: give every control the words that stand beside it.
// Notebook 7 takes the arrow keys for itself wherever an element does not carry this attribute, inside a widget, too.
function nameControls(root) {
  for (const box of root.querySelectorAll(".widget-inline-hbox")) {
    const label = box.querySelector(".widget-label");
    const readout = box.querySelector(".widget-readout");
    for (const control of box.querySelectorAll(".noUi-handle, .widget-readout, select, input")) {
      control.dataset.lmSuppressShortcuts = "true";
      if (label) control.setAttribute("aria-label", label.textContent);
      if (readout && control !== readout) control.setAttribute("aria-valuetext", readout.textContent);
    }
    if (readout && readout.isContentEditable) readout.setAttribute("role", "textbox");
  }
}

function watchControls(el) {
  let root = null;
  let frame = 0;
  const watcher = new MutationObserver(() => nameControls(root));
  const begin = () => {
    root = el.closest(".course-playground");
    if (!root) return (frame = requestAnimationFrame(begin));
    nameControls(root);
    watcher.observe(root, { childList: true, characterData: true, subtree: true });
  };
  begin();
  return () => (cancelAnimationFrame(frame), watcher.disconnect());
}

function makeClickable(image, cross, model) {
  const place = [0.5, 0.5];
  const click = (x, y) => {
    model.set("clicked", [x, y, model.get("clicked")[2] + 1]);
    model.save_changes();
  };
  const showCross = (shown) => {
    cross.style.display = shown ? "block" : "none";
    cross.style.left = `${image.offsetLeft + place[0] * image.clientWidth}px`;
    cross.style.top = `${image.offsetTop + place[1] * image.clientHeight}px`;
  };
  image.tabIndex = 0;
  image.setAttribute("role", "button");
  image.setAttribute("aria-label", model.get("click_words"));
  image.style.cursor = "crosshair";
  image.dataset.lmSuppressShortcuts = "true";
  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    click((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  image.addEventListener("focus", () => showCross(image.matches(":focus-visible")));
  image.addEventListener("blur", () => showCross(false));
  image.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") click(...place);
    else if (event.key in MOVES) MOVES[event.key].forEach((by, k) => (place[k] = Math.min(1, Math.max(0, place[k] + by))));
    else return;
    showCross(true);
    event.preventDefault();
    event.stopPropagation();
  });
}

function render({ model, el }) {
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  const cross = document.createElement("span");
  const caption = document.createElement("figcaption");
  figure.className = "course-picture";
  figure.append(image, cross, caption);
  el.append(figure);
  cross.textContent = "+";
  cross.setAttribute("aria-hidden", "true");
  if (model.get("clickable")) {
    makeClickable(image, cross, model);
    caption.id = `course-caption-${Math.random().toString(36).slice(2)}`;
    image.setAttribute("aria-describedby", caption.id);
  }

  let address = null;
  const show = () => {
    const old = address;
    address = URL.createObjectURL(new Blob([model.get("png")], { type: "image/png" }));
    image.src = address;
    image.width = model.get("width");
    image.hidden = model.get("png").byteLength === 0;
    if (old) URL.revokeObjectURL(old);
  };
  const say = () => (image.alt = caption.textContent = model.get("sentence"));
  const listen = () => caption.setAttribute("aria-live", model.get("playing") ? "off" : "polite");
  for (const [name, act] of [["png", show], ["sentence", say], ["playing", listen]]) {
    model.on(`change:${name}`, act);
    act();
  }
  const forget = watchControls(el);
  return () => (forget(), URL.revokeObjectURL(address));
}

export default { render };
