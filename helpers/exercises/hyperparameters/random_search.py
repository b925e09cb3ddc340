"""Draw settings, try each, best first."""

from helpers.engine.check import Case, Exercise, Mistake, Named, Seeded
from helpers.exercises.hyperparameters.trials import judge
from helpers.exercises.paper import seeded
from helpers.search import random_search

SCORE = Named("helpers.search:rehearsal_score")
POINTS = Named("helpers.exercises.hyperparameters.trials:points")


def cases(rng):
    """Yield searches of more and more trials."""
    few = {"learning_rate": [0.1, 0.3], "units": [10, 20]}
    yield Case("a single trial", choices=few, evaluate=POINTS, trials=1, rng=Seeded(0))
    yield Case("ten trials", choices=few, evaluate=POINTS, trials=10, rng=seeded(rng))
    many = {
        "learning_rate": [float(a) for a in 10 ** rng.uniform(-3, 0, 30)],
        "units": list(range(8, 129, 8)),
    }
    yield Case("thirty trials, many values", choices=many, evaluate=SCORE, trials=30, rng=seeded(rng))
    more = {**many, "layers": [1, 2, 3]}
    yield Case("three hyperparameters", choices=more, evaluate=SCORE, trials=40, rng=seeded(rng))
    alike = {"learning_rate": [0.1, 0.2], "units": [10, 20]}
    yield Case("settings with equal scores", choices=alike, evaluate=POINTS, trials=12, rng=seeded(rng))
    yield Case("no trial at all", choices=few, evaluate=POINTS, trials=0, rng=Seeded(4))


def written(draw, keep="results.append((evaluate(setting), setting))"):
    """Return the source of a search by a loop, with these lines in it."""
    return (
        "def random_search(choices, evaluate, trials, rng):\n"
        "    results, setting = [], {}\n"
        "    for _ in range(trials):\n"
        f"        {draw}\n"
        f"        {keep}\n"
        "    return sorted(results, key=lambda result: result[0], reverse=True)"
    )


DRAW = "{name: rng.choice(values) for name, values in choices.items()}"

exercise = Exercise(
    random_search,
    points=3,
    cases=cases,
    judge=judge,
    draws=True,
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
            "only one hyperparameter is drawn in a trial",
            written(
                "setting = {n: v[0] for n, v in choices.items()}; name = rng.choice(list(choices)); "
                "setting[name] = rng.choice(choices[name])"
            ),
            why="The others keep their first value. Random search draws every value anew in every trial.",
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
            "nothing comes back",
            {
                "return sorted(results, key=lambda result: result[0], reverse=True)": "results.sort(key=lambda r: r[0])"
            },
            why="A function without `return` gives None, and so does results.sort(...): sort, then return results.",
        ),
        Mistake(
            "all results share one dict",
            written("setting.update((name, rng.choice(values)) for name, values in choices.items())"),
            why="The same dict is changed in every trial, also where it was stored before: make a new one each time.",
        ),
        Mistake(
            "another setting is drawn for the pair than for the score",
            written(f"draw = lambda: {DRAW}", "results.append((evaluate(draw()), draw()))"),
            why="Draw once, give the setting a name, and use that name twice.",
        ),
        Mistake(
            "the scores are the keys of a dict",
            {
                "[(evaluate(setting), setting) for setting in settings]": "{evaluate(s): s for s in settings}.items()"
            },
            why="A second trial with the same score takes the place of the first: keep pairs in a list.",
        ),
        Mistake(
            "one random place serves all hyperparameters",
            written(
                "place = rng.integers(min(map(len, choices.values())))",
                "results.append((evaluate(s := {n: v[place] for n, v in choices.items()}), s))",
            ),
            why="Then the first rate comes only with the first number of units: draw for each by itself.",
        ),
        Mistake(
            "the seed is written into the function",
            {
                "rng.choice(values) for": "dice.choice(values) for",
                "    settings =": "    dice = np.random.default_rng(0)\n    settings =",
            },
            why="Every search would try the same settings: draw from the rng that is handed in.",
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
