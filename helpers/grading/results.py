"""Everything a teacher gets from a gradebook, written into one folder."""

from pathlib import Path

from helpers.grading import exports
from helpers.grading.analysis import analysis_page
from helpers.grading.gradebook import Gradebook
from helpers.grading.report import as_html
from helpers.grading.similarity import similar


def write_results(out, facts=()):
    """Write CSV files, feedback pages, Gradescope results and the item analysis; return a line for the terminal."""
    out = Path(out)
    book = Gradebook(out / "gradebook.sqlite")
    try:
        exports.write_plain(book.rows(), out / "grades.csv")
        exports.write_canvas(book.rows(), out / "grades-canvas.csv")
        exports.write_moodle(book.rows(), out / "grades-moodle.csv")
        exports.write_gradescope(book.rows(), out / "gradescope")
        write_feedback(book.rows(), out / "feedback")
        page = analysis_page(book.rows(), similar(book.rows()), list(facts))
        (out / "analysis.html").write_text(page, encoding="utf-8")
        states = [row["status"] for row in book.rows()]
    finally:
        book.close()
    return ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states)) or "no submissions"


def write_feedback(rows, folder):
    """Write one page a submission."""
    folder.mkdir(exist_ok=True)
    for row in rows:
        page = as_html(exports.as_grade(row))
        (folder / f"{exports.file_name(row)}.html").write_text(page, encoding="utf-8")
