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
    "numerical_gradient",
    "backward_one",
    "gradient_loop",
    "repair_gradient",
    "descend",
    "predict",
)
