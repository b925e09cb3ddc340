"""Translating what was put together from known sentences, values and names.

A template such as "{where} has shape {actual}" translates every text that it fits; what stands in its fields is
translated in turn, and a value or a name stays as it is. A paragraph is taken apart into known sentences.
"""

import json
import re
from functools import cache

from helpers.engine.language.choice import PHRASES

FIELD = re.compile(r"\{(\w+)\}")
SENTENCE = re.compile(r"[.?!:;]+[)”\"`]*(?=\s|$)")
PUNCTUATED = re.compile(r'(["“]?)(.+?)(["”]?)([.:;,]?)', re.S)
MARKS = {".": "。", ":": "：", ";": "；", ",": "，", "": ""}
LETTERS = 4  # of a template's own that are needed to recognize it
MOST_SENTENCES = 6  # of one entry of a catalogue
AND = "{x1} and {x2}"


class Phrasebook:
    """The phrases of one language: {English: translation}, some of them templates with fields."""

    def __init__(self, phrases):
        self.exact = phrases
        self.templates = []
        for english, other in by_line(phrases):
            if FIELD.search(english) and english != AND and letters(FIELD.sub("", english)) >= LETTERS:
                self.templates.append((pattern(english), other))
        # Of the templates that fit, the one with the most words of its own is meant.
        self.templates.sort(key=lambda pair: -letters(pair[0].pattern))
        self.known = {}

    def text(self, text):
        """Return a text in this language; sentences that are not known stay in English."""
        if text not in self.known:
            if len(self.known) > 5000:
                self.known.clear()
            self.known[text] = self.new_text(text)
        return self.known[text]

    def new_text(self, text):
        """Return the translation of a text that was not asked for before."""
        whole = self.whole(text)
        if whole is not None:
            return whole
        if "\n\n" in text:
            return "\n\n".join(map(self.text, text.split("\n\n")))
        return self.sentence_by_sentence(text)

    def sentence_by_sentence(self, text):
        """Return the translation of a paragraph made of several entries."""
        ends = [found.end() for found in SENTENCE.finditer(text)]
        ends = ends if ends and ends[-1] == len(text) else [*ends, len(text)]
        parts, start = [], 0
        while start < len(text):
            following = [end for end in ends if end > start][:MOST_SENTENCES]
            end, part = self.longest_known(text, start, following)
            parts.append(part)
            start = end + len(text[end:]) - len(text[end:].lstrip())
        return joined(parts)

    def longest_known(self, text, start, ends):
        """Return (end, translation) of the next entry: the longest exact one, else the shortest by a template."""
        for end in reversed(ends):
            if (found := self.punctuated(text[start:end])) is not None:
                return end, found
        for end in ends:
            if (found := self.by_template(text[start:end])) is not None:
                return end, found
        return ends[0], text[start : ends[0]]

    def whole(self, text):
        """Return the translation of a text that is one entry, or None."""
        if not text.strip():
            return text
        found = self.punctuated(text)
        several = len(SENTENCE.findall(text)) > 1
        return found if found is not None or several else self.by_template(text)

    def punctuated(self, text):
        """Return the translation of an entry, also of one in quotes or with a mark behind it, or None."""
        if text in self.exact:
            return self.exact[text]
        before, inside, after, mark = PUNCTUATED.fullmatch(text).groups() if text else ("",) * 4
        if inside not in self.exact or not (mark or before):
            return None
        return f"{before}{self.exact[inside]}{after}{MARKS[mark]}"

    def by_template(self, text):
        """Return the translation of a text by the first template that fits, or None."""
        for fits, other in self.templates:
            if found := fits.fullmatch(text):
                fields = {name: self.field(value) for name, value in found.groupdict().items()}
                return FIELD.sub(lambda f, fields=fields: fields.get(f[1], f[0]), other)
        return None

    def field(self, text):
        """Return what stands in a field: in this language if it is known, else as it is."""
        inside = text.strip()
        if not re.search(r"[A-Za-z]{2}", inside) or re.fullmatch(r"`[^`]*`|[\w.]+", inside):
            return self.exact.get(inside, text)
        if inside in self.exact:
            return self.exact[inside]
        for found in re.finditer(" and ", inside):
            one, other = inside[: found.start()], inside[found.end() :]
            if self.is_name(one) and self.is_name(other):
                parts = {"x1": self.listed(one), "x2": self.listed(other)}
                return FIELD.sub(lambda f, parts=parts: parts[f[1]], self.exact.get(AND, AND))
        return self.text(inside)

    def is_name(self, text):
        """Return whether a part of a list is known, or code."""
        return all(part in self.exact or re.fullmatch(r"`[^`]*`", part) for part in text.split(", "))

    def listed(self, text):
        """Return the parts of a list in this language."""
        return "、".join(self.exact.get(part, part) for part in text.split(", "))


@cache
def phrasebook(language):
    """Return the `Phrasebook` of a language."""
    return Phrasebook(json.loads((PHRASES / f"{language}.json").read_text(encoding="utf-8")))


def by_line(phrases):
    """Yield (English, translation), and the same of single lines, for what is shown line by line."""
    for english, other in phrases.items():
        yield english, other
        lines, others = english.split("\n"), other.split("\n")
        if FIELD.search(english) and 1 < len(lines) == len(others):
            yield from zip(lines, others, strict=True)


def pattern(template):
    """Return the pattern of the texts that a template fits."""
    seen, parts = set(), []
    for k, part in enumerate(FIELD.split(template)):
        if k % 2 == 0:
            parts.append(re.escape(part.replace("{{", "{").replace("}}", "}")))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            parts.append(f"(?P<{part}>[^`]*)" if parts[-1].endswith("`") else f"(?P<{part}>.*?)")
            seen.add(part)
    return re.compile("".join(parts), re.S)


def letters(text):
    """Return how many letters of words a text or a pattern has, names of fields not counted."""
    return len(re.findall(r"[A-Za-z]", re.sub(r"\(\?P[<=]\w+[>)]?", "", text)))


def joined(parts):
    """Return sentences one behind the other, with a space where the one before does not end in a Chinese mark."""
    text = ""
    for part in parts:
        text += part if not text or text[-1] in "。？！：；，、”）" else f" {part}"
    return text
