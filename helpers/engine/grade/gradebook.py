"""The gradebook: one SQLite file with a row for every submission, keyed by what was graded and against what."""

import json
import secrets
import sqlite3
from dataclasses import dataclass
from typing import NamedTuple

from helpers.engine.grade.result import Grade, GradingError

SCHEMA = """
create table if not exists results (
    place text primary key, learner text, form text, identity text, notebook text,
    digest text, reference text, status text, earned real, points real, data text,
    seed text, late integer, submitted text
);
create table if not exists settings (name text primary key, value text);
"""
ADDED = ("seed text", "late integer", "submitted text")  # columns that older gradebooks do not have
INTERRUPTED = Grade(status="failed", error="its grading was interrupted; run the same command again")
ROWS = "select place, learner, identity, notebook, late, submitted, form, data from results order by place"
OWNERS = "select distinct learner, identity, form, notebook from results"
EXERCISES = """
select distinct notebook, json_extract(value, '$.exercise')
from results, json_each(data, '$.results') order by notebook, key
"""
FINALS = """
create temp table finals (who text, form text, learner text, identity text, notebook text, earned real,
                          points real, days_late integer, comments text, place text)
"""
TOTALS = """
select learner, identity, notebook, max(earned), points, days_late, comments, place, form, who
from finals group by who, notebook order by learner, identity, notebook
"""


@dataclass(frozen=True)
class GradebookRow:
    """One submission in the gradebook, with its `Grade`.

    late: whether the course system marked it as late
    submitted: when, in ISO format, or "" if that is not known
    form: of whose export it is, as in `Submission`
    """

    place: str
    learner: str
    identity: str
    grade: Grade
    late: bool = False
    submitted: str = ""
    form: str = ""


class Total(NamedTuple):
    """The best submission of a learner, `who`, for a notebook; `earned` is None if none was graded."""

    learner: str
    identity: str
    notebook: str
    earned: float
    points: float
    days_late: int
    comments: str
    place: str
    form: str
    who: str


class Gradebook:
    """The results of a class; a row is written as soon as its submission is done, so a run may be interrupted."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=60)  # seconds, while another program holds it
        try:
            self.connection.execute("pragma journal_mode = wal")
            self.connection.execute("pragma synchronous = normal")
            self.connection.executescript(SCHEMA)
            self.add_columns()
            self.connection.execute("select place, digest, reference, seed from results limit 1")
        except sqlite3.DatabaseError as error:
            raise GradingError(f"{path} cannot be used as a gradebook: {error}") from None

    def add_columns(self):
        """Add the columns that a gradebook of an older version does not have."""
        present = {column[1] for column in self.connection.execute("pragma table_info(results)")}
        for column in ADDED:
            if column.split()[0] not in present:
                self.connection.execute(f"alter table results add column {column}")

    def seed(self, new=False):
        """Return what the inputs of this gradebook are drawn from: secret, drawn once, and kept.

        Equal notebooks get equal points only if their inputs are equal, in every run. `new` draws it again.
        """
        drawn = secrets.randbits(48)
        if new:
            return self.keep_seed(drawn)
        with self.connection:  # in one step: of two runs that begin together, both take the seed of the first
            self.connection.execute("insert or ignore into settings values ('seed', ?)", (str(drawn),))
        return int(self.connection.execute("select value from settings where name = 'seed'").fetchone()[0])

    def keep_seed(self, seed):
        """Keep a seed in the gradebook and return it; anonymous codes go on with the one that they began with."""
        keep_first = "insert or ignore into settings select 'codes', value from settings where name = 'seed'"
        with self.connection:
            self.connection.execute(keep_first)
            self.connection.execute("insert or replace into settings values ('seed', ?)", (str(seed),))
        return seed

    def code_seed(self):
        """Return what anonymous codes are made with: the first seed of this gradebook."""
        kept = self.connection.execute("select value from settings where name = 'codes'").fetchone()
        return int(kept[0]) if kept else self.seed()

    def is_done(self, submission, digest, references, seed):
        """Return whether this very content was graded against the current references, on the current inputs."""
        row = self.connection.execute(
            "select digest, notebook, reference, status, seed from results where place = ?",
            (submission.place,),
        ).fetchone()
        if row is None or row[0] != digest or row[3] not in ("graded", "unreadable"):
            return False
        return row[2] == (references.get(row[1]) or references[None]) and row[4] == str(seed)

    def update_owner(self, submission):
        """Write whose a submission is, and when it came, which can change while its content stays the same."""
        values = (submission.learner, submission.identity, submission.form, submission.late)
        with self.connection:
            self.connection.execute(
                "update results set learner = ?, identity = ?, form = ?, late = ?, submitted = ? where place = ?",
                (*values, submission.submitted, submission.place),
            )

    def begin(self, submission):
        """Mark a submission as not graded, so that a regrade that fails never leaves an old grade standing."""
        with self.connection:
            self.connection.execute(
                "update results set status = ?, earned = 0, data = ? where place = ?",
                (INTERRUPTED.status, json.dumps(INTERRUPTED.to_dict()), submission.place),
            )

    def write(self, submission, digest, grade, references, seed):
        """Write the `Grade` of one submission, with the hashes of what was graded and against what."""
        values = (
            submission.place,
            submission.learner,
            submission.form,
            submission.identity,
            grade.notebook,
            digest,
            references.get(grade.notebook) or references[None],
            grade.status,
            grade.earned,
            grade.points,
            json.dumps(grade.to_dict()),
            str(seed),
            submission.late,
            submission.submitted,
        )
        marks = ",".join("?" * len(values))
        with self.connection:
            self.connection.execute(f"insert or replace into results values ({marks})", values)

    def forget(self, places):
        """Drop the rows of submissions outside `places`, whose files are gone; return their [(learner, place)].

        If all rows would go, the gradebook belongs to another class, and nothing is dropped.
        """
        known, places = dict(self.connection.execute("select place, learner from results")), set(places)
        if known and not places & set(known):
            raise GradingError(
                "the results folder holds only the grades of other submissions: "
                "give --out another folder, or delete this one"
            )
        gone = sorted(set(known) - places)
        with self.connection:
            self.connection.executemany("delete from results where place = ?", [(place,) for place in gone])
        return [(known[place], place) for place in gone]

    def rows(self):
        """Yield a `GradebookRow` for every submission, by place."""
        for place, learner, identity, notebook, late, submitted, form, data in self.connection.execute(ROWS):
            # An interrupted grade does not know its notebook, but the row still does.
            known = {**json.loads(data), "file": place, "notebook": notebook}
            yield GradebookRow(
                place, learner, identity, Grade.from_dict(known), bool(late), submitted or "", form
            )

    def exercises(self):
        """Return [(notebook, exercise)] of all that was graded, in order."""
        return self.connection.execute(EXERCISES).fetchall()

    def start_finals(self):
        """Start to collect final points, after what the teacher decided; they last as long as this object."""
        self.connection.execute("drop table if exists temp.finals")
        self.connection.execute(FINALS)

    def owners(self):
        """Return [(learner, identity, form, notebook)] of all submissions."""
        return self.connection.execute(OWNERS).fetchall()

    def add_final(self, row, who):
        """Take in the final points of one row; `who` is the learner, by whatever names the rows know one."""
        grade = row.grade
        earned = grade.earned if grade.status == "graded" else None
        values = (
            json.dumps(who),
            row.form,
            row.learner,
            row.identity,
            grade.notebook,
            earned,
            grade.points,
            grade.days_late,
        )
        values += ("\n".join(grade.comments), row.place)
        self.connection.execute("insert into finals values (?,?,?,?,?,?,?,?,?,?)", values)

    def totals(self):
        """Yield the `Total`s, by learner and notebook."""
        yield from (Total(*row) for row in self.connection.execute(TOTALS))

    def states(self):
        """Return {status: number of submissions}."""
        return dict(self.connection.execute("select status, count(*) from results group by status"))

    def close(self):
        """Close the file."""
        self.connection.close()
