"""The cell below the title of a learner's notebook: it looks for the course, and installs it where it is missing.

Colab, Kaggle and other places that open a single notebook have NumPy and Jupyter in versions of their own. pip leaves
these as they are, and adds only the course and what `[tool.course]` names as `adds`. The cell tries the import itself,
because the edition that runs in a browser fetches the course when a cell imports it.
"""

from nbformat.v4 import new_code_cell

from helpers.engine.course import course

ID = "get-the-course"
ARCHIVE = "https://github.com/{}/archive/refs/heads/main.zip"
LOOK = """\
# This looks for the course. Where it is missing, as on Colab or Kaggle, it {}.
try:
    import {}
except ModuleNotFoundError:
"""
INSTALL = """\
    %pip install --quiet --no-deps {}
    print("The course is now installed. Go on with the next cell.")"""
ASK = """\
    raise ModuleNotFoundError(
        "The course is not installed here. Ask whoever gave you this notebook "
        "for the course's ADDRESS, and run in a new cell: "
        "%pip install --no-deps {}"
    ) from None"""


def with_first_cell(cells):
    """Return the cells of a learner's notebook with the one that gets the course below the title, its code folded."""
    folded = {
        "jupyter": {"source_hidden": True}
    }  # It is for machines: the first code to read is the course's.
    return [*cells[:1], new_code_cell(first_source(), id=ID, metadata=folded), *cells[1:]]


def first_source(address=None):
    """Return the source of the cell; the address of the course is by default that of its repository."""
    this = course()
    address = address or (this.repository and ARCHIVE.format(this.repository))
    does, then = ("installs it", INSTALL) if address else ("says what to do", ASK)
    return LOOK.format(does, this.package) + then.format(" ".join([address or "ADDRESS", *this.adds]))
