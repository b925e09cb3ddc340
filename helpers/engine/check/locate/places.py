"""The first place that goes wrong: with the course's value there, every case agrees."""

import ast

import numpy as np

from helpers.engine.check.locate import arguments
from helpers.engine.check.locate.course_values import course_notes, mark, pool_of
from helpers.engine.check.locate.experiments import leaves
from helpers.engine.check.locate.findings import also, fact, pair_in_words, short
from helpers.engine.check.locate.observer import alike, snapshot
from helpers.engine.check.locate.slips import Change, is_length, is_shape_entry, stands_in
from helpers.engine.check.locate.words import CONFIRMED_PLACE
from helpers.engine.check.plain_data import NUMERIC, fresh

NOTHING = 1e-9  # of a sum is as good as nothing


def places(e):
    """Yield the first part with which, were it worth what the course has at that place, all is right."""
    if has_free_results(e) or not draws_alike(e) or yes_or_no(e):
        return
    order = {key: i for i, key in enumerate(max((n.series for n in e.notes), key=len))}
    for part, series in sorted(ways(e), key=lambda way: order.get(way[0].number, len(order))):
        change = replacing(e, part, series)
        if e.cures(change):
            alone = replacing(e, part, series, alone=True) if change.others else change
            yield place(e, alone if change.others and e.cures(alone) else change, "all")
            return


def place(e, change, confirmed, **more):
    """Return the finding that a part goes wrong, and what the course's value in its place was seen to do."""
    part = change.words["part"]
    if isinstance(part.node, ast.Name) or is_written(part.node):
        start = "place of a name"
    else:
        start = "place" if inputs_agree(e, part, change.words["series"]) else "place or before"
    kind, fields = difference(e, part, change.words["series"], start)
    end = CONFIRMED_PLACE[confirmed].format(n=len(e.results), **more)
    end = " ".join([*also(part.line, part.text, change.others), end])
    return fact(kind, part.line, confirmed == "all", end, text=short(part.text), **fields)


def inputs_agree(e, part, series):
    """Return whether the names that a part reads have the course's values when it first goes wrong, or those handed in.

    Only then is the part itself at fault. Else the reason may be a copy that was made before a loop, or a variable that
    was not brought up to date.
    """
    turns = [first_wrong(notes.series.get(part.number), s) for notes, s in zip(e.notes, series, strict=True)]
    for p in e.observer.parts:
        if not isinstance(p.node, ast.Name) or not stands_in(e.observer, p, part) or is_handed_in(e, p):
            continue
        if p.node.id not in (*e.observer.stored, *e.args[0]):
            continue  # a function of the course, or of the learner
        own = [notes.series.get(p.number) for notes in e.notes]
        if any(s and s[0] is ... for s in own):
            return False
        named = [notes.series.get(p.node.id) for notes in course_notes(e.exercise)]
        # A name that the course has, too, must have its value; the value of another name would be agreement by chance.
        pool = [named] if any(named) else pool_of(e.exercise)
        same = [some for some in pool if list(map(count, some)) == list(map(count, own))]
        if mark(until(own, turns)) not in [mark(until(some, turns)) for some in same]:
            return False
    return True


def count(values):
    """Return how many values were noted; 0 where none were."""
    return len(values or ())


def first_wrong(own, wanted):
    """Return the number of the first of some values that differs from the wanted one; None where none does."""
    if not own or not wanted:
        return None
    wanted = wanted if len(wanted) == len(own) else list(wanted) * len(own)
    pairs = enumerate(zip(own, wanted, strict=True))
    return next((i for i, (a, v) in pairs if not alike(a, v)), None)


def until(series, turns):
    """Return for each case the values up to a turn of a loop, None where there is no turn to look at."""
    return [None if t is None or not s else s[: t + 1] for s, t in zip(series, turns, strict=True)]


def is_handed_in(e, part):
    """Return whether a name has the value of the argument of that name, at all times and in every case."""
    name = part.node.id
    if name not in e.args[0]:
        return False
    for args, notes in zip(e.args, e.notes, strict=True):
        original = snapshot(args.get(name))
        for value in notes.series.get(part.number, ()):
            if not (value is ... and name not in e.observer.stored or alike(value, original)):
                return False
    return True


def is_input(e, part):
    """Return whether a part is an argument as it came in."""
    return (
        isinstance(part.node, ast.Name)
        and part.node.id in e.args[0]
        and part.node.id not in e.observer.stored
    )


def draws_alike(e):
    """Return whether the numbers drawn are the course's: another order of draws makes others, and they may be right."""
    generators = arguments.generators(e)
    right = {mark(series) for series in pool_of(e.exercise)} if generators else ()
    for part in e.observer.parts:
        called = part.node.func if isinstance(part.node, ast.Call) else None
        if isinstance(called, ast.Attribute) and getattr(called.value, "id", None) in generators:
            if mark([notes.series.get(part.number) for notes in e.notes]) not in right:
                return False
    return True


def has_free_results(e):
    """Return whether values cannot be compared with the course's one by one."""
    return e.exercise.probe is not None or arguments.is_random(e)


def ways(e):
    """Yield (part, the course's values for it in each case) that might be tried."""
    right, telling = {mark(series) for series in pool_of(e.exercise)}, any(map(is_telling, e.results))
    for part in e.observer.parts:
        if isinstance(part.node, ast.Name) and (is_input(e, part) or part.role == "inner"):
            continue  # what was handed in is as it should be
        if part.role == "root" and part.target == "return":
            continue  # that the result differs is known
        above = e.observer.parts[part.parent].node if part.parent is not None else None
        if isinstance(above, ast.Subscript) and part.node in ast.walk(above.slice):
            continue  # an index is no value that is computed
        if e.test_around(part.number) is not None:
            continue  # what a condition compares only decides between its branches
        set_outside = isinstance(part.node, ast.Name) and part.node.id not in e.observer.stored
        constant = is_written(part.node)
        if mark([notes.series.get(part.number) for notes in e.notes]) in right and not constant:
            continue  # the course has these values, too
        for series in pool_of(e.exercise):
            if constant and not (
                telling and is_constant(series) and is_near(ast.literal_eval(part.node), series)
            ):
                continue
            if set_outside and not is_constant(series):
                continue  # an argument of the learner's own with a default, or something of the notebook
            own = [notes.series.get(part.number) for notes in e.notes]
            if is_length(part.node) and mark(series) in inputs(e):
                continue  # no number of rows is what was handed in
            counts = is_length(part.node) or is_shape_entry(part.node)
            if (counts or isinstance(part.node, ast.BinOp)) and is_neutral(series) and not is_neutral(own):
                continue  # with such a value the part has no effect: it is the part that is too much
            if (
                isinstance(above, ast.BinOp)
                and isinstance(above.op, ast.Add | ast.Sub)
                and is_all(e, part, series)
            ):
                continue  # the value of the whole sum, whose other side is as good as nothing: it may be wrong, too
            if in_a_call(e, part) and is_flat(own, series):
                continue  # what the call does along an axis would have no effect
            if fits(e, part, series):
                yield part, series


def in_a_call(e, part):
    """Return whether a part stands in the call of a method or of a function of NumPy, perhaps deep inside."""
    while part.parent is not None:
        part = e.observer.parts[part.parent]
        if isinstance(part.node, ast.Call) and isinstance(part.node.func, ast.Attribute):
            return True
    return False


def is_written(node):
    """Return whether an expression is a number written in, perhaps with a minus."""
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)


def inputs(e):
    """Return the marks of the arguments, as series of one value for each case."""
    return {mark([[snapshot(args.get(name))] for args in e.args]) for name in e.args[0]}


def is_telling(result):
    """Return whether a wrong number of a case is no whole one: by chance another change would hardly make it."""
    wrong = wrong_leaves(result)
    return wrong is None or not all(map(arguments.is_whole_number, wrong))


def yes_or_no(e):
    """Return whether all that is wrong is True for False or False for True: by chance many changes would mend that."""
    wrong = [wrong_leaves(e.results[i]) for i in e.failing]
    return all(some and all(isinstance(leaf, bool) for leaf in some) for some in wrong)


def wrong_leaves(result):
    """Return what is asked for where the result of a case has something else, or None where its form is another."""
    expected, actual = leaves(result.expected), leaves(result.outcome.value)
    if len(expected) != len(actual):
        return None
    return [x for x, a in zip(expected, actual, strict=True) if not alike(a, x)]


def is_constant(series):
    """Return whether the values of a series are one number, no whole one, and the same in every case."""
    values = [v for s in series if s for v in s]
    single = all(isinstance(v, int | float | np.number) and alike(v, values[0]) for v in values)
    return bool(values) and single and not arguments.is_whole_number(values[0])


def is_near(number, series):
    """Return whether a number written in is of the size of the one in a series: no tiny one switches a term off."""
    wanted = next(abs(v) for values in series if values for v in values)
    return isinstance(number, int | float) and (abs(number) <= 1e-3 or abs(wanted) > 1e-6)


def is_neutral(series):
    """Return whether a series is a 0 or a 1, always the same."""
    values = [v for values in series if values for v in values]
    numbers = all(isinstance(v, int | float | np.generic | np.ndarray) for v in values)
    return bool(values) and numbers and any(all(np.all(v == n) for v in values) for n in (0, 1))


def is_all(e, part, series):
    """Return whether beside the values of a series the other operand of a part is as good as nothing in all cases."""
    others = [
        p for p in e.observer.parts if p.parent == part.parent and p is not part and p.role == "operand"
    ]
    beside = [v for notes in e.notes for p in others for v in notes.series.get(p.number) or ()]
    values = [v for some in series for v in some or ()]
    if not beside or not values or not all(isinstance(v, NUMERIC) and np.size(v) for v in (*beside, *values)):
        return False
    largest, wanted = (max(np.max(np.abs(v)) for v in some) for some in (beside, values))
    return bool(largest <= NOTHING * wanted)


def is_flat(own, series):
    """Return whether the values of a series have an axis of length 1 where those of a part have a longer one."""
    pairs = [(o[0], s[0]) for o, s in zip(own, series, strict=True) if o and s]
    same = [
        (o.shape, s.shape)
        for o, s in pairs
        if hasattr(o, "shape") and hasattr(s, "shape") and o.ndim == s.ndim
    ]
    return any(n == 1 < m for o, s in same for m, n in zip(o, s, strict=True))


def fits(e, part, series):
    """Return whether the values of a series could stand for a part, and are neither its own nor the answer."""
    differs, answer = False, True
    for result, notes, values in zip(e.results, e.notes, series, strict=True):
        own = notes.series.get(part.number)
        if own is None or values is None:
            continue
        if len(values) not in (1, len(own)) or own[0] is ... or values[0] is ...:
            return False
        if any(
            isinstance(own[0], kind) != isinstance(values[0], kind)
            for kind in (tuple | list, bool | np.bool_)
        ):
            return False
        if isinstance(own[0], tuple | list) and len(own[0]) != len(values[0]):
            return False
        answer = answer and alike(values[-1], result.expected)
        differs = differs or not alike(own[-1], values[-1])
    return differs and not answer


def replacing(e, part, series, alone=False):
    """Return the change that puts the values of a series in the place of a part, unless `alone` wherever it stands."""
    position = {id(args): i for i, args in enumerate(e.args)}
    own = [notes.series.get(part.number) for notes in e.notes]
    numbers, others = [part.number], []
    for other in () if alone else e.observer.parts:  # the same text and values: the same mistake made twice
        if other.text == part.text and (other.role, other.target) != ("root", "return"):
            same = mark([notes.series.get(other.number) for notes in e.notes]) == mark(own)
            if same and other.number != part.number:
                numbers.append(other.number)
                others.append((other.line, other.text))

    def settings(args):
        values = series[position[id(args)]] or ()
        return {"values": {number: feed(values) for number in numbers} if values else {}}

    words = {"part": part, "series": series}
    return Change("place", part.line, words, settings, number=part.number, others=tuple(others))


def feed(values):
    """Return a change of a value: the next of a series each time, or always the only one."""
    left = iter(values)
    return lambda v: fresh(values[0] if len(values) == 1 else next(left, v))


def difference(e, part, series, kind):
    """Return (kind of sentence, its fields) for the first value of a part that is not the one of a series."""
    for index in (*e.failing, *range(len(e.results))):
        own, wanted = e.notes[index].series.get(part.number), series[index]
        if (turn := first_wrong(own, wanted)) is not None:
            expected = wanted[turn if len(wanted) == len(own) else 0]
            return pair_in_words(kind, own[turn], expected, e.results[index].case.note)
    raise LookupError(part.text)
