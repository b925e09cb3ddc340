"""Where an answer computes the value that is asked for and returns another, or returns it in another form."""

from helpers.engine.check.locate.experiments import leaves, part_right, parts_right
from helpers.engine.check.locate.findings import fact, short
from helpers.engine.check.locate.observer import alike
from helpers.engine.check.locate.places import is_input


def asked_value(e):
    """Yield where the value that is asked for is there, and another is returned."""
    if e.exercise.judge is not None or all(
        alike(e.results[i].outcome.value, e.results[i].expected) for i in e.failing
    ):
        return
    wanted = [("right value", None, [r.expected for r in e.results])]
    returned = [e.results[i] for i in e.failing]
    tuples = all(isinstance(r.outcome.value, tuple | list) and not r.outcome.raised for r in returned)
    names = e.exercise.returns if isinstance(e.exercise.returns, tuple) and tuples else ()
    for i, name in enumerate(names):
        same_form = all(len(r.outcome.value) == len(names) for r in returned)
        if same_form and isinstance(name, str) and not any(part_right(r, i) for r in returned):
            wanted.append(("right part", name, [r.expected[i] for r in e.results]))
    for kind, name, values in wanted:
        for part in e.observer.parts:
            is_result = part.role == "root" and part.target == "return" and name is None
            if not is_input(e, part) and not is_result and everywhere(e, part.number, values):
                yield fact(kind, part.line, True, text=short(part.text), part=name)
                return
    if all_there(e):
        returned = all(all_returned(e.results[index]) for index in e.failing)
        yield fact("all there" if returned else "not all returned", None, True)


def everywhere(e, key, values):
    """Return whether the last value of a part is the given one in every case, exactly in its form."""
    for result, notes, value in zip(e.results, e.notes, values, strict=True):
        series = notes.series.get(key)
        rtol = e.exercise.rtol if result.case.rtol is None else result.case.rtol
        if not series or not alike(series[-1], value, rtol=rtol):
            return False
    return True


def all_there(e):
    """Return whether every part of the results was computed, and what is returned has another form."""
    for index in e.failing:
        result, notes = e.results[index], e.notes[index]
        if (
            result.outcome.raised
            or result.outcome.value is None
            or not isinstance(result.expected, tuple | list)
            or len(leaves(result.expected)) < 2
        ):
            return False
        if parts_right(result.expected, result.outcome):
            return False
        for leaf in leaves(result.expected):
            if not any(alike(value, leaf) for series in computed(e, notes) for value in series):
                return False
    return bool(e.failing)


def computed(e, notes):
    """Return the values of all parts in one call but of the arguments, which are there before anything is computed."""
    handed_in = {part.number for part in e.observer.parts if is_input(e, part)}
    handed_in |= set(e.args[0]) - set(e.observer.stored)
    return [series for key, series in notes.series.items() if key not in handed_in]


def all_returned(result):
    """Return whether every part of the expected value is somewhere in the value that was returned, each in a place."""
    returned = leaves(result.outcome.value)
    for leaf in leaves(result.expected):
        place = next((i for i, value in enumerate(returned) if alike(value, leaf)), None)
        if place is None:
            return False
        returned.pop(place)
    return True
