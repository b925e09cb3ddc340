"""The command line `python -m helpers.engine.grade class`: grade a folder or zip file of submissions."""

import argparse
import sys
from pathlib import Path

from helpers.engine.build.printing import say
from helpers.engine.course import course_option
from helpers.engine.grade.command_line import Parser, at_least, notebook_name
from helpers.engine.grade.result import GradingError
from helpers.engine.language import translated

# Name, unit and meaning of every limit on one submission.
LIMIT_OPTIONS = (
    ("cpu", "SECONDS", "CPU time"),
    ("wall", "SECONDS", "time until its last answer"),
    ("cell", "SECONDS", "CPU time for one cell"),
    ("call", "SECONDS", "CPU time for one call of a function"),
    ("memory", "MEGABYTES", "memory"),
    ("processes", "NUMBER", "processes that it may start"),
    ("files", "NUMBER", "open files"),
    ("output", "MEGABYTES", "output of one call, and the size of one answer"),
    ("file_size", "MEGABYTES", "size of the notebook's file"),
)


def grade_class_command(argv):
    """Grade a folder or zip of submissions in sealed processes."""
    from helpers.engine.grade.class_reports import write_class_reports
    from helpers.engine.grade.class_settings import keep_settings
    from helpers.engine.grade.overlay import checked_overlay
    from helpers.engine.sandbox.self_test import consequence, layers_in_force

    args = class_parser().parse_args(argv)
    overlay = checked_overlay(args.only)
    layers, missing = layers_in_force()
    facts = [*layers, *(f"NOT REFUSED: {line}" for line in missing)]
    say("sandbox:", *(f"  {line}" for line in facts), *overlay)
    if missing and not args.without_sandbox:
        lacking = (
            f"error: a layer of the sandbox is missing here, so {consequence(missing)}. Grade on another system, or"
            " add --without-sandbox to accept this."
        )
        print(translated(lacking), file=sys.stderr)
        return 2
    keep_settings(args.out, args.settings, args.roster, args.manual)
    run_class(args)
    states = write_class_reports(args.out, [*facts, *overlay])
    say(", ".join(f"{n} {state}" for state, n in states.items()) or "no submissions")
    say(f"results: {args.out}")
    if set(states) <= {"graded"}:
        return 0
    say(f"what was not graded, and why: {Path(args.out, 'analysis.html')}")
    return 1


def run_class(args):
    """Grade a class as the command line says."""
    from helpers.engine.grade.class_run import grade_class
    from helpers.engine.grade.class_settings import SETTINGS, read_settings
    from helpers.engine.grade.executors import ClusterExecutor

    seed = read_settings(args.out).seed
    if seed is not None and args.new_inputs:
        raise GradingError(f"{SETTINGS} sets the seed of the inputs: change it there instead of --new-inputs")
    limits = {}
    for name, unit, _ in LIMIT_OPTIONS:
        if (value := vars(args)[name]) is not None:
            limits[name] = value << 20 if unit == "MEGABYTES" else value
    cluster = ClusterExecutor(args.dask, args.without_sandbox) if args.dask else None
    workers = cluster.workers if cluster else args.workers
    if args.new_inputs:
        say(
            "new inputs: everything is graded again, and partial credit can change, also of unchanged notebooks"
        )
    again = {"again": args.again, "new_inputs": args.new_inputs, "only": args.only}
    try:
        grade_class(args.submissions, args.out, workers, limits, seed, cluster, **again)
    finally:
        if cluster:
            cluster.shutdown()


def class_parser():
    """Return the parser of `class`."""
    from helpers.engine.grade.submission import MOST_BYTES
    from helpers.engine.sandbox.supervisor import LIMITS

    parser = Parser(
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
        ("settings", "deadlines, penalty, weights, seed, in TOML"),
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
