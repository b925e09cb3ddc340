"""Who trains: each peer is a function (workload, material) → (run, parameters), or None where it cannot.

`run()` takes all steps of the material from where it stands; `parameters()` gives [(W1, b1), ...] as they are then.
A missing library raises ImportError, which the table reports.
"""

import warnings

import numpy as np

from helpers import classifier, deep_network, shallow_network
from helpers.activations import RELU, TANH
from helpers.gradient_descent import update
from helpers.logistic_regression import propagate as logistic_propagate
from helpers.speed import in_place
from helpers.speed.folded import fold, folded_step, unfold
from helpers.speed.measuring import matrix_products
from helpers.speed.span import train_deep_in_span
from helpers.speed.steps import make_buffers, step
from helpers.speed.training import own

IN_PLACE = {kind.name: kind for kind in (in_place.RELU, in_place.TANH, in_place.SIGMOID, in_place.SOFTMAX)}


def limit(workload, data):
    """Only the matrix products of each step, into memory that is there."""
    X = data.X if workload.size is None else None
    products = matrix_products(workload.layer_sizes, workload.batch, X=X)

    def run():
        for _ in data.batches:
            products()

    return run, None


def ours(workload, data):
    """Steps without new arrays."""
    parameters, (hidden, output) = own(data.start), (IN_PLACE[workload.hidden], IN_PLACE[workload.output])
    buffers = make_buffers(parameters, workload.batch)
    rows, labels = data.X.T, np.ascontiguousarray(data.Y.T)
    X_rows, Y_rows = np.empty((workload.batch, rows.shape[1])), np.empty((workload.batch, labels.shape[1]))

    def run():
        for columns in data.batches:
            X, Y = data.X, data.Y
            if columns is not None:
                X = np.take(rows, columns, axis=0, out=X_rows, mode="clip").T
                Y = np.take(labels, columns, axis=0, out=Y_rows, mode="clip").T
            step(X, Y, parameters, buffers, workload.rate, hidden, output)

    return run, lambda: parameters


def folded(workload, data):
    """Steps with less in them, for a tiny tanh network: the bias in the weights, and tanh as a sigmoid."""
    if workload.hidden != "tanh":
        return None
    weights = fold(data.start)
    one = folded_step(data.X, data.Y, weights, workload.rate)

    def run():
        for _ in data.batches:
            one()

    return run, lambda: unfold(weights)


def clear(workload, data):
    """The helpers that notebooks 03 to 06 import, with the cost of every step, as they train."""
    parameters = data.start
    if len(data.start) == 1:
        return clear_logistic(workload, data)
    hidden = TANH if workload.hidden == "tanh" else RELU
    of = {"softmax": classifier, "sigmoid": deep_network}[workload.output]
    of = shallow_network if workload.hidden == "tanh" else of

    def run():
        nonlocal parameters
        for columns in data.batches:
            X, Y = (data.X, data.Y) if columns is None else (data.X[:, columns], data.Y[:, columns])
            gradients, _ = of.gradient_and_cost(X, Y, parameters, hidden)
            parameters = update(parameters, gradients, workload.rate)

    return run, lambda: parameters


def clear_logistic(workload, data):
    """`helpers.logistic_regression`, with the cost of every step."""
    (W, c), rate = data.start[0], workload.rate
    w, b = W.T.copy(), float(c[0, 0])

    def run():
        nonlocal w, b
        for _ in data.batches:
            dw, db, _ = logistic_propagate(w, b, data.X, data.Y)
            w, b = w - rate * dw, b - rate * db

    return run, lambda: [(w.T, np.full((1, 1), b))]


def span(workload, data):
    """Training on XᵀX, with what it takes to make it."""
    if workload.size or workload.layer_sizes[0] <= 2 * workload.m:
        return None
    parameters, steps = data.start, len(data.batches)

    def run():
        nonlocal parameters
        parameters = train_deep_in_span(
            data.X,
            data.Y,
            parameters,
            workload.rate,
            steps,
            IN_PLACE[workload.hidden],
            IN_PLACE[workload.output],
        )

    return run, lambda: parameters


def textbook(workload, data):
    """Plain NumPy as textbooks write it: rows or columns as they come, the cost each step, dA0 too, np.where."""
    parameters = [[W.copy(), b.copy()] for W, b in data.start]
    tanh, softmax = workload.hidden == "tanh", workload.output == "softmax"

    def activate(Z, last):
        if last and softmax:
            E = np.exp(Z - Z.max(axis=0, keepdims=True))
            return E / E.sum(axis=0, keepdims=True)
        if last:
            return 1 / (1 + np.exp(-Z))
        return np.tanh(Z) if tanh else np.where(Z > 0, Z, 0)

    def run():
        for columns in data.batches:
            X, Y = (data.X, data.Y) if columns is None else (data.X[:, columns], data.Y[:, columns])
            m, outputs = X.shape[1], [X]
            for layer, (W, b) in enumerate(parameters):
                outputs.append(activate(np.dot(W, outputs[-1]) + b, layer == len(parameters) - 1))
            A = np.clip(outputs[-1], 1e-15, 1 - 1e-15)
            -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            dZ, gradients = outputs[-1] - Y, []
            for layer in reversed(range(len(parameters))):
                W, A = parameters[layer][0], outputs[layer]
                gradients.append((1 / m * np.dot(dZ, A.T), 1 / m * np.sum(dZ, axis=1, keepdims=True)))
                dA = np.dot(W.T, dZ)
                dZ = dA * (1 - A**2) if tanh else np.where(A > 0, dA, 0)
            for pair, (dW, db) in zip(parameters, reversed(gradients), strict=True):
                pair[0], pair[1] = pair[0] - workload.rate * dW, pair[1] - workload.rate * db

    return run, lambda: [tuple(pair) for pair in parameters]


def pytorch(workload, data):
    """PyTorch on the processor: nn.functional, autograd, SGD, one thread."""
    import torch

    torch.set_num_threads(1)
    F, rows, labels = (
        torch.nn.functional,
        torch.from_numpy(data.X.T.copy()),
        torch.from_numpy(data.Y.T.copy()),
    )
    layers = [torch.tensor(a.copy(), requires_grad=True) for W, b in data.start for a in (W, b.ravel())]
    optimizer = torch.optim.SGD(layers, lr=workload.rate)
    hidden = torch.tanh if workload.hidden == "tanh" else torch.relu
    batches = [None if columns is None else torch.from_numpy(columns) for columns in data.batches]

    def run():
        for columns in batches:
            A, Y = (rows, labels) if columns is None else (rows[columns], labels[columns])
            for i in range(0, len(layers), 2):
                A = F.linear(hidden(A) if i else A, layers[i], layers[i + 1])
            if workload.output == "softmax":
                loss = F.cross_entropy(A, Y)
            else:
                loss = F.binary_cross_entropy_with_logits(A, Y)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()

    def parameters():
        arrays = [layer.detach().numpy().copy() for layer in layers]
        return [(W, b.reshape(-1, 1)) for W, b in zip(arrays[::2], arrays[1::2], strict=True)]

    return run, parameters


def sklearn_mlp(workload, data):
    """scikit-learn's MLP with plain SGD, by its own loop; mini-batches are laid out in order before."""
    from sklearn.neural_network import MLPClassifier

    sizes, whole = workload.layer_sizes, workload.size is None
    order = slice(None) if whole else np.concatenate(data.batches)
    rows = data.X.T[order].copy()
    labels = data.Y.argmax(axis=0)[order] if sizes[-1] > 1 else data.Y[0, order].astype(int)
    activation = {
        "hidden_layer_sizes": sizes[1:-1],
        "activation": workload.hidden,
        "solver": "sgd",
        "alpha": 0.0,
    }
    plain = {"momentum": 0.0, "nesterovs_momentum": False, "shuffle": False, "tol": 0.0, "warm_start": True}
    model = MLPClassifier(
        **activation, **plain, learning_rate_init=workload.rate, batch_size=workload.batch,
        n_iter_no_change=10**9, max_iter=1,
    )  # fmt: skip
    warnings.simplefilter("ignore")
    model.fit(rows, labels)
    for layer, (W, b) in enumerate(data.start):
        model.coefs_[layer], model.intercepts_[layer] = W.T.copy(), b.ravel().copy()
    model.max_iter = len(data.batches) if whole else 1

    def run():
        model.fit(rows, labels)

    return run, lambda: [
        (W.T, b.reshape(-1, 1)) for W, b in zip(model.coefs_, model.intercepts_, strict=True)
    ]


def jax_steps(workload, data, loop=False):
    """JAX, a compiled step at a time; or, with `loop`, all steps in one compiled loop."""
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    X_all, Y_all = jnp.asarray(data.X), jnp.asarray(data.Y)
    parameters = [(jnp.asarray(W), jnp.asarray(b)) for W, b in data.start]
    hidden, softmax = (jnp.tanh if workload.hidden == "tanh" else jax.nn.relu), workload.output == "softmax"

    def loss(parameters, X, Y):
        A = X
        for layer, (W, b) in enumerate(parameters):
            A = W @ (hidden(A) if layer else A) + b
        if softmax:
            return -jnp.sum(Y * jax.nn.log_softmax(A, axis=0)) / Y.shape[1]
        return jnp.sum(jnp.maximum(A, 0) - A * Y + jnp.log1p(jnp.exp(-jnp.abs(A)))) / Y.shape[1]

    def move(parameters, X, Y):
        slopes = jax.grad(loss)(parameters, X, Y)
        return jax.tree.map(lambda p, d: p - workload.rate * d, parameters, slopes)

    batches = None if workload.size is None else jnp.asarray(np.stack(data.batches))
    one = jax.jit(lambda p, k: move(p, *part(k)))

    def part(k):
        return (X_all, Y_all) if batches is None else (X_all[:, batches[k]], Y_all[:, batches[k]])

    every = jax.jit(lambda p: jax.lax.fori_loop(0, workload.steps, lambda k, p: move(p, *part(k)), p))

    def run():
        nonlocal parameters
        if loop:
            parameters = every(parameters)
        else:
            for k in range(workload.steps):
                parameters = one(parameters, k)
        jax.block_until_ready(parameters)

    return run, lambda: [(np.asarray(W), np.asarray(b)) for W, b in parameters]


def jax_loop(workload, data):
    """JAX with all steps in one compiled `fori_loop`."""
    return jax_steps(workload, data, loop=True)


PEERS = {
    "limit": limit,
    "ours": ours,
    "folded": folded,
    "clear": clear,
    "span": span,
    "textbook": textbook,
    "PyTorch": pytorch,
    "scikit-learn": sklearn_mlp,
    "JAX step": jax_steps,
    "JAX loop": jax_loop,
}
