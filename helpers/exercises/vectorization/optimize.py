"""Gradient descent, one array operation after the other."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.training import neuron_cases
from helpers.exercises.training_families import training
from helpers.exercises.vectorization.material import examples, neuron
from helpers.logistic_regression import optimize

W_STEP = "w = w - learning_rate * dw"
B_STEP = "b = b - learning_rate * db"


def cases(rng):
    """Yield cases from small to large."""
    for note, n_x, m, learning_rate, iterations in (
        ("one step, one example", 1, 1, 0.5, 1),
        ("one step", 2, 4, 0.1, 1),
        ("two steps", 3, 5, 0.3, 2),
        ("no step at all", 2, 3, 0.1, 0),
        ("six steps", 4, 4, 0.05, 6),
        ("a large learning rate", 2, 8, 3.0, 6),
        ("fifteen steps, forty examples", 6, 40, 0.2, 15),
    ):
        size = {"learning_rate": learning_rate, "iterations": iterations}
        yield Case(note, **neuron(rng, n_x), **examples(rng, n_x, m), **size)
    yield from neuron_cases()


exercise = Exercise(
    optimize,
    points=3,
    cases=cases,
    returns=("w", "b", "costs"),
    mistakes=(
        Mistake("w is never updated", {W_STEP: "pass"}, why="w must change as well: w − α dw."),
        Mistake("b is never updated", {B_STEP: "pass"}, why="b must change as well: b − α db."),
        Mistake(
            "the caller's w is changed in place",
            {W_STEP: "w -= learning_rate * dw"},
            why="`w -= ...` writes into the caller's array; `w = w - ...` makes a new one.",
        ),
        Mistake(
            "b is updated with a gradient taken at the new w",
            {B_STEP: "b = b - learning_rate * propagate(w, b, X, Y)[1]"},
            why="Take both gradients at the same point, then step.",
        ),
        Mistake(
            "b takes its step with dw",
            {"learning_rate * db": "learning_rate * dw"},
            why="b moves by its own slope, db.",
        ),
        Mistake(
            "dw, db and J are unpacked in another order",
            {"dw, db, J = propagate(w, b, X, Y)\n": "J, dw, db = propagate(w, b, X, Y)\n"},
            why="propagate returns dw, db, J, in this order.",
        ),
        Mistake(
            "only the learning rate is subtracted",
            {"learning_rate * dw": "learning_rate", "learning_rate * db": "learning_rate"},
            why="A step is the learning rate times the slope: steep ground, long step.",
        ),
        *training(optimize),
    ),
    hints=(
        "The same loop as `descend` of the last notebook: gradient, step, note the cost.",
        "w := w − α dw and b := b − α db. Slopes and cost come from propagate, at the w and b of this step.",
        "Start with costs = []; loop with range(iterations); assign new w and b; append J; return last.",
    ),
)
