"""Former addresses in a learner's imports, replaced by the present ones that [tool.course.moved] lists."""

import ast
import re
from itertools import groupby

from helpers.engine.build.cells import parsed, without_magics
from helpers.engine.course import course


def with_moved_imports(source):
    """Return the source of a cell in which every import finds what has moved since.

    The names that the cell binds stay the same, so the rest of the notebook need not change. A cell that is not
    Python is returned as it is.
    """
    moved = course().moved
    modules = (old.partition(":")[0] for old in moved)
    if not any(all(part in source for part in module.split(".")) for module in modules):
        return source
    source = re.sub(r"\r\n?", "\n", source)  # Python ends a line at each of them, and counts lines by that
    tree = parsed(without_magics(source))
    edits = [] if tree is None else [*edits_below(tree, moved)]
    # From the last to the first: an edit must not shift the positions of those that are still to be made.
    for node, statements in sorted(
        edits, key=lambda edit: (edit[0].lineno, edit[0].col_offset), reverse=True
    ):
        source = replaced(source, node, statements)
    return source


def edits_below(tree, moved):
    """Yield (node, the statements or the expression to put in its place) for whatever names a former address."""
    waiting = [tree]  # no recursion: a learner's expression may be nested more deeply than Python's stack
    while waiting:
        node = waiting.pop()
        if new := edit(node, moved):
            yield node, new
        else:
            waiting += ast.iter_child_nodes(node)


def edit(node, moved):
    """Return the new source of an import or of a dotted name as a list of lines, or None if nothing moved."""
    if isinstance(node, ast.ImportFrom) and not node.level:
        old = [(node.module, alias.name, alias.asname or alias.name) for alias in node.names]
        new = [(*address(module, name, moved), bound) for module, name, bound in old]
        return from_imports(new) if new != old else None
    if isinstance(node, ast.Import):
        new = [ast.alias(module_address(alias.name, moved), alias.asname) for alias in node.names]
        changed = [alias.name for alias in new] != [alias.name for alias in node.names]
        return [ast.unparse(ast.Import(new))] if changed else None
    if (name := dotted(node)) and (new := module_address(name, moved)) != name:
        return [new]
    return None


def address(module, name, moved):
    """Return the present (module, name) of what `from module import name` meant; what moved twice is followed."""
    seen = set()
    while (module, name) not in seen:
        seen.add((module, name))
        if new := moved.get(f"{module}:{name}"):
            module, _, name = new.partition(":")
        elif (new := module_address(f"{module}.{name}", moved)) != f"{module}.{name}":
            module, _, name = new.rpartition(".")
    return module, name


def module_address(module, moved):
    """Return the present address of a module; a package takes its modules along."""
    parts = module.split(".")
    for n in range(len(parts), 0, -1):
        if new := moved.get(".".join(parts[:n])):
            return ".".join([new, *parts[n:]])
    return module


def from_imports(names):
    """Return the import statements for a list of (module, name, the name it is bound to)."""
    statements = []
    for module, group in groupby(names, key=lambda name: name[0]):
        aliases = [ast.alias(name, bound if bound != name else None) for _, name, bound in group]
        statements.append(ast.unparse(ast.ImportFrom(module, aliases, 0)))
    return statements


def dotted(node):
    """Return an expression such as `helpers.training` as text, or None for any other, and for a very long one."""
    parts = []
    while isinstance(node, ast.Attribute) and len(parts) < 10:
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if parts and isinstance(node, ast.Name) else None


def replaced(source, node, statements):
    """Return the source with a node replaced, its statements on lines of their own where nothing stands beside it."""
    lines = [line.encode() for line in source.split("\n")]  # syntax trees count columns in bytes
    before, after = (
        lines[node.lineno - 1][: node.col_offset],
        lines[node.end_lineno - 1][node.end_col_offset :],
    )
    alone = not before.strip() and after.strip()[:1] in (b"", b"#")
    between = b"\n" + before if alone else b"; "
    lines[node.lineno - 1 : node.end_lineno] = [before + between.join(s.encode() for s in statements) + after]
    return b"\n".join(lines).decode()
