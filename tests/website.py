"""The website of one notebook, built for the tests, and its pages read as a browser reads them."""

import importlib.util
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOK = "02_logistic_regression"
ALL = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
BUILT = ALL if os.environ.get("SITE_ALL") else [NOTEBOOK]  # the notebooks that a browser looks at


def build_site(out, notebooks=(NOTEBOOK,)):
    """Build the website of some notebooks into a folder, and return it; skip the test where Sphinx is not installed."""
    if importlib.util.find_spec("sphinx_book_theme") is None and not os.environ.get("CI"):
        pytest.skip("the extra `site` is not installed")
    command = [sys.executable, "site/build.py", *notebooks, "--out", str(out)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    return out


class Page(HTMLParser):
    """One page: its tags with their attributes, the targets in it, and its text."""

    def __init__(self, path):
        super().__init__()
        self.path, self.tags, self.targets, self.text = path, [], set(), ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.targets |= {value for name, value in attrs if name in ("id", "name")}

    def handle_data(self, data):
        self.text += data

    def loaded(self):
        """Return the addresses of everything that a browser loads without being asked."""
        for tag, attrs in self.tags:
            if tag == "link" and attrs.get("rel") not in ("stylesheet", "icon", "preload"):
                continue
            for name in ("src", "href"):
                if attrs.get(name) and tag in ("script", "img", "iframe", "link"):
                    yield attrs[name]

    def links(self):
        """Return the addresses of all links."""
        return [attrs["href"] for tag, attrs in self.tags if tag == "a" and attrs.get("href")]
