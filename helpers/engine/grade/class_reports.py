"""Everything that a teacher gets from a gradebook, written into one folder, in one pass over it."""

from dataclasses import replace
from pathlib import Path

from helpers.engine.build.printing import say
from helpers.engine.grade import exports
from helpers.engine.grade.class_settings import read_settings
from helpers.engine.grade.feedback_zips import FeedbackZips
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.one_submission import UNEXPLAINED
from helpers.engine.grade.policy import Policy
from helpers.engine.grade.report import as_html
from helpers.engine.grade.similarity import Similarity


def write_class_reports(out, facts=()):
    """Write CSV files, feedback pages, Gradescope results and the item analysis; return {status: how many}.

    What the teacher decided, in files in `out`, is in all of them.

    facts: lines on how the class was graded, for the analysis
    """
    out = Path(out)
    settings, book = read_settings(out), Gradebook(out / "gradebook.sqlite")
    analysis, similarity, policy = Analysis(), Similarity(), Policy(settings, book.code_seed(), book.owners())
    table, zips = exports.PlainTable(out / "grades.csv", book.exercises()), FeedbackZips(out)
    (out / "feedback").mkdir(exist_ok=True)
    try:
        book.start_finals()
        for row in map(policy.applied, book.rows()):
            table.add(row)
            analysis.add(row)
            who = policy.who(row.learner, row.identity, row.form)
            book.add_final(row, who)
            exports.write_gradescope(row, out / "gradescope")
            page = page_of(row.grade)
            name = f"{exports.file_name(row.learner, row.place)}.html"
            (out / "feedback" / name).write_text(page, encoding="utf-8")
            zips.add(row, page)
            if row.grade.status == "graded":
                similarity.add(*policy.shown(row, who))
        exports.write_canvas(book, out / "grades-canvas.csv", policy)
        exports.write_moodle(book, out, policy)
        exports.write_totals(book, out / "totals.csv", policy)
        absent = [person.name for person in policy.absent()]
        unused = policy.unused()
        if unused:
            say("manual.csv, without a graded submission:", *(f"  {line}" for line in unused))
        page = analysis.page(similarity.groups(), facts, absent, policy.strangers(), unused)
        (out / "analysis.html").write_text(page, encoding="utf-8")
        return book.states()
    finally:
        for resource in (book, table, similarity, zips):
            resource.close()


def page_of(grade):
    """Return the feedback page of a grade; words that cannot be shown cost no points, and no other page."""
    try:
        return as_html(grade)
    except Exception:
        results = tuple(replace(result, reason="", mistakes=()) for result in grade.results)
        return as_html(replace(grade, results=results, notes=(UNEXPLAINED,)))
