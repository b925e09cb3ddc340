"""The referee for a whole network."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.shallow_network.material import passed
from helpers.shallow_network import backward, gradient_gap

DW, DB = "relative_difference(ours[0], theirs[0])", "relative_difference(ours[1], theirs[1])"


def cases(rng):
    """Yield cases from small to large: right gradients, and gradients that are wrong in one place."""
    for note, sizes, spoil in (
        ("right gradients, one unit", (1, 1, 1, 1), ()),
        ("right gradients, two inputs", (2, 1, 1, 4), ()),
        ("dW1 twice too large", (1, 1, 1, 4), ((0, 0, 2.0),)),
        ("db1 with the wrong sign", (1, 2, 1, 3), ((0, 1, -1.0),)),
        ("dW2 without its 1/m", (1, 1, 2, 3), ((1, 0, 3.0),)),
        ("db2 half as large", (1, 1, 1, 3), ((1, 1, 0.5),)),
        (
            "multiples of the parameters instead of gradients",
            (2, 2, 1, 5),
            ((0, 0, 2.0), (0, 1, 3.0), (1, 0, 1.5), (1, 1, 1.2)),
        ),
    ):
        given = passed(rng, *sizes)
        gradients = spoiled(given["parameters"] if len(spoil) == 4 else backward(**given), spoil)
        yield Case(note, X=given["X"], Y=given["Y"], parameters=given["parameters"], gradients=gradients)


def spoiled(gradients, factors):
    """Return the gradients with some arrays multiplied: factors = ((layer, 0 for dW or 1 for db, factor), ...)."""
    gradients = [list(layer) for layer in gradients]
    for layer, part, factor in factors:
        gradients[layer][part] = factor * gradients[layer][part]
    return [tuple(layer) for layer in gradients]


exercise = Exercise(
    gradient_gap,
    points=3,
    cases=cases,
    equivalents={
        "zip(gradients, numerical, strict=True) "
        "→ zip(numerical, gradients, strict=True)": "Both ways round give the same number."
    },
    rtol=1e-4,
    atol=1e-6,
    mistakes=(
        Mistake(
            "the smallest difference is returned",
            {"return max(gaps)": "return min(gaps)"},
            why="One wrong array is enough: the largest difference counts.",
        ),
        Mistake(
            "only the weights are compared",
            {DB: "0.0"},
            why="A gradient has a dW and a db in every layer.",
        ),
        Mistake(
            "only the biases are compared",
            {DW: "0.0"},
            why="A gradient has a dW and a db in every layer.",
        ),
        Mistake(
            "only the last array is compared",
            {"return max(gaps)": "return gaps[-1]"},
            why="Collect the differences of all four arrays.",
        ),
        Mistake(
            "the differences are added up",
            {"return max(gaps)": "return sum(gaps)"},
            why="The largest of the four is asked for.",
        ),
        Mistake(
            "the mean of the differences is returned",
            {"return max(gaps)": "return sum(gaps) / len(gaps)"},
            why="A mean hides one wrong array behind three right ones.",
        ),
        Mistake(
            "the differences are not relative",
            {DW: "abs(ours[0] - theirs[0]).max()", DB: "abs(ours[1] - theirs[1]).max()"},
            why="relative_difference measures against the size of the gradient.",
        ),
        Mistake(
            "the gradients handed in are not compared with the numerical ones",
            {"zip(gradients, numerical": "zip(gradients, gradients"},
            why="One list is `gradients` as it was handed in, the other comes from numerical_gradients.",
        ),
        Mistake(
            "the gradients are compared with the parameters",
            {"zip(gradients, numerical": "zip(gradients, parameters"},
            why="The second list must come from numerical_gradients.",
        ),
        Mistake(
            "f does not depend on its argument",
            {"forward(X, p)": "forward(X, parameters)"},
            why="numerical_gradients nudges p: forward has to be called with p.",
        ),
        Mistake(
            "cost is given the whole pair that forward returns",
            {"forward(X, p)[0]": "forward(X, p)"},
            why="forward returns (A2, cache): cost wants its first part, A2.",
        ),
        Mistake(
            "numerical_gradients is given a number",
            {"lambda p: cost(forward(X, p)[0], Y)": "cost(forward(X, parameters)[0], Y)"},
            why="It has to call f with nudged parameters: hand it a function of p, a lambda, not a result.",
        ),
        Mistake(
            "only the first layer is compared",
            {"zip(gradients, numerical, strict=True)": "zip(gradients[:1], numerical[:1], strict=True)"},
            why="Collect the differences of all four arrays.",
        ),
        Mistake(
            "all gradients are compared as one long row",
            {
                "return max(gaps)": "from numpy import concatenate, ravel\n\n"
                "    flat = [concatenate([ravel(a) for layer in g for a in layer]) for g in (gradients, numerical)]\n"
                "    return relative_difference(*flat)"
            },
            why="A small array that is wrong hides behind large ones that are right: compare array by array.",
            alone=True,
        ),
        Mistake(
            "only the last layer is compared",
            {"zip(gradients, numerical, strict=True)": "zip(gradients[1:], numerical[1:], strict=True)"},
            why="Collect the differences of all four arrays.",
        ),
    ),
    hints=(
        "The numerical route needs only the cost as a function of the parameters: forward, then cost.",
        "f(p) = cost(forward(X, p)[0], Y); then compare dW with dW and db with db in both layers and keep the largest.",
        "A lambda makes f; zip(gradients, numerical) pairs the layers; each layer is a pair (dW, db).",
    ),
)
