"""Build the website into build/site: `python site/build.py`, or only some notebooks: `python site/build.py 01 02`."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from card import draw_card, draw_opening  # noqa: E402
from collect import collect  # noqa: E402

from helpers.engine.course import course  # noqa: E402

MATHJAX = Path("sphinx-mathjax-offline", "static", "mathjax", "tex-svg.js")


def main(argv=None):
    """Build the website and return the exit status of Sphinx."""
    args = arguments(argv)
    sources, out = args.out.with_name(f"{args.out.name}-source"), args.out
    names = course().chosen(args.notebooks) if args.notebooks else None
    collect(sources, names, course().repository, args.lite is not None)
    shutil.copy(installed(MATHJAX), sources / "_static")
    draw_card(sources / "_static" / "card.png")
    draw_opening(sources / "_static" / "petals.png")
    shutil.rmtree(out, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "html",
        "-W",
        "--keep-going",
        "-c",
        HERE,
        sources,
        out,
    ]
    settings = {"SITE_ADDRESS": address(course().repository), "SITE_SOURCES": str(sources.resolve())}
    told = subprocess.run([*map(str, command)], env=os.environ | settings)
    if told.returncode == 0 and args.lite:
        shutil.copytree(args.lite, out / "lite")
    print(
        f"the website is in {out}: open {out / 'index.html'}"
        if told.returncode == 0
        else "Sphinx found faults"
    )
    return told.returncode


def arguments(argv):
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="*", help="numbers or names, such as 02; by default all")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site", help="folder of the website")
    parser.add_argument("--lite", type=Path, help="folder of the browser edition, to be included as lite/")
    return parser.parse_args(argv)


def installed(path):
    """Return where an installed package has a file."""
    found = next((Path(place, path) for place in sys.path if Path(place, path).is_file()), None)
    if found is None:
        raise SystemExit("the packages for the website are missing: pip install -e '.[site]'")
    return found


def address(repository):
    """Return the address of the website on GitHub Pages, or "" if the course is not published."""
    owner, _, name = repository.partition("/")
    return f"https://{owner.lower()}.github.io/{name}/" if name else ""


if __name__ == "__main__":
    sys.exit(main())
