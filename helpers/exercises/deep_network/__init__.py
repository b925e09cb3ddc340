"""Exercises of 05_deep_network, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "how_deep",
    "initialize",
    "linear_forward",
    "layer_forward",
    "forward",
    "shapes",
    "cost_from_logits",
    "linear_backward",
    "layer_backward",
    "backward",
    "gradient_gap",
    "errors",
    "train_deep",
    "predict",
    "scaled",
    "can_memorize",
    "fold",
    "corners",
    "repair_backward",
    "repair_depth",
    "repair_errors",
)
