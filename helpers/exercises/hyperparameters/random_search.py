"""Draw settings, try each, best first."""

import numpy as np

from helpers.exercises.engine import Case, Exercise, Mistake, Named, Seeded
from helpers.search import random_search

SCORE = Named("helpers.search:rehearsal_score")


def cases(rng):
    """Yield searches of more and more trials."""
    few = {"learning_rate": [0.01, 0.1], "units": [8, 16]}
    yield Case("a single trial", choices=few, evaluate=SCORE, trials=1, rng=Seeded(0))
    yield Case("ten trials", choices=few, evaluate=SCORE, trials=10, rng=Seeded(1))
    many = {
        "learning_rate": [float(a) for a in 10 ** rng.uniform(-3, 0, 30)],
        "units": list(range(8, 129, 8)),
    }
    yield Case("thirty trials, many values", choices=many, evaluate=SCORE, trials=30, rng=Seeded(2))
    more = {**many, "layers": [1, 2, 3]}
    yield Case("three hyperparameters", choices=more, evaluate=SCORE, trials=25, rng=Seeded(3))
    alike = {"learning_rate": [0.01, 1.0], "units": [8, 16]}
    yield Case("settings with equal scores", choices=alike, evaluate=SCORE, trials=12, rng=Seeded(5))
    yield Case("no trial at all", choices=few, evaluate=SCORE, trials=0, rng=Seeded(4))


def judge(args, expected, actual):
    """Say what is wrong with the results, whatever was drawn: how many, pairs, values, scores, order."""
    choices, evaluate, trials = args["choices"], args["evaluate"].make(), args["trials"]
    if not isinstance(actual, (list, tuple)):
        return "Expected a list of (score, setting) pairs."
    if len(actual) != trials:
        return f"Expected {trials} results, one for each trial; found {len(actual)}."
    for score, setting in actual:
        if not isinstance(setting, dict) or set(setting) != set(choices):
            return f"A result should be (score, setting), with a value for each of {', '.join(choices)}."
        for name, value in setting.items():
            if not any(value == choice for choice in choices[name]):
                return f"{name} is {value}, which is not among its choices."
        if not np.isclose(score, evaluate(setting), rtol=1e-6):
            return f"The score {score:.4g} is not that of its setting, which is {evaluate(setting):.4g}."
    scores = [float(score) for score, _ in actual]
    if scores != sorted(scores, reverse=True):
        return "The results are not in order: the highest score has to come first."
    if trials >= 10 and any(len({float(s[name]) for _, s in actual}) == 1 for name in choices):
        return "All trials have the same value of a hyperparameter: it has to be drawn anew each time."
    return None


exercise = Exercise(
    random_search,
    points=3,
    cases=cases,
    judge=judge,
    mistakes=(
        Mistake(
            "the lowest score comes first",
            {", reverse=True": ""},
            why="sorted puts small things first; the best setting is the one with the highest score.",
        ),
        Mistake(
            "the results are not sorted",
            {"sorted(results, key=lambda result: result[0], reverse=True)": "results"},
            why="The highest score has to come first.",
        ),
        Mistake(
            "one setting is drawn and tried again and again",
            {"} for _ in range(trials)]": "}] * trials"},
            why="Draw anew in every trial: that is the random part of the search.",
        ),
        Mistake(
            "the first value is always taken",
            {"rng.choice(values)": "values[0]"},
            why="Each trial draws one of the values by chance: rng.choice(values).",
        ),
        Mistake(
            "all values are put into the setting",
            {"rng.choice(values)": "values"},
            why="A setting has one value for each hyperparameter: rng.choice(values) draws it.",
        ),
        Mistake(
            "the score belongs to another setting",
            {"(evaluate(setting), setting)": "(evaluate(settings[0]), setting)"},
            why="Draw once, keep the setting, evaluate that one, and store both together.",
        ),
        Mistake(
            "the pair is the wrong way around",
            "def random_search(choices, evaluate, trials, rng):\n"
            "    settings = [{n: rng.choice(v) for n, v in choices.items()} for _ in range(trials)]\n"
            "    return sorted([(s, evaluate(s)) for s in settings], key=lambda pair: pair[1], reverse=True)",
            why="The docstring asks for (score, setting).",
        ),
        Mistake(
            "only the best result is returned",
            {"reverse=True)": "reverse=True)[:1]"},
            why="Keep all trials: how the score depends on a setting is seen only with the bad ones.",
        ),
        Mistake(
            "one trial is missing",
            {"range(trials)": "range(1, trials)"},
            why="range(1, n) has n − 1 numbers.",
        ),
        Mistake(
            "the settings take part in the sorting",
            {"key=lambda result: result[0], reverse=True": "reverse=True"},
            why="Two trials can have the same score, and dicts have no order: sort by the score alone.",
        ),
    ),
    hints=(
        "Three steps: draw the settings, score each, sort.",
        "In every trial draw one value for each hyperparameter, score = evaluate(setting), keep (score, setting). "
        "At the end sort by score, the highest first.",
        "choices.items() gives each name with its values, and rng.choice(values) draws one of them. "
        "sorted takes key=, a function that says by which part of a pair to sort, and reverse=True.",
    ),
)
