"""What to do about a pair of curves."""

from helpers.engine.check import Quiz

OVERFITS = "The training cost is far below the validation cost: it is the gap that needs a cure."
UNDERFITS = (
    "Both costs are high, and close together: there is no gap to close. It needs more room or more time."
)

answers = {
    "A": "regularize",
    "B": "train longer or larger",
    "C": "smaller steps",
    "D": "nothing",
}

exercise = Quiz(
    "cures",
    points=2,
    answers=answers,
    reasons={
        "A": {
            "train longer or larger": OVERFITS + " Longer training would widen it.",
            "smaller steps": OVERFITS + " The training cost falls smoothly, so the steps are not too long.",
            "nothing": OVERFITS,
        },
        "B": {
            "regularize": UNDERFITS + " Decay or dropout would raise both.",
            "smaller steps": UNDERFITS + " Smaller steps would make it slower still.",
            "nothing": UNDERFITS,
        },
        "C": {
            "regularize": "The training cost itself jumps up and down: look at the steps before you look at the gap.",
            "train longer or larger": "With steps that long more time does not help: the cost does not settle.",
            "nothing": "The cost jumps up and down and does not settle.",
        },
        "D": {
            "regularize": "Both costs are low and close together: there is hardly a gap to close.",
            "train longer or larger": "Both costs are low and level: what more is there to gain?",
            "smaller steps": "Both costs are smooth and have settled.",
        },
    },
    otherwise={
        letter: 'Choose one of "regularize", "train longer or larger", "smaller steps" and "nothing".'
        for letter in "ABCD"
    },
    hints=(
        "Look at the training cost first: is it low? Is it smooth? Then at the distance to the validation cost.",
        "A high training cost calls for room or time, a rough one for smaller steps, a large gap for regularization.",
        "Each of the four answers is used once.",
    ),
)
