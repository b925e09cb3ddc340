"""The training loop."""

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.exercises.activation_families import activations
from helpers.exercises.shallow_network.material import examples, network
from helpers.exercises.training import network_cases
from helpers.exercises.training_families import training
from helpers.shallow_network import train_shallow

FORWARD = "A2, cache = forward(X, parameters, hidden)"
AFTER = "learning_rate)\n        costs.append(cost(forward(X, parameters, hidden)[0], Y))\n"


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
        *training(train_shallow),
        *activations(train_shallow),
    ),
    hints=(
        "Four calls in a loop, all of functions you have: forward, cost, backward, update.",
        "Each round: A2, cache from forward; the cost into the list; gradients from backward; parameters from update.",
        "Start with costs = []; loop with range(iterations); hand `hidden` to forward and backward; return both.",
    ),
)
