"""The table of moved addresses in pyproject.toml: what it promises is there, and what has moved has left."""

import importlib
import tomllib
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
MOVED = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["course"]["moved"]


def found(address):
    """Return whether a module, or a name in a module, is there."""
    module, _, name = address.partition(":")
    try:
        return hasattr(importlib.import_module(module), name or "__name__")
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("old, new", MOVED.items())
def test_a_moved_address_leads_somewhere(old, new):
    assert found(new)
    assert not found(old)
    assert new not in MOVED, "two moves in a row: name the last address"
    assert (":" in old) == (":" in new)
