"""Draw settings, try each, best first."""

from helpers.exercises.engine import Case, Exercise, Mistake, Named, Seeded
from helpers.search import random_search

DRAW, SCORE = Named("helpers.search:rehearsal_draw"), Named("helpers.search:rehearsal_score")


def cases(rng):
    """Yield searches of more and more trials."""
    yield Case("a single trial", draw=DRAW, evaluate=SCORE, trials=1, rng=Seeded(0))
    yield Case("two trials", draw=DRAW, evaluate=SCORE, trials=2, rng=Seeded(3))
    yield Case("five trials", draw=DRAW, evaluate=SCORE, trials=5, rng=Seeded(1))
    yield Case("thirty trials", draw=DRAW, evaluate=SCORE, trials=30, rng=Seeded(2))
    yield Case("no trial at all", draw=DRAW, evaluate=SCORE, trials=0, rng=Seeded(4))


exercise = Exercise(
    random_search,
    points=3,
    cases=cases,
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
            {"[draw(rng) for _ in range(trials)]": "[draw(rng)] * trials"},
            why="Call draw(rng) anew in every trial: that is the random part of the search.",
        ),
        Mistake(
            "the score belongs to another setting",
            {"(evaluate(setting), setting)": "(evaluate(draw(rng)), setting)"},
            why="Draw once, keep the setting, evaluate that one, and store both together.",
        ),
        Mistake(
            "the pair is the wrong way around",
            "def random_search(draw, evaluate, trials, rng):\n"
            "    settings = [draw(rng) for _ in range(trials)]\n"
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
            "only improvements are kept",
            "def random_search(draw, evaluate, trials, rng):\n"
            "    results = []\n"
            "    for _ in range(trials):\n"
            "        setting = draw(rng)\n"
            "        if not results or evaluate(setting) > results[0][0]:\n"
            "            results.insert(0, (evaluate(setting), setting))\n"
            "    return results",
            why="Keep all trials: how the score depends on a setting is seen only with the bad ones.",
        ),
    ),
    hints=(
        "Three steps: draw the settings, score each, sort.",
        "For every trial: setting = draw(rng), score = evaluate(setting), keep the pair (score, setting). "
        "At the end sort by score, the highest first.",
        "sorted(pairs, key=lambda pair: pair[0], reverse=True) sorts pairs by their first part, largest first.",
    ),
)
