"""Where a sealed process lives: a folder with the emptied copy of the course, and what else it may read."""

import os
import site
import sys
import sysconfig
import tempfile
from pathlib import Path

import numpy

from helpers.engine.course import ENGINE_ROOT, course
from helpers.engine.sandbox import redacted_course


class Copy:
    """The emptied copy of the course for one notebook, in a temporary folder."""

    def __init__(self, name, exercises):
        self.temporary = tempfile.TemporaryDirectory(prefix="sealed-", ignore_cleanup_errors=True)
        self.folder, self.lines = self.temporary.name, redacted_course.import_lines(name)
        self.emptied = redacted_course.write_copy(name, exercises, self.folder)
        numpy_home = Path(numpy.__file__).parent
        self.extra = [str(numpy_home), *map(str, numpy_home.parent.glob("numpy.libs"))]

    def readable(self):
        """Return the folders that a sealed process may read: the interpreter, its libraries, NumPy, the copy."""
        base = {"base": sys.base_prefix, "platbase": sys.base_prefix}
        libraries = {sysconfig.get_path(kind, vars=base) for kind in ("stdlib", "platstdlib")}
        hidden = {str(ENGINE_ROOT), str(course().root)}
        hidden |= {*site.getsitepackages(), sysconfig.get_path("purelib", vars=base)}
        system = {"/lib", "/lib64", "/usr/lib", "/System/Library", "/usr/local/lib/python"}
        paths = [path for start in libraries | system for path in apart_from(os.path.realpath(start), hidden)]
        return sorted({path for path in paths if os.path.exists(path)} | {self.folder, *self.extra})

    def program(self, call):
        """Return the arguments of an interpreter that sees the copy and NumPy, and makes one call there.

        Without `site`, which would find the course itself where it was installed for editing.
        """
        paths = [self.folder, str(Path(numpy.__file__).parents[1])]
        code = f"import sys; sys.path[:0] = {paths[:1]!r}; sys.path += {paths[1:]!r}; "
        code += "from helpers.engine.sandbox import fork_server, rpc_client; "
        code += f"rpc_client.package = {course().package!r}; "
        return [
            sys.executable,
            "-I",
            "-S",
            "-c",
            code + call,
        ]

    def close(self):
        """Remove the folder."""
        self.temporary.cleanup()


def apart_from(path, hidden):
    """Yield a folder, or where hidden ones lie below it, its entries without these."""
    inside = [h for h in hidden if h == path or h.startswith(path + os.sep)]
    if not inside:
        yield path
    elif path not in hidden and os.path.isdir(path):
        for entry in os.scandir(path):
            yield from apart_from(entry.path, inside)
