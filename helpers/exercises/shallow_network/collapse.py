"""Two linear layers as one."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.shallow_network.material import network
from helpers.shallow_network import collapse


def cases(rng):
    """Yield cases from small to large."""
    for note, n_x, n_h, n_y in (
        ("one of each", 1, 1, 1),
        ("two inputs, four hidden units", 2, 4, 1),
        ("two outputs", 3, 4, 2),
        ("one hidden unit", 3, 1, 3),
        ("square layers", 3, 3, 3),
        ("more outputs than inputs", 2, 3, 5),
    ):
        (W1, b1), (W2, b2) = network(rng, n_x, n_h, n_y)
        yield Case(note, W1=W1, b1=b1, W2=W2, b2=b2)


exercise = Exercise(
    collapse,
    points=2,
    cases=cases,
    returns=("W", "b"),
    mistakes=(
        Mistake(
            "the weights are multiplied in the wrong order",
            {"return W2 @ W1,": "return W1 @ W2,"},
            why="x meets W1 first: W2 (W1 x), so the product is W2 W1.",
        ),
        Mistake(
            "b1 does not pass through W2",
            {"W2 @ b1 + b2": "b1 + b2"},
            why="W2 multiplies the whole bracket W1 x + b1, so also b1.",
        ),
        Mistake(
            "b2 is left out",
            {"W2 @ b1 + b2": "W2 @ b1"},
            why="What is added last is still there: b = W2 b1 + b2.",
        ),
        Mistake(
            "b1 is left out",
            {"W2 @ b1 + b2": "b2"},
            why="W2 multiplies the whole bracket, so W2 b1 is part of the bias.",
        ),
        Mistake(
            "W2 also multiplies b2",
            {"W2 @ b1 + b2": "np.sum(W2, axis=1, keepdims=True) * b2 + W2 @ b1"},
            why="b2 is added after W2 has been applied.",
        ),
        Mistake(
            "the result is transposed",
            {"return W2 @ W1,": "return (W2 @ W1).T,"},
            why="W is (n_y, n_x): a row for each output.",
        ),
        Mistake(
            "the first layer is forgotten",
            {"return W2 @ W1, W2 @ b1 + b2": "return W2, b2"},
            why="Put W1 x + b1 in place of the hidden layer and multiply out.",
        ),
    ),
    hints=(
        "Write W2 (W1 x + b1) + b2 and multiply the bracket out.",
        "W2 W1 x + W2 b1 + b2: what stands before x is W, the rest is b.",
        "Return two arrays: the product of the two weight matrices, W1 nearest to x, and W2 applied to b1, plus b2.",
    ),
)
