"""The parts of a course's README.md that name the place where it is published: badges, and how to get a copy.

They stand between `<!-- published: NAME -->` and `<!-- end -->`. A course without a `repository` gets no badge.
"""

import re

from helpers.engine.course import course

BLOCK = re.compile(r"(<!-- published: (\w+) -->\n).*?(<!-- end -->)", re.S)


def with_addresses(text):
    """Return a README's text with its marked parts as the course's repository wants them."""
    this = course()
    names = this.source_names()
    first = f"notebooks/{names[0]}.ipynb" if names else ""
    parts = {"badges": badges(this.repository, first), "clone": clone(this.repository)}
    return BLOCK.sub(lambda found: found.group(1) + parts.get(found.group(2), "") + found.group(3), text)


def badges(repository, notebook):
    """Return the badges that open the website, Binder and Colab, as lines of Markdown."""
    if not repository:
        return ""
    owner, _, name = repository.partition("/")
    places = {
        "Read the website": (
            "https://img.shields.io/badge/website-read-0072b2",
            f"https://{owner.lower()}.github.io/{name}/",
        ),
        "Open in Binder": (
            "https://mybinder.org/badge_logo.svg",
            f"https://mybinder.org/v2/gh/{repository}/main?urlpath=lab/tree/{notebook}",
        ),
        "Open in Colab": (
            "https://colab.research.google.com/assets/colab-badge.svg",
            f"https://colab.research.google.com/github/{repository}/blob/main/{notebook}",
        ),
    }
    return "".join(f"[![{words}]({image})]({address})\n" for words, (image, address) in places.items())


def clone(repository):
    """Return the commands that get a copy of the course, as a sentence or a block of Markdown."""
    if not repository:
        return "Get a copy of this folder, and run in it:\n"
    name = repository.partition("/")[2]
    return f"```sh\ngit clone https://github.com/{repository}.git\ncd {name}\n```\n"
