"""The gradient of one example."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.logistic_regression.neuron import one
from helpers.logistic_loops import backward_one


def example(rng, n_x, y):
    """Return the arguments for one example with label y."""
    x, w, b = one(rng, n_x).values()
    return {"x": x, "y": y, "w": w, "b": b}


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one feature, label 1", **example(rng, 1, 1.0))
    yield Case("one feature, label 0", **example(rng, 1, 0.0))
    yield Case("two features, label 1", **example(rng, 2, 1.0))
    yield Case("two features, label 0", **example(rng, 2, 0.0))
    yield Case("five features", **example(rng, 5, 1.0))


exercise = Exercise(
    backward_one,
    points=3,
    cases=cases,
    returns=("dw", "db"),
    equivalents={
        "neuron(x, w, b) → neuron(w, x, b)": "Features times weights and weights times features are the same sum."
    },
    mistakes=(
        Mistake("the sign is turned", {"a - y": "y - a"}, why="dz = a − y: output minus label."),
        Mistake(
            "the slope of the sigmoid is in it once too often",
            {"dz = a - y": "dz = (a - y) * a * (1 - a)"},
            why="dz = da · a(1 − a), and the a(1 − a) cancels against da; what is left is a − y.",
        ),
        Mistake(
            "it stops at da",
            {"dz = a - y": "dz = -y / a + (1 - y) / (1 - a)"},
            why="dz = da · σ′(z) = da · a(1 − a).",
        ),
        Mistake(
            "dw forgets the features",
            {"dz * x, dz": "dz * x * 0 + dz, dz"},
            why="∂z/∂w1 = x1: dw1 = dz · x1.",
        ),
        Mistake("dw uses the weights", {"dz * x, dz": "dz * w, dz"}, why="∂z/∂w1 is x1, not w1."),
        Mistake(
            "db is multiplied by the features",
            {"dz * x, dz": "dz * x, float(np.sum(dz * x))"},
            why="∂z/∂b = 1, so db = dz.",
        ),
        Mistake("db is left at zero", {"dz * x, dz": "dz * x, 0.0"}, why="∂z/∂b = 1, so db = dz."),
        Mistake(
            "the two are given back in the other order",
            {"dz * x, dz": "dz, dz * x"},
            why="First dw, then db.",
        ),
        Mistake(
            "dw lost its column form",
            {"return dz * x, dz": "return (dz * x).ravel(), dz"},
            why="dw has the shape of w, (n_x, 1).",
        ),
        Mistake(
            "dz does not depend on the label that is handed in",
            {"a - y": "a"},
            why="dz = a − y compares the output with the label.",
        ),
        Mistake(
            "only the sign of the error is kept",
            {"dz = a - y": "dz = float(np.sign(a - y))"},
            why="How wrong the output is counts, not only on which side.",
        ),
        Mistake(
            "dz is the slope of the sigmoid alone",
            {"dz = a - y": "dz = a * (1 - a)"},
            why="a(1 − a) says how a answers to z. It is multiplied by da, how the loss answers to a.",
        ),
        Mistake(
            "the sigmoid is left out of a",
            {"a = neuron(x, w, b)\n": "a = float(np.sum(w * x) + b)\n"},
            why="a is the output of the neuron, σ(z), not z itself.",
        ),
        Mistake(
            "the second part of da has the wrong sign",
            {"dz = a - y": "dz = (-y / a - (1 - y) / (1 - a)) * a * (1 - a)"},
            why="da = −y/a + (1 − y)/(1 − a): log(1 − a) has the slope −1/(1 − a), and the minus in front turns it.",
        ),
        Mistake(
            "the loss itself stands where its slope belongs",
            {"dz = a - y": "dz = loss(a, y)"},
            why="dz says how the loss moves with z: a − y.",
        ),
        Mistake(
            "dw lies on its side",
            {"return dz * x, dz": "return dz * x.T, dz"},
            why="dw has the shape of w, (n_x, 1).",
        ),
    ),
    hints=(
        "Walk the graph from right to left: from the loss to a, from a to z, from z to each weight.",
        "dz = a − y, and z = w1 x1 + w2 x2 + b, so dw1 = dz x1, dw2 = dz x2, db = dz.",
        "Call your neuron for a, subtract the label, then give back two things: that number times the column of "
        "features, and the number itself.",
    ),
)
