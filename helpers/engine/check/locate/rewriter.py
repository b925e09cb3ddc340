"""A function's tree rewritten so that every part of its expressions goes through an `Observer`.

One compilation serves for hundreds of experiments.
"""

import ast
import builtins
import types

from helpers.engine.check.locate.observer import COMPARISONS, OPERATORS, Part

OBSERVER = "__observer__"


class Rewriter(ast.NodeTransformer):
    """Hands every part of the expressions to the observer, and every assignment; fills the list of parts."""

    def __init__(self, program, parts):
        self.lines, self.parts, self.above = program.text.encode().splitlines(), parts, []
        self.own, self.in_string, self.alone = program.first.name, False, None
        self.standing_alone = []  # the calls whose value is not kept
        self.originals = {}  # {node of the copy that is rewritten: the node as it was}
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
        self.parts.append(Part(number, self.originals[node], text, node.lineno, above, role, target))
        self.above.append(number)
        name, arguments = "value", [self.children(node, role, target)]
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            name, arguments = "binary", [node.left, node.right]
        elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARISONS:
            name, arguments = "binary", [node.left, node.comparators[0]]
        elif isinstance(node, ast.Call):
            self.above.pop()
            self.standing_alone += [number] * (node is self.alone)
            call = self.observe("call", number, [node.func, *node.args])
            call.keywords = node.keywords
            return ast.copy_location(call, where)
        self.above.pop()
        return ast.copy_location(self.observe(name, number, arguments), where)

    def text_of(self, node):
        """Return the learner's own text; before Python 3.12 the places inside of f-strings are not known."""
        if self.in_string:
            return ast.unparse(node)
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b" ".join(lines).decode() or ast.unparse(node)

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
                role = "inner" if node is self.alone else "operand"
                node.func.value = self.part(node.func.value, role)
            node.args = [self.part(a, "argument") for a in node.args]
            node.keywords = [ast.keyword(k.arg, self.part(k.value, "keyword")) for k in node.keywords]
        elif isinstance(node, ast.Subscript):
            node.value = self.part(node.value, "inner")
            simple = isinstance(node.slice, ast.Constant | ast.UnaryOp | ast.Name | ast.BinOp)
            node.slice = self.part(node.slice, "index") if simple else self.visit(node.slice)
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
        """Rewrite a call that stands alone, and note what it may change: `costs.append(J)`, `np.dot(…, out=Z)`."""
        if not isinstance(node.value, ast.Call):
            return node
        changed = [k.value for k in node.value.keywords if k.arg == "out"]
        changed += [node.value.func.value] if isinstance(node.value.func, ast.Attribute) else []
        names = [n for n in changed if isinstance(n, ast.Name) and n.id not in self.modules]
        self.alone = node.value
        node = self.generic_visit(node)
        return [node, *self.noted(node, names)]


def stored(target):
    """Return the names that an assignment gives a value or changes in place."""
    if isinstance(target, ast.Tuple | ast.List):
        return [n for t in target.elts for n in stored(t)]
    while isinstance(target, ast.Subscript | ast.Starred):
        target = target.value
    return [target] if isinstance(target, ast.Name) else []
