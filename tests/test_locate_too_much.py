"""What `explain` says where something is too much, and what it must not take for the reason."""

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.exercise import Quiz, Seeded
from helpers.engine.check.locate import results
from helpers.engine.check.messages import verdict_from
from helpers.engine.check.quiz import is_right
from helpers.exercises.hyperparameters import random_search
from tests.classes import NAMES, exercises
from tests.test_locate import FIT, FIT_SOURCE, changed, found, learner
from tests.test_locate_forms import LAYERS, LAYERS_SOURCE, PRODUCT, PRODUCT_SOURCE, TOTAL, TOTAL_SOURCE


@pytest.mark.parametrize(
    ("exercise", "source", "old", "new", "kind", "text"),
    [
        # A number, another name, a turned table or a comparison in its place would make all right, too, by accident.
        (FIT, FIT_SOURCE, "w = w - rate", "w = 0.99 * w - rate", "too much", "`0.99` is too much in `0.99 * w`"),
        (FIT, FIT_SOURCE, "- rate * error", "- rate * error * 0.5", "too much", "`0.5` is too much"),
        (TOTAL, TOTAL_SOURCE, "found = found", "if v > 0.3: continue\n        found = found", "branch too much",
         "the branch `if v > 0.3:` is too much"),
        (FIT, FIT_SOURCE, "costs.append", "w = np.sin(w)\n        X = np.cos(X)\n        costs.append",
         "lines too much",
         "Lines 5 and 6"),
        (TOTAL, TOTAL_SOURCE, "found + v", "v", "overwritten", "`found` is overwritten"),
        (LAYERS, LAYERS_SOURCE, "W2 @ b1 + b2", "W2 @ b1 * b2", "sum", "a sum belongs there"),
        (PRODUCT, PRODUCT_SOURCE, "for i in range(len(A))", "for i in range(len(A) - 1)", "too much",
         "`- 1` is too much in `len(A) - 1`"),
        (LAYERS, LAYERS_SOURCE, "W2 @ W1, W2 @ b1 + b2", "W2 @ W1, W2 @ b2 + b2", "wrong name",
         "`b2` stands in this line 2 times; meant is number 1 from the left."),
    ],
)  # fmt: skip
def test_what_is_told(exercise, source, old, new, kind, text):
    first = found(exercise, changed(source, old, new))[0]
    assert first.kind == kind and text in first.sentence, first


def test_the_same_is_too_much_in_two_places():
    source = (
        "def layers(W1, b1, W2, b2):\n    size = np.cosh(b1[0, 0]) + 1\n"
        "    return W2 @ W1 / size, (W2 @ b1 + b2) / size\n"
    )
    first = found(LAYERS, source)[0]
    assert first.kind == "too much" and "`/ size` is too much" in first.sentence
    assert "In line 3, `(W2 @ b1 + b2) / size` needs the same change." in first.sentence


def test_a_value_overwritten_in_every_turn_is_to_be_added_up():
    source = (
        "def product(A, B):\n    C = np.zeros((len(A), B.shape[1]))\n    for k in range(A.shape[1]):\n"
        "        C = np.outer(A[:, k], B[k])\n    return C\n"
    )
    first = found(PRODUCT, source)[0]
    assert (first.kind, first.line) == ("overwritten", 4) and "`C` is overwritten" in first.sentence


def test_nothing_is_recommended_that_stands_for_nothing():
    """`_` has the right value here."""
    source = (
        "def layers(W1, b1, W2, b2):\n    _, b = W2 @ b1 + b2, b1\n    if len(b) != len(_): b = np.resize(b, _.shape)\n"
        "    return W2 @ W1, b\n"
    )
    assert "`_` belongs" not in str(found(LAYERS, source))


def test_a_negative_number_is_quoted_with_its_sign():
    exercise = Exercise(turned, points=1, cases=turned_cases)
    first = found(exercise, "def turned(x):\n    return -2 * np.tanh(x)\n")[0]
    assert first.kind == "one more" and "`-2` is too small by one" in first.sentence


def turned(x):
    """Return −tanh x."""
    return -np.tanh(x)


def turned_cases(rng):
    """Yield numbers of both signs."""
    for k, x in enumerate(rng.uniform(0.2, 1, 4)):
        yield Case(f"{k}", x=float(x * (-1) ** k))


def test_a_default_that_remembers_is_the_only_thing_told():
    source = (
        "def total(values, seen={}):\n    if 'sum' not in seen:\n"
        "        seen['sum'] = values[0][values[0] > 0].sum()\n    return seen['sum']\n"
    )
    assert {f.kind for f in found(TOTAL, source)} <= {"kept between calls", "constant"}


def test_numbers_that_are_drawn_are_not_compared_one_by_one():
    """Whoever draws in another order gets other numbers, and they are no less right."""

    def halves(n, rng):
        order = rng.permutation(n)
        return order[: n // 2]

    cases = [Case(f"{n}", n=n, rng=Seeded(n)) for n in (4, 6, 8)]
    source = "def halves(n, rng):\n    kept = rng.random(n) < 0.5\n    return np.flatnonzero(kept)\n"
    findings = found(Exercise(halves, points=1, cases=lambda rng: cases), source)
    assert not [f for f in findings if f.kind.startswith("place")], findings


def test_one_case_that_agrees_says_nothing_of_all_of_its_kind():
    exercise = Exercise(turned, points=1, cases=turned_cases)
    cases = judged(exercise, lambda x: -np.tanh(x) if x > 0.9 else x)
    assert results.only_where(cases, {}) is None or sum(r.right for r in cases) > 1


def test_every_hyperparameter_is_drawn_in_every_trial():
    source = (
        "def random_search(choices, evaluate, trials, rng):\n    found = []\n    for _ in range(trials):\n"
        "        setting, name = {n: v[0] for n, v in choices.items()}, rng.choice(list(choices))\n"
        "        setting[name] = rng.choice(choices[name])\n        found.append((evaluate(setting), setting))\n"
        "    return sorted(found, key=lambda pair: pair[0], reverse=True)\n"
    )
    exercise = random_search.exercise
    assert verdict_from(exercise, judged(exercise, learner(source, "random_search"))).state == "wrong"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_quiz_has_its_reason_at_every_item(name):
    """Where one may answer with this word, it is no reason that one may answer with some words."""
    for quiz in exercises(name).values():
        if isinstance(quiz, Quiz) and not quiz.recorded:
            words = {w for w in quiz.answers.values() if isinstance(w, str)}
            for item in quiz.answers if len(words) == len(set(quiz.answers.values())) else ():
                for word in words:
                    told = quiz.otherwise.get(item)
                    assert is_right(quiz, item, word) or quiz.reason(item, word) != told, (
                        quiz.name,
                        item,
                        word,
                    )
