"""One notebook handed in: whose it is, where it lies, and how its bytes are read without unpacking anything."""

import io
import os
import zipfile
from dataclasses import dataclass
from functools import lru_cache

MOST_BYTES = 20 << 20  # of a file, unless the teacher says otherwise


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook handed in: the file `file`, or the entry of this zip file with the numbers `member`.

    `most` is how many bytes it may have. `problem` says why it cannot be graded, or is None.
    """

    learner: str
    place: str
    form: str
    file: str
    member: tuple = ()
    identity: str = ""
    problem: str = None
    most: int = MOST_BYTES

    def read(self):
        """Return the bytes."""
        if not self.member:
            return read_file(self.file, self.most)
        archive = opened(self.file)
        for number in self.member[:-1]:
            archive = zipfile.ZipFile(io.BytesIO(read_entry(archive, number, self.most)))
        return read_entry(archive, self.member[-1], self.most)


def read_file(path, most):
    """Return the bytes of a file; a link is not followed, and a pipe is not waited for."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(path, flags), "rb") as file:
        return within_limits(file, most)


def read_entry(archive, number, most):
    """Return the bytes of an entry of a zip file."""
    with archive.open(archive.infolist()[number]) as file:
        return within_limits(file, most)


def within_limits(file, most):
    """Return the content of an open file; ValueError where it is too large after all."""
    content = file.read(most + 1)
    if problem := too_large(len(content), most):
        raise ValueError(problem)
    return content


@lru_cache(maxsize=8)
def opened(path):
    """Return a zip file, kept open for the next entry."""
    return zipfile.ZipFile(path)


def too_large(size, most):
    """Return a sentence for a file that is too large, else None."""
    return f"it is larger than {most >> 20} MB" if size > most else None
