"""The numerical gradient: the referee of every gradient to come."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.gradient_check import numerical_gradient

HERE = "helpers.exercises.logistic_regression.material"


def cases(rng):
    """Yield cases from small to large. The note of each says what f computes."""
    bowl, cubes, waves, products = (Named(f"{HERE}:{f}") for f in ("bowl", "cubes", "waves", "products"))
    yield Case("bowl(θ) = θ², at a number", f=bowl, theta=3.0)
    yield Case("cubes(θ) = θ³, with the nudge ½", f=cubes, theta=1.0, nudge=0.5)
    yield Case("bowl(θ) = Σ θ², at a column of two", f=bowl, theta=np.array([[1.0], [-2.0]]))
    yield Case("cubes(θ) = Σ θ³, at whole numbers", f=cubes, theta=np.array([[1], [0]]))
    yield Case("products(θ) = (Σ θ)², along one axis", f=products, theta=np.array([1.0, 2.0, -1.0]))
    yield Case("waves(θ) = Σ (sin 3θ + θ³), at a number", f=waves, theta=0.4)
    yield Case("waves(θ) = Σ (sin 3θ + θ³), at a row", f=waves, theta=rng.normal(size=(1, 4)))
    yield Case("products(θ) = (Σ θ)², at a matrix", f=products, theta=rng.normal(size=(2, 3)))


TWO_LOOPS = """
def numerical_gradient(f, theta, nudge=1e-5):
    gradient = np.zeros(theta.shape)
    for i in range(theta.shape[0]):
        for j in range(theta.shape[1]):
            up, down = theta.copy(), theta.copy()
            up[i, j] += nudge
            down[i, j] -= nudge
            gradient[i, j] = (f(up) - f(down)) / (2 * nudge)
    return gradient
"""
ONE_LOOP = """
def numerical_gradient(f, theta, nudge=1e-5):
    gradient = np.zeros(np.shape(theta))
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += nudge
        down[i] -= nudge
        gradient[i] = (f(up) - f(down)) / (2 * nudge)
    return gradient
"""

exercise = Exercise(
    numerical_gradient,
    points=3,
    cases=cases,
    rtol=1e-6,
    atol=1e-7,
    mistakes=(
        Mistake("it is divided by ε, not by 2ε", {"(2 * nudge)": "nudge"}, why="Up to down is 2ε wide."),
        Mistake("it is not divided at all", {" / (2 * nudge)": ""}, why="A slope is a difference per width."),
        Mistake("the sign is turned", {"f(up) - f(down)": "f(down) - f(up)"}, why="Up minus down."),
        Mistake(
            "it goes up only",
            {"(f(up) - f(down)) / (2 * nudge)": "(f(up) - f(theta)) / nudge"},
            why="One-sided differences are off by about ε; with both sides the errors of first order cancel.",
        ),
        Mistake(
            "up and down are the same",
            {"down[index] -= nudge": "down[index] += nudge"},
            why="One copy goes up by ε, the other down by ε.",
        ),
        Mistake(
            "all entries are nudged at once",
            {"up[index] += nudge": "up += nudge", "down[index] -= nudge": "down -= nudge"},
            why="A partial derivative moves one entry and holds the others.",
        ),
        Mistake(
            "nudged entries are never put back",
            {"up, down = theta.copy(), theta.copy()": "up, down = theta, theta.copy()"},
            why="Every entry starts from the same θ: work on fresh copies.",
        ),
        Mistake(
            "the nudge is a number written in, whatever `nudge` says",
            {"    gradient = ": "    nudge = 1e-5\n    gradient = "},
            why="The nudge comes in as an argument; 1e-5 is only its default.",
        ),
        Mistake("the nudge is far too wide", {"nudge=1e-5": "nudge=0.1"}, why="ε is small: about 1e-5."),
        Mistake(
            "the nudge is so small that rounding drowns it",
            {"nudge=1e-5": "nudge=1e-14"},
            why="f is only known to about 16 digits; with ε near 1e-14 nothing is left of the difference.",
        ),
        Mistake(
            "whole numbers stay whole, so the nudge is lost",
            "def numerical_gradient(f, theta, nudge=1e-5):\n"
            "    theta = np.array(theta)\n"
            "    gradient = np.zeros(theta.shape)\n"
            "    for index in np.ndindex(theta.shape):\n"
            "        up, down = theta.copy(), theta.copy()\n"
            "        up[index] = up[index] + nudge\n"
            "        down[index] = down[index] - nudge\n"
            "        gradient[index] = (f(up) - f(down)) / (2 * nudge)\n"
            "    return gradient",
            why="An integer array cannot hold 1.00001: make θ an array of floats first.",
        ),
        Mistake(
            "only the second value is divided",
            {"(f(up) - f(down)) / (2 * nudge)": "f(up) - f(down) / (2 * nudge)"},
            why="The whole difference is divided: it belongs in brackets.",
        ),
        Mistake(
            "it is divided by 2 and then multiplied by ε",
            {"/ (2 * nudge)": "/ 2 * nudge"},
            why="a / 2 * ε is (a / 2) · ε. The whole 2ε is what divides.",
        ),
        Mistake(
            "θ is taken to have two axes, or to be a number",
            "def numerical_gradient(f, theta, nudge=1e-5):\n"
            "    if np.ndim(theta) == 0:\n"
            "        return (f(theta + nudge) - f(theta - nudge)) / (2 * nudge)\n"
            "    gradient = np.zeros(theta.shape)\n"
            "    for i in range(theta.shape[0]):\n"
            "        for j in range(theta.shape[1]):\n"
            "            up, down = theta.astype(float), theta.astype(float)\n"
            "            up[i, j] += nudge\n"
            "            down[i, j] -= nudge\n"
            "            gradient[i, j] = (f(up) - f(down)) / (2 * nudge)\n"
            "    return gradient",
            why="An array may have one axis, or three. np.ndindex(theta.shape) counts through them all.",
        ),
        Mistake(
            "the whole of θ is nudged, and one number comes back",
            "def numerical_gradient(f, theta, nudge=1e-5):\n"
            "    return (f(theta + nudge) - f(theta - nudge)) / (2 * nudge)",
            why="A gradient has one slope for each entry of θ: move one entry and hold the others.",
        ),
        Mistake(
            "the slopes lie in one row instead of in the shape of θ",
            {"return gradient": "return gradient.ravel()"},
            why="Each slope stands where its entry stands: the gradient has the shape of θ.",
        ),
        *(
            Mistake(
                "the nudge is a number written in, whatever `nudge` says",
                {"    gradient = ": f"    nudge = {nudge}\n    gradient = "},
                why="The nudge comes in as an argument; 1e-5 is only its default.",
                alone=True,
            )
            for nudge in (0.5, 0.1, 0.01, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8)
        ),
        Mistake(
            "the whole of θ is nudged, and upward only",
            "def numerical_gradient(f, theta, nudge=1e-5):\n    return (f(theta + nudge) - f(theta)) / nudge",
            why="A gradient has one slope for each entry of θ: move one entry, up and down, and hold the others.",
            alone=True,
        ),
        Mistake(
            "θ is taken to have two axes, or to be a number",
            TWO_LOOPS,
            why="An array may have one axis, or three. np.ndindex(theta.shape) counts through them all.",
            alone=True,
        ),
        Mistake(
            "θ is taken to be one row of numbers",
            ONE_LOOP,
            why="θ may be a number, a column or a table. np.ndindex(np.shape(theta)) counts through all entries.",
            alone=True,
        ),
    ),
    hints=(
        "Stand on a hill with closed eyes: one small step up the axis, one down, and compare the heights.",
        "∂f/∂θ_j ≈ (f(θ with θ_j + ε) − f(θ with θ_j − ε)) / 2ε, for each j by itself, with ε = 1e-5.",
        "Make θ an array of floats and a result of zeros in its shape. np.ndindex(theta.shape) yields every index; "
        "for each make two copies, change that one entry up in the first and down in the second.",
    ),
)
