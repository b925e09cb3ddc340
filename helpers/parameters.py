"""How many numbers a network of given layer sizes learns."""


def parameter_count(layer_sizes):
    """Return how many parameters a network has: all entries of every W and b together, an
    integer.

    layer_sizes lists the units from the input to the output, e.g. [784, 64, 10].
    Layer l has W of shape (n[l], n[l-1]) and b of shape (n[l], 1); the input has none.
    """
    pairs = zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
    return sum(n * n_previous + n for n, n_previous in pairs)
