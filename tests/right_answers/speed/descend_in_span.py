import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost, cost_from_logits


def in_place(G, Y, learning_rate, iterations):
    m = len(G)
    s, b, costs = np.zeros((m, 1)), 0.0, []
    for _ in range(iterations):
        Z = s.T @ G + b
        costs.append(cost_from_logits(Z, Y))
        dZ = (sigmoid(Z) - Y) * learning_rate / m
        s -= dZ.T
        b -= dZ.sum()
    return s, b, costs


def as_a_row(G, Y, learning_rate, iterations):
    s, b, costs = np.zeros(Y.shape), 0.0, []
    for _ in range(iterations):
        A = sigmoid(np.dot(s, G) + b)
        costs.append(cost(A, Y))
        s = s - learning_rate * (A - Y) / Y.size
        b = b - learning_rate * np.mean(A - Y)
    return s.T, b, costs


def turned(G, Y, learning_rate, iterations):
    y, s, b, costs = Y.T, np.zeros((G.shape[0], 1)), 0.0, []
    for _ in range(iterations):
        a = sigmoid(G @ s + b)
        costs.append(cost(a.T, Y))
        dz = a - y
        s, b = s - learning_rate / len(y) * dz, b - learning_rate * dz.mean()
    return s, b, costs


def with_loops(G, Y, learning_rate, iterations):
    m = G.shape[0]
    s, b, costs = [0.0] * m, 0.0, []
    for _ in range(iterations):
        A = [sigmoid(sum(s[j] * G[j, i] for j in range(m)) + b) for i in range(m)]
        costs.append(cost(np.array([A]), Y))
        for i in range(m):
            s[i] -= learning_rate * (A[i] - Y[0, i]) / m
            b -= learning_rate * (A[i] - Y[0, i]) / m
    return np.array(s).reshape(m, 1), b, costs


def by_einsum(G, Y, learning_rate, iterations):
    s, b, costs = np.zeros((Y.shape[1], 1)), 0.0, []
    while len(costs) < iterations:
        A = sigmoid(np.einsum("ki,kj->ij", s, G) + b)
        costs.append(cost(A, Y))
        s = s + learning_rate * (Y - A).T / Y.shape[1]
        b = b + learning_rate * np.mean(Y - A)
    return s, b, costs


def costs_in_an_array(G, Y, learning_rate, iterations):
    m, s, b, costs = len(G), np.zeros((len(G), 1)), 0.0, np.zeros(iterations)
    for i in range(iterations):
        A = sigmoid(s.T @ G + b)
        costs[i] = cost(A, Y)
        s, b = s - learning_rate * (A - Y).T / m, b - learning_rate * np.mean(A - Y)
    return s, b, costs
