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
    "prediction"
)
TABLES = ("README.md", "README.zh-CN.md", "notebooks/README.md", "notebooks/zh/README.md")


def half_hours(name):
    """Return the estimated time of a notebook in half hours."""
    cells = jupytext.read(course().sources / f"{name}.py").cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    prose = re.sub(r"<!--.*?-->|## Where this comes from.*?(?=\n## |\Z)", "", prose, flags=re.S)
    exercises = importlib.import_module(f"helpers.exercises.{name.partition('_')[2]}").exercises.values()
    minutes = len(prose.split()) / WORDS_A_MINUTE + PREDICTION * prose.count("**Predict")
    for exercise in exercises:
        minutes += TABLE_OR_CLINIC if isinstance(exercise, Quiz) or exercise.broken else FUNCTION
    return round(minutes / 30)


@pytest.mark.parametrize("path", TABLES)
def test_the_times_of_a_table_follow_the_rule(path):
    text = (course().root / path).read_text(encoding="utf-8")
    rows = re.findall(r"\((?:notebooks/)?(?:zh/)?(\d\d_\w+)\.ipynb\) \|.*\| ([^|]+) (?:h|小时) \|", text)
    times = {
        name: f"{half // 2 or ''}{'½' * (half % 2)}"
        for name in course().source_names()
        for half in [half_hours(name)]
    }
    assert dict(rows) == times


def test_the_rule_is_stated():
    text = (course().root / "notebooks" / "README.md").read_text(encoding="utf-8")
    assert RULE in " ".join(text.split())
