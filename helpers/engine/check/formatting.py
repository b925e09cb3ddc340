"""Showing values to a learner: short, as they would print them, arrays with their shape."""

import numpy as np


def is_numeric(value):
    """Return whether a plain value is a real number or an array of them."""
    return isinstance(value, (bool, int, float, np.generic, np.ndarray))


def kind(value):
    """Return a few words for the kind of a plain value."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {value.shape}"
    if is_numeric(value):
        return "a number"
    if isinstance(value, (tuple, list, dict)):
        return f"a {type(value).__name__} of {len(value)}"
    if value is ...:
        return "`...`, not answered yet"
    called = "None" if value is None else getattr(value, "kind", type(value).__name__)
    if called.startswith(("array of", "int,")):
        return f"an {called}"
    return called if value is None else f"an object of type {called}"


def show(value, width=70):
    """Return a value as a learner would print it, shortened; arrays with their shape."""
    if isinstance(value, np.ndarray) and value.ndim:
        value = value + 0.0 if value.dtype.kind == "f" else value  # not "-0."
        text = np.array2string(
            value, precision=6, threshold=20, edgeitems=2, max_line_width=width, separator=", "
        )
        return f"{text}  shape {value.shape}"
    if isinstance(value, (np.generic, np.ndarray)):
        return show(value.item())
    if isinstance(value, float):
        return f"{value + 0.0:.8g}"
    if isinstance(value, (tuple, list)):
        shown = [show(item, width).replace("\n", "\n ") for item in value]
        inner = (
            ", ".join(shown)
            if sum(map(len, shown)) < width and "shape" not in str(shown)
            else ",\n ".join(shown)
        )
        inner += "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    if isinstance(value, dict):
        parts = [
            f"{key}: " + show(item, width).replace("\n", "\n" + " " * (len(str(key)) + 2))
            for key, item in value.items()
        ]
        return "\n".join(parts)
    return repr(value)
