"""A network with any number of layers: one layer's lines in a loop, forward and back.

Parameters are [(W1, b1), ..., (WL, bL)] with L ≥ 1, columns of X are examples, any layer sizes and any n_y will do.
Hidden layers share one activation. dZ = A − Y at the output holds for a sigmoid with the cross-entropy cost and for
a linear output with half the squared error. Not here: softmax (`helpers.softmax`), steps without waste (07_speed).
"""

from helpers.activations import RELU, SIGMOID
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.gradient_descent import update
from helpers.losses import cost


def linear_forward(A_previous, W, b):
    """Return Z = W A_previous + b of one layer, (n[l], m).

    A_previous is (n[l-1], m), W is (n[l], n[l-1]), b is (n[l], 1).
    """
    return W @ A_previous + b


def layer_forward(A_previous, W, b, activation):
    """Return (A, cache) of one layer, cache = (A_previous, W, Z), which backward will need.

    A = g(Z) is (n[l], m). Z comes from linear_forward; g is activation.value.
    """
    Z = linear_forward(A_previous, W, b)
    return activation.value(Z), (A_previous, W, Z)


def forward(X, parameters, hidden=RELU, output=SIGMOID):
    """Return (AL, caches): the outputs, (n_y, m), and a list of the caches, first layer first.

    X is A[0], (n_x, m); parameters is [(W1, b1), ..., (WL, bL)] with L ≥ 1. Every layer feeds
    the next by layer_forward: `hidden` in all layers but the last, `output` in the last.
    """
    A, caches = X, []
    activations = [hidden] * (len(parameters) - 1) + [output]
    for (W, b), activation in zip(parameters, activations, strict=True):
        A, cache = layer_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches


def linear_backward(dZ, A_previous, W):
    """Return (dA_previous, dW, db) of one layer from dZ, each in the shape of A_previous, W, b.

    dZ is (n[l], m). Its columns, and those of dA_previous, are slopes of one example's loss;
    dW and db are slopes of the cost, a mean over the m examples.
    """
    m = dZ.shape[1]
    dW = dZ @ A_previous.T / m
    db = dZ.sum(axis=1, keepdims=True) / m
    return W.T @ dZ, dW, db


def layer_backward(dA, cache, activation):
    """Return (dA_previous, dW, db) of one layer from dA and its cache = (A_previous, W, Z).

    dA is (n[l], m). dZ = dA * g′(Z), then linear_backward; g′ is activation.derivative.
    """
    A_previous, W, Z = cache
    dZ = dA * activation.derivative(Z)
    return linear_backward(dZ, A_previous, W)


def backward(AL, Y, caches, hidden=RELU):
    """Return [(dW1, db1), ..., (dWL, dbL)], the gradient of the cost, the first layer first.

    AL and Y are (n_y, m); caches come from forward. The last layer starts from dZ = AL − Y with
    linear_backward; every layer before it gets the dA_previous of the layer after it, by
    layer_backward with `hidden`.
    """
    A_previous, W, _ = caches[-1]
    dA, dW, db = linear_backward(AL - Y, A_previous, W)
    gradients = [(dW, db)]
    for cache in reversed(caches[:-1]):
        dA, dW, db = layer_backward(dA, cache, hidden)
        gradients.append((dW, db))
    return gradients[::-1]


def errors(AL, Y, caches, hidden=RELU):
    """Return [dZ1, ..., dZL], each (n[l], m), from the last layer back, without any dA between.

    dZ[L] = AL − Y, and then the recursion dZ[l] = W[l+1]ᵀ dZ[l+1] * g′(Z[l]).
    g′ is hidden.derivative. A cache is (A_previous, W, Z); the first layer's comes first.
    """
    dZs = [AL - Y]
    for layer in range(len(caches) - 1, 0, -1):
        _, W_after, _ = caches[layer]
        _, _, Z = caches[layer - 1]
        dZs.insert(0, (W_after.T @ dZs[0]) * hidden.derivative(Z))
    return dZs


def gradients_from(dZs, caches):
    """Return [(dW1, db1), ..., (dWL, dbL)] from [dZ1, ..., dZL]: dW = dZ A_previousᵀ / m, db = the mean of dZ."""
    return [
        (dZ @ A_previous.T / dZ.shape[1], dZ.sum(axis=1, keepdims=True) / dZ.shape[1])
        for dZ, (A_previous, _, _) in zip(dZs, caches, strict=True)
    ]


def gradient_and_cost(X, Y, parameters, hidden=RELU):
    """Return (gradients, cost) of one pass forward and back; X is (n_x, m) and Y is (n_y, m).

    Same numbers as `backward`, by the recursion alone: dA[0], which nobody needs, is never computed.
    """
    AL, caches = forward(X, parameters, hidden)
    return gradients_from(errors(AL, Y, caches, hidden), caches), cost(AL, Y)


def gradient_gap(X, Y, parameters, gradients, hidden=RELU):
    """Return the largest relative difference between `gradients` and numerical ones.

    Compare the W and b of every layer. gradients is [(dW1, db1), ..., (dWL, dbL)], as backward
    returns it for X, (n_x, m), and Y, (n_y, m).
    numerical_gradients(f, parameters) nudges every entry of f's argument and returns a list of
    the same form; here f is the cost after forward with `hidden`.
    relative_difference(dW, numerical dW) compares two arrays.
    """
    numerical = numerical_gradients(lambda p: cost(forward(X, p, hidden)[0], Y), parameters)
    gaps = []
    for ours, theirs in zip(gradients, numerical, strict=True):
        gaps.append(relative_difference(ours[0], theirs[0]))
        gaps.append(relative_difference(ours[1], theirs[1]))
    return max(gaps)


def train_deep(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    """Return (parameters, costs) after `iterations` steps of gradient descent from parameters.

    X is (n_x, m), Y is (n_y, m). Each iteration: forward, note the cost, backward, update.
    costs is a list with one number an iteration, the cost before that iteration's update.
    The parameters that came in stay as they are.
    """
    costs = []
    for _ in range(iterations):
        AL, caches = forward(X, parameters, hidden)
        costs.append(cost(AL, Y))
        gradients = backward(AL, Y, caches, hidden)
        parameters = update(parameters, gradients, learning_rate)
    return parameters, costs


def predict(X, parameters, hidden=RELU):
    """Return the predicted labels, (n_y, m): 1 where the output is above ½, else 0."""
    AL, _ = forward(X, parameters, hidden)
    return (AL > 0.5).astype(int)
