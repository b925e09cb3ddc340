"""The gradient of the cost with weight decay."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.smaller_gap.material import SIZES, network
from helpers.regularization import decayed_gradients

RETURN = "[(dW + decay * W, *rest) for (dW, *rest), (W, *_) in zip(gradients, parameters, strict=True)]"
PAIRS = "for (dW, db), (W, b) in zip(gradients, parameters, strict=True)]"
IN_PLACE = """
def decayed_gradients(gradients, parameters, decay):
    for (dW, db), (W, b) in zip(gradients, parameters):
        dW += decay * W
    return gradients
"""


def cases(rng):
    """Yield networks of several depths, and strengths of decay from none to large."""
    for (note, sizes), decay in zip(SIZES, (0.5, 0.1, 0.01, 2.0), strict=True):
        yield Case(note, gradients=network(rng, sizes), parameters=network(rng, sizes), decay=decay)
    yield Case("no decay", gradients=network(rng, (2, 2, 1)), parameters=network(rng, (2, 2, 1)), decay=0.0)


exercise = Exercise(
    decayed_gradients,
    points=2,
    cases=cases,
    returns="gradients",
    mistakes=(
        Mistake(
            "the biases decay too",
            {RETURN: f"[(dW + decay * W, db + decay * b) {PAIRS}"},
            why="The price has no biases in it, so their gradient is what it was.",
        ),
        Mistake(
            "the decay is subtracted",
            {"dW + decay": "dW - decay"},
            why="The step goes against the gradient: −α(dW + λW) makes W smaller, −α(dW − λW) makes it larger.",
        ),
        Mistake(
            "a factor 2 is left",
            {"decay * W": "2 * decay * W"},
            why="The derivative of λ/2 · w² is λ w: the ½ cancels the 2.",
        ),
        Mistake(
            "half of λ is left",
            {"decay * W": "decay / 2 * W"},
            why="The derivative of λ/2 · w² is λ w: the ½ cancels the 2.",
        ),
        Mistake(
            "the decay is forgotten",
            {"dW + decay * W": "dW"},
            why="The cost has a new term, so its gradient has one too: λ W.",
        ),
        Mistake(
            "the decay stands alone",
            {"dW + decay * W": "decay * W"},
            why="The gradient of a sum is the sum of the gradients: dW + λ W.",
        ),
        Mistake(
            "dW decays instead of W",
            {"decay * W": "decay * dW"},
            why="It is the weight that is pulled toward 0: λ W is added, not λ dW.",
        ),
        Mistake(
            "λ is added without W",
            {"decay * W": "decay"},
            why="Each weight is pulled in proportion to its size: λ W.",
        ),
        Mistake(
            "the sign of W alone counts",
            {"decay * W": "decay * np.sign(W)"},
            why="That is the derivative of λ |w|, the L1 penalty; that of λ/2 · w² is λ w.",
        ),
        Mistake(
            "the weights are squared in the gradient too",
            {"decay * W": "decay * W**2"},
            why="The derivative of λ/2 · w² is λ w.",
        ),
        Mistake(
            "only the last layer decays",
            {RETURN: "[*gradients[:-1], (gradients[-1][0] + decay * parameters[-1][0], gradients[-1][1])]"},
            why="The price counts the weights of all layers.",
        ),
        Mistake(
            "weights and biases come back in two lists",
            {RETURN: f"([dW + decay * W {PAIRS}, [db for _, db in gradients])"},
            why="One list is asked for, with a pair (dW, db) for each layer.",
        ),
        Mistake(
            "the pairs of the layers are taken apart",
            {RETURN: f"sum([[dW + decay * W, db] {PAIRS}, [])"},
            why="One list is asked for, with a pair (dW, db) for each layer.",
        ),
        Mistake(
            "the gradients of the biases are not returned",
            {RETURN: f"[dW + decay * W {PAIRS}"},
            why="One list is asked for, with a pair (dW, db) for each layer; db comes back as it is.",
        ),
        Mistake(
            "the caller's gradients are changed in place",
            IN_PLACE,
            why="What was passed in stays as it is, the list and its arrays: make a new list of new arrays.",
        ),
    ),
    hints=(
        "The gradient of a sum is the sum of the gradients. What is the derivative of λ/2 · w² with respect to w?",
        "dW + λ W for the weights of every layer, db for the biases.",
        "Walk through both lists together with zip, and collect new pairs in a new list.",
    ),
)
