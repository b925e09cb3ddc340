"""Plain data as text: as a learner would print it, or in one line that leaves out what does not fit."""

import inspect

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.exercise import Named, Seeded

MORE = "…"  # stands for what is left out
ENTRIES, ENTRIES_IN_FULL = 20, 400  # of an array that is not shortened
ITEMS, ITEMS_IN_FULL = 8, 100  # of a list that is not shortened
WIDTH = 84  # characters of a line that holds as much as fits
SHAPES_ONLY = words.WITH_SHAPES.format(text=MORE, shapes="")


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
    opening, closing = {tuple: "()", dict: "{}"}.get(type(container), "[]")
    return f"{opening}{inner}{closing}"


def described(value, full=False):
    """Return an argument of a case as text: a random generator as a call, a function with what it returns."""
    if isinstance(value, Seeded):
        return f"np.random.default_rng({value.seed})"
    text, about = show(value, full=full), about_function(value)
    return f"{text}  ({about})" if about else text


def about_function(value):
    """Return what a function among the arguments returns, from its docstring; "" for another value."""
    made = value.make() if isinstance(value, Named) else None
    about = (inspect.getdoc(made) or "").partition("\n")[0] if inspect.isfunction(made) else ""
    return about.removeprefix("Return ").rstrip(".")


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
    lines = in_brackets(value, [compact(item, room - 2) for item in value], ",\n ")
    return compact(value, room) if SHAPES_ONLY in lines else lines


def compact(value, room=WIDTH, at=()):
    """Return a value in one line of about `room` characters: all of it, else what fits, else its shapes."""
    if isinstance(value, np.ndarray) and value.ndim:
        shape = words.WITH_SHAPE.format(text="", shape=value.shape)
        return entries(value, room - len(shape), at) + shape
    if not isinstance(value, (tuple, list, dict)):
        return show(value)
    whole = in_brackets(value, items_of(value, room, without_shapes))
    if len(whole) <= room and MORE not in whole:
        return whole
    shortened = in_brackets(value, items_of(value, (room - 2) // max(len(value), 1) - 2, compact))
    if len(shortened) <= room and SHAPES_ONLY not in shortened:
        return shortened
    if has_arrays(value):
        shapes = [show(shapes_in(item)).replace("\n", "") for item in value]
        return SHAPES_ONLY + in_brackets(value, fitting(shapes, room - len(SHAPES_ONLY) - 2))
    return in_brackets(value, fitting(items_of(value, room // 2, compact), room - 2))


def without_shapes(value, room):
    """Return a value in one line, arrays without their shapes."""
    if isinstance(value, (tuple, list, dict)):
        return in_brackets(value, items_of(value, room, without_shapes))
    return entries(value, room) if np.ndim(value) else show(value)


def items_of(container, room, as_text):
    """Return the items of a container as texts of about `room` characters, which a function makes."""
    if isinstance(container, dict):
        return [f"{key}: {as_text(item, room - len(str(key)) - 2)}" for key, item in container.items()]
    return [as_text(item, room) for item in container]


def fitting(texts, room):
    """Return as many texts as fit into a line, one at least, and `MORE` for the others."""
    shown, left = texts[:1], room - sum(map(len, texts[:1]))
    for text in texts[1:]:
        left -= len(text) + 2
        if left < 0:
            break
        shown.append(text)
    return shown if len(shown) == len(texts) else [*shown, MORE]


def has_arrays(value):
    """Return whether a value consists of arrays."""
    if isinstance(value, (tuple, list)):
        return bool(value) and all(map(has_arrays, value))
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
    rows = array[first : first + max(room // 3, 1)]
    texts = [entries(row, room - 8, at[1:] if i == 0 else ()) for i, row in enumerate(rows)]
    whole = [text for i, text in enumerate(texts) if i == 0 or MORE not in text]
    shown = fitting(whole, room - 8)
    more = [MORE] * (MORE not in shown and first + len(shown) < len(array))
    return f"[{', '.join([MORE] * bool(first) + shown + more)}]"


def number(value):
    """Return an entry of an array as text: a float with its point, as NumPy prints it."""
    if not isinstance(value, float):
        return str(value)
    text = f"{value + 0.0:.6g}"
    return text if set(text) & set(".en") else f"{text}."
