"""A gradebook in the formats that course systems read: plain, Canvas and Moodle CSV, and Gradescope's JSON."""

import csv
import hashlib
import json
import re
from pathlib import Path

# A character that starts a formula, at the start of a cell or after a semicolon, which some spreadsheets take for
# the start of a cell. What a spreadsheet does not show may stand before it.
FORMULA = re.compile(r"(^|;)([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\"]*[=+\-@|%＝＋－＠])")
# What Moodle's grading worksheet is made of, by its English names, and the word before a participant's number.
MOODLE = ("Identifier", "Full name", "Grade", "Maximum grade", "Last modified (grade)", "Feedback comments")
PARTICIPANT = "Participant "
GERMAN = ("ID", "Vollständiger Name", "Bewertung", "Bestwertung", "Zuletzt geändert (Bewertung)")
GERMAN += ("Feedback als Kommentar", "Teilnehmer/in")
MOODLE_LANGUAGES = {"en": {}, "de": dict(zip((*MOODLE, PARTICIPANT), GERMAN, strict=True))}


class PlainTable:
    """A CSV file with one line per submission and one column per exercise."""

    AFTER = ("days late", "penalty", "comments")

    def __init__(self, path, exercises):
        self.exercises, self.file = exercises, open(path, "w", encoding="utf-8", newline="")
        several = len({notebook for notebook, _ in exercises}) > 1
        names = [f"{notebook}: {name}" if several else name for notebook, name in exercises]
        self.writer = csv.writer(self.file)
        self.write_line(["learner", "notebook", "file", "status", "points", "of", *names, *self.AFTER])

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
        after = [grade.days_late, grade.penalty, "; ".join(grade.comments)]
        self.write_line([*fixed, *(earned.get(key, "") for key in self.exercises), *after])

    def write_line(self, cells):
        """Write one line, without formulas."""
        self.writer.writerow([without_formula(cell) for cell in cells])

    def close(self):
        """Close the file."""
        self.file.close()


def write_canvas(book, path, policy):
    """Write what Canvas imports: Student, ID, SIS Login ID, Section, then one column per notebook."""
    notebooks = points_possible(book)
    head = ["Student", "ID", "SIS Login ID", "Section", *notebooks]
    possible = ["    Points Possible", "", "", "", *notebooks.values()]
    lines = (
        [*canvas_person(policy, totals), *points_of(best, notebooks)] for totals, best in by_learner(book)
    )
    write_csv(path, head, possible, lines=lines)


def canvas_person(policy, totals):
    """Return the first four cells of a line for Canvas, from the roster if the learner is in it."""
    person = policy.person(*owner(totals))
    identity = next((total.identity for total in totals if total.form == "canvas"), "")
    if person is None:
        return [totals[0].learner, identity, "", ""]
    return [person.name, identity or person.id, person.login, person.section]


def write_moodle(book, folder, policy):
    """Write grades-moodle-NOTEBOOK.csv for each notebook: the grading worksheet of an assignment, to be uploaded.

    Moodle looks for the columns by name, in the language of the site, and leaves out empty grades.
    """
    notebooks, words = points_possible(book), policy.settings.moodle
    for old in Path(folder).glob("grades-moodle*.csv"):
        old.unlink()
    for notebook, points in notebooks.items():
        lines = (
            moodle_line(policy, totals, notebook, best.get(notebook), points)
            for totals, best in by_learner(book)
        )
        head = [words.get(name, name) for name in MOODLE]
        write_csv(Path(folder, f"grades-moodle-{notebook}.csv"), head, lines=lines)


def moodle_line(policy, totals, notebook, best, points):
    """Return the line of one learner in a grading worksheet; Moodle knows the learner by the number there."""
    words, person = policy.settings.moodle, policy.person(*owner(totals))
    learner, numbers = totals[0].learner, {t.identity for t in totals if t.form == "moodle"}
    of_this = {t.identity for t in totals if t.form == "moodle" and t.notebook == notebook}
    identity = next(iter(of_this or (numbers if len(numbers) == 1 else ())), "")
    number = f"{words.get(PARTICIPANT, PARTICIPANT)}{identity}" if identity else ""
    earned, comments = (best.earned, best.comments) if best else ("", "")
    return [number, person.name if person else learner, earned, points, "", comments]


def write_totals(book, path, policy):
    """Write one line per learner: the points in every notebook and the weighted total, also of who is absent."""
    notebooks = points_possible(book)
    head = ["learner", "id", "section", "code", *notebooks, "total in percent", "remark"]
    write_csv(path, head, lines=total_lines(book, policy, notebooks))


def total_lines(book, policy, notebooks):
    """Yield the lines of `write_totals`."""
    for totals, best in by_learner(book):
        learner, identity, form = owner(totals)
        person = policy.person(learner, identity, form)
        who = [person.name, person.id, person.section] if person else [learner, identity, ""]
        earned = {name: found.earned for name, found in best.items()}
        late = [f"{name} {days(found.days_late)} late" for name, found in best.items() if found.days_late]
        strange = ["not in the roster"] if policy.settings.people and not person else []
        ungraded = [] if best else ["handed in, but nothing that could be graded: see analysis.html"]
        remark = "; ".join([*strange, *late, *ungraded])
        code = policy.code(learner, identity, form)
        yield [*who, code, *points_of(best, notebooks), policy.total(earned, notebooks), remark]
    for person in policy.absent():
        code = policy.code(person.name, person.id)
        blank = [""] * len(notebooks)
        yield [person.name, person.id, person.section, code, *blank, 0.0, "handed in nothing"]


def days(number):
    """Return a number of days in words."""
    return "1 day" if number == 1 else f"{number} days"


def points_possible(book):
    """Return {notebook: points possible}, in order."""
    found = {total.notebook: total.points for total in book.totals() if total.notebook and total.points}
    return dict(sorted(found.items()))


def points_of(best, notebooks):
    """Return the points of a learner in the order of the notebooks, with "" if nothing was graded."""
    return [best[name].earned if name in best else "" for name in notebooks]


def by_learner(book):
    """Yield (the `Total`s of a learner, {notebook: the `Total`} without what could not be graded)."""
    learners = {}
    for total in book.totals():
        learners.setdefault(total.who, []).append(total)
    for totals in learners.values():
        yield totals, {t.notebook: t for t in totals if t.earned is not None}


def owner(totals):
    """Return (learner, identity, form) as a learner's first submission has them."""
    return totals[0].learner, totals[0].identity, totals[0].form


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
    late = (
        [f"late by {days(grade.days_late)}: {grade.penalty:g} points are taken off"]
        if grade.days_late
        else []
    )
    output = "\n".join([grade.error, *late, *grade.comments, *grade.notes]).strip()
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
