"""Images become columns."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.vectorization.material import pictures
from helpers.images import flatten_images

RESULT = "images.reshape(m, -1).T"


def cases(rng):
    """Yield cases from small to large."""
    yield Case("two images of 1×3 pixels", images=pictures(rng, 2, 1, 3))
    yield Case("one image", images=pictures(rng, 1, 3, 2))
    yield Case("as many images as pixels", images=pictures(rng, 4, 2, 2))
    yield Case("two images in color", images=pictures(rng, 2, 1, 2, 3))
    yield Case("one image in color", images=pictures(rng, 1, 2, 1, 3))
    yield Case("fractions instead of whole numbers", images=rng.random((5, 3, 5)))
    yield Case("twenty images in color", images=pictures(rng, 20, 6, 5, 3))


exercise = Exercise(
    flatten_images,
    points=2,
    cases=cases,
    equivalents={"1 → 2": "NumPy takes any negative number for the open side."},
    mistakes=(
        Mistake(
            "the images are scrambled: reshape(-1, m) cuts the row of all pixels in the wrong places",
            {RESULT: "images.reshape(-1, m)"},
            why="reshape reads image after image and fills row after row; make each image a row, then turn it.",
        ),
        Mistake(
            "the images are rows instead of columns",
            {RESULT: "images.reshape(m, -1)"},
            why="Columns are examples: X has m columns.",
        ),
        Mistake(
            "the pixels of an image change their order",
            {RESULT: "images.T.reshape(-1, m)"},
            why="Row of pixels after row of pixels: an image must keep the order of images[i].ravel().",
        ),
        Mistake(
            "the colors are averaged away",
            {RESULT: "(images if images.ndim == 3 else images.mean(axis=3)).reshape(m, -1).T"},
            why="All h·w·c numbers of an image belong into its column.",
        ),
        Mistake(
            "only the first color is kept",
            {RESULT: "(images if images.ndim == 3 else images[..., 0]).reshape(m, -1).T"},
            why="All h·w·c numbers of an image belong into its column.",
        ),
        Mistake(
            "m is the height of an image, not the number of images",
            {"m = images.shape[0]": "m = images.shape[1]"},
            why="The first axis counts the images: m = images.shape[0].",
        ),
        Mistake(
            "everything ended up in one column",
            {RESULT: "images.reshape(-1, 1)"},
            why="One column for each image.",
        ),
        Mistake(
            "the images are scrambled, and color is not thought of: reshape(h * w, m)",
            {RESULT: "images.reshape(images.shape[1] * images.shape[2], m)"},
            why="reshape reads image after image and fills row after row; make each image a row, then turn it.",
        ),
        Mistake(
            "the numbers are divided by 255",
            {RESULT: "images.reshape(m, -1).T / 255"},
            why="A column holds the numbers of its image as they are; whoever wants fractions divides afterwards.",
        ),
        Mistake(
            "color is not thought of: an image has h·w numbers only in gray",
            {RESULT: "images.reshape(m, images.shape[1] * images.shape[2]).T"},
            why="In color there are h·w·c numbers. Let reshape count: -1 stands for whatever is left over.",
        ),
        Mistake(
            "everything lies in one axis",
            {RESULT: "images.reshape(-1)"},
            why="X has two axes: one column for each image, and in it the numbers of the image.",
        ),
        *(
            Mistake(
                name,
                {"m = images.shape[0]": axes},
                why="Images may be (m, h, w) or (m, h, w, c). Let reshape count: −1 stands for whatever is left over.",
                alone=True,
            )
            for name, axes in (
                ("images in color are not thought of", "m, h, w = images.shape"),
                ("images in gray are not thought of", "m, h, w, c = images.shape"),
                ("images in gray are not thought of", "m, c = images.shape[0], images.shape[3]"),
            )
        ),
    ),
    hints=(
        "Which reshape is safe? The one that keeps the first axis and melts the others.",
        "First (m, h·w·c), one image a row; then exchange rows and columns.",
        "In reshape, -1 stands for “whatever is left over”; .T turns rows into columns.",
    ),
)
