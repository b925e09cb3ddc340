"""A search that is interrupted loses nothing; its results are read back and shown as a table."""

import numpy as np
import pytest

from helpers.experiments.resumable_search import load_results, results_table, resume_search
from helpers.search import random_search, rehearsal_score

CHOICES = {"learning_rate": np.geomspace(0.001, 1, 200), "units": [8, 32, 128]}


def test_an_interrupted_search_ends_as_if_nothing_had_happened(tmp_path, capsys):
    whole = random_search(CHOICES, rehearsal_score, 12, np.random.default_rng(1))
    calls, file = [], tmp_path / "results.json"

    def interrupted(setting):
        calls.append(setting)
        if len(calls) == 5:
            raise KeyboardInterrupt
        return rehearsal_score(setting)

    with pytest.raises(KeyboardInterrupt):
        resume_search(CHOICES, interrupted, 12, np.random.default_rng(1), [], file)
    saved = load_results(file)
    assert len(saved) == 4 and list(tmp_path.iterdir()) == [file]
    assert resume_search(CHOICES, interrupted, 12, np.random.default_rng(1), saved, file) == whole
    assert len(calls) == 5 + 8
    assert "12/12" in capsys.readouterr().out


def test_no_file_means_no_results(tmp_path):
    assert load_results(tmp_path / "nothing.json") == []


def test_table_has_a_line_for_each_of_the_best():
    results = random_search(CHOICES, rehearsal_score, 12, np.random.default_rng(1))
    lines = results_table(results, 5).splitlines()
    assert len(lines) == 6 and lines[0].split() == ["score", "learning_rate", "units"]
    assert lines[1].startswith(f"{results[0][0]:.3f}")
