"""What the errors of Python and NumPy that beginners meet mean. Which mistake caused them: see `diagnosis`."""

# (type of the error, part of its message, what it means)
MEANINGS = (
    (
        "NameError",
        "",
        "A graded function can use its arguments, `np` and earlier exercises. Define the name in it.",
    ),
    (
        "ValueError",
        "truth value of an array",
        "`if`, `while`, `and` and `max` need one True or False, but an array has one for every entry. Use "
        "single entries, or a function of whole arrays: `np.where`, `np.maximum`, `&`.",
    ),
    (
        "IndexError",
        "too many indices",
        "The brackets have more indices than the array has axes. `X[:, i]` drops an axis, `X[:, [i]]` keeps it.",
    ),
    (
        "TypeError",
        "converted to Python scalars",
        "`math` and `float` take a single number. `np.exp`, `np.log` and the like take arrays of any shape.",
    ),
    (
        "ValueError",
        "mismatch in its core dimension",
        "For `@` the inner numbers of the two shapes must agree: (k, n) @ (n, m). Write both shapes down.",
    ),
    (
        "ValueError",
        "not aligned",
        "For `np.dot` the inner numbers of the two shapes must agree: (k, n) and (n, m). Write both shapes down.",
    ),
    (
        "ValueError",
        "could not be broadcast",
        "Write both shapes below each other, aligned on the right: in every place the numbers must be equal, or one 1.",
    ),
    (
        "TypeError",
        "as a data type",
        "Pass the shape as one tuple, in parentheses of its own: `np.zeros((3, 2))`.",
    ),
    (
        "TypeError",
        "unhashable type: 'numpy.ndarray'",
        "Looping over an array with two axes gives its rows, not its numbers: `labels[0]` is the first row.",
    ),
    (
        "ValueError",
        "object too deep",
        "This function needs an array with one axis: `labels[0]`, or `labels.ravel()`.",
    ),
)


def meaning_of(kind, message, args=None):
    """Return what an error of this type with this message means, or None if there is nothing to add."""
    return next((meaning for name, part, meaning in MEANINGS if name == kind and part in message), None)
