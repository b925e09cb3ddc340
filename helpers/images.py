"""Images as columns of numbers, and columns as images again.

Images come as (m, h, w) or (m, h, w, c): the first axis counts them. Not here: reading files (`helpers.upload`).
"""

import numpy as np


def flatten_images(images):
    """Return X, (h·w·c, m): column i holds all numbers of images[i], row of pixels after row of pixels.

    images is (m, h, w), or (m, h, w, c) with c colors; then X is (h·w, m) or (h·w·c, m).
    Whatever is done to the shape, every column must come from one image only.
    """
    m = images.shape[0]
    return images.reshape(m, -1).T


def unflatten_images(X, shape):
    """Return the images, (m, *shape), whose numbers are the columns of X, (h·w·c, m): undo `flatten_images`."""
    return X.T.reshape(-1, *shape)


def standardize(X, reference):
    """Return X, (n_x, m), in units of `reference`, (n_x, k), row by row, without a loop.

    From each row of X subtract the mean of that row of `reference`, then divide by its standard deviation.
    A row of `reference` that never changes has standard deviation 0: shift it, but do not divide it.
    """
    mean = np.mean(reference, axis=1, keepdims=True)
    deviation = np.std(reference, axis=1, keepdims=True)
    constant = np.ptp(reference, axis=1, keepdims=True) == 0
    return (X - mean) / np.where(constant, 1, deviation)


def column_percentages(A):
    """Return 100 times each entry of A divided by the sum of its column: every column then adds up to 100.

    A is (r, c), with a positive sum in each column; the result is (r, c) too. No loop.
    """
    return 100 * A / np.sum(A, axis=0, keepdims=True)
