"""A random search that can be interrupted: every finished trial is kept, and a file can keep them too.

A setting is a dict {hyperparameter: value}; a result is a pair (score, setting). Not here: the search itself,
without a progress bar or a file (`helpers.search`).
"""

import json
import sys
from pathlib import Path

from helpers.engine.language import labeled
from helpers.engine.language.values import width


def resume_search(choices, evaluate, trials, rng, results, save_to=None):
    """Do what `random_search` does, with a progress bar, going on after the results that are there already.

    All settings are drawn first, so the same rng seed plans the same search. Every finished trial is appended
    to `results`, a list, and written to the file `save_to` if one is given. Interrupt it at any time.
    """
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # it would start a thread, which a browser does not have
    settings = [{name: rng.choice(values) for name, values in choices.items()} for _ in range(trials)]
    with tqdm(total=trials, initial=len(results), file=sys.stdout, ncols=78, desc=labeled("trials")) as bar:
        for setting in settings[len(results) :]:
            results.append((evaluate(setting), setting))
            best = f"{max(score for score, _ in results):.3f}"
            bar.set_postfix({labeled("best"): best}, refresh=False)
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
    score = labeled("score")
    lines = [score + " " * (8 - width(score)) + "".join(f"{name:>15}" for name in names)]
    for score, setting in results[:n]:
        cells = (f"{v:.2g}" if isinstance(v, float) else str(v) for v in setting.values())
        lines.append(f"{score:.3f}   " + "".join(f"{cell:>15}" for cell in cells))
    return "\n".join(lines)
