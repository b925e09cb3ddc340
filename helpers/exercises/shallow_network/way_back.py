"""The way back through two hidden units, by hand: x = (2, 1), y = 1."""

from helpers.engine.check import Quiz

OUT = "dz2 = a2 − y, with a2 = 0.5 and y = 1."
DW2 = "dW2 is dz2 times what the weight multiplies: the value a of that hidden unit."
DA1 = "da1 is dz2 times the weight on the arrow from that hidden unit to the output."
DZ1 = "dz1 is da1 times the slope of ReLU at that unit's z: 1 above 0, and 0 below."
DW1 = "dW1 is dz1 of the unit that the arrow leads to, times the x that it comes from."

answers = {
    "dz2": -0.5,
    "dW2, upper unit": -2,
    "dW2, lower unit": 0,
    "da1, upper unit": -1,
    "da1, lower unit": 3,
    "dz1, upper unit": -1,
    "dz1, lower unit": 0,
    "dW1, from x1 to the upper unit": -2,
    "dW1, from x2 to the upper unit": -1,
    "dW1, from x1 to the lower unit": 0,
}

exercise = Quiz(
    "way_back",
    points=3,
    answers=answers,
    reasons={
        "dz2": {
            0.5: "The order is output minus label: a2 − y.",
            -1: OUT,
            -2.0: "That is da2 = −y/a2. " + OUT,
        },
        "dW2, upper unit": {2: "Mind the sign of dz2.", -1: "That uses the weight instead of the value a."},
        "dW2, lower unit": {0.5: "a of the lower unit is 0, not its z.", 3: "That is da1 of the lower unit."},
        "da1, upper unit": {1: "Mind the sign of dz2.", -2: "That uses the value a instead of the weight."},
        "da1, lower unit": {
            -3: "Both numbers are negative: dz2 = −0.5 and W = −6.",
            0: "ReLU comes only after da1.",
        },
        "dz1, upper unit": {-4: "The slope of ReLU at 4 is 1, not 4.", 0: DZ1},
        "dz1, lower unit": {3: "The slope of ReLU at −1 is 0: nothing gets through.", -3: DZ1},
        "dW1, from x1 to the upper unit": {2: "Mind the sign of dz1.", -1: "That is dz1 itself: x1 is 2."},
        "dW1, from x2 to the upper unit": {1: "Mind the sign of dz1.", -2: "That belongs to x1."},
        "dW1, from x1 to the lower unit": {6: "dz1 of the lower unit is 0, da1 is not.", -6: DW1},
    },
    otherwise={
        "dz2": OUT,
        "dW2, upper unit": DW2,
        "dW2, lower unit": DW2,
        "da1, upper unit": DA1,
        "da1, lower unit": DA1,
        "dz1, upper unit": DZ1,
        "dz1, lower unit": DZ1,
        "dW1, from x1 to the upper unit": DW1,
        "dW1, from x2 to the upper unit": DW1,
        "dW1, from x1 to the lower unit": DW1,
    },
    hints=(
        "Begin at the right end with a2 − y, and go against the arrows. Each answer is a product of two numbers.",
        "dW = dz · what the weight reads; da = dz · the weight; dz = da · slope of ReLU.",
        "Write dz2 beside the output first. The lower unit has z below 0: what does that mean for its slope?",
    ),
)
