"""Families of slips in a number written in: one more, one less, an argument or a size in its place."""

import ast

MEASURES = (
    lambda a: a.shape[0],
    lambda a: a.shape[1],
    lambda a: a.size,
    lambda a: a.size // a.shape[0],
    lambda a: a.size // a.shape[-1],
)


def of_constant(part, parts, value, names):
    """Yield changes of a number written in."""
    number, beside = part.node.value, beside_of(part, parts)
    if part.role == "index":
        around = parts[part.parent].text
        yield 3, value("next entry", lambda v, args: v + 1, around=around, like=("next entry", around))
        yield 3, value("entry before", lambda v, args: v - 1, around=around, like=("entry before", around))
        return
    above = parts[part.parent].node if part.parent is not None else None
    exponent = isinstance(above, ast.BinOp) and isinstance(above.op, ast.Pow)
    for name, kind in names.items() if not exponent else ():  # no power is to a size
        if kind == "number" and number not in (-1, 0, 1, 2) and name not in beside:
            yield 1, value("number for argument", lambda v, args, n=name: args[n], name=name)
        for measure in MEASURES if kind == "array" and number not in (-1, 0, 1) else ():
            yield 4, value("size written in", lambda v, args, n=name, f=measure: f(args[n]), name=name)
        if kind == "list" and number not in (-1, 0, 1):
            yield 4, value("size written in", lambda v, args, n=name: len(args[n]), name=name)
    if isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.USub) and isinstance(number, int):
        yield 3, value("one less", lambda v, args: v + 1, text=f"-{number}")
        yield 3, value("one more", lambda v, args: v - 1, text=f"-{number}")
        return
    if isinstance(number, int):
        if is_exchanged_axis(above, part.node):
            return
        neutral, called = neutral_in(above), ast.unparse(above.func) if isinstance(above, ast.Call) else ""
        if number + 1 != neutral:
            yield 3, value("one more", lambda v, args: v + 1, like=("one more", number, called))
        if number - 1 != neutral and not (number == 0 and part.role == "root"):  # a count begins at 0
            yield 3, value("one less", lambda v, args: v - 1, like=("one less", number, called))
    elif number:
        yield 3, value("sign", lambda v, args: -v)


def beside_of(part, parts):
    """Return the names in the call in which a part stands, if it stands in one."""
    above = part.parent
    while above is not None and not isinstance(parts[above].node, ast.Call):
        above = parts[above].parent
    return () if above is None else names_in(parts[above].node)


def names_in(node):
    """Return the names in an expression."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def is_exchanged_axis(call, node):
    """Return whether a number is an axis in `swapaxes`, which with another one may do nothing at all."""
    return isinstance(call, ast.Call) and ast.unparse(call.func).endswith("swapaxes") and node in call.args


def neutral_in(node):
    """Return the number that changes nothing on the right side of an operation, or None."""
    if not isinstance(node, ast.BinOp):
        return None
    return 0 if isinstance(node.op, ast.Add | ast.Sub) else 1
