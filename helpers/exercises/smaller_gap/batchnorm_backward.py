"""Batch normalization, backward."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, shares
from helpers.normalization import batchnorm_backward, batchnorm_forward

DZ = "gamma / deviation * (dout - dbeta - Z_hat * dgamma)"
AXIS = {
    "np.mean(dout, axis=1, keepdims=True)": "np.mean(dout, axis=0, keepdims=True)",
    "np.mean(dout * Z_hat, axis=1, keepdims=True)": "np.mean(dout * Z_hat, axis=0, keepdims=True)",
}
ALSO_IN_DZ = {
    "dbeta = np.mean(dout": "dbeta = np.sum(dout",
    "dgamma = np.mean(dout * Z_hat": "dgamma = np.sum(dout * Z_hat",
}
SUMS = {
    "dbeta = np.mean(dout": "dbeta = np.sum(dout",
    "dgamma = np.mean(dout * Z_hat": "dgamma = np.sum(dout * Z_hat",
    "dout - dbeta - Z_hat * dgamma": "dout - dbeta / dout.shape[1] - Z_hat * dgamma / dout.shape[1]",
}


def cases(rng):
    """Yield layers from one unit to many, each with the cache of a pass forward."""
    for note, n, m in (
        ("one unit, three examples", 1, 3),
        ("two units, four examples", 2, 4),
        ("everything square", 4, 4),
        ("three units, ten examples", 3, 10),
        ("seven units, five examples", 7, 5),
    ):
        _, cache = batchnorm_forward(rng.normal(size=(n, m)), shares(rng, n, 1), biases(rng, n, 1))
        yield Case(note, dout=numbers(rng, n, m), cache=cache)


exercise = Exercise(
    batchnorm_backward,
    points=4,
    cases=cases,
    returns=("dZ", "dgamma", "dbeta"),
    rtol=1e-6,
    mistakes=(
        Mistake(
            "mean and deviation are treated as constants",
            {DZ: "gamma / deviation * dout"},
            why="Every z moves the mean and the deviation of its row too: that gives the other two terms.",
        ),
        Mistake(
            "the deviation is treated as a constant",
            {" - Z_hat * dgamma": ""},
            why="Every z moves the deviation of its row too: that gives − Z_hat dγ.",
        ),
        Mistake(
            "the mean is treated as a constant",
            {"dout - dbeta - Z_hat": "dout - Z_hat"},
            why="Every z moves the mean of its row too: that gives − dβ.",
        ),
        Mistake(
            "γ is left out of dZ",
            {"gamma / deviation": "1 / deviation"},
            why="out = γ Z_hat + β: the way back to Z_hat passes through γ.",
        ),
        Mistake(
            "the deviation multiplies instead of dividing",
            {"gamma / deviation": "gamma * deviation"},
            why="Z_hat = (Z − mean) / deviation: the slope contains 1 / deviation.",
        ),
        Mistake(
            "the deviation is left out",
            {"gamma / deviation": "gamma"},
            why="Z_hat = (Z − mean) / deviation: the slope contains 1 / deviation.",
        ),
        Mistake(
            "dγ misses the factor Z_hat",
            {"np.mean(dout * Z_hat, axis=1": "np.mean(dout, axis=1"},
            why="out = γ Z_hat + β: the slope with respect to γ is Z_hat.",
        ),
        Mistake(
            "dγ and dβ are sums instead of means",
            SUMS,
            why="As for dW and db: dout belongs to single examples, and dγ and dβ are their means.",
        ),
        Mistake(
            "dγ and dβ are sums instead of means",
            ALSO_IN_DZ,
            why="As for dW and db: dout belongs to single examples, and dγ and dβ are their means.",
        ),
        Mistake(
            "the means run over the units",
            AXIS,
            why="γ and β have one entry per unit: take the mean over the examples, axis 1.",
        ),
        Mistake(
            "dγ and dβ are exchanged",
            {"return dZ, dgamma, dbeta": "return dZ, dbeta, dgamma"},
            why="The docstring asks for (dZ, dgamma, dbeta).",
        ),
        Mistake(
            "an axis is lost (no keepdims)",
            {"return dZ, dgamma, dbeta": "return dZ, dgamma[:, 0], dbeta[:, 0]"},
            why="dγ and dβ have the shape of γ and β, (n, 1): a mean with keepdims=True.",
        ),
        Mistake(
            "the two corrections are added instead of subtracted",
            {"dout - dbeta - Z_hat * dgamma": "dout + dbeta + Z_hat * dgamma"},
            why="Adding the same number to a row changes nothing in Z_hat: dZ sums to 0 in every row.",
        ),
        Mistake(
            "dγ is not multiplied by Z_hat in dZ",
            {"- Z_hat * dgamma": "- dgamma"},
            why="What the deviation passes back to an example is in proportion to its Z_hat.",
        ),
    ),
    hints=(
        "Three inputs, three gradients, each in the shape of its own. Take dβ and dγ first: dZ is made of them.",
        "dβ = mean of dout, dγ = mean of dout * Z_hat, over the examples; dZ = γ / deviation times what is left of "
        "dout when both are taken off.",
        "Unpack the cache first. np.mean(..., axis=1, keepdims=True) keeps the shape (n, 1).",
    ),
)
