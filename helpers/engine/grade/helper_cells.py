"""What a learner's answer uses from other cells of the notebook: functions, imports and values of the learner's own.

In the notebook such an answer is right, so a grader that runs exercise cells alone has to bring along what they use:
every statement that gives a name a value or changes it, in the order of the notebook.
"""

import ast
import builtins
import math
import sys
from functools import cached_property, lru_cache

import numpy as np

from helpers.engine.build.answers import is_check, top_names
from helpers.engine.build.cells import parsed, text_of, without_magics
from helpers.engine.grade.own_statements import (
    bound_by,
    executed,
    needed_by,
    statements_of,
    symbols_of,
)

BUILTINS = frozenset(dir(builtins))
KNOWN = {*BUILTINS, "__name__", "__file__", "_", "check", "hint", "display", "get_ipython", "In", "Out"}
KNOWN |= {"quit", "exit"}
STARS = {
    "from numpy import *": np.__all__,
    "from math import *": dir(math),
}  # which replace functions of Python
MOST_ADDED = 100  # statements added to one answer
MOST_NAMED = 5  # names in a note


def with_helpers(cells, sources, given, exercises=()):
    """Return ({exercise: source with what it uses from other cells}, notes).

    cells: those of the notebook
    sources: the answers by exercise
    given: {name: module} of what the notebook of the course imports
    exercises: the names of all exercises, also of those without an answer: each is the learner's function if that is
        right, else the course's, and never what another cell gives the name to
    """
    own, added, notes = OwnCells(cells, frozenset({*sources, *exercises}), given), {}, []
    for name, source in sources.items():
        missing, perhaps = own.missing_in(source)
        if missing or perhaps:
            source, unknown = own.completed(source, missing, perhaps)
            if unknown:
                listed = ", ".join(f"`{n}`" for n in sorted(unknown)[:MOST_NAMED])
                notes.append(f"{name}: uses {listed}, which no cell that can be graded defines")
        added[name] = source
    return added, notes


class OwnCells:
    """The cells of one notebook, as far as an answer may rely on them."""

    def __init__(self, cells, exercises, given):
        self.cells, self.exercises = cells, exercises
        self.known = KNOWN | given.keys() | exercises
        self.foreign = exercises | {name for name, module in given.items() if not is_plain(module)}

    @cached_property
    def statements(self):
        """[(number of its cell, `Statement`)], in order."""
        texts = [text_of(cell) if cell.get("cell_type") == "code" else "" for cell in self.cells]
        return [
            (number, statement)
            for number, text in enumerate(texts)
            if not any(is_check(text, name) for name in self.exercises)
            for statement in statements_of(text)
        ]

    @cached_property
    def replaced(self):
        """The functions of Python that the learner's own, or those of an import of everything, replace."""
        names = set().union(*(top_names(text_of(c)) for c in self.cells if c.get("cell_type") == "code"))
        if not names & (BUILTINS | {"*"}):
            return frozenset()
        own = [s.sets if s.is_definition else STARS.get(s.text, ()) for _, s in self.statements]
        return BUILTINS.intersection(set().union(*own)) - self.exercises

    def missing_in(self, source):
        """Return (names that a source takes from other cells, names that it gives a value itself, or changes there)."""
        used, perhaps = names_in(source)
        missing = used - self.known
        if hidden := used & BUILTINS:
            missing |= hidden & self.replaced
        return missing, perhaps - self.known

    def completed(self, source, missing, perhaps):
        """Return (source with the statements that make the missing names, names that nothing makes)."""
        done, kept, unknown = set(), set(), set()
        home = {number for number, cell in enumerate(self.cells) if text_of(cell).strip() == source.strip()}
        waiting = [(name, None) for name in sorted(missing | perhaps)]
        while waiting:
            name, before = waiting.pop()
            if (name, before) in done or name in self.known - self.replaced:
                continue
            done.add((name, before))
            numbers, whole = self.making(name, before, home)
            kept.update(new := numbers[: max(0, MOST_ADDED - len(kept))])
            if not whole or len(new) < len(numbers):
                unknown.add(name)
            for number in new:
                statement = self.statements[number][1]
                late = None if statement.is_definition else number
                waiting += [(needed, late) for needed in sorted(statement.needs)]
        unknown -= perhaps | self.replaced
        stars = [s.text for _, s in self.statements if "*" in s.sets]
        if not unknown and not missing & self.replaced:
            stars = []
        texts = [
            *stars,
            *(self.statements[n][1].text for n in sorted(kept) if "*" not in self.statements[n][1].sets),
        ]
        return joined(source, texts), set() if stars else unknown

    def making(self, name, before, home):
        """Return (numbers of the statements that make the value of a name, whether these are all).

        before: the number of the statement that needs it, or None if it is needed after all of them
        home: the cells of the answer itself, which runs on its own
        """
        found = [
            number
            for number, (cell, statement) in enumerate(self.statements)
            if name in statement.touches(self.foreign) and cell not in home
        ]
        found = [n for n in found if before is None or n < before] or [n for n in found if n != before]
        able = {n for n in found if self.statements[n][1].can_run(self.exercises, self.foreign)}
        if able != set(found):
            anew = [n for n in found if n in able and name in self.statements[n][1].renews]
            found = [n for n in found if n >= anew[-1]] if anew else found
        return [n for n in found if n in able], bool(found) and able.issuperset(found)


def is_plain(module):
    """Return whether a module is Python's or NumPy's: its functions make values, and train or draw nothing."""
    return module.partition(".")[0] in {*sys.stdlib_module_names, "numpy"}


def joined(source, texts):
    """Return a source with statements added: after it if that is early enough, so that its lines keep their numbers."""
    if not texts:
        return source
    tree, added = parsed(without_magics(source)), "\n".join(texts)
    late_enough = tree is not None and all(is_definition(node) for node in tree.body)
    return f"{source.rstrip()}\n\n\n{added}\n" if late_enough else f"{added}\n\n\n{source}"


def is_definition(node):
    """Return whether a statement uses no name of the notebook until something it defines is called."""
    if isinstance(node, ast.FunctionDef):
        arguments = node.args
        return not (node.decorator_list or arguments.defaults or any(arguments.kw_defaults))
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, (ast.Import, ast.ImportFrom))


@lru_cache(maxsize=1000)  # many learners write the same short answers
def names_in(source):
    """Return (names that a source uses and does not define, names of other cells that it may change)."""
    code = source if (top := symbols_of(source)) else without_magics(source)
    if (top := top or symbols_of(code)) is None:
        return frozenset(), frozenset()
    own = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
    used, declared, waiting = set(), set(), [top]
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (table is top or symbol.is_global()):
                used.add(symbol.get_name())
            if table is not top and symbol.is_declared_global():
                declared.add(symbol.get_name())
    return frozenset(used - own), frozenset(changed_in(code, declared))


def changed_in(code, declared):
    """Return the names of other cells that a source may change: what its functions declare, what it uses too early."""
    body, own, early = parsed(code).body, set(), set()
    if not all(is_definition(node) for node in body):
        for node in body:
            early |= set() if isinstance(node, ast.FunctionDef) else needed_by(node, set(own))
            own |= {name for part in executed(node) for name in bound_by(part)}
    bound = {name for node in body for part in executed(node) for name in bound_by(part)}
    return declared - bound | early & bound
