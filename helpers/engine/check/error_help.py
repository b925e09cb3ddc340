"""What the errors of Python and NumPy that beginners meet mean. Which mistake caused them: see `diagnosis`."""

import numpy as np

from helpers.engine.check.error_meanings import MEANINGS

BY_TEXT = (
    'The items of a list have numbers, not names: there is no `{name}["W1"]`. `{name}` is a list with {what}.'
)
INDEXED_BY_TEXT = "The items of a list or tuple have numbers, not names."
PAIRS = "one pair (W, b) for each layer: `for W, b in {name}`"
PAIRS_OF_TWO = "one pair for each layer: `(W1, b1), (W2, b2) = {name}`"
CACHES = "one tuple for each layer"
NO_TEXT = (
    "An activation is an object here, not a text: `{name}.value(Z)` is its value and `{name}.derivative(Z)` its slope. "
    "A comparison with a text is never true."
)


def meaning_of(kind, message, args=None):
    """Return what an error of this type with this message means, or None if there is nothing to add.

    `args` are the arguments of the case, in whose form it is said.
    """
    if "indices must be integers or slices, not str" in message:
        return indexed_by_text(args or {})
    if kind == "UnboundLocalError" and (name := activation_in(args or {})):
        return NO_TEXT.format(name=name)
    return next((meaning for name, part, meaning in MEANINGS if name == kind and part in message), None)


def indexed_by_text(args):
    """Return what it means that a list or tuple is indexed by a text, with the list that the case has."""
    for name, value in args.items():
        if isinstance(value, list) and value and isinstance(value[0], tuple):
            pairs = all(len(item) == 2 and isinstance(item[0], np.ndarray) for item in value)
            what = (PAIRS_OF_TWO if len(value) == 2 else PAIRS).format(name=name) if pairs else CACHES
            return BY_TEXT.format(name=name, what=what)
    return INDEXED_BY_TEXT


def activation_in(args):
    """Return the name of an argument that is an activation, or None."""
    return next(
        (name for name, value in args.items() if ".activations:" in getattr(value, "address", "")), None
    )
