"""Searches inside a wrong answer, by experiments: the small change, or the one place, that makes everything right.

Each search takes `Experiments` and yields findings, the best first.
"""

import ast
import re
from itertools import islice

from helpers.engine.check.locate import arguments, results
from helpers.engine.check.locate.course_values import course_notes
from helpers.engine.check.locate.experiments import part_names, parts_right
from helpers.engine.check.locate.findings import told
from helpers.engine.check.locate.places import has_free_results, is_telling, place, yes_or_no
from helpers.engine.check.locate.prefix import compared
from helpers.engine.check.locate.rearrangements import rearrangements
from helpers.engine.check.locate.slips import Change, changes, missing, stands_in
from helpers.engine.check.locate.statements import rewritings
from helpers.engine.check.words import listed

CHANCE = ("one more", "one less", "sign", "factor")  # make other random numbers, which may be right by chance
SPEAKING = (
    "matrix product",
    "entry by entry",
    "quotient",
    "minus",
    "plus",
    "sides exchanged",
    "names exchanged",
    "axis",
    "no axis",
    "axis, kept",
    "no axis, kept",
    "axis too much",
    "transposed",
    "rank-1",
    "wrong size",
    "wrong name",
    "outside name",
    "number for argument",
    "condition",
    "break",
    "no copy",
    "not divided by columns",
    "not divided by rows",
    "divided by columns",
    "divided by rows",
    "line too much",
)  # are told where they make some cases right
OTHER_VALUES = ("wrong name", "number for argument", "size written in")  # may fit by chance
HIDDEN = ("second name", "whole numbers", "in place")  # mistakes that do not show in the value itself
MOST_MISSING = 300  # changes by something missing that are tried, which takes a third of a second
MOST_PARTIAL = 30  # changes that made something right and are looked at again


def sure_rewritings(e):
    """Yield the change of a statement, of the kinds to try before anything else, that makes every case right."""
    spoiled = [e.own.get(name) for name in results.changed(e.exercise, e.results)]
    yield from first_cure(e, rewritings(e.program, kinds(e), True, [name for name in spoiled if name]))


def small_changes(e):
    """Yield the small change in an expression that makes every case right."""
    notes = max(e.notes, key=lambda n: len(n.series))
    chance = CHANCE if arguments.generators(e) else ()
    sound = sound_parts(e)
    proposed = [
        c
        for c in changes(e.observer, notes, kinds(e))
        if c.kind not in chance and (c.number not in sound or c.kind in HIDDEN)
    ]
    yield from first_cure(e, (*proposed, *together(proposed)))


def sound_parts(e):
    """Return the numbers of the parts of assignments to names whose values agree with the course's, in every turn."""
    noted = course_notes(e.exercise)
    if not noted or has_free_results(e):
        return set()
    parts = e.observer.parts
    names = {p.target for p in parts if p.role == "root" and p.target not in ("", "return")}
    agreeing = {name for name in names if compared(e, name, noted) is True}
    roots = [p for p in parts if p.role == "root" and p.target in agreeing]
    return {p.number for p in parts if any(stands_in(e.observer, p, root) for root in roots)}


def rearranged(e):
    """Yield the change in the form of an expression or a loop that makes every case right."""
    yield from first_cure(e, rearrangements(e.program))


def something_missing(e):
    """Yield what is missing beside a part, where that makes every case right and can hardly do so by chance."""
    if any(is_telling(e.results[i]) for i in e.failing):
        sound = sound_parts(e)
        proposed = (c for c in missing(e.observer, kinds(e)) if c.number not in sound)
        yield from first_cure(e, islice(proposed, MOST_MISSING))


def other_rewritings(e):
    """Yield the change of a statement that makes every case right."""
    yield from first_cure(e, rewritings(e.program, kinds(e), False))


def out_of_loops(e):
    """Yield the statement that belongs before a loop or after it, where that makes every case right."""
    moved = ("belongs after loop", "belongs before loop", "return in loop")
    proposed = (*rewritings(e.program, kinds(e), True), *rewritings(e.program, kinds(e), False))
    yield from first_cure(e, (change for change in proposed if change.kind in moved))


def first_cure(e, proposed):
    """Yield the finding about the first change that makes every case right."""
    chancy = yes_or_no(e)
    for change in proposed:
        if change.settings is None and change.function is None:
            continue
        if chancy and change.kind in OTHER_VALUES:
            continue
        if e.cures(change) and getattr(change.call, "works", True):
            change = least(e, change)
            yield say_change(e, change, "all together" if change.others else "all")
            return


def least(e, change):
    """Return a change made in several places at once, in no more of them than are needed."""
    members = list(change.members)
    for member in change.members:
        fewer = [m for m in members if m is not member]
        if fewer and e.cures(fewer[0] if len(fewer) == 1 else at_once(fewer)):
            members = fewer
    if len(members) == len(change.members):
        return change
    return members[0] if len(members) == 1 else at_once(members)


def kinds(e):
    """Return {argument: its kind}."""
    return {e.own[name]: arguments.kind_of(value) for name, value in e.results[0].case.args.items()}


def together(proposed):
    """Yield changes of the same sort made in all their places at once."""
    groups = {}
    for change in proposed:
        groups.setdefault(change.like, []).append(change)
    for group in groups.values():
        members = list({change.number: change for change in group}.values())
        if len(members) > 1:
            yield at_once(members)


def at_once(members):
    """Return several changes of the same sort as one."""
    first, *others = members
    places = tuple((change.line, change.words["text"]) for change in others)
    return Change(first.kind, first.line, first.words, merged(members), others=places, members=tuple(members))


def merged(group):
    """Return the settings of several changes, as one function."""

    def settings(args):
        found = {}
        for change in group:
            for kind, values in change.settings(args).items():
                found.setdefault(kind, {}).update(values)
        return found

    return settings


def of_form(e):
    """Yield the change that makes every value right, where only the form is still another."""
    told_of = [
        change
        for change in e.of_form
        if not change.others and change.kind not in ("call too much", "method too much")
    ]
    for change in told_of[:1]:
        yield say_change(e, change, "form")


def partly(e):
    """Yield the change that makes the most right, where none makes everything right."""
    best, most = None, (0, 0)
    for change in [c for c in e.partial if c.kind == "place" or not c.others][:MOST_PARTIAL]:
        judged = [e.with_change(change, i) for i in range(len(e.results))]
        if any(r.right and not j.right for r, j in zip(e.results, judged, strict=True)):
            continue
        parts = cured_parts(e, judged)
        cured = [
            j for r, j in zip(e.results, judged, strict=True) if j.right and not r.right and is_telling(r)
        ]
        size = len(parts), len(cured) if change.kind in SPEAKING else 0
        if size > most:
            best, most = (change, judged, parts), size
    if best is None or not best[2] and most[1] < max(2, len(e.failing) / 2):
        return
    change, judged, parts = best
    right, before = (sum(j.right for j in some) for some in (judged, e.results))
    confirmed, more = (
        ("parts", {"parts": listed(parts)}) if parts else ("cases", {"k": right, "before": before})
    )
    say = place if change.kind == "place" else say_change
    yield say(e, change, confirmed, **more)


def say_change(e, change, confirmed, **more):
    """Return the finding that says what a change is, and what it was seen to do."""
    return told(change, confirmed, len(e.results), which(e, change), **more)


def which(e, change):
    """Return (number from the left, how many) of a name or a number that stands in its line several times, or None."""
    part = e.observer.parts[change.number] if change.number is not None else None
    if (
        part is None
        or not isinstance(part.node, ast.Name | ast.Constant)
        or change.words.get("text") != part.text
    ):
        return None
    line = e.program.text.splitlines()[part.line - 1]
    end = r"(?!\w)" if isinstance(part.node, ast.Name) else r"(?![\w.])"
    found = [m.start() for m in re.finditer(rf"(?<![\w.]){re.escape(part.text)}{end}", line)]
    place = len(line.encode()[: part.node.col_offset].decode())
    return (found.index(place) + 1, len(found)) if len(found) > 1 and place in found else None


def cured_parts(e, judged):
    """Return the names of the parts that are wrong somewhere without a change, and right in every case with it."""
    names, cured, broken = part_names(e.exercise, e.results[0].expected), set(), set()
    for before, after in zip(e.results, judged, strict=True):
        old, new = (parts_right(before.expected, j.outcome) for j in (before, after))
        if not new or not old or len(new) != len(names):
            return []
        broken |= {i for i, right in enumerate(new) if not right}
        cured |= {i for i, right in enumerate(new) if right and not (old and old[i])}
    return [names[i] for i in sorted(cured - broken)]
