"""Families of small slips, each tried on every part of a learner's function: what if just this were otherwise?

A family belongs to a structure, not to an exercise: a matrix product for an entrywise one, the other axis, a number
written in where an argument belongs. `changes` and `rewritings` propose; `locate` tries, and believes none that does
not make every case right. Nothing here knows the right answer.
"""

import ast
import copy
import operator
from dataclasses import dataclass, field

import numpy as np

from helpers.engine.check.trace import COMPARISONS, OPERATORS

SWAPS = {
    ast.Mult: (("matrix product", operator.matmul), ("quotient", operator.truediv), ("power", operator.pow)),
    ast.MatMult: (("entry by entry", operator.mul),),
    ast.Add: (("minus", operator.sub), ("product", operator.mul)),
    ast.Sub: (("plus", operator.add),),
    ast.Div: (("product", operator.mul),),
    ast.FloorDiv: (("true division", operator.truediv),),
}
RELATED = {
    "sum": ("mean",),
    "mean": ("sum", "max"),
    "median": ("mean",),
    "max": ("maximum", "min", "sum"),
    "min": ("minimum", "max"),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "argmax": ("argmin", "max"),
    "argmin": ("argmax", "min"),
    "var": ("std",),
    "std": ("var",),
    "log2": ("log",),
    "log10": ("log",),
    "floor": ("round",),
    "any": ("all",),
}


@dataclass(frozen=True)
class Change:
    """One thing done otherwise: `kind` names its sentence, `words` fills it in; `settings(args)` is for the observer.

    `args` are the arguments of the case. A rewriting has a `function` of its own in place of settings.
    """

    kind: str
    line: int
    words: dict = field(default_factory=dict)
    settings: object = None
    function: object = None


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

    def value(kind, function, **more):
        return Change(
            kind, part.line, words | more, lambda args: {"values": {k: lambda v: function(v, args)}}
        )

    def binary(kind, operation, **more):
        return Change(kind, part.line, words | more, lambda args: {"binaries": {k: operation}})

    def call(kind, function, **more):
        return Change(kind, part.line, words | more, lambda args: {"calls": {k: function}})

    if isinstance(node, ast.BinOp):
        yield from of_operator(node, binary, words)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for kind, other in COMPARISONS.items():
            if kind is not type(node.ops[0]):
                yield 2, binary("comparison", other)
    elif isinstance(node, ast.Call):
        yield from of_call(node, call)
    elif isinstance(node, ast.Constant) and not isinstance(node.value, bool):
        yield from of_constant(node.value, value, names)
    elif isinstance(node, ast.Name):
        yield from of_name(node.id, value, observer, names, seen)
    yield from of_value(part, seen, value)


def of_operator(node, binary, words):
    """Yield changes of a binary operator."""
    for name, other in SWAPS.get(type(node.op), ()):
        yield 1, binary(name, other)
    own = OPERATORS.get(type(node.op))
    if own is not None and not isinstance(node.op, ast.Add | ast.Mult):
        yield 2, binary("sides exchanged", lambda a, b: own(b, a))
    if own is not None:
        yield 5, binary("too much", lambda a, b: a, part=ast.unparse(node.right))
        yield 5, binary("too much", lambda a, b: b, part=ast.unparse(node.left))


def of_call(node, call):
    """Yield changes of a call: its function, its arguments, its axis."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    method = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") != "np"
    words = {"name": ast.unparse(node.func) if not method else name}
    for other in RELATED.get(name, ()):
        function = getattr(np, other)

        def related(f, args, kwargs, function=function):
            return function(*([f.__self__] if method else []), *args, **kwargs)

        yield 3, call("another function", related, **words)
    axis = next(
        (k.value.value for k in node.keywords if k.arg == "axis" and isinstance(k.value, ast.Constant)), ...
    )
    if axis is not ... or name in (
        "sum",
        "mean",
        "max",
        "min",
        "std",
        "var",
        "argmax",
        "softmax",
        "any",
        "all",
    ):
        for other in (0, 1, None):
            if other != (None if axis is ... else axis):
                kind = "no axis" if axis in (..., None) else "axis" if other is not None else "axis too much"
                yield 2, call(kind, lambda f, a, kw, o=other: f(*a, **{**kw, "axis": o}), **words)
                if other is not None and not any(k.arg == "keepdims" for k in node.keywords):
                    yield (
                        3,
                        call(
                            kind,
                            lambda f, a, kw, o=other: f(*a, **{**kw, "axis": o, "keepdims": True}),
                            **words,
                        ),
                    )
        if axis not in (..., None):
            kept = any(k.arg == "keepdims" for k in node.keywords)
            kind = "axis kept" if kept else "axis lost"
            yield (
                2,
                call(
                    kind, lambda f, a, kw: f(*a, **{**kw, "keepdims": not kw.get("keepdims", False)}), **words
                ),
            )
    for i in range(len(node.args)):
        for j in range(i + 1, len(node.args)):
            first, second = ast.unparse(node.args[i]), ast.unparse(node.args[j])
            yield 2, call("arguments exchanged", exchanged(i, j), first=first, second=second, **words)
    if len(node.args) >= 1 and not method:
        yield 4, call("call too much", lambda f, a, kw: a[0], inside=ast.unparse(node.args[0]), **words)
    elif method and not node.args:
        inside = ast.unparse(node.func.value)
        yield 4, call("call too much", lambda f, a, kw: f.__self__, inside=inside, **words)


def exchanged(i, j):
    """Return a call of a function with two of its arguments exchanged."""

    def call(function, args, kwargs):
        args = list(args)
        args[i], args[j] = args[j], args[i]
        return function(*args, **kwargs)

    return call


def of_constant(number, value, names):
    """Yield changes of a number written in."""
    for name, kind in names.items():
        if kind == "number":
            yield 1, value("number for argument", lambda v, args, n=name: args[n], name=name)
        for axis in range(2 if kind == "array" else 0):
            yield 4, value("size written in", lambda v, args, n=name, a=axis: args[n].shape[a], name=name)
        if kind == "list":
            yield 4, value("size written in", lambda v, args, n=name: len(args[n]), name=name)
    if isinstance(number, int):
        yield 3, value("one more", lambda v, args: v + 1)
        yield 3, value("one less", lambda v, args: v - 1)
    elif number:
        yield 3, value("sign", lambda v, args: -v)


def of_name(name, value, observer, names, seen):
    """Yield changes of a name: another name in its place."""
    local = {p.target for p in observer.parts if p.target not in ("", "return")}
    inside = name in names or name in local
    for other in [*names, *local]:
        if other != name:
            kind = "wrong name" if inside else "outside name"
            rank = 3 if inside else 1
            yield rank, value(kind, lambda v, args, o=other: observer.current[o], other=other)
    if seen and all(type(v) is int for v in seen):
        yield 4, value("one less", lambda v, args: v + 1)
        yield 4, value("one more", lambda v, args: v - 1)


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
        yield 2, value("sign", lambda v, args: -v)
        for axis in (1, 0):
            words = {"axis": axis}
            yield 4, value("not divided", lambda v, args, a=axis: v / size(args, a), **words)
            yield 4, value("divided once too often", lambda v, args, a=axis: v * size(args, a), **words)
        yield 4, value("factor", lambda v, args: v / 2)
        yield 4, value("factor", lambda v, args: v * 2)


def size(args, axis):
    """Return how many columns, or rows, the first table among the arguments has."""
    return next(a.shape[axis] for a in args.values() if isinstance(a, np.ndarray) and a.ndim >= 2)


# ------------------------------------------------------------------------------------------------ whole statements


def rewritings(program, names):
    """Yield `Change`s of whole statements: left out, moved, without their condition."""
    tree = program.definitions
    for body, owner in bodies(program.first):
        for i, statement in enumerate(body):
            for kind, new, words in of_statement(body, i, owner, statement):
                yield built(program, tree, body, new, kind, statement, words)
    body = program.first.body
    last = body[-1]
    if not isinstance(last, ast.Return):
        assigned = {
            t.id for s in body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)
        }
        for name in assigned:
            returned = ast.copy_location(ast.Return(ast.Name(name, ast.Load())), last)
            yield built(program, tree, body, [*body, returned], "not returned", last, {"text": name})
    yield from copied(program, tree, names)


def copied(program, tree, names):
    """Yield the changes that work on a copy of an argument."""
    body = program.first.body
    for name, kind in names.items():
        if kind in ("array", "list"):
            source = f"import copy as __copy__\n{name} = __copy__.deepcopy({name})"
            statements = [ast.copy_location(s, body[0]) for s in ast.parse(source).body]
            yield built(program, tree, body, [*statements, *body], "no copy", body[0], {"text": name})


def bodies(definition):
    """Yield (list of statements, the statement that holds it) of a function, outside in."""
    todo = [(definition.body, definition)]
    while todo:
        body, owner = todo.pop(0)
        yield body, owner
        for statement in body:
            for name in ("body", "orelse"):
                inner = getattr(statement, name, None)
                if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                    todo.append((inner, statement))


def of_statement(body, i, owner, statement):
    """Yield (kind, new body, words) for one statement of a body."""
    rest, text = [*body[:i], *body[i + 1 :]], first_line(statement)
    if isinstance(statement, ast.If) and not statement.orelse:
        test = ast.unparse(statement.test)
        yield "condition", [*body[:i], *statement.body, *body[i + 1 :]], {"text": test}
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        left = ast.Name(statement.target.id, ast.Load())
        value = ast.BinOp(left, statement.op, statement.value)
        new = ast.copy_location(ast.Assign([statement.target], value), statement)
        yield "in place", [*body[:i], new, *body[i + 1 :]], {"text": statement.target.id}
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Add | ast.Sub):
        other = ast.Sub() if isinstance(statement.op, ast.Add) else ast.Add()
        new = ast.copy_location(ast.AugAssign(statement.target, other, statement.value), statement)
        yield "sign of step", [*body[:i], new, *body[i + 1 :]], {"text": text}
    if rest and not isinstance(statement, ast.Return) and not is_docstring(statement):
        yield "line too much", rest, {"text": text}
    if i + 1 < len(body) and not isinstance(body[i + 1], ast.Return) and not is_docstring(statement):
        words = {"text": text, "other": first_line(body[i + 1])}
        yield "order", [*body[:i], body[i + 1], statement, *body[i + 2 :]], words
    if isinstance(statement, ast.For | ast.While):
        yield from of_loop(body, i, statement)


def of_loop(body, i, loop):
    """Yield (kind, new body, words) for statements moved out of a loop or into it."""

    def with_body(statements):
        new = copy.copy(loop)
        new.body = statements
        return new

    for j, inner in enumerate(loop.body):
        rest = [*loop.body[:j], *loop.body[j + 1 :]]
        if not rest:
            continue
        words = {"text": first_line(inner), "line": inner.lineno}
        kind = "return in loop" if isinstance(inner, ast.Return) else "belongs after loop"
        yield kind, [*body[:i], with_body(rest), inner, *body[i + 1 :]], words
        if not isinstance(inner, ast.Return):
            yield "belongs before loop", [*body[:i], inner, with_body(rest), *body[i + 1 :]], words
    if i + 1 < len(body) and not isinstance(body[i + 1], ast.Return):
        after = body[i + 1]
        words = {"text": first_line(after), "line": after.lineno}
        yield "belongs in loop", [*body[:i], with_body([*loop.body, after]), *body[i + 2 :]], words
    if i and not is_docstring(body[i - 1]):
        before = body[i - 1]
        words = {"text": first_line(before), "line": before.lineno}
        yield "belongs in loop", [*body[: i - 1], with_body([before, *loop.body]), *body[i + 1 :]], words


def is_docstring(statement):
    """Return whether a statement is only text."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def first_line(statement):
    """Return the first line of a statement."""
    return ast.unparse(statement).splitlines()[0]


def built(program, tree, body, new, kind, statement, words):
    """Return a change whose function has another body; None as function where that does not compile."""
    old = list(body)
    body[:] = new
    try:
        function = program.build(tree)
    except Exception:
        function = None
    finally:
        body[:] = old
    words = dict(words)
    return Change(kind, words.pop("line", statement.lineno), words, None, function)
