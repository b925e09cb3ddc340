"""A decision boundary, live, while the learner's own functions train: play, pause, step, and add points by a click.

Not here: more than one hidden layer, and anything but points of the plane.
"""

from itertools import count

import numpy as np

from helpers.datasets import load_planar
from helpers.figures.boundaries import plot_boundary, plot_points, redraw_boundary
from helpers.gradient_descent import Step
from helpers.playgrounds.controls import choice, magnitude, whole
from helpers.playgrounds.running_playground import RunningPlayground

DATA = ["petals", "moons", "circles", "blobs", "xor", "rings"]
ADDS = [("circle, class 0", 0), ("triangle, class 1", 1)]


class TrainingPlayground(RunningPlayground):
    """The boundary of a network with one hidden layer beside its cost, while it trains.

    The functions are those of notebook 04: initialize(n_x, n_h, n_y, rng), forward(X, parameters, hidden),
    cost(A2, Y), backward(X, Y, parameters, cache, hidden), update(parameters, gradients, learning_rate).
    """

    live_controls = ("learning_rate", "adds")

    def __init__(self, initialize, forward, cost, backward, update, activations):
        self.initialize, self.forward, self.cost = initialize, forward, cost
        self.backward, self.update, self.X = backward, update, None
        super().__init__(
            (9, 4),
            clickable=True,
            data=choice("data", DATA),
            hidden=choice("activation", [(g.name, g) for g in activations], activations[1]),
            units=whole("hidden units", 4, 1, 50),
            learning_rate=magnitude("learning rate α", 1.0, -3, 1),
            scale=magnitude("scale of the initial weights", 0.01, -3, 2, 1),
            adds=choice("a click adds a", ADDS),
        )
        self.picture.observe(self.add_point, "clicked")

    def load(self):
        """Fetch the data; where other points were shown before, the scenery goes."""
        old, data = self.X, load_planar(self.controls["data"].value)
        self.X, self.Y, self.X_test, self.Y_test = data
        if old is not None and not np.array_equal(old, self.X):
            self.stage.clear()

    def steps(self):
        """Yield a `Step` before every update, without end; the learning rate may change on the way."""
        self.load()
        rng, hidden = np.random.default_rng(0), self.controls["hidden"].value
        start = self.initialize(2, self.controls["units"].value, 1, rng)
        parameters = [(self.controls["scale"].value / 0.01 * W, b) for W, b in start]
        for iteration in count():
            A2, cache = self.forward(self.X, parameters, hidden)
            yield Step(iteration, parameters, self.cost(A2, self.Y))
            gradients = self.backward(self.X, self.Y, parameters, cache, hidden)
            parameters = self.update(parameters, gradients, self.controls["learning_rate"].value)

    def show_step(self, step):
        """Draw where training is."""
        if step.iteration == 0:
            self.costs = []
        self.costs.append((step.iteration, float(step.cost)))
        self.latest = step
        self.redraw()

    def draw_state(self, stage, data, hidden, **_):
        """Draw the boundary and the cost so far; the points and the axes stay."""

        def output(X):
            return self.forward(X, self.latest.parameters, hidden)[0]

        if stage.empty:
            self.left, self.right = stage.clear().subplots(1, 2)
            plot_boundary(output, self.X, self.Y, self.left, 60)
            self.right.set(xlabel="iteration", ylabel="cost", xlim=(0, 1000), ylim=(0, 1))
            (self.curve,) = self.right.plot([], [], "C0o-", markevery=[-1], clip_on=False)
        redraw_boundary(self.left, output)
        self.curve.set_data(*np.transpose(self.costs))
        self.fit_axes(stage)
        stage.moves(self.left.images[0], *self.left.collections[2:], *self.left.collections[:2], self.curve)
        return self.describe(output, data, hidden)

    def fit_axes(self, stage):
        """Widen the axes of the cost where the curve leaves them, and take them back at the beginning."""
        far, high = self.latest.iteration, max((c for _, c in self.costs if np.isfinite(c)), default=0)
        wide, tall = (1000, 1) if far == 0 else (self.right.get_xlim()[1], self.right.get_ylim()[1])
        limits = (0, 2 * wide if far > wide else wide), (0, tall if high <= tall else 1.2 * high)
        if limits != (self.right.get_xlim(), self.right.get_ylim()):
            self.right.set(xlim=limits[0], ylim=limits[1])
            stage.scenery = None

    def describe(self, output, data, hidden):
        """Return the sentence: the network, the iteration, its cost, and the accuracy on points it has not seen."""
        right, same = np.mean((output(self.X_test) > 0.5) == self.Y_test), np.mean(self.Y_test == 0)
        n_h = self.controls["units"].value
        return (
            f"{data.capitalize()}, {n_h} {hidden.name} units, iteration {self.latest.iteration:,}: "
            f"cost {float(self.latest.cost):.3f}, {right:.0%} of the test points correct; "
            f"always giving the same answer would get {max(same, 1 - same):.0%}."
        )

    def add_point(self, change):
        """Add the point that was clicked, if it is in the plane; training goes on with it."""
        if self.stage.empty:  # nothing could be drawn yet
            return
        across, down, _ = change["new"]
        height, width = self.stage.figure.bbox.height, self.stage.figure.bbox.width
        x = self.left.transData.inverted().transform((across * width, (1 - down) * height))
        (left, right), (bottom, top) = self.left.get_xlim(), self.left.get_ylim()
        if not (left <= x[0] <= right and bottom <= x[1] <= top):
            return
        self.X = np.column_stack([self.X, x])
        self.Y = np.column_stack([self.Y, [[self.controls["adds"].value]]])
        for old in list(self.left.collections):
            old.remove()
        plot_points(self.X, self.Y, self.left).set(xlim=(left, right), ylim=(bottom, top))
        self.redraw()
