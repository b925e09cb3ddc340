"""Which course the engine works on, and where that course keeps its files: `[tool.course]` in its pyproject.toml."""

import argparse
import os
import sys
import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

ENGINE = __name__.rpartition(".")[0]  # the engine's own package, "helpers.engine"
ENGINE_FOLDER = Path(__file__).resolve().parent
ENGINE_ROOT = ENGINE_FOLDER.parents[ENGINE.count(".")]
VARIABLE = "COURSE"  # the environment variable that names a course's folder, also for the processes started from here
FOLDERS = {
    "notebooks": "notebooks",
    "sources": "notebooks/source",
    "references": "tests/reference",
    "right_answers": "tests/right_answers",
    "data": "data",
    "checks": "docs/checks.md",
    "locale": "locale",
}


class CourseError(Exception):
    """A course that cannot be found or read, explained in one sentence."""


class AuthoringError(CourseError):
    """An author's mistake, explained in a sentence that names the file and the cell."""


@dataclass(frozen=True)
class Course:
    """One course: its package of modules, and the absolute paths of its folders and files.

    `exercises` is the package with one subpackage for each notebook. `checks` is the page that `prove` writes.
    `repository` is the OWNER/REPOSITORY on GitHub where the course is published, or "" if it is not.
    `adds` names the packages that a notebook's first cell installs beside the course where it is missing.
    `locale` holds the catalogues of translations.
    `closed` names the parts of `package` that no sealed process gets to see, besides the exercises.
    `shown` are the words in the data that figures show, such as names of classes; they are translated, too.
    `printed` are the functions ("module:name") whose source notebooks print; their docstrings are translated.
    `documents` are the pages of Markdown, beside the notebooks, that are translated.
    `moved` maps the former address of a module or of a name in it ("module" or "module:name") to the present one.
    """

    root: Path
    package: str
    exercises: str
    notebooks: Path
    sources: Path
    references: Path
    right_answers: Path
    data: Path
    checks: Path
    locale: Path
    repository: str = ""
    adds: tuple = ()
    closed: tuple = ()
    shown: tuple = ()
    printed: tuple = ()
    documents: tuple = ()
    moved: dict = field(default_factory=dict)

    def owns(self, module):
        """Return whether a module is one of the course's or of the engine's."""
        return any(f"{module}.".startswith(f"{package}.") for package in (self.package, ENGINE))

    def closes(self, module):
        """Return whether a module of the course's is kept out of sealed processes."""
        closed = (ENGINE, self.exercises, *(f"{self.package}.{part}" for part in self.closed))
        return any(f"{module}.".startswith(f"{package}.") for package in closed)

    def module_path(self, module):
        """Return the path of a module without its ending; the engine need not lie in the course's folder."""
        root = ENGINE_ROOT if f"{module}.".startswith(f"{ENGINE}.") else self.root
        return root.joinpath(*module.split("."))

    def relative(self, path):
        """Return the path of a file of the course or the engine, relative to the folder that imports start from."""
        return path.relative_to(ENGINE_ROOT if path.is_relative_to(ENGINE_FOLDER) else self.root)

    def source_names(self):
        """Return the names of all source notebooks, in order: "02_logistic_regression", ..."""
        return sorted(path.stem for path in self.sources.glob("[0-9]*.py"))

    def chosen(self, wanted):
        """Return the source notebooks that a command line asks for by number, name or path; all if it asks for none."""
        names = self.source_names()
        picked = {
            name: [w for w in wanted if w == name.split("_")[0] or Path(w).stem == name] for name in names
        }
        missing = [w for w in wanted if not any(w in asked for asked in picked.values())]
        if missing:
            raise AuthoringError(
                f"no source notebook for {', '.join(missing)}; there are: {', '.join(names)}"
            )
        return [name for name in names if picked[name]] if wanted else names


@cache
def course():
    """Return the `Course` in use.

    It is the one at or above the folder in the environment variable COURSE, else the current folder, else the engine.
    """
    if named := os.environ.get(VARIABLE):
        return course_at(named)
    return course_at(Path.cwd(), ENGINE_FOLDER)


def use_course(folder=None):
    """Make the course at or above a folder the one in use, here and in every process started from here."""
    if folder is not None:
        os.environ[VARIABLE] = str(folder)
    course.cache_clear()
    root = str(course().root)
    os.environ[VARIABLE] = root
    # The course's package need not be installed: kernels and graders find it on their path, and so does this process.
    python_path = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    for paths in (sys.path, python_path):
        if root not in paths:
            paths.insert(0, root)
    os.environ["PYTHONPATH"] = os.pathsep.join(python_path)


def course_option():
    """Return the parser of `--course DIR`, a parent for those of the commands."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    text = "folder of the course; by default the current one, else the course that the engine belongs to"
    parser.add_argument("--course", metavar="DIR", help=text)
    return parser


def without_course(arguments):
    """Use the course that a command line names and return the other arguments."""
    chosen, others = course_option().parse_known_args(arguments)
    use_course(chosen.course)
    return others


@cache
def course_at(*starts):
    """Return the `Course` whose pyproject.toml lies at or above the first of some folders that has one."""
    for start in starts:
        for folder in (path := Path(start).resolve(), *path.parents):
            if table := course_table(folder / "pyproject.toml"):
                return read_course(folder, table)
    raise CourseError(
        f"found no pyproject.toml with a table [tool.course] at or above {' or '.join(map(str, starts))}; "
        f"name the folder of the course with --course or in the environment variable {VARIABLE}"
    )


def course_table(path):
    """Return the table [tool.course] of a pyproject.toml, or None if there is no such file or table."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("course")
    except OSError:
        return None
    except ValueError as error:
        raise CourseError(f"{path}: {error}") from None


def read_course(root, table):
    """Return the `Course` that a table [tool.course] describes."""
    known = {field.name for field in fields(Course)} - {"root"}
    if unknown := table.keys() - known:
        raise CourseError(
            f"{root / 'pyproject.toml'}: [tool.course] has no use for {', '.join(sorted(unknown))}"
        )
    if "package" not in table:
        raise CourseError(f"{root / 'pyproject.toml'}: [tool.course] does not name the course's `package`")
    paths = {name: root / table.get(name, usual) for name, usual in FOLDERS.items()}
    lists = {name: tuple(table.get(name, ())) for name in ("adds", "closed", "shown", "printed")}
    names = {
        "exercises": f"{table['package']}.exercises",
        **{k: v for k, v in table.items() if k not in paths},
    }
    return Course(root, **{**names, **paths, **lists})
