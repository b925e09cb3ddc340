"""Call the learner's functions while no cell runs, so that no cell can show what they print, raise or warn of.

Not here: what is then shown, and where (`Playground.say_error`).
"""

import contextlib
import io
import traceback
import warnings

import numpy as np

from helpers.engine.check.run import is_cell
from helpers.engine.check.time_limits import TooLate, deadline

TIME_LIMIT = 20  # seconds: a drawing or a step that takes longer would block the notebook


@contextlib.contextmanager
def guarded(on_error):
    """Run a block without output and with a time limit; if it fails, call `on_error` with what went wrong."""
    try:
        with deadline(TIME_LIMIT), np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with contextlib.redirect_stdout(io.StringIO()):
                yield
    except TooLate:
        on_error(f"It was stopped because it took longer than {TIME_LIMIT} seconds.")
    except (Exception, SystemExit) as error:
        on_error(f"{place(error)}{type(error).__name__}: {error}")


def place(error):
    """Return where in a notebook's function an error was raised, in words; "" if it was elsewhere."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if is_cell(f.filename)]
    inside = [f for f in frames if f.name != "<module>"]
    return f"Line {inside[-1].lineno} of {inside[-1].name}: " if inside else ""
