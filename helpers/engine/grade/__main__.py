"""Grade one notebook, `python -m helpers.engine.grade NOTEBOOK`, or a class, `... class DIR --out DIR`.

`... gradescope NOTEBOOK` writes an autograder for Gradescope, `... handout NOTEBOOK` a hand-out without solutions.

Exit status: 0 if every exercise is right (for a class: if every submission was graded), 1 if not, 2 if nothing could
be graded, 130 after an interrupt.
"""

import importlib
import os
import sqlite3
import sys
from functools import partial

from tqdm import tqdm

from helpers.engine.build.printing import print_in_any_encoding
from helpers.engine.course import CourseError, course_option, without_course
from helpers.engine.grade import skip_slow_imports
from helpers.engine.grade.command_line import Parser
from helpers.engine.grade.result import GradingError
from helpers.engine.language import spoken, translated

INTERRUPTED = "interrupted; what is graded is kept: run the same command again to go on"
COMMANDS = {
    "class": ("class_command", "grade_class_command"),
    "gradescope": ("zip_commands", "gradescope_command"),
    "handout": ("zip_commands", "handout_command"),
}


def main(argv=None):
    """Grade what the command line names and return the exit status."""
    skip_slow_imports()
    # Limit BLAS to one thread, also in kernels: more threads slow down products of small matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print_in_any_encoding()
    try:
        argv = without_course(sys.argv[1:] if argv is None else argv)
        if argv[:1] and argv[0] in COMMANDS:
            module, name = COMMANDS[argv[0]]
            return getattr(importlib.import_module(f"helpers.engine.grade.{module}"), name)(argv[1:])
        return grade_notebook_command(argv)
    except (GradingError, CourseError, OSError) as error:
        from helpers.engine.grade.report import ERROR

        print(translated(ERROR.format(error=error)), file=sys.stderr)
        return 2
    except sqlite3.Error as error:
        print(
            f"error: the gradebook cannot be written: {error}. What is graded is kept: once there is room on the disk,"
            " run the same command again to go on",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        print(translated(INTERRUPTED), file=sys.stderr)
        return 130


def grade_notebook_command(argv):
    """Grade one notebook."""
    from helpers.engine.grade.one_notebook import grade_notebook
    from helpers.engine.grade.report import as_text, check_writable, write_reports

    parser = Parser(
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
    check_writable(args.out)
    with tqdm(desc=spoken("grading"), unit=spoken("cell"), leave=False, delay=1) as bar:
        grade = grade_notebook(args.notebook, args.cell_seconds, args.seconds, partial(show_progress, bar))
    page = write_reports(grade, args.out)
    print(as_text(grade, page))
    return 0 if all(result.right for result in grade.results) else 1


def show_progress(bar, done, total):
    """Show how many cells are done, and with that the time left."""
    bar.n, bar.total = done, total
    bar.refresh()


if __name__ == "__main__":
    sys.exit(main())
