"""Zip files that learners hand in: within limits, since reading one may cost far more than it is large."""

import contextlib
import zipfile

MOST_ENTRIES = 10_000  # of a zip
MOST_CONTENTS = 8 << 20  # bytes of the list of entries, which is read as a whole
MOST_ZIPS = 20  # in a zip; each is unpacked in memory to see what is in it


def opened_zip(file, handed_in):
    """Return a zip file; ValueError if it was handed in by a learner and holds too much.

    The teacher's own, an export of a whole class, may be of any size.
    """
    if handed_in and size_of_contents(file) > MOST_CONTENTS:
        raise ValueError(f"it holds more than {MOST_ENTRIES:,} files")
    archive = zipfile.ZipFile(file)
    names = archive.namelist()
    zips = sum(name.lower().endswith(".zip") for name in names)
    for number, most, what in ((len(names), MOST_ENTRIES, "files"), (zips, MOST_ZIPS, "zip files")):
        if handed_in and number > most:
            archive.close()
            raise ValueError(f"it holds more than {most:,} {what}")
    return archive


def size_of_contents(file):
    """Return the bytes of a zip file's list of entries, as `zipfile` finds it; 0 if there is none."""
    with contextlib.nullcontext(file) if hasattr(file, "read") else open(file, "rb") as opened:
        end = zipfile._EndRecData(opened)
        return end[zipfile._ECD_SIZE] if end else 0
