"""What a reference is built from: its source and every module of the course that it imports, directly or not."""

import ast
import hashlib
from functools import cache

from helpers.engine.build.sources import exercise_package
from helpers.engine.course import course


def built_from(name):
    """Return a hash over the source notebook, the course modules it uses, and the checksums of the data."""
    digest = hashlib.sha256()
    for path in sorted(files_of(name)):
        digest.update(course().relative(path).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))  # the same hash in a checkout on Windows
    return digest.hexdigest()[:16]


def files_of(name):
    """Return the set of files that the reference of a notebook depends on."""
    source = course().sources / f"{name}.py"
    package = course().module_path(f"{course().exercises}.{exercise_package(name)}")
    found, waiting = {source}, [source, *package.glob("*.py")]
    while waiting:
        path = waiting.pop()
        found.add(path)
        waiting += [module for module in imported(path) if module not in found]
    return found | set(course().data.glob("*checksums*"))


@cache
def imported(path):
    """Return the files of the course that one file imports."""
    files = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        files.update(file for name in names if course().owns(name) for file in module_files(name))
    return files


def module_files(name):
    """Return the file of a module or the `__init__.py` of a package, as a list; empty if there is none."""
    base = course().module_path(name)
    return [path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()]
