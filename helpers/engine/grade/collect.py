"""Finding the submissions in what a teacher has: a folder or zip of notebooks, or an export of a course system.

Nothing is unpacked and no link is followed: a submission is the learner's name and where its bytes are.
"""

import io
import os
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from helpers.engine.grade.owners import is_hidden, with_owners
from helpers.engine.grade.submission import MOST_BYTES, Submission, read_entry, too_large
from helpers.engine.grade.zips import opened_zip

LONE = re.compile("[\ud800-\udfff]")  # what Python reads such bytes as
MOST_NOTEBOOKS = 100  # below one outermost part


def find_submissions(source, most=MOST_BYTES):
    """Return the list of `Submission`s in a folder or zip, sorted, each with the learner whose it is.

    A file of more than `most` bytes becomes a submission with a problem.
    """
    source = Path(source)
    if source.is_file() and zipfile.is_zipfile(source):
        found = files_in_zip(str(source), "", source.name, most)
    elif source.is_dir():
        found = files_in_folder(source, most)
    else:
        raise FileNotFoundError(f"{source} is neither a folder nor a zip file")
    found = [replace(s, most=most) for s in found]
    found = sorted(only_notebooks(with_owners(found)), key=lambda s: s.place)
    return with_unique_places(limited_per_learner(found))


def files_in_folder(folder, most):
    """Yield a submission for every file below a folder, and for every file in the zips there."""
    for home, folders, files in os.walk(folder):
        # A link to a folder is listed, too: it becomes a submission with a problem, so that its owner is told.
        for name in sorted([*files, *(f for f in folders if os.path.islink(os.path.join(home, f)))]):
            path = Path(home, name)
            place = written_with_slashes(path.relative_to(folder).as_posix())
            date = datetime.fromtimestamp(path.lstat().st_mtime).isoformat(" ", "seconds")
            if is_hidden(place):
                yield submission_at(place, path)
            elif path.is_symlink():
                yield submission_at(place, path, problem="it is a link, and links are not followed")
            elif not path.is_file():
                yield submission_at(place, path, problem="it is not a file")
            elif path.suffix.lower() == ".zip":
                yield from files_in_zip(str(path), f"{place}/", place, most, date=date)
            else:
                yield submission_at(place, path, problem=too_large(path.stat().st_size, most), date=date)


def files_in_zip(path, prefix, name, most, content=None, above=(), date=""):
    """Yield a submission for every file in a zip and in the zips directly in it; all is read in memory.

    date: that of the zip, if it is a learner's: the dates in it are what the learner says
    """
    try:
        with opened_zip(io.BytesIO(content) if content else path, handed_in=bool(prefix)) as archive:
            if prefix and all(entry.is_dir() for entry in archive.infolist()):
                yield submission_at(name, path, problem="the zip file is empty", date=date)
            for number, entry in enumerate(archive.infolist()):
                place, member = prefix + written_with_slashes(entry.filename), (*above, number)
                if entry.is_dir():
                    continue
                problem = None if is_hidden(place) else too_large(entry.file_size, most)
                if place.lower().endswith(".zip") and not (problem or above or is_hidden(place)):
                    inner = read_entry(archive, number, most)
                    yield from files_in_zip(
                        path, f"{place}/", place, most, inner, member, date or entry_date(entry)
                    )
                else:
                    yield submission_at(place, path, member, problem, date or entry_date(entry))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        yield submission_at(name, path, problem=f"the zip file cannot be read: {error}")


def entry_date(entry):
    """Return the date of an entry of a zip in ISO format, "" if there is none: some programs write zeros."""
    try:
        return datetime(*entry.date_time).isoformat(" ", "seconds")
    except ValueError:
        return ""


def submission_at(place, file, member=(), problem=None, date=""):
    """Return the `Submission` at a place; whose it is, is not known yet."""
    return Submission(place, str(file), member, PurePosixPath(place).stem, submitted=date, problem=problem)


def written_with_slashes(place):
    """Return a path in a zip file, which a program on Windows may have written with backslashes, as printable text.

    Bytes of a name that are no UTF-8 become different texts, so that two learners stay two.
    """
    place = LONE.sub(lambda found: f"\N{REPLACEMENT CHARACTER}{ord(found[0]) & 0xFF:02X}", place)
    return place.replace("\\", "/")


def only_notebooks(found):
    """Return the notebooks; a learner who handed in only other files keeps one of them, as a problem."""
    found = list(found)
    kept = [s for s in found if s.problem or (s.place.lower().endswith(".ipynb") and not is_hidden(s.place))]
    present = {(s.learner, s.identity) for s in kept}
    # A file at the top that is no export belongs to nobody: a teacher's README, for example.
    top = [s.outermost == PurePosixPath(s.place).name and not s.identity for s in found]
    others = {(s.learner, s.identity): s for s, alone in zip(found, top, strict=True) if not alone}
    missing = [s for who, s in others.items() if who not in present]
    return kept + [replace(s, problem="no notebook was handed in, only other files") for s in missing]


def limited_per_learner(found):
    """Return submissions with one problem in place of the notebooks of a learner who handed in too many.

    They are counted below each outermost part: what lies below one cannot crowd out another.
    """
    numbers = Counter(s.outermost for s in found)
    many = {part for part, n in numbers.items() if n > MOST_NOTEBOOKS}
    why = f"more than {MOST_NOTEBOOKS} notebooks of one learner; if this is an export inside a folder, unpack it first"
    first = {s.outermost: replace(s, problem=why) for s in reversed(found)}
    return [s for s in found if s.outermost not in many] + [first[part] for part in sorted(many)]


def with_unique_places(found):
    """Return submissions with a number after a place that is there already: two entries of a zip may share a name."""
    taken, unique = set(), []
    for s in found:
        place, number = s.place, 1
        while place in taken:
            number += 1
            place = f"{s.place} #{number}"
        taken.add(place)
        unique.append(replace(s, place=place))
    return unique
