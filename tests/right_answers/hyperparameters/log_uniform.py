"""Right answers to `log_uniform`, written differently."""

import numpy as np


def natural_logarithm(low, high, n, rng):
    return np.exp(rng.uniform(np.log(low), np.log(high), n))


def power_of_the_ratio(low, high, n, rng):
    return low * (high / low) ** rng.random(n)


def loop(low, high, n, rng):
    first, last = np.log10(low), np.log10(high)
    return np.array([10 ** (first + (last - first) * rng.random()) for _ in range(n)])


def downwards(low, high, n, rng):
    return np.power(10.0, rng.uniform(np.log10(low), np.log10(high), size=n))[::-1]


def a_list(low, high, n, rng):
    return [float(2 ** rng.uniform(np.log2(low), np.log2(high))) for _ in range(n)]


def geometric(low, high, n, rng):
    u = rng.random(n)
    return low ** (1 - u) * high**u


def sorted_single_precision(low, high, n, rng):
    return np.sort(low * np.exp(np.log(high / low) * rng.random(n))).astype(np.float32)


def from_a_child(low, high, n, rng):
    (child,) = rng.spawn(1)
    return np.exp(child.uniform(np.log(low), np.log(high), n))
