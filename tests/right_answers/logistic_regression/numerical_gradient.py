import numpy as np


def flat(f, theta, nudge=1e-5):
    shape = np.shape(theta)
    start = np.ravel(np.array(theta, dtype=float))
    slopes = []
    for j in range(start.size):
        step = np.zeros(start.size)
        step[j] = nudge
        slopes.append((f((start + step).reshape(shape)) - f((start - step).reshape(shape))) / (2 * nudge))
    return np.array(slopes).reshape(shape)


def one_nudged_array(f, theta, nudge=1e-5):
    theta = np.array(theta, dtype=float)
    result = np.empty(theta.shape)
    for index, _ in np.ndenumerate(theta):
        step = np.zeros(theta.shape)
        step[index] = nudge
        result[index] = (f(theta + step) - f(theta - step)) / nudge / 2
    return result


def put_back(f, theta, nudge=1e-5):
    theta = np.array(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        kept = theta[index]
        theta[index] = kept + nudge
        above = f(theta)
        theta[index] = kept - nudge
        below = f(theta)
        theta[index] = kept
        gradient[index] = (above - below) / (2 * nudge)
    return gradient


def numbers_apart(f, theta, nudge=1e-5):
    if np.ndim(theta) == 0:
        return (f(theta + nudge) - f(theta - nudge)) / (2 * nudge)
    return flat(f, theta, nudge)


def mean_of_both_sides(f, theta, nudge=1e-5):
    theta = np.asarray(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        unit = np.zeros(theta.shape)
        unit[index] = nudge
        gradient[index] = 0.5 * ((f(theta + unit) - f(theta)) / nudge + (f(theta) - f(theta - unit)) / nudge)
    return gradient
