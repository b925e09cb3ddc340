"""`make bench`: the table, predictions, agreement of losses, and the growth plots (in reports/benchmarks).

Every library is held to one thread before it is imported; the time is the processor's, so waiting does not count.
"""

import os
import sys

ONE = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")}
XLA = {
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    "JAX_PLATFORMS": "cpu",
}
os.environ.update(ONE | XLA)

import argparse  # noqa: E402
import platform  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

from helpers.speed.measuring import bandwidth, matmul_limit  # noqa: E402
from tests.benchmarks import growth  # noqa: E402
from tests.benchmarks.table import agreement, lines, measure, predictions  # noqa: E402
from tests.benchmarks.workloads import WORKLOADS  # noqa: E402

FOLDER = Path("reports") / "benchmarks"


def main(argv=None):
    """Run what was asked for and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="measurements of each peer, taken in turns")
    parser.add_argument("--only", default="", help="workloads whose name contains this")
    parser.add_argument("--quick", action="store_true", help="leave out the longest parts")
    args = parser.parse_args(argv)
    chosen = [w for w in WORKLOADS if args.only in w.name]
    say(heading())
    for workload in chosen:
        say(*lines(workload, measure(workload, args.rounds)))
    say("\nOutputs of all examples")
    for workload in chosen:
        taken = predictions(workload, args.rounds)
        say(f"  {workload.name:26}" + "  ".join(f"{n} {1e6 * s:.0f} us" for n, s in taken.items()))
    say("\nRelative difference of the final loss from the clear helper's, all steps")
    for workload in chosen:
        steps = 100 if args.quick else None
        found = agreement(
            workload,
            ("ours", "folded", "span", "textbook", "PyTorch", "scikit-learn", "JAX loop"),
            steps=steps,
        )
        say(f"  {workload.name:26}" + "  ".join(f"{n} {d:.1e}" for n, d in found.items() if n != "clear"))
    if not args.only:
        FOLDER.mkdir(parents=True, exist_ok=True)
        say(f"\nGrowth, drawn in {FOLDER}", *growth.grow(FOLDER, args.quick))


def heading():
    """Return what the numbers depend on."""
    return (
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}, "
        f"float64, processor time, medians, OPENBLAS_CORETYPE={os.environ.get('OPENBLAS_CORETYPE', 'not set')}, "
        f"threads 1 for all\nproducts {matmul_limit() / 1e9:.1f} billion operations a second, "
        f"memory {bandwidth() / 1e9:.1f} billion bytes a second"
    )


def say(*words):
    """Print lines at once."""
    for line in words:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
