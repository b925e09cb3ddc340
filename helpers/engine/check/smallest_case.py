"""The smallest failing case as a learner sees it: whole if it has few lines, else shortened, and the rest folded."""

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.compare import where_different
from helpers.engine.check.explanations import first_difference
from helpers.engine.check.shown import MORE, WIDTH, described, indented, show, within

# (lines of an argument, lines of each of the two results), from many to few
SIZES = ((8, 8), (4, 6), (2, 4), (1, 3), (1, 2), (1, 1))
MOST_LINES_FOLDED = 200


def case_text(exercise, judged, size, told=()):
    """Return a case as text, shortened to a size, without the results if they are among the pairs that were `told`."""
    lines = argument_lines(judged.case.args, size[0]) + result_lines(exercise, judged, size[1], told)
    return "\n".join(lines)


def folded(judged, text):
    """Return the paragraph with the whole case, in a list, if a text leaves something out."""
    whole = whole_case(judged)
    return [("folded", whole)] if without_spaces(text) != without_spaces(whole) else []


def whole_case(judged):
    """Return everything about a case as text, cut only if it is very long."""
    lines = argument_lines(judged.case.args)
    if has_results(judged):
        results = [show(value, full=True) for value in (judged.expected, judged.outcome.value)]
        lines += [labeled(*row) for row in results_below("", results)]
    lines = "\n".join(lines).split("\n")
    return "\n".join(lines if len(lines) <= MOST_LINES_FOLDED else [*lines[:MOST_LINES_FOLDED], MORE])


def argument_lines(args, most=None):
    """Return the arguments of a case, each in at most `most` lines, or in full; numbers and names share lines."""
    found, shared = [], False
    for name, value in args.items():
        label, text = f"{name} = ", described(value, full=most is None)
        short = not isinstance(value, (tuple, list, dict)) and not np.ndim(value) and "  (" not in text
        if short and shared and len(f"{found[-1]}, {label}{text}") <= WIDTH:
            found[-1] += f", {label}{text}"
        elif most is None or text.count("\n") < most:
            found.append(labeled(label, text))
        else:
            found.append(labeled(label, within(most, value, WIDTH - len(label))))
        shared = short
    return found


def result_lines(exercise, judged, most, told):
    """Return the two results in at most `most` lines each; of results with several parts, the first wrong part."""
    if not has_results(judged):
        return []
    part, expected, actual = "", judged.expected, judged.outcome.value
    if any(show(value).count("\n") >= most for value in (expected, actual)):
        part, *values = first_difference(exercise, expected, actual)
        expected, actual = values if part else (expected, actual)
    at = where_different(expected, actual, exercise.rtol, exercise.atol)
    room = WIDTH - len(words.EXPECTED.format(part=part))
    texts = [within(most, value, room, at) for value in (expected, actual)]
    if (judged.case.note, *map(without_spaces, reversed(texts))) in told:
        return []
    return [labeled(*row) for row in results_below(part, texts)]


def without_spaces(text):
    """Return a text without spaces and line breaks."""
    return "".join(text.split())


def has_results(judged):
    """Return whether there are two results that look different."""
    outcome, texts = judged.outcome, [show(v, full=True) for v in (judged.expected, judged.outcome.value)]
    return not (outcome.raised or outcome.late) and texts[0] != texts[1]


def results_below(part, texts):
    """Return (label, text) of the expected and of the learner's result, or of a part of them; None is not expected."""
    found = [f"{word.format(part=part).rstrip()} " for word in (words.EXPECTED, words.YOURS)]
    width = max(map(len, found)) + (not part)
    rows = [(label.ljust(width), text) for label, text in zip(found, texts, strict=True)]
    return rows[1:] if texts[0] == "None" else rows


def labeled(label, text):
    """Return a text behind a label, its further lines below its first."""
    return label + indented(text, len(label))
