"""The training loop."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.exercises.shallow_network.material import examples, network
from helpers.exercises.training import network_cases
from helpers.shallow_network import train_shallow

FORWARD = "A2, cache = forward(X, parameters, hidden)"
AFTER = "learning_rate)\n        costs.append(cost(forward(X, parameters, hidden)[0], Y))\n"


def too_far(parameters):
    """Return a problem without a solution, equal inputs with unequal labels, and a step that overshoots."""
    X, Y = np.ones((1, 4)), np.array([[1, 0, 1, 1]])
    return {"X": X, "Y": Y, "parameters": parameters, "learning_rate": 10.0, "iterations": 3}


def cases(rng):
    """Yield cases from small to large."""
    for note, sizes, m, learning_rate, iterations in (
        ("one iteration", (1, 1, 1), 3, 0.5, 1),
        ("three iterations", (2, 4, 1), 8, 1.2, 3),
        ("no iteration", (2, 3, 1), 5, 1.0, 0),
        ("two outputs", (3, 5, 2), 6, 0.1, 4),
        ("one example", (3, 2, 1), 1, 0.3, 2),
    ):
        X, Y = examples(rng, sizes[0], sizes[2], m)
        yield Case(
            note,
            X=X,
            Y=Y,
            parameters=network(rng, *sizes),
            learning_rate=learning_rate,
            iterations=iterations,
        )
    yield Case("steps so long that the cost rises", **too_far(network(rng, 1, 2, 1)))
    X, Y = examples(rng, 2, 1, 9)
    relu = Named("helpers.activations:RELU")
    yield Case(
        "ReLU in the hidden layer",
        X=X,
        Y=Y,
        parameters=network(rng, 2, 6, 1),
        learning_rate=0.2,
        iterations=4,
        hidden=relu,
    )
    yield from network_cases()


exercise = Exercise(
    train_shallow,
    points=3,
    cases=cases,
    returns=("parameters", "costs"),
    rtol=1e-6,
    mistakes=(
        Mistake(
            "the parameters are never updated",
            {"parameters = update(": "_ = update("},
            why="update returns new parameters: put them in place of the old.",
        ),
        Mistake(
            "the cost is noted after the update",
            {
                "        costs.append(cost(A2, Y))\n": "",
                "learning_rate)\n": AFTER,
            },
            why="Each cost belongs to the parameters before that iteration's update.",
        ),
        Mistake(
            "only the last cost is kept",
            {"costs.append(cost(A2, Y))": "costs = [cost(A2, Y)]"},
            why="costs has one number an iteration: append.",
        ),
        Mistake(
            "there is one iteration too few",
            {"range(iterations)": "range(iterations - 1)"},
            why="range(n) runs n times.",
        ),
        Mistake(
            "there is one iteration too many",
            {"range(iterations)": "range(iterations + 1)"},
            why="range(n) runs n times.",
        ),
        Mistake(
            "the forward pass is not repeated",
            {
                "    costs = []\n": "    costs = []\n    A2, cache = forward(X, parameters, hidden)\n",
                "        A2, cache = forward(X, parameters, hidden)\n": "",
            },
            why="After an update A2 and the cache are out of date: forward belongs inside the loop.",
        ),
        Mistake(
            "the steps go uphill",
            {"gradients, learning_rate)": "gradients, -learning_rate)"},
            why="update already subtracts.",
        ),
        Mistake(
            "the learning rate has a fixed value",
            {"gradients, learning_rate)": "gradients, 0.05)"},
            why="The learning rate comes in as an argument.",
        ),
        Mistake(
            "`hidden` is not passed to forward",
            {FORWARD: "A2, cache = forward(X, parameters)"},
            why="forward and backward both need `hidden`.",
        ),
        Mistake(
            "`hidden` is not passed to backward",
            {"parameters, cache, hidden)": "parameters, cache)"},
            why="forward and backward both need `hidden`.",
        ),
        Mistake(
            "only the parameters are returned",
            {"return parameters, costs": "return parameters"},
            why="The docstring asks for (parameters, costs): return both.",
        ),
        Mistake(
            "costs and parameters are returned in the other order",
            {"return parameters, costs": "return costs, parameters"},
            why="The docstring asks for (parameters, costs).",
        ),
        Mistake(
            "the return stands inside the loop",
            {"    return parameters, costs": "        return parameters, costs"},
            why="The first turn of the loop then ends the function: `return` belongs after the loop, not in it.",
        ),
    ),
    hints=(
        "Four calls in a loop, all of functions you have: forward, cost, backward, update.",
        "Each round: A2, cache from forward; the cost into the list; gradients from backward; parameters from update.",
        "Start with costs = []; loop with range(iterations); hand `hidden` to forward and backward; return both.",
    ),
)
