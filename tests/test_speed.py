"""Fast steps against the clear helpers: same losses, no new arrays, predictions in bounded memory."""

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest

from helpers import (
    activations,
    classifier,
    deep_network,
    gradient_descent,
    logistic_regression,
    regression,
    shallow_network,
)
from helpers.initialization import scaled
from helpers.losses import cost
from helpers.softmax import one_hot, softmax_cost
from helpers.speed import streaming
from helpers.speed.counting import flops, moved
from helpers.speed.folded import fold, train_folded, unfold
from helpers.speed.in_place import RELU, SIGMOID, SOFTMAX, TANH
from helpers.speed.steps import make_buffers, step
from helpers.speed.training import train, train_in_batches


def problem(n_x, n_y, m, seed=0):
    rng = np.random.default_rng(seed)
    return rng, rng.normal(size=(n_x, m)), (rng.random((n_y, m)) < 0.5).astype(float)


@pytest.mark.parametrize("layer_sizes", [(5, 1), (7, 4, 1), (6, 5, 4, 3), (30, 20, 7, 5, 1)])
def test_relu_networks_have_the_losses_of_the_clear_helper(layer_sizes):
    rng, X, Y = problem(layer_sizes[0], layer_sizes[-1], 40)
    start = scaled(layer_sizes, rng)
    clear, _ = deep_network.train_deep(X, Y, start, 0.1, 200)
    fast = train(X, Y, start, 0.1, 200)
    one, other = (cost(deep_network.forward(X, p)[0], Y) for p in (clear, fast))
    np.testing.assert_allclose(one, other, rtol=1e-9)


def test_a_tanh_network_has_the_losses_of_the_clear_helper():
    rng, X, Y = problem(2, 1, 300)
    start = shallow_network.initialize(2, 4, 1, rng)
    clear, _ = shallow_network.train_shallow(X, Y, start, 1.2, 500)
    fast = train(X, Y, start, 1.2, 500, TANH)
    one, other = (cost(shallow_network.forward(X, p)[0], Y) for p in (clear, fast))
    np.testing.assert_allclose(one, other, rtol=1e-9)


@pytest.mark.parametrize("layer_sizes", [(2, 1), (2, 4, 1), (3, 5, 4, 2), (3, 4, 4, 4, 4, 2)])
def test_folded_steps_end_where_the_others_do(layer_sizes):
    rng, X, Y = problem(layer_sizes[0], layer_sizes[-1], 60)
    start = [(W, rng.normal(size=b.shape)) for W, b in scaled(layer_sizes, rng)]
    before = [(W.copy(), b.copy()) for W, b in start]
    one, other = train(X, Y, start, 0.3, 50, TANH), train_folded(X, Y, start, 0.3, 50)
    for (W, b), (V, c) in zip(one, other, strict=True):
        np.testing.assert_allclose(V, W, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(c, b, rtol=1e-9, atol=1e-12)
    for (W, b), (V, c) in zip(start, before, strict=True):
        assert np.array_equal(W, V) and np.array_equal(b, c)


def test_folding_and_unfolding_gives_the_parameters_back():
    start = scaled((3, 5, 4, 2), np.random.default_rng(4))
    for (W, b), (V, c) in zip(start, unfold(fold(start)), strict=True):
        np.testing.assert_allclose(V, W, atol=1e-15)
        np.testing.assert_allclose(c, b, atol=1e-15)


@pytest.mark.filterwarnings("error")
def test_folded_steps_neither_warn_nor_break_for_huge_sums():
    rng, X, Y = problem(2, 1, 40)
    start = [(2000 * W, b) for W, b in scaled((2, 4, 1), rng)]
    one, other = train(X, Y, start, 0.3, 5, TANH), train_folded(X, Y, start, 0.3, 5)
    for (W, b), (V, c) in zip(one, other, strict=True):
        np.testing.assert_allclose(V, W, rtol=1e-9)
        np.testing.assert_allclose(c, b, rtol=1e-9, atol=1e-9)


def test_logistic_regression_is_a_network_of_one_layer():
    _, X, Y = problem(30, 1, 12)
    w, b, _ = logistic_regression.train_logistic(X, Y, 0.05, 300)
    ((W, c),) = train(X, Y, [(np.zeros((1, 30)), np.zeros((1, 1)))], 0.05, 300)
    np.testing.assert_allclose(W.T, w, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(c[0, 0], b, rtol=1e-9)


@pytest.mark.parametrize("size", [8, 30, 100])
def test_mini_batches_have_the_losses_of_the_clear_helper(size):
    rng, X, _ = problem(9, 1, 100)
    Y, start = one_hot(rng.integers(0, 4, 100), 4), scaled((9, 8, 4), rng)
    clear, _ = gradient_descent.train_in_batches(
        X, Y, start, classifier.gradient_and_cost, size, 0.1, 5, np.random.default_rng(1)
    )
    fast = train_in_batches(X, Y, start, size, 0.1, 5, np.random.default_rng(1), RELU, SOFTMAX)
    one, other = (softmax_cost(classifier.probabilities(X, p), Y) for p in (clear, fast))
    np.testing.assert_allclose(one, other, rtol=1e-9)


def test_the_start_of_a_training_stays_as_it_was():
    rng, X, Y = problem(4, 1, 10)
    start = scaled((4, 3, 1), rng)
    before = [(W.copy(), b.copy()) for W, b in start]
    train(X, Y, start, 0.1, 3)
    for pair, earlier in zip(start, before, strict=True):
        np.testing.assert_array_equal(pair[0], earlier[0])


@pytest.mark.parametrize(("hidden", "output"), [(RELU, SIGMOID), (TANH, SIGMOID)])
def test_a_step_makes_no_array(hidden, output):
    m = 50_000  # so that an array of m entries is more than the 64 kB through which NumPy before 2 casts
    rng, X, Y = problem(50, 2, m)
    parameters = scaled((50, 40, 30, 2), rng)
    buffers = make_buffers(parameters, m)
    tracemalloc.start()
    step(X, Y, parameters, buffers, 0.1, hidden, output)
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    step(X, Y, parameters, buffers, 0.1, hidden, output)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert peak < 2 * m, peak  # less than a row of labels at one byte each


def test_flops_counts_the_multiplications_and_additions_of_loops():
    layer_sizes, m = (5, 4, 3, 2), 7
    count = 0
    for layer in range(1, 4):
        for _ in range(layer_sizes[layer] * layer_sizes[layer - 1] * m):
            count += 2 * (3 if layer > 1 else 2)
    assert flops(layer_sizes, m) == count
    assert moved((5, 4), 7, 1) == 2 * (20 + 28 + 35)


class Columns:
    """An array that may only be read a chunk at a time."""

    def __init__(self, array, most):
        self.array, self.most, self.shape = array, most, array.shape

    def __getitem__(self, key):
        found = self.array[key]
        assert found.shape[1] <= self.most
        return found


@pytest.mark.parametrize("m", [1, 63, 64, 65, 200])
def test_streamed_predictions_equal_those_of_the_clear_helpers(m):
    rng, X, _ = problem(6, 1, m)
    read, chunk = Columns(X, 64), 64
    w, b = rng.normal(size=(6, 1)), 0.1
    shallow, deep = scaled((6, 4, 1), rng), scaled((6, 5, 4, 3), rng)
    pairs = [
        (streaming.predict_logistic(w, b, read, chunk), logistic_regression.predict(w, b, X)),
        (streaming.predict_shallow(read, shallow, chunk), shallow_network.predict(X, shallow)),
        (streaming.predict_deep(read, deep, chunk=chunk), deep_network.predict(X, deep)),
        (
            streaming.predict_deep(read, deep, TANH, chunk),
            deep_network.predict(X, deep, hidden=activations.TANH),
        ),
        (streaming.predict_classes(read, deep, chunk=chunk), classifier.predict(X, deep)),
    ]
    for streamed, at_once in pairs:
        np.testing.assert_array_equal(streamed, at_once)
    numbers = streaming.predict_numbers(read, deep, chunk=chunk)
    np.testing.assert_allclose(numbers, regression.predict(X, deep), rtol=1e-12)


def test_streamed_predictions_need_no_more_memory_for_more_examples():
    rng, X, _ = problem(10, 1, 100_000)
    parameters = scaled((10, 50, 3), rng)
    streaming.predict_classes(X[:, :2000], parameters)
    tracemalloc.start()
    streaming.predict_classes(X, parameters)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000 * 8 + 3_000_000  # the answers, and some chunks


def test_importing_the_course_brings_in_nothing_heavy():
    code = "import sys, helpers; print(sum(m.startswith(('numpy', 'matplotlib', 'IPython')) for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "0"
