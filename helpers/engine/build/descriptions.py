"""What each figure shows, collected from the text below it: the alternative texts of the course's pictures.

The first paragraph below a figure is its caption, in italics. It describes the picture, or it says what to look for
and has the description in a comment: `<!-- alt: ... -->`.
"""

import importlib
import json
import re
from itertools import pairwise

from helpers.engine.course import course

CAPTION = re.compile(r"\*(?!\*)(.+?)\*(?=\s|$)", re.S)
ALT = re.compile(r"<!-- alt: (.+?) -->", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)


def descriptions_of(cells):
    """Return {fingerprint of a code cell: the description of what it draws}, for `SourceCell`s with a caption."""
    fingerprint = importlib.import_module(f"{course().package}.figures.alternative_text").fingerprint
    pairs = [(cell, description(after.source)) for cell, after in pairwise(cells) if after.role == "prose"]
    return {fingerprint(cell.source): said for cell, said in pairs if cell.role == "code" and said}


def description(text):
    """Return the description in the caption at the beginning of a text cell, or "" if it has no caption."""
    paragraph = text.partition("\n\n")[0]
    if not CAPTION.match(paragraph):
        return ""
    found = ALT.search(paragraph) or CAPTION.match(COMMENT.sub(" ", paragraph))
    return " ".join(re.sub(r"[`$]", "", found.group(1)).split())


def stored_at(language=""):
    """Return the path of the stored descriptions in a language, or None if the course has no figures of its own."""
    folder = course().module_path(f"{course().package}.figures")
    name = f"descriptions.{language}.json" if language else "descriptions.json"
    return folder / name if (folder / "alternative_text.py").is_file() else None


def with_descriptions(name, cells, language=""):
    """Return the text of the stored descriptions with those of one notebook brought up to date."""
    path = stored_at(language)
    stored = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    stored[name] = descriptions_of(cells)
    kept = {each: stored[each] for each in course().source_names() if each in stored}
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
