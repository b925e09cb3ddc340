"""The curvature of the cost: the derivative of the gradient, and the limit that it sets."""

import numpy as np

from helpers.curvature import hessian, largest_rate
from helpers.gradient_check import numerical_gradient
from helpers.logistic_loops import gradient_loop


def test_the_hessian_is_the_derivative_of_the_gradient():
    rng = np.random.default_rng(5)
    X, Y = rng.normal(size=(3, 6)), rng.integers(0, 2, (1, 6))
    theta = rng.normal(size=(4, 1))

    def slope_of(j):
        def entry(theta):
            dw, db, _ = gradient_loop(theta[:3], theta[3, 0], X, Y)
            return np.append(dw, db)[j]

        return entry

    rows = [numerical_gradient(slope_of(j), theta).ravel() for j in range(4)]
    assert np.allclose(hessian(theta[:3], theta[3, 0], X), rows, atol=1e-8)


def test_below_the_largest_rate_a_descent_comes_down_and_above_it_is_driven_away():
    H = np.array([[2.0, 1.0], [1.0, 2.0]])
    for share, comes_down in ((0.99, True), (1.01, False)):
        theta = np.array([1.0, 0.5])
        for _ in range(500):
            theta = theta - share * largest_rate(H) * H @ theta
        assert (np.linalg.norm(theta) < 0.1) == comes_down
