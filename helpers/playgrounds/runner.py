"""Play, pause, step and reset for something that goes on step by step, without ever blocking the notebook."""

import asyncio
import time

import ipywidgets

SLICE = 0.05


class Runner(ipywidgets.HBox):
    """Buttons that drive an iterator: `start()` returns a fresh one, `show(item)` is called with its latest item.

    Playing works in slices of a twentieth of a second, then shows where it is and lets the notebook go on.
    It ends with the iterator, at `most` items, or at Pause.
    """

    def __init__(self, start, show, most=100_000):
        self.start, self.show, self.most = start, show, most
        self.items, self.count, self.task = None, 0, None
        self.play = ipywidgets.Button(description="Play", tooltip="go on until paused")
        self.step = ipywidgets.Button(description="Step", tooltip="one step")
        self.clear = ipywidgets.Button(description="Reset", tooltip="begin again")
        self.play.on_click(lambda _: self.toggle())
        self.step.on_click(lambda _: self.advance(0))
        self.clear.on_click(lambda _: self.reset())
        super().__init__([self.play, self.step, self.clear])
        self.reset()

    @property
    def playing(self):
        """Whether it goes on by itself."""
        return self.task is not None

    def reset(self):
        """Begin again, paused, and show the first item."""
        self.pause()
        self.items, self.count = iter(self.start()), 0
        self.advance(0)

    def advance(self, seconds):
        """Take one item, or as many as fit into some seconds; show the last and return whether there is more."""
        end, item, nothing = time.perf_counter() + seconds, None, object()
        while self.count < self.most:
            taken = next(self.items, nothing)
            if taken is nothing:
                break
            item, self.count = taken, self.count + 1
            if time.perf_counter() >= end:
                break
        if item is not None:
            self.show(item)
        return item is not None

    def toggle(self):
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play.description = "Pause"
            self.task = asyncio.ensure_future(self.go_on())

    def pause(self):
        """Stop going on by itself."""
        if self.task is not None:
            self.task.cancel()
        self.task = None
        self.play.description = "Play"

    async def go_on(self):
        """Advance slice by slice until there is no more."""
        while self.advance(SLICE):
            await asyncio.sleep(0.02)
        self.task = None
        self.play.description = "Play"
