"""Families of slips in the form of an expression or of a loop: brackets, indices, what is applied first, one turn more.

Each part of the function is put in another order and the function built again; the experiments say whether that makes
every case right. Nothing here knows the right answer.
"""

import ast
import copy
from itertools import combinations

from helpers.engine.check.locate.brackets import expressions, of_brackets, parsed
from helpers.engine.check.locate.slips import Change

MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.Call, ast.BinOp)


def rearrangements(program):
    """Yield the `Change`s of the form of an expression or a loop."""
    for find in (of_unpacking, of_loops, of_indices, of_lists, of_order, of_brackets, of_layers):
        for holder, field, index, old, new, kind, words in list(find(program.first)):
            words = {"text": own_text(program, old)} | words
            function = rebuilt(program, holder, field, index, new)
            yield Change(kind, old.lineno, words, None, function)


def own_text(program, node):
    """Return the learner's own text of a part."""
    return ast.get_source_segment(program.text, node) or ast.unparse(node)


def rebuilt(program, holder, field, index, new):
    """Return the function with one part replaced for the time being; None where that does not compile."""
    old = getattr(holder, field) if index is None else getattr(holder, field)[index]
    put(holder, field, index, new)
    try:
        return program.build()
    except Exception:
        return None
    finally:
        put(holder, field, index, old)


def put(holder, field, index, node):
    """Put a node in its place below another one."""
    if index is None:
        setattr(holder, field, node)
    else:
        getattr(holder, field)[index] = node


def of_unpacking(definition):
    """Yield the names that are unpacked together and both read, two of them exchanged."""
    read = {n.id for n in ast.walk(definition) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    for holder, field, index, node in expressions(definition):
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
            for i, j in combinations(range(len(node.elts)), 2):
                names = [getattr(node.elts[k], "id", "_") for k in (i, j)]
                if read.issuperset(names):
                    elts = list(node.elts)
                    elts[i], elts[j] = elts[j], elts[i]
                    words = {"first": names[0], "second": names[1]}
                    yield holder, field, index, node, ast.Tuple(elts, ast.Store()), "unpacked", words


def of_loops(definition):
    """Yield the loops over a range or a list with one turn fewer or more, or in the other order, and `break`."""
    for holder, field, index, node in expressions(definition):
        if isinstance(node, ast.Break | ast.Continue):
            ends = isinstance(node, ast.Break)
            kind, other = (
                ("break for continue", ast.Continue()) if ends else ("continue for break", ast.Break())
            )
            yield holder, field, index, node, ast.copy_location(other, node), kind, {}
        if field != "iter" or isinstance(node, ast.Constant):
            continue
        is_range = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range"
        if is_range and len(node.args) == 1:
            n = node.args[0]
            forms = {"begins early": "range(1, n)", "begins and ends early": "range(1, n + 1)"}
            forms |= {
                "ends late": "range(n - 1)",
                "ends early": "range(n + 1)",
                "runs backward": "range(n)[::-1]",
            }
        elif is_range:
            n, forms = node, {"begins early": "n[1:]", "ends late": "n[:-1]", "runs backward": "n[::-1]"}
        else:
            n = node
            forms = {
                "begins early": "list(n)[1:]",
                "ends late": "list(n)[:-1]",
                "runs backward": "list(n)[::-1]",
            }
        for kind, text in forms.items():
            yield holder, field, index, node, parsed(text, n=n), "loop " + kind, {}


def of_indices(definition):
    """Yield the entries of tables with their two indices exchanged, a row for a column, a column for a row."""
    for holder, field, index, node in expressions(definition):
        if not isinstance(node, ast.Subscript):
            continue
        inside, context = node.slice, node.ctx
        if isinstance(inside, ast.Tuple) and len(inside.elts) == 2:
            turned = ast.Tuple(inside.elts[::-1], ast.Load())
            whole = [ast.unparse(i) == ":" for i in inside.elts]
            kind = "column for row" if whole[0] else "row for column" if whole[1] else "indices"
            yield holder, field, index, node, ast.Subscript(node.value, turned, context), kind, {}
            if whole[0] and isinstance(context, ast.Load):
                row = ast.Subscript(node.value, inside.elts[1], context)
                yield holder, field, index, node, row, "column for row", {}
        elif isinstance(inside, ast.Name | ast.Constant | ast.List) and isinstance(context, ast.Load):
            column = ast.Tuple([ast.Slice(), inside], ast.Load())
            yield holder, field, index, node, ast.Subscript(node.value, column, context), "row for column", {}
        if isinstance(node.value, ast.Subscript) and not isinstance(node.value.slice, ast.Tuple):
            inner = ast.Subscript(node.value.value, inside, ast.Load())  # counts[j][i] for counts[i][j]
            yield holder, field, index, node, ast.Subscript(inner, node.value.slice, context), "indices", {}


def of_lists(definition):
    """Yield the lists `[[0] * 3] * 2`, all of whose items are the same list, with an item made for each."""
    for holder, field, index, node in expressions(definition):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.List):
            if len(node.left.elts) == 1 and isinstance(node.left.elts[0], MUTABLE):
                new = parsed("[item for _ in range(n)]", item=node.left.elts[0], n=node.right)
                yield holder, field, index, node, new, "one list", {}


def of_order(definition):
    """Yield calls that take more or less of the expression in which they stand."""
    for holder, field, index, node in expressions(definition):
        if is_simple_call(node):
            inner, words = node.args[0], {"name": ast.unparse(node.func)}
            if is_simple_call(inner):
                turned = parsed("g(f(x))", f=node.func, g=inner.func, x=inner.args[0])
                yield holder, field, index, node, turned, "too late", words
            elif isinstance(inner, ast.BinOp):
                names = {n.id for n in ast.walk(inner) if isinstance(n, ast.Name)}
                if len(names) == 1 and not any(isinstance(n, ast.Call) for n in ast.walk(inner)):
                    (name,) = names
                    call = ast.Call(node.func, [ast.Name(name, ast.Load())], [])
                    yield holder, field, index, node, filled(inner, name, call), "too late", words
                for new in with_call_inside(node.func, inner):
                    yield holder, field, index, node, new, "too late", words
        elif isinstance(node, ast.BinOp):
            for side in ("left", "right"):
                call = getattr(node, side)
                if is_simple_call(call):
                    whole = copy.copy(node)
                    setattr(whole, side, call.args[0])
                    new = ast.Call(call.func, [whole], [])
                    yield holder, field, index, node, new, "too early", {"name": ast.unparse(call.func)}


def is_simple_call(node):
    """Return whether an expression is a call with one argument."""
    return isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords


def with_call_inside(function, inner):
    """Yield an operation with a function applied to one of its sides only."""
    for side in ("left", "right"):
        new = copy.copy(inner)
        setattr(new, side, ast.Call(function, [getattr(inner, side)], []))
        yield new


def filled(node, name, other):
    """Return a copy of an expression with another one in the place of a name."""

    class Fill(ast.NodeTransformer):
        def visit_Name(self, n):
            return copy.deepcopy(other) if n.id == name else n

    return Fill().visit(copy.deepcopy(node))


def of_layers(definition):
    """Yield the right sides and returned values with the names `W1` and `W2` exchanged, and all others like them."""
    names = {n.id for n in ast.walk(definition) if isinstance(n, ast.Name)}
    names |= {a.arg for a in definition.args.args}
    other = {n: n[:-1] + "21"[int(n[-1]) - 1] for n in names if n[-1:] in ("1", "2")}
    other = {n: o for n, o in other.items() if o in names}
    if len(other) < 4:
        return
    for holder, field, index, node in expressions(definition):
        if field == "value" and isinstance(holder, ast.Assign | ast.Return):
            new = copy.deepcopy(node)
            for part in ast.walk(new):
                if isinstance(part, ast.Name):
                    part.id = other.get(part.id, part.id)
            yield holder, field, index, node, new, "layers", {}
