"""The pages of the graders in a browser: no barrier that axe finds, nothing wider than a phone, in both languages."""

import nbformat
import pytest

from helpers.engine.grade.gradebook import GradebookRow
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.report import as_html
from helpers.engine.grade.result import Grade
from helpers.engine.grade.similarity import Group
from tests.browser.test_site import RULES
from tests.classes import submission

pytestmark = pytest.mark.browser
NAME = "04_shallow_network"
LONG = "Anna_Magdalena_Wilhelmine_von_und_zu_Hohenstein-Hohenberg_1234567_assignsubmission_file_"
WIDTHS = {"desk": 1280, "phone": 320}


@pytest.fixture(scope="module")
def grades():
    """Return {kind: Grade} of one notebook with mistakes, in each language, and of a file that is none."""
    found = {}
    for language in ("en", "zh"):
        notebook = submission(NAME, 3)
        notebook.metadata["course"] = {"notebook": NAME, "language": language}
        graded = grade_submission(nbformat.writes(notebook).encode(), NAME, 7)
        extra = {"file": f"{LONG}/{NAME}.ipynb", "comments": ["See me."], "days_late": 2, "penalty": 1.5}
        found[language] = Grade.from_dict({**graded, **extra})
    unreadable = Grade.from_dict(grade_submission(b"<html><title>Log in</title></html>", NAME, 7))
    return found | {"unreadable": unreadable}


def analysis(grades):
    """Return the page of a class that consists of some grades."""
    rows = Analysis()
    for kind, grade in grades.items():
        rows.add(GradebookRow(f"{LONG}/{kind}.ipynb", LONG, "12", grade))
    people = [f"{LONG}{i}" for i in range(3)]
    groups, facts = [Group("identical code", tuple(people))], ["refused: write a file"]
    return rows.page(groups, facts, people[:1], people[1:], [f"{LONG}, {NAME}: See me"])


def pages(grades, monkeypatch):
    """Yield (name, language, page) of every kind of page."""
    for language in ("en", "zh"):
        monkeypatch.setenv("COURSE_LANGUAGE", language)
        yield f"learner-{language}", language, as_html(grades[language])
        yield f"not-graded-{language}", language, as_html(grades["unreadable"])
        yield f"analysis-{language}", language, analysis(grades)


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_has_no_barrier_and_fits_a_phone(chromium, axe, grades, monkeypatch, shot, size, scheme):
    context = chromium.new_context(viewport={"width": WIDTHS[size], "height": 800}, color_scheme=scheme)
    page = context.new_page()
    try:
        for name, language, text in pages(grades, monkeypatch):
            page.set_content(text)
            shot(page, f"report-{name}-{size}-{scheme}")
            assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[size], name
            assert page.locator("main").count() == 1
            assert page.locator("html").get_attribute("lang") == language
            page.evaluate(axe)
            assert page.evaluate(RULES) == [], name
    finally:
        context.close()
