"""Labels from outputs."""

from helpers.deep_network import predict
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.material import RELU_, TANH, inputs, network


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one layer, one example", X=inputs(rng, 2, 1), parameters=network(rng, 2, 1))
    yield Case("two layers", X=inputs(rng, 3, 9), parameters=network(rng, 3, 4, 1))
    yield Case("four layers, two outputs", X=inputs(rng, 4, 9), parameters=network(rng, 4, 5, 4, 3, 2))
    yield Case("tanh", X=inputs(rng, 3, 40), parameters=network(rng, 3, 6, 6, 2), hidden=TANH)
    yield Case("ReLU", X=inputs(rng, 3, 40), parameters=network(rng, 3, 6, 6, 2), hidden=RELU_)


exercise = Exercise(
    predict,
    points=1,
    cases=cases,
    equivalents={"AL > 0.5 → AL >= 0.5": "At exactly ½ either answer is as good."},
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
            "every output counts as a 1",
            {"AL > 0.5": "AL > 0"},
            why="AL lies between 0 and 1 already: compare it with ½, not with 0, and without another sigmoid.",
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
        Mistake(
            "every label comes out 0",
            {"(AL > 0.5).astype(int)": "AL.astype(int)"},
            why="astype(int) by itself cuts 0.9 down to 0, and no output exceeds 1: compare with ½.",
        ),
        Mistake(
            "labels are −1 and 1",
            {"(AL > 0.5).astype(int)": "2 * (AL > 0.5) - 1"},
            why="The labels of this course are 0 and 1.",
        ),
        Mistake(
            "one question is asked about all outputs",
            {"(AL > 0.5).astype(int)": "1 if AL > 0.5 else 0"},
            why="`if` wants one yes or no: the comparison AL > 0.5 alone answers for each entry.",
        ),
        Mistake(
            "the pair that forward returns is used as if it were the outputs",
            {"AL, _ = forward": "AL = forward"},
            why="forward returns two things, (AL, caches): unpack both.",
        ),
    ),
    hints=(
        "Go forward once, forget the caches, and compare.",
        "The label is 1 where AL > ½ and 0 elsewhere.",
        "A comparison gives True and False; .astype(int) turns them into 1 and 0.",
    ),
)
