"""Bug clinic: an update that loses its result."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.engine.check.compare import compare
from helpers.exercises.paper import weights
from helpers.speed.steps import update


def layers(rng, *shapes):
    """Return [(W, b), ...] of the given shapes of W."""
    return [(weights(rng, *shape), weights(rng, shape[0], 1)) for shape in shapes]


def cases(rng):
    """Yield cases from small to large."""
    for note, rate, shapes in (
        ("one weight", 0.5, [(1, 1)]),
        ("one layer", 1.5, [(2, 3)]),
        ("two layers", 0.1, [(4, 2), (1, 4)]),
        ("four layers", 0.01, [(5, 8), (4, 5), (3, 4), (2, 3)]),
        ("a rate of zero", 0.0, [(2, 2)]),
    ):
        yield Case(note, parameters=layers(rng, *shapes), gradients=layers(rng, *shapes), learning_rate=rate)
    many = (20_000, 1)  # so large that a new array of this size shows in the memory
    yield Case("many units", parameters=layers(rng, many), gradients=layers(rng, many), learning_rate=0.1)
    parameters = tuple(layers(rng, (3, 2), (1, 3)))  # whose arrays can change, but not be replaced
    yield Case(
        "a tuple of layers", parameters=parameters, gradients=layers(rng, (3, 2), (1, 3)), learning_rate=0.3
    )


ONE = "`W = ...` gives the name to a new array; the one in the list stays. `W -= ...` writes into it."

REPLACED = """
def update(parameters, gradients, learning_rate):
    for layer, ((W, b), (dW, db)) in enumerate(zip(parameters, gradients, strict=True)):
        parameters[layer] = (W - learning_rate * dW, b - learning_rate * db)
"""

RETURNED = """
def update(parameters, gradients, learning_rate):
    pairs = zip(parameters, gradients, strict=True)
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in pairs]
"""


def complain(args, expected, actual):
    """Say which parameter is not what it should be afterwards, or that new arrays were made on the way."""
    after = "first argument afterwards"
    if wrong := compare(expected[after], actual[after], names="parameters"):
        return wrong
    if actual["new arrays"]:
        return (
            "The parameters are right, but a new array was made on the way. "
            "The gradients are free to be overwritten: give every operation an array to write into."
        )
    return None


exercise = Exercise(
    update,
    name="repair_update",
    points=1,
    cases=cases,
    probe="in_place_frugal",
    may_change=("parameters", "gradients"),
    judge=complain,
    mistakes=(
        Mistake("the new weights are lost", {"W -= dW": "W = W - dW"}, why=ONE),
        Mistake("the new biases are lost", {"b -= db": "b = b - db"}, why=ONE),
        Mistake(
            "new weights and biases are lost", {"W -= dW": "W = W - dW", "b -= db": "b = b - db"}, why=ONE
        ),
        Mistake(
            "the step goes uphill", {"W -= dW": "W += dW", "b -= db": "b += db"}, why="Downhill is minus."
        ),
        Mistake(
            "new arrays are made on the way",
            {
                "        dW *= learning_rate\n        db *= learning_rate\n": "",
                "W -= dW": "W -= learning_rate * dW",
                "b -= db": "b -= learning_rate * db",
            },
            why="A product or a difference needs memory of its own, unless it is written into an array that is there "
            "already: `dW *= ...`, `W -= ...`.",
        ),
        Mistake("the rate is missing for W", {"        dW *= learning_rate\n": ""}, why="W −= α dW."),
        Mistake("the rate is missing for b", {"        db *= learning_rate\n": ""}, why="b −= α db."),
        Mistake(
            "new arrays take the place of the old ones in the list",
            REPLACED,
            why="Whoever else holds W still has the old numbers: the array itself has to change, W −= α dW.",
        ),
        Mistake(
            "new parameters are returned, and the caller's stay what they were",
            RETURNED,
            why="W and b themselves have to change: W −= α dW, with the operator that writes.",
        ),
        Mistake(
            "the learning rate enters twice",
            {"W -= dW": "W -= learning_rate * dW", "b -= db": "b -= learning_rate * db"},
            why="After `dW *= learning_rate` dW is the very step to subtract.",
            alone=True,
        ),
    ),
    broken=("new weights and biases are lost",),
    hints=(
        "Print W before and after within the loop, and parameters[0][0] after it.",
        "`W = W - dW` makes an array that nobody but the loop's own name W knows.",
        "Two lines need another operator, the one that writes into the array on its left.",
    ),
)
