"""One layer back: through the activation, then the linear half."""

from helpers.deep_network import layer_backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.material import single_layers


def cases(rng):
    """Yield cases from small to large."""
    for note, A_previous, W, b, activation in single_layers(rng):
        Z = W @ A_previous + b
        yield Case(note, dA=rng.normal(size=Z.shape), cache=(A_previous, W, Z), activation=activation)


exercise = Exercise(
    layer_backward,
    points=2,
    cases=cases,
    returns=("dA_previous", "dW", "db"),
    mistakes=(
        Mistake(
            "the derivative of the activation is left out",
            {"dZ = dA * activation.derivative(Z)": "dZ = dA"},
            why="dZ = dA * g′(Z): the activation has its own slope.",
        ),
        Mistake(
            "the activation is used in place of its derivative",
            {"activation.derivative(Z)": "activation.value(Z)"},
            why="g is for the way forward, g′ for the way back.",
        ),
        Mistake(
            "the derivative is taken at A instead of Z",
            {"activation.derivative(Z)": "activation.derivative(activation.value(Z))"},
            why="g′ is a function of z: the cache keeps Z for this.",
        ),
        Mistake(
            "the derivative is taken at what the layer read",
            {"activation.derivative(Z)": "activation.derivative(W @ A_previous)"},
            why="Z includes the bias; it waits in the cache, so there is no need to compute it again.",
        ),
        Mistake(
            "the sigmoid's derivative is used in every layer",
            {"activation.derivative(Z)": "SIGMOID.derivative(Z)"},
            why="g′ belongs to the activation that the layer has: activation.derivative.",
        ),
        Mistake(
            "`@` stands in place of `*`",
            {"dA * activation": "dA.T @ activation"},
            why="The activation works entry by entry, and so does its way back: `*`.",
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
            "`activation` itself is called",
            {"activation.derivative(Z)": "activation(Z)"},
            why="It is an object that holds two functions, value and derivative: call activation.derivative.",
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
    ),
    hints=(
        "Forward the layer did two things, linear and activation. Back, undo them in the opposite order.",
        "dZ = dA * g′(Z), and the rest is linear_backward.",
        "Unpack the cache first: A_previous, W, Z. g′ is activation.derivative.",
    ),
)
