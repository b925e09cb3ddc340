"""An author's mistakes in a source notebook, each reported with the file and the cell."""

import ast
import importlib

from helpers.engine.build.cells import without_magics
from helpers.engine.check.exercise import Quiz
from helpers.engine.course import AuthoringError


def complain_about_syntax(cells, filename):
    """Raise `AuthoringError` for a code cell that is not Python, apart from IPython's lines."""
    for number, cell in enumerate(cells, 1):
        try:
            ast.parse("" if cell.role == "prose" else without_magics(cell.source))
        except SyntaxError as error:
            line = (error.text or "").strip()
            raise AuthoringError(f"{filename}, cell {number} ({cell.id}): {error.msg}: `{line}`") from None


def complain_about_order(cells, exercises, filename):
    """Raise `AuthoringError` for an exercise that is repeated, unknown or unchecked."""
    seen, checked = {}, set()
    for number, cell in enumerate(cells, 1):
        where = f"{filename}, cell {number} ({cell.id})"
        if cell.role == "exercise":
            if cell.name in seen:
                raise AuthoringError(
                    f"{where}: `{cell.name}` is an exercise already in cell {seen[cell.name]}"
                )
            if cell.name not in exercises:
                raise AuthoringError(
                    f"{where}: there is no exercise `{cell.name}`; there are: {', '.join(exercises)}"
                )
            complain_about_import(cell, exercises[cell.name], where)
            seen[cell.name] = number
        if cell.role == "check":
            if cell.name in checked:
                raise AuthoringError(f"{where}: `{cell.name}` is checked twice")
            if cell.name not in seen:
                raise AuthoringError(f"{where}: no cell tagged `exercise` before this check of `{cell.name}`")
            checked.add(cell.name)
    for name, number in seen.items():
        if name not in checked:
            answer = f"{name}={name}" if isinstance(exercises[name], Quiz) else name
            raise AuthoringError(
                f"{filename}, cell {number} ({name}): no check cell `{name} = check({answer})` after it"
            )
    if forgotten := [name for name in exercises if name not in seen]:
        raise AuthoringError(f"{filename}: the exercise `{forgotten[0]}` is defined but has no cell")


def complain_about_import(cell, exercise, where):
    """Raise `AuthoringError` if an exercise cell does not import what the exercise checks."""
    statement = ast.parse(cell.source).body[0]
    try:
        imported = getattr(importlib.import_module(statement.module), statement.names[0].name)
    except (ImportError, AttributeError) as error:
        raise AuthoringError(f"{where}: {error}") from None
    if isinstance(exercise, Quiz) and imported is not exercise.answers:
        raise AuthoringError(f"{where}: these are not the answers that the quiz `{cell.name}` checks")
    if not isinstance(exercise, Quiz) and imported is not exercise.solution:
        raise AuthoringError(f"{where}: this is not the function that the exercise `{cell.name}` checks")
