import numpy as np


def flat(f, theta):
    shape = np.shape(theta)
    start = np.ravel(np.array(theta, dtype=float))
    slopes = []
    for j in range(start.size):
        step = np.zeros(start.size)
        step[j] = 1e-5
        slopes.append((f((start + step).reshape(shape)) - f((start - step).reshape(shape))) / 2e-5)
    return np.array(slopes).reshape(shape)


def wider(f, theta):
    theta = np.array(theta, dtype=float)
    result = np.empty(theta.shape)
    for index, _ in np.ndenumerate(theta):
        nudge = np.zeros(theta.shape)
        nudge[index] = 1e-4
        result[index] = (f(theta + nudge) - f(theta - nudge)) / 2e-4
    return result


def put_back(f, theta):
    theta = np.array(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        kept = theta[index]
        theta[index] = kept + 1e-5
        above = f(theta)
        theta[index] = kept - 1e-5
        below = f(theta)
        theta[index] = kept
        gradient[index] = (above - below) / (2 * 1e-5)
    return gradient


def numbers_apart(f, theta):
    if np.ndim(theta) == 0:
        return (f(theta + 1e-5) - f(theta - 1e-5)) / 2e-5
    return flat(f, theta)


def four_points(f, theta):
    theta = np.asarray(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        unit = np.zeros(theta.shape)
        unit[index] = 1e-3
        inner, outer = f(theta + unit) - f(theta - unit), f(theta + 2 * unit) - f(theta - 2 * unit)
        gradient[index] = (8 * inner - outer) / 12e-3
    return gradient
