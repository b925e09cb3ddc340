"""The cases of every training loop: no loop that watches the cost may end early and still be right."""

import inspect

import numpy as np
import pytest

from helpers.engine.check import Exercise
from helpers.engine.check.diagnosis import right_values
from helpers.engine.prove.prove import packages

# can_memorize hands its training to the loop of an earlier exercise.
LOOPS = {
    f"{package}.{name}": exercise
    for package, found in packages().items()
    for name, exercise in found.items()
    if isinstance(exercise, Exercise) and "costs" in exercise.returns and "memorized" not in exercise.returns
}
FROM_ZEROS = (
    "vectorization.train_logistic",
    "vectorization.repair_train_logistic",
    "speed.descend_in_span",
)


def changes(exercise):
    """Return for each case with two steps or more how the cost changed from step to step."""
    _, values = right_values(exercise)
    return [np.diff(costs) for *_, costs in values if len(costs) > 2]


def test_there_are_training_loops():
    assert len(LOOPS) >= 6
    assert all("iterations" in inspect.signature(e.solution).parameters for e in LOOPS.values())


@pytest.mark.parametrize("name", LOOPS)
def test_the_cost_rises_before_the_last_step_and_falls_again(name):
    assert any(np.any((d[:-1] > 1e-3) & (d[1:] < -1e-3)) for d in changes(LOOPS[name]))


@pytest.mark.parametrize("name", LOOPS)
def test_the_cost_stays_before_the_last_step(name):
    assert any(np.any(d[:-1] == 0) for d in changes(LOOPS[name]))


@pytest.mark.parametrize("name", LOOPS)
def test_the_last_step_is_not_always_the_best(name):
    assert any(d[-1] > 1e-3 for d in changes(LOOPS[name]))


@pytest.mark.parametrize("name", sorted(set(LOOPS) - set(FROM_ZEROS)))
def test_the_cost_is_small_before_the_last_step(name):
    _, values = right_values(LOOPS[name])
    assert any(min(costs[:-1], default=1) < 1e-4 for *_, costs in values)
