"""What a learner reads after a check: one line if the answer is right, else the smallest failing case, and why."""

import html
import re
from dataclasses import dataclass

import numpy as np

from helpers.engine.check.compare import constant_ratio
from helpers.engine.check.diagnosis import UNWRITTEN
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.plain_data import NUMERIC, indented, show, show_argument

MARKS = {"right": ("✓", "#009E73"), "wrong": ("✗", "#D55E00"), "unwritten": ("…", "#0072B2")}
NOTHING_SAID = "The result differs."  # left out where a mistake is named
VAGUE = (" differs.", "expected the number in it.")  # ends of sentences that a larger case may improve on
MOST_PRINTED = 400  # characters of the learner's own output


@dataclass(frozen=True)
class Verdict:
    """The result of a check: `state` is right, wrong or unwritten; `details` are (kind, text) paragraphs.

    `advice` is shown in the notebook only, never in reports.
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

    @property
    def earned(self):
        """Points, in proportion to the cases that agree."""
        return round(self.points * self.passed / self.cases, 2)

    @property
    def shown(self):
        """The paragraphs that a notebook shows: the details, and the advice if there is any."""
        return (*self.details, ("text", self.advice)) if self.advice else self.details

    def as_dict(self):
        """Return what a report needs, as plain data."""
        return {
            "exercise": self.name,
            "state": self.state,
            "passed": self.passed,
            "cases": self.cases,
            "points": self.points,
            "earned": self.earned,
            "line": self.line,
            "details": [list(paragraph) for paragraph in self.details],
            "mistakes": list(self.mistakes),
        }

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
        return "\n\n".join([self.line, *[text for _, text in self.shown]])

    def _repr_mimebundle_(self, **_):
        return {"text/plain": str(self), "text/html": self.as_html()}


def block(kind, text):
    """Return one paragraph as HTML: `values` and `trace` keep their lines."""
    if kind in ("values", "trace"):
        return f'<pre style="margin:4px 0 4px 12px">{html.escape(text)}</pre>'
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
    return f'<p style="margin:4px 0">{marked}</p>'


def verdict_from(exercise, results, mistakes=()):
    """Return the `Verdict` on judged cases, given the known mistakes that explain them."""
    failing = [r for r in results if not r.right]
    if not failing:
        return right(exercise, len(results))
    if any(r.complaint == UNWRITTEN for r in failing):
        return unwritten(exercise, len(results))
    if exercise.broken and {m.name for m in mistakes} == set(exercise.broken):
        return unrepaired(exercise, len(results), failing)
    return wrong(exercise, results, failing, mistakes)


def right(exercise, n):
    """Return the verdict on an answer that is right in all n cases."""
    return Verdict(exercise.name, "right", n, n, exercise.points, f"{exercise.name}: {n} of {n} cases agree")


def unwritten(exercise, n):
    """Return the verdict on an exercise that the learner has not begun."""
    name = exercise.name
    advice = f"The cells below use the course's `{name}`. hint({name}) gives a first idea."
    return Verdict(name, "unwritten", 0, n, exercise.points, f"{name}: not written yet", advice=advice)


def unrepaired(exercise, n, failing):
    """Return the verdict on a bug clinic's function that still makes the mistakes that it was handed out with."""
    line = f"{exercise.name}: not repaired yet, {n - len(failing)} of {n} cases agree"
    question = "What would have to change in the function for these two to agree?"
    details = (*failing_case(failing[0]), ("text", question))
    return Verdict(exercise.name, "unwritten", 0, n, exercise.points, line, details)


def wrong(exercise, results, failing, mistakes):
    """Return the verdict on a wrong answer: the smallest failing case, what differs, and the mistake if it is known."""
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    details = list(failing_case(failing[0]))  # cases come from small to large
    if mistakes:
        details = [d for d in details if d != ("text", NOTHING_SAID)]
        details.append(("text", f"It looks as if {' and '.join(m.name for m in mistakes)}."))
        details += [("text", why) for why in dict.fromkeys(m.why for m in mistakes)]
    elif more := common_factor(results) or clearer_complaint(failing):
        details.append(("text", more))
    advice = f"The cells below continue with the course's `{name}`. hint({name}) helps; then check again."
    line = f"{name}: {passed} of {n} cases agree"
    named = tuple(m.name for m in mistakes)
    return Verdict(name, "wrong", passed, n, exercise.points, line, tuple(details), named, advice)


def failing_case(judged):
    """Yield paragraphs with the arguments, the expected and the actual value, what is wrong, and what was printed."""
    outcome = judged.outcome
    yield "text", f"The smallest case that differs: {judged.case.note}."
    values = [f"{name} = {indented(show_argument(v), len(name) + 3)}" for name, v in judged.case.args.items()]
    if not (outcome.raised or outcome.late):
        if judged.expected is not None:
            values.append(f"expected  {indented(show(judged.expected), 10)}")
        values.append(f"yours     {indented(show(outcome.value), 10)}")
    yield "values", "\n".join(values)
    if outcome.raised:
        yield "trace", outcome.raised[2]
        if meaning := meaning_of(*outcome.raised[:2]):
            yield "text", meaning
    else:
        yield "text", judged.complaint
    if outcome.printed:
        yield "text", "It printed:"
        yield "values", outcome.printed[-MOST_PRINTED:].rstrip()


def common_factor(results):
    """Return a sentence if every result is a number, and the same multiple of the expected one, else None."""
    values = [(r.expected, r.outcome.value) for r in results]
    if len(values) < 2 or not all(isinstance(v, NUMERIC) and not np.ndim(v) for pair in values for v in pair):
        return None
    factor = constant_ratio(*np.array(values, dtype=float).T)
    return None if factor is None else f"In every case the result is {factor:.6g} times the expected one."


def clearer_complaint(failing):
    """Return the complaint of a larger case if that of the smallest, often a single number, says little, else None."""
    first, *others = failing
    if not first.complaint.endswith(VAGUE):
        return None
    clearer = (r for r in others if not r.complaint.endswith(VAGUE))
    return next((f"In a larger case, {r.case.note}: {r.complaint}" for r in clearer), None)
