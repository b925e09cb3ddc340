"""Checking values that the learner fills in: every item is one case, every wrong choice has its explanation."""

from helpers.engine.check import words
from helpers.engine.check.compare import equal
from helpers.engine.check.plain_data import plain
from helpers.engine.check.shown import show
from helpers.engine.check.verdict import Verdict, below_each_other
from helpers.engine.language import meanings

NO_DICT = "It is no dict: keep the names of the items, as they were given, and put your answers in place of the `...`."
NO_SUCH_ITEMS = "There is no item {items}. The items are: {known}."
MOST_KEYS, LONGEST_KEY = 5, 40  # that are shown of those that are no items


def check_quiz(quiz, answers):
    """Return the `Verdict` on a dict of answers; anything but a dict counts as unanswered."""
    answers = plain(answers)
    is_dict = isinstance(answers, dict)
    answers = in_english(quiz, answers) if is_dict else {}
    unknown = no_such_items(quiz, answers)
    choices = {item: answers.get(item, ...) for item in quiz.answers}
    blank = [item for item, choice in choices.items() if choice is ...]
    wrong = [item for item in choices if item not in blank and not is_right(quiz, item, choices[item])]
    n = len(choices)
    if len(blank) == n:
        advice = words.NEXT_QUIZ.format(name=quiz.name) if is_dict else NO_DICT
        advice = unknown or advice
        line = words.QUIZ_UNANSWERED_LINE.format(name=quiz.name)
        return Verdict(quiz.name, "unwritten", 0, n, quiz.points, line, advice=advice)
    shown = {item: f"{item}: {show(choices[item])}" for item in wrong}
    details = [("text", f"{text}. {quiz.reason(item, choices[item])}") for item, text in shown.items()]
    if blank:
        details.append(("text", words.QUIZ_BLANK.format(items="; ".join(map(str, blank)))))
    if unknown and details:
        details.append(("text", unknown))
    passed = n - len(wrong) - len(blank)
    state = "right" if passed == n else "wrong"
    line = words.QUIZ_LINE.format(name=quiz.name, passed=passed, n=n)
    return Verdict(
        quiz.name, state, passed, n, quiz.points, line, below_each_other(details), tuple(shown.values())
    )


def no_such_items(quiz, answers):
    """Return a sentence about the keys of a dict that are no items of a quiz, or ""."""
    unknown = [str(key)[:LONGEST_KEY] for key in answers if key not in quiz.answers][:MOST_KEYS]
    known = "; ".join(map(str, quiz.answers))
    return NO_SUCH_ITEMS.format(items=words.listed(unknown), known=known) if unknown else ""


def in_english(quiz, answers):
    """Return answers, in whatever language the items and the words are, with those of the quiz."""
    if answers.keys() <= quiz.answers.keys() and all(str(value).isascii() for value in answers.values()):
        return answers
    return {
        first(item, lambda each: each in quiz.answers): first(choice, quiz.knows)
        for item, choice in answers.items()
    }


def first(word, known):
    """Return the first meaning of a word that is known, or the word itself; what is no text stays as it is."""
    if not isinstance(word, str):
        return word
    return next((each for each in meanings(word.strip()) if known(each)), word)


def is_right(quiz, item, choice):
    """Return whether a choice is right: text in upper or lower case, with spaces around it or not; numbers nearly."""
    if quiz.recorded:
        return quiz.answers[item].matches(choice)
    answer = plain(quiz.answers[item])
    if isinstance(answer, str) and isinstance(choice, str):
        return answer.strip().lower() == choice.strip().lower()
    return equal(answer, choice, quiz.rtol)
