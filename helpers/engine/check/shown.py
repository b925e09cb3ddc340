"""Plain data as text: as a learner would print it, or in one line that leaves out what does not fit."""

import inspect

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.exercise import Named, Seeded

MORE = "…"  # stands for what is left out
ENTRIES, ENTRIES_IN_FULL = 20, 400  # of an array that is not shortened
ITEMS, ITEMS_IN_FULL = 8, 100  # of a list that is not shortened
WIDTH = 84  # characters of a line that holds as much as fits


def show(value, width=70, full=False):
    """Return a value as text, arrays with their shape; long ones shortened, or only very long ones if `full`."""
    if isinstance(value, np.ndarray) and value.ndim:
        return words.WITH_SHAPE.format(text=array_text(value, width, full), shape=value.shape)
    if isinstance(value, (np.generic, np.ndarray)):
        return show(value.item())
    if isinstance(value, float):
        return f"{value + 0.0:.8g}"
    if isinstance(value, (tuple, list)):
        long = len(value) > (ITEMS_IN_FULL if full else ITEMS)
        shown = [indented(show(i, width, full), 1) for i in (value[:3] + value[-1:] if long else value)]
        shown[3:3] = [words.LEFT_OUT.format(n=len(value) - 4)] if long else []
        short = sum(map(len, shown)) < width and not any("\n" in text for text in shown)
        return in_brackets(value, shown, ", " if short else ",\n ")
    if isinstance(value, dict):
        return "\n".join(
            f"{key}: {indented(show(item, width, full), len(str(key)) + 2)}" for key, item in value.items()
        )
    return value.address.partition(":")[2] if isinstance(value, Named) else repr(value)


def array_text(array, width, full):
    """Return the entries of an array as NumPy prints them, without empty lines between tables."""
    array = array + 0.0 if array.dtype.kind == "f" else array  # turns "-0." into "0."
    most = ENTRIES_IN_FULL if full else ENTRIES
    text = np.array2string(
        array, precision=6, threshold=most, edgeitems=2, max_line_width=width, separator=", "
    )
    return "\n".join(line for line in text.splitlines() if line.strip())


def in_brackets(container, texts, separator=", "):
    """Return the texts of a container's items in the brackets of its kind."""
    inner = separator.join(texts) + ("," if isinstance(container, tuple) and len(texts) == 1 else "")
    return f"({inner})" if isinstance(container, tuple) else f"[{inner}]"


def described(value, full=False):
    """Return an argument of a case as text: a random generator as a call, a function with what it returns."""
    if isinstance(value, Seeded):
        return f"np.random.default_rng({value.seed})"
    text = show(value, full=full)
    if not isinstance(value, Named):
        return text
    made = value.make()
    about = (inspect.getdoc(made) or "").splitlines()[:1] if inspect.isfunction(made) else []
    return f"{text}  ({about[0].removeprefix('Return ').rstrip('.')})" if about else text


def indented(text, n):
    """Return text with every line after the first indented by n spaces."""
    return text.replace("\n", "\n" + " " * n)


def within(most, value, room=WIDTH, at=()):
    """Return a value as text of at most `most` lines of `room` characters: in full if it fits, else shortened.

    Of an array, the entry at the index `at` is among those that are left.
    """
    text = show(value)
    if text.count("\n") < most:
        return text
    if most == 1 or not isinstance(value, (tuple, list, dict)) or not 1 < len(value) <= most:
        return compact(value, room, at)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {compact(item, room - len(str(key)) - 2)}" for key, item in value.items())
    return in_brackets(value, [compact(item, room - 2) for item in value], ",\n ")


def compact(value, room=WIDTH, at=()):
    """Return a value in one line of about `room` characters: all of it, else what fits, else its shapes."""
    if isinstance(value, np.ndarray) and value.ndim:
        shape = words.WITH_SHAPE.format(text="", shape=value.shape)
        return entries(value, room - len(shape), at) + shape
    if not isinstance(value, (tuple, list, dict)):
        return show(value)
    whole = in_one_line(value, entries, room)
    if len(whole) <= room and MORE not in whole:
        return whole
    share = (room - 2) // len(value) - 2
    shortened = in_one_line(value, compact, share)
    if len(shortened) <= room or not has_arrays(value):
        return shortened
    return words.WITH_SHAPES.format(text=MORE, shapes=show(shapes_in(value)))


def in_one_line(container, as_text, room):
    """Return a container in one line, its arrays made into text of about `room` characters by a function."""
    if isinstance(container, dict):
        texts = [f"{key}: {in_one_line(item, as_text, room)}" for key, item in container.items()]
        return f"{{{', '.join(texts)}}}"
    if isinstance(container, (tuple, list)):
        left_out = len(container) - ITEMS if len(container) > ITEMS else 0
        texts = [in_one_line(item, as_text, room) for item in container[: len(container) - left_out]]
        return in_brackets(container, texts + [words.LEFT_OUT.format(n=left_out)] * bool(left_out))
    return as_text(container, room) if np.ndim(container) else show(container)


def has_arrays(value):
    """Return whether a value consists of arrays."""
    if isinstance(value, (tuple, list)):
        return all(map(has_arrays, value))
    return isinstance(value, np.ndarray) and value.ndim > 0


def shapes_in(value):
    """Return a container with the shapes of its arrays in their places."""
    return value.shape if isinstance(value, np.ndarray) else type(value)(map(shapes_in, value))


def entries(array, room, at=()):
    """Return the entries of an array in one line of about `room` characters: all of them, or some from `at` on."""
    if not array.ndim:
        return number(array.item())
    if array.size <= room // 3:  # an entry takes three characters or more
        text = f"[{', '.join(entries(row, room) for row in array)}]"
        if MORE not in text and len(text) <= room:
            return text
    first = at[0] if at else 0
    texts, left = [MORE] * bool(first), room - 8
    for i in range(first, len(array)):
        text = entries(array[i], left, at[1:] if i == first else ())
        if i > first and (len(text) > left or MORE in text):
            break
        texts, left = [*texts, text], left - len(text) - 2
    shown = len(texts) - bool(first)
    return f"[{', '.join(texts + [MORE] * (first + shown < len(array)))}]"


def number(value):
    """Return an entry of an array as text: a float with its point, as NumPy prints it."""
    if not isinstance(value, float):
        return str(value)
    text = f"{value + 0.0:.6g}"
    return text if set(text) & set(".en") else f"{text}."
