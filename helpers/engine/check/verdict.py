"""The result of a check, as text, as HTML and as data. Not here: its words (`wording`)."""

import html
import re
from dataclasses import dataclass

MARKS = {"right": ("✓", "#009E73"), "wrong": ("✗", "#D55E00"), "unwritten": ("…", "#0072B2")}


@dataclass(frozen=True)
class Verdict:
    """The result of a check: `state` is right, wrong or unwritten; `details` are (kind, text) paragraphs.

    `advice` is for who sits before the notebook, and in no report.
    """

    name: str
    state: str
    passed: int
    cases: int
    points: int
    line: str
    details: tuple = ()
    mistakes: tuple = ()
    advice: str = ""

    @property
    def earned(self):
        """Points, in proportion to the cases that agree."""
        return round(self.points * self.passed / self.cases, 2)

    def as_dict(self):
        """Return what a report needs, as plain data."""
        return {
            "exercise": self.name,
            "state": self.state,
            "passed": self.passed,
            "cases": self.cases,
            "points": self.points,
            "earned": self.earned,
            "line": self.line,
            "details": [list(paragraph) for paragraph in self.details],
            "mistakes": list(self.mistakes),
        }

    @property
    def shown(self):
        """The paragraphs of a notebook: the details, and the advice where there is one."""
        return (*self.details, ("text", self.advice)) if self.advice else self.details

    def __str__(self):
        return "\n\n".join([self.line, *(text for _, text in self.shown)])

    def _repr_mimebundle_(self, **_):
        return {"text/plain": str(self), "text/html": self.as_html()}

    def as_html(self):
        """Return the verdict as a block with a colored edge and a mark; the words are those of the text."""
        mark, color = MARKS[self.state]
        blocks = "".join(block(kind, text) for kind, text in self.shown)
        return (
            f'<div role="status" style="border-left:4px solid {color};padding:2px 12px">'
            f'<p style="margin:4px 0"><b aria-hidden="true" style="color:{color}">{mark}</b> '
            f"<b>{html.escape(self.line)}</b></p>{blocks}</div>"
        )


def block(kind, text):
    """Return one paragraph as HTML: `values` and `trace` keep their lines."""
    if kind in ("values", "trace"):
        return f'<pre style="margin:4px 0 4px 12px">{html.escape(text)}</pre>'
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
    return f'<p style="margin:4px 0">{marked}</p>'
