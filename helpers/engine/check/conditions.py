"""What a learner's function runs under: warnings and what it prints are caught, its time is limited."""

import contextlib
import io
import sys
import warnings

from helpers.engine.check.timeout import deadlines

MOST_PRINTED = 16 << 20  # characters of one call


class Printed(io.StringIO):
    """What one call prints, up to a number of characters."""

    def __init__(self, most):
        super().__init__()
        self.most = self.left = most

    def write(self, text):
        """Take a text; RuntimeError where there are too many."""
        self.left -= len(text)
        if self.left < 0:
            raise RuntimeError(f"more than {self.most:,} characters were printed")
        return super().write(text)

    def text(self):
        """Return all of it; nothing where it was closed."""
        return "" if self.closed else self.getvalue()


class Conditions:
    """A context for one call or many; afterwards warnings, standard output and the system's timer are as before.

    `caught` are the warnings of the last call, `printed` what it printed; `deadline(seconds)` limits its time.
    """

    def __init__(self, most_printed=MOST_PRINTED):
        self.most_printed, self.stack = most_printed, contextlib.ExitStack()

    def __enter__(self):
        enter = self.stack.enter_context
        self.caught = enter(warnings.catch_warnings(record=True))
        enter(contextlib.redirect_stdout(None))
        self.deadline = enter(deadlines())
        return self

    def __exit__(self, *error):
        return self.stack.__exit__(*error)

    def renew(self):
        """Make ready for the next call."""
        self.caught.clear()
        warnings.simplefilter("always")
        sys.stdout = self.printed = Printed(self.most_printed)
