"""The form of expressions: walking over them, filling them in, and the family of brackets left out or misplaced."""

import ast
import copy
from itertools import combinations

MOST_OPERANDS = 7  # of an expression in which brackets are tried


def expressions(definition):
    """Yield (holder, field, index, node) of every part of a function's body."""
    for holder in ast.walk(definition):
        for field, value in ast.iter_fields(holder):
            if holder is definition and field != "body":
                continue
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(node, ast.AST):
                    yield holder, field, index, node


def parsed(text, **nodes):
    """Return an expression from text, with nodes in the place of names."""

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node):
            return copy.deepcopy(nodes.get(node.id, node))

    return Fill().visit(ast.parse(text, mode="eval").body)


def of_brackets(definition):
    """Yield the chains of operations with one pair of brackets more, or one fewer."""
    inside = set()
    for holder, field, index, node in expressions(definition):
        if not isinstance(node, ast.BinOp) or id(node) in inside:
            continue
        inside |= {id(n) for n in ast.walk(node) if isinstance(n, ast.BinOp)}
        tokens, leaves = [], {}
        flatten(node, tokens, leaves)
        if not 2 < len(leaves) <= MOST_OPERANDS:
            continue
        seen = {ast.dump(ast.parse(" ".join(tokens), mode="eval").body)}
        for other in bracketed(tokens):
            try:
                new = ast.parse(" ".join(other), mode="eval").body
            except SyntaxError:
                continue
            if ast.dump(new) not in seen:
                seen.add(ast.dump(new))
                yield holder, field, index, node, parsed(" ".join(other), **leaves), "brackets", {}


def flatten(node, tokens, leaves):
    """Fill the tokens of a chain of operations, and {name of an operand: its node}."""
    if isinstance(node, ast.BinOp):
        text = ast.unparse(ast.BinOp(ast.Name("a"), node.op, ast.Name("b")))
        for side, operation in ((node.left, []), (node.right, [text[2:-2]])):
            wrap = needs_brackets(node, side)
            tokens += operation + ["("] * wrap
            flatten(side, tokens, leaves)
            tokens += [")"] * wrap
    elif (
        isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and isinstance(node.operand, ast.BinOp)
    ):
        tokens += ["-", "("]
        flatten(node.operand, tokens, leaves)
        tokens.append(")")
    else:
        name = f"operand_{len(leaves)}"
        leaves[name] = node
        tokens.append(name)


def needs_brackets(node, side):
    """Return whether one side of an operation stands in brackets."""
    if not isinstance(side, ast.BinOp):
        return False
    new = copy.copy(node)
    left, right = (ast.Name("a"), side) if side is node.right else (side, ast.Name("b"))
    new.left, new.right = left, right
    return "(" in ast.unparse(new).replace(ast.unparse(side), "") or f"({ast.unparse(side)})" in ast.unparse(
        new
    )


def bracketed(tokens):
    """Yield the tokens with one pair of brackets left out, and with one more."""
    for first, last in pairs(tokens):
        yield [t for i, t in enumerate(tokens) if i not in (first, last)]
    operands = [i for i, t in enumerate(tokens) if t.startswith("operand_")]
    for first, last in combinations(operands, 2):
        yield [*tokens[:first], "(", *tokens[first : last + 1], ")", *tokens[last + 1 :]]


def pairs(tokens):
    """Yield (first, last) of every pair of brackets."""
    open_ones = []
    for i, token in enumerate(tokens):
        if token == "(":
            open_ones.append(i)
        elif token == ")":
            yield open_ones.pop(), i
