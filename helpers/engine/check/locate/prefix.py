"""How far a wrong answer agrees with the course's function: variables of the same name, and parts of the same value."""

import ast

from helpers.engine.check.locate.course_values import course_notes, mark, pool_of
from helpers.engine.check.locate.experiments import leaves, parts_right
from helpers.engine.check.locate.findings import fact, pair_in_words, short
from helpers.engine.check.locate.observer import alike
from helpers.engine.check.locate.places import draws_alike, has_free_results, inputs
from helpers.engine.check.words import listed

MOST_NAMES = 8  # variables that agree and are named


def prefix(e):
    """Yield the first variable that differs from the course's of the same name, or what agrees so far."""
    noted = course_notes(e.exercise)
    if not noted or has_free_results(e) or not draws_alike(e):
        return
    pool = {mark(series) for series in pool_of(e.exercise)}
    own = {name for notes in noted for name in notes.series if isinstance(name, str)}
    agreeing, taken, counting = [], [], {"_", *counters(e.program.first)}
    handed_in = {a.arg for a in e.program.first.args.args}
    for name in dict.fromkeys(k for notes in e.notes for k in notes.series if isinstance(k, str)):
        series = [notes.series.get(name) for notes in e.notes]
        if name in handed_in or name in counting or not is_varied(series, whole=name in own):
            continue
        found = compared(e, name, noted) if name in own else (mark(series) in pool) or None
        if found is True:
            (taken if all(map(is_from_arguments, e.results, series)) else agreeing).append(name)
        elif found and (agreeing or taken):
            yield first_difference(e, (agreeing or taken)[-MOST_NAMES:], name, *found)
            return
    parts = list(agreeing_part(e, pool))
    yield from parts
    rich = {n for n in agreeing if is_varied([notes.series.get(n) for notes in e.notes])}
    if rich and not parts:
        kind = "one name agrees so far" if len(agreeing) == 1 else "names agree so far"
        yield fact(kind, agreeing=listed(agreeing[-MOST_NAMES:]))


def counters(definition):
    """Return the names with which a function's loops count."""
    loops = [node for node in ast.walk(definition) if isinstance(node, ast.For | ast.comprehension)]
    return {n.id for loop in loops for n in ast.walk(loop.target) if isinstance(n, ast.Name)}


def compared(e, name, noted):
    """Return True where a variable agrees with the course's, (case, turn, actual, expected) where not, or None."""
    pairs = [
        (i, mine.series.get(name), theirs.series.get(name))
        for i, (mine, theirs) in enumerate(zip(e.notes, noted, strict=True))
    ]
    pairs = [(i, mine, theirs) for i, mine, theirs in pairs if mine and theirs]
    if not pairs or any(len(mine) != len(theirs) for _, mine, theirs in pairs):
        return None
    for i, mine, theirs in pairs:
        for turn, (actual, expected) in enumerate(zip(mine, theirs, strict=True)):
            if actual is ... or expected is ...:
                return None
            if not alike(actual, expected):
                return i, turn, actual, expected
    return True


def first_difference(e, agreeing, name, index, turn, actual, expected):
    """Return the finding that names the variables that agree and the first that does not."""
    kind = "first difference after one" if len(agreeing) == 1 else "first difference"
    kind, fields = pair_in_words(kind, actual, expected, e.results[index].case.note)
    line = e.notes[index].lines[name][turn]
    return fact(kind, line, agreeing=listed(agreeing), name=name, **fields)


def agreeing_part(e, pool):
    """Yield the largest part with the values of a part of the course's function, unless it is right in the result."""
    handed_in, best = inputs(e), None
    for part in e.observer.parts:
        operations = sum(isinstance(n, ast.BinOp | ast.Call | ast.Compare) for n in ast.walk(part.node))
        operations += isinstance(part.node, ast.Call) and isinstance(part.node.func, ast.Name)
        series = [notes.series.get(part.number) for notes in e.notes]
        if operations < 2 or any(series[i] is None for i in e.failing) or not is_varied(series):
            continue
        if (
            mark(series) in pool
            and mark(series) not in handed_in
            and not any(is_right_result(e.results[i], notes[-1]) for i, notes in enumerate(series) if notes)
            and (best is None or len(part.text) >= len(best.text))
        ):
            best = part
    if best is not None:
        yield fact("agrees so far", best.line, text=short(best.text))


def is_from_arguments(result, values):
    """Return whether the values of a name are all among those that were handed in."""
    given = leaves(tuple(result.case.args.values()))  # a list that begins with a number is one
    return all(any(alike(value, leaf) for leaf in given) for value in values or ())


def is_right_result(result, value):
    """Return whether a value is a part of a result that is right as it is: then nothing is wrong with its use."""
    right = parts_right(result.expected, result.outcome)
    found = zip(leaves(result.expected), right, strict=False)
    return any(is_right and alike(value, leaf) for leaf, is_right in found)


def is_varied(series, whole=False):
    """Return whether the values are numbers or arrays that are not much the same in every case.

    `whole` is whether whole numbers will do, such as the number of examples; otherwise they agree by chance.
    """
    last = [s[-1] for s in series if s]
    if len(last) < 2 or any(v is ... or isinstance(v, tuple | list) for v in last):
        return False
    return len({mark([[v]]) for v in last}) > 1 and (whole or any(is_rich(v) for v in last))


def is_rich(value):
    """Return whether a value is no whole number, nor an array of one number repeated."""
    return bool(value.size > 1 and value.min() != value.max()) if hasattr(value, "size") else bool(value % 1)
