"""A picture in a notebook that has a text for those who cannot see it, and that can be clicked."""

import base64

import anywidget
import traitlets

SCRIPT = """
function render({ model, el }) {
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  const caption = document.createElement("figcaption");
  figure.className = "course-picture";
  figure.style.margin = "0.25rem 0";
  image.style.maxWidth = "100%";
  caption.setAttribute("aria-live", "polite");
  figure.append(image, caption);
  el.append(figure);
  let address = null;
  const show = () => {
    const old = address;
    address = URL.createObjectURL(new Blob([model.get("png")], { type: "image/png" }));
    image.src = address;
    image.width = model.get("width");
    if (old) URL.revokeObjectURL(old);
  };
  const say = () => {
    image.alt = model.get("sentence");
    caption.textContent = model.get("sentence");
  };
  image.addEventListener("click", (event) => {
    if (!model.get("clickable")) return;
    const box = image.getBoundingClientRect();
    const count = model.get("clicked")[2] + 1;
    model.set("clicked", [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, count]);
    model.save_changes();
  });
  model.on("change:png", show);
  model.on("change:sentence", say);
  show();
  say();
  return () => URL.revokeObjectURL(address);
}
export default { render };
"""


class Picture(anywidget.AnyWidget):
    """A PNG with its sentence below, which is its alternative text too.

    `clicked` is [x, y, count]: where it was clicked last, as fractions from the top left, and how often.
    """

    _esm = SCRIPT
    png = traitlets.Bytes(b"").tag(sync=True)
    width = traitlets.Int(600).tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    clickable = traitlets.Bool(False).tag(sync=True)
    clicked = traitlets.List([0.0, 0.0, 0]).tag(sync=True)

    def static_bundle(self):
        """Return the picture and its sentence for places without a kernel."""
        return {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.sentence}
