"""Exercises of 03_vectorization, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "column_lengths",
    "flatten_images",
    "repair_unflatten",
    "column_percentages",
    "standardize",
    "count_examples",
    "shapes",
    "propagate",
    "repair_cost",
    "optimize",
    "predict",
    "train_logistic",
    "repair_train_logistic",
)
