"""Gradient descent: the training loop."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.logistic_regression.material import examples, neuron
from helpers.exercises.training import neuron_cases
from helpers.exercises.training_families import training
from helpers.logistic_loops import descend


def cases(rng):
    """Yield cases from small to large."""
    start = {"w": np.zeros((2, 1)), "b": 0.0}
    yield Case("no step at all", **neuron(rng, 2), **examples(rng, 2, 3), learning_rate=0.5, iterations=0)
    yield Case("one step", **start, **examples(rng, 2, 3), learning_rate=0.5, iterations=1)
    yield Case("two steps", **neuron(rng, 1), **examples(rng, 1, 4), learning_rate=0.1, iterations=2)
    yield Case(
        "six steps from somewhere", **neuron(rng, 3), **examples(rng, 3, 5), learning_rate=1.3, iterations=6
    )
    yield from neuron_cases()


DOWN = "Downhill is against the gradient: w − α dw and b − α db."

exercise = Exercise(
    descend,
    points=3,
    cases=cases,
    returns=("w", "b", "costs"),
    mistakes=(
        Mistake("w climbs while b descends", {"w - learning_rate": "w + learning_rate"}, why=DOWN),
        Mistake("b climbs while w descends", {"b - learning_rate": "b + learning_rate"}, why=DOWN),
        Mistake("b never moves", {"b = b - learning_rate * db": "b = b"}, why="Both w and b take a step."),
        Mistake("w never moves", {"w = w - learning_rate * dw": "w = w"}, why="Both w and b take a step."),
        Mistake(
            "it starts from zero",
            {"costs = []": "costs, w, b = [], 0 * w, 0.0"},
            why="Start from the w and b that are passed in.",
        ),
        Mistake(
            "the caller's w is changed",
            {"w = w - learning_rate * dw": "w -= learning_rate * dw"},
            why="-= writes into the array that was passed in; w = w − … makes a new one.",
        ),
        Mistake(
            "b takes its step with the cost instead of its slope",
            {"learning_rate * db": "learning_rate * J"},
            why="b moves by its own slope, db.",
        ),
        Mistake(
            "b takes its step with dw",
            {"learning_rate * db": "learning_rate * dw"},
            why="b moves by its own slope, db.",
        ),
        Mistake(
            "dw, db and J are unpacked in another order",
            {"dw, db, J = gradient_loop(w, b, X, Y)\n": "J, dw, db = gradient_loop(w, b, X, Y)\n"},
            why="gradient_loop returns dw, db, J, in this order.",
        ),
        Mistake(
            "only the learning rate is subtracted",
            {"learning_rate * dw": "learning_rate", "learning_rate * db": "learning_rate"},
            why="A step is the learning rate times the slope: steep ground, long step.",
        ),
        Mistake(
            "b is updated with a gradient taken at the new w",
            {"b = b - learning_rate * db": "b = b - learning_rate * gradient_loop(w, b, X, Y)[1]"},
            why="Take both gradients at the same point, then step.",
        ),
        *training(descend),
    ),
    hints=(
        "Look at the slope, take a small step against it, and look again.",
        "w := w − α dw and b := b − α db, as often as `iterations` says.",
        "A loop: call gradient_loop with the present w and b, make the new w and the new b, append the cost. No -= "
        "for w, it would change the caller's array.",
    ),
)
