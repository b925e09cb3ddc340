"""One notebook handed in: whose it is, where it is, and how its bytes are read without unpacking anything."""

import io
import os
import zipfile
from dataclasses import dataclass
from functools import lru_cache

MOST_BYTES = 20 << 20  # of a file, unless the teacher says otherwise


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook handed in.

    place: the path below the source, which names the submission
    stem: the name of its file without the ending
    outermost: the part of the path that says whose it is
    learner, identity: the name, and the id in the course system if the export has one
    form: plain, nbgrader, canvas or moodle
    late: whether the course system marked it as late
    submitted: the date of the file, in ISO format
    file, member: the file; for a zip file the number of the entry in it, after those of the zips around it
    problem: why it cannot be graded, or None
    most: the largest number of bytes that is read
    """

    place: str
    file: str
    member: tuple = ()
    stem: str = ""
    outermost: str = ""
    learner: str = ""
    identity: str = ""
    form: str = "plain"
    late: bool = False
    submitted: str = ""
    problem: str = None
    most: int = MOST_BYTES

    def read_bytes(self):
        """Return the content of the notebook's file."""
        if not self.member:
            return read_file(self.file, self.most)
        archive = open_zip(self.file)
        for number in self.member[:-1]:
            archive = zipfile.ZipFile(io.BytesIO(read_entry(archive, number, self.most)))
        return read_entry(archive, self.member[-1], self.most)


def read_file(path, most):
    """Return the bytes of a file; a link is not followed, and a pipe is not waited for."""
    # What collection saw may have been replaced since: only opening without following decides.
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:
        return read_limited(file, most)


def read_entry(archive, number, most):
    """Return the bytes of an entry of a zip file; by number, since two entries may have one name."""
    try:
        with archive.open(archive.infolist()[number]) as file:
            return read_limited(file, most)
    except Exception as error:  # a damaged entry raises whatever its decompressor does
        raise ValueError(str(error) or type(error).__name__) from None


def read_limited(file, most):
    """Return the content of an open file; ValueError if it is larger than it claimed to be."""
    content = file.read(most + 1)
    if problem := too_large(len(content), most):
        raise ValueError(problem)
    return content


@lru_cache(maxsize=8)
def open_zip(path):
    """Return a zip file, kept open for the next entry."""
    return zipfile.ZipFile(path)


def too_large(size, most):
    """Return a sentence if a file is too large, else None."""
    return f"it is larger than {most >> 20} MB" if size > most else None
