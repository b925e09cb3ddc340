"""The table: every peer on every workload, in turns, in one process; and the losses that each of them reaches."""

import random
from contextlib import suppress
from dataclasses import replace
from operator import truediv
from statistics import median
from time import process_time
from typing import NamedTuple

import numpy as np

from helpers import deep_network
from helpers.activations import RELU, SIGMOID, TANH
from helpers.losses import cost
from helpers.softmax import SOFTMAX, softmax_cost
from tests.benchmarks.peers import PEERS
from tests.benchmarks.workloads import material


class Found(NamedTuple):
    """What was measured of one peer: seconds a step, times ours, the loss after the first run; or what is missing."""

    seconds: float = None
    times: float = None
    loss: float = None
    missing: str = ""


def measure(workload, rounds=7, peers=PEERS):
    """Return {peer: Found}: medians of rounds in which all take turns, of times ours within each round.

    The first run of each is not timed: it makes the loss, and compiles what wants to be compiled.
    """
    found, runs = {}, {}
    for name, peer in peers.items():
        part = workload if name == "span" else workload.short()
        try:
            made = peer(part, material(part))
        except ImportError as error:
            found[name] = Found(missing=f"not installed: {error.name}")
            continue
        if made is not None:
            run, parameters = made
            run()
            runs[name] = (run, part.steps, loss(workload, parameters and parameters(), material(part)))
    taken = {name: [] for name in runs}
    turns = random.Random(0)
    for _ in range(rounds):
        for name in turns.sample(list(runs), len(runs)):  # whoever comes next finds the examples in the cache
            run, steps, _ = runs[name]
            started = process_time()
            run()
            taken[name].append((process_time() - started) / steps)
    for name, seconds in taken.items():
        times = median(map(truediv, seconds, taken["ours"]))
        found[name] = Found(median(seconds), times, runs[name][2])
    return {name: found[name] for name in peers if name in found}


def loss(workload, parameters, data):
    """Return the cost of all examples, or None where there are no parameters."""
    if parameters is None:
        return None
    hidden, softmax = (TANH if workload.hidden == "tanh" else RELU), workload.output == "softmax"
    A, _ = deep_network.forward(data.X, parameters, hidden, SOFTMAX if softmax else SIGMOID)
    return float((softmax_cost if softmax else cost)(A, data.Y))


def agreement(workload, names, peers=PEERS, steps=None):
    """Return {peer: relative difference of its loss from the clear helper's}, after `steps` steps, the same for all.

    A library that is not installed is left out.
    """
    part = replace(workload, steps=steps or workload.steps)
    losses = {}
    for name in ("clear", *names):
        made = None
        with suppress(ImportError):
            made = peers[name](part, material(part))
        if made is not None:
            run, parameters = made
            run()
            losses[name] = loss(part, parameters(), material(part))
    return {name: abs(losses[name] - losses["clear"]) / losses["clear"] for name in losses}


def lines(workload, found):
    """Yield the lines of the table for one workload: microseconds a step, times ours, the loss's distance."""
    yield f"\n{workload.name}"
    for name, peer in found.items():
        if peer.missing:
            yield f"  {name:13}{peer.missing}"
            continue
        clear = found["clear"].loss
        distance = "" if peer.loss is None or name == "span" else f"{abs(peer.loss - clear) / clear:10.1e}"
        yield f"  {name:13}{1e6 * peer.seconds:12.1f} us a step{peer.times:9.3f} x ours{distance}"


def predictions(workload, rounds=7):
    """Return {peer: median seconds} of the outputs of all examples: streamed, at once, and by PyTorch if installed."""
    from helpers.speed.streaming import outputs
    from tests.benchmarks.peers import IN_PLACE

    data = material(workload.short())
    hidden, last = IN_PLACE[workload.hidden], IN_PLACE[workload.output]
    clear = (TANH if workload.hidden == "tanh" else RELU), (SOFTMAX if last.name == "softmax" else SIGMOID)
    ways = {
        "ours, streamed": lambda: [None for _ in outputs(data.X, data.start, hidden, last)],
        "clear": lambda: deep_network.forward(data.X, data.start, *clear),
        **torch_prediction(workload, data),
    }
    calls = max(1, int(2e8 / np.dot(workload.layer_sizes[1:], workload.layer_sizes[:-1]) / workload.m / 10))
    taken = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            started = process_time()
            for _ in range(min(calls, 300)):
                way()
            taken[name].append((process_time() - started) / min(calls, 300))
    return {name: median(values) for name, values in taken.items()}


def torch_prediction(workload, data):
    """Return {"PyTorch": a function that computes all outputs}, or {} where it is not installed."""
    try:
        import torch
    except ImportError:
        return {}
    rows = torch.from_numpy(data.X.T.copy())
    layers = [(torch.from_numpy(W.copy()), torch.from_numpy(b.ravel().copy())) for W, b in data.start]
    hidden = torch.tanh if workload.hidden == "tanh" else torch.relu

    @torch.inference_mode()
    def predict():
        A = rows
        for layer, (W, b) in enumerate(layers):
            A = torch.nn.functional.linear(hidden(A) if layer else A, W, b)
        return torch.softmax(A, dim=1) if workload.output == "softmax" else torch.sigmoid(A)

    return {"PyTorch": predict}
