"""A grade as a page and as text for people, and as JSON and JUnit XML for programs."""

import json
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from helpers.engine.grade.pages import render
from helpers.engine.grade.result import GradingError
from helpers.engine.language import translated
from helpers.engine.language.choice import available, current
from helpers.engine.language.values import report

ERROR = "error: {error}"


def as_text(grade, page=None):
    """Return a grade for the terminal: one line per exercise, then the reasons, and where its page is."""
    grade, t = as_read(grade)
    lines = [f"{grade.notebook}: {t(f'{grade.earned:g} of {grade.points} points')}", ""]
    lines += [f"  {'✓' if r.right else '✗'} {r.earned:>5g} / {r.points}  {r.line}" for r in grade.results]
    for result in grade.results:
        if not result.right and result.reason:
            lines += ["", f"{result.exercise}", *(f"  {line}" for line in result.reason.splitlines())]
    if grade.notes:
        lines += ["", t("Notes"), *(f"  {note}" for note in grade.notes)]
    if page:
        lines += ["", t(f"report: {page}")]
    return "\n".join(lines)


def as_html(grade):
    """Return a grade as one page that needs no other file."""
    grade, t = as_read(grade)
    return render("grade.html", grade=grade, t=t, language=grade.language or "en")


def as_read(grade):
    """Return (a grade in the learner's language, the function that translates into it)."""
    # Of a file that is no notebook the language is not known: then it is that of this system.
    unknown = "en" if grade.notebook else current()
    language = grade.language if grade.language in available() else unknown
    results = [
        replace(r, line=translated(r.line, language), reason=report(r.reason, language))
        for r in grade.results
    ]
    notes = tuple(translated(note, language) for note in grade.notes)
    # What the grader says in them; a teacher's own words are no phrases of the course.
    comments = tuple(translated(comment, language) for comment in grade.comments)
    words = {"notes": notes, "comments": comments, "error": translated(grade.error, language)}
    read = replace(grade, results=tuple(results), language=language, **words)
    return read, lambda text: translated(text, language)


def as_junit(grade):
    """Return a grade as JUnit XML: one test case per exercise."""
    failures = sum(not r.right for r in grade.results)
    suite = ElementTree.Element(
        "testsuite", name=grade.notebook, tests=str(len(grade.results)), failures=str(failures)
    )
    for result in grade.results:
        case = ElementTree.SubElement(suite, "testcase", classname=grade.notebook, name=result.exercise)
        if not result.right:
            failure = ElementTree.SubElement(case, "failure", message=result.line)
            failure.text = without_controls(result.reason)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True)


def write_reports(grade, folder):
    """Write NAME.html, NAME.json and NAME.xml into a folder, and return the path of the page."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / Path(grade.file).stem
    for ending, text in (
        ("html", as_html(grade)),
        ("json", json.dumps(grade.to_dict(), indent=1, ensure_ascii=False) + "\n"),
        ("xml", as_junit(grade)),
    ):
        Path(f"{stem}.{ending}").write_text(text, encoding="utf-8", newline="\n")
    return Path(f"{stem}.html")


def without_controls(text):
    """Return text without the control characters that XML does not allow."""
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)


def check_writable(folder):
    """Raise `GradingError` if no reports can be written into a folder; nothing is left there."""
    made = [path for path in (Path(folder), *Path(folder).parents) if not path.exists()]
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise GradingError(
            f"reports cannot be written into {folder} ({error.strerror}): name another folder with --out"
        ) from None
    finally:
        for path in made:
            with suppress(OSError):
                path.rmdir()
