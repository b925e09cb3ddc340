"""Whose a file is: the outermost part of its path, whatever lies below it."""

import io
import os
import zipfile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helpers.engine.grade.collect import find_submissions

FILE = "04_shallow_network.ipynb"
LEARNERS = [
    "ada",
    "bob",
    "carl.zip",
    "dora_7_88_work.zip",
    "Eve_5_assignsubmission_file_",
    "Team #3",
    "uma.ipynb",
]
BELOW = [
    *LEARNERS,
    "..",
    "C:",
    "wk",
    "project",
    "src",
    "a b",
    "bob_7_8_x",
    "..\\bob",
    "/bob",
    "Ada_5_assignsubmission_file_",
]
FILES = [FILE, "bob.ipynb", "notes.txt", "bob_7_8_hw.ipynb", "x #2.ipynb", "..\\bob\\hw.ipynb"]
INNER = st.lists(
    st.tuples(st.lists(st.sampled_from(BELOW), max_size=4), st.sampled_from(FILES)), min_size=1, max_size=6
)
CLASSES = st.dictionaries(st.sampled_from(LEARNERS), INNER, min_size=2)


def packed(names, prefix=""):
    """Return the bytes of a zip with an empty notebook under each name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(prefix + name, "{}")
    return content.getvalue()


def zipped_class(path, learners, prefix=""):
    """Write a zip of a class, in which every learner chose the names below their own part."""
    with zipfile.ZipFile(path, "w") as archive:
        for outermost, inner in learners.items():
            names = dict.fromkeys("/".join([*folders, file]) for folders, file in inner)
            if outermost.endswith(".zip"):
                archive.writestr(prefix + outermost, packed(names))
            elif outermost.endswith(".ipynb"):
                archive.writestr(prefix + outermost, "{}")
            else:
                for name in names:
                    archive.writestr(f"{prefix}{outermost}/{name}", "{}")
    return path


def rows(found, outermost):
    """Return what is known of the submissions below one outermost part."""
    return [(s.place, s.learner, s.identity, s.form, s.problem) for s in found if s.outermost == outermost]


@pytest.mark.filterwarnings("ignore:Duplicate name")
# Shrinking would take minutes: every example writes three zip files.
@settings(max_examples=150, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(CLASSES, st.data())
def test_nobodys_files_change_the_row_of_another(tmp_path_factory, learners, data):
    folder = tmp_path_factory.mktemp("class")
    together = find_submissions(zipped_class(folder / "all.zip", learners))
    assert {s.outermost for s in together} <= set(learners)
    assert len({s.place for s in together}) == len(together)
    attacker = data.draw(st.sampled_from(sorted(learners)))
    learners[attacker] = data.draw(INNER)
    changed = find_submissions(zipped_class(folder / "changed.zip", learners))
    for other in set(learners) - {attacker}:
        assert rows(changed, other) == rows(together, other)
        assert len({s.learner for s in changed if s.outermost == other}) <= 1
    wrapped = find_submissions(zipped_class(folder / "wrapped.zip", learners, "Week 1/"))
    assert [(s.learner, s.identity) for s in wrapped] == [(s.learner, s.identity) for s in changed]


def test_a_flood_in_the_zip_of_one_learner_takes_nothing_from_another(tmp_path):
    flood = [f"bob/wk/{i}.ipynb" for i in range(101)]
    (tmp_path / "ada.zip").write_bytes(packed([*flood, "carl/wk/other.ipynb", "ada.ipynb"]))
    for name in ("bob", "carl"):
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE).write_text("{}")
    found = find_submissions(tmp_path)
    assert [(s.learner, s.problem is None) for s in found] == [("bob", True), ("carl", True), ("ada", False)]


@pytest.mark.parametrize(
    "place, learner",
    [
        (f"uma/a/b/c/{FILE}", "uma"),
        (f"ada/project/src/{FILE}", "ada"),
        (f"Team #3/{FILE}", "Team #3"),
        ("../../../../X/Y/g/zipslip.ipynb", "X"),
        ("C:\\windows\\x.ipynb", "windows"),
        ("\\\\host\\share\\x.ipynb", "host"),
        (f"LATE_anon_Ab3dE_991_{FILE}", "anon_Ab3dE"),
        ("Only Text_5683_assignsubmission_onlinetext_/onlinetext.ipynb", "Only Text"),
        (f"ada\u202e/{FILE}", "ada"),
    ],
)
def test_odd_layouts(tmp_path, place, learner):
    (tmp_path / "all.zip").write_bytes(packed([place, f"zoe/{FILE}"]))
    assert {s.learner for s in find_submissions(tmp_path / "all.zip")} == {learner, "zoe"}


@pytest.mark.parametrize(
    "places, learners",
    [
        ([f"hw/ada/{FILE}", f"hw/bob/{FILE}"], {"ada", "bob"}),
        (["hw/ada.ipynb", "hw/bob.ipynb"], {"ada", "bob"}),
        ([f"course/hw/ada/{FILE}", f"course/hw/bob/a/{FILE}"], {"ada", "bob"}),
        ([f"hw/ada/{FILE}", f"hw/bob/{FILE}", "__MACOSX/hw/ada/._x.ipynb", "hw/.DS_Store"], {"ada", "bob"}),
        ([f"ada/{FILE}", "ada/05_deep_network.ipynb"], {"ada"}),
        ([f"hw/ada/{FILE}", f"bob/{FILE}"], {"hw", "bob"}),
        ([f"Ada_5_assignsubmission_file_/x/{FILE}", f"Ada_5_assignsubmission_file_/y/{FILE}"], {"Ada"}),
    ],
)
def test_a_folder_around_the_whole_class_is_nobodys(tmp_path, places, learners):
    (tmp_path / "all.zip").write_bytes(packed(places))
    assert {s.learner for s in find_submissions(tmp_path / "all.zip")} == learners


def test_late_marks_of_canvas_are_read(tmp_path):
    (tmp_path / "all.zip").write_bytes(packed([f"ada_LATE_1_2_{FILE}", f"bob_3_4_{FILE}"]))
    assert [(s.learner, s.late) for s in find_submissions(tmp_path / "all.zip")] == [
        ("ada", True),
        ("bob", False),
    ]


CANVAS_ADA = f"lovelaceada_1234_99887_x_1235_assignsubmission_file_{FILE}"


def identities(folder, places):
    """Return {(learner, identity)} of a zip with notebooks at some places."""
    (folder / "all.zip").write_bytes(packed(places))
    return {(s.learner, s.identity) for s in find_submissions(folder / "all.zip")}


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_on_canvas_nobody_is_another_by_a_file_name_of_moodles(tmp_path, ending):
    found = identities(tmp_path, [CANVAS_ADA + ending, f"rossbob_1235_99888_{FILE}"])
    assert found == {("lovelaceada", "1234"), ("rossbob", "1235")}
    assert identities(tmp_path, [CANVAS_ADA]) == {("lovelaceada", "1234")}


def test_on_moodle_nobody_is_another_by_a_name_of_canvas(tmp_path):
    moodle = [f"{who}_assignsubmission_file_/{FILE}" for who in ("Bob_1_2_x_7", "Ada Lovelace_5")]
    assert identities(tmp_path, moodle) == {("Bob_1_2_x", "7"), ("Ada Lovelace", "5")}


def test_names_that_are_no_text_stay_apart(tmp_path):
    for name in (b"M\xfcller.ipynb", b"M\xf6ller.ipynb"):
        try:
            (tmp_path / os.fsdecode(name)).write_text("{}")
        except OSError:
            pytest.skip("this file system takes only UTF-8")
    assert len({s.learner for s in find_submissions(tmp_path)}) == 2
