"""Work counted, not timed: a busy machine takes longer, and counts the same."""

import sys


class Steps:
    """Counts the calls of functions, Python's and built-in ones, in a `with` block."""

    def __enter__(self):
        self.count, self._before = 0, sys.getprofile()
        sys.setprofile(self._note)
        return self

    def _note(self, frame, event, argument):
        if event in ("call", "c_call"):
            self.count += 1

    def __exit__(self, *failure):
        sys.setprofile(self._before)
