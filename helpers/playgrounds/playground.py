"""Controls over a figure: drawn again when a control moves, with a sentence on what it now shows."""

import asyncio

import ipywidgets
from IPython.display import display

from helpers.playgrounds.guard import guarded
from helpers.playgrounds.picture import Picture
from helpers.playgrounds.stage import Stage

WAIT = 0.01


class Playground(ipywidgets.VBox):
    """Controls, a picture and its sentence.

    `draw(stage, **values)` draws on a `Stage` and returns the sentence. `controls` are ipywidgets by the name of the
    value that they give. However fast a control moves, at most one redraw is pending.
    """

    def __init__(self, draw, figsize=(6, 3.6), layout="constrained", clickable=False, **controls):
        self.draw, self.controls, self.waiting = draw, controls, None
        self.stage = Stage(figsize, layout)
        self.picture = Picture(width=int(figsize[0] * 100), clickable=clickable)
        for control in controls.values():
            control.observe(self.redraw_soon, "value")
            control.style.description_width = "initial"
        self.row = ipywidgets.Box([*controls.values()], layout={"flex_flow": "row wrap"})
        super().__init__([self.row, self.picture])
        self.add_class("course-playground")
        self.redraw()

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
                self.picture.png, self.picture.sentence = png, sentence

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

    def _ipython_display_(self):
        """Show the static picture, which is all that a saved notebook keeps, and then the controls."""
        display(self.picture.without_kernel(), raw=True)
        display({**self._repr_mimebundle_(), "text/plain": ""}, raw=True)
