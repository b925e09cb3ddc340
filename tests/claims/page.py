"""The tables of docs/claims.md: every claim with its sentence, what was measured, and whether it holds.

The page is its own memory. Claims that were not measured this time keep their row, so notebooks can be measured one by
one, and rows of claims that no longer exist disappear.
"""

import math
import re

from helpers.engine.course import course
from tests.claims.claim import on
from tests.claims.notebooks import claims_of, sources
from tests.claims.sentences import claimed

PAGE = course().root / "docs" / "claims.md"
INTRODUCTION = """# What the notebooks claim, measured

Built by `make claims`, which measures every line of it; a test fails when a line is missing or does not hold.
Each line is a number that a sentence of a notebook rests on, and the limits between which it must lie for the sentence
to be true. A draw is another deal of the data and, where there is chance, another seed; *the course's data* are those
of the notebook itself, with its seed. A sentence that rests on several numbers stands in the first of their lines.
"""
HEAD = "| claim | number | measured | asked |\n| --- | --- | --- | --- |\n"
ROW = re.compile(r"^\| `([\w-]+)`.*? \| ((?:\\\||[^|])+) \| ((?:\\\||[^|])+) \| [^|]+ \|$", re.M)
UNKNOWN = "not measured yet"


def asked(claim):
    """Return between which limits a claim must lie, in words."""
    if claim.low == claim.high:
        limits = f"{claim.low:g}"
    elif math.isinf(claim.high):
        limits = f"≥ {claim.low:g}"
    elif math.isinf(claim.low):
        limits = f"≤ {claim.high:g}"
    else:
        limits = f"{claim.low:g} to {claim.high:g}"
    return f"{limits}, {claim.exceptions} may miss" if claim.exceptions else limits


def measured(result):
    """Return what was measured, in words: the range, on what, and whether the claim holds."""
    values = list(result.values.values())
    span = f"{min(values):.3g}" if len(values) == 1 else f"{min(values):.3g} to {max(values):.3g}"
    verdict = "holds" if result.holds else "**fails**"
    if result.misses:
        verdict += f", {len(result.misses)} missed"
    return f"{span} on {on(result.claim, len(values))}: {verdict}"


def in_a_cell(text):
    """Return a sentence as it can stand in a table far from its notebook: no stars, no links, no bars."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("**", "").replace("|", "\\|")


def read(text):
    """Return {(id, number): measured} of a page."""
    return {(id, number): words for id, number, words in ROW.findall(text)}


def page(known):
    """Return the page, with what is known of each claim from {(id, number): measured}."""
    return INTRODUCTION + "".join(section(name, known) for name in sources())


def section(name, known):
    """Return the part of the page about one notebook."""
    said, rows = claimed(course().sources / f"{name}.py"), []
    for claim in claims_of(name):
        sentence, number = in_a_cell(said.pop(claim.id, "")), in_a_cell(claim.what)
        words = known.get((claim.id, number), UNKNOWN)
        rows.append(f"| {f'`{claim.id}` {sentence}'.strip()} | {number} | {words} | {asked(claim)} |\n")
    return f"\n## {name}\n\n{HEAD}" + "".join(rows)


def write(results):
    """Write what was measured into the page."""
    known = read(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    new = {(result.claim.id, in_a_cell(result.claim.what)): measured(result) for result in results}
    PAGE.write_text(page(known | new), encoding="utf-8")
