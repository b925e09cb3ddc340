"""Bug clinic: a cost that decays and a gradient that does not."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.smaller_gap.material import SIZES, network
from helpers.regularization import decayed_pair

COST_WITH_BIASES = Mistake(
    "the biases are counted in the cost",
    {"np.sum(W**2) for W, _": "np.sum(W**2) + np.sum(b**2) for W, b"},
    why="Only the weights have a price: a bias moves a unit's output and does not make it steep.",
)
FORGOTTEN = Mistake(
    "the decay is forgotten in the gradient",
    {"dW + decay * W": "dW"},
    why="The cost has a new term, so its gradient has one too: λ W. Without it training does not notice the price.",
)
IN_PLACE = "    for (dW, _), (W, _) in zip(gradients, parameters):\n        dW += decay * W\n"


def cases(rng):
    """Yield networks of several depths, and strengths of decay from none to large."""
    for (note, sizes), cost, decay in zip(SIZES, (0.5, 0.7, 2.0, 1.25), (0.5, 0.1, 0.01, 3.0), strict=True):
        pair = {"gradients": network(rng, sizes), "parameters": network(rng, sizes)}
        yield Case(note, cost=cost, **pair, decay=decay)
    pair = {"gradients": network(rng, (2, 2, 1)), "parameters": network(rng, (2, 2, 1))}
    yield Case("no decay", cost=0.3, **pair, decay=0.0)


exercise = Exercise(
    decayed_pair,
    name="repair_decayed",
    points=2,
    cases=cases,
    returns=("decayed_cost", "gradients"),
    broken=(COST_WITH_BIASES.name, FORGOTTEN.name),
    mistakes=(
        COST_WITH_BIASES,
        FORGOTTEN,
        Mistake(
            "the biases decay in the gradient",
            {"decay * W, db) for (dW, db), (W, _)": "decay * W, db + decay * b) for (dW, db), (W, b)"},
            why="The price has no biases in it, so their gradient is what it was.",
        ),
        Mistake(
            "λ/2 stands in the gradient too",
            {"dW + decay * W": "dW + decay / 2 * W"},
            why="The derivative of λ/2 · w² is λ w: the ½ cancels the 2.",
        ),
        Mistake(
            "a factor 2 is left in the gradient",
            {"dW + decay * W": "dW + 2 * decay * W"},
            why="The derivative of λ/2 · w² is λ w: the ½ cancels the 2.",
        ),
        Mistake(
            "the decay is subtracted from the gradient",
            {"dW + decay * W": "dW - decay * W"},
            why="The price grows with the weights, so its slope is + λ W. A minus would make them grow.",
        ),
        Mistake(
            "the weights are squared in the gradient too",
            {"dW + decay * W": "dW + decay * W**2"},
            why="The derivative of λ/2 · w² is λ w.",
        ),
        Mistake(
            "dW decays instead of W",
            {"dW + decay * W": "dW + decay * dW"},
            why="It is the weight that is pulled toward 0: λ W is added, not λ dW.",
        ),
        Mistake(
            "the ½ is forgotten in the cost",
            {"decay / 2": "decay"},
            why="It is λ/2 times the sum, so that the derivative is λ W without a 2.",
        ),
        Mistake(
            "the cost is left without its price",
            {"return cost + decay / 2 * squares": "return cost"},
            why="Cost and gradient belong together: the cost has the price λ/2 · Σ w², the gradient its slope.",
        ),
        Mistake(
            "only the last layer is counted in the cost",
            {"for W, _ in parameters)": "for W, _ in parameters[-1:])"},
            why="The weights of all layers have a price: sum over the whole list.",
        ),
        Mistake(
            "the price alone is returned",
            {"return cost + decay": "return decay"},
            why="The price is added to the cost J; both are to become small.",
        ),
        Mistake(
            "only the first layer is counted in the cost",
            {"for W, _ in parameters)": "for W, _ in parameters[:1])"},
            why="The weights of all layers have a price: sum over the whole list.",
        ),
        Mistake(
            "the biases have the price instead of the weights",
            {"np.sum(W**2) for W, _": "np.sum(b**2) for W, b"},
            why="It is the other way around: only the weights have a price.",
        ),
        Mistake(
            "the weights are not squared in the cost",
            {"W**2": "W"},
            why="Positive and negative weights would cancel: their squares are added.",
        ),
        Mistake(
            "the absolute values are added instead of the squares",
            {"W**2": "np.abs(W)"},
            why="That is another penalty, L1, which pulls every weight equally hard; here squares are added.",
        ),
        Mistake(
            "the mean of the squares is taken in each layer",
            {"np.sum(W**2)": "np.mean(W**2)"},
            why="The formula has a sum: then the derivative with respect to each weight is λ times that weight.",
        ),
        Mistake(
            "the price is subtracted",
            {"cost + decay": "cost - decay"},
            why="A large weight must make the cost larger, or training would make weights grow.",
        ),
        Mistake(
            "the decay stands alone in the gradient",
            {"dW + decay * W": "decay * W"},
            why="The gradient of a sum is the sum of the gradients: dW + λ W.",
        ),
        Mistake(
            "λ is added without W",
            {"dW + decay * W": "dW + decay"},
            why="Each weight is pulled in proportion to its size: λ W.",
        ),
        Mistake(
            "the sign of W alone counts in the gradient",
            {"dW + decay * W": "dW + decay * np.sign(W)"},
            why="That is the derivative of λ |w|, the L1 penalty; that of λ/2 · w² is λ w.",
        ),
        Mistake(
            "the two results are exchanged",
            {"return cost + decay / 2 * squares, slopes": "return slopes, cost + decay / 2 * squares"},
            why="The docstring asks for the cost first, then its gradient.",
        ),
        Mistake(
            "the caller's gradients are changed in place",
            {"    slopes = [": IN_PLACE + "    slopes = [", "dW + decay * W": "dW"},
            why="What was passed in stays as it is, the list and its arrays: make a new list of new arrays.",
        ),
    ),
    hints=(
        "Weights and biases: which of them have a price? Those have it in the cost, and its slope in the gradient.",
        "J + λ/2 · Σ w² over the weights alone, and dW + λ W, db.",
        "Two lines need a change: the sum of the squares, and the pair that is made for each layer.",
    ),
)
