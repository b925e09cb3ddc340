"""One layer back: through the activation, then the linear half."""

from helpers.deep_network import layer_backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.material import single_layers
from helpers.exercises.gradient_families import slopes
from helpers.exercises.paper import numbers


def cases(rng):
    """Yield cases from small to large."""
    for note, A_previous, W, b, activation in single_layers(rng):
        Z = W @ A_previous + b
        yield Case(note, dA=numbers(rng, *Z.shape), cache=(A_previous, W, Z), activation=activation)


exercise = Exercise(
    layer_backward,
    points=2,
    cases=cases,
    returns=("dA_previous", "dW", "db"),
    mistakes=(
        Mistake(
            "the derivative is not taken at Z",
            {"activation.derivative(Z)": "activation.derivative(W @ A_previous)"},
            why="Z includes the bias. It waits in the cache, so there is no need to compute anything again.",
        ),
        Mistake(
            "dA_previous and dW are swapped",
            {
                "return linear_backward(dZ, A_previous, W)": "back, dW, db = linear_backward(dZ, A_previous, W)\n"
                "    return dW, back, db"
            },
            why="The docstring asks for (dA_previous, dW, db).",
        ),
        Mistake(
            "the 1/m enters twice",
            {"activation.derivative(Z)": "activation.derivative(Z) / Z.shape[1]"},
            why="linear_backward divides by m already; dZ belongs to single examples.",
        ),
        Mistake(
            "W and A_previous are swapped",
            {"linear_backward(dZ, A_previous, W)": "linear_backward(dZ, W, A_previous)"},
            why="linear_backward takes dZ, then A_previous, then W.",
        ),
        *slopes(layer_backward),
    ),
    hints=(
        "Forward the layer did two things, linear and activation. Back, undo them in the opposite order.",
        "dZ = dA * g′(Z), and the rest is linear_backward.",
        "Unpack the cache first: A_previous, W, Z. g′ is activation.derivative.",
    ),
)
