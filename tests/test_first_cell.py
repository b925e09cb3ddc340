"""The first cell of a notebook: it finds the course, installs it where it is missing, or says what to do."""

import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import nbclient
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from helpers.engine.build import first_cell, readme
from helpers.engine.build.notebooks import KERNEL, fingerprint
from helpers.engine.course import course
from tests.test_packaging import ROOT


def published(monkeypatch, repository):
    """Pretend that the course is published there."""
    this = replace(course(), repository=repository)
    monkeypatch.setattr(first_cell, "course", lambda: this)


def test_every_notebook_has_it_below_the_title():
    for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        assert cells[0].source.startswith("# ") and [
            k for k, c in enumerate(cells) if c.id == first_cell.ID
        ] == [1]
        assert len(cells[1].source.splitlines()) < 10


def test_its_code_is_folded():
    _, cell, _ = first_cell.with_first_cell(["title", "text"])
    assert cell.metadata.jupyter.source_hidden


def test_it_installs_from_the_repository(monkeypatch):
    published(monkeypatch, "ada/networks")
    source = first_cell.first_source()
    assert (
        "%pip install --quiet --no-deps https://github.com/ada/networks/archive/refs/heads/main.zip any"
        in source
    )


def test_without_a_repository_it_says_what_to_do(monkeypatch):
    published(monkeypatch, "")
    source = first_cell.first_source().replace("import helpers", "import no_such_course")
    compile(source, "cell", "exec")
    with pytest.raises(ModuleNotFoundError, match="%pip install --no-deps ADDRESS anywidget"):
        exec(source, {})
    exec(first_cell.first_source(), {})  # The course is here, and nothing happens.


def test_a_formatter_does_not_change_it(monkeypatch):
    published(monkeypatch, "ada/networks")
    source = first_cell.first_source()
    formatted = source.replace("\n\n", "\n\n\n").replace('"helpers"', "'helpers'")
    assert fingerprint(new_code_cell(formatted)) == fingerprint(new_code_cell(source))


def test_it_installs_a_course_into_an_environment_that_lacks_it(tmp_path, monkeypatch):
    """A wheel of a package with another name stands for the course; pip takes it from its path and asks nobody."""
    make_wheel(tmp_path)
    monkeypatch.setattr(
        first_cell, "course", lambda: SimpleNamespace(package="tiny_course", repository="", adds=())
    )
    target = f"--target {tmp_path / 'installed'} --no-index {tmp_path / 'tiny_course-1-py3-none-any.whl'}"
    (tmp_path / "installed").mkdir()
    path = f"import sys; sys.path.append({str(tmp_path / 'installed')!r})"
    cells = [
        path,
        first_cell.first_source(target),
        "import tiny_course; tiny_course.ANSWER",
        "sys.path.pop()",
    ]
    notebook = new_notebook(cells=[*map(new_code_cell, cells)], metadata={"kernelspec": KERNEL})
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    told = "".join(output.get("text", "") for output in notebook.cells[1].outputs)
    assert "The course is now installed" in told
    assert notebook.cells[2].outputs[0].data["text/plain"] == "42"


def test_in_colab_a_picture_switches_on_the_manager_of_widgets():
    """Colab shows widgets of other packages only after this call; anywidget makes it."""
    code = (
        "import sys, types\n"
        "colab = types.ModuleType('google.colab.output')\n"
        "colab.enable_custom_widget_manager = lambda: print('switched on')\n"
        "sys.modules['google.colab.output'] = colab\n"
        "from helpers.playgrounds.picture import Picture\n"
        "Picture()\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert told.stdout == "switched on\n", told.stderr


def test_the_readme_has_badges_only_for_a_published_course(monkeypatch):
    text = "a\n<!-- published: badges -->\nstale\n<!-- end -->\n<!-- published: clone -->\n<!-- end -->\nb"
    monkeypatch.setattr(readme, "course", lambda: replace(course(), repository=""))
    unknown = readme.with_addresses(text)
    assert "stale" not in unknown and "](" not in unknown and "copy of this folder" in unknown
    monkeypatch.setattr(readme, "course", lambda: replace(course(), repository="Ada/networks"))
    known = readme.with_addresses(unknown)
    assert (
        "git clone https://github.com/Ada/networks.git" in known
        and "https://ada.github.io/networks/" in known
    )
    assert known.count("[![") == 3 and readme.with_addresses(known) == known


def test_the_readme_is_up_to_date():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.with_addresses(text) == text and text.count("<!-- published:") == 2


def make_wheel(folder):
    """Write a wheel with one module."""
    source = folder / "source"
    source.mkdir()
    (source / "tiny_course.py").write_text("ANSWER = 42\n")
    (source / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "tiny_course"\nversion = "1"\n[tool.setuptools]\npy-modules = ["tiny_course"]\n'
    )
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(folder)!r})"
    told = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
