"""When to stop, from the validation costs alone."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.regularization import early_stopping

LAST_IMPROVEMENT = """
def early_stopping(costs, patience):
    best, waited = 1, 0
    for epoch in range(2, len(costs) + 1):
        waited = 0 if costs[epoch - 1] < costs[epoch - 2] else waited + 1
        best = epoch if costs[epoch - 1] < costs[best - 1] else best
        if waited == patience:
            return best, epoch
    return best, len(costs)
"""
LAST_STEP_DOWN = """
def early_stopping(costs, patience):
    best, waited = 1, 0
    for epoch in range(2, len(costs) + 1):
        waited = 0 if costs[epoch - 1] < costs[epoch - 2] else waited + 1
        best = epoch if waited == 0 else best
        if waited == patience:
            return best, epoch
    return best, len(costs)
"""
WHOLE_LIST = """
def early_stopping(costs, patience):
    best = min(range(len(costs)), key=lambda k: costs[k]) + 1
    return best, min(best + patience, len(costs))
"""
BEYOND_THE_END = """
def early_stopping(costs, patience):
    best = min(range(len(costs)), key=lambda k: costs[k]) + 1
    return best, best + patience
"""
TOTAL = """
def early_stopping(costs, patience):
    best, waited = 1, 0
    for epoch in range(2, len(costs) + 1):
        if costs[epoch - 1] < costs[best - 1]:
            best = epoch
        else:
            waited += 1
        if waited == patience:
            return best, epoch
    return best, len(costs)
"""


def cases(rng):
    """Yield costs that fall, rise, hesitate, tie, and recover too late."""
    for note, costs, patience in (
        ("one epoch", [0.9], 1),
        ("the cost falls to the end", [0.9, 0.7, 0.6, 0.5], 2),
        ("it falls, then rises", [0.9, 0.6, 0.7, 0.8, 0.9], 2),
        ("it rises from the start", [0.5, 0.6, 0.7, 0.8], 3),
        ("it hesitates, and falls again", [0.9, 0.7, 0.8, 0.6, 0.7, 0.5, 0.6, 0.4], 2),
        ("it gets better, but not the best", [0.5, 0.8, 0.7, 0.6, 0.55, 0.52], 3),
        ("the same lowest cost twice", [0.9, 0.5, 0.6, 0.5, 0.7, 0.4], 3),
        ("the lowest cost comes after the stop", [0.9, 0.6, 0.7, 0.8, 0.1, 0.2], 2),
        ("no patience to spare", [0.9, 0.8, 0.85, 0.7], 1),
        ("more patience than epochs", [0.9, 0.8, 0.85, 0.9], 10),
    ):
        yield Case(note, costs=costs, patience=patience)
    for note, epochs, patience in (
        ("a short walk", 8, 2),
        ("another walk", 15, 3),
        ("a long walk", 30, 4),
        ("a walk to the end", 12, 6),
    ):
        walk = 1 + rng.normal(size=epochs).cumsum() / 10
        yield Case(note, costs=[float(cost) for cost in walk], patience=patience)


exercise = Exercise(
    early_stopping,
    points=3,
    cases=cases,
    returns=("best", "stop"),
    equivalents={
        "1 → 2 (2)": "Epoch 1 cannot be below itself.",
    },
    mistakes=(
        Mistake(
            "it stops one epoch early",
            {"epoch - best == patience": "epoch - best == patience - 1 and epoch > 1"},
            why="`patience` epochs in a row may be without progress; after the last of them training stops.",
        ),
        Mistake(
            "it stops one epoch late",
            {"epoch - best == patience": "epoch - best > patience"},
            why="After `patience` epochs in a row without progress training stops, not one later.",
        ),
        Mistake(
            "each cost is compared with the one before",
            LAST_IMPROVEMENT,
            why="A cost may fall from one epoch to the next and still be above the lowest: compare with the lowest.",
        ),
        Mistake(
            "each cost is compared with the one before",
            LAST_STEP_DOWN,
            why="A cost may fall from one epoch to the next and still be above the lowest: compare with the lowest.",
        ),
        Mistake(
            "the whole list decides, also what comes after the stop",
            WHOLE_LIST,
            why="Costs after the stop are never seen: walk through the epochs one by one.",
        ),
        Mistake(
            "the whole list decides, also what comes after the stop",
            BEYOND_THE_END,
            why="Costs after the stop are never seen: walk through the epochs one by one.",
        ),
        Mistake(
            "epochs without progress are counted in total, not in a row",
            TOTAL,
            why="A new lowest cost starts the count anew.",
        ),
        Mistake(
            "epochs are counted from 0",
            {
                "return best, epoch": "return best - 1, epoch - 1",
                "return best, len(costs)": "return best - 1, len(costs) - 1",
            },
            why="costs[0] belongs to epoch 1.",
        ),
        Mistake(
            "an equal cost counts as progress",
            {"< costs[best - 1]": "<= costs[best - 1]"},
            why="Only a cost below the lowest is progress; of equal ones the first counts.",
        ),
        Mistake(
            "the highest cost is looked for",
            {"< costs[best - 1]": "> costs[best - 1]"},
            why="These are costs: lower is better.",
        ),
        Mistake(
            "best and stop are the wrong way around",
            {
                "return best, epoch": "return epoch, best",
                "return best, len(costs)": "return len(costs), best",
            },
            why="The docstring asks for (best, stop).",
        ),
        Mistake(
            "the last epoch is called the best",
            {"return best, epoch": "return epoch, epoch"},
            why="The parameters to keep are those of the lowest cost, `patience` epochs before the stop.",
        ),
        Mistake(
            "nothing is returned if the list ends first",
            {"    return best, len(costs)\n": ""},
            why="Training also ends with the list: after the loop, return the best epoch and the last one.",
        ),
        Mistake(
            "it never stops",
            {"epoch - best == patience": "False"},
            why="After `patience` epochs in a row without a new lowest cost, return.",
        ),
        Mistake(
            "the lowest cost comes back instead of its epoch",
            {
                "return best, epoch": "return costs[best - 1], epoch",
                "return best, len(costs)": "return costs[best - 1], len(costs)",
            },
            why="best is the number of an epoch.",
        ),
    ),
    hints=(
        "Walk through the epochs and remember the best so far. How many epochs ago was it?",
        "A cost below the lowest so far makes its epoch the best. If epoch − best equals the patience, stop there.",
        "Begin with best = 1; loop over epoch = 1, 2, ...; costs[epoch - 1] is its cost. After the loop, the last "
        "epoch is the stop.",
    ),
)
