"""Measuring: seconds of processor time, this machine's limits, and how functions compare in one run.

Processor time of this process counts, not the clock on the wall: other programs disturb it less. NumPy should use one
thread for that (OPENBLAS_NUM_THREADS=1 before it is imported); `wall_with_threads` asks new processes what threads do.
"""

import os
import subprocess
import sys
from statistics import median
from time import perf_counter, process_time

import numpy as np

# In a browser the processor time of a process stands still at 0.
clock = perf_counter if sys.platform == "emscripten" else process_time


def seconds(function, at_least=0.02):
    """Return the processor seconds of one call, from as many calls in a row as take `at_least` seconds."""
    calls, started = 0, clock()
    while True:
        function()
        calls += 1
        if (taken := clock() - started) >= at_least:
            return taken / calls


def compare(functions, rounds=5, at_least=0.02, summary=median):
    """Return {name: median seconds of one call} of functions = {name: function}, measured in turns.

    `summary` makes one number of the rounds; for a limit it is `min`, the best that was seen.
    """
    for function in functions.values():
        function()
    taken = [{name: seconds(f, at_least) for name, f in functions.items()} for _ in range(rounds)]
    return {name: summary(round_[name] for round_ in taken) for name in functions}


def matmul_limit(dtype=np.float64, n=512):
    """Return the operations a second of a product of two (n, n) matrices into memory that is there: the limit."""
    A, B = np.ones((2, n, n), dtype)
    C = np.empty_like(A)
    return 2 * n**3 / compare({"dot": lambda: np.dot(A, B, out=C)}, summary=min)["dot"]


def bandwidth(n=16_000_000):
    """Return the bytes a second that a sweep over n float64 numbers, too many for the caches, reads and writes."""
    a = np.ones(n)
    return 2 * a.nbytes / compare({"sweep": lambda: np.multiply(a, 0.5, out=a)}, summary=min)["sweep"]


def matrix_products(layer_sizes, m, dtype=np.float64, X=None):
    """Return a function that does all matrix products of one training step, and nothing else: the step's limit.

    X, (n_x, m), are the examples to do it with; ones where none are given.
    """
    jobs = []
    for layer, (n_previous, n) in enumerate(zip(layer_sizes[:-1], layer_sizes[1:], strict=True)):
        W, A = np.ones((n, n_previous), dtype), np.ones((m, n_previous), dtype).T
        A = A if layer or X is None else X
        dZ = np.ones((n, m), dtype)
        jobs += [(W, A, np.empty_like(dZ)), (dZ, A.T, np.empty_like(W))]
        jobs += [(W.T, dZ, np.empty((n_previous, m), dtype))] if layer else []

    def products():
        for one, other, out in jobs:
            np.dot(one, other, out=out)

    return products


WALL = """
import time, numpy as np
A, B = np.ones((2, {n}, {n})); C = np.empty_like(A); taken = []
for _ in range(9):
    started = time.perf_counter(); np.dot(A, B, out=C); taken.append(time.perf_counter() - started)
print(sorted(taken)[2])
"""


def wall_with_threads(threads, n=768):
    """Return the seconds by the clock of one (n, n) product in a new process with `threads` threads."""
    env = {**os.environ, "OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
    command = [sys.executable, "-c", WALL.format(n=n)]
    return float(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
