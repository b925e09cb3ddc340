"""What a learner reads after a check: one line if the answer is right, else why it is wrong and the smallest case."""

import html
import re
from dataclasses import dataclass, replace

from helpers.engine.check import words
from helpers.engine.check.diagnosis import UNWRITTEN
from helpers.engine.check.explanations import (
    also_changed,
    error_paragraphs,
    first_difference,
    in_order,
    is_vague,
    said_of_case,
)
from helpers.engine.check.plain_data import MORE, cut, described, only_number, show
from helpers.engine.language import spoken, translated
from helpers.engine.language.choice import current
from helpers.engine.language.values import paragraph as paragraph_in

MARKS = {"right": ("✓", "#009E73"), "wrong": ("✗", "#D55E00"), "unwritten": ("…", "#0072B2")}
PICTURES = ("values", "trace")  # paragraphs that keep their lines
BESIDE = (
    "first count",
    "agrees so far",
    "names agree so far",
    "one name agrees so far",
    "only where",
)  # findings that come after the smallest case
MOST_PRINTED, MOST_LINES_PRINTED = 400, 5  # characters and lines of the learner's own output
MOST_LINES = 25  # of a verdict as text
MOST_IN_FULL = 2  # lines of a result; of a longer one with parts, only the first part that differs is shown


@dataclass(frozen=True)
class Verdict:
    """The result of a check: `state` is right, wrong or unwritten; `details` are (kind, text) paragraphs.

    A right answer may have a `remark`: it is right all the same. `advice` is shown in the notebook only, never in
    reports. A paragraph of the kind "folded" is shown on demand, and left out of the text. `found` are the kinds of
    what was found out about a wrong answer that no known mistake explains. `notice` says which answer was judged.
    """

    name: str
    state: str
    passed: int
    cases: int
    points: int
    line: str
    details: tuple = ()
    mistakes: tuple = ()
    advice: str = ""
    remark: str = ""
    found: tuple = ()
    notice: str = ""

    @property
    def earned(self):
        """Points, in proportion to the cases that agree."""
        return round(self.points * self.passed / self.cases, 2)

    @property
    def shown(self):
        """The paragraphs that a notebook shows: the notice, the remark, the details, and the advice."""
        before = [("text", text) for text in (self.notice, self.remark) if text]
        return (*before, *self.details, *((("text", self.advice),) if self.advice else ()))

    def in_language(self, language=None):
        """Return the verdict as the learner reads it; grades, records and comparisons keep the English one."""
        if (language := language or current()) == "en":
            return self
        paragraphs = tuple((kind, paragraph_in(kind, text, language)) for kind, text in self.shown)
        line = translated(self.line, language)
        return replace(self, line=line, details=paragraphs, notice="", remark="", advice="")

    def as_dict(self):
        """Return what a report needs, as plain data."""
        data = {
            "exercise": self.name,
            "state": self.state,
            "passed": self.passed,
            "cases": self.cases,
            "points": self.points,
            "earned": self.earned,
            "line": self.line,
            "details": [list(paragraph) for paragraph in self.details if paragraph[0] != "folded"],
            "mistakes": list(self.mistakes),
        }
        more = {"remark": self.remark, "found": list(self.found)}
        return data | {key: value for key, value in more.items() if value}

    def as_html(self):
        """Return the verdict as a block with a colored edge and a mark; the words are those of the text."""
        mark, color = MARKS[self.state]
        blocks = "".join(block(kind, text) for kind, text in self.shown)
        return (
            f'<div role="status" style="border-left:4px solid {color};padding:2px 12px">'
            f'<p style="margin:4px 0"><b aria-hidden="true" style="color:{color}">{mark}</b> '
            f"<b>{html.escape(self.line)}</b></p>{blocks}</div>"
        )

    def __str__(self):
        text = self.line
        for kind, paragraph in self.shown:
            if kind != "folded":
                text += ("\n" if kind in PICTURES else "\n\n") + paragraph
        return text

    def _repr_mimebundle_(self, **_):
        return {"text/plain": str(self), "text/html": self.as_html()}


def block(kind, text):
    """Return one paragraph as HTML: `values` and `trace` keep their lines, `folded` opens on a click."""
    if kind == "folded":
        return f"<details><summary>{spoken(words.WHOLE_CASE)}</summary>{block('values', text)}</details>"
    if kind in PICTURES:
        return f'<pre style="margin:4px 0 4px 12px">{html.escape(text)}</pre>'
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
    return f'<p style="margin:4px 0">{marked}</p>'


def verdict_from(exercise, results, mistakes=(), findings=(), brief=False):
    """Return the `Verdict` on judged cases, given the known mistakes that explain them, or what else was found.

    `brief` leaves out the paragraphs that show the smallest case, which take most of the time.
    """
    failing = [r for r in results if not r.right]
    if not failing:
        return right(exercise, results, mistakes)
    if any(r.complaint == UNWRITTEN for r in failing):
        return unwritten(exercise, len(results))
    if exercise.broken and {m.name for m in mistakes} == set(exercise.broken):
        return unrepaired(exercise, results, failing)
    if brief:
        return bare_wrong(exercise, results, failing, mistakes, findings)
    return wrong(exercise, results, failing, mistakes, findings)


def right(exercise, results, known=()):
    """Return the verdict on an answer that is right in all cases, with a remark if NumPy warned."""
    n = len(results)
    line = words.AGREE.format(name=exercise.name, passed=n, n=n)
    remark = next((r.remark for r in results if r.remark), "")
    if remark and known:
        one_or_both = (words.WARNED_BECAUSE, words.WARNED_BECAUSE_BOTH)
        remark = one_or_both[len(known) > 1].format(
            name=known[0].name, other=known[-1].name, why=whys_of(known)
        )
    return Verdict(exercise.name, "right", n, n, exercise.points, line, remark=remark)


def unwritten(exercise, n):
    """Return the verdict on an exercise that the learner has not begun."""
    name = exercise.name
    line, advice = words.UNWRITTEN_LINE.format(name=name), words.NEXT_UNWRITTEN.format(name=name)
    return Verdict(name, "unwritten", 0, n, exercise.points, line, advice=advice)


def unrepaired(exercise, results, failing):
    """Return the verdict on a bug clinic's function that still makes the mistakes that it was handed out with."""
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    line = words.UNREPAIRED_LINE.format(name=name, passed=passed, n=n)
    verdict = Verdict(name, "unwritten", 0, n, exercise.points, line)
    return fitted(verdict, exercise, failing[0], [], [("text", words.NEXT_UNREPAIRED)])


def wrong(exercise, results, failing, mistakes, findings):
    """Return the verdict on a wrong answer: why it is wrong, then the smallest failing case."""
    first = failing[0]  # cases come from small to large
    before, after = [], []
    if mistakes:
        before.append(("text", reason(results, mistakes)))
    telling = [f for f in findings if f.kind not in BESIDE]
    for finding in telling[: 1 if telling and telling[0].complete else 2]:
        before += finding.paragraphs
    if first.outcome.raised:
        before, after = in_order(before, error_paragraphs(first))
    elif not before:
        before, after = said_of_case(exercise, results, failing)
    elif not (mistakes or is_vague(first.complaint) or is_explained(first, telling)):
        after.append(("text", first.complaint))
    if not (mistakes or telling):
        after += [p for f in findings[:1] for p in f.paragraphs]
    if first.outcome.changed and (also := also_changed(exercise, first, before)):
        after.append(("text", also))
    verdict = bare_wrong(exercise, results, failing, mistakes, findings)
    return fitted(verdict, exercise, first, before, after)


def bare_wrong(exercise, results, failing, mistakes, findings):
    """Return the verdict on a wrong answer without its paragraphs."""
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    return Verdict(
        name=name,
        state="wrong",
        passed=passed,
        cases=n,
        points=exercise.points,
        line=words.AGREE.format(name=name, passed=passed, n=n),
        mistakes=tuple(m.name for m in mistakes),
        advice=words.NEXT_WRONG.format(name=name),
        found=tuple(f.kind for f in findings),
    )


def is_explained(judged, telling):
    """Return whether a complaint about numbers adds nothing: the mistake was found."""
    return telling[0].complete and words.is_made_from(judged.complaint, *words.ABOUT_NUMBERS)


def reason(results, mistakes):
    """Return the paragraph that names one mistake or two, and says why they are some."""
    names, both = {"name": mistakes[0].name, "other": mistakes[-1].name}, len(mistakes) > 1
    template = (words.LOOKS_AS_IF, words.LOOKS_AS_IF_BOTH)[both]
    # A result that is the same everywhere says little about its cause.
    raised = any(r.outcome.raised for r in results)  # an error says more
    value = None if raised else only_number([r.expected for r in results], [r.outcome.value for r in results])
    if value is not None:
        template, names["value"] = (words.ALL_THE_SAME, words.ALL_THE_SAME_BOTH)[both], f"{value:.6g}"
    return f"{template.format(**names)} {whys_of(mistakes)}".rstrip()


def whys_of(mistakes):
    """Return why these are mistakes, each reason once."""
    return " ".join(dict.fromkeys(m.why for m in mistakes))


def fitted(verdict, exercise, judged, before, after):
    """Return a verdict with its paragraphs, the data of the case shortened so far that it has few lines."""
    printed = []
    if judged.outcome.printed:
        lines = judged.outcome.printed[-MOST_PRINTED:].rstrip().splitlines()
        printed = [("text", words.PRINTED), ("values", "\n".join(lines[-MOST_LINES_PRINTED:]))]
    for most in (8, 6, 4, 3, 2, 1):
        values = case_lines(exercise, judged, most)
        folded = [("folded", case_lines(exercise, judged, None))] if MORE in values else []
        case = [("text", words.SMALLEST.format(note=judged.case.note)), ("values", values), *folded]
        found = [shortened(paragraph, most) for paragraph in before]
        fitting = replace(verdict, details=(*found, *case, *after, *printed))
        if str(fitting).count("\n") < MOST_LINES:
            break
    return fitting


def shortened(paragraph, most):
    """Return a paragraph, its values cut after 2·`most` lines."""
    kind, text = paragraph
    lines = text.splitlines()
    return (
        (kind, "\n".join([*lines[: 2 * most - 1], f"  {MORE}"]))
        if kind in PICTURES and len(lines) > 2 * most
        else paragraph
    )


def case_lines(exercise, judged, most):
    """Return the lines of a case as text, at most `most` for each argument and value; None shows all of them."""
    outcome, label = judged.outcome, ""
    rows = [(f"{name} = ", described(value)) for name, value in judged.case.args.items()]
    expected, actual = show(judged.expected), show(outcome.value)
    if not (outcome.raised or outcome.late or expected == actual):
        if most is not None and expected.count("\n") >= MOST_IN_FULL:
            label, *values = first_difference(exercise, judged.expected, outcome.value)
            expected, actual = map(show, values) if label else (expected, actual)
        labels = [f"{word.format(part=label).rstrip()} " for word in (words.EXPECTED, words.YOURS)]
        width = max(map(len, labels)) + (not label)
        rows += [(labels[0].ljust(width), expected)] if judged.expected is not None else []
        rows.append((labels[1].ljust(width), actual))
    return "\n".join(cut(label, text, most) for label, text in rows)
