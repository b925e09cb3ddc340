"""A button that chooses a file, and a field onto which one can be dropped. Not here: reading it."""

from pathlib import Path

import anywidget
import traitlets

from helpers.engine.language import translated

HERE = Path(__file__).parent
CHOOSE, DROP = "Choose a picture", "or drop one here"


class DropPlace(anywidget.AnyWidget):
    """A button with words, and a field; `take(content)` gets a file's bytes, cut off one byte after `most`."""

    _esm = (HERE / "drop.js").read_text(encoding="utf-8")
    _css = (HERE / "drop.css").read_text(encoding="utf-8")
    words = traitlets.Unicode().tag(sync=True)
    drop_words = traitlets.Unicode().tag(sync=True)
    most = traitlets.Int().tag(sync=True)

    def __init__(self, take, most):
        super().__init__(most=most, words=translated(CHOOSE), drop_words=translated(DROP))
        self.on_msg(lambda _, content, buffers: take(bytes(buffers[0])))
