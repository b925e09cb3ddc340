"""Where a learner's cells belong in the newest version of a notebook: answers, changed checks, cells of their own."""

import nbformat
from nbformat.v4 import new_markdown_cell

from helpers.engine.build.answers import Found, find, is_check, is_marked, only_checks, top_names
from helpers.engine.build.cells import text_of
from helpers.engine.build.meaning import code_meaning, comments, meaning, without_words
from helpers.engine.build.moved import with_moved_imports
from helpers.engine.build.notebooks import written_cells

CARRIED = "Carried over from your earlier version"
MARKS = ("exercise", "points", "check", "tags")  # what the metadata of a cell of the course's hold


def empty_answers(old, stubs):
    """Return {exercise: its empty cell as the learner got it}, that of the new version for those that are not there.

    A notebook that lost its metadata does not say what it was built with: an empty cell is told by its code.
    """
    code, known = (
        [c for c in old.cells if c.cell_type == "code"],
        old.metadata.course.hashes,
    )
    if known:
        written = written_cells(old)
        untouched = [cell for cell in code if cell not in written]
        same = {name: [c for c in untouched if is_marked(c, name)] for name in stubs}
    else:
        same = {name: [c for c in code if in_other_words(text_of(c), stub)] for name, stub in stubs.items()}
    return {name: text_of(same[name][0]).strip() if same[name] else stub for name, stub in stubs.items()}


def in_other_words(text, stub):
    """Return whether a text is an empty cell, be it in another language, and nothing was written into it."""
    return without_words(text) == without_words(stub) and comments_of(text) == comments_of(stub)


def comments_of(text):
    """Return the comments of a cell, none where it is not Python."""
    try:
        return comments(text)
    except (SyntaxError, ValueError):
        return []


def carry_answers(old, new, stubs):
    """Put the learner's answers and changed checks into the new cells and return notes on what to look at."""
    notes, checks, known = [], changed_checks(old), old.metadata.course.hashes
    for cell in new:
        if name := cell.metadata.get("exercise"):
            found = belonging(old.cells, name, stubs)
            if says_something(found.source or "", stubs[name]):
                cell.source = found.source
            if known and cell.id not in known and found.source is None:
                notes.append(f"{name}: this exercise is new")
            elif found.note:
                notes.append(found.note)
        elif text_of(cell).strip() in (changed := checks.get(cell.metadata.get("check"), "")):
            cell.source = changed
    return notes


def changed_checks(old):
    """Return {exercise: the text of its check cell} of those into which the learner wrote something."""
    cells = [c for c in written_cells(old) if c.cell_type == "code" and c.metadata.get("check")]
    return {cell.metadata.check: with_moved_imports(text_of(cell)) for cell in cells}


def belonging(cells, name, stubs):
    """Return the `Found` answer that belongs into the cell of an exercise.

    What the learner wrote there stays there. If nothing is written there and the answer is in a cell of its own, the
    task stays in the one and the answer in the other. If the cell is gone, the first answer takes its place.
    """
    found, home = find(cells, name, stubs[name]), home_of(cells, name, stubs)
    if home is None:
        return found
    return Found(with_moved_imports(text_of(home)), found.note)


def home_of(cells, name, stubs):
    """Return the learner's cell of an exercise: the marked one, else one that defines it; None if there is none."""
    code = [c for c in cells if c.cell_type == "code" and not is_check(text_of(c), name)]
    marked = [(top_names(text_of(c)), c) for c in code if is_marked(c, name)]
    own = [c for names, c in marked if name in names]
    free = [c for names, c in marked if not names & stubs.keys()]
    empty = [c for c in code if text_of(c).strip() and not says_something(text_of(c), stubs[name])]
    defining = [c for c in code if name in top_names(text_of(c)) and not only_checks(text_of(c), name)]
    return next(iter([*own, *free, *empty, *defining]), None)


def says_something(answer, stub):
    """Return whether an answer is neither empty nor the stub, whatever its layout."""
    return bool(answer.strip()) and code_meaning(answer.strip()) != code_meaning(stub.strip())


def carry_own_cells(old, new, stubs, heading=CARRIED):
    """Insert each cell that the learner added behind the cell it followed, and changed ones below a heading."""
    course_s, place = [*new], 0
    ids, said = {cell.id for cell in new}, {meaning(cell) for cell in new}
    successors = successors_of(old.cells, course_s, stubs)
    written = written_cells(old)
    for cell, successor in zip(old.cells, successors, strict=True):
        if successor is not None:
            place = next(i for i, c in enumerate(new) if c is successor) + 1
        elif cell in written and is_own(cell, stubs) and meaning(cell) not in said:
            new.insert(place, current(cell))
            place += 1
    said = {meaning(cell) for cell in new}
    changed = [c for c in written if c.get("id") in ids and is_noted(c, said, stubs)]
    if changed:
        new.append(new_markdown_cell(f"## {heading}", id="carried-over"))
        new.extend(current(c, id=f"carried-{i}", metadata=unmarked(c)) for i, c in enumerate(changed, 1))


def successors_of(cells, course_s, stubs):
    """Return for each of the learner's cells the cell that has its place in the new version, or None.

    It is the one with the same id. A notebook may have lost its ids: then the cell of the same exercise, or one
    further down that says the same.
    """
    by_id = {cell.id: cell for cell in course_s}
    of_exercise = {cell.metadata.get("exercise"): cell for cell in course_s}
    homes = {id(home_of(cells, name, stubs)): name for name in stubs}
    said, at, found = [meaning(cell) for cell in course_s], 0, []
    for cell in cells:
        successor = by_id.get(cell.get("id")) or of_exercise.get(homes.get(id(cell), ""))
        means = meaning(cell)
        if successor is None and means in said[at:]:
            at = said.index(means, at)
            successor = course_s[at]
        found.append(successor)
    return found


def current(cell, **fields):
    """Return a cell of the learner's with its imports brought up to date, and with other fields."""
    source = with_moved_imports(text_of(cell)) if cell.cell_type == "code" else text_of(cell)
    return nbformat.from_dict({**cell, **fields, "source": source})


def unmarked(cell):
    """Return the metadata of a cell that is no longer the exercise or the check that it was."""
    return {key: value for key, value in cell.metadata.items() if key not in MARKS}


def is_own(cell, stubs):
    """Return whether the learner wrote a cell: it is not empty, no empty answer and no check."""
    text = text_of(cell).strip()
    return bool(text) and all(
        says_something(text, stub) and not is_check(text, name) for name, stub in stubs.items()
    )


def is_noted(cell, said, stubs):
    """Return whether a changed cell of the course says something that no cell of the new version says."""
    return is_own(cell, stubs) and meaning(cell) not in said
