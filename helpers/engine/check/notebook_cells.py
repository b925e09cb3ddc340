"""What the open notebook says about an answer: which cells were run since the last check, and what they define."""

import difflib
import dis
import linecache
import re
import types

from helpers.engine.check import words
from helpers.engine.language import translated

OWN_UNWRITTEN = "hint({name}) gives a first idea."
OWN_WRONG = "The cells below go on with yours. Try hint({name}), then check again."


def is_bare_check(source, name):
    """Return whether a cell checks an exercise and assigns the result to nothing."""
    return re.search(rf"""^check\(\s*['"]?{name}\b""", source, re.M) is not None


def next_with_own(verdict):
    """Return the advice of a verdict after which the notebook goes on with the learner's answer, not the course's."""
    for said, instead in ((words.NEXT_UNWRITTEN, OWN_UNWRITTEN), (words.NEXT_WRONG, OWN_WRONG)):
        if verdict.advice == said.format(name=verdict.name):
            return instead.format(name=verdict.name)
    return verdict.advice


def notice_of_old_answer(name, cells, was_right):
    """Return a sentence if the cells run since the last check left an answer as it was, or "".

    After a wrong answer any cell counts; after a right one only a cell that was to define the answer anew.
    """
    if was_right:
        cells = [cell for cell in cells if close_name(name, defined_in(cell))]
    return words.SAME_AS_BEFORE.format(name=name) if cells else ""


def defined_in(source):
    """Return the names that a cell's source is meant to define, whether it runs or not."""
    return re.findall(r"^\s*(?:def\s+|from .* import )?(\w+)\s*(?:\(|=(?!=)|$)", source, re.M)


def close_name(name, names):
    """Return the name among `names` that is equal or similar to a name, or None."""
    return next(iter(difflib.get_close_matches(name, names, 1, 0.8)), None)


def notice_of_similar_name(name, variables, exercises):
    """Return a sentence if a function of the notebook has nearly the name of an exercise, or ""."""
    own = [other for other, value in variables.items() if is_own(value) and other not in exercises]
    other = close_name(name, own)
    return words.SIMILAR_NAME.format(name=name, other=other) if other else ""


def is_own(value):
    """Return whether a value is a function that the notebook defines."""
    return isinstance(value, types.FunctionType) and value.__module__ == "__main__"


def helpers_elsewhere(function, exercises):
    """Return a sentence if a function uses functions or values that other cells define, or ""."""
    if not is_own(function):
        return ""
    code, names = function.__code__, []
    for name in globals_read(code):
        value = function.__globals__.get(name)
        elsewhere = is_own(value) and value.__code__.co_filename != code.co_filename
        if name not in exercises and (elsewhere or is_data(name, value, code)):
            names.append(name)
    return words.HELPER_ELSEWHERE.format(names=words.listed(names)) if names else ""


def is_data(name, value, code):
    """Return whether a value is data to which another cell than the one of a code object gives a name."""
    if value is None or callable(value) or isinstance(value, types.ModuleType) or name.startswith("_"):
        return False
    named = re.compile(rf"^\s*(?:from\b.*\bimport\b.*\b{name}\b|.*(?<!\.)\b{name}\b[^()]*=)")
    return not any(map(named.match, linecache.getlines(code.co_filename)))


def globals_read(code):
    """Return the global names that a code object reads, those of inner functions included."""
    own = [step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")]
    inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return dict.fromkeys([*own, *(name for part in inner for name in globals_read(part))])


def called_in_check(cells, exercises):
    """Return the exercise in `check(name(...))` of the running cell, the only one of `cells`, or None."""
    found = re.search(r"check\((\w+)\(", "".join(cells))
    return found[1] if found and found[1] in exercises else None


def explain_missing_names(shell):
    """Add a sentence to the NameError of an exercise of the notebook that is not defined in it."""

    def show_error(shell, kind, error, trace, tb_offset=None):
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        if error.name in exercises_checked_in(shell.user_ns):
            print(translated(words.NOT_DEFINED.format(name=error.name)))

    shell.set_custom_exc((NameError,), show_error)


def exercises_checked_in(variables):
    """Return the names of the exercises whose `check` a notebook has; other notebooks' may have been imported, too."""
    checkers = [value.__self__ for value in variables.values() if isinstance(value, types.MethodType)]
    return {name for checker in checkers for name in getattr(checker, "exercises", ())}
