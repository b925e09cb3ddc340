"""A gradebook in the formats that course systems read: plain, Canvas and Moodle CSV, and Gradescope's JSON."""

import csv
import hashlib
import json
import re
from itertools import groupby
from pathlib import Path

# A character that starts a formula, at the start of a cell or after a semicolon, which some spreadsheets take for
# the start of a cell. What a spreadsheet does not show may stand before it.
FORMULA = re.compile(r"(^|;)([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\"]*[=+\-@|%＝＋－＠])")


class PlainTable:
    """A CSV file with one line per submission and one column per exercise."""

    def __init__(self, path, exercises):
        self.exercises, self.file = exercises, open(path, "w", encoding="utf-8", newline="")
        several = len({notebook for notebook, _ in exercises}) > 1
        names = [f"{notebook}: {name}" if several else name for notebook, name in exercises]
        self.writer = csv.writer(self.file)
        self.write_line(["learner", "notebook", "file", "status", "points", "of", *names])

    def add(self, row):
        """Write the line of one row of the gradebook."""
        grade = row.grade
        earned = {(grade.notebook, result.exercise): result.earned for result in grade.results}
        fixed = [
            row.learner,
            grade.notebook,
            row.place,
            grade.status,
            float(grade.earned),
            float(grade.points),
        ]
        self.write_line([*fixed, *(earned.get(key, "") for key in self.exercises)])

    def write_line(self, cells):
        """Write one line, without formulas."""
        self.writer.writerow([without_formula(cell) for cell in cells])

    def close(self):
        """Close the file."""
        self.file.close()


def write_canvas(book, path):
    """Write what Canvas imports: Student, ID, SIS Login ID, Section, then one column per notebook."""
    notebooks = points_possible(book)
    head = ["Student", "ID", "SIS Login ID", "Section", *notebooks]
    possible = ["    Points Possible", "", "", "", *notebooks.values()]
    lines = ([name, identity, "", "", *points] for name, identity, points in by_learner(book, notebooks))
    write_csv(path, head, possible, lines=lines)


def write_moodle(book, folder):
    """Write grades-moodle-NOTEBOOK.csv for each notebook: the grading worksheet of an assignment, to be uploaded.

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
    """Return {notebook: points possible}, in order."""
    found = {notebook: points for _, _, notebook, _, points in book.totals() if notebook and points}
    return dict(sorted(found.items()))


def by_learner(book, notebooks):
    """Yield (learner, identity, points in the order of the notebooks), with "" if nothing was graded."""
    for (learner, identity), rows in groupby(book.totals(), key=lambda row: row[:2]):
        earned = {notebook: points for _, _, notebook, points, _ in rows if points is not None}
        yield learner, identity, [earned.get(notebook, "") for notebook in notebooks]


def write_csv(path, *heads, lines):
    """Write lines of cells below heads, without formulas."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(heads)
        writer.writerows([without_formula(cell) for cell in line] for line in lines)


def without_formula(cell):
    """Return a cell on one line that no spreadsheet runs as a formula: an apostrophe makes it text."""
    if not isinstance(cell, str):
        return cell
    cell = re.sub(r"[\x00-\x1f]+", " ", cell)
    return FORMULA.sub(r"\1'\2", cell)


def gradescope_results(grade):
    """Return one `Grade` in the form of Gradescope's `results.json`."""
    tests = [
        {
            "name": result.exercise,
            "score": result.earned,
            "max_score": result.points,
            "status": "passed" if result.right else "failed",
            "output": result.line if result.right else f"{result.line}\n\n{result.reason}".strip(),
        }
        for result in grade.results
    ]
    output = "\n".join([grade.error, *grade.notes]).strip()
    return {"score": float(grade.earned), "output": output, "output_format": "text", "tests": tests}


def write_gradescope(row, folder):
    """Write the `results.json` of one submission, in a folder of its own."""
    target = Path(folder, file_name(row.learner, row.place))
    target.mkdir(parents=True, exist_ok=True)
    text = json.dumps(gradescope_results(row.grade), indent=1, ensure_ascii=False)
    (target / "results.json").write_text(text, encoding="utf-8")


def remove_pages(learner, place, out):
    """Remove the feedback page and the `results.json` of a submission whose file is gone."""
    name = file_name(learner, place)
    Path(out, "feedback", f"{name}.html").unlink(missing_ok=True)
    Path(out, "gradescope", name, "results.json").unlink(missing_ok=True)
    if Path(out, "gradescope", name).is_dir():
        Path(out, "gradescope", name).rmdir()


def file_name(learner, place):
    """Return a file name for a submission that is safe on every system and different for each."""
    clean = re.sub(r"[^\w.-]+", "_", learner).strip("._")[:40] or "learner"
    return f"{clean}-{hashlib.sha256(place.encode()).hexdigest()[:10]}"
