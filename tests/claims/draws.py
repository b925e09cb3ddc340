"""Draws of the data: draw 0 is what the course ships and the notebooks use; the others deal the same pool anew."""

from functools import cache

import numpy as np

from helpers.datasets import light_above_and_below, load_cat_silhouettes, load_domestic
from helpers.images import flatten_images


@cache
def cat_pool():
    """Return all 1,960 silhouettes of the cat task, (m, 28, 28), and their labels, (1, m), training part first."""
    cats = load_cat_silhouettes()
    return np.concatenate([cats.images_train, cats.images_test]), np.hstack([cats.Y_train, cats.Y_test])


def cat_split(draw, train, test):
    """Return (images, Y) to train with and (images, Y) to test with, of the sizes asked for."""
    images, Y = cat_pool()
    order = np.arange(1960) if draw == 0 else np.random.default_rng(draw).permutation(1960)
    first, second = order[:train], order[1560 : 1560 + test]
    return (images[first], Y[:, first]), (images[second], Y[:, second])


@cache
def two_features(draw):
    """Return X, Y, X_test, Y_test of notebook 02: two features of 160 animals to train with and 100 to test."""
    (images, Y), (test_images, Y_test) = cat_split(draw, 160, 100)
    return light_above_and_below(images), Y, light_above_and_below(test_images), Y_test


@cache
def cat_pixels(draw):
    """Return X, Y, X_test, Y_test of notebook 03: the pixels, from 0 to 1, of 1,560 and 400 silhouettes."""
    (images, Y), (test_images, Y_test) = cat_split(draw, 1560, 400)
    return flatten_images(images) / 255, Y, flatten_images(test_images) / 255, Y_test


@cache
def domestic_pixels():
    """Return X, (784, m), and Y, (1, m), of the training pictures of domestic and wild animals."""
    animals = load_domestic()
    return flatten_images(animals.images_train) / 255, animals.Y_train


def some_domestic(draw, m):
    """Return X, (784, m), with the mean of every pixel subtracted, and Y, (1, m): the first m, or m drawn ones."""
    X, Y = domestic_pixels()
    chosen = np.arange(m) if draw == 0 else np.random.default_rng(draw).choice(X.shape[1], m, replace=False)
    return X[:, chosen] - X.mean(axis=1, keepdims=True), Y[:, chosen]


def domestic_split(draw):
    """Return X, Y, X_test, Y_test: 6,716 and 2,000 pictures, domestic or wild, dealt anew unless draw is 0."""
    animals = load_domestic()
    X = flatten_images(np.concatenate([animals.images_train, animals.images_test])) / 255
    Y, m = np.hstack([animals.Y_train, animals.Y_test]), animals.Y_train.shape[1]
    order = np.arange(X.shape[1]) if draw == 0 else np.random.default_rng(draw).permutation(X.shape[1])
    first, second = order[:m], order[m:]
    return X[:, first], Y[:, first], X[:, second], Y[:, second]
