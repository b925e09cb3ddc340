"""What the loaders of `helpers.datasets` return: arrays with names, each with its shape."""

from typing import NamedTuple

import numpy as np


class Pictures(NamedTuple):
    """Pictures (m, h, w) or (m, h, w, 3), uint8, with labels Y (1, m): Y = k means classes[k]."""

    images_train: np.ndarray
    Y_train: np.ndarray
    images_test: np.ndarray
    Y_test: np.ndarray
    classes: tuple


class PicturesInThree(NamedTuple):
    """Pictures (m, 28, 28), uint8, with labels Y (1, m), in three parts: Y = k means classes[k]."""

    images_train: np.ndarray
    Y_train: np.ndarray
    images_validation: np.ndarray
    Y_validation: np.ndarray
    images_test: np.ndarray
    Y_test: np.ndarray
    classes: tuple


class Measurements(NamedTuple):
    """Two numbers measured from each picture: X (2, m) and Y (1, m), the pictures themselves (m, 28, 28) beside."""

    X_train: np.ndarray
    Y_train: np.ndarray
    images_train: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray
    images_test: np.ndarray
    features: tuple
    classes: tuple


class Table(NamedTuple):
    """A table X (n_x, m), one row a feature, with targets Y (1, m); names and units of the rows."""

    X_train: np.ndarray
    Y_train: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray
    features: tuple
    units: tuple
    target: str


class Points(NamedTuple):
    """Points of the plane, X (2, m), in two classes, Y (1, m)."""

    X_train: np.ndarray
    Y_train: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray


class Samples(NamedTuple):
    """One sample of each unstructured kind: photo (192, 192, 3) uint8, sound (8000,) int16, a sentence."""

    photo: np.ndarray
    sound: np.ndarray
    sample_rate: int
    sentence: str
