"""The course without its answers: a copy of the modules a notebook imports, every function under test emptied."""

import ast
from pathlib import Path

import nbformat

from helpers.authoring.dependencies import imported
from helpers.authoring.places import REFERENCES, ROOT
from helpers.exercises.definition import Quiz
from helpers.exercises.running import NOT_WRITTEN

ROOM = ("definition", "deadlines", "running", "handed_in")
SEALED = ("__init__", "wire", "seal", "room", "workshop")
CLOSED = ("exercises", "grading", "authoring", "figures", "playgrounds", "experiments")


def import_lines(name):
    """Return the import statements of a notebook that graded functions may rely on, one a line."""
    reference = nbformat.read(REFERENCES / f"{name}.ipynb", as_version=4)
    cells = [c for c in reference.cells if c.cell_type == "code" and not c.metadata.get("exercise")]
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell.source)) if is_import(node)]
    return list(dict.fromkeys(ast.unparse(node) for node in nodes if is_open(node)))


def is_import(node):
    """Return whether a syntax node is an import statement."""
    return isinstance(node, (ast.Import, ast.ImportFrom))


def is_open(node):
    """Return whether an import may go into the sealed process: NumPy, and the course's mathematics."""
    name = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
    first, _, rest = (name or "").partition(".")
    return first == "numpy" or (first == "helpers" and rest.partition(".")[0] not in CLOSED)


def write_copy(name, exercises, folder):
    """Write the emptied copy of `helpers` for one notebook below a folder and return that folder."""
    tested = {
        (e.solution.__module__, e.solution.__name__) for e in exercises.values() if not isinstance(e, Quiz)
    }
    for path in mathematics(import_lines(name)):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        names = {function for home, function in tested if home == module}
        put(folder, path, emptied_module(path.read_text(encoding="utf-8"), names))
    helpers = ROOT / "helpers"
    verbatim = [helpers / "exercises" / f"{part}.py" for part in ROOM]
    verbatim += [helpers / "grading" / "sealed" / f"{part}.py" for part in SEALED]
    for path in verbatim:
        put(folder, path, path.read_text(encoding="utf-8"))
    for package in ("helpers", "helpers/exercises", "helpers/grading"):
        Path(folder, package, "__init__.py").write_text("")
    return folder


def mathematics(lines):
    """Return the files of the course's mathematics that import lines reach."""
    waiting = list(imported_by_lines(lines))
    found = set()
    while waiting:
        path = waiting.pop()
        parts = path.relative_to(ROOT / "helpers").parts
        if path not in found and parts[0] not in CLOSED and path.name != "__init__.py":
            found.add(path)
            waiting += imported(path)
    return found


def imported_by_lines(lines):
    """Return the module files that import statements name."""
    from helpers.authoring.dependencies import module_files

    for node in ast.parse("\n".join(lines)).body:
        names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("helpers."):
                yield from module_files(name)


def emptied_module(source, names):
    """Return a module's source with the bodies of some functions replaced by "not written yet"."""
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in names:
            node.body = ast.parse(f"raise NotImplementedError('{node.name} is {NOT_WRITTEN}')").body
    return ast.unparse(tree) + "\n"


def put(folder, path, text):
    """Write a file of the copy at its place."""
    target = Path(folder, path.relative_to(ROOT))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
