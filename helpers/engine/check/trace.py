"""A function with every part of its expressions observed: what it was worth, and what if it had been worth another value.

The function's source is rewritten: each part is handed to an `Observer`, which notes its value or puts another one in
its place. One compilation serves for hundreds of experiments. Not here: which experiments (`families`, `locate`).
"""

import ast
import builtins
import copy
import inspect
import linecache
import operator
import textwrap
import types
import warnings
from dataclasses import dataclass, field

import numpy as np

OBSERVER = "__observer__"
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
MOST_NOTES = 3000  # values noted in one call


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


@dataclass
class Program:
    """The definitions of a function and of its helpers in the same file, as a tree; `first` is the function's own."""

    function: types.FunctionType
    text: str
    definitions: list
    first: ast.FunctionDef
    parts: list = field(default_factory=list)

    @property
    def filename(self):
        """The file or cell in which the function stands."""
        return self.function.__code__.co_filename

    def build(self, definitions=None, extra=()):
        """Return the function that the definitions make, in a copy of its own surroundings."""
        names = {**self.function.__globals__, **dict(extra)}
        tree = ast.Module(self.definitions if definitions is None else definitions, [])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(ast.fix_missing_locations(tree), self.filename, "exec"), names)
        return names[self.first.name]

    def observed(self, observer, package=None):
        """Return the function with its parts observed; functions of `package` that it calls are observed too."""
        rewriter = Rewriter(self, observer.parts)
        definitions = [rewriter.visit(copy.deepcopy(d)) for d in self.definitions]
        extra = {OBSERVER: observer}
        if package:
            extra |= called_functions(self, observer, package)
        return self.build(definitions, extra)


def called_functions(program, observer, package):
    """Return {name: observed function} of the package's functions that a program calls from other files."""
    used = {n.id for d in program.definitions for n in ast.walk(d) if isinstance(n, ast.Name)}
    found = {}
    for name in used:
        value = program.function.__globals__.get(name)
        if isinstance(value, types.FunctionType) and value.__module__.partition(".")[0] == package:
            inner = None if value.__code__.co_filename == program.filename else program_of(value)
            if inner is not None:
                found[name] = inner.observed(observer, package)
    return found


def program_of(function):
    """Return the `Program` of a Python function, or None where its source is not to be had."""
    code = getattr(function, "__code__", None)
    if code is None or function.__closure__ or not hasattr(function, "__globals__"):
        return None
    try:
        text, module = parsed(function)
    except (SyntaxError, OSError, TypeError, ValueError):
        return None
    first, others = None, []
    for statement in module.body:
        definition = as_definition(statement, function)
        if definition is None:
            continue
        if definition_line(statement) == code.co_firstlineno and first is None:
            first = definition
        elif is_defined_by(function.__globals__.get(definition.name), code.co_filename, statement):
            others.append(definition)
    return None if first is None else Program(function, text, [*others, first], first)


def parsed(function):
    """Return (text, tree) of the file or cell of a function; where that is no Python, of the function alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = "".join(linecache.getlines(function.__code__.co_filename, function.__globals__))
        try:
            if text:
                return text, ast.parse(text)
        except SyntaxError:
            pass
        text = textwrap.dedent(inspect.getsource(function))
        text = "\n" * (function.__code__.co_firstlineno - 1) + text
        return text, ast.parse(text)


def as_definition(statement, function):
    """Return a definition without its decorators, `name = lambda …` as one too, or None for another statement."""
    if isinstance(statement, ast.FunctionDef):
        statement = copy.deepcopy(statement)
        statement.decorator_list = []
        return statement
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Lambda):
        target, body = statement.targets[0], statement.value.body
        if isinstance(target, ast.Name):
            returned = ast.copy_location(ast.Return(body), body)
            definition = ast.FunctionDef(target.id, statement.value.args, [returned], [], None)
            return ast.copy_location(definition, statement)
    return None


def definition_line(statement):
    """Return the line in which Python says that a definition begins: that of its first decorator."""
    lines = [d.lineno for d in getattr(statement, "decorator_list", ())]
    return min([statement.lineno, *lines])


def is_defined_by(value, filename, statement):
    """Return whether a value is the function that a statement of a file defines."""
    code = getattr(value, "__code__", None)
    return (
        code is not None
        and code.co_filename == filename
        and code.co_firstlineno == definition_line(statement)
    )


class Rewriter(ast.NodeTransformer):
    """Hands every part of the expressions to the observer, and every assignment; fills the list of parts."""

    def __init__(self, program, parts):
        self.text, self.parts, self.above = program.text, parts, []
        self.own, self.in_string = program.first.name, False
        surroundings = program.function.__globals__
        self.modules = {n for n, v in surroundings.items() if isinstance(v, types.ModuleType)} | set(
            dir(builtins)
        )

    def visit(self, node):
        """Rewrite a part, or what it stands in."""
        if isinstance(node, ast.expr):
            return self.part(node, "inner") if self.is_part(node) else self.inside(node)
        return super().visit(node)

    def is_part(self, node):
        """Return whether a value of this expression can be noted and replaced."""
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
            read = isinstance(node.ctx, ast.Load)
            return read and not (isinstance(node, ast.Name) and node.id in self.modules)
        if isinstance(node, ast.Constant):
            return isinstance(node.value, int | float)
        if isinstance(node, ast.Tuple | ast.List):
            return isinstance(node.ctx, ast.Load)
        return isinstance(
            node,
            ast.BinOp
            | ast.UnaryOp
            | ast.Call
            | ast.Compare
            | ast.BoolOp
            | ast.IfExp
            | ast.ListComp
            | ast.Dict,
        )

    def inside(self, node):
        """Rewrite only what stands inside an expression that is no part itself."""
        if isinstance(node, ast.Constant):
            return node
        if isinstance(node, ast.Lambda):
            node.body = self.visit(node.body)
            return node
        if isinstance(node, ast.JoinedStr):
            return self.visit_JoinedStr(node)
        return self.generic_visit(node)

    def part(self, node, role, target=""):
        """Return a call of the observer in place of a part."""
        if not self.is_part(node):
            return self.visit(node)
        number, where = len(self.parts), node
        text = " ".join(self.text_of(node).split())
        above = self.above[-1] if self.above else None
        self.parts.append(Part(number, copy.deepcopy(node), text, node.lineno, above, role, target))
        self.above.append(number)
        name, arguments = "value", [self.children(node, role, target)]
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            name, arguments = "binary", [node.left, node.right]
        elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARISONS:
            name, arguments = "binary", [node.left, node.comparators[0]]
        elif isinstance(node, ast.Call):
            self.above.pop()
            call = self.observe("call", number, [node.func, *node.args])
            call.keywords = node.keywords
            return ast.copy_location(call, where)
        self.above.pop()
        return ast.copy_location(self.observe(name, number, arguments), where)

    def text_of(self, node):
        """Return the learner's own text; before Python 3.12 the places inside of f-strings are not known."""
        found = None if self.in_string else ast.get_source_segment(self.text, node)
        return found or ast.unparse(node)

    def visit_JoinedStr(self, node):
        """Rewrite what stands in the braces of an f-string."""
        before, self.in_string = self.in_string, True
        node = self.generic_visit(node)
        self.in_string = before
        return node

    def children(self, node, role, target):
        """Rewrite the parts of a part, with the roles that they have in it."""
        if isinstance(node, ast.BinOp):
            node.left, node.right = self.part(node.left, "operand"), self.part(node.right, "operand")
        elif isinstance(node, ast.Compare):
            node.left = self.part(node.left, "operand")
            node.comparators = [self.part(c, "operand") for c in node.comparators]
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                node.func.value = self.part(node.func.value, "operand")
            node.args = [self.part(a, "argument") for a in node.args]
            node.keywords = [ast.keyword(k.arg, self.part(k.value, "keyword")) for k in node.keywords]
        elif isinstance(node, ast.Tuple | ast.List) and role == "root":
            node.elts = [self.part(e, "root", target) for e in node.elts]
        else:
            node = self.generic_visit(node)
        return node

    def observe(self, method, number, arguments):
        """Return the call `observer.method(number, *arguments)`."""
        function = ast.Attribute(ast.Name(OBSERVER, ast.Load()), method, ast.Load())
        return ast.Call(function, [ast.Constant(number), *arguments], [])

    def noted(self, statement, names):
        """Return statements that note the values of names."""
        notes = [
            ast.Expr(self.observe("assigned", n.lineno, [ast.Constant(n.id), ast.Name(n.id, ast.Load())]))
            for n in names
        ]
        return [ast.copy_location(note, statement) for note in notes]

    def visit_FunctionDef(self, node):
        """Rewrite the body, and note the arguments first."""
        body = [self.visit(s) for s in node.body]
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        if node.name == self.own:
            names = [ast.copy_location(ast.Name(a.arg, ast.Load()), node) for a in arguments]
            node.body = self.noted(node, names)
        else:
            node.body = []
        for statement in body:
            node.body += statement if isinstance(statement, list) else [statement]
        return node

    def visit_Assign(self, node):
        """Rewrite the right side, and note the names."""
        names = [n for target in node.targets for n in stored(target)]
        node.value = self.part(node.value, "root", names[0].id if len(names) == 1 else "")
        return [node, *self.noted(node, names)]

    def visit_AnnAssign(self, node):
        """Rewrite the right side, and note the name."""
        if node.value is None:
            return node
        node.value = self.part(node.value, "root", getattr(node.target, "id", ""))
        return [node, *self.noted(node, stored(node.target))]

    def visit_AugAssign(self, node):
        """Rewrite the right side, and note the name."""
        node.value = self.part(node.value, "inner")
        return [node, *self.noted(node, stored(node.target))]

    def visit_For(self, node):
        """Rewrite the loop, and note the names that it counts with."""
        node = self.generic_visit(node)
        node.body = [*self.noted(node, stored(node.target)), *node.body]
        return node

    def visit_Return(self, node):
        """Rewrite what is returned."""
        if node.value is not None:
            node.value = self.part(node.value, "root", "return")
        return node

    def visit_Expr(self, node):
        """Rewrite a call that stands alone, and note what it may have changed: `costs.append(J)`, `np.dot(…, out=Z)`."""
        if not isinstance(node.value, ast.Call):
            return node
        changed = [k.value for k in node.value.keywords if k.arg == "out"]
        changed += [node.value.func.value] if isinstance(node.value.func, ast.Attribute) else []
        names = [n for n in changed if isinstance(n, ast.Name) and n.id not in self.modules]
        node = self.generic_visit(node)
        return [node, *self.noted(node, names)]


def stored(target):
    """Return the names that an assignment gives a value or changes in place."""
    if isinstance(target, ast.Tuple | ast.List):
        return [n for t in target.elts for n in stored(t)]
    while isinstance(target, ast.Subscript | ast.Starred):
        target = target.value
    return [target] if isinstance(target, ast.Name) else []


class Observer:
    """What the rewritten function calls: notes values, and puts others in their place.

    `values`: {part: change of its value}, `binaries`: {part: operator}, `calls`: {part: function of (f, args, kwargs)}.
    """

    def __init__(self):
        self.parts, self.values, self.binaries, self.calls = [], {}, {}, {}
        self.current, self.notes = {}, None

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
        return self.value(
            number, function(*args, **kwargs) if other is None else other(function, args, kwargs)
        )

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


def alike(one, other, shapes=True):
    """Return whether two noted values agree: numbers and arrays closely, tuples and lists part by part."""
    if one is ... or other is ...:
        return False
    if isinstance(one, tuple | list) or isinstance(other, tuple | list):
        both = isinstance(one, tuple | list) and isinstance(other, tuple | list)
        return (
            both
            and len(one) == len(other)
            and all(alike(a, b, shapes) for a, b in zip(one, other, strict=True))
        )
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if a.shape != b.shape:
        if shapes or a.size != b.size:
            return False
        a, b = a.ravel(), b.ravel()
    with np.errstate(all="ignore"):
        return bool(np.allclose(a, b, rtol=1e-7, atol=1e-12, equal_nan=True))
