"""Finding the submissions in what a teacher has: a folder or zip of notebooks, or an export of a course system.

Nothing is unpacked and no link is followed: a submission is the learner's name and where its bytes are.
"""

import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

MOST_BYTES = 20 << 20

CANVAS = re.compile(r"^(?P<learner>[^_/]+?)(?:_LATE)?_(?P<id>\d+)_\d+_(?P<file>[^/]+)$")
MOODLE = re.compile(r"^(?P<learner>[^/]+?)_(?P<id>\d+)_assignsubmission_file_/?(?P<file>[^/]*)")


@dataclass(frozen=True)
class Submission:
    """One notebook handed in: member `member` of the zip file `file`, or `file` itself.

    `problem` says why it cannot be graded, or is None.
    """

    learner: str
    place: str
    form: str
    file: Path
    member: str = None
    identity: str = ""
    problem: str = None

    def read(self):
        """Return the bytes."""
        if self.member is None:
            return self.file.read_bytes()
        with zipfile.ZipFile(self.file) as archive:
            return archive.read(self.member)


def collect(source):
    """Return the list of `Submission`s below a folder or in a zip, sorted; learners of one name are kept apart."""
    source = Path(source)
    if source.is_file() and zipfile.is_zipfile(source):
        found = list(in_zip(source))
    elif source.is_dir():
        found = list(in_folder(source))
    else:
        raise FileNotFoundError(f"{source} is neither a folder nor a zip file")
    return kept_apart(sorted(found, key=lambda s: s.place))


def in_folder(folder):
    """Yield a submission for every notebook below a folder; zips in it are looked into."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if is_hidden(place) or path.suffix not in (".ipynb", ".zip"):
            continue
        if path.is_symlink() or any(p.is_symlink() for p in path.parents if p.is_relative_to(folder)):
            yield submission(place, path, problem="it is a link, and links are not followed")
        elif path.suffix == ".zip":
            yield from (replace(s, place=f"{place}/{s.place}") for s in in_zip(path))
        elif not path.is_file():
            yield submission(place, path, problem="it is not a file")
        else:
            yield submission(place, path, problem=too_large(path.stat().st_size))


def in_zip(path):
    """Yield a submission for every notebook in a zip file; it is read in memory, never unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if not (member.is_dir() or is_hidden(member.filename)) and member.filename.endswith(".ipynb"):
                    yield submission(member.filename, path, member.filename, too_large(member.file_size))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        yield submission(path.name, path, problem=f"the zip file cannot be read: {error}")


def too_large(size):
    """Return a sentence for a file that is too large, else None."""
    return f"it is larger than {MOST_BYTES >> 20} MB" if size > MOST_BYTES else None


def is_hidden(place):
    """Return whether a path is none of a learner's: checkpoints, system folders."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(place).parts if part != "..")


def submission(place, file, member=None, problem=None):
    """Return the `Submission` at a place, its learner read from the form of the path."""
    path = PurePosixPath(place.replace("\\", "/"))
    parts = [part for part in path.parts if part not in ("..", "/", ".")]
    moodle = next((m for part in parts if (m := MOODLE.match(part))), None)
    canvas = CANVAS.match(path.name)
    if moodle:
        learner, form, identity = moodle["learner"], "moodle", moodle["id"]
    elif canvas:
        learner, form, identity = canvas["learner"], "canvas", canvas["id"]
    elif len(parts) >= 3:
        learner, form, identity = parts[-3], "nbgrader", ""
    else:
        learner, form, identity = parts[-2] if len(parts) == 2 else path.stem, "plain", ""
    return Submission(learner, place, form, file, member, identity, problem)


def kept_apart(found):
    """Return submissions with their place added to the name where two learners or notebooks share it."""
    names = [(s.learner, s.identity, PurePosixPath(s.place).name) for s in found]
    return [
        replace(s, learner=f"{s.learner} ({s.place})") if names.count(name) > 1 else s
        for s, name in zip(found, names, strict=True)
    ]
