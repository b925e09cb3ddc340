"""Templates: sentences with fields, such as "{where} has shape {actual}"."""

import re

FIELD = re.compile(r"\{(\w+)\}")
CHINESE, LATIN = r"[\u4e00-\u9fff]", r"[A-Za-z0-9`()\[\]'−-]"


def pattern(template):
    """Return the pattern of the texts that a template fits."""
    seen, parts, marks = set(), [], 0
    for k, part in enumerate(FIELD.split(template)):
        if k % 2 == 0:
            parts.append(re.escape(part.replace("{{", "{").replace("}}", "}")))
            marks += part.count("`")
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            parts.append(f"(?P<{part}>[^`]*)" if marks % 2 else f"(?P<{part}>.*?)")
            seen.add(part)
    return re.compile("".join(parts), re.S)


def in_code(template):
    """Return the fields of a template that stand in code, which is the same in every language."""
    code = "".join(template.split("`")[1::2])
    return set(FIELD.findall(code))


def filled(template, fields):
    """Return a template with its fields filled in: a space where Latin meets Chinese, none between two Chinese."""
    pieces = FIELD.split(template)
    text = pieces[0]
    for k, piece in enumerate(pieces[1:], 1):
        text = beside(text, fields.get(piece, f"{{{piece}}}") if k % 2 else piece)
    return text


def beside(one, other):
    """Return two pieces of a text, put together."""
    if re.search(CHINESE + " ?$", one) and re.match(" ?" + CHINESE, other):
        return one.rstrip(" ") + other.lstrip(" ")
    meet = re.search(CHINESE + "$", one) and re.match(LATIN, other)
    meet = meet or re.search(LATIN + "$", one) and re.match(CHINESE, other)
    return f"{one} {other}" if meet else one + other
