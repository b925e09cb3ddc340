"""Exercises of 04_shallow_network, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "shapes",
    "one_unit",
    "initialize",
    "forward",
    "tanh",
    "relu",
    "leaky_relu",
    "hidden_activations",
    "collapse",
    "output_activations",
    "sigmoid_derivative",
    "tanh_derivative",
    "relu_derivative",
    "leaky_relu_derivative",
    "way_back",
    "cost",
    "backward",
    "gradient_gap",
    "update",
    "train_shallow",
    "predict",
    "repair_initialize",
    "repair_update",
    "repair_backward",
)
