"""Controls over a figure: one figure, drawn again when a control moves, with a sentence on what it now shows."""

import asyncio
import io

import ipywidgets
import matplotlib.pyplot as plt

from helpers.playgrounds.picture import Picture

WAIT = 0.02


class Playground(ipywidgets.VBox):
    """Controls, a picture and its sentence.

    `draw(figure, **values)` draws into an empty figure, or changes what it drew before, and returns the sentence.
    `controls` are ipywidgets by the name of the value that they give; they keep their descriptions.
    However fast a control moves, at most one drawing waits.
    """

    def __init__(self, draw, figsize=(6, 3.6), **controls):
        self.draw, self.controls, self.waiting = draw, controls, None
        self.figure = plt.figure(figsize=figsize, dpi=100)
        plt.close(self.figure)
        self.picture = Picture(width=int(figsize[0] * 100))
        self.redraw()
        for control in controls.values():
            control.observe(self.redraw_soon, "value")
            control.style.description_width = "initial"
        super().__init__(
            [ipywidgets.Box([*controls.values()], layout={"flex_flow": "row wrap"}), self.picture]
        )

    @property
    def values(self):
        """The value of every control by its name."""
        return {name: control.value for name, control in self.controls.items()}

    def redraw(self):
        """Draw now."""
        self.waiting = None
        sentence = self.draw(self.figure, **self.values)
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png")
        self.picture.png, self.picture.sentence = buffer.getvalue(), sentence

    def redraw_soon(self, _=None):
        """Draw once the messages that are on their way have come in."""
        if self.waiting is not None:
            return
        try:
            self.waiting = asyncio.get_running_loop().call_later(WAIT, self.redraw)
        except RuntimeError:
            self.redraw()

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**self.picture.static_bundle(), **data, "text/plain": self.picture.sentence}, metadata
