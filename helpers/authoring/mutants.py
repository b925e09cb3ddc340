"""Small mechanical changes of a solution: each must be rejected by the exercise's check, or be right for a reason.

Operators, constants, comparisons, transposes, dropped terms, swapped operands and arguments, lost statements. Left
alone are the two sides of symmetric functions, and `strict=`, which only guards against an author's slip.
"""

import ast
import copy

from helpers.exercises.patching import compiled, solution_source

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


def mutants(exercise):
    """Yield ("old → new", function) for every small change of an exercise's solution."""
    tree = ast.parse(solution_source(exercise))
    for path, node in places(tree):
        for changed in changes(node):
            mutated = copy.deepcopy(tree)
            put(mutated, path, changed)
            label = f"{text(node)} → {text(changed)}"
            try:
                yield label, compiled(ast.unparse(ast.fix_missing_locations(mutated)) + "\n", exercise)
            except (SyntaxError, ValueError):
                continue


def places(tree):
    """Yield (path, node) for every expression and statement in the body of a function, its docstring left out."""
    function = tree.body[0]
    first = 1 if ast.get_docstring(function) else 0
    for index in range(first, len(function.body)):
        yield from walk(function.body[index], [("body", 0), ("body", index)])


def walk(node, path):
    """Yield (path, node) for a node and all below it."""
    yield path, node
    for name, value in ast.iter_fields(node):
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST):
                if not (isinstance(child, ast.keyword) and child.arg == "strict"):
                    yield from walk(child, [*path, (name, index)])


def put(tree, path, changed):
    """Put a node at a path of a tree."""
    for name, index in path[:-1]:
        tree = getattr(tree, name) if index is None else getattr(tree, name)[index]
    name, index = path[-1]
    if index is None:
        setattr(tree, name, changed)
    else:
        getattr(tree, name)[index] = changed


def changes(node):
    """Yield the nodes that one node may be changed into."""
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
    elif isinstance(node, ast.AugAssign):
        yield ast.Pass()
        for operator in OPERATORS.get(type(node.op), [])[:1]:
            yield ast.AugAssign(node.target, operator(), node.value)
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) == 2:
        if ast.dump(node.elts[0]) != ast.dump(node.elts[1]):
            yield ast.Tuple(node.elts[::-1], node.ctx)


def binary(node):
    """Yield the changes of an operation: another operator, one operand only, operands swapped."""
    for operator in OPERATORS.get(type(node.op), []):
        yield ast.BinOp(node.left, operator(), node.right)
    if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult)):
        yield node.left
        yield node.right
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield ast.BinOp(node.right, node.op, node.left)


def constant(node):
    """Yield the changes of a constant."""
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, (int, float)):
        yield ast.Constant(node.value + 1)
        if node.value not in (0, 1):
            yield ast.Constant(-node.value)


def call(node):
    """Yield the changes of a call: two arguments swapped, a named argument left out."""
    symmetric = getattr(node.func, "attr", getattr(node.func, "id", "")) in SYMMETRIC
    if len(node.args) == 2 and not symmetric and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield ast.Call(node.func, node.args[::-1], node.keywords)
    for index, keyword in enumerate(node.keywords):
        if keyword.arg == "strict":
            continue
        yield ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1 :])


def text(node):
    """Return a node as source, on one line."""
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
