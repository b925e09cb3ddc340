"""Exercises of 06_hyperparameters, in order."""

from helpers.exercises.engine import collect

exercises, check, hint = collect(
    __name__,
    "parameter_count",
    "roles",
    "split",
    "log_uniform",
    "random_search",
    "softmax",
    "softmax_gradient",
    "mini_batches",
    "repair_report",
)
