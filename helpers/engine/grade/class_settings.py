"""What a teacher decides about a class, in files beside the gradebook: settings, roster, and points by hand.

They are read in every run and change no automatic grade, so they survive every regrade.
"""

import csv
import shutil
import tempfile
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from helpers.engine.build.look_alikes import look_alike
from helpers.engine.grade.exports import MOODLE, MOODLE_LANGUAGES, PARTICIPANT
from helpers.engine.grade.reference import exercises_of, notebook_names
from helpers.engine.grade.result import GradingError

SETTINGS, ROSTER, MANUAL = "settings.toml", "roster.csv", "manual.csv"
LATE = {"per_day": 0.0, "at_most": 100.0, "grace_minutes": 0.0, "file_dates": False}


@dataclass(frozen=True)
class Person:
    """One line of the roster; `extra_days` is added to every deadline."""

    id: str
    name: str
    section: str = ""
    login: str = ""
    extra_days: float = 0.0


@dataclass(frozen=True)
class Manual:
    """Points or a comment by hand; without an exercise the comment is on the notebook."""

    learner: str
    notebook: str
    exercise: str
    points: float = None
    comment: str = ""


@dataclass(frozen=True)
class ClassSettings:
    """All that a teacher decided.

    people: the roster as `Person`s
    manual: the `Manual` lines
    weights, deadlines: by notebook
    late: the rule for late submissions
    moodle: {English heading: what the Moodle site writes}
    """

    people: tuple = ()
    manual: tuple = ()
    weights: dict = field(default_factory=dict)
    deadlines: dict = field(default_factory=dict)
    late: dict = field(default_factory=lambda: dict(LATE))
    moodle: dict = field(default_factory=dict)


def read_settings(folder):
    """Return the `ClassSettings` in a folder; files that are not there decide nothing."""
    data = read_toml(Path(folder, SETTINGS))
    refuse_others(data, {"weights", "deadlines", "late", "moodle"}, SETTINGS)
    for part in ("weights", "deadlines"):
        refuse_others(data.get(part, {}), set(notebook_names()), f"{SETTINGS}, [{part}]")
    refuse_others(data.get("late", {}), set(LATE), f"{SETTINGS}, [late]")
    moodle = moodle_words(data.get("moodle", {}))
    deadlines = {name: as_date(value, name) for name, value in data.get("deadlines", {}).items()}
    people = tuple(person_of(line, where) for line, where in read_table(Path(folder, ROSTER), {"id", "name"}))
    needed = {"learner", "notebook", "exercise", "points", "comment"}
    manual = tuple(manual_of(line, where) for line, where in read_table(Path(folder, MANUAL), needed))
    return ClassSettings(
        people, manual, data.get("weights", {}), deadlines, LATE | data.get("late", {}), moodle
    )


def keep_settings(out, settings=None, roster=None, manual=None):
    """Copy files of settings into the results folder, once all that is there then is found to be right."""
    given = {SETTINGS: settings, ROSTER: roster, MANUAL: manual}
    with tempfile.TemporaryDirectory() as folder:
        for name, path in given.items():
            if path or Path(out, name).exists():
                shutil.copyfile(path or Path(out, name), Path(folder, name))
        read_settings(folder)
        for name, path in given.items():
            if path:
                Path(out).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(folder, name), Path(out, name))


def moodle_words(words):
    """Return {English heading: what the site writes} from `language = "de"` or from the headings themselves."""
    refuse_others(words, {"language", *MOODLE, PARTICIPANT}, f"{SETTINGS}, [moodle]")
    language = words.get("language", "en")
    refuse_others([language], set(MOODLE_LANGUAGES), f"{SETTINGS}, [moodle] language")
    return MOODLE_LANGUAGES[language] | {name: word for name, word in words.items() if name != "language"}


def read_toml(path):
    """Return a TOML file as a dict, an empty one if there is no such file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GradingError(f"{path}: {error}") from None


def refuse_others(found, known, where):
    """Refuse names that mean nothing: a slip of the pen must not switch off a rule silently."""
    if others := sorted(set(found) - known):
        raise GradingError(
            f"{where}: {others[0]!r} means nothing here; there are: {', '.join(sorted(known))}"
        )


def as_date(value, name):
    """Return a deadline as a local date and time; TOML writes it without quotes."""
    if not isinstance(value, datetime):
        raise GradingError(f"{SETTINGS}: write the deadline of {name} as 2026-11-01T23:59:00, without quotes")
    return value.astimezone().replace(tzinfo=None) if value.tzinfo else value


def read_table(path, needed):
    """Yield (line as a dict of stripped texts, where it is) of a CSV file; nothing if there is no such file."""
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GradingError(f"{path.name}, line {line}: it is not UTF-8; save it as CSV UTF-8") from None
    first = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if first.count(";") > first.count(",") else ",")
    columns = {name.strip().lower() for name in reader.fieldnames or ()}
    if missing := sorted(needed - columns):
        raise GradingError(
            f"{path.name}: the column {missing[0]!r} is missing; there are: {', '.join(sorted(columns))}"
            + odd_among(columns, missing[0])
        )
    for line in reader:
        cells = {k.strip().lower(): (v or "").strip() for k, v in line.items() if isinstance(k, str)}
        if any(cells.values()):
            yield cells, f"{path.name}, line {reader.line_num}"


def person_of(line, where):
    """Return the `Person` of one line of the roster."""
    days = number(line.get("extra_days") or "0", where)
    return Person(line["id"], line["name"], line.get("section", ""), line.get("login", ""), days)


def manual_of(line, where):
    """Return the `Manual` of one line, which names an exercise that there is."""
    notebook, exercise, points = line["notebook"], line["exercise"], None
    if notebook not in notebook_names():
        raise GradingError(f"{where}: there is no notebook {notebook!r}")
    if exercise and exercise not in exercises_of(notebook):
        odd = "".join(odd_among([exercise], name) for name in exercises_of(notebook))
        raise GradingError(f"{where}: {notebook} has no exercise {exercise!r}{odd}")
    if line["points"]:
        points, most = (
            number(line["points"], where),
            exercises_of(notebook)[exercise].points if exercise else 0,
        )
        if not 0 <= points <= most:
            raise GradingError(f"{where}: {points:g} is not between 0 and {most} points")
    return Manual(line["learner"], notebook, exercise, points, line["comment"])


def odd_among(names, meant):
    """Return what is odd about a name that only looks like the one that is meant, to follow a message."""
    odd = look_alike(names, meant)
    return f"; {odd}" if odd else ""


def number(text, where):
    """Return a number, which may be written with a comma."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise GradingError(f"{where}: {text!r} is not a number") from None
