"""A search that can be followed on paper, and judging its results, whatever was drawn."""

from collections import Counter
from itertools import combinations

import numpy as np

from helpers.engine.check.plain_data import kind_of


def points(setting):
    """Return units / 100 − learning_rate, a made-up score."""
    return setting["units"] / 100 - setting["learning_rate"]


def judge(args, expected, actual):
    """Say what is wrong with the results, whatever was drawn: how many, pairs, values, scores, order."""
    choices, evaluate, trials = args["choices"], args["evaluate"].make(), args["trials"]
    if not isinstance(actual, (list, tuple)):
        return f"Expected a list of (score, setting) pairs, found {kind_of(actual)}."
    if len(actual) == 2 and isinstance(actual[1], dict):
        return "A single pair (score, setting) was returned; expected a list of them, one for each trial."
    if len(actual) != trials:
        return f"Expected one result for each trial, {trials} in all; found {len(actual)}."
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
    return draws_complaint(choices, [setting for _, setting in actual]) if trials >= 10 else None


def draws_complaint(choices, settings):
    """Say which hyperparameter is not drawn anew, or not by itself, or None; 40 settings are enough to tell."""
    drawn = {name: [float(setting[name]) for setting in settings] for name in choices}
    for name, values in drawn.items():
        if len(set(values)) == 1:
            return f"All trials have the same value of {name}: it has to be drawn anew each time."
        (value, often), trials = Counter(values).most_common(1)[0], len(values)
        if (
            len(choices[name]) >= 10 and trials >= 30 and often >= trials / 2
        ):  # by chance in one search of a million
            return (
                f"{name} is {value:g} in {often} of {trials} trials: each trial has to draw every value anew."
            )
    for one, other in combinations(choices, 2) if len(settings) >= 40 else ():
        together = len(set(zip(drawn[one], drawn[other], strict=True)))
        if together == max(len(set(drawn[one])), len(set(drawn[other]))):
            return f"{one} and {other} always go together: draw each of them by itself."
    return None
