"""The commands that write a zip file: what is there already is never lost, and the seed of an autograder is kept."""

import json
import zipfile

import pytest

from helpers.engine.grade import handout
from helpers.engine.grade.__main__ import main


def seed_in(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("autograder.json"))["seed"]


def test_an_autograder_written_again_keeps_its_seed(tmp_path, capsys):
    path = tmp_path / "autograder.zip"
    command = ["gradescope", "01", "--out", str(path)]
    assert main(command) == 0
    seed = seed_in(path)
    assert main(command) == 0 and seed_in(path) == seed
    assert "its seed is that of the file that was there" in capsys.readouterr().out
    content = path.read_bytes()
    assert main(["gradescope", "02", "--out", str(path)]) == 2 and path.read_bytes() == content
    assert "is not an autograder for 02_logistic_regression" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0 and seed_in(path) != seed


@pytest.mark.parametrize("command", ["gradescope", "handout"])
def test_a_file_that_is_something_else_is_not_overwritten(tmp_path, capsys, command, monkeypatch):
    monkeypatch.setattr(handout, "write_handout", lambda name, path: path.write_bytes(b"hand-out"))
    path = tmp_path / "essay.txt"
    path.write_text("mine", encoding="utf-8")
    assert main([command, "01", "--out", str(path)]) == 2
    assert "essay.txt is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_hand_out_is_written_again_over_itself(tmp_path, monkeypatch):
    def write(name, path):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{name}/records/order.json", '["accuracy"]')
        return []

    monkeypatch.setattr(handout, "write_handout", write)
    command = ["handout", "01", "--out", str(tmp_path / "a.zip")]
    assert main(command) == main(command) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
