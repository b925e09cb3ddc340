"""The sandbox: workers hold no answer, exercises do not depend on each other, limits hold, missing layers are found."""

import os
import platform
import re
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np
import pytest

from helpers.engine.check.exercise import Exercise, Named, Quiz, Seeded
from helpers.engine.check.plain_data import Foreign
from helpers.engine.sandbox import redacted_course, rpc_client, session, worker
from helpers.engine.sandbox.call_graph import answers, under_test
from helpers.engine.sandbox.channel import Channel, ProtocolError
from helpers.engine.sandbox.confine import Confinement
from helpers.engine.sandbox.explaining import Explaining
from helpers.engine.sandbox.redacted_course import RedactedCourse
from helpers.engine.sandbox.release import is_needed, releasable_source
from helpers.engine.sandbox.root import CAP_DAC_READ_SEARCH, USER, is_root
from helpers.engine.sandbox.rpc_server import RpcServer
from helpers.engine.sandbox.seccomp import COMMANDS, FLAGS, MACHINES, OPEN_FLAGS, SYSTEM_CALLS
from helpers.engine.sandbox.self_test import layers_in_force
from helpers.engine.sandbox.session import inputs_frame
from helpers.engine.sandbox.supervisor import Sandbox
from tests.classes import NAMES, exercises, solutions
from tests.hostile import cells, cunning

DEEP = "04_shallow_network"


@pytest.fixture(scope="module")
def sandbox():
    """Return a sandbox for the notebook in which exercises use each other most."""
    made = Sandbox(DEEP, exercises(DEEP), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    yield made
    made.close()


def states(sandbox, **answers):
    """Return {exercise: state} of the solutions with other answers for some; None leaves one out."""
    sources = {k: v for k, v in {**solutions(DEEP), **answers}.items() if v is not None}
    verdicts, _ = sandbox.judge_submission(sources, seed=5)
    return {name: verdict.state for name, verdict in verdicts.items()}


def not_right(sandbox, **answers):
    """Return the exercises that are not right."""
    return {name for name, state in states(sandbox, **answers).items() if state != "right"}


def test_solutions_are_right(sandbox):
    assert not_right(sandbox) == set()


@pytest.mark.parametrize("name", [n for n, e in exercises(DEEP).items() if not isinstance(e, Quiz)])
def test_one_exercise_missing_wrong_or_fatal_costs_only_itself(sandbox, name):
    assert not_right(sandbox, **{name: None}) == {name}
    assert not_right(sandbox, **{name: f"def {name}(*args, **kwargs):\n    return 1e9"}) == {name}
    fatal = f"def {name}(*args, **kwargs):\n    import os\n    os._exit(0)"
    verdicts, facts = sandbox.judge_submission({**solutions(DEEP), name: fatal}, seed=5)
    assert set(facts["crashed"]) == {name} == {n for n in exercises(DEEP) if n not in verdicts}
    assert all(verdict.state == "right" for verdict in verdicts.values())


def test_a_blank_notebook_earns_nothing(sandbox):
    verdicts, _ = sandbox.judge_submission({}, seed=5)
    assert all(verdict.state == "unwritten" for verdict in verdicts.values())


def test_a_function_that_was_failed_on_purpose_does_not_answer_its_twin(sandbox):
    """`backward` may be called after it was judged wrong, but not for `repair_backward`, whose answer it is."""
    twin = "def repair_backward(*args, **kwargs):\n    return backward(*args, **kwargs)"
    found = not_right(sandbox, backward="backward = 3", repair_backward=twin)
    assert found == {"backward", "repair_backward"}


def test_a_function_that_was_failed_on_purpose_does_not_answer_what_it_uses(sandbox):
    """`forward` may be called after it was judged wrong, but not for `tanh`: it could give its values."""
    by_forward = (
        "def tanh(z):\n    z = np.asarray(z, float)\n    one, no = np.eye(1), np.zeros((1, 1))\n"
        "    return forward(z.reshape(1, -1), [(one, no), (one, no)])[1][1].reshape(z.shape)"
    )
    assert not_right(sandbox, forward="forward = 3", tanh=by_forward) == {"forward", "tanh"}


def after(name, judged):
    """Return the exercises that come after one in a notebook."""
    names = list(exercises(name))
    return tuple(exercises(name)[later] for later in names[names.index(judged) + 1 :])


def test_only_source_that_answers_no_later_exercise_is_released():
    """In 03 `propagate` uses `cost`, which is still to be repaired; so is `backward` in 04."""
    propagate = exercises("03_vectorization")["propagate"]
    assert releasable_source(propagate, after("03_vectorization", "propagate")) is None
    address, sources = releasable_source(propagate, after("03_vectorization", "repair_cost"))
    assert address == "helpers.logistic_regression:propagate"
    assert "def propagate(" in sources["helpers.logistic_regression"]
    assert "def optimize(" not in sources["helpers.logistic_regression"]
    assert "def cost(" in sources["helpers.losses"]
    assert releasable_source(exercises(DEEP)["backward"], after(DEEP, "backward")) is None


def test_source_that_no_later_exercise_uses_is_not_needed():
    assert is_needed(exercises(DEEP)["backward"], after(DEEP, "backward"))
    assert not is_needed(exercises(DEEP)["train_shallow"], after(DEEP, "train_shallow"))


def test_a_released_function_is_not_called_in_the_grader(monkeypatch):
    calls, answer = [], RpcServer.answer
    monkeypatch.setattr(RpcServer, "answer", lambda self, *args: calls.append(1) or answer(self, *args))
    name = "03_vectorization"
    own = Sandbox(name, exercises(name), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    verdicts, _ = own.judge_submission(solutions(name), seed=5)
    own.close()
    assert {verdict.state for verdict in verdicts.values()} == {"right"}
    assert len(calls) < 20


def test_a_function_is_released_with_all_that_it_uses(monkeypatch):
    """In 05 `forward` uses two more functions under test; none is called in the grader once all three were judged."""
    calls, answer = [], RpcServer.answer
    monkeypatch.setattr(
        RpcServer, "answer", lambda self, *args: calls.append(args[1]["call"]) or answer(self, *args)
    )
    name = "05_deep_network"
    wrong = {f: f"def {f}(*_):\n    return 1.0" for f in ("linear_forward", "layer_forward", "forward")}
    own = Sandbox(name, exercises(name), {"cell": 2.0, "call": 2.0, "grace": 1.0, "wall": 30.0})
    verdicts, _ = own.judge_submission({**solutions(name), **wrong}, seed=5)
    own.close()
    assert {exercise for exercise, verdict in verdicts.items() if verdict.state != "right"} == set(wrong)
    assert not calls


def test_an_answer_equal_but_for_the_last_digits_needs_no_judging_and_another_is_judged(sandbox, monkeypatch):
    judged, judge = [], session.judge_case
    monkeypatch.setattr(session, "judge_case", lambda e, *three: judged.append(e.name) or judge(e, *three))
    assert not not_right(sandbox)
    judged.clear()
    assert not not_right(sandbox)
    assert not judged
    assert not not_right(sandbox, relu="def relu(Z):\n    return np.maximum(0, Z) + 1e-17")
    assert not judged
    assert not not_right(sandbox, relu="def relu(Z):\n    return np.float32(np.maximum(Z, 0))")
    assert set(judged) == {"relu"}
    assert not_right(sandbox, relu="def relu(Z):\n    print()\n    return np.maximum(Z, 1e-3)") == {"relu"}


def test_calls_in_the_grader_take_keywords_records_and_callbacks(sandbox):
    """What later answers pass to a function of the course: keywords, an activation, their own functions."""
    loud = solutions(DEEP)["train_shallow"].replace(
        "forward(X, parameters, hidden)", "forward(X=X, parameters=parameters, hidden=hidden)"
    )
    assert not_right(sandbox, forward=None, backward=None, tanh=None, train_shallow=loud) == {
        "forward",
        "backward",
        "tanh",
    }


def test_a_call_in_the_grader_survives_all_arguments(sandbox):
    odd = "\ntry:\n    forward(np.ones((30000, 1)), [(np.ones((30000, 1)), 3)] * 2)\nexcept Exception as e:\n    x = 1"
    assert not_right(sandbox, forward=None, predict=solutions(DEEP)["predict"] + odd) == {"forward"}
    endless = "\nwhile True: forward(None, None)"
    assert not_right(sandbox, forward=None, predict=solutions(DEEP)["predict"] + endless) == {"forward"}


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_of_the_course_holds_no_answer(tmp_path, name, monkeypatch):
    """Neither the source of a function under test, nor another function that answers an exercise by itself.

    Every function is called, also the one that installs dummy packages.
    """
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    withheld = redacted_course.write_copy(name, exercises(name), tmp_path)
    texts = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.py")}
    assert set(under_test(exercises(name))) <= set(withheld)
    for address in withheld:
        module, _, function = address.partition(":")
        text = texts.get(tmp_path.joinpath(*module.split(".")).with_suffix(".py"), "")
        assert f"def {function}(" not in text and f"class {function}" not in text, address
    content = [text for path, text in texts.items() if "engine" not in path.parts]
    assert not any("answers=" in text or "Mistake(" in text for text in content)
    for label, function in importable(texts, tmp_path):
        for exercise in exercises(name).values():
            if isinstance(exercise, Exercise):
                assert not answers(exercise, function), f"{label} answers {exercise.name}"


@pytest.mark.parametrize("name", NAMES)
def test_a_worker_imports_the_course_from_its_copy_only(name):
    """If the course is installed for editing, as here, Python would find the original too."""
    copy = RedactedCourse(name, exercises(name))
    listing = (
        "print(*[m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'helpers'], sep='\\n')"
    )
    start = (
        f"fork_server.dummy_packages.install(); fork_server.initial_names({copy.imports!r}, []); {listing}"
    )
    try:
        done = subprocess.run(
            copy.program(start), cwd=copy.folder, capture_output=True, text=True, check=True
        )
    finally:
        copy.close()
    files = done.stdout.split()
    assert len(files) > 20 and all(file.startswith(copy.folder + os.sep) for file in files)


def test_a_package_beside_numpy_is_not_found_and_all_of_numpy_is(sandbox):
    trying = """
import importlib, numpy.f2py, numpy.testing
from numpy import *
for name in ("jinja2", "nbformat", "tqdm", "pytest"):
    try:
        importlib.import_module(name)
        raise RuntimeError(name)
    except ModuleNotFoundError:
        pass
"""
    assert states(sandbox, tanh=trying + solutions(DEEP)["tanh"])["tanh"] == "right"


def test_a_worker_has_none_of_the_grader_s_modules(sandbox):
    """Not even by name: what judges, and what makes inputs, is not in its memory."""
    cell = "import sys\nraise ValueError(sorted(name for name in sys.modules if name.startswith('helpers.engine')))"
    _, facts = sandbox.judge_submission({**solutions(DEEP), "relu": cell}, seed=5)
    loaded = facts["errors"]["relu"]
    assert "sandbox.worker'" in loaded
    for name in ("grade", "check.judge", "check.diagnosis", "sandbox.session", "sandbox.decode"):
        assert f"helpers.engine.{name}" not in loaded


def importable(texts, folder):
    """Yield (address, function) of the course's functions whose code is in a copy."""
    import ast
    import importlib

    for path, text in texts.items():
        module = ".".join(path.relative_to(folder).with_suffix("").parts)
        # Functions of the fork server end the process that calls them, those of `root` change its user.
        if path.name in (
            "__init__.py",
            "fork_server.py",
            "root.py",
            "confine.py",
            "landlock.py",
            "seccomp.py",
        ):
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
def test_plain_data_arrive_as_they_were_sent(value):
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
    with pytest.raises(ProtocolError):
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
def test_a_malformed_message_is_refused(header):
    left, right = socket.socketpair()
    data = len(header).to_bytes(4, "little") + bytes(4) + header
    threading.Thread(target=left.sendall, args=(data,)).start()
    with pytest.raises(ProtocolError):
        Channel(right).receive(5)


def test_an_incomplete_message_is_not_waited_for():
    left, right = socket.socketpair()
    left.sendall(b"\x09\0\0")
    with pytest.raises(TimeoutError):
        Channel(right).receive(0.2)


@pytest.mark.parametrize(
    "without, missing",
    [
        (("landlock",), {"read a file of the system", "read the course's own files", "list the processes"}),
        (("seccomp",), {"open a file in mode 3", "send a datagram", "have the parent signaled"}),
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
    kernel, (held, _) = Confinement([], {}), layers_in_force()
    there = {"rlimits"} | ({"landlock"} if kernel.abi else set()) | ({"seccomp"} if kernel.filter else set())
    assert there == {line.split(":")[0] for line in held} & {"rlimits", "landlock", "seccomp"}


@pytest.mark.skipif(platform.machine() not in MACHINES, reason="another machine")
def test_the_flags_of_open_are_those_of_the_system():
    for name, flags in OPEN_FLAGS.items():
        # The C library of x86-64 defines O_LARGEFILE as 0: there it is always on.
        assert getattr(os, name) in (flags[MACHINES.index(platform.machine())], 0), name


@pytest.mark.skipif(sys.platform != "linux", reason="the layers of Linux")
@pytest.mark.parametrize("newest_abi", [1, 2, 3])
def test_every_version_of_landlock_leaves_nothing_to_try(newest_abi):
    """With seccomp; alone, versions before 3 let a file be emptied."""
    if not Confinement([], {}).abi:
        pytest.skip("no Landlock")
    held, missing = layers_in_force(newest_abi=newest_abi)
    assert not missing and any(line.startswith(f"landlock: ABI {newest_abi}:") for line in held)
    _, missing = layers_in_force(newest_abi=newest_abi, without=("seccomp",))
    assert ("empty a file" in missing) == (newest_abi < 3)


def test_the_self_test_leaves_nothing_behind_and_finds_what_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _, missing = layers_in_force(without=("rlimits", "landlock", "seccomp", "user"))
    assert {"write a file", "write into a file", "empty a file"} <= set(missing)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not is_root(), reason="only root has another user's code to run")
@pytest.mark.parametrize("keep_reading", [True, False])
def test_a_worker_of_root_is_another_user_and_has_no_privileges_but_to_read(keep_reading):
    code = (
        "import ctypes, os, struct\n"
        "from helpers.engine.sandbox import root\n"
        f"assert root.give_up_root(ctypes.CDLL(None), {keep_reading})\n"
        "text = open('/proc/self/status').read()\n"
        "print(*os.getresuid(), *os.getresgid(), *os.getgroups())\n"
        "print(*[int(line.split()[1], 16) for line in text.splitlines() if line[:6] in ('CapEff', 'CapPrm')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ids, capabilities = done.stdout.splitlines()
    assert set(ids.split()) == {str(USER)}
    assert set(capabilities.split()) == {str(CAP_DAC_READ_SEARCH if keep_reading else 0)}


def test_where_no_process_forks_a_fresh_one_each_gives_the_same_verdicts():
    fresh = Sandbox(DEEP, exercises(DEEP), {"cell": 2.0, "call": 2.0, "grace": 1.0}, forking=False)
    try:
        assert not_right(fresh, forward=None, tanh="while True: pass") == {"forward", "tanh"}
        assert not_right(fresh) == set()
    finally:
        fresh.close()


LOOK_AHEAD = """
import gc, select
lists = [o for o in gc.get_objects() if type(o) is list and o and type(o[0]) is dict]
found = [sorted(o[0]) for o in lists if "cache" in o[0]] + select.select([3], [], [], 0.3)[0]
if found: raise ValueError(found)
"""


def test_a_limit_counts_the_time_of_the_processor_and_not_that_of_others(sandbox):
    waiting = (
        "import time\ndef tanh(z):\n    time.sleep(2.3)\n    return np.tanh(z)\n"  # as on a busy machine
    )
    working = "import time\ndef relu(z):\n    while time.process_time() < 99:\n        pass\n"
    found = states(sandbox, tanh=None, relu=working, predict=None)
    assert found["relu"] == "wrong"
    source = {"tanh": waiting.replace("2.3", "2.3 * (calls == [])").replace("def", "calls = []\ndef")}
    source["tanh"] = source["tanh"].replace("    return", "    calls.append(1)\n    return")
    verdicts, _ = sandbox.judge_submission(source, 5, exercises(DEEP).keys() - source.keys())
    assert verdicts["tanh"].state == "right"


CHANCE = """import random
def tanh(z):
    seen = random.random(), np.random.rand(), np.random.default_rng().random(), list({"a", "b", "c", "d", "e"})
    raise ValueError(repr(seen))
"""


def test_chance_without_a_seed_is_the_same_for_everybody(sandbox):
    said = set()
    for seed in (5, 5, 6):
        sandbox.workers.restart_server()
        verdicts, _ = sandbox.judge_submission({"tanh": CHANCE}, seed, exercises(DEEP).keys() - {"tanh"})
        said.add(str(verdicts["tanh"].as_dict()["details"]).partition("line")[0])
    assert len(said) == 2


def test_the_worker_gets_inputs_with_their_order_and_never_earlier(sandbox):
    """Only `backward` takes a cache: no cell before finds one in its inputs, and nothing waits in the socket."""
    for name, error in (
        ("initialize", None),
        ("backward", "ValueError: [['X', 'Y', 'cache', 'parameters']]"),
    ):
        cell = {name: solutions(DEEP)[name] + LOOK_AHEAD}
        _, facts = sandbox.judge_submission({**solutions(DEEP), **cell}, seed=5)
        assert facts["errors"][name] is error or facts["errors"][name].endswith(error)


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
    sandbox = Sandbox(name, exercises(name))
    overflows = f"{first}\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
    try:
        verdicts, _ = sandbox.judge_submission({**solutions(name), "sigmoid": overflows}, 5)
    finally:
        sandbox.close()
    assert {e for e, verdict in verdicts.items() if verdict.remark} == {"sigmoid"}


def test_each_seed_has_its_own_inputs():
    written = [e for e in exercises("02_logistic_regression").values() if not isinstance(e, Quiz)]
    same = {e.name for e in written if inputs_frame(e, 6) == inputs_frame(e, 7)}
    # Their cases are a few whole numbers, chosen by hand.
    assert same <= {"slope", "shared_backward", "squared_backward", "largest_rate"}


@pytest.mark.parametrize("forking", [True, False])
def test_output_beyond_the_limit_costs_only_its_exercise(forking):
    small = Sandbox(DEEP, exercises(DEEP), {"output": 1 << 20}, forking=forking)
    loud, large = "def relu(Z):\n    print('x' * (1 << 21))", "def tanh(z):\n    return np.zeros(1 << 18)"
    try:
        verdicts, facts = small.judge_submission({**solutions(DEEP), "relu": loud, "tanh": large}, seed=5)
    finally:
        small.close()
    assert {name for name, verdict in verdicts.items() if verdict.state != "right"} == {"relu"}
    assert "more than 1,048,576 characters were printed" in str(verdicts["relu"].details)
    assert facts["crashed"] == {"tanh": "the process ended (it sent more than the output limit allows)"}


def test_a_fork_server_that_died_is_started_again(sandbox):
    sandbox.workers.process.kill()
    sandbox.workers.process.wait()
    assert not_right(sandbox) == set()


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_of_system_calls_are_those_of_the_kernel(machine):
    """By the kernel's headers, where they are installed: those of x86-64, and the generic ones, which ARM uses."""
    folder = Path("/usr/include")
    headers = {
        "x86_64": folder.glob("x86_64*/asm/unistd_64.h"),
        "aarch64": folder.glob("asm-generic/unistd.h"),
    }
    text = "".join(header.read_text() for header in headers[machine])
    if not text:
        pytest.skip("no headers of the kernel")
    numbers = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", text))
    numbers["newfstatat"] = numbers.get("newfstatat", numbers.get("fstatat"))  # its generic name
    restricted = {name: numbers for name, (numbers, *_) in {**COMMANDS, **FLAGS}.items()}
    for name, ours in {**SYSTEM_CALLS, **restricted}.items():
        ours = ours[MACHINES.index(machine)]
        assert ours is None or ours == int(numbers[name]), name


def test_an_attack_on_the_sandbox_s_code_names_what_is_there():
    """After a renaming, an attack that fails with an ImportError or a NameError would prove nothing."""
    methods = (worker.Worker.handle_order, worker.Worker.call_on_all)
    variables = {name for method in methods for name in method.__code__.co_varnames}
    sources = [source for _, source, *_ in [*cells.SOURCES, *cunning.SOURCES]]
    used = [pair for source in sources for pair in re.findall(r"\b(rpc_client|worker)\.(\w+)", source)]
    assert len(used) > 10
    assert all(hasattr({"rpc_client": rpc_client, "worker": worker}[module], name) for module, name in used)
    found = {name for source in sources for name in re.findall(r"'(\w+)' not in frame.f_locals", source)}
    assert found == {"inputs", "outcomes"} <= variables


def test_every_test_that_the_description_names_is_there():
    tests = Path(__file__).parent
    text = (tests.parent / "helpers" / "engine" / "sandbox" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", text))
    there = {
        name
        for file in tests.glob("test_*.py")
        for name in re.findall(r"def (test_\w+)\(", file.read_text("utf-8"))
    }
    assert len(named) > 15 and named <= there, named - there


NEW_ARRAYS = ("np.dot(dZ, A_previous.T, out=dW)", "dW[...] = dZ @ A_previous.T")
IN_NEW_MEMORY = ("    dA *= Z >= 0\n    return dA", "    r = dA * (Z >= 0)\n    dA[...] = r\n    return r")
FRESH = "import sys\nsys.modules.pop('_tracemalloc')\nimport _tracemalloc as t\n"  # as the interpreter has it
PROBES = "__import__('helpers.engine.check.probes').engine.check.probes"
REPLACED = ("        b -= db", "        parameters[layer] = (W, b - db)")


@pytest.fixture(scope="module")
def sandbox_with_probes():
    """Return a sandbox for the notebook in which memory is measured."""
    made = Sandbox("07_speed", exercises("07_speed"))
    yield made
    made.close()


@pytest.mark.parametrize(
    "name, mistake, before, within",
    [
        ("step", NEW_ARRAYS, "import tracemalloc\ntracemalloc.get_traced_memory = lambda: (0, 0)\n", ""),
        ("step", NEW_ARRAYS, "import tracemalloc\n", "tracemalloc.stop()"),
        ("step", NEW_ARRAYS, "import tracemalloc\n", "tracemalloc.reset_peak()"),
        ("step", NEW_ARRAYS, "from _tracemalloc import clear_traces\n", "clear_traces()"),
        ("step", NEW_ARRAYS, FRESH, "t.reset_peak()"),
        ("step", NEW_ARRAYS, FRESH, "t.stop(), t.start()"),
        ("step", NEW_ARRAYS, f"{PROBES}.OVERHEAD = {PROBES}.TAKEN = 1 << 40\n", ""),
        ("step", NEW_ARRAYS, f"{PROBES}.bytes_needed = lambda call: (call(), 0)\n", ""),
        ("step", REPLACED, "import builtins\nbuiltins.any = lambda _: False\n", ""),
        ("relu_backward", IN_NEW_MEMORY, "np.shares_memory = lambda *_: True\n", ""),
        ("relu_backward", IN_NEW_MEMORY, f"{PROBES}.np.shares_memory = lambda *_: True\n", ""),
    ],
)
def test_a_measure_is_not_replaced_by_one_line(sandbox_with_probes, name, mistake, before, within):
    right = solutions("07_speed")
    wrong = right[name].replace(*mistake)
    assert wrong != right[name]
    tricked = f"{before}{wrong}\n    {within}"
    passed = []
    for source in (wrong, tricked):
        verdicts, _ = sandbox_with_probes.judge_submission({**right, name: source}, seed=5)
        passed.append(verdicts[name].passed)
    assert passed[1] <= passed[0] < verdicts[name].cases


def test_a_cell_may_measure_memory_itself(sandbox_with_probes):
    right = solutions("07_speed")
    own = "import tracemalloc\ntracemalloc.start()\nx = np.ones(9)\ntracemalloc.stop()\n" + right["step"]
    verdicts, _ = sandbox_with_probes.judge_submission({**right, "step": own}, seed=5)
    assert {verdict.state for verdict in verdicts.values()} == {"right"}


FORGED = [
    "[('text', 'x')] * 21",
    "[('text', 'x' * 4001)]",
    "[('folded', 'x')]",
    "[('text', 1)]",
    "'All is right.'",
    "[('text', 'x' * (1 << 17))]",
]


@pytest.fixture(scope="module")
def explaining():
    """Return the processes that explain wrong answers to a notebook."""
    made = Explaining(DEEP, {"wall": 60.0})
    yield made
    made.close()


@pytest.mark.parametrize("said", FORGED)
def test_a_forged_explanation_is_refused(explaining, said):
    forging = f"""
def relu(z):
    import sys
    frame = sys._getframe()
    while "self" not in frame.f_locals or not hasattr(frame.f_locals["self"], "channel"):
        frame = frame.f_back
    frame.f_locals["self"].channel.send({{"said": {said}}})
    return z
"""
    wrong = "def collapse(W1, b1, W2, b2):\n    return W2 @ W1, W2 @ b2 + b1\n"
    found = explaining.explain({"relu": forging, "collapse": wrong})
    assert "relu" not in found and "are exchanged" in found["collapse"][0][1]


def test_an_explaining_worker_is_confined_and_ends_alone(explaining):
    reading = f"def relu(z):\n    return len(open({__file__!r}).read())\n"
    ending = "import os\ndef tanh(z):\n    os._exit(1)\n"
    found = explaining.explain({"tanh": ending, "relu": reading})
    assert "tanh" not in found and any("PermissionError" in text for _, text in found["relu"])


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("x = np.float32(1)", True),
        ("x = np.ﬂoat32(1)", True),  # Python reads the ligature as two letters
        ("x = X.astype('float32')", True),
        ("x = X.astype('float' '32')", True),
        ("x = X.astype('float'\n    r'32')", True),
        ("x = X.astype('flo\\\nat32')", True),
        ("x = X.astype('\\x66loat32')", True),
        ("%time x = 1\ny = np.float32(1)", True),
        ("x = 1 # float32", False),
        ('"""∂J"""\nx = "\\n" + \'\'', False),
        ("x = float(32)", False),
        ("not Python float32", False),
        (None, False),
    ],
)
def test_a_cell_names_single_precision_however_it_is_written(source, named):
    assert session.names_any(source, {"float32", "single"}) == named
