"""What Python and NumPy mean by the errors that beginners meet. Not here: which mistake led to them (`diagnosis`)."""

MEANINGS = (
    (
        "NameError",
        "",
        "A graded function uses its arguments, `np` and earlier exercises: define the name in it.",
    ),
    (
        "ValueError",
        "truth value of an array",
        "`if`, `while`, `and` and `max` need one True or False, and here is one for every entry of an array. Take "
        "single entries, or use what works on whole arrays: `np.where`, `np.maximum`, `&`.",
    ),
    (
        "IndexError",
        "too many indices",
        "The array has fewer axes than the brackets have numbers. `X[:, i]` gives up an axis, `X[:, [i]]` keeps it.",
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
        "Write both shapes below each other, aligned on the right: in every place the numbers must agree, or one is 1.",
    ),
    (
        "TypeError",
        "as a data type",
        "The shape goes in as one tuple, in brackets of its own: `np.zeros((3, 2))`.",
    ),
    (
        "TypeError",
        "unhashable type: 'numpy.ndarray'",
        "Going through an array of two axes gives its rows, not its numbers: `labels[0]` is the first row.",
    ),
    (
        "ValueError",
        "object too deep",
        "This function wants an array of one axis: `labels[0]`, or `labels.ravel()`.",
    ),
)


def meaning_of(kind, message):
    """Return the sentence for an error of this kind and message, or None where there is nothing to add."""
    return next((said for name, part, said in MEANINGS if name == kind and part in message), None)
