"""Grade one notebook, `python -m helpers.engine.grade NOTEBOOK`, or a class, `... class DIR --out DIR`.

Exit status: 0 when every exercise is right (a class: when every submission was graded), 1 when not, 2 when
nothing could be graded, 130 when it was interrupted.
"""

import argparse
import os
import sys
from pathlib import Path

from tqdm import tqdm

from helpers.engine.course import CourseError, course_option, without_course
from helpers.engine.grade.graft import GradingError
from helpers.engine.grade.one_notebook import grade
from helpers.engine.grade.report import as_text, write_reports

OPTIONS = (
    ("cpu", "SECONDS", "CPU time"),
    ("wall", "SECONDS", "time until its last answer"),
    ("cell", "SECONDS", "time for one cell"),
    ("call", "SECONDS", "time for one call of a function"),
    ("memory", "MEGABYTES", "memory"),
    ("processes", "NUMBER", "processes that it may start"),
    ("files", "NUMBER", "open files"),
    ("output", "MEGABYTES", "what a call may print, and an exercise hand in"),
    ("file_size", "MEGABYTES", "the file itself"),
)


def main(argv=None):
    """Grade what the command line names and return the exit status; kernels get one thread: with two, some crawl."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        argv = without_course(argv)
        return grade_a_class(argv[1:]) if argv[:1] == ["class"] else grade_one(argv)
    except (GradingError, CourseError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; what is graded is kept: run the same command again to go on", file=sys.stderr)
        return 130


def grade_one(argv):
    """Grade one notebook."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.grade",
        description=__doc__.splitlines()[0],
        parents=[course_option()],
    )
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
    from helpers.engine.grade.submission import MOST_BYTES
    from helpers.engine.sandbox.supervisor import LIMITS

    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.grade class",
        description="Grade a class.",
        parents=[course_option()],
    )
    add = parser.add_argument
    add("submissions", help="a folder or zip: plain, or as nbgrader, Canvas or Moodle export it")
    add("--out", required=True, help="folder for the gradebook and everything made from it")
    add("--workers", type=at_least(1), help="processes that grade; by default one a processor")
    add("--dask", metavar="SCHEDULER", help="grade on the Dask cluster at this address instead")
    add("--again", action="store_true", help="grade everything again, also what did not change")
    add("--require-sandbox", action="store_true", help="refuse to run where a layer does not hold")
    usual = {**LIMITS, "file_size": MOST_BYTES}
    said = "what meets one loses its exercise and no other; a file that is too large is not graded"
    limits = parser.add_argument_group("limits for one submission", said)
    for name, unit, what in OPTIONS:
        default = int(usual[name]) >> 20 * (unit == "MEGABYTES")
        least = 0 if name == "processes" else 1
        limits.add_argument(
            f"--{name.replace('_', '-')}",
            type=at_least(least),
            metavar=unit,
            help=f"{what}; {default} by default",
        )
    return parser


def at_least(least):
    """Return what reads a whole number from the command line."""

    def number(text):
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"expected a whole number, at least {least}; found {text!r}")
        return int(text)

    return number


def grade_a_class(argv):
    """Grade a folder or zip of submissions in sealed processes."""
    from helpers.engine.grade.results import write_results
    from helpers.engine.sandbox.self_test import layers_in_force

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
    from helpers.engine.grade.class_run import grade_class
    from helpers.engine.grade.executors import Cluster

    values = {name: vars(args)[name] for name, _, _ in OPTIONS if vars(args)[name] is not None}
    megabytes = {name for name, unit, _ in OPTIONS if unit == "MEGABYTES"}
    limits = {name: value << 20 if name in megabytes else value for name, value in values.items()}
    cluster = Cluster(args.dask) if args.dask else None
    workers = cluster.workers if cluster else args.workers
    try:
        grade_class(args.submissions, args.out, workers, limits, executor=cluster, again=args.again)
    finally:
        if cluster:
            cluster.shutdown()


if __name__ == "__main__":
    sys.exit(main())
