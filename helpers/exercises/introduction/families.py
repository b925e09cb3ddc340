"""Which family of networks suits which task."""

from helpers.engine.check import Quiz

TABLE = (
    "The input is a row of a table: neither a picture nor a sequence, "
    "so there is nothing to slide over and nothing to remember."
)
PICTURE = "The input is a picture: the same small pattern can be anywhere in it. That is what a sliding window is for."
SEQUENCE = (
    "The input is a sequence of any length, in which order matters: it is read step by step, with a memory."
)
MIXED = "The inputs are of several kinds at once: each needs its own part, and the parts are joined."

TASKS = {
    "price of a used car, from its age, mileage and make": ("standard", TABLE),
    "will this customer pay, by income, age and city?": ("standard", TABLE),
    "does the X-ray picture show a broken bone?": ("convolutional", PICTURE),
    "which digit is written on the envelope?": ("convolutional", PICTURE),
    "which song is being hummed?": ("recurrent", SEQUENCE),
    "is this review friendly or angry?": ("recurrent", SEQUENCE),
    "next word while you type a message": ("recurrent", SEQUENCE),
    "landing a drone by camera, wind sensor and map": ("hybrid", MIXED),
}
KINDS = ("standard", "convolutional", "recurrent", "hybrid")

answers = {task: family for task, (family, _) in TASKS.items()}

exercise = Quiz(
    "families",
    points=2,
    answers=answers,
    reasons={
        task: {wrong: reason for wrong in KINDS if wrong != family}
        for task, (family, reason) in TASKS.items()
    },
    otherwise={task: f"Choose one of {', '.join(KINDS)}." for task in TASKS},
    hints=(
        "Look at the input x of each task: a row of a table, a picture, a sequence, or several of these?",
        "Table: standard. Picture: convolutional. Sequence in time: recurrent. Several together: hybrid.",
        "Two are standard, two convolutional, three recurrent, and one is a hybrid.",
    ),
)
