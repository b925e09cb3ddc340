"""`python -m helpers.grading NOTEBOOK`: grade one notebook, print the result, write the reports.

Exit status: 0 when every exercise is right, 1 when not, 2 when the notebook cannot be graded.
"""

import argparse
import sys

from helpers.grading.graft import GradingError
from helpers.grading.notebook import grade
from helpers.grading.report import as_text, write_reports


def main(argv=None):
    """Grade what the command line names and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m helpers.grading", description=__doc__.splitlines()[0])
    parser.add_argument("notebook", help="the learner's notebook; it is only read")
    parser.add_argument("--out", default="reports", help="folder for the HTML, JSON and JUnit reports")
    parser.add_argument("--cell-seconds", type=int, default=60, help="longest time for one cell")
    parser.add_argument("--seconds", type=int, default=600, help="longest time for the whole notebook")
    args = parser.parse_args(argv)
    try:
        result = grade(args.notebook, args.cell_seconds, args.seconds)
    except GradingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(as_text(result))
    print(f"\nreport: {write_reports(result, args.out)}")
    return 0 if all(r.right for r in result.results) else 1


if __name__ == "__main__":
    sys.exit(main())
