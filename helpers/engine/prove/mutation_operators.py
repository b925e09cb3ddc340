"""The changes that make a mutant: one expression or statement of a solution at a time.

Operators, constants, axes, comparisons and transposes are changed; terms, divisors, named arguments, bounds of slices
and statements are dropped; operands and arguments are swapped. The arguments of symmetric functions stay in order, and
`strict=` stays, since it only guards against an author's mistake.
"""

import ast
from itertools import pairwise

OPERATORS = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.MatMult: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.FloorDiv: [ast.Mult],
}
COMPARISONS = {
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
}
SYMMETRIC = ("maximum", "minimum", "relative_difference")


def changes(node):
    """Yield every node that one node may be replaced by."""
    if isinstance(node, ast.BinOp):
        yield from binary(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        yield node.operand
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for operator in COMPARISONS.get(type(node.ops[0]), []):
            yield ast.Compare(node.left, [operator()], node.comparators)
    elif isinstance(node, ast.Constant):
        yield from constant(node)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    elif isinstance(node, ast.Call):
        yield from call(node)
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        yield from (ast.Tuple(elements, node.ctx) for elements in swapped(node.elts))
    elif isinstance(node, ast.Slice):
        for bound in ("lower", "upper", "step"):
            if getattr(node, bound) is not None:
                yield ast.Slice(**{**dict(ast.iter_fields(node)), bound: None})
    elif isinstance(node, ast.IfExp):
        yield from (node.body, node.orelse)
    elif isinstance(node, ast.stmt):
        yield from statement(node)


def statement(node):
    """Yield the changes of a statement: dropped, or `-=` for `+=`. An assignment that only names a value stays."""
    named = isinstance(node, ast.Assign) and all(isinstance(t, (ast.Name, ast.Tuple)) for t in node.targets)
    if not named and not isinstance(node, ast.Return):
        yield ast.Pass()
    if isinstance(node, ast.AugAssign):
        for operator in OPERATORS.get(type(node.op), [])[:1]:
            yield ast.AugAssign(node.target, operator(), node.value)


def swapped(nodes):
    """Yield the list of nodes with two unequal neighbors swapped, for each such pair."""
    for i, (first, second) in enumerate(pairwise(nodes)):
        if ast.dump(first) != ast.dump(second):
            yield [*nodes[:i], second, first, *nodes[i + 2 :]]


def binary(node):
    """Yield the changes of an operation: another operator, one operand only, operands swapped."""
    for operator in OPERATORS.get(type(node.op), []):
        yield ast.BinOp(node.left, operator(), node.right)
    if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult)):
        yield node.left
        yield node.right
    if isinstance(node.op, ast.Div):
        yield node.left
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield ast.BinOp(node.right, node.op, node.left)


def constant(node):
    """Yield the changes of a constant."""
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, (int, float)):
        yield ast.Constant(node.value + 1)
        if isinstance(node.value, int) and node.value > 0:
            yield ast.Constant(node.value - 1)
        if node.value not in (0, 1):
            yield ast.Constant(-node.value)


def call(node):
    """Yield the changes of a call: neighboring arguments swapped, a named argument dropped."""
    if getattr(node.func, "attr", getattr(node.func, "id", "")) not in SYMMETRIC:
        yield from (ast.Call(node.func, arguments, node.keywords) for arguments in swapped(node.args))
    for index, keyword in enumerate(node.keywords):
        if keyword.arg == "strict":
            continue
        yield ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1 :])
