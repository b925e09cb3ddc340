"""What the learning curves say, and what they do not say."""

from helpers.exercises.engine import Quiz

LARGE, MATCH = "m from which on large is on top", "m at which large first beats linear with 7,716"
FEW, END = "at m = 125 the best network is", "at the right end linear is"

exercise = Quiz(
    "reading",
    points=3,
    answers={LARGE: 2000, MATCH: 250, FEW: "too close to call", END: "still rising"},
    reasons={
        LARGE: {
            125: "There the three networks with hidden layers are within each other's bands.",
            250: "There medium is a little higher than large.",
            500: "There medium and large lie on one spot: neither is on top.",
            1000: "There medium is a little higher than large.",
            4000: "There it is on top, but it is at a smaller m already.",
            7716: "There it is on top, but it is at a smaller m already.",
        },
        MATCH: {
            125: "With 125 examples large is at 0.79; linear ends above 0.82.",
            500: "With 500 it is above, but it is with fewer examples already.",
            1000: "With 1,000 it is far above, but it is with fewer examples already.",
            2000: "Read across from the end of the lowest line, 0.82, to the left until you meet large.",
            4000: "Read across from the end of the lowest line, 0.82, to the left until you meet large.",
            7716: "That compares both at the same m. Read across at the height where linear ends.",
        },
        FEW: {
            "linear": "Its band ends below the means of the other three.",
            "small": "Its band overlaps with those of medium and large: another seed, another order.",
            "medium": "Its band overlaps with those of small and large: another seed, another order.",
            "large": "Its band overlaps with those of small and medium: another seed, another order.",
        },
        END: {
            "flat": "From 4,000 to 7,716 it gains another point: the folklore's plateau is not reached here.",
            "falling": "Its last point is its highest.",
        },
    },
    otherwise={
        LARGE: "Choose one of the seven sizes on the horizontal axis, as a number.",
        MATCH: "Choose one of the seven sizes on the horizontal axis, as a number.",
        FEW: 'Choose "linear", "small", "medium", "large" or "too close to call".',
        END: 'Choose "flat", "falling" or "still rising".',
    },
    hints=(
        "A band reaches from the worst to the best of five seeds. Where bands overlap, luck decides.",
        "For the first: follow the uppermost line from the right to the left until another one is above it. For "
        "the second: go left from the end of the lowest line, at its height.",
        "At m = 1,000 medium is above large. At m = 250 large is at 0.83. Linear gains at every step but one.",
    ),
)
