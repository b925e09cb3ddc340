"""The language in which a learner reads: which one is chosen, and how texts that were put together are translated."""

import ast
import inspect
import json
import sys
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.engine.check import probes
from helpers.engine.check.quiz import check_quiz
from helpers.engine.grade.gradebook import GradebookRow
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.report import as_html
from helpers.engine.grade.result import ExerciseResult, Grade
from helpers.engine.grade.similarity import Group
from helpers.engine.language import current, language, translated
from helpers.engine.language.choice import VARIABLE, available, language_in
from helpers.engine.language.phrasebook import Phrasebook
from helpers.engine.language.values import PARTS, values
from helpers.exercises.introduction import exercises
from helpers.exercises.logistic_regression import check, hint
from helpers.figures.descent import plot_descent_on_curve
from helpers.figures.tables import column

CHOICE, BOOK = (sys.modules[f"helpers.engine.language.{name}"] for name in ("choice", "phrasebook"))
PHRASES = {
    "{name}: {passed} of {n} cases agree": "{name}：{n} 个测试中 {passed} 个一致",
    "It looks as if {names}.": "看起来好像是{names}。",
    "It looks as if {name}; and {other}.": "看起来好像是{name}；并且{other}。",
    "It stands before x and y.": "它在 x 和 y 前面。",
    "{where} has the wrong sign{x2}.": "{where} 的符号错了{x2}。",
    "{where} has shape {actual}; expected {expected}": "{where} 的形状是 {actual}；应为 {expected}",
    "{shapes}: rows and columns are swapped.": "{shapes}：行和列对调了。",
    "The result": "结果",
    "{before} and {last}": "{before}，并且{last}",
    "the minus sign in the exponent is lost": "指数里丢了负号",
    "the factor ½ is forgotten": "忘了系数 ½",
    "σ grows with z. With e⁺ᶻ below the line, or with −tanh(z/2), it would fall.": (
        "σ 随 z 增大。分母里写 e⁺ᶻ，它就会下降。"
    ),
    "expected": "应为",
    "yours": "你的",
    "shape": "形状",
    "new arrays": "新数组",
    "… {n} more …": "… 还有 {n} 个 …",
    "structured": "结构化",
    "unstructured": "非结构化",
    "photographs of cats": "猫的照片",
    "cost J(w)": "代价 J(w)",
    "learning rate α": "学习速率 α",
    "{x1} of {x2} submissions graded": "已批改 {x1} / {x2} 份",
    "Submissions by share of the points. The median is {x1} of {x2} points.": "得分分布。中位数 {x1} / {x2} 分。",
    "Mean share of the points earned in each exercise; `{x1}` was the hardest.": "平均得分率；`{x1}` 最难。",
    "not written yet": "还没有写",
    "points by hand for {x1}: {x2}": "手动给 {x1} 的分：{x2}",
    "{span} of what few have ({x2} places)": "少有的写法中 {span} 相同（{x2} 处）",
    "it cannot be read as a notebook: {x1}": "无法作为笔记本读取：{x1}",
    "its end is missing, as after an interrupted download": "缺少结尾",
}


@pytest.fixture
def chinese(monkeypatch, tmp_path):
    """Let there be a few Chinese phrases, and let them be in use."""
    (tmp_path / "zh.json").write_text(json.dumps(PHRASES), encoding="utf-8")
    for module in (CHOICE, BOOK):
        monkeypatch.setattr(module, "PHRASES", tmp_path)
    monkeypatch.setenv(VARIABLE, "zh")
    caches = available, language_in, BOOK.phrasebook
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def test_the_notebook_counts_more_than_the_system_and_a_line_more_than_both(chinese, monkeypatch, tmp_path):
    monkeypatch.delenv(VARIABLE)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert current() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert current() == "zh"
    notebook = tmp_path / "02.ipynb"
    notebook.write_text(json.dumps({"metadata": {"course": {"notebook": "02"}}}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    assert current() == "en"
    monkeypatch.setenv(VARIABLE, "en")
    language("zh")
    assert current() == "zh"
    with pytest.raises(ValueError, match="there are: en, zh"):
        language("xx")


def test_a_language_without_phrases_is_english(chinese, monkeypatch):
    monkeypatch.setenv(VARIABLE, "fr")
    assert current() == "en" and translated("The result") == "The result"


@pytest.mark.parametrize(
    "english, chinese_text",
    [
        ("f: 1 of 6 cases agree", "f：6 个测试中 1 个一致"),
        (
            "It looks as if the minus sign in the exponent is lost. "
            "σ grows with z. With e⁺ᶻ below the line, or with −tanh(z/2), it would fall.",
            "看起来好像是指数里丢了负号。σ 随 z 增大。分母里写 e⁺ᶻ，它就会下降。",
        ),
        (
            "It looks as if the minus sign in the exponent is lost; and the factor ½ is forgotten.",
            "看起来好像是指数里丢了负号；并且忘了系数 ½。",
        ),
        ("`dW` has the wrong sign.", "`dW` 的符号错了。"),
        (
            "The result has shape (1, 2); expected (2, 1): rows and columns are swapped.",
            "结果的形状是 (1, 2)；应为 (2, 1)：行和列对调了。",
        ),
        (
            "It looks as if the factor ½ is forgotten. It stands before x and y.",
            "看起来好像是忘了系数 ½。它在 x 和 y 前面。",
        ),
        ("Nobody translated this. The result", "Nobody translated this. 结果"),
        ("photographs of cats: 'structured'. Why?", "猫的照片：'结构化'。Why?"),
        ("ValueError: math domain error", "ValueError: math domain error"),
    ],
)
def test_what_was_put_together_is_taken_apart(english, chinese_text):
    assert Phrasebook(PHRASES).text(english) == chinese_text


def test_values_stay_aligned(chinese):
    assert (
        values("X = …  shapes [((4, 6),)], [1, … 26 more …, 3]", "zh")
        == "X = …  形状 [((4, 6),)], [1, … 还有 26 个 …, 3]"
    )
    text = "z = -1.5\nexpected  [[1]\n           [2]]  shape (2, 1)\nyours     3"
    assert values(text, "zh") == "z = -1.5\n应为      [[1]\n           [2]]  形状 (2, 1)\n你的      3"


def test_the_part_of_a_result_and_a_function_among_the_arguments_are_translated(chinese):
    named = [word for word in keys_in(probes) if " " in word]
    assert "first argument afterwards" in named and all(word in PARTS for word in named)
    assert values("[0.1, … 26 more …, 0.9]", "zh") == "[0.1, … 还有 26 个 …, 0.9]"
    text = "f = bowl  (cost J(w))\nexpected new arrays[0] False\nyours new arrays    True"
    assert (
        values(text, "zh")
        == "f = bowl  (代价 J(w))\n应为 新数组[0]         False\n你的 新数组            True"
    )


def keys_in(module):
    """Return the keys of all dictionaries in the source of a module."""
    tree = ast.parse(inspect.getsource(module))
    keys = [key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
    return [key.value for key in keys if isinstance(key, ast.Constant)]


def test_labels_are_known_line_by_line_and_short_ones_too():
    phrases = {"input": "输入", "layer {layer}": "第 {layer} 层", "median income": "收入", "a\nb": "甲\n乙"}
    book = Phrasebook(phrases)
    assert book.label("input\nlayer 0") == "输入\n第 0 层"
    assert book.label("a\nb") == "甲\n乙" and book.label("x\n0.01") == "x\n0.01"
    assert book.label("input:\n$X$") == "输入：\n$X$" and book.label("input, α = 0.3") == "输入，α = 0.3"
    assert book.label("median\nincome") == "收入"


def test_a_column_of_a_table_is_as_wide_in_chinese(chinese):
    assert [column(text, 8) for text in ("shape", "relu")] == ["形状    ", "relu    "]


def test_a_verdict_is_shown_in_chinese_and_recorded_in_english(chinese, capsys):
    def sigmoid(z):
        return 1 / (1 + np.exp(z))

    check(sigmoid)
    hint(sigmoid)
    said = capsys.readouterr().out
    assert "sigmoid：7 个测试中 1 个一致" in said and "指数里丢了负号" in said and "应为  " in said


def test_a_quiz_takes_the_words_of_both_languages(chinese):
    quiz = exercises["structure"]
    right = dict(quiz.answers)
    mixed = {
        ("猫的照片" if item == "photographs of cats" else item): choice for item, choice in right.items()
    }
    mixed["猫的照片"], mixed["restaurant reviews"] = " 非结构化", "非结构化"
    assert check_quiz(quiz, mixed).state == "right"
    wrong = check_quiz(quiz, {**mixed, "猫的照片": "结构化"})
    assert wrong == check_quiz(quiz, {**right, "photographs of cats": "structured"})


def test_a_figure_has_its_words_and_no_missing_glyph(chinese):
    language("zh")
    before = plt.rcParams["font.family"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plot_descent_on_curve(np.square, np.array([2.0, 1.0]), 3)
        ax.figure.canvas.draw()
    assert ax.get_ylabel() == "代价 J(w)" and "Noto Sans CJK SC" in plt.rcParams["font.family"]
    plt.rcParams["font.family"] = [family for family in before if "Noto" not in family]


def test_the_controls_of_a_playground_have_their_words(chinese):
    from helpers.playgrounds.controls import choice, number

    assert number("learning rate α", 0.1, 0, 1).description == "学习速率 α"
    chosen = choice("data", ["structured", "circles"], "structured")
    assert chosen.options == (("结构化", "structured"), ("circles", "circles"))


def test_a_value_before_a_sentence_ends_in_a_chinese_mark():
    book = Phrasebook({"A column has two axes.": "一列有两个轴。", "x": "x"})
    assert book.text("x: (3,). A column has two axes.") == "x：(3,)。一列有两个轴。"
    assert book.text("b = 0.") == "b = 0."


def test_a_name_in_code_stays_also_where_it_is_a_word_of_a_figure():
    book = Phrasebook(
        {"`{text}` is changed": "改动了 `{text}`", "cost": "代价", "{kind} accuracy": "{kind}准确率"}
    )
    assert book.text("`cost` is changed") == "改动了 `cost`"
    assert book.text("cost accuracy") == "代价准确率"


def test_a_word_with_a_capital_and_a_list_of_words_with_numbers_are_known():
    words = {"{x1}, iteration {n}": "{x1}，第 {n} 次", "rings": "圆环", "Accuracy: {text}": "准确率：{text}"}
    book = Phrasebook(words | {"small": "小（s）", "large": "大"})
    assert book.text("Rings, iteration 3") == "圆环，第 3 次"
    assert book.text("Accuracy: large 0.9, small 0.876") == "准确率：大 0.9、小（s）0.876"


def test_the_template_that_says_more_is_taken():
    first, both = "Every number is {value}.", "Every number is {value}. A reason: {name}."
    book = Phrasebook({first: "都是 {value}。", both: "都是 {value}。原因：{name}。", "m is lost": "丢了 m"})
    assert book.text("Every number is 0. A reason: m is lost.") == "都是 0。原因：丢了 m。"


def test_the_analysis_of_a_class_is_in_the_language_of_the_teacher(chinese):
    mistake = "the minus sign in the exponent is lost"
    wrong = ExerciseResult("cost", 2, 0, 0, 6, "wrong", "cost: 0 of 6 cases agree", mistakes=(mistake,))
    empty = ExerciseResult("relu", 2, 0, 0, 6, "unwritten", "relu: not written yet")
    analysis = Analysis()
    analysis.add(GradebookRow("ada.ipynb", "ada", "", Grade("04_shallow_network", results=(wrong, empty))))
    error = "it cannot be read as a notebook: its end is missing, as after an interrupted download"
    analysis.add(GradebookRow("bob.ipynb", "bob", "", Grade(status="unreadable", error=error)))
    page = analysis.page([Group("86%–90% of what few have (9 places)", ("ada", "eve"))], ())
    said = ("1 / 2 份", "中位数 0 / 4 分。", "；cost 最难。", "1 × 指数里丢了负号", "1 × 还没有写")
    said += ("ada, eve: 少有的写法中 86%–90% 相同（9 处）", "bob.ipynb: 无法作为笔记本读取：缺少结尾")
    assert '<html lang="zh">' in page and not [words for words in said if words not in page]
    assert "缺少结尾" in as_html(Grade(status="unreadable", error=error))
    by_hand = Grade(
        "04_shallow_network", comments=("points by hand for cost: 1.5. See page 3",), language="zh"
    )
    assert "手动给 cost 的分：1.5。See page 3" in as_html(by_hand)
