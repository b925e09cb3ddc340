"""A decision boundary, live, while the learner's own functions train: play, pause, step, and add points by a click.

Not here: more than one hidden layer, and anything but points of the plane.
"""

import numpy as np

from helpers.datasets import load_planar
from helpers.figures.boundaries import plot_boundary, plot_points, redraw_boundary
from helpers.playgrounds.controls import choice, magnitude, whole
from helpers.playgrounds.playground import Playground
from helpers.playgrounds.runner import Runner
from helpers.training import Step

DATA = ["petals", "moons", "circles", "blobs", "xor", "rings"]
ADDS = [("circle, class 0", 0), ("triangle, class 1", 1)]
RESTARTS = ("data", "units", "hidden", "scale")
MOST = 20_000


class TrainingPlayground(Playground):
    """The boundary of a network with one hidden layer beside its cost, while it trains.

    The functions are those of notebook 04: initialize(n_x, n_h, n_y, rng), forward(X, parameters, hidden),
    cost(A2, Y), backward(X, Y, parameters, cache, hidden), update(parameters, gradients, learning_rate).
    """

    def __init__(self, initialize, forward, cost, backward, update, activations):
        self.initialize, self.forward, self.cost = initialize, forward, cost
        self.backward, self.update, self.latest = backward, update, None
        controls = {
            "data": choice("data", DATA),
            "hidden": choice("activation", [(g.name, g) for g in activations], activations[1]),
            "units": whole("hidden units", 4, 1, 50),
            "learning_rate": magnitude("learning rate α", 1.0, -3, 1),
            "scale": magnitude("size of the first weights", 0.01, -3, 2, 1),
            "adds": choice("a click adds a", ADDS),
        }
        self.runner = Runner(self.steps, self.show_step, most=MOST, on_play=self.note_playing)
        super().__init__(self.draw_step, (9, 4), clickable=True, **controls)
        self.children = [self.row, self.runner, self.picture]
        for name in RESTARTS:
            controls[name].observe(self.begin_again, "value")
        self.picture.observe(self.add_point, "clicked")
        self.begin_again()

    def begin_again(self, _=None):
        """Load the data, draw the first weights, and show the network before its first step."""
        self.X, self.Y, self.X_test, self.Y_test = load_planar(self.controls["data"].value)
        self.stage.clear()
        self.runner.reset()

    def steps(self):
        """Yield a `Step` before every update, without end; the learning rate may change on the way."""
        rng, hidden = np.random.default_rng(0), self.controls["hidden"].value
        start = self.initialize(2, self.controls["units"].value, 1, rng)
        parameters = [(self.controls["scale"].value / 0.01 * W, b) for W, b in start]
        for iteration in range(MOST):
            with np.errstate(all="ignore"):
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

    def draw_step(self, stage, data, hidden, **_):
        """Draw the boundary and the cost so far; the points and the axes stay."""
        if self.latest is None:
            return ""

        def output(X):
            return self.forward(X, self.latest.parameters, hidden)[0]

        if stage.empty:
            self.left, self.right = stage.clear().subplots(1, 2)
            plot_boundary(output, self.X, self.Y, self.left, 60)
            self.right.set(xlabel="iteration", ylabel="cost", xlim=(0, 1000), ylim=(0, 1))
            (self.curve,) = self.right.plot([], [], color="C0")
        redraw_boundary(self.left, output)
        self.curve.set_data(*np.transpose(self.costs))
        self.fit_axes(stage)
        stage.moves(self.left.images[0], *self.left.collections[2:], *self.left.collections[:2], self.curve)
        return self.said(output, data, hidden)

    def fit_axes(self, stage):
        """Widen the axes of the cost where the curve leaves them."""
        far, high = self.latest.iteration, max((c for _, c in self.costs if np.isfinite(c)), default=1)
        if far > self.right.get_xlim()[1] or high > self.right.get_ylim()[1]:
            wide, tall = self.right.get_xlim()[1], self.right.get_ylim()[1]
            self.right.set(xlim=(0, 2 * wide if far > wide else wide), ylim=(0, max(tall, 1.2 * high)))
            stage.scenery = None

    def said(self, output, data, hidden):
        """Return the sentence: the network, the iteration, its cost, and the accuracy on points it has not seen."""
        right, same = np.mean((output(self.X_test) > 0.5) == self.Y_test), np.mean(self.Y_test == 0)
        n_h = self.controls["units"].value
        return (
            f"{data.capitalize()}, {n_h} {hidden.name} units, iteration {self.latest.iteration:,}: "
            f"cost {float(self.latest.cost):.3f}, {right:.0%} of the test points right; "
            f"always the same answer would get {max(same, 1 - same):.0%}."
        )

    def add_point(self, change):
        """Add the point that was clicked, if it is in the plane; training goes on with it."""
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

    def note_playing(self, playing):
        """Spare screen readers the sentence while it changes many times a second."""
        self.picture.playing = playing
