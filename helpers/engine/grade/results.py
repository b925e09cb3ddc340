"""Everything a teacher gets from a gradebook, written into one folder, in one pass over it."""

from pathlib import Path

from helpers.engine.grade import exports
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.report import as_html
from helpers.engine.grade.similarity import Similarity


def write_results(out, facts=()):
    """Write CSV files, feedback pages, Gradescope results and the item analysis; return {status: how many}."""
    out, book = Path(out), Gradebook(Path(out, "gradebook.sqlite"))
    analysis, similarity = Analysis(), Similarity()
    table = exports.PlainTable(out / "grades.csv", book.exercises())
    try:
        for row in book.rows():
            table.add(row)
            analysis.add(row)
            exports.write_gradescope(row, out / "gradescope")
            write_feedback(row, out / "feedback")
            if row["status"] == "graded":
                similarity.add(row)
        exports.write_canvas(book, out / "grades-canvas.csv")
        exports.write_moodle(book, out)
        (out / "analysis.html").write_text(analysis.page(similarity.pairs(), list(facts)), encoding="utf-8")
        return book.states()
    finally:
        for each in (book, table, similarity):
            each.close()


def write_feedback(row, folder):
    """Write the page of one submission."""
    folder.mkdir(exist_ok=True)
    page = as_html(exports.as_grade(row))
    (folder / f"{exports.file_name(row)}.html").write_text(page, encoding="utf-8")
