"""Translating what was put together from known sentences, values and names.

A template such as "{where} has shape {actual}" translates every text that it fits; what stands in its fields is
translated in turn, and a value or a name stays as it is. A paragraph is taken apart into known sentences.
"""

import json
import re
from functools import cache

from helpers.engine.language.choice import PHRASES
from helpers.engine.language.templates import FIELD, filled, in_code, pattern

SENTENCE = re.compile(r"[.?!]+[)”\"`]*(?=\s|$)")
PART = re.compile(r"[:;]+(?=\s|$)")
MARK = re.compile(r"([,:](?: |$))")
PUNCTUATED = re.compile(r"""(["“']?)(.+?)(["”']?)([.:;,]?)""", re.S)
EDGE = re.compile(r"^ (?! )| +$")  # of an entry that was written to be put before or behind another
VALUE = re.compile(r" [\d.,]*\d%?$")
MARKS = {".": "。", ":": "：", ";": "；", ",": "，", "": ""}
LETTERS = 6  # of a template's own that are needed to recognize it in a text; in a field two will do
MOSTLY = 0.6  # of a field's letters that may be names, which stay as they are
MOST_SENTENCES = 6  # of one entry of a catalogue
AND = "{before} and {last}"
NAMES = (
    "name",
    "function",
    "other",
)  # fields for what a learner has named: one word in them is no word of English
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:,? [A-Za-z]{2,}){2,}")  # words in a row that are no names


class Phrasebook:
    """The phrases of one language: {English: translation}, some of them templates with fields.

    Where English has several translations, a list of them, the first is shown and a learner may write any.
    """

    def __init__(self, phrases):
        self.meanings = {}
        for english, others in phrases.items():
            for other in [others] if isinstance(others, str) else others:
                self.meanings.setdefault(other.lower(), []).append(english)
        phrases = {text: other if isinstance(other, str) else other[0] for text, other in phrases.items()}
        self.exact = phrases
        self.templates = []
        for english, other in by_line(phrases):
            if FIELD.search(english) and english != AND and letters(FIELD.sub("", english)) > 1:
                fits, other = pattern(EDGE.sub("", english)), EDGE.sub("", other)
                self.templates.append((letters(FIELD.sub("", english)), fits, other, in_code(english)))
        self.templates.sort(key=lambda template: (-template[0], -template[1].groups))
        self.known = {}

    def text(self, text):
        """Return a text in this language; sentences that are not known stay in English."""
        return self.remembered(self.new_text, text)

    def label(self, text):
        """Return a short text of a figure, line by line if it has lines that are known one by one."""
        return self.remembered(self.new_label, text)

    def remembered(self, translate, text):
        """Return a translation, made once."""
        key = translate.__name__, text
        if key not in self.known:
            if len(self.known) > 5000:
                self.known.clear()
            self.known[key] = translate(text)
        return self.known[key]

    def new_text(self, text):
        """Return the translation of a text that was not asked for before."""
        whole = self.whole(text)
        if whole is not None:
            return whole
        if "\n\n" in text:
            return "\n\n".join(map(self.text, text.split("\n\n")))
        return self.sentence_by_sentence(text)

    def new_label(self, text):
        """Return the translation of a label that was not asked for before."""
        wrapped = text.replace("\n", " ")
        if text not in self.exact and wrapped in self.exact:
            return self.exact[wrapped]
        whole = self.whole(text) if "\n" in text else None
        return whole or "\n".join(map(self.short, text.split("\n")))

    def short(self, text):
        """Return a line of a label: a known one, or one of known parts with marks between them."""
        whole = self.field(text)
        if whole != text:
            return whole
        parts = [self.exact.get(part, MARKS.get(part.strip(), part)) for part in MARK.split(text)]
        return "".join(parts) if any(part in self.exact for part in MARK.split(text)) else text

    def sentence_by_sentence(self, text):
        """Return the translation of a paragraph made of several entries."""
        parts, start = [], 0
        while start < len(text):
            end, part = self.next_entry(text[start:])
            parts.append(part)
            start += end
            start += len(text[start:]) - len(text[start:].lstrip())
        return joined(parts)

    def next_entry(self, text):
        """Return (end, translation) of the entry that a text begins with: the longest exact one, else by a template."""
        sentences = [found.end() for found in SENTENCE.finditer(text)]
        parts = [found.end() for found in PART.finditer(text)]
        sentences = sentences if sentences and sentences[-1] == len(text) else [*sentences, len(text)]
        sentences, parts = sentences[:MOST_SENTENCES], parts[:MOST_SENTENCES]
        for end in sorted({*sentences, *parts}, reverse=True):
            if (found := self.punctuated(text[:end])) is not None:
                return end, found
        fitting = [(end, *found) for end in (*sentences, *parts) if (found := self.by_template(text[:end]))]
        if fitting:
            end, _, found, _ = min(fitting, key=lambda each: (each[1], -each[3]))
            return end, found
        end = sentences[0]
        return end, sentence_of_a_value(text[:end]) if end < len(text) else text[:end]

    def whole(self, text):
        """Return the translation of a text that is one entry, or None."""
        if not text.strip():
            return text
        if (found := self.punctuated(text)) is not None or len(SENTENCE.findall(text)) > 1:
            return found
        fitting = self.by_template(text)
        return fitting and fitting[1]

    def punctuated(self, text):
        """Return the translation of an entry, also of one in quotes or with a mark behind it, or None."""
        if text in self.exact:
            return self.exact[text]
        before, inside, after, mark = PUNCTUATED.fullmatch(text).groups() if text else ("",) * 4
        if inside not in self.exact or not (mark or before):
            return None
        return f"{before}{self.exact[inside]}{after}{MARKS[mark]}"

    def by_template(self, text, least=LETTERS):
        """Return (letters left in English, translation, the template's own letters) of the best fit, or None."""
        best = None
        for own, fits, other, code in self.templates:
            if own < least or best and best[0] == 0:
                break
            if found := fits.fullmatch(text):
                values = found.groupdict()
                fields = {n: value if n in code else self.field(value, n) for n, value in values.items()}
                left = sum(left_in_english(value, fields[name]) for name, value in values.items())
                if best is None or left < best[0]:
                    best = left, filled(other, fields), own
        return best

    def field(self, text, name=""):
        """Return what stands in a field: in this language if it is known, else as it is."""
        inside = text.strip()
        if name in NAMES and re.fullmatch(r"\w+", inside):
            return text
        if not re.search(r"[A-Za-z]{2}", inside) or re.fullmatch(r"`[^`]*`|[\w.]+", inside):
            return self.exact.get(inside) or self.exact.get(inside[:1].lower() + inside[1:], text)
        if inside in self.exact:
            return self.exact[inside]
        if ", " in inside and self.is_name(inside):
            return self.listed(inside)
        for found in re.finditer(" and ", inside):
            one, other = inside[: found.start()], inside[found.end() :]
            if self.is_name(one) and self.is_name(other):
                parts = {"before": self.listed(one), "last": self.listed(other)}
                return filled(self.exact.get(AND, AND), parts)
        short = self.by_template(inside, 2) if len(inside) < 80 else None
        return short[1] if short and short[0] < MOSTLY * letters(inside) else self.text(inside)

    def is_name(self, text):
        """Return whether a part of a list is known, or code; a known one may have a number behind it."""
        return text in self.exact or all(
            VALUE.sub("", part) in self.exact or re.fullmatch(r"`[^`]*`", part) for part in text.split(", ")
        )

    def listed(self, text):
        """Return the parts of a list in this language."""
        return self.exact.get(text) or "、".join(map(self.named, text.split(", ")))

    def named(self, part):
        """Return a part of a list in this language, with the number behind it."""
        name = VALUE.sub("", part)
        told, number = self.exact.get(name, name), part[len(name) :]
        return self.exact.get(part) or (told + number.lstrip() if told.endswith("）") else told + number)


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


def sentence_of_a_value(text):
    """Return a sentence with a Chinese full stop if there are no words in it, only a value such as (3, 2)."""
    words = re.search(r"[A-Za-z]{2}", re.sub(r"`[^`]*`|'[^']*'", "", text))
    return text if words or not re.search(r"[^.]\.$", text) else f"{text[:-1]}。"


def left_in_english(value, translation):
    """Return how many letters of a field's value are English words that its translation still has."""
    text = re.sub(r"`[^`]*`", "", translation)
    if translation == value:
        return letters(text) if " " in value else 0
    return sum(map(letters, ENGLISH.findall(text)))


def letters(text):
    """Return how many letters of words a text or a pattern has, names of fields not counted."""
    return len(re.findall(r"[A-Za-z]", re.sub(r"\(\?P[<=]\w+[>)]?", "", text)))


def joined(parts):
    """Return sentences one behind the other, with a space where the one before does not end in a Chinese mark."""
    text = ""
    for part in parts:
        text += part if not text or text[-1] in "。？！：；，、”）" else f" {part}"
    return text
