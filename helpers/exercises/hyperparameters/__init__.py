"""Exercises of 06_hyperparameters, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "softmax",
    "softmax_gradient",
    "mini_batches",
    "parameter_count",
    "roles",
    "split",
    "log_uniform",
    "random_search",
    "repair_report",
    "confusion_counts",
)
