def one_assert(w, X, Y):
    n_x, m = X.shape
    assert w.shape == (n_x, 1) and Y.shape == (1, m)
    return m


def with_a_message(w, X, Y):
    assert w.shape == (X.shape[0], 1), f"w is {w.shape}"
    assert Y.shape == (1, X.shape[1]), f"Y is {Y.shape}"
    return Y.shape[1]


def raised(w, X, Y):
    if w.shape != (X.shape[0], 1) or Y.shape != (1, X.shape[1]):
        raise AssertionError("a shape is wrong")
    return X.shape[1]


def axis_by_axis(w, X, Y):
    m = X.shape[1]
    assert w.ndim == 2 and w.shape[0] == X.shape[0] and w.shape[1] == 1
    assert Y.ndim == 2 and Y.shape[0] == 1 and Y.shape[1] == m
    return m


def compared_as_tuples(w, X, Y):
    n_x, m = X.shape
    assert (w.shape, Y.shape) == ((n_x, 1), (1, m))
    return m


def as_lists(w, X, Y):
    n_x, m = X.shape
    assert [*w.shape, *Y.shape] == [n_x, 1, 1, m] and len(w.shape) == 2
    return m
