"""One notebook handed in: whose it is, where it lies, and how its bytes are read without unpacking anything."""

import io
import os
import zipfile
from dataclasses import dataclass
from functools import lru_cache

MOST_BYTES = 20 << 20


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook handed in: the file `file`, or the entry of this zip file with the numbers `member`.

    `problem` says why it cannot be graded, or is None.
    """

    learner: str
    place: str
    form: str
    file: str
    member: tuple = ()
    identity: str = ""
    problem: str = None

    def read(self):
        """Return the bytes."""
        if not self.member:
            return read_file(self.file)
        archive = opened(self.file)
        for number in self.member[:-1]:
            archive = zipfile.ZipFile(io.BytesIO(read_entry(archive, number)))
        return read_entry(archive, self.member[-1])


def read_file(path):
    """Return the bytes of a file; a link is not followed, and a pipe is not waited for."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:
        return within_limits(file)


def read_entry(archive, number):
    """Return the bytes of an entry of a zip file."""
    with archive.open(archive.infolist()[number]) as file:
        return within_limits(file)


def within_limits(file):
    """Return the content of an open file; ValueError where it is too large after all."""
    content = file.read(MOST_BYTES + 1)
    if problem := too_large(len(content)):
        raise ValueError(problem)
    return content


@lru_cache(maxsize=8)
def opened(path):
    """Return a zip file, kept open for the next entry."""
    return zipfile.ZipFile(path)


def too_large(size):
    """Return a sentence for a file that is too large, else None."""
    return f"it is larger than {MOST_BYTES >> 20} MB" if size > MOST_BYTES else None
