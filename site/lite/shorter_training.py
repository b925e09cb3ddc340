"""Appended to the course's training in mini-batches in the browser, where it is about ten times slower.

Trainings that would look at more examples than this are shortened, and say so once.
"""

MOST_EXAMPLES = 10_000
whole_training = train_in_batches  # noqa: F821 (the function at whose end this text is put)
shortened = []


def train_in_batches(X, Y, parameters, gradient_and_cost, size, learning_rate, epochs, rng, watch=None):
    """Do what the course's `train_in_batches` does, in at most so many epochs that few enough examples are seen."""
    most = max(1, MOST_EXAMPLES // X.shape[1])
    if epochs > most and not shortened:
        print(f"In the browser long trainings are shortened: this one from {epochs} epochs to {most}.")
        shortened.append(True)
    few = min(epochs, most)
    return whole_training(X, Y, parameters, gradient_and_cost, size, learning_rate, few, rng, watch)
