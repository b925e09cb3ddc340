"""Exercises of 02_logistic_regression, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "notation",
    "sigmoid",
    "neuron",
    "loss",
    "cost",
    "repair_loss",
    "slope",
    "referee_limits",
    "numerical_gradient",
    "shared_backward",
    "backward_one",
    "squared_backward",
    "gradient_loop",
    "repair_gradient",
    "descend",
    "predict",
    "hessian",
    "largest_rate",
)
