"""A class that reads two languages: the same answers get the same points, and each learner their own words."""

import ast
import json

import pytest

from helpers.engine.build.languages import phrases_of
from helpers.engine.build.sources import exercises_of
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.quiz import check_quiz
from helpers.engine.course import course
from helpers.engine.grade.handout_records import quiz_record
from helpers.engine.grade.one_notebook import grade_notebook
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.recorded import RecordedQuiz
from helpers.engine.grade.report import as_html, as_text
from helpers.engine.grade.result import Grade
from helpers.engine.translate.catalogues import catalogue_names, languages, translations
from tests.classes import exercises, solutions

NAME = "01_introduction"
WRONG = "def accuracy(predictions, labels):\n    return np.sum(predictions == labels)"
LEFT = "majority_baseline"  # as the learner gets it
VOLATILE = {"sources", "facts", "language"}


def handed_in(folder, language):
    """Return the bytes of a notebook in a language: one answer wrong, one not written, the quizzes in its words."""
    data = json.loads((course().notebooks / folder / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    phrases = {} if language == "en" else phrases_of("zh_CN")
    answers = {**solutions(NAME), "accuracy": WRONG}
    for cell in data["cells"]:
        name = cell["metadata"].get("exercise")
        if name and name != LEFT:
            cell["source"] = said(answers[name], phrases) if is_quiz(name) else answers[name]
    return json.dumps(data, ensure_ascii=False).encode()


def is_quiz(name):
    """Return whether an exercise asks for values."""
    return hasattr(exercises(NAME)[name], "answers")


def said(source, phrases):
    """Return the cell of a quiz with its items and answers in other words."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = phrases.get(node.value, node.value)
    return ast.unparse(tree)


def test_the_same_answers_get_the_same_points_and_each_learner_their_own_words(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_LANGUAGE", "en")  # that of the teacher
    english, chinese = handed_in("", "en"), handed_in("zh", "zh")
    assert "结构化" in chinese.decode() and "structured" in english.decode()
    one, other = (grade_submission(content, NAME, 7) for content in (english, chinese))
    assert (one.get("language", ""), other["language"]) == ("", "zh")
    assert {k: v for k, v in one.items() if k not in VOLATILE} == {
        k: v for k, v in other.items() if k not in VOLATILE
    }
    assert 0 < one["earned"] < one["points"]
    pages = [as_html(Grade.from_dict(grade)) for grade in (one, other)]
    assert "It looks as if" in pages[0] and "看起来像是" not in pages[0]
    assert "看起来像是" in pages[1] and "还没有写" in pages[1] and "It looks as if" not in pages[1]
    (tmp_path / "ada.ipynb").write_bytes(chinese)
    alone = grade_notebook(tmp_path / "ada.ipynb")
    assert [(r.exercise, r.right) for r in alone.results] == [
        (r["exercise"], r["passed"] == r["cases"]) for r in other["results"]
    ]
    text = as_text(alone, "page.html")
    assert "看起来像是" in text and "报告：page.html" in text


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", course().source_names())
def test_a_quiz_takes_every_translation_that_the_course_has(language, name):
    catalogues = [translations(each, language) for each in catalogue_names(language)]
    for quiz in exercises_of(name).values():
        if not isinstance(quiz, Quiz):
            continue
        hidden = RecordedQuiz.of(quiz_record(quiz, "salt"))
        for words in catalogues:
            answers = {words.get(item, item): known(words, answer) for item, answer in quiz.answers.items()}
            for each in (quiz, hidden):
                assert check_quiz(each, answers).state == "right", answers
        wrong = {item: next(iter(quiz.reasons.get(item, [answer]))) for item, answer in quiz.answers.items()}
        told = check_quiz(quiz, wrong)
        for words in catalogues:
            said = {words.get(item, item): known(words, choice) for item, choice in wrong.items()}
            assert check_quiz(quiz, said) == told


def known(words, value):
    """Return a value in other words if it is a text that has some."""
    return words.get(value, value) if isinstance(value, str) else value
