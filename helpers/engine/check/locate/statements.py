"""Families of slips in whole statements: left out, moved into a loop or out of it, without their condition.

Nothing here knows the right answer; the experiments say which of these changes makes every case right.
"""

import ast
import copy

from helpers.engine.check.locate.slips import Change

SURE = (
    "branch too much",
    "condition",
    "break",
    "return in loop",
    "sign of step",
)  # tried before anything else


def rewritings(program, names, sure, spoiled=()):
    """Yield `Change`s of whole statements: left out, moved, without their condition.

    `sure` asks for those in `SURE` and for copies of the arguments `spoiled`, else for all others.
    """
    tree, proposed = program.definitions, []
    loops = [n for n in ast.walk(program.first) if isinstance(n, ast.For)]
    turning = dict.fromkeys(n.id for loop in loops for n in ast.walk(loop.target) if isinstance(n, ast.Name))
    for body in bodies(program.first):
        for i, statement in enumerate(body):
            for kind, new, words in of_statement(body, i, statement, names, turning):
                if (kind in SURE) == sure:
                    proposed.append(
                        (
                            kind.startswith(("belongs", "order", "overwritten")),
                            body,
                            new,
                            kind,
                            statement,
                            words,
                        )
                    )
    for _, body, new, kind, statement, words in sorted(proposed, key=lambda p: p[0]):
        yield built(program, tree, body, new, kind, statement, words)
    if sure:
        yield from copied(program, tree, spoiled)
        return
    body = program.first.body
    last = body[-1]
    if not isinstance(last, ast.Return):
        assigned = {
            t.id for s in body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)
        }
        for name in assigned:
            returned = ast.copy_location(ast.Return(ast.Name(name, ast.Load())), last)
            yield built(program, tree, body, [*body, returned], "not returned", last, {"text": name})


def copied(program, tree, spoiled):
    """Yield the changes that work on a copy of an argument that was changed."""
    body = program.first.body
    for name in spoiled:
        source = f"import copy as __copy__\n{name} = __copy__.deepcopy({name})"
        statements = [ast.copy_location(s, body[0]) for s in ast.parse(source).body]
        words = {"text": name, "line": program.first.lineno}
        yield built(program, tree, body, [*statements, *body], "no copy", body[0], words)


def bodies(definition):
    """Yield the lists of statements of a function, outside in."""
    todo = [definition.body]
    while todo:
        body = todo.pop(0)
        yield body
        for statement in body:
            for name in ("body", "orelse"):
                inner = getattr(statement, name, None)
                if isinstance(inner, list) and inner and isinstance(inner[0], ast.stmt):
                    todo.append(inner)


def of_statement(body, i, statement, names, turning):
    """Yield (kind, new body, words) for one statement of a body; `turning` are the variables of the loops."""
    rest, text = [*body[:i], *body[i + 1 :]], first_line(statement)
    if isinstance(statement, ast.If) and not statement.orelse:
        test = ast.unparse(statement.test)
        if rest and not any(isinstance(n, ast.Break) for n in ast.walk(statement)):
            yield "branch too much", rest, {"text": text}
        yield "condition", [*body[:i], *statement.body, *body[i + 1 :]], {"text": test}
    if isinstance(statement, ast.If) and any(isinstance(n, ast.Break) for n in ast.walk(statement)):
        yield "break", rest, {}
    if isinstance(statement, ast.AugAssign) and getattr(statement.target, "id", None) not in (None, *names):
        left = ast.Name(statement.target.id, ast.Load())
        value = ast.BinOp(left, statement.op, statement.value)
        new = ast.copy_location(ast.Assign([statement.target], value), statement)
        yield "in place", [*body[:i], new, *body[i + 1 :]], {"text": statement.target.id}
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Add | ast.Sub):
        other = ast.Sub() if isinstance(statement.op, ast.Add) else ast.Add()
        new = ast.copy_location(ast.AugAssign(statement.target, other, statement.value), statement)
        yield "sign of step", [*body[:i], new, *body[i + 1 :]], {"text": text}
    for index, other, new in other_indices(statement, turning):
        yield "wrong name", [*body[:i], new, *body[i + 1 :]], {"text": index, "other": other}
    if rest and not isinstance(statement, ast.If) and not is_docstring(statement):
        yield "line too much", rest, {"text": text}
        after = body[i + 1] if i + 1 < len(body) else None
        if (
            len(rest) > 1
            and isinstance(after, type(statement))
            and not isinstance(after, ast.For | ast.While)
        ):
            words = {"text": text, "other": first_line(after), "next": after.lineno}
            yield "lines too much", [*body[:i], *body[i + 2 :]], words
    if i + 1 < len(body) and not isinstance(body[i + 1], ast.Return) and not is_docstring(statement):
        words = {"text": text, "other": first_line(body[i + 1])}
        yield "order", [*body[:i], body[i + 1], statement, *body[i + 2 :]], words
    if isinstance(statement, ast.For | ast.While):
        yield from of_loop(body, i, statement)


def other_indices(statement, turning):
    """Yield (index, other variable of a loop, the statement with it) of a statement that sets an entry of a table."""
    if not isinstance(statement, ast.Assign | ast.AugAssign):
        return
    target = statement.target if isinstance(statement, ast.AugAssign) else statement.targets[0]
    index = getattr(getattr(target, "slice", None), "id", None)
    for other in turning if index else ():
        if other not in (index, "_"):
            new = copy.deepcopy(statement)
            for node in ast.walk(new):
                if isinstance(node, ast.Name) and node.id == index:
                    node.id = other
            yield index, other, new


def assigned_by(statement):
    """Return the names that an assignment gives a value."""
    targets = getattr(statement, "targets", ()) if isinstance(statement, ast.Assign) else ()
    return {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}


def names_read(tree):
    """Return the names that a tree reads."""
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def of_loop(body, i, loop):
    """Yield (kind, new body, words) for statements moved out of a loop or into it."""

    def with_body(statements):
        new = copy.copy(loop)
        new.body = statements
        return new

    for j, inner in enumerate(loop.body):
        rest = [*loop.body[:j], *loop.body[j + 1 :]]
        if not rest:
            continue
        words = {"text": first_line(inner), "line": inner.lineno}
        kind = "return in loop" if isinstance(inner, ast.Return) else "belongs after loop"
        given, read = assigned_by(inner), names_read(ast.Module(body[i + 1 :], []))
        if not given or given & read:  # else it is too much, and after the loop it does nothing
            yield kind, [*body[:i], with_body(rest), inner, *body[i + 1 :]], words
        if not isinstance(inner, ast.Return) and not given & names_read(inner):
            yield "belongs before loop", [*body[:i], inner, with_body(rest), *body[i + 1 :]], words
    for j, inner in enumerate(loop.body):
        target = inner.targets[0] if isinstance(inner, ast.Assign) and len(inner.targets) == 1 else None
        if isinstance(target, ast.Name | ast.Subscript):
            added = ast.copy_location(ast.AugAssign(target, ast.Add(), inner.value), inner)
            words = {"text": ast.unparse(target), "line": inner.lineno}
            new = [*loop.body[:j], added, *loop.body[j + 1 :]]
            yield "overwritten", [*body[:i], with_body(new), *body[i + 1 :]], words
    if i + 1 < len(body) and not isinstance(body[i + 1], ast.Return):
        after = body[i + 1]
        words = {"text": first_line(after), "line": after.lineno}
        yield "belongs in loop", [*body[:i], with_body([*loop.body, after]), *body[i + 2 :]], words
    if i and not is_docstring(body[i - 1]):
        before = body[i - 1]
        words = {"text": first_line(before), "line": before.lineno}
        yield "belongs in loop", [*body[: i - 1], with_body([before, *loop.body]), *body[i + 1 :]], words


def is_docstring(statement):
    """Return whether a statement is only text."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def first_line(statement):
    """Return the first line of a statement."""
    return ast.unparse(statement).splitlines()[0]


def built(program, tree, body, new, kind, statement, words):
    """Return a change whose function has another body; None as function where that does not compile."""
    old = list(body)
    body[:] = new
    try:
        function = program.build(tree)
    except Exception:
        function = None
    finally:
        body[:] = old
    words = dict(words)
    return Change(kind, words.pop("line", statement.lineno), words, None, function)
