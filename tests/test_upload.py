"""The learner's own picture: read, refused with a sentence, answered."""

import io

import numpy as np
import pytest
from PIL import Image

from helpers.playgrounds.upload import MOST_BYTES, PictureError, as_png, read_picture, upload_button


def file_of(image, kind="PNG"):
    target = io.BytesIO()
    Image.fromarray(image).save(target, format=kind)
    return target.getvalue()


def square_on(ground, shape, height=60, width=90):
    """Return a gray picture with a square of one shade in the middle of another."""
    image = np.full((height, width), ground, np.uint8)
    image[20:40, 35:55] = shape
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF"])
@pytest.mark.parametrize("ground, shape", [(0, 255), (255, 0), (230, 40)])
def test_a_shape_comes_out_pale_on_dark(kind, ground, shape):
    seen = read_picture(file_of(square_on(ground, shape), kind))
    assert seen.shape == (28, 28) and seen.dtype == np.uint8
    assert seen[14, 14] > 150 and seen[1, 1] < 60


def test_a_silhouette_of_the_right_size_stays_as_it_is():
    image = square_on(0, 255)[:56, 17:73][::2, ::2]
    np.testing.assert_array_equal(read_picture(file_of(image)), image)


def test_color_transparency_and_one_bit_are_gray_pictures_too():
    color = np.zeros((30, 40, 4), np.uint8)
    color[8:22, 12:28] = 20, 20, 20, 255
    assert read_picture(file_of(color))[14, 14] > 200
    assert read_picture(file_of(square_on(0, 255) > 100))[14, 14] > 200


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "not a picture"),
        (b"%PDF-1.7 this is something else", "not a picture"),
        (bytes(MOST_BYTES + 1), "below 8 MB"),
        (file_of(np.random.default_rng(0).integers(0, 255, (80, 80)).astype(np.uint8))[:900], "damaged"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence(content, words):
    with pytest.raises(PictureError, match=words):
        read_picture(content)


def test_a_huge_picture_is_refused_before_it_is_unpacked():
    huge = io.BytesIO()
    Image.new("1", (9000, 9000)).save(huge, format="PNG")
    with pytest.raises(PictureError, match="9000 × 9000"):
        read_picture(huge.getvalue())


def hand_in(box, content):
    """Give a file's bytes to an upload button as the front end does; return (PNG, sentence)."""
    place, picture = box.children
    place._handle_custom_msg({}, [memoryview(content)])
    return picture.png, picture.sentence


def test_the_button_shows_what_the_network_sees_and_says_the_probability():
    box = upload_button(lambda images: np.full((1, 1), 0.734) if images.shape == (1, 28, 28) else None)
    assert "No picture yet" in box.children[1].sentence
    png, sentence = hand_in(box, file_of(square_on(255, 0)))
    assert "73%" in sentence and Image.open(io.BytesIO(png)).size == (224, 224)
    png, sentence = hand_in(box, b"no picture at all")
    assert "not a picture" in sentence and not png


def test_with_several_classes_the_two_likeliest_are_named():
    box = upload_button(lambda images: np.array([[0.1], [0.7], [0.2]]), ["bag", "coat", "dress"])
    png, sentence = hand_in(box, file_of(square_on(255, 0)))
    assert "coat, with probability 70%; then dress, 20%" in sentence and png


def test_a_model_that_fails_is_named_in_the_sentence():
    png, sentence = hand_in(upload_button(lambda images: 1 / 0), file_of(square_on(255, 0)))
    assert "ZeroDivisionError" in sentence and png


def test_a_png_keeps_every_pixel():
    image = np.arange(16, dtype=np.uint8).reshape(4, 4) * 16
    large = np.asarray(Image.open(io.BytesIO(as_png(image, 3))))
    np.testing.assert_array_equal(large[1::3, 1::3], image)
