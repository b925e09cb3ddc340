"""A gradebook in the forms that course systems read: plain, Canvas and Moodle CSV, and Gradescope's JSON."""

import csv
import hashlib
import json
import re
from itertools import groupby
from pathlib import Path

from helpers.engine.grade.one_notebook import Grade, Result

# A sign that begins a formula, where a cell or, after a semicolon, what some spreadsheets take for a cell begins.
FORMULA = re.compile(r"(^|;)([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\"]*[=+\-@|%＝＋－＠])")


class PlainTable:
    """A CSV file with one line a submission and one column an exercise."""

    def __init__(self, path, exercises):
        self.exercises, self.file = exercises, open(path, "w", encoding="utf-8", newline="")
        several = len({notebook for notebook, _ in exercises}) > 1
        names = [f"{notebook}: {name}" if several else name for notebook, name in exercises]
        self.writer = csv.writer(self.file)
        self.line(["learner", "notebook", "file", "status", "points", "of", *names])

    def add(self, row):
        """Write the line of one row of the gradebook."""
        earned = {(row["notebook"], r["exercise"]): r["earned"] for r in row["data"].get("results", [])}
        fixed = [row["learner"], row["notebook"], row["place"], row["status"], row["earned"], row["points"]]
        self.line([*fixed, *(earned.get(key, "") for key in self.exercises)])

    def line(self, cells):
        """Write one line; text that a spreadsheet would run as a formula is made harmless."""
        self.writer.writerow([harmless(cell) for cell in cells])

    def close(self):
        """Close the file."""
        self.file.close()


def write_canvas(book, path):
    """Write what Canvas imports: Student, ID, SIS Login ID, Section, then one column a notebook."""
    notebooks = points_possible(book)
    head = ["Student", "ID", "SIS Login ID", "Section", *notebooks]
    possible = ["    Points Possible", "", "", "", *notebooks.values()]
    lines = ([name, identity, "", "", *points] for name, identity, points in by_learner(book, notebooks))
    write_csv(path, head, possible, lines=lines)


def write_moodle(book, folder):
    """Write grades-moodle-NOTEBOOK.csv for each notebook: an assignment's grading worksheet, as Moodle uploads it.

    Moodle looks for the columns Identifier, Grade and Last modified (grade) by name, and leaves out empty grades.
    """
    notebooks = points_possible(book)
    for old in Path(folder).glob("grades-moodle*.csv"):
        old.unlink()
    for number, (notebook, points) in enumerate(notebooks.items()):
        lines = (
            [f"Participant {identity}" if identity else "", name, earned[number], points, ""]
            for name, identity, earned in by_learner(book, notebooks)
        )
        head = ["Identifier", "Full name", "Grade", "Maximum grade", "Last modified (grade)"]
        write_csv(Path(folder, f"grades-moodle-{notebook}.csv"), head, lines=lines)


def points_possible(book):
    """Return {notebook: points there are}, in order."""
    found = {notebook: points for _, _, notebook, _, points in book.totals() if notebook and points}
    return dict(sorted(found.items()))


def by_learner(book, notebooks):
    """Yield (learner, identity, points in the order of the notebooks); empty where nothing was graded."""
    for (learner, identity), rows in groupby(book.totals(), key=lambda row: row[:2]):
        earned = {notebook: points for _, _, notebook, points, _ in rows if points is not None}
        yield learner, identity, [earned.get(notebook, "") for notebook in notebooks]


def write_csv(path, *heads, lines):
    """Write lines of cells; text that a spreadsheet would run as a formula is made harmless."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(heads)
        writer.writerows([harmless(cell) for cell in line] for line in lines)


def harmless(cell):
    """Return a cell that no spreadsheet takes for a formula, and that stays on one line."""
    if not isinstance(cell, str):
        return cell
    cell = re.sub(r"[\x00-\x1f]+", " ", cell)
    return FORMULA.sub(r"\1'\2", cell)


def gradescope(row):
    """Return one submission in the form of Gradescope's `results.json`."""
    tests = [
        {
            "name": r["exercise"],
            "score": r["earned"],
            "max_score": r["points"],
            "status": "passed" if r["earned"] == r["points"] else "failed",
            "output": r["line"] if r["earned"] == r["points"] else f"{r['line']}\n\n{r['reason']}".strip(),
        }
        for r in row["data"].get("results", [])
    ]
    said = "\n".join([row["data"].get("error", ""), *row["data"].get("notes", [])]).strip()
    return {"score": row["earned"], "output": said, "output_format": "text", "tests": tests}


def write_gradescope(row, folder):
    """Write the `results.json` of one submission, in a folder of its own."""
    target = Path(folder, file_name(row))
    target.mkdir(parents=True, exist_ok=True)
    text = json.dumps(gradescope(row), indent=1, ensure_ascii=False)
    (target / "results.json").write_text(text, encoding="utf-8")


def remove_pages(row, out):
    """Remove the feedback and the `results.json` of a submission that is no longer there."""
    name = file_name(row)
    Path(out, "feedback", f"{name}.html").unlink(missing_ok=True)
    Path(out, "gradescope", name, "results.json").unlink(missing_ok=True)
    if Path(out, "gradescope", name).is_dir():
        Path(out, "gradescope", name).rmdir()


def file_name(row):
    """Return a name for a learner's files that is safe on every system and different for every submission."""
    clean = re.sub(r"[^\w.-]+", "_", row["learner"]).strip("._")[:40] or "learner"
    return f"{clean}-{hashlib.sha256(row['place'].encode()).hexdigest()[:10]}"


def as_grade(row):
    """Return a row as the `Grade` that the report of one notebook shows."""
    keys = ("exercise", "points", "earned", "passed", "cases", "line", "reason")
    results = tuple(
        Result(**{key: r[key] for key in keys}, mistakes=tuple(r["mistakes"]))
        for r in row["data"].get("results", [])
    )
    notes = tuple(row["data"].get("notes", []))
    if row["status"] != "graded":
        notes = (f"not graded: {row['data'].get('error', row['status'])}", *notes)
    return Grade(row["notebook"] or "unknown notebook", row["place"], results, notes)
