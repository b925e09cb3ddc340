"""Finding the submissions in what a teacher has: a folder or zip of notebooks, or an export of a course system.

Nothing is unpacked and no link is followed: a submission is the learner's name and where its bytes are.
"""

import io
import os
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

from helpers.engine.grade.submission import MOST_BYTES, Submission, read_entry, too_large

CANVAS = re.compile(r"^(?P<learner>[^_/]+?)(?:_LATE)?_(?P<id>\d+)_\d+_[^/]+$")
MOODLE = re.compile(r"^(?P<learner>[^/]+?)_(?P<id>\d+)_assignsubmission_file_")
FORMS = {"moodle": MOODLE, "canvas": CANVAS}
MOST_NOTEBOOKS = 100  # of one learner


def collect(source, most=MOST_BYTES):
    """Return the list of `Submission`s below a folder or in a zip, sorted; learners of one name are kept apart.

    A file of more than `most` bytes is one with a problem.
    """
    source = Path(source)
    if source.is_file() and zipfile.is_zipfile(source):
        found = in_zip(str(source), "", source.name, most)
    elif source.is_dir():
        found = in_folder(source, most)
    else:
        raise FileNotFoundError(f"{source} is neither a folder nor a zip file")
    found = [replace(s, most=most) for s in found]
    found = sorted(without_byproducts(unwrapped(found)), key=lambda s: s.place)
    return kept_apart(without_floods(found))


def in_folder(folder, most):
    """Yield a submission for every file below a folder; zips in it are looked into."""
    for home, folders, files in os.walk(folder):
        for name in sorted([*files, *(f for f in folders if os.path.islink(os.path.join(home, f)))]):
            path = Path(home, name)
            place = path.relative_to(folder).as_posix()
            if is_hidden(place):
                continue
            if path.is_symlink():
                yield submission(place, path, problem="it is a link, and links are not followed")
            elif not path.is_file():
                yield submission(place, path, problem="it is not a file")
            elif path.suffix.lower() == ".zip":
                yield from in_zip(str(path), f"{place}/", place, most)
            else:
                yield submission(place, path, problem=too_large(path.stat().st_size, most))


def in_zip(path, prefix, name, most, content=None, above=()):
    """Yield a submission for every file in a zip, and in a zip in it; read in memory, never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content) if content else path) as archive:
            for number, entry in enumerate(archive.infolist()):
                place, member = prefix + entry.filename, (*above, number)
                if entry.is_dir() or is_hidden(entry.filename):
                    continue
                problem = too_large(entry.file_size, most)
                if place.lower().endswith(".zip") and not (problem or above):
                    yield from in_zip(
                        path, f"{place}/", place, most, read_entry(archive, number, most), member
                    )
                else:
                    yield submission(place, path, member, problem)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        yield submission(name, path, problem=f"the zip file cannot be read: {error}")


def is_hidden(place):
    """Return whether a path is none of a learner's: checkpoints, system folders."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(place).parts if part != "..")


def submission(place, file, member=(), problem=None):
    """Return the `Submission` at a place, its learner read from the form of the path."""
    place = place.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    parts = [part for part in PurePosixPath(place).parts if part not in ("..", "/", ".")] or ["nobody"]
    plain = re.sub(r"\.(?:zip|ipynb)$", "", parts[max(0, len(parts) - 3)])
    owner = exported(parts[0]) or {"learner": plain, "form": "nbgrader" if len(parts) >= 3 else "plain"}
    return Submission(place=place, file=str(file), member=member, problem=problem, **owner)


def exported(part):
    """Return whose submission the outermost part of a path is, from the form of an export, else None.

    Of the outermost part only: all below it is the learner's to name, who may take another's name.
    """
    for form, sign in FORMS.items():
        if found := sign.match(part):
            return {"learner": found["learner"], "form": form, "identity": found["id"]}
    return None


def unwrapped(found):
    """Return submissions with their owner read from the second part of the path where all share the first folder."""
    if len({s.place.split("/")[0] for s in found}) != 1:
        return found
    return [replace(s, **(exported((s.place.split("/") + [""])[1]) or {})) for s in found]


def without_byproducts(found):
    """Return submissions without files of other kinds; a learner who handed in nothing else keeps one, as a problem."""
    found = list(found)
    kept = [s for s in found if s.problem or s.place.lower().endswith(".ipynb")]
    served = {(s.learner, s.identity) for s in kept}
    others = {(s.learner, s.identity): s for s in found if s.form != "plain" or "/" in s.place}
    missing = [s for who, s in others.items() if who not in served]
    return kept + [replace(s, problem="no notebook was handed in, only other files") for s in missing]


def without_floods(found):
    """Return submissions with one problem in place of the notebooks of a learner who handed in very many."""
    numbers = Counter((s.learner, s.identity) for s in found)
    many = {who for who, n in numbers.items() if n > MOST_NOTEBOOKS}
    said = f"more than {MOST_NOTEBOOKS} notebooks of one learner; an export within a folder is unpacked first"
    first = {(s.learner, s.identity): replace(s, problem=said) for s in reversed(found)}
    return [s for s in found if (s.learner, s.identity) not in many] + [first[who] for who in sorted(many)]


def kept_apart(found):
    """Return submissions with their place added to the name where two learners of no known id share it."""
    places, seen = Counter(), []
    for s in found:
        places[s.place] += 1
        seen.append(s if places[s.place] == 1 else replace(s, place=f"{s.place} #{places[s.place]}"))
    names = Counter((s.learner, s.identity, PurePosixPath(s.place).name) for s in seen)
    return [
        replace(s, learner=f"{s.learner} ({s.place})")
        if not s.identity and names[s.learner, s.identity, PurePosixPath(s.place).name] > 1
        else s
        for s in seen
    ]
