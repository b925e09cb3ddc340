import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_regression import propagate
from helpers.losses import cost


def pairs(w, b, X, Y, learning_rate, iterations):
    costs = []
    for _ in range(iterations):
        dw, db, J = propagate(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs += [J]
    return w, b, costs


def on_a_copy(w, b, X, Y, learning_rate, iterations):
    w, costs = w.copy(), []
    while len(costs) < iterations:
        dw, db, J = propagate(w, b, X, Y)
        w -= learning_rate * dw
        b -= learning_rate * db
        costs.append(float(J))
    return [w, b, costs]


def everything_inside(w, b, X, Y, learning_rate, iterations):
    costs = []
    for _ in range(iterations):
        A = sigmoid(w.T @ X + b)
        costs.append(cost(A, Y))
        w = w - learning_rate / X.shape[1] * (X @ (A - Y).T)
        b = b - learning_rate * np.mean(A - Y)
    return w, b, costs


def recursive(w, b, X, Y, learning_rate, iterations):
    if iterations == 0:
        return w, b, []
    dw, db, J = propagate(w, b, X, Y)
    w, b, costs = recursive(
        w - learning_rate * dw, b - learning_rate * db, X, Y, learning_rate, iterations - 1
    )
    return w, b, [J, *costs]


def one_vector(w, b, X, Y, learning_rate, iterations):
    theta, costs = np.vstack([w, [[b]]]), []
    for _ in range(iterations):
        dw, db, J = propagate(theta[:-1], theta[-1, 0], X, Y)
        theta = theta - learning_rate * np.vstack([dw, [[db]]])
        costs.append(J)
    return theta[:-1], theta[-1, 0], costs


def a_tuple_of_costs(w, b, X, Y, learning_rate, iterations):
    costs = ()
    for _ in range(iterations):
        dw, db, J = propagate(w, b, X, Y)
        w, b, costs = w - learning_rate * dw, b - learning_rate * db, (*costs, J)
    return w, b, costs


def an_array_of_costs(w, b, X, Y, learning_rate, iterations):
    costs = np.zeros(iterations)
    for k in range(iterations):
        dw, db, costs[k] = propagate(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, costs
