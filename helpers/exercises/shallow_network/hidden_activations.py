"""Which activation a hidden layer needs, by what is asked of it."""

from helpers.engine.check import Quiz

ANSWER = 'Answer with "sigmoid", "tanh", "relu", "leaky relu" or "linear".'
BENDS = "It bends: the network can do more with it."
DEAD = "A unit that is 0 for every example has slope 0 for every example: it cannot come back by itself."

answers = {
    "a first try, nothing else known": "relu",
    "many ReLU units are 0 for every example": "leaky relu",
    "values around 0 for the next layer": "tanh",
    "one of the two S-shapes, whichever learns faster": "tanh",
    "a layer that must not change what the network can do": "linear",
    "hidden values that have to lie between 0 and 1": "sigmoid",
}

exercise = Quiz(
    "hidden_activations",
    points=2,
    answers=answers,
    reasons={
        "a first try, nothing else known": {
            "sigmoid": "It is flat at both ends, and its slope is at most ¼.",
            "tanh": "It is flat at both ends: where z is large, learning is slow.",
            "leaky relu": "It is used where ReLU units get stuck, which is rare. Begin with the simpler one.",
            "linear": "Then the layer collapses into the next one.",
        },
        "many ReLU units are 0 for every example": {
            "relu": DEAD,
            "sigmoid": f"{DEAD} A slope on the left helps, but the sigmoid is nearly flat there.",
            "tanh": f"{DEAD} A slope on the left helps, but tanh is nearly flat there, and on the right as well.",
            "linear": "It has a slope everywhere, but then the layer collapses into the next one.",
        },
        "values around 0 for the next layer": {
            "sigmoid": "Its values lie around ½, all of one sign.",
            "relu": "Its values are never below 0.",
            "leaky relu": "Its values below 0 are a hundred times smaller than those above.",
            "linear": "Its values can lie around 0, but then the layer collapses into the next one.",
        },
        "one of the two S-shapes, whichever learns faster": {
            "sigmoid": "Its slope is at most ¼, and all that it passes on is positive.",
            "relu": "ReLU has a corner and no S-shape.",
            "leaky relu": "Leaky ReLU has a corner and no S-shape.",
            "linear": "A straight line is no S-shape.",
        },
        "a layer that must not change what the network can do": {
            "sigmoid": BENDS,
            "tanh": BENDS,
            "relu": BENDS,
            "leaky relu": BENDS,
        },
        "hidden values that have to lie between 0 and 1": {
            "tanh": "tanh gives −1 to 1.",
            "relu": "ReLU has no upper end.",
            "leaky relu": "Leaky ReLU has no upper end, and its values can be below 0.",
            "linear": "A straight line has no ends.",
        },
    },
    otherwise=dict.fromkeys(
        (
            "a first try, nothing else known",
            "many ReLU units are 0 for every example",
            "values around 0 for the next layer",
            "one of the two S-shapes, whichever learns faster",
            "a layer that must not change what the network can do",
            "hidden values that have to lie between 0 and 1",
        ),
        ANSWER,
    ),
    hints=(
        "The table of the four curves and the sentences below the figure answer all but one.",
        "Look at the ends of each curve, at its slope there, and at the mean of its values.",
        "tanh is right twice, each of the others once. Two linear layers are one linear layer: see the section below.",
    ),
)
