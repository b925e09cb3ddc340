"""A grade as a page for people, and as JSON and JUnit XML for programs."""

import html
import json
import re
from pathlib import Path
from xml.etree import ElementTree

STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem }
tr { border-bottom: 1px solid #8886 } td.points, th.points { text-align: right; white-space: nowrap }
section { border-left: 4px solid #D55E00; padding-left: 1rem; margin: 1.5rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; padding: .6rem }
"""
HEAD = '<table><thead><tr><th>Right</th><th>Exercise</th><th class="points">Points</th></tr></thead>'


def as_text(grade):
    """Return a grade for the terminal: one line an exercise, then the reasons."""
    lines = [f"{grade.notebook}: {grade.earned:g} of {grade.points} points", ""]
    lines += [f"  {mark(r)} {r.earned:>5g} / {r.points}  {r.line}" for r in grade.results]
    for result in grade.results:
        if not result.right and result.reason:
            lines += ["", f"{result.exercise}", indent(result.reason)]
    if grade.notes:
        lines += ["", "Notes", *(f"  {note}" for note in grade.notes)]
    return "\n".join(lines)


def as_html(grade):
    """Return a grade as one page that needs nothing else."""
    said = f"{grade.earned:g} of {grade.points:g} points" if grade.results else "not graded"
    title = html.escape(f"{grade.notebook}: {said}")
    rows = "".join(
        f"<tr><td>{mark(r)}</td><td>{html.escape(r.line)}</td>"
        f'<td class="points">{r.earned:g} / {r.points}</td></tr>'
        for r in grade.results
    )
    reasons = "".join(
        f"<section><h2>{html.escape(r.exercise)}</h2>{paragraphs(r.reason)}</section>"
        for r in grade.results
        if not r.right and r.reason
    )
    notes = "".join(f"<li>{html.escape(note)}</li>" for note in grade.notes)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>\n'
        f"<h1>{title}</h1><p>{html.escape(grade.file)}</p>\n"
        + (f"{HEAD}<tbody>{rows}</tbody></table>\n{reasons}\n" if rows else "")
        + (f"<h2>Notes</h2><ul>{notes}</ul>" if notes else "")
        + "</body></html>\n"
    )


def paragraphs(text):
    """Return a reason as HTML: sentences as prose, values and tracebacks with their lines as they are."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    kept = [any(sign in part for sign in ("\n", "  ", " = ")) for part in parts]
    return "".join(
        f"<pre>{html.escape(part)}</pre>" if lines else f"<p>{with_code(part)}</p>"
        for part, lines in zip(parts, kept, strict=True)
    )


def with_code(text):
    """Return prose as HTML, with what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def as_junit(grade):
    """Return a grade as JUnit XML: one test case an exercise."""
    failures = sum(not r.right for r in grade.results)
    suite = ElementTree.Element(
        "testsuite", name=grade.notebook, tests=str(len(grade.results)), failures=str(failures)
    )
    for result in grade.results:
        case = ElementTree.SubElement(suite, "testcase", classname=grade.notebook, name=result.exercise)
        if not result.right:
            failure = ElementTree.SubElement(case, "failure", message=result.line)
            failure.text = printable(result.reason)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True)


def write_reports(grade, folder):
    """Write NAME.html, NAME.json and NAME.xml into a folder, and return the path of the page."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / Path(grade.file).stem
    for ending, text in (
        ("html", as_html(grade)),
        ("json", json.dumps(grade.as_dict(), indent=1, ensure_ascii=False) + "\n"),
        ("xml", as_junit(grade)),
    ):
        Path(f"{stem}.{ending}").write_text(text, encoding="utf-8", newline="\n")
    return Path(f"{stem}.html")


def mark(result):
    """Return a mark that does not need color."""
    return "✓" if result.right else "✗"


def indent(text):
    """Return text moved two places to the right."""
    return "\n".join(f"  {line}" for line in text.splitlines())


def printable(text):
    """Return text without the control characters that XML does not allow."""
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)
