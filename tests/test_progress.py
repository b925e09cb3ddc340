"""The record of exercises done: written beside an open notebook, never elsewhere, and never in the way."""

import json
import os

import pytest

from helpers.engine.check import progress


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Return the path of a notebook that seems to be open."""
    path = tmp_path / "04_shallow_network.ipynb"
    monkeypatch.setattr(progress, "open_notebook", lambda: path)
    return path


def test_the_last_state_of_each_exercise_is_kept(opened):
    for exercise, state in (("tanh", "wrong"), ("relu", "unwritten"), ("tanh", "right")):
        progress.record("shallow_network", exercise, state)
    assert progress.recorded(opened.parent) == {"shallow_network": {"tanh": "right", "relu": "unwritten"}}
    assert [path.name for path in opened.parent.iterdir()] == [progress.FILE]


def test_nothing_is_written_without_an_open_notebook_or_beside_another(opened, monkeypatch, tmp_path):
    progress.record("deep_network", "forward", "right")
    monkeypatch.setattr(progress, "open_notebook", lambda: None)
    progress.record("shallow_network", "tanh", "right")
    assert not list(tmp_path.iterdir())


def test_a_kernel_of_a_grader_has_no_open_notebook(monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert progress.open_notebook() is None


@pytest.mark.parametrize("text", ["", "[1]", '{"shallow_network": 3}', '{"shallow_network": {"tanh": '])
def test_a_damaged_file_counts_as_empty_and_is_replaced(opened, text):
    (opened.parent / progress.FILE).write_text(text)
    assert progress.recorded(opened.parent) == {}
    progress.record("shallow_network", "tanh", "right")
    assert json.loads((opened.parent / progress.FILE).read_text()) == {"shallow_network": {"tanh": "right"}}


def test_where_writing_fails_the_check_goes_on(opened, monkeypatch):
    def refuse(*_):
        raise PermissionError("read-only")

    monkeypatch.setattr(os, "replace", refuse)
    progress.record("shallow_network", "tanh", "right")
    assert not list(opened.parent.iterdir())
