"""What grading a class costs: `python -m tests.benchmarks.grading`. Nothing here is a test, and no test asserts a time.

CPU seconds a submission with every layer on, memory and time by the size of the class, and nbgrader and Otter on one
equal assignment (with `--nbgrader PYTHON` and `--otter PYTHON`, the interpreters that have them).
"""

import argparse
import itertools
import random
import resource
import statistics
import time

import nbformat

from helpers.engine.course import course
from helpers.engine.grade.executors import LocalExecutor
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.sandbox.processes import ForkedWorkers
from tests.benchmarks import grading_peers as peers
from tests.benchmarks.grading_classes import VARIANTS, class_of
from tests.classes import NAMES, solutions, submission, written_differently

ROUNDS = 6
SEALED = []  # CPU seconds of every sealed process of this one that has ended


def cpu_of(contents, name, rounds):
    """Return (CPU seconds of a whole submission, the same with the noise, number of exercises), medians.

    Grader and sealed processes together, those that write the feedback among them. Each is graded in some rounds, and
    its best time taken: the pace of a machine with neighbors changes from second to second. With the noise: the
    median of all times. Mistakes of a kind are worked out before, as in a class; the texts measured are seen for the
    first time.
    """
    for content in contents:
        grade_submission(content, name, 1)
    times = []
    for turn in range(rounds):
        texts = [signed(content, name, turn * VARIANTS + n) for n, content in enumerate(contents)]
        times.append([])
        for text in texts:
            started = own_cpu() + sum(SEALED)
            outcome = grade_submission(text, name, 1)
            times[-1].append(own_cpu() + sum(SEALED) - started)
    best = [min(each) for each in zip(*times, strict=True)]
    return statistics.median(best), statistics.median(itertools.chain(*times)), len(outcome["results"])


def count_sealed(end_worker=ForkedWorkers.end_worker):
    """Note in SEALED, from now on, what each sealed process costs."""

    def end_and_note(workers):
        cost = end_worker(workers)
        SEALED.append(cost["cpu"])
        return cost

    ForkedWorkers.end_worker = end_and_note


def measured(name, rounds):
    """Return what `main` prints of a notebook's submissions."""
    count_sealed()
    right, noisy, exercises = cpu_of(solved(name), name, rounds)
    return right, noisy, cpu_of(mistaken(name), name, rounds)[0], exercises


def signed(content, name, number):
    """Return a submission with a comment in every cell that is not the course's, so that it is equal to no other."""
    given = {cell.source for cell in nbformat.read(course().notebooks / f"{name}.ipynb", as_version=4).cells}
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
        rng, notebook = random.Random(seed), nbformat.read(course().notebooks / f"{name}.ipynb", as_version=4)
        notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("exercise")]
        for exercise, source in solutions(name).items():
            others = written_differently(name, exercise)
            source = rng.choice(others) if others and rng.random() < 0.5 else source
            notebook.cells.append(nbformat.v4.new_code_cell(f"{source}\n\n# learner {seed}"))
        content = nbformat.writes(notebook).encode()
        outcome = grade_submission(content, name, 1)
        made += [content] if outcome["earned"] == outcome["points"] else []
        if len(made) == VARIANTS:
            return made


def own_cpu():
    """Return the CPU seconds of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main():
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[20, 200, 2000])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each submission is graded")
    parser.add_argument("--notebook", default=NAMES[0], help="the notebook of the classes")
    parser.add_argument("--nbgrader", help="an interpreter that has nbgrader")
    parser.add_argument("--otter", help="an interpreter that has otter-grader")
    args = parser.parse_args()
    print(f"CPU seconds a submission, median of {VARIANTS}, each the best of {args.rounds}\n")
    print("| notebook | exercises | all right | all right, with the noise | many mistakes |")
    print("| --- | --- | --- | --- | --- |")
    cores, all_right = LocalExecutor(1), []
    for name in [path.stem for path in sorted(course().references.glob("*.ipynb"))]:
        right, noisy, wrong, exercises = cores.submit(measured, name, args.rounds).result()
        all_right.append((right, noisy))
        print(f"| {name} | {exercises} | {right:.3f} | {noisy:.3f} | {wrong:.3f} |", flush=True)
    cores.shutdown()
    middle = " | ".join(f"{statistics.median(times):.3f}" for times in zip(*all_right, strict=True))
    print(f"| median of the notebooks | | {middle} | |", flush=True)
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
