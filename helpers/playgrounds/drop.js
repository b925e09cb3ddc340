// A field onto which a file can be dropped; its bytes go to the kernel as one message.

function render({ model, el }) {
  const field = document.createElement("div");
  const mark = (over) => field.classList.toggle("course-drop-over", over);
  field.className = "course-drop";
  field.textContent = model.get("words");
  field.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.stopPropagation();
    mark(true);
  });
  field.addEventListener("dragleave", () => mark(false));
  field.addEventListener("drop", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    mark(false);
    const file = event.dataTransfer.files[0];
    if (file) model.send({}, undefined, [await file.slice(0, model.get("most") + 1).arrayBuffer()]);
  });
  el.append(field);
}

export default { render };
