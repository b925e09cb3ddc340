"""What was found out about an answer, as sentences."""

from dataclasses import dataclass

import numpy as np

from helpers.engine.check.locate.words import CHANGES, CONFIRMED, FACTS
from helpers.engine.check.plain_data import cut, show

ORDER = (
    "right value",
    "right part",
    "all there",
    "own numbers",
    "random",
    *CHANGES,
    "constant",
    "never used",
    "ignored",
    "exchanged",
    "another count",
    "another sign",
    "outside data",
    "changed",
    "place",
    "place in shape",
    "first difference",
    "first difference in shape",
    "agrees so far",
    "only where",
)  # the most telling first
BEFORE = "it must be "
MOST_LINES = 4  # of a value in a sentence


@dataclass(frozen=True)
class Finding:
    """One thing that was found out. `complete` is whether everything else was seen to be right; `line` may be None."""

    kind: str
    sentence: str
    line: int = None
    complete: bool = False


def fact(kind, line=None, complete=False, **words):
    """Return the finding that says a fact."""
    return Finding(kind, FACTS[kind].format(line=line, **words), line, complete)


def told(change, confirmed, n, **more):
    """Return the finding that says what a change is, and what it was seen to do in n cases."""
    words = {k: short(v) if isinstance(v, str) else v for k, v in change.words.items()}
    words["counted"] = "columns" if change.words.get("axis") == 1 else "rows"
    sentence = CHANGES[change.kind].format(line=change.line, **words)
    return Finding(change.kind, with_end(sentence, confirmed, n, **more), change.line, confirmed == "all")


def with_end(sentence, confirmed, n, **more):
    """Return a sentence with what was seen to be right."""
    space = "\n\n" if "\n" in sentence else " "  # values have lines of their own
    return f"{sentence}{space}{CONFIRMED[confirmed].format(n=n, **more)}"


def pair_in_words(kind, actual, expected, note):
    """Return (kind of sentence, its words) for two values that differ."""
    if isinstance(actual, tuple | list) or np.shape(actual) == np.shape(expected):
        values = {"actual": actual, "expected": expected}
        return kind, {"case": note} | {
            key: cut(BEFORE, show(value), MOST_LINES)[len(BEFORE) :] for key, value in values.items()
        }
    return f"{kind} in shape", {"actual": shape_of(actual), "expected": shape_of(expected), "case": note}


def shape_of(value):
    """Return the shape of a value in words."""
    return f"{np.shape(value)}" if np.shape(value) else "that of a number"


def listed(names):
    """Return names as words: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def short(text, most=60):
    """Return a text in one line, shortened."""
    text = " ".join(str(text).split())
    return text if len(text) <= most else text[: most - 1] + "…"
