"""The learner's own picture: chosen or dropped, shown as the network sees it, judged by the learner's model.

A picture becomes a pale shape on a dark ground, size × size, like the silhouettes in `data/animals.h5`.
Without a front end nothing is uploaded and nothing fails. Not here: training, or cutting an animal out of a photo.
"""

import io

import ipywidgets as widgets
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from helpers.figures.confusion import plot_answer
from helpers.playgrounds.drop import DropPlace
from helpers.playgrounds.guard import guarded
from helpers.playgrounds.picture import Picture
from helpers.playgrounds.stage import Stage

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000
NOTHING_YET = "No picture yet. It is sent only to your Jupyter server."


class PictureError(ValueError):
    """A picture that cannot be used; the message is the sentence for the learner."""


def read_picture(content, size=28):
    """Return the picture in a file's bytes as the network sees it, (size, size) uint8: gray, pale on dark.

    The middle square is cut out. Where its rim is paler than the rest, the picture is turned into its negative.
    """
    gray = np.asarray(middle_square(open_picture(content), size))
    rim = np.concatenate([gray[0], gray[-1], gray[:, 0], gray[:, -1]])
    return 255 - gray if rim.mean() > 127 else gray


def open_picture(content):
    """Return the picture in a file's bytes as a gray Pillow image; raise `PictureError` with a sentence."""
    if len(content) > MOST_BYTES:
        raise PictureError("This file is too large; please choose one below 8 MB.")
    try:
        picture = Image.open(io.BytesIO(content))
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureError(
                f"This picture has {picture.width} × {picture.height} pixels; that is too many."
            )
        return on_white(ImageOps.exif_transpose(picture))
    except PictureError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise PictureError(
            "This file is not a picture that can be read; please choose a PNG or JPEG."
        ) from None
    except Exception:
        raise PictureError("This picture is damaged or incomplete; please choose another one.") from None


def on_white(picture):
    """Return a Pillow image in gray, its transparent parts white."""
    layered = picture.convert("RGBA")
    ground = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(ground, layered).convert("L")


def middle_square(picture, size):
    """Return the largest square in the middle of a Pillow image, scaled to size × size."""
    return ImageOps.fit(picture, (size, size), Image.Resampling.LANCZOS)


def as_png(image, scale=8):
    """Return an image, (h, w) uint8, as the bytes of a PNG with every pixel scale × scale large."""
    target = io.BytesIO()
    large = np.repeat(np.repeat(image, scale, axis=0), scale, axis=1)
    Image.fromarray(large).save(target, format="PNG")
    return target.getvalue()


def cat_answer(image, probability):
    """Return (PNG, sentence) for an image, (size, size) uint8: what the neuron sees, and how probable a cat is."""
    percent = 100 * float(np.squeeze(probability(image[np.newaxis])))
    return as_png(image), f"Your model says: a cat, with probability {percent:.0f}%."


def class_answer(image, probability, classes):
    """Return (PNG, sentence) for an image, (size, size) uint8: a bar for every class, and the two likeliest."""
    shares, stage = np.ravel(probability(image[np.newaxis])), Stage((6.5, 3.2))
    plot_answer(image, shares, classes, stage.figure.subplots(1, 2, width_ratios=(1, 1.2)))
    first, second = np.argsort(shares)[:-3:-1]
    text = f"{classes[first]}, with probability {100 * shares[first]:.0f}%"
    return stage.png(), f"Your network says: {text}; then {classes[second]}, {100 * shares[second]:.0f}%."


def upload_button(probability, classes=None, size=28):
    """Return a widget: a place for a picture, what the network sees of it, and the answer in a sentence.

    `probability` maps one image, (1, size, size) uint8, to the probability that it is a cat, or, with `classes`,
    to those of all of them, (n_y, 1).
    """

    def answer(image):
        return class_answer(image, probability, classes) if classes else cat_answer(image, probability)

    picture = Picture(width=650 if classes else 224, sentence=NOTHING_YET)

    def show(png, sentence):
        with picture.hold_sync():
            picture.png, picture.sentence = png, sentence

    def judge(content):
        try:
            image = read_picture(content, size)
        except PictureError as problem:
            return show(b"", str(problem))
        with guarded(
            lambda problem: show(as_png(image), f"One of your functions raised an error. {problem}")
        ):
            show(*answer(image))

    return widgets.VBox([DropPlace(judge, MOST_BYTES), picture]).add_class("course-playground")
