"""Labels from outputs."""

from helpers.deep_network import predict
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.cost_families import labels
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
            "the pair that forward returns is used as if it were the outputs",
            {"AL, _ = forward": "AL = forward"},
            why="forward returns two things, (AL, caches): unpack both.",
        ),
        *labels(predict),
        *activations(predict),
    ),
    hints=(
        "Go forward once, forget the caches, and compare.",
        "The label is 1 where AL > ½ and 0 elsewhere.",
        "A comparison gives True and False; .astype(int) turns them into 1 and 0.",
    ),
)
