"""The course in the browser edition: its wheel, its notebooks, and the data, which are fetched when first asked for."""

import json
from datetime import UTC, datetime
from pathlib import Path

from wheels import make_wheel

HERE = Path(__file__).parent
NAME, VERSION = "deep-learning-from-scratch", "0.1.0"
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
# Above the notebook that measures a machine, by the folder of its language.
SPEED = {
    "": "**This notebook needs a real machine.** It measures how fast your processor computes, and in the browser "
    "Python runs many times slower, in another machine's instructions, without threads. Some cells would take hours. "
    "You can read it here; to run it, install the course as its README describes.",
    "zh": "**这个笔记本需要一台真正的机器。** 它测量你的处理器算得有多快。在浏览器里，Python 要慢很多倍，用的是"
    "另一种机器的指令，也没有线程，有些单元格会跑上几个小时。你可以在这里阅读它；"
    "要运行它，请按 README 所说安装这门课程。",
}
ENDINGS = {".py", ".json", ".js", ".css"}
# What the browser edition does otherwise, at the end of a module of the course.
ADDITIONS = {
    "helpers/gradient_descent.py": "shorter_training.py",
    "helpers/figures/languages.py": "fetched_font.py",
}
# Only for authors and teachers, whose commands need processes.
LEFT_OUT = ("engine/sandbox", "engine/grade", "engine/prove", "engine/build")


def wheel(root):
    """Return (file name, bytes) of the course's wheel: its modules and the small data."""
    files = {}
    for path in sorted((root / "helpers").rglob("*")):
        inside = path.relative_to(root / "helpers").as_posix()
        if path.suffix in ENDINGS and "__pycache__" not in inside and not inside.startswith(LEFT_OUT):
            files[f"helpers/{inside}"] = path.read_bytes()
    for module, addition in ADDITIONS.items():
        files[module] += b"\n\n" + (HERE / addition).read_bytes()
    files["helpers/figures/fonts/OFL.txt"] = (root / "helpers" / "figures" / "fonts" / "OFL.txt").read_bytes()
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
    """Write the notebooks and the lists of them into the site, and beside them what is fetched when it is needed."""
    for language in SPEED:
        write_notebooks(root / "notebooks" / language, out / "files" / language, SPEED[language])
    for folder in (out / "files", *(out / "files").glob("*/")):
        write_list(folder, out)
    (out / "data").mkdir()
    for path in [*(root / "data").glob("*.h5"), *(root / "helpers" / "figures" / "fonts").glob("*.otf")]:
        (out / "data" / path.name).write_bytes(path.read_bytes())


def write_notebooks(source, target, speed):
    """Write a folder of notebooks for the browser's kernel, with a note in the one that measures a machine."""
    target.mkdir(exist_ok=True)
    for path in sorted(source.glob("[0-9]*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["metadata"]["kernelspec"] = KERNEL
        if path.name.endswith("_speed.ipynb"):
            note = {"cell_type": "markdown", "id": "browser", "metadata": {}, "source": speed}
            notebook["cells"].insert(0, note)
        (target / path.name).write_text(json.dumps(notebook), encoding="utf-8")


def write_list(folder, out):
    """Write the list of the files in a folder, as the application's file browser reads it."""
    place = folder.relative_to(out / "files")
    content = [entry(place / path.name, path) for path in sorted(folder.iterdir())]
    target = out / "api" / "contents" / place / "all.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({**entry(place, folder), "content": content}))


def entry(place, path):
    """Return what the file browser knows about a file or a folder at a place."""
    kind = (
        {"type": "directory", "size": None}
        if path.is_dir()
        else {"type": "notebook", "size": path.stat().st_size}
    )
    when = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
    known = {"name": place.name, "path": place.as_posix() if place.name else "", "format": "json"}
    return {**known, **kind, "created": when, "last_modified": when} | {
        "content": None,
        "writable": True,
        "mimetype": None,
    }
