"""Which submissions are alike, once what everybody was given is taken away.

Each answer is reduced to its syntax, names and constants left out; runs of twelve tokens are its fingerprints, of
which a submission keeps the smallest. What many share (the obvious way to write a one-line function) says nothing
and is not counted. A number is a reason to read two notebooks side by side, never a verdict.
"""

import ast
import hashlib
import sqlite3
from functools import cache

from helpers.engine.build.cells import parsed, without_magics

RUN = 12
KEPT = 400
MOST_HOLDERS = 6
PAIRS = """
with rare as (select notebook, mark from marks group by notebook, mark having count(*) between 2 and ?),
     held as (select m.notebook, m.mark, m.number from marks m join rare using (notebook, mark)),
     counted as (select number, count(*) as n from held group by number),
     shared as (select a.number as one, b.number as other, count(*) as n
                from held a join held b using (notebook, mark) where a.number < b.number group by 1, 2)
select 1.0 * shared.n / min(x.n, y.n), p.learner, q.learner, shared.n
from shared join counted x on x.number = one join counted y on y.number = other
     join learners p on p.number = one join learners q on q.number = other
where shared.n >= 8 and shared.n >= ? * min(x.n, y.n) order by 1 desc, 4 desc, one, other limit ?
"""


class Similarity:
    """Collects fingerprints in a temporary file, submission by submission."""

    def __init__(self):
        self.connection, self.number = sqlite3.connect(""), 0
        self.connection.execute("create table marks (notebook text, mark integer, number integer)")
        self.connection.execute("create table learners (number integer primary key, learner text)")

    def add(self, row):
        """Take in one graded row of a gradebook."""
        self.number += 1
        given = given_with(row["notebook"])
        marks = fingerprints(row["data"].get("sources", {})) - given
        self.connection.execute("insert into learners values (?, ?)", (self.number, row["learner"]))
        self.connection.executemany(
            "insert into marks values (?, ?, ?)",
            [(row["notebook"], mark, self.number) for mark in sorted(marks)[:KEPT]],
        )

    def pairs(self, most=50, least=0.6):
        """Return [(share, learner, learner, shared fingerprints)] of the most alike pairs, most alike first."""
        self.connection.execute("create index by_mark on marks (notebook, mark)")
        return self.connection.execute(PAIRS, (MOST_HOLDERS, least, most)).fetchall()

    def close(self):
        """Remove the temporary file."""
        self.connection.close()


@cache
def given_with(notebook):
    """Return the fingerprints of what everybody was given in a notebook."""
    from helpers.engine.grade.graft import empty_answers

    return fingerprints(empty_answers(notebook)[0])


def fingerprints(sources):
    """Return the set of fingerprints, whole numbers, of a submission's answers."""
    return {mark for name, source in sources.items() for mark in marks_of(name, source)}


def marks_of(name, source):
    """Yield the fingerprints of one answer."""
    tokens = shape(source)
    for start in range(len(tokens) - RUN + 1):
        text = " ".join([name, *tokens[start : start + RUN]])
        yield int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest())


def shape(source):
    """Return the kinds of the syntax nodes of an answer in order, docstrings left out; none for mere values."""
    tree = parsed(without_magics(source))
    if tree is None or not any(isinstance(node, (ast.FunctionDef, ast.Lambda)) for node in ast.walk(tree)):
        return []
    kinds = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        kinds.append(node.attr if isinstance(node, ast.Attribute) else type(node).__name__)
    return kinds
