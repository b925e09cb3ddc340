"""A picture of the learner's own, chosen with the button or dropped on the field."""

import io
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import expect

UPLOAD = """
from helpers.playgrounds.upload import upload_button
upload_button(lambda images: images.mean() / 255)
"""
DROP = """
(field, [name, bytes]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}
"""


def png(width=60, height=40):
    """Return the bytes of a small picture."""
    buffer = io.BytesIO()
    pixels = np.random.default_rng(0).integers(0, 255, (height, width, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(buffer, "png")
    return buffer.getvalue()


UPLOADS = [
    ("cat.png", png(), "Your model says"),
    ("notes.txt", b"no picture at all", "not a picture that can be read"),
    ("half.png", png(600, 400)[:3000], "damaged or incomplete"),
    ("huge.png", b"\x89PNG" + bytes(20_000_000), "please choose one below 8 MB"),
]


def test_a_picture_is_judged_and_anything_else_gets_a_sentence(opened, small, shot):
    notebook = opened(small("upload", UPLOAD))
    notebook.run_all()
    cell = notebook.show(0)
    for name, content, answer in UPLOADS:
        with notebook.page.expect_file_chooser() as chooser:
            cell.get_by_role("button", name="Choose a picture").click()
        chooser.value.set_files({"name": name, "mimeType": "image/png", "buffer": content})
        expect(cell.get_by_text(answer)).to_be_visible()
        shot(cell, f"upload-{Path(name).stem}")


def test_a_picture_can_be_dropped(opened, small, shot):
    notebook = opened(small("dropped", UPLOAD))
    notebook.run_all()
    cell = notebook.show(0)
    field = cell.get_by_text("or drop one here")
    for name, content, answer in UPLOADS[1::-1]:
        field.evaluate(DROP, [name, [*content]])
        expect(cell.get_by_text(answer)).to_be_visible()
    shot(cell, "upload-dropped")
