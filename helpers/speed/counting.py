"""How many floating-point operations a training step has, and how many numbers its matrices move.

Only the matrix products count: everything else is one or two operations an entry, less than a percent here.
"""


def flops(layer_sizes, m):
    """Return the floating-point operations of all matrix products in one training step.

    layer_sizes lists the units from the input to the output; m is the number of examples. The
    result is an integer. A product of (p, q) and (q, r) has 2 p q r operations: p r sums of q
    products. Each layer has three products, W A, dZ Aᵀ and Wᵀ dZ, all of the same count; the
    first layer has only two, since nobody needs dA[0].
    """
    pairs = zip(layer_sizes[:-1], layer_sizes[1:], strict=True)
    counts = [2 * n_previous * n * m for n_previous, n in pairs]
    return 3 * sum(counts) - counts[0]


def moved(layer_sizes, m, bytes_each=8):
    """Return the bytes that the matrix products of one step read and write, each operand counted once a product."""
    pairs = zip(layer_sizes[:-1], layer_sizes[1:], strict=True)
    counts = [n * n_previous + n * m + n_previous * m for n_previous, n in pairs]
    return bytes_each * (3 * sum(counts) - counts[0])
