"""Grading one submission of a class, which is not trusted: its cells run in a sealed process and are judged outside."""

import atexit
import json
import re
import sys
import traceback
import warnings
from functools import cache

from helpers.engine.build.answers import find_all
from helpers.engine.build.cells import is_magic, parsed
from helpers.engine.check.diagnosis import SEED
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.messages import verdict_from
from helpers.engine.check.naming import known_answer
from helpers.engine.check.time_limits import TooLate, deadline
from helpers.engine.grade.helper_cells import with_helpers
from helpers.engine.grade.notebook_file import language_of, read_cells
from helpers.engine.grade.reference import (
    OverlayError,
    exercises_of,
    given_names,
    identify,
    overlay_files,
    stubs_of,
)
from helpers.engine.grade.result import ExerciseResult, Grade, GradingError, storable
from helpers.engine.sandbox.decode import find_mistakes
from helpers.engine.sandbox.explaining import Explaining
from helpers.engine.sandbox.supervisor import LIMITS, Sandbox

# Magics that change how a notebook looks or is timed, and no value in it.
HARMLESS_MAGICS = re.compile(r"%{1,2}(?:matplotlib|time|timeit|precision|config|load_ext|autoreload)\b")
SAID_ONLY_HERE = "An error stopped the cell, but only with the inputs on which the points depend."
MOST_NOTES = 20
FEEDBACK_WALL = 20  # seconds for a submission's feedback, beside the time for its grade
UNEXPLAINED = (
    "Why points are missing could not be explained: the explanation itself failed. The points are right."
)
NO_WORDS = "An error stopped the cell."
ONLY_HERE = "The cases that the notebook shows agree; other inputs, on which the points depend, do not."


def grade_submission(content, stem, seed, limits=None, only=None, points_first=None):
    """Return the `Grade` of one submission as plain data; whatever is in it, this does not raise.

    content: the bytes of the file
    stem: its name without the ending
    seed: what the inputs of the checks are drawn from
    limits: those of the sandbox that are not the usual ones
    only: the course notebook that is asked for, if no other is to be graded
    points_first: what takes the `Grade` as soon as its points are known, before the words about them
    """
    name = None
    try:
        # The sandbox has its own limits; this one ends what the grader itself does with a submission, such as
        # parsing and comparing. A submission may need several sealed processes, hence three times its wall time.
        with deadline(300 + 3 * (limits or {}).get("wall", LIMITS["wall"])):
            cells, metadata = read_cells(content)
            name = identify(metadata, stem, cells)
            if only not in (None, name):
                raise GradingError(f"it is {name}, and only {only} is graded here")
            return grade_cells(cells, name, seed, limits, points_first).to_dict() | language_of(metadata)
    except OverlayError as error:
        return Grade(name, status="failed", error=failure(name, error)).to_dict()
    except GradingError as error:
        return Grade(status="unreadable", error=storable(str(error))).to_dict()
    except (Exception, TooLate) as error:
        return Grade(name, status="failed", error=failure(name, error)).to_dict()


def failure(name, error):
    """Return what a page says about an error of the grader's own; of a private overlay nothing is on it."""
    text = "".join(traceback.format_exception(error, limit=-3))
    if name is None or not overlay_files(name):
        return storable(text)
    print(storable(text), file=sys.stderr)  # for the teacher
    return f"the grader itself failed: {type(error).__name__}"


def grade_cells(cells, name, seed, limits, points_first=None):
    """Return the `Grade` of readable cells."""
    sandbox, stubs = sandbox_for(name, json.dumps(limits or {}, sort_keys=True))
    found = find_all(cells, stubs)
    answers = {exercise: f.source for exercise, f in found.items() if f.source is not None}
    sources, uses = with_helpers(cells, answers, given_names(name), stubs)
    secret = seed != SEED
    verdicts, facts = sandbox.judge_submission(sources, seed, brief=secret)
    verdicts = {exercise: verdict.as_dict() for exercise, verdict in verdicts.items()}
    notes = (*(f.note for f in found.values() if f.note), *uses, *magic_notes(answers))

    def grade(verdicts, errors, more=()):
        told = {**facts, "errors": errors}
        return Grade(
            name,
            results=tuple(
                sealed_result(exercise, verdicts.get(exercise.name), told, found[exercise.name])
                for exercise in sandbox.exercises.values()
            ),
            notes=(*notes, *more),
            sources=sources,
            facts={key: facts[key] for key in ("cpu", "memory", "orphans", "layers", "ended")},
        )

    if points_first:
        points_first(grade(*without_words(verdicts, facts["errors"]), (UNEXPLAINED,)))
    try:
        return grade(*shown_verdicts(name, sources, answers, verdicts, facts, limits, secret))
    except (Exception, TooLate) as error:  # words are worth no points, so a lack of them costs none
        print(f"explaining failed: {type(error).__name__}: {error}", file=sys.stderr)
        return grade(*without_words(verdicts, facts["errors"]), (UNEXPLAINED,))


def without_words(verdicts, errors):
    """Return (verdicts, errors) with the points, and nothing that could say what they were given for."""
    kept = {"details": (), "remark": "", "mistakes": ()}
    return {e: v | kept for e, v in verdicts.items()}, {e: error and NO_WORDS for e, error in errors.items()}


def sealed_result(exercise, verdict, facts, found):
    """Return the `ExerciseResult` of one exercise from what the sandbox reports."""
    name = exercise.name
    error = facts["crashed"].get(name) or facts["errors"].get(name) or ""
    if found.source is None:
        error = found.note
    if verdict is None:
        error = error or "the time of the submission was used up before it was reached"
        return ExerciseResult.from_verdict(exercise, None, error)
    answered = name not in facts["crashed"] and found.source is not None
    return ExerciseResult.from_verdict(exercise, verdict, error, answered)


def shown_verdicts(name, sources, answers, verdicts, facts, limits, secret):
    """Return (verdicts, errors) with what is said about them on the inputs that the notebook itself shows.

    Feedback on the inputs of the gradebook would let a learner hand in an answer that is right for those alone. So
    would anything that the learner's code says after it has seen them: an error, a warning, a choice in a quiz.
    secret: whether the verdicts and errors are on inputs of a gradebook
    """
    wrong = {
        e for e, v in verdicts.items() if v["state"] == "wrong" and is_function(name, e) and e in sources
    }
    limits = {**(limits or {}), "wall": min(FEEDBACK_WALL, (limits or {}).get("wall", FEEDBACK_WALL))}
    limits, exercises = json.dumps(limits, sort_keys=True), exercises_of(name)
    known, judged, errors = {}, {e: verdicts[e] for e in wrong}, facts["errors"]
    if secret:
        # Known mistakes that do exactly what the answer does need not run again, nor does a function not repaired.
        known = {e: known_details(exercises[e], m) for e, m in facts["mistaken"].items() if e in verdicts}
        known |= {e: unrepaired_details(exercises[e]) for e, v in verdicts.items() if is_unrepaired(v)}
        saying = {e for e in sources if is_saying(verdicts.get(e, {}), errors.get(e))}
        anew = {e for e in wrong | saying if e not in known or errors.get(e)}
        judged, said_anew = judged_as_shown(name, {e: sources[e] for e in anew}, limits)
        errors = {e: error and (said_anew.get(e) or SAID_ONLY_HERE) for e, error in errors.items()}
        verdicts = {e: v | said_as_shown(v, judged.get(e, {})) for e, v in verdicts.items()}
    # The lines of an answer are those of the learner's cell only where nothing was added to it.
    unnamed = {
        e: sources[e]
        for e, v in judged.items()
        if e in wrong and v["state"] == "wrong" and not v["mistakes"] and answers.get(e) == sources[e]
    }
    said = {e: v["details"] for e, v in judged.items()} | known | explained(name, unnamed, limits)
    shown = {e: said.get(e) or (("text", ONLY_HERE),) for e in wrong | known.keys()}
    return {e: {**v, "details": shown.get(e, v["details"])} for e, v in verdicts.items()}, errors


def is_unrepaired(verdict):
    """Return whether a verdict is on a bug clinic's function as it was handed out: others have nothing to show."""
    return verdict["state"] == "unwritten" and bool(verdict["details"])


def is_saying(verdict, error):
    """Return whether the learner's code says something in a verdict, or in the error of a cell."""
    quiz = verdict.get("state") == "wrong" and verdict["details"]  # those of a function are left out here
    return bool(error or verdict.get("remark") or quiz)


def said_as_shown(verdict, judged):
    """Return the parts of a verdict in which the learner's code may speak, from one on the inputs of the notebook."""
    parts = {"remark": judged.get("remark", "")} if verdict.get("remark") else {}
    if verdict["state"] == "wrong" and verdict["details"]:
        parts |= {"details": judged.get("details", ()), "mistakes": judged.get("mistakes", ())}
    return parts


def judged_as_shown(name, sources, limits):
    """Return ({exercise: verdict}, {exercise: what stopped its cell}) on the inputs that a notebook shows."""
    if not sources:
        return {}, {}
    # A sandbox of its own: one that changed its inputs for every submission would have to send them every time.
    sandbox, _ = sandbox_for(name, limits, "feedback")
    found, facts = sandbox.judge_submission(sources, SEED, exercises_of(name).keys() - sources.keys())
    return {e: verdict.as_dict() for e, verdict in found.items() if e in sources}, facts["errors"]


def explained(name, sources, limits):
    """Return {exercise: paragraphs}: what the notebook says about wrong answers that no known mistake explains."""
    if not sources or overlay_files(name):  # a teacher's own exercises are not given to a learner's process
        return {}
    return explaining_for(name, limits).explain(sources)


@cache
def explaining_for(name, limits):
    """Return the processes that explain, created once in this process; `limits` as JSON, to be hashable."""
    explaining = Explaining(name, json.loads(limits))
    atexit.register(explaining.close)
    return explaining


@cache
def known_details(exercise, mistakes):
    """Return the details of the verdict on known mistakes, on the inputs that a notebook shows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        results = known_answer(exercise, SEED, mistakes).judged()
        named = find_mistakes(exercise, results, SEED)
        return verdict_from(exercise, results, named).as_dict()["details"]


def unrepaired_details(exercise):
    """Return the details of the verdict on a bug clinic's function as it is handed out."""
    return known_details(exercise, tuple(map(exercise.mistake, exercise.broken)))


def is_function(name, exercise):
    """Return whether an exercise asks for a function: a table of values is not tried on inputs."""
    return not isinstance(exercises_of(name)[exercise], Quiz)


def magic_notes(sources):
    """Return a note for every line of IPython syntax that was left out, except for harmless ones."""
    notes = [
        f"{name}: the line `{line.strip()[:60]}` is IPython's and was not run"
        for name, source in sources.items()
        if parsed(source) is None
        for line in source.split("\n")
        if is_magic(line) and not HARMLESS_MAGICS.match(line.strip())
    ]
    return notes[:MOST_NOTES]


@cache
def sandbox_for(name, limits, purpose="grade"):
    """Return (sandbox, stubs) for a course notebook, created once in this process; `limits` as JSON, to be hashable.

    purpose: one sandbox is kept for each, "grade" or "feedback"
    """
    sandbox = Sandbox(name, exercises_of(name), json.loads(limits))
    atexit.register(sandbox.close)
    return sandbox, stubs_of(name)
