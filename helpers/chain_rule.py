"""The chain rule on two small graphs: a value that is used twice, and a squared error behind a sigmoid.

All values are numbers. Not here: graphs with arrays (`helpers.shallow_network`, `helpers.deep_network`).
"""


def shared_backward(x, y):
    """Return (dx, dy), the slopes of J = v² with u = x + y and v = x · u.

    x is used twice, in u and in v. Go through the graph from right to left. dv is the slope of
    J with respect to v, and so for every name. All values are numbers.
    """
    u = x + y
    v = x * u
    dv = 2 * v
    du = dv * x
    dx = dv * u + du
    dy = du
    return dx, dy


def squared_backward(a, y):
    """Return dz, the slope of the squared error (a − y)² with respect to z, where a = σ(z).

    a is the output, a number between 0 and 1; y is the label, 0 or 1. No formula is given:
    derive it.
    """
    da = 2 * (a - y)
    return da * a * (1 - a)
