"""Remarks on a right answer: a loop where none is needed, or a form that takes much longer than the course's."""

import ast
import inspect
import re
import textwrap
import time
from collections import Counter

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.exercise import Case, course_function, solution_source
from helpers.engine.check.plain_data import fresh
from helpers.engine.check.run import Conditions, run
from helpers.engine.check.time_limits import TooLate

LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
COLUMNS, ENTRIES = 2_000, 100_000  # of the large case in which times are compared: at least one of both
SECONDS, REPEATS = 2, 7
SURELY_SLOW = 0.1  # seconds of a call that need not be repeated
SLOW_LOOP, SLOW_MASK = 10, 3  # times as long as the course's function
LOOPS_ASKED = re.compile(r"\bin (three |two |a )?loops?\b", re.I)
NO_LOOP = re.compile(r"\bno loop|without (a |any )?loop", re.I)


def remark_on(exercise, function):
    """Return a remark on a right answer, or ""; it costs time only where a loop or a mask is written."""
    tree, first_line = tree_of(function)
    if tree is None:
        return ""
    if loops_in(solution := ast.parse(solution_source(exercise))):
        asked = LOOPS_ASKED.search(ast.get_docstring(solution.body[0]) or "")
        return words.NO_LOOP_WRITTEN if asked and not loops_in(tree) and not calls_own(tree, function) else ""
    loops, masks = loops_in(tree), set_by_mask(tree)
    if loops:
        line = first_line + loops[0].lineno - 1
        if slow := slower(exercise, function, SLOW_LOOP, COLUMNS):
            return words.SLOW_LOOP.format(line=line, **slow)
        asked = NO_LOOP.search(ast.get_docstring(solution.body[0]) or "")
        return words.LOOP.format(line=line) if asked else ""
    if masks and not set_by_mask(solution):
        line, text = first_line + masks[0].lineno - 1, ast.unparse(masks[0])
        slow = slower(exercise, function, SLOW_MASK, ENTRIES)
        return words.SLOW_MASK.format(line=line, text=text, **slow) if slow else ""
    return ""


def tree_of(function):
    """Return (syntax tree of a function, its first line); (None, 0) if its source is not known."""
    try:
        lines, first_line = inspect.getsourcelines(function)
        return ast.parse(textwrap.dedent("".join(lines))), max(first_line, 1)
    except (OSError, TypeError, SyntaxError):
        return None, 0


def calls_own(tree, function):
    """Return whether a function calls itself or another one of the learner's, in which there may be a loop."""
    called = [n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    values = [getattr(function, "__globals__", {}).get(name) for name in called]
    own = getattr(getattr(function, "__code__", None), "co_filename", None)
    return any(getattr(getattr(v, "__code__", None), "co_filename", None) == own for v in values)


def loops_in(tree):
    """Return the loops in a syntax tree."""
    return [node for node in ast.walk(tree) if isinstance(node, LOOPS)]


def set_by_mask(tree):
    """Return the assignments to the entries that a comparison selects, such as `dA[Z < 0] = 0`."""
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AugAssign)]
    targets = [
        (node, t) for node in assigned for t in getattr(node, "targets", [getattr(node, "target", None)])
    ]
    return [n for n, t in targets if isinstance(t, ast.Subscript) and isinstance(t.slice, ast.Compare)]


def slower(exercise, function, factor, least):
    """Return the factor and the size if a function takes at least `factor` times as long on a large case, else {}."""
    case, columns = large_case(exercise, least)
    if case is None:
        return {}
    seconds = [shortest(exercise, each, case) for each in (function, course_function(exercise))]
    if None in seconds or seconds[0] < factor * seconds[1]:
        return {}
    return {"factor": rounded(seconds[0] / seconds[1]), "columns": columns}


def shortest(exercise, function, case):
    """Return the shortest processor time of some calls, in seconds; None if one fails."""
    first = run(function, case, SECONDS)
    if first.raised or first.late:
        return None
    if first.seconds > SURELY_SLOW:
        return first.seconds
    times = []
    try:
        with Conditions() as conditions, conditions.time_limit(SECONDS):
            for _ in range(REPEATS):
                arguments = fresh(case.args)
                conditions.renew()
                started = time.thread_time()
                function(*arguments.values())
                times.append(time.thread_time() - started)
    except (Exception, TooLate):  # it may do another thing in each call
        return None
    return min(times)


def large_case(exercise, least):
    """Return (the last case with its columns repeated, how many they are then), or (None, 0)."""
    args = exercise.case_list()[-1].args
    sizes = Counter(array.shape[1] for array in arrays_in(list(args.values())) if array.ndim == 2)
    columns = max(sizes, key=sizes.get, default=0)
    if not columns:
        return None, 0
    rows = max(array.shape[0] for array in arrays_in(list(args.values())) if array.shape[1:] == (columns,))
    times = -(-least // (columns if least == COLUMNS else columns * rows))
    # In an order of no pattern: a processor is fast at conditions that it can foresee.
    order = np.random.default_rng(0).permutation(columns * times)
    large = {name: repeated(value, columns, order) for name, value in args.items()}
    return Case("large", **large), columns * times


def arrays_in(value):
    """Return the arrays in a value."""
    if isinstance(value, (list, tuple)):
        return [array for part in value for array in arrays_in(part)]
    return [value] if isinstance(value, np.ndarray) else []


def repeated(value, columns, order):
    """Return a value in which every array with so many columns has them repeated, in an order."""
    if isinstance(value, (list, tuple)):
        return type(value)(repeated(part, columns, order) for part in value)
    is_wide = isinstance(value, np.ndarray) and value.shape[1:] == (columns,)
    return value[:, order % columns] if is_wide else value


def rounded(factor):
    """Return a factor with one digit that counts."""
    power = 10 ** int(np.log10(factor))
    return round(factor / power) * power
