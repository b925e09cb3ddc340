"""What was found out about an answer, as sentences."""

from dataclasses import dataclass

import numpy as np

from helpers.engine.check.compare import where_different
from helpers.engine.check.locate.experiments import leaves
from helpers.engine.check.locate.words import ALSO, ALSO_THERE, CHANGES, CONFIRMED, FACTS, OF_A_NUMBER, WHICH
from helpers.engine.check.shown import WIDTH, indented, within

ORDER = (
    "arguments reordered",
    "right value",
    "right part",
    "all there",
    "not all returned",
    "other order",
    "own numbers",
    "tuple asserted",
    "nothing",
    "single draw",
    "random",
    "kept between calls",
    *CHANGES,
    "constant",
    "never used",
    "never used together",
    "same numbers",
    "ignored",
    "exchanged",
    "one fewer",
    "one more in all",
    "another sign",
    "outside data",
    "changed",
    "changed too",
    "not kept",
    "place",
    "place in shape",
    "place of a name",
    "place of a name in shape",
    "place or before",
    "place or before in shape",
    "not finite",
    "over rows",
    "not used",
    "only the first",
    "first difference",
    "first difference in shape",
    "first difference after one",
    "first difference after one in shape",
    "first count",
    "names agree so far",
    "one name agrees so far",
    "agrees so far",
    "only where",
)  # the most telling first
MOST_LINES = 2  # of a value in a sentence


@dataclass(frozen=True)
class Finding:
    """One thing that was found out. `complete` is whether everything else was seen to be right; `line` may be None.

    `text` may be followed by `values`, which keep their lines, and by an `end`. `pair` is the note of the case whose
    values these are, the learner's and the right one.
    """

    kind: str
    text: str
    line: int = None
    complete: bool = False
    values: str = ""
    end: str = ""
    pair: tuple = ()

    @property
    def paragraphs(self):
        """The finding as (kind of paragraph, text), for a verdict."""
        return [
            pair for pair in (("text", self.text), ("values", self.values), ("text", self.end)) if pair[1]
        ]

    @property
    def sentence(self):
        """The finding as one text."""
        return "\n".join(text for _, text in self.paragraphs)


def fact(kind, line=None, complete=False, end="", **fields):
    """Return the finding that says a fact; what its template has from the second line on are values."""
    text, _, values = FACTS[kind].partition("\n")
    text = text.format(line=line, **fields)
    if not values:
        text, end = " ".join(filter(None, (text, end))), ""
    pair = tuple(fields.get(key) for key in ("case", "actual", "expected")) if values else ()
    return Finding(kind, text, line, complete, values.format(line=line, **fields), end, pair)


def told(change, confirmed, n, which=None, **more):
    """Return the finding that says what a change is, and what it was seen to do in n cases.

    which: (number from the left, how many there are), where the text of the change stands in its line several times
    """
    fields = {k: short(v) if isinstance(v, str) else v for k, v in change.words.items()}
    sentence = CHANGES[change.kind].format(line=change.line, **fields)
    there = [WHICH.format(text=fields["text"], n=which[0], total=which[1])] if which else []
    there += also(change.line, fields.get("text"), change.others)
    end = CONFIRMED[confirmed].format(n=n, **more)
    complete = confirmed in ("all", "all together")
    return Finding(change.kind, " ".join([sentence, *there, end]), change.line, complete)


def also(line, text, others):
    """Return the sentences that say in which other places, (line, text), the same change is needed."""
    places, here = dict.fromkeys((at, short(same)) for at, same in others), (line, short(text or ""))
    return [
        ALSO_THERE.format(text=same) if (at, same) == here else ALSO.format(line=at, text=same)
        for at, same in places
    ]


def pair_in_words(kind, actual, expected, note):
    """Return (kind of sentence, its fields) for two values that differ."""
    if isinstance(actual, tuple | list) or same_size(actual, expected):
        width = FACTS[kind].rpartition("\n")[2].index("{")  # lines of a value stay below each other
        at = where_different(expected, actual)
        values = {"actual": actual, "expected": expected}
        shown = {key: within(MOST_LINES, value, WIDTH - width, at) for key, value in values.items()}
        if shown["actual"] == shown["expected"]:
            shown = first_entries(values)
        return kind, {"case": note, **{key: indented(text, width) for key, text in shown.items()}}
    return f"{kind} in shape", {"actual": shape_of(actual), "expected": shape_of(expected), "case": note}


def first_entries(values):
    """Return {key: the first entry that differs, with all its digits} of two values whose short texts are the same."""
    pairs = zip(*(leaves(value) for value in values.values()), strict=False)
    pair = next((p for p in pairs if not np.array_equal(*p)), None)
    if pair is None or np.shape(pair[0]) != np.shape(pair[1]):
        return dict.fromkeys(values, "…")
    at = np.flatnonzero(np.ravel(pair[0]) != np.ravel(pair[1]))[0]
    entries = [f"{np.ravel(value)[at]:.12g}" for value in pair]
    one = all(np.size(value) == 1 for value in values.values())
    return dict(zip(values, entries if one else [f"…, {entry}, …" for entry in entries], strict=True))


def same_size(actual, expected):
    """Return whether two values have the same shape; or the same but for axes of length 1, and other numbers."""
    one, other = np.squeeze(actual), np.squeeze(expected)
    same = np.shape(actual) == np.shape(expected)
    return same or one.shape == other.shape and not np.allclose(one, other, equal_nan=True)


def shape_of(value):
    """Return the shape of a value in words."""
    return str(np.shape(value)) if np.shape(value) else OF_A_NUMBER


def short(text, most=60):
    """Return a text in one line, shortened."""
    text = " ".join(str(text).split())
    return text if len(text) <= most else text[: most - 1] + "…"
