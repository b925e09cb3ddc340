"""What a teacher decides about a class, in files beside the gradebook: settings, roster, and points by hand.

They are read in every run and change no automatic grade, so they survive every regrade.
"""

import csv
import io
import math
import shutil
import tempfile
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from helpers.engine.build.look_alikes import look_alike
from helpers.engine.grade.exports import MOODLE, MOODLE_LANGUAGES, PARTICIPANT
from helpers.engine.grade.policy import key as as_compared
from helpers.engine.grade.reference import exercises_of, notebook_names
from helpers.engine.grade.result import GradingError

SETTINGS, ROSTER, MANUAL = "settings.toml", "roster.csv", "manual.csv"
MOST_DAYS = 3650  # by which a deadline may be extended
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
    seed: what the inputs of the checks are drawn from, or None for the gradebook's own
    """

    people: tuple = ()
    manual: tuple = ()
    weights: dict = field(default_factory=dict)
    deadlines: dict = field(default_factory=dict)
    late: dict = field(default_factory=lambda: dict(LATE))
    moodle: dict = field(default_factory=dict)
    seed: int = None


def read_settings(folder):
    """Return the `ClassSettings` in a folder; files that are not there decide nothing."""
    data = read_toml(Path(folder, SETTINGS))
    refuse_others(data, {"weights", "deadlines", "late", "moodle", "inputs"}, SETTINGS)
    notebooks = set(notebook_names())
    weights = numbers_in(table_in(data, "weights", notebooks), "weights")
    dates = {name: as_date(value, name) for name, value in table_in(data, "deadlines", notebooks).items()}
    people = tuple(person_of(line, where) for line, where in read_table(Path(folder, ROSTER), {"id", "name"}))
    refuse_twice(((person.id,) for person in people), f"{ROSTER}: the id")
    needed = {"learner", "notebook", "exercise", "points", "comment"}
    manual = tuple(manual_of(line, where) for line, where in read_table(Path(folder, MANUAL), needed))
    with_points = [line for line in manual if line.points is not None]
    refuse_twice(((m.learner, m.notebook, m.exercise) for m in with_points), f"{MANUAL}: points for")
    refuse_one_person_twice(people, with_points)
    return ClassSettings(people, manual, weights, dates, late_rule(data), moodle_words(data), seed_in(data))


def table_in(data, name, known):
    """Return a table of the settings, in which only known names stand; an empty one if it is not there."""
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise GradingError(f"{SETTINGS}: {name} is a table: write [{name}] and its lines below")
    refuse_others(found, known, f"{SETTINGS}, [{name}]")
    return found


def numbers_in(table, name, most=math.inf):
    """Return a table of numbers from 0 to `most`."""
    for key, value in table.items():
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, float))
            or not (0 <= value <= most and math.isfinite(value))
        ):
            limit = f" from 0 to {most}" if most < math.inf else ", 0 or more"
            raise GradingError(f"{SETTINGS}, [{name}]: {key} is a number{limit}, without quotes")
    return table


def late_rule(data):
    """Return the rule for late submissions."""
    late = table_in(data, "late", set(LATE))
    if not isinstance(late.get("file_dates", False), bool):
        raise GradingError(f"{SETTINGS}, [late]: file_dates is true or false, without quotes")
    percents = {key: late[key] for key in ("per_day", "at_most") if key in late}
    minutes = {key: late[key] for key in ("grace_minutes",) if key in late}
    return LATE | late | numbers_in(percents, "late", 100) | numbers_in(minutes, "late", MOST_DAYS * 1440)


def seed_in(data):
    """Return the seed that a teacher sets, or None."""
    seed = table_in(data, "inputs", {"seed"}).get("seed")
    if seed is not None and (type(seed) is not int or not 0 <= seed < 1 << 63):
        raise GradingError(f"{SETTINGS}, [inputs]: seed is a whole number, 0 or more, without quotes")
    return seed


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


def moodle_words(data):
    """Return {English heading: what the site writes} from `language = "de"` or from the headings themselves."""
    words = table_in(data, "moodle", {"language", *MOODLE, PARTICIPANT})
    if not all(isinstance(word, str) for word in words.values()):
        raise GradingError(f"{SETTINGS}, [moodle]: the headings are texts, in quotes")
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


def refuse_twice(keys, what):
    """Refuse a key that stands in a file twice, as another program compares names: without regard to case."""
    seen = set()
    for key in (tuple(part.casefold() for part in key) for key in keys):
        if key in seen:
            raise GradingError(f"{what} {', '.join(filter(None, key))} stands there twice")
        seen.add(key)


def refuse_one_person_twice(people, lines):
    """Refuse points for one exercise of a person of the roster under two names: one of them would not count."""
    names = [(name, p) for p in people for name in (p.id, p.login, p.name) if name]
    owners = {}
    for name, person in names:
        owners.setdefault(as_compared(name), set()).add(person)
    seen = {}
    for line in lines:
        owner = owners.get(as_compared(line.learner), ())
        if len(owner) == 1:
            before = seen.setdefault((*owner, line.notebook, line.exercise), line.learner)
            if before != line.learner:
                raise GradingError(
                    f"{MANUAL}: {before} and {line.learner} are one person, with points for {line.exercise} twice"
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
    # A comment may have several lines, in quotes.
    lines = io.StringIO(text, newline="")
    reader = csv.DictReader(lines, delimiter=";" if first.count(";") > first.count(",") else ",")
    heads = [name.strip().lower() for name in reader.fieldnames or ()]
    columns = set(heads)
    if twice := sorted(name for name in columns if name and heads.count(name) > 1):
        raise GradingError(f"{path.name}: the column {twice[0]!r} stands there twice")
    if missing := sorted(needed - columns):
        raise GradingError(
            f"{path.name}: the column {missing[0]!r} is missing; there are: {', '.join(sorted(columns))}"
            + odd_among(columns, missing[0])
        )
    for line in reader:
        if any(cell.strip() for cell in line.get(None, ())):
            raise GradingError(
                f"{path.name}, line {reader.line_num}: it has {len(heads) + len(line[None])} cells, and the first line"
                f" has {len(heads)}: put a text with a {reader.reader.dialect.delimiter!r} in it in double quotes"
            )
        cells = {k.strip().lower(): (v or "").strip() for k, v in line.items() if isinstance(k, str)}
        if any(cells.values()):
            yield cells, f"{path.name}, line {reader.line_num}"


def person_of(line, where):
    """Return the `Person` of one line of the roster."""
    days = number(line.get("extra_days") or "0", where)
    if not 0 <= days <= MOST_DAYS:
        raise GradingError(f"{where}: {days:g} extra days are not between 0 and {MOST_DAYS}")
    if not line["id"]:
        raise GradingError(f"{where}: the id is missing")
    return Person(line["id"], line["name"], line.get("section", ""), line.get("login", ""), days)


def manual_of(line, where):
    """Return the `Manual` of one line, which names an exercise that there is."""
    notebook, exercise, points = line["notebook"], line["exercise"], None
    if not line["learner"]:
        raise GradingError(f"{where}: the learner is missing")
    if notebook not in notebook_names():
        raise GradingError(f"{where}: there is no notebook {notebook!r}")
    if exercise and exercise not in exercises_of(notebook):
        odd = "".join(odd_among([exercise], name) for name in exercises_of(notebook))
        raise GradingError(f"{where}: {notebook} has no exercise {exercise!r}{odd}")
    if line["points"]:
        if not exercise:
            raise GradingError(
                f"{where}: points need an exercise; only a comment can be on the whole notebook"
            )
        points, most = number(line["points"], where), exercises_of(notebook)[exercise].points
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
        if math.isfinite(found := float(text.replace(",", "."))):
            return found
        raise ValueError
    except ValueError:
        raise GradingError(f"{where}: {text!r} is not a number") from None
