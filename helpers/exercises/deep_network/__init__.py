"""Exercises of 05_deep_network, in order."""

from helpers.exercises.engine import collect

exercises, check, hint = collect(
    __name__,
    "shapes",
    "linear_forward",
    "layer_forward",
    "forward",
    "cost_from_logits",
    "linear_backward",
    "layer_backward",
    "backward",
    "errors",
    "check_gradients",
    "initialize",
    "scaled",
    "train_deep",
    "predict",
    "repair_backward",
    "repair_depth",
    "repair_errors",
)
