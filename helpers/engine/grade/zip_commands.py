"""The commands that write a zip file: an autograder for Gradescope, and a hand-out without solutions."""

from helpers.engine.build.printing import say
from helpers.engine.grade.command_line import Parser, notebook_name


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
    args = parser.parse_args(argv)
    overlay = checked_overlay(args.notebook)
    write_autograder(args.notebook, args.out)
    say(f"autograder for {args.notebook}: {args.out}", *overlay)
    return 0


def handout_command(argv):
    """Write the zip file of a hand-out."""
    from helpers.engine.grade.handout import write_handout

    parser = Parser(
        prog="python -m helpers.engine.grade handout",
        description="Write a zip file with one notebook and its checks, without the solutions.",
    )
    parser.add_argument("notebook", type=notebook_name, help="the course notebook, by name or number")
    parser.add_argument("--out", metavar="FILE", help="handout-NOTEBOOK.zip by default")
    args = parser.parse_args(argv)
    path = args.out or f"handout-{args.notebook}.zip"
    undecided = write_handout(args.notebook, path)
    say(f"hand-out of {args.notebook}: {path}")
    if undecided:
        say(f"accepted there only if equal to the course's result: {', '.join(undecided)}")
    return 0
