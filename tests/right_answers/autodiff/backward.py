"""Right answers written differently."""

import numpy as np

from helpers.autodiff import unbroadcast


def with_reversed(tape):
    gradients = [np.zeros(value.shape) for value, _, _ in tape]
    gradients[-1] = np.ones(tape[-1][0].shape)
    for (_, operation, parents), dC in zip(reversed(tape), reversed(list(enumerate(gradients))), strict=True):
        if operation:
            parts = operation.derivative(gradients[dC[0]], *[tape[p][0] for p in parents])
            for p, part in zip(parents, parts, strict=True):
                gradients[p] += unbroadcast(part, tape[p][0].shape)
    return gradients


def with_a_dict(tape):
    found = {len(tape) - 1: np.ones_like(tape[-1][0])}
    for k in reversed(range(len(tape))):
        value, operation, parents = tape[k]
        dC = found.setdefault(k, np.zeros_like(value))
        if operation is None:
            continue
        for p, part in zip(parents, operation.derivative(dC, *(tape[q][0] for q in parents)), strict=True):
            found[p] = found.get(p, 0) + unbroadcast(part, tape[p][0].shape)
    return [found[k] for k in range(len(tape))]


def with_lists_of_parts(tape):
    parts = [[] for _ in tape]
    parts[-1].append(np.ones_like(tape[-1][0]))
    gradients = []
    for k in range(len(tape) - 1, -1, -1):
        value, operation, parents = tape[k]
        dC = sum(parts[k], np.zeros_like(value))
        gradients.insert(0, dC)
        if parents:
            inputs = [tape[p][0] for p in parents]
            for p, part in zip(parents, operation.derivative(dC, *inputs), strict=True):
                parts[p].append(unbroadcast(part, inputs[parents.index(p)].shape))
    return gradients


def asking_the_users(tape):
    gradients = [None] * len(tape)
    gradients[-1] = tape[-1][0] * 0 + 1
    for k in range(len(tape) - 2, -1, -1):
        gradients[k] = np.zeros_like(tape[k][0])
        for j in range(k + 1, len(tape)):
            _, operation, parents = tape[j]
            if k in parents:
                parts = operation.derivative(gradients[j], *(tape[p][0] for p in parents))
                for p, part in zip(parents, parts, strict=True):
                    if p == k:
                        gradients[k] = gradients[k] + unbroadcast(part, tape[k][0].shape)
    return gradients


def with_the_parts_collected_first(tape):
    values = [value for value, _, _ in tape]
    collected = [[] for _ in tape]
    collected[-1].append(np.ones_like(values[-1]))
    for k in range(len(tape))[::-1]:
        _, operation, parents = tape[k]
        if operation is not None:
            parts = operation.derivative(sum(collected[k]), *[values[p] for p in parents])
            for i, p in enumerate(parents):
                collected[p].append(unbroadcast(parts[i], values[p].shape))
    return [sum(parts) for parts in collected]
