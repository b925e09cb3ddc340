"""The author's commands: build notebooks, carry a learner's work into a new version, prove the checks."""

import argparse
import os
import sys

from helpers.engine.build.build import build, build_pages, build_readme
from helpers.engine.build.printing import print_in_any_encoding
from helpers.engine.build.update import update
from helpers.engine.course import CourseError, course, course_option, without_course
from helpers.engine.prove.prove import package_named, prove_all


def main(argv=None):
    """Run one of the author's commands and return its exit status."""
    # One thread, as in a learner's notebook: more of them slow down small products.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print_in_any_encoding()
    try:
        args = arguments(without_course(argv))
        if args.command == "update":
            return update(args.notebook)
        if args.command == "prove":
            return prove(args.package)
        names = course().chosen(args.notebooks)
        others = build_readme(args.check), build_pages(args.check)
        return max(*others, *(build(name, args.force, args.check) for name in names))
    except CourseError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def arguments(argv):
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.build", description=__doc__, parents=[course_option()]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser(
        "build", help="build the learner's and the reference notebooks that changed"
    )
    building.add_argument("notebooks", nargs="*", help="numbers or names, such as 02; by default all")
    building.add_argument("--force", action="store_true", help="execute references even if nothing changed")
    building.add_argument(
        "--check", action="store_true", help="build nothing; name what is stale and exit with 1"
    )
    updating = commands.add_parser(
        "update", help="carry a learner's cells into the newest version of a notebook"
    )
    updating.add_argument("notebook", help="the learner's notebook; the old file is kept beside it")
    proving = commands.add_parser("prove", help="prove every check and write the table of docs/checks.md")
    proving.add_argument(
        "package", nargs="?", help="one notebook's exercises, such as logistic_regression or 02; no table"
    )
    return parser.parse_args(argv)


def prove(package=None):
    """Write the table of proofs, or print that of one package; return 1 if anything is left to do."""
    page, left = prove_all(package and package_named(package))
    if package:
        print(page)
    else:
        path = course().checks
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
        print(f"wrote {path.name}: {page.splitlines()[-1]}")
    print("\n".join(left))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
