"""One step downhill for a list of layers."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.shallow_network.material import network
from helpers.gradient_descent import update

RETURN = "    return ["
WHOLE = "(W - learning_rate * dW, b - learning_rate * db)"
COMPREHENSION = """    return [
        (W - learning_rate * dW, b - learning_rate * db)
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]"""
IN_PLACE = """    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db
    return parameters"""
TWO_LAYERS = """
def update(parameters, gradients, learning_rate):
    (W1, b1), (W2, b2) = parameters[0], parameters[-1]
    (dW1, db1), (dW2, db2) = gradients[0], gradients[-1]
    W1, b1 = W1 - learning_rate * dW1, b1 - learning_rate * db1
    W2, b2 = W2 - learning_rate * dW2, b2 - learning_rate * db2
    return [(W1, b1), (W2, b2)]
"""
LOST = """
def update(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        W = W - learning_rate * dW
        b = b - learning_rate * db
    return parameters
"""
FLAT = """
def update(parameters, gradients, learning_rate):
    new = []
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        new += [W - learning_rate * dW, b - learning_rate * db]
    return new
"""
RETURN_INSIDE = """
def update(parameters, gradients, learning_rate):
    new = []
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        new.append((W - learning_rate * dW, b - learning_rate * db))
        return new
"""


def cases(rng):
    """Yield cases from small to large."""
    for note, sizes, learning_rate in (
        ("one of each", (1, 1, 1), 0.5),
        ("four hidden units", (2, 4, 1), 1.2),
        ("two outputs", (3, 5, 2), 0.01),
        ("learning rate 0", (2, 2, 1), 0.0),
    ):
        parameters, gradients = network(rng, *sizes), network(rng, *sizes)
        yield Case(note, parameters=parameters, gradients=gradients, learning_rate=learning_rate)
    parameters, gradients = (network(rng, 3, 4, 4) + network(rng, 4, 2, 1) for _ in range(2))
    yield Case("four layers", parameters=parameters, gradients=gradients, learning_rate=0.1)
    yield Case("a single layer", parameters=parameters[:1], gradients=gradients[:1], learning_rate=2.0)


exercise = Exercise(
    update,
    points=2,
    cases=cases,
    returns="parameters",
    mistakes=(
        Mistake(
            "the step goes uphill",
            {RETURN: f"    learning_rate = -learning_rate\n{RETURN}"},
            why="The gradient points uphill; downhill is minus.",
        ),
        Mistake(
            "the learning rate is forgotten",
            {RETURN: f"    learning_rate = 1\n{RETURN}"},
            why="A step is α times the gradient.",
        ),
        Mistake(
            "the biases are not updated",
            {"b - learning_rate * db": "b"},
            why="b is a parameter like W: b − α db.",
        ),
        Mistake(
            "the step is returned instead of the new parameters",
            {WHOLE: "(-learning_rate * dW, -learning_rate * db)"},
            why="W − α dW, not −α dW alone.",
        ),
        Mistake(
            "the learning rate divides",
            {
                "learning_rate * dW": "dW / (learning_rate or 1)",
                "learning_rate * db)": "db / (learning_rate or 1))",
            },
            why="A step is α times the gradient.",
        ),
        Mistake(
            "the caller's parameters are changed in place",
            {COMPREHENSION: IN_PLACE},
            why="`W -= ...` writes into the caller's array, `parameters[k] = ...` into their list. A copy of the list "
            "(`parameters.copy()`) still holds the caller's arrays: make new ones.",
        ),
        Mistake(
            "only two layers are updated",
            TWO_LAYERS,
            why="A list of layers may have any length: walk through it with zip.",
        ),
        Mistake(
            "the new arrays are made and lost",
            LOST,
            why="`W = ...` changes only what the loop calls W. Collect the new pairs in a list.",
        ),
        Mistake(
            "the return stands inside the loop",
            RETURN_INSIDE,
            why="The first turn of the loop then ends the function: `return` belongs after the loop, not in it.",
        ),
        Mistake(
            "the new arrays are in one flat list",
            FLAT,
            why="A layer is a pair: put (W, b) into the list, not W and b one after the other.",
        ),
        Mistake(
            "the learning rate is 0.01 whatever `learning_rate` says",
            {RETURN: f"    learning_rate = 0.01\n{RETURN}"},
            why="A step is α times the gradient, and α comes in as an argument.",
        ),
        Mistake(
            "the learning rate enters twice",
            {RETURN: f"    learning_rate = learning_rate**2\n{RETURN}"},
            why="A step is α times the gradient, once.",
            alone=True,
        ),
        Mistake(
            "the weights are not updated",
            {"W - learning_rate * dW": "W"},
            why="Both are parameters: W − α dW and b − α db.",
            alone=True,
        ),
        Mistake(
            "only two layers are updated",
            TWO_LAYERS.replace("parameters[0], parameters[-1]", "parameters").replace(
                "gradients[0], gradients[-1]", "gradients"
            ),
            why="A list of layers may have any length: walk through it with zip.",
            alone=True,
        ),
        Mistake(
            "the biases move with dW",
            {"b - learning_rate * db": "b - learning_rate * dW"},
            why="Each array has a gradient of its own: b − α db.",
            alone=True,
        ),
    ),
    hints=(
        "The same line for every array of every layer.",
        "W − α dW and b − α db; the result is again a list of pairs.",
        "zip walks through both lists together and gives two pairs a turn; collect new pairs in a new list.",
    ),
)
