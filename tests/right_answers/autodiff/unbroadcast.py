"""Right answers written differently."""

import numpy as np


def with_loops(dC, shape):
    while dC.ndim > len(shape):
        dC = dC.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            dC = dC.sum(axis=axis, keepdims=True)
    return dC


def with_reshape(dC, shape):
    longer = (1,) * (dC.ndim - len(shape)) + tuple(shape)
    axes = tuple(axis for axis in range(dC.ndim) if longer[axis] == 1)
    return dC.sum(axis=axes, keepdims=True).reshape(shape)


def only_where_lengths_differ(dC, shape):
    in_front = dC.ndim - len(shape)
    stretched = [in_front + axis for axis, length in enumerate(shape) if dC.shape[in_front + axis] != length]
    summed = np.sum(dC, axis=(*range(in_front), *stretched), keepdims=True)
    return summed.reshape(shape)


def copy_by_copy(dC, shape):
    result = np.zeros(shape)
    result_of_copies = np.broadcast_to(np.arange(result.size).reshape(shape), dC.shape)
    for owner, d in zip(result_of_copies.ravel(), dC.ravel(), strict=True):
        result.flat[owner] += d
    return result


def from_the_last_axis(dC, shape):
    for axis in range(-1, -len(shape) - 1, -1):
        if shape[axis] == 1 and dC.shape[axis] > 1:
            dC = np.add.reduce(dC, axis=axis, keepdims=True)
    return dC.sum(axis=tuple(range(dC.ndim - len(shape))))
