"""How far a numerical slope can be trusted."""

from helpers.engine.check import Quiz

BOTH = "From both sides the error is ε² for θ³. A tenth of ε gives a hundredth of ε²."
ONE = "From one side the error is 3ε + ε² for θ³ at 1. For small ε that is nearly 3ε, so it goes down with ε."
ROUNDING = "f is known to about 16 digits. The smaller ε, the fewer of them are left in the difference."
KINK = "Right of 0 the slope is 1, left of it 0. The referee goes one step to each side and takes the mean."

answers = {
    "both sides, nudge 0.01 → 0.001: the error shrinks by a factor of": 100,
    "up only, nudge 0.01 → 0.001: the error shrinks by a factor of about": 10,
    "both sides, nudge 1e-7 → 1e-11: the error grows or shrinks": "grows",
    "the referee's slope of max(0, θ) at θ = 0": 0.5,
}

exercise = Quiz(
    "referee_limits",
    points=2,
    answers=answers,
    reasons={
        "both sides, nudge 0.01 → 0.001: the error shrinks by a factor of": {10: BOTH, 1000: BOTH},
        "up only, nudge 0.01 → 0.001: the error shrinks by a factor of about": {100: ONE, 1000: ONE},
        "both sides, nudge 1e-7 → 1e-11: the error grows or shrinks": {"shrinks": ROUNDING},
        "the referee's slope of max(0, θ) at θ = 0": {0: KINK, 1: KINK},
    },
    otherwise={
        "both sides, nudge 0.01 → 0.001: the error shrinks by a factor of": BOTH,
        "up only, nudge 0.01 → 0.001: the error shrinks by a factor of about": ONE,
        "both sides, nudge 1e-7 → 1e-11: the error grows or shrinks": "Write grows or shrinks.",
        "the referee's slope of max(0, θ) at θ = 0": KINK,
    },
    hints=(
        "Read the first three off the picture. The last one is a calculation with two values of the function.",
        "Both axes are logarithmic, and each line on the right has a slope: two powers of ten down for one to the "
        "left, or one for one.",
        "For the last one: max(0, ε) is ε, and max(0, −ε) is 0. Divide their difference by 2ε.",
    ),
)
