"""Whatever bytes a worker sends, the grader refuses or judges them in few steps and little memory."""

import json
import struct
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.engine.check.check import verdict_from
from helpers.engine.check.diagnosis import right_values
from helpers.engine.sandbox.channel import MAX_HEADER, Channel, ProtocolError
from helpers.engine.sandbox.codec import DTYPES, MAX_INTEGER_KEY, MAX_INTEGER_KEYS, PLACEHOLDERS
from helpers.engine.sandbox.decode import judge_case, make_verdict, outcome_of
from helpers.engine.sandbox.rpc_server import MAX_MEMORY, RpcServer, attempt, memory_limit
from tests.classes import exercises
from tests.steps import Steps

MOST_STEPS = 3_000_000  # for one message; the worst take half of it, sixteen for each of 99,000 values
MOST_BYTES = 500 << 20  # the worst take a third of it: small JSON values are large Python objects

numbers = st.one_of(st.integers(-(2**70), 2**70), st.floats(), st.booleans(), st.none())
text = st.text(max_size=20)
dtypes = st.sampled_from([*DTYPES, "O", "<M8[s]", "|S9"])
shapes = st.lists(
    st.one_of(st.integers(-1, 5), st.sampled_from([1 << 31, (1 << 31) - 1, 1e9, None])), max_size=9
)


def tagged(values):
    """Return a strategy of JSON values as the codec tags them, and of others that look similar."""
    items = st.lists(values, max_size=4)
    pairs = st.lists(st.tuples(st.one_of(text, st.integers(-(2**62), 2**62), values), values), max_size=4)
    tags = st.sampled_from(["tuple", "list", "dict", "array", *PLACEHOLDERS, "eval"])
    return st.one_of(
        st.fixed_dictionaries({"tuple": items}),
        st.fixed_dictionaries({"list": items}),
        st.fixed_dictionaries({"dict": pairs}),
        st.fixed_dictionaries({"array": st.tuples(dtypes, shapes)}),
        st.fixed_dictionaries({"scalar": st.tuples(dtypes, values)}),
        st.fixed_dictionaries({"generator": st.lists(values, min_size=4, max_size=4)}),
        st.dictionaries(tags, values, max_size=2),
        items,
    )


json_values = st.recursive(st.one_of(numbers, text), tagged, max_leaves=12)


class Received(Channel):
    """A channel on which these bytes come, and nothing else."""

    def __init__(self, data):
        super().__init__(None)
        self.buffer = data

    def read_some(self, deadline):
        """Return no bytes: the connection is closed."""
        return b""


def judged(header, body):
    """Receive a message, and judge it as outcomes of an exercise; return whether it got that far."""
    exercise = exercises("01_introduction")["accuracy"]
    cases, values = right_values(exercise, 7)
    try:
        message = Received(struct.pack("<II", len(header), len(body)) + header + body).receive()
        outcomes = [outcome_of(part) for part in message["outcomes"]]
        results = [judge_case(exercise, cases[0], outcome, values[0]) for outcome in outcomes]
        return make_verdict(verdict_from, exercise, results).state != "right"
    except (ProtocolError, KeyError, TypeError):
        return False


def cost(header, body=b""):
    """Return (steps, peak bytes) of receiving and judging a message."""
    tracemalloc.start()
    try:
        with Steps() as steps:
            judged(header, body)
        return steps.count, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@given(json_values, st.binary(max_size=64))
@settings(max_examples=150)
def test_any_value_is_refused_or_judged(value, body):
    outcomes = {"dict": [["error", None], ["outcomes", {"list": [{"dict": [["value", value]]}]}]]}
    for message in (outcomes, value):
        steps, size = cost(json.dumps(message).encode(), body)
        assert steps < MOST_STEPS and size < 10 << 20


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_judged(data):
    with pytest.raises(ProtocolError):
        Received(data[:8].ljust(8, b"\0") + data[8:]).receive()


@given(json_values, st.sampled_from(["list", "tuple", "dict"]))
@settings(max_examples=6)
def test_a_message_as_large_as_may_be_costs_little(value, tag):
    part = json.dumps(["k", value] if tag == "dict" else value)
    repeated = ",".join([part] * min(99_000, (MAX_HEADER - 200) // (len(part) + 1)))
    header = f'{{"dict":[["error",null],["outcomes",{{"list":[{{"dict":[["value",{{"{tag}":[{repeated}]}}]]}}]}}]]}}'
    with Steps() as steps:
        judged(header.encode(), b"")
    assert steps.count < MOST_STEPS


@pytest.mark.parametrize("part", ["[]", '{"":0}', '{"list":[]}', "9" * 4000])
def test_many_small_values_cost_little(part):
    header = '{"list":[' + ",".join([part] * ((MAX_HEADER - 20) // (len(part) + 1))) + "]}"
    steps, size = cost(header.encode())
    assert steps < MOST_STEPS and size < MOST_BYTES


def with_keys(keys):
    """Return the message of a worker whose function returned a dict with these keys."""
    value = {"dict": [[key, 0] for key in keys]}
    return json.dumps({"dict": [["outcomes", {"list": [{"dict": [["value", value]]}]}]]}).encode()


def test_keys_with_one_hash_are_refused_at_once():
    """Python's hash of k (2^61 - 1) is 0: a dict of n such keys takes n^2 steps."""
    steps, _ = cost(with_keys([k * (2**61 - 1) for k in range(1, 99_000)]))
    assert steps < 1000  # fewer than it has keys: none was put into a dict
    assert judged(with_keys(range(MAX_INTEGER_KEYS)), b"")
    assert not judged(with_keys(range(MAX_INTEGER_KEYS + 1)), b"")
    assert judged(with_keys([MAX_INTEGER_KEY - 1, "a"]), b"") and not judged(
        with_keys([MAX_INTEGER_KEY]), b""
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit memory")
def test_a_called_function_takes_no_more_memory_than_allowed():
    """A small column and a small row make a large matrix."""
    losses = exercises("02_logistic_regression")["loss"].solution
    column = np.full((20_000, 1), 0.5)
    reply = attempt(losses, [column, column.T], {}, MAX_MEMORY)
    assert reply["value"] is None and "MemoryError" in reply["raised"][0]
    assert attempt(losses, [column, column], {}, MAX_MEMORY)["raised"] is None
    with memory_limit(1 << 20), memory_limit(MAX_MEMORY), pytest.raises(MemoryError):
        np.ones(1 << 25)
    assert RpcServer({}, 1 << 20).memory == 1 << 20 and RpcServer({}, 1 << 40).memory == MAX_MEMORY
