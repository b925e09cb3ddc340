"""Which submissions are alike, once what everybody was given is taken away.

Each answer is reduced to its syntax, without names and constants. Runs of twelve tokens are its fingerprints, of
which a submission keeps the smallest. What many share (the obvious way to write a one-line function) says nothing
and is not counted. A number is a reason to read two notebooks side by side, never a verdict.
"""

import ast
import hashlib
import sqlite3
from functools import cache

from helpers.engine.build.cells import parsed, without_magics
from helpers.engine.grade.reference import stubs_of

RUN = 12  # tokens in a fingerprint
KEPT = 400  # fingerprints of one submission
MOST_HOLDERS = 6  # submissions that share a fingerprint; with more it is the obvious way to write something
FEWEST_SHARED = 8  # fingerprints, below which a likeness is chance
# rare:    fingerprints that two or more submissions have, but not many
# held:    which submission has which of them
# counted: how many of them a submission has
# shared:  how many of them two submissions have in common
PAIRS = """
with rare as (select notebook, mark from marks group by notebook, mark having count(*) between 2 and :holders),
     held as (select m.notebook, m.mark, m.number from marks m join rare using (notebook, mark)),
     counted as (select number, count(*) as n from held group by number),
     shared as (select a.number as one, b.number as other, count(*) as n
                from held a join held b using (notebook, mark) where a.number < b.number group by 1, 2)
select 1.0 * shared.n / min(x.n, y.n), p.learner, q.learner, shared.n
from shared join counted x on x.number = one join counted y on y.number = other
     join learners p on p.number = one join learners q on q.number = other
where shared.n >= :fewest and shared.n >= :least * min(x.n, y.n) order by 1 desc, 4 desc, one, other limit :most
"""


class Similarity:
    """Collects fingerprints, submission by submission, in a temporary file that SQLite removes."""

    def __init__(self):
        self.connection, self.number = sqlite3.connect(""), 0
        self.connection.execute("create table marks (notebook text, mark integer, number integer)")
        self.connection.execute("create table learners (number integer primary key, learner text)")

    def add(self, learner, grade):
        """Take in the `Grade` of one submission."""
        self.number += 1
        marks = fingerprints(grade.sources) - given_fingerprints(grade.notebook)
        self.connection.execute("insert into learners values (?, ?)", (self.number, learner))
        self.connection.executemany(
            "insert into marks values (?, ?, ?)",
            [(grade.notebook, mark, self.number) for mark in sorted(marks)[:KEPT]],
        )

    def pairs(self, most=50, least=0.6):
        """Return [(share, learner, learner, shared fingerprints)] of the most similar pairs, highest share first."""
        self.connection.execute("create index by_mark on marks (notebook, mark)")
        terms = {"holders": MOST_HOLDERS, "fewest": FEWEST_SHARED, "least": least, "most": most}
        return self.connection.execute(PAIRS, terms).fetchall()

    def close(self):
        """Close the connection, which removes the temporary file."""
        self.connection.close()


@cache
def given_fingerprints(notebook):
    """Return the fingerprints of the empty notebook, which everybody was given."""
    return fingerprints(stubs_of(notebook))


def fingerprints(sources):
    """Return the set of fingerprints, whole numbers, of a submission's answers."""
    return {mark for name, source in sources.items() for mark in answer_fingerprints(name, source)}


def answer_fingerprints(name, source):
    """Yield the fingerprints of one answer."""
    tokens = syntax_tokens(source)
    for start in range(len(tokens) - RUN + 1):
        text = " ".join([name, *tokens[start : start + RUN]])
        yield int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest())


def syntax_tokens(source):
    """Return the kinds of the syntax nodes of an answer in order, without docstrings; none if it is no function."""
    tree = parsed(without_magics(source))
    if tree is None or not any(isinstance(node, (ast.FunctionDef, ast.Lambda)) for node in ast.walk(tree)):
        return []
    kinds = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        kinds.append(node.attr if isinstance(node, ast.Attribute) else type(node).__name__)
    return kinds
