"""Whose a file is: always the outermost part of its path says so, which the teacher or the course system named.

Everything below that part is the learner's to name, and a learner may use the name of another.
"""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from helpers.engine.grade.reference import notebook_names

CANVAS = re.compile(r"^(?P<learner>[^_/]+?)(?P<late>_LATE)?_(?P<id>\d+)_\d+_[^/]+$")
ANONYMOUS_CANVAS = re.compile(r"^(?P<late>LATE_)?(?P<learner>anon_(?P<id>[0-9A-Za-z]{5}))_\d+_[^/]+$")
MOODLE = re.compile(r"^(?P<learner>[^/]+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_(?P<late>)")
# What Canvas writes comes first in its names, and behind it a learner's own, which may look like one of Moodle's.
EXPORTS = (("canvas", ANONYMOUS_CANVAS), ("canvas", CANVAS), ("moodle", MOODLE))
NOT_IN_A_NAME = re.compile(
    r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]+"
)  # controls and bidi marks


def parts_of(place):
    """Return the parts of a path that name something; a drive and ".." name nothing."""
    parts = [part for part in PurePosixPath(place).parts if part not in ("..", "/", "//", ".")]
    return [part for i, part in enumerate(parts) if i or not re.fullmatch(r"[A-Za-z]:", part)] or ["nobody"]


def forms_of(part):
    """Return the systems whose exports name things as a part of a path is named."""
    return {form for form, pattern in EXPORTS if pattern.match(part)}


def systems_in(parts):
    """Return the systems from which an upload comes: those that alone could have written one of its names.

    Where every name could be of two, Canvas wrote them: Moodle writes hardly any such name of a person.
    """
    return {form for forms in map(forms_of, parts) if len(forms) == 1 for form in forms} or {
        "canvas",
        "moodle",
    }


def owner_of(parts, systems=("canvas", "moodle")):
    """Return the owner that the first of the parts of a path names, as fields of a `Submission`.

    systems: those from which the upload comes. A name of the one may contain another's, but not at its start: so if
    a name could be of two systems, it is of the one that the rest is from.
    """
    for form, pattern in EXPORTS:
        if form not in systems and len(forms_of(parts[0])) > 1:
            continue
        if found := pattern.match(parts[0]):
            learner, late = shown(found["learner"]), bool(found["late"])
            return {"learner": learner, "form": form, "identity": found["id"], "late": late}
    learner = re.sub(r"\.(?:zip|ipynb)$", "", parts[0], flags=re.IGNORECASE)
    form = "nbgrader" if len(parts) >= 3 else "plain"
    return {"learner": shown(learner), "form": form, "identity": "", "late": False}


def shown(name):
    """Return the name of a learner without characters that change how the text around it is shown."""
    return NOT_IN_A_NAME.sub(" ", name).strip() or "nobody"


def is_hidden(place):
    """Return whether a path was made by a program and not by a learner: checkpoints, system folders."""
    return any(part.startswith((".", "__MACOSX")) for part in parts_of(place))


def with_owners(found):
    """Return submissions with their owners, and the outermost part that says so.

    A folder around the whole class is nobody's, and the part below it counts. What is hidden at the top is nobody's
    and left out; what is hidden below still shows that its owner handed in something.
    """
    owned = visible((parts_of(s.place), s) for s in found)
    while is_wrapper([parts for parts, _ in owned]):
        owned = visible((parts[1:], s) for parts, s in owned)
    systems = systems_in({parts[0] for parts, _ in owned})
    return [replace(s, outermost=parts[0], **owner_of(parts, systems)) for parts, s in owned]


def visible(owned):
    """Return the pairs of path and submission whose path does not start with a hidden part."""
    return [(parts, s) for parts, s in owned if not is_hidden(parts[0])]


def is_wrapper(paths):
    """Return whether the first part of all paths is a folder around a class, and not one learner's.

    All share it, and what it holds is named after learners: as an export names them, or in a folder at least two
    parts of which none is called like a notebook of the course.
    """
    if len({parts[0] for parts in paths}) != 1 or any(len(parts) < 2 for parts in paths):
        return False
    inner = [parts[1:] for parts in paths if not is_hidden(parts[1])]
    below = {parts[0] for parts in inner}
    if not below or owner_of(paths[0])["identity"]:
        return False
    if all(owner_of([part])["identity"] for part in below):
        return True
    if paths[0][0].lower().endswith(".zip"):
        return False
    if len(below) == 1:
        return is_wrapper(inner)
    return not any(name in part for name in notebook_names() for part in below)
