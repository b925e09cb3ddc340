"""What the sides of a triangle say about its largest angle."""

from helpers.engine.check import Quiz

COMPARE = "Compare the square of the longest side with the sum of the other two squares."

answers = {"3, 4, 5": "right", "2, 3, 4": "obtuse", "4, 5, 6": "acute"}

exercise = Quiz(
    "largest_angle",
    points=1,
    answers=answers,
    reasons={
        "3, 4, 5": {"acute": "9 + 16 is exactly 25."},
        "2, 3, 4": {"acute": "4 + 9 is less than 16."},
        "4, 5, 6": {"obtuse": "16 + 25 is more than 36."},
    },
    otherwise=dict.fromkeys(answers, COMPARE),
    hints=(
        "Remember what Pythagoras says about a right angle.",
        COMPARE,
        "The angle is obtuse if the longest side is longer than in a right triangle.",
    ),
)
