"""Hyperparameters against validation accuracy: choose a setting, train it, and leave a mark for it.

Not here: a search (`helpers.search`), and the test set, which no choice may see.
"""

import numpy as np

from helpers.classifier import class_accuracy, gradient_and_cost
from helpers.figures.search import mark_baseline
from helpers.gradient_descent import update
from helpers.initialization import scaled
from helpers.playgrounds.controls import choice, magnitude, one_of, whole
from helpers.playgrounds.running_playground import RunningPlayground
from helpers.search import HIDDEN, sizes_of

CHECKS = 400  # validation examples looked at while training


class SettingsPlayground(RunningPlayground):
    """The accuracies of one setting while it trains, beside the last validation accuracy of every setting tried.

    train is (X, Y) with Y one-hot, (n_y, m); validation is (X, labels), labels (1, m).
    mini_batches(X, Y, size, rng) returns [(X_batch, Y_batch), ...].
    """

    def __init__(self, train, validation, baseline, mini_batches, epochs=10):
        self.train, self.validation = train, tuple(part[:, : 4 * CHECKS] for part in validation)
        self.seen = train[0][:, :CHECKS], np.argmax(train[1][:, :CHECKS], axis=0)[np.newaxis]
        self.baseline, self.mini_batches, self.epochs = baseline, mini_batches, epochs
        self.tried, self.history = {}, []
        super().__init__(
            (9, 3.8),
            pace=20,
            learning_rate=magnitude("learning rate α", 0.1, -3, 0.5, 0.25),
            layers=whole("hidden layers", 1, 0, 4),
            units=one_of("units per layer", [8, 16, 32, 64, 128], 32),
            hidden=choice("activation", [*HIDDEN]),
            size=one_of("mini-batch size", [16, 32, 64, 128, 256], 64),
        )

    def steps(self):
        """Yield (epoch, parameters) after every mini-batch; the epoch is a fraction on the way."""
        setting, rng = self.values, np.random.default_rng(0)
        X, Y = self.train
        gain = 2 if setting["hidden"] == "relu" else 1
        parameters = scaled(sizes_of(setting, X.shape[0], Y.shape[0]), rng, gain)
        parameters = [(W.astype(X.dtype), b.astype(X.dtype)) for W, b in parameters]
        yield 0, parameters
        for epoch in range(self.epochs):
            batches = self.mini_batches(X, Y, setting["size"], rng)
            for k, (X_batch, Y_batch) in enumerate(batches, 1):
                gradients, _ = gradient_and_cost(X_batch, Y_batch, parameters, HIDDEN[setting["hidden"]])
                parameters = update(parameters, gradients, setting["learning_rate"])
                yield epoch + k / len(batches), parameters

    def show_step(self, step):
        """Measure both accuracies, and draw."""
        epoch, parameters = step
        hidden = HIDDEN[self.values["hidden"]]
        scores = [class_accuracy(*part, parameters, hidden) for part in (self.seen, self.validation)]
        self.history = [*self.history, (epoch, *scores)] if epoch else [(0, *scores)]
        if epoch:
            self.tried[tuple(self.values.values())] = scores[1]
        self.redraw()

    def draw_state(self, stage, **setting):
        """Move the two curves and the marks; the axes stay."""
        if stage.empty:
            self.set_up(stage)
        epochs, seen, held_out = np.transpose(self.history)
        self.curves[0].set_data(epochs, seen)
        self.curves[1].set_data(epochs, held_out)
        rates = [setting[0] for setting in self.tried]
        self.curves[2].set_data(rates, [*self.tried.values()])
        self.curves[3].set_data([setting["learning_rate"]], held_out[-1:])
        return self.describe(setting)

    def set_up(self, stage):
        """Draw the axes, and name what moves."""
        left, right = stage.figure.subplots(1, 2, sharey=True)
        left.set(xlabel="epoch", ylabel="accuracy", xlim=(0, self.epochs), ylim=(0, 1), title="this setting")
        right.set(xlabel="learning rate", xscale="log", xlim=(8e-4, 4), title="every setting tried")
        for ax in (left, right):
            mark_baseline(ax, self.baseline)
        self.curves = stage.moves(
            *left.plot([], [], "C0o--", markevery=[-1], clip_on=False),
            *left.plot([], [], "C1o-", markevery=[-1], clip_on=False),
            *right.plot([], [], "o", color="C1", alpha=0.6),
            *right.plot([], [], "o", color="C1", ms=14, mfc="none"),
        )
        left.text(
            0.97, 0.2, "dashed blue: training\norange: validation", transform=left.transAxes, ha="right"
        )

    def describe(self, setting):
        """Return the sentence: the setting, how far it is, its accuracies, and the best of those tried."""
        epoch, seen, held_out = self.history[-1]
        layers = "no hidden layers"
        if setting["layers"]:
            layers = f"hidden layers {setting['layers']} × {setting['units']} {setting['hidden']}"
        text = f"Learning rate {setting['learning_rate']:.3g}, {layers}, batches of {setting['size']}"
        text = f"{text}, epoch {epoch:.1f} of {self.epochs}: training {seen:.2f}, validation {held_out:.2f}"
        tried = [*self.tried.values()]
        so_far = f"{text}; best of {len(tried)} tried {max(tried):.2f}." if tried else f"{text}; press Play."
        return " ".join([so_far, f"Always answering the same class gives {self.baseline:.2f}."])
