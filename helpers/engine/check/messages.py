"""What a learner reads after a check: one line if the answer is right, else why it is wrong and the smallest case."""

from dataclasses import replace

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.case_display import MORE, case_lines, only_number
from helpers.engine.check.diagnosis import UNWRITTEN
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.factors import common_factor
from helpers.engine.check.verdict import PICTURES, Verdict

VAGUE = (" differs.", "expected the number in it.")  # ends of sentences that a larger case may improve on
BESIDE = ("agrees so far", "only where")  # findings that come after the smallest case
MOST_PRINTED, MOST_LINES_PRINTED = 400, 5  # characters and lines of the learner's own output
MOST_LINES = 25  # of a verdict as text
WIDEST = 90  # characters of a line of a traceback


def verdict_from(exercise, results, mistakes=(), findings=()):
    """Return the `Verdict` on judged cases, given the known mistakes that explain them, or what else was found."""
    failing = [r for r in results if not r.right]
    if not failing:
        return right(exercise, results, mistakes)
    if any(r.complaint == UNWRITTEN for r in failing):
        return unwritten(exercise, len(results))
    if exercise.broken and {m.name for m in mistakes} == set(exercise.broken):
        return unrepaired(exercise, results, failing)
    return wrong(exercise, results, failing, mistakes, findings)


def right(exercise, results, known=()):
    """Return the verdict on an answer that is right in all cases, with a remark if NumPy warned."""
    n = len(results)
    line = words.AGREE.format(name=exercise.name, passed=n, n=n)
    remark = next((r.remark for r in results if r.remark), "")
    if remark and known:
        names, whys = " and ".join(m.name for m in known), " ".join(dict.fromkeys(m.why for m in known))
        remark = words.WARNED_BECAUSE.format(names=names, whys=whys)
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
    name, n, passed = exercise.name, len(results), len(results) - len(failing)
    first = failing[0]  # cases come from small to large
    before, after = [], []
    if mistakes:
        before.append(("text", reason(results, mistakes)))
    telling = [f for f in findings if f.kind not in BESIDE]
    for finding in telling[: 1 if telling and telling[0].complete else 2]:
        before += paragraphs(finding.sentence)
    if first.outcome.raised:
        before, after = in_order(before, error_paragraphs(first))
    elif not before:
        before, after = said_of_case(exercise, results, failing)
    elif not first.complaint.endswith(VAGUE) and " entries" not in first.complaint and not mistakes:
        after.append(("text", first.complaint))
    if not before:
        after += [p for f in findings[:1] if f.kind in BESIDE for p in paragraphs(f.sentence)]
    if also := also_changed(exercise, first, before):
        after.append(("text", also))
    line = words.AGREE.format(name=name, passed=passed, n=n)
    verdict = Verdict(
        name=name,
        state="wrong",
        passed=passed,
        cases=n,
        points=exercise.points,
        line=line,
        mistakes=tuple(m.name for m in mistakes),
        advice=words.NEXT_WRONG.format(name=name),
        found=tuple(f.kind for f in findings),
    )
    return fitted(verdict, exercise, first, before, after)


def reason(results, mistakes):
    """Return the paragraph that names mistakes, and says why they are some."""
    names, whys = " and ".join(m.name for m in mistakes), dict.fromkeys(m.why for m in mistakes)
    said = words.LOOKS_AS_IF.format(names=names)
    # A result that is the same everywhere says little about its cause.
    if (value := only_number(results)) is not None:
        said = words.ALL_THE_SAME.format(value=f"{value:.6g}", names=names)
    return " ".join([said, *whys]).rstrip()


def paragraphs(sentence):
    """Return a sentence as paragraphs; lines with values in it keep their form."""
    said, _, rest = sentence.partition("\n")
    values, _, end = rest.rpartition("\n\n")
    if not end[:1].isalpha() or end.startswith("it "):  # values with an empty line in them
        values, end = rest, ""
    found = [("text", said), ("values", values), ("text", end)]
    return [(kind, text) for kind, text in found if text]


def in_order(reasons, error):
    """Return what comes before and after the smallest case for an answer that raised an error."""
    return (reasons, error) if reasons else (error, [])


def error_paragraphs(judged):
    """Return paragraphs with the learner's line that raised an error, and what the error means."""
    kind, message, trace = judged.outcome.raised
    meaning = meaning_of(kind, message, judged.case.args)
    *lines, last = trace.splitlines()
    lines = [line if len(line) <= WIDEST else f"{line[: WIDEST - 2]} …" for line in lines]
    said = [("text", last), ("trace", "\n".join(lines))] if lines else [("text", last)]
    return [*said, ("text", meaning)] if meaning else said


def said_of_case(exercise, results, failing):
    """Return what comes before and after the smallest case if nothing but its complaint is known."""
    first = failing[0].complaint
    if factor := common_factor(exercise, results):
        return [("text", factor)], []
    if not first.endswith(VAGUE):
        return [("text", first)], []
    clearer = clearer_complaint(failing)
    said = [] if first == words.RESULT_DIFFERS else [("text", first)]
    if first.endswith(" differs."):  # says less than the values
        return [], [*said, *([("text", clearer)] if clearer else [])]
    return [("text", clearer or first)], []


def clearer_complaint(failing):
    """Return the complaint of a larger case that says more than that of the smallest, or None."""
    clearer = (r for r in failing[1:] if not r.complaint.endswith(VAGUE) and " entries" not in r.complaint)
    return next((words.LARGER.format(note=r.case.note, complaint=r.complaint) for r in clearer), None)


def also_changed(exercise, judged, said):
    """Return a sentence if a wrong result is not all: arguments were changed, and nothing says so yet."""
    outcome, args = judged.outcome, judged.case.args
    names = [n for n in outcome.changed if n not in exercise.may_change and contains_array(args[n])]
    if not names or "was changed" in judged.complaint or any("the caller's" in text for _, text in said):
        return None
    return words.ALSO_CHANGED.format(names=" and ".join(f"`{name}`" for name in names))


def contains_array(value):
    """Return whether a value is, or contains, an array."""
    return (
        isinstance(value, np.ndarray) or isinstance(value, (list, tuple)) and any(map(contains_array, value))
    )


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
