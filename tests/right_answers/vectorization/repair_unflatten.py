import numpy as np


def turned_first(X, shape):
    return X.T.reshape((X.shape[1], *shape))


def column_by_column(X, shape):
    return np.array([X[:, i].reshape(shape) for i in range(X.shape[1])])


def stacked(X, shape):
    return np.stack([column.reshape(shape) for column in X.T])


def axis_moved(X, shape):
    return np.moveaxis(X.reshape(*shape, -1), -1, 0)


def written_into(X, shape):
    images = np.empty((X.shape[1], *shape))
    images[...] = np.transpose(X).reshape(images.shape)
    return images
