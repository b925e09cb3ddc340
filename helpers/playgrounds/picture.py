"""A picture in a notebook that has a text for those who cannot see it, and that can be clicked."""

import base64
import html
from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class Picture(anywidget.AnyWidget):
    """A PNG with its sentence below, which is its alternative text too.

    `clicked` is [x, y, count]: where it was clicked last, as fractions from the top left, and how often. With the
    keyboard: arrows move a cross, Enter clicks. It also gives the controls around it their accessible names.
    While `playing`, a screen reader is spared the changing sentence.
    """

    _esm = (HERE / "picture.js").read_text(encoding="utf-8")
    _css = (HERE / "picture.css").read_text(encoding="utf-8")
    png = traitlets.Bytes(b"").tag(sync=True)
    width = traitlets.Int(600).tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    clickable = traitlets.Bool(False).tag(sync=True)
    clicked = traitlets.List([0.0, 0.0, 0]).tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)

    def left_behind(self):
        """Return the picture and its sentence for places without a kernel; the style sheet hides them elsewhere."""
        png, said = base64.b64encode(self.png).decode(), html.escape(self.sentence)
        image = f'<img alt="{said}" width="{self.width}" src="data:image/png;base64,{png}">'
        caption = f"<figcaption>{said}<br>Run this cell to make it interactive.</figcaption>"
        page = f'<figure class="course-left" style="margin:0">{image}{caption}</figure>'
        return {"text/html": page, "image/png": png, "text/plain": self.sentence}
