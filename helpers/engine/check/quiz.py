"""Checking values that the learner fills in: every item is one case, every wrong choice has its reason."""

from helpers.engine.check.compare import compare
from helpers.engine.check.formatting import show
from helpers.engine.check.plain_data import plain
from helpers.engine.check.verdict import Verdict


def check_quiz(quiz, given):
    """Return the `Verdict` on a dict of answers; anything but a dict counts as unanswered."""
    given = plain(given)
    given = given if isinstance(given, dict) else {}
    choices = {item: given.get(item, ...) for item in quiz.answers}
    wrong = [item for item in choices if not agrees(quiz, item, choices[item])]
    blank = [item for item in wrong if choices[item] is ...]
    n = len(choices)
    passed = n - len(wrong)
    if len(blank) == n:
        advice = f"Replace each `...` by your answer. hint({quiz.name}) gives a first idea."
        line = f"{quiz.name}: not answered yet"
        return Verdict(quiz.name, "unwritten", 0, n, quiz.points, line, advice=advice)
    details = [
        ("text", f"{item}: {show(choices[item])}. {quiz.reason(item, choices[item])}")
        for item in wrong
        if item not in blank
    ]
    if blank:
        details.append(("text", f"Not answered yet: {'; '.join(map(str, blank))}."))
    state = "wrong" if wrong else "right"
    mistakes = tuple(f"{item}: {show(choices[item])}" for item in wrong if item not in blank)
    line = f"{quiz.name}: {passed} of {n} answers agree"
    return Verdict(quiz.name, state, passed, n, quiz.points, line, tuple(details), mistakes)


def agrees(quiz, item, choice):
    """Return whether one answer is right: text whatever its case and outer blanks, numbers with tolerance."""
    answer = plain(quiz.answers[item])
    if isinstance(answer, str) and isinstance(choice, str):
        return answer.strip().lower() == choice.strip().lower()
    return compare(answer, choice, quiz.rtol) is None
