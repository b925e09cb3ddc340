"""The output of one neuron for one example."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, weights
from helpers.logistic_loops import neuron


def one(rng, n_x):
    """Return x and w, (n_x, 1), and b."""
    return {"x": numbers(rng, n_x, 1), "w": weights(rng, n_x, 1), "b": biases(rng)}


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one feature", **one(rng, 1))
    yield Case("two features", **one(rng, 2))
    yield Case("no bias", **{**one(rng, 2), "b": 0.0})
    yield Case("weights of zero", **{**one(rng, 3), "w": np.zeros((3, 1))})
    yield Case("five features", **one(rng, 5))


exercise = Exercise(
    neuron,
    points=2,
    cases=cases,
    mistakes=(
        Mistake("the bias is forgotten", {"z = b\n": "z = 0.0\n"}, why="z = wᵀx + b: b is added once."),
        Mistake(
            "the bias is added once for every feature",
            {"w[j, 0] * x[j, 0]": "w[j, 0] * x[j, 0] + b", "z = b\n": "z = 0.0\n"},
            why="b is added once, after the sum over the features.",
        ),
        Mistake("the bias is subtracted", {"z = b\n": "z = -b\n"}, why="z = wᵀx + b, with a plus."),
        Mistake(
            "the sigmoid is left out", {"return sigmoid(z)": "return z"}, why="a = σ(z) lies between 0 and 1."
        ),
        Mistake("the sigmoid is taken twice", {"sigmoid(z)": "sigmoid(sigmoid(z))"}, why="a = σ(z), once."),
        Mistake(
            "weights and features are added, not multiplied",
            {"w[j, 0] * x[j, 0]": "w[j, 0] + x[j, 0]"},
            why="Each feature counts by its weight: w1 x1 + w2 x2.",
        ),
        Mistake(
            "only the last feature counts",
            {"z = z + w[j, 0]": "z = b + w[j, 0]"},
            why="Every feature adds its part to the sum.",
        ),
        Mistake(
            "only two features are looked at",
            {"range(len(w))": "range(min(2, len(w)))"},
            why="The number of features is len(w), not always 2.",
        ),
        Mistake(
            "the last feature is left out",
            {"range(len(w))": "range(len(w) - 1)"},
            why="range(n) already ends before n.",
        ),
        Mistake(
            "the sigmoid is taken of each product",
            {"w[j, 0] * x[j, 0]": "sigmoid(w[j, 0] * x[j, 0])", "return sigmoid(z)": "return z"},
            why="First the whole sum z, then the sigmoid once.",
        ),
        Mistake(
            "the products are not added up",
            {"return sigmoid(z)": "return sigmoid(w * x + b)"},
            why="z is one number: the sum of all products, and then b.",
        ),
        Mistake(
            "the result is still a matrix, (1, 1)",
            {"return sigmoid(z)": "return np.array([[sigmoid(z)]])"},
            why="A row times a column is (1, 1). The docstring asks for the number in it.",
        ),
        Mistake(
            "it returns in the first round of the loop",
            {"    return sigmoid(z)": "        return sigmoid(z)"},
            why="The return stands after the loop, not in it.",
        ),
        Mistake(
            "the bias is added after the sigmoid",
            {"z = b\n": "z = 0.0\n", "return sigmoid(z)": "return sigmoid(z) + b"},
            why="b belongs to z, and so inside the sigmoid: a lies between 0 and 1.",
        ),
        Mistake(
            "the mean of the products is taken instead of their sum",
            {"z = b\n": "z = 0.0\n", "return sigmoid(z)": "return sigmoid(z / len(w) + b)"},
            why="z = w1 x1 + w2 x2 + … + b: nothing is divided.",
        ),
    ),
    hints=(
        "Two steps: first one number z out of all features, then the curve.",
        "z = w1 x1 + w2 x2 + … + b, and a = σ(z). The j-th weight is w[j, 0].",
        "Let z begin as b; in a loop over the rows add weight times feature; at the end return the sigmoid of z.",
    ),
)
