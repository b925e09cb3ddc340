"""A playground that trains: play, pause, step and reset below its controls."""

from helpers.playgrounds.playground import Playground
from helpers.playgrounds.runner import Runner


class RunningPlayground(Playground):
    """Controls, the buttons of a `Runner`, a picture and its sentence.

    A subclass has `steps()`, which yields the states of a training; `show_step(state)`, which ends in a redraw; and
    `draw_state(stage, **values)`, which draws and returns the sentence. `live_controls` names the controls that may
    change during the training; any other one starts it over.
    """

    live_controls = ()

    def __init__(self, figsize, pace=40, most=20_000, clickable=False, **controls):
        self.stale = True
        self.runner = Runner(self.steps, self.show_step, pace, most, self.note_playing, self.say_error)
        super().__init__(self.draw_state, figsize, clickable=clickable, **controls)
        self.children = [self.row, self.runner, self.picture]

    def redraw_soon(self, change=None):
        """Draw soon; begin again then, if this control asks for it."""
        if change is not None and change["owner"] not in [self.controls[name] for name in self.live_controls]:
            self.stale = True
            self.runner.pause()
        super().redraw_soon(change)

    def redraw(self, *_):
        """Draw now; first go back to the beginning where the state no longer belongs to the controls."""
        if self.stale:
            self.stale = False
            self.runner.reset()  # which shows its first state, and so draws
        else:
            super().redraw()

    def say_error(self, problem):
        """Say what went wrong; whatever moves next begins again."""
        self.runner.pause()
        self.stale = True
        super().say_error(problem)

    def note_playing(self, playing):
        """Spare screen readers the sentence while it changes many times a second."""
        self.picture.playing = playing
