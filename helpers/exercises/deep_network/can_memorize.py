"""Learning a few examples by heart."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.material import network
from helpers.memorization import can_memorize


def problem(xs, ys, layer_sizes, rng):
    """Return X, (1, m), Y, (1, m), and parameters for numbers xs with labels ys."""
    X, Y = np.array([xs], dtype=float), np.array([ys])
    return {"X": X, "Y": Y, "parameters": network(rng, *layer_sizes)}


def cases(rng):
    """Yield cases from small to large."""
    line = [(np.array([[1.0]]), np.array([[0.0]]))]
    turned = [(np.array([[-1.0]]), np.array([[0.0]]))]
    yield Case(
        "two numbers, right from the start",
        **{**problem([-2, 1], [0, 1], (1, 1), rng), "parameters": line},
        learning_rate=0.5,
        iterations=2,
        count=2,
    )
    yield Case(
        "two numbers, wrong at first and right after three steps",
        **{**problem([-2, 1], [0, 1], (1, 1), rng), "parameters": turned},
        learning_rate=1.0,
        iterations=3,
        count=2,
    )
    yield Case(
        "one of three is wrong in the end",
        **{**problem([-2, 1, 2], [0, 1, 0], (1, 1), rng), "parameters": line},
        learning_rate=0.1,
        iterations=2,
        count=3,
    )
    yield Case(
        "one of three is right in the end",
        **{**problem([-2, 1, 2], [1, 1, 0], (1, 1), rng), "parameters": line},
        learning_rate=0.1,
        iterations=2,
        count=3,
    )
    yield Case(
        "the first two of four count",
        **{**problem([-2, 1, 2, 3], [0, 1, 0, 0], (1, 1), rng), "parameters": line},
        learning_rate=0.1,
        iterations=2,
        count=2,
    )
    yield Case(
        "nineteen of twenty are right in the end",
        **{**problem([*range(-10, 0), *range(1, 11)], [0] * 9 + [1] * 11, (1, 1), rng), "parameters": line},
        learning_rate=0.01,
        iterations=25,
    )
    X, Y = rng.normal(size=(2, 24)), rng.integers(0, 2, size=(1, 24))
    yield Case(
        "twenty of 24 points, two hidden layers",
        X=X,
        Y=Y,
        parameters=network(rng, 2, 3, 2, 1),
        learning_rate=0.1,
        iterations=3,
    )
    X, Y = rng.normal(size=(2, 3)), np.array([[0, 1, 1], [1, 1, 0]])
    yield Case(
        "two outputs, three examples",
        X=X,
        Y=Y,
        parameters=network(rng, 2, 2),
        learning_rate=0.2,
        iterations=2,
        count=3,
    )
    X, Y = rng.uniform(1, 3, size=(1, 3)) * [-1, 1, 1], np.array([[0, 1, 1], [1, 0, 0]])
    yield Case(
        "two outputs, all right",
        X=X,
        Y=Y,
        parameters=[(np.array([[1.0], [-1.0]]), np.zeros((2, 1)))],
        learning_rate=0.2,
        iterations=2,
        count=3,
    )


TRAIN = "train_deep(few_X, few_Y, parameters, learning_rate, iterations)"
JUDGE = "bool((predict(few_X, trained) == few_Y).all())"

exercise = Exercise(
    can_memorize,
    points=2,
    cases=cases,
    rtol=1e-6,
    returns=("memorized", "costs"),
    mistakes=(
        Mistake(
            "all examples are trained on",
            {TRAIN: "train_deep(X, Y, parameters, learning_rate, iterations)"},
            why="Only the first `count` columns take part: the others would make it hard to learn these few.",
        ),
        Mistake(
            "all examples are trained on and judged",
            {"few_X, few_Y = X[:, :count], Y[:, :count]": "few_X, few_Y = X, Y"},
            why="Only the first `count` columns take part, in the training and afterwards.",
        ),
        Mistake(
            "all examples are judged",
            {JUDGE: "bool((predict(X, trained) == Y).all())"},
            why="The question is whether the few examples of the training are right, not the others.",
        ),
        Mistake(
            "the network is judged before its training",
            {"predict(few_X, trained)": "predict(few_X, parameters)"},
            why="train_deep returns new parameters: predict with those.",
        ),
        Mistake(
            "one right label is enough",
            {".all())": ".any())"},
            why="Memorized means every label is right: all, not any.",
        ),
        Mistake(
            "half of the labels are enough",
            {JUDGE: "bool((predict(few_X, trained) == few_Y).mean() >= 0.5)"},
            why="Memorized means every label is right.",
        ),
        Mistake(
            "examples are taken from the end",
            {"X[:, :count], Y[:, :count]": "X[:, -count:], Y[:, -count:]"},
            why="The first `count` columns: `:count`, not `-count:`.",
        ),
        Mistake(
            "the share of right labels is returned",
            {JUDGE: "(predict(few_X, trained) == few_Y).mean()"},
            why="memorized is True or False.",
        ),
        Mistake(
            "count is ignored",
            {"X[:, :count], Y[:, :count]": "X[:, :20], Y[:, :20]"},
            why="20 is only the default: use `count`.",
        ),
        Mistake(
            "only `memorized` is returned",
            {"few_Y).all()), costs": "few_Y).all())"},
            why="The docstring asks for (memorized, costs).",
        ),
        Mistake(
            "the two results are returned in the other order",
            {f"return {JUDGE}, costs": f"return costs, {JUDGE}"},
            why="The docstring asks for (memorized, costs).",
        ),
    ),
    hints=(
        "Take a few columns, train on them, and ask whether the network knows them.",
        "X[:, :count] and Y[:, :count] are the few; train_deep gives parameters and costs, predict the labels.",
        "Compare predict's labels with the few of Y entry by entry; all of the comparisons have to be True.",
    ),
)
