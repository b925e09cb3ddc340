"""Random search: what it returns, that logarithms are uniform, and that an interrupt costs nothing."""

import numpy as np
import pytest

from helpers.parameters import parameter_count
from helpers.search import (
    load_results,
    log_uniform,
    random_search,
    rehearsal_score,
    results_table,
    resume_search,
)
from helpers.shallow_network import initialize

CHOICES = {"learning_rate": np.geomspace(0.001, 1, 200), "units": [8, 32, 128]}


def test_log_uniform_gives_every_order_of_magnitude_the_same_share():
    values = log_uniform(1e-4, 1, 40_000, np.random.default_rng(0))
    assert values.shape == (40_000,) and values.min() >= 1e-4 and values.max() <= 1
    shares = [np.mean((values >= low) & (values < 10 * low)) for low in (1e-4, 1e-3, 1e-2, 1e-1)]
    assert shares == pytest.approx([0.25] * 4, abs=0.01)


def test_search_returns_every_trial_best_first():
    results = random_search(CHOICES, rehearsal_score, 20, np.random.default_rng(5))
    scores = [score for score, _ in results]
    assert len(results) == 20 and scores == sorted(scores, reverse=True)
    assert all(score == rehearsal_score(setting) for score, setting in results)
    assert len({setting["learning_rate"] for _, setting in results}) > 15
    assert {setting["units"] for _, setting in results} == {8, 32, 128}


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


@pytest.mark.parametrize("n_x, n_h, n_y", [(2, 4, 1), (1, 1, 1), (784, 64, 10)])
def test_parameter_count_agrees_with_counting_the_entries(n_x, n_h, n_y):
    parameters = initialize(n_x, n_h, n_y, np.random.default_rng(0))
    assert parameter_count([n_x, n_h, n_y]) == sum(W.size + b.size for W, b in parameters)
