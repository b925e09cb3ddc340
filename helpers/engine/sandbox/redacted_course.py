"""The course without its answers: of its modules only what a notebook names, functions under test emptied."""

import ast
import sys
from pathlib import Path

import nbformat

from helpers.engine.build.fingerprint import imported
from helpers.engine.check.exercise import Quiz
from helpers.engine.course import ENGINE_FOLDER, course
from helpers.engine.sandbox.call_graph import named_in, twins, under_test
from helpers.engine.sandbox.tree_shaking import Shaken


def import_lines(name):
    """Return the import statements of a notebook that graded functions may rely on, one name a line."""
    reference = nbformat.read(course().references / f"{name}.ipynb", as_version=4)
    cells = [c for c in reference.cells if c.cell_type == "code" and not c.metadata.get("exercise")]
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell.source))]
    lines = [
        line for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom)) for line in single(node)
    ]
    return list(dict.fromkeys(lines))


def single(node):
    """Yield an import statement as statements of one name each."""
    for alias in node.names:
        yield ast.unparse(
            ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], 0)
        )


def is_open(module):
    """Return whether a module goes into the sealed process: NumPy, the standard library, the mathematics."""
    if course().owns(module):
        return not course().closes(module)
    first = module.partition(".")[0]
    return first == "numpy" or first in sys.stdlib_module_names


def write_copy(name, exercises, folder):
    """Write the emptied copy of the course for one notebook below a folder; return {address: function emptied}."""
    shaken = Shaken()
    for module, item in [*imported_names(import_lines(name)), *addressed(exercises)]:
        shaken.keep(module, item)
        shaken.keep(f"{module}.{item}", "*")
    emptied = under_test(exercises) | twins(exercises, shaken.functions())
    for module in shaken.trees:
        names = {a.partition(":")[2]: a for a in emptied if a.partition(":")[0] == module}
        put(folder, course().module_path(module).with_suffix(".py"), shaken.source(module, names))
    for path in harness():
        put(folder, path, path.read_text(encoding="utf-8"))
    for home in filter(Path.is_dir, Path(folder).rglob("*")):
        (home / "__init__.py").write_text("")
    return emptied


def harness():
    """Return the files that run a sealed process: the warm process, and all of the course that it imports."""
    found, waiting = set(), [ENGINE_FOLDER / "sandbox" / "fork_server.py"]
    while waiting:
        path = waiting.pop()
        if path not in found and path.name != "__init__.py":
            found.add(path)
            waiting += imported(path)
    return found


def imported_names(lines):
    """Yield (module, name) of what import statements take from the course's mathematics."""
    for node in ast.parse("\n".join(lines)).body:
        if isinstance(node, ast.ImportFrom) and course().owns(node.module):
            name = node.names[0].name
            if is_open(f"{node.module}.{name}"):
                yield node.module, name


def addressed(exercises):
    """Yield (module, name) of the course's functions and objects that are inputs of cases."""
    for exercise in exercises.values():
        if not isinstance(exercise, Quiz):
            for case in exercise.case_list():
                for named in named_in(list(case.args.values())):
                    yield tuple(named.address.split(":"))


def put(folder, path, text):
    """Write a file of the copy at its place."""
    target = Path(folder, course().relative(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
