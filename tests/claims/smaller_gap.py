"""Claims of notebook 08: photographs of clothes, dealt anew from all 12,000; every draw has its own seed."""

from functools import cache

import numpy as np

from helpers import classifier
from helpers.experiments import stored
from helpers.experiments.combinations import CANDIDATES
from helpers.figures.optimizers import path_of
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.normalization import batchnorm_backward, batchnorm_forward
from helpers.optimizers import ADAM, DESCENT, MOMENTUM, RMSPROP
from helpers.regularization import early_stopping
from helpers.regularized_network import Recipe, train_recipe
from helpers.softmax import classes, softmax_cost
from helpers.splits import split
from tests.claims.claim import SHIPPED, Claim
from tests.claims.hyperparameters import SIX, hot, pixels

SEVENTEEN = tuple(range(17))

BASE = Recipe(units=(128,), learning_rate=0.1, epochs=30, size=32)


@cache
def parts(draw):
    """Return ((X, Y) of 1,000 to train with, (X, Y) of 2,000 to validate, mean picture of 8,000)."""
    X, labels = pixels(draw)
    (X, labels), (X_validation, held) = split(
        X[:, :10_000], labels[:, :10_000], (0.8, 0.2), np.random.default_rng(draw)
    )
    mean = X.mean(axis=1, keepdims=True)
    return (X[:, :1000] - mean, hot(labels[:, :1000])), (X_validation - mean, hot(held)), mean


@cache
def history(draw, **change):
    """Return (epochs, 2, 2): after every epoch, of training and validation part, cost and accuracy."""
    train, held_out, mean = parts(draw)
    found = []

    def watch(step):
        for X, Y in (train, held_out):
            A = classifier.probabilities(X, step.parameters)
            found.append((softmax_cost(A, Y), np.mean(classes(A) == classes(Y))))

    with np.errstate(all="ignore"):
        train_recipe(*train, BASE._replace(**change), np.random.default_rng(draw), mean, watch)
    return np.reshape(found, (-1, 2, 2))


def end(draw, **change):
    """Return ((training cost, accuracy), (validation cost, accuracy)) at the end."""
    return history(draw, **change)[-1]


def referee(draw):
    """Return the largest relative difference between batchnorm_backward and the referee."""
    rng = np.random.default_rng(draw)
    Z, dout, gamma, beta = (rng.normal(size=shape) for shape in ((3, 6), (3, 6), (3, 1), (3, 1)))
    dZ, dgamma, dbeta = batchnorm_backward(dout, batchnorm_forward(Z, gamma, beta)[1])

    def after(Z, gamma, beta):
        return np.sum(dout * batchnorm_forward(Z, gamma, beta)[0])

    return max(
        relative_difference(dZ, numerical_gradient(lambda Z: after(Z, gamma, beta), Z)),
        relative_difference(6 * dgamma, numerical_gradient(lambda gamma: after(Z, gamma, beta), gamma)),
        relative_difference(6 * dbeta, numerical_gradient(lambda beta: after(Z, gamma, beta), beta)),
    )


def stopped(draw):
    """Return what early stopping loses in validation accuracy against the last epoch."""
    validation = history(draw)[:, 1]
    best, _ = early_stopping(list(validation[:, 0]), 5)
    return abs(validation[best - 1, 1] - validation[-1, 1])


def remedies(draw):
    """Return (4, 2, 2): the ends with decay, early stopping, dropout and shifts."""
    plain = history(draw)
    best, _ = early_stopping(list(plain[:, 1, 0]), 5)
    return np.array(
        [end(draw, decay=0.01), plain[best - 1], end(draw, keep=0.5), end(draw, shift=1)],
    )


def change(draw, part, score, **change):
    """Return how a change of the recipe moved a score (0 cost, 1 accuracy) of a part (0 training, 1 validation)."""
    return end(draw, **change)[part, score] - end(draw)[part, score]


def gap_without_shifts(draw):
    """Return the smallest gap of the other remedies minus that with shifts."""
    gaps = [training[1] - validation[1] for training, validation in remedies(draw)]
    return min(gaps[:3]) - gaps[3]


def training_without_shifts(draw):
    """Return the lowest training accuracy of the other remedies minus that with shifts."""
    accuracies = remedies(draw)[:, 0, 1]
    return accuracies[:3].min() - accuracies[3]


def spread(draw):
    """Return the range of the validation accuracies of the remedies and of nothing."""
    return np.ptp([*remedies(draw)[:, 1, 1], end(draw)[1, 1]])


def normalized(draw, rate, batchnorm=True):
    """Return the validation accuracy after ten epochs at a rate."""
    return end(draw, learning_rate=rate, epochs=10, batchnorm=batchnorm)[1, 1]


def ahead_at(draw, rate):
    """Return by how much the normalized network is ahead after ten epochs at a rate."""
    return normalized(draw, rate) - normalized(draw, rate, False)


def at_a_rate_of_1(*draws):
    """Return by how much the normalized network is ahead at a rate of 1, for each draw."""
    return [ahead_at(draw, 1.0) for draw in draws]


def ahead_in_the_valley(_):
    """Return the lowest cost of the other optimizers after 100 steps, divided by that of plain descent."""
    costs = []
    for optimizer, rate in ((DESCENT, 0.07), (MOMENTUM, 0.3), (RMSPROP, 0.4), (ADAM, 0.4)):
        w1, w2 = path_of(optimizer, lambda w: np.array([1, 25]) * w, (10.0, 2.0), rate, 100)[-1]
        costs.append((w1**2 + 25 * w2**2) / 2)
    return min(costs[1:]) / costs[0]


def best_rates(_):
    """Return {optimizer: (best rate, mean validation accuracy there)} of the stored rates."""
    found = {}
    for row in stored("rates"):
        found.setdefault((row["optimizer"], row["rate"]), []).append(row["validation accuracy"])
    best = {}
    for (name, rate), scores in found.items():
        best[name] = max(best.get(name, (0, 0)), (np.mean(scores), rate))
    return best


def accuracies_at(optimizer, *rates):
    """Return the stored validation accuracies, (rates, draws)."""
    rows = [row for row in stored("rates") if row["optimizer"] == optimizer]
    return np.array([[row["validation accuracy"] for row in rows if row["rate"] == rate] for rate in rates])


def leads(optimizer):
    """Return how far an optimizer is ahead of plain descent on each draw, both at the rates that are best."""
    return accuracies_at(optimizer, RATES[optimizer])[0] - accuracies_at("descent", RATES["descent"])[0]


def spread_of_the_means(optimizer):
    """Return how far the means at 0.1, 0.3 and 1 lie apart."""
    return np.ptp(accuracies_at(optimizer, 0.1, 0.3, 1.0).mean(axis=1))


def falling(draws):
    """Return the stored changes of the validation accuracy by a rate that falls from 0.3, against 0.1 throughout."""
    found = {(row["draw"], row["arm"]): row["validation accuracy"] for row in stored("falling_rate")}
    return np.array([found[draw, "falls from 0.3"] - found[draw, "stays at 0.1"] for draw in draws])


def loss_beside_the_best(_):
    """Return the smallest loss of RMSProp and Adam at rates three times smaller and larger than the best."""
    accuracy = {}
    for row in stored("rates"):
        accuracy.setdefault((row["optimizer"], row["rate"]), []).append(row["validation accuracy"])
    return min(
        np.mean(accuracy[name, 0.001]) - np.mean(accuracy[name, rate])
        for name in ("RMSProp", "Adam")
        for rate in (0.0003, 0.003)
    )


def combined(*candidates):
    """Return the stored validation accuracies of candidates, (candidates, draws)."""
    rows = stored("combinations")
    return np.array([[r["validation accuracy"] for r in rows if r["candidate"] == c] for c in candidates])


def gain_of_more(_):
    """Return the highest mean of the candidates with decay or batch normalization, minus that without."""
    names = list(CANDIDATES)
    means = combined(*names[2:]).mean(axis=1)
    return np.round(means[1:].max() - means[0], 6)


def gain_of_shifts(_):
    """Return the smallest gain of shifts on one of the three draws."""
    start, shifts = combined(*list(CANDIDATES)[:2])
    return (shifts - start).min()


def tested(deal):
    """Return the stored difference on the test photographs of a deal, and its standard error."""
    (row,) = [row for row in stored("best_network") if row["deal"] == deal]
    return row["difference"], row["error"]


def gain_of_ideas(_):
    """Return the mean of shifts and dropout together minus that of neither."""
    start, _, both = combined(*list(CANDIDATES)[:3]).mean(axis=1)
    return both - start


@cache
def ablation():
    """Return {arm: (mean change, its standard error, mean training accuracy, mean change of the validation cost)}."""
    arms = {}
    for row in stored("smaller_gap"):
        arms.setdefault(row["arm"], []).append(
            (row["validation accuracy"], row["training accuracy"], row["validation cost"])
        )
    plain = [row for row in stored("smaller_gap") if row["arm"] == "nothing"]
    best = [early_stopping(row["costs"], 5)[0] - 1 for row in plain]
    arms["early stopping"] = [
        (row["accuracies"][k], np.nan, row["costs"][k]) for row, k in zip(plain, best, strict=True)
    ]
    found = {}
    for arm, rows in arms.items():
        changes = np.array(rows) - arms["nothing"]
        error = changes[:, 0].std(ddof=1) / np.sqrt(5)
        found[arm] = changes[:, 0].mean(), error, np.mean(rows, axis=0)[1], changes[:, 2].mean()
    return found


GAINS = ("Adam", "dropout, keep 0.5", "shifts of 1 pixel")
HARM = ("weight decay 0.01", "shifts of 2 pixels")
NOTHING = (
    "weight decay 0.0001",
    "weight decay 0.001",
    "early stopping",
    "dropout, keep 0.8",
    "momentum",
    "RMSProp",
    "falling rate",
    "batch normalization",
)


def column(k, *arms):
    """Return column k of the ablation for these arms."""
    return np.array([ablation()[arm][k] for arm in arms])


def in_errors(*arms):
    """Return the changes in units of their standard errors."""
    return column(0, *arms) / column(1, *arms)


RATES = {"descent": 0.1, "momentum": 0.3, "RMSProp": 0.001, "Adam": 0.001}

CLAIMS = (
    Claim("08-gap", "training accuracy", lambda draw: end(draw)[0, 1], 0.97, 1, SIX),
    Claim("08-gap", "validation accuracy", lambda draw: end(draw)[1, 1], 0.78, 0.84, SIX),
    Claim(
        "08-gap",
        "rise of the validation cost",
        lambda draw: end(draw)[1, 0] - history(draw)[:, 1, 0].min(),
        0.01,
        0.1,
        SIX,
    ),
    Claim("08-decay", "validation", lambda draw: change(draw, 1, 1, decay=0.01), -0.02, 0.02, SIX),
    Claim("08-decay", "training", lambda draw: change(draw, 0, 1, decay=0.01), high=-0.03, draws=SIX),
    Claim("08-decay-cost", "change", lambda draw: change(draw, 1, 0, decay=0.01), high=0, draws=SIX),
    Claim("08-early-stopping", "difference of the accuracies", stopped, 0, 0.02, SIX),
    Claim("08-smallest-gap", "others minus shifts", gap_without_shifts, 0, draws=SIX),
    Claim("08-shifted", "training, others minus shifts", training_without_shifts, 0, draws=SIX),
    Claim("08-remedies", "range of the five", spread, 0, 0.055, SEVENTEEN),
    Claim("08-valley", "others / descent", ahead_in_the_valley, low=1, draws=SHIPPED),
    Claim(
        "08-rates",
        "best rates as said (1: yes)",
        lambda _: {name: rate for name, (_, rate) in best_rates(_).items()} == RATES,
        1,
        1,
        SHIPPED,
    ),
    Claim(
        "08-rates-gain",
        "smallest lead of RMSProp and Adam",
        lambda _: min(leads("RMSProp").min(), leads("Adam").min()),
        0.001,
        draws=SHIPPED,
    ),
    Claim("08-rates-gain", "mean of RMSProp", lambda _: leads("RMSProp").mean(), 0.005, 0.015, SHIPPED),
    Claim("08-rates-gain", "mean of Adam", lambda _: leads("Adam").mean(), 0.005, 0.015, SHIPPED),
    Claim(
        "08-rates-momentum",
        "draws of three on which momentum leads",
        lambda _: np.sum(leads("momentum") > 0),
        2,
        2,
        SHIPPED,
    ),
    Claim(
        "08-rates-momentum",
        "range of the means from 0.1 to 1",
        lambda _: max(spread_of_the_means("descent"), spread_of_the_means("momentum")),
        high=0.006,
        draws=SHIPPED,
    ),
    Claim("08-rates-cost", "smallest loss", loss_beside_the_best, low=0.005, draws=SHIPPED),
    Claim("08-referee", "relative difference", referee, high=1e-9),
    Claim(
        "08-batchnorm-rates", "plain at 3", lambda draw: normalized(draw, 3.0, False), high=0.13, draws=SIX
    ),
    Claim("08-batchnorm-rates", "normalized at 3", lambda draw: normalized(draw, 3.0), low=1 / 3, draws=SIX),
    Claim(
        "08-batchnorm-rates",
        "gain at 0.01",
        lambda draw: normalized(draw, 0.01) - normalized(draw, 0.01, False),
        low=0.04,
        draws=SIX,
    ),
    Claim(
        "08-batchnorm-best",
        "gain at 0.1",
        lambda draw: ahead_at(draw, 0.1),
        -0.065,
        0.045,
        SEVENTEEN,
    ),
    Claim("08-batchnorm-best", "where it is ahead", lambda draw: ahead_at(draw, 0.1), 0.035, draws=(9, 10)),
    Claim("08-batchnorm-best", "where it is behind", lambda d: ahead_at(d, 0.1), high=-0.05, draws=(0, 8)),
    # On which draw it is ahead or behind differs from one kernel of BLAS, and one number of threads, to the next.
    Claim(
        "08-batchnorm-best",
        "farthest ahead at 1",
        lambda _: max(at_a_rate_of_1(4, 10, 15)),
        0.01,
        draws=SHIPPED,
    ),
    Claim(
        "08-batchnorm-best",
        "farthest behind at 1",
        lambda _: min(at_a_rate_of_1(0, 5, 16)),
        high=-0.1,
        draws=SHIPPED,
    ),
    Claim("08-combinations", "gain of decay, batch normalization", gain_of_more, high=0, draws=SHIPPED),
    Claim("08-combinations-shifts", "smallest gain", gain_of_shifts, low=0.005, draws=SHIPPED),
    Claim("08-best", "difference", lambda deal: tested(deal)[0], 0.01, 0.03, SIX),
    Claim("08-best-errors", "in errors", lambda deal: np.divide(*tested(deal)), 2.5, draws=SIX, exceptions=1),
    Claim("08-ideas", "gain of both", gain_of_ideas, 0.008, 0.014, SHIPPED),
    Claim("08-ablation", "highest change", lambda _: column(0, *ablation()).max(), 0, 0.01, SHIPPED),
    Claim("08-ablation", "harm", lambda _: column(0, *HARM).max(), high=-0.01, draws=SHIPPED),
    Claim("08-ablation-gains", "smallest, in errors", lambda _: in_errors(*GAINS).min(), 2, draws=SHIPPED),
    Claim(
        "08-ablation-gains",
        "dropout, in errors",
        lambda _: in_errors("dropout, keep 0.5").item(),
        8.5,
        9.5,
        SHIPPED,
    ),
    Claim("08-ablation-gains", "smallest", lambda _: column(0, *GAINS).min(), 0.003, draws=SHIPPED),
    Claim("08-ablation-gains", "largest", lambda _: column(0, *GAINS).max(), high=0.0065, draws=SHIPPED),
    Claim(
        "08-ablation-harm", "smaller of the two", lambda _: column(0, *HARM).max(), high=-0.01, draws=SHIPPED
    ),
    Claim(
        "08-ablation-underfit",
        "training accuracy",
        lambda _: column(2, *HARM).max(),
        high=0.88,
        draws=SHIPPED,
    ),
    Claim(
        "08-ablation-nothing", "in errors", lambda _: abs(in_errors(*NOTHING)).max(), high=2, draws=SHIPPED
    ),
    Claim(
        "08-falling-rate",
        "mean change on eight draws",
        lambda _: falling((0, 1, 2, 3, 4, 11, 12, 13)).mean(),
        0.0055,
        0.0065,
        SHIPPED,
    ),
    Claim(
        "08-falling-rate",
        "smallest",
        lambda _: falling((0, 1, 2, 3, 4, 11, 12, 13)).min(),
        0,
        draws=SHIPPED,
    ),
    Claim(
        "08-falling-rate",
        "mean on the new three",
        lambda _: falling((11, 12, 13)).mean(),
        0.0025,
        0.0035,
        SHIPPED,
    ),
    Claim(
        "08-ablation-cost",
        "training accuracy of the three",
        lambda _: column(2, "momentum", "RMSProp", "Adam").min(),
        0.99,
        draws=SHIPPED,
    ),
    Claim(
        "08-ablation-cost",
        "smallest rise of the three",
        lambda _: column(3, "momentum", "RMSProp", "Adam").min(),
        0.1,
        draws=SHIPPED,
    ),
    Claim(
        "08-ablation-cost",
        "change with dropout or shifts of one pixel",
        lambda _: column(3, "dropout, keep 0.5", "dropout, keep 0.8", "shifts of 1 pixel").max(),
        high=0,
        draws=SHIPPED,
    ),
)
