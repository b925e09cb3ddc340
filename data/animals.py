"""animals.h5: all silhouettes in three parts, and the task "is it a cat?" with lit pictures.

One cut serves every task: what tests in one task never trains in another.
"""

import numpy as np
from PIL import Image
from sources import read_animals
from storing import write

SEED = 20261123
KINDS = ("bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra")
CAT = KINDS.index("cat")


def deal(kinds, rng):
    """Return the places of train, validation and test: 200 of every kind test, 100 validate, the others train."""
    hands = [rng.permutation(np.flatnonzero(kinds == kind)) for kind in range(len(KINDS))]
    parts = {"train": slice(300, None), "validation": slice(200, 300), "test": slice(0, 200)}
    return {
        name: rng.permutation(np.concatenate([hand[part] for hand in hands])) for name, part in parts.items()
    }


def cats_and_others(kinds, places, count, rng):
    """Return count of the places, in random order: half of them cats, the others of all nine kinds alike."""
    hands = [rng.permutation(places[kinds[places] == kind]) for kind in range(len(KINDS))]
    cats = hands.pop(CAT)[: count // 2]
    others = np.concatenate([hand[: -(-count // 18)] for hand in hands])
    return rng.permutation(np.concatenate([cats, rng.permutation(others)[: count // 2]]))


def light(image, rng):
    """Return a silhouette, (28, 28), as a picture, (64, 64, 3): a pale animal before a dark ground, both tinted.

    The light has 16 levels only, so that the file stays small.
    """
    large = np.asarray(Image.fromarray(image).resize((64, 64), Image.Resampling.BICUBIC)) // 16 / 15
    animal, ground = rng.uniform(0.55, 1, size=3), rng.uniform(0, 0.35, size=3)
    mixed = large[:, :, np.newaxis] * (animal - ground) + ground
    return np.round(255 * mixed).astype(np.uint8)


def build_animals(folder, path):
    """Write all silhouettes in three parts, and the balanced task "is it a cat?" with lit pictures."""
    images, kinds = read_animals(folder)
    rng = np.random.default_rng(SEED)
    parts = deal(kinds, rng)
    learning = np.concatenate([parts["train"], parts["validation"]])
    cats = {
        "train": cats_and_others(kinds, learning, 1560, rng),
        "test": cats_and_others(kinds, parts["test"], 400, rng),
    }
    arrays = {}
    for part, places in parts.items():
        arrays |= {f"all/{part}/images": images[places], f"all/{part}/kinds": kinds[places]}
    for part, places in cats.items():
        lit = np.stack([light(image, rng) for image in images[places]])
        arrays |= {f"cats/{part}/images": lit, f"cats/{part}/silhouettes": images[places]}
        arrays[f"cats/{part}/kinds"] = kinds[places]
    write(path, arrays, kinds=KINDS, source="PyPI animal-mnist 0.4", license="MIT", author="Sina Mohammadi")
