"""A learner's or the course's function as a tree, with the helpers of the same file, ready to be changed and built.

A function without its source, or with variables of another function around it, has none.
"""

import ast
import copy
import inspect
import linecache
import textwrap
import types
import warnings
from dataclasses import dataclass
from functools import lru_cache

from helpers.engine.check.locate.rewriter import OBSERVER, Rewriter


@dataclass
class Program:
    """The definitions of a function and of the helpers that it uses in the same file, as a tree; `first` is its own."""

    function: types.FunctionType
    text: str
    definitions: list
    first: ast.FunctionDef

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
        stores = [n for n in ast.walk(self.first) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        observer.stored += dict.fromkeys(n.id for n in stores)
        filled = [
            n.value
            for n in ast.walk(self.first)
            if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)
        ]
        observer.filled |= {n.id for n in filled if isinstance(n, ast.Name)}
        functions = [
            n for d in self.definitions for n in ast.walk(d) if isinstance(n, ast.FunctionDef | ast.Lambda)
        ]
        inner = [a.arg for f in functions if f is not self.first for a in [*f.args.args, *f.args.kwonlyargs]]
        observer.bound |= set(inner) - {a.arg for a in self.first.args.args} - set(observer.stored)
        copies = copy.deepcopy(self.definitions)
        for old, new in zip(self.definitions, copies, strict=True):
            rewriter.originals.update(zip(ast.walk(new), ast.walk(old), strict=True))
        definitions = [rewriter.visit(definition) for definition in copies]
        observer.unkept |= dict.fromkeys(rewriter.standing_alone, False)
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
    return None if first is None else Program(function, text, [*used_by(first, others), first], first)


def used_by(first, others):
    """Return those of other definitions that the first one names, or one of them does, in their order."""
    by_name, found, waiting = {d.name: d for d in others}, set(), [first]
    while waiting:
        for node in ast.walk(waiting.pop()):
            if isinstance(node, ast.Name) and node.id in by_name and node.id not in found:
                found.add(node.id)
                waiting.append(by_name[node.id])
    return [definition for definition in others if definition.name in found]


def parsed(function):
    """Return (text, tree) of the file or cell of a function; where that is no Python, of the function alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = "".join(linecache.getlines(function.__code__.co_filename, function.__globals__))
        try:
            if text:
                return text, parsed_text(text)
        except SyntaxError:
            pass
        text = textwrap.dedent(inspect.getsource(function))
        text = "\n" * (function.__code__.co_firstlineno - 1) + text
        return text, ast.parse(text)


@lru_cache(maxsize=50)
def parsed_text(text):
    """Return the tree of a file or cell, which is not to be changed: several functions stand in one file."""
    return ast.parse(text)


def as_definition(statement, function):
    """Return a definition without its decorators, `name = lambda …` as one too, or None for another statement."""
    if isinstance(statement, ast.FunctionDef):
        statement = copy.copy(statement)
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
