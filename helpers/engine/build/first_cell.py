"""The cell below the title of a learner's notebook: it looks for the course, and installs it where it is missing.

Colab, Kaggle and other places that open a single notebook have NumPy and Jupyter in versions of their own. pip leaves
these as they are, and adds only the course and what `[tool.course]` names as `adds`. The cell tries the import itself,
because the edition that runs in a browser fetches the course when a cell imports it.
"""

import textwrap

from nbformat.v4 import new_code_cell

from helpers.engine.course import course

ID = "get-the-course"
ARCHIVE = "https://github.com/{}/archive/refs/heads/main.zip"
LOOK_AND_INSTALL = "This looks for the course. Where it is missing, as on Colab or Kaggle, it installs it."
LOOK_AND_SAY = "This looks for the course. Where it is missing, as on Colab or Kaggle, it says what to do."
INSTALLED = "The course is now installed. Go on with the next cell."
ASK = (
    "The course is not installed here. Ask whoever gave you this notebook for the course's ADDRESS, "
    "and run in a new cell:"
)
LOOK = """\
# {}
try:
    import {}
except ModuleNotFoundError:
"""
INSTALL = """\
    %pip install --quiet --no-deps {}
    print("{}")"""
STOP = """\
    raise ModuleNotFoundError(
        {}
        "%pip install --no-deps {}"
    ) from None"""
WIDTH = 70  # of a line of text in the cell


def with_first_cell(cells, say=str):
    """Return the cells of a learner's notebook with the one that gets the course below the title, its code folded."""
    folded = {"jupyter": {"source_hidden": True}}  # The first code to read is the course's.
    return [*cells[:1], new_code_cell(first_source(say=say), id=ID, metadata=folded), *cells[1:]]


def first_source(address=None, say=str):
    """Return the source of the cell; the address of the course is by default that of its repository.

    say: translates the cell's sentences
    """
    this = course()
    address = address or (this.repository and ARCHIVE.format(this.repository))
    packages = " ".join([address or "ADDRESS", *this.adds])
    look = LOOK.format(say(LOOK_AND_INSTALL if address else LOOK_AND_SAY), this.package)
    if address:
        return look + INSTALL.format(packages, say(INSTALLED))
    asked = "\n        ".join(f'"{line} "' for line in textwrap.wrap(say(ASK), WIDTH))
    return look + STOP.format(asked, packages)
