"""Grading on a Dask cluster: a worker that is killed midway costs nothing, and nothing is graded twice."""

import os
import signal
import threading
import time

import pytest

from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.gradebook import Gradebook
from tests.hostile.attack import NAME, honest, with_cell

distributed = pytest.importorskip(
    "distributed", reason="distributed is not installed: pip install -e '.[cluster]'"
)
pytestmark = pytest.mark.slow
SLOW = "import time\ntime.sleep(0.5)\ndef accuracy(predictions, labels):\n    return np.mean(predictions == labels)"


@pytest.fixture
def cluster(tmp_path):
    """Return a local cluster of two workers, each with one thread."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
    ) as made:
        yield made


def kill_one(cluster, written):
    """Kill the process of one worker as soon as some results are written."""
    while written() < 4:
        time.sleep(0.05)
    pid = next(iter(cluster.workers.values())).process.pid
    os.kill(pid, signal.SIGKILL)


def test_a_worker_killed_midway_loses_nothing_and_nothing_is_graded_twice(tmp_path, cluster, monkeypatch):
    from helpers.engine.grade.executors import ClusterExecutor

    for number in range(24):
        (tmp_path / "in" / f"learner{number:02}").mkdir(parents=True)
        (tmp_path / "in" / f"learner{number:02}" / f"{NAME}.ipynb").write_bytes(with_cell(SLOW))
    (tmp_path / "in" / "learner07" / f"{NAME}.ipynb").write_text(honest())
    writes = []
    write = Gradebook.write
    monkeypatch.setattr(
        Gradebook, "write", lambda book, s, *rest: (writes.append(s.place), write(book, s, *rest))
    )
    killer = threading.Thread(target=kill_one, args=(cluster, lambda: len(writes)), daemon=True)
    killer.start()
    there = ClusterExecutor(cluster.scheduler_address)
    grade_class(tmp_path / "in", tmp_path / "out", workers=there.workers, executor=there)
    there.shutdown()
    assert not killer.is_alive(), "no worker was killed midway"
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    rows = [(row.grade.status, row.grade.earned == row.grade.points) for row in book.rows()]
    book.close()
    assert rows == [("graded", True)] * 24
    assert len(writes) == len(set(writes)) == 24


def test_a_worker_with_another_version_of_the_course_is_refused(tmp_path, cluster, monkeypatch):
    from helpers.engine.grade import executors

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / f"ada_{NAME}.ipynb").write_text(honest())
    monkeypatch.setattr(executors, "course_version", lambda: "another")
    there = executors.ClusterExecutor(cluster.scheduler_address)
    grade_class(tmp_path / "in", tmp_path / "out", executor=there)
    there.shutdown()
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    (row,) = book.rows()
    book.close()
    assert row.grade.status == "failed" and "another version of the course" in row.grade.error


def test_a_worker_without_a_layer_of_the_sandbox_grades_nothing_unless_that_is_accepted(monkeypatch):
    from helpers.engine.grade import executors

    monkeypatch.setattr("helpers.engine.sandbox.self_test.layers_in_force", lambda: ([], ["write a file"]))
    executors.missing_once.cache_clear()
    version = executors.course_version()
    with pytest.raises(RuntimeError, match="missing on this worker: write a file"):
        executors.call_on_worker(version, False, len, "abc")
    assert executors.call_on_worker(version, True, len, "abc") == 3
    executors.missing_once.cache_clear()
