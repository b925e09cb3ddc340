"""The cost with weight decay."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.smaller_gap.material import SIZES, network
from helpers.regularization import decayed_cost

SUM = "sum(np.sum(W**2) for W, *_ in parameters)"


def cases(rng):
    """Yield networks of several depths, and strengths of decay from none to large."""
    for (note, sizes), cost, decay in zip(SIZES, (0.5, 0.7, 2.0, 1.25), (1.0, 0.1, 0.01, 3.0), strict=True):
        yield Case(note, cost=cost, parameters=network(rng, sizes), decay=decay)
    yield Case("no decay", cost=0.3, parameters=network(rng, (2, 2, 1)), decay=0.0)


exercise = Exercise(
    decayed_cost,
    points=2,
    cases=cases,
    mistakes=(
        Mistake(
            "the biases are counted too",
            {SUM: "sum(np.sum(W**2) + np.sum(b**2) for W, b in parameters)"},
            why="Only the weights decay: a bias moves a unit's output and does not make it steep.",
        ),
        Mistake(
            "the ½ is forgotten",
            {"decay / 2": "decay"},
            why="It is λ/2 times the sum, so that the derivative is λ W without a 2.",
        ),
        Mistake(
            "the weights are not squared",
            {"W**2": "W"},
            why="Positive and negative weights would cancel: their squares are added.",
        ),
        Mistake(
            "the absolute values are added instead of the squares",
            {"W**2": "np.abs(W)"},
            why="That is another penalty, L1, which pulls every weight equally hard; here squares are added.",
        ),
        Mistake(
            "the root of the sum of squares is taken",
            {SUM: "sum(np.sqrt(np.sum(W**2)) for W, *_ in parameters)"},
            why="The price is the sum of squares itself, ‖W‖², not the length ‖W‖.",
        ),
        Mistake(
            "only the last layer is counted",
            {SUM: "np.sum(parameters[-1][0] ** 2)"},
            why="The weights of all layers are counted: sum over the whole list.",
        ),
        Mistake(
            "only the first layer is counted",
            {SUM: "np.sum(parameters[0][0] ** 2)"},
            why="The weights of all layers are counted: sum over the whole list.",
        ),
        Mistake(
            "the mean of the squares is taken in each layer",
            {"np.sum(W**2)": "np.mean(W**2)"},
            why="The formula has a sum: then the derivative with respect to each weight is λ times that weight.",
        ),
        Mistake(
            "the price alone is returned",
            {"cost + decay": "decay"},
            why="The price is added to the cost J; both are to become small.",
        ),
        Mistake(
            "the price is subtracted",
            {"cost + decay": "cost - decay"},
            why="A large weight must make the cost larger, or training would make weights grow.",
        ),
        Mistake(
            "λ is ignored",
            {"decay / 2": "1 / 2"},
            why="λ says how much the price weighs against the cost.",
        ),
        Mistake(
            "the sum of the weights is squared",
            {"np.sum(W**2)": "np.sum(W) ** 2"},
            why="Square every weight first, then add: otherwise weights of different signs cancel.",
        ),
    ),
    hints=(
        "Add up the squares of all weights of all layers; the biases stay out.",
        "J + λ/2 · Σ over the layers of Σ w².",
        "A loop over parameters gives a pair (W, b) a turn; np.sum(W**2) is one layer's share of the sum.",
    ),
)
