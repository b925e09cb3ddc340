"""What a learner's function reads: arguments that it does not, data of the notebook, random numbers from elsewhere."""

import ast
import types

import numpy as np


def own_numbers(program, generator):
    """Return (line, text) of the first call that makes random numbers without the generator handed in, or None."""
    for node in ast.walk(program.first):
        if isinstance(node, ast.Call):
            text = ast.unparse(node.func)
            outside = text.startswith(("np.random.", "random.", "numpy.random.")) or text == "default_rng"
            if outside and not any(
                isinstance(n, ast.Name) and n.id == generator for a in node.args for n in ast.walk(a)
            ):
                return node.lineno, text
    return None


def never_used(program, own):
    """Return the arguments that the function has, {name: its own name for it}, and never reads."""
    read = {n.id for n in ast.walk(program.first) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    changed = {
        n.target.id
        for n in ast.walk(program.first)
        if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)
    }
    there = {a.arg for a in program.first.args.args}
    return [name for name, mine in own.items() if mine in there and mine not in read | changed]


def kept_between_calls(program):
    """Return (name, line) of the first argument whose empty list, dict or set as default is not empty any more."""
    arguments = [*program.first.args.posonlyargs, *program.first.args.args]
    defaults = program.function.__defaults__ or ()
    if len(defaults) != len(program.first.args.defaults):
        return None
    own = zip(arguments[len(arguments) - len(defaults) :], program.first.args.defaults, defaults, strict=True)
    for argument, written, value in own:
        if ast.unparse(written) in ("[]", "{}", "set()", "list()", "dict()") and value:
            return argument.arg, argument.lineno
    return None


def outside_data(program):
    """Return (name, line) of the first array, or container of arrays, that is read from the notebook; else None."""
    names, first = program.function.__globals__, program.first
    local = {n.id for n in ast.walk(first) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    local |= {a.arg for n in ast.walk(first) if isinstance(n, ast.arguments) for a in n.args + n.kwonlyargs}
    for node in ast.walk(ast.Module(first.body, [])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in local:
            if node.id in names and holds_arrays(names[node.id]):
                return node.id, node.lineno
    return None


def holds_arrays(value, depth=3):
    """Return whether a value is an array of some size or holds one, and is no function, class or module."""
    if isinstance(value, np.ndarray):
        return value.size > 1
    if callable(value) or isinstance(value, types.ModuleType) or not depth:
        return False
    if isinstance(value, dict):
        value = list(value.values())
    elif not isinstance(value, (list, tuple)):
        value = list(vars(value).values()) if hasattr(value, "__dict__") else []
    return any(holds_arrays(item, depth - 1) for item in value[:20])
