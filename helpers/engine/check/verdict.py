"""A verdict as a learner sees it: the first line and its paragraphs, as text, as HTML, and as data for reports."""

import html
import re
from dataclasses import dataclass, replace

from helpers.engine.check import words
from helpers.engine.language import spoken, translated
from helpers.engine.language.choice import current
from helpers.engine.language.values import paragraph as paragraph_in

MARKS = {"right": ("✓", "#009E73"), "wrong": ("✗", "#D55E00"), "unwritten": ("…", "#0072B2")}
PICTURES = ("values", "trace")  # paragraphs that keep their lines
BELOW = (*PICTURES, "more")  # paragraphs that stand directly below the one before


@dataclass(frozen=True)
class Verdict:
    """The result of a check: `state` is right, wrong or unwritten; `details` are (kind, text) paragraphs.

    "values" and "trace" keep their lines, "more" stands directly below the paragraph before, "folded" is shown on
    demand, and left out of the text. A right answer may have a `remark`: it is right all the same. `advice` is shown
    in the notebook only, never in reports. `found` are the kinds of what was found out about a wrong answer that no
    known mistake explains. `notice` says which answer was judged. `known` says that only cases agree that everybody
    knows beforehand: they earn nothing by themselves.
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
    remark: str = ""
    found: tuple = ()
    notice: str = ""
    known: bool = False

    @property
    def earned(self):
        """Points, in proportion to the cases that agree."""
        return 0.0 if self.known else round(self.points * self.passed / self.cases, 2)

    @property
    def shown(self):
        """The paragraphs that a notebook shows: the notice, the remark, the details, and the advice."""
        before = [("text", text) for text in (self.notice, self.remark) if text]
        return (*before, *self.details, *((("text", self.advice),) if self.advice else ()))

    def in_language(self, language=None):
        """Return the verdict as the learner reads it; grades, records and comparisons keep the English one."""
        if (language := language or current()) == "en":
            return self
        paragraphs = tuple((kind, paragraph_in(kind, text, language)) for kind, text in self.shown)
        line = translated(self.line, language)
        return replace(self, line=line, details=paragraphs, notice="", remark="", advice="")

    def as_dict(self):
        """Return what a report needs, as plain data."""
        data = {
            "exercise": self.name,
            "state": self.state,
            "passed": self.passed,
            "cases": self.cases,
            "points": self.points,
            "earned": self.earned,
            "line": self.line,
            "details": [list(paragraph) for paragraph in self.details if paragraph[0] != "folded"],
            "mistakes": list(self.mistakes),
        }
        more = {"remark": self.remark, "found": list(self.found)}
        return data | {key: value for key, value in more.items() if value}

    def as_html(self):
        """Return the verdict as a block with a colored edge and a mark; the words are those of the text."""
        mark, color = MARKS[self.state]
        blocks = "".join(block(kind, text) for kind, text in self.shown)
        return (
            f'<div role="status" style="border-left:4px solid {color};padding:2px 12px">'
            f'<p style="margin:4px 0"><b aria-hidden="true" style="color:{color}">{mark}</b> '
            f"<b>{html.escape(self.line)}</b></p>{blocks}</div>"
        )

    def __str__(self):
        text = self.line
        for kind, paragraph in self.shown:
            if kind != "folded":
                text += ("\n" if kind in BELOW else "\n\n") + paragraph
        return text

    def _repr_mimebundle_(self, **_):
        return {"text/plain": str(self), "text/html": self.as_html()}


def block(kind, text):
    """Return one paragraph as HTML: `values` and `trace` keep their lines, `folded` opens on a click."""
    if kind == "folded":
        return f"<details><summary>{spoken(words.WHOLE_CASE)}</summary>{block('values', text)}</details>"
    if kind in PICTURES:
        return f'<pre style="margin:4px 0 4px 12px;overflow-x:auto">{html.escape(text)}</pre>'
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
    return f'<p style="margin:4px 0">{marked}</p>'


def below_each_other(paragraphs):
    """Return paragraphs, all but the first without an empty line before them."""
    below = (("more" if kind == "text" else kind, text) for kind, text in paragraphs[1:])
    return (*paragraphs[:1], *below)
