"""What the edition for the browser rests on: its data, its time limit, its grading, and the parts it is built from."""

import hashlib
import importlib
import io
import json
import os
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pyfive
import pytest

from helpers.datasets import files
from helpers.engine.check import progress
from helpers.engine.check.exercise import Case
from helpers.engine.check.run import is_cell, run
from helpers.engine.check.time_limits import TooLate, deadline
from helpers.engine.language import choice
from helpers.exercises import logistic_regression
from helpers.playgrounds import ending
from helpers.playgrounds.grader_in_kernel import NOTHING_CHECKED, report_of

ROOT = Path(__file__).parents[1]
DATA = sorted(path.stem for path in (ROOT / "data").glob("*.h5"))
needs_monitoring = pytest.mark.skipif(
    sys.version_info < (3, 12), reason="sys.monitoring, on which the browser relies, came with Python 3.12"
)


@pytest.fixture
def in_browser(monkeypatch):
    """Let the course believe that it runs in a browser."""
    monkeypatch.setattr(sys, "platform", "emscripten")


@pytest.fixture
def part(monkeypatch):
    """Return a function that imports a module of site/lite."""
    monkeypatch.syspath_prepend(str(ROOT / "site" / "lite"))
    return importlib.import_module


@pytest.mark.parametrize("name", DATA)
def test_both_readers_read_the_same(name, monkeypatch):
    contents = []
    for reader in (h5py, pyfive):
        monkeypatch.setattr(files, "hdf5_reader", lambda reader=reader: reader)
        contents.append(files.read(name))
    expected, actual = contents
    assert expected.keys() == actual.keys() and any(np.ndim(value) > 1 for value in actual.values())
    for key, value in expected.items():
        assert type(value) is type(actual[key]) and np.array_equal(value, actual[key]), key
        assert not isinstance(value, np.ndarray) or value.dtype == actual[key].dtype, key


def test_the_reader_without_a_compiler_is_taken_where_there_is_no_other(monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    assert files.hdf5_reader() is pyfive


class Request:
    """A stand-in for the browser's XMLHttpRequest, which knows one address."""

    known = {}

    @classmethod
    def new(cls):
        return cls()

    def open(self, method, address, asynchronous):
        self.address = address

    def send(self):
        self.status = 200 if self.address in self.known else 404
        self.response = types.SimpleNamespace(to_bytes=lambda: self.known[self.address])


def test_a_browser_fetches_a_data_file_when_it_is_first_asked_for(in_browser, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "js", types.SimpleNamespace(XMLHttpRequest=Request))
    monkeypatch.setattr(Request, "known", {"data/a.h5": b"content"})
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    monkeypatch.setenv(files.ADDRESS, "data")
    assert files.file_bytes(tmp_path / "a.h5") == b"content" == (tmp_path / "a.h5").read_bytes()
    with pytest.raises(files.DataError, match="is missing"):
        files.file_bytes(tmp_path / "b.h5")


def endless(z):
    while True:
        pass


def stubborn(z):
    while True:
        try:
            while True:
                pass
        except BaseException:
            if z == 0:
                raise
            z -= 1


@needs_monitoring
@pytest.mark.parametrize("function, z", [(endless, 0.0), (stubborn, 0.0), (stubborn, 2.0)])
def test_a_loop_without_an_end_is_stopped_without_timer_and_threads(function, z, in_browser, monkeypatch):
    monkeypatch.setattr("threading.Timer", None)
    monkeypatch.setattr("signal.setitimer", None)
    assert run(function, Case("", z=z), 0.2).late


def test_measuring_ends_where_the_processor_time_stands_still():
    code = (
        "import sys, time; sys.platform = 'emscripten'; time.process_time = lambda: 0.0\n"
        "from helpers.speed.measuring import compare\n"
        "print(compare({'nothing': lambda: None}, rounds=2)['nothing'] > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "True\n", done.stderr


@needs_monitoring
def test_the_time_limit_of_the_browser_leaves_nothing_behind(in_browser):
    with deadline(5), pytest.raises(TooLate), deadline(0.1):
        endless(0)
    assert all(sys.monitoring.get_tool(tool) != "time limit" for tool in range(6))
    assert run(lambda z: z + 1, Case("", z=1.0)).value == 2.0


def test_the_browser_records_progress_beside_the_notebook(in_browser, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    progress.record("vectorization", "cost", "right")
    assert not [*tmp_path.iterdir()]
    (tmp_path / "03_vectorization.ipynb").touch()
    progress.record("vectorization", "cost", "right")
    assert progress.recorded(tmp_path) == {"vectorization": {"cost": "right"}}


def test_a_cell_is_known_by_its_file_name_in_both_kinds_of_kernel():
    assert is_cell("/tmp/ipykernel_12/3.py") and is_cell("<ipython-input-3-ab>") and not is_cell(__file__)


def test_the_kernel_grades_what_was_checked(capsys, monkeypatch):
    checker = type(logistic_regression.check.__self__)(logistic_regression.exercises)
    assert report_of(checker) == report_of(None) == NOTHING_CHECKED

    def sigmoid(z):
        return 1 / (1 + np.exp(z))

    checker.check(sigmoid)
    report = report_of(checker)
    total = sum(exercise.points for exercise in checker.exercises.values())
    assert "the minus sign in the exponent is lost" in report and "not checked yet" in report

    def sigmoid(z):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

    checker.check(sigmoid)
    points = checker.exercises["sigmoid"].points
    assert f"<b>{points} of {total} points</b>" in report_of(checker)
    monkeypatch.setenv(choice.VARIABLE, "zh")
    assert f"<b>{points} / {total} 分</b>" in report_of(checker) and "还没有检查" in report_of(checker)


def test_without_the_folder_of_the_course_the_kernel_grades(monkeypatch):
    monkeypatch.setattr(ending, "IS_CHECKOUT", False)
    button = ending.GradeButton()
    assert "Download" in button.status.value
    button.begin()
    assert button.report.value == NOTHING_CHECKED


def test_a_missing_or_different_part_is_said_in_a_sentence(part, tmp_path):
    wheels = part("wheels")
    with pytest.raises(wheels.PartsError, match="comm is missing in"):
        wheels.Parts(tmp_path).open("comm")
    (tmp_path / "comm-0.2.3-py3-none-any.whl").write_bytes(b"PK")
    with pytest.raises(wheels.PartsError, match="not the version in"):
        wheels.Parts(tmp_path).open("comm")


def test_the_wheel_of_the_course_is_the_same_in_every_build_and_has_no_large_data(part):
    course_files = part("course_files")
    name, content = course_files.wheel(ROOT)
    again = course_files.wheel(ROOT)[1]
    assert hashlib.sha256(content).digest() == hashlib.sha256(again).digest()
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "helpers/data/checksums.txt" in names and "helpers/playgrounds/picture.js" in names
    assert len(content) < 1_000_000 and not any(n.endswith(".h5") or "sandbox" in n for n in names)


def test_long_trainings_are_shortened_and_say_so(part, capsys):
    source = (ROOT / "site" / "lite" / "shorter_training.py").read_text()
    space = {"train_in_batches": lambda X, Y, p, g, size, rate, epochs, rng, watch=None: epochs}
    exec(source, space)
    X = np.zeros((2, 3000))
    found = [space["train_in_batches"](X, None, None, None, 64, 0.1, epochs, None) for epochs in (2, 8, 20)]
    assert found == [2, 3, 3]
    assert capsys.readouterr().out.count("shortened") == 1


def test_the_packages_of_pyodide_are_found_with_what_they_need(part):
    packages = {
        "a": {"depends": ["b_c", "fonttools"]},
        "b-c": {"depends": []},
        "fonttools": {"depends": []},
        "d": {"depends": []},
    }
    assert part("pyodide_files").closure(packages, ["a"]) == ["a", "b-c"]


UNUSED = [
    "numpy/f2py/a.py",
    "IPython/core/tests/a.py",
    "pygments/lexers/jvm.py",
    "matplotlib/mpl-data/fonts/afm/a",
]
USED = [
    "numpy/core.py",
    "numpy/testing/a.py",
    "pygments/lexers/python.py",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSans",
]


@pytest.mark.parametrize("name", UNUSED + USED)
def test_unused_files_are_left_out_of_a_wheel(name, part):
    pyodide_files = part("pyodide_files")
    content = part("wheels").make_wheel("package", "1", {name: b"x"})[1]
    kept = zipfile.ZipFile(io.BytesIO(pyodide_files.without(pyodide_files.UNUSED, content)))
    assert (name in kept.namelist()) == (name in USED)


def test_without_node_a_sentence_says_so(part, monkeypatch):
    compiled = part("compiled")
    monkeypatch.setattr(compiled.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(compiled.shutil, "which", lambda name: None)
    with pytest.raises(part("wheels").PartsError, match="Node.js"):
        compiled.node()


def test_each_folder_of_the_browser_has_its_list_and_its_language(part, in_browser, monkeypatch, tmp_path):
    part("course_files").write_contents(ROOT, tmp_path)
    for place, language in (("", "en"), ("zh", "zh")):
        listed = json.loads((tmp_path / "api" / "contents" / place / "all.json").read_text())["content"]
        assert {entry["path"] for entry in listed} == {
            path.relative_to(tmp_path / "files").as_posix() for path in (tmp_path / "files" / place).iterdir()
        }
        monkeypatch.chdir(tmp_path / "files" / place)
        assert choice.of_notebook() == language
        speed = json.loads(Path("07_speed.ipynb").read_text(encoding="utf-8"))["cells"][0]
        assert speed["id"] == "browser"


def test_a_distribution_can_be_a_folder_or_an_address(part, tmp_path):
    pyodide_files = part("pyodide_files")
    (tmp_path / "pyodide.js").write_bytes(b"js")
    assert pyodide_files.source_of(str(tmp_path), None).read("pyodide.js") == b"js"
    assert pyodide_files.source_of(tmp_path.as_uri().replace("file:", "https:"), None).address
    with pytest.raises(part("wheels").PartsError, match="cannot be read"):
        pyodide_files.source_of(os.fspath(tmp_path / "none"), None).read("pyodide.js")
