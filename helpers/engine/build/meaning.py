"""What a cell says, without its layout: equal for a cell as it was built and as a formatter or another system left it.

Code is compared by its syntax tree and its comments, prose by its paragraphs, wherever their lines end.
"""

import ast
import io
import re
import tokenize

from helpers.engine.build.cells import is_magic, parsed, text_of, tree_of, without_magics

FENCE = re.compile(r"\s*(```|~~~)")
# What a line of Markdown begins with that never continues a paragraph: lists, tables, headings, quotes, formulas, HTML.
BEGINS = re.compile(r"(?:[-*+>]|1[.)]|#{1,6})(?: |$)|[|]|<(?!!)|\$\$|---")
ITEM = re.compile(r"\d+[.)] ")  # of a list; only the number 1 ends a paragraph
ALONE = ("#", "|")  # lines that no other continues


def meaning(cell):
    """Return a text that two cells share if they differ in layout only; the same under every version of Python."""
    source = re.sub(r"\r\n?", "\n", text_of(cell)).strip()
    return code_meaning(source) if cell.get("cell_type") == "code" else prose_meaning(source)


def prose_meaning(source):
    """Return the paragraphs of a text, each in one line with single spaces, and the lines of its blocks of code."""
    said, fence, goes_on = [], None, False
    for line in source.split("\n"):
        words = " ".join(line.split())
        if fence or FENCE.match(line):
            mark = FENCE.match(line)
            fence = (None if mark and mark[1] == fence else fence) if fence else mark[1]
            said.append(line.rstrip())
            goes_on = False
        elif goes_on and words and not (BEGINS.match(words) or ITEM.match(words) and ITEM.match(said[-1])):
            said[-1] += f" {words}"
        elif words or said[-1:] != [""]:
            said.append(words)
            goes_on = bool(words) and not words.startswith(ALONE)
    return "\n".join(said)


def lines_of(source):
    """Return the lines of a text without the spaces at their ends."""
    return "\n".join(line.rstrip() for line in source.split("\n"))


def code_meaning(source):
    """Return the syntax tree, the comments and IPython's lines of a source; if it has no tree, its lines."""
    code = without_magics(source)
    if not code or (tree := parsed(code)) is None:
        return lines_of(source)
    magics = [] if code == source else [line.strip() for line in source.split("\n") if is_magic(line)]
    try:
        return repr((outline(tree), comments(code), magics))
    except (ValueError, RecursionError, tokenize.TokenError):  # a number too long to print, a tree too deep
        return lines_of(source)


def outline(node):
    """Return a syntax tree as nested tuples; `ast.dump` would not do, for it differs between versions of Python."""
    if isinstance(node, list):
        return [outline(item) for item in node]
    if not isinstance(node, ast.AST):
        return repr(node)
    if isinstance(node, ast.Expr) and isinstance(getattr(node.value, "value", None), str):
        return "text", " ".join(node.value.value.split())  # Formatters indent docstrings anew.
    if isinstance(node, ast.JoinedStr):  # Early versions of Python 3.12 end a format with an empty text.
        node = ast.JoinedStr([value for value in node.values if getattr(value, "value", None) != ""])
    fields = [(name, value) for name, value in ast.iter_fields(node) if value not in (None, [])]
    return type(node).__name__, *((name, outline(value)) for name, value in fields if name != "kind")


def comments(code):
    """Return the comments of a source, in order, without their hash signs."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [token.string.strip("# \t") for token in tokens if token.type == tokenize.COMMENT]


def without_words(source):
    """Return what the code of an answer does, without its texts: docstrings, comments and the keys of its dicts.

    Two empty answers in different languages share it. A source that is not Python is returned as it is.
    """
    tree = tree_of(without_magics(source))  # a new one: the words are taken out of it
    try:
        return source.strip() if tree is None else repr(outline(Wordless().visit(tree)))
    except (ValueError, RecursionError):  # a number too long to print, a tree too deep
        return source.strip()


class Wordless(ast.NodeTransformer):
    """Takes the texts out of a syntax tree that a translation changes."""

    def visit_Expr(self, node):  # noqa: N802
        """Drop a docstring."""
        text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if text else self.generic_visit(node)

    def visit_Dict(self, node):  # noqa: N802
        """Blank the keys: the items of a quiz."""
        self.generic_visit(node)
        text = [isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.keys]
        node.keys = [ast.Constant("") if t else key for t, key in zip(text, node.keys, strict=True)]
        return node
