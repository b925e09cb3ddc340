"""What grading a class costs: `python -m tests.benchmarks.grading`. Nothing here is a test, and no test asserts a time.

CPU seconds a submission with every layer on, memory and time by the size of the class, and nbgrader and Otter on one
equal assignment (with `--nbgrader PYTHON` and `--otter PYTHON`, the interpreters that have them).
"""

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from helpers.authoring.places import NOTEBOOKS, REFERENCES, ROOT
from helpers.grading.pools import Cores
from helpers.grading.untrusted import grade_untrusted
from tests.benchmarks import grading_peers as peers
from tests.classes import NAMES, solutions, submission, written_differently

VARIANTS = 20
RUN = """
import json, resource, sys, time
from helpers.grading.__main__ import main
started = time.perf_counter()
main(["class", sys.argv[1], "--out", sys.argv[2]])
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
print(json.dumps([time.perf_counter() - started, cpu, own.ru_maxrss / 1024, children.ru_maxrss / 1024]))
"""


def cpu_of(contents, name):
    """Return (median CPU seconds of a whole submission, number of exercises), grader and sealed process together.

    Mistakes of a kind are worked out before, as in a class; the texts measured are seen for the first time.
    """
    for content in contents:
        grade_untrusted(content, name, 1)
    costs = []
    for content in [signed(content, name, number) for number, content in enumerate(contents)]:
        started = own_cpu()
        outcome = grade_untrusted(content, name, 1)
        costs.append(own_cpu() - started + outcome["facts"]["cpu"])
    return statistics.median(costs), len(outcome["results"])


def measured(name):
    """Return (CPU seconds with all right, with many mistakes, number of exercises) of a notebook's submissions."""
    right, exercises = cpu_of(solved(name), name)
    return right, cpu_of(mistaken(name), name)[0], exercises


def signed(content, name, number):
    """Return a submission with a comment in every cell that is not the course's, so that it is equal to no other."""
    given = {cell.source for cell in nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4).cells}
    notebook = nbformat.reads(content.decode(), as_version=4)
    for cell in notebook.cells:
        cell.source += f"\n# {number}" if cell.cell_type == "code" and cell.source not in given else ""
    return nbformat.writes(notebook).encode()


def mistaken(name):
    """Return made-up submissions with many mistakes."""
    return [nbformat.writes(submission(name, seed)).encode() for seed in range(VARIANTS)]


def solved(name):
    """Return as many submissions in which all is right, half of it written in other ways than the course's.

    Answers that are right by themselves and not together, such as a float32 tanh in a gradient check, are passed over.
    """
    made = []
    for seed in itertools.count():
        rng, notebook = random.Random(seed), nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
        notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("exercise")]
        for exercise, source in solutions(name).items():
            others = written_differently(name, exercise)
            source = rng.choice(others) if others and rng.random() < 0.5 else source
            notebook.cells.append(nbformat.v4.new_code_cell(f"{source}\n\n# learner {seed}"))
        content = nbformat.writes(notebook).encode()
        outcome = grade_untrusted(content, name, 1)
        made += [content] if outcome["earned"] == outcome["points"] else []
        if len(made) == VARIANTS:
            return made


def own_cpu():
    """Return the CPU seconds of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def fill(folder, n, name):
    """Make a class of n learners below a folder: links to some different submissions."""
    kinds = []
    for seed in range(VARIANTS):
        kinds.append(folder / f"kind-{seed}")
        kinds[-1].write_text(nbformat.writes(submission(name, seed)), encoding="utf-8")
    for number, kind in zip(range(n), itertools.cycle(kinds), strict=False):
        (folder / "class" / f"learner{number:06}").mkdir(parents=True)
        os.link(kind, folder / "class" / f"learner{number:06}" / f"{name}.ipynb")
    return folder / "class"


def class_of(n, name):
    """Return (seconds, CPU seconds, MB of the main process, MB of the largest other) of grading n submissions."""
    with tempfile.TemporaryDirectory() as folder:
        source = fill(Path(folder), n, name)
        command = [sys.executable, "-c", RUN, str(source), str(Path(folder, "out"))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])


def main():
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[20, 200, 2000])
    parser.add_argument("--notebook", default=NAMES[0], help="the notebook of the classes")
    parser.add_argument("--nbgrader", help="an interpreter that has nbgrader")
    parser.add_argument("--otter", help="an interpreter that has otter-grader")
    args = parser.parse_args()
    print("CPU seconds a submission, median of 20\n")
    print("| notebook | exercises | all right | many mistakes |\n| --- | --- | --- | --- |")
    cores, rights = Cores(1), []
    for name in [path.stem for path in sorted(REFERENCES.glob("*.ipynb"))]:
        right, wrong, exercises = cores.submit(measured, name).result()
        rights.append(right)
        print(f"| {name} | {exercises} | {right:.3f} | {wrong:.3f} |", flush=True)
    cores.shutdown()
    print(f"| median of the notebooks | | {statistics.median(rights):.3f} | |", flush=True)
    head = "submissions | seconds | CPU s each | MB, main process | MB, largest other"
    print(f"\n| {head} |\n| --- | --- | --- | --- | --- |")
    for n in args.sizes:
        wall, cpu, own, other = class_of(n, args.notebook)
        print(f"| {n} | {wall:.1f} | {cpu / n:.3f} | {own:.0f} | {other:.0f} |", flush=True)
    wall, cpu, *_ = class_of(400, NAMES[0])
    peers.compare({peers.nbgrader: args.nbgrader, peers.otter: args.otter}, cpu / 400)


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"\n{time.perf_counter() - started:.0f} s in all")
