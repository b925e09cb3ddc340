"""The first place that goes wrong: with the course's value there, every case agrees."""

import ast

from helpers.engine.check.locate import arguments
from helpers.engine.check.locate.course_values import mark, pool_of
from helpers.engine.check.locate.findings import Finding, pair_in_words, short, with_end
from helpers.engine.check.locate.observer import alike
from helpers.engine.check.locate.slips import Change
from helpers.engine.check.locate.words import FACTS
from helpers.engine.check.plain_data import fresh


def places(e):
    """Yield the first part with which, were it worth what the course has at that place, all is right."""
    if has_free_results(e):
        return
    order = {key: i for i, key in enumerate(max((n.series for n in e.notes), key=len))}
    for part, series in sorted(ways(e), key=lambda way: order.get(way[0].number, len(order))):
        change = replacing(e, part, series)
        if e.cures(change):
            yield place(e, change, "all")
            return


def place(e, change, confirmed, **more):
    """Return the finding that a part goes wrong, and what the course's value in its place was seen to do."""
    part = change.words["part"]
    kind, words = difference(e, part, change.words["series"])
    sentence = FACTS[kind].format(line=part.line, text=short(part.text), **words)
    end = with_end(sentence, confirmed, len(e.results), **more)
    return Finding(kind, end, part.line, confirmed == "all")


def is_input(e, part):
    """Return whether a part is an argument as it came in."""
    return (
        isinstance(part.node, ast.Name)
        and part.node.id in e.args[0]
        and part.node.id not in e.observer.stored
    )


def has_free_results(e):
    """Return whether values cannot be compared with the course's one by one."""
    return e.exercise.probe is not None or arguments.is_random(e.exercise, e.function, e.results)


def ways(e):
    """Yield (part, the course's values for it in each case) that might be tried."""
    right = {mark(series) for series in pool_of(e.exercise)}
    for part in e.observer.parts:
        if isinstance(part.node, ast.Name) and (is_input(e, part) or part.role == "inner"):
            continue  # what was handed in is as it should be
        if part.role == "root" and part.target == "return":
            continue  # that the result differs is known
        if mark([notes.series.get(part.number) for notes in e.notes]) in right:
            continue  # the course has these values, too
        for series in pool_of(e.exercise):
            if fits(e, part, series):
                yield part, series


def fits(e, part, series):
    """Return whether the values of a series could stand for a part, and are neither its own nor the answer."""
    differs, answer = False, True
    for result, notes, values in zip(e.results, e.notes, series, strict=True):
        own = notes.series.get(part.number)
        if own is None or values is None:
            continue
        if len(values) not in (1, len(own)) or own[0] is ... or values[0] is ...:
            return False
        if isinstance(own[0], tuple | list) != isinstance(values[0], tuple | list):
            return False
        answer = answer and alike(values[-1], result.expected)
        differs = differs or not alike(own[-1], values[-1])
    return differs and not answer


def replacing(e, part, series):
    """Return the change that puts the values of a series in the place of a part, wherever its text stands."""
    position = {id(args): i for i, args in enumerate(e.args)}
    own = [notes.series.get(part.number) for notes in e.notes]
    numbers = [part.number]
    for other in e.observer.parts:  # the same text with the same values: the same mistake made twice
        if other.text == part.text and (other.role, other.target) != ("root", "return"):
            if mark([notes.series.get(other.number) for notes in e.notes]) == mark(own):
                numbers.append(other.number)

    def settings(args):
        values = series[position[id(args)]] or ()
        return {"values": {number: feed(values) for number in numbers} if values else {}}

    return Change("place", part.line, {"part": part, "series": series}, settings)


def feed(values):
    """Return a change of a value: the next of a series each time, or always the only one."""
    left = iter(values)
    return lambda v: fresh(values[0] if len(values) == 1 else next(left, v))


def difference(e, part, series):
    """Return (kind, words) for the first value of a part that is not the one of a series."""
    for index in (*e.failing, *range(len(e.results))):
        own = e.notes[index].series.get(part.number)
        if own and series[index] is not None:
            wanted = series[index] if len(series[index]) == len(own) else list(series[index]) * len(own)
            pair = next(((a, v) for a, v in zip(own, wanted, strict=True) if not alike(a, v)), None)
            if pair:
                return pair_in_words("place", *pair, e.results[index].case.note)
    raise LookupError(part.text)
