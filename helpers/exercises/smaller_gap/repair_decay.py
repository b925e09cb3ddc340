"""Bug clinic: an update that lets the wrong things decay."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.smaller_gap.material import SIZES, network
from helpers.regularization import decayed_update

BIASES = Mistake(
    "the biases decay too",
    {"(shrink * W - learning_rate * dW, b -": "(shrink * W - learning_rate * dW, shrink * b -"},
    why="Only weights decay. A bias that is pulled toward 0 cannot put a unit's threshold where it belongs.",
)
NO_RATE = Mistake(
    "the learning rate is left out of the decay",
    {"1 - learning_rate * decay": "1 - decay"},
    why="λ W is part of the gradient, and the whole gradient is multiplied by α: W − α(dW + λW).",
)


def cases(rng):
    """Yield networks of several depths, and rates and decays of several sizes."""
    rates, decays = (0.5, 0.1, 0.02, 1.5), (0.5, 0.1, 2.0, 0.01)
    for (note, sizes), learning_rate, decay in zip(SIZES, rates, decays, strict=True):
        pair = {"parameters": network(rng, sizes), "gradients": network(rng, sizes)}
        yield Case(note, **pair, learning_rate=learning_rate, decay=decay)
    pair = {"parameters": network(rng, (2, 2)), "gradients": network(rng, (2, 2))}
    yield Case("no decay", **pair, learning_rate=0.1, decay=0.0)


exercise = Exercise(
    decayed_update,
    name="repair_decay",
    points=2,
    cases=cases,
    returns="parameters",
    broken=(BIASES.name, NO_RATE.name),
    mistakes=(
        BIASES,
        NO_RATE,
        Mistake(
            "the weights grow instead of shrinking",
            {"1 - learning_rate * decay": "1 + learning_rate * decay"},
            why="Decay makes weights smaller: the factor is 1 − αλ.",
        ),
        Mistake(
            "the step shrinks instead of the weights",
            {"shrink * W - learning_rate * dW": "W - shrink * learning_rate * dW"},
            why="It is W that decays, and then the usual step is taken.",
        ),
        Mistake(
            "the shrinking comes after the step",
            {"shrink * W - learning_rate * dW": "shrink * (W - learning_rate * dW)"},
            why="W − α(dW + λW) is (1 − αλ) W − α dW: the step itself does not shrink.",
        ),
        Mistake(
            "nothing decays",
            {"shrink * W": "W"},
            why="The weights shrink by the factor 1 − αλ in every step.",
        ),
        Mistake(
            "the biases decay instead of the weights",
            {
                "shrink * W - learning_rate * dW, b - learning_rate * db": "W - learning_rate * dW, "
                "shrink * b - learning_rate * db"
            },
            why="It is the other way around: weights decay, biases do not.",
        ),
        Mistake(
            "the step of the weights goes uphill",
            {"- learning_rate * dW": "+ learning_rate * dW"},
            why="Downhill is against the gradient: − α dW.",
        ),
        Mistake(
            "the step of the biases goes uphill",
            {"- learning_rate * db": "+ learning_rate * db"},
            why="Downhill is against the gradient: − α db.",
        ),
        Mistake(
            "λ is taken twice",
            {"learning_rate * decay": "2 * learning_rate * decay"},
            why="The derivative of λ/2 · w² is λ w: the ½ cancels the 2.",
        ),
    ),
    hints=(
        "Write down W − α(dW + λW) and take W out. Which factor stands in front of it? Has b such a factor?",
        "(1 − αλ) W − α dW, and b − α db.",
        "Two places need a change: the line of `shrink`, and what stands in front of b.",
    ),
)
