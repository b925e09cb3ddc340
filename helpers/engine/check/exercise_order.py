"""The order of a notebook's exercises: that of its cells, read from the notebook itself."""

import re
from pathlib import Path

from helpers.engine.course import CourseError, course_at

SOURCE_CELL = re.compile(r"""^# %%.*["']exercise["'].*\n+from .+ import (?:\w+ as )?(\w+)""", re.M)
BUILT_CELL = re.compile(r'"exercise": ?"(\w+)"')


def in_order(names, package, folder):
    """Return the names of exercises in the order of their cells; one without a cell comes last.

    `folder` is that of the `package` of exercises, "logistic_regression" for the notebook "02_logistic_regression".
    """
    order = cell_order(package, folder)
    return sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name))


def cell_order(package, folder):
    """Return the names in the exercise cells of the source notebook, or of the open notebook if there is no source."""
    pattern = f"[0-9]*_{package}"
    try:
        found, cell = sorted(course_at(folder).sources.glob(f"{pattern}.py")), SOURCE_CELL
    except (
        CourseError
    ):  # an installed package without the course's files; a kernel runs in its notebook's folder
        found, cell = sorted(Path.cwd().glob(f"{pattern}.ipynb")), BUILT_CELL
    return cell.findall(found[0].read_text(encoding="utf-8")) if found else []
