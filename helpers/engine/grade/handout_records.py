"""What a hand-out knows of an exercise instead of its solution: cases, results, and those of the known mistakes."""

import inspect
from functools import partial

import numpy as np

from helpers.engine.check.diagnosis import SEED, right_outcomes
from helpers.engine.check.exercise import Quiz, Seeded, course_function
from helpers.engine.check.naming import known_answer
from helpers.engine.check.plain_data import fresh, key_of, plain
from helpers.engine.check.probes import PROBES
from helpers.engine.check.run import Conditions, run_all
from helpers.engine.check.time_limits import TooLate
from helpers.engine.grade.recorded import Replay, digests_of, replayed_probe
from helpers.engine.grade.result import GradingError
from helpers.engine.sandbox.call_graph import address_of, named_in, reachable

SETTINGS = "points returns hints broken rtol atol probe quiet may_change draws seconds".split()
SECONDS = 5  # for one call


def record_of(exercise, withheld, shaker, salt):
    """Return the plain data that stand for an exercise."""
    if isinstance(exercise, Quiz):
        return quiz_record(exercise, salt)
    cases, outcomes = right_outcomes(exercise)
    for named in (n for case in cases for n in named_in(list(case.args.values()))):
        shaker.keep(*named.address.split(":"))
    record = {
        "kind": "function",
        "name": exercise.name,
        "address": address_of(inspect.unwrap(exercise.solution)),
        "settings": {name: getattr(exercise, name) for name in SETTINGS},
        "cases": [
            {"note": c.note, "rtol": c.rtol, "atol": c.atol, "late": c.late, "draws": c.draws, "args": c.args}
            for c in cases
        ],
        "outcomes": recorded(course_function(exercise), cases, exercise),
        "mistakes": mistakes_of(exercise, cases),
        "judge": kept(exercise.judge, withheld, shaker),
        "view": kept(exercise.view, withheld, shaker),
    }
    check_replay(exercise, record["outcomes"], cases, outcomes)
    return record


def check_replay(exercise, records, cases, outcomes):
    """Raise `GradingError` if the records do not do again what the solution does."""
    keys = [key_of(list(fresh(case.args).values())) for case in cases]
    probe = replayed_probe(exercise.probe)
    again = run_all(Replay(exercise.name, keys, records, probe), cases, probe=probe)
    pairs = zip(again, outcomes, strict=True)
    free = set(exercise.may_change) if probe else set()
    same = all(
        key_of(a.value) == key_of(o.value) and set(a.changed) - free == set(o.changed) - free
        for a, o in pairs
    )
    if not same or len(set(keys)) < len(keys):
        raise GradingError(
            f"{exercise.name} cannot be handed out without its solution: the arguments do not decide the result"
        )


def mistakes_of(exercise, cases):
    """Return the records of the known mistakes that stop."""
    found = []
    for mistake in exercise.mistakes:
        known = known_answer(exercise, SEED, (mistake,))
        if known is not None and (outcomes := recorded(known.function, cases, exercise)):
            found.append({"name": mistake.name, "why": mistake.why, "outcomes": outcomes})
    return found


def recorded(function, cases, exercise):
    """Return what a function does in every case, or what the probe of the exercise sees of it; none if it hangs."""
    found = []
    target = partial(PROBES[exercise.probe], function) if exercise.probe else function
    unseen = exercise.may_change if exercise.probe else ()  # the probe reports of these what counts
    with Conditions() as conditions:
        for case in cases:
            args, raised, value = fresh(case.args), None, None
            conditions.renew()
            try:
                with np.errstate(divide="warn", over="warn", invalid="warn"), conditions.time_limit(SECONDS):
                    value = plain(target(*args.values()))
            except TooLate:
                return []
            except Exception as error:
                raised = (type(error).__name__, str(error))
            warned = [str(w.message) for w in conditions.caught if issubclass(w.category, RuntimeWarning)]
            before = fresh(case.args)
            changed = {
                str(n): None if isinstance(case.args[name], Seeded) else plain(args[name])
                for n, name in enumerate(args)
                if name not in unseen and key_of(before[name]) != key_of(args[name])
            }
            found.append({"value": value, "raised": raised, "warned": warned, "changed": changed})
    return found


def kept(function, withheld, shaker):
    """Return the address of a judge, which goes into the hand-out; None without one, "" if it uses a solution."""
    if function is None:
        return None
    module, name = function.__module__, function.__name__
    uses = {(f.__module__, f.__name__) for f in reachable(function).values() if inspect.isfunction(f)}
    if vars(__import__(module, fromlist=["*"])).get(name) is not function or uses & withheld.keys():
        return ""
    shaker.keep(module, name)
    return f"{module}:{name}"


def quiz_record(quiz, salt):
    """Return the plain data that stand for a quiz."""

    def digest(choice):
        return digests_of(choice, salt)[0]

    return {
        "kind": "quiz",
        "name": quiz.name,
        "points": quiz.points,
        "salt": salt,
        "answers": {item: digest(answer) for item, answer in quiz.answers.items()},
        "reasons": {
            item: {digest(c): why for c, why in known.items()} for item, known in quiz.reasons.items()
        },
        "otherwise": quiz.otherwise,
        "hints": quiz.hints,
        "rtol": quiz.rtol,
    }
