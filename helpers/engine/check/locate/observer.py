"""What an observed function hands every part of its expressions to: values are noted, or others put in their place.

Not here: how a function comes to do so (`rewriter`), and which values are put in (`slips`, `experiments`).
"""

import ast
import operator
from dataclasses import dataclass

import numpy as np

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.MatMult: operator.matmul,
}
COMPARISONS = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
MOST_NUMBERS = 4000  # entries of a value that is noted
MOST_NOTES = 12_000  # values noted in one call


@dataclass(frozen=True)
class Part:
    """One part of an expression: its place, its text, and the part it stands in.

    `role` is "root" for the right side of an assignment and for what is returned, "operand" below an operator,
    "argument" in a call, else "inner"; `target` is the name that a root is assigned to, "return" where it is returned.
    """

    number: int
    node: ast.expr
    text: str
    line: int
    parent: int | None
    role: str
    target: str = ""


class Observer:
    """What the rewritten function calls: notes values, and puts others in their place.

    `values`: {part: change of its value}, `binaries`: {part: operator}, `calls`: {part: function of (f, args, kwargs)}.
    `bound` are the arguments of functions inside, `filled` the names whose entries are set one by one; `unkept` says of
    the calls that stand alone whether they return anything.
    """

    def __init__(self):
        self.parts, self.stored, self.values, self.binaries, self.calls = [], [], {}, {}, {}
        self.current, self.notes, self.bound, self.unkept, self.filled = {}, None, set(), {}, set()

    def set(self, values=(), binaries=(), calls=()):
        """Choose the changes for the next call; none where nothing is given."""
        self.values, self.binaries, self.calls = dict(values), dict(binaries), dict(calls)
        self.current = {}

    def start(self):
        """Note values from now on; return the `Notes`."""
        self.notes = Notes()
        return self.notes

    def value(self, number, value):
        """Note the value of a part and return it, or another."""
        if self.notes is not None:
            self.notes.add(number, value)
        change = self.values.get(number)
        return value if change is None else change(value)

    def binary(self, number, left, right):
        """Return what an operator gives, or another operator."""
        node = self.parts[number].node
        operation = self.binaries.get(number)
        if operation is None:
            operation = (
                OPERATORS[type(node.op)] if isinstance(node, ast.BinOp) else COMPARISONS[type(node.ops[0])]
            )
        return self.value(number, operation(left, right))

    def call(self, number, function, *args, **kwargs):
        """Return what a call gives, or another call."""
        other = self.calls.get(number)
        value = function(*args, **kwargs) if other is None else other(function, args, kwargs)
        if number in self.unkept:
            self.unkept[number] = value is not None
        return self.value(number, value)

    def assigned(self, line, name, value):
        """Note the value that a name has got."""
        self.current[name] = value
        if self.notes is not None:
            self.notes.add(name, value, line)


class Notes:
    """The values of one call: `series` is {part or name: its values one after the other}, in order of the first one."""

    def __init__(self):
        self.series, self.lines, self.count = {}, {}, 0

    def add(self, key, value, line=None):
        """Note a copy of a value, `...` where it is none that can be compared."""
        self.count += 1
        if self.count > MOST_NOTES:
            return
        self.series.setdefault(key, []).append(snapshot(value))
        if line is not None:
            self.lines.setdefault(key, []).append(line)


def snapshot(value, left=MOST_NUMBERS):
    """Return a copy of numbers, arrays, and tuples and lists of them; `...` for anything else."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.dtype.kind in "biuf" and value.size <= left else ...
    if isinstance(value, bool | int | float | np.bool_ | np.integer | np.floating):
        return value
    if type(value) in (tuple, list) and len(value) <= 100:
        items = [snapshot(item, left // 10) for item in value]
        return ... if any(item is ... for item in items) else type(value)(items)
    return ...


def alike(one, other, shapes=True, rtol=1e-7):
    """Return whether two values agree, if need be but for their shapes; False where they cannot be compared.

    Tuples and lists agree part by part, a list of numbers also with an array of one axis.
    """
    if one is ... or other is ...:
        return False
    rows = [v for v in (one, other) if isinstance(v, tuple | list)]
    if len(rows) == 2:
        return len(one) == len(other) and all(
            alike(a, b, shapes, rtol) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    try:
        a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    except (TypeError, ValueError):
        return False
    if rows and (a.ndim != 1 or b.ndim != 1) or a.shape != b.shape and (shapes or a.size != b.size):
        return False
    a, b = a.ravel(), b.ravel()
    with np.errstate(all="ignore"):  # np.allclose takes four times as long
        same = (np.abs(a - b) <= 1e-12 + rtol * np.abs(b)) & np.isfinite(b)
        return bool(np.all(same | (a == b) | (np.isnan(a) & np.isnan(b))))
