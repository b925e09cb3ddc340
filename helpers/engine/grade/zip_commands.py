"""The commands that write a zip file: an autograder for Gradescope, and a hand-out without solutions."""

import json
import os
import zipfile
from pathlib import Path

from helpers.engine.build.printing import say
from helpers.engine.grade.command_line import Parser, notebook_name
from helpers.engine.grade.result import GradingError


def gradescope_command(argv):
    """Write the zip file of an autograder."""
    from helpers.engine.grade.gradescope import write_autograder
    from helpers.engine.grade.overlay import checked_overlay

    parser = Parser(
        prog="python -m helpers.engine.grade gradescope",
        description="Write the zip file that sets up an autograder on Gradescope. It holds the solutions.",
    )
    parser.add_argument("notebook", type=notebook_name, help="the course notebook, by name or number")
    parser.add_argument("--out", metavar="FILE", default="autograder.zip", help="%(default)s by default")
    parser.add_argument(
        "--force", action="store_true", help="replace whatever file is there, and draw a new seed"
    )
    args = parser.parse_args(argv)
    found = {} if args.force else json_in_zip(args.out, "autograder.json")
    if not args.force and Path(args.out).exists() and found.get("notebook") != args.notebook:
        raise not_its_own(args.out, f"an autograder for {args.notebook}")
    overlay = checked_overlay(args.notebook)
    write_whole(args.out, lambda path: write_autograder(args.notebook, path, found.get("seed")))
    kept = ["its seed is that of the file that was there"] if found else []
    say(f"autograder for {args.notebook}: {args.out}", *kept, *overlay)
    return 0


def handout_command(argv):
    """Write the zip file of a hand-out."""
    from helpers.engine.grade.handout import write_handout
    from helpers.engine.grade.overlay import checked_overlay

    parser = Parser(
        prog="python -m helpers.engine.grade handout",
        description="Write a zip file with one notebook and its checks, without the solutions.",
    )
    parser.add_argument("notebook", type=notebook_name, help="the course notebook, by name or number")
    parser.add_argument("--out", metavar="FILE", help="handout-NOTEBOOK.zip by default")
    parser.add_argument("--force", action="store_true", help="replace whatever file is there")
    args = parser.parse_args(argv)
    path = args.out or f"handout-{args.notebook}.zip"
    if not args.force and Path(path).exists() and not json_in_zip(path, "/order.json"):
        raise not_its_own(path, "a hand-out")
    overlay = checked_overlay(args.notebook)
    undecided = write_whole(path, lambda part: write_handout(args.notebook, part))
    say(f"hand-out of {args.notebook}: {path}", *overlay)
    if undecided:
        say(f"accepted there only if equal to the course's result: {', '.join(undecided)}")
    return 0


def json_in_zip(path, ending):
    """Return what the first file with an ending holds in a zip file, an empty dict if there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.endswith(ending))
            return json.loads(archive.read(name))
    except (OSError, ValueError, StopIteration, zipfile.BadZipFile):
        return {}


def not_its_own(path, what):
    """Return the error that a file is there which is something else."""
    return GradingError(
        f"{path} is there already and is not {what}: give --out another name, or add --force to replace it"
    )


def write_whole(path, make):
    """Write a file by `make(path of a draft)`, in one step: what was there is kept if that fails; return its result."""
    draft = Path(f"{path}.part")
    try:
        result = make(draft)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return result
