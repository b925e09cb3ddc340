"""A hand-out without solutions: a zip of one notebook that learners run with its checks.

The functions that the notebook asks for have no bodies in it, and its exercises are records: the cases that the
notebook shows, what the solution returns for them, and what each known mistake returns. An explanation of a
mistake may quote a short line. The answers of quizzes are hashes.
"""

import ast
import inspect
import json
import secrets
import zipfile

from helpers.engine.build.fingerprint import files_of, imported
from helpers.engine.check.exercise import Quiz
from helpers.engine.course import ENGINE_FOLDER, course
from helpers.engine.grade.handout_records import kept, record_of
from helpers.engine.grade.recorded import RECORDS, Replay
from helpers.engine.grade.reference import exercises_of
from helpers.engine.sandbox.call_graph import address_of, answers, under_test
from helpers.engine.sandbox.channel import frame_of
from helpers.engine.sandbox.tree_shaking import TreeShaker

RECORD = 32 << 20  # bytes of JSON that one exercise may take
ROOT_FILES = ("pyproject.toml", "requirements.lock", "LICENSE", "LICENSE-CONTENT", "notebooks/matplotlibrc")
CLOSED = (
    '"""Exercises of a hand-out: records, without solutions."""\n\n'
    "from helpers.engine.grade.recorded import collect_recorded\n\n"
    "exercises, check, hint = collect_recorded(__name__)\n"
)
NOTE = """# {name}

Run the cells from top to bottom; under each exercise, `check` says whether your function is right.

This is a hand-out without solutions. Some cells show what your functions will do before you have written them, and a
few checks need a function that comes later. They say so and work once that function is right. If a check fails, the
notebook goes on with your function, so a mistake can also make later cells wrong. `hint` ends before the solution, and
the button that grades the notebook does not work here. Hand in `notebooks/{name}.ipynb`.

To start, with Python 3.11 or newer: `python3 -m venv .venv`, then
`.venv/bin/pip install --require-hashes -r requirements.lock`, then `.venv/bin/jupyter lab notebooks/{name}.ipynb`.
On Windows it is `.venv\\Scripts\\pip` and `.venv\\Scripts\\jupyter`.
"""


def write_handout(name, path):
    """Write the zip file of a hand-out of one course notebook.

    Return the names of the exercises of which it accepts only the recorded result, though others are right, too.
    """
    exercises = exercises_of(name)
    folder = f"{name}/"
    package = f"{course().exercises}.{name.partition('_')[2]}"
    home = course().relative(course().module_path(package)).as_posix()
    files = mathematics_and_more(name)
    withheld = withheld_functions(exercises, files)
    shaker, salt = TreeShaker(), secrets.token_hex(8)
    records = {e.name: frame_of(record_of(e, withheld, shaker, salt), RECORD) for e in exercises.values()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for exercise, content in records.items():
            archive.writestr(f"{folder}{home}/{RECORDS}/{exercise}", content)
        archive.writestr(f"{folder}{home}/{RECORDS}/order.json", json.dumps(list(exercises)))
        written = {f"{home}/__init__.py": CLOSED}
        for module in shaker.trees:
            if f"{module}.".startswith(f"{course().exercises}."):
                place = course().relative(course().module_path(module)).as_posix()
                written[f"{place}.py"] = shaker.source(module, {})
        for file in files:
            place = course().relative(file).as_posix()
            written.setdefault(place, redacted(file, withheld))
        for place, text in written.items():
            archive.writestr(folder + place, text)
        for file in (f for f in other_files(name) if f.is_file()):
            archive.write(file, folder + file.relative_to(course().root).as_posix())
        archive.writestr(folder + "README.md", NOTE.format(name=name))
    judged = [e for e in exercises.values() if getattr(e, "judge", None)]
    return [e.name for e in judged if kept(e.judge, withheld, shaker) == ""]


def mathematics_and_more(name):
    """Return the modules that a notebook needs, without the exercises and what grades."""
    closed = course().module_path(course().exercises)
    waiting = [f for f in files_of(name) if f.suffix == ".py" and f != course().sources / f"{name}.py"]
    waiting += [
        *(ENGINE_FOLDER / "check").rglob("*.py"),
        ENGINE_FOLDER / "grade" / "recorded.py",
        closed / "__init__.py",
    ]
    needed, package = set(), course().module_path(course().package)
    while waiting:
        file = waiting.pop()
        if file not in needed and file.is_file() and (closed not in file.parents or file.parent == closed):
            needed.add(file)
            # A package is a folder with a file of this name.
            waiting += imported(file) | {
                p / "__init__.py" for p in file.parents if package in (p, *p.parents)
            }
    return sorted(f for f in needed if f.parent != closed or f.name == "__init__.py")


def other_files(name):
    """Yield the files that are not modules: the notebook, the data, styles and descriptions."""
    root = course().root
    yield course().notebooks / f"{name}.ipynb"
    yield from (root / file for file in ROOT_FILES)
    package = course().module_path(course().package)
    for folder in (package / "figures", package / "playgrounds"):
        yield from (f for f in sorted(folder.rglob("*")) if f.suffix in (".json", ".js", ".css"))
    yield from (f for f in sorted(course().data.rglob("*")) if "__pycache__" not in f.parts)


def withheld_functions(exercises, files):
    """Return {(module, function): exercises} of the functions that answer an exercise, under whatever name."""
    solutions = under_test(exercises)
    written = [e for e in exercises.values() if not isinstance(e, Quiz)]
    found = {}
    for exercise in written:
        address = address_of(inspect.unwrap(exercise.solution))
        found.setdefault(tuple(address.split(":")), []).append(exercise.name)
    for file in files:
        module = ".".join(course().relative(file).with_suffix("").parts)
        if course().closes(module) or not course().owns(module):
            continue
        for function in functions_of(module):
            key = (module, function.__name__)
            if address_of(function) in solutions or key in found:
                continue
            if names := [e.name for e in written if answers(e, function)]:
                found[key] = names
    return found


def functions_of(module):
    """Return the functions that a module defines."""
    loaded = __import__(module, fromlist=["*"])
    return [f for f in vars(loaded).values() if inspect.isfunction(f) and f.__module__ == module]


def redacted(file, withheld):
    """Return the source of a module, with calls of the learner's functions in place of the bodies withheld."""
    source = file.read_text(encoding="utf-8")
    module = ".".join(course().relative(file).with_suffix("").parts)
    nodes = [
        n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and (module, n.name) in withheld
    ]
    lines = source.splitlines()
    for node in reversed(nodes):
        doc = node.body[0] if ast.get_docstring(node) is not None else None
        start = doc.end_lineno if doc else node.body[0].lineno - 1
        names = ", ".join(map(repr, withheld[module, node.name]))
        lines[start : node.end_lineno] = [
            f"    from {Replay.__module__} import answer_to",
            "",
            f"    return answer_to({names})({passed_on(node.args)})",
        ]
    return "\n".join(lines) + "\n" if nodes else source


def passed_on(arguments):
    """Return the arguments with which a function calls another of the same signature."""
    passed = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    passed += [f"*{arguments.vararg.arg}"] if arguments.vararg else []
    passed += [f"{a.arg}={a.arg}" for a in arguments.kwonlyargs]
    return ", ".join([*passed, f"**{arguments.kwarg.arg}"] if arguments.kwarg else passed)
