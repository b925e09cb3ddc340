"""The network of notebook 09 in PyTorch: its losses, step by step, from the same start as in NumPy.

Stored, so that the notebook has something to compare with where PyTorch is not installed. Remaking needs the optional
extra `torch`. All numbers are float64, and not rounded.
"""

import numpy as np

from helpers.datasets import load_planar
from helpers.initialization import scaled
from helpers.rows import to_rows

LAYER_SIZES, LEARNING_RATE, ITERATIONS = [2, 8, 8, 1], 0.3, 500


def jobs():
    """Return the settings: the seed of the start."""
    return [{"seed": seed} for seed in range(3)]


def measure(seed):
    """Return PyTorch's version, the layer sizes, the learning rate, and the loss before each step."""
    import torch

    petals = load_planar("petals")
    start = scaled(LAYER_SIZES, np.random.default_rng(seed), gain=1)
    losses = torch_losses(*to_rows(petals.X_train, petals.Y_train, start), LEARNING_RATE, ITERATIONS)
    version = torch.__version__.partition("+")[0]
    return {"torch": version, "layer_sizes": LAYER_SIZES, "learning_rate": LEARNING_RATE, "losses": losses}


def torch_losses(X, Y, parameters, learning_rate, iterations):
    """Return the losses of a tanh network, one before each step of gradient descent; rows are examples.

    X is (m, n_x), Y is (m, n_y), and parameters is [(W1, b1), ...] with b of shape (n,).
    """
    import torch

    X, Y = torch.tensor(X.copy()), torch.tensor(Y.copy(), dtype=torch.float64)
    blocks = []
    for W, b in parameters:
        layer = torch.nn.Linear(W.shape[1], W.shape[0], dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(W.copy()))
            layer.bias.copy_(torch.tensor(b.copy()))
        blocks += [layer, torch.nn.Tanh()]
    network = torch.nn.Sequential(*blocks[:-1])
    cost_of = torch.nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(network.parameters(), lr=learning_rate)
    losses = []
    for _ in range(iterations):
        loss = cost_of(network(X), Y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses
