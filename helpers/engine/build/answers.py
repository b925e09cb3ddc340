"""Finding a learner's exercise cells in a notebook, wherever they were moved, copied or rewritten."""

import ast
import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.engine.build.answer_kinds import answers_in
from helpers.engine.build.cells import parsed, text_of, without_magics
from helpers.engine.build.look_alikes import look_alike
from helpers.engine.build.meaning import without_words
from helpers.engine.build.moved import with_moved_imports

SMALL = 10_000  # characters; of cells below this many are cached, since each exercise asks for the same ones


@dataclass(frozen=True)
class Found:
    """The source handed in for one exercise, or None, and a note if the reader should know how it was found."""

    source: str = None
    note: str = None


def find_all(cells, stubs):
    """Return {exercise: `Found`} for the empty answers {exercise: stub}."""
    candidates = {name: [] for name in stubs}
    for cell in cells:
        for name in may_answer(cell) & stubs.keys():
            candidates[name].append(cell)
    return {name: find(candidates[name], name, stub) for name, stub in stubs.items()}


def may_answer(cell):
    """Return the names that a cell is marked with or defines."""
    if cell.get("cell_type") != "code":
        return set()
    marks = (cell.get("id"), (cell.get("metadata") or {}).get("exercise"))
    return top_names(text_of(cell)) | {str(mark).replace("-", "_") for mark in marks}


def find(cells, name, stub):
    """Return the `Found` answer to exercise `name` among notebook cells (dicts with cell_type, id, metadata, source).

    A cell belongs to the exercise by its id, by its metadata, or because it defines the name; a check does not define
    it, whatever lines stand beside it. Copies of the empty stub do not count, in any language, nor do equal copies, nor
    values where a function is asked for. Two different answers give a note and no answer. Imports in the answer are
    brought up to date.
    """
    code = [cell for cell in cells if cell.get("cell_type") == "code" and not is_check(text_of(cell), name)]
    marked = [cell for cell in code if is_marked(cell, name)]
    defining = [c for c in code if name in top_names(text_of(c)) and not only_checks(text_of(c), name)]
    candidates = [(text_of(cell).strip(), is_marked(cell, name)) for cell in defining]
    answers = list(dict.fromkeys(answers_in(candidates, name, stub)))
    if len(answers) > 1:
        empty = without_words(stub)
        answers = [answer for answer in answers if without_words(answer) != empty] or answers[:1]
    if len(answers) == 1:
        in_place = any(is_marked(cell, name) for cell in defining if text_of(cell).strip() == answers[0])
        note = None if in_place else f"{name}: found by its name, in a cell of its own"
        return Found(with_moved_imports(answers[0]), note)
    if len(answers) > 1:
        return Found(
            None, f"{name}: {len(answers)} different answers in the notebook; leave one and hand in again"
        )
    if marked:
        odd = look_alike(top_names(text_of(marked[0])), name)
        note = f"{name}: its cell does not define `{name}`{f', but a name like it: {odd}' if odd else ''}"
        return Found(with_moved_imports(text_of(marked[0])), note)
    return Found(None, f"{name}: no cell of the notebook defines it")


def is_marked(cell, name):
    """Return whether a cell carries the exercise's id or name."""
    metadata = cell.get("metadata") or {}
    return cell.get("id") in (name, name.replace("_", "-")) or metadata.get("exercise") == name


def is_check(source, name):
    """Return whether a cell is the check cell of an exercise."""
    if "check(" not in source:
        return False
    code = re.sub(r"#.*", "", source).strip()
    pattern = rf"(?:{name}\s*=\s*)?check\([^()]*\b{name}\b[^()]*\)"
    return len(code) < 1000 and re.fullmatch(pattern, code) is not None


def only_checks(source, name):
    """Return whether a cell binds a name by its check alone, with whatever lines of the learner's beside it."""
    tree = "check(" in source and (parsed(source) or parsed(without_magics(source)))
    binding = [ast.unparse(node) for node in tree.body if name in bound(node)] if tree else []
    return bool(binding) and all(is_check(text, name) for text in binding)


def top_names(source):
    """Return the names that a cell defines at its top level; lines in IPython's syntax are skipped."""
    return names_in_small(source) if len(source) < SMALL else names_in_large(source)


def names_defined(source):
    """Return the names of `top_names`, read from the source."""
    tree = parsed(source) or parsed(without_magics(source))
    if tree is None:
        return set(re.findall(r"^(?:async )?def (\w+)", source, re.M))
    return {name for node in tree.body for name in bound(node)}


# Two caches: a thousand cells of any size could fill the memory.
names_in_small = lru_cache(maxsize=1000)(names_defined)
names_in_large = lru_cache(maxsize=50)(names_defined)


def bound(node):
    """Return the names that a statement defines."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]
