"""nbgrader and Otter on an assignment equal to ours: three functions, six cases each, the same learners' answers."""

import json
import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from tests.classes import exercises, solutions

NAME = "01_introduction"
ASKED = ("repair_error", "accuracy", "majority_baseline")
N = 10


def checks(name):
    """Return the cases of an exercise as assertions."""
    exercise, lines = exercises(NAME)[name], []
    for case in exercise.case_list():
        args = ", ".join(f"np.array({value.tolist()})" for value in case.args.values())
        expected = float(exercise.solution(*case.args.values()))
        lines.append(f"assert np.isclose({name}({args}), {expected!r})")
    return lines


def spent(command, folder):
    """Run a command and return the CPU seconds of it and all below it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", os.defpath)])
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PATH": path}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr[-800:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def kernel():
    """Return the metadata of a notebook."""
    return {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def nbgrader(python, folder):
    """Return the CPU seconds a submission of `nbgrader autograde`."""
    cells = [new_code_cell("import numpy as np")]
    for name in ASKED:
        shared = {"schema_version": 3, "locked": False, "points": 6}
        answer = {**shared, "grade": False, "solution": True, "task": False, "grade_id": name}
        check = {
            **shared,
            "grade": True,
            "solution": False,
            "task": False,
            "locked": True,
            "grade_id": f"t-{name}",
        }
        answer.pop("points")
        source = f"### BEGIN SOLUTION\n{solutions(NAME)[name]}\n### END SOLUTION"
        cells.append(new_code_cell(source, metadata={"nbgrader": answer}))
        cells.append(new_code_cell("\n".join(checks(name)), metadata={"nbgrader": check}))
    source = folder / "source" / "ps1" / "ps1.ipynb"
    source.parent.mkdir(parents=True)
    nbformat.write(new_notebook(cells=cells, metadata=kernel()), source)
    tool = [str(Path(python).with_name("nbgrader"))]
    spent([*tool, "generate_assignment", "ps1"], folder)
    for number in range(N):
        target = folder / "submitted" / f"learner{number}" / "ps1" / "ps1.ipynb"
        target.parent.mkdir(parents=True)
        shutil.copy(source, target)
    return spent([*tool, "autograde", "ps1"], folder) / N


def otter(python, folder):
    """Return the CPU seconds a submission of `otter run`."""
    (folder / "tests").mkdir()
    cells = [new_code_cell("import numpy as np\nimport otter\ngrader = otter.Notebook()")]
    for name in ASKED:
        cells += [new_code_cell(solutions(NAME)[name]), new_code_cell(f'grader.check("{name}")')]
        cases = [{"code": f">>> {line}", "hidden": False, "locked": False} for line in checks(name)]
        suite = {"cases": cases, "scored": True, "setup": "", "teardown": "", "type": "doctest"}
        test = f"OK_FORMAT = True\ntest = {dict(name=name, points=6, suites=[suite])!r}\n"
        (folder / "tests" / f"{name}.py").write_text(test)
    nbformat.write(new_notebook(cells=cells, metadata=kernel()), folder / "ps1.ipynb")
    (folder / "requirements.txt").write_text("numpy\n")
    tool = str(Path(python).with_name("otter"))
    spent([tool, "generate", "-t", "tests", "--no-environment", "--no-requirements"], folder)
    archive = next(folder.glob("*.zip")).name
    costs = [spent([tool, "run", "-a", archive, "ps1.ipynb"], folder) for _ in range(N // 2)]
    results = json.loads((folder / "results.json").read_text())
    assert all(t["score"] == t["max_score"] for t in results["tests"] if t.get("max_score")), results
    return sum(costs) / len(costs)


def compare(pythons, ours):
    """Print what each of {tool: interpreter} costs, beside the CPU seconds of ours."""
    print("\n| tool | CPU seconds a submission | times ours |\n| --- | --- | --- |")
    print(f"| sealed, six exercises | {ours:.3f} | 1 |", flush=True)
    for tool, python in pythons.items():
        if python is None:
            print(f"| {tool.__name__} | not installed here | |")
            continue
        with tempfile.TemporaryDirectory() as folder:
            cost = tool(python, Path(folder))
        print(f"| {tool.__name__} | {cost:.2f} | {cost / ours:.0f} |", flush=True)
