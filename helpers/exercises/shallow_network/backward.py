"""The way back through both layers."""

from helpers.engine.check import Case, Exercise, Named
from helpers.exercises.shallow_network.backward_mistakes import MISTAKES
from helpers.exercises.shallow_network.material import passed
from helpers.shallow_network import backward


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one unit, one example", **passed(rng, 1, 1, 1, 1))
    yield Case("four hidden units, one example", **passed(rng, 3, 4, 1, 1))
    yield Case("six examples", **passed(rng, 2, 4, 1, 6))
    yield Case("as many hidden units as examples", **passed(rng, 2, 3, 1, 3))
    yield Case("two outputs", **passed(rng, 3, 5, 2, 7))
    for name in ("SIGMOID", "RELU", "LEAKY_RELU"):
        hidden = Named(f"helpers.activations:{name}")
        yield Case(f"{name} in the hidden layer", **passed(rng, 2, 5, 1, 8, hidden.make()), hidden=hidden)


exercise = Exercise(
    backward,
    points=4,
    cases=cases,
    returns="gradients",
    mistakes=MISTAKES,
    hints=(
        "Walk back through the four lines of forward; each name gets a d in front, and dW has the shape of W.",
        "dZ2 = A2 − Y; dW2 = dZ2 A1ᵀ / m; db2 = Σ dZ2 / m; dZ1 = W2ᵀ dZ2 * g1′(Z1); then dW1, db1 with X for A1.",
        "Sum with np.sum(..., axis=1, keepdims=True); the slope multiplies entry by entry, with *; all else is @.",
    ),
)
