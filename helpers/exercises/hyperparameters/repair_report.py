"""Bug clinic: an accuracy that is too good to be true."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.search import report


def cases(rng):
    """Yield score tables in which the best on validation is not the best on test."""
    yield Case(
        "two settings, two seeds",
        validation_scores=np.array([[0.81, 0.83], [0.80, 0.78]]),
        test_scores=np.array([[0.80, 0.78], [0.84, 0.83]]),
    )
    yield Case(
        "two lucky seeds and an unlucky one",
        validation_scores=np.array([[0.60, 0.90, 0.90], [0.85, 0.86, 0.84], [0.5, 0.5, 0.5]]),
        test_scores=np.array([[0.71, 0.70, 0.69], [0.80, 0.84, 0.79], [0.9, 0.4, 0.6]]),
    )
    yield Case("one setting", validation_scores=np.array([[0.6, 0.7]]), test_scores=np.array([[0.5, 0.66]]))
    for n, seeds in ((6, 1), (5, 5), (12, 3)):
        yield Case(
            f"{n} settings, {seeds} seeds",
            validation_scores=scores(rng, n, seeds),
            test_scores=scores(rng, n, seeds),
        )


def scores(rng, n, seeds):
    """Return accuracies of two decimals, (n, seeds), no two rows of which have the same mean."""
    while True:
        percent = rng.integers(50, 100, size=(n, seeds))
        if len(np.unique(percent.sum(axis=1))) == n:
            return percent / 100


exercise = Exercise(
    report,
    name="repair_report",
    points=2,
    cases=cases,
    returns=("k", "score"),
    broken=("the test scores choose the setting", "the luckiest seed is reported"),
    mistakes=(
        Mistake(
            "the test scores choose the setting",
            {"np.mean(validation_scores, axis=1)": "np.mean(test_scores, axis=1)"},
            why="What takes part in the choice is no test any more: the best of many is partly luck.",
        ),
        Mistake(
            "the luckiest seed is reported",
            {"np.mean(test_scores[k])": "np.max(test_scores[k])"},
            why="Whoever repeats the training gets another seed: report the mean over the seeds.",
        ),
        Mistake(
            "one lucky seed decides the choice",
            {"np.mean(validation_scores, axis=1)": "np.max(validation_scores, axis=1)"},
            why="The highest single score favors settings that vary most: choose by the mean over the seeds.",
        ),
        Mistake(
            "the validation accuracy is reported",
            {"np.mean(test_scores[k])": "np.mean(validation_scores[k])"},
            why="The validation score was maximized, so it flatters: that is what the test set is for.",
        ),
        Mistake(
            "the best test accuracy of all settings is reported",
            {"np.mean(test_scores[k])": "np.max(np.mean(test_scores, axis=1))"},
            why="Report the setting that was chosen, not the one that turned out best.",
        ),
        Mistake(
            "the mean is taken over the settings",
            {"np.mean(validation_scores, axis=1)": "np.mean(validation_scores, axis=0)"},
            why="Rows are settings: the mean over the seeds runs along the row, axis=1.",
        ),
        Mistake(
            "the choice and the score are the wrong way around",
            {"return k, np.mean(test_scores[k])": "return np.mean(test_scores[k]), k"},
            why="The docstring asks for (k, score).",
        ),
        Mistake(
            "the mean over all settings is reported",
            {"np.mean(test_scores[k])": "np.mean(test_scores)"},
            why="Only the chosen setting will be used: its row of the test scores counts.",
        ),
        Mistake(
            "medians take the place of means",
            {
                "np.mean(validation_scores": "np.median(validation_scores",
                "np.mean(test_scores": "np.median(test_scores",
            },
            why="The docstring asks for means.",
        ),
        Mistake(
            "the worst setting is chosen",
            {"np.argmax": "np.argmin"},
            why="These are accuracies: higher is better.",
        ),
    ),
    hints=(
        "Read the docstring word by word beside the code: which scores choose, which are reported?",
        "k comes from the means of the validation scores alone. The score is a mean as well.",
        "Two places need a change: the array inside argmax, and the function around test_scores[k].",
    ),
)
