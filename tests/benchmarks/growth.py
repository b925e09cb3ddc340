"""How a step's time grows with the number of examples, the width and the depth, drawn beside the limit."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.engine.course import course
from helpers.figures.timings import plot_timings
from tests.benchmarks.peers import PEERS
from tests.benchmarks.table import measure
from tests.benchmarks.workloads import Workload

NAMES = ("limit", "ours", "clear", "PyTorch")


def sweeps(quick=False):
    """Return {what grows: (values, workloads)}."""
    examples, widths, depths = [100, 1000, 10_000, 100_000], [16, 64, 256, 1024, 2048], [2, 4, 8, 16, 32, 64]
    if quick:
        examples, widths, depths = examples[:3], widths[:4], depths[:4]
    return {
        "examples": (examples, [workload((64, 32, 16, 1), m) for m in examples]),
        "width": (widths, [workload((64, n, n, 1), 128) for n in widths]),
        "depth": (depths, [workload((64, *[32] * (n - 1), 1), 256) for n in depths]),
    }


def workload(layer_sizes, m):
    """Return a workload of which a measurement takes about a tenth of a second."""
    products = 6 * m * float(np.dot(layer_sizes[1:], layer_sizes[:-1]))
    steps = int(np.clip(1e9 / products, 1, 200))
    return Workload("growth", layer_sizes, m, 0.01, steps)


def drawn(what, values, seconds):
    """Return a figure of the seconds of a step, and of how many times the limit they are."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
    plot_timings(values, seconds, left).set(xlabel=what, ylabel="seconds a step, one thread")
    times = {name: np.divide(taken, seconds["limit"]) for name, taken in seconds.items()}
    plot_timings(values, times, right).set(xlabel=what, ylabel="times the limit")
    right.set_yticks([1, 2, 5, 10], ["1", "2", "5", "10"])
    right.set_ylim(bottom=0.75)  # room for the lowest label
    for ax in (left, right):
        ax.set_xticks(values, [f"{value:,}" for value in values], size=9)
        ax.minorticks_off()
    return figure


def grow(folder, quick=False, rounds=5):
    """Measure all sweeps, draw each into a PNG in the folder, and yield lines that say what came out."""
    for what, (values, workloads) in sweeps(quick).items():
        rows = [measure(w, rounds, {name: PEERS[name] for name in NAMES}) for w in workloads]
        there = [name for name in NAMES if not rows[0][name].missing]
        seconds = {name: [row[name].seconds for row in rows] for name in there}
        with plt.rc_context(fname=course().root / "notebooks" / "matplotlibrc"):
            figure = drawn(what, values, seconds)
            figure.savefig(folder / f"growth_{what}.png", dpi=120)
            plt.close(figure)
        for name in there:
            yield f"  {what:9}{name:9}" + " ".join(
                f"{n}: {1e6 * s:.0f} us" for n, s in zip(values, seconds[name], strict=True)
            )
