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

// A saved notebook keeps a picture without controls, above the live one: hide it as long as the live one is there, whatever
// the front end calls its parts. A rule also holds for what the front end draws anew.
function hideLeft(name) {
  if (!name) return () => {};
  const rule = document.createElement("style");
  rule.textContent = `.${name} { display: none !important; }`;
  document.head.append(rule);
  return () => rule.remove();
}

// Controls without their kernel do nothing: hide them, and say what helps. JupyterLab marks widgets as disconnected only at
// a restart; that the kernel has died or was shut down is known from the kernel itself.
function watchKernel(model, el) {
  const kernel = model.widget_manager?.kernel;
  const end = () => el.closest(".course-playground")?.classList.add("course-ended");
  const look = (_, status) => ["dead", "restarting", "autorestarting", "terminating"].includes(status) && end();
  kernel?.statusChanged?.connect(look);
  kernel?.disposed?.connect(end);
  return () => (kernel?.statusChanged?.disconnect(look), kernel?.disposed?.disconnect(end));
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

// A wide picture in a narrow window is drawn anew for the width there is: made smaller, its letters could not be read.
function watchRoom(model, el) {
  let waiting = 0;
  const tell = () => {
    const room = Math.round(el.clientWidth);
    if (room === 0 || room === model.get("room")) return;
    model.set("room", room);
    model.save_changes();
  };
  const watcher = new ResizeObserver(() => (clearTimeout(waiting), (waiting = setTimeout(tell, 200))));
  watcher.observe(el);
  return () => (clearTimeout(waiting), watcher.disconnect());
}

function render({ model, el }) {
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  const cross = document.createElement("span");
  const caption = document.createElement("figcaption");
  figure.className = "course-picture";
  const again = document.createElement("p");
  again.className = "course-again";
  again.textContent = model.get("again");
  figure.append(image, cross, caption, again);
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
  for (const [name, act] of [["png", show], ["width", show], ["sentence", say], ["playing", listen]]) {
    model.on(`change:${name}`, act);
    act();
  }
  // A sharp picture has as many dots as the screen shows.
  model.set("density", Math.min(2, Math.max(1, window.devicePixelRatio || 1)));
  model.save_changes();
  const endings = [watchControls(el), watchKernel(model, el), watchRoom(model, el), hideLeft(model.get("left"))];
  return () => (endings.forEach((end) => end()), URL.revokeObjectURL(address));
}

export default { render };
