"""Exercises of 06_hyperparameters, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "softmax",
    "softmax_gradient",
    "softmax_cost_from_logits",
    "mini_batches",
    "parameter_count",
    "roles",
    "split",
    "standard_error",
    "paired_comparison",
    "log_uniform",
    "random_search",
    "repair_report",
    "confusion_counts",
)
