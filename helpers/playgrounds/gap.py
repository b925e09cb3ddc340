"""The gap between training and validation against the strength of what is to close it.

Not here: a search (`helpers.search`), and the test set, which no choice may see.
"""

import numpy as np

from helpers import classifier
from helpers.playgrounds.controls import magnitude, number, whole
from helpers.playgrounds.running_playground import RunningPlayground
from helpers.regularized_network import Recipe, folded, initial, training_steps
from helpers.softmax import classes, softmax_cost

EPOCHS = 20


class GapPlayground(RunningPlayground):
    """The costs of both parts while a network trains, beside those at the end of every setting tried.

    train and validation are (X, Y) with X (784, m) and Y one-hot; mean is what was subtracted from the pixels.
    """

    def __init__(self, train, validation, mean):
        self.train, self.mean = train, mean
        self.validation = tuple(part[:, :1000] for part in validation)
        self.history, self.tried = [], {}
        super().__init__(
            (9, 3.8),
            pace=1,
            decay=magnitude("weight decay λ", 0.001, -4, -0.5, 0.25),
            keep=number("keep", 1.0, 0.3, 1.0, 0.1),
            shift=whole("pixels of shift", 0, 0, 2),
        )

    def steps(self):
        """Yield the epoch and the parameters, before the first epoch and after every one."""
        recipe = Recipe(units=(64,), epochs=EPOCHS, size=32, **self.values)
        X, Y = self.train
        yield 0, folded(initial(X, len(Y), recipe, np.random.default_rng(0)), X)
        for step in training_steps(X, Y, recipe, np.random.default_rng(0), self.mean):
            yield step.iteration, step.parameters

    def show_step(self, step):
        """Measure cost and accuracy on both parts, and draw."""
        epoch, parameters = step
        measured = [score for part in (self.train, self.validation) for score in scores(part, parameters)]
        self.history = [*self.history, measured] if epoch else [measured]
        if epoch == EPOCHS:
            self.tried[tuple(self.values.values())] = measured
        self.redraw()

    def draw_state(self, stage, **setting):
        """Move the curves and the marks; the axes stay."""
        if stage.empty:
            self.set_up(stage)
        costs = np.reshape(self.history, (-1, 4))
        for curve, now, column in zip(self.marks[:2], self.marks[4:], (0, 2), strict=True):
            curve.set_data(np.arange(len(costs)), costs[:, column])
            now.set_data([setting["decay"]], costs[-1:, column])
        ends = np.reshape([*self.tried.values()], (-1, 4))
        decays = [key[0] for key in self.tried]
        self.marks[2].set_data(decays, ends[:, 0])
        self.marks[3].set_data(decays, ends[:, 2])
        return self.describe(setting)

    def set_up(self, stage):
        """Draw the axes, and name what moves."""
        left, right = stage.figure.subplots(1, 2, sharey=True)
        left.set(xlabel="epoch", ylabel="cost", xlim=(-0.5, EPOCHS), ylim=(0, 2.6), title="this setting")
        right.set(xlabel="weight decay λ", xscale="log", xlim=(5e-5, 0.6), title="every setting tried")
        self.marks = stage.moves(
            *left.plot([], [], "C0o--", ms=4),
            *left.plot([], [], "C1D-", ms=4),
            *right.plot([], [], "o", color="C0", alpha=0.6),
            *right.plot([], [], "D", color="C1", alpha=0.6),
            *right.plot([], [], "o", color="C0", ms=12, mfc="none"),
            *right.plot([], [], "D", color="C1", ms=12, mfc="none"),
        )
        words = "dashed blue, dots: training\norange, diamonds: validation"
        left.text(0.97, 0.88, words, transform=left.transAxes, ha="right")

    def describe(self, setting):
        """Return the sentence: the setting, how far it is, and cost and accuracy of both parts."""
        text = (
            f"λ = {setting['decay']:.2g}, keep {setting['keep']:.1f}, shifts up to {setting['shift']} pixels"
        )
        if len(self.history) == 1:
            return f"{text}: press Play to train for {EPOCHS} epochs."
        cost, right, held_cost, held_right = self.history[-1]
        epoch = len(self.history) - 1
        text = (
            f"{text}, epoch {epoch} of {EPOCHS}: cost {cost:.2f} in training, {held_cost:.2f} in validation"
        )
        return f"{text}; accuracy {right:.2f} and {held_right:.2f}. Settings tried: {len(self.tried)}."


def scores(part, parameters):
    """Return cost and accuracy on a part (X, Y)."""
    X, Y = part
    A = classifier.probabilities(X, parameters)
    return softmax_cost(A, Y), np.mean(classes(A) == classes(Y))
