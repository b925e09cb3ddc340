"""Zip files that learners hand in: within limits, since reading one may cost far more than it is large."""

import zipfile

MOST_ENTRIES = 10_000  # of a zip
MOST_ZIPS = 20  # in a zip; each is unpacked in memory to see what is in it


def opened_zip(file, handed_in):
    """Return a zip file; ValueError if it was handed in by a learner and holds too much.

    The teacher's own, an export of a whole class, may be of any size.
    """
    archive = zipfile.ZipFile(file)
    names = archive.namelist()
    zips = sum(name.lower().endswith(".zip") for name in names)
    for number, most, what in ((len(names), MOST_ENTRIES, "files"), (zips, MOST_ZIPS, "zip files")):
        if handed_in and number > most:
            archive.close()
            raise ValueError(f"it holds more than {most:,} {what}")
    return archive
