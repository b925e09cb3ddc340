"""Whether the function of a bug clinic was changed at all, where it still does what it was handed out to do."""

import ast

from helpers.engine.check.exercise import source_of, stub_source


def is_changed(exercise, function):
    """Return whether a function is not the one that a bug clinic hands out; False where its source is not known."""
    try:
        own, handed_out = ast.parse(source_of(function)), ast.parse(stub_source(exercise))
    except (OSError, TypeError, ValueError, SyntaxError, AttributeError):
        return False
    return said_by(own) != said_by(handed_out)


def said_by(tree):
    """Return the statements of the function in a syntax tree without its docstring; a lambda is one statement."""
    first = tree.body[0]
    body = first.body if isinstance(first, ast.FunctionDef) else tree.body
    return [ast.dump(statement) for statement in body if not is_text(statement)]


def is_text(statement):
    """Return whether a statement is a docstring, which another language has otherwise."""
    value = getattr(statement, "value", None) if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)
