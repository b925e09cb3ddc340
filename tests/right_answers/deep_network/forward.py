"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU, SIGMOID


def last_layer_apart(X, parameters, hidden=RELU, output=SIGMOID):
    A, caches = X, []
    for W, b in parameters[:-1]:
        Z = W @ A + b
        caches.append((A, W, Z))
        A = hidden.value(Z)
    W, b = parameters[-1]
    Z = W @ A + b
    caches.append((A, W, Z))
    return output.value(Z), caches


def by_counting(X, parameters, hidden=RELU, output=SIGMOID):
    caches = []
    A = X
    L = len(parameters)
    for l in range(1, L + 1):  # noqa: E741
        W, b = parameters[l - 1]
        Z = np.dot(W, A) + b
        caches.append((A, W, Z))
        A = output.value(Z) if l == L else hidden.value(Z)
    return A, caches


def by_recursion(X, parameters, hidden=RELU, output=SIGMOID):
    (W, b), rest = parameters[0], parameters[1:]
    Z = W @ X + b
    if not rest:
        return output.value(Z), [(X, W, Z)]
    A, caches = by_recursion(hidden.value(Z), rest, hidden, output)
    return A, [(X, W, Z), *caches]


def all_lists_first(X, parameters, hidden=RELU, output=SIGMOID):
    As, Zs = [X], []
    for (W, b), g in zip(parameters, [hidden] * (len(parameters) - 1) + [output], strict=True):
        Zs.append(W @ As[-1] + b)
        As.append(g.value(Zs[-1]))
    return As[-1], [(A, W, Z) for A, (W, b), Z in zip(As[:-1], parameters, Zs, strict=True)]


def caches_in_a_tuple(X, parameters, hidden=RELU, output=SIGMOID):
    caches = ()
    A = X
    for W, b in parameters:
        A_previous, Z = A, b + W @ A
        caches += ([A_previous, W, Z],)
        A = hidden.value(Z)
    return output.value(Z), caches
