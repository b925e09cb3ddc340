"""The learner's own picture: chosen or dropped, shown as the network sees it, judged by the learner's model.

A picture becomes a pale shape on a dark ground, size × size, like the silhouettes in `data/animals.h5`.
Without a front end nothing is uploaded and nothing fails. Not here: training, or cutting an animal out of a photo.
"""

import io

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000


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


def answer_to(content, probability, size=28):
    """Return (image or None, sentence) for a file's bytes: what the network sees, and what it says.

    `probability` maps one image, (1, size, size) uint8, to the probability that it is a cat.
    """
    try:
        image = read_picture(content, size)
    except PictureError as problem:
        return None, str(problem)
    percent = 100 * float(np.squeeze(probability(image[np.newaxis])))
    return image, f"Your model says: a cat, with a probability of {percent:.0f} %."


def upload_button(probability, size=28):
    """Return a widget: a button and a field for a picture, the picture as the network sees it, the model's answer.

    `probability` maps one image, (1, size, size) uint8, to the probability that it is a cat.
    """
    import ipywidgets as widgets

    from helpers.playgrounds.drop import DropPlace

    button = widgets.FileUpload(accept="image/*", multiple=False, description="Choose a picture")
    button.layout.width = "14em"
    said = widgets.HTML("No picture yet. It stays on this computer's Jupyter server.")
    seen = widgets.Image(format="png", layout=widgets.Layout(width="224px", display="none"))

    def judge(content):
        image, said.value = answer_to(content, probability, size)
        seen.value = b"" if image is None else as_png(image)
        seen.layout.display = "none" if image is None else "block"

    def on_upload(change):
        if change["new"]:
            judge(bytes(change["new"][0]["content"]))

    button.observe(on_upload, names="value")
    row = widgets.Box([button, DropPlace(judge, MOST_BYTES)], layout={"flex_flow": "row wrap"})
    return widgets.VBox([row, said, seen])
