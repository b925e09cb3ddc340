"""What every test shares: one thread for small matrices, and a mark on everything in tests/browser."""

import os
from pathlib import Path

import pytest

# Two threads that wait for each other are slower than one; set before NumPy is imported, and passed on to kernels.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items):
    """Mark every test in tests/browser, so that only `make test-browser` runs it."""
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
