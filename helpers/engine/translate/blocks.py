"""The parts of a text and of a source that people read: paragraphs of Markdown, comments and strings of code."""

import ast
import io
import re
import tokenize

from helpers.engine.build.cells import parsed

# Marks for the author's tools, which a translation does without.
AUTHORS = re.compile(r" *<!-- (?:answer|derived|claim: [\w-]+) -->")
FENCES = ("```", "$$")
NEW_LINE = re.compile(r"#{1,6} |[-*] |\d+\. |\||>|<|\$\$|\\|```|&")  # what keeps a line of its own
SHOWING = {"print", "tqdm"}  # calls that show their arguments as they are, single words, too
WORDS = re.compile(r"[A-Za-z]{2,}.*[ :\\]|[ :\\].*[A-Za-z]{3,}")


def blocks(markdown):
    """Return the paragraphs of a Markdown text; a fence with an empty line in it stays whole."""
    found, inside = [], False
    for part in AUTHORS.sub("", markdown).strip().split("\n\n"):
        if inside:
            found[-1] += f"\n\n{part}"
        else:
            found.append(part)
        for fence in FENCES:
            inside ^= part.count(fence) % 2 == 1
    return [one_line(part) for part in found]


def one_line(paragraph):
    """Return a paragraph without the line breaks that mean nothing, so that a new layout is no new text."""
    indented = all(line.startswith("    ") for line in paragraph.split("\n"))
    if indented or any(fence in paragraph for fence in FENCES):
        return "\n".join(line.rstrip() for line in paragraph.split("\n"))
    lines = []
    for line in paragraph.split("\n"):
        if lines and not NEW_LINE.match(line.lstrip()) and not lines[-1].endswith(("  ", ">")):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(line.rstrip() for line in lines)


def translated_markdown(markdown, translations):
    """Return a Markdown text with the paragraphs that have a translation in it."""
    found = blocks(markdown)
    if not any(block in translations for block in found):
        return markdown
    return "\n\n".join(translations.get(block, block) for block in found)


def texts_of_code(source):
    """Return the comments, docstrings and sentences in a source, as they are written there, in order."""
    return list(dict.fromkeys(text for _, _, text in spans(source)))


def translated_code(source, translations):
    """Return a source with the comments and sentences that have a translation in it."""
    for start, end, text in reversed(spans(source)):
        source = source[:start] + translations.get(text, text) + source[end:]
    return source


def keys_in(sources):
    """Return the strings by which code looks something up: a translation would not find it any more."""
    trees = [tree for source in sources if (tree := parsed(source))]
    lookups = [node.slice for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    return {node.value for node in lookups if is_text(node)}


def spans(source):
    """Return (start, end, text) of each comment, docstring and sentence in a source; none if it does not parse."""
    if not (tree := parsed(source)):
        return []
    starts = line_starts(source)
    # The format of a field is an f-string, too, at the place of the whole.
    fstrings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inner = {id(n) for whole in fstrings for n in ast.walk(whole) if n is not whole}
    shown = {id(node) for node in shown_in(tree)}
    found = []
    for node in ast.walk(tree):
        if id(node) not in inner and (isinstance(node, ast.JoinedStr) or is_text(node)):
            start = at(source, starts, node.lineno, node.col_offset)
            end = at(source, starts, node.end_lineno, node.end_col_offset)
            literal = re.fullmatch(r'(f?"""|f?")(.*?)("""|")', source[start:end], re.S)
            if literal and (says_something(literal.group(2)) or id(node) in shown):
                found.append((start + literal.start(2), start + literal.end(2), literal.group(2)))
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and not token.string.startswith(("# noqa", "#:")):
            start = starts[token.start[0] - 1] + token.start[1]
            text = token.string.lstrip("# ")
            found.append((start + len(token.string) - len(text), start + len(token.string), text))
    return sorted(found)


def shown_in(tree):
    """Return the strings with words in them that calls in a syntax tree show as they are."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = [a for call in calls if getattr(call.func, "id", "") in SHOWING for a in call.args]
    given += [branch for node in given if isinstance(node, ast.IfExp) for branch in (node.body, node.orelse)]
    return [node for node in given if is_text(node) and re.search(r"[A-Za-z]{2}", node.value)]


def is_text(node):
    """Return whether a node of a syntax tree is a plain string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def says_something(text):
    """Return whether a string is words for people, and not a name or a number format."""
    return bool(WORDS.search(re.sub(r"\{[^{}]*\}", " ", text).strip() + (" " if "{" in text else "")))


def line_starts(source):
    """Return the position at which each line of a source starts."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def at(source, starts, line, column):
    """Return the position of a place that a syntax tree gives in bytes."""
    start = starts[line - 1]
    return start + len(source[start:].encode()[:column].decode())
