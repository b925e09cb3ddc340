"""Random search over hyperparameters: draw settings, try each, keep the best. A long search can be interrupted.

A setting is a dict {hyperparameter: value}; its score is a number, higher is better: the validation accuracy.
Not here: what a setting trains. That is a function setting → score, passed in.
"""

import json
import sys
from pathlib import Path

import numpy as np


def log_uniform(low, high, n, rng):
    """Return n random numbers, an array (n,), between low and high, each order of magnitude
    equally likely.

    Draw the exponents uniformly between log10(low) and log10(high) with rng, then raise 10 to
    them.
    """
    return 10 ** rng.uniform(np.log10(low), np.log10(high), n)


def random_search(choices, evaluate, trials, rng):
    """Return a list of (score, setting) pairs, one for each trial, the highest score first.

    choices is a dict {hyperparameter: list of values}. A setting is a dict with one of the
    values for each hyperparameter, drawn by rng.choice anew in each trial; evaluate(setting)
    returns its score, a number.
    """
    settings = [{name: rng.choice(values) for name, values in choices.items()} for _ in range(trials)]
    results = [(evaluate(setting), setting) for setting in settings]
    return sorted(results, key=lambda result: result[0], reverse=True)


def resume_search(choices, evaluate, trials, rng, results, save_to=None):
    """Do what `random_search` does, with a progress bar, going on after the results that are there already.

    All settings are drawn first, so the same rng seed plans the same search. Every finished trial is appended
    to `results`, a list, and written to the file `save_to` if one is given. Interrupt it at any time.
    """
    from tqdm import tqdm

    settings = [{name: rng.choice(values) for name, values in choices.items()} for _ in range(trials)]
    with tqdm(total=trials, initial=len(results), file=sys.stdout, ncols=78, desc="trials") as bar:
        for setting in settings[len(results) :]:
            results.append((evaluate(setting), setting))
            bar.set_postfix(best=f"{max(score for score, _ in results):.3f}", refresh=False)
            bar.update()
            if save_to is not None:
                save_results(results, save_to)
    return sorted(results, key=lambda result: result[0], reverse=True)


def save_results(results, path):
    """Write (score, setting) pairs to a file, the old one kept until the new one is complete."""
    part = Path(f"{path}.part")
    part.write_text(json.dumps(results, default=lambda number: number.item()))
    part.replace(path)


def load_results(path):
    """Return the results that `resume_search` wrote to a file, an empty list where there is none yet."""
    path = Path(path)
    return [tuple(result) for result in json.loads(path.read_text())] if path.exists() else []


def results_table(results, n=8):
    """Return the first n results, (score, setting) pairs, as the lines of a table."""
    names = list(results[0][1])
    lines = ["score   " + "".join(f"{name:>15}" for name in names)]
    for score, setting in results[:n]:
        cells = (f"{v:.2g}" if isinstance(v, float) else str(v) for v in setting.values())
        lines.append(f"{score:.3f}   " + "".join(f"{cell:>15}" for cell in cells))
    return "\n".join(lines)


def rehearsal_score(setting):
    """Return a made-up score, at once: highest, 0.9, at a learning rate of 0.1, and better with more units.

    For rehearsing a search before paying for one.
    """
    miss = np.log10(setting["learning_rate"]) + 1
    return float(0.9 * np.exp(-0.3 * miss**2) - 0.8 / (setting["units"] + 8))


def report(validation_scores, test_scores):
    """Return (k, score): the setting chosen, and the accuracy that may be reported for it.

    Both inputs are (settings, seeds). k is the row with the highest mean validation accuracy
    over the seeds; the score is the mean test accuracy of row k. The test scores have no say in
    the choice.
    """
    k = np.argmax(np.mean(validation_scores, axis=1))
    return k, np.mean(test_scores[k])
