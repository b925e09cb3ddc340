"""What a learner reads after a check: one line when right, the smallest failing case and why when not."""

import numpy as np

from helpers.engine.check.array_differences import constant_ratio
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.formatting import is_numeric, show
from helpers.engine.check.verdict import Verdict

VAGUE = (" differs.", "expected the number in it.")


def right(exercise, results):
    """Return the verdict on an answer that agrees in every case."""
    n = len(results)
    return Verdict(exercise.name, "right", n, n, exercise.points, f"{exercise.name}: {n} of {n} cases agree")


def unwritten(exercise, results):
    """Return the verdict on an empty exercise."""
    name = exercise.name
    advice = f"The cells below use the course's `{name}`. hint({name}) gives a first idea."
    line = f"{name}: not written yet"
    return Verdict(name, "unwritten", 0, len(results), exercise.points, line, advice=advice)


def unrepaired(exercise, results):
    """Return the verdict on a bug clinic's function that still does what it did when handed out."""
    passed = sum(r.right for r in results)
    line = f"{exercise.name}: not repaired yet, {passed} of {len(results)} cases agree"
    first = smallest(results)
    details = (
        *difference(first),
        ("text", "What would have to change in the function for these two to agree?"),
    )
    return Verdict(exercise.name, "unwritten", 0, len(results), exercise.points, line, details)


def wrong(exercise, results, mistakes):
    """Return the verdict on a wrong answer: the smallest failing case, what differs, which mistake."""
    passed, n = sum(r.right for r in results), len(results)
    details = list(difference(smallest(results)))
    if not mistakes and (more := common_factor(results) or most_telling(results)):
        details.append(("text", more))
    if mistakes:
        details.append(("text", f"It looks as if {' and '.join(m.name for m in mistakes)}."))
        details += [("text", why) for why in dict.fromkeys(m.why for m in mistakes)]
    name = exercise.name
    advice = f"The cells below go on with the course's `{name}`. hint({name}) helps; then check again."
    line = f"{name}: {passed} of {n} cases agree"
    named = tuple(m.name for m in mistakes)
    return Verdict(name, "wrong", passed, n, exercise.points, line, tuple(details), named, advice)


def common_factor(results):
    """Return a sentence where every result is a number, and the same multiple of the expected one, else None."""
    values = [(r.expected, r.outcome.value) for r in results]
    if len(values) < 2 or not all(is_numeric(v) and not np.ndim(v) for pair in values for v in pair):
        return None
    factor = constant_ratio(*np.array(values, dtype=float).T)
    return None if factor is None else f"In every case the result is {factor:.6g} times the expected one."


def most_telling(results):
    """Return a fact from a larger case where the smallest, often a single number, does not say much, else None."""
    first, *others = [r for r in results if not r.right]
    if not first.complaint.endswith(VAGUE):
        return None
    telling = (r for r in others if not r.complaint.endswith(VAGUE))
    return next((f"In a larger case, {r.case.note}: {r.complaint}" for r in telling), None)


def smallest(results):
    """Return the first failing case: cases come from small to large."""
    return next(r for r in results if not r.right)


def difference(judged):
    """Return paragraphs with the input, the expected and the actual value of a failing case."""
    outcome = judged.outcome
    yield "text", f"The smallest case that differs: {judged.case.note}."
    values = [
        f"{name} = {indented(show_input(value), len(name) + 3)}" for name, value in judged.case.args.items()
    ]
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
        yield "values", outcome.printed[-400:].rstrip()


def show_input(value):
    """Return an argument as text."""
    return getattr(value, "address", "").partition(":")[2] or (
        f"np.random.default_rng({value.seed})" if hasattr(value, "seed") else show(value)
    )


def indented(text, n):
    """Return text with every line after the first moved n places to the right."""
    return text.replace("\n", "\n" + " " * n)
