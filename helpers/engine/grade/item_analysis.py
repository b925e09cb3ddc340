"""The item analysis of a class: points, every exercise, the most common mistakes. One page that needs no other file."""

import statistics
from collections import Counter

from helpers.engine.grade.pages import render

MOST_KINDS = 2000  # different mistakes remembered for one exercise
MOST_LISTED = 6  # mistakes listed for one exercise
MOST_NAMES = 60  # people listed in one group
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
            self.problems.append(f"{row.place}: {last_line}")

    def page(self, groups, facts, absent=(), strangers=()):
        """Return the item analysis as HTML.

        groups: of similar submissions, as `Similarity.groups` returns them
        facts: lines on how the class was graded
        absent, strangers: names of learners that are in the roster only, or not in it
        """
        graded, submitted = self.states["graded"], self.states.total()
        unlisted = submitted - graded - len(self.problems)
        return render(
            "analysis.html",
            graded=graded,
            submitted=submitted,
            notebooks=sorted(self.notebooks.items()),
            problems=[*self.problems, *([f"and {unlisted} more, in grades.csv"] if unlisted else [])],
            similar=[f"{g.likeness}: {listed(g.learners)}" for g in groups],
            facts=list(facts),
            absent=list(absent),
            strangers=list(strangers),
        )


def listed(names):
    """Return names in one line, the first of them if they are many."""
    more = len(names) - MOST_NAMES
    return ", ".join([*names[:MOST_NAMES], *([f"and {more} more"] if more > 0 else [])])


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
        return [(f"{10 * i} to {10 * (i + 1)} %", tenths[i] / largest, str(tenths[i])) for i in range(10)]

    def exercise_bars(self):
        """Return [(exercise, mean share of its points, the same as text)]."""
        return [(name, e.share(), f"{e.share():.0%}") for name, e in self.exercises.items()]

    def hardest(self):
        """Return the exercise with the smallest share of points."""
        return min(self.exercises, key=lambda name: self.exercises[name].share())

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
        # "relu: not written yet" says it, also for a quiz ("not answered") and a bug clinic ("not repaired").
        return [result.line.partition(": ")[2].partition(",")[0]]
    return result.mistakes or ["another mistake"]
