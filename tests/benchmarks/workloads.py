"""The workloads: random examples of the sizes that the course trains on (the petals for two inputs), one start for all.

Biases start away from 0: with b = 0 a dead column puts z exactly at 0, where libraries choose different slopes of ReLU.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from helpers.datasets import load_planar
from helpers.initialization import scaled
from helpers.speed.training import example_after_example


@dataclass(frozen=True)
class Workload:
    """What to train: layer sizes, examples, rate, the size of a mini-batch, and how many steps in all."""

    name: str
    layer_sizes: tuple
    m: int
    rate: float
    steps: int
    size: int = None
    hidden: str = "relu"
    output: str = "sigmoid"
    measured: int = None  # steps in one measurement; all of them when None

    @property
    def batch(self):
        """Columns in a step."""
        return self.size or self.m

    def short(self):
        """Return the workload with as many steps as one measurement has."""
        return replace(self, steps=min(self.steps, self.measured or self.steps))


WORKLOADS = (
    Workload("(i) logistic 12288 x 209", (12288, 1), 209, 0.001, 2000, measured=100),
    Workload("(ii) 2-4-1 tanh, 400", (2, 4, 1), 400, 1.2, 7000, hidden="tanh", measured=500),
    Workload("(iii) 12288-20-7-5-1, 209", (12288, 20, 7, 5, 1), 209, 0.0075, 2500, measured=10),
    Workload(
        "(iv) 784-256-128-10, 128", (784, 256, 128, 10), 10000, 0.1, 78, 128, output="softmax", measured=30
    ),
    Workload(
        "(iv) 784-256-128-10, 512", (784, 256, 128, 10), 10000, 0.1, 38, 512, output="softmax", measured=10
    ),
    Workload("(iv) 784-256-128-10, all", (784, 256, 128, 10), 10000, 0.1, 4, output="softmax", measured=1),
)


@dataclass(frozen=True)
class Material:
    """The examples, one after the other in memory, their labels, the start, and the columns of each step."""

    X: np.ndarray
    Y: np.ndarray
    start: list
    batches: list


@cache
def material(workload, seed=0):
    """Return the `Material` of a workload, the same for all peers: where it lies in memory makes a difference."""
    rng, sizes = np.random.default_rng(seed), workload.layer_sizes
    X = (rng.random((workload.m, sizes[0])) - 0.5).T
    if sizes[0] == 2:
        X, Y = (
            example_after_example(load_planar("petals").X_train),
            load_planar("petals").Y_train.astype(float),
        )
    elif workload.output == "softmax":
        Y = np.eye(sizes[-1])[rng.integers(0, sizes[-1], workload.m)].T
    else:
        Y = (X[:1] * X[-1:] > np.median(X[0] * X[-1])).astype(float)
    gain = 1 if workload.hidden == "tanh" else 2
    start = [(W, b + 0.05 * rng.normal(size=b.shape)) for W, b in scaled(sizes, rng, gain)]
    return Material(X, Y, start, columns(workload, rng))


def columns(workload, rng):
    """Return the columns of every step, epoch after epoch; None stands for all of them."""
    if workload.size is None:
        return [None] * workload.steps
    found = []
    while len(found) < workload.steps:
        order = rng.permutation(workload.m)
        whole = workload.m // workload.size
        found += np.split(order[: whole * workload.size], whole)
    return found[: workload.steps]
