"""Reduce the course's modules to some of their names and what these use, with proxies for functions under test."""

import ast

from helpers.engine.course import course


class TreeShaker:
    """Modules of the course, as syntax trees, and the names that are kept of each."""

    def __init__(self):
        self.kept, self.trees = {}, {}

    def keep(self, module, name):
        """Keep a name of a module, and everything its definition uses; "*" keeps all names."""
        path = course().module_path(module).with_suffix(".py")
        if not path.is_file() or name in self.kept.setdefault(module, set()):
            return
        self.kept[module].add(name)
        for node in self.tree(module, path).body:
            if name == "*" or name in bound(node):
                self.follow(module, node)

    def tree(self, module, path):
        """Return the syntax of a module."""
        if module not in self.trees:
            self.trees[module] = ast.parse(path.read_text(encoding="utf-8"))
        return self.trees[module]

    def follow(self, module, node):
        """Keep what one statement of a module uses."""
        if isinstance(node, ast.ImportFrom) and course().owns(node.module or ""):
            for alias in node.names:
                self.keep(node.module, alias.name)
                self.keep(f"{node.module}.{alias.name}", "*")  # if that is a module itself
            return
        for used in {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}:
            self.keep(module, used)

    def functions(self):
        """Yield the address of every function that is kept."""
        for module, tree in self.trees.items():
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and {node.name, "*"} & self.kept[module]:
                    yield f"{module}:{node.name}"

    def source(self, module, withheld):
        """Return the source of a module with the names that are kept.

        `withheld` is {name: address} of its functions that become proxies.
        """
        kept = self.kept[module]
        body = [
            n for n in self.trees[module].body if "*" in kept or bound(n) & kept or isinstance(n, ast.Import)
        ]
        lines = ["from helpers.engine.sandbox.rpc_client import proxy as _proxy"] if withheld else []
        for node in body:
            name = getattr(node, "name", None)
            is_proxy = isinstance(node, ast.FunctionDef) and name in withheld
            lines.append(f"{name} = _proxy({withheld[name]!r})" if is_proxy else kept_part(node, kept))
        return "\n".join(lines) + "\n"


def kept_part(node, kept):
    """Return the source of a statement; an import keeps only the names that are kept."""
    if isinstance(node, ast.ImportFrom) and "*" not in kept:
        names = [a for a in node.names if (a.asname or a.name) in kept]
        node = ast.ImportFrom(node.module, names, node.level)
    return ast.unparse(node)


def bound(node):
    """Return the names that a statement of a module defines."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(a.asname or a.name).split(".")[0] for a in node.names}
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
