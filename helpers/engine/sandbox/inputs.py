"""In the grader: the inputs of one run, and which of them a sealed process may know from the start."""

import inspect

from helpers.engine.check.diagnosis import right_values
from helpers.engine.check.exercise import Quiz
from helpers.engine.sandbox.call_graph import used_by
from helpers.engine.sandbox.channel import framed


class Inputs:
    """The inputs that all submissions of a run get, as they are sent.

    `first` goes to the warm process, once; `later` has by exercise what goes with the order to run its cell.
    """

    def __init__(self, exercises, emptied, seed):
        self.seed, early = seed, told_early(exercises, emptied)
        written = [exercise for exercise in exercises.values() if not isinstance(exercise, Quiz)]
        frames = {
            e.name: framed({"name": e.name, "cases": [case.args for case in right_values(e, seed)[0]]})
            for e in written
        }
        self.first = b"".join(frames[name] for name in frames if name in early) + framed({})
        self.later = {name: frame for name, frame in frames.items() if name not in early}


def told_early(exercises, emptied):
    """Return the names of the exercises whose inputs help nobody before the exercise is there.

    Whoever knows them could have them answered by what is lent for an earlier exercise and not for this one. So
    nothing lent before may be its solution or use it, and of the other functions under test only those that are lent
    for this one too, or were judged before it.
    """
    early, lent, judged, kept = set(), set(), set(), set(map(id, emptied.values()))
    for name, exercise in exercises.items():
        if not isinstance(exercise, Quiz):
            solution, used = id(inspect.unwrap(exercise.solution)), set(used_by(exercise))
            if solution not in lent and (lent & kept) <= (judged | used):
                early.add(name)
            lent |= used
            judged.add(solution)
    return early
