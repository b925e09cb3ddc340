"""The catalogues of translations: up to date, complete where they claim it, the same mathematics, code and terms."""

import ast
import re

import pytest
from matplotlib.ft2font import FT2Font

from data.font import TARGET, used
from helpers.engine.build.languages import (
    emptied_in,
    page_path,
    phrases_of,
    translated_cells,
    translated_page,
    with_docstring,
)
from helpers.engine.build.notebooks import learner_notebook
from helpers.engine.build.sources import read_source
from helpers.engine.course import course
from helpers.engine.translate.__main__ import main, updated
from helpers.engine.translate.blocks import (
    blocks,
    keys_in,
    texts_of_code,
    translated_code,
    translated_markdown,
)
from helpers.engine.translate.catalogues import (
    as_text,
    catalogue_names,
    entries,
    languages,
    merged,
    new,
    path_of,
    read,
)
from helpers.engine.translate.extraction import all_texts
from helpers.engine.translate.glossary import wrong_terms
from helpers.engine.translate.rules import complaints

WHOLE = True  # whether every entry has to be translated
CATALOGUES = [(language, name) for language in languages() for name in catalogue_names(language)]
NOTEBOOKS = [(language, name) for language in languages() for name in course().source_names()]


def done(language, name):
    """Return the entries of a catalogue that are translated."""
    return [entry for entry in entries(read(name, language)) if entry.string and not entry.fuzzy]


@pytest.mark.parametrize("language", languages())
def test_the_catalogues_hold_the_english_of_today(language):
    stale = [
        name
        for name, text in updated(language).items()
        if not path_of(name, language).exists() or path_of(name, language).read_text(encoding="utf-8") != text
    ]
    assert not stale, "run `make messages`"
    assert {*catalogue_names(language)} == {name for name, texts in all_texts().items() if texts}


@pytest.mark.parametrize("language, name", CATALOGUES)
def test_a_translation_has_the_same_mathematics_code_and_links(language, name):
    wrong = [
        (entry.id, found) for entry in done(language, name) for found in complaints(entry.id, entry.string)
    ]
    assert not wrong


@pytest.mark.parametrize("language, name", CATALOGUES)
def test_a_translation_uses_the_terms_of_the_glossary(language, name):
    wrong = [
        (entry.id, found)
        for entry in done(language, name)
        for found in wrong_terms(entry.id, entry.string, language)
    ]
    assert not wrong


@pytest.mark.parametrize("language, name", CATALOGUES)
def test_everything_is_translated(language, name):
    left = [entry.id for entry in entries(read(name, language)) if entry.fuzzy or not entry.string]
    if left and not WHOLE:
        pytest.skip(f"{len(left)} entries are left to translate")
    assert not left


@pytest.mark.parametrize("language, name", NOTEBOOKS)
def test_a_translated_notebook_has_the_same_cells_and_code(language, name):
    cells, exercises = read_source(name)
    translated = translated_cells(name, cells, language)
    if translated is None:
        pytest.skip("nothing of it is translated")
    one = learner_notebook(name, cells, exercises)
    other = learner_notebook(name, translated, exercises, emptied_in(language), language=language)
    assert [(c.id, c.cell_type, c.metadata) for c in one.cells] == [
        (c.id, c.cell_type, c.metadata) for c in other.cells
    ]
    for mine, theirs in zip(one.cells, other.cells, strict=True):
        if mine.cell_type == "code":
            assert without_words(mine.source) == without_words(theirs.source), mine.id


def without_words(source):
    """Return the syntax tree of a source with empty strings; IPython's lines are left out.

    The fields of a sentence may come in another order, and the ending of an English plural may be missing.
    """
    tree = ast.parse("\n".join(line for line in source.split("\n") if not line.startswith("%")))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
        if isinstance(node, ast.JoinedStr):
            fields = [v for v in node.values if isinstance(v, ast.FormattedValue)]
            node.values = sorted(
                (v for v in fields if not ast.unparse(v.value).startswith("'s' *")), key=ast.dump
            )
    return ast.dump(tree)


def test_the_chinese_font_has_every_character():
    font = FT2Font(str(TARGET))
    missing = {character for character in used() if not font.get_char_index(ord(character))}
    assert not missing, "run data/font.py"


def test_paragraphs_are_the_entries_and_marks_for_the_author_are_none():
    text = "# A\n\nOne line,\nand another. <!-- answer -->\n\n$$a\n\nb$$\n\n- x\n- y\n  z"
    assert blocks(text) == ["# A", "One line, and another.", "$$a\n\nb$$", "- x\n- y z"]
    assert blocks("A:\n\n    b\n    c\n\nD") == ["A:", "    b\n    c", "D"]
    assert translated_markdown("One\nline.\n\nTwo.", {"One line.": "一"}) == "一\n\nTwo."
    assert translated_markdown("One\nline.", {}) == "One\nline."


@pytest.mark.parametrize("page", course().documents)
def test_a_page_leads_from_the_folder_of_its_language_to_the_same_files(page):
    link = re.compile(r"\]\((?!#|\w+:)([^)#\s]+)")
    found = link.findall(translated_page(page, "zh_CN"))
    assert len(found) == len(link.findall((course().root / page).read_text(encoding="utf-8")))
    assert all((page_path(page, "zh_CN").parent / target).exists() for target in found)


def test_a_catalogue_is_written_as_it_was_read():
    assert as_text(read("engine", "zh_CN"), "zh_CN") == path_of("engine", "zh_CN").read_text(encoding="utf-8")


def test_only_words_of_code_are_entries():
    source = 'ax = plot(f"size {n:.2f}", "α", key="learning_rate")  # a remark\n'
    assert texts_of_code(source) == ["size {n:.2f}", "a remark"]
    words = {"size {n:.2f}": "大小 {n:.2f}", "a remark": "说明"}
    assert translated_code(source, words) == source.replace("size", "大小").replace("a remark", "说明")


def test_single_words_that_are_printed_are_entries():
    source = 'print("b is", b, operation if operation else "input", sep="of")\nplot("input", key="of")\n'
    assert texts_of_code(source) == ["b is", "input"]


@pytest.mark.parametrize("language", languages())
def test_no_template_has_a_field_beside_another_that_takes_sentences(language):
    beside = [text for text in phrases_of(language) if re.search(r"\{\w+\}\{\w+\}.*[.;]$", text)]
    assert beside == ["{name}{layer} has shape {x3}; expected {x4}."]


def test_a_string_by_which_code_looks_something_up_is_no_entry():
    sources = ['rows["test accuracy"]', "print(f\"{rows['by hand']:.1f} times\")", "not Python ("]
    assert keys_in(sources) == {"test accuracy", "by hand"}


def test_a_docstring_is_translated_where_it_stands():
    source = 'def f(x):\n    """Return x.\n\n    x is a number.\n    """\n    return x\n'
    found = with_docstring(source, {"Return x.\n\nx is a number.": "返回 x。\n\nx 是一个数。"})
    assert found == 'def f(x):\n    """返回 x。\n\n    x 是一个数。\n    """\n    return x\n'


def test_changed_english_is_fuzzy_and_gone_english_is_gone():
    old = new("zh_CN")
    for text in ("The cost goes down at every step.", "Gone."):
        old.add(text, "译文")
    found = {
        entry.id: entry for entry in entries(merged(old, {"The cost goes up at every step.": ["a"]}, "zh_CN"))
    }
    assert [*found] == ["The cost goes up at every step."]
    assert found["The cost goes up at every step."].fuzzy


@pytest.mark.parametrize(
    "original, translation, said",
    [
        ("the slope $a$", "斜率 $b$", "mathematics missing: $a$"),
        ("run `f(x)`", "运行 `f(y)`", "code missing: `f(x)`"),
        ("{n} of them", "其中 {m} 个", "field missing: {n}"),
        ("see [it](a.ipynb)", "见[它](b.ipynb)", "link missing: a.ipynb"),
        ("about 0.25", "约 0.52", "number missing: 0.25"),
        ("**Predict:** one", "**预测：**一", "bold or italics do not end"),
        ("- a\n- b", "- 一", "lines begin with"),
        ("*A caption.*", "图注。", "a caption begins with a star"),
        ("| a | b |\n| --- | --- |", "| | 一 | 二 |\n| --- | --- |", "rows of a table have [4, 3] bars"),
    ],
)
def test_a_broken_translation_is_named(original, translation, said):
    assert any(found.startswith(said) for found in complaints(original, translation))


def test_a_wrong_term_is_named():
    assert wrong_terms("the bias b", "偏差 b", "zh_CN") and not wrong_terms("the bias b", "偏置 b", "zh_CN")
    assert wrong_terms("a step", "前向传播", "zh_CN")


@pytest.mark.parametrize("language", languages())
def test_phrases_of_quizzes_tell_answers_apart(language):
    from helpers.engine.build.sources import exercises_of
    from helpers.engine.check.exercise import Quiz

    phrases = phrases_of(language)
    for name in course().source_names():
        for quiz in exercises_of(name).values():
            if isinstance(quiz, Quiz):
                for words in (quiz.answers, {a for a in quiz.answers.values() if isinstance(a, str)}):
                    said = [phrases.get(word, word) for word in words]
                    assert len({*said}) == len(said), (quiz.name, said)


@pytest.mark.parametrize(
    "text, said",
    [
        ("{", "is not JSON"),
        ("[]", "what `export` writes is the list"),
        ('{"a": 1}', "does not hold"),
        (None, "No such"),
    ],
)
def test_a_file_without_translations_is_an_error(tmp_path, capsys, text, said):
    path = tmp_path / "zh.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert main(["import", "01_introduction", str(path)]) == 2
    error = capsys.readouterr().err
    assert said in error and error.startswith(f"error: {path}")
