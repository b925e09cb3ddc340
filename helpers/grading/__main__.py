"""`python -m helpers.grading NOTEBOOK` grades one notebook; `python -m helpers.grading class DIR --out DIR` a class.

Exit status: 0 when every exercise is right (a class: when every submission was graded), 1 when not, 2 when
nothing could be graded.
"""

import argparse
import sys

from helpers.grading.graft import GradingError
from helpers.grading.notebook import grade
from helpers.grading.report import as_text, write_reports


def main(argv=None):
    """Grade what the command line names and return the exit status."""
    argv = sys.argv[1:] if argv is None else argv
    try:
        return grade_a_class(argv[1:]) if argv[:1] == ["class"] else grade_one(argv)
    except (GradingError, FileNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def grade_one(argv):
    """Grade one notebook."""
    parser = argparse.ArgumentParser(prog="python -m helpers.grading", description=__doc__.splitlines()[0])
    parser.add_argument("notebook", help="the learner's notebook; it is only read")
    parser.add_argument("--out", default="reports", help="folder for the HTML, JSON and JUnit reports")
    parser.add_argument("--cell-seconds", type=int, default=60, help="longest time for one cell")
    parser.add_argument("--seconds", type=int, default=600, help="longest time for the whole notebook")
    args = parser.parse_args(argv)
    result = grade(args.notebook, args.cell_seconds, args.seconds)
    print(as_text(result))
    print(f"\nreport: {write_reports(result, args.out)}")
    return 0 if all(r.right for r in result.results) else 1


def grade_a_class(argv):
    """Grade a folder or zip of submissions in sealed processes."""
    from helpers.grading.classroom import grade_class
    from helpers.grading.results import write_results
    from helpers.grading.sealed.probe import layers_in_force

    parser = argparse.ArgumentParser(prog="python -m helpers.grading class", description="Grade a class.")
    parser.add_argument(
        "submissions", help="a folder or zip: plain, or as nbgrader, Canvas or Moodle export it"
    )
    parser.add_argument("--out", required=True, help="folder for the gradebook and everything made from it")
    parser.add_argument("--workers", type=int, help="processes that grade; by default one a core")
    parser.add_argument(
        "--require-sandbox", action="store_true", help="refuse to run where a layer does not hold"
    )
    for name, unit in (("cpu", "seconds"), ("wall", "seconds"), ("cell", "seconds"), ("memory", "megabytes")):
        parser.add_argument(f"--{name}", type=int, metavar=unit.upper(), help=f"most {unit} for a submission")
    args = parser.parse_args(argv)
    layers, missing = layers_in_force()
    print("sandbox:", *(f"\n  {line}" for line in layers + [f"NOT IN FORCE: {line}" for line in missing]))
    if missing and args.require_sandbox:
        print("error: --require-sandbox, and not every layer holds here", file=sys.stderr)
        return 2
    limits = {
        k: v << 20 if k == "memory" else v for k in ("cpu", "wall", "cell", "memory") if (v := vars(args)[k])
    }
    grade_class(args.submissions, args.out, args.workers, limits)
    said = write_results(args.out, [*layers, *(f"not in force: {line}" for line in missing)])
    print(f"{said}\nresults: {args.out}")
    return 1 if "failed" in said or "unreadable" in said else 0


if __name__ == "__main__":
    sys.exit(main())
