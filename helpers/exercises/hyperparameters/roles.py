"""Parameter, hyperparameter, or neither."""

from helpers.engine.check import Quiz

LEARNED = "Gradient descent changes it at every step, so it is learned: who would set it by hand?"
CHOSEN = "Gradient descent never changes it: it is chosen before training begins."

answers = {
    "W[2]": "parameter",
    "b[1]": "parameter",
    "learning rate": "hyperparameter",
    "iterations": "hyperparameter",
    "number of layers": "hyperparameter",
    "units in layer 1": "hyperparameter",
    "activation": "hyperparameter",
    "mini-batch size": "hyperparameter",
    "A[1]": "neither",
    "cost": "neither",
}

exercise = Quiz(
    "roles",
    points=3,
    answers=answers,
    reasons={
        "W[2]": {"hyperparameter": LEARNED, "neither": LEARNED},
        "b[1]": {"hyperparameter": LEARNED, "neither": LEARNED},
        "learning rate": {
            "parameter": CHOSEN + " It is the size of the step, not what is stepped.",
            "neither": CHOSEN + " And the W and b that come out depend on it.",
        },
        "iterations": {
            "parameter": CHOSEN + " You say when to stop.",
            "neither": "Stop elsewhere and other W and b come out: it decides about the parameters.",
        },
        "number of layers": {
            "parameter": CHOSEN + " It says how many W and b there are at all.",
            "neither": "It decides how many parameters there are.",
        },
        "units in layer 1": {
            "parameter": CHOSEN + " It is the number of rows of W[1], not an entry of it.",
            "neither": "It decides about the shapes of W[1] and W[2].",
        },
        "activation": {
            "parameter": CHOSEN + " A choice among functions counts as well as a number.",
            "neither": "It need not be a number: with tanh other W and b come out than with ReLU.",
        },
        "mini-batch size": {
            "parameter": CHOSEN + " It says how many examples a step looks at.",
            "neither": "It is chosen before training and decides which W and b come out.",
        },
        "A[1]": {
            "parameter": "It is computed anew from every X: nothing about it is kept after training.",
            "hyperparameter": "Nobody chooses it: it follows from X, W[1] and b[1].",
        },
        "cost": {
            "parameter": "It is a result. Training changes W and b in order to lower it.",
            "hyperparameter": "Nobody chooses its value: it measures the W and b of the moment.",
        },
    },
    otherwise={
        item: 'Choose one of "parameter", "hyperparameter" and "neither".'
        for item in (
            "W[2]",
            "b[1]",
            "learning rate",
            "iterations",
            "number of layers",
            "units in layer 1",
            "activation",
            "mini-batch size",
            "A[1]",
            "cost",
        )
    },
    hints=(
        "Ask who sets the value: gradient descent, you, or neither of the two.",
        "What gradient descent updates is a parameter. What you fix before it starts is a hyperparameter. "
        "What is merely computed on the way is neither.",
        "Two of the ten are updated in every step, two are computed and thrown away; the rest you choose.",
    ),
)
