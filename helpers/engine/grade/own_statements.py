"""The statements of a learner's cells: which names each gives a value, which it may change, and which it needs."""

import ast
import builtins
import symtable
import warnings
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from helpers.engine.build.cells import parsed, without_magics

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
WAITING = (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield, ast.YieldFrom)
CHANGING = {"add", "append", "clear", "discard", "extend", "fill", "insert", "itemset", "partition", "pop"}
CHANGING |= {"popitem", "put", "remove", "resize", "reverse", "setdefault", "setflags", "sort", "update"}
FILLING = ("np", "numpy", "random", "heapq")  # have functions that change an argument, such as `shuffle`
NO_CALLS = {"open", "input", "exec", "eval", "compile", "breakpoint", "exit", "quit", "__import__"}
NO_CALLS |= {"check", "hint", "display", "get_ipython"}


@dataclass(frozen=True)
class Statement:
    """One statement of a cell.

    sets: the names that it gives a value, or may change the value of
    lends: (function, name) of the names that it hands to a function that may change their values
    renews: the names that it gives a value whatever they were before
    needs: the names whose values it uses
    calls: (whether it is called itself, name) of all that is called while it runs, with "" for what has no name
    waits: whether it waits for something, which only a notebook can
    """

    text: str
    sets: frozenset
    lends: frozenset
    renews: frozenset
    needs: frozenset
    calls: frozenset
    waits: bool

    @property
    def is_definition(self):
        """Whether it needs its names only when something that it defines is called."""
        return self.text.startswith(("def ", "async def "))

    def touches(self, foreign):
        """Return the names that it sets, or lends to a function that is not `foreign`: the course's change nothing."""
        return self.sets | {name for function, name in self.lends if function not in foreign}

    def can_run(self, exercises, foreign):
        """Return whether it only makes values: it trains nothing, reads nothing, and leaves all exercises alone."""
        if self.waits or self.sets & exercises:
            return False
        return not any(name in foreign or (alone and name in NO_CALLS) for alone, name in self.calls)


@lru_cache(maxsize=1000)  # most cells are those that every learner was given
def statements_of(source):
    """Return the `Statement`s of a cell that set a name, in order; none if it is not Python."""
    tree = parsed(without_magics(source))
    found = [statement_of(node) for node in (tree.body if tree is not None else ())]
    return tuple(statement for statement in found if statement.sets or statement.lends)


def statement_of(node):
    """Return the `Statement` of a syntax tree."""
    nodes, needs = list(executed(node)), needed_by(node)
    changed = {name for part in nodes for name in changed_by(part)} - {""}
    calls = {called(part) for part in nodes if isinstance(part, ast.Call)}
    renewed = renewed_by(node) - changed
    return Statement(
        ast.unparse(node),
        frozenset({name for part in nodes for name in bound_by(part)} | changed),
        frozenset({lent for part in nodes for lent in lent_by(part) if lent[1]}),
        frozenset(renewed if isinstance(node, SCOPES) else renewed - needs),
        frozenset(needs),
        frozenset(calls),
        any(isinstance(part, WAITING) for part in nodes),
    )


def executed(node):
    """Yield the nodes that run when a statement does, so without the bodies of functions and classes."""
    yield node
    if isinstance(node, SCOPES):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(node, ast.comprehension) and child is node.target:
            continue  # a name of the comprehension's own
        yield from executed(child)


def bound_by(node):
    """Yield the names to which one node gives a value."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name


def changed_by(node):
    """Yield the names whose values one node may change."""
    if isinstance(node, (ast.Subscript, ast.Attribute)) and not isinstance(node.ctx, ast.Load):
        yield root_of(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
        yield root_of(node.func)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        function = node.value.func
        if isinstance(function, ast.Attribute) and not hasattr(np.ndarray, function.attr):
            yield root_of(function)
        if isinstance(function, ast.Attribute) and root_of(function) in FILLING:
            yield from map(root_of, node.value.args)


def lent_by(node):
    """Yield (function, name) of the names that one node hands to a function and does nothing else."""
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
    ):
        function = node.value.func.id
        if not hasattr(builtins, function) and function not in NO_CALLS:
            yield from ((function, root_of(argument)) for argument in node.value.args)


def root_of(node):
    """Return the name at the start of an expression such as `a.b[0]`, or ""."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def called(call):
    """Return what a call calls, as in `Statement.calls`."""
    return isinstance(call.func, ast.Name), root_of(call.func)


def renewed_by(node):
    """Return the names that a statement gives a new value for sure."""
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if node.value else []
        parts = [part for t in targets for part in (t.elts if isinstance(t, (ast.Tuple, ast.List)) else [t])]
        return {part.id for part in parts if isinstance(part, ast.Name)}
    simple = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    return {name for part in executed(node) for name in bound_by(part)} if isinstance(node, simple) else set()


def needed_by(node, own=None):
    """Return the names whose values a statement uses before it has given them one; `own` are those it has."""
    own = set() if own is None else own
    fields = dict(ast.iter_fields(node))
    if not isinstance(fields.get("body"), list) or isinstance(node, SCOPES):
        found = used_in(node) - own
        own |= {name for part in executed(node) for name in bound_by(part)}
        return found
    needed = set()
    for first in ("subject", "iter", "test", "items", "type"):
        parts = fields.get(first) or []
        for part in parts if isinstance(parts, list) else [parts]:
            needed |= used_in(part) - own
    heads = [fields.get("target"), *(item.optional_vars for item in fields.get("items") or ())]
    heads += [fields.get("pattern"), node if isinstance(node, ast.ExceptHandler) else None]
    own |= {name for head in filter(None, heads) for part in ast.walk(head) for name in bound_by(part)}
    for block in ("cases", "body", "handlers", "orelse", "finalbody"):
        for part in fields.get(block) or ():
            needed |= needed_by(part, own)
    return needed


def used_in(node):
    """Return the global names that a statement or expression reads, also in the functions that it defines."""
    if isinstance(node, ast.withitem):
        node = node.context_expr
    tops = symbols_of(ast.unparse(node))
    names = set(globals_read(tops)) if tops else set()
    if isinstance(node, ast.AugAssign):
        names.add(root_of(node.target))
    return names - {""}


def globals_read(top):
    """Yield the global names that a table of symbols reads, those of inner functions included."""
    waiting = [top]
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (table is top or symbol.is_global()):
                yield symbol.get_name()
            elif table is not top and symbol.is_declared_global():
                yield symbol.get_name()


def symbols_of(source):
    """Return the table of symbols of a source, or None where it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return symtable.symtable(source, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
