"""The way back through broadcasting."""

from helpers.autodiff import unbroadcast
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers


def cases(rng):
    """Yield cases from small to large."""
    for note, before, after in (
        ("a column b beside four examples", (3, 1), (3, 4)),
        ("a row to three rows", (1, 2), (3, 2)),
        ("nothing was broadcast", (2, 3), (2, 3)),
        ("an array without axes to a matrix", (), (2, 3)),
        ("one entry to a matrix", (1, 1), (2, 4)),
        ("one axis to two", (4,), (3, 4)),
        ("one axis of length 1 to two axes", (1,), (3, 2)),
        ("two axes to three, one of them stretched", (3, 1), (2, 3, 5)),
        ("an axis of length 1 that stays", (1, 3), (1, 3)),
        ("a square", (1, 3), (3, 3)),
    ):
        yield Case(note, dC=numbers(rng, *after), shape=before)


exercise = Exercise(
    unbroadcast,
    points=3,
    cases=cases,
    mistakes=(
        Mistake(
            "stretched axes are summed, but axes in front are not",
            {"    dC = np.sum(dC, axis=tuple(range(in_front)))\n": ""},
            why="An array with fewer axes was given new ones in front: these are summed away first.",
        ),
        Mistake(
            "axes in front are summed away, but stretched axes are not",
            {"np.sum(dC, axis=stretched, keepdims=True)": "dC"},
            why="Where the shape has a 1, the array was copied along this axis: the copies are added up.",
        ),
        Mistake(
            "the stretched axis is lost (no keepdims)",
            {", keepdims=True": ""},
            why="(3, 1) is not (3,): keepdims=True leaves an axis of length 1.",
        ),
        Mistake(
            "a mean is taken instead of a sum",
            {"np.sum(dC, axis=stretched": "np.mean(dC, axis=stretched", "dC = np.sum": "dC = np.mean"},
            why="Every copy has its own effect on the cost, and effects are added up. The 1/m comes elsewhere.",
        ),
        Mistake(
            "a mean is taken over the stretched axes",
            {"np.sum(dC, axis=stretched": "np.mean(dC, axis=stretched"},
            why="Every copy has its own effect on the cost, and effects are added up.",
        ),
        Mistake(
            "everything is summed to one number",
            {"return np.sum(dC, axis=stretched, keepdims=True)": "return np.sum(dC)"},
            why="Only the axes that were broadcast are summed.",
        ),
        Mistake(
            "the first copy is taken, and the others are left out",
            """
def unbroadcast(dC, shape):
    while dC.ndim > len(shape):
        dC = dC[0]
    for axis, length in enumerate(shape):
        if length == 1:
            dC = dC.take([0], axis=axis)
    return dC
""",
            why="Every copy has its own effect on the cost: the gradients of all copies are added up.",
        ),
        *(
            Mistake(
                "the first copy is taken, and the others are left out",
                {"np.sum(dC, axis=stretched, keepdims=True)": first},
                why="Every copy has its own effect on the cost: the gradients of all copies are added up.",
                alone=True,
            )
            for first in (
                "dC[tuple(slice(0, 1) if axis in stretched else slice(None) for axis in range(dC.ndim))]",
                "dC[:, :1] if stretched else dC",
            )
        ),
        Mistake(
            "the axes to sum away are counted from the back",
            {"tuple(range(in_front)))": "tuple(range(-in_front, 0)))"},
            why="Broadcasting puts new axes in front: these are summed away, from axis 0 on.",
        ),
        Mistake(
            "it is only reshaped",
            "def unbroadcast(dC, shape):\n    return dC.reshape(shape)\n",
            why="The gradients of all copies are added up; reshape and resize add nothing.",
            alone=True,
        ),
        Mistake(
            "it is only reshaped",
            "def unbroadcast(dC, shape):\n    return np.resize(dC, shape)\n",
            why="The gradients of all copies are added up; reshape and resize add nothing.",
        ),
        Mistake(
            "only the last axis is looked at",
            {"if length == 1": "if length == 1 and axis == len(shape) - 1"},
            why="Any axis of length 1 may have been stretched: look at all of them.",
        ),
        Mistake(
            "only the first axis is looked at",
            {"if length == 1": "if length == 1 and axis == 0"},
            why="Any axis of length 1 may have been stretched: look at all of them.",
        ),
        Mistake(
            "it is always summed over the examples",
            "def unbroadcast(dC, shape):\n    return np.sum(dC, axis=1, keepdims=True)\n",
            why="That is right for b, a column. In general the shape says which axes were stretched.",
        ),
        Mistake(
            "the axes in front are kept, with length 1",
            {"tuple(range(in_front)))": "tuple(range(in_front)), keepdims=True)"},
            why="The result has exactly the shape asked for: axes that were put in front disappear.",
        ),
    ),
    hints=(
        "Broadcasting copies. Each copy has its own effect on the cost; the effects of all copies are added up.",
        "First sum away the axes in front, as many as dC.ndim − len(shape). Then sum every axis whose length in shape "
        "is 1, with keepdims=True.",
        "np.sum takes a tuple of axes, axis=(0, 2), and an empty one sums nothing. enumerate gives axis and length.",
    ),
)
