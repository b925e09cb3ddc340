"""Which learners handed in work that is alike, once what everybody was given is taken away.

Each answer is reduced to its syntax, without names and constants. Runs of twelve tokens are its fingerprints, of
which a submission keeps the smallest. Three ways of being alike lead into one group:

- the code is identical, as it stands or once names and constants are ignored;
- many fingerprints in several exercises are held by exactly the same people, however many they are;
- two people share most of the fingerprints that few have.

What nearly everybody shares (the obvious way to write a one-line function) says nothing and is not counted. A group
is a reason to read notebooks side by side, never a verdict.
"""

import ast
import hashlib
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

from helpers.engine.build.cells import parsed, without_magics
from helpers.engine.grade.reference import stubs_of

RUN = 12  # tokens in a fingerprint
KEPT = 400  # fingerprints of one submission
FEW = 6  # people who share a rare fingerprint, or
FEW_SHARE = 0.05  # this share of a larger class; with more it is the obvious way to write something
FEWEST_SHARED = 8  # fingerprints, below which a likeness is chance
FEWEST_IDENTICAL = 40  # fingerprints of code that is not identical by chance, as it stands
FEWEST_RENAMED = 100  # the same, once names and constants are ignored
FEWEST_IN_RING = 24  # fingerprints that are held by exactly the same people ...
FEWEST_EXERCISES = 3  # ... in at least so many exercises
MOST_OF_CLASS = 0.5  # of a class: more people than that hold what is obvious
SCHEMA = """
create table marks (notebook text, mark integer, exercise integer, person integer,
                    primary key (notebook, mark, person)) without rowid;
create table hashes (notebook text, kind integer, hash integer, person integer,
                     primary key (notebook, kind, hash, person)) without rowid;
create table people (person integer primary key, learner text, identity text, weight integer,
                     unique (learner, identity));
"""
IDENTICAL = """
select kind, notebook, hash from hashes group by kind, notebook, hash having count(*) > 1 order by kind, count(*) desc
"""
# A set of people is told by the sum of random weights: the lists themselves would not fit into memory.
RINGS = """
with held as (select notebook, mark, min(exercise) as exercise, count(*) as n, sum(weight) as who
              from marks join people using (person) group by notebook, mark having n > 1)
select notebook, min(mark), count(*) from held
where n <= max(2, :most * (select count(distinct person) from marks m where m.notebook = held.notebook))
group by notebook, n, who
having count(*) >= :fewest and count(distinct exercise) >= :exercises order by count(*) desc
"""
PAIRS = """
with class as (select notebook, count(distinct person) as size from marks group by notebook),
     rare as (select notebook, mark from marks join class using (notebook)
              group by notebook, mark having count(*) between 2 and max(:few, :share * size)),
     held as (select notebook, mark, person from marks join rare using (notebook, mark)),
     counted as (select person, notebook, count(*) as n from held group by person, notebook),
     shared as (select a.person as one, b.person as other, notebook, count(*) as n
                from held a join held b using (notebook, mark) where a.person < b.person group by 1, 2, 3)
select one, other, 1.0 * shared.n / min(x.n, y.n), shared.n
from shared join counted x on (x.person, x.notebook) = (one, shared.notebook)
            join counted y on (y.person, y.notebook) = (other, shared.notebook)
where shared.n >= :fewest and shared.n >= :least * min(x.n, y.n) order by 3 desc, 4 desc, one, other
"""


@dataclass(frozen=True)
class Group:
    """People whose submissions are alike: in words how much, and their names in order."""

    likeness: str
    learners: tuple


class Similarity:
    """Collects fingerprints, submission by submission, in a temporary file that SQLite removes."""

    def __init__(self):
        self.connection = sqlite3.connect("")
        self.connection.executescript(SCHEMA)

    def add(self, learner, grade, identity=""):
        """Take in the `Grade` of one submission; several of one person count as one."""
        person = self.person(learner, identity)
        given = given_fingerprints(grade.notebook)
        marks = {mark: e for mark, e in fingerprints(grade.sources).items() if mark not in given}
        self.connection.executemany(
            "insert or ignore into marks values (?, ?, ?, ?)",
            [(grade.notebook, mark, marks[mark], person) for mark in sorted(marks)[:KEPT]],
        )
        kinds = [(0, FEWEST_IDENTICAL), (1, FEWEST_RENAMED)]
        self.connection.executemany(
            "insert or ignore into hashes values (?, ?, ?, ?)",
            [
                (grade.notebook, kind, whole(grade.sources, kind), person)
                for kind, fewest in kinds
                if len(marks) >= fewest
            ],
        )

    def person(self, learner, identity):
        """Return the number of a person."""
        key = (learner, identity)
        weight = hash_of(key) >> 24  # so that the sum over a large class stays a whole number of SQLite
        self.connection.execute("insert or ignore into people values (null, ?, ?, ?)", (*key, weight))
        query = "select person from people where learner = ? and identity = ?"
        return self.connection.execute(query, key).fetchone()[0]

    def groups(self, most=50, least=0.6):
        """Return the `Group`s of people whose work is alike: identical code first, then the larger share first.

        A group is listed if somebody in it is in none before: who changed the work of two that are identical is
        listed with them.
        """
        found, placed = [], set()
        for likeness, people in self.candidates(least):
            if len(people) > 1 and not placed.issuperset(people):
                placed.update(people)
                found.append(Group(likeness, tuple(sorted(self.name(person) for person in people))))
        return found[:most]

    def candidates(self, least):
        """Yield (likeness in words, people) of the groups, the surest first; a person may be in several."""
        query = "select person from hashes where (kind, notebook, hash) = (?, ?, ?)"
        for key in self.connection.execute(IDENTICAL).fetchall():
            words = ("identical code", "identical but for names and constants")[key[0]]
            yield words, self.people(query, key)
        terms = {"most": MOST_OF_CLASS, "fewest": FEWEST_IN_RING, "exercises": FEWEST_EXERCISES}
        query = "select person from marks where (notebook, mark) = (?, ?)"
        for notebook, mark, number in self.connection.execute(RINGS, terms).fetchall():
            yield f"{number} places that only they share", self.people(query, (notebook, mark))
        terms = {"few": FEW, "share": FEW_SHARE, "fewest": FEWEST_SHARED, "least": least}
        yield from linked(self.connection.execute(PAIRS, terms).fetchall())

    def people(self, query, terms):
        """Return the people that a query finds."""
        return [person for (person,) in self.connection.execute(query, terms)]

    def name(self, person):
        """Return how a person is listed."""
        query = "select learner, identity from people where person = ?"
        learner, identity = self.connection.execute(query, (person,)).fetchone()
        return f"{learner} ({identity})" if identity else learner

    def close(self):
        """Close the connection, which removes the temporary file."""
        self.connection.close()


def linked(pairs):
    """Yield (likeness, people) of the groups that pairs (one, other, share, number) make, the most similar first."""
    group = {}
    for one, other, share, number in pairs:
        ours, theirs = (group.setdefault(person, ([person], [])) for person in (one, other))
        if ours is not theirs:
            ours[0].extend(theirs[0])
            ours[1].extend(theirs[1])
            group.update(dict.fromkeys(theirs[0], ours))
        ours[1].append((share, number))
    for people, links in {id(found): found for found in group.values()}.values():
        shares = [share for share, _ in links]
        low, high = f"{min(shares):.0%}", f"{max(shares):.0%}"
        span = high if low == high else f"{low}–{high}"
        yield f"{span} of what few have ({max(number for _, number in links)} places)", people


@cache
def given_fingerprints(notebook):
    """Return the fingerprints of the empty notebook, which everybody was given."""
    return fingerprints(stubs_of(notebook))


def fingerprints(sources):
    """Return {fingerprint, a whole number: number of its exercise} of a submission's answers."""
    return {
        mark: crc32(name.encode()) for name, source in sources.items() for mark in answer(name, source)[2]
    }


def whole(sources, kind):
    """Return the hash of all answers: of their code (kind 0) or of their syntax (kind 1)."""
    return hash_of(sorted((name, answer(name, source)[kind]) for name, source in sources.items()))


@lru_cache(maxsize=5000)  # many learners write the same short answers
def answer(name, source):
    """Return (hash of the code, hash of its syntax, fingerprints) of one answer."""
    nodes = function_nodes(source)
    syntax = [node.attr if isinstance(node, ast.Attribute) else type(node).__name__ for node in nodes]
    runs = [[name, *syntax[start : start + RUN]] for start in range(len(syntax) - RUN + 1)]
    return hash_of(code_tokens(nodes)), hash_of(syntax), tuple(map(hash_of, runs))


def hash_of(parts):
    """Return a whole number of 56 bits for a sequence."""
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=7).digest())


def code_tokens(nodes):
    """Return the nodes of some code with all names and constants: the code without comments and layout."""
    fields, plain = ("id", "arg", "attr", "name", "value"), (str, int, float)
    values = [[getattr(node, f, None) for f in fields] for node in nodes]
    kept = [[value for value in found if isinstance(value, plain)] for found in values]
    return [f"{type(node).__name__} {found}" for node, found in zip(nodes, kept, strict=True)]


def function_nodes(source):
    """Return the syntax nodes of an answer, without docstrings; none if there is no function in it."""
    tree = parsed(source) or parsed(without_magics(source))
    if tree is None:
        return []
    nodes = list(ast.walk(tree))
    if not any(isinstance(node, (ast.FunctionDef, ast.Lambda)) for node in nodes):
        return []
    texts = [n for n in nodes if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)]
    left_out = {id(part) for text in texts for part in (text, text.value)}
    return [node for node in nodes if id(node) not in left_out]
