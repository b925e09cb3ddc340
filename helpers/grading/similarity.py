"""Which submissions are alike, once what everybody was given is taken away.

Each answer is reduced to its syntax, names and constants left out; runs of twelve tokens are its fingerprints. What
many share (the obvious way to write a one-line function) says nothing and is not counted. A number is a reason to
read two notebooks side by side, never a verdict.
"""

import ast
import hashlib
from collections import Counter, defaultdict

from helpers.exercises.handed_in import without_magics

RUN = 12
COMMON = 0.05


def similar(rows, most=50, least=0.6):
    """Return [(share, learner, learner, shared fingerprints)] of the most alike pairs, most alike first."""
    names, counted, holders = {}, 0, defaultdict(list)
    for row in rows:
        if row["status"] == "graded":
            names[row["place"]], counted = row["learner"], counted + 1
            for fingerprint in fingerprints(row["data"].get("sources", {})):
                holders[row["notebook"], fingerprint].append(row["place"])
    rare = {k: places for k, places in holders.items() if 2 <= len(places) <= max(3, COMMON * counted)}
    kept = Counter(place for places in rare.values() for place in places)
    shared = Counter(
        (a, b) for places in rare.values() for i, a in enumerate(places) for b in places[i + 1 :]
    )
    pairs = [(n / min(kept[a], kept[b]), names[a], names[b], n) for (a, b), n in shared.items() if n >= 8]
    return sorted((pair for pair in pairs if pair[0] >= least), key=lambda pair: (-pair[0], -pair[3]))[:most]


def fingerprints(sources):
    """Return the set of fingerprints of a submission's answers."""
    found = set()
    for name, source in sources.items():
        tokens = shape(source)
        for start in range(len(tokens) - RUN + 1):
            found.add(
                hashlib.blake2b(
                    " ".join([name, *tokens[start : start + RUN]]).encode(), digest_size=8
                ).digest()
            )
    return found


def shape(source):
    """Return the kinds of the syntax nodes of an answer in order, its docstrings left out."""
    try:
        tree = ast.parse(without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    kinds = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        label = node.attr if isinstance(node, ast.Attribute) else type(node).__name__
        kinds.append(label)
    return kinds
