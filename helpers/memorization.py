"""Can a network learn a few examples by heart? A network that cannot has no use for a long training.

Not here: whether it is right on examples that it has not seen (`helpers.metrics`).
"""

from helpers.deep_network import predict, train_deep


def can_memorize(X, Y, parameters, learning_rate, iterations, count=20):
    """Return (memorized, costs) of a training on the first `count` examples alone.

    X is (n_x, m), Y is (n_y, m), with m ≥ count. memorized is True where the trained network
    predicts every label of these few right, else False; costs are those of the training.
    """
    few_X, few_Y = X[:, :count], Y[:, :count]
    trained, costs = train_deep(few_X, few_Y, parameters, learning_rate, iterations)
    return bool((predict(few_X, trained) == few_Y).all()), costs
