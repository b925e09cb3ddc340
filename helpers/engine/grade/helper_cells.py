"""What a learner's answer uses from other cells of the notebook: functions, imports and constants of the learner's own.

In the notebook such an answer is right, so a grader that runs exercise cells alone has to bring along what they use.
"""

import ast
import builtins
import symtable
import warnings
from functools import lru_cache

from helpers.engine.build.answers import is_check
from helpers.engine.build.cells import parsed, text_of, without_magics

KNOWN = {*dir(builtins), "__name__", "__file__", "_", "check", "hint", "display", "get_ipython", "In", "Out"}
KNOWN |= {"quit", "exit"}
SIMPLE_CALLS = ("np", "numpy", "math")  # modules whose functions a constant may be made with
MOST_ADDED = 40  # statements added to one answer
MOST_NAMED = 5  # names in a note


def with_helpers(cells, sources, given, exercises=()):
    """Return ({exercise: source with what it uses from other cells}, notes).

    cells: those of the notebook
    sources: the answers by exercise
    given: the names that the notebook of the course imports
    exercises: the names of all exercises, also of those without an answer: each is the learner's function if that is
        right, else the course's, and never what another cell gives the name to
    """
    exercises = {*sources, *exercises}
    known, added, notes = KNOWN | set(given) | exercises, {}, []
    statements = None
    for name, source in sources.items():
        missing = global_names(source) - known
        if missing and statements is None:
            statements = own_statements(cells, exercises)
        if missing:
            source, unknown = completed(source, missing, statements, known)
            if unknown:
                listed = ", ".join(f"`{n}`" for n in sorted(unknown)[:MOST_NAMED])
                notes.append(f"{name}: uses {listed}, which no cell that can be graded defines")
        added[name] = source
    return added, notes


def completed(source, missing, statements, known):
    """Return (source with the statements that define the missing names, names that nothing defines)."""
    known, kept, unknown, waiting = set(known), [], set(), sorted(missing)
    while waiting and len(kept) < MOST_ADDED:
        name = waiting.pop()
        if name in known:
            continue
        known.add(name)
        number = next((i for i in reversed(range(len(statements))) if name in statements[i][1]), None)
        if number is None:
            unknown.add(name)
        elif number not in kept:
            kept.append(number)
            waiting += sorted(global_names(statements[number][0]) - known)
    stars = [text for text, names in statements if "*" in names] if unknown else []
    texts = [*stars, *(statements[number][0] for number in sorted(kept))]
    return joined(source, texts), set() if stars else unknown


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


def own_statements(cells, exercises):
    """Return [(source, names it defines)] of the statements of all cells that an answer may rely on, in order."""
    found = []
    for cell in cells:
        source = text_of(cell)
        if cell.get("cell_type") != "code" or any(is_check(source, name) for name in exercises):
            continue
        code = without_magics(source)
        tree = parsed(code)
        for node in tree.body if tree is not None else ():
            names = defined(node)
            if names and not names & exercises and is_simple(node):
                found.append((ast.unparse(node), names))
    return found


def defined(node):
    """Return the names that a statement defines, "*" for an import of everything."""
    names = set()
    for part in statements_in(node):
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(part.name)
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).partition(".")[0] for alias in part.names}
        elif isinstance(part, (ast.Assign, ast.AnnAssign)):
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            names |= {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
    return names


def statements_in(node):
    """Yield a statement, or the statements in the branches of an `if` or `try`."""
    if isinstance(node, (ast.If, ast.Try)):
        handlers = [part for handler in getattr(node, "handlers", ()) for part in handler.body]
        for part in [*node.body, *handlers, *node.orelse, *getattr(node, "finalbody", ())]:
            yield from statements_in(part)
    else:
        yield node


def is_simple(node):
    """Return whether running a statement defines something and does nothing else, such as training a network."""
    for part in statements_in(node):
        if isinstance(part, (ast.Assign, ast.AnnAssign)):
            if not all(is_simple_call(n) for n in ast.walk(part) if isinstance(n, ast.Call)):
                return isinstance(part.value, ast.Lambda)
        elif not isinstance(
            part, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Pass, ast.Expr)
        ):
            return False
    return True


def is_simple_call(call):
    """Return whether a call makes a number, an array or a container."""
    if isinstance(call.func, ast.Name):
        return hasattr(builtins, call.func.id)
    root = call.func
    while isinstance(root, ast.Attribute):
        root = root.value
    return isinstance(root, ast.Name) and root.id in SIMPLE_CALLS


@lru_cache(maxsize=1000)  # many learners write the same short answers
def global_names(source):
    """Return the names that a source uses and does not define; none if it is not Python."""
    top = symbols_of(source) or symbols_of(without_magics(source))
    if top is None:
        return frozenset()
    own = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
    used, waiting = set(), [top]
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        free = (
            (lambda s: s.is_referenced()) if table is top else (lambda s: s.is_global() and s.is_referenced())
        )
        used |= {s.get_name() for s in table.get_symbols() if free(s)}
    return frozenset(used - own)


def symbols_of(source):
    """Return the table of symbols of a source, or None where it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return symtable.symtable(source, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
