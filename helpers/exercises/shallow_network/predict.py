"""From outputs to labels."""

from helpers.engine.check import Case, Exercise, Mistake, Named
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
            "outputs are returned instead of labels",
            {LABELS: "A2"},
            why="A label is 0 or 1: compare the output with ½.",
        ),
        Mistake(
            "the two labels are swapped",
            {"A2 > 0.5": "A2 < 0.5"},
            why="ŷ is the probability of label 1: above ½ means 1.",
        ),
        Mistake(
            "every output counts as a 1",
            {"A2 > 0.5": "A2 > 0"},
            why="A2 lies between 0 and 1 already: compare it with ½, not with 0, and without another sigmoid.",
        ),
        Mistake(
            "every label comes out 0",
            {LABELS: "A2.astype(int)"},
            why="astype(int) by itself cuts 0.9 down to 0, and no output exceeds 1: compare with ½.",
        ),
        Mistake(
            "labels are −1 and 1",
            {LABELS: "np.where(A2 > 0.5, 1, -1)"},
            why="The labels of this course are 0 and 1.",
        ),
        Mistake(
            "the hidden activation is not handed on",
            {"forward(X, parameters, hidden)": "forward(X, parameters)"},
            why="The network must run as it was trained: hand `hidden` on.",
        ),
        Mistake(
            "the result lost its rows",
            {LABELS: "(A2 > 0.5).astype(int).ravel()"},
            why="Labels keep the shape of Y, (n_y, m).",
        ),
        Mistake(
            "one label is returned for all examples",
            {LABELS: "np.full(A2.shape, A2.mean() > 0.5).astype(int)"},
            why="Each column is an example with its own label.",
        ),
        Mistake(
            "one question is asked about all outputs",
            {LABELS: "1 if A2 > 0.5 else 0"},
            why="`if` wants one yes or no: the comparison A2 > 0.5 alone answers for each entry.",
        ),
        Mistake(
            "the pair that forward returns is used as if it were the outputs",
            {"A2, _ = forward": "A2 = forward"},
            why="forward returns two things, (A2, cache): unpack both.",
        ),
    ),
    hints=(
        "Run the network forward and ask of each output: above one half?",
        "1 where A2 > ½, else 0, in the shape of A2.",
        "A comparison gives True and False; .astype(int) turns them into 1 and 0.",
    ),
)
