"""What is seen of an answer from outside: in its results, in the names it reads, and by calling it again."""

from helpers.engine.check.locate import arguments, names
from helpers.engine.check.locate.findings import fact, listed
from helpers.engine.check.plain_data import show


def from_results(e):
    """Yield what the results of the cases show."""
    if (value := arguments.constant(e.results)) is not None:
        yield fact("constant", value=show(value[0]))
    if spoiled := arguments.changed(e.exercise, e.results):
        yield fact("changed", names=listed(e.own.get(n, n) for n in spoiled))
    if where := arguments.only_where(e.results, e.own):
        yield fact("only where", where=where)


def from_names(e):
    """Yield what the names show that the function reads."""
    if e.program is None:
        return
    generators = [n for n, v in e.results[0].case.args.items() if arguments.kind_of(v) == "generator"]
    if generators and (own := names.own_numbers(e.program, e.own.get(generators[0], generators[0]))):
        yield fact("own numbers", own[0], text=own[1], name=e.own.get(generators[0], generators[0]))
    if outside := names.outside_data(e.program):
        yield fact("outside data", outside[1], name=outside[0])


def from_calls(e):
    """Yield on which arguments the result does not depend, or that it is another one each time."""
    if arguments.is_random(e.exercise, e.function, e.results):
        yield fact("random")
        return
    unread = names.never_used(e.program, e.own) if e.program is not None else []
    missing = arguments.ignored(e.exercise, e.function, e.results, unread)
    other = [e.own.get(name, name) for name in missing if name not in unread]
    if unread := [e.own[name] for name in unread if name in missing]:
        verb, it = (" is", "it") if len(unread) == 1 else (" are", "them")
        yield fact("never used", names=listed(unread) + verb, it=it)
    if other and arguments.constant(e.results) is None:
        yield fact("ignored", names=listed(other))


def from_resemblance(e):
    """Yield what the course's function would have to be called with to give these results."""
    for kind, words in arguments.called_otherwise(e.exercise, e.results):
        yield fact(kind, **words)
