// A button that chooses a file, and a field onto which one can be dropped; its bytes go to the kernel as one message.

function render({ model, el }) {
  const place = document.createElement("div");
  const button = document.createElement("button");
  const input = document.createElement("input");
  const field = document.createElement("div");
  place.className = "course-choose";
  place.append(button, input, field);
  el.append(place);

  // A message of more than 10 MB would end the connection: what is too large is cut off, and the kernel says so.
  const send = async (file) => {
    if (file) model.send({}, undefined, [await file.slice(0, model.get("most") + 1).arrayBuffer()]);
  };
  button.className = "lm-Widget jupyter-widgets jupyter-button widget-button";
  button.textContent = model.get("words");
  button.addEventListener("click", () => input.click());
  input.type = "file";
  input.accept = "image/*";
  input.hidden = true;
  input.addEventListener("change", () => {
    send(input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });

  const mark = (over) => field.classList.toggle("course-drop-over", over);
  field.className = "course-drop";
  field.textContent = model.get("drop_words");
  const take = (event) => (event.preventDefault(), event.stopPropagation());
  field.addEventListener("dragover", (event) => (take(event), mark(true)));
  field.addEventListener("dragleave", () => mark(false));
  field.addEventListener("drop", (event) => {
    take(event);
    mark(false);
    send(event.dataTransfer.files[0]);
  });
}

export default { render };
