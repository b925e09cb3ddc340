"""The author's commands: build notebooks, carry a learner's work into a new version, prove the checks."""

import argparse
import os
import sys

from helpers.engine.build.build import build
from helpers.engine.course import AuthoringError, chosen
from helpers.engine.prove.prove import TABLE, prove_all
from helpers.engine.build.update import update


def main(argv=None):
    """Run a command of the author's and return its exit status; kernels get one thread, as in a learner's course."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(prog="python -m helpers.engine.build", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="build the learner and reference notebooks that changed")
    building.add_argument("notebooks", nargs="*", help="numbers or names, such as 02; all when none is given")
    building.add_argument(
        "--force", action="store_true", help="execute references again though nothing changed"
    )
    building.add_argument("--check", action="store_true", help="build nothing; exit 1 and name what is stale")
    updating = commands.add_parser(
        "update", help="carry a learner's cells into the newest version of a notebook"
    )
    updating.add_argument("notebook", help="the learner's notebook; the old file is kept beside it")
    proving = commands.add_parser("prove", help="prove every check and write the table docs/checks.md")
    proving.add_argument(
        "package", nargs="?", help="only this one, such as logistic_regression; writes no table"
    )
    args = parser.parse_args(argv)
    try:
        if args.command == "update":
            return update(args.notebook)
        if args.command == "prove":
            return prove(args.package)
        return max([build(name, args.force, args.check) for name in chosen(args.notebooks)], default=0)
    except AuthoringError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def prove(package=None):
    """Write the table of proofs (print it for one package); return 1 where something is left to do."""
    page, left = prove_all(package)
    if package:
        print(page)
    else:
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(page, encoding="utf-8", newline="\n")
        print(f"wrote {TABLE.name}: {page.splitlines()[-1]}")
    print("\n".join(left))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
