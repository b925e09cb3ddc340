"""What is seen in the values of a wrong answer's parts: a result that nobody keeps, the first that is not finite."""

import ast
import inspect

import numpy as np

from helpers.engine.check.exercise import source_of
from helpers.engine.check.locate.experiments import leaves
from helpers.engine.check.locate.findings import fact, short


def not_kept(e):
    """Yield the first call that stands alone though it returns something."""
    tree = ast.parse(source_of(inspect.unwrap(e.exercise.solution)))
    alone = [n.value for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)]
    meant = {ast.unparse(call.func) for call in alone if not writes_into(call)} | {
        "pop",
        "popleft",
        "setdefault",
        "next",
        "iternext",
        "write",
    }
    for part in e.observer.parts:
        if e.observer.unkept.get(part.number) and not writes_into(part.node):
            if e.exercise.probe and not ast.unparse(part.node.func).startswith("np."):
                continue  # where arrays are written into, other functions do so, too
            if not meant & {ast.unparse(part.node.func), getattr(part.node.func, "attr", "")}:
                yield fact("not kept", part.line, text=short(part.text))
                return


def writes_into(call):
    """Return whether a call says with `out=` where its result goes."""
    return any(keyword.arg == "out" for keyword in call.keywords)


def not_finite(e):
    """Yield the first part whose value is not finite, where a finite result is asked for."""
    smallest = min(e.failing)
    if is_finite(e.results[smallest].outcome.value) and not e.results[smallest].outcome.raised:
        return  # there something else goes wrong
    for index in e.failing:
        result = e.results[index]
        if result.outcome.raised or not is_finite(result.expected) or is_finite(result.outcome.value):
            continue
        for part in e.observer.parts:
            series = e.notes[index].series.get(part.number, ())
            if isinstance(part.node, ast.BinOp | ast.Call) and not all(map(is_finite, series)):
                inner = [p for p in e.observer.parts if p.parent == part.number]
                if all(is_finite(v) for p in inner for v in e.notes[index].series.get(p.number, ())):
                    yield fact("not finite", part.line, text=short(part.text), case=result.case.note)
                    return


def is_finite(value):
    """Return whether every number in a value is finite, as far as it is known."""
    if value is ... or value is None:
        return True
    return all(
        np.isfinite(leaf).all() for leaf in leaves(value) if isinstance(leaf, int | float | np.ndarray)
    )
