"""Nobody cheats the grader, breaks it, or touches a neighbor: all of tests/hostile, and odd names and places."""

import os
import tempfile
import zipfile

import pytest

from helpers.engine.grade import one_submission
from helpers.engine.grade.class_reports import write_class_reports
from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.reference import exercises_of, stubs_of
from helpers.engine.sandbox.self_test import layers_in_force
from helpers.engine.sandbox.supervisor import Sandbox
from tests.hostile import cells, cunning, files, kernel, outside
from tests.hostile.attack import FULL, NAME, RIGHT, honest, with_cell
from tests.hostile.run import LIMITS, as_expected, came_of, grade_attack, seen
from tests.steps import Steps

GRADEBOOK = os.path.join(tempfile.gettempdir(), f"hostile-gradebook-{os.getpid()}")
ATTACKS = [*cells.attacks(GRADEBOOK), *cunning.attacks(), *outside.attacks()]
ATTACKS += [*kernel.attacks(), *files.attacks()]
MOST_STEPS = 10_000_000  # of the grader itself; the worst attacks take a tenth
sealed = pytest.mark.skipif(
    bool(layers_in_force()[1]), reason="not every layer of the sandbox holds on this machine"
)


@pytest.fixture(scope="module", autouse=True)
def treasure():
    """Lay out what must not be reached: a gradebook, and a secret in the environment."""
    with open(GRADEBOOK, "w") as file:
        file.write("ada: 11 points")
    os.environ["HOSTILE_SECRET"] = "the-answer-is-7349"
    yield
    os.unlink(GRADEBOOK)
    del os.environ["HOSTILE_SECRET"]


@sealed
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_gains_nothing_and_its_neighbor_loses_nothing(attack):
    with Steps() as steps:
        outcome, neighbor = grade_attack(attack, seed=7349)
    assert steps.count < MOST_STEPS
    assert as_expected(attack, outcome), f"{came_of(outcome)}\n{outcome}"
    assert came_of(outcome) == FULL or "the answer is right" not in seen(outcome)
    assert neighbor["earned"] == neighbor["points"], neighbor
    assert outcome.get("facts", {}).get("orphans", 0) == 0
    assert "the-answer-is-7349" not in str(outcome)
    with open(GRADEBOOK) as file:
        assert file.read() == "ada: 11 points"


CONFINED = [a for a in ATTACKS if a.layer in (cells.FILES, cells.CALLS, cells.NETWORK, cells.READ_ONLY)]


@pytest.fixture(scope="module", params=[1, 2, 3])
def old_sandbox(request):
    """Return the sandbox as on a kernel with an older version of Landlock, for root as for anybody else."""
    made = Sandbox(NAME, exercises_of(NAME), LIMITS, without=["user"], newest_abi=request.param)
    yield made
    made.close()


@sealed
@pytest.mark.parametrize("attack", CONFINED, ids=lambda attack: attack.name)
def test_an_attack_gains_nothing_on_an_older_kernel(attack, old_sandbox, monkeypatch):
    monkeypatch.setattr(one_submission, "sandbox_for", lambda *_: (old_sandbox, stubs_of(NAME)))
    test_an_attack_gains_nothing_and_its_neighbor_loses_nothing(attack)


def test_the_attacks_are_many_and_different():
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= 130
    assert len({attack.content for attack in ATTACKS}) == len(ATTACKS)


def odd_folder(folder):
    """Fill a folder with odd names and places: eleven submissions that can be graded, seven that cannot."""
    (folder / "ada").mkdir()
    (folder / "ada" / f"{NAME}.ipynb").write_text(honest())
    (folder / "section-2" / "ada").mkdir(parents=True)
    (folder / "section-2" / "ada" / f"{NAME}.ipynb").write_text(honest())
    (folder / f"=cmd('x') {NAME}.ipynb").write_text(honest())
    (folder / f"<script>alert(1)<{NAME}.ipynb").write_text(honest())
    (folder / f"new\nline {NAME}.ipynb").write_text(honest())
    (folder / f"{'x' * 200}{NAME}.ipynb").write_text(honest())
    (folder / f"{chr(0x1D400) * 55}{NAME}.ipynb").write_text(honest())
    (folder / f"{chr(0x202E)}ada;=cmd() {NAME}.ipynb").write_text(honest())
    (folder / "folder.ipynb").mkdir()
    with open(os.fsencode(folder) + b"/\xff\xfe " + f"{NAME}.ipynb".encode(), "w") as file:
        file.write(honest())
    os.symlink(GRADEBOOK, folder / "link.ipynb")
    os.symlink("/", folder / "root")
    os.mkfifo(folder / "pipe.ipynb")
    (folder / "large.ipynb").write_bytes(b" " * (50 << 20))
    (folder / "poem.ipynb").write_text('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}')
    with zipfile.ZipFile(folder / "bob.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"../../../tmp/evil-{NAME}.ipynb", honest())
        archive.writestr(f"/tmp/root-{NAME}.ipynb", honest())
        archive.writestr("bomb.ipynb", b"0" * (64 << 20))
    (folder / "broken.zip").write_bytes((folder / "bob.zip").read_bytes()[:900])


@sealed
@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_odd_names_and_places_lose_nothing_and_reach_nothing(tmp_path):
    submissions, out = tmp_path / "in", tmp_path / "out"
    submissions.mkdir()
    odd_folder(submissions)
    grade_class(submissions, out, workers=1, limits=LIMITS)
    states = write_class_reports(out)
    assert states == {"graded": 11, "unreadable": 7}
    book = Gradebook(out / "gradebook.sqlite")
    told = {row.place: row.grade.error for row in book.rows() if row.grade.status == "unreadable"}
    learners = [row.learner for row in book.rows() if row.grade.status == "graded"]
    book.close()
    for place, reason in {
        "link.ipynb": "a link",
        "root": "a link",
        "pipe.ipynb": "not a file",
        "large": "20 MB",
    }.items():
        assert any(place in p and reason in r for p, r in told.items()), told
    assert len(set(learners)) == 10 and learners.count("bob") == 2
    assert not os.path.exists(f"/tmp/evil-{NAME}.ipynb") and not os.path.exists(f"/tmp/root-{NAME}.ipynb")
    assert len(list((out / "feedback").iterdir())) == 18
    text = (out / "grades.csv").read_text(encoding="utf-8")
    assert "\n=" not in text and ";=" not in text and len(text.splitlines()) == 19
    assert "<script>" not in (out / "analysis.html").read_text(encoding="utf-8")


@sealed
def test_an_attacker_of_the_grader_itself_is_told_and_costs_nobody_else(tmp_path, monkeypatch):
    """A grading process that dies takes nothing with it: the rest is graded, the culprit is marked failed."""
    submissions, out = tmp_path / "in", tmp_path / "out"
    submissions.mkdir()
    for number in range(6):
        (submissions / f"{number}_{NAME}.ipynb").write_text(honest())
    (submissions / f"evil_{NAME}.ipynb").write_bytes(with_cell(f"{RIGHT}# kill-the-grader"))
    grade_class(submissions, out, executor=Fragile())
    book = Gradebook(out / "gradebook.sqlite")
    states = {row.place[0]: row.grade.status for row in book.rows()}
    book.close()
    assert states == {**dict.fromkeys("012345", "graded"), "e": "failed"}


class Fragile:
    """An executor that breaks, with all that is in it, on one submission."""

    def __init__(self):
        from helpers.engine.grade.executors import LocalExecutor

        self.cores = LocalExecutor(1)

    def submit(self, function, content, *args):
        """Run a function, or end its process."""
        return (
            self.cores.submit(os._exit, 1)
            if b"kill-the-grader" in content
            else self.cores.submit(function, content, *args)
        )
