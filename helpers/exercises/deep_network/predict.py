"""Labels from outputs."""

from helpers.deep_network import predict
from helpers.exercises.deep_network.material import RELU_, TANH, inputs, network
from helpers.exercises.engine import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one layer, one example", X=inputs(rng, 2, 1), parameters=network(rng, 2, 1))
    yield Case("two layers", X=inputs(rng, 3, 9), parameters=network(rng, 3, 4, 1))
    yield Case("four layers, two outputs", X=inputs(rng, 4, 9), parameters=network(rng, 4, 5, 4, 3, 2))
    yield Case("tanh", X=inputs(rng, 3, 40), parameters=network(rng, 3, 6, 6, 2), hidden=TANH)
    yield Case("ReLU", X=inputs(rng, 3, 40), parameters=network(rng, 3, 6, 6, 2), hidden=RELU_)
    ((W, b),) = network(rng, 3, 1)
    yield Case("an output of exactly ½", X=inputs(rng, 3, 4), parameters=[(0 * W, 0 * b)])


exercise = Exercise(
    predict,
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "the outputs are returned as they are",
            {"(AL > 0.5).astype(int)": "AL"},
            why="A label is 0 or 1: compare the output with ½.",
        ),
        Mistake(
            "the labels are turned around", {"AL > 0.5": "AL < 0.5"}, why="AL is the probability of label 1."
        ),
        Mistake(
            "an output of ½ becomes 1", {"AL > 0.5": "AL >= 0.5"}, why="Above ½ is 1; ½ itself is not above."
        ),
        Mistake(
            "the threshold is 0", {"AL > 0.5": "AL > 0"}, why="AL is σ(z): ½ is the middle, where z = 0."
        ),
        Mistake(
            "hidden is not passed on",
            {"forward(X, parameters, hidden)": "forward(X, parameters)"},
            why="The network must use the activation that it was trained with.",
        ),
        Mistake(
            "only one output is looked at",
            {"(AL > 0.5)": "(AL[:1] > 0.5)"},
            why="With n_y outputs there are n_y labels for each example.",
        ),
    ),
    hints=(
        "Go forward once, forget the caches, and compare.",
        "The label is 1 where AL > ½ and 0 elsewhere.",
        "A comparison gives True and False; .astype(int) turns them into 1 and 0.",
    ),
)
