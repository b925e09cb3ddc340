"""Build the website into build/site: `python site/build.py`, or only some notebooks: `python site/build.py 01 02`."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from card import draw_card, draw_opening  # noqa: E402
from collect import collect, files_of, pages_of  # noqa: E402
from editions import EDITIONS  # noqa: E402

from helpers.engine.course import course  # noqa: E402

MATHJAX = Path("sphinx-mathjax-offline", "static", "mathjax", "tex-svg.js")


def main(argv=None):
    """Build the website and return the exit status of Sphinx."""
    args = arguments(argv)
    sources, out = args.out.with_name(f"{args.out.name}-source"), args.out
    names = course().chosen(args.notebooks) if args.notebooks else None
    shutil.rmtree(sources, ignore_errors=True)
    shutil.rmtree(out, ignore_errors=True)
    status = max(
        build(edition, sources / edition.language, out / edition.top, names, args.lite)
        for edition in EDITIONS
        if files_of(edition, names)[0]
    )
    if status == 0 and args.lite:
        shutil.copytree(args.lite, out / "lite")
    print(f"the website is in {out}: open {out / 'index.html'}" if status == 0 else "Sphinx found faults")
    return status


def build(edition, sources, out, names, lite):
    """Build the website in one language and return the exit status of Sphinx."""
    collect(sources, edition, names, course().repository, lite is not None)
    shutil.copy(installed(MATHJAX), sources / "_static")
    draw_card(sources / "_static" / "card.png", edition)
    draw_opening(sources / "_static" / "petals.png")
    options = ["-q", "-b", "html", "-W", "--keep-going", "-c"]
    base = address(course().repository)
    settings = {
        "SITE_ADDRESS": base and f"{base}{edition.top}",
        "SITE_SOURCES": str(sources.resolve()),
        "SITE_LANGUAGE": edition.language,
        "SITE_OTHER": json.dumps(other(edition, names)),
    }
    command = [sys.executable, "-m", "sphinx", *options, HERE, sources, out]
    status = subprocess.run([*map(str, command)], env=os.environ | settings).returncode
    for path in out.rglob("*.html") if edition.theme else ():
        page = path.read_text(encoding="utf-8")
        path.write_text(with_theme(page, edition.theme), encoding="utf-8", newline="\n")
    return status


def with_theme(page, words):
    """Return the HTML of a page with the names that the theme gives its buttons and regions in other words."""
    for english, other in words.items():
        place = rf'((?:title|aria-label)="|>\s*){re.escape(english)}(?="|\s*<)'
        page = re.sub(place, rf"\g<1>{other}", page)
    return page


def other(edition, names):
    """Return what the switch to the other language needs, or None without one.

    Its name and tag, the way from the top of one to the top of the other, and the pages that both have.
    """
    there = next(one for one in EDITIONS if one is not edition)
    if not files_of(there, names)[0]:
        return None
    here, pages = ({one.document(path) for path in pages_of(one, names)} for one in (edition, there))
    return {
        "name": there.name,
        "lang": there.locale.replace("_", "-"),
        "top": "../" * edition.top.count("/") + there.top,
        "pages": sorted(here & pages | {"search"}),
    }


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
