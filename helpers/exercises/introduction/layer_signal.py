"""What is left of an error signal after several sigmoids."""

from helpers.engine.check import Quiz

ONE = "sigmoid, 1 hidden layer"
THREE = "sigmoid, 3 hidden layers"
RELU = "ReLU where z > 0, 3 hidden layers"
WIDER = "sigmoid, 3 hidden layers, weights 4 times as large"
TIMES = "Each layer multiplies by its slope: a quarter of a quarter of a quarter."

answers = {ONE: 0.25, THREE: 0.015625, RELU: 1.0, WIDER: 1.0}

exercise = Quiz(
    "layer_signal",
    points=2,
    answers=answers,
    reasons={
        ONE: {
            1.0: "The steepest slope of the sigmoid is ¼.",
            0.5: "½ is its value at 0; its slope there is ¼.",
        },
        THREE: {0.75: "Three quarters are added, but slopes are multiplied.", 0.25: TIMES, 0.0625: TIMES},
        RELU: {0.0: "Where z > 0 the ReLU is a line with the slope 1.", 0.25: "Its slope is 1 where z > 0."},
        WIDER: {
            0.0625: "All three layers have the larger weights: 4 · ¼ in each.",
            0.015625: "The weights multiply the signal too: 4 · ¼ in each layer.",
            64.0: "The slopes count as well: 4 · ¼ in each layer.",
        },
    },
    otherwise={
        ONE: "The steepest slope of the sigmoid is ¼.",
        THREE: TIMES,
        RELU: "1 · 1 · 1.",
        WIDER: "4 · ¼ each.",
    },
    hints=(
        "Start with one layer: what is the largest slope of an S that rises from 0 to 1 like the sigmoid?",
        "The slope of the sigmoid is at most ¼, that of the ReLU is 1 on the right. Multiply layer by layer.",
        "Three layers: ¼ · ¼ · ¼. With weights 4 times as large each layer gives 4 · ¼.",
    ),
)
