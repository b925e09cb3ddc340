# %% [markdown]
# # One hidden layer
#
# A straight line cannot separate petals. In this notebook you put one layer of units between the input and the
# output of logistic regression, and the line bends. Forward, that is one new line of code; backward, it is one
# new line of the chain rule. You will write both, check the gradient against a numerical one, and find out why the
# first weights must be random.
#
# Needed: `sigmoid`, `loss` and the numerical gradient of notebook 02, the vectorized formulas of notebook 03.
# Symbols and shapes are those of the table in notebook 02.

# %% [markdown]
# ## What you will build
#
# Four hundred points of the plane in two classes, eight petals of a flower, and four hundred more points to test
# with. Half of the points are of each class, so always giving the same answer scores 0.50. <!-- derived -->

# %%
import numpy as np

from helpers.datasets import load_planar
from helpers.exercises.shallow_network import check, hint

X, Y, X_test, Y_test = load_planar("petals")

# %% [markdown]
# Logistic regression first, with the helper that you wrote in notebook 03.
#
# **Predict:** its boundary is where $w^T x + b = 0$. What shape is that in the plane, and what accuracy can it
# reach on petals?

# %%
from helpers import logistic_regression
from helpers.activations import sigmoid
from helpers.metrics import accuracy

w, b, _ = logistic_regression.train_logistic(X, Y, learning_rate=0.5, iterations=2000)
right = accuracy(logistic_regression.predict(w, b, X_test), Y_test)
print(f"logistic regression: {right:.2f} of the test points are right")

# %% [markdown]
# A straight line, <!-- answer --> and little better than always giving the same answer: on other draws of the
# petals it got between 0.45 and 0.60. <!-- claim: 04-line --> Now the network that you will have written by the end
# of this notebook: two inputs, four hidden units, one output.

# %%
from helpers import shallow_network

rng = np.random.default_rng(0)
goal, _ = shallow_network.train_shallow(
    X, Y, shallow_network.initialize(2, 4, 1, rng), 1.2, 3000
)
right = accuracy(shallow_network.predict(X_test, goal), Y_test)
print(f"four hidden units: {right:.2f} of the test points are right")

# %%
from helpers.figures.boundaries import plot_boundaries

outputs = {
    "logistic regression": lambda X: sigmoid(w.T @ X + b),
    "four hidden units": lambda X: shallow_network.forward(X, goal)[0],
}
axes = plot_boundaries(outputs, X, Y, columns=2)

# %% [markdown]
# *Count the sectors on the right, and the petals in each of them.* <!-- alt: Two pictures of the same eight petals,
# some of circles and some of triangles: on the left one straight black line cuts the flower in two halves of mixed
# classes, on the right black lines cut it into six sectors with one or two petals of one class in each. -->
#
# Look at the background: it shows what each model answers everywhere in the plane, not only where there are points.

# %% [markdown]
# ## Layers and their symbols
#
# How do you name the parts of a network so that no two get mixed up? Number the layers.
#
# - The **input** is layer 0. It computes nothing: $a^{[0]} = x$.
# - The **hidden** layer is layer 1. Its values appear in no table of data, hence the name.
# - The **output** layer is layer 2, and its value is the prediction: $\hat{y} = a^{[2]}$.
#
# Layers that compute are counted, so this is a two-layer network. A number in square brackets is a layer:
# $a^{[1]}_3$ is the value of the third unit of layer 1.

# %%
from helpers.figures.networks import plot_network

ax = plot_network((3, 4, 1))

# %% [markdown]
# *Look at the shapes: each W has a row for every unit that its arrows enter, and a column for every one that they
# leave.* <!-- alt: A network drawn as circles and arrows: three inputs x1 to x3, four hidden units in layer 1, one
# output ŷ in layer 2; every unit of a layer is joined to every unit of the next, and the shapes of W and b stand above
# the arrows. -->
#
# Each arrow is one weight. Layer 1 has 4 units with 3 weights each, so $W^{[1]}$ is $(4, 3)$: **a row for each
# unit, a column for each thing it reads.** In general
#
# $$W^{[l]}: (n^{[l]}, n^{[l-1]}) \qquad b^{[l]}: (n^{[l]}, 1) \qquad a^{[l]}: (n^{[l]}, 1)$$
#
# In code the layer number follows the letter: `W1`, `b1`, `A1`.

# %% [markdown]
# The network in the picture is given 200 examples at once, as the columns of `X`. Fill in every shape as
# a pair of numbers.

# %% tags=["exercise"]
from helpers.exercises.shallow_network.shapes import answers as shapes

# %%
shapes = check(shapes=shapes)

# %% [markdown]
# Stuck? `hint(shapes=shapes)` gives a first idea, and once more a second one. Every exercise has three hints and
# then its solution.

# %% [markdown]
# ## A unit is a logistic regression
#
# What does one hidden unit do? What logistic regression does: a weighted sum, a bias, and a curve.
#
# $$z = w^T x + b \qquad a = g(z)$$
#
# The curve $g$ is called the **activation**. For logistic regression it was the sigmoid.

# %%
ax = plot_network((3, 4, 1), highlight=(1, 2), shapes=False)

# %% [markdown]
# *Look at the orange part alone: it is a logistic regression.* <!-- alt: The same network with the second hidden unit
# and the three arrows that lead into it in orange: that part alone is a logistic regression. -->
#
# Four units mean four times the same two lines, each with its own $w_j$ and $b_j$. Put the $w_j^T$ under each other
# as the rows of $W^{[1]}$, and the four sums are one product:
#
# $$\begin{aligned}
# z^{[1]} &= W^{[1]} x + b^{[1]} && (4, 1) = (4, 3)(3, 1) + (4, 1)\\
# a^{[1]} &= g(z^{[1]}) && (4, 1)\\
# z^{[2]} &= W^{[2]} a^{[1]} + b^{[2]} && (1, 1) = (1, 4)(4, 1) + (1, 1)\\
# a^{[2]} &= \sigma(z^{[2]}) && (1, 1)
# \end{aligned}$$

# %% [markdown]
# First one unit alone, with the sigmoid as its curve. Python counts from 0: unit $a_1$ has the number `j = 0`.

# %% tags=["exercise"]
from helpers.logistic_loops import one_unit

# %%
one_unit = check(one_unit)

# %% [markdown]
# The loop over units is the specification, the product is the same thing without the loop. Do they agree?

# %%
rng = np.random.default_rng(1)
W1, b1 = rng.normal(size=(4, 3)), rng.normal(size=(4, 1))
x = rng.normal(size=(3, 1))

unit_by_unit = [one_unit(x, W1, b1, j) for j in range(4)]
np.allclose(np.reshape(unit_by_unit, (4, 1)), sigmoid(W1 @ x + b1))

# %% [markdown]
# `True`: same four numbers. One unit or four hundred, the line stays the same.

# %% [markdown]
# ## All examples at once
#
# With $m$ examples as the columns of $X$, nothing changes but the letters: capitals instead of small ones.
#
# | one example | $m$ examples | shape with 4 hidden units |
# | --- | --- | --- |
# | $z^{[1]} = W^{[1]} x + b^{[1]}$ | $Z^{[1]} = W^{[1]} X + b^{[1]}$ | $(4, m)$ |
# | $a^{[1]} = g(z^{[1]})$ | $A^{[1]} = g(Z^{[1]})$ | $(4, m)$ |
# | $z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}$ | $Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$ | $(1, m)$ |
# | $a^{[2]} = \sigma(z^{[2]})$ | $A^{[2]} = \sigma(Z^{[2]})$ | $(1, m)$ |
#
# Why it works: column $i$ of a product $W X$ is $W$ times column $i$ of $X$. So the examples never meet; they pass
# through the layer side by side. The column $b^{[1]}$ is added to each of them by broadcasting.

# %% [markdown]
# Before a network can run it needs numbers in $W$ and $b$. Why exactly these come further down, in *Why the first
# weights are random*; for now follow the recipe: small random weights, zero biases. The random generator `rng` is
# passed in, so that the caller decides whether a run can be repeated.

# %% tags=["exercise"]
from helpers.shallow_network import initialize

# %%
initialize = check(initialize)

# %% [markdown]
# Now the forward pass, in the four lines of the table. The activations come in as arguments: each is an object
# that holds two functions, `hidden.value` for $g$ and `hidden.derivative` for its slope, which the way back will
# need. Keep what the way back needs in a *cache* and return it beside the result.

# %%
from helpers.activations import SIGMOID, TANH

print(f"tanh(0.5) = {TANH.value(0.5):.3f}, its slope there {TANH.derivative(0.5):.3f}")

# %% [markdown]
# Compare your function with logistic regression: $Z^{[1]}$ and $A^{[1]}$ are the new layer, the rest is what you had.

# %% tags=["exercise"]
from helpers.shallow_network import forward

# %%
forward = check(forward)

# %% [markdown]
# What does the hidden layer make of the petals? Here are the first thirty examples, before any training; the
# weights are drawn a hundred times larger than `initialize` draws them, so that there is something to
# see. <!-- derived -->

# %%
from helpers.figures.hidden_units import plot_layer

large = [(100 * W, b) for W, b in initialize(2, 4, 1, np.random.default_rng(3))]
A2, (Z1, A1, _) = forward(X, large)
ax = plot_layer(A1[:, :30])

# %% [markdown]
# *Rows are hidden units, columns are examples. Look for two columns of equal colors.* <!-- alt: A grid of colored cells
# with four rows, one a hidden unit, and thirty columns, one an example; the colors run from −1 to 1, and many cells are
# near one of the two ends. -->
#
# Each unit draws a line through the plane, and the color says on which side an example lies. Two columns of equal
# colors are two examples on the same side of all four lines: the output can hardly tell them apart. <!-- derived -->
#
# **Rows are units, columns are examples**, in every matrix of every layer. To sum over examples is to sum over
# `axis=1`.

# %% [markdown]
# ## Which curve?
#
# Any curve could stand for $g$. Four are in use:
#
# | activation | formula $g(z)$ | values | where |
# | --- | --- | --- | --- |
# | sigmoid | $1 / (1 + e^{-z})$ | 0 to 1 | the output of a yes-or-no question, almost nowhere else |
# | tanh | $(e^z - e^{-z}) / (e^z + e^{-z})$ | −1 to 1 | hidden layers, in place of the sigmoid |
# | ReLU | $\max(0, z)$ | 0 and up | hidden layers, the usual first choice |
# | leaky ReLU | $\max(0.01 z, z)$ | all numbers | hidden layers, where ReLU units get stuck at 0 |
#
# `sigmoid` you have. Write the other three; each must work for a number and for an array of any shape.

# %% tags=["exercise"]
from helpers.activations import tanh

# %%
tanh = check(tanh)

# %% [markdown]
# ReLU is short for *rectified linear unit*: a straight line with its negative half cut off.

# %% tags=["exercise"]
from helpers.activations import relu

# %%
relu = check(relu)

# %% [markdown]
# The leaky one keeps a little of the negative half.

# %% tags=["exercise"]
from helpers.activations import leaky_relu

# %%
leaky_relu = check(leaky_relu)

# %% [markdown]
# **Predict:** tanh and the sigmoid have the same S-shape. For inputs spread around 0, what is the mean of the
# outputs of each?

# %%
z = np.random.default_rng(0).normal(size=(4, 1000))
f"sigmoid {sigmoid(z).mean():.2f}   tanh {tanh(z).mean():.2f}   relu {relu(z).mean():.2f}"

# %% [markdown]
# ½ and 0: <!-- answer --> tanh hands values around 0 to the next layer, the sigmoid values around ½, all of one
# sign. Does that matter? Measure it: same network, same start, same learning rate, three starts each.

# %%
from helpers.activations import LEAKY_RELU, RELU
from helpers.figures.hidden_units import plot_runs

runs = {}
for g in (SIGMOID, TANH, RELU, LEAKY_RELU):
    starts = [
        shallow_network.initialize(2, 20, 1, np.random.default_rng(seed)) for seed in range(3)
    ]
    runs[g.name.replace("_", " ")] = [
        shallow_network.train_shallow(X, Y, start, 0.3, 1000, g)[1] for start in starts
    ]
ax = plot_runs(runs)

# %% [markdown]
# *Look at the order in which the lines come down, and at how near to each other the three runs of each color
# are.* <!-- alt: Cost over 1,000 iterations for four activations with three runs each: the tanh runs fall first and
# lowest, the runs of ReLU and leaky ReLU, nearly on top of each other, come next, the sigmoid runs last.
# --> <!-- claim: 04-activations -->
#
# On petals with 20 hidden units, at this learning rate and after 1,000 iterations, tanh has the lowest cost, for each
# of ten draws of the petals and of the start, and the sigmoid the highest for nine. <!-- claim: 04-activations --> ReLU
# is *not* the best here. <!-- claim: 04-activations --> It is the usual choice because its slope is exactly 1 for every
# positive $z$, however large; where many layers follow each other, as in notebook 05, that decides.
#
# Two questions about ReLU are open. **Does the dead half not hurt?** A unit with $z < 0$ has slope 0 and learns
# nothing from that example. But there are many units. Here is the share of the examples for which at least one of
# them is alive at the start.

# %%
for n_h in (1, 4, 20):
    Z1 = forward(X, initialize(2, n_h, 1, np.random.default_rng(3)), RELU)[1][0]
    print(f"{n_h:2} units: alive for {(Z1 > 0).any(axis=0).mean():.0%} of the examples")

# %% [markdown]
# With 20 units there was a living one for every example, in ten draws. <!-- claim: 04-alive --> So each example moves
# some of the weights, and the dead half does little harm. **Is leaky ReLU better, then?** It would be where a unit is
# dead for *all* examples. That is rare, so the drawback of ReLU matters little, and leaky ReLU is used
# less. <!-- claim: 04-leaky --> On nine of ten draws the costs of both ended within 0.05 of each
# other. <!-- claim: 04-leaky --> On the tenth ReLU was stuck at 0.55 and leaky ReLU went on to
# 0.37. <!-- claim: 04-leaky-stuck -->
#
# Which activation for which hidden layer? Choose `"sigmoid"`, `"tanh"`, `"relu"`, `"leaky relu"` or `"linear"` (which
# is no curve at all; the next section tells what it does).

# %% tags=["exercise"]
from helpers.exercises.shallow_network.hidden_activations import answers as hidden_activations

# %%
hidden_activations = check(hidden_activations=hidden_activations)

# %% [markdown]
# ## Why a curve at all
#
# What if the hidden layer had no curve, $g(z) = z$? Then $a^{[1]} = z^{[1]}$, and with a linear output too
#
# $$\begin{aligned}
# a^{[2]} &= W^{[2]} a^{[1]} + b^{[2]}\\
# &= W^{[2]} (W^{[1]} x + b^{[1]}) + b^{[2]}\\
# &= \underbrace{W^{[2]} W^{[1]}}_{W'}\, x + \underbrace{W^{[2]} b^{[1]} + b^{[2]}}_{b'}
# && W': (n_y, n_h)(n_h, n_x) = (n_y, n_x)
# \end{aligned}$$
#
# Two linear layers are one linear layer. Add a hundred more and they are still one. Write it down.

# %% tags=["exercise"]
from helpers.shallow_network import collapse

# %%
collapse = check(collapse)

# %% [markdown]
# With the sigmoid at the output, a linear hidden layer leaves nothing but logistic regression.
#
# **Predict:** train 20 linear hidden units on petals. Which cost will they end at, compared with logistic
# regression after as many iterations?

# %%
from helpers.activations import IDENTITY

start = initialize(2, 20, 1, np.random.default_rng(0))
linear, linear_costs = shallow_network.train_shallow(X, Y, start, 0.5, 2000, IDENTITY)
_, _, logistic_costs = logistic_regression.train_logistic(X, Y, 0.5, 2000)
print(linear_costs[-1], logistic_costs[-1], sep="\n")

# %% [markdown]
# The same, <!-- answer --> at most a last digit apart on another machine, and so are the parameters: the 81 numbers
# of the network, collapsed, against the three of logistic regression. <!-- derived -->

# %%
(W1, b1), (W2, b2) = linear
W, b_one = collapse(W1, b1, W2, b2)
np.allclose(W, w.T, atol=1e-6), np.allclose(b_one, b, atol=1e-6)

# %% [markdown]
# Hidden layers need a curve. The **output** layer needs whatever fits the thing predicted: a sigmoid for a
# probability, no curve at all (a *linear* output) for a number that can be anything, ReLU for a number that cannot
# be negative. Choose `"sigmoid"`, `"tanh"`, `"relu"` or `"linear"` for each.

# %% tags=["exercise"]
from helpers.exercises.shallow_network.output_activations import answers as output_activations

# %%
output_activations = check(output_activations=output_activations)

# %% [markdown]
# Two such regressions are trained near the end of this notebook, once you have the means.

# %% [markdown]
# ## The slopes of the four curves
#
# On the way back every curve is met by its slope. For the sigmoid, with $a = \sigma(z) = (1 + e^{-z})^{-1}$:
#
# $$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}
# = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = a\,(1 - a)$$
#
# The last step: $e^{-z} / (1 + e^{-z})$ is what is missing from $a$ to 1. No exponential is left over; the value
# alone gives the slope.

# %% tags=["exercise"]
from helpers.activations import sigmoid_derivative

# %%
sigmoid_derivative = check(sigmoid_derivative)

# %% [markdown]
# For tanh, call the numerator $n = e^z - e^{-z}$ and the denominator $d = e^z + e^{-z}$. Each is the other's
# derivative: $n' = d$ and $d' = n$. By the quotient rule
#
# $$\tanh'(z) = \frac{n' d - n d'}{d^2} = \frac{d^2 - n^2}{d^2} = 1 - \left(\frac{n}{d}\right)^2 = 1 - a^2$$
#
# **Predict:** what are the slopes of sigmoid and tanh at $z = 0$? Which of the two passes more back?

# %% tags=["exercise"]
from helpers.activations import tanh_derivative

# %%
tanh_derivative = check(tanh_derivative)

# %% [markdown]
# ¼ and 1: <!-- answer --> tanh passes back four times as much there. <!-- derived -->
#
# ReLU consists of two straight lines, so its slope is one of two numbers:
#
# $$\text{relu}'(z) = \begin{cases} 0 & z < 0 \\ 1 & z \ge 0 \end{cases} \qquad
# \text{leaky relu}'(z) = \begin{cases} 0.01 & z < 0 \\ 1 & z \ge 0 \end{cases}$$
#
# At the corner itself there is no slope, and either number will do. This course takes 1; PyTorch and TensorFlow
# take 0. It matters only where a $z$ is exactly 0. Random numbers hardly ever make that happen, but zero weights
# do, and notebook 05 meets another case. <!-- derived -->

# %% tags=["exercise"]
from helpers.activations import relu_derivative

# %%
relu_derivative = check(relu_derivative)

# %% [markdown]
# The same with a small slope on the left.

# %% tags=["exercise"]
from helpers.activations import leaky_relu_derivative

# %%
leaky_relu_derivative = check(leaky_relu_derivative)

# %% [markdown]
# Four pairs, all yours now. Tie each value to its derivative, and look at them.

# %%
from helpers.activations import Activation
from helpers.figures.activations import plot_activations

mine = [
    Activation("sigmoid", sigmoid, sigmoid_derivative),
    Activation("tanh", tanh, tanh_derivative),
    Activation("relu", relu, relu_derivative),
    Activation("leaky_relu", leaky_relu, leaky_relu_derivative),
]
axes = plot_activations(mine)

# %% [markdown]
# *Solid is the curve, dashed its slope. Look at how high each slope gets, and where it is near 0.* <!-- alt: Four
# panels, each with a curve g, solid, and its slope g′, dashed: the sigmoid's slope is a low hump of height ¼, that of
# tanh a hump of height 1, those of ReLU and leaky ReLU a step from 0 or 0.01 up to 1. -->
#
# Look at both ends: sigmoid and tanh are flat there, their slope is next to 0, and a unit whose $z$ has run out to an
# end hardly learns. <!-- derived --> ReLU is flat on the left only.

# %% [markdown]
# A formula is worth trusting once a second route gives the same: move $z$ a little to both sides and divide.

# %%
z = np.linspace(-4, 4, 200)
for g in mine:
    slope = (g.value(z + 1e-5) - g.value(z - 1e-5)) / 2e-5
    print(f"{g.name:11} largest difference {np.abs(slope - g.derivative(z)).max():.0e}")

# %% [markdown]
# All about 1e-11: the four derivatives are right.
#
# Now one that nobody derives for you. In many newer networks stands a smooth relative of ReLU, called *swish* or SiLU:
#
# $$\text{swish}(z) = z\, \sigma(z).$$
#
# For large $z$ it is nearly $z$, for very negative $z$ nearly 0. <!-- derived --> In between it dips below 0.
#
# **Predict:** the slope at $z = 0$. Take paper, find the slope for every $z$, and then write it.

# %% tags=["exercise"]
from helpers.activations import swish_derivative

# %%
swish_derivative = check(swish_derivative)

# %%
swish = Activation("swish", lambda z: z * sigmoid(z), swish_derivative)
slope = (swish.value(z + 1e-5) - swish.value(z - 1e-5)) / 2e-5
print(f"largest difference {np.abs(slope - swish.derivative(z)).max():.0e}")
axes = plot_activations([swish])

# %% [markdown]
# *Find the lowest point of the solid curve. What must the dashed one be there?* <!-- alt: One panel with the curve of
# swish, solid, and its slope, dashed: the curve comes from just below 0, dips to −0.28 near z = −1.3 and rises along
# z; the slope is a little below 0 on the left, crosses 0 at the dip, is ½ at z = 0, and exceeds 1 a little. -->
#
# ½: <!-- answer --> at 0 the second term of the product rule is 0, and the first is $\sigma(0)$. <!-- derived --> With
# a derivation and a second route that agrees you can use any curve you like, not only those in a list.

# %% [markdown]
# ## The way back, for one example
#
# The question of training: if I nudge one weight, how does the loss move? First for a single example $(x, y)$, with
# the loss $L = -(y \log a^{[2]} + (1 - y) \log(1 - a^{[2]}))$. Forward, four lines lead from $x$ to $a^{[2]}$;
# backward, undo them from the last to the first. As always, `d` + name is the derivative of the loss with respect
# to that name, and it has **the shape of that name.**
#
# **The output.** By definition, then through the sigmoid with its slope $a(1-a)$:
#
# $$\begin{aligned}
# da^{[2]} &= -\frac{y}{a^{[2]}} + \frac{1 - y}{1 - a^{[2]}} && (1, 1)\\
# dz^{[2]} &= da^{[2]} \cdot a^{[2]} (1 - a^{[2]}) = -y (1 - a^{[2]}) + (1 - y)\, a^{[2]} = a^{[2]} - y && (1, 1)
# \end{aligned}$$
#
# That is the $dz = a - y$ of logistic regression. **The output layer's parameters.** Since $z^{[2]} = \sum_j
# W^{[2]}_j a^{[1]}_j + b^{[2]}$, nudging $W^{[2]}_j$ moves $z^{[2]}$ by $a^{[1]}_j$ times as much, and nudging
# $b^{[2]}$ moves it one to one:
#
# $$\begin{aligned}
# dW^{[2]} &= dz^{[2]}\, a^{[1]T} && (1, 4) = (1, 1)(1, 4)\\
# db^{[2]} &= dz^{[2]} && (1, 1)
# \end{aligned}$$
#
# So far nothing is new: logistic regression, with $a^{[1]}$ in place of $x$.

# %% [markdown]
# **The new line.** The same sum says how $z^{[2]}$ moves with $a^{[1]}_j$: by $W^{[2]}_j$. And $a^{[1]}_j$ moves
# with $z^{[1]}_j$ by the slope of the activation:
#
# $$\begin{aligned}
# da^{[1]} &= W^{[2]T} dz^{[2]} && (4, 1) = (4, 1)(1, 1)\\
# dz^{[1]} &= W^{[2]T} dz^{[2]} * g'(z^{[1]}) && (4, 1) = (4, 1) * (4, 1)
# \end{aligned}$$
#
# The star multiplies entry by entry, because each unit has its own slope. With more than one output, $a^{[1]}_j$
# reaches the loss along several arrows, the contributions add up, and the product $W^{[2]T} dz^{[2]}$ does that
# adding.
#
# **The hidden layer's parameters** follow as before, now with $x$ as what the layer reads:
#
# $$\begin{aligned}
# dW^{[1]} &= dz^{[1]} x^T && (4, n_x) = (4, 1)(1, n_x)\\
# db^{[1]} &= dz^{[1]} && (4, 1)
# \end{aligned}$$

# %% [markdown]
# ### By hand, with whole numbers
#
# Here is a network of two ReLU units in which all numbers are whole, except at the output. The example is
# $x = (2, 1)$ with $y = 1$.

# %%
from helpers.figures.way_back import plot_way_back

x, y = np.array([[2.0], [1.0]]), 1
W1, W2 = np.array([[1.0, 2.0], [-1.0, 1.0]]), np.array([[2.0, -6.0]])
whole = [(W1, np.zeros((2, 1))), (W2, np.array([[-8.0]]))]
ax = plot_way_back(x, y, whole, step=0)

# %% [markdown]
# *Follow the values along the arrows. Which of the two hidden units is switched off?* <!-- alt: Two inputs, 2 and 1,
# two hidden units and an output, joined by arrows that carry their weights. The upper unit has z = 4 and a = 4, the
# lower one z = −1 and a = 0; the output has z = 0 and a = 0.5; y = 1 stands beside it. -->
#
# Check the way forward: the upper unit has $1 \cdot 2 + 2 \cdot 1 + 0 = 4$. Now go back, on paper, against the
# arrows: ten numbers.

# %% tags=["exercise"]
from helpers.exercises.shallow_network.way_back import answers as way_back

# %%
way_back = check(way_back=way_back)

# %%
ax = plot_way_back(x, y, whole)

# %% [markdown]
# *The slopes are orange. Look at how each of them follows from those to its right.* <!-- alt: The same network with the
# slopes in orange below the values and the weights: dz = −0.5 at the output, da = −1 and dz = −1 at the upper unit, da
# = 3 and dz = 0 at the lower one. -->
#
# Look at the lower unit. The loss depends more on its $a$ than on that of the upper unit, $da = 3$ against −1. But
# the unit is switched off, so nothing gets through to its weights. And all slopes of the upper unit are negative:
# with larger weights there, the output would come closer to 1.

# %% [markdown]
# ### Six lines
#
# Run them on one example of the petals, as they stand.

# %%
x, y = X[:, :1], Y[:, :1]
(W1, b1), (W2, b2) = parameters = large
a2, (z1, a1, _) = forward(x, parameters)

dz2 = a2 - y
dW2, db2 = dz2 @ a1.T, dz2
dz1 = W2.T @ dz2 * TANH.derivative(z1)
dW1, db1 = dz1 @ x.T, dz1

# %% [markdown]
# And the referee of notebook 02, which knows nothing of the chain rule: nudge every parameter up and down and see
# what the loss does. `numerical_gradients` does it for a whole list of layers, `relative_difference` compares.

# %%
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import loss

numerical = numerical_gradients(lambda p: loss(forward(x, p)[0], y).item(), parameters)
for ours, theirs in zip(
    (dW1, db1, dW2, db2), [d for layer in numerical for d in layer], strict=True
):
    print(ours.shape, f"relative difference {relative_difference(ours, theirs):.0e}")

# %% [markdown]
# Anything below 1e-6 counts as equal. The derivation holds.

# %% [markdown]
# ## The way back, for m examples
#
# What we want to lower is not the loss of one example but the cost, the mean over all of them:
#
# $$J = \frac{1}{m} \sum_{i=1}^m L^{(i)}$$
#
# You wrote it in notebook 02. Here it meets outputs of any number of rows: the losses of a column are summed, and
# only the number of columns divides.

# %% tags=["exercise"]
from helpers.losses import cost

# %%
cost = check(cost)

# %% [markdown]
# The derivative of a mean is the mean of the derivatives, so the gradient of the cost is the mean of the gradients
# of the single examples. For the output weights
#
# $$dW^{[2]} = \frac{1}{m} \sum_{i=1}^m dz^{[2](i)} a^{[1](i)T} = \frac{1}{m}\, dZ^{[2]} A^{[1]T}
# \qquad (1, 4) = (1, m)(m, 4)$$
#
# because a product of matrices is just that: columns of the first times rows of the second, added up. The other
# three likewise:
#
# | one example | $m$ examples | shape |
# | --- | --- | --- |
# | $dz^{[2]} = a^{[2]} - y$ | $dZ^{[2]} = A^{[2]} - Y$ | $(1, m)$ |
# | $dW^{[2]} = dz^{[2]} a^{[1]T}$ | $dW^{[2]} = \frac1m dZ^{[2]} A^{[1]T}$ | $(1, 4)$ |
# | $db^{[2]} = dz^{[2]}$ | $db^{[2]} = \frac1m \sum_i dz^{[2](i)}$, along `axis=1` | $(1, 1)$ |
# | $dz^{[1]} = W^{[2]T} dz^{[2]} * g'(z^{[1]})$ | $dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$ | $(4, m)$ |
# | $dW^{[1]} = dz^{[1]} x^T$ | $dW^{[1]} = \frac1m dZ^{[1]} X^T$ | $(4, n_x)$ |
# | $db^{[1]} = dz^{[1]}$ | $db^{[1]} = \frac1m \sum_i dz^{[1](i)}$, along `axis=1` | $(4, 1)$ |
#
# **Where is the 1/m?** In $dW$ and $db$, where examples are added up, once each. Not in $dZ$: its columns belong to
# single examples, and nothing has been added yet. Put the 1/m into $dZ^{[2]}$ instead and it would arrive
# everywhere by itself; in both places it would count twice.
#
# So the `d` has two meanings, as everywhere in this course: $dW$ and $db$ are slopes of the cost $J$, while each
# column of $dZ$ and $dA$ is the slope of one example's loss. (The slope of $J$ with respect to $Z$ would be
# $dZ/m$.)

# %% [markdown]
# **Predict:** which of the six lines would change with ReLU in the hidden layer?
#
# Write all six; `hidden.derivative` is $g'$. The sums need `keepdims=True` to stay columns.

# %% tags=["exercise"]
from helpers.shallow_network import backward

# %%
backward = check(backward)

# %% [markdown]
# Only $dZ^{[1]}$, <!-- answer --> through $g'$; $dW^{[1]}$ and $db^{[1]}$ use the new $dZ^{[1]}$, but their lines
# stay.
#
# Step through the way back once more, now with your own functions and other numbers.

# %%
from helpers.playgrounds.way_back import play_way_back

play_way_back(forward, backward)

# %% [markdown]
# *Go back one step at a time, and predict each slope before you look.* <!-- alt: The network of two hidden units with
# its values, after the first two steps back: dz = −0.5 at the output, and slopes below the weights in front of it; with
# controls for the step, the label, the activation, the example and some of the weights. -->
#
# Give the lower unit a small slope with leaky ReLU. Then turn the label around: which slopes change their sign?

# %% [markdown]
# All but those that are 0: <!-- answer --> with $y = 0$, $dz^{[2]}$ is 0.5 instead of −0.5, and everything else is
# that number times something.
#
# The explanation of 1/m, executed: the gradient of the first eight examples at once, against the mean of eight
# gradients of one example each.


# %%
def gradient_of(X, Y):
    """Return dW1 of these examples."""
    return backward(X, Y, large, forward(X, large)[1])[0][0]


one_by_one = [gradient_of(X[:, i : i + 1], Y[:, i : i + 1]) for i in range(8)]
np.allclose(gradient_of(X[:, :8], Y[:, :8]), np.mean(one_by_one, axis=0))

# %% [markdown]
# Now let the referee judge the whole of `backward`. Make the comparison a function of its own: from now on every
# gradient you write has to pass it.

# %% tags=["exercise"]
from helpers.shallow_network import gradient_gap

# %%
gradient_gap = check(gradient_gap)

# %% [markdown]
# Your `backward` against the numerical gradient, for networks of several sizes.

# %%
for n_x, n_h, n_y in ((2, 4, 1), (3, 1, 2), (5, 7, 3)):
    rng = np.random.default_rng(n_h)
    some_X, some_Y = rng.normal(size=(n_x, 6)), rng.integers(0, 2, size=(n_y, 6))
    start = [(100 * W, b) for W, b in initialize(n_x, n_h, n_y, rng)]
    gradients = backward(some_X, some_Y, start, forward(some_X, start)[1])
    print(n_x, n_h, n_y, f"gap {gradient_gap(some_X, some_Y, start, gradients):.0e}")

# %% [markdown]
# All below 1e-6. So is a mistake always far above that?
#
# ### What 1e-3 means
#
# **Predict:** five slips, from large to small. Which of them would you see? For each, guess the gap: 1, 0.1, 0.001 or
# less. <!-- derived -->

# %%
from helpers.figures.tables import column

A2, cache = forward(X, large)
right = (dW1, db1), (dW2, db2) = backward(X, Y, large, cache)
m, dZ2 = X.shape[1], A2 - Y
slips = {
    "no slip": right,
    "dW1 has the wrong sign": [(-dW1, db1), (dW2, db2)],
    "dW2 twice as large": [(dW1, db1), (2 * dW2, db2)],
    "db2 without the last example": [(dW1, db1), (dW2, dZ2[:, :-1].sum(1, keepdims=True) / m)],
    "1/(m − 1) in place of 1/m": [(W * m / (m - 1), b * m / (m - 1)) for W, b in right],
}
for name, gradients in slips.items():
    print(f"{column(name, 30)} gap {gradient_gap(X, Y, large, gradients):.0e}")

# %% [markdown]
# A wrong sign <!-- answer --> gives 1, the largest gap there is. A factor of 2 gives a third. An example that is
# left out, or an $m$ that is off by one, gives the less the more examples there are: $1/(m - 1)$ shows 1.25e-3 for
# our 400. <!-- derived --> So **1e-3 is no rounding.** It is a mistake that touches a few examples, or one in a
# small term. That is why a check should use few examples: with six, $1/(m - 1)$ shows 0.09. <!-- derived -->
#
# On the other side a correct gradient does not have to show 1e-9:
#
# - *after some training* the gradient is small and the noise of the cost's last digits counts for more: between
#   1e-9 and 1e-6 on ten draws of the petals after 2,000 iterations. <!-- claim: 04-gap-trained --> Check early, and
#   once more after some steps, since a start is special: zero biases, small numbers;
# - *with float32* numbers have seven digits, so expect about 1e-7 for the gradient
#   itself, <!-- claim: 04-float32 --> and far more if the referee's cost is computed in float32 too;
# - *at a corner.* The referee looks from both sides. If the corner of ReLU lies between them, it sees neither slope:

# %%
z = np.array([-2e-5, -4e-6, 0.0, 4e-6, 2e-5])
(relu(z + 1e-5) - relu(z - 1e-5)) / 2e-5

# %% [markdown]
# 0.3, 0.5 and 0.7 where the slope is 0 or 1. With ReLU a few wrong entries among many right ones may be corners. Draw
# other numbers: mistakes stay, corners go.
#
# So: below 1e-6, equal; above 1e-4, look for a mistake; between, ask which of the three it could be.
#
# **A good place to rest.** The hard half is done: you have derived, written and checked backpropagation. What
# follows is training, and what can go wrong with it. (If you close the notebook here, run all cells when you come
# back: *Run > Run All Cells*.)

# %% [markdown]
# ## Training
#
# Downhill: every parameter moves against its gradient. As the parameters are a list of layers, one loop serves all
# of them, however many there are.

# %% tags=["exercise"]
from helpers.gradient_descent import update

# %%
update = check(update)

# %% [markdown]
# The loop is the one of logistic regression, with these functions in it: forward, cost, backward, update.

# %% tags=["exercise"]
from helpers.shallow_network import train_shallow

# %%
train_shallow = check(train_shallow)

# %% [markdown]
# The output is a probability; a label is a yes or no.

# %% tags=["exercise"]
from helpers.shallow_network import predict

# %%
predict = check(predict)

# %% [markdown]
# All parts together. Every line that runs here is yours.

# %%
from helpers.metrics import majority_baseline

start = initialize(2, 4, 1, np.random.default_rng(0))
parameters, costs = train_shallow(X, Y, start, learning_rate=1.2, iterations=3000)
for name, x, y in (("train", X, Y), ("test", X_test, Y_test)):
    right, same = accuracy(predict(x, parameters), y), majority_baseline(y)
    print(f"{column(name, 5)} accuracy {right:.3f}, always the same answer {same:.3f}")

# %% [markdown]
# More right on the test points than on the training points? The test points are another draw, and with 400 points an
# accuracy near 0.93 is uncertain by 1.3 points (one standard error, as in 03). <!-- derived --> On 10,000 other points
# networks like this one get between 0.90 and 0.93, mostly a little less than on their training
# points. <!-- claim: 04-four-units -->

# %%
from helpers.figures.curves import plot_costs

ax = plot_costs({"your network": costs, "logistic regression": logistic_costs})

# %% [markdown]
# *Look at where each line begins, and where it becomes level.* <!-- alt: Cost over iterations: both begin at 0.69.
# Logistic regression drops to 0.65 within a few iterations and stays there; your network falls steeply for a few
# hundred and then slowly to about 0.25. -->
#
# The start is no accident, and it is a second test that costs nothing: weights near 0 give
# $\hat{y} \approx \frac12$ for everything, and $-\log \frac12 = 0.693$. A first cost far from $\log 2$ means that
# the network is sure of something before it has seen anything.

# %%
from helpers.figures.boundaries import plot_boundary

ax = plot_boundary(lambda X: forward(X, parameters)[0], X_test, Y_test)

# %% [markdown]
# *Look for points on the wrong side, and at how far they lie from the border.* <!-- alt: The test petals over what your
# network answers: black lines separate most circles from most triangles, although the network was not trained on these
# points. -->
#
# What do the four hidden units see? Each is a logistic regression: a soft straight line. The output weighs the four
# lines.


# %%
from functools import partial


def unit_of(j, X):
    """Return the value of hidden unit j, moved from −1 to 1 into 0 to 1."""
    return (1 + forward(X, parameters)[1][1][j]) / 2


units = {f"unit {j + 1}": partial(unit_of, j) for j in range(4)}
axes = plot_boundaries(units, X, Y, columns=4)

# %% [markdown]
# *One picture for each hidden unit. Look for two units that share a line.* <!-- alt: Four pictures of the petals, one
# for each hidden unit: in each, one straight line through the middle divides the plane; units 2 and 4 share one line,
# the others lie in other directions. -->
#
# Shapes made of straight lines: that is all a hidden layer does, and it is enough. <!-- derived --> Four units have
# found three lines here.

# %% [markdown]
# ## Why the first weights are random
#
# Logistic regression began with zeros. Why not here? Suppose two hidden units have the same weights. Then they
# compute the same: $a^{[1]}_1 = a^{[1]}_2$. If the output also weighs them alike, they are blamed alike:
# $dz^{[1]}_1 = dz^{[1]}_2$, so their rows of $dW^{[1]}$ are equal, and after the update so are their rows of
# $W^{[1]}$, again. By induction they stay equal for ever.
#
# **Predict:** four hidden units that start at zero and train for 1,000 iterations. How many different rows will
# $W^{[1]}$ have?
#
# Watch it. `gradient_descent_steps` is your training loop one step at a time: it yields every step, and its caller
# decides when to stop. Here the hidden layer has the sigmoid, and 350 of the points are used, so that the classes are
# not quite balanced.

# %%
from itertools import islice

from helpers.gradient_descent import gradient_descent_steps


def watch(start, hidden, steps=1001):
    """Return W1 after every step, (steps, n_h, n_x), training from `start`."""

    def gradient_and_cost(parameters):
        return shallow_network.gradient_and_cost(X[:, :350], Y[:, :350], parameters, hidden)

    return np.array(
        [
            step.parameters[0][0]
            for step in islice(gradient_descent_steps(start, gradient_and_cost, 1.2), steps)
        ]
    )


# %% [markdown]
# Two starts, the same training: all parameters zero, and small random weights with zero biases.

# %%
zeros = [(0 * W, 0 * b) for W, b in start]
from_zero, from_random = watch(zeros, SIGMOID), watch(start, SIGMOID)
from_zero[-1]

# %%
import matplotlib.pyplot as plt

from helpers.figures.hidden_units import plot_weights

_, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
left = plot_weights(from_zero[:, :, 0], left, "zero start")
right = plot_weights(from_random[:, :, 0], right, "small random start")

# %% [markdown]
# *Each hidden unit has a line of its own. How many can you see on the left, and on the right?* <!-- alt: Two panels
# with the first weight of each of four hidden units over 1,000 iterations: from zero all four move along one and the
# same line, from small random weights they part after some iterations and go their own ways. -->
#
# One row, four times: <!-- answer --> from zero, four units are one unit. Is the equality exact?

# %%
print(np.ptp(from_zero, axis=1).max())

# %% [markdown]
# 0.0: in a thousand steps no row has left the others by a single bit. <!-- derived --> With tanh it is even worse:
# $\tanh(0) = 0$, so $dW^{[2]} = dZ^{[2]} A^{[1]T} / m$ is zero as well, and no weight ever moves. <!-- derived -->

# %%
print(np.abs(watch(zeros, TANH)).max())

# %% [markdown]
# Random weights break the symmetry, and then the **biases may be zero**: the rows of $dW^{[1]}$ already differ,
# whatever $b^{[1]}$ is. That is why `initialize` puts zeros there.

# %% [markdown]
# ### Why small?
#
# **Predict:** draw the weights of size 100 instead of 0.01. What will $|z^{[1]}|$ be like, what will the slope of
# tanh be there, and what follows for $dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$?

# %%
runs = {}
for scale in (0.01, 1, 100):
    starts = [initialize(2, 4, 1, np.random.default_rng(seed)) for seed in range(3)]
    starts = [[(scale / 0.01 * W, b) for W, b in start] for start in starts]
    slope = np.mean([TANH.derivative(W1 @ X).mean() for (W1, _), _ in starts])
    print(f"weights about {scale}: mean slope of tanh {slope:.3f}")
    runs[f"size {scale}"] = [train_shallow(X, Y, start, 1.2, 1000)[1] for start in starts]

# %% [markdown]
# At 0.01 every unit starts in the steep middle of its curve, slope 1. <!-- answer --> At 100 it starts at a flat end,
# with a slope near 0, so little of the error gets through to layer 1; and the sigmoid at the output is sure of itself
# and wrong, so the cost begins far up.

# %%
ax = plot_runs(runs, yscale="log")

# %% [markdown]
# *Look at where the runs of each size begin, and how far they lie apart at the end.* <!-- alt: Cost over 1,000
# iterations on a logarithmic scale for three sizes of the first weights, three runs each: size 0.01 begins at 0.69 and
# its runs end together near 0.26, those of size 1 end between 0.2 and 0.5, those of size 100 begin above 10 and end
# between 0.5 and 1. -->
#
# **Why 0.01 and not 0.1?** No reason: anything small does. Sizes 0.001, 0.01 and 0.1 ended within 0.03 of each other on
# 18 of 20 draws of the petals. <!-- claim: 04-small-sizes --> (On one of the two others the start of size 0.001 was
# stuck at 0.48.) <!-- claim: 04-small-stuck --> Size 1 did as well on 17 of the 20; on the other three one of the two
# was stuck, it or the small start. <!-- claim: 04-size-1 -->
# Size 100 ended higher than 0.01 on all 20. <!-- claim: 04-large-sizes -->
#
# **And ReLU?** It has no flat end for large $z$, so large weights hurt the hidden layer less. <!-- derived --> But the
# output is still a sigmoid. Its $z^{[2]}$ is large when the weights are, it is sure and wrong, and the cost begins far
# up: with 20 ReLU units at 0.69 for size 0.01, above 1.5 for size 1, above 10 for
# size 10. <!-- claim: 04-relu-first-cost --> It comes down quickly, and from size 1 it even ended lower than from
# 0.01, on nine of ten draws. <!-- claim: 04-relu-size-1 --> So for ReLU the size is less delicate; still keep $W^{[2]}$
# small. Deep networks need a more careful size, which notebook 05 measures.

# %% [markdown]
# ## How many hidden units?
#
# The number of hidden units is not learned: it is chosen before the training. <!-- derived --> Train seven sizes.
#
# **Predict:** which is the smallest that follows the petals? And is fifty better than five?


# %%
def output_of(parameters, X):
    """Return the output of a network for the columns of X, (1, m)."""
    return forward(X, parameters)[0]


outputs = {}
for n_h in (1, 2, 3, 4, 5, 20, 50):
    trained, _ = train_shallow(X, Y, initialize(2, n_h, 1, np.random.default_rng(0)), 1.2, 2000)
    right = accuracy(predict(X_test, trained), Y_test)
    name = f"{n_h} unit{'s' * (n_h > 1)}, test {right:.2f}"
    outputs[name] = partial(output_of, trained)
axes = plot_boundaries(outputs, X, Y)

# %% [markdown]
# *Look for the smallest number of units that gives six sectors, and for what changes beyond it.* <!-- alt: Seven
# pictures of the petals with the boundaries of 1, 2, 3, 4, 5, 20 and 50 hidden units: one unit gives one straight line,
# two the same line with pale sectors beside it, three and more cut the plane into six sectors; with 20 and 50 pale
# wedges open inside two of the sectors. -->
#
# Three lines through the middle make six sectors, and that is what petals need. Three is the
# smallest. <!-- answer -->
#
# Did you notice the one unit? It also draws a single straight line, and yet it gets 0.67 where logistic regression got
# 0.55. <!-- claim: 04-one-line --> Its line is a better one. In logistic regression a wrong point counts the more, the
# farther out it lies, and the tips of the petals are far out. <!-- derived --> A tanh unit does not exceed 1, so beyond
# some distance it no longer matters how far out a wrong point lies. <!-- derived --> On ten draws the one unit was
# ahead every time. <!-- claim: 04-one-unit -->
#
# And is fifty better than five? One start on one draw proves little. Stored here are ten draws of the petals, each
# with a start and with 10,000 test points of its own; 5,000 iterations, remade by
# `python -m helpers.experiments hidden_sizes` in a few minutes. <!-- derived -->

# %%
from helpers.experiments import stored
from helpers.figures.hidden_units import plot_sizes

axes = plot_sizes(stored("hidden_sizes"))

# %% [markdown]
# *A dot is a draw of the data, a bar their mean. Look at where both panels jump, and at which of them goes on
# rising.* <!-- alt: Accuracy over the number of hidden units on a logarithmic scale, a dot for each of ten draws and a
# bar at each mean, on training and on test points. Both jump from about 0.7 to above 0.9 between two and three units,
# where one of the ten draws stays at 0.7. From five units on the training bars rise a little and the test bars stay.
# --> <!-- claim: 04-sizes-fifty -->
#
# Three units can do it, but in one of the ten draws training did not find it; with four or five it always
# did. <!-- claim: 04-sizes --> From five to fifty the accuracy on the training points rises by 1.5 points, and that on
# other points by nothing: if anything it falls, by 0.4 points with a standard error of
# 0.2. <!-- claim: 04-sizes-fifty --> So the *gap* between the two doubles. The network spends its freedom on single
# training points. <!-- claim: 04-sizes-gap --> This is **overfitting**, still harmless
# here. <!-- claim: 04-sizes-gap --> (Always the same answer gets 0.50, the lower end of the axis.) <!-- derived -->
#
# How far does it go? In a bounded region one hidden layer with enough units can follow any border, as closely as one
# likes (Cybenko, below). <!-- cited --> That says that such weights exist. It does not say how many units it takes, or
# that training finds them.

# %% [markdown]
# ## Other flowers
#
# The same functions, untouched, on four other sets of points.
#
# **Predict:** for each, can logistic regression do it? How many straight lines would you need?

# %%
from helpers.figures.boundaries import plot_points

names = ("moons", "circles", "blobs", "xor")
_, axes = plt.subplots(1, 4, figsize=(10, 2.7))
for name, ax in zip(names, axes, strict=True):
    ax = plot_points(*load_planar(name)[:2], ax).set(title=name, xlabel="", ylabel="")

# %% [markdown]
# *How many straight lines does each of them need?* <!-- alt: Four sets of points in two classes: two half moons that
# reach into each other, a circle inside a circle, six blobs whose classes alternate, and a square divided into four
# quarters with equal classes across the diagonals. -->
#
# Logistic regression and eight hidden units, both on test points, half of them in each class. <!-- derived -->

# %%
_, axes = plt.subplots(1, 4, figsize=(10, 2.7))
for name, ax in zip(names, axes, strict=True):
    points = load_planar(name)
    trained, _ = train_shallow(
        *points[:2], initialize(2, 8, 1, np.random.default_rng(0)), 1.2, 2000
    )
    right = accuracy(predict(points.X_test, trained), points.Y_test)
    w, b, _ = logistic_regression.train_logistic(*points[:2], 0.5, 1000)
    line = accuracy(logistic_regression.predict(w, b, points.X_test), points.Y_test)
    title = f"{name}: {line:.2f} → {right:.2f}"
    ax = plot_boundary(partial(output_of, trained), *points[2:], ax, 60)
    ax.set(title=title, xlabel="", ylabel="")

# %% [markdown]
# *In each title the test accuracy of logistic regression, then that of the network. How many pieces of straight lines
# do you see in each border?* <!-- alt: The four sets with the boundary of eight hidden units; in the titles the test
# accuracy of logistic regression and of the network: a bent line between the moons, a closed curve around the inner
# circle, lines that fence in the blobs, and two curves that each cut off one quarter of the square. -->
#
# One line <!-- answer --> does most of the moons and none of the others. The moons need two or three pieces of lines,
# the circles at least three lines, as a triangle is the smallest fence; the blobs need three, one between the rows and
# two across; xor, the square of four quarters, needs two. <!-- derived --> (Two lines in a drawing are not yet two
# hidden units: the output adds what the units say and cannot multiply it. On ten draws two units got less than 0.9 of
# xor right, four more than 0.95.) <!-- claim: 04-xor-units --> Eight units are more than enough. But enough is not the
# same as found: on ten other draws of circles, blobs and xor they got above 0.95 each
# time, <!-- claim: 04-other-sets --> on the moons the bend came in some draws only and the others ended no better than
# the line. <!-- claim: 04-moons -->
#
# The data set `rings`, three rings one inside the other, is left for you below.

# %% [markdown]
# All of it live, with your own functions: *Play* trains until you press *Pause*, *Step* makes one step. The
# learning rate may be changed on the way; everything else begins again. A click into the left picture adds a point
# (or move the cross with the arrow keys and press Enter).

# %%
from helpers.playgrounds.training import TrainingPlayground

TrainingPlayground(initialize, forward, cost, backward, update, mine)

# %% [markdown]
# *Choose, and press Play. Look at when the boundary gets its first corner.* <!-- alt: Left, the petals before training,
# with the almost straight boundary that the first weights happen to give, and with controls for the data, the
# activation, the units, the learning rate and the size of the first weights; right, empty axes for the cost. -->
#
# Try one unit on circles, ReLU on petals, a learning rate of 10, first weights of 100. Then stop a trained network,
# put five triangles into a field of circles, and play on: how far does it bend for them?

# %% [markdown]
# ## A number instead of a class
#
# Back to the outputs that are not probabilities. For a regression the loss is half the squared error, and with a
# *linear* output
#
# $$L = \tfrac12 (a^{[2]} - y)^2 \qquad da^{[2]} = a^{[2]} - y \qquad dz^{[2]} = da^{[2]} \cdot 1 = a^{[2]} - y$$
#
# the same $dz^{[2]}$ as before: **your `backward` needs no change.** With a ReLU output the slope is 1 or 0 instead,
#
# $$dz^{[2]} = (a^{[2]} - y) * \text{relu}'(z^{[2]})$$
#
# so where the output is switched off, $dz^{[2]}$ is zero, as if $y$ equaled $a^{[2]}$ there. `backward` can stay as
# it is, then, if it is handed such a $y$: below, `target` is $y$ where the output is above 0, and the output itself
# elsewhere.
#
# The data: one day, every quarter of an hour. The temperature in °C goes below zero at night; the power of a solar
# panel in kW is never negative.

# %%
hours, rng = np.linspace(0, 24, 97)[np.newaxis], np.random.default_rng(0)
temperature = 4 - 6 * np.cos((hours - 3) * np.pi / 12) + rng.normal(0, 0.7, hours.shape)
power = np.maximum(0, 3 * np.sin((hours - 6) * np.pi / 12)) * (
    1 + 0.1 * rng.normal(size=hours.shape)
)
x = (hours - 12) / 6

# %% [markdown]
# Same forward, same backward; the output activation and the cost are new.

# %%
from helpers.regression import squared_cost


def gradient_and_cost(parameters, Y, output):
    """Return (gradients, cost) of a network that reads x and has this output activation."""
    A2, cache = forward(x, parameters, TANH, output)
    target = np.where(A2 > 0, Y, A2) if output is RELU else Y
    return backward(x, target, parameters, cache), squared_cost(A2, Y)


# %% [markdown]
# New formulas, so the referee first. (Biases of 0.1 keep every $z^{[2]}$ away from the corner of
# ReLU.) <!-- derived -->

# %%
start = [(100 * W, b) for W, b in initialize(1, 10, 1, np.random.default_rng(0))]
shifted = [(W, b + 0.1) for W, b in start]
for output in (IDENTITY, RELU):
    numerical = numerical_gradients(
        lambda p, output=output: gradient_and_cost(p, power, output)[1], shifted
    )
    pairs = zip(gradient_and_cost(shifted, power, output)[0], numerical, strict=True)
    gaps = [relative_difference(dW, theirs) for (dW, _), (theirs, _) in pairs]
    print(f"{output.name:8} largest difference {max(gaps):.0e}")

# %%
from helpers.gradient_descent import train


def fit(Y, output):
    """Return the output over the day, (1, m), of a network trained on x and Y."""
    parameters, _ = train(start, lambda p: gradient_and_cost(p, Y, output), 0.05, 3000)
    return forward(x, parameters, TANH, output)[0]


# %% [markdown]
# **Predict:** a network with a linear output learns the solar panel. What will it say for midnight?

# %%
from helpers.figures.hidden_units import plot_fit

curves = {"linear": (hours, fit(power, IDENTITY)), "ReLU": (hours, fit(power, RELU))}
_, (left, right) = plt.subplots(1, 2, figsize=(10, 3.2))
left = plot_fit(hours, temperature, {"linear": (hours, fit(temperature, IDENTITY))}, left)
right = plot_fit(hours, power, curves, right)
for ax, unit in ((left, "°C"), (right, "kW")):
    ax.set(xlabel="hour", ylabel=unit)

# %% [markdown]
# *Look at the night, and at dawn and dusk: where is the linear output impossible?* <!-- alt: Left, temperatures over a
# day with the smooth curve of a linear output through them, below zero at night. Right, the power of a solar panel,
# zero at night and a hump by day, with two curves: the linear output is too high around dawn and dusk and below zero in
# the night, the ReLU output is exactly zero at night. -->

# %%
for name, (_, y) in curves.items():
    error = np.abs(y - power).mean()
    print(f"{column(name, 6)} smallest output {y.min():6.3f} kW, error {error:.3f} kW")
print(f"always the mean: error {np.abs(power - power.mean()).mean():.3f} kW")

# %% [markdown]
# Below zero: <!-- answer --> the linear output invents negative power. The ReLU output cannot, and it has the smaller
# error too: on nine of ten other days, with other starts. <!-- claim: 04-solar --> On the tenth the first steps
# switched it off for every hour but the last, and it stayed off. <!-- claim: 04-solar-off --> That is its weakness:
# where it is off its slope is 0, and where it is off for every example it never learns. <!-- derived -->

# %% [markdown]
# ## Bug clinic
#
# Three functions from other people's notebooks. Each runs; each is wrong. Find out how, and repair it.
#
# The first works in every demonstration of its author.

# %% tags=["exercise"]
from helpers.shallow_network import initialize as repair_initialize

# %%
repair_initialize = check(repair_initialize)

# %% [markdown]
# The second trains well, but when its author compares two learning rates from the same start, the second run
# begins where the first one ended.

# %% tags=["exercise"]
from helpers.gradient_descent import update as repair_update

# %%
repair_update = check(repair_update)

# %% [markdown]
# The third is a `backward` for tanh that has two slips. Start with the shapes, then ask the referee which of the
# four gradients is off: a numerical gradient not only says that something is wrong but also where.

# %% tags=["exercise"]
from helpers.shallow_network import backward as repair_backward

# %%
repair_backward = check(repair_backward)

# %% [markdown]
# ## Summary
#
# - A hidden unit is a logistic regression with another curve. A layer of them is $Z = WX + b$, $A = g(Z)$: rows
#   are units, columns are examples.
# - Without a curve the layers collapse into one. tanh and ReLU belong in hidden layers, the sigmoid to a yes-or-no
#   output.
# - The way back repeats logistic regression at the output, $dZ^{[2]} = A^{[2]} - Y$, and adds one line:
#   $dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$. The 1/m stands where examples are added up.
# - The referee calls a gap below 1e-6 equal. 1e-3 is a mistake, and a corner of ReLU is none.
# - Equal units stay equal, so the first weights are random; small, so that they start where the curve is steep;
#   biases start at zero.
# - More hidden units bend the boundary more. <!-- derived --> On petals three can do it and four or five find it; fifty
#   fit the training points better and no others. <!-- claim: 04-sizes-fifty -->
#
# Notebook 05 puts the one new line into a loop.

# %% [markdown]
# ## Try it yourself
#
# - `load_planar("rings")` has three rings. How many hidden units do you need, and with which activation?
# - Train the petals with the learning rates 1.2, 4 and 12 and plot the costs. From which rate on does the cost no
#   longer fall in every step, and does it matter for the accuracy?
# - Start with zero weights but random *biases*. Does that break the symmetry? Explain why, then try it.
# - Replace the sigmoid and the cross-entropy by tanh and labels −1 and 1. Which line of `backward` changes?
# - Draw the start of the solar panel's network with other seeds until a ReLU output stays at zero for ever. What
#   could be done about it?

# %% [markdown]
# ## Where this comes from
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), "Learning representations by back-propagating errors",
#   *Nature* 323: the way back through hidden layers, and the first weights that break the symmetry.
# - G. Cybenko (1989), "Approximation by superpositions of a sigmoidal function", *Mathematics of Control, Signals,
#   and Systems* 2: what one hidden layer can represent.
# - Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller (1998), "Efficient BackProp", in *Neural Networks: Tricks of the
#   Trade*: why tanh and not the sigmoid in hidden layers.
# - V. Nair, G. E. Hinton (2010), "Rectified linear units improve restricted Boltzmann machines", *ICML*; X. Glorot,
#   A. Bordes, Y. Bengio (2011), "Deep sparse rectifier neural networks", *AISTATS*: ReLU.
# - A. L. Maas, A. Y. Hannun, A. Y. Ng (2013), "Rectifier nonlinearities improve neural network acoustic models",
#   *ICML Workshop on Deep Learning for Audio, Speech, and Language Processing*: leaky ReLU.
# - S. Elfwing, E. Uchibe, K. Doya (2018), "Sigmoid-weighted linear units for neural network function approximation in
#   reinforcement learning", *Neural Networks* 107: $z\,\sigma(z)$.

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
