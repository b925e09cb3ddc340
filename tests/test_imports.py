"""Imports run one way: mathematics below figures and playgrounds, and an engine that knows no course."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "helpers").rglob("*.py"))
FOLDERS = {path.name for path in (ROOT / "helpers").iterdir() if path.is_dir()}

# Each part of the house, and the other parts that it may import. The modules in helpers/ itself are the mathematics.
MAY_IMPORT = {
    "mathematics": set(),
    "speed": {"mathematics"},
    "datasets": {"mathematics"},
    "figures": {"mathematics", "engine.language"},
    "playgrounds": {"mathematics", "speed", "datasets", "figures", "engine.language"},
    "experiments": {"mathematics", "speed", "datasets", "engine.language"},
    "exercises": {"mathematics", "speed", "engine.check"},
    "engine.course": set(),
    "engine.language": set(),
    "engine.check": {"engine.course", "engine.language"},
    "engine.translate": {"engine.course", "engine.check", "engine.language", "engine.build"},
    "engine.build": {"engine.course", "engine.check", "engine.translate", "engine.language"},
    "engine.prove": {"engine.course", "engine.check", "engine.build"},
    "engine.sandbox": {"engine.course", "engine.check", "engine.build"},
    "engine.grade": {"engine.course", "engine.check", "engine.build", "engine.sandbox", "engine.language"},
}
EXCEPTIONS = {
    ("helpers.authoring", "engine.build"): "the former address of a command still answers",
    ("helpers.grading", "engine.grade"): "the former address of a command still answers",
    (
        "helpers.playgrounds.ending",
        "engine.check",
    ): "the overview at the end shows what the checks have recorded",
    (
        "helpers.playgrounds.grader_in_kernel",
        "engine.check",
    ): "where no process can be started, the judge of the checks grades",
    (
        "helpers.playgrounds.guard",
        "engine.check",
    ): "a learner's function gets the same time limit as in a check",
    ("helpers.engine.build.__main__", "engine.prove"): "`prove` is a command beside `build`",
}


def module_name(path):
    """Return the name of a module: "helpers.figures" for helpers/figures/__init__.py."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def part_of(name):
    """Return the part of the house to which a module belongs."""
    _, top, *below = [*name.split("."), ""]
    if top == "engine":
        return f"engine.{below[0]}".rstrip(".")
    return top if top in FOLDERS else "mathematics"


def imports(source):
    """Return the full names of all that a source imports, also inside its functions."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
    return found


def forbidden(module, source):
    """Return what a module imports against the rule."""
    return [name for name in imports(source) if not allowed(module, name)]


def allowed(module, name):
    """Return whether a module may import a name."""
    part, top = part_of(module), name.split(".")[0]
    if not top:
        return False  # A relative import does not say to which part it leads.
    if top == "helpers":
        other = part_of(name)
        return other == part or other in MAY_IMPORT[part] or (module, other) in EXCEPTIONS
    return part != "mathematics" or top == "numpy" or top in sys.stdlib_module_names


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_module_imports_only_what_its_part_may(path):
    assert not forbidden(module_name(path), path.read_text(encoding="utf-8"))


def test_every_exception_is_still_needed():
    used = {
        (module_name(path), part_of(n)) for path in FILES for n in imports(path.read_text(encoding="utf-8"))
    }
    assert not set(EXCEPTIONS) - used


@pytest.mark.parametrize(
    "module, line",
    [
        ("helpers.losses", "import tqdm"),
        ("helpers.speed.steps", "from . import in_place"),
        ("helpers.losses", "def f():\n    from helpers.figures.labels import ink"),
        ("helpers.datasets.files", "from helpers.figures.labels import ink"),
        ("helpers.figures.labels", "from helpers.playgrounds import stage"),
        ("helpers.exercises.speed.step", "from helpers.engine.grade import graft"),
        ("helpers.engine.check.run", "from helpers import losses"),
        ("helpers.engine.check.run", "import helpers.engine.build.lint"),
        ("helpers.engine.build.lint", "from helpers.engine.sandbox.worker import main"),
        ("helpers.engine.sandbox.worker", "from helpers.engine import grade"),
    ],
)
def test_an_import_against_the_rule_is_found(module, line):
    assert forbidden(module, line)
