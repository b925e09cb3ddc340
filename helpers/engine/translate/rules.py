"""What a translation must share with the original: mathematics, code, fields, links and the form of its lines."""

import re
from collections import Counter

CODE = re.compile(r"```.*?```|`[^`]+`", re.S)
MATH = re.compile(r"\$\$.+?\$\$|\$[^$]+\$", re.S)
FIELD = re.compile(r"\{(?!'e?s' \*)[^{}\n]*\}")  # not that of an English plural
LINK = re.compile(r"\]\(([^)\s]+)\)")
TAG = re.compile(r"</?[a-z][^>]*>|<!-- *\w+:?")
DECIMAL = re.compile(r"\d+\.\d+")
MARK = re.compile(r"\s*(#{1,6} |[-*] |\d+\. |\|)")
CAPTION = re.compile(r"\*[^*]")
STARS = re.compile(r"\*{1,2}")
MATHEMATICS = re.compile(r"\$\$?.+?\$\$?", re.S)


def complaints(original, translation):
    """Return what is wrong with a translation, as sentences; an empty list if nothing is."""
    found = []
    one, other = parts(original), parts(translation)
    for kind in one:
        missing, added = one[kind] - other[kind], other[kind] - one[kind]
        if missing:
            found.append(f"{kind} missing: {', '.join(sorted(missing.elements()))}")
        if added:
            found.append(f"{kind} added: {', '.join(sorted(added.elements()))}")
    if marks(original) != marks(translation):
        found.append(f"lines begin with {marks(translation)}, not with {marks(original)}")
    if cells(original) != cells(translation):
        found.append(f"rows of a table have {cells(translation)} bars, not {cells(original)}")
    if bool(CAPTION.match(original)) != bool(CAPTION.match(translation)):
        found.append("a caption begins with a star, and nothing else does")
    if (CODE.sub("", translation).count("**") - CODE.sub("", original).count("**")) % 2:
        found.append("an odd number of **")
    found += [
        f"bold or italics do not end at {end!r}: put the mark behind the stars"
        for end in not_closed(translation)
    ]
    if translation.strip() != translation and original.strip() == original:
        found.append("spaces at the beginning or end")
    return found


def parts(text):
    """Return {kind: Counter of its parts} for what both languages must have."""
    code = Counter(plain(span) for span in CODE.findall(text))
    rest = CODE.sub(" ", text)
    math = Counter(re.sub(r"\\text\{[^{}]*\}|\s+", "", span) for span in MATH.findall(rest))
    rest = MATH.sub(" ", rest)
    return {
        "code": code,
        "mathematics": math,
        "field": Counter(FIELD.findall(rest)),
        "link": Counter(LINK.findall(rest)),
        "tag": Counter(TAG.findall(rest)),
        "number": Counter(set(DECIMAL.findall(rest))),
    }


def plain(span):
    """Return a piece of code without the words in its strings and comments, which may be translated."""
    span = re.sub(r"#[^\n]*", "#", span) if span.startswith("```") else span
    return re.sub(r'"[^"\n]*"', '""', span)


def marks(text):
    """Return what the lines of a text begin with: headings, points of a list, rows of a table."""
    found = [MARK.match(line) for line in CODE.sub("", text).split("\n")]
    return [re.sub(r"\d+", "1", mark.group(1).strip()) for mark in found if mark]


def cells(text):
    """Return how many bars each row of a table has; Markdown shows no table where they differ."""
    lines = MATH.sub("", CODE.sub("", text)).split("\n")
    return [line.count("|") for line in lines if line.lstrip().startswith("|")]


def not_closed(text):
    """Return the ends of bold or italic words that Markdown does not see: a mark before the stars, a letter after."""
    text = MATHEMATICS.sub("0", CODE.sub("0", text))
    runs = [
        run
        for run in STARS.finditer(text)
        if not text[run.end() :].startswith(" ") or text[: run.start()].strip()
    ]
    ends = [text[run.start() - 1 : run.end() + 1] for run in runs[1::2]]
    return [end for end in ends if len(end) > 2 and not end[0].isalnum() and end[-1].isalnum()]
