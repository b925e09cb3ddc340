"""`python -m helpers.grading NOTEBOOK` grades one notebook; `python -m helpers.grading class DIR --out DIR` a class.

Exit status: 0 when every exercise is right (a class: when every submission was graded), 1 when not, 2 when
nothing could be graded, 130 when it was interrupted.
"""

import argparse
import os
import sys
from pathlib import Path

from tqdm import tqdm

from helpers.grading.graft import GradingError
from helpers.grading.notebook import grade
from helpers.grading.report import as_text, write_reports

LIMITS = (
    ("cpu", "SECONDS", "of CPU time"),
    ("wall", "SECONDS", "until its last answer"),
    ("cell", "SECONDS", "for one cell"),
    ("call", "SECONDS", "for one call of a function"),
    ("memory", "MEGABYTES", "of memory"),
    ("processes", "NUMBER", "of processes it may start"),
    ("files", "NUMBER", "of open files"),
)


def main(argv=None):
    """Grade what the command line names and return the exit status; kernels get one thread: with two, some crawl."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    argv = sys.argv[1:] if argv is None else argv
    try:
        return grade_a_class(argv[1:]) if argv[:1] == ["class"] else grade_one(argv)
    except (GradingError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; what is graded is kept: run the same command again to go on", file=sys.stderr)
        return 130


def grade_one(argv):
    """Grade one notebook."""
    parser = argparse.ArgumentParser(prog="python -m helpers.grading", description=__doc__.splitlines()[0])
    parser.add_argument("notebook", help="the learner's notebook; it is only read")
    parser.add_argument("--out", default="reports", help="folder for the HTML, JSON and JUnit reports")
    parser.add_argument("--cell-seconds", type=int, default=60, help="longest time for one cell")
    parser.add_argument("--seconds", type=int, default=600, help="longest time for the whole notebook")
    args = parser.parse_args(argv)
    with tqdm(desc="grading", unit="cell", leave=False, delay=1) as bar:
        result = grade(args.notebook, args.cell_seconds, args.seconds, lambda *cells: show(bar, *cells))
    print(as_text(result))
    print(f"\nreport: {write_reports(result, args.out)}")
    return 0 if all(r.right for r in result.results) else 1


def show(bar, done, total):
    """Draw how many cells are done, and with them the time that is left."""
    bar.n, bar.total = done, total
    bar.refresh()


def class_parser():
    """Return the parser of `class`."""
    parser = argparse.ArgumentParser(prog="python -m helpers.grading class", description="Grade a class.")
    add = parser.add_argument
    add("submissions", help="a folder or zip: plain, or as nbgrader, Canvas or Moodle export it")
    add("--out", required=True, help="folder for the gradebook and everything made from it")
    add("--workers", type=int, help="processes that grade; by default one a core")
    add("--dask", metavar="SCHEDULER", help="grade on the Dask cluster at this address instead")
    add("--again", action="store_true", help="grade everything again, also what did not change")
    add("--require-sandbox", action="store_true", help="refuse to run where a layer does not hold")
    for name, unit, what in LIMITS:
        add(f"--{name}", type=int, metavar=unit, help=f"most {unit.lower()} {what}, for one submission")
    return parser


def grade_a_class(argv):
    """Grade a folder or zip of submissions in sealed processes."""
    from helpers.grading.results import write_results
    from helpers.grading.sealed.probe import layers_in_force

    args = class_parser().parse_args(argv)
    layers, missing = layers_in_force()
    facts = [*layers, *(f"NOT IN FORCE: {line}" for line in missing)]
    print("sandbox:", *(f"\n  {line}" for line in facts))
    if missing and args.require_sandbox:
        print("error: --require-sandbox, and not every layer holds here", file=sys.stderr)
        return 2
    run_class(args)
    states = write_results(args.out, facts)
    print(", ".join(f"{n} {state}" for state, n in states.items()) or "no submissions")
    print(f"results: {args.out}")
    if set(states) <= {"graded"}:
        return 0
    print(f"who was not graded, and why: {Path(args.out, 'analysis.html')}")
    return 1


def run_class(args):
    """Grade with what the command line says."""
    from helpers.grading.classroom import grade_class
    from helpers.grading.pools import Cluster

    values = {name: vars(args)[name] for name, _, _ in LIMITS if vars(args)[name] is not None}
    limits = {name: value << 20 if name == "memory" else value for name, value in values.items()}
    cluster = Cluster(args.dask) if args.dask else None
    workers = cluster.workers if cluster else args.workers
    try:
        grade_class(args.submissions, args.out, workers, limits, executor=cluster, again=args.again)
    finally:
        if cluster:
            cluster.shutdown()


if __name__ == "__main__":
    sys.exit(main())
