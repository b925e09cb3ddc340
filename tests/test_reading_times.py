"""The times that the READMEs name: an estimate by a rule, which notebooks/README.md states."""

import importlib
import re

import jupytext
import pytest

from helpers.engine.check import Quiz
from helpers.engine.course import course

WORDS_A_MINUTE, FUNCTION, TABLE_OR_CLINIC, PREDICTION = 100, 5, 3, 0.5
RULE = (
    "100 words a minute, five minutes for a function, three for a table or a bug clinic, and half a minute for a "
    "prediction, rounded to half hours"
)
TABLES = ("README.md", "README.zh-CN.md", "notebooks/README.md", "notebooks/zh/README.md")
ROW = re.compile(r"\((?:notebooks/)?(?:zh/)?(\d\d_\w+)\.ipynb\) \|.*\| (\d?)(½?) (?:h|小时) \|")


def minutes(name):
    """Return the estimated minutes of a notebook."""
    cells = jupytext.read(course().sources / f"{name}.py").cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    prose = re.sub(r"<!--.*?-->|## Where this comes from.*?(?=\n## |\Z)", "", prose, flags=re.S)
    exercises = importlib.import_module(f"helpers.exercises.{name.partition('_')[2]}").exercises.values()
    short = [one for one in exercises if isinstance(one, Quiz) or one.broken]
    by_exercises = TABLE_OR_CLINIC * len(short) + FUNCTION * (len(exercises) - len(short))
    return len(prose.split()) / WORDS_A_MINUTE + PREDICTION * prose.count("**Predict") + by_exercises


@pytest.mark.parametrize("path", TABLES)
def test_the_times_of_a_table_follow_the_rule(path):
    rows = ROW.findall((course().root / path).read_text(encoding="utf-8"))
    assert [name for name, _, _ in rows] == course().source_names()
    for name, hours, half in rows:
        told = 60 * int(hours or 0) + 30 * bool(half)
        assert abs(told - minutes(name)) <= 20, (
            f"{name}: {minutes(name):.0f} minutes"
        )  # not at every changed word


def test_the_rule_is_stated():
    text = (course().root / "notebooks" / "README.md").read_text(encoding="utf-8")
    assert RULE in " ".join(text.split())
