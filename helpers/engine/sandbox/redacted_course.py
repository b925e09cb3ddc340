"""The course as a worker gets it: only what a notebook uses of the mathematics, without the answers.

A temporary folder holds these modules, with a proxy for each function that answers an exercise, and the modules that
run the worker. The worker can read this folder, the interpreter, its libraries and NumPy, and no other.
"""

import ast
import os
import shutil
import site
import sys
import sysconfig
import tempfile
from pathlib import Path

import nbformat
import numpy

from helpers.engine.build.fingerprint import files_of, imported
from helpers.engine.check.exercise import Quiz
from helpers.engine.course import ENGINE_FOLDER, ENGINE_ROOT, course
from helpers.engine.sandbox.call_graph import named_in, other_answers, under_test
from helpers.engine.sandbox.root import is_root
from helpers.engine.sandbox.tree_shaking import TreeShaker

FOLDERS = set()  # that this process has made and not removed


def remove_folders():
    """Remove all folders that this process has made: for a process that ends at once."""
    for folder in 3 * list(FOLDERS):  # another thread may still write there the first time
        shutil.rmtree(folder, ignore_errors=True)


class RedactedCourse:
    """The redacted copy of the course for one notebook, in a temporary folder.

    `imports` are the import statements of the notebook, `withheld` is {address: function} of what became proxies.
    """

    server = "fork_server"  # the module of the sandbox that its processes run

    def __init__(self, name, exercises):
        self.temporary = tempfile.TemporaryDirectory(prefix="sandbox-", ignore_cleanup_errors=True)
        self.folder = self.temporary.name
        FOLDERS.add(self.folder)
        self.imports = import_lines(name)
        if is_root():
            os.chmod(self.folder, 0o755)  # workers read it as another user
        self.withheld = self.write(name, exercises)

    def write(self, name, exercises):
        """Write the copy; return {address: function} of what became proxies."""
        return write_copy(name, exercises, self.folder)

    def readable(self):
        """Return the folders that a worker may read: the interpreter, its libraries, NumPy, the copy."""
        # The base interpreter's libraries, since in a virtual environment they lie outside it.
        base = {"base": sys.base_prefix, "platbase": sys.base_prefix}
        libraries = {sysconfig.get_path(kind, vars=base) for kind in ("stdlib", "platstdlib")}
        system = {"/lib", "/lib64", "/usr/lib", "/System/Library", "/usr/local/lib/python"}
        # Other installed packages may lie below these, and the course itself among them.
        hidden = {str(ENGINE_ROOT), str(course().root)}
        hidden |= {*site.getsitepackages(), sysconfig.get_path("purelib", vars=base)}
        paths = {path for start in libraries | system for path in without(os.path.realpath(start), hidden)}
        numpy_home = Path(numpy.__file__).parent
        numpy_folders = map(str, [numpy_home, *numpy_home.parent.glob("numpy.libs")])
        return sorted({*filter(os.path.exists, paths), self.folder, *numpy_folders})

    def program(self, call):
        """Return the command of an interpreter that sees the copy and NumPy, and makes one call there.

        It runs without `site`, which would find the course itself if it is installed for editing. The folder around
        NumPy is searched for NumPy only: whatever lies beside it is not found, rather than forbidden, since NumPy and
        learners try for packages that may not be there.
        """
        beside = str(Path(numpy.__file__).parents[1])
        paths = (
            f"sys.path.insert(0, {self.folder!r}); sys.path.append({beside!r}); import numpy; sys.path.pop()"
        )
        start = f"from helpers.engine.sandbox import {self.server}, rpc_client"
        code = f"import sys; {paths}; {start}; rpc_client.package = {course().package!r}; {call}"
        return [sys.executable, "-P", "-s", "-S", "-c", code]  # not -I, which would ignore the environment

    def close(self):
        """Remove the folder."""
        self.temporary.cleanup()
        FOLDERS.discard(self.folder)


class WholeCourse(RedactedCourse):
    """The course with its answers, for the process that only explains: nothing in it decides about points."""

    server = "explain_server"

    def write(self, name, exercises):
        """Write all that the notebook and its exercises use; nothing becomes a proxy."""
        for path in files_of(name) | worker_files(self.server):
            if path.suffix == ".py" and not path.is_relative_to(course().sources):
                put(self.folder, path, path.read_text(encoding="utf-8"))
        complete_packages(self.folder)
        return {}


def without(path, hidden):
    """Yield a folder, or if hidden ones lie below it, its entries without these."""
    inside = [h for h in hidden if h == path or h.startswith(path + os.sep)]
    if not inside:
        yield path
    elif path not in hidden and os.path.isdir(path):
        for entry in os.scandir(path):
            yield from without(entry.path, inside)


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
    """Yield an import statement as statements of one name each, so that one can fail without the others."""
    for alias in node.names:
        yield ast.unparse(
            ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], 0)
        )


def is_included(module):
    """Return whether a worker has a module: NumPy, the standard library, the mathematics."""
    if course().owns(module):
        return not course().closes(module)
    first = module.partition(".")[0]
    return first == "numpy" or first in sys.stdlib_module_names


def write_copy(name, exercises, folder):
    """Write the redacted copy for one notebook below a folder; return {address: function} of what became proxies."""
    shaker = TreeShaker()
    for module, item in [*imported_names(import_lines(name)), *named_inputs(exercises)]:
        shaker.keep(module, item)
        shaker.keep(f"{module}.{item}", "*")  # if that is a module itself
    withheld = under_test(exercises) | other_answers(exercises, shaker.functions())
    for module in shaker.trees:
        names = {a.partition(":")[2]: a for a in withheld if a.partition(":")[0] == module}
        put(folder, course().module_path(module).with_suffix(".py"), shaker.source(module, names))
    for path in worker_files():
        put(folder, path, path.read_text(encoding="utf-8"))
    complete_packages(folder)
    return withheld


def complete_packages(folder):
    """Give every folder of a copy the empty file that makes it a package, unless it has one."""
    for home in filter(Path.is_dir, Path(folder).rglob("*")):
        if not (home / "__init__.py").exists():
            (home / "__init__.py").write_text("")


def worker_files(server="fork_server"):
    """Return the files that run a worker: those of a server, and all of the course that it imports."""
    found, waiting = set(), [ENGINE_FOLDER / "sandbox" / f"{server}.py"]
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
            if is_included(f"{node.module}.{name}"):
                yield node.module, name


def named_inputs(exercises):
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
