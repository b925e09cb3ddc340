"""Name the mistake in a wrong answer: the known wrong answer, or two together, that gives the same results."""

import warnings
from functools import cache
from itertools import combinations, permutations

from helpers.engine.check import words
from helpers.engine.check.compare import equal
from helpers.engine.check.diagnosis import SEED, UNWRITTEN, Answer, complaint_about_value
from helpers.engine.check.exercise import Mistake, compiled, patched, solution_source
from helpers.engine.check.locate.experiments import parts_right

ANOTHER = Mistake(words.SECOND_MISTAKE, {}, why="")  # stands for one of several
SAME = 1e-6  # by which wrong values may differ, relatively, if they are to come from one mistake


def name_mistakes(exercise, results, seed=SEED):
    """Return the known mistakes that explain the judged cases: one, else two together, else one nearly, else none."""
    return exactly_named(exercise, results, seed) or nearly_named(exercise, results, seed)


def nothing_to_name(results):
    """Return whether no case has anything that a known mistake could explain."""
    return all(r.complaint in (None, UNWRITTEN) and not r.remark or r.outcome.late for r in results)


def exactly_named(exercise, results, seed=SEED):
    """Return the known mistakes that do exactly what was done in the judged cases: one, else two together, else none.

    Where several pairs explain them, only a mistake that all these pairs share is certain.
    """
    if nothing_to_name(results):
        return ()
    effects = Effects(exercise, results)
    singles = [(m,) for m in exercise.mistakes]
    for mistake in singles:
        if effects.explained_by(known_answer(exercise, seed, mistake)):
            return mistake
    together = [m for m in exercise.mistakes if not m.alone]
    pairs = [pair for pair in combinations(together, 2) if effects.explained_by_pair(pair, seed)]
    pairs = [pair for pair in pairs if not cancel(exercise, pair, results, seed)]
    if pairs:
        named = {frozenset(m.name for m in pair) for pair in pairs}  # variants of one slip share a name
        shared = tuple(m for m in pairs[0] if all(m.name in names for names in named))
        return shared if len(named) == 1 or not shared else (*shared, ANOTHER)
    return ()


def cancel(exercise, pair, results, seed):
    """Return whether nothing is wrong of what one of two mistakes makes wrong: the other undoes it by chance."""
    right = right_parts(results)
    for mistake in pair:
        known = known_answer(exercise, seed, (mistake,))
        alone = right_parts(known.judged()) if known else ()
        undone = [r for r, a in zip(right, alone, strict=False) if not a]
        if len(alone) == len(right) and undone and all(undone):
            return True
    return False


def right_parts(results):
    """Return for each part of the results whether it is right in every case; () where the form is not always theirs."""
    judged = [parts_right(r.expected, r.outcome) for r in results]
    return tuple(map(all, zip(*judged, strict=True))) if len(set(map(len, judged))) == 1 else ()


def nearly_named(exercise, results, seed=SEED):
    """Return the known mistake whose values are nearly those of the judged cases, if there is just one."""
    if nothing_to_name(results):
        return ()
    effects = Effects(exercise, results)
    answers = {mistake: known_answer(exercise, seed, (mistake,)) for mistake in exercise.mistakes}
    found = [mistake for mistake, known in answers.items() if effects.explained_by(known, True)]
    return tuple(found) if len(found) == 1 else ()


@cache
def made(exercise, mistakes):
    """Return the source of the solution with these mistakes put in, or None if they cannot be put in together."""
    try:
        return patched(solution_source(exercise), mistakes)
    except (ValueError, SyntaxError):
        return None


@cache
def orders_of(exercise, pair):
    """Return the orders of two mistakes that make different answers, which neither of them makes alone."""
    alone = [made(exercise, (mistake,)) for mistake in pair]
    orders = {made(exercise, order): order for order in permutations(pair)}
    return [order for source, order in orders.items() if source and source not in alone]


@cache
def known_answer(exercise, seed, mistakes):
    """Return the `Answer` that makes these mistakes, or None if there is none."""
    source = made(exercise, mistakes)
    try:
        with warnings.catch_warnings():  # two mistakes together may make a line that Python warns about
            warnings.simplefilter("ignore")
            return source and Answer(exercise, compiled(source, exercise), seed)
    except (ValueError, SyntaxError):
        return None


class Effects:
    """What a learner's answer does in every case, as far as a known mistake must do the same."""

    def __init__(self, exercise, results):
        self.exercise, self.results, self.aspects = exercise, results, aspects_of(results)
        self.effects = [effect(result, aspect) for result, aspect in zip(results, self.aspects, strict=True)]

    def explained_by(self, known, nearly=False):
        """Return whether a known wrong answer, or None, has the same effects.

        `nearly` allows what the check allows between two values, and errors of one type with other words where
        a wrong value agrees.
        """
        if known is None:
            return False
        for n in (1, None):  # most mistakes differ in the first case: then the others are not run
            others = known.judged(n)
            effects = [effect(other, aspect) for other, aspect in zip(others, self.aspects, strict=False)]
            pairs = zip(others, self.effects, effects, strict=False)
            if nearly:
                same = all(self.nearly_same(other.case, one, two) for other, one, two in pairs)
            else:
                same = all(one[0] == two[0] and equal(one, two, SAME) for _, one, two in pairs)
            if not same:
                return False
        return not nearly or any(one[0] == "value" for one in self.effects)

    def explained_by_pair(self, pair, seed):
        """Return whether two mistakes, put in one after the other, have the same effects."""
        orders = orders_of(self.exercise, pair)
        return any(self.explained_by(known_answer(self.exercise, seed, order)) for order in orders)

    def nearly_same(self, case, one, two):
        """Return whether two effects are the same in a case, or nearly."""
        if one[0] == two[0] == "raised":
            return one[1] == two[1]
        if one[0] == two[0] == "value" and self.exercise.judge is None:
            return complaint_about_value(self.exercise, case, two[1], one[1]) is None
        return equal(one, two, SAME)


def aspects_of(results):
    """Return for each judged case what a known mistake must reproduce: "value", "complaint" or "error"."""
    values_right = [equal(r.expected, r.outcome.value, SAME) for r in results]
    return [aspect(r.outcome, right) for r, right in zip(results, values_right, strict=True)]


def aspect(outcome, value_right):
    """Return what a known mistake must reproduce in one case."""
    if outcome.raised:
        return "error"
    # What is wrong with a right value is a warning, or an argument that was modified: the complaint says which.
    return "complaint" if value_right and outcome.value is not None else "value"


def effect(result, aspect):
    """Return what happened in a judged case as plain data, as far as a known mistake must reproduce it."""
    outcome = result.outcome
    if result.remark:
        return "remark", result.remark
    if result.right or outcome.late:
        return ("right" if result.right else "late"), None
    if outcome.raised:
        return "raised", *outcome.raised[:2]
    if aspect == "complaint":
        return "complaint", outcome.value, result.complaint
    return "value", outcome.value
