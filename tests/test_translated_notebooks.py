"""What a reader of another language sees: no sentence in English, no character without a shape in the font."""

import ast
import html
import io
import json
import os
import re
import tokenize
from pathlib import Path

import matplotlib
import nbclient
import pytest
from matplotlib.ft2font import FT2Font
from nbformat.v4 import new_code_cell

from data.font import TARGET
from helpers.engine.build.languages import emptied_in, say_in, translated_cells
from helpers.engine.build.notebooks import learner_notebook, reference_notebook
from helpers.engine.build.sources import exercises_of, read_source
from helpers.engine.check import words
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.messages import reason
from helpers.engine.course import course
from helpers.engine.grade.__main__ import main
from helpers.engine.language import translated
from helpers.engine.language.choice import VARIABLE
from helpers.engine.translate.catalogues import languages, short
from tests.test_playgrounds import MOVES

NOTEBOOKS = [(language, name) for language in languages() for name in course().source_names()]
ENGLISH = re.compile(r"(?<![\w.])[A-Za-z][a-z'’]+(?:,? (?:[a-z'’]{2,}|a))+ [a-z'’]{2,}(?![\w(=])")
CODE = re.compile(r"```.*?```|`[^`\n]+`|\{[^{}]*\}|<code>.*?</code>|<style>.*?</style>|<pre.*?</pre>", re.S)
MATH = re.compile(r"\$\$.+?\$\$|\$[^$]+\$", re.S)
CITED = re.compile(r"^- .+ \((?:19|20)\d\d\), .*$", re.M)  # titles stay in their language
IN_BRACKETS = re.compile(r"（[^（）]*）")  # the English term at first use
SAID_BY = re.compile(r'(?:alt|title|aria-label)="([^"]*)"')
SHOWN = (
    "description",
    "tooltip",
    "placeholder",
    "sentence",
    "again",
    "click_words",
    "words",
    "drop_words",
    "_options_labels",
)
FROM_PYTHON = {
    "Your browser does not support the audio element",
    "operands could not be broadcast together with shapes",
}
# Single words: of three and more letters, and the short ones that sentences have.
WORD = re.compile(r"(?<![\w.])(?:[A-Za-z][a-z]{2,}|of|is|in|on|at|to|by|or|an|no|as)(?![\w(=\[]|\.\w)")
PRINTED_CODE = re.compile(r"`[^`\n]+`|'\w+'|<style>.*?</style>|<(?:code|pre).*?</(?:code|pre)>", re.S)
NAMES = {  # which outputs and figures show as they are
    *("sigmoid", "tanh", "relu", "leaky", "swish", "identity", "softmax", "dropout", "Adam", "xor", "log"),
    *("matmul", "divide", "keep", "size", "units", "layers", "small", "medium", "large", "scaled", "clear"),
    *("True", "False", "None", "nan", "Jupyter"),
    *("the", "sun", "shines", "today", "soleil", "brille", "aujourd", "hui"),  # what a network translates
}
# Every text of a figure that is drawn goes into a file.
LISTEN = """\
import json, os
from matplotlib.figure import Figure
from matplotlib.text import Text
def draw(self, renderer, drawn=Figure.draw):
    drawn(self, renderer)
    texts = [t.get_text() for t in self.findobj(Text) if t.get_visible() and t.get_text().strip()]
    with open(os.environ["FIGURE_TEXTS"], "a", encoding="utf-8") as file:
        file.writelines(json.dumps(text) + "\\n" for text in texts)
Figure.draw = draw
"""


def in_english(text):
    """Return the runs of three and more English words in a text, outside of code, formulas and titles."""
    for pattern in (CODE, MATH, CITED, IN_BRACKETS):
        text = pattern.sub(" ", text)
    said = [html.unescape(found) for found in SAID_BY.findall(text)]
    plain = html.unescape(re.sub(r"<[^>]+>|\]\([^)]*\)", "\n", text))
    return {found for part in (plain, *said) for found in ENGLISH.findall(part)} - FROM_PYTHON


@pytest.mark.parametrize(
    "text, found",
    [
        ("看 the cost goes down 就好", {"the cost goes down"}),
        ("**激活**（rectified linear unit）：`return x if y` $a \\text{the one and only}$", set()),
        ('<img alt="Two curves that fall" src="x">', {"Two curves that fall"}),
        ("- A. Author (2010), *The title of a book*：好书。", set()),
    ],
)
def test_english_is_found_where_it_is_no_code_and_no_title(text, found):
    assert in_english(text) == found


def english_words(text, names=()):
    """Return the words in a text that is shown that are English, and no names: neither code nor keys in quotes."""
    for pattern in (PRINTED_CODE, MATH):
        text = pattern.sub(" ", text)
    text = html.unescape(re.sub(r"<[^>]+>", "\n", text))
    for known in FROM_PYTHON:
        text = text.replace(known, " ")
    return {*WORD.findall(text)} - NAMES - {*names}


@pytest.mark.parametrize(
    "text, found",
    [
        ("答对 256 of 256", {"of"}),
        ("train 准确率 0.917，standardized κ", {"train", "standardized"}),
        ("16 hidden units, 8 columns", {"hidden", "columns"}),
        ("被打断之前完成了 4 trials", {"trials"}),
        ('<b>cost：</b><img alt="the">', set()),
        ("tanh 差距 2e-12，np.exp(x)，$\\text{shape}$", set()),
    ],
)
def test_single_words_of_english_are_found(text, found):
    assert english_words(text, ["cost"]) == found


@pytest.mark.parametrize("language, name", NOTEBOOKS)
def test_the_cells_of_a_translated_notebook_say_nothing_in_english(language, name):
    cells, exercises = read_source(name)
    translation = translated_cells(name, cells, language)
    made = learner_notebook(name, translation, exercises, emptied_in(language), say_in(language))
    for cell in made.cells:
        text = cell.source if cell.cell_type == "markdown" else words_of_code(cell.source)
        assert not in_english(text), cell.id


def words_of_code(source):
    """Return the comments, docstrings and texts of a cell, without those by which code looks something up."""
    source = re.sub(r"^%.*$", "", source, flags=re.M)
    tokens = [*tokenize.generate_tokens(io.StringIO(source).readline)] if "pip install" not in source else []
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    nodes = [*ast.walk(ast.parse(source))]
    keys = [key for n in nodes if isinstance(n, ast.Dict) for key in n.keys]
    keys += [n.slice for n in nodes if isinstance(n, ast.Subscript)]
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and n not in keys]
    return "\n".join([*comments, *(text for text in texts if isinstance(text, str))])


@pytest.mark.parametrize("language, name", NOTEBOOKS)
def test_a_verdict_on_known_mistakes_says_nothing_in_english(language, name):
    for exercise in exercises_of(name).values():
        if isinstance(exercise, Quiz):
            continue
        mistakes = [*exercise.mistakes]
        said = [words.SMALLEST.format(note=case.note) for case in exercise.case_list()]
        said += [reason([], pair) for pair in zip(mistakes, mistakes[1:], strict=False)]
        said += [reason([], [mistake]) for mistake in mistakes]
        for text in said:
            assert not in_english(translated(text, short(language))), (exercise.name, text)


@pytest.mark.parametrize("make, control, value", [move[:3] for move in MOVES])
def test_a_playground_says_nothing_in_english(make, control, value, monkeypatch):
    monkeypatch.setenv(VARIABLE, "zh")
    ground = make()
    said = [ground.picture.sentence]
    ground.controls[control].value = value
    said += [ground.picture.sentence, *(each.description for each in ground.controls.values())]
    for each in ground.controls.values():
        said += getattr(each, "_options_labels", ())
    assert not [text for text in said if in_english(text) | english_words(text)]


@pytest.mark.parametrize("command", [[], ["class"], ["gradescope"], ["handout"]])
def test_the_help_of_the_commands_of_grading_says_nothing_in_english(command, monkeypatch, capsys):
    monkeypatch.setenv(VARIABLE, "zh")
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert "显示这段帮助" in said and not in_english(said)


def test_make_help_lists_every_command_in_chinese():
    makefile = (course().root / "Makefile").read_text(encoding="utf-8")
    told = makefile.partition("define HELP_zh")[2].partition("endef")[0]
    assert re.findall("^make ([a-z-]+) ", told, re.M) == re.findall("^([a-z-]+):.*## ", makefile, re.M)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language, name", NOTEBOOKS)
def test_a_translated_notebook_runs_to_the_same_verdicts_in_its_language(language, name, tmp_path):
    made, texts = executed(language, name, tmp_path / "texts")
    font, chinese = (FT2Font(str(path)) for path in (matplotlib.get_data_path() + OWN_FONT, TARGET))
    for text in texts:
        assert not in_english(text) | english_words(text), text
        letters = {character for character in MATH.sub("", text) if character.isprintable()}
        assert not {c for c in letters if not (font.get_char_index(ord(c)) or chinese.get_char_index(ord(c)))}
    for cell in made.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error" and output.get("name") != "stderr", cell.id
            data = output.get("data", {"text/plain": output.get("text", "")})
            for kind in ("text/plain", "text/html"):
                if "inspect" not in cell.source:  # which prints code
                    assert not in_english(data.get(kind, "")), cell.id
                if not ("inspect" in cell.source or "source_of" in cell.source):
                    seen = data.get(kind, "") if kind == "text/html" or "name" in output else ""
                    assert not english_words(seen, exercises_of(name)), cell.id
        if "check" in cell.metadata:
            assert cell.outputs[0].metadata.verdict.state == "right", cell.id
    for label in labels_of_widgets(made):
        assert not in_english(label) | english_words(label), label


OWN_FONT = "/fonts/ttf/DejaVuSans.ttf"


def executed(language, name, record):
    """Return (the solved notebook, executed in a language, the texts of its figures)."""
    cells, exercises = read_source(name)
    made = reference_notebook(name, translated_cells(name, cells, language), exercises, "")
    made.cells.insert(0, new_code_cell(LISTEN, id="listen"))
    environment = {**os.environ, VARIABLE: short(language), "FIGURE_TEXTS": str(record)}
    nbclient.NotebookClient(
        made,
        timeout=600,
        allow_errors=True,
        resources={"metadata": {"path": str(course().notebooks)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    ).execute(env=environment)
    lines = Path(record).read_text(encoding="utf-8").splitlines() if Path(record).exists() else []
    return made, [json.loads(line) for line in dict.fromkeys(lines)]


def labels_of_widgets(made):
    """Return what the controls of an executed notebook say."""
    for model in made.metadata.get("widgets", {}).values():
        for widget in model.get("state", {}).values():
            for key in SHOWN:
                yield from as_texts(widget["state"].get(key))


def as_texts(value):
    """Return the texts in a value of a control."""
    return [value] if isinstance(value, str) else [text for text in value or () if isinstance(text, str)]
