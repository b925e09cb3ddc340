"""Printing that ends no command: whatever the encoding of a terminal or log file, and if nobody reads it any more."""

import sys
from contextlib import suppress

from helpers.engine.language import translated


def print_in_any_encoding():
    """Let a terminal or log file that is not UTF-8 print "?" for what it cannot show instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(*lines):
    """Print lines in the reader's language; that nobody reads them, or that they cannot be encoded, ends no run."""
    with suppress(OSError, ValueError):
        print(*map(translated, lines), sep="\n", flush=True)
