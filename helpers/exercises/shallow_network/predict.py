"""From outputs to labels."""

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.exercises.activation_families import activations
from helpers.exercises.cost_families import labels
from helpers.exercises.shallow_network.material import examples, network
from helpers.shallow_network import predict

LABELS = "(A2 > 0.5).astype(int)"


def cases(rng):
    """Yield cases from small to large."""
    for note, sizes, m in (
        ("one example", (1, 1, 1), 1),
        ("eight examples", (2, 4, 1), 8),
        ("two outputs", (3, 5, 2), 6),
        ("three outputs, one example", (2, 3, 3), 1),
        ("forty examples", (2, 4, 1), 40),
    ):
        yield Case(note, X=examples(rng, sizes[0], 1, m)[0], parameters=network(rng, *sizes))
    relu = Named("helpers.activations:RELU")
    yield Case(
        "ReLU in the hidden layer",
        X=3 * examples(rng, 2, 1, 30)[0],
        parameters=network(rng, 2, 6, 1),
        hidden=relu,
    )


exercise = Exercise(
    predict,
    points=1,
    cases=cases,
    equivalents={"A2 > 0.5 → A2 >= 0.5": "At exactly ½ either answer is as good."},
    mistakes=(
        Mistake(
            "one label is returned for all examples",
            {LABELS: "np.full(A2.shape, A2.mean() > 0.5).astype(int)"},
            why="Each column is an example with its own label.",
        ),
        Mistake(
            "the pair that forward returns is used as if it were the outputs",
            {"A2, _ = forward": "A2 = forward"},
            why="forward returns two things, (A2, cache): unpack both.",
        ),
        *labels(predict),
        *activations(predict),
    ),
    hints=(
        "Run the network forward and ask of each output: above one half?",
        "1 where A2 > ½, else 0, in the shape of A2.",
        "A comparison gives True and False; .astype(int) turns them into 1 and 0.",
    ),
)
