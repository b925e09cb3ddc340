"""How far a reader has to walk through the code to follow one wrong answer: counted, so that it stays short."""

import sys
from pathlib import Path

import numpy as np

import helpers
from helpers.engine.check.diagnosis import right_outcomes, right_values
from helpers.engine.check.exercise import course_function, solution_source, source_of
from helpers.engine.check.naming import known_answer
from helpers.engine.check.run import unused_state
from helpers.exercises.logistic_regression import check

HELPERS = str(Path(helpers.__file__).parent)


def files_passed(function):
    """Return the file of each call and each return of a Python function below `helpers`, in order."""
    files = []

    def note(frame, event, _):
        if event in ("call", "return") and frame.f_code.co_filename.startswith(HELPERS):
            files.append(frame.f_code.co_filename)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return files


def test_a_wrong_sigmoid_is_followed_through_few_modules(capsys):
    def sigmoid(z):
        return 1 / (1 + np.exp(z))

    # As in a fresh notebook: the course's own results are not known yet.
    for cached in (known_answer, right_outcomes, right_values, course_function, solution_source, source_of):
        cached.cache_clear()
    unused_state.cache_clear()
    files = files_passed(lambda: check(sigmoid))
    said = capsys.readouterr().out
    assert "1 of 7 cases agree" in said and "the minus sign in the exponent is lost" in said
    modules = {Path(file).relative_to(HELPERS).as_posix() for file in files}
    moves = sum(one != other for one, other in zip(files, files[1:], strict=False))
    # One says in which language it is read, one where time ends; three shorten the case and show the verdict.
    assert len(modules) <= 16, sorted(modules)
    assert moves <= 290  # about 40 for each of the seven cases
