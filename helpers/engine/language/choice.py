"""Which language a learner reads: the one that was asked for, else the notebook's, else the system's."""

import json
import os
import sys
from functools import cache
from pathlib import Path

VARIABLE = "COURSE_LANGUAGE"  # overrules the notebook and the system; graders and tests set it
SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
PHRASES = Path(__file__).parents[2] / "locale"
listeners = []  # called with the new language after `language("zh")`


def language(name):
    """Switch to a language from here on: `language("zh")` or `language("en")`."""
    if name not in available():
        raise ValueError(f"there is no language {name!r}; there are: {', '.join(available())}")
    os.environ[VARIABLE] = name
    for listener in listeners:
        listener(name)


@cache
def available():
    """Return the languages that there are: "en" first."""
    return ["en", *sorted(path.stem for path in PHRASES.glob("*.json"))]


def current():
    """Return the language in use, such as "zh"; English where the one that is asked for does not exist."""
    if len(available()) == 1:
        return "en"
    asked = os.environ.get(VARIABLE) or of_notebook() or of_system()
    return asked if asked in available() else "en"


def of_notebook():
    """Return the language of the notebook that a front end has opened for this process, or None if none is known."""
    path = os.environ.get("JPY_SESSION_NAME", "")
    if path.endswith(".ipynb"):
        return language_in(path)
    return of_folder(Path.cwd()) if sys.platform == "emscripten" else None


@cache
def of_folder(folder):
    """Return the language of a folder's first notebook; in a browser a kernel is told its folder, and no more."""
    return next((language_in(path) for path in sorted(folder.glob("*.ipynb"))), None)


@cache
def language_in(path):
    """Return the language in the metadata of a notebook of a course, or None."""
    try:
        course = json.loads(Path(path).read_text(encoding="utf-8"))["metadata"]["course"]
        return course.get("language", "en")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def of_system():
    """Return the language of the system: "zh" for LANG=zh_CN.UTF-8."""
    setting = next((value for name in SYSTEM if (value := os.environ.get(name))), "")
    return setting.partition("_")[0].partition(".")[0].lower()
