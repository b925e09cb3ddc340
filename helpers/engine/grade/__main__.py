"""Grade one notebook, `python -m helpers.engine.grade NOTEBOOK`, or a class, `... class DIR --out DIR`.

`... gradescope NOTEBOOK` writes an autograder for Gradescope.

Exit status: 0 if every exercise is right (for a class: if every submission was graded), 1 if not, 2 if nothing could
be graded, 130 after an interrupt.
"""

import argparse
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from tqdm import tqdm

from helpers.engine.course import CourseError, course_option, without_course
from helpers.engine.grade import skip_slow_imports
from helpers.engine.grade.result import GradingError

# Name, unit and meaning of every limit on one submission.
LIMIT_OPTIONS = (
    ("cpu", "SECONDS", "CPU time"),
    ("wall", "SECONDS", "time until its last answer"),
    ("cell", "SECONDS", "time for one cell"),
    ("call", "SECONDS", "time for one call of a function"),
    ("memory", "MEGABYTES", "memory"),
    ("processes", "NUMBER", "processes that it may start"),
    ("files", "NUMBER", "open files"),
    ("output", "MEGABYTES", "output of one call, and the size of one answer"),
    ("file_size", "MEGABYTES", "size of the notebook's file"),
)


def main(argv=None):
    """Grade what the command line names and return the exit status."""
    skip_slow_imports()
    # Limit BLAS to one thread, also in kernels: more threads slow down products of small matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        # A terminal or log file that is not UTF-8 prints "?" for a check mark instead of ending the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        argv = without_course(sys.argv[1:] if argv is None else argv)
        commands = {"class": grade_class_command, "gradescope": gradescope_command}
        if argv[:1] and argv[0] in commands:
            return commands[argv[0]](argv[1:])
        return grade_notebook_command(argv)
    except (GradingError, CourseError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; what is graded is kept: run the same command again to go on", file=sys.stderr)
        return 130


def grade_notebook_command(argv):
    """Grade one notebook."""
    from helpers.engine.grade.one_notebook import grade_notebook
    from helpers.engine.grade.report import as_text, write_reports

    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.grade",
        description="Grade one notebook. To grade a class: python -m helpers.engine.grade class --help",
        parents=[course_option()],
    )
    add = parser.add_argument
    add("notebook", help="the learner's notebook, which is only read")
    add(
        "--out",
        metavar="DIR",
        default="reports",
        help="folder for the HTML, JSON and JUnit reports; reports by default",
    )
    add(
        "--cell-seconds",
        type=int,
        metavar="N",
        default=60,
        help="time limit for one cell in seconds; %(default)s by default",
    )
    add(
        "--seconds",
        type=int,
        metavar="N",
        default=600,
        help="time limit for the notebook in seconds; %(default)s by default",
    )
    args = parser.parse_args(argv)
    with tqdm(desc="grading", unit="cell", leave=False, delay=1) as bar:
        grade = grade_notebook(args.notebook, args.cell_seconds, args.seconds, partial(show_progress, bar))
    page = write_reports(grade, args.out)
    print(as_text(grade), f"\nreport: {page}", sep="\n")
    return 0 if all(result.right for result in grade.results) else 1


def show_progress(bar, done, total):
    """Show how many cells are done, and with that the time left."""
    bar.n, bar.total = done, total
    bar.refresh()


def class_parser():
    """Return the parser of `class`."""
    from helpers.engine.grade.submission import MOST_BYTES
    from helpers.engine.sandbox.supervisor import LIMITS

    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.grade class",
        description="Grade a class. What was graded before and has not changed is not graded again.",
        parents=[course_option()],
    )
    add = parser.add_argument
    add("submissions", help="a folder or zip file: plain, or as nbgrader, Canvas or Moodle export it")
    add("--out", metavar="DIR", required=True, help="folder for the gradebook and everything made from it")
    add(
        "--workers",
        type=at_least(1),
        metavar="NUMBER",
        help="number of grading processes; one per CPU by default",
    )
    add("--dask", metavar="SCHEDULER", help="grade on the Dask cluster at this address instead")
    add("--again", action="store_true", help="grade everything again, even if it has not changed")
    add(
        "--new-inputs",
        action="store_true",
        help="draw new inputs for the checks and grade everything again; partial credit can change",
    )
    add(
        "--only",
        type=notebook_name,
        metavar="NOTEBOOK",
        help="grade only this notebook, such as 04_shallow_network",
    )
    for name, meaning in (
        ("settings", "deadlines, penalty, weights, in TOML"),
        ("roster", "id, name, section of the class, in CSV"),
        ("manual", "points and comments by hand, in CSV"),
    ):
        add(f"--{name}", metavar="FILE", help=f"{meaning}; kept in the results folder and used in later runs")
    add("--without-sandbox", action="store_true", help="grade even if a layer of the sandbox is missing")
    add(
        "--require-sandbox", action="store_true", help=argparse.SUPPRESS
    )  # the default; older commands have it
    defaults = {**LIMITS, "file_size": MOST_BYTES}
    limits = parser.add_argument_group(
        "limits for one submission",
        "Exceeding a limit fails that exercise only; a file that is too large is not graded.",
    )
    for name, unit, meaning in LIMIT_OPTIONS:
        default = int(defaults[name]) >> 20 * (unit == "MEGABYTES")
        limits.add_argument(
            f"--{name.replace('_', '-')}",
            type=at_least(0 if name == "processes" else 1),
            metavar=unit,
            help=f"{meaning}; {default} by default",
        )
    return parser


def at_least(least):
    """Return a function that reads a whole number from the command line."""

    def number(text):
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"expected a whole number, at least {least}; found {text!r}")
        return int(text)

    return number


def notebook_name(text):
    """Return the name of a course notebook from its name, number or path."""
    from helpers.engine.grade.reference import notebook_names

    for name in notebook_names():
        if text in (name, name.partition("_")[0]) or Path(text).stem == name:
            return name
    raise argparse.ArgumentTypeError(
        f"there is no notebook {text!r}; there are: {', '.join(notebook_names())}"
    )


def say(*lines):
    """Print lines; that nobody reads them any more, or that they cannot be encoded, ends no run."""
    with suppress(OSError, ValueError):
        print(*lines, sep="\n", flush=True)


def grade_class_command(argv):
    """Grade a folder or zip of submissions in sealed processes."""
    from helpers.engine.grade.class_reports import write_class_reports
    from helpers.engine.grade.class_settings import keep_settings
    from helpers.engine.sandbox.self_test import consequence, layers_in_force

    args = class_parser().parse_args(argv)
    layers, missing = layers_in_force()
    facts = [*layers, *(f"NOT REFUSED: {line}" for line in missing)]
    say("sandbox:", *(f"  {line}" for line in facts))
    if missing and not args.without_sandbox:
        print(
            f"error: a layer of the sandbox is missing here, so {consequence(missing)}. Grade on another system, or"
            " add --without-sandbox to accept this.",
            file=sys.stderr,
        )
        return 2
    keep_settings(args.out, args.settings, args.roster, args.manual)
    run_class(args)
    states = write_class_reports(args.out, facts)
    say(", ".join(f"{n} {state}" for state, n in states.items()) or "no submissions")
    say(f"results: {args.out}")
    if set(states) <= {"graded"}:
        return 0
    say(f"what was not graded, and why: {Path(args.out, 'analysis.html')}")
    return 1


def gradescope_command(argv):
    """Write the zip file of an autograder."""
    from helpers.engine.grade.gradescope import write_autograder

    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.grade gradescope",
        description="Write the zip file that sets up an autograder on Gradescope. It holds the solutions.",
    )
    parser.add_argument("notebook", type=notebook_name, help="the course notebook, by name or number")
    parser.add_argument("--out", metavar="FILE", default="autograder.zip", help="%(default)s by default")
    args = parser.parse_args(argv)
    write_autograder(args.notebook, args.out)
    say(f"autograder for {args.notebook}: {args.out}")
    return 0


def run_class(args):
    """Grade a class as the command line says."""
    from helpers.engine.grade.class_run import grade_class
    from helpers.engine.grade.executors import ClusterExecutor

    limits = {}
    for name, unit, _ in LIMIT_OPTIONS:
        if (value := vars(args)[name]) is not None:
            limits[name] = value << 20 if unit == "MEGABYTES" else value
    cluster = ClusterExecutor(args.dask) if args.dask else None
    workers = cluster.workers if cluster else args.workers
    if args.new_inputs:
        print(
            "new inputs: everything is graded again, and partial credit can change, also of unchanged notebooks"
        )
    again = {"again": args.again, "new_inputs": args.new_inputs, "only": args.only}
    try:
        grade_class(args.submissions, args.out, workers, limits, executor=cluster, **again)
    finally:
        if cluster:
            cluster.shutdown()


if __name__ == "__main__":
    sys.exit(main())
