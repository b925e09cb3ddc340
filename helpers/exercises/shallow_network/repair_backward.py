"""Bug clinic: two slips on the way back."""

from helpers.engine.check import Case, Exercise
from helpers.exercises.shallow_network.backward import exercise as whole
from helpers.exercises.shallow_network.material import passed
from helpers.shallow_network import backward


def cases(rng):
    """Yield cases from small to large, all with tanh."""
    yield Case("one unit, one example", **passed(rng, 1, 1, 1, 1))
    yield Case("four hidden units, one example", **passed(rng, 3, 4, 1, 1))
    yield Case("six examples", **passed(rng, 2, 4, 1, 6))
    yield Case("as many hidden units as examples", **passed(rng, 2, 3, 1, 3))
    yield Case("two outputs", **passed(rng, 3, 5, 2, 7))


exercise = Exercise(
    backward,
    name="repair_backward",
    points=2,
    cases=cases,
    returns="gradients",
    equivalents={
        "hidden = TANH, always": "The slip is in the slope of tanh: whoever repairs that one is right."
    },
    mistakes=tuple(m for m in whole.mistakes if m.name != "the slope is that of tanh whatever `hidden` says"),
    broken=("the slope is 1 - A1, without the square", "db1 and db2 lost a dimension (no keepdims)"),
    hints=(
        "Compare the shape of each gradient with the shape of its parameter, then compare with a numerical gradient.",
        "Two slips: one in the slope of tanh, one where the examples are summed.",
        "tanh′ = 1 − a²; np.sum(..., axis=1) drops the axis that it sums over unless told to keep it.",
    ),
)
