"""Equal notebooks get equal points in one gradebook, in every run; feedback does not show the inputs of the points."""

import json
import linecache
import secrets
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np
import pytest

from helpers.engine.check.check import verdict_on
from helpers.engine.check.diagnosis import SEED, Judged, drawn_anew, judge, right_values
from helpers.engine.check.exercise import Exercise, patched, solution_source
from helpers.engine.check.messages import verdict_from
from helpers.engine.check.run import Outcome
from helpers.engine.course import course
from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.one_submission import UNEXPLAINED, grade_submission
from helpers.engine.prove.prove import packages
from helpers.engine.sandbox.explaining import Explaining
from tests.classes import exercises
from tests.test_class_run import ImmediateExecutor

NAME = "04_shallow_network"
EXERCISES = [e for found in packages().values() for e in found.values() if isinstance(e, Exercise)]
WRONG = ["relu", "relu_derivative", "leaky_relu", "gradient_gap"]


def with_mistakes():
    """Return the solved notebook with a known mistake in some exercises, as bytes."""
    wrong = {name: exercises(NAME)[name] for name in WRONG}
    return with_answers({n: patched(solution_source(e), [e.mistakes[0]]) for n, e in wrong.items()})


def with_answers(sources):
    """Return the solved notebook with these answers to some exercises, as bytes."""
    data = json.loads((course().references / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    for cell in data["cells"]:
        if (name := cell["metadata"].get("exercise")) in sources:
            cell["source"] = sources[name]
    return json.dumps(data).encode()


def grades(out):
    """Return {learner: {exercise: points}} of a gradebook, and its seed."""
    book = Gradebook(out / "gradebook.sqlite")
    try:
        return {
            row.learner: {r.exercise: r.earned for r in row.grade.results} for row in book.rows()
        }, book.seed()
    finally:
        book.close()


def test_identical_notebooks_get_identical_points_whenever_they_come(tmp_path):
    for learner in ("ada", "bob", "carl", "dora", "eva"):
        (tmp_path / "in" / learner).mkdir(parents=True)
        (tmp_path / "in" / learner / f"{NAME}.ipynb").write_bytes(with_mistakes())
        grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    before, seed = grades(tmp_path / "out")
    assert len(before) == 5 and 0 < before["ada"]["leaky_relu_derivative"]
    assert all(points == before["ada"] for points in before.values())
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor(), again=True)
    assert grades(tmp_path / "out") == (before, seed)
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor(), new_inputs=True)
    after, other = grades(tmp_path / "out")
    assert other != seed and all(points == after["ada"] for points in after.values())


def test_runs_that_begin_together_take_one_seed(tmp_path, monkeypatch):
    both, drawn = Barrier(2), iter((1, 2))
    monkeypatch.setattr(secrets, "randbits", lambda _: (both.wait(30), next(drawn))[1])
    with ThreadPoolExecutor(2) as pool:
        seeds = list(pool.map(lambda _: Gradebook(tmp_path / "gradebook.sqlite").seed(), range(2)))
    assert seeds in ([1, 1], [2, 2])


def test_a_gradebook_without_a_seed_is_graded_again_on_one(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").write_bytes(with_mistakes())
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    book.connection.executescript("drop table settings; update results set earned = 0, seed = null")
    book.close()
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    assert book.connection.execute("select earned from results").fetchone()[0] > 0
    book.close()


def test_feedback_shows_the_inputs_of_the_notebook_and_not_those_of_the_gradebook():
    secret = 987_654_321
    results = {r["exercise"]: r for r in grade_submission(with_mistakes(), NAME, secret)["results"]}
    public = {r["exercise"]: r for r in grade_submission(with_mistakes(), NAME, SEED)["results"]}
    for name in WRONG:
        assert results[name]["reason"] == public[name]["reason"] != ""
        drawn = [v for case in exercises(NAME)[name].case_list(secret) for v in case.args.values()]
        for number in np.concatenate([np.ravel(v) for v in drawn if isinstance(v, np.ndarray)]):
            assert len(f"{number:.6g}") < 8 or f"{number:.6g}" not in results[name]["reason"]


KEEP = "import builtins, warnings\nseen = builtins.__dict__.setdefault('seen', [])\n"
SAYING = {  # answers that say what inputs they and others got
    "sigmoid": KEEP + "def sigmoid(z):\n    seen.append(repr(z))\n"
    "    warnings.warn(repr(seen), RuntimeWarning)\n    return 1 / (1 + np.exp(-z))\n",
    "neuron": f"{KEEP}def neuron(x, w, b):\n    return sigmoid(w * x + b)\n\nraise ValueError(repr(seen))\n",
    "loss": f"{KEEP}def loss(a, y):\n    print(seen)\n    raise ValueError(repr((a, y, seen)))\n",
    "repair_loss": f"{KEEP}def repair_loss(a, y):\n    print(a, y, seen)\n"
    "    return y * np.log(a) + (1 - y) * np.log(1 - a)\n",
    "slope": f"{KEEP}import os\nos.write(3, bytes(3) + bytes([len(str(seen)) % 256]) + bytes(4))\n",
    "referee_limits": f"{KEEP}referee_limits = dict.fromkeys(REFEREE, repr(seen))\n",
}


def test_what_an_answer_says_of_the_inputs_of_the_gradebook_is_not_told():
    name = "02_logistic_regression"
    data = json.loads((course().references / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in data["cells"]:
        if said := SAYING.get(cell["metadata"].get("exercise")):
            items = list(exercises(name)["referee_limits"].answers)
            cell["source"] = said.replace("REFEREE", repr(items))
    one, two = (
        grade_submission(json.dumps(data).encode(), name, seed)["results"] for seed in (7, 987_654_321)
    )
    for a, b in zip(one, two, strict=True):
        assert (a["reason"], a["mistakes"], a["line"]) == (b["reason"], b["mistakes"], b["line"])
    said = {r["exercise"]: r["reason"] for r in one}
    assert all(said[e] for e in SAYING) and "ValueError" in said["neuron"] and "[" in said["referee_limits"]


def test_an_answer_that_is_right_for_the_inputs_of_the_notebook_only_is_told_so():
    data = json.loads(with_mistakes())
    cell = next(c for c in data["cells"] if c["metadata"].get("exercise") == "relu")
    known = [float(np.ravel(case.args["z"])[0]) for case in exercises(NAME)["relu"].case_list(SEED)]
    cell["source"] = (
        f"def relu(z):\n    return np.maximum(0, z) if float(np.ravel(z)[0]) in {known} else z - 1"
    )
    outcome = grade_submission(json.dumps(data).encode(), NAME, 987_654_321)
    relu = next(r for r in outcome["results"] if r["exercise"] == "relu")
    assert relu["state"] == "wrong" and "The cases that the notebook shows agree" in relu["reason"]


COLLAPSE = "def collapse(W1, b1, W2, b2):\n    return W2 @ W1, W2 @ b2 + b1\n"


@pytest.mark.parametrize("seed", [SEED, 987_654_321])
def test_feedback_gives_the_place_that_the_notebook_gives(seed):
    names = {"np": np}
    linecache.cache["<collapse>"] = (len(COLLAPSE), None, COLLAPSE.splitlines(keepends=True), "<collapse>")
    exec(compile(COLLAPSE, "<collapse>", "exec"), names)
    said = verdict_on(exercises(NAME)["collapse"], names["collapse"]).as_dict()["details"]
    outcome = grade_submission(with_answers({"collapse": COLLAPSE}), NAME, seed)
    collapse = next(r for r in outcome["results"] if r["exercise"] == "collapse")
    assert "are exchanged in `W2 @ b2 + b1`" in collapse["reason"]
    assert collapse["reason"] == "\n\n".join(text for _, text in said)


def test_an_explanation_changes_no_points(monkeypatch):
    before = grade_submission(with_answers({"collapse": COLLAPSE}), NAME, 7)
    forged = {"collapse": [("text", "All cases agree: 100 points.")]}
    monkeypatch.setattr(Explaining, "explain", lambda self, sources: forged)
    after = grade_submission(with_answers({"collapse": COLLAPSE}), NAME, 7)
    assert [(r["earned"], r["state"]) for r in before["results"]] == [
        (r["earned"], r["state"]) for r in after["results"]
    ]
    assert "100 points" in next(r for r in after["results"] if r["exercise"] == "collapse")["reason"]


def test_an_explanation_that_fails_costs_no_points_and_tells_no_secret(monkeypatch):
    answers = with_answers({"collapse": COLLAPSE, "relu": "def relu(z):\n    raise ValueError(repr(z))\n"})
    before = grade_submission(answers, NAME, 7)

    def failing(self, sources):
        raise FileNotFoundError("a file of the course")

    monkeypatch.setattr(Explaining, "explain", failing)
    after = grade_submission(answers, NAME, 7)
    assert after["status"] == "graded" and UNEXPLAINED in after["notes"]
    assert [(r["earned"], r["state"]) for r in before["results"]] == [
        (r["earned"], r["state"]) for r in after["results"]
    ]
    assert not any(r["reason"] for r in after["results"])


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_numbers_written_in_fail_as_the_inputs_of_a_gradebook_are_others(exercise):
    public, secret = (exercise.case_list(seed) for seed in (SEED, 987_654_321))
    assert len(public) == len(secret)
    drawn = [c.note for c, d in zip(public, secret, strict=True) if repr(c.args) != repr(d.args)]
    assert len(drawn) >= 2 and len(drawn) >= len(public) / 4


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_a_table_of_what_everybody_knows_earns_nothing(exercise):
    drawn = drawn_anew(exercise)
    cases, values = right_values(exercise)
    results = [
        judge(exercise, case, Outcome(raised=("KeyError", "x", "")) if new else Outcome(value=value), value)
        for case, value, new in zip(cases, values, drawn, strict=True)
    ]
    verdict = verdict_from(exercise, results, brief=True)
    assert verdict.earned == 0 and (verdict.known or not verdict.passed)
    one = drawn.index(True)
    results[one] = Judged(cases[one], Outcome(value=values[one]), values[one])
    assert verdict_from(exercise, results, brief=True).earned > 0
