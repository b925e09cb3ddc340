"""The course's data, as NumPy arrays: one function a data set, each returning named arrays with fixed splits.

Pictures come one after the other, (m, height, width) or (m, height, width, 3), uint8 from 0 to 255; tables come with
examples as columns, X of shape (n_x, m), float64. Labels Y are always (1, m), int64.
No example of a test part is in the training or validation part of any data set made from the same pictures.
What the data are, where they come from and what is wrong with them: `data/README.md`.
Not here: flattening and scaling, which the notebooks build.
"""

import numpy as np

from helpers.datasets.files import read
from helpers.datasets.records import Measurements, Pictures, PicturesInThree, Points, Samples, Table

CAT = 2
DOMESTIC = ("cat", "cow", "dog", "horse", "sheep")
NOT_CAT_OR_CAT = ("not a cat", "cat")
UPPER_AND_LOWER = ("light in the upper third (tenths)", "light in the lower third (tenths)")
HOUSE_VALUE = "median house value (100,000 dollars)"
PARTS = ("train", "validation", "test")


def row(labels):
    """Return labels, (m,), as a row of integers, (1, m)."""
    return labels.astype(np.int64)[np.newaxis]


def load_animals():
    """Return `PicturesInThree` of ten kinds of animals: silhouettes (m, 28, 28), Y from 0 to 9.

    6,716 train, 1,000 validate (100 of each kind), 2,000 test (200 of each kind).
    """
    data = read("animals")
    parts = [(data[f"all/{part}/images"], row(data[f"all/{part}/kinds"])) for part in PARTS]
    return PicturesInThree(*(array for part in parts for array in part), tuple(data["kinds"]))


def load_domestic():
    """Return `load_animals` with Y = 1 for the domestic kinds (cat, cow, dog, horse, sheep) and 0 for the wild ones."""
    animals = load_animals()
    domestic = np.isin(animals.classes, DOMESTIC).astype(np.int64)
    labels = {name: domestic[getattr(animals, name)] for name in ("Y_train", "Y_validation", "Y_test")}
    return animals._replace(**labels, classes=("wild", "domestic"))


def load_cats():
    """Return `Pictures` of lit silhouettes (m, 64, 64, 3): is it a cat? Y = 1 for cats, half of each part.

    1,560 train and 400 test; the others are of nine kinds. The majority baseline is 0.5.
    """
    return cats(read("animals"), "images")


def load_cat_silhouettes():
    """Return the pictures of `load_cats`, in the same order, as they were before lighting: (m, 28, 28)."""
    return cats(read("animals"), "silhouettes")


def cats(data, name):
    """Return `Pictures` of the cat task from the arrays of animals.h5, under the name images or silhouettes."""
    labels = {part: row(data[f"cats/{part}/kinds"] == CAT) for part in ("train", "test")}
    images = {part: data[f"cats/{part}/{name}"] for part in ("train", "test")}
    return Pictures(images["train"], labels["train"], images["test"], labels["test"], NOT_CAT_OR_CAT)


def load_two_features():
    """Return `Measurements` of 160 silhouettes to train with and 100 to test: two numbers each, cat or not.

    Row 0 of X says how much of the light lies in the upper third of the picture, row 1 in the lower third,
    both in tenths (0 to 10). It is the beginning of each part of `load_cat_silhouettes`.
    """
    pictures = load_cat_silhouettes()
    train = measured(pictures.images_train[:160], pictures.Y_train[:, :160])
    test = measured(pictures.images_test[:100], pictures.Y_test[:, :100])
    return Measurements(*train, *test, UPPER_AND_LOWER, NOT_CAT_OR_CAT)


def measured(images, Y):
    """Return X, (2, m), measured from the images, (m, 28, 28), then Y and the images as they are."""
    return light_above_and_below(images), Y, images


def light_above_and_below(images):
    """Return X, (2, m): tenths of each picture's light in its upper and its lower third; images (m, 28, 28)."""
    light = images.sum(axis=2, dtype=float)
    return 10 * np.stack([light[:, :9].sum(axis=1), light[:, 19:].sum(axis=1)]) / light.sum(axis=1)


def load_fashion():
    """Return `Pictures` of clothes, photographs (m, 28, 28) of ten classes: 10,000 train, 2,000 test."""
    data = read("fashion")
    train, test = ((data[f"{part}/images"], row(data[f"{part}/kinds"])) for part in ("train", "test"))
    return Pictures(*train, *test, tuple(data["kinds"]))


def load_houses():
    """Return `Table` of California's block groups in 1990: X (8, m) and Y (1, m), 16,640 train, 4,000 test.

    Y is the median value of the houses in 100,000 dollars, float64, cut off at 5.
    """
    data = read("houses")
    arrays = (data[name].astype(float) for name in ("train/X", "train/Y", "test/X", "test/Y"))
    return Table(*arrays, tuple(data["columns"]), tuple(data["units"]), HOUSE_VALUE)


def load_intro():
    """Return `Samples`: a photo of a cat (192, 192, 3), one second of sound, 8,000 numbers, and a sentence."""
    data = read("intro")
    return Samples(data["photo"], data["sound"], int(data["sample_rate"]), str(data["sentence"]))


def load_planar(name):
    """Return `Points`, 400 train and 400 test; name: petals, moons, circles, blobs, rings or xor."""
    data = read("planar")
    if name not in tuple(data["names"]):
        raise ValueError(f"there is no planar data set {name!r}; choose one of {', '.join(data['names'])}")
    X_train, X_test = data[f"{name}/train/X"], data[f"{name}/test/X"]
    return Points(X_train, row(data[f"{name}/train/Y"][0]), X_test, row(data[f"{name}/test/Y"][0]))
