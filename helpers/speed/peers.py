"""The same training step in PyTorch, where it is installed, for comparison. Nothing else in the course needs it."""


def torch_step(X, Y, parameters, learning_rate):
    """Return a function that takes one step of the same ReLU network with sigmoid outputs, or None without PyTorch.

    X is (n_x, m), Y is (n_y, m), parameters is [(W1, b1), ...]; PyTorch has examples in rows. One thread.
    """
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(1)
    rows, labels = torch.tensor(X.T.copy()), torch.tensor(Y.T.copy())
    layers = [
        torch.tensor(array.copy(), requires_grad=True) for W, b in parameters for array in (W, b.ravel())
    ]
    optimizer = torch.optim.SGD(layers, lr=learning_rate)

    def step():
        A = rows
        for i in range(0, len(layers), 2):
            A = torch.nn.functional.linear(torch.relu(A) if i else A, layers[i], layers[i + 1])
        loss = torch.nn.functional.binary_cross_entropy_with_logits(A, labels, reduction="sum") / len(rows)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()

    return step
