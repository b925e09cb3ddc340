"""Reading the files of `data/`; an HDF5 file is checked against its checksum before it is opened.

Whatever is wrong with a file, the reader gets one sentence: what, where, and how to restore it.
Not here: what the arrays mean (`helpers.datasets`).
"""

import hashlib
import io
import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
IS_CHECKOUT = (PACKAGE.parent / "pyproject.toml").is_file()
FOLDER = (
    PACKAGE.parent / "data" if IS_CHECKOUT else PACKAGE / "data"
)  # A wheel carries the data in the package.

ADDRESS = (
    "COURSE_DATA"  # The variable with the address from which a browser gets the files that are not there yet.
)


class DataError(Exception):
    """A data file is missing or is not what it should be."""


def read(name):
    """Return everything in data/<name>.h5 as one dictionary: attributes, and arrays by their path in the file."""
    stored = checked_bytes(FOLDER / f"{name}.h5")
    hdf5 = hdf5_reader()
    with hdf5.File(io.BytesIO(stored), "r") as file:
        contents = dict(file.attrs)
        file.visititems(
            lambda path, item: contents.update({path: item[()]} if isinstance(item, hdf5.Dataset) else {})
        )
    return contents


def hdf5_reader():
    """Return h5py, or pyfive, which needs no compiler, where h5py is missing; both read the same arrays."""
    try:
        import h5py
    except ImportError:
        import pyfive

        return pyfive
    return h5py


def checked_bytes(path):
    """Return the bytes of the file, or raise a `DataError` if they are not those that the checksums record."""
    contents = file_bytes(path)
    expected = recorded_checksum(path)
    if hashlib.sha256(contents).hexdigest() != expected:
        raise DataError(complaint(path, describe(contents)))
    return contents


def file_bytes(path):
    """Return the bytes of the file, or raise a `DataError` that says why there are none."""
    try:
        if sys.platform == "emscripten" and ADDRESS in os.environ and not path.exists():
            path.write_bytes(fetched(f"{os.environ[ADDRESS]}/{path.name}"))
        return path.read_bytes()
    except FileNotFoundError:
        problem = "is missing" if path.parent.is_dir() else "is missing, and so is its whole folder"
    except OSError as error:
        problem = "is a folder, not a file" if path.is_dir() else f"cannot be read ({error.strerror})"
    raise DataError(complaint(path, problem))


def fetched(address):
    """Return the bytes of a file on the server that a browser's kernel comes from, or raise FileNotFoundError."""
    from js import XMLHttpRequest

    request = XMLHttpRequest.new()
    request.open("GET", address, False)
    request.responseType = "arraybuffer"
    request.send()
    if request.status != 200:
        raise FileNotFoundError(address)
    return request.response.to_bytes()


def recorded_checksum(path):
    """Return the SHA-256 that checksums.txt, beside the file, records for it."""
    checksums = path.parent / "checksums.txt"
    lines = file_bytes(checksums).decode(errors="replace").splitlines()
    known = {name: checksum for checksum, _, name in (line.partition("  ") for line in lines)}
    if path.name not in known:
        raise DataError(complaint(checksums, f"has no line for {path.name}"))
    return known[path.name]


def describe(contents):
    """Return what is wrong with the contents of a file whose checksum differs, as the end of a sentence."""
    if not contents:
        return "is empty"
    if contents.startswith(b"version https://git-lfs"):
        return "is a Git LFS pointer, not the data it points to"
    if not contents.startswith(b"\x89HDF\r\n\x1a\n"):
        return "is not an HDF5 file"
    return "is incomplete or altered: its checksum is not the one in checksums.txt"


def complaint(path, problem):
    """Return the one sentence a reader gets about a data file: what, where, how to restore it."""
    name = (Path("data") / path.relative_to(FOLDER)).as_posix()
    mend = f"in the course's folder, restore it with `git checkout -- {name}` or `python data/build.py`"
    if not IS_CHECKOUT:
        mend = "install the course again, with pip's option `--force-reinstall`"
    return f"{name} {problem} ({path}); {mend}."
