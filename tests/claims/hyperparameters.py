"""Claims of notebook 06: photographs of clothes, dealt anew from all 12,000; every draw has its own seed."""

from functools import cache

import numpy as np

from helpers.classifier import gradient_and_cost, predict, probabilities, train_classifier
from helpers.datasets import load_fashion
from helpers.engine.check.exercise import stub_source
from helpers.exercises.hyperparameters import repair_report
from helpers.experiments import stored
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.gradient_descent import train_in_batches
from helpers.images import flatten_images
from helpers.initialization import scaled
from helpers.search import report, score_setting, train_setting
from helpers.softmax import one_hot, softmax, softmax_cost, softmax_gradient
from helpers.splits import split
from tests.claims.claim import SHIPPED, Claim

SIX, TEN, FOURTEEN, TWENTY, FORTY = (tuple(range(n)) for n in (6, 10, 14, 20, 40))
TROUSERS, SHIRT, BAG = 1, 6, 8
FOUND = {"learning_rate": 0.033, "units": 32, "size": 16}  # what the notebook's search finds


@cache
def pixels(draw):
    """Return X, (784, 12000), from 0 to 1 in float32, and the labels, (1, 12000), in the order of a draw."""
    data = load_fashion()
    images, kinds = (
        np.concatenate([data.images_train, data.images_test]),
        np.hstack([data.Y_train, data.Y_test]),
    )
    order = np.arange(12_000) if draw == 0 else np.random.default_rng(draw).permutation(12_000)
    return (flatten_images(images[order]) / 255).astype(np.float32), kinds[:, order]


@cache
def photographs(draw):
    """Return X, labels of 10,000 photographs to learn from, then of 2,000 to test: pixels about zero."""
    X, kinds = pixels(draw)
    X = X - X[:, :10_000].mean(axis=1, keepdims=True)
    return X[:, :10_000], kinds[:, :10_000], X[:, 10_000:], kinds[:, 10_000:]


@cache
def parts(draw):
    """Return (X, labels) of 8,000 to train with and of 2,000 to validate."""
    X, labels, _, _ = photographs(draw)
    return split(X, labels, (0.8, 0.2), np.random.default_rng(draw))


def hot(labels):
    """Return Y, (10, m), in float32."""
    return one_hot(labels, 10).astype(np.float32)


def referee(draw):
    """Return the relative difference of the softmax gradient and the referee."""
    rng = np.random.default_rng(draw)
    Z, Y = rng.normal(size=(4, 3)), one_hot(rng.integers(0, 4, 3), 4)
    numerical = numerical_gradient(lambda Z: 3 * softmax_cost(softmax(Z), Y), Z)
    return relative_difference(softmax_gradient(Z, Y), numerical)


def first_cost(draw):
    """Return the cost of 2,000 photographs before the first step."""
    X, labels, _, _ = photographs(draw)
    return gradient_and_cost(
        X[:, :2000], hot(labels[:, :2000]), scaled((784, 64, 10), np.random.default_rng(draw))
    )[1]


def direction(draw):
    """Return the cosine of the angle between the gradient of 1,000 photographs and that of all 10,000."""
    X, labels, _, _ = photographs(draw)
    start = scaled((784, 64, 10), np.random.default_rng(draw))
    few, all_ = (
        np.concatenate(
            [
                part.ravel()
                for layer in gradient_and_cost(X[:, :m], hot(labels[:, :m]), start)[0]
                for part in layer
            ]
        )
        for m in (1000, 10_000)
    )
    return few @ all_ / np.linalg.norm(few) / np.linalg.norm(all_)


@cache
def best_rate(draw, size):
    """Return (cost, rate) after five epochs with 2,000 photographs, at the best of four rates."""
    X, labels, _, _ = photographs(draw)
    X, Y, ends = X[:, :2000], hot(labels[:, :2000]), []
    for rate in (0.03, 0.1, 0.3, 1.0):
        with np.errstate(all="ignore"):
            rng = np.random.default_rng(draw + 1)
            trained, _ = train_classifier(X, Y, (784, 64, 10), rate, 5, size, rng)
            ends.append((gradient_and_cost(X, Y, trained)[1], rate))
    return min(end for end in ends if np.isfinite(end[0]))


def ends(draw):
    """Return the costs of the four sizes, each at its best rate."""
    return [best_rate(draw, size)[0] for size in (16, 64, 256, 2000)]


def rate_of_all(draw):
    """Return the best rate of all 2,000 at once over that of 256."""
    return best_rate(draw, 2000)[1] / best_rate(draw, 256)[1]


def coins(draw):
    """Return the share of the best of 100 students, and the same student's next time."""
    exam, again = np.random.default_rng(draw).integers(0, 2, (2, 100, 50)).mean(axis=2)
    return exam.max(), again[exam.argmax()]


def score(draw, mean_first=True, **setting):
    """Return the validation accuracy of a setting that is trained on 2,000 photographs."""
    (X, labels), (X_validation, held) = parts(draw)
    if not mean_first:
        mean = X.mean(axis=1, keepdims=True)
        X, X_validation = X - mean, X_validation - mean
    with np.errstate(all="ignore"):
        train = X[:, :2000], hot(labels[:, :2000])
        return score_setting(train, (X_validation, held), setting, np.random.default_rng(draw))


@cache
def rates(draw):
    """Return {rate: accuracy}."""
    return {rate: score(draw, learning_rate=rate) for rate in (0.001, 0.1, 0.3, 1.0, 2.0)}


def good_rates(draw):
    """Return the accuracies from 0.1 to 1."""
    return [rates(draw)[rate] for rate in (0.1, 0.3, 1.0)]


def above_chance(draw):
    """Return the accuracy at the rate 2 minus the share of the most frequent class."""
    held = parts(draw)[1][1]
    return rates(draw)[2.0] - np.bincount(held[0]).max() / held.size


@cache
def others(draw):
    """Return the accuracies with tanh, ReLU and leaky ReLU at the rate 0.05."""
    return [score(draw, hidden=hidden) for hidden in ("tanh", "relu", "leaky_relu")]


def swept(name, *values):
    """Return the stored mean accuracies of these values of a hyperparameter."""
    rows = stored("hyperparameters")
    return [np.mean([r["validation"] for r in rows if (r["name"], r["value"]) == (name, v)]) for v in values]


def effects():
    """Return the range of the stored means, {hyperparameter: number}, in the order that is said."""
    return {
        "learning_rate": np.ptp(swept("learning_rate", 0.001, 0.003, 0.01, 0.03, 0.1)),
        "size": np.ptp(swept("size", 1024, 256, 64, 16)),
        "epochs": np.ptp(swept("epochs", 1, 2, 5, 10, 20, 40)),
        "units": np.ptp(swept("units", 4, 16, 64, 256)),
        "hidden": np.ptp(swept("hidden", "sigmoid", "tanh", "relu", "leaky_relu")),
        "layers": np.ptp(swept("layers", 0, 1, 2, 3, 4)),
    }


def smallest_lead_in_order(_):
    """Return by how much each effect is larger than the next in the order that is said, at least."""
    return np.min(-np.diff([*effects().values()]))


def smallest_rise(_):
    """Return the smallest step up where the six plots are said to rise, or to fall with larger batches."""
    lines = (
        swept("learning_rate", 0.001, 0.003, 0.01, 0.03, 0.1),
        swept("epochs", 1, 2, 5, 10, 20, 40),
        swept("units", 4, 16, 64, 256),
        swept("size", 1024, 256, 64, 16),
        [max(swept("layers", 0)), min(swept("layers", 1, 2, 3, 4))],
        [max(swept("hidden", "sigmoid")), min(swept("hidden", "tanh", "relu", "leaky_relu"))],
    )
    return min(np.diff(line).min() for line in lines)


@cache
def crammed(draw):
    """Return (history, (m,) largest probability, (m,) right) of the network that learns 500 photographs by heart.

    history is (30, 4): cost and accuracy on the 500, then on the validation part.
    """
    (X, labels), held = parts(draw)
    few, history = (X[:, :500], labels[:, :500]), []

    def watch(step):
        for X, labels in (few, held):
            A = probabilities(X, step.parameters)
            history.append((softmax_cost(A, one_hot(labels, 10)), np.mean(A.argmax(axis=0) == labels)))

    setting = {"units": 256, "learning_rate": 0.1, "size": 16, "epochs": 30}
    parameters = train_setting(few[0], hot(few[1]), setting, np.random.default_rng(draw), watch)
    A = probabilities(held[0], parameters)
    return np.reshape(history, (30, 4)), A.max(axis=0), A.argmax(axis=0) == held[1][0]


def lowest_epoch(draw):
    """Return the epoch with the lowest validation cost."""
    return crammed(draw)[0][:, 2].argmin() + 1


def rise_of_the_cost(draw):
    """Return the last validation cost minus the lowest."""
    costs = crammed(draw)[0][:, 2]
    return costs[-1] - costs.min()


@cache
def candidate(draw, **setting):
    """Return the validation accuracy after eight epochs with 8,000 photographs."""
    (X, labels), held = parts(draw)
    return score_setting((X, hot(labels)), held, {**setting, "epochs": 8}, np.random.default_rng(draw))


def with_hidden_layers(draw):
    """Return the accuracies of one hidden layer, of two, and of what the search finds."""
    return candidate(draw, units=128), candidate(draw, units=128, layers=2), candidate(draw, **FOUND)


@cache
def trained_long(draw):
    """Return the parameters after 15 epochs and 5 with ten times smaller steps, on the 8,000."""
    (X, labels), _ = parts(draw)
    rate, size, rng = FOUND["learning_rate"], FOUND["size"], np.random.default_rng(draw)
    parameters, _ = train_classifier(X, hot(labels), (784, FOUND["units"], 10), rate, 15, size, rng)
    return train_in_batches(X, hot(labels), parameters, gradient_and_cost, size, rate / 10, 5, rng)[0]


def gain_of_the_schedule(draw):
    """Return the validation accuracy with the long schedule minus that after eight epochs."""
    X, labels = parts(draw)[1]
    return np.mean(predict(X, trained_long(draw)) == labels) - candidate(draw, **FOUND)


def shirts_are_worst(draw):
    """Return whether shirts are the class with the most mistakes among the test photographs."""
    _, _, X, labels = photographs(draw)
    wrong = predict(X, trained_long(draw)) != labels
    return np.bincount(labels[wrong], minlength=10).argmax() == SHIRT


def recognized(draw):
    """Return the smaller of the shares of trousers and of bags that are called so."""
    _, _, X, labels = photographs(draw)
    right = predict(X, trained_long(draw)) == labels
    return min(right[labels == kind].mean() for kind in (TROUSERS, BAG))


def too_sure(draw):
    """Return the mean of the largest probability minus the accuracy, on the test photographs."""
    _, _, X, labels = photographs(draw)
    A = probabilities(X, trained_long(draw))
    return A.max(axis=0).mean() - np.mean(A.argmax(axis=0) == labels)


@cache
def colleague():
    """Return the function that the bug clinic hands out."""
    found = {"np": np}
    exec(stub_source(repair_report.exercise), found)
    return found["repair_report"]


def reports(draw):
    """Return the report by the rules and that of the colleague's function, of 50 equal settings."""
    rng = np.random.default_rng(draw + 2)
    validation_scores, test_scores = 0.85 + 0.015 * rng.normal(size=(2, 50, 3))
    return report(validation_scores, test_scores)[1], colleague()(validation_scores, test_scores)[1]


CLAIMS = (
    Claim("06-referee", "relative difference", referee, high=1e-10),
    Claim("06-direction", "cosine", direction, low=0.9, draws=SIX),
    Claim("06-first-cost", "first cost", first_cost, 2.25, 2.5, TWENTY),
    Claim(
        "06-first-cost", "above log 10", lambda d: first_cost(d) - np.log(10), 0, draws=TWENTY, exceptions=2
    ),
    Claim("06-batch-sizes", "64 or 256 minus 16", lambda d: min(ends(d)[1:3]) - ends(d)[0], 0, draws=SIX),
    Claim(
        "06-batch-sizes", "2,000 minus 64 or 256", lambda d: ends(d)[3] - max(ends(d)[1:3]), 0.3, draws=SIX
    ),
    Claim(
        "06-batch-rates",
        "rate of 16 / of 256",
        lambda d: best_rate(d, 16)[1] / best_rate(d, 256)[1],
        0,
        1,
        SIX,
    ),
    Claim(
        "06-batch-rates",
        "rate of 2,000 / of 256",
        rate_of_all,
        1,
        1,
        SIX,
        3,
    ),
    Claim("06-batch-rates", "where it is smaller", rate_of_all, high=0.31, draws=(0, 4)),
    Claim("06-batch-rates", "where it is larger", rate_of_all, 3, draws=(3,)),
    Claim("06-coins", "the best of 100", lambda draw: coins(draw)[0], 0.635, 0.765, FORTY),
    Claim("06-coins", "next time", lambda draw: coins(draw)[1], 0.375, 0.705, FORTY),
    Claim(
        "06-mean-picture",
        "change of accuracy",
        lambda draw: abs(score(draw) - score(draw, mean_first=False)),
        high=0.0021,
        draws=SIX,
    ),
    Claim("06-rates", "at 0.001", lambda draw: rates(draw)[0.001], 0.33, 0.47, SIX),
    Claim("06-rates", "at 2, above always the same", above_chance, -0.03, 0.001, SIX),
    Claim("06-rates", "from 0.1 to 1, lowest", lambda draw: min(good_rates(draw)), low=0.75, draws=SIX),
    Claim("06-rates", "from 0.1 to 1, highest", lambda draw: max(good_rates(draw)), high=0.85, draws=SIX),
    Claim("06-rates-flat", "their range", lambda draw: np.ptp(good_rates(draw)), high=0.05, draws=SIX),
    Claim(
        "06-activations",
        "worst of the others minus sigmoid at 0.05",
        lambda draw: min(others(draw)) - score(draw, hidden="sigmoid"),
        low=0.05,
        draws=TEN,
    ),
    Claim(
        "06-activations",
        "best of the others minus sigmoid at 0.5",
        lambda draw: max(others(draw)) - score(draw, hidden="sigmoid", learning_rate=0.5),
        high=0.04,
        draws=TEN,
    ),
    Claim("06-sweeps", "smallest rise in the six plots", smallest_rise, 0, draws=SHIPPED),
    Claim("06-sweeps-order", "smallest lead over the next", smallest_lead_in_order, 0.005, draws=SHIPPED),
    Claim(
        "06-sweeps-order",
        "the first hidden layer",
        lambda _: np.diff(swept("layers", 0, 1)).item(),
        0.015,
        0.025,
        SHIPPED,
    ),
    Claim(
        "06-sweeps-flat",
        "one to two layers",
        lambda _: np.diff(swept("layers", 1, 2)).max(),
        0,
        0.02,
        SHIPPED,
    ),
    Claim(
        "06-sweeps-flat",
        "64 to 256 units",
        lambda _: np.diff(swept("units", 64, 256)).max(),
        0,
        0.02,
        SHIPPED,
    ),
    Claim("06-overfitting", "epoch of the lowest validation cost", lowest_epoch, 6, 16, SIX),
    Claim("06-overfitting", "rise after it", rise_of_the_cost, 0.03, draws=SIX),
    Claim("06-overfitting", "last training cost", lambda draw: crammed(draw)[0][-1, 0], high=0.05, draws=SIX),
    Claim("06-overfitting", "last training accuracy", lambda draw: crammed(draw)[0][-1, 1], 1, 1, SIX),
    Claim("06-overfitting-accuracy", "validation", lambda draw: crammed(draw)[0][-1, 3], 0.75, 0.82, SIX),
    Claim(
        "06-hidden-layer",
        "best of three minus no hidden layer",
        lambda draw: max(with_hidden_layers(draw)) - candidate(draw, layers=0),
        low=0.015,
        draws=SIX,
    ),
    Claim(
        "06-order",
        "two hidden layers minus the search's network",
        lambda draw: with_hidden_layers(draw)[1] - with_hidden_layers(draw)[2],
        -0.015,
        0.015,
        SIX,
    ),
    Claim("06-schedule", "longer minus eight epochs", gain_of_the_schedule, 0.0005, 0.0235, FOURTEEN),
    Claim("06-report", "the colleague", lambda draw: reports(draw)[1], 0.86, 0.91, FORTY),
    Claim(
        "06-report", "by the rules, off 0.85", lambda d: abs(reports(d)[0] - 0.85), high=0.015, draws=FORTY
    ),
    Claim(
        "06-report",
        "mean of what the colleague adds",
        lambda _: np.mean([reports(draw)[1] - 0.85 for draw in FORTY]),
        0.025,
        0.035,
        SHIPPED,
    ),
    Claim("06-shirts", "shirts have the most mistakes (1: yes)", shirts_are_worst, 1, 1, SIX),
    Claim("06-trousers", "the rarer of the two", recognized, 0.9, draws=SIX),
    Claim("06-reliability", "said minus right", too_sure, 0.005, 0.04, FOURTEEN),
    Claim(
        "06-reliability-crammed",
        "said minus right",
        lambda draw: crammed(draw)[1].mean() - crammed(draw)[2].mean(),
        low=0.07,
        draws=SIX,
    ),
)
