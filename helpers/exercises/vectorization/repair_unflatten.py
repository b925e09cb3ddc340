"""Bug clinic: the way back from columns to images scrambles them."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.images import unflatten_images


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one image", X=np.arange(6).reshape(6, 1), shape=(2, 3))
    yield Case("two images, numbered pixels", X=np.arange(8).reshape(2, 4).T, shape=(2, 2))
    yield Case("as many images as pixels", X=rng.random((4, 4)), shape=(2, 2))
    yield Case("three images in color", X=rng.random((18, 3)), shape=(3, 2, 3))
    yield Case("ten images, wider than high", X=rng.random((12, 10)), shape=(2, 6))


exercise = Exercise(
    unflatten_images,
    name="repair_unflatten",
    points=1,
    cases=cases,
    equivalents={"1 → 2": "NumPy takes any negative number for the open side."},
    mistakes=(
        Mistake(
            "X is cut into pieces row by row, but an image is a column",
            {"X.T.reshape(-1, *shape)": "X.reshape(-1, *shape)"},
            why="reshape reads rows. Turn X first, so that each image is one row.",
        ),
        Mistake(
            "the images stand last instead of first",
            {"X.T.reshape(-1, *shape)": "X.reshape(*shape, -1)"},
            why="The result is (m, h, w): the first axis counts the images.",
        ),
        Mistake(
            "the images are scrambled by a second turn",
            {"X.T.reshape(-1, *shape)": "X.T.reshape(-1, *shape[::-1])"},
            why="`shape` is (h, w) already: do not turn it.",
        ),
        Mistake(
            "the numbers of an image are read column by column",
            {"X.T.reshape(-1, *shape)": 'X.T.reshape(-1, *shape, order="F")'},
            why="flatten_images wrote row of pixels after row of pixels, the order that reshape has by itself.",
        ),
        Mistake(
            "the numbers of an image are read column by column",
            {"X.T.reshape(-1, *shape)": 'X.reshape(-1, *shape, order="F")'},
            why="flatten_images wrote row of pixels after row of pixels, the order that reshape has by itself.",
        ),
        Mistake(
            "only the first image comes back",
            {"X.T.reshape(-1, *shape)": "X[:, 0].reshape(shape)"},
            why="The result is (m, h, w) or (m, h, w, c): m images.",
        ),
        Mistake(
            "the first axis, which counts the images, is lost",
            {"X.T.reshape(-1, *shape)": "X.T.reshape(*shape)"},
            why="The result is (m, h, w) or (m, h, w, c): reshape needs m, or −1, in front of the shape.",
        ),
    ),
    broken=("X is cut into pieces row by row, but an image is a column",),
    hints=(
        "Try it on two images whose pixels you have numbered, and look at where each number ends up.",
        "reshape reads along rows. Along what does an image lie in X?",
        "Undo flatten_images step by step, in the opposite order.",
    ),
)
