"""Feedback pages as zip files that course systems take for upload, one for each notebook and system."""

import re
import zipfile
from pathlib import Path

from helpers.engine.grade.owners import EXPORTS, parts_of

PAGE = "feedback.html"


class FeedbackZips:
    """Writes feedback-moodle-NOTEBOOK.zip and feedback-canvas-NOTEBOOK.zip, page by page."""

    def __init__(self, folder):
        self.folder, self.archives, self.names = Path(folder), {}, set()
        for old in self.folder.glob("feedback-*.zip"):
            old.unlink()

    def add(self, row, page):
        """Take in the page of one row, if it came from Moodle or Canvas."""
        if (named := upload_name(row)) is None:
            return
        system, name = named
        key = f"feedback-{system}-{row.grade.notebook or 'not-graded'}.zip"
        if key not in self.archives:
            self.archives[key] = zipfile.ZipFile(self.folder / key, "w", zipfile.ZIP_DEFLATED)
        number = 1
        while (key, unique := numbered(name, number)) in self.names:
            number += 1
        self.names.add((key, unique))
        self.archives[key].writestr(unique, page)

    def close(self):
        """Close the files."""
        for archive in self.archives.values():
            archive.close()


def upload_name(row):
    """Return (system, name of the page in a zip for it), or None: below the part with the id all is the learner's.

    Moodle finds a participant by the second part of a name and wants five; Canvas finds a learner and the file that
    is commented on by the first two numbers in it.
    """
    patterns = [pattern for form, pattern in EXPORTS if form == row.form]
    for part in parts_of(row.place):
        found = next(filter(None, (pattern.match(part) for pattern in patterns)), None)
        if found and found["id"] == row.identity and row.form == "moodle":
            return "moodle", f"{safe(found['learner'])}_{found['id']}_assignsubmission_file_{PAGE}"
        if found and found["id"] == row.identity:
            kept = re.match(r"(?:LATE_)?[^_]+(?:_LATE)?(?:_[0-9A-Za-z]+)?_\d+_", part)
            return "canvas", f"{kept[0]}{PAGE}"
    return None


def safe(name):
    """Return a name that is one part of a file name, without the character that separates parts."""
    return re.sub(r'[_/\\:*?"<>|\x00-\x1f]+', " ", name).strip() or "learner"


def numbered(name, number):
    """Return a name with a number before its ending, from the second on."""
    return name if number == 1 else f"{name.removesuffix('.html')}-{number}.html"
