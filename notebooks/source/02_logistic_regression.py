# %% [markdown]
# # Logistic regression: one neuron, by hand
#
# A single neuron can learn to answer a yes-or-no question. You will build one from nothing: its output, a number
# that says how wrong it is, the slope of that number, and the walk downhill that makes it right. All of it with
# loops you can follow on paper. The next notebook does the same without loops, on real images, and every deep
# network after that is made of this one part.
#
# You need Python and school calculus: what a derivative is, and the chain rule.

# %% [markdown]
# ## What you will build
#
# Is it a cat? Each point below is a picture of an animal, reduced to two numbers: how many tenths of its light lie in
# the upper third of the picture, and how many in the lower third. The neuron has to draw a border between cats and
# the rest. The pictures are silhouettes that an image generator made, so they are cleaner than photographs.

# %%
import numpy as np

from helpers.datasets import load_two_features
from helpers.exercises.logistic_regression import check, hint

cats = load_two_features()
X, Y = cats.X_train, cats.Y_train

# %%
from helpers.activations import sigmoid as course_sigmoid
from helpers.figures.boundaries import plot_boundary
from helpers.logistic_regression import train_logistic

w, b, _ = train_logistic(X, Y, learning_rate=0.3, iterations=500)
ax = plot_boundary(lambda X: course_sigmoid(w.T @ X + b), X, Y)
ax = ax.set(
    xlabel="light in the upper third (tenths)", ylabel="light in the lower third (tenths)"
)

# %% [markdown]
# *A hundred and sixty points in the plane, cats as orange triangles mostly at the upper left, other animals as
# blue circles mostly at the lower right, and a straight black line between them; the background turns from blue
# to orange across the line.*
#
# That line is your goal. At the end of this notebook your own functions will have found it.

# %% [markdown]
# ## A picture is a column of numbers
#
# What does a neuron see of a picture? Numbers, one below the other. A gray picture is a table of brightnesses;
# write its rows one after another into a single column, and you have the **vector** $x$.

# %%
from helpers.figures.vectors import plot_as_column

small = cats.images_train[7][2:26:3, 2:26:3]
axes = plot_as_column(small)

# %% [markdown]
# *On the left a silhouette of 8 by 8 pixels, each with its brightness from 0 for black to 255 for white; on the
# right the first sixteen of its 64 numbers in one column: the first row of the picture, then the second.*
#
# The number of entries of $x$ is called $n_x$: here 64. The question has two answers, so the label $y$ is 1 for a
# cat and 0 for any other animal. This is **binary classification**.

# %% [markdown]
# ## Names that stay the same
#
# How do you keep apart examples, features and layers over seven notebooks? By one table. Every notebook, every
# helper and every check uses these letters, and no others.
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $m$ | `m` | number | how many examples |
# | $n_x$ | `n_x` | number | how many features an example has |
# | $x^{(i)}$ | `X[:, [i]]` | $(n_x, 1)$ | example $i$, a column |
# | $y^{(i)}$ | `Y[0, i]` | number | its label, 0 or 1 |
# | $X = [x^{(1)}, \dots, x^{(m)}]$ | `X` | $(n_x, m)$ | all examples side by side |
# | $Y = [y^{(1)}, \dots, y^{(m)}]$ | `Y` | $(1, m)$ | all labels |
# | $w$, $b$ | `w`, `b` | $(n_x, 1)$, number | weights and bias of one neuron |
# | $z$, $a = \hat{y}$ | `z`, `a` | numbers | weighted sum, output |
# | $L(a, y)$, $J$ | `loss`, `J` | numbers | how wrong on one example, on average over all |
# | $\frac{\partial J}{\partial w}$ | `dw` | $(n_x, 1)$ | slope of the cost by $w$; so for every name |
# | $\alpha$ | `learning_rate` | number | how far a step goes |
# | $L$, $n^{[l]}$ | `L`, `layer_sizes[l]` | numbers | later: layers, units in layer $l$ |
# | $W^{[l]}$, $b^{[l]}$ | `W`, `b` | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ | later: one layer's weights, biases |
# | $Z^{[l]}$, $A^{[l]}$ | `Z`, `A` | $(n^{[l]}, m)$ | later: one layer's sums and outputs |
#
# Round brackets count examples, square brackets count layers. **Examples are columns.** The bias $b$ stands by
# itself; some books hide it in $w$ with an extra input that is always 1, and we do not.

# %% [markdown]
# **Predict:** 160 gray pictures of 28 by 28 pixels, all pixels as features. What are these shapes?

# %% tags=["exercise"]
from helpers.exercises.logistic_regression.notation import answers as notation

# %%
notation = check(notation=notation)

# %% [markdown]
# For our animals two numbers are enough, $n_x = 2$: then everything can be drawn, and loops are fast.

# %%
X.shape, Y.shape, X[:, [0]], Y[0, 0]

# %% [markdown]
# The first animal has six times as much light in the upper third as in the lower one, and it is not a cat.

# %% [markdown]
# ## The neuron
#
# How does a column of numbers become one answer? In two steps. First a weighted sum, one number:
#
# $$z = w^T x + b = w_1 x_1 + w_2 x_2 + b.$$
#
# A feature with a large positive weight speaks for a cat, one with a negative weight against it. The sum can be any
# number. The output should be a probability, $\hat{y} = P(y = 1 \mid x)$, so it is bent into the range from 0 to 1
# by the **sigmoid**:
#
# $$\hat{y} = a = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}.$$
#
# **Predict:** $\sigma(0)$, and $\sigma(z)$ for a very large and a very negative $z$.

# %% tags=["exercise"]
from helpers.activations import sigmoid

# %%
sigmoid = check(sigmoid)

# %% [markdown]
# Not sure how to begin? `hint(sigmoid)` gives an idea, once more the formula, then the lines in words, and only then
# the solution.

# %%
import matplotlib.pyplot as plt

z = np.linspace(-8, 8, 200)
lines = plt.plot(z, sigmoid(z))
labels = plt.xlabel("z"), plt.ylabel("σ(z)")

# %% [markdown]
# *An S-shaped curve: near 0 on the left, through one half at z = 0, near 1 on the right.*
#
# Where $z = 0$ the neuron is undecided, $a = \frac12$. Those points form a straight line in the plane of two
# features, the border in the first picture.

# %% [markdown]
# Now the whole neuron, for one example. **Predict** the shape of the result for $n_x = 2$, and for $n_x = 784$.

# %% tags=["exercise"]
from helpers.logistic_loops import neuron

# %%
neuron = check(neuron)

# %%
x, y = X[:, [0]], Y[0, 0]
w, b = np.array([[-1.0], [1.0]]), 0.0
neuron(x, w, b)

# %% [markdown]
# One number, whatever $n_x$ is. With these weights the first animal is most likely not a cat, and that is right.

# %% [markdown]
# ## How wrong is it?
#
# To improve, the neuron needs a number that says how wrong it is. Take a cat, $y = 1$. The output $a$ is the
# probability that the neuron gives to "cat", so it gives the truth the probability $a$. For $y = 0$ it gives the
# truth $1 - a$. Both at once, for either label:
#
# $$P(y \mid x) = a^y (1 - a)^{1 - y}.$$
#
# For all examples together the probabilities multiply, $\prod_i P(y^{(i)} \mid x^{(i)})$; this is the
# **likelihood**. Good weights make it large. A product of many small numbers is awkward, so take the logarithm, which
# turns products into sums, and a minus sign, so that small is good. One example then contributes the **loss**
#
# $$L(a, y) = -\big(y \log a + (1 - y) \log(1 - a)\big).$$

# %%
from helpers.figures.losses import plot_likelihood

A = np.array([[neuron(X[:, [i]], w, b) for i in range(12)]])
ax = plot_likelihood(A, Y[:, :12])

# %% [markdown]
# *Twelve bars, one for each of the first examples: the probability that the neuron with the guessed weights gave to
# what the animal really is. Hatched orange bars are cats. Most bars are taller than one half; a low bar is a mistake.*
#
# The likelihood is the product of these twelve heights, and the loss of each example is the minus logarithm of its
# bar: nearly 0 for a tall bar, large for a low one.
#
# **Predict:** the loss for $y = 1$ and $a = \frac12$. And what happens at $a = 0$?

# %% tags=["exercise"]
from helpers.losses import loss

# %%
loss = check(loss)

# %%
from helpers.figures.losses import plot_loss

ax = plot_loss(loss)

# %% [markdown]
# *Two curves over the output a from 0 to 1. For y = 1 the loss falls from very high at the left to 0 at the right;
# for y = 0 it is the mirror image.*
#
# Being sure and wrong is expensive without limit. Being sure and right costs nothing.

# %% [markdown]
# The **cost** is the average over all examples:
#
# $$J(w, b) = \frac{1}{m} \sum_{i=1}^m L(a^{(i)}, y^{(i)}).$$
#
# So the weights with the smallest cost are those with the largest likelihood. **Predict** the cost of a neuron that
# always answers $\frac12$.

# %% tags=["exercise"]
from helpers.losses import cost

# %%
cost = check(cost)

# %%
A = np.array([[neuron(X[:, [i]], w, b) for i in range(160)]])
cost(A, Y), cost(np.full((1, 160), 0.5), Y), np.log(2)

# %% [markdown]
# Always $\frac12$ costs $\log 2 \approx 0.69$. A neuron that costs more than that is worse than a coin.

# %% [markdown]
# ### Why not the squared error?
#
# Would $(a - y)^2$ not do as well? It also says how wrong $a$ is. Look at its cost over one weight, for six
# examples of which one is an outlier.

# %%
from helpers.figures.losses import plot_two_costs

x_six = np.array([-1.0, -0.5, 0.5, 1.0, 1.0, 10.0])
axes = plot_two_costs(x_six, np.array([[0.0, 0, 0, 1, 1, 0]]))

# %% [markdown]
# *Two cost curves over a weight w. With the squared error there are two valleys and a hill between them, and flat
# plains on both sides; with the loss L there is a single valley.*
#
# Whoever walks downhill from the right ends in the wrong valley of the squared error, or stays on a plain where
# there is no slope. The cost made of $L$ is **convex**, curved upward everywhere: every way down leads to the same
# place. With a bias as well as a weight, the cost is a surface:

# %%
from helpers.figures.losses import plot_two_surfaces

axes = plot_two_surfaces(x_six, np.array([[0.0, 0, 0, 1, 1, 0]]))

# %% [markdown]
# *Two cost surfaces over weight and bias, dark where the cost is low. The one of the squared error has two dark basins,
# a ridge between them and flat plains around; the one of the loss L is a single bowl that rises on every side.*
#
# Why it is convex takes two lines: along any straight line $z$ changes at a constant rate, and $-\log \sigma(z)$ and
# $-\log(1 - \sigma(z))$ both have the second derivative $\sigma(z)(1 - \sigma(z))$, which is never negative. A mean
# of convex functions is convex.

# %% [markdown]
# ### Bug clinic: a loss that likes mistakes
#
# The next cell holds a loss that someone wrote in a hurry. **Predict** for which label it goes wrong before you run
# anything, then repair it.

# %% tags=["exercise"]
from helpers.losses import loss as repair_loss

# %%
repair_loss = check(repair_loss)

# %% [markdown]
# A loss below 0 is always a mistake in the formula. It is worth a look at the sign of every new number.

# %% [markdown]
# ## Walking downhill
#
# How do you find the weights with the smallest cost? Stand anywhere, feel the slope, and take a step against it:
#
# $$w := w - \alpha \frac{\partial J}{\partial w} \qquad b := b - \alpha \frac{\partial J}{\partial b}.$$
#
# Where the slope is positive the cost grows to the right, and the minus sends you left. The **learning rate**
# $\alpha$ says how far. Three learning rates on the curve $J(w) = w^2$, whose slope is $2w$:
#
# **Predict** what happens for 0.1, for 0.9 and for 1.05.

# %%
from helpers.figures.descent import path_on_curve, plot_descent_on_curve

figure, axes = plt.subplots(1, 3, figsize=(9, 2.8))
for ax, alpha in zip(axes, (0.1, 0.9, 1.05), strict=True):
    path = path_on_curve(lambda w: 2 * w, start=-2.0, learning_rate=alpha, steps=10)
    plot_descent_on_curve(lambda w: w**2, path, ax=ax).set_title(f"α = {alpha}")

# %% [markdown]
# *Three copies of a parabola with ten steps from the blue square at w = −2: with 0.1 they creep down the left side,
# with 0.9 they jump from side to side and come down, with 1.05 they jump ever higher and out of the picture; what lies
# beyond is drawn at its edge.*
#
# A step multiplies $w$ by $1 - 2\alpha$. That explains all three: 0.8 shrinks, −0.8 shrinks and changes sides, −1.1
# grows.

# %% [markdown]
# Try other rates. **Predict** first at which one the ball stops coming down, and look for the one that needs a single
# step.

# %%
from helpers.playgrounds.descent import play_learning_rate

play_learning_rate(lambda w: w**2, slope=lambda w: 2 * w)

# %% [markdown]
# *The parabola with ten steps that creep down its left side, and sliders for the learning rate, the start and the
# number of steps.*

# %% [markdown]
# A neuron with one feature has a weight and a bias, so its cost is a surface. Here the feature is the light in the
# lower third.

# %%
from helpers.figures.descent import plot_neuron_and_cost
from helpers.logistic_regression import optimize

lower = X[1]
path = [(0.0, 0.0)]
for _ in range(40):
    w1, b1, _ = optimize(np.array([[path[-1][0]]]), path[-1][1], X[[1]], Y, 0.5, 10)
    path.append((w1[0, 0], b1))
axes = plot_neuron_and_cost(*path[-1], lower, Y, np.array(path))

# %% [markdown]
# *On the left the animals along one feature, cats at height 1 and others at height 0, with the S-curve of the output
# and a dashed border; on the right the cost over w and b as a long valley, with an orange path from the white square
# at zero down to the star.*
#
# The path first drops to the floor of the valley, then follows it. For this picture the slope came from a helper. Now
# you derive it.

# %% [markdown]
# Be gradient descent yourself: find a $w$ and a $b$ with a small cost. The cost and the curve come from your functions.

# %%
from helpers.playgrounds.descent import play_neuron

play_neuron(lower, Y, cost, sigmoid)

# %% [markdown]
# *The same two pictures with sliders for w and b, at zero: the output is a flat line at one half, and the star stands
# above the floor of the valley.*
#
# Which of the two is harder to find by hand when the other is wrong? The valley lies slantwise, so they cannot be found
# one after the other.

# %% [markdown]
# ## A referee first
#
# How will you know that a slope is right? Measure it. Move one number a little up and a little down, and look how
# far the result moves:
#
# $$\frac{\partial f}{\partial \theta_j} \approx
# \frac{f(\dots, \theta_j + \varepsilon, \dots) - f(\dots, \theta_j - \varepsilon, \dots)}{2\varepsilon}.$$
#
# This needs no calculus, and it is far too slow to learn with: two evaluations for every single weight. As a referee
# it is perfect. You will use it on every gradient of this course.
#
# **Predict:** for $f(\theta) = \theta^2$ at $\theta = 3$. Which of the two sides alone would be a little too large?

# %% tags=["exercise"]
from helpers.gradient_check import numerical_gradient

# %%
numerical_gradient = check(numerical_gradient)

# %%
numerical_gradient(lambda theta: theta**2, 3.0), numerical_gradient(np.sum, np.ones((2, 3)))

# %% [markdown]
# The slope of $\theta^2$ at 3 is 6. A sum grows by one with each of its entries, so its gradient is all ones, in the
# shape of the array.

# %% [markdown]
# ## Derivatives on a graph
#
# How does the loss depend on $w_1$? Not directly: $w_1$ moves $z$, $z$ moves $a$, $a$ moves $L$. Draw every step as
# a box. Values go from left to right:

# %%
from helpers.figures.graphs import neuron_values, plot_graph

values, derivatives = neuron_values(x1=2.0, x2=-1.0, w1=0.5, w2=1.0, b=0.5, y=1)
ax = plot_graph(values, derivatives, step=3)

# %% [markdown]
# *Five boxes on the left with the inputs and weights, arrows from them to z = 0.50, then to a = 0.62, then to the
# loss L = 0.47.*
#
# Slopes go from right to left. The chain rule says: the slope of $L$ by anything is the slope by the next box, times
# the slope of that box by this one. Each box needs to know only its neighbor. As in the code, `da` is short for
# $\frac{\partial L}{\partial a}$.
#
# **Predict** the sign of `dw1`: the label is 1 and $x_1$ is positive. Should $w_1$ grow or shrink?

# %%
ax = plot_graph(values, derivatives, step=6)

# %% [markdown]
# *The same boxes with orange arrows from right to left, and below the boxes the slopes: da = −1.61, dz = −0.38,
# dw1 = −0.76, dw2 = 0.38, db = −0.38.*
#
# `dw1` is negative: a larger $w_1$ lowers the loss. And `dw2` is positive, since $x_2$ is negative. Check the box at
# the far left with the referee:


# %%
def loss_of_w1(w1):
    return loss(sigmoid(w1 * 2.0 + 1.0 * -1.0 + 0.5), 1)


numerical_gradient(loss_of_w1, 0.5)

# %% [markdown]
# ## The gradient of one example
#
# Now the formulas, from right to left. First the loss by the output:
#
# $$da = \frac{\partial L}{\partial a} = -\frac{y}{a} + \frac{1 - y}{1 - a}.$$
#
# Then through the sigmoid. Its slope is $\frac{da}{dz} = a(1 - a)$, because
# $\frac{d}{dz}(1 + e^{-z})^{-1} = \frac{e^{-z}}{(1 + e^{-z})^2} = \frac{1}{1 + e^{-z}} \cdot
# \frac{e^{-z}}{1 + e^{-z}}$. Multiply:
#
# $$dz = da \cdot a(1 - a) = -y(1 - a) + (1 - y)a = a - y.$$
#
# Everything cancels. The slope is **output minus label**, and this is why loss and sigmoid belong together. At last
# $z = w_1 x_1 + w_2 x_2 + b$, so
#
# $$dw_1 = x_1\,dz \qquad dw_2 = x_2\,dz \qquad db = dz.$$
#
# First each link of the chain against the referee, at the numbers of the graph: $da$ for the label 1, then the slope
# of the sigmoid, then both together.

# %%
a, z = values["a"], values["z"]
print(f"da:    {-1 / a:.6f}  referee {numerical_gradient(lambda a: loss(a, 1), a):.6f}")
print(f"da/dz: {a * (1 - a):.6f}  referee {numerical_gradient(sigmoid, z):.6f}")
print(f"dz:    {a - 1:.6f}  referee {numerical_gradient(lambda z: loss(sigmoid(z), 1), z):.6f}")

# %% [markdown]
# Both links hold, and the chain does. **Predict** the shape of `dw` in the next exercise, and what it is when the
# neuron is exactly right.

# %% tags=["exercise"]
from helpers.logistic_loops import backward_one

# %%
backward_one = check(backward_one)

# %% [markdown]
# The formula against the referee, on a real animal:

# %%
dw, db = backward_one(x, y, w, b)
by_nudging = numerical_gradient(lambda w: loss(neuron(x, w, b), y), w)
np.hstack([dw, by_nudging]), db, numerical_gradient(lambda b: loss(neuron(x, w, b), y), b)

# %% [markdown]
# Two columns of the same numbers, and twice the same `db`. The derivation stands.

# %% [markdown]
# Now walk the graph with your own `sigmoid`, `loss` and `backward_one`: three steps forward, three back. Change an
# input on the way, and say what happens to each slope before you look.

# %%
from helpers.playgrounds.graph import play_graph

play_graph(sigmoid, loss, backward_one)

# %% [markdown]
# *The boxes of the graph before the first step, with the inputs filled in, a slider for the step, a list for the label
# and a slider for every input.*
#
# Set the label to 0: which slopes change their sign? Then make $w_1$ large until $a$ is nearly 1, and compare `dz` with
# label 0 and with label 1.

# %% [markdown]
# ## The gradient of all examples
#
# The cost is a mean of losses, and the slope of a mean is the mean of the slopes:
#
# $$\frac{\partial J}{\partial w_1} = \frac{1}{m} \sum_{i=1}^m \frac{\partial L^{(i)}}{\partial w_1}
# = \frac{1}{m} \sum_{i=1}^m x_1^{(i)}\,dz^{(i)}, \qquad
# \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^m dz^{(i)}.$$
#
# In words: set three sums to zero, go through the examples, add what each one gives, divide by $m$ at the end.
#
# **Predict:** what goes wrong with the learning rate if the division is forgotten?

# %% tags=["exercise"]
from helpers.logistic_loops import gradient_loop

# %%
gradient_loop = check(gradient_loop)

# %%
dw, db, J = gradient_loop(w, b, X, Y)
by_nudging = numerical_gradient(lambda w: gradient_loop(w, b, X, Y)[2], w)
np.hstack([dw, by_nudging]), db, numerical_gradient(lambda b: gradient_loop(w, b, X, Y)[2], b)

# %% [markdown]
# The loop and the referee agree, in `dw` and in `db`.

# %% [markdown]
# ### Bug clinic: the more, the steeper
#
# This gradient was tested on a single example and found right. **Predict** what it gives for 160 examples, compared
# with the right one. Then find what is missing.

# %% tags=["exercise"]
from helpers.logistic_loops import gradient_loop as repair_gradient

# %%
repair_gradient = check(repair_gradient)

# %% [markdown]
# A test with $m = 1$ cannot see a forgotten $1/m$. Test with one example and with several.

# %% [markdown]
# ## Training
#
# All parts are there. Training is a loop around them: slope, step, slope, step.
#
# **Predict** the first entry of `costs` when `w` and `b` start from zero. You have met the number.

# %% tags=["exercise"]
from helpers.logistic_loops import descend

# %%
descend = check(descend)

# %%
from helpers.figures.curves import plot_costs

start = np.zeros((2, 1))
runs = {f"α = {alpha}": descend(start, 0.0, X, Y, alpha, 60) for alpha in (0.02, 0.1, 0.3)}
ax = plot_costs({label: costs for label, (_, _, costs) in runs.items()})

# %% [markdown]
# *The cost over sixty steps for three learning rates. All begin at 0.69; with 0.3 it falls fastest and lies lowest at
# the end, with 0.02 it has come down least.*
#
# All three go down, and the largest goes fastest here. Too large a rate jumps, as on the parabola: at 3.0 the cost
# is above 4 after three steps, comes down, and jumps up again later.

# %% [markdown]
# What does the trained neuron answer? It says "cat" where its output is above $\frac12$. **Predict** the sign of $z$
# there.

# %% tags=["exercise"]
from helpers.logistic_loops import predict

# %%
predict = check(predict)

# %% [markdown]
# An accuracy means little by itself. Beside it stands the **baseline**: always giving the most frequent answer.

# %%
from helpers.metrics import accuracy, majority_baseline

w, b, _ = descend(start, 0.0, X, Y, learning_rate=0.3, iterations=120)
print(f"training: {accuracy(predict(w, b, X), Y):.2f}, baseline {majority_baseline(Y):.2f}")
X_test, Y_test = cats.X_test, cats.Y_test
print(
    f"test:     {accuracy(predict(w, b, X_test), Y_test):.2f},",
    f"baseline {majority_baseline(Y_test):.2f}",
)

# %% [markdown]
# The hundred test animals took no part in training. From two numbers about each picture your neuron tells cats from
# other animals far better than the baseline.

# %%
ax = plot_boundary(lambda X: sigmoid(w.T @ X + b), X_test, Y_test)
ax = ax.set(
    xlabel="light in the upper third (tenths)", ylabel="light in the lower third (tenths)"
)

# %% [markdown]
# *The test animals with the border that your functions found: most orange triangles, the cats, lie on its upper left
# side, most blue circles on the other; some of each are on the wrong side.*
#
# Cats sit: little light above, much below. The neuron has found that by itself. Which animals fool it?

# %%
from helpers.figures.images import plot_images

wrong = np.flatnonzero(predict(w, b, X_test)[0] != Y_test[0])[:8]
axes = plot_images(cats.images_test[wrong], [cats.classes[k] for k in Y_test[0, wrong]])

# %% [markdown]
# *Eight test silhouettes that the neuron got wrong, each with its true label. Two are cats: one lies flat, of the other
# only the face is there. Of the six others four are dogs: two sit and one lies, broad below like a cat, one stands.*
#
# Twelve of its fifteen mistakes are other animals taken for cats. A sitting dog has its light where a sitting cat has
# it: two numbers cannot tell them apart. The next notebook uses all the pixels.

# %% [markdown]
# ## Summary
#
# - A neuron computes $a = \sigma(w^T x + b)$, a probability.
# - The loss is minus the logarithm of the probability given to the truth; the cost is its mean.
# - The gradient of one example is $dz = a - y$, $dw = x\,dz$, $db = dz$; of $m$ examples, the mean.
# - Gradient descent walks against the gradient; the learning rate is the length of its steps.
# - A numerical gradient is the referee, and a baseline stands beside every accuracy.
#
# Every example was visited in a loop, and within it every feature. In the next notebook both loops go away.

# %% [markdown]
# ## Try it yourself
#
# - Train with $\alpha = 3$ and look at the costs. At which rate does it begin to jump?
# - Start from `w = 100 * np.ones((2, 1))`. Why does the cost hardly move at first, although `w` does?
# - Multiply the first row of `X` by 100 and train again. What happens to the valley, and to the learning rate you need?
# - Let the answer be "cat" only where the output is above 0.8. Which mistakes become rarer, which more frequent?

# %% [markdown]
# ## Where you are
#
# The exercises that a check has called right, here and in the other notebooks:

# %%
from helpers.playgrounds.ending import GradeButton, progress

progress()

# %% [markdown]
# To have this notebook graded, save it and press the button. Your exercises run in a fresh copy of the notebook, in a
# process of their own, and your file is only read.

# %%
GradeButton()
