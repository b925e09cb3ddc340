"""Play, pause, step and reset for something that goes on step by step, without ever blocking the notebook."""

import asyncio
import time

import ipywidgets

from helpers.engine.language import translated
from helpers.playgrounds.guard import guarded

SLICE, REST = 0.05, 0.02


class Runner(ipywidgets.HBox):
    """Buttons that drive an iterator: `start()` returns a fresh one, `show(item)` is called with its latest item.

    Playing works in slices of a twentieth of a second and of at most `pace` items, shows where it is, and lets the
    notebook go on. It ends with the iterator, after `most` items, at Pause, and when another one is made or plays.
    `on_play(playing)` hears of every start and end, `on_error(problem)` of what went wrong in the iterator, in words.
    """

    now_playing = None

    def __init__(self, start, show, pace=40, most=20_000, on_play=print, on_error=print):
        self.start, self.show, self.pace, self.most = start, show, pace, most
        self.on_play, self.on_error = on_play, on_error
        self.items, self.count, self.task = iter(()), 0, None
        self.play = ipywidgets.Button(description=translated("Play"), tooltip=translated("run until paused"))
        self.step = ipywidgets.Button(description=translated("Step"), tooltip=translated("one step"))
        self.clear = ipywidgets.Button(description=translated("Reset"), tooltip=translated("start over"))
        self.play.on_click(lambda _: self.toggle())
        self.step.on_click(lambda _: self.advance(1))
        self.clear.on_click(lambda _: self.reset())
        self.pause_other()  # it may be the one from the last run of this cell, which no button reaches now
        super().__init__([self.play, self.step, self.clear], layout={"flex_flow": "row wrap"})

    @property
    def playing(self):
        """Whether it goes on by itself."""
        return self.task is not None

    def reset(self):
        """Begin again, paused, and show the first item."""
        self.pause()
        self.items, self.count = iter(self.start()), 0
        self.advance(1)

    def advance(self, pace):
        """Take at most `pace` items and about a slice of time; show the last and return whether to go on."""
        with guarded(self.fail):
            taken = self.take(pace)
            if taken:
                self.show(taken[-1])
            return bool(taken)
        return False

    def fail(self, problem):
        """End for good, and say why: only Reset begins again."""
        self.items = iter(())
        self.on_error(problem)

    def take(self, pace):
        """Return the next items."""
        end, taken = time.perf_counter() + SLICE, []
        while len(taken) < pace and self.count < self.most and (not taken or time.perf_counter() < end):
            try:
                taken.append(next(self.items))
            except StopIteration:
                break
            self.count += 1
        return taken

    def toggle(self):
        """Play, or pause."""
        if self.playing:
            self.pause()
            return
        self.pause_other()
        Runner.now_playing, self.task = self, asyncio.ensure_future(self.go_on())
        self.show_next_action("Pause")

    def pause_other(self):
        """Stop whatever plays elsewhere."""
        if Runner.now_playing is not None:
            Runner.now_playing.pause()

    def pause(self):
        """Stop going on by itself."""
        if self.playing:
            self.task.cancel()
            self.task = None
            self.show_next_action("Play")

    def show_next_action(self, description):
        """Show on the button what it will do; an icon would be read out as part of its name."""
        self.play.description = translated(description)
        self.on_play(self.playing)

    async def go_on(self):
        """Advance slice by slice until there is no more."""
        try:
            while self.advance(self.pace):
                await asyncio.sleep(REST)
        finally:
            if self.task is asyncio.current_task():
                self.task = None
                self.show_next_action("Play")
