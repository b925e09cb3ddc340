"""A gradebook in the forms that course systems read: plain, Canvas and Moodle CSV, and Gradescope's JSON."""

import csv
import json
import re
from pathlib import Path

from helpers.grading.notebook import Grade, Result


def by_learner(rows):
    """Return {(learner, identity): [rows]} of a gradebook, sorted by learner."""
    learners = {}
    for row in rows:
        learners.setdefault((row["learner"], row["identity"]), []).append(row)
    return dict(sorted(learners.items()))


def write_plain(rows, path):
    """Write one line a submission and one column an exercise."""
    rows = list(rows)
    names = list(dict.fromkeys(r["exercise"] for row in rows for r in row["data"].get("results", [])))
    head = ["learner", "notebook", "file", "status", "points", "of", *names]
    lines = []
    for row in rows:
        earned = {r["exercise"]: r["earned"] for r in row["data"].get("results", [])}
        fixed = [row["learner"], row["notebook"], row["place"], row["status"], row["earned"], row["points"]]
        lines.append([*fixed, *(earned.get(name, "") for name in names)])
    write_csv(path, [head, *lines])


def write_canvas(rows, path):
    """Write what Canvas imports: Student, ID, SIS Login ID, Section, then one column a notebook."""
    table, notebooks = totals(rows)
    head = ["Student", "ID", "SIS Login ID", "Section", *notebooks]
    possible = ["    Points Possible", "", "", "", *(notebooks[n] for n in notebooks)]
    lines = [
        [name, identity, "", "", *(t.get(n, "") for n in notebooks)] for (name, identity), t in table.items()
    ]
    write_csv(path, [head, possible, *lines])


def write_moodle(rows, path):
    """Write what Moodle imports as grades: Identifier, Full name, then one column a notebook."""
    table, notebooks = totals(rows)
    head = ["Identifier", "Full name", *notebooks]
    lines = [
        [f"Participant {identity}" if identity else "", name, *(t.get(n, "") for n in notebooks)]
        for (name, identity), t in table.items()
    ]
    write_csv(path, [head, *lines])


def totals(rows):
    """Return ({learner: {notebook: points earned}}, {notebook: points there are})."""
    rows = [row for row in rows if row["status"] == "graded"]
    notebooks = {row["notebook"]: row["points"] for row in sorted(rows, key=lambda row: row["notebook"])}
    table = {
        learner: {row["notebook"]: row["earned"] for row in own} for learner, own in by_learner(rows).items()
    }
    return table, notebooks


def write_csv(path, lines):
    """Write lines of cells; text that a spreadsheet would run as a formula is made harmless."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[harmless(cell) for cell in line] for line in lines])


def harmless(cell):
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def gradescope(row):
    """Return one submission in the form of Gradescope's `results.json`."""
    tests = [
        {
            "name": r["exercise"],
            "score": r["earned"],
            "max_score": r["points"],
            "status": "passed" if r["earned"] == r["points"] else "failed",
            "output": r["line"] if r["earned"] == r["points"] else f"{r['line']}\n\n{r['reason']}",
        }
        for r in row["data"].get("results", [])
    ]
    said = "\n".join([row["data"].get("error", ""), *row["data"].get("notes", [])]).strip()
    return {"score": row["earned"], "output": said, "output_format": "text", "tests": tests}


def write_gradescope(rows, folder):
    """Write one `results.json` a submission, in a folder of its own."""
    for row in rows:
        target = Path(folder, file_name(row))
        target.mkdir(parents=True, exist_ok=True)
        text = json.dumps(gradescope(row), indent=1, ensure_ascii=False)
        (target / "results.json").write_text(text, encoding="utf-8")


def file_name(row):
    """Return a name for a learner's files that is safe on every system and different for every submission."""
    clean = re.sub(r"[^\w.-]+", "_", row["learner"]).strip("._")[:60] or "learner"
    return f"{clean}-{row['digest'][:8]}-{stable(row['place'])}"


def stable(text):
    """Return a short code of a text."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:6]


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
