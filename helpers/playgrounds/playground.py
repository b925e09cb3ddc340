"""Controls over a figure: drawn again when a control moves, with a sentence on what it now shows."""

import asyncio
import contextlib

import ipywidgets
from IPython.display import display

from helpers.playgrounds.guard import guarded
from helpers.playgrounds.picture import Picture
from helpers.playgrounds.stage import Stage

WAIT = 0.01
KEEP = 1.0  # seconds without a change before the picture goes into the notebook's file


class Playground(ipywidgets.VBox):
    """Controls, a picture and its sentence.

    `draw(stage, **values)` draws on a `Stage` and returns the sentence. `controls` are ipywidgets by the name of the
    value that they give. However fast a control moves, at most one redraw is pending. `narrowest` is that of the stage.
    """

    def __init__(
        self, draw, figsize=(6, 3.6), layout="constrained", clickable=False, narrowest=0.5, **controls
    ):
        self.draw, self.controls, self.waiting = draw, controls, None
        self.kept, self.keeping = None, None
        self.stage = Stage(figsize, layout, narrowest)
        self.picture = Picture(width=self.stage.pixels, clickable=clickable)
        for control in controls.values():
            control.observe(self.redraw_soon, "value")
            control.style.description_width = "initial"
        self.row = ipywidgets.Box([*controls.values()], layout={"flex_flow": "row wrap"})
        super().__init__([self.row, self.picture])
        self.add_class("course-playground")
        self.redraw()
        self.picture.observe(self.sharpen, "density")
        self.picture.observe(self.fit, "room")

    @property
    def values(self):
        """The value of every control by its name."""
        return {name: control.value for name, control in self.controls.items()}

    def redraw(self, *_):
        """Draw now; if one of the learner's functions fails, the sentence says so."""
        self.waiting = None
        with guarded(self.say_error):
            sentence = self.draw(self.stage, **self.values)
            png = self.stage.png()
            with self.picture.hold_sync():
                self.picture.png, self.picture.width, self.picture.sentence = png, self.stage.pixels, sentence
        self.keep_soon()

    def say_error(self, problem):
        """Show what went wrong instead of the sentence, and clear a stage that is only half set up."""
        if self.stage.empty:
            self.stage.clear()
        self.picture.sentence = f"One of your functions raised an error. {problem}"

    def redraw_soon(self, _=None):
        """Draw after the messages that are already on their way have arrived."""
        if self.waiting is not None:
            return
        try:
            self.waiting = asyncio.get_running_loop().call_later(WAIT, self.redraw)
        except RuntimeError:  # no event loop: not in a notebook
            self.redraw()

    def sharpen(self, change):
        """Draw with as many dots as the screen shows."""
        self.stage.sharpen(change["new"])
        self.redraw_soon()

    def fit(self, change):
        """Draw as wide as there is room for, if that is less than usual."""
        before = self.stage.pixels
        self.stage.fit(change["new"])
        if self.stage.pixels != before:
            self.redraw_soon()

    def keep_soon(self):
        """Put the picture into the notebook's file once it has not changed for a while."""
        if self.keeping is not None:
            self.keeping.cancel()
        with contextlib.suppress(RuntimeError):  # no event loop: not in a notebook
            self.keeping = asyncio.get_running_loop().call_later(KEEP, self.keep)

    def keep(self):
        """Put the picture that is shown now into the notebook's file."""
        if self.kept is not None:
            self.kept.update(self.picture.without_kernel(), raw=True)

    def _ipython_display_(self):
        """Show the static picture, which is all that a saved notebook keeps, and then the controls."""
        self.kept = display(self.picture.without_kernel(), raw=True, display_id=True)
        display({**self._repr_mimebundle_(), "text/plain": ""}, raw=True)
