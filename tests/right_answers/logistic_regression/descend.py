import numpy as np

from helpers.logistic_loops import gradient_loop
from helpers.logistic_regression import propagate


def tuples(w, b, X, Y, learning_rate, iterations):
    costs = []
    for _ in range(iterations):
        dw, db, J = gradient_loop(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs += [J]
    return w, b, costs


def own_copy(w, b, X, Y, learning_rate, iterations):
    w, costs = w.astype(float).copy(), []
    while len(costs) < iterations:
        dw, db, J = gradient_loop(w, b, X, Y)
        w -= learning_rate * dw
        b -= learning_rate * db
        costs.append(float(J))
    return w, b, costs


def arrays(w, b, X, Y, learning_rate, iterations):
    costs = [0.0] * iterations
    for k in range(iterations):
        dw, db, costs[k] = propagate(w, b, X, Y)
        w = w + -learning_rate * dw
        b = b + -learning_rate * db
    return w, b, costs


def recursive(w, b, X, Y, learning_rate, iterations):
    if iterations == 0:
        return w, b, []
    dw, db, J = gradient_loop(w, b, X, Y)
    w, b, costs = recursive(
        w - learning_rate * dw, b - learning_rate * db, X, Y, learning_rate, iterations - 1
    )
    return w, b, [J, *costs]


def listed(w, b, X, Y, learning_rate, iterations):
    steps = [(w, b, None)]
    for _ in range(iterations):
        w, b, _ = steps[-1]
        dw, db, J = gradient_loop(w, b, X, Y)
        steps.append((w - dw * learning_rate, b - db * learning_rate, J))
    return [steps[-1][0], steps[-1][1], [J for *_, J in steps[1:]]]


def an_array_of_costs(w, b, X, Y, learning_rate, iterations):
    costs = np.zeros(iterations)
    for k in range(iterations):
        dw, db, costs[k] = gradient_loop(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, costs
