"""Families of small slips, each tried on every part of a learner's function.

What if just this were otherwise?
A family belongs to a structure, not to an exercise: a matrix product for an entrywise one, the other axis, a number
written in where an argument belongs. `changes` and `rewritings` propose; `locate` tries, and believes none that does
not make every case right. Nothing here knows the right answer.
"""

import ast
import operator
import re
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from helpers.engine.check.locate.calls import of_call
from helpers.engine.check.locate.observer import COMPARISONS, OPERATORS
from helpers.engine.check.locate.written_numbers import names_in, of_constant

SWAPS = {
    ast.Mult: (
        ("matrix product", operator.matmul),
        ("quotient", operator.truediv),
        ("power", operator.pow),
        ("sum", operator.add),
    ),
    ast.MatMult: (("entry by entry", operator.mul),),
    ast.Add: (("minus", operator.sub), ("product", operator.mul)),
    ast.Sub: (("plus", operator.add),),
    ast.Div: (("product", operator.mul),),
    ast.FloorDiv: (("true division", operator.truediv),),
    ast.Pow: (("product", operator.mul),),
}
WITH_SIDE = (ast.Sub, ast.Div, ast.FloorDiv)  # operators that are too much with one of their sides
MISSING = {
    "missing factor": operator.mul,
    "missing divisor": operator.truediv,
    "missing summand": operator.add,
    "missing to subtract": operator.sub,
    "missing before": lambda v, other: other - v,
}
NAME = re.compile(r"\b[A-Za-z_]\w*")


@dataclass(frozen=True)
class Change:
    """One thing done otherwise: `kind` names its sentence, `words` fills it in; `settings(args)` is for the observer.

    `args` are the arguments of the case. A rewriting has a `function` of its own in place of settings. Changes with
    the same `like` are tried together too, as one slip is often made in all places; `others` are then the (line, text)
    of the places after the first, and `members` the changes. `number` is that of the part. `call` is what is called
    instead.
    """

    kind: str
    line: int
    words: dict = field(default_factory=dict)
    settings: object = None
    function: object = None
    call: object = None
    like: tuple = ()
    number: int = None
    others: tuple = ()
    members: tuple = ()


def changes(observer, notes, names):
    """Yield the `Change`s of all parts, likely ones first; `notes` are those of one call, `names` the arguments."""
    ranked = []
    for part in observer.parts:
        seen = [v for v in notes.series.get(part.number, ()) if v is not ...]
        for rank, change in of_part(part, seen, observer, names):
            ranked.append((rank, len(ranked), change))
    return [change for _, _, change in sorted(ranked, key=lambda r: r[:2])]


def of_part(part, seen, observer, names):
    """Yield (rank, change) of one part, whose values so far are `seen`."""
    node, k = part.node, part.number
    words = {"text": part.text}
    above = observer.parts[part.parent].node if part.parent is not None else None

    def made(kind, settings, more):
        call = more.pop("call", None)
        like = (kind, *sorted((name, str(v)) for name, v in (words | more).items()))
        like = more.pop("like", like)
        return Change(kind, part.line, words | more, settings, call=call, like=like, number=k)

    def value(kind, function, **more):
        return made(kind, lambda args: {"values": {k: lambda v: function(v, args)}}, more)

    def binary(kind, operation, **more):
        return made(kind, lambda args: {"binaries": {k: operation}}, more)

    def call(kind, function, **more):
        return made(kind, lambda args: {"calls": {k: function}}, more | {"call": function})

    if isinstance(node, ast.BinOp):
        yield from of_operator(node, binary, below=is_divisor(node, above))
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for kind, other in COMPARISONS.items():
            if kind is not type(node.ops[0]):
                yield 3, binary("comparison", other)
    elif is_length(node):
        rows = {"name": ast.unparse(node.args[0])}
        yield 1, call("rows counted", lambda f, a, kw: a[0].shape[1], like=("rows counted",), **rows)
    elif isinstance(node, ast.Call):
        yield from of_call(node, call)
    elif isinstance(node, ast.Constant) and not isinstance(node.value, bool) and part.role != "keyword":
        yield from of_constant(part, observer.parts, value, names)
    elif isinstance(node, ast.Subscript) and is_shape_entry(node):
        yield 1, value("wrong size", lambda v, args: other_size(observer, node, args))
    elif isinstance(node, ast.Name) and node.id not in observer.bound:
        counted = isinstance(above, ast.BinOp) and any(
            isinstance(n, ast.Constant) for n in (above.left, above.right)
        )
        yield from of_name(node.id, value, observer, names, seen, counted)
    if part.role == "root":
        yield from of_two_names(part, observer, made, names)
    if not is_length(above):
        yield from of_value(part, seen, value)


def of_operator(node, binary, below):
    """Yield changes of a binary operator; below the line of a quotient it may be the brackets that are too much."""
    neutral = any(isinstance(side, ast.Constant) and side.value == 1 for side in (node.left, node.right))
    for name, other in SWAPS.get(type(node.op), ()):
        if below and name == "quotient":
            continue
        if not (neutral and name in ("product", "quotient", "power")):  # times 1 is a change of nothing
            yield 1, binary(name, other, like=(name, ast.unparse(node.right)))
    own = OPERATORS.get(type(node.op))
    if own is not None and not isinstance(node.op, ast.Add | ast.Mult):
        yield 2, binary("sides exchanged", lambda a, b: own(b, a))
    if own is not None:
        # First of all: what makes everything right by leaving something out is no accident.
        sides = (node.left, node.right)
        for kept, part in ((0, node.right), (1, node.left)):
            if getattr(sides[kept], "value", None) in (0, 1):
                continue  # what is left does nothing: then the whole is too much, wherever it is used
            text = side_of(node, part)
            numbers = any(isinstance(n, ast.Constant) for n in ast.walk(part))
            like = ("too much", type(node.op), kept, NAME.sub("_", text) if numbers else text)
            yield 0, binary("too much", lambda a, b, k=kept: (a, b)[k], part=text, like=like)


def above_of(observer, part):
    """Return the expression around a part, or None."""
    return observer.parts[part.parent].node if part.parent is not None else None


def is_divisor(node, above):
    """Return whether an expression is what a quotient is divided by."""
    return isinstance(above, ast.BinOp) and isinstance(above.op, ast.Div) and node is above.right


def side_of(node, side):
    """Return the text of a side of an operator, in the brackets that it needs; a `-` or `/` belongs to it."""
    left, right = (ast.Name("_") if each is not side else each for each in (node.left, node.right))
    text = ast.unparse(ast.BinOp(left, node.op, right))
    first, last = (text[2:].split(" ", 1), 1) if side is node.right else (text[:-2].rsplit(" ", 1), 0)
    return " ".join(first) if isinstance(node.op, WITH_SIDE) else first[last]


def is_length(node):
    """Return whether an expression is `len(X)`."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len" and len(node.args) == 1


def is_shape_entry(node):
    """Return whether an expression is `X.shape[0]` or the like."""
    shape = node.value if isinstance(node, ast.Subscript) else None
    return isinstance(shape, ast.Attribute) and shape.attr == "shape" and isinstance(node.slice, ast.Constant)


def other_size(observer, node, args):
    """Return the length of the other axis of a table, for `X.shape[0]` that of axis 1."""
    array = node.value.value
    return observer.current.get(array.id, args.get(array.id)).shape[1 - node.slice.value]


def missing(observer, names):
    """Yield changes of a value by what may be missing beside it: 1 or a name, added, subtracted, factor or divisor."""
    for part in observer.parts:
        node, k = part.node, part.number
        if part.role not in ("root", "operand") or isinstance(node, ast.Tuple | ast.List | ast.Constant):
            continue
        if isinstance(node, ast.Name) and node.id in observer.filled:
            continue  # its entries are set one by one: there is what is wrong with them
        beside = names_in(root_of(observer, part).node)
        others = {other: lambda o=other: observer.current[o] for other in [*names, *observer.stored]}
        others = {
            o: get
            for o, get in others.items()
            if names.get(o, "array") in ("array", "number") and o != part.text
        }
        for other, get in ([] if isinstance(node, ast.Name) else [("1", lambda: 1)]) + list(others.items()):
            for kind, operation in MISSING.items():
                if kind == "missing factor" and other in beside:
                    continue  # it stands in the wrong place, rather than that it is missing
                if kind == "missing divisor" and is_divisor(node, above_of(observer, part)):
                    continue  # what is divided twice is a factor

                def settings(args, k=k, get=get, operation=operation):
                    return {"values": {k: lambda v: operation(v, get())}}

                yield Change(kind, part.line, {"text": part.text, "other": other}, settings, number=k)


def of_the_kind(value, other):
    """Return another value if it is of the kind of a value: both can be calculated with, or both have items."""
    kinds = ((int, float, np.ndarray, np.generic), (list, tuple))
    if type(value) is type(other) or any(isinstance(value, k) and isinstance(other, k) for k in kinds):
        return other
    raise TypeError(type(other).__name__)


def of_name(name, value, observer, names, seen, counted):
    """Yield changes of a name: another name in its place; `counted` is whether a number stands beside it already."""
    local = observer.stored
    inside = name in names or name in local
    for other in [*names, *local]:
        if other != name:
            if other == "_":
                continue  # a name for what is not used
            kind = "wrong name" if inside else "outside name"
            rank = 3 if inside else 1
            yield rank, value(kind, lambda v, args, o=other: of_the_kind(v, observer.current[o]), other=other)
    if seen and all(type(v) is int for v in seen) and not counted:
        yield 4, value("one more", lambda v, args: v + 1)
        yield 4, value("one less", lambda v, args: v - 1)


def of_two_names(part, observer, made, names):
    """Yield changes of the right side of an assignment: two names of it exchanged, wherever they stand in it."""
    inside = [p for p in observer.parts if isinstance(p.node, ast.Name) and stands_in(observer, p, part)]
    found = [n for n in dict.fromkeys(p.node.id for p in inside) if n in names or n in observer.stored]
    rank = 4 if isinstance(part.node, ast.Tuple | ast.List) else 3  # one entry says more than all of them
    for first, second in combinations(found, 2):

        def settings(args, pair=(first, second)):
            other = dict(zip(pair, pair[::-1], strict=True))
            places = [p for p in inside if p.node.id in other]
            return {"values": {p.number: lambda v, n=other[p.node.id]: observer.current[n] for p in places}}

        yield rank, made("names exchanged", settings, {"first": first, "second": second})


def root_of(observer, part):
    """Return the part that is the whole expression in which a part stands."""
    while part.parent is not None:
        part = observer.parts[part.parent]
    return part


def stands_in(observer, part, other):
    """Return whether a part stands in another one, or is it."""
    while part.number != other.number:
        if part.parent is None:
            return False
        part = observer.parts[part.parent]
    return True


def of_value(part, seen, value):
    """Yield changes of what a part is worth: turned, its sign, its form, divided by a size."""
    arrays = [v for v in seen if isinstance(v, np.ndarray)]
    connected = part.role in ("root", "operand", "argument")
    if any(v.ndim == 2 for v in arrays) and connected and not isinstance(part.node, ast.BinOp):
        yield 1, value("transposed", lambda v, args: v.T)
    if any(v.ndim == 1 for v in arrays) and connected:
        yield 3, value("rank-1", lambda v, args: v.reshape(-1, 1))
        yield 3, value("rank-1", lambda v, args: v.reshape(1, -1))
    if any(v.dtype.kind in "iu" for v in arrays) and isinstance(part.node, ast.Call):
        yield 2, value("whole numbers", lambda v, args: v.astype(float))
    if isinstance(part.node, ast.Name | ast.Subscript) and arrays and part.role == "root":
        yield 3, value("second name", lambda v, args: np.copy(v))
    if part.role == "root" and seen and not all(isinstance(v, tuple | list) for v in seen):
        if any(np.any(v) and np.asarray(v).dtype.kind == "f" for v in seen):
            yield 2, value("sign", lambda v, args: -v)
            divided = isinstance(part.node, ast.BinOp) and isinstance(part.node.op, ast.Div)
            for axis, lines in ((1, "columns"), (0, "rows")):
                if divided:
                    continue  # it is divided already
                yield 2, value(f"not divided by {lines}", lambda v, args, a=axis: v / size(args, a))
                yield 4, value(f"divided by {lines}", lambda v, args, a=axis: v * size(args, a))
            yield 4, value("factor", lambda v, args: v / 2)
            yield 4, value("factor", lambda v, args: v * 2)


def size(args, axis):
    """Return how many columns, or rows, the first table among the arguments has."""
    return next(a.shape[axis] for a in args.values() if isinstance(a, np.ndarray) and a.ndim >= 2)
