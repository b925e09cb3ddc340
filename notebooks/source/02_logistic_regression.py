# %% [markdown]
# # Logistic regression: one neuron, by hand
#
# A single neuron can learn to answer a yes-or-no question. You will build one from nothing: its output, a number
# that says how wrong it is, the slope of that number, and the walk downhill that makes it right. All of it with
# loops you can follow on paper. The next notebook does the same without loops, on real images, and every deep
# network after that is made of this one part.
#
# You need Python and school calculus: what a derivative is, and the chain rule. Plan for two and a half hours, in two
# sittings; the text names a good place for the break.

# %% [markdown]
# ## What you will build
#
# Is it a cat? Each point below is a picture of an animal, reduced to two numbers: which share of its white lies in the
# upper third of the picture, and which in the lower third, both in tenths (3 means 30 %). The neuron has to draw a
# border between cats and the rest. The pictures are silhouettes that an image generator made, so they are cleaner than
# photographs.

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
names = {"xlabel": "white in the upper third", "ylabel": "white in the lower third"}
labels = ax.set(**names, title="▲ cats   ● other animals", xlim=(0, None), ylim=(0, None))

# %% [markdown]
# *Look for the points on the wrong side of the border.* <!-- alt: A hundred and sixty points in the plane, cats as
# orange triangles mostly at the upper left, other animals as blue circles mostly at the lower right, and a straight
# black line between them; the background turns from blue to orange across the line. --> <!-- claim: 02-upper-left -->
#
# That line is your goal. At the end of this notebook your own functions will have found it.

# %% [markdown]
# ## A picture is a column of numbers
#
# What does a neuron see of a picture? Numbers, one below the other. A gray picture is a table of brightnesses;
# write its rows one after another into a single column, and you have the **vector** $x$.

# %%
from helpers.figures.vectors import plot_as_column

animal = cats.images_train[5]
axes = plot_as_column(animal[2:26:3, 2:26:3], original=animal)

# %% [markdown]
# *Find the first row of the small picture in the column on the right, and the second row below it.* <!-- alt: On the
# left a sitting cat. In the middle the same cat in 8 by 8 pixels, each with its brightness from 0 for black to 255 for
# white. On the right the first sixteen of these 64 numbers in one column: first one row, then the next. -->
#
# The entries of $x$ are its **features**, and $n_x$ is their number: here 64. The question has two answers, so the
# label $y$ is 1 for a cat and 0 for any other animal. This is **binary classification**.

# %% [markdown]
# ## Names that stay the same
#
# How do you keep apart examples and features over a whole course? By one table. Every notebook uses these letters,
# and later ones add layers to them.
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
# | $L(a, y)$ | `loss` | number | the loss: how wrong on one example |
# | $J$ | `cost`, `J` | number | the cost: how wrong on average over all examples |
# | $dw$, $dz$, … | `dw`, `dz` | that of $w$, $z$ | a slope, the derivative with respect to $w$, $z$, … |
# | $\alpha$ | `learning_rate` | number | how far a step goes |
#
# **The slope of what?** Of whatever stands at the end: of the loss $L$ for one example, of the cost $J$ for all. Names
# that belong to one example, such as $z$ and $a$, always take the slope of that example's loss.
#
# Round brackets count examples. **Examples are columns.** The bias $b$ stands by itself; some books hide it in $w$
# with an extra input that is always 1, and we do not. <!-- derived -->
#
# <details><summary>The symbols of the networks to come, for later</summary>
#
# | symbol | in code | shape | meaning |
# | --- | --- | --- | --- |
# | $L$ | `L` | number | how many layers; the loss always has brackets, $L(a, y)$ |
# | $n^{[l]}$, $n_h$, $n_y$ | `layer_sizes[l]` | numbers | units in layer $l$, in the only hidden layer, in the last |
# | $W^{[l]}$, $b^{[l]}$ | `W`, `b` | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ | weights and biases of layer $l$ |
# | $g^{[l]}$ | `hidden` | function | what bends the sums of layer $l$ |
# | $Z^{[l]}$, $A^{[l]}$ | `Z`, `A` | $(n^{[l]}, m)$ | sums and outputs of layer $l$; $A^{[0]} = X$ |
# | $a^{[l](i)}_j$ | `A[j, i]` | number | output of unit $j$ of layer $l$ for example $i$ |
# | $A^{[L]}$ | `AL` | $(n_y, m)$ | the outputs of the network; column $i$ is $\hat{y} = a^{[L]}$ of example $i$ |
# | $dZ^{[l]}$ | `dZ` | $(n^{[l]}, m)$ | column $i$ is the slope of the loss of example $i$ |
#
# </details>

# %% [markdown]
# **Predict:** 160 gray pictures of 28 by 28 pixels, all pixels as features. What is $n_x$, a number, and what are the
# five shapes, written like `(3, 2)`?

# %% tags=["exercise"]
from helpers.exercises.logistic_regression.notation import answers as notation

# %%
notation = check(notation=notation)

# %% [markdown]
# All pixels are $28 \cdot 28 = 784$ features. <!-- answer --> For our animals two numbers are enough, $n_x = 2$: then
# everything can be drawn, and loops are fast. The inner brackets of `X[:, [0]]` keep the example a column, (2, 1);
# `X[:, 0]` would be a list of two, shape (2,).

# %%
X.shape, Y.shape, X[:, [0]], Y[0, 0]

# %% [markdown]
# The first animal has about six times as much white in the upper third as in the lower one, and it is not a
# cat. <!-- claim: 02-first-animal -->

# %% [markdown]
# ## The neuron
#
# How does a column of numbers become one answer? In two steps. First a weighted sum, one number:
#
# $$z = w^T x + b = w_1 x_1 + w_2 x_2 + b.$$
#
# A feature with a large positive weight speaks for a cat, one with a negative weight against it. The sum can be any
# number. The output should be a probability, $\hat{y} = P(y = 1 \mid x)$, read "the probability that $y$ is 1 when
# $x$ is known". So the sum is bent into the range from 0 to 1 by the **sigmoid**:
#
# $$\hat{y} = a = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}.$$
#
# For $z = -1000$ the computer has no number as large as $e^{1000}$, and NumPy warns. Another form of the same curve
# never meets such powers: $\sigma(z) = \frac12 \big(1 + \tanh \frac z2\big)$.
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
# *Look at the two ends, and at what the curve does at z = 0.* <!-- alt: An S-shaped curve: near 0 on the left, through
# one half at z = 0, near 1 on the right. -->
#
# Far to the left $a$ is nearly 0, far to the right nearly 1. <!-- answer --> <!-- derived --> Where $z = 0$ the neuron
# is undecided, $a = \frac12$. In the plane of two features $w_1 x_1 + w_2
# x_2 + b = 0$ is the equation of a straight line, the border in the first picture.

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
# One number, whatever $n_x$ is. <!-- answer --> With these weights the first animal is most likely not a cat, and
# that is right.

# %% [markdown]
# ## How wrong is it?
#
# To improve, the neuron needs a number that says how wrong it is. Take a cat, $y = 1$. The output $a$ is the
# probability that the neuron gives to "cat", so it gives the truth the probability $a$. For $y = 0$ it gives the
# truth $1 - a$. Both at once:
#
# $$P(y \mid x) = a^y (1 - a)^{1 - y}.$$
#
# Put $y = 1$ in, and the second factor becomes 1; put $y = 0$ in, and the first one does.
#
# Now all examples together. If none of them says anything about another, they are called **independent**, and their
# probabilities multiply: $P(y^{(1)} \mid x^{(1)}) \cdot P(y^{(2)} \mid x^{(2)}) \cdots P(y^{(m)} \mid x^{(m)})$. This
# product is the **likelihood**. Good weights make it large.
#
# A product of many small numbers is awkward. The logarithm turns it into a sum, and a minus sign makes small good. One
# example then contributes the **loss**
#
# $$L(a, y) = -\big(y \log a + (1 - y) \log(1 - a)\big).$$

# %%
from helpers.figures.losses import plot_likelihood

A = np.array([[neuron(X[:, [i]], w, b) for i in range(12)]])
ax = plot_likelihood(A, Y[:, :12])

# %% [markdown]
# *A hatched orange bar is a cat, and a bar below one half is a mistake. Is the one mistake a cat?* <!-- alt: Twelve
# bars, one for each of the first examples: the probability that the neuron with the guessed weights gave to what the
# animal really is. Hatched orange bars are cats. A bar below one half is a mistake. -->
#
# The likelihood is the product of these twelve heights, and the loss of each example is the minus logarithm of its
# bar: nearly 0 for a tall bar, large for a low one. <!-- derived -->
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
# *Look at what each curve does where the answer is sure and wrong.* <!-- alt: Two curves over the output a from 0 to 1.
# For y = 1 the loss falls from very high at the left to 0 at the right; for y = 0 it is the mirror image. -->
#
# For $a = \frac12$ the loss is $\log 2 \approx 0.69$, whatever the label. <!-- answer --> Being sure and right costs
# nothing. Being sure and wrong is expensive without limit: at $a = 0$ the formula has no value. The code stops at
# $-\log 10^{-15} \approx 34.5$.

# %% [markdown]
# The **cost** is the average over all examples:
#
# $$J(w, b) = \frac{1}{m} \sum_{i=1}^m L(a^{(i)}, y^{(i)})
# = -\frac{1}{m} \sum_{i=1}^m \Big( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \Big).$$
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
# Always $\frac12$ costs $\log 2 \approx 0.69$: <!-- answer --> remember this number, it is where training
# begins. <!-- derived --> A neuron that costs more gives the truth less than a coin would. <!-- derived --> Its answers
# may still be right more often than not, since a few sure mistakes cost a lot. <!-- derived -->

# %% [markdown]
# ### Why not the squared error?
#
# Would $(a - y)^2$ not do as well? It also says how wrong $a$ is. Look at its cost over one weight, for six
# examples, one of which lies far from the others.

# %%
from helpers.figures.losses import plot_two_costs

x_six = np.array([-1.0, -0.5, 0.5, 1.0, 1.0, 10.0])
axes = plot_two_costs(x_six, np.array([[0.0, 0, 0, 1, 1, 0]]))

# %% [markdown]
# *Look for a second valley, and for places where a curve is flat.* <!-- alt: Two cost curves over a weight w. With the
# squared error there are two valleys and a hill between them, and flat plains on both sides; with the loss L there is a
# single valley. -->
#
# Whoever walks downhill from the right ends in the wrong valley of the squared error, or stays on a plain where there
# is almost no slope. The cost made of $L$ is **convex**: it never bends downward, so there is no second
# valley. <!-- derived --> If it has a lowest point, every way down leads to the lowest cost; some data have no such
# point, as you will see. <!-- derived --> With a bias as well as a weight, the cost is a surface:

# %%
from helpers.figures.losses import plot_two_surfaces

axes = plot_two_surfaces(x_six, np.array([[0.0, 0, 0, 1, 1, 0]]))

# %% [markdown]
# *Dark is low. Count the dark basins of each surface, and look for ground without a slope.* <!-- alt: Two cost surfaces
# over weight and bias, dark where the cost is low. The one of the squared error has two dark basins, a ridge between
# them and flat plains around; the one of the loss L is a single bowl that rises on every side. -->
#
# Where do the plains come from? You will derive it once you can derive slopes.
#
# <details><summary>Why the cost made of L is convex, for the curious</summary>
#
# Along any straight line in the plane of $w$ and $b$, $z$ changes at a constant rate. The loss is $-\log \sigma(z)$ for
# $y = 1$ and $-\log(1 - \sigma(z))$ for $y = 0$. Both have the second derivative $\sigma(z)(1 - \sigma(z))$, which is
# never negative. A mean of functions that never bend downward does not either.
#
# </details>

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
# It went wrong for $y = 0$. <!-- answer --> This loss is never below 0, because the logarithm of a probability never
# is above 0. <!-- derived --> It is worth a look at the sign of every new number.

# %% [markdown]
# ## Walking downhill
#
# How do you find the weights with the smallest cost? Stand anywhere, feel the slope, and take a step against it:
#
# $$w := w - \alpha \frac{\partial J}{\partial w} \qquad b := b - \alpha \frac{\partial J}{\partial b}.$$
#
# Where the slope is positive the cost grows to the right, and the minus sends you left. <!-- derived --> The **learning
# rate** $\alpha$ says how far. Three learning rates on the curve $J(w) = w^2$, whose slope is $2w$:
#
# **Predict** what happens for 0.1, for 0.9 and for 1.05.

# %%
from helpers.figures.descent import path_on_curve, plot_descent_on_curve

figure, axes = plt.subplots(1, 3, figsize=(9, 2.8))
for ax, alpha in zip(axes, (0.1, 0.9, 1.05), strict=True):
    path = path_on_curve(lambda w: 2 * w, start=-2.0, learning_rate=alpha, steps=10)
    plot_descent_on_curve(lambda w: w**2, path, ax=ax).set_title(f"α = {alpha}")

# %% [markdown]
# *Ten steps each from the blue square; what leaves the picture is drawn at its edge. On which side does each step end,
# and how high?* <!-- alt: Three copies of a parabola with ten steps from the blue square at w = −2: with 0.1 they creep
# down the left side, with 0.9 they jump from side to side and come down, with 1.05 they jump ever higher and out of the
# picture; what lies beyond is drawn at its edge. -->
#
# A step multiplies $w$ by $1 - 2\alpha$. <!-- answer --> That explains all three: 0.8 shrinks, −0.8 shrinks and
# changes sides, −1.1 grows.

# %% [markdown]
# Try other rates. **Predict** first at which one the ball stops coming down, and look for the one that needs a single
# step.

# %%
from helpers.playgrounds.descent import play_learning_rate

play_learning_rate(lambda w: w**2, slope=lambda w: 2 * w)

# %% [markdown]
# *Move the learning rate first, and look at how the steps lie around the bottom.* <!-- alt: The parabola with ten steps
# that creep down its left side, and sliders for the learning rate, the start and the number of steps. -->
#
# <details><summary>Answer</summary>
#
# At $\alpha = 1$ the factor $1 - 2\alpha$ is −1: the ball jumps to and fro for ever. At $\alpha = \frac12$ it is 0, and
# one step is enough.
#
# </details>

# %% [markdown]
# A neuron with one feature has a weight and a bias, so its cost is a surface. Here the feature is the white in the
# lower third.

# %%
from helpers.figures.descent import plot_neuron_and_cost
from helpers.logistic_regression import optimize

lower = X[1]
path = [(3.0, 2.0)]
for steps in [1] * 10 + [30] * 40:
    w1, b1, _ = optimize(np.array([[path[-1][0]]]), path[-1][1], X[[1]], Y, 0.5, steps)
    path.append((w1[0, 0], b1))
axes = plot_neuron_and_cost(*path[-1], lower, Y, np.array(path))

# %% [markdown]
# *Left, the animals along one feature, with the output and its border. Right, the cost, dark where it is low, with the
# path from the white square to the star: a dot after each of the first ten steps, then after every thirty. Look for the
# bend of the path.* <!-- alt: On the left the animals along one feature, cats at height 1 and others at height 0, with
# the S-curve of the output and a dashed border; on the right the cost over w and b as a long valley, with an orange
# path from the white square at the upper right down to the floor, and along it to the star. -->
#
# The path first drops to the floor of the valley, then follows it. For this picture the slope came from a helper. Now
# you derive it.

# %% [markdown]
# Be gradient descent yourself: find a $w$ and a $b$ with a small cost. The cost and the curve come from your functions.

# %%
from helpers.playgrounds.descent import play_neuron

play_neuron(lower, Y, cost, sigmoid)

# %% [markdown]
# *Watch the star on the right while you move a slider, and look at where the floor of the valley is.* <!-- alt: The
# same two pictures with sliders for w and b, at zero: the output is a flat line at one half, and the star stands above
# the floor of the valley. -->
#
# Set $w$ as well as you can while $b$ is 0, then $b$. Why must you go back to $w$?
#
# <details><summary>Answer</summary>
#
# The valley lies slantwise. The best $w$ for one $b$ is not the best for another, so each change of one asks for a
# change of the other.
#
# </details>

# %% [markdown]
# ## A referee first
#
# How will you know that a slope is right? Measure it. Move the number a little up and a little down, and look how far
# the result moves:
#
# $$\frac{df}{d\theta} \approx \frac{f(\theta + \varepsilon) - f(\theta - \varepsilon)}{2\varepsilon}.$$
#
# This needs no calculus. You will use it as a referee on every gradient of this course.
#
# **Predict** the slope of $f(\theta) = \theta^2$ at $\theta = 3$. Would the step up alone,
# $\big(f(3 + \varepsilon) - f(3)\big) / \varepsilon$, give a little too much or a little too little?

# %% tags=["exercise"]
from helpers.gradient_check import slope

# %%
slope = check(slope)

# %%
slope(lambda theta: theta**2, 3.0), (3.00001**2 - 3.0**2) / 0.00001

# %% [markdown]
# The slope is 6. <!-- answer --> The step up alone gives $6 + \varepsilon$, a little too much; the step down alone
# gives $6 - \varepsilon$. The mean of both is right.

# %% [markdown]
# ### How far can you trust it?
#
# The nudge $\varepsilon$ has to be small. How small? The slope of $\theta^3$ at 1 is exactly 3, so the error can be
# measured. **Predict** what happens to it as $\varepsilon$ goes from 0.1 down to $10^{-11}$.

# %%
from helpers.figures.referee import plot_slope_errors


def cube(theta):
    return theta**3


nudges = 10.0 ** np.arange(-11, 0)
both = [abs(slope(cube, 1.0, nudge) - 3) for nudge in nudges]
up = [abs((cube(1 + nudge) - cube(1)) / nudge - 3) for nudge in nudges]
ax = plot_slope_errors(nudges, {"both sides": both, "up only": up})

# %% [markdown]
# *The error of the slope over the nudge, both axes logarithmic. From 0.1 leftward both lines fall, the one from both
# sides twice as steeply; then they rise again. <!-- claim: 02-referee-arms --> Look for the lowest point of each.*
#
# The error is a V. <!-- answer --> On the right it comes from the formula: $(1 + \varepsilon)^3$ is $1 + 3\varepsilon +
# 3\varepsilon^2 + \varepsilon^3$, so the step up alone is wrong by $3\varepsilon + \varepsilon^2$, and from both sides
# all but $\varepsilon^2$ cancels. On the left it comes from rounding: $f$ is known to about 16 digits, and the smaller
# the nudge, the fewer of them are left in the difference. The best nudges lie between: from $10^{-7}$ to $10^{-5}$ the
# error is about $10^{-10}$. <!-- claim: 02-referee-best -->
#
# Two warnings. With numbers of 7 digits (`float32`) the whole V lies higher: the best error over all these nudges is
# about a million times as large. <!-- claim: 02-referee-float32 --> And where a function has a corner, such as
# $\max(0, \theta)$ at 0, there is no slope, but the referee names one all the same.

# %% tags=["exercise"]
from helpers.exercises.logistic_regression.referee_limits import answers as referee_limits

# %%
referee_limits = check(referee_limits=referee_limits)

# %% [markdown]
# ### Many numbers at once
#
# A cost depends on many numbers $\theta_1, \theta_2, \dots$ The **gradient** has one slope for each: move one entry,
# hold all others still.
#
# $$\frac{\partial f}{\partial \theta_j} \approx
# \frac{f(\dots, \theta_j + \varepsilon, \dots) - f(\dots, \theta_j - \varepsilon, \dots)}{2\varepsilon}.$$
#
# In NumPy, `theta.copy()` is an array of its own, which you may change, and `for index in np.ndindex(theta.shape)` goes
# through the places of an array of any shape: `theta[index]` is the entry there. `np.array(theta, dtype=float)` makes
# an array of anything, even of a single number.
#
# The check uses four functions: `bowl` is $\sum_j \theta_j^2$, `cubes` is $\sum_j \theta_j^3$, `waves` is
# $\sum_j (\sin 3\theta_j + \theta_j^3)$, and `products` is $\big(\sum_j \theta_j\big)^2$, in which every slope
# depends on all entries.

# %% tags=["exercise"]
from helpers.gradient_check import numerical_gradient

# %%
numerical_gradient = check(numerical_gradient)

# %%
numerical_gradient(lambda theta: theta**2, 3.0), numerical_gradient(np.sum, np.ones((2, 3)))

# %% [markdown]
# A sum grows by one with each of its entries, so its gradient is all ones, in the shape of the array. Every slope takes
# two evaluations of $f$: far too slow to learn with, and good enough for a referee.
#
# This is a good place for a break. What follows are the slopes themselves.

# %% [markdown]
# ## Derivatives on a graph
#
# Begin with two boxes: $u = 3x$, then $J = u^2$. For $x = 2$ the values are $u = 6$ and $J = 36$. Now move $x$ a
# little: $u$ moves 3 times as far, and $J$ moves $2u = 12$ times as far as $u$. So $J$ moves $12 \cdot 3 = 36$ times
# as far as $x$. That is the chain rule: **along a way, slopes are multiplied**.
#
# How does the loss depend on $w_1$? Not directly: $w_1$ moves $z$, $z$ moves $a$, $a$ moves $L$. Draw each of them as a
# box. Values go from left to right:

# %%
from helpers.figures.graphs import neuron_values, plot_graph

values, derivatives = neuron_values(x1=2.0, x2=-1.0, w1=0.5, w2=1.0, b=0.5, y=1)
ax = plot_graph(values, derivatives, step=3)

# %% [markdown]
# *Follow the arrows once with the numbers, from the left to the loss.* <!-- alt: Five boxes on the left with the inputs
# and weights, arrows from them to z = 0.50, then to a = 0.62, then to the loss L = 0.47, which the label y enters too.
# -->
#
# Slopes go from right to left. The slope of $L$ with respect to anything is the slope with respect to the next box,
# times the slope of that box with respect to this one. Each box needs to know only its neighbor. As in the code, `da`
# is short for $\frac{\partial L}{\partial a}$.
#
# **Predict** the sign of `dw1`: the label is 1 and $x_1$ is positive. Should $w_1$ grow or shrink?

# %%
ax = plot_graph(values, derivatives, step=6)

# %% [markdown]
# *Read it from right to left: each slope is the one before it, times what its box does.* <!-- alt: The same boxes with
# orange arrows from right to left, and below the boxes the slopes: da = −1.61, dz = −0.38, dw1 = −0.76, dw2 = 0.38, db
# = −0.38. -->
#
# `dw1` is negative: <!-- answer --> a larger $w_1$ lowers the loss. And `dw2` is positive, since $x_2$ is negative.
# Check the box at the far left with the referee:


# %%
def loss_of_w1(w1):
    return loss(sigmoid(w1 * 2.0 + 1.0 * -1.0 + 0.5), 1)


numerical_gradient(loss_of_w1, 0.5)

# %% [markdown]
# ### A value that is used twice
#
# In the graph above every box has one arrow out. What if there are two? Here $u = x + y$, $v = x \cdot u$ and $J =
# v^2$, and $x$ is used in $u$ and in $v$:

# %%
from helpers.figures.shared_graph import plot_shared_graph

ax = plot_shared_graph(2, 1)

# %% [markdown]
# *Count the arrows that leave x.* <!-- alt: Five boxes, x = 2, y = 1, u = 3, v = 6 and J = 36. Two arrows leave x, one
# to u and one straight to v. -->
#
# Move $x$ a little, and $J$ moves for two reasons: by the direct way over $v$, and by the way over $u$. For a small
# step the two effects simply add up: **along a way slopes are multiplied, over several ways they are added.**
#
# **Predict** `dx` for $x = 2$ and $y = 1$ with a pencil: first `dv`, then `du`, then both ways to $x$.

# %% tags=["exercise"]
from helpers.chain_rule import shared_backward

# %%
shared_backward = check(shared_backward)

# %%
dx, dy = shared_backward(2, 1)
ax = plot_shared_graph(2, 1, {"v": 12, "u": 24, "x": dx, "y": dy})
numerical_gradient(lambda x: (x * (x + 1)) ** 2, 2.0)

# %% [markdown]
# *Look at dx, and at the two paths that lead to it.* <!-- alt: The same boxes with orange arrows back, and the slopes
# below: dv = 12, du = 24, dx = 60, dy = 24. -->
#
# The direct way gives $12 \cdot 3 = 36$, the way over $u$ gives 24, together 60, and the referee
# agrees. <!-- answer --> In a network the output of a unit is used by every unit of the next layer: the same sum over
# ways, in notebook 04.

# %% [markdown]
# ## The gradient of one example
#
# Now the formulas, from right to left. First the loss by the output:
#
# $$da = \frac{\partial L}{\partial a} = -\frac{y}{a} + \frac{1 - y}{1 - a}.$$
#
# Then through the sigmoid. Its slope is $\frac{\partial a}{\partial z} = a(1 - a)$, because
# $\frac{d}{dz}(1 + e^{-z})^{-1} = \frac{e^{-z}}{(1 + e^{-z})^2} = \frac{1}{1 + e^{-z}} \cdot
# \frac{e^{-z}}{1 + e^{-z}}$: the first factor is $a$, and the second is $1 - a$, since both add up to 1. Multiply:
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
print(f"∂a/∂z: {a * (1 - a):.6f}  referee {numerical_gradient(sigmoid, z):.6f}")
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
# Two columns of the same numbers, up to the digits of your `neuron`, and twice the same `db`. <!-- answer --> The
# derivation stands. `dw` has the shape of `w`, (2, 1). If the output were exactly the label, $a - y$ would be 0, and
# with it every slope: there is nothing to improve.

# %% [markdown]
# Now walk the graph with your own `sigmoid`, `loss` and `backward_one`: three steps forward, three back. Change an
# input on the way, and say what happens to each slope before you look.

# %%
from helpers.playgrounds.graph import play_graph

play_graph(sigmoid, loss, backward_one)

# %% [markdown]
# *Move the step one at a time, and predict each number before it appears.* <!-- alt: The boxes of the graph before the
# first step, with the inputs filled in, a slider for the step, a list for the label and a slider for every input. -->
#
# Set the label to 0: which slopes change their sign? Then make $w_1$ large until $a$ is nearly 1, and compare `dz`
# with label 0 and with label 1. <!-- derived -->
#
# <details><summary>Answer</summary>
#
# All of them: with label 1 `dz` is $a - 1$, below 0, with label 0 it is $a$, above 0, and every other slope is a
# multiple of it. Near $a = 1$ `dz` is almost 0 for label 1 and almost 1 for label 0: the surer the mistake, the
# steeper the slope. <!-- derived -->
#
# </details>

# %% [markdown]
# ### The squared error once more
#
# Why is the squared error so flat where the neuron is badly wrong? Now you can derive it. Only the last link of the
# chain is new: the error is $(a - y)^2$ instead of $L$.

# %% tags=["exercise"]
from helpers.chain_rule import squared_backward

# %%
squared_backward = check(squared_backward)

# %%
from helpers.figures.losses import plot_two_slopes

ax = plot_two_slopes({"squared error": squared_backward, "loss L": lambda a, y: a - y})

# %% [markdown]
# *The slope dz over z for the label 1. On the right both are near 0. On the left, where the neuron is sure and wrong,
# the slope of L is −1, and that of the squared error goes back to 0. Look for the place where it is steepest.*
#
# $dz = 2(a - y)\,a(1 - a)$. The factor $a(1 - a)$ is the slope of the sigmoid, and it is nearly 0 wherever the neuron
# is sure, right or wrong. <!-- derived --> A sure mistake gives no slope to learn from: that is the flat plain. In
# $L$ the logarithm cancels just this factor.

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
# **Predict:** what goes wrong with a good learning rate if the division is forgotten?

# %% tags=["exercise"]
from helpers.logistic_loops import gradient_loop

# %%
gradient_loop = check(gradient_loop)

# %%
dw, db, J = gradient_loop(w, b, X, Y)
by_nudging = numerical_gradient(lambda w: gradient_loop(w, b, X, Y)[2], w)
np.hstack([dw, by_nudging]), db, numerical_gradient(lambda b: gradient_loop(w, b, X, Y)[2], b)

# %% [markdown]
# The loop and the referee agree, in `dw` and in `db`. <!-- answer --> Without the division every step would be $m$
# times as long, here 160 times, and the learning rate would have to change with the number of
# examples. <!-- derived -->

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
# Where the mean was forgotten, the result was 160 times as large. <!-- answer --> A test with $m = 1$ cannot see a
# forgotten $1/m$. Test with one example and with several.

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
# *All three begin at 0.69. Look at where each of them is after ten steps, and after sixty.* <!-- alt: The cost over
# sixty steps for three learning rates. All begin at 0.69; with 0.3 it falls fastest and lies lowest at the end, with
# 0.02 it has come down least. --> <!-- claim: 02-rates -->
#
# All begin at $\log 2$. <!-- answer --> All three go down steadily, and the largest ends lowest, on these animals as in
# nine other draws of 160. <!-- claim: 02-rates --> Too large a rate jumps, as on the parabola: at 3.0 the cost climbs
# above 3.5 within three steps, on 23 of 24 draws. <!-- claim: 02-rate-3 --> Where is the limit? The last section of
# this notebook computes it.

# %% [markdown]
# What does the trained neuron answer? It says "cat" where its output is above $\frac12$. **Predict** the sign of $z$
# there.

# %% tags=["exercise"]
from helpers.logistic_loops import predict

# %%
predict = check(predict)

# %% [markdown]
# An accuracy means little by itself. Beside it stands, as in 01, the **baseline**: always giving the most frequent
# answer. <!-- derived -->

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
# Where the output is above $\frac12$, $z$ is above 0. <!-- answer --> The hundred test animals took no part in
# training. In 24 draws of 160 animals to train with and 100 to test, the accuracy lay between 0.78 and 0.93, each time
# more than 20 points above the baseline. <!-- claim: 02-better -->

# %%
ax = plot_boundary(lambda X: sigmoid(w.T @ X + b), X_test, Y_test)
labels = ax.set(**names, title="▲ cats   ● other animals", xlim=(0, None), ylim=(0, None))

# %% [markdown]
# *Look for the points on the wrong side of the border. Which of them lie far from it?* <!-- alt: The test animals with
# the border that your functions found: most orange triangles, the cats, lie on its upper left side, most blue circles
# on the other; some of each are on the wrong side. -->
#
# Cats sit: little white above, much below. The neuron has found that by itself. Which animals fool it?

# %%
from helpers.figures.images import plot_images

wrong = np.flatnonzero(predict(w, b, X_test)[0] != Y_test[0])[:8]
axes = plot_images(cats.images_test[wrong], [cats.classes[k] for k in Y_test[0, wrong]])

# %% [markdown]
# *Eight test animals that the neuron got wrong, each with its true label. Look at where each of them has its
# white.* <!-- alt: Eight test silhouettes that the neuron got wrong, each with its true label. Two are cats: one lies
# flat, of the other only the face is there. Of the six others four are dogs: two sit and one lies, broad below like a
# cat, one stands. -->
#
# Twelve of its fifteen mistakes are other animals taken for cats. <!-- claim: 02-mistakes --> That is no law: in 23
# other draws their share goes from an eighth to two thirds. <!-- claim: 02-mistakes-elsewhere --> A sitting dog has its
# white where a sitting cat has it: two numbers cannot tell them apart. The next notebook uses all the pixels.

# %% [markdown]
# ### Data without a lowest point
#
# Two numbers cannot separate all cats from all others. What if they could? Four examples with one feature,
# $x = -2, -1, 1, 2$, the first two with label 0, the others with label 1. **Predict** where $w$ ends.

# %%
x_four, y_four = np.array([[-2.0, -1.0, 1.0, 2.0]]), np.array([[0, 0, 1, 1]])
for iterations in (100, 1_000, 10_000):
    w_four, _, costs = train_logistic(x_four, y_four, 1.0, iterations)
    print(f"{iterations:6} steps: w = {w_four[0, 0]:5.2f}, cost {costs[-1]:.5f}")

# %% [markdown]
# Nowhere. <!-- answer --> Every answer is right already, and twice the $w$ makes each of them surer, so the cost can
# always fall further: it goes toward 0 and never gets there, while $w$ grows without end. <!-- claim: 02-separable -->
# Data that a border can divide without a mistake are called **separable**. The cost is convex all the same, but it has
# no lowest point. <!-- derived --> With more features than examples that is the usual case, and it is one reason for
# stopping early.

# %% [markdown]
# ## The size of a step
#
# How large may the learning rate be? On the parabola $w^2$ a step multiplies $w$ by $1 - 2\alpha$, and the 2 is the
# second derivative, the **curvature**. On a parabola with the curvature $c$ the factor is $1 - \alpha c$. It shrinks
# $w$ as long as it lies between −1 and 1: for $\alpha < 2/c$. <!-- derived -->
#
# Near its lowest point a smooth cost is nearly a parabola, unless its curvature there is 0. <!-- derived --> The
# curvature depends on the direction: large across the valley, small along it. <!-- derived --> All of them are found in
# a table of second derivatives, the **Hessian** $H$. You know the slope, $dw_j = \frac1m \sum_i x_j^{(i)} (a^{(i)} -
# y^{(i)})$. When $w_k$ moves, $a$ moves with the slope $a(1 - a)\,x_k$, so
#
# $$H_{jk} = \frac{\partial^2 J}{\partial w_j \partial w_k}
# = \frac1m \sum_{i=1}^m a^{(i)} (1 - a^{(i)})\, x_j^{(i)} x_k^{(i)}.$$
#
# The bias is a weight whose feature is always 1. <!-- derived --> The labels have dropped out.

# %% tags=["exercise"]
from helpers.curvature import hessian

# %%
hessian = check(hessian)

# %%
w, b, costs = train_logistic(X, Y, learning_rate=0.5, iterations=4000)
lowest, H = costs[-1], hessian(w, b, X)
np.linalg.eigvalsh(H).round(4)

# %% [markdown]
# Three parameters, so three directions, each with its curvature. `np.linalg.eigvalsh` finds them; they are called the
# **eigenvalues** of $H$. The largest, $\lambda_{\max}$, is the curvature straight across the valley, and that direction
# is the first to jump. So the limit of the learning rate is $2 / \lambda_{\max}$.
#
# **Predict** it from the numbers above.

# %% tags=["exercise"]
from helpers.curvature import largest_rate

# %%
largest_rate = check(largest_rate)

# %%
limit = largest_rate(H)
print(f"limit {limit:.3f}")
for share in (0.98, 1.02):
    _, _, costs = optimize(w + 0.001, b + 0.001, X, Y, share * limit, 400)
    print(f"{share} of it: after 400 steps {costs[-1] - lowest:.0e} above the lowest cost")

# %% [markdown]
# The limit is $2 / 1.435 = 1.394$. <!-- answer --> Both runs start right beside the lowest point. <!-- derived --> With
# 2 % less than the limit the cost comes down to it, to within $10^{-12}$; with 2 % more it is driven away, in each of
# ten draws. <!-- claim: 02-limit --> That is how sharp the limit is.
#
# The factor $a(1 - a)$ is never larger than $\frac14$, which it is at $w = 0$ and $b = 0$. So the curvature is
# nowhere larger than there, and below the limit that belongs to that place, here 0.58, no step can make the cost
# rise. <!-- claim: 02-safe-rate --> The 0.3 of the training was safe. <!-- claim: 02-safe-rate -->

# %% [markdown]
# ### Why inputs are standardized
#
# The largest curvature sets the rate, the smallest says how fast the slowest direction moves with it. Their ratio
# $\kappa = \lambda_{\max} / \lambda_{\min}$ says how narrow a valley is, and about how many steps it takes. Now give
# every feature the mean 0 and the spread 1: subtract its mean and divide by its standard deviation, the usual
# distance from the mean. **Predict** what happens to $\kappa$ and to the limit.

# %%
from helpers.figures.tables import column
from helpers.figures.valleys import plot_valley
from helpers.images import standardize

figure, axes = plt.subplots(1, 2, figsize=(8.4, 3.8))
for ax, Z, name in zip(
    axes, (X, standardize(X, X)), ("as they are", "standardized"), strict=True
):
    w, b, _ = train_logistic(Z, Y, learning_rate=0.5, iterations=4000)
    limit, curvatures = largest_rate(hessian(w, b, Z)), np.linalg.eigvalsh(hessian(w, b, Z))
    ax = plot_valley(Z, Y, w, b, learning_rate=0.9 * limit, ax=ax)
    title = ax.set_title(name)
    print(f"{column(name, 12)} κ = {curvatures[-1] / curvatures[0]:5.1f}, limit {limit:5.2f}")

# %% [markdown]
# *The cost over the two weights as lines of equal height, for the features as they are and standardized, each with
# thirty steps from the blue square at nine tenths of its limit. Look at the shape of the lines, and at how directly
# the orange path reaches the middle.*
#
# The narrow slanting valley becomes almost round, $\kappa$ falls from 126 to 2.2, and the limit rises from 1.39 to
# 14.3. <!-- claim: 02-kappa-here --> <!-- answer --> In 24 draws $\kappa$ lies between 60 and 200 as they are, and
# between 1.5 and 6 standardized. <!-- claim: 02-kappa --> This is why the next notebook standardizes its pixels. At $w
# = 0$ and $b = 0$ the curvature depends on the features alone, so you can know a safe rate before the first step.

# %% [markdown]
# ## Summary
#
# - A neuron computes $a = \sigma(w^T x + b)$, a probability.
# - The loss is minus the logarithm of the probability given to the truth; the cost is its mean.
# - The gradient of one example is $dz = a - y$, $dw = x\,dz$, $db = dz$; of $m$ examples, the mean.
# - Along a way through a graph slopes are multiplied, over several ways they are added.
# - Gradient descent walks against the gradient. The learning rate must stay below $2 / \lambda_{\max}$. Standardized
#   features make the valley rounder; <!-- claim: 02-kappa --> how large the limit becomes depends on the units that the
#   features had. <!-- derived -->
# - A numerical gradient is the referee, right to about $\varepsilon^2$ until rounding sets in.
# - A baseline stands beside every accuracy.
#
# Every example was visited in a loop, and within it every feature. In the next notebook both loops go away.

# %% [markdown]
# ## Try it yourself
#
# - Train with $\alpha = 3$ and look at the costs. At which rate does it begin to jump, and what does `largest_rate`
#   say?
# - Start from `w = 100 * np.ones((2, 1))`. Why does the cost hardly move at first, although `w` does?
# - Multiply the first row of `X` by 100. What happens to $\kappa$, and to the learning rate you need?
# - Newton's method divides by the curvature instead of guessing a rate: $\theta := \theta - H^{-1}\,d\theta$, with
#   $w$ and $b$ below each other in $\theta$. How many steps does it need? (`np.linalg.solve(H, dtheta)`)
# - Let the answer be "cat" only where the output is above 0.8. Which mistakes become rarer, which more frequent?

# %% [markdown]
# ## Where this comes from
#
# - D. R. Cox (1958), "The regression analysis of binary sequences", *Journal of the Royal Statistical Society B* 20:
#   logistic regression.
# - A.-L. Cauchy (1847), "Méthode générale pour la résolution des systèmes d'équations simultanées", *Comptes rendus*
#   25: gradient descent.
# - S. Linnainmaa (1976), "Taylor expansion of the accumulated rounding error", *BIT* 16: slopes by going back through a
#   graph.
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), "Learning representations by back-propagating errors",
#   *Nature* 323: the same for networks.
# - A. Albert, J. A. Anderson (1984), "On the existence of maximum likelihood estimates in logistic regression models",
#   *Biometrika* 71: separable data have no lowest point.
# - Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller (1998), "Efficient BackProp", in *Neural Networks: Tricks of the
#   Trade*: curvature, the size of a step, and why inputs are standardized.

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
