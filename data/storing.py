"""Writing the HDF5 files and their checksums: the same arrays give the same bytes."""

import hashlib
import io

import h5py

PACKED = {"compression": "gzip", "compression_opts": 9}


def write(path, arrays, **attributes):
    """Write {"group/name": array} and the attributes as one HDF5 file, without any time stamp."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", libver="earliest") as file:
        file.attrs.update(attributes)
        for name, array in arrays.items():
            chunks = (min(len(array), 256), *array.shape[1:])
            file.create_dataset(name, data=array, chunks=chunks, track_times=False, **PACKED)
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
