"""A time limit where there are no threads and no timer, as in a browser: Python looks at the clock while it runs.

At every jump back in a loop and at every call of a Python function, `sys.monitoring` calls `look` (Python 3.12 or
newer). Not here: a single call of a compiled function that takes too long, which cannot be stopped.
"""

import contextlib
import sys
import time

from helpers.engine.check.time_limits import TooLate

TOOL = 4  # sys.monitoring has six numbers for tools; this one is not reserved
AGAIN = 0.5  # seconds between two errors: time to leave the function, unless it goes on all the same
ends = []  # when each running limit is over, the outermost first


class Limit:
    """A context that is left by `TooLate` when its seconds are over."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        ends.append(time.monotonic() + self.seconds)

    def __exit__(self, *_):
        ends.pop()


@contextlib.contextmanager
def limits():
    """Yield `Limit`; while the block runs, Python looks at the clock."""
    monitoring = sys.monitoring
    if monitoring.get_tool(TOOL) is not None:  # one block within another
        yield Limit
        return
    events = (monitoring.events.JUMP, monitoring.events.PY_START)
    monitoring.use_tool_id(TOOL, "time limit")
    try:
        for event in events:
            monitoring.register_callback(TOOL, event, look)
        monitoring.set_events(TOOL, sum(events))
        yield Limit
    finally:
        monitoring.set_events(TOOL, 0)
        for event in events:
            monitoring.register_callback(TOOL, event, None)
        monitoring.free_tool_id(TOOL)


def look(*_):
    """Raise `TooLate` if a limit is over, and again after a while if the function does not end."""
    now = time.monotonic()
    for k, end in enumerate(ends):
        if now > end:
            ends[k] = now + AGAIN
            raise TooLate
