"""How many multiplications a network needs."""

from helpers.engine.check import Quiz

ONE = "one picture of 784 pixels through 8 units"
MANY = "100 such pictures through 8 units"
SMALL = "one picture through small: 784 pixels, 8 units, 1 unit"
WIDE = "one picture through 784 pixels, 256 units, 128 units, 1 unit"
EACH = "Every unit multiplies each of its inputs with a weight of its own."
LAYERS = "Layer by layer: inputs times units. The outputs of one layer are the inputs of the next."

answers = {ONE: 6272, MANY: 627_200, SMALL: 6280, WIDE: 233_600}

exercise = Quiz(
    "work",
    points=2,
    answers=answers,
    reasons={
        ONE: {784: EACH, 8: EACH, 792: "784 times 8, not 784 plus 8."},
        MANY: {6272: "Every picture needs its own products.", 6372: "100 times as many, not 100 more."},
        SMALL: {
            6272: "The last unit has 8 inputs and needs 8 more.",
            6273: "The last unit has 8 inputs, not one.",
            50176: "The layers come one after the other, so their products are added.",
        },
        WIDE: {
            200_704: "That is the first layer alone.",
            233_472: "The last unit has 128 inputs and needs 128 more.",
            301_056: LAYERS,
        },
    },
    otherwise={ONE: EACH, MANY: "100 times as many as for one.", SMALL: LAYERS, WIDE: LAYERS},
    hints=(
        "Draw one unit with three inputs: three multiplications. Then two such units.",
        "A layer needs (inputs) · (units) multiplications for each picture; add up the layers.",
        "784 · 8 for the first. For the last: 784 · 256, then 256 · 128, then 128 · 1.",
    ),
)
