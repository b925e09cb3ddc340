"""The course in the browser edition: its wheel, its notebooks, and the data, which are fetched when first asked for."""

import json
from pathlib import Path

from wheels import make_wheel

HERE = Path(__file__).parent
NAME, VERSION = "deep-learning-from-scratch", "0.1.0"
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
SPEED = (
    "**This notebook needs a real machine.** It measures how fast your processor computes, and in the browser Python "
    "runs many times slower, in another machine's instructions, without threads. Some cells would take hours. You can "
    "read it here; to run it, install the course as its README describes."
)
ENDINGS = {".py", ".json", ".js", ".css"}
# Only for authors and teachers, whose commands need processes.
LEFT_OUT = ("engine/sandbox", "engine/grade", "engine/prove", "engine/build")


def wheel(root):
    """Return (file name, bytes) of the course's wheel: its modules and the small data."""
    files = {}
    for path in sorted((root / "helpers").rglob("*")):
        inside = path.relative_to(root / "helpers").as_posix()
        if path.suffix in ENDINGS and "__pycache__" not in inside and not inside.startswith(LEFT_OUT):
            files[f"helpers/{inside}"] = path.read_bytes()
    files["helpers/gradient_descent.py"] += b"\n\n" + (HERE / "shorter_training.py").read_bytes()
    for path in [root / "data" / "checksums.txt", *sorted((root / "data" / "experiments").glob("*.json"))]:
        files[f"helpers/{path.relative_to(root).as_posix()}"] = path.read_bytes()
    return make_wheel(NAME, VERSION, files)


def start_wheel(root):
    """Return (file name, bytes) of a wheel with what a kernel reads at its start: a startup file of IPython."""
    files = {
        "course_start/matplotlibrc": (root / "notebooks" / "matplotlibrc").read_bytes(),
        "course_start/profile_default/startup/start.py": (HERE / "start.py").read_bytes(),
    }
    return make_wheel("course-start", VERSION, files)


def write_contents(root, out):
    """Write the notebooks and the list of them into the site, and the data beside them."""
    (out / "files").mkdir()
    for path in sorted((root / "notebooks").glob("[0-9]*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["metadata"]["kernelspec"] = KERNEL
        if path.name.endswith("_speed.ipynb"):
            notebook["cells"].insert(
                0, {"cell_type": "markdown", "id": "browser", "metadata": {}, "source": SPEED}
            )
        (out / "files" / path.name).write_text(json.dumps(notebook), encoding="utf-8")
    write_list(out)
    (out / "data").mkdir()
    for path in (root / "data").glob("*.h5"):
        (out / "data" / path.name).write_bytes(path.read_bytes())


def write_list(out):
    """Write the list of the files in the folder `files`, as the application's file browser reads it."""
    when = "2000-01-01T00:00:00Z"
    entry = {"created": when, "last_modified": when, "content": None, "writable": True}
    files = [
        {**entry, "name": path.name, "path": path.name, "size": path.stat().st_size}
        | {"format": "json", "mimetype": None, "type": "notebook"}
        for path in sorted((out / "files").iterdir())
    ]
    folder = {
        **entry,
        "name": "",
        "path": "",
        "size": None,
        "format": "json",
        "mimetype": None,
        "type": "directory",
    }
    target = out / "api" / "contents" / "all.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({**folder, "content": files}))
