"""What limits an operation on a machine: its arithmetic, its memory, or the call itself."""

from helpers.engine.check import Quiz

EACH = "A number is read from memory for one or two operations: the memory cannot deliver as fast as that."
CALL = "There is so little to do that Python and NumPy take longer to get there than to do it."
REUSE = (
    "Each number that is read is used many times before it is put away: arithmetic is what takes the time."
)

answers = {
    "W @ X, W (256, 784) and X (784, 512)": "arithmetic",
    "A *= 0.5, A (5000, 5000)": "memory",
    "w.T @ X, w (12288, 1) and X (12288, 209)": "memory",
    "np.maximum(Z, 0, out=A), Z (4, 1)": "call",
    "X.T @ X, X (12288, 209)": "arithmetic",
}

exercise = Quiz(
    "limits",
    points=2,
    answers=answers,
    reasons={
        "W @ X, W (256, 784) and X (784, 512)": {
            "memory": "Every number of X is used 256 times: " + REUSE,
            "call": "That is 2 · 256 · 784 · 512, or 200 million operations; a call takes microseconds.",
        },
        "A *= 0.5, A (5000, 5000)": {
            "arithmetic": EACH,
            "call": "25 million numbers in one call: the call does not count.",
        },
        "w.T @ X, w (12288, 1) and X (12288, 209)": {
            "arithmetic": "Each number of X is used once here, for one product and one sum. " + EACH,
            "call": "X has 2.6 million numbers; they all come from memory.",
        },
        "np.maximum(Z, 0, out=A), Z (4, 1)": {
            "arithmetic": CALL,
            "memory": "Four numbers sit in the fastest memory there is. " + CALL,
        },
        "X.T @ X, X (12288, 209)": {
            "memory": "Every number of X is used 209 times: " + REUSE,
            "call": "That is 2 · 209 · 12288 · 209 operations, about a billion.",
        },
    },
    otherwise={
        item: 'Choose "arithmetic", "memory" or "call".'
        for item in (
            "W @ X, W (256, 784) and X (784, 512)",
            "A *= 0.5, A (5000, 5000)",
            "w.T @ X, w (12288, 1) and X (12288, 209)",
            "np.maximum(Z, 0, out=A), Z (4, 1)",
            "X.T @ X, X (12288, 209)",
        )
    },
    hints=(
        "Ask how many operations there are for each number that is read.",
        "A product (p, q) @ (q, r) has 2 p q r operations and reads p q + q r numbers.",
        "Divide the two counts: about 1 or 2 means memory, 50 or more means arithmetic. With a handful of numbers "
        "in all, neither takes as long as the call.",
    ),
)
