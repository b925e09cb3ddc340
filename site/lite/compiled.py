"""Python modules compiled when the site is built, so that no browser has to compile them at every start."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

from wheels import PartsError

SCRIPT = Path(__file__).with_suffix(".mjs")


def compile_modules(folder, archives, kept):
    """Compile the modules in some archives of a folder that holds a Pyodide; those in `kept` keep their sources."""
    command = [node(), SCRIPT, folder.resolve(), ",".join(kept), *archives]
    made = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=1200)
    if made.returncode:
        raise PartsError(f"Its modules cannot be compiled: {made.stderr[-500:]}")


def node():
    """Return the program that runs JavaScript: the one in the package of Playwright, or else the system's."""
    spec = importlib.util.find_spec("playwright")
    places = [*Path(spec.origin).parent.glob("driver/node*")] if spec else []
    found = next(iter(places), None) or shutil.which("node")
    if found is None:
        raise PartsError("It needs Node.js, which the package `playwright` contains.")
    return found
