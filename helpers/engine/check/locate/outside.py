"""What is seen of an answer from outside: in its results, in the names it reads, and by calling it again."""

from helpers.engine.check.exercise import Case
from helpers.engine.check.locate import arguments, names, results
from helpers.engine.check.locate.findings import Finding, fact
from helpers.engine.check.locate.words import ONLY_WHERE
from helpers.engine.check.shown import show
from helpers.engine.check.words import listed


def from_results(e):
    """Yield what the results of the cases show."""
    if (value := results.constant(e.results)) is not None:
        yield fact("constant", value=show(value[0]))
    if (part := results.same_numbers(e.exercise, e.results)) is not None:
        yield fact("same numbers", part=part)
    if results.in_another_order(e.exercise, e.results):
        yield fact("other order", complete=True)
    if results.only_the_first(e.results):
        yield fact("only the first")
    if spoiled := results.changed(e.exercise, e.results):
        kind = "changed too" if e.exercise.may_change or e.exercise.probe else "changed"
        yield fact(kind, names=listed(e.own.get(n, n) for n in spoiled))
    if where := results.only_where(e.results, e.own):
        kind, fields = where
        yield Finding("only where", ONLY_WHERE[kind].format(**fields))


def from_first_line(e):
    """Yield that the function has its arguments in another order, where in that order everything is right."""
    wanted = list(max((r.case.args for r in e.results), key=len))
    if e.program is None or e.program.first.args.defaults:
        return
    own = [a.arg for a in e.program.first.args.args]
    if own == wanted or sorted(own) != sorted(wanted):
        return
    for result, expected in zip(e.results, e.expected, strict=True):
        reordered = Case(result.case.note, **{name: result.case.args[name] for name in own})
        if not e.judged(reordered, expected, e.function).right:
            return
    yield fact("arguments reordered", e.program.first.lineno, True, names=", ".join(wanted))


def from_names(e):
    """Yield what the names show that the function reads."""
    if e.program is None:
        return
    for rng in arguments.generators(e)[:1]:
        if own := names.own_numbers(e.program, rng):
            yield fact("own numbers", own[0], text=own[1], name=rng)
        if one := names.single_draw(e.program, rng):
            yield fact("single draw", one[0], text=one[1])
    if (asserted := names.tuple_asserted(e.program)) is not None:
        yield fact("tuple asserted", asserted)
    if kept := names.kept_between_calls(e.program):
        yield fact("kept between calls", kept[1], name=kept[0])
    if (returned := names.nothing(e.program)) is not None:
        yield fact("nothing", returned[0], text=returned[1])
    if (lost := names.not_used(e.program)) is not None:
        yield fact("not used", lost[0], name=lost[1])
    if (loop := names.over_rows(e.program, results.single_rows(e.results, e.own))) is not None:
        yield fact("over rows", loop[0], name=loop[1])
    if outside := names.outside_data(e.program):
        yield fact("outside data", outside[1], name=outside[0])


def from_calls(e):
    """Yield on which arguments the result does not depend, or that it is another one each time."""
    if arguments.is_random(e):
        yield fact("random")
        return
    unread = names.never_used(e.program, e.own) if e.program is not None else []
    missing = arguments.ignored(e.exercise, e.function, e.results, unread)
    other = [e.own.get(name, name) for name in missing if name not in unread]
    if unread := [e.own[name] for name in unread if name in missing]:
        if len(unread) == 1:
            yield fact("never used", name=unread[0])
        else:
            yield fact("never used together", names=listed(unread))
    if other and results.constant(e.results) is None:
        yield fact("ignored", names=listed(other))


def from_counts(e):
    """Yield up to which number of iterations, or of whatever an argument counts, the result is right."""
    if (found := arguments.first_wrong_count(e.exercise, e.function, e.results)) is not None:
        name, count = found
        yield fact("first count", name=e.own.get(name, name), count=count, next=count + 1)


def from_resemblance(e):
    """Yield what the course's function would have to be called with to give these results."""
    if results.constant(e.results) is None:
        for kind, words in arguments.called_otherwise(e.exercise, e.results):
            yield fact(kind, **words)
