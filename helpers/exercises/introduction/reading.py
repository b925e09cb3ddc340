"""Reading the learning curves."""

from helpers.engine.check import Quiz

TOP = "m from which on large is on top"
BEATS = "m at which large first beats linear with 7,716"
REACHES = "m at which small first reaches medium with 1,000"
WIDEST = "the widest band at m = 500 belongs to"
ONE_SIZE = "Choose one of the seven sizes on the horizontal axis, as a number."

answers = {TOP: 2000, BEATS: 250, REACHES: 2000, WIDEST: "small"}

exercise = Quiz(
    "reading",
    points=3,
    answers=answers,
    reasons={
        TOP: {
            125: "There the three networks with hidden layers lie within each other's bands.",
            250: "There medium is a little higher than large.",
            500: "There medium and large lie on one spot: neither is on top.",
            1000: "There medium is a little higher than large.",
            4000: "There it is on top, but it is at a smaller m already.",
            7716: "There it is on top, but it is at a smaller m already.",
        },
        BEATS: {
            125: "With 125 examples large is at 0.79; linear ends above 0.82.",
            500: "With 500 it is above, but it is with fewer examples already.",
            1000: "With 1,000 it is far above, but it is with fewer examples already.",
            2000: "Go from the end of the lowest line, 0.82, straight to the left until you meet large.",
            4000: "Go from the end of the lowest line, 0.82, straight to the left until you meet large.",
            7716: "That compares both at the same m. Go to the left at the height where linear ends.",
        },
        REACHES: {
            125: "There small is far below 0.9.",
            250: "There small is far below 0.9.",
            500: "There small is near 0.86; medium with 1,000 is near 0.9.",
            1000: "There small is two points below medium.",
            4000: "There it is above, but it is with fewer examples already.",
            7716: "There it is above, but it is with fewer examples already.",
        },
        WIDEST: {
            "linear": "Its band at 500 is the narrowest of the four: all seeds do equally poorly.",
            "medium": "Its band is there, but another one sticks out above and below it.",
            "large": "Its band is there, but another one sticks out above and below it.",
        },
    },
    otherwise={
        TOP: ONE_SIZE,
        BEATS: ONE_SIZE,
        REACHES: ONE_SIZE,
        WIDEST: 'Choose "linear", "small", "medium" or "large".',
    },
    hints=(
        "A line joins the means of five seeds; its band reaches from the worst to the best of them.",
        "For the first, follow the uppermost line from the right until another one is above it. For the second and "
        "third, start where the other network is, and go sideways at that height.",
        "At m = 1,000 medium is a little above large. Linear ends near 0.82; medium is near 0.90 with 1,000.",
    ),
)
