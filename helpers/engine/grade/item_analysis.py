"""The item analysis of a class: points, every exercise, the most common mistakes. One page that needs no other file."""

import statistics
from collections import Counter

from helpers.engine.grade.pages import render
from helpers.engine.language import current, translated

MOST_KINDS = 2000  # different mistakes remembered for one exercise
MOST_LISTED = 6  # mistakes listed for one exercise
MOST_NAMES = 60  # people listed in one group
NOTHING_YET = ("not written yet", "not answered yet", "not repaired yet", "not graded")  # in a verdict
MOST_PROBLEMS = 200  # submissions listed that were not graded


class Analysis:
    """Adds up a gradebook row by row; its size does not grow with the class."""

    def __init__(self):
        self.notebooks, self.states, self.problems = {}, Counter(), []

    def add(self, row):
        """Take in one row of a gradebook."""
        self.states[row.grade.status] += 1
        if row.grade.status == "graded":
            self.notebooks.setdefault(row.grade.notebook, Tally()).add(row.grade)
        elif len(self.problems) < MOST_PROBLEMS:
            last_line = (row.grade.error or row.grade.status).strip().splitlines()[-1]
            self.problems.append((row.place, last_line))

    def page(self, groups, facts, absent=(), strangers=(), unused=()):
        """Return the item analysis as HTML, in the language of this system.

        groups: of similar submissions, as `Similarity.groups` returns them
        facts: lines on how the class was graded
        absent, strangers: names of learners that are in the roster only, or not in it
        unused: lines by hand for which there is no graded submission
        """
        graded, submitted = self.states["graded"], self.states.total()
        unlisted = submitted - graded - len(self.problems)
        problems = [(f"{place}: ", why) for place, why in self.problems]
        return render(
            "analysis.html",
            t=translated,
            language=current(),
            graded=graded,
            submitted=submitted,
            notebooks=sorted(self.notebooks.items()),
            problems=[*problems, *([("", f"and {unlisted} more, in grades.csv")] if unlisted else [])],
            similar=[named(group) for group in groups],
            facts=[("", line) for line in facts],
            absent=[(name, "") for name in absent],
            strangers=[(name, "") for name in strangers],
            unused=[(line, "") for line in unused],
        )


def named(group):
    """Return a group of similar submissions as (names, in words how similar): the first names, if they are many."""
    more = len(group.learners) - MOST_NAMES
    names = [*group.learners[:MOST_NAMES], *([f"… (+{more})"] if more > 0 else [])]
    return f"{', '.join(names)}: ", group.likeness


class Tally:
    """The sums of one notebook."""

    def __init__(self):
        self.scores, self.points, self.exercises = Counter(), 0, {}

    def add(self, grade):
        """Take in one `Grade`."""
        self.points = grade.points
        self.scores[grade.earned] += 1
        for result in grade.results:
            exercise = self.exercises.setdefault(result.exercise, ExerciseTally())
            exercise.earned += result.earned
            exercise.points += result.points
            exercise.mistakes.update(mistakes_in(result))
            if len(exercise.mistakes) > MOST_KINDS:
                exercise.mistakes = Counter(dict(exercise.mistakes.most_common(MOST_KINDS // 2)))

    def median(self):
        """Return the median of the scores; of an even number, the upper of the two in the middle."""
        return statistics.median_high(self.scores.elements())

    def score_bars(self):
        """Return [(label, share of the longest bar, text)] of the scores, in tenths of the points."""
        tenths = Counter()
        for score, count in self.scores.items():
            tenths[min(9, int(10 * score / (self.points or 1)))] += count
        largest = max(tenths.values())
        return [(f"{10 * i}–{10 * (i + 1)} %", tenths[i] / largest, str(tenths[i])) for i in range(10)]

    def exercise_bars(self):
        """Return [(exercise, mean share of its points, the same as text)]."""
        return [(name, e.share(), f"{e.share():.0%}") for name, e in self.exercises.items()]

    def hardest(self):
        """Return the exercise with the smallest share of points, or None if every point was earned."""
        name = min(self.exercises, key=lambda name: self.exercises[name].share())
        return name if self.exercises[name].share() < 1 else None

    def common_mistakes(self):
        """Return [(exercise, [(mistake, how often)])] of the exercises in which mistakes were made."""
        common = {name: e.mistakes.most_common(MOST_LISTED) for name, e in self.exercises.items()}
        return [(name, mistakes) for name, mistakes in common.items() if mistakes]


class ExerciseTally:
    """The sums of one exercise."""

    def __init__(self):
        self.earned, self.points, self.mistakes = 0.0, 0, Counter()

    def share(self):
        """Return the share of the points that was earned."""
        return self.earned / (self.points or 1)


def mistakes_in(result):
    """Return the mistakes of one `ExerciseResult` by name, or in words if no known one explains it."""
    if result.right:
        return []
    if result.state in ("unwritten", "not graded"):
        return [next((words for words in NOTHING_YET if words in result.line), result.state)]
    return result.mistakes or ["another mistake"]
