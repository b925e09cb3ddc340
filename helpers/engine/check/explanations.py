"""What a verdict says beyond the name of a mistake: findings, errors, and the first part of a result that differs."""

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.common import in_common
from helpers.engine.check.compare import LAYERED, equal, names_of_parts, names_within, parts_of
from helpers.engine.check.diagnosis import SEED
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.factors import common_factor
from helpers.engine.check.naming import known_answer

VAGUE = (words.DIFFERS, words.NUMBER_IN_ARRAY, words.ENTRIES_DIFFER)  # a larger case may show more than these
RESULT_DIFFERS = words.DIFFERS.format(where=words.THE_RESULT)
WIDEST = 90  # characters of a line of a traceback


def is_vague(complaint):
    """Return whether a complaint says little more than that something differs."""
    return words.is_made_from(complaint, *VAGUE)


def error_paragraphs(judged, explained=False):
    """Return paragraphs with the learner's line that raised an error, and what it means if its cause is not known."""
    kind, message, trace = judged.outcome.raised
    meaning = None if explained else meaning_of(kind, message, judged.case.args)
    meaning = meaning or asked_to_assert(judged)
    *lines, last = trace.rstrip().splitlines()
    lines = [line if len(line) <= WIDEST else f"{line[: WIDEST - 2]} …" for line in lines]
    said = [("text", last), ("trace", "\n".join(lines))] if lines else [("text", last)]
    return [*said, ("text", meaning)] if meaning else said


def asked_to_assert(judged):
    """Return a sentence if an assert had to stop the call, and an error raised on purpose did, else None."""
    expected, raised = judged.expected, judged.outcome.raised[2].splitlines()[-2:-1]
    stopped = isinstance(expected, dict) and expected.get("stopped by an assert")
    return words.NO_ASSERT if stopped and raised and ": raise " in raised[0] else None


def said_of_case(exercise, results, failing):
    """Return (paragraphs, what is said with the smallest case) if nothing but complaints about the cases are known."""
    first = failing[0].complaint
    if factor := common_factor(exercise, results):
        return [("text", factor)], ""
    if not is_vague(first):
        return [("text", first)], ""
    facts = [("text", fact) for fact in in_common(exercise, results)] + clearer_complaint(failing)
    if words.is_made_from(first, words.DIFFERS):  # says less than the values
        return facts, "" if facts or first == RESULT_DIFFERS else first
    return (facts, first) if facts else ([("text", first)], "")


def clearer_complaint(failing):
    """Return the paragraphs about a larger case that says more than the smallest, if there is one."""
    # What is said about the numbers of one case may be chance; a shape, an error and nan are not.
    clearer = (r for r in failing[1:] if not words.is_made_from(r.complaint, *words.ABOUT_NUMBERS))
    clearer = next((r for r in clearer if not is_vague(r.complaint)), None)
    if clearer is None:
        return []
    said = ("text", words.LARGER.format(note=clearer.case.note, complaint=clearer.complaint))
    return [said, *(error_paragraphs(clearer)[1:] if clearer.outcome.raised else [])]


def also_changed(exercise, judged, mistakes, findings):
    """Return a sentence if arguments were changed, too, and no mistake and no finding that is told includes it."""
    outcome, args = judged.outcome, judged.case.args
    names = [n for n in outcome.changed if n not in exercise.may_change and contains_array(args[n])]
    if not names or words.is_made_from(judged.complaint, words.CHANGED):
        return None
    if any(f.complete or f.kind.startswith("changed") for f in findings) or any(
        changes(exercise, mistake, judged.case, names) for mistake in mistakes
    ):
        return None
    template = words.ALSO_CHANGED_IN_PLACE if exercise.may_change or exercise.probe else words.ALSO_CHANGED
    return template.format(names=words.listed(names))


def changes(exercise, mistake, case, names):
    """Return whether the course's function with a mistake in it changes an argument, too."""
    known = known_answer(exercise, SEED, (mistake,))
    return known is not None and any(
        r.case is case and set(names) & set(r.outcome.changed) for r in known.judged()
    )


def contains_array(value):
    """Return whether a value is, or contains, an array."""
    return (
        isinstance(value, np.ndarray) or isinstance(value, (list, tuple)) and any(map(contains_array, value))
    )


def first_difference(exercise, expected, actual):
    """Return (label, expected, actual) of the first part that differs, as deep as it goes; "" is all of it."""
    label, names = "", exercise.returns
    while isinstance(expected, (tuple, list, dict)):
        labels, inner, pairs = parts(expected, actual, names)
        differing = (i for i, pair in enumerate(pairs) if not equal(*pair, exercise.rtol, exercise.atol))
        i = next(differing, None)
        if i is None:
            break
        label = labels[i] if not labels[i].startswith("[") else label + labels[i]
        names, (expected, actual) = inner[i], pairs[i]
    return label, expected, actual


def parts(expected, actual, names):
    """Return the labels of the parts of two values, the names within each part, and (expected, actual) of each."""
    if isinstance(expected, dict):
        alike = isinstance(actual, dict) and expected.keys() == actual.keys()
        keys = list(expected) if alike else []
        inner = [key if key in LAYERED else () for key in keys]
        return [str(key) for key in keys], inner, [(expected[key], actual[key]) for key in keys]
    found, part_names = parts_of(actual, expected, names), names_of_parts(names, len(expected))
    if found is None or len(found) != len(expected):
        return [], [], []
    labels = [name if name and isinstance(name, str) else f"[{i}]" for i, name in enumerate(part_names)]
    return labels, [names_within(name) for name in part_names], list(zip(expected, found, strict=True))
