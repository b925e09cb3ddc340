"""The training loop."""

from helpers.deep_network import train_deep
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.deep_network.material import RELU_, TANH, inputs, labels, network
from helpers.exercises.training import network_cases
from helpers.exercises.training_families import training


def problem(rng, layer_sizes, m):
    """Return the arguments X, Y, parameters."""
    X, Y = inputs(rng, layer_sizes[0], m), labels(rng, layer_sizes[-1], m)
    return {"X": X, "Y": Y, "parameters": network(rng, *layer_sizes)}


def cases(rng):
    """Yield cases from small to large."""
    yield Case("no step", **problem(rng, (2, 1), 3), learning_rate=0.1, iterations=0)
    yield Case("one step of one layer", **problem(rng, (2, 1), 3), learning_rate=0.5, iterations=1)
    yield Case("three steps", **problem(rng, (3, 4, 1), 5), learning_rate=0.1, iterations=3)
    yield Case("five layers", **problem(rng, (3, 4, 3, 4, 2, 1), 8), learning_rate=0.05, iterations=2)
    yield Case("two outputs, one example", **problem(rng, (3, 5, 2), 1), learning_rate=0.3, iterations=2)
    yield Case("tanh", **problem(rng, (2, 4, 4, 1), 6), learning_rate=0.2, iterations=3, hidden=TANH)
    yield Case("ReLU", **problem(rng, (2, 4, 4, 1), 6), learning_rate=0.02, iterations=4, hidden=RELU_)
    yield from network_cases(hidden=TANH)


exercise = Exercise(
    train_deep,
    points=3,
    cases=cases,
    rtol=1e-6,
    returns=("parameters", "costs"),
    mistakes=(
        Mistake(
            "the parameters are never replaced",
            {"        parameters = update(": "        update("},
            why="update returns new parameters: give them the old name, or the next turn starts from the old ones.",
        ),
        *training(train_deep),
        *activations(train_deep),
        Mistake(
            "`backward` is called as in notebook 04",
            {"backward(AL, Y, caches, hidden)": "backward(X, Y, parameters, caches, hidden)"},
            why="Here it is backward(AL, Y, caches, hidden): the caches hold what each layer has read, and its W.",
            alone=True,
        ),
    ),
    hints=(
        "It is the loop of the shallow network, word for word; only forward and backward are the deep ones.",
        "Each turn: AL and caches from forward, note the cost, gradients from backward, new parameters from update.",
        "Begin with an empty list for the costs. Pass `hidden` both ways, and give update's result the old name.",
    ),
)
