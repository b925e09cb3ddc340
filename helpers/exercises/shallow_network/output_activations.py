"""Which activation the output layer needs, by what it has to predict."""

from helpers.engine.check import Quiz

EITHER = "A probability lies between 0 and 1."
SIGNED = "The value may be negative as well as positive and has no upper end."
LENGTH = "The value cannot be negative, but it has no upper end."

answers = {
    "is it a cat": "sigmoid",
    "profit of a shop": "linear",
    "rain tomorrow in mm": "relu",
    "will the loan be repaid": "sigmoid",
    "temperature in °C": "linear",
}

exercise = Quiz(
    "output_activations",
    points=2,
    answers=answers,
    reasons={
        "is it a cat": {
            "tanh": f"{EITHER} tanh gives −1 to 1.",
            "relu": f"{EITHER} ReLU has no upper end.",
            "linear": f"{EITHER} A linear output has no ends.",
        },
        "profit of a shop": {
            "relu": "A shop can lose money, and ReLU never answers below 0.",
            "sigmoid": f"{SIGNED} A sigmoid ends at 0 and 1.",
            "tanh": f"{SIGNED} tanh ends at −1 and 1.",
        },
        "rain tomorrow in mm": {
            "linear": f"{LENGTH} A linear output would sometimes predict −3 mm.",
            "sigmoid": f"{LENGTH} A sigmoid ends at 1 mm.",
            "tanh": f"{LENGTH} tanh goes below 0 and ends at 1 mm.",
        },
        "will the loan be repaid": {
            "tanh": f"{EITHER} tanh gives −1 to 1.",
            "relu": f"{EITHER} ReLU has no upper end.",
            "linear": f"{EITHER} A linear output has no ends.",
        },
        "temperature in °C": {
            "relu": "It freezes in winter, and ReLU never answers below 0.",
            "sigmoid": f"{SIGNED} A sigmoid ends at 0 and 1.",
            "tanh": f"{SIGNED} tanh ends at −1 and 1.",
        },
    },
    otherwise=dict.fromkeys(
        (
            "is it a cat",
            "profit of a shop",
            "rain tomorrow in mm",
            "will the loan be repaid",
            "temperature in °C",
        ),
        'Answer with "sigmoid", "tanh", "relu" or "linear".',
    ),
    hints=(
        "Ask of each value: between which ends can it lie?",
        "Between 0 and 1: sigmoid. Any number: linear. Any number that is not negative: relu.",
        "Two of the five are yes-or-no questions, one is a length that cannot be negative, two can be negative.",
    ),
)
