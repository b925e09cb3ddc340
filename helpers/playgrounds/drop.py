"""A field onto which a file can be dropped. Not here: reading it, and the button that does the same by keyboard."""

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class DropPlace(anywidget.AnyWidget):
    """A field with words; `take(content)` gets the bytes of a dropped file, cut off one byte after `most`."""

    _esm = (HERE / "drop.js").read_text(encoding="utf-8")
    _css = (HERE / "drop.css").read_text(encoding="utf-8")
    words = traitlets.Unicode("or drop one here").tag(sync=True)
    most = traitlets.Int().tag(sync=True)

    def __init__(self, take, most):
        super().__init__(most=most)
        self.on_msg(lambda _, content, buffers: take(bytes(buffers[0])))
