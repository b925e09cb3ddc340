"""Build the edition of the course that runs in the browser alone: JupyterLite and Pyodide.

`python site/lite --parts FOLDER --out FOLDER [--pyodide FOLDER_OR_ADDRESS]`. The parts are the wheels that parts.lock
lists. The finished folder is static and works below any address, without any request to elsewhere.
"""

import argparse
import shutil
import sys
from pathlib import Path

import application
import course_files
import pyodide_files
from wheels import Parts, PartsError

ROOT = Path(__file__).resolve().parents[2]


def build(parts, out, pyodide=None):
    """Build the site in the folder `out`, which is replaced."""
    shutil.rmtree(out, ignore_errors=True)
    application.unpack(parts, out)
    source = pyodide_files.source_of(pyodide, parts)
    wheels = course_files.wheel(ROOT), course_files.start_wheel(ROOT)
    packages = pyodide_files.write(source, parts, *wheels, out / "static" / "pyodide")
    course_files.write_contents(ROOT, out)
    application.configure(out, packages, pyodide_files.kernel_environment(source))


def main():
    """Read the command line and build; print what was built."""
    parser = argparse.ArgumentParser(prog="site/lite", description="Build the edition for the browser.")
    parser.add_argument("--parts", type=Path, required=True, help="the folder with the wheels of parts.lock")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument(
        "--pyodide", help="a Pyodide distribution, as a folder or an address; default: the locked one"
    )
    options = parser.parse_args()
    try:
        build(Parts(options.parts), options.out, options.pyodide)
    except PartsError as problem:
        sys.exit(f"The browser edition was not built. {problem}")
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    print(f"{options.out}: {size / 1e6:.0f} MB. To look at it: python -m http.server -d {options.out}")


if __name__ == "__main__":
    main()
