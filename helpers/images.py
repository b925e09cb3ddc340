"""Images as columns of numbers, and columns as images again.

Images come as (m, h, w) or (m, h, w, c): the first axis counts them. Not here: reading files.
"""

import numpy as np


def flatten_images(images):
    """Return X, (h·w·c, m): column i holds all numbers of images[i].

    images is (m, h, w), or (m, h, w, c) with c colors; X is then (h·w, m) or (h·w·c, m).
    A column holds its image in the order of images[i].ravel(): row of pixels after row.
    """
    m = images.shape[0]
    return images.reshape(m, -1).T


def unflatten_images(X, shape):
    """Return the images, (m, *shape), that flatten_images made into X, (h·w·c, m).

    shape is (h, w) or (h, w, c): that of one image.
    """
    return X.T.reshape(-1, *shape)


def standardize(X, reference):
    """Return X, (n_x, m), in units of `reference`, (n_x, k), row by row, without a loop.

    From each row of X subtract the mean of that row of `reference`, then divide by its
    standard deviation. Where the standard deviation is 0, because the row of `reference`
    never changes, subtract but do not divide.
    """
    mean = np.mean(reference, axis=1, keepdims=True)
    deviation = np.std(reference, axis=1, keepdims=True)
    constant = np.ptp(reference, axis=1, keepdims=True) == 0
    return (X - mean) / np.where(constant, 1, deviation)


def column_percentages(A):
    """Return A in percent of its columns: 100 times each entry divided by its column's sum.

    A is (r, c), with a positive sum in each column; the result is (r, c) too. No loop.
    """
    return 100 * A / np.sum(A, axis=0, keepdims=True)
