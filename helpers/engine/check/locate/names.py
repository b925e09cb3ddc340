"""What a learner's function reads: arguments that it does not, data of the notebook, random numbers from elsewhere."""

import ast
import types

import numpy as np

IN_PLACE = ("sort", "shuffle", "append", "extend", "insert", "reverse", "fill")  # methods that return None


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


def tuple_asserted(program):
    """Return the line of the first assert of a pair in brackets, which is always true, or None."""
    asserts = (
        n for n in ast.walk(program.first) if isinstance(n, ast.Assert) and isinstance(n.test, ast.Tuple)
    )
    return next((node.lineno for node in asserts if node.test.elts), None)


def nothing(program):
    """Return (line, text) of the first call that works in place, and whose None is given a name or returned."""
    for node in ast.walk(program.first):
        call = node.value if isinstance(node, ast.Assign | ast.Return) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in IN_PLACE:
            if getattr(call.func.value, "id", "") not in ("np", "numpy"):
                return call.lineno, ast.unparse(call)
    return None


def not_used(program):
    """Return (line, name) of the first name that gets a value by itself, and is never read; else None."""
    nodes = list(ast.walk(program.first))
    read = [n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    for node in nodes:
        name = getattr(node.targets[0], "id", "_") if isinstance(node, ast.Assign) else "_"
        if name != "_" and not isinstance(node.value, ast.Constant):
            for_itself = [n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)].count(name)
            if read.count(name) == for_itself:
                return node.lineno, name
    return None


def single_draw(program, generator):
    """Return (line, text) of the first call that draws one number outside of all loops, or None."""
    walked = list(ast.walk(program.first))
    if any(isinstance(n, ast.For | ast.While | ast.comprehension | ast.Lambda) for n in walked):
        return None
    for node in walked:
        function = getattr(node, "func", None)
        if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == generator:
            most = {"normal": 2, "uniform": 2, "integers": 2, "random": 0, "standard_normal": 0}.get(
                function.attr, -1
            )
            if len(node.args) <= most and not any(k.arg == "size" for k in node.keywords):
                return node.lineno, ast.unparse(node)
    return None


def over_rows(program, rows):
    """Return (line, name) of the first loop over one of the arrays `rows`, whose rows are not looped over, or None."""
    loops = [n for n in ast.walk(program.first) if isinstance(n, ast.For | ast.comprehension)]
    inner = {n.id for loop in loops for n in ast.walk(loop.iter) if isinstance(n, ast.Name)}
    for loop in loops:
        zipped = getattr(getattr(loop.iter, "func", None), "id", "") in ("zip", "enumerate")
        over = loop.iter.args if zipped else [counted_by(loop.iter) or loop.iter]
        counted = {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)}
        for item in over:
            if isinstance(item, ast.Name) and item.id in rows and not counted & inner:
                return loop.iter.lineno, item.id
    return None


def counted_by(iterated):
    """Return X of `range(len(X))`, else None."""
    for name in ("range", "len"):
        if getattr(getattr(iterated, "func", None), "id", "") != name or len(iterated.args) != 1:
            return None
        iterated = iterated.args[0]
    return iterated


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
