"""Whether a cell can answer an exercise at all: a number is no function, and a list is no table of answers.

Learners give the name of an exercise to values, too, such as `cost = 0.3` in a scratch cell. That answers nothing.
"""

import ast

from helpers.engine.build.cells import parsed, without_magics

NEVER, PERHAPS, SURELY = range(3)
VALUES = (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.SetComp, ast.GeneratorExp)
VALUES += (ast.JoinedStr, ast.UnaryOp, ast.Compare)  # neither a function nor a dict
MAKES_NUMBERS = {"abs", "bool", "float", "int", "len", "max", "min", "round", "str", "sum"}
MAKES_LISTS = {"list", "tuple", "set", "sorted", "range", "zip", "input", "open", "print"}
MAKES_FUNCTIONS = {"vectorize", "frompyfunc"}  # of NumPy


def answers_in(cells, name, stub):
    """Return the sources among `cells` that may answer an exercise: what surely does, or else what perhaps does.

    cells: [(source, whether the cell is marked as that of the exercise)], all of which give the name to something
    stub: the empty cell that learners get
    """
    table = keys_of(stub, name)
    kinds = [kind_of(source, name, table) for source, _ in cells]
    if SURELY in kinds:
        return [s for (s, marked), k in zip(cells, kinds, strict=True) if k > PERHAPS - marked]
    return [s for (s, marked), k in zip(cells, kinds, strict=True) if k or marked]


def keys_of(stub, name):
    """Return the keys of the table that a stub asks for, or None if it asks for a function."""
    for node in getattr(parsed(stub), "body", ()):
        if isinstance(node, ast.Assign) and any(is_named(target, name) for target in node.targets):
            keys = node.value.keys if isinstance(node.value, ast.Dict) else ()
            return {key.value for key in keys if isinstance(key, ast.Constant)}
    return None


def kind_of(source, name, table):
    """Return whether a cell NEVER, PERHAPS or SURELY answers an exercise; `table` are the keys of one, or None."""
    tree = parsed(source) or parsed(without_magics(source))
    if tree is None:
        return SURELY  # a slip in it is said where it runs
    return max((kind_of_statement(node, name, table) for node in tree.body), default=NEVER)


def kind_of_statement(node, name, table):
    """Return what a statement is, as `kind_of` does."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return SURELY if node.name == name and table is None else NEVER
    if isinstance(node, ast.ImportFrom):
        return SURELY if any((a.asname or a.name) == name for a in node.names) else NEVER
    if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
        return NEVER  # also the variable of a loop, a sum, a module
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    if any(is_named(target, name) for target in targets):
        return kind_of_value(node.value, name) if table is None else kind_of_table(node.value, table)
    filled = [t for t in targets if isinstance(t, ast.Subscript) and is_named(t.value, name)]
    return PERHAPS if filled and table is not None else NEVER


def kind_of_value(value, name):
    """Return whether an expression is a function."""
    if isinstance(value, ast.Lambda):
        return SURELY
    if isinstance(value, (*VALUES, ast.BinOp, ast.Dict, ast.DictComp)):
        return NEVER
    if isinstance(value, ast.Call):
        called = value.func
        if is_named(called, name):
            return NEVER  # what the function itself returned
        if isinstance(called, ast.Name):
            return NEVER if called.id in MAKES_NUMBERS | MAKES_LISTS | {"dict"} else PERHAPS
        if isinstance(called, ast.Attribute) and (
            is_named(called.value, "np") or is_named(called.value, "numpy")
        ):
            return PERHAPS if called.attr in MAKES_FUNCTIONS else NEVER
    return PERHAPS


def kind_of_table(value, keys):
    """Return whether an expression is a table of answers: with some of the keys, or as many, in another language."""
    if isinstance(value, ast.Dict):
        own = {key.value if isinstance(key, ast.Constant) else None for key in value.keys}
        return SURELY if not keys or None in own or own & keys or len(own) == len(keys) else NEVER
    if isinstance(value, (*VALUES, ast.Lambda)):
        return NEVER
    makes_none = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
    return NEVER if makes_none and value.func.id in MAKES_NUMBERS | MAKES_LISTS else PERHAPS


def is_named(node, name):
    """Return whether an expression is a name."""
    return isinstance(node, ast.Name) and node.id == name
