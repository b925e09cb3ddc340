"""The lines of values below a verdict: their labels in the learner's language, the columns still aligned."""

import re
import unicodedata

from helpers.engine.language import labeled, spoken, translated

LABELS = ("expected", "yours", "it is", "it must be", "the course's", "shape", "The whole case")
PARTS = (  # of a result, with a name of several words
    "first argument afterwards",
    "returned in new memory",
    "arrays replaced",
    "bytes of new arrays",
    "stopped by an assert",
    "new arrays",
)
NAMED = rf"(?:{'|'.join(PARTS)})(?=[\[ ])"
ONE_PART = rf" (?:{NAMED}\S*|\S+)"
LABELED = re.compile(
    r"^(expected|yours|it is|it must be|the course's)"
    rf"((?<=expected){ONE_PART}|(?<=yours){ONE_PART})?( +)(?=\S)",
    re.M,
)
ABOUT = re.compile(r"(^\w+ = [\w.]+  \()(.+)(?=\)$)", re.M)  # what a function among the arguments does


def paragraph(kind, text, language):
    """Return a paragraph of a verdict in a language: sentences, or lines of values or of a trace."""
    if kind == "trace":
        return "\n".join(translated(line, language) for line in text.split("\n"))
    return values(text, language) if kind in ("values", "folded") else translated(text, language)


def report(text, language):
    """Return a text of several paragraphs, sentences and values, in a language."""
    if language == "en":
        return text
    kinds = [("values" if LABELED.search(part) else "text", part) for part in text.split("\n\n")]
    return "\n\n".join(paragraph(kind, part, language) for kind, part in kinds)


def values(text, language):
    """Return lines of values with their labels translated, and each value's further lines moved with the first."""
    text = ABOUT.sub(lambda found: found[1] + translated(found[2], language), text)
    found = list(LABELED.finditer(text))
    if not found:
        return sizes(text, language)
    labels = [spoken(f[1], language) + part_in(f[2] or "", language) for f in found]
    new_width, old_width = max(map(width, labels)) + 1, max(len(f[0]) for f in found)
    shift = " " * max(new_width - old_width, 0)
    result, start = text[: found[0].start()], None
    for f, label, following in zip(found, labels, [*found[1:], None], strict=True):
        start, end = f.end(), following.start() if following else len(text)
        padded = label + " " * (max(new_width, old_width) - width(label))
        result += padded + text[start:end].replace("\n" + " " * len(f[0]), "\n" + " " * len(f[0]) + shift)
    return sizes(result, language)


def part_in(label, language):
    """Return the label of a part of a result with its name translated."""
    return re.sub(NAMED, lambda found: spoken(found[0], language), f"{label} ").rstrip()


def sizes(text, language):
    """Return lines of values with the words about shapes and about what is left out translated."""
    text = re.sub(r"… \d+ more …", lambda found: labeled(found[0], language), text)
    return re.sub(r"  shapes? (?=[(\[])", f"  {spoken('shape', language)} ", text)


def width(text):
    """Return how many columns a text takes in a font of one width."""
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)
