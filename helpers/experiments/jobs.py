"""Run an experiment job by job; finished jobs are stored, so an interrupted run resumes where it stopped."""

import importlib
import json
import pkgutil

from tqdm import tqdm

import helpers.experiments as home


def names():
    """Return the names of all experiments: the modules of this package that have jobs."""
    found = [module.name for module in pkgutil.iter_modules(home.__path__) if module.name[0] != "_"]
    return [name for name in found if hasattr(experiment(name), "jobs")]


def experiment(name):
    """Return the module of an experiment."""
    return importlib.import_module(f"{home.__name__}.{name}")


def remake(name, folder=None, show=True):
    """Run all jobs of an experiment that an interrupted run has not done, and store the result; return its rows."""
    folder = home.FOLDER if folder is None else folder
    folder.mkdir(parents=True, exist_ok=True)
    partial, module = folder / f"{name}.partial.json", experiment(name)
    rows = json.loads(partial.read_text())["rows"] if partial.exists() else []
    jobs = module.jobs()
    rows = [row for row in rows if any(belongs(row, job) for job in jobs)]
    done = sum(any(belongs(row, job) for row in rows) for job in jobs)
    left = [job for job in jobs if not any(belongs(row, job) for row in rows)]
    for job in tqdm(left, desc=name, initial=done, total=len(jobs), disable=not show):
        rows.append({**job, **module.measure(**job)})
        partial.write_text(as_text(name, rows))
    partial.write_text(as_text(name, rows))
    partial.replace(folder / f"{name}.json")
    return rows


def belongs(row, job):
    """Return whether a row is the result of a job, both as JSON stores them, with lists for tuples."""
    return json.loads(json.dumps(job)).items() <= row.items()


def as_text(name, rows):
    """Return the JSON text of a result, one row per line."""
    lines = ",\n".join(json.dumps(row) for row in rows)
    return f'{{"made by": "{home.command(name)}", "rows": [\n{lines}\n]}}\n'
