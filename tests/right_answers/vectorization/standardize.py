import numpy as np


def zero_replaced(X, reference):
    deviation = reference.std(axis=1, keepdims=True)
    deviation[deviation == 0] = 1
    return (X - reference.mean(axis=1, keepdims=True)) / deviation


def row_by_row(X, reference):
    result = np.zeros(X.shape)
    for i in range(X.shape[0]):
        deviation = reference[i].std()
        result[i] = X[i] - reference[i].mean()
        if deviation > 0:
            result[i] /= deviation
    return result


def by_hand(X, reference):
    k = reference.shape[1]
    mean = np.sum(reference, axis=1).reshape(-1, 1) / k
    variance = np.sum((reference - mean) ** 2, axis=1).reshape(-1, 1) / k
    return (X - mean) / np.sqrt(np.where(variance > 0, variance, 1))


def turned(X, reference):
    deviation = reference.T.std(axis=0)
    return ((X.T - reference.T.mean(axis=0)) / (deviation + (deviation == 0))).T


def new_axes(X, reference):
    deviation = np.std(reference, axis=1)[:, None]
    return (X - np.mean(reference, axis=1)[:, None]) / np.where(deviation > 0, deviation, 1.0)


def tiny_floor(X, reference):
    deviation = np.std(reference, 1, keepdims=True)
    return (X - np.mean(reference, 1, keepdims=True)) / np.where(deviation < 1e-12, 1, deviation)
