"""What a teacher decides: roster, deadlines, points by hand; it survives every regrade and enters every export."""

import csv
import json
import zipfile

import pytest

from helpers.engine.grade.__main__ import main
from helpers.engine.grade.class_reports import write_class_reports
from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.class_settings import ClassSettings, Person, read_settings
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.policy import Policy
from helpers.engine.grade.result import GradingError
from tests.hostile.attack import NAME, TARGET, honest, with_cell
from tests.test_class_run import WRONG, ImmediateExecutor

FILE = f"{NAME}.ipynb"
SETTINGS = f"""
[weights]
{NAME} = 2
[deadlines]
{NAME} = 2026-01-02T12:00:00
[late]
per_day = 10
at_most = 15
grace_minutes = 5
file_dates = true
[moodle]
language = "de"
"""
ROSTER = """id;name;section;login;extra_days
1;Ada Lovelace;A;ada1;
2;Bob Ross;B;bob2;
3;Zoé;A;zoe3;
4;Dora;A;d4;1,5
"""
MANUAL = f"""learner,notebook,exercise,points,comment
1,{NAME},{TARGET},0.5,"half, for the idea"
bob2,{NAME},,,See me
nobody,{NAME},{TARGET},1,"on
paper"
"""
MANUAL_HEAD = "learner,notebook,exercise,points,comment\n"


@pytest.fixture
def graded(tmp_path):
    """Return the results folder of a class with a roster, a deadline and points by hand, from a Moodle export."""
    dates = {
        "Ada Lovelace_1": (2026, 1, 2, 12, 4, 0),
        "Bob Ross_2": (2026, 1, 3, 12, 6, 0),
        "Dora_4": (2026, 1, 3, 23, 0, 0),
    }
    dates |= {"Mallory_9": (2026, 1, 9, 0, 0, 0)}
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for who, date in dates.items():
            content = with_cell(WRONG) if who.startswith("Ada") else honest()
            archive.writestr(zipfile.ZipInfo(f"{who}_assignsubmission_file_/{FILE}", date), content)
    out = tmp_path / "out"
    out.mkdir()
    (out / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    (out / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (out / "manual.csv").write_text(MANUAL, encoding="utf-8")
    for again in (False, True):
        grade_class(tmp_path / "all.zip", out, executor=ImmediateExecutor(), again=again)
        write_class_reports(out)
    return out


def table(path):
    """Return a CSV file as dicts."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_decisions_survive_a_regrade_and_enter_every_export(graded):
    lines = {line["learner"]: line for line in table(graded / "grades.csv")}
    ada, bob = lines["Ada Lovelace"], lines["Bob Ross"]
    assert ada[TARGET] == "0.5" and ada["points"] == "14.5" and ada["comments"].endswith("half, for the idea")
    assert bob["days late"] == "2" and bob["points"] == "12.75" and bob["comments"] == "See me"
    assert lines["Dora"]["points"] == "15.0" and lines["Mallory"]["penalty"] == "2.25"
    canvas = {line["Student"]: line for line in table(graded / "grades-canvas.csv")}
    assert canvas["Ada Lovelace"][NAME] == "14.5" and canvas["Ada Lovelace"]["Section"] == "A"
    moodle = {line["ID"]: line for line in table(graded / f"grades-moodle-{NAME}.csv")}
    assert (
        moodle["Teilnehmer/in2"]["Bewertung"] == "12.75"
        and moodle["Teilnehmer/in2"]["Feedback als Kommentar"] == "See me"
    )
    results = {
        p.parent.name[:3]: json.loads(p.read_text("utf-8")) for p in graded.glob("gradescope/*/results.json")
    }
    assert results["Bob"]["score"] == 12.75 and "late by 2 days" in results["Bob"]["output"]
    assert "half, for the idea" in results["Ada"]["output"]
    page = next(graded.glob("feedback/Bob*.html")).read_text("utf-8")
    assert "Late by 2 days" in page and "See me" in page and "12.75 of 15 points" in page


def test_totals_name_who_handed_in_nothing_and_who_is_not_in_the_roster(graded):
    lines = {line["learner"]: line for line in table(graded / "totals.csv")}
    assert lines["Zoé"]["remark"] == "handed in nothing" and lines["Zoé"]["total in percent"] == "0.0"
    assert "not in the roster" in lines["Mallory"]["remark"]
    assert float(lines["Bob Ross"]["total in percent"]) == 85.0
    assert len({line["code"] for line in lines.values()}) == 5
    page = (graded / "analysis.html").read_text("utf-8")
    assert "handed in nothing" in page and "<li>Zoé</li>" in page and "<li>Mallory</li>" in page
    assert f"nobody, {NAME}: points by hand for {TARGET}: 1. on\npaper" in page


def test_feedback_is_a_zip_with_the_names_that_moodle_expects(graded):
    with zipfile.ZipFile(graded / f"feedback-moodle-{NAME}.zip") as archive:
        assert "Bob Ross_2_assignsubmission_file_feedback.html" in archive.namelist()
        assert all(
            len(name.split("_", 4)) == 5 and name.split("_")[1].isdigit() for name in archive.namelist()
        )


def test_feedback_is_a_zip_with_the_numbers_that_canvas_expects(tmp_path):
    (tmp_path / "in").mkdir()
    for name in (f"adalovelace_LATE_12_34_{FILE}", f"bobross_56_78_{FILE}"):
        (tmp_path / "in" / name).write_text(honest(), encoding="utf-8")
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "out" / f"feedback-canvas-{NAME}.zip") as archive:
        assert sorted(archive.namelist()) == [
            "adalovelace_LATE_12_34_feedback.html",
            "bobross_56_78_feedback.html",
        ]
    assert [line["days late"] for line in table(tmp_path / "out" / "grades.csv")] == ["1", "0"]


def test_totals_weigh_notebooks_and_count_what_is_missing_as_nothing():
    policy = Policy(ClassSettings(weights={"a": 3}))
    assert policy.total({"a": 5.0, "b": 10.0}, {"a": 10, "b": 10}) == 62.5
    assert policy.total({"b": 10.0}, {"a": 10, "b": 10}) == 25.0


def test_two_people_with_one_name_are_known_by_their_ids_only():
    policy = Policy(ClassSettings(people=(Person("1", "Ada"), Person("2", "ada"))))
    assert policy.person("Ada", "") is None and policy.person("Ada", "2").id == "2"


def test_whose_id_and_name_are_of_two_people_is_neither():
    policy = Policy(ClassSettings(people=(Person("1", "Ada"), Person("2", "Bob"))))
    assert policy.person("Bob", "1") is None and policy.person("Bob", "77").id == "2"


def test_the_seed_of_the_settings_is_that_of_the_gradebook(tmp_path, capsys):
    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / FILE).write_text(honest(), encoding="utf-8")
    (tmp_path / "settings.toml").write_text("[inputs]\nseed = 7\n", encoding="utf-8")
    command = ["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main([*command, "--settings", str(tmp_path / "settings.toml")]) == 0
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    assert book.seed() == 7
    book.close()
    assert main([*command, "--new-inputs"]) == 2 and "change it there" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("settings.toml", "[weight]\na = 1", "'weight' means nothing here"),
        ("settings.toml", "[weights]\nnothing = 1", "'nothing' means nothing here"),
        ("settings.toml", "[late]\nper_week = 1", "'per_week' means nothing"),
        ("settings.toml", f'[deadlines]\n{NAME} = "tomorrow"', "without quotes"),
        ("settings.toml", "[late", "settings.toml: "),
        ("settings.toml", "weights = 3", "write [weights] and its lines below"),
        ("settings.toml", f"[weights]\n{NAME} = -1", "0 or more"),
        ("settings.toml", '[late]\nper_day = "10"', "a number from 0 to 100, without quotes"),
        ("settings.toml", "[late]\nat_most = 200", "a number from 0 to 100"),
        ("settings.toml", "[late]\ngrace_minutes = nan", "a number from 0 to"),
        ("settings.toml", '[late]\nfile_dates = "yes"', "true or false"),
        ("settings.toml", "[moodle]\nGrade = 1", "in quotes"),
        ("settings.toml", "[inputs]\nseed = 1.5", "a whole number"),
        ("settings.toml", f"[weights]\n{NAME} = inf", "0 or more"),
        ("settings.toml", "[late]\ngrace_minutes = 1e15", "a number from 0 to"),
        ("roster.csv", "id,name,extra_days\n1,Ada,1e12", "line 2: 1e+12 extra days are not between"),
        ("roster.csv", "id,name,extra_days\n1,Ada,-1", "line 2: -1 extra days are not between"),
        (
            "roster.csv",
            "id,name,section\n1,Lovelace, Ada,A",
            "line 2: it has 4 cells, and the first line has 3",
        ),
        ("roster.csv", "id,name,name\n1,Ada,Bob", "the column 'name' stands there twice"),
        ("manual.csv", f"{MANUAL_HEAD}ada,{NAME},{TARGET},1,Right, see page 3", "line 2: it has 6 cells"),
        ("roster.csv", "id,name\n1,Ada\n1,Bob", "the id 1 stands there twice"),
        ("roster.csv", "id,name\n,Ada", "line 2: the id is missing"),
        ("roster.csv", "id,name,extra_days\n1,Ada,nan", "not a number"),
        ("roster.csv", "name\nAda", "the column 'id' is missing"),
        (
            "manual.csv",
            f"learner,notebook,exercise,points,comment\n1,{NAME},{TARGET},99,",
            "not between 0 and",
        ),
        (
            "manual.csv",
            f"learner,notebook,exercise,points,comment\n1,{NAME},nothing,1,",
            "no exercise 'nothing'",
        ),
        (
            "manual.csv",
            f"learner,notebook,exercise,points,comment\n1,{NAME},{TARGET},x,",
            "line 2: 'x' is not a number",
        ),
        ("manual.csv", f"{MANUAL_HEAD}1,{NAME},,1,", "points need an exercise"),
        ("manual.csv", f"{MANUAL_HEAD},{NAME},{TARGET},1,", "the learner is missing"),
        ("manual.csv", f'{MANUAL_HEAD}1,{NAME},,,"two\nlines"\n2,{NAME},nothing,,', "line 4: "),
        ("manual.csv", f"{MANUAL_HEAD}ada,{NAME},{TARGET},1,\nAda,{NAME},{TARGET},0,", "stands there twice"),
    ],
)
def test_a_slip_in_a_file_of_settings_is_refused_with_its_place(tmp_path, name, text, said):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(GradingError) as error:
        read_settings(tmp_path)
    assert said in str(error.value)


def test_points_for_one_person_under_two_names_are_refused(tmp_path):
    (tmp_path / "roster.csv").write_text("id,name,\n1,Ada Lovelace,,\n", encoding="utf-8")
    lines = f"1,{NAME},{TARGET},1,\nAda Lovelace,{NAME},{TARGET},0,\n"
    (tmp_path / "manual.csv").write_text(MANUAL_HEAD + lines, encoding="utf-8")
    with pytest.raises(GradingError, match="1 and Ada Lovelace are one person"):
        read_settings(tmp_path)


def test_files_given_once_are_kept_and_only_one_notebook_is_graded(tmp_path, capsys):
    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / FILE).write_text(honest(), encoding="utf-8")
    (tmp_path / "roster.csv").write_text("id,name\nada,Ada L.\n", encoding="utf-8")
    command = ["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main([*command, "--roster", str(tmp_path / "roster.csv"), "--only", "04"]) == 1
    assert f"it is {NAME}, and only 04_shallow_network" in (tmp_path / "out" / "analysis.html").read_text(
        "utf-8"
    )
    assert main(command) == 0
    assert table(tmp_path / "out" / "totals.csv")[0]["learner"] == "Ada L."
    with pytest.raises(SystemExit):
        main([*command, "--only", "99"])
    (tmp_path / "roster.csv").write_text("id\n", encoding="utf-8")
    assert main([*command, "--roster", str(tmp_path / "roster.csv")]) == 2
    assert "'name' is missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content, said",
    [
        ("n\u0430me,id\nAda,1\n".encode(), "'\u0430' is CYRILLIC SMALL LETTER A, not 'a'"),
        ("id,name\n1,Eva M\u00fcller\n".encode("cp1252"), "line 2: it is not UTF-8"),
    ],
)
def test_a_roster_that_only_looks_right_is_refused_with_the_reason(tmp_path, content, said):
    (tmp_path / "roster.csv").write_bytes(content)
    with pytest.raises(GradingError, match=said):
        read_settings(tmp_path)


def test_who_handed_in_only_what_cannot_be_graded_is_told_apart_in_the_totals(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").write_bytes(b"")
    (tmp_path / "in" / "bob.ipynb").write_text(honest(), encoding="utf-8")
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out")
    lines = {line["learner"]: line for line in table(tmp_path / "out" / "totals.csv")}
    assert "nothing that could be graded" in lines["ada"]["remark"] and not lines["bob"]["remark"]


def test_accents_may_be_encoded_in_two_ways():
    people = (Person("3", "Zo\u00e9"),)
    assert Policy(ClassSettings(people)).person("Zoe\u0301", "") == people[0]


def rows_of(tmp_path, places, **files):
    """Return (lines of totals.csv, lines of grades.csv) of a class, with files of settings."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for place in places:
            archive.writestr(place, "{" if place.endswith("bad.ipynb") else honest())
    (tmp_path / "out").mkdir()
    for name, text in files.items():
        (tmp_path / "out" / f"{name}.csv").write_text(text, encoding="utf-8")
    grade_class(tmp_path / "all.zip", tmp_path / "out", executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out")
    return table(tmp_path / "out" / "totals.csv"), table(tmp_path / "out" / "grades.csv")


ADA = f"Ada Lovelace_{{}}_assignsubmission_file_/{FILE}"
BY_HAND = f"{MANUAL_HEAD}1234,{NAME},{TARGET},0.5,private\n"
LOGIN = "id,name,login\n1234,Ada Lovelace,ada\n"


@pytest.mark.parametrize(
    "places, roster, lines",
    [
        ([f"ada/{FILE}", f"Ada/{FILE}", "ADA.ipynb"], "", 1),
        ([f"Jos\u00e9/{FILE}", f"Jose\u0301/{FILE}"], "", 1),
        (
            [f"ada/{FILE}", ADA.format(7), f"lovelaceada_1234_9_{FILE}"],
            "id,name,login\n1234,Ada Lovelace,ada\n",
            1,
        ),
        ([ADA.format(7), ADA.format(8)], "", 2),
        ([ADA.format(7), ADA.format(8).replace(FILE, "bad.ipynb")], "", 1),
        ([f"lovelaceada_12_9_{FILE}", f"Lovelace-Ada_12_10_{FILE}", f"lovelaceada_13_9_{FILE}"], "", 2),
    ],
)
def test_one_person_is_one_line(tmp_path, places, roster, lines):
    files = {"roster": roster} if roster else {}
    totals, _ = rows_of(tmp_path, places, **files)
    assert len(totals) == lines and all(line[NAME] == "15.0" for line in totals)
    canvas = [line["ID"] for line in table(tmp_path / "out" / "grades-canvas.csv")[1:] if line["ID"]]
    assert len(canvas) == len(set(canvas))


def test_a_number_of_moodle_is_no_id_of_the_roster(tmp_path):
    places = [ADA.format(1), f"Eve_1234_assignsubmission_file_/{FILE}"]
    totals, grades = rows_of(
        tmp_path, places, roster="id,name\n1234,Bob Ross\n7,Ada Lovelace\n", manual=BY_HAND
    )
    assert [(line["learner"], line["id"]) for line in totals] == [
        ("Ada Lovelace", "7"),
        ("Eve", "1234"),
        ("Bob Ross", "1234"),
    ]
    assert totals[1]["remark"] == "not in the roster" and totals[2]["remark"] == "handed in nothing"
    assert not any(line["comments"] for line in grades)


@pytest.mark.parametrize("roster", ["", "id,name\n1234,Ada Lovelace\n1235,Eve\n"])
def test_a_name_that_is_the_id_of_another_takes_nothing(tmp_path, roster):
    places = [f"1234_1235_99_{FILE}", f"lovelaceada_1234_98_{FILE}"]
    files = {"roster": roster} if roster else {}
    _, grades = rows_of(tmp_path, places, manual=BY_HAND, **files)
    comments = {line["learner"]: line["comments"] for line in grades}
    assert comments["1234"] == "" and "private" in comments["lovelaceada"]


def test_codes_stay_with_new_inputs_and_a_date_of_zeros_is_none(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        info = zipfile.ZipInfo(f"ada/{FILE}")
        info.date_time = (1980, 0, 0, 0, 0, 0)
        archive.writestr(info, honest())
        archive.writestr(f"bob/{FILE}", honest())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    codes = []
    for new in (False, True):
        grade_class(tmp_path / "all.zip", tmp_path / "out", executor=ImmediateExecutor(), new_inputs=new)
        write_class_reports(tmp_path / "out")
        codes.append([line["code"] for line in table(tmp_path / "out" / "totals.csv")])
    assert codes[0] == codes[1]
    assert table(tmp_path / "out" / "grades.csv")[0]["days late"] == "0"
