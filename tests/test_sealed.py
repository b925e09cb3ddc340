"""The sealed process: no answer in it, isolation by proxies, its limits, and what happens where a layer is missing."""

import inspect
import os
import re
import socket
import subprocess
import sys
import threading

import numpy as np
import pytest

from helpers.engine.check.exercise import Exercise, Named, Quiz, Seeded
from helpers.engine.check.plain_data import Foreign
from helpers.engine.sandbox import redacted_course, session
from helpers.engine.sandbox.call_graph import answers, under_test, used_by
from helpers.engine.sandbox.channel import Channel, WireError
from helpers.engine.sandbox.confine import Seal
from helpers.engine.sandbox.inputs import told_early
from helpers.engine.sandbox.redacted_copy import Copy
from helpers.engine.sandbox.release import gift
from helpers.engine.sandbox.rpc_server import Counter
from helpers.engine.sandbox.self_test import layers_in_force
from helpers.engine.sandbox.supervisor import Workshop
from tests.classes import NAMES, exercises, solutions

DEEP = "04_shallow_network"
pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def workshop():
    """Return a workshop of the notebook in which exercises use each other most."""
    made = Workshop(DEEP, exercises(DEEP), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    yield made
    made.close()


def states(workshop, **answers):
    """Return {exercise: state} of the solutions with other answers for some; None leaves one out."""
    sources = {k: v for k, v in {**solutions(DEEP), **answers}.items() if v is not None}
    verdicts, _ = workshop.judge_submission(sources, seed=5)
    return {name: verdict.state for name, verdict in verdicts.items()}


def not_right(workshop, **answers):
    """Return the exercises that are not right."""
    return {name for name, state in states(workshop, **answers).items() if state != "right"}


def test_solutions_are_right(workshop):
    assert not_right(workshop) == set()


@pytest.mark.parametrize("name", [n for n, e in exercises(DEEP).items() if not isinstance(e, Quiz)])
def test_one_exercise_missing_wrong_or_fatal_costs_only_itself(workshop, name):
    assert not_right(workshop, **{name: None}) == {name}
    assert not_right(workshop, **{name: f"def {name}(*args, **kwargs):\n    return 1e9"}) == {name}
    fatal = f"def {name}(*args, **kwargs):\n    import os\n    os._exit(0)"
    verdicts, facts = workshop.judge_submission({**solutions(DEEP), name: fatal}, seed=5)
    assert set(facts["lost"]) == {name} == {n for n in exercises(DEEP) if n not in verdicts}
    assert all(verdict.state == "right" for verdict in verdicts.values())


def test_a_blank_notebook_earns_nothing(workshop):
    verdicts, _ = workshop.judge_submission({}, seed=5)
    assert all(verdict.state == "unwritten" for verdict in verdicts.values())


def test_a_function_that_was_failed_on_purpose_does_not_answer_its_twin(workshop):
    """backward is served after it was judged wrong, but not to repair_backward, whose answer it is."""
    twin = "def repair_backward(*args, **kwargs):\n    return backward(*args, **kwargs)"
    found = not_right(workshop, backward="backward = 3", repair_backward=twin)
    assert found == {"backward", "repair_backward"}


def test_a_function_that_was_failed_on_purpose_does_not_answer_what_it_uses(workshop):
    """forward is served after it was judged wrong, but not to tanh: with weights of one it would give its values."""
    by_forward = (
        "def tanh(z):\n    z = np.asarray(z, float)\n    one, no = np.eye(1), np.zeros((1, 1))\n"
        "    return forward(z.reshape(1, -1), [(one, no), (one, no)])[1][1].reshape(z.shape)"
    )
    assert not_right(workshop, forward="forward = 3", tanh=by_forward) == {"forward", "tanh"}


def given_after(name, judged, exercise):
    """Return what is given of an exercise once another was judged."""
    asked = exercises(name)
    names = list(asked)
    return gift(asked[exercise], tuple(asked[later] for later in names[names.index(judged) + 1 :]))


def test_only_a_function_that_answers_nothing_later_is_given_as_source():
    """In 03 `propagate` uses `cost`, which is still to be repaired; in 04 `backward` is, too."""
    assert given_after("03_vectorization", "propagate", "propagate") is None
    address, sources = given_after("03_vectorization", "repair_cost", "propagate")
    assert address == "helpers.logistic_regression:propagate"
    assert "def propagate(" in sources["helpers.logistic_regression"]
    assert "def optimize(" not in sources["helpers.logistic_regression"]
    assert "def cost(" in sources["helpers.losses"]
    assert given_after(DEEP, "backward", "backward") is None
    assert given_after(DEEP, "train_shallow", "train_shallow") == ()


def test_a_repaired_function_is_not_asked_for_call_by_call(monkeypatch):
    asked, answer = [], Counter.answer
    monkeypatch.setattr(Counter, "answer", lambda self, *args: asked.append(1) or answer(self, *args))
    name = "03_vectorization"
    room = Workshop(name, exercises(name), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    verdicts, _ = room.judge_submission(solutions(name), seed=5)
    room.close()
    assert {verdict.state for verdict in verdicts.values()} == {"right"}
    assert len(asked) < 20


def test_a_wrong_function_that_others_use_is_taken_in_with_all_that_it_uses(monkeypatch):
    """In 05 `forward` stands on two more functions under test; none is asked for once all three were judged."""
    asked, answer = [], Counter.answer
    monkeypatch.setattr(
        Counter, "answer", lambda self, *args: asked.append(args[1]["ask"]) or answer(self, *args)
    )
    name = "05_deep_network"
    wrong = {f: f"def {f}(*_):\n    return 1.0" for f in ("linear_forward", "layer_forward", "forward")}
    room = Workshop(name, exercises(name), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    verdicts, _ = room.judge_submission({**solutions(name), **wrong}, seed=5)
    room.close()
    assert {exercise for exercise, verdict in verdicts.items() if verdict.state != "right"} == set(wrong)
    assert not asked


def test_an_answer_equal_but_for_the_last_digits_needs_no_judging_and_another_is_judged(
    workshop, monkeypatch
):
    judged, judge = [], session.judged
    monkeypatch.setattr(
        session, "judged", lambda exercise, *terms: judged.append(exercise.name) or judge(exercise, *terms)
    )
    assert not not_right(workshop)
    judged.clear()
    assert not not_right(workshop)
    assert not judged
    assert not not_right(workshop, relu="def relu(Z):\n    return np.maximum(0, Z) + 1e-17")
    assert not judged
    assert not not_right(workshop, relu="def relu(Z):\n    return np.float32(np.maximum(Z, 0))")
    assert set(judged) == {"relu"}
    assert not_right(workshop, relu="def relu(Z):\n    print()\n    return np.maximum(Z, 1e-3)") == {"relu"}


def test_served_functions_take_names_generators_records_and_callbacks(workshop):
    """What later answers hand to a function of the course: keywords, an activation, their own functions."""
    loud = solutions(DEEP)["train_shallow"].replace(
        "forward(X, parameters, hidden)", "forward(X=X, parameters=parameters, hidden=hidden)"
    )
    assert not_right(workshop, forward=None, backward=None, tanh=None, train_shallow=loud) == {
        "forward",
        "backward",
        "tanh",
    }


def test_a_served_function_survives_whatever_it_is_given(workshop):
    odd = "\ntry:\n    forward(np.ones((30000, 1)), [(np.ones((30000, 1)), 3)] * 2)\nexcept Exception as e:\n    x = 1"
    assert not_right(workshop, forward=None, predict=solutions(DEEP)["predict"] + odd) == {"forward"}
    endless = "\nwhile True: forward(None, None)"
    assert not_right(workshop, forward=None, predict=solutions(DEEP)["predict"] + endless) == {"forward"}


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_of_the_course_holds_no_answer(tmp_path, name):
    """Neither the source of a function under test, nor another function that answers an exercise by itself."""
    emptied = redacted_course.write_copy(name, exercises(name), tmp_path)
    texts = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.py")}
    assert set(under_test(exercises(name))) <= set(emptied)
    for address in emptied:
        module, _, function = address.partition(":")
        text = texts.get(tmp_path.joinpath(*module.split(".")).with_suffix(".py"), "")
        assert f"def {function}(" not in text and f"class {function}" not in text, address
    assert not any(
        "answers=" in text or "Mistake(" in text
        for path, text in texts.items()
        if path.name != "definition.py"
    )
    for label, function in importable(texts, tmp_path):
        for exercise in exercises(name).values():
            if isinstance(exercise, Exercise):
                assert not answers(exercise, function), f"{label} answers {exercise.name}"


@pytest.mark.parametrize("name", NAMES)
def test_a_sealed_process_has_the_course_from_its_copy_only(name):
    """Installed for editing, as here, the course itself would be found too: its figures, and what they import."""
    copy = Copy(name, exercises(name))
    listing = (
        "print(*[m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'helpers'], sep='\\n')"
    )
    start = f"fork_server.dummy_packages.install(); fork_server.surroundings({copy.lines!r}, []); {listing}"
    try:
        done = subprocess.run(
            copy.program(start), cwd=copy.folder, capture_output=True, text=True, check=True
        )
    finally:
        copy.close()
    files = done.stdout.split()
    assert len(files) > 20 and all(file.startswith(copy.folder + os.sep) for file in files)


def importable(texts, folder):
    """Yield (address, function) of the course's functions whose code is in a copy."""
    import ast
    import importlib

    for path, text in texts.items():
        module = ".".join(path.relative_to(folder).with_suffix("").parts)
        if module.startswith(("helpers.engine.grade", "helpers.exercises")) or path.name == "__init__.py":
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                yield f"{module}:{node.name}", getattr(importlib.import_module(module), node.name)


def both_ends():
    """Return the two ends of a channel."""
    return map(Channel, socket.socketpair())


@pytest.mark.parametrize(
    "value",
    [
        None, ..., True, 3, -2.5, float("inf"), "ä\n", [], (1, [2.0, "x"]), {"a": (1,), 3: None},
        np.arange(6.0).reshape(2, 3), np.zeros((0, 4)), np.array(3), np.array([True]), np.float32([1.5]),
        np.array([1, 2], dtype=">i4"), np.arange(12).reshape(3, 4).T, np.float64(0.5),
    ],
    ids=repr,
)  # fmt: skip
def test_plain_data_survive_the_wire(value):
    ours, theirs = both_ends()
    ours.send({"it": value})
    back = theirs.receive(5)["it"]
    np.testing.assert_equal(back, value)
    assert type(back) is type(value) and getattr(back, "shape", 0) == getattr(value, "shape", 0)
    ours.send({"it": [Foreign("x"), Seeded(3), Named("a:b")]})
    assert theirs.receive(5)["it"] == [Foreign("x"), Seeded(3), Named("a:b")]


@pytest.mark.parametrize(
    "value", [object(), {1, 2}, b"x", 1j, "x" * (5 << 20), np.zeros(5 << 20), [[]] * 600_000]
)
def test_other_data_are_not_sent(value):
    ours, _ = both_ends()
    with pytest.raises(WireError):
        ours.send({"it": value})


@pytest.mark.parametrize(
    "header",
    [
        b"", b"[]", b"3", b"{", b'"' + b"x" * 200_000 + b'"', b"[" * 100_000, b'{"dict": 3}', b'{"dict": [[[], 3]]}',
        b'{"dict": [["a", {"array": ["O", [1]]}]]}', b'{"dict": [["a", {"array": ["<f8", [-1]]}]]}',
        b'{"dict": [["a", {"array": ["<f8", [99]]}]]}', b'{"dict": [["a", {"array": ["<f8", [1e9]]}]]}',
        b'{"dict": [["a", {"array": ["<f8", [2147483647, 2147483647, 2147483647, 0]]}]]}',
        b'{"dict": [["a", {"eval": "1"}]]}', b'{"dict": [["a", {"scalar": ["|S9", "x"]}]]}', b'{"a": 1, "b": 2}',
        b'{"dict": [["a", ' + b'{"list": [' * 40 + b"]}" * 40 + b"]]}", b'{"dict": [["a", {"callback": "x"}]]}',
        b'{"dict": [["a", {"list": [' + b"1," * 150_000 + b"1]}]]}", b"\xff\xfe",
    ],
    ids=lambda header: header[:40].decode("latin-1"),
)  # fmt: skip
def test_a_frame_that_is_not_what_it_must_be_is_refused(header):
    left, right = socket.socketpair()
    data = len(header).to_bytes(4, "little") + bytes(4) + header
    threading.Thread(target=left.sendall, args=(data,)).start()
    with pytest.raises(WireError):
        Channel(right).receive(5)


def test_a_frame_that_trickles_is_not_waited_for():
    left, right = socket.socketpair()
    left.sendall(b"\x09\0\0")
    with pytest.raises(TimeoutError):
        Channel(right).receive(0.2)


@pytest.mark.parametrize(
    "without, missing",
    [
        (("landlock",), {"read a file of the system", "read the course's own files", "list the processes"}),
        (("seccomp",), {"send a datagram", "start a process", "have the parent signaled"}),
        (("rlimits",), {"take eight gigabytes"}),
        (("rlimits", "landlock", "seccomp"), None),
    ],
)
def test_a_missing_layer_is_found_by_trying(without, missing):
    held, found = layers_in_force(without=without)
    if missing is None:
        assert len(found) >= 7 and not any(line.split(":")[0] in without for line in held)
    else:
        assert missing - {"take eight gigabytes"} <= set(found)


@pytest.mark.skipif(sys.platform != "linux", reason="the layers of Linux")
def test_every_layer_that_the_kernel_has_is_in_force():
    """The hostile suite is skipped where a layer does not hold; this one is not."""
    kernel, (held, _) = Seal([], {}), layers_in_force()
    there = {"rlimits"} | ({"landlock"} if kernel.abi else set()) | ({"seccomp"} if kernel.filter else set())
    assert there == {line.split(":")[0] for line in held} & {"rlimits", "landlock", "seccomp"}


def test_where_no_process_forks_a_fresh_one_each_gives_the_same_verdicts():
    fresh = Workshop(DEEP, exercises(DEEP), {"cell": 2.0, "call": 2.0, "grace": 1.0}, forking=False)
    try:
        assert not_right(fresh, forward=None, tanh="while True: pass") == {"forward", "tanh"}
        assert not_right(fresh) == set()
    finally:
        fresh.close()


@pytest.mark.parametrize("name", NAMES)
def test_inputs_are_not_told_while_what_answers_them_is_lent(name):
    asked = {n: e for n, e in exercises(name).items() if not isinstance(e, Quiz)}
    solution = {n: id(inspect.unwrap(e.solution)) for n, e in asked.items()}
    early = told_early(asked, under_test(asked))
    assert len(early) > len(asked) / 3
    for position, n in enumerate(asked):
        lent = set().union(*(used_by(e) for e in list(asked.values())[:position]))
        assert n not in early or solution[n] not in lent
    if name == DEEP:
        assert {"backward", "gradient_gap"} <= early and not early & {"tanh", "relu", "repair_backward"}


SPY = """
import sys
frame = sys._getframe()
while not hasattr(frame.f_locals.get("self"), "known"):
    frame = frame.f_back
spied = sorted(frame.f_locals["self"].known)
"""


def test_a_learner_who_looks_ahead_sees_no_inputs_that_a_lent_function_answers(workshop):
    """While `forward` is judged, `tanh` is lent; with its inputs known, its answers could be laid up."""
    told = "def tanh(z):\n    raise ValueError(' '.join(spied))"
    sources = {**solutions(DEEP), "forward": solutions(DEEP)["forward"] + SPY, "tanh": told}
    verdicts, _ = workshop.judge_submission(sources, seed=5)
    assert verdicts["forward"].state == "right" and verdicts["tanh"].state == "wrong"
    reason = str(verdicts["tanh"].details)
    seen = set(re.search(r"ValueError: ([a-z_ ]+)", reason)[1].split())
    assert {"backward", "gradient_gap"} <= seen and not seen & {"tanh", "relu", "repair_backward"}


@pytest.mark.parametrize(
    "first",
    [
        "import warnings\nwarnings.showwarning = lambda *a, **k: None",
        "import logging\nlogging.captureWarnings(True)",
        "import warnings\nwarnings._showwarnmsg_impl = lambda message: None",
        "import warnings\nwarnings.filterwarnings('ignore')",
        "np.seterr(all='ignore')",
    ],
)
def test_what_a_cell_does_to_warnings_hides_none_of_its_function(first):
    name = "02_logistic_regression"
    workshop = Workshop(name, exercises(name))
    overflows = f"{first}\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
    try:
        verdicts, _ = workshop.judge_submission({**solutions(name), "sigmoid": overflows}, 5)
    finally:
        workshop.close()
    assert {e for e, verdict in verdicts.items() if verdict.state != "right"} == {"sigmoid"}


def test_each_run_has_its_own_inputs(workshop):
    told = []
    for seed in (6, 7):
        verdicts, _ = workshop.judge_submission(solutions(DEEP), seed)
        assert {verdict.state for verdict in verdicts.values()} == {"right"}
        told.append(workshop.processes.told)
    assert told[0] != told[1] and len(told[0]) == len(told[1]) > 10_000


@pytest.mark.parametrize("forking", [True, False])
def test_output_beyond_its_limit_costs_only_its_exercise(forking):
    small = Workshop(DEEP, exercises(DEEP), {"output": 1 << 20}, forking=forking)
    loud, large = "def relu(Z):\n    print('x' * (1 << 21))", "def tanh(z):\n    return np.zeros(1 << 18)"
    try:
        verdicts, facts = small.judge_submission({**solutions(DEEP), "relu": loud, "tanh": large}, seed=5)
    finally:
        small.close()
    assert {name for name, verdict in verdicts.items() if verdict.state != "right"} == {"relu"}
    assert "more than 1,048,576 characters were printed" in str(verdicts["relu"].details)
    assert facts["lost"] == {"tanh": "the process ended (it handed in more than the limit of output allows)"}


def test_a_warm_process_that_died_is_started_again(workshop):
    workshop.processes.process.kill()
    workshop.processes.process.wait()
    assert not_right(workshop) == set()
