"""Families of slips: known mistakes that belong to a structure of the solution, not to one exercise.

Each family takes a solution, reads its source, and returns a `Mistake` for every place at which the slip is possible:
none if the solution lacks the structure. Several mistakes of one family may have the same name.
"""

import ast

from helpers.engine.check.exercise import source_of


class Source:
    """The source of a solution and its syntax tree, from which patches are made."""

    def __init__(self, solution):
        self.text = source_of(solution)
        self.lines = self.text.splitlines(keepends=True)
        self.function = ast.parse(self.text).body[0]
        self.first = self.function.body[1]  # the first statement after the docstring

    def of(self, node):
        """Return the source of a node."""
        return ast.get_source_segment(self.text, node)

    def whole(self, statement):
        """Return the lines of a statement, indentation and newlines included."""
        return "".join(self.lines[statement.lineno - 1 : statement.end_lineno])

    def nodes(self, kind):
        """Return the nodes of a kind in the function's body, in the order of the source."""
        found = [n for s in self.function.body[1:] for n in ast.walk(s) if isinstance(n, kind)]
        return sorted(found, key=lambda node: (node.lineno, node.col_offset))

    def replaced(self, *changes):
        """Return the patch that puts new text in place of each node: changes are (node, new text)."""
        patch = {}
        for node, new in changes:
            old = self.of(node)
            if self.text.count(old) > 1:  # too short to be found: take the line with it
                line = self.lines[node.lineno - 1]
                start, end = (
                    len(line.encode()[:at].decode()) for at in (node.col_offset, node.end_col_offset)
                )
                old, new = line, line[:start] + new + line[end:]
            patch[old] = new
        return patch

    def before_all(self, line):
        """Return the patch that puts a line in front of all others."""
        old = self.whole(self.first)
        return {old: f"    {line}\n{old}"}


def without(mistakes, *names):
    """Return mistakes without those named: in this exercise they change no result, or look like another."""
    mistakes = tuple(mistakes)
    if unknown := set(names) - {mistake.name for mistake in mistakes}:
        raise ValueError(f"no such mistakes: {sorted(unknown)}")
    return tuple(mistake for mistake in mistakes if mistake.name not in names)
