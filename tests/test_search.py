"""Random search: what it returns, and that logarithms are uniform."""

import numpy as np
import pytest

from helpers.search import log_uniform, random_search, rehearsal_score

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
