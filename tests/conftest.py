"""What every test shares: one thread for small matrices, patience on a busy machine, a mark on tests/browser."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Two threads that wait for each other are slower than one; set before NumPy is imported, and passed on to kernels.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Whatever the language of this machine is.
os.environ["COURSE_LANGUAGE"] = "en"

# On a busy machine an example may take its time; that says nothing about the course.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items):
    """Mark every test in tests/browser, so that only `make test-browser` runs it, and put files with slow tests first.

    Files are handed out whole and in this order: a slow one at the end would keep one process busy and the others not.
    """
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.browser)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
