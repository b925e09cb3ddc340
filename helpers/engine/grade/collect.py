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
from helpers.engine.grade.zips import opened_zip

CANVAS = re.compile(r"^(?P<learner>[^_/]+?)(?:_LATE)?_(?P<id>\d+)_\d+_[^/]+$")
MOODLE = re.compile(r"^(?P<learner>[^/]+?)_(?P<id>\d+)_assignsubmission_file_")
EXPORTS = {"moodle": MOODLE, "canvas": CANVAS}
MOST_NOTEBOOKS = 100  # of one learner


def find_submissions(source, most=MOST_BYTES):
    """Return the list of `Submission`s in a folder or zip, sorted; learners with the same name are kept apart.

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
    found = sorted(only_notebooks(owners_below_wrapper(found)), key=lambda s: s.place)
    return kept_apart(limited_per_learner(found))


def files_in_folder(folder, most):
    """Yield a submission for every file below a folder, and for every file in the zips there."""
    for home, folders, files in os.walk(folder):
        # A link to a folder is listed, too: it becomes a submission with a problem, so that its owner is told.
        for name in sorted([*files, *(f for f in folders if os.path.islink(os.path.join(home, f)))]):
            path = Path(home, name)
            place = path.relative_to(folder).as_posix()
            if is_hidden(place):
                continue
            if path.is_symlink():
                yield submission_at(place, path, problem="it is a link, and links are not followed")
            elif not path.is_file():
                yield submission_at(place, path, problem="it is not a file")
            elif path.suffix.lower() == ".zip":
                yield from files_in_zip(str(path), f"{place}/", place, most)
            else:
                yield submission_at(place, path, problem=too_large(path.stat().st_size, most))


def files_in_zip(path, prefix, name, most, content=None, above=()):
    """Yield a submission for every file in a zip and in the zips directly in it; all is read in memory."""
    try:
        with opened_zip(io.BytesIO(content) if content else path, handed_in=bool(prefix)) as archive:
            for number, entry in enumerate(archive.infolist()):
                place, member = prefix + entry.filename, (*above, number)
                if entry.is_dir() or is_hidden(entry.filename):
                    continue
                problem = too_large(entry.file_size, most)
                if place.lower().endswith(".zip") and not (problem or above):
                    inner = read_entry(archive, number, most)
                    yield from files_in_zip(path, f"{place}/", place, most, inner, member)
                else:
                    yield submission_at(place, path, member, problem)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        yield submission_at(name, path, problem=f"the zip file cannot be read: {error}")


def is_hidden(place):
    """Return whether a path was made by a program and not by a learner: checkpoints, system folders."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(place).parts if part != "..")


def submission_at(place, file, member=(), problem=None):
    """Return the `Submission` at a place, with its learner read from the form of the path."""
    place = place.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    parts = [part for part in PurePosixPath(place).parts if part not in ("..", "/", ".")] or ["nobody"]
    plain = re.sub(r"\.(?:zip|ipynb)$", "", parts[max(0, len(parts) - 3)])
    owner = exported_owner(parts[0]) or {"learner": plain, "form": "nbgrader" if len(parts) >= 3 else "plain"}
    return Submission(place=place, file=str(file), member=member, problem=problem, **owner)


def exported_owner(part):
    """Return the owner named by the outermost part of a path if it looks like an export, else None.

    Only the outermost part counts: everything below it is the learner's to name, who may use another's name.
    """
    for form, pattern in EXPORTS.items():
        if found := pattern.match(part):
            return {"learner": found["learner"], "form": form, "identity": found["id"]}
    return None


def owners_below_wrapper(found):
    """Return submissions with their owner read from the second part of the path if all share the first folder."""
    if len({s.place.split("/")[0] for s in found}) != 1:
        return found
    return [replace(s, **(exported_owner((s.place.split("/") + [""])[1]) or {})) for s in found]


def only_notebooks(found):
    """Return the notebooks; a learner who handed in only other files keeps one of them, as a problem."""
    found = list(found)
    kept = [s for s in found if s.problem or s.place.lower().endswith(".ipynb")]
    present = {(s.learner, s.identity) for s in kept}
    # A file at the top that is no export belongs to nobody: a teacher's README, for example.
    others = {(s.learner, s.identity): s for s in found if s.form != "plain" or "/" in s.place}
    missing = [s for who, s in others.items() if who not in present]
    return kept + [replace(s, problem="no notebook was handed in, only other files") for s in missing]


def limited_per_learner(found):
    """Return submissions with one problem in place of the notebooks of a learner who handed in too many."""
    numbers = Counter((s.learner, s.identity) for s in found)
    many = {who for who, n in numbers.items() if n > MOST_NOTEBOOKS}
    why = f"more than {MOST_NOTEBOOKS} notebooks of one learner; if this is an export inside a folder, unpack it first"
    first = {(s.learner, s.identity): replace(s, problem=why) for s in reversed(found)}
    return [s for s in found if (s.learner, s.identity) not in many] + [first[who] for who in sorted(many)]


def kept_apart(found):
    """Return submissions with unique places, and the place in the name if learners without an id share it."""
    places, unique = Counter(), []
    for s in found:
        places[s.place] += 1
        unique.append(s if places[s.place] == 1 else replace(s, place=f"{s.place} #{places[s.place]}"))
    names = Counter((s.learner, s.identity, PurePosixPath(s.place).name) for s in unique)
    return [
        replace(s, learner=f"{s.learner} ({s.place})")
        if not s.identity and names[s.learner, s.identity, PurePosixPath(s.place).name] > 1
        else s
        for s in unique
    ]
