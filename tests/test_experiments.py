"""The runner of experiments: jobs done once, an interrupted run going on, stored results readable."""

import json
import types

import pytest

from helpers.experiments import stored
from helpers.experiments.jobs import experiment, names, remake


@pytest.fixture
def squares(monkeypatch):
    """Put an experiment in place that squares three numbers and notes what it was asked."""
    asked = []

    def measure(n):
        asked.append(n)
        if n == 2 and asked.count(2) == 1:
            raise KeyboardInterrupt
        return {"square": n * n}

    module = types.SimpleNamespace(jobs=lambda: [{"n": n} for n in (1, 2, 3)], measure=measure, asked=asked)
    monkeypatch.setattr("helpers.experiments.jobs.experiment", lambda name: module)
    return module


def test_an_interrupted_run_goes_on_where_it_stopped(squares, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        remake("squares", tmp_path, show=False)
    assert not (tmp_path / "squares.json").exists()
    rows = remake("squares", tmp_path, show=False)
    assert squares.asked == [1, 2, 2, 3]
    assert [row["square"] for row in rows] == [1, 4, 9]
    assert json.loads((tmp_path / "squares.json").read_text())["rows"] == rows
    assert [path.name for path in tmp_path.iterdir()] == ["squares.json"]


def test_rows_of_jobs_that_are_no_longer_asked_for_are_dropped(squares, tmp_path):
    text = '{"made by": "", "rows": [{"n": 9, "square": 81}, {"n": 1, "square": 1}, {"n": 2, "square": 4}]}'
    (tmp_path / "squares.partial.json").write_text(text)
    assert [row["n"] for row in remake("squares", tmp_path, show=False)] == [1, 2, 3]
    assert squares.asked == [3]


@pytest.mark.parametrize("name", names())
def test_every_experiment_has_its_stored_result(name):
    jobs, rows = json.loads(json.dumps(experiment(name).jobs())), stored(name)
    assert len(rows) == len(jobs)
    assert all(any(job.items() <= row.items() for row in rows) for job in jobs)
