"""A picture in a notebook that has alternative text and can be clicked."""

import base64
import html
from pathlib import Path

import anywidget
import traitlets

from helpers.engine.language import translated

HERE = Path(__file__).parent
CLICK_WORDS = "Picture to click: the arrow keys move a cross, Enter clicks there"
AGAIN = "Run this cell again to make it interactive."
# Opened the day after, a notebook has the picture but not the widget below it: hide the front end's "model not found".
NO_ERROR = (
    "<style>.jp-OutputArea-child:has(.course-left) + .jp-OutputArea-child:not(:has(.course-playground)), "
    ".output_area:has(.course-left) + .output_area:not(:has(.course-playground)) { display: none; }</style>"
)


class Picture(anywidget.AnyWidget):
    """A PNG with its sentence below, which is its alternative text too.

    `clicked` is [x, y, count]: where it was clicked last, as fractions from the top left, and how often. With the
    keyboard, the arrows move a cross and Enter clicks. It also gives the controls around it their accessible names.
    While `playing`, screen readers do not announce the changing sentence. `density` is how many dots the screen has for
    a pixel of the page, up to 2, and `room` how many pixels of width there are (0 as long as that is not known). `left`
    names the picture of `without_kernel`, which is hidden beside this one.
    """

    _esm = (HERE / "picture.js").read_text(encoding="utf-8")
    _css = (HERE / "picture.css").read_text(encoding="utf-8")
    png = traitlets.Bytes(b"").tag(sync=True)
    width = traitlets.Int(600).tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    clickable = traitlets.Bool(False).tag(sync=True)
    clicked = traitlets.List([0.0, 0.0, 0]).tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)
    density = traitlets.Float(1.0).tag(sync=True)
    room = traitlets.Int(0).tag(sync=True)
    left = traitlets.Unicode("").tag(sync=True)
    again = traitlets.Unicode().tag(sync=True)

    click_words = traitlets.Unicode().tag(sync=True)

    @traitlets.default("click_words")
    def _words_of_click(self):
        return translated(CLICK_WORDS)

    @traitlets.default("again")
    def _words_after_the_end(self):
        return translated(AGAIN)

    @traitlets.validate("sentence")
    def _in_language(self, proposal):
        return translated(proposal["value"])

    def without_kernel(self):
        """Return the picture and its sentence for a page without a kernel; beside the live picture, they are hidden."""
        self.left = f"course-left-{self.model_id}"
        png, sentence = base64.b64encode(self.png).decode(), html.escape(self.sentence)
        image = f'<img alt="{sentence}" width="{self.width}" src="data:image/png;base64,{png}">'
        caption = f"<figcaption>{sentence}<br>{translated(AGAIN)}</figcaption>"
        page = f'<figure class="course-left {self.left}" style="margin:0">{NO_ERROR}{image}{caption}</figure>'
        return {"text/html": page, "image/png": png, "text/plain": self.sentence}
