"""The alternative text of a figure: what the picture shows, for readers who cannot see it.

`make build` collects the texts from the source notebooks. They are found by the source of the running cell. A cell
that the learner has changed has none, because its picture may show something else.
"""

import hashlib
import html
import json
import sys
from functools import cache
from pathlib import Path

from helpers.engine.language import current

STORED = Path(__file__).with_name("descriptions.json")


def describe_figures():
    """Give the pictures of this kernel's cells their alternative text; without a kernel, do nothing."""
    if "IPython" in sys.modules and (shell := sys.modules["IPython"].get_ipython()):
        if hasattr(shell, "get_parent") and hasattr(shell.display_pub, "register_hook"):
            shell.display_pub.register_hook(lambda message: described(message, source_of(shell.get_parent())))


def source_of(request):
    """Return the source of the cell that a message asks to run, or "" if it asks for something else."""
    return (request or {}).get("content", {}).get("code", "")


def described(message, source):
    """Return a display message; a picture in it that has no HTML gets some, with its alternative text."""
    data = message["content"].get("data", {})
    said = descriptions(current()).get(fingerprint(source))
    if said and "image/png" in data and "text/html" not in data:
        sizes = message["content"].get("metadata", {}).get("image/png", {})
        size = "".join(f' {name}="{sizes[name]}"' for name in ("width", "height") if name in sizes)
        png = data["image/png"].replace("\n", "")
        data["text/html"] = f'<img alt="{html.escape(said)}"{size} src="data:image/png;base64,{png}">'
    return message


@cache
def descriptions(language="en"):
    """Return {fingerprint of a cell's source: what its picture shows} in a language, else in English."""
    found = {}
    for path in (STORED, STORED.with_suffix(f".{language}.json")):
        notebooks = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        found |= {key: text for texts in notebooks.values() for key, text in texts.items()}
    return found


def fingerprint(source):
    """Return the short hash by which a cell's source is known."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:12]
