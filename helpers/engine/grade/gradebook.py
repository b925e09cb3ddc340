"""The gradebook: one SQLite file with a row for every submission, keyed by what was graded and against what."""

import json
import sqlite3

from helpers.engine.grade.graft import GradingError

SCHEMA = """
create table if not exists results (
    place text primary key, learner text, form text, identity text, notebook text,
    digest text, reference text, status text, earned real, points real, data text
)
"""
INTERRUPTED = {"status": "failed", "error": "its grading was interrupted; run the same command again"}
EXERCISES = """
select distinct notebook, json_extract(value, '$.exercise')
from results, json_each(data, '$.results') order by notebook, key
"""
TOTALS = """
select learner, identity, notebook, max(case status when 'graded' then earned end), max(points)
from results group by learner, identity, notebook order by learner, identity, notebook
"""


class Gradebook:
    """The results of a class. A row is written when its submission is done, so that a run may be interrupted."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=60)  # seconds, while another program holds it
        try:
            self.connection.execute("pragma journal_mode = wal")
            self.connection.execute("pragma synchronous = normal")
            self.connection.execute(SCHEMA)
            self.connection.execute("select place, digest, reference from results limit 1")
        except sqlite3.DatabaseError as error:
            raise GradingError(f"{path} cannot be used as a gradebook: {error}") from None

    def is_done(self, submission, digest, references):
        """Return whether this very content was graded against the present references."""
        row = self.connection.execute(
            "select digest, notebook, reference, status from results where place = ?", (submission.place,)
        ).fetchone()
        if row is None or row[0] != digest or row[3] not in ("graded", "unreadable"):
            return False
        return row[2] == (references.get(row[1]) or references[None])

    def begin(self, submission):
        """Mark a submission as not graded, so that a regrade that fails never leaves an old grade standing."""
        with self.connection:
            self.connection.execute(
                "update results set status = 'failed', earned = 0, data = ? where place = ?",
                (json.dumps(INTERRUPTED), submission.place),
            )

    def write(self, submission, digest, outcome, references):
        """Write the outcome of one submission: a dict with status, notebook, earned, points, and all the rest."""
        notebook = outcome.get("notebook")
        values = (
            submission.place,
            submission.learner,
            submission.form,
            submission.identity,
            notebook,
            digest,
            references.get(notebook) or references[None],
            outcome["status"],
            outcome.get("earned", 0),
            outcome.get("points", 0),
            json.dumps(outcome),
        )
        with self.connection:
            self.connection.execute("insert or replace into results values (?,?,?,?,?,?,?,?,?,?,?)", values)

    def forget(self, places):
        """Drop and return the rows of submissions that are no longer there; not those of a whole other class."""
        known, places = dict(self.connection.execute("select place, learner from results")), set(places)
        if known and not places & set(known):
            raise GradingError(
                "the results folder holds the grades of other submissions only: give --out another folder, or delete it"
            )
        gone = sorted(set(known) - places)
        with self.connection:
            self.connection.executemany("delete from results where place = ?", [(place,) for place in gone])
        return [{"place": place, "learner": known[place]} for place in gone]

    def rows(self):
        """Yield every row as a dict, by place; `data` is the whole outcome."""
        cursor = self.connection.execute("select * from results order by place")
        names = [column[0] for column in cursor.description]
        for row in cursor:
            values = dict(zip(names, row, strict=True))
            yield {**values, "data": json.loads(values["data"])}

    def exercises(self):
        """Return [(notebook, exercise)] of all that was graded, in order."""
        return self.connection.execute(EXERCISES).fetchall()

    def totals(self):
        """Yield (learner, identity, notebook, points earned or None, points there are), by learner; best of several."""
        yield from self.connection.execute(TOTALS)

    def states(self):
        """Return {status: number of submissions}."""
        return dict(self.connection.execute("select status, count(*) from results group by status"))

    def close(self):
        """Close the file."""
        self.connection.close()
