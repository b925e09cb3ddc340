"""Everything that a teacher gets from a gradebook, written into one folder, in one pass over it."""

from pathlib import Path

from helpers.engine.grade import exports
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.report import as_html
from helpers.engine.grade.similarity import Similarity


def write_class_reports(out, facts=()):
    """Write CSV files, feedback pages, Gradescope results and the item analysis; return {status: how many}.

    facts: lines on how the class was graded, for the analysis
    """
    out, book = Path(out), Gradebook(Path(out, "gradebook.sqlite"))
    analysis, similarity = Analysis(), Similarity()
    table = exports.PlainTable(out / "grades.csv", book.exercises())
    (out / "feedback").mkdir(exist_ok=True)
    try:
        for row in book.rows():
            table.add(row)
            analysis.add(row)
            exports.write_gradescope(row, out / "gradescope")
            page = out / "feedback" / f"{exports.file_name(row.learner, row.place)}.html"
            page.write_text(as_html(row.grade), encoding="utf-8")
            if row.grade.status == "graded":
                similarity.add(row.learner, row.grade, row.identity)
        exports.write_canvas(book, out / "grades-canvas.csv")
        exports.write_moodle(book, out)
        (out / "analysis.html").write_text(analysis.page(similarity.groups(), facts), encoding="utf-8")
        return book.states()
    finally:
        for resource in (book, table, similarity):
            resource.close()
