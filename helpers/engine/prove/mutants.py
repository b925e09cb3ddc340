"""Small mechanical changes of a solution: each must be rejected by the exercise's check, or be correct for a reason."""

import ast
import copy
import linecache
from collections import Counter

from helpers.engine.check.exercise import compiled, solution_source
from helpers.engine.prove.mutation_operators import changes


def mutants(exercise):
    """Yield ("old → new", function) for every change of a solution; the second of one label ends in (2)."""
    tree, seen = ast.parse(solution_source(exercise)), Counter()
    for path, node in places(tree):
        for changed in changes(node):
            mutated = copy.deepcopy(tree)
            put(mutated, path, changed)
            label = f"{text(node)} → {text(changed)}"
            seen[label] += 1
            number = f" ({seen[label]})" if seen[label] > 1 else ""
            yield label + number, built(mutated, exercise)
    yield from ignored_arguments(exercise, tree)


def ignored_arguments(exercise, tree):
    """Yield ("name = default", function) for every argument that has a default, which then is its value always."""
    arguments = tree.body[0].args
    named = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    for argument, default in zip(named, arguments.defaults, strict=True):
        mutated = copy.deepcopy(tree)
        assignment = ast.Assign([ast.Name(argument.arg, ast.Store())], default)
        mutated.body[0].body.insert(0, assignment)
        label = f"{argument.arg} = {text(default)}, always"
        yield label, built(mutated, exercise)


def built(tree, exercise):
    """Return the function that a tree defines; its source is known, as that of a cell, until the next one is built."""
    source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    function = compiled(source, exercise)
    home = function.__code__.co_filename
    linecache.cache[home] = len(source), None, source.splitlines(keepends=True), home
    return function


def places(tree):
    """Yield (path, node) for every expression and statement in a function's body, except its docstring."""
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


def text(node):
    """Return a node as source, on one line."""
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
