"""Pictures moved by whole pixels."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.engine.check.compare import compare
from helpers.regularization import shift_images

ROLL = """
def shift_images(images, down, right):
    _, h, w = images.shape
    return np.roll(images, (down, right), axis=(1, 2))
"""
WRAPPED = """
def shift_images(images, down, right):
    _, h, w = images.shape
    moved = np.roll(images, (down, right), axis=(1, 2))
    moved[:, : max(down, 0)] = 0
    moved[:, :, : max(right, 0)] = 0
    return moved
"""
TOP_WRAPPED = WRAPPED.replace("    return", "    moved[:, :, w + min(right, 0) :] = 0\n    return")
LEFT_WRAPPED = WRAPPED.replace("    return", "    moved[:, h + min(down, 0) :] = 0\n    return")
BLANKED = """
def shift_images(images, down, right):
    _, h, w = images.shape
    moved = np.roll(images, (down, right), axis=(1, 2))
    moved[:, :down] = 0
    moved[:, :, :right] = 0
    return moved
"""
WHY_WRAPPED = (
    "np.roll moves in a circle, and row −1 is the last one: for a shift below 0, zeros come in at the end."
)
ZERO = """
def shift_images(images, down, right):
    moved = np.zeros_like(images)
    h, w = images.shape[1:]
    moved[:, down:, right:] = images[:, : h - down, : w - right]
    return moved
"""
MINUS = """
def shift_images(images, down, right):
    moved = np.zeros_like(images)
    moved[:, down:, right:] = images[:, :-down, :-right]
    return moved
"""
REPEAT = """
def shift_images(images, down, right):
    _, h, w = images.shape
    rows = np.clip(np.arange(h) - down, 0, h - 1)
    columns = np.clip(np.arange(w) - right, 0, w - 1)
    return images[:, rows][:, :, columns]
"""
ADD = """
def shift_images(images, down, right):
    return images + down + right
"""
FIRST = """
def shift_images(images, down, right):
    _, h, w = images.shape
    padded = np.pad(images[:1], ((0, 0), (abs(down), abs(down)), (abs(right), abs(right))))
    y, x = abs(down) - down, abs(right) - right
    return np.concatenate([padded[:, y : y + h, x : x + w], images[1:]])
"""


def judge(args, expected, actual):
    """Say from where in the old picture the first wrong pixel comes, and from where it should."""
    complaint = compare(expected, actual)
    if complaint is None or np.shape(actual) != expected.shape:
        return complaint
    out, images = np.asarray(actual), args["images"]
    wrong = np.argwhere(~np.isclose(out, expected, rtol=1e-4, atol=0))
    if not len(wrong):
        return complaint
    k, i, j = at = tuple(map(int, wrong[0]))
    before = (k, i - args["down"], j - args["right"])
    places = np.argwhere(np.isclose(images, out[at], rtol=1e-4, atol=0))
    if not expected[at]:
        return f"At index {at} should be 0: nothing of the picture moves there."
    if len(places):
        return (
            f"At index {at} is what was at {tuple(map(int, places[0]))}. It should be what was at {before}."
        )
    return f"At index {at} should be what was at {before}."


def cases(rng):
    """Yield pictures of several shapes and shifts in every direction."""
    for note, m, h, w, down, right in (
        ("one row down", 1, 2, 3, 1, 0),
        ("one column right", 1, 2, 3, 0, 1),
        ("no shift", 1, 2, 3, 0, 0),
        ("up and left", 1, 2, 3, -1, -1),
        ("down and left, several pictures", 3, 5, 4, 2, -1),
        ("up and right, one pixel left", 2, 3, 5, -2, 4),
        ("photographs", 4, 28, 28, 2, -2),
    ):
        size = m * h * w
        images = np.arange(1.0, size + 1).reshape(m, h, w) if size < 60 else rng.uniform(0.1, 1, (m, h, w))
        yield Case(note, images=images, down=down, right=right)


exercise = Exercise(
    shift_images,
    points=3,
    cases=cases,
    judge=judge,
    equivalents={
        "max(abs(down), abs(right)) → max(abs(right), abs(down))": "The larger of two numbers, in either order."
    },
    mistakes=(
        Mistake(
            "what leaves at one side comes in at the other",
            ROLL,
            why="np.roll moves in a circle. What leaves the picture is lost, and zeros come in.",
        ),
        Mistake("what leaves at the top or at the left comes in at the other side", WRAPPED, WHY_WRAPPED),
        Mistake("what leaves at the top comes in at the bottom", TOP_WRAPPED, WHY_WRAPPED),
        Mistake("what leaves at the left comes in at the right", LEFT_WRAPPED, WHY_WRAPPED),
        Mistake(
            "rows up to a negative number are blanked",
            BLANKED,
            why="`:-1` is all but the last: after a shift up, it is the last rows that are blank, `-1:`.",
        ),
        Mistake("it is right only for shifts down and right", ZERO, why="Negative shifts go up and left."),
        Mistake(
            "a slice up to −0 is empty", MINUS, why="`:-1` leaves one out, but `:-0` leaves out everything."
        ),
        Mistake(
            "the edge is repeated instead of zeros",
            REPEAT,
            why="The pictures stand on black, which is 0: nothing is known beyond the edge, so zeros come in.",
        ),
        Mistake(
            "down and right are exchanged",
            {"_, h, w = images.shape\n": "_, h, w = images.shape\n    down, right = right, down\n"},
            why="The second axis is the rows, from top to bottom; the third the columns, from left to right.",
        ),
        Mistake(
            "everything moves the other way",
            {"_, h, w = images.shape\n": "_, h, w = images.shape\n    down, right = -down, -right\n"},
            why="With down = 1 the first row comes to the second place: new row i is old row i − 1.",
        ),
        Mistake(
            "the pictures move up for down, and right for right",
            {"_, h, w = images.shape\n": "_, h, w = images.shape\n    down = -down\n"},
            why="Rows are counted from the top: a shift down makes the row number larger.",
        ),
        Mistake(
            "the numbers of the shift are added to the pixels", ADD, why="The pixels change their place."
        ),
        Mistake(
            "the caller's pictures are changed",
            {
                "return framed": "images[:] = framed",
                "left : left + w]": "left : left + w]\n    return images",
            },
            why="The same picture is needed again in the next epoch: write into a new array.",
        ),
        Mistake(
            "the frame stays on",
            {"return framed[:, top : top + h, left : left + w]": "return framed"},
            why="The picture keeps its size: cut h rows and w columns out of the frame.",
        ),
        Mistake(
            "zeros come in at both sides",
            {
                "return framed[:, top : top + h, left : left + w]": """moved = framed[:, top : top + h, left : left + w]
    moved[:, : abs(down)] = moved[:, h - abs(down) :] = 0
    moved[:, :, : abs(right)] = moved[:, :, w - abs(right) :] = 0
    return moved"""
            },
            why="They come in only where the picture has left a gap; on the other side a part of it is lost.",
        ),
        Mistake(
            "only the first picture is moved",
            FIRST,
            why="All m pictures move alike.",
        ),
        Mistake(
            "nothing moves to the side",
            {"_, h, w = images.shape\n": "_, h, w = images.shape\n    right = 0\n"},
            why="There are two directions: rows by `down`, columns by `right`.",
        ),
        Mistake(
            "nothing moves up or down",
            {"_, h, w = images.shape\n": "_, h, w = images.shape\n    down = 0\n"},
            why="There are two directions: rows by `down`, columns by `right`.",
        ),
    ),
    hints=(
        "Begin with a picture of zeros, and put the part that stays into its new place. Or add a black frame, and cut.",
        "New row i is old row i − down, if there is one; new column j is old column j − right.",
        "With a frame: np.pad(images, ((0, 0), (k, k), (k, k))) has k zeros on all sides, with k no smaller than the "
        "shift; the slice of rows begins at k − down, that of columns at k − right.",
    ),
)
