# %% [markdown]
# # Any number of layers
#
# Notebook 04 put one hidden layer in front of logistic regression. This one takes the same line and puts it in a
# loop. When you are done, `forward` and `backward` work for one layer, for two, for ten. You will know why ten
# layers need other first weights than two. And you will have measured what depth is good for, and what it is not.
#
# Needed: everything of notebook 04. `update` and the four activations are used as you left them. Stuck at an
# exercise? `hint(forward)` gives a first idea, and once more a stronger one.

# %% [markdown]
# ## What you will build
#
# Is the animal in a picture **domestic** (cat, cow, dog, horse, sheep) or **wild** (bear, bird, elephant, giraffe,
# zebra)? The pictures are silhouettes of $28 \times 28$ pixels that a computer generated; they are not photographs.

# %%
import numpy as np

from helpers.datasets import load_animals, load_domestic
from helpers.exercises.deep_network import check, hint
from helpers.figures.images import plot_images

animals, kinds = load_domestic(), load_animals()
answers = [
    f"{animals.classes[animals.Y_train[0, i]]}\n{kinds.classes[kinds.Y_train[0, i]]}"
    for i in range(16)
]
axes = plot_images(animals.images_train[:16], answers)

# %% [markdown]
# *Could you tell wild from domestic without the names?* <!-- alt: Sixteen silhouettes of animals on black, two rows of
# eight, most of them white, some gray; above each the word wild or domestic and the kind of animal. -->
#
# No single pixel gives the answer away: legs, ears and necks have to be put together from pixels first. In the
# end three networks compete on 2,000 pictures that none of them was trained on: no hidden layer, one, and three.
# Half of those pictures are domestic, so always giving the same answer scores 0.50. <!-- derived -->

# %% [markdown]
# ## How deep is deep?
#
# What makes a network deep? The number of hidden layers, nothing else.

# %%
import matplotlib.pyplot as plt

from helpers.figures.networks import plot_network

_, axes = plt.subplot_mosaic("abc;ddd", figsize=(10.5, 5.6), width_ratios=(4.6, 7.2, 9.8))
for ax, hidden in zip(axes.values(), ([], [4], [4, 4], [4] * 5), strict=True):
    plot_network((3, *hidden, 1), ax, shapes=False)

# %% [markdown]
# *Count the layers that have weights.* <!-- alt: Four drawings of networks, each with three inputs and one output:
# without a hidden layer, which is logistic regression, and with one, two and five hidden layers of four units. -->
#
# The names grow with the picture. $L$ is the number of layers that compute, hidden ones and output: 1, 2, 3 and 6
# here. $n^{[l]}$ is the number of units of layer $l$, with $n^{[0]} = n_x$. As before a number in square brackets
# is a layer: $W^{[l]}$, $b^{[l]}$, $z^{[l]}$, $a^{[l]}$, and $a^{[0]} = x$, $a^{[L]} = \hat{y}$.
#
# In code a network is a list of its layer sizes, the input first, and its parameters are a list of pairs,
# `[(W1, b1), ..., (WL, bL)]`. Count: numbers, and a shape as a pair.

# %% tags=["exercise"]
from helpers.exercises.deep_network.how_deep import answers as how_deep

# %%
how_deep = check(how_deep=how_deep)

# %% [markdown]
# Begin with small random weights, as in notebook 04, for however many layers there are.

# %% tags=["exercise"]
from helpers.initialization import initialize

# %%
initialize = check(initialize)

# %% [markdown]
# ## Forward, the same line in a loop
#
# What does a network with four layers compute? For **one example** $x$, a column:
#
# $$\begin{aligned}
# z^{[1]} &= W^{[1]} a^{[0]} + b^{[1]} & a^{[1]} &= g^{[1]}(z^{[1]})\\
# z^{[2]} &= W^{[2]} a^{[1]} + b^{[2]} & a^{[2]} &= g^{[2]}(z^{[2]})\\
# z^{[3]} &= W^{[3]} a^{[2]} + b^{[3]} & a^{[3]} &= g^{[3]}(z^{[3]})\\
# z^{[4]} &= W^{[4]} a^{[3]} + b^{[4]} & a^{[4]} &= g^{[4]}(z^{[4]})
# \end{aligned}$$
#
# It is one line, four times, with the number changed. Notebook 04 wrote two of them. So write down the line with a
# letter for the number, once for one example and once for $m$ examples as columns:
#
# $$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]} \qquad a^{[l]} = g^{[l]}(z^{[l]}) \qquad l = 1, \dots, L$$
# $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]} \qquad A^{[l]} = g^{[l]}(Z^{[l]}) \qquad A^{[0]} = X$$
#
# Columns pass through side by side, as before. Over the examples no loop is needed; **over the layers there is no
# way around one**, since layer $l$ has to wait for layer $l-1$.

# %% [markdown]
# A layer has a linear half and an activation. The linear half first.

# %% tags=["exercise"]
from helpers.deep_network import linear_forward

# %%
linear_forward = check(linear_forward)

# %% [markdown]
# Then the whole layer. The way back will ask what this layer read, its weights and its $Z$; so the layer puts the
# three aside in a **cache** and hands it out beside its result.

# %%
from helpers.activations import RELU, SIGMOID, TANH

print(
    f"relu(-2) = {RELU.value(-2.0)}, relu(3) = {RELU.value(3.0)},",
    f"slope at 3 {RELU.derivative(3.0)}",
)

# %% [markdown]
# As in notebook 04 an activation comes in as an object: `activation.value` is $g$, `activation.derivative` is $g'$.

# %% tags=["exercise"]
from helpers.deep_network import layer_forward

# %%
layer_forward = check(layer_forward)

# %% [markdown]
# Now the network. All hidden layers share one activation here, ReLU unless you ask for another; the last layer has its
# own, the sigmoid for a yes-or-no question. <!-- derived --> Keep the caches in a list, the first layer's first.

# %% tags=["exercise"]
from helpers.deep_network import forward

# %%
forward = check(forward)

# %% [markdown]
# Your loop against the four lines from above, written out for one example.

# %%
rng = np.random.default_rng(1)
parameters = initialize([6, 5, 4, 3, 1], rng, scale=1.0)
X, Y = rng.normal(size=(6, 200)), rng.integers(0, 2, size=(1, 200))
(W1, b1), (W2, b2), (W3, b3), (W4, b4) = parameters

x = X[:, :1]
a1 = RELU.value(W1 @ x + b1)
a2 = RELU.value(W2 @ a1 + b2)
a3 = RELU.value(W3 @ a2 + b3)
a4 = SIGMOID.value(W4 @ a3 + b4)
AL, caches = forward(X, parameters)
np.allclose(a4, AL[:, [0]])

# %% [markdown]
# `True`: the loop is the four lines, and column 0 of 200 examples is the one example.
#
# Look at the columns on their way. **Predict:** which of the five matrices have cells that are exactly 0, and why?

# %%
from helpers.figures.passage import plot_passage

layers = [A for A, _, _ in caches] + [AL]
ax = plot_passage({f"$A^{{[{layer}]}}$": A[:, :10] for layer, A in enumerate(layers)})

# %% [markdown]
# *White is 0, orange positive, purple negative, and each grid has its own scale of colors. Look for white
# cells.* <!-- alt: Five grids of colored cells from left to right, joined by arrows: A0 with six rows, then A1 with
# five, A2 with four, A3 with three and A4 with one row, ten columns each. White is 0, orange positive, purple negative;
# each grid has its own scale of colors. -->
#
# A1, A2 and A3: <!-- answer --> ReLU has set every negative $z$ to 0. Follow one column from left to right. It keeps
# its place, and no other column has a part in it.

# %% [markdown]
# **Predict:** what does `forward` compute for a list with a single pair?

# %%
W, b = rng.normal(size=(1, 6)), np.array([[0.5]])
w = W.T
np.array_equal(forward(X, [(W, b)])[0], SIGMOID.value(w.T @ X + b))

# %% [markdown]
# Logistic regression: <!-- answer --> with $L = 1$ there is no hidden layer, and $\sigma(Wx + b)$ is all that
# remains. The only row of $W$ is $w^T$.

# %% [markdown]
# ## Which shape is which?
#
# In a network with many layers nearly every mistake is a mistake of shapes. Which shapes fit together, and why?
#
# **For one example.** Begin with what is known: $a^{[l-1]}$ is a column of $n^{[l-1]}$ numbers and $z^{[l]}$ is
# one of $n^{[l]}$. In $z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}$ that leaves no choice:
#
# $$\underbrace{z^{[l]}}_{(n^{[l]},\, 1)} = \underbrace{W^{[l]}}_{(n^{[l]},\, n^{[l-1]})}
# \underbrace{a^{[l-1]}}_{(n^{[l-1]},\, 1)} + \underbrace{b^{[l]}}_{(n^{[l]},\, 1)}$$
#
# The activation works entry by entry, so $a^{[l]}$ has the shape of $z^{[l]}$. **For $m$ examples** the columns
# stand side by side; the parameters do not know how many there are, and $b^{[l]}$ is repeated by broadcasting:
#
# | | one example | $m$ examples | gradient, always the same shape |
# | --- | --- | --- | --- |
# | weights | $W^{[l]}: (n^{[l]}, n^{[l-1]})$ | $W^{[l]}: (n^{[l]}, n^{[l-1]})$ | $dW^{[l]}$ |
# | biases | $b^{[l]}: (n^{[l]}, 1)$ | $b^{[l]}: (n^{[l]}, 1)$ | $db^{[l]}$ |
# | before the activation | $z^{[l]}: (n^{[l]}, 1)$ | $Z^{[l]}: (n^{[l]}, m)$ | $dz^{[l]}$, $dZ^{[l]}$ |
# | after it | $a^{[l]}: (n^{[l]}, 1)$ | $A^{[l]}: (n^{[l]}, m)$ | $da^{[l]}$, $dA^{[l]}$ |
#
# Why does a gradient have the shape of its thing? It has one slope for each number in it.

# %%
ax = plot_network((6, 5, 4, 3, 1))

# %% [markdown]
# *Look at how the second number of each shape repeats the first of the one before.* <!-- alt: A network of six inputs,
# hidden layers of five, four and three units and one output, with the shape of every W and b above the arrows. -->
#
# This network reads 200 examples. Fill in the shapes, small letters for one example and capitals for all.

# %% tags=["exercise"]
from helpers.exercises.deep_network.shapes import answers as shapes

# %%
shapes = check(shapes=shapes)

# %% [markdown]
# The caches know. Here is the table of the real network, layer by layer.

# %%
for layer, (A_previous, W, Z) in enumerate(caches, 1):
    print(f"layer {layer}: W {W.shape}, A[l-1] {A_previous.shape}, Z and A {Z.shape}")

# %% [markdown]
# ## The cost, exactly
#
# The cost is the one of notebook 02, and `cost(AL, Y)` still computes it. But a deep network can be very sure of
# itself, and then something is lost on the way. <!-- derived -->
#
# **Predict:** the label is 0 and $z = 40$. The loss is $-\log(1 - \sigma(40))$, about 40. What does NumPy make of
# it?

# %%
from helpers.losses import cost

z, y = np.array([[40.0]]), np.array([[0]])
print(f"output {SIGMOID.value(z).item()}, cost {cost(SIGMOID.value(z), y):.2f}")

# %% [markdown]
# $\sigma(40)$ has been rounded to exactly 1, <!-- answer --> and the cost is only what `cost` makes of that so as to
# stay finite: $-\log 10^{-15}$, 34.54. <!-- derived --> The way out is not to form $\sigma$ at all. Put $a = 1/(1 +
# e^{-z})$ into the loss; then $\log a = -\log(1 + e^{-z})$ and $\log(1 - a) = -z - \log(1 + e^{-z})$, and so
#
# $$L = -y \log a - (1 - y) \log(1 - a) = (1 - y)\, z + \log(1 + e^{-z})$$
#
# For $z = -1000$ the exponential still overflows. So take the larger part out of the logarithm:
# $\log(1 + e^{-z}) = \max(-z, 0) + \log(1 + e^{-|z|})$, and since $z + \max(-z, 0) = \max(z, 0)$,
#
# $$L = \max(z, 0) - z y + \log(1 + e^{-|z|})$$

# %% tags=["exercise"]
from helpers.losses import cost_from_logits

# %%
cost_from_logits = check(cost_from_logits)

# %% [markdown]
# The loss above once more, and the 200 examples of before, both ways.

# %%
ZL = caches[-1][2]
print(
    f"sure and wrong: {cost_from_logits(z, y):.2f},",
    f"difference above: {cost_from_logits(ZL, Y) - cost(AL, Y):.0e}",
)

# %% [markdown]
# 40, as it should be, and for moderate outputs no difference beyond rounding. (The $z$ of the last layer is
# called a *logit*, hence the name.)

# %% [markdown]
# ## Building blocks
#
# How does a gradient find its way back through so many layers? One block at a time. Each layer has a block for
# the way forward and a block for the way back, and the cache is handed down from one to the other.

# %%
from helpers.figures.blocks import plot_block

ax = plot_block()

# %% [markdown]
# *Follow the green arrow: the cache is all that the lower box gets from the upper one. The text derives the four
# formulas.* <!-- alt: Two boxes, one above the other. Into the upper one goes A of layer l−1 from the left and W, b
# from above, out of it comes A of layer l to the right. A green arrow marked cache leads down. Into the lower box comes
# dA of layer l from the right, and dA of layer l−1 leaves it to the left, dW and db below. Four formulas stand in it;
# the text derives them. -->
#
# | | in | out | needs |
# | --- | --- | --- | --- |
# | forward | $A^{[l-1]}$ | $A^{[l]}$ and the cache | $W^{[l]}$, $b^{[l]}$ |
# | back | $dA^{[l]}$ | $dA^{[l-1]}$, $dW^{[l]}$, $db^{[l]}$ | the cache |
#
# What is in the lower box? Forward, the layer computed $Z$ and then $A$; back, undo them in the opposite order.
# First **for one example**, with the loss $L$. Each unit has its own slope, so the star multiplies entry by
# entry:
#
# $$dz^{[l]} = da^{[l]} * g^{[l]\prime}(z^{[l]}) \qquad (n^{[l]}, 1)$$

# %% [markdown]
# The linear half is $z^{[l]}_j = \sum_k W^{[l]}_{jk}\, a^{[l-1]}_k + b^{[l]}_j$. Nudge one number at a time:
#
# - $W^{[l]}_{jk}$ moves $z^{[l]}_j$ alone, $a^{[l-1]}_k$ times as much, so $dW^{[l]}_{jk} = dz^{[l]}_j\,
#   a^{[l-1]}_k$;
# - $b^{[l]}_j$ moves $z^{[l]}_j$ one to one, so $db^{[l]}_j = dz^{[l]}_j$;
# - $a^{[l-1]}_k$ moves **every** $z^{[l]}_j$, by $W^{[l]}_{jk}$ each, so $da^{[l-1]}_k = \sum_j W^{[l]}_{jk}\,
#   dz^{[l]}_j$.
#
# As products of matrices, with shapes:
#
# $$\begin{aligned}
# dW^{[l]} &= dz^{[l]}\, a^{[l-1]T} && (n^{[l]}, n^{[l-1]}) = (n^{[l]}, 1)(1, n^{[l-1]})\\
# db^{[l]} &= dz^{[l]} && (n^{[l]}, 1)\\
# da^{[l-1]} &= W^{[l]T} dz^{[l]} && (n^{[l-1]}, 1) = (n^{[l-1]}, n^{[l]})(n^{[l]}, 1)
# \end{aligned}$$

# %% [markdown]
# **For $m$ examples** columns stand side by side, and the cost is the mean of the losses. Parameters serve all
# examples, so their slopes are averaged; $dZ$ and $dA$ belong to one example each, so nothing is:
#
# $$\begin{aligned}
# dZ^{[l]} &= dA^{[l]} * g^{[l]\prime}(Z^{[l]}) && (n^{[l]}, m)\\
# dW^{[l]} &= \tfrac1m\, dZ^{[l]} A^{[l-1]T} && (n^{[l]}, n^{[l-1]}) = (n^{[l]}, m)(m, n^{[l-1]})\\
# db^{[l]} &= \tfrac1m \textstyle\sum_i dz^{[l](i)} && (n^{[l]}, 1)\\
# dA^{[l-1]} &= W^{[l]T} dZ^{[l]} && (n^{[l-1]}, m) = (n^{[l-1]}, n^{[l]})(n^{[l]}, m)
# \end{aligned}$$
#
# The last three lines are the linear half. You wrote each of them in notebook 04, with 2 in place of $l$.

# %% tags=["exercise"]
from helpers.deep_network import linear_backward

# %%
linear_backward = check(linear_backward)

# %% [markdown]
# And the whole block. **Predict:** a ReLU unit had $z = -3$ for some example. What is its entry of $dZ$, whatever
# $dA$ is?

# %% tags=["exercise"]
from helpers.deep_network import layer_backward

# %%
layer_backward = check(layer_backward)

# %% [markdown]
# Zero: <!-- answer --> a unit that said nothing is not to blame.
#
# Now run the blocks by hand, three layers, and write down the shape on every arrow. At the end of the network the
# loss gives the first $dA$: $dA^{[L]} = -Y/A^{[L]} + (1-Y)/(1-A^{[L]})$.

# %%
rng = np.random.default_rng(3)
three = initialize([6, 5, 4, 1], rng, scale=0.5)
A, caches, seen = X, [], {"A0": X.shape}
for layer, (W, b) in enumerate(three, 1):
    A, cache = layer_forward(A, W, b, SIGMOID if layer == 3 else RELU)
    caches.append(cache)
    seen |= {f"A{layer}": A.shape, f"W{layer}": W.shape, f"b{layer}": b.shape}

# %% [markdown]
# And back, with the caches from the last to the first.

# %%
dA = -Y / A + (1 - Y) / (1 - A)
seen["dA3"] = dA.shape
for layer in (3, 2, 1):
    dA, dW, db = layer_backward(dA, caches[layer - 1], SIGMOID if layer == 3 else RELU)
    seen |= {f"dA{layer - 1}": dA.shape, f"dW{layer}": dW.shape, f"db{layer}": db.shape}

# %% [markdown]
# All shapes that were seen, in one picture.

# %%
from helpers.figures.blocks import plot_blocks

ax = plot_blocks(3, seen)

# %% [markdown]
# *Compare the shape of every d with that of its partner in the other row.* <!-- alt: Three pairs of boxes in a row.
# Above, the forward boxes are joined from left to right by A0 to A3 with their shapes; green caches lead down; below,
# the boxes of the way back are joined from right to left by dA3 to dA0. W and b enter from above, dW and db leave
# below. Every d has the shape of its partner in the other row. -->
#
# The picture is the whole algorithm, for any number of layers: forward along the upper row, back along the lower
# one. $dA^{[0]}$ comes out at the left end: it says how each pixel of each input would have to change. Training
# has no use for it.

# %% [markdown]
# ## The way back in a loop
#
# One improvement before the loop. At the output, $dA^{[L]}$ divides by $A$ and $1 - A$, which can be 0. But with
# the sigmoid's slope $a(1 - a)$ the divisions cancel, as they did in notebooks 02 and 04:
#
# $$dZ^{[L]} = \Bigl(-\frac{Y}{A^{[L]}} + \frac{1 - Y}{1 - A^{[L]}}\Bigr) * A^{[L]} * (1 - A^{[L]}) = A^{[L]} - Y$$
#
# So the last layer starts with $A^{[L]} - Y$ and needs only its linear half. All others use the whole block.
#
# In notebook 04, `backward` was given `X` and the parameters. It no longer needs them, because the cache of each layer
# holds its `A_previous`, which is `X` in the first layer, and its `W`.

# %% tags=["exercise"]
from helpers.deep_network import backward

# %%
backward = check(backward)

# %% [markdown]
# The three blocks above, run by hand, began with $dA^{[3]}$ and ended with a $dW^{[1]}$. The loop begins with
# $A^{[3]} - Y$ instead. Does it end with the same?

# %%
np.allclose(dW, backward(A, Y, caches)[0][0])

# %% [markdown]
# No gradient is trusted before the referee has seen it. In notebook 04 you compared two layers with the numerical
# gradient; now compare however many there are. As before, below 1e-6 counts as equal. Is this difference?

# %%
from helpers.gradient_check import numerical_gradients, relative_difference

relative_difference(np.array([1.0, 2.0]), np.array([1.0, 2.001]))

# %% [markdown]
# No: 0.0002 is two hundred times too much. Nothing changes in the function but `forward`, which now wants to know
# the hidden activation.

# %% tags=["exercise"]
from helpers.deep_network import gradient_gap

# %%
gradient_gap = check(gradient_gap)

# %% [markdown]
# Networks of every depth from 1 to 6 with random layer sizes, up to five outputs, and both tanh and ReLU. The
# biases are random too, for once.

# %%
for depth in range(1, 7):
    rng = np.random.default_rng(depth)
    layer_sizes = [int(n) for n in rng.integers(1, 6, size=depth + 1)]
    start = [(W, rng.normal(size=b.shape)) for W, b in initialize(layer_sizes, rng, scale=0.7)]
    some_X, some_Y = (
        rng.normal(size=(layer_sizes[0], 5)),
        rng.integers(0, 2, size=(layer_sizes[-1], 5)),
    )
    for hidden in (TANH, RELU):
        AL, caches = forward(some_X, start, hidden)
        gap = gradient_gap(some_X, some_Y, start, backward(AL, some_Y, caches, hidden), hidden)
        print(f"layers of {layer_sizes}, {hidden.name}: gap {gap:.0e}")

# %% [markdown]
# Below 1e-6 every time: the loop is right for every depth. In eight of nine other sets of such networks it was so
# too. <!-- claim: 05-gaps --> In the ninth a gap of 4e-6 turned up where the gradient itself was only 7e-6: beside so
# small a slope the rounding of the cost shows. Why the random biases? With zero biases a ReLU layer can be silent for
# some example, all its $a$ exactly 0, and then the $z$ of the next layer are exactly 0 as well: at the corner of ReLU,
# where there is no slope to agree on. <!-- derived --> The referee takes the mean of both sides, ½; this course takes
# 1; PyTorch and TensorFlow take 0. Replace `rng.normal(size=b.shape)` by `b`, and gaps above 0.1 appear although
# nothing is wrong. <!-- claim: 05-corner -->

# %% [markdown]
# ## From one dZ to the one before
#
# Between two blocks $dA$ is only passed along. What if it is left out? Layer $l+1$ hands down $dA^{[l]} =
# W^{[l+1]T} dZ^{[l+1]}$. Put that into the first line of layer $l$, $dZ^{[l]} = dA^{[l]} *
# g^{[l]\prime}(Z^{[l]})$:
#
# $$dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} * g^{[l]\prime}(Z^{[l]})
# \qquad (n^{[l]}, m) = (n^{[l]}, n^{[l+1]})(n^{[l+1]}, m) * (n^{[l]}, m)$$
#
# This **recursion** is backpropagation in one line. It starts at $dZ^{[L]} = A^{[L]} - Y$ and goes down to
# $dZ^{[1]}$; then every $dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]T}$. Mind which layer each factor belongs to: the
# weights are those *after* the layer, the slope is its own.

# %% tags=["exercise"]
from helpers.deep_network import errors

# %%
errors = check(errors)

# %% [markdown]
# How to hold a $dZ$ against the referee? Its mean over the examples is $db$. So the recursion alone, without $dW$
# and without $dA$, has to give every $db$ of the numerical gradient.

# %%
rng = np.random.default_rng(0)
some_X, some_Y = rng.normal(size=(3, 6)), rng.integers(0, 2, size=(2, 6))
for depth in (1, 2, 4, 7):
    start = initialize([3] * depth + [2], rng, scale=0.7)
    AL, caches = forward(some_X, start, TANH)
    numerical = numerical_gradients(lambda p: cost(forward(some_X, p, TANH)[0], some_Y), start)
    pairs = zip(errors(AL, some_Y, caches, TANH), numerical, strict=True)
    gaps = [relative_difference(dZ.mean(axis=1, keepdims=True), db) for dZ, (_, db) in pairs]
    print(f"layers: {depth}   largest gap {max(gaps):.0e}")

# %% [markdown]
# The recursion holds. Watch it go back through the network of four layers, ten of its 200 examples, from right to
# left.
#
# **Predict:** where a cell of $A^{[2]}$ was 0 on the way forward, what is the cell of $dZ^{[2]}$?

# %%
AL, caches = forward(X, parameters)
dZs = errors(AL, Y, caches)
panels = {f"$dZ^{{[{layer}]}}$": dZ[:, :10] for layer, dZ in enumerate(dZs, 1)}
ax = plot_passage(panels, back=True)

# %% [markdown]
# *White is 0. Look for columns that are pale all the way, and compare the white cells with those of the grids
# above.* <!-- alt: Four grids of colored cells joined by arrows from right to left: dZ4 with one row, dZ3 with three,
# dZ2 with four, dZ1 with five, ten columns each; many cells are white, which is 0, and a column that is pale in dZ4
# stays pale. -->
#
# Also 0: <!-- answer --> ReLU's slope is 0 there. An example that the output gets nearly right sends little back, and
# its whole column is pale.
#
# The recursion says more than the blocks: **on its way down the error is multiplied, layer after layer, by weights
# and by slopes.** Multiply ten numbers below 1 and little is left. Keep that in mind for the section after next.

# %% [markdown]
# ## Training
#
# The data of the first trial are two circles of points, one inside the other.

# %%
from helpers.datasets import load_planar
from helpers.gradient_descent import update
from helpers.metrics import accuracy

circles = load_planar("circles")
np.shape(circles.X_train), np.shape(circles.Y_train)

# %% [markdown]
# What changes in the training loop? Nothing. `update`, as you wrote it in notebook 04, goes through a list of
# layers anyway.

# %% tags=["exercise"]
from helpers.deep_network import train_deep

# %%
train_deep = check(train_deep)

# %% [markdown]
# An output above ½ is a yes.

# %% tags=["exercise"]
from helpers.deep_network import predict

# %%
predict = check(predict)

# %% [markdown]
# The first trial: two hidden layers of ten units.

# %%
start = initialize([2, 10, 10, 1], np.random.default_rng(0), scale=0.5)
trained, costs = train_deep(
    circles.X_train, circles.Y_train, start, learning_rate=0.3, iterations=600
)
right = accuracy(predict(circles.X_test, trained), circles.Y_test)
print(f"cost {costs[0]:.3f} -> {costs[-1]:.3f}, test accuracy {right:.3f}")

# %% [markdown]
# It learns. Where does it draw its line?

# %%
from helpers.figures.boundaries import plot_boundary

ax = plot_boundary(lambda X: forward(X, trained)[0], circles.X_test, circles.Y_test)

# %% [markdown]
# *Look for the corners of the line: it is made of straight pieces.* <!-- alt: Test points on two noisy circles; a
# closed black line with corners runs between the inner triangles and the outer circles. -->
#
# It works: always the same answer has 0.50. <!-- derived --> The line has corners because ReLU has one.

# %% [markdown]
# Is a network without hidden layers really logistic regression, to the last digit, through a whole training? Yours
# with $L = 1$ against the loop of notebook 03, from zeros.

# %%
from helpers import logistic_regression

zero = [(np.zeros((1, 6)), np.zeros((1, 1)))]
one_layer, deep_costs = train_deep(X, Y, zero, 0.3, 500)
w, b, logistic_costs = logistic_regression.train_logistic(X, Y, 0.3, 500)
print(np.abs(one_layer[0][0] - w.T).max(), abs(deep_costs[-1] - logistic_costs[-1]))

# %% [markdown]
# No difference, at most one in the last digit on another machine: logistic regression *is* the deep network with
# $L = 1$. <!-- derived -->

# %% [markdown]
# ## Where to begin with ten layers
#
# Did you notice the `scale=0.5` above? With the 0.01 of notebook 04 the trial would have failed. See for yourself:
# the same circles, scale 0.01, and one, two and four hidden layers of 20 units. <!-- derived -->
#
# **Predict:** what will the cost of each be after 500 iterations?

# %%
for depth in (1, 2, 4):
    start = initialize([2] + [20] * depth + [1], np.random.default_rng(0))
    _, costs = train_deep(circles.X_train, circles.Y_train, start, 0.3, 500)
    print(f"hidden layers: {depth}   cost {costs[0]:.4f} -> {costs[-1]:.4f}")

# %% [markdown]
# One hidden layer learns. <!-- answer --> With two and four the cost stands at 0.6931, which is $\log 2$, the cost of
# saying "one half" to everything. <!-- claim: 05-small-start --> It was so for every start and every draw of the
# circles that we tried, one layer ending between 0.26 and 0.35. <!-- claim: 05-small-start --> Nothing is wrong with
# the gradient; there is next to none. Why?
#
# **Follow the signal.** If $a^{[l-1]}$ has $n$ entries and the weights are independent of them and of each other, with
# mean 0 and variance $s^2$ (the mean squared distance from the mean; its root is the standard deviation), then $z_j =
# \sum_k W_{jk} a_k$ has mean 0, and variances of independent terms add up:
#
# $$\overline{z^2} = n\, s^2 \cdot \overline{a^2} $$
#
# Bars are means: of the squares of all $z_j$, and of all $a_k$. A $z$ is as often below 0 as above, evenly, and
# ReLU sets those below to 0. That leaves half of the squares, so $\overline{a^2}$ of this layer is half of
# $\overline{z^2}$. One layer multiplies the mean square of the signal by
#
# $$\tfrac12\, n\, s^2$$
#
# With $n = 20$ and $s = 0.01$ that is 0.001, a factor of 0.03 on the signal itself, **in every layer**.
#
# **Follow the error.** By the recursion the error of layer $l$ is $W^{[l+1]T} dZ^{[l+1]}$ times slopes, half of which
# are 0. Now the sum runs over the units of the layer *after*, so its mean square is multiplied by
# $\tfrac12 n^{[l+1]} s^2$: the same factor where both layers are equally wide. After ten layers of 20 units 1e-15 of
# the error is left. <!-- derived -->

# %% [markdown]
# The remedy is in the formula: choose $s$ so that the factor is 1.
#
# $$s = \sqrt{2 / n^{[l-1]}} \text{ for ReLU} \qquad s = \sqrt{1 / n^{[l-1]}} \text{ for tanh}$$
#
# tanh halves nothing, so 1 takes the place of 2. <!-- derived --> The number on top is called the *gain*. (The first is
# He initialization, the second LeCun's; the references are at the end.) The biases stay zero.
#
# This is not quite right in two ways. First, the width: $n^{[l-1]}$, what a unit reads (its *fan-in*), keeps the signal
# level on its way forward. To keep the error level on its way back it would have to be $n^{[l]}$, the number of units
# that read each value (*fan-out*). Where layers get narrower one has to choose; Xavier Glorot's formula takes the mean
# of both. Second, tanh: it passes a small $z$ on almost unchanged, but never quite. <!-- derived --> What comes of that
# you will see.

# %% tags=["exercise"]
from helpers.initialization import scaled

# %%
scaled = check(scaled)

# %% [markdown]
# **Predict:** now send 500 random examples through 20 layers of 50 ReLU units, with weights 0.01, too large by
# half, and scaled. How does the size of $A^{[l]}$ go on with $l$, and how does that of $dW^{[l]}$?


# %%
def signal(start, hidden=RELU):
    """Return the spread of A and the size of dW in every hidden layer, for random examples."""
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(50, 500)), rng.integers(0, 2, size=(1, 500))
    AL, caches = forward(X, start, hidden)
    gradients = backward(AL, Y, caches, hidden)
    return [A.std() for A, _, _ in caches[1:]], [np.abs(dW).mean() for dW, _ in gradients[:-1]]


# %% [markdown]
# The three starts, the same in all but the size of the weights.

# %%
layer_sizes = [50] * 21 + [1]
starts = {
    "0.01": initialize(layer_sizes, np.random.default_rng(1)),
    "1.5 × scaled": [(1.5 * W, b) for W, b in scaled(layer_sizes, np.random.default_rng(1))],
    "scaled": scaled(layer_sizes, np.random.default_rng(1)),
}
signals = {name: signal(start) for name, start in starts.items()}

# %% [markdown]
# Both ways, side by side.

# %%
from helpers.figures.layers import plot_signal

axes = plot_signal({k: s[0] for k, s in signals.items()}, {k: s[1] for k, s in signals.items()})

# %% [markdown]
# *A straight line on a logarithmic axis is the same factor in every layer. Which start keeps its level?* <!-- alt: Two
# panels over 20 layers on logarithmic scales. Left, the spread of the activations: with weights of 0.01 it falls along
# a straight line to about 1e-27, with weights one and a half times the scaled ones it rises several hundredfold, with
# scaled weights it loses less than a factor of ten. Right, the size of dW: about 1e-29 in every layer for 0.01, large
# everywhere for the large weights, level within a factor of ten or so for the scaled ones. --> <!-- claim: 05-level -->
#
# Straight lines on a logarithmic scale <!-- answer --> are a factor in every layer: **vanishing** below 1,
# **exploding** above. Scaled weights keep both within a factor of 20 over 20 layers, in ten
# starts. <!-- claim: 05-level -->
#
# With 0.01, why is $dW$ small in *all* layers alike? $dW^{[l]}$ is a product of an error from above and an activation
# from below. The activation has passed $l - 1$ layers and the error the other $20 - l$: 19 equal factors together,
# whatever $l$ is.

# %% [markdown]
# ### Sigmoid and tanh, layer by layer
#
# In notebook 01 networks of sigmoid units learned much more slowly than networks of ReLU units. <!-- claim: 01-deep -->
# Here is a reason. The slope of the sigmoid is at most ¼. <!-- derived --> So a layer multiplies the mean square of the
# error by at most $\tfrac1{16} n s^2$, and with a gain below 16 that is below 1. <!-- derived -->
#
# **Predict:** 20 layers of sigmoid units. With gain 1, in which layer is $dW$ smallest? With gain 16?

# %%
starts = {f"sigmoid, gain {gain}": (SIGMOID, gain) for gain in (1, 16)}
starts |= {"ReLU, gain 2": (RELU, 2)}
signals = {
    name: signal(scaled(layer_sizes, np.random.default_rng(1), gain), hidden)
    for name, (hidden, gain) in starts.items()
}
axes = plot_signal({k: s[0] for k, s in signals.items()}, {k: s[1] for k, s in signals.items()})
limits = axes[0].set_ylim(0.01, 10)

# %% [markdown]
# *Look at the first layer on the right: how much is left there of what began at layer 20?* <!-- alt: The two panels
# again. Left, the activations of sigmoid units spread by 0.1 to 0.4 in every layer, those of ReLU units by a little
# more. Right, the size of dW: for sigmoid units it rises along straight lines from layer 1 to layer 20, from 1e-16 with
# gain 1 and from 1e-6 with gain 16; for ReLU units it falls a little. --> <!-- claim: 05-sigmoid-gain-16 -->
#
# In layer 1 both times. <!-- answer --> The signal does not vanish, since $\sigma$ answers about ½ to a $z$ near 0;
# the error does. With gain 1 the gradient of layer 20 is more than ten billion times as large as that of the first
# layer. <!-- claim: 05-sigmoid-gain-1 --> With gain 16 it is still more than a thousand times as large, because the
# slope is ¼ at one point only. <!-- claim: 05-sigmoid-gain-16 --> A network of sigmoid units learns in its last
# layers, and the first ones hardly move. <!-- claim: 05-sigmoid-gain-16 -->

# %% [markdown]
# Now tanh. Its slope at 0 is 1, and away from 0 $|\tanh z|$ is below $|z|$.
#
# **Predict:** for which gains does a signal of tanh units keep its size? Is there one that makes it explode?

# %%
gains = (0.5, 1, 25 / 9, 8)
signals = {
    f"gain {gain:.3g}": signal(scaled(layer_sizes, np.random.default_rng(1), gain), TANH)
    for gain in gains
}
axes = plot_signal({k: s[0] for k, s in signals.items()}, {k: s[1] for k, s in signals.items()})

# %% [markdown]
# *Look for the gains whose lines become level, on the left and on the right.* <!-- alt: The two panels for tanh units.
# Left: with gain 0.5 the spread falls along a straight line to below a thousandth, with gain 1 it sinks to about 0.13,
# more and more slowly, with gains 25/9 and 8 it settles at 0.65 and 0.84. Right: the size of dW is level for gains 0.5
# and 1, grows a little toward layer 1 for gain 25/9, and a hundredfold for gain 8. --> <!-- claim: 05-tanh-level
# --> <!-- claim: 05-tanh-error -->
#
# With a gain of 1 <!-- answer --> the signal sinks to between a sixth and a third over 20
# layers: <!-- claim: 05-tanh-sinks --> each layer takes a little, and the less the smaller $z$ has become. With a
# gain above 1 it settles where stretching by the weights and squeezing by tanh
# balance. <!-- claim: 05-tanh-level --> It cannot explode, because no tanh exceeds 1. But the *error* can: with
# gain 8 it grows on its way back. <!-- claim: 05-tanh-error --> A usual choice is 25/9, weights 5/3 as large.

# %% [markdown]
# Build a network yourself, layer by layer, and watch what your `forward` and `backward` carry through it. Try to
# find the factor from which on 20 layers of tanh units keep their signal. (`scaled` has a gain of 2 here, so expect
# it near $\sqrt{1/2}$.) <!-- derived -->

# %%
from helpers.playgrounds.layers import play_layers

play_layers(forward, backward, {"0.01": initialize, "scaled": scaled})

# %% [markdown]
# *Choose a start and a depth, and find the weights at which both panels are level.* <!-- alt: The two panels again, for
# three hidden layers of 50 ReLU units with weights of 0.01: the activations fall from layer to layer, the gradients lie
# below a millionth in all three; with controls for the layers, the units, the activation, the first weights and a
# factor for them. -->

# %% [markdown]
# ### The trial again
#
# Now with your `scaled`: same circles, same learning rate, same iterations.

# %%
for depth in (1, 2, 4):
    start = scaled([2] + [20] * depth + [1], np.random.default_rng(0))
    _, costs = train_deep(circles.X_train, circles.Y_train, start, 0.3, 500)
    print(f"hidden layers: {depth}   cost {costs[0]:.4f} -> {costs[-1]:.4f}")

# %% [markdown]
# All three learn, the deeper the faster, for every start and every draw of the circles that we
# tried. <!-- claim: 05-scaled-start --> Was it the learning rate? Here is the full experiment: both scales, one to
# eight hidden layers, four learning rates, five seeds, 2,000 iterations. It takes some minutes, so its results are
# stored; `python -m helpers.experiments initialization` makes them again. For each depth the best learning rate
# counts. <!-- derived -->

# %%
from helpers.experiments import stored

rows = stored("initialization")


def runs_at_best_rate(rows, key, best):
    """Return the numbers under a key, one a seed, at the learning rate with the best mean."""
    rates = sorted({row["learning_rate"] for row in rows})
    return best(
        [[row[key] for row in rows if row["learning_rate"] == rate] for rate in rates],
        key=np.mean,
    )


# %% [markdown]
# A run that learns ends near 0, one that does not at $\log 2$.

# %%
from helpers.figures.layers import plot_dots

_, axes = plt.subplots(1, 2, figsize=(9, 3.2), sharey=True)
for ax, scale in zip(axes, ("small", "scaled"), strict=True):
    chosen = [row for row in rows if row["scale"] == scale]
    groups = {d: [row for row in chosen if row["depth"] == d] for d in (1, 2, 4, 8)}
    runs = {d: runs_at_best_rate(group, "last", min) for d, group in groups.items()}
    plot_dots(runs, "last cost", ax, (0.6931, "always one half")).set(
        title=scale, xlabel="hidden layers"
    )

# %% [markdown]
# *A dot is a run. Look for the depth from which on no run leaves the dotted line.* <!-- alt: Two panels of dots, a dot
# a run, the last cost over one, two, four and eight hidden layers. Small weights: near 0 with one hidden layer, with
# two four runs near 0.04 and one at 0.39, and all ten runs with four and eight at 0.693. Scaled weights: near 0
# everywhere. -->
#
# At depth 1 small weights learn too, which is why notebook 04 could use them. With two hidden layers and 2,000
# iterations the largest of the four learning rates still gets all five runs away from $\log 2$; with four
# layers none of the four rates does. <!-- claim: 05-small-stored --> Here the start decides whether there is any
# training.

# %% [markdown]
# ## Before a long training
#
# The referee says that the gradient is that of the cost. It does not say that the data are right, or the start, or
# the learning rate. Two quick tests find many such faults, and each takes seconds. The data here are the animals,
# shrunk to $14 \times 14$ by averaging squares of four pixels.

# %%
from helpers.images import flatten_images


def shrunk(images):
    """Return images (m, 28, 28) as columns (196, m): means of 2 × 2 pixels, from 0 to 1."""
    return flatten_images(images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4))) / 255


X, Y = shrunk(animals.images_train[:2000]), animals.Y_train[:, :2000]
X_validation, Y_validation = shrunk(animals.images_validation), animals.Y_validation
layer_sizes = [196, 32, 16, 8, 1]

# %% [markdown]
# **The first cost.** Before any training a network knows nothing, so it should say about one half to everything.
#
# **Predict:** what is the first cost, then? (With ten classes of equal size it would be $\log 10 = 2.30$.)

# %%
for factor in (1, 10):
    starts = [scaled(layer_sizes, np.random.default_rng(seed)) for seed in range(5)]
    starts = [[(factor * W, b) for W, b in start] for start in starts]
    firsts = [cost(forward(X, start)[0], Y) for start in starts]
    print(f"weights times {factor}:", *(f"{first:.2f}" for first in firsts))

# %% [markdown]
# Near $\log 2 = 0.69$, <!-- answer --> or somewhat above: in 40 starts between 0.68 and 1.46, in 34 of them below
# 0.83. <!-- claim: 05-first-cost --> Scaled weights let the last $z$ spread by about 1, so a few answers are already a
# bit too sure. A first cost of several units means weights or inputs that are too large: pixels from 0 to 255, for
# example.

# %% [markdown]
# **A few examples by heart.** Twenty examples are easy: a network with thousands of parameters can learn them by
# heart, whatever the labels are. <!-- claim: 05-memorize --> One that cannot will not learn 2,000 either.

# %% tags=["exercise"]
from helpers.memorization import can_memorize

# %%
can_memorize = check(can_memorize)

# %% [markdown]
# Four trials: as it should be; with labels dealt out at random; with pixels that were divided by 255 twice; with
# first weights of 0.01.
#
# **Predict:** which of them end near a cost of 0, and which at the cost of not knowing?

# %%
from helpers.figures.tables import column

start, small = (f(layer_sizes, np.random.default_rng(0)) for f in (scaled, initialize))
dealt = np.random.default_rng(0).permutation(Y[0])[np.newaxis]
trials = {
    "as it should be": (X, Y, start),
    "labels at random": (X, dealt, start),
    "divided by 255 twice": (X / 255, Y, start),
    "first weights of 0.01": (X, Y, small),
}
for name, (inputs, labels, first) in trials.items():
    memorized, costs = can_memorize(inputs, labels, first, learning_rate=0.1, iterations=400)
    print(
        f"{column(name, 22)} memorized: {memorized!s:5}  cost {costs[0]:.3f} -> {costs[-1]:.3f}"
    )

# %% [markdown]
# The first two memorize all twenty, <!-- answer --> whichever twenty we drew. <!-- claim: 05-memorize --> The last
# two do not get far below 0.69. <!-- claim: 05-memorize-slips --> In both the gradient is correct, and no referee
# would have complained. But mind what the second trial shows: learning by heart is no understanding. Labels at
# random can be learned and tell nothing about other pictures.

# %% [markdown]
# ## Domestic or wild
#
# Both tests passed, so train. The pictures have been cut in three parts before: 6,716 to train with, 1,000 to look at
# while deciding (*validation*), and 2,000 to report on (*test*). Notebook 01 has shown results on the same 2,000;
# nothing here was chosen by them. Notebook 06 says why that matters.
#
# First a reduced run that takes seconds: the 2,000 training pictures from above, 400 iterations.

# %% [markdown]
# Three networks, one loop, your functions.

# %%
networks = {
    "logistic regression": [196, 1],
    "one hidden layer": [196, 32, 1],
    "three hidden layers": [196, 32, 16, 8, 1],
}
for name, layer_sizes in networks.items():
    start = scaled(layer_sizes, np.random.default_rng(0))
    trained, costs = train_deep(X, Y, start, learning_rate=0.05, iterations=400)
    parts = [(X, Y), (X_validation, Y_validation)]
    right = [accuracy(predict(x, trained), y) for x, y in parts]
    print(
        f"{column(name, 20)} cost {costs[-1]:.2f}   "
        f"training {right[0]:.3f}   validation {right[1]:.3f}"
    )

# %% [markdown]
# After as many iterations the deeper network is ahead, on both parts. <!-- claim: 05-depth-live --> One start proves
# little; with 17 starts, each with another 2,000 of the training pictures, the order on the validation pictures was the
# same 15 times. <!-- claim: 05-depth-live --> Always the same answer has 0.51 on these training pictures and 0.50 on
# the validation pictures. <!-- derived --> (At twice the learning rate the cost of the deepest network jumps up now and
# then, and a run that ends in a jump looks bad. <!-- claim: 05-depth-jumps --> That says something about the rate and
# nothing about the depth.)
#
# Now the full experiment: all training pictures at $28 \times 28$, hidden layers of 64, and of 64, 32 and 16 units,
# 1,500 iterations at learning rate 0.05, five starts each. <!-- derived --> A run takes up to 40 seconds;
# `python -m helpers.experiments animals` makes all of them again.

# %%
from helpers.experiments import stored

rows = stored("animals")
names = list(networks)
results = {
    part: [[r[part] for r in rows if r["network"] == n] for n in names]
    for part in ("train", "test")
}
for k, name in enumerate(names):
    print(
        f"{column(name, 20)} training {np.mean(results['train'][k]):.3f}  ",
        f"test {np.mean(results['test'][k]):.3f}",
    )

# %% [markdown]
# Means hide the spread. Every run as a dot:

# %%
from helpers.metrics import majority_baseline

_, axes = plt.subplots(1, 2, figsize=(9, 3.2), sharey=True)
for ax, part, labels in zip(axes, results, (animals.Y_train, animals.Y_test), strict=True):
    runs = dict(zip(("none", "one", "three"), results[part], strict=True))
    plot_dots(runs, "accuracy", ax, (majority_baseline(labels), "always the same answer"))
    ax.set(title=part, xlabel="hidden layers")

# %% [markdown]
# *A dot is a run. Compare the steps from left to right in both panels, and how far the dots spread.* <!-- alt: Two
# panels of dots, a dot a run, for no, one and three hidden layers. On the training pictures the means are 0.82, 0.95
# and 0.98; on the test pictures 0.80, 0.91 and 0.93, and the five runs with three hidden layers spread the most. -->
#
# The large step is from no hidden layer to one, 11 points. <!-- claim: 05-animals --> Two more layers add about one
# point on the test pictures, and with them the runs differ by up to four. <!-- claim: 05-animals-deep --> On 2,000
# pictures a single accuracy near 0.92 is itself uncertain by 0.6 points (one standard error), so that point is only
# a hint. <!-- derived --> They fit the *training* pictures much better: the gap between both panels grows with
# depth. <!-- claim: 05-animals-gap --> What to do about that gap is the business of notebook 06.

# %% [markdown]
# ## What do the layers see?
#
# A unit of layer 1 reads pixels. A unit of layer 3 reads what layer 2 made of what layer 1 made of pixels. Does
# it look for something else? Ask each unit for its *favorites*: the validation pictures that excite it most. The
# network is the last one that you trained above.

# %%
from helpers.figures.layers import plot_features

AL, caches = forward(X_validation, trained)
hidden_layers = [A for A, _, _ in caches[1:]]
axes = plot_features(hidden_layers, animals.images_validation)

# %% [markdown]
# *Nine rows of pictures, three units for each of three hidden layers. At the left of each row a blurred image
# shows where the unit's favorites are lighter (orange) and darker (purple) than the average; right of it stand
# its eight favorites. Look along the rows: how many kinds of animals are in those of layer 1, and how many in those
# of layer 3?*
#
# Count it: among a unit's eight favorites, what share has the more common label? That needs something to compare
# with: the same network *before* its training.

# %%
from helpers.figures.features import agreement

for name, network in (("before training", start), ("after training", trained)):
    hidden_layers = [A for A, _, _ in forward(X_validation, network)[1][1:]]
    shares = [agreement(A, Y_validation) for A in hidden_layers]
    print(column(name, 16), *(f"layer {k}: {share:.2f}  " for k, share in enumerate(shares, 1)))

# %% [markdown]
# Training has made the units of layer 3 agree more with the question that was asked, though nobody told any single unit
# what to look for. <!-- claim: 05-agreement --> Of ten networks, with other starts and other pictures, nine gained at
# least 0.02 in layer 3, <!-- claim: 05-agreement --> and in most of them layer 3 ended purer than the first
# layer. <!-- claim: 05-agreement-order --> We met one that did not: 0.84, 0.88, 0.80.
#
# That is the usual answer to *why deep*: **simple features first, made from pixels; then features made from features.**
# Two families of networks are built around it. A *convolutional* network (CNN) has layers that look at small patches of
# a picture, and layers upon them that look at patches of what the first have found. In those trained on photographs the
# early units answer to edges and colors, the later ones to patterns, parts of things, and things (Zeiler and Fergus,
# below). <!-- cited --> A *recurrent* network (RNN) reads a sentence or a sound piece by piece and applies the same
# layer at each step, so it is deep along time: after ten pieces, ten layers. And its error comes back through all ten,
# which is where vanishing gradients were first studied (Hochreiter; Bengio and others, below). <!-- cited -->

# %% [markdown]
# ## Does depth pay?
#
# That was a picture. Is there a task where depth wins at the *same number of parameters*? A candidate is
# **parity**: of $n$ bits, is the number of ones odd? Changing any single bit changes the answer, so no bit can be
# ignored.

# %%
from helpers.parity import parity_examples

bits, parity = parity_examples(8)
print(
    f"{bits.shape[1]} strings; number 200 is {bits[:, 200].astype(int)},",
    f"parity {parity[0, 200]}",
)

# %% [markdown]
# Two questions, and they have different answers: what *can* a deep network express, and what does training *find*?
#
# ### What depth can express: folding
#
# **One.** Only the number of ones matters. Call it $s$; for 8 bits it goes from 0 to 8.
#
# **Two.** Lay the numbers 0 to 8 on a strip of paper and *fold* it at 4: 3 comes to lie on 5, 2 on 6, 1 on 7, 0 on 8.
# Odd lies on odd and even on even: $s$ comes to lie on $8 - s$, and the two differ by an even number. In a formula the
# fold is $|s - 4|$, and what is left goes from 0 to 4. Because 4 is even, $|s - 4|$ is odd exactly where $s$ is.
#
# **Three.** Fold again at 2, $|\,|s - 4| - 2\,|$: 0 to 2 are left. The last fold, at 1, leaves 0 for odd and 1 for
# even.
#
# **Four.** A fold is two ReLU units, because $|t| = \operatorname{relu}(t) + \operatorname{relu}(-t)$. One of them is
# alive right of the fold, the other left of it. So set the weights by hand.

# %% tags=["exercise"]
from helpers.parity import fold

# %%
fold = check(fold)

# %% [markdown]
# Three folds, and an output unit that turns 0 and 1 around: it says odd where the two values before it add up to 0.
# Your `predict` runs them.
#
# **Predict:** how many parameters does that take for 8 bits, and on how many of the 256 strings is it right?

# %%
odd_at_0 = (np.full((1, 2), -20.0), np.array([[10.0]]))
by_hand = [fold(8, 4), fold(2, 2), fold(2, 1), odd_at_0]
print(
    "shapes",
    [W.shape for W, b in by_hand],
    "parameters",
    sum(W.size + b.size for W, b in by_hand),
)
print("right on", np.sum(predict(bits, by_hand) == parity), "of", parity.size)

# %% [markdown]
# 33 parameters, <!-- answer --> and all 256. Watch it fold: what comes out of each layer, by the number of ones that
# went in. Count the corners.

# %%
from helpers.figures.folds import plot_folds

axes = plot_folds(8, [4, 2, 1])

# %% [markdown]
# *Triangles are odd numbers, circles even ones, and crosses mark the corners. Count the corners of each
# panel.* <!-- alt: Three panels over the number of ones from 0 to 8: after fold 1 the values form a V that touches 0 at
# 4, after fold 2 a W, after fold 3 a zigzag that is 0 for odd numbers (triangles) and 1 for even ones (circles).
# Crosses mark the corners, and the title counts them. -->

# %% tags=["exercise"]
from helpers.exercises.deep_network.corners import answers as corners

# %%
corners = check(corners=corners)

# %% [markdown]
# Each fold in the middle doubles the corners and adds one. So the number of corners grows exponentially with the number
# of layers, while each layer adds just six parameters. <!-- derived --> With one hidden layer every corner costs a unit
# of its own. That is the case for depth in its purest form (Telgarsky has made a theorem of it). (A claim often heard,
# that one hidden layer needs exponentially many units for parity, is about units that can only say AND and OR; Håstad
# proved it for any fixed number of layers of those. ReLU units can count.) <!-- cited -->
#
# Now fold elsewhere.
#
# **Predict:** where does the second fold have to be if the first is at 4? Would 6 do instead of 2?

# %%
from helpers.playgrounds.folding import play_folds

play_folds(fold, predict)

# %% [markdown]
# *Move the folds until the zeros lie at the odd numbers.* <!-- alt: Three panels as above with the folds at 4, 3 and 1:
# a V, a W that is lopsided, and a zigzag with five corners whose zeros are not at the odd numbers; with controls for
# the number of folds and for their places. -->
#
# At 2: <!-- answer --> after the first fold the values go from 0 to 4, and only a fold in the middle brings them down
# to 0 to 2. A fold at 6 lies outside of them: it only turns the graph upside down.

# %% [markdown]
# ### What training finds
#
# Layer sizes `[8, 8, 1]`, `[8, 5, 5, 1]` and `[8, 4, 4, 4, 1]` have 81 parameters each, what luck; four hidden
# layers of three units have 67, the nearest below. Ten starts, the best of four learning rates for each depth,
# 5,000 iterations, all 256 strings shown. <!-- derived --> Then again with up to 300 parameters. A single run,
# live:

# %%
start = scaled([8, 5, 5, 1], np.random.default_rng(0), gain=1)
learned, costs = train_deep(
    2 * bits - 1, parity, start, learning_rate=1.0, iterations=2000, hidden=TANH
)
right = accuracy(predict(2 * bits - 1, learned, TANH), parity)
print(f"cost {costs[0]:.3f} -> {costs[-1]:.3f}, accuracy {right:.3f}")

# %% [markdown]
# The 640 runs take ten minutes and are stored; `python -m helpers.experiments parity` makes them again.

# %%
rows = stored("parity")
panels = [(hidden, budget) for hidden in ("relu", "tanh") for budget in (81, 300)]
_, axes = plt.subplots(2, 2, figsize=(9, 5.8), sharey=True)
for ax, (hidden, budget) in zip(axes.flat, panels, strict=True):
    chosen = [row for row in rows if (row["hidden"], row["budget"]) == (hidden, budget)]
    groups = {d: [row for row in chosen if row["depth"] == d] for d in (1, 2, 3, 4)}
    runs = {d: runs_at_best_rate(group, "accuracy", max) for d, group in groups.items()}
    plot_dots(runs, "accuracy", ax, (0.5, "always the same answer"))
    ax.set(title=f"{hidden}, at most {budget} parameters", xlabel="hidden layers")

# %% [markdown]
# *A dot is a run. Look at the two panels on the left first: for which depth do the dots lie highest, and where do they
# scatter?* <!-- alt: Four panels of dots, a dot a run, accuracy over one to four hidden layers. With at most 81
# parameters two hidden layers are best for ReLU (mean 0.91 against 0.83 for one) and for tanh (0.99 against 0.86, where
# two of the ten runs with one layer stay at one half); with three and four the runs fall and scatter widely. With 300
# parameters all depths are close to 1. --> <!-- claim: 05-parity-two -->
#
# What came out, then, on this task: **depth pays where parameters are scarce, and only up to a point.** With 81
# parameters two hidden layers are ahead of one in the mean of ten starts, for ReLU and for
# tanh. <!-- claim: 05-parity-two --> A third and a fourth would suffice in principle, as the network by hand has
# shown with 33 parameters, but gradient descent finds such weights less often. <!-- claim: 05-parity-four --> With
# plenty of parameters a single hidden layer is nearly as good. <!-- claim: 05-parity-300 -->

# %% [markdown]
# ## Bug clinic
#
# Three functions that people really write. Each runs without complaint on some network. Find out on which, then
# repair it.
#
# **First patient.** Right for two layers, wrong for three. There are two slips.

# %% tags=["exercise"]
from helpers.deep_network import backward as repair_backward

# %%
repair_backward = check(repair_backward)

# %% [markdown]
# **Second patient.** It was copied from a shallow network, and it shows.

# %% tags=["exercise"]
from helpers.deep_network import backward as repair_depth

# %%
repair_depth = check(repair_depth)

# %% [markdown]
# **Third patient.** The recursion, with two wrong symbols. If all layers have equal sizes it runs, and training
# even gets somewhere: slopes of the wrong activation are still slopes.

# %% tags=["exercise"]
from helpers.deep_network import errors as repair_errors

# %%
repair_errors = check(repair_errors)

# %% [markdown]
# How would you have noticed? With `gradient_gap`, at once. Here is the recursion with the sigmoid's slope in the
# hidden ReLU layers, as seen by the referee.

# %%
from helpers.deep_network import gradients_from

rng = np.random.default_rng(5)
start = initialize([4, 3, 3, 1], rng, scale=0.8)
some_X, some_Y = rng.normal(size=(4, 6)), rng.integers(0, 2, size=(1, 6))
AL, caches = forward(some_X, start)
for slope in (RELU, SIGMOID):
    dZs = errors(AL, some_Y, caches, slope)
    print(
        slope.name,
        f"gap {gradient_gap(some_X, some_Y, start, gradients_from(dZs, caches)):.0e}",
    )

# %% [markdown]
# ## Summary
#
# - A deep network is the line $A^{[l]} = g(W^{[l]} A^{[l-1]} + b^{[l]})$ in a loop; $L = 1$ is logistic regression.
# - $W^{[l]}$ is $(n^{[l]}, n^{[l-1]})$, $b^{[l]}$ is $(n^{[l]}, 1)$, $Z^{[l]}$ and $A^{[l]}$ are $(n^{[l]}, m)$;
#   a gradient has the shape of its thing.
# - Each layer has a block forward and a block back, with a cache between them.
# - The way back is one recursion, $dZ^{[l]} = W^{[l+1]T} dZ^{[l+1]} * g'(Z^{[l]})$, started at $A^{[L]} - Y$. It
#   agreed with the numerical gradient for every depth. <!-- claim: 05-gaps -->
# - Each layer multiplies the signal and the error. Weights of size $\sqrt{2/n}$ keep both level for ReLU, exactly
#   only where layers are equally wide. With weights of 0.01 both vanish, which two hidden layers barely survive and
#   four do not. <!-- claim: 05-small-stored --> tanh takes a little in every layer, and with the sigmoid the error
#   vanishes. <!-- claim: 05-tanh-sinks -->
# - Before a long training: is the first cost near $\log 2$? Can the network memorize twenty examples?
# - Depth builds features from features. On animals one hidden layer brought 11 points and two more layers about
#   one; on parity with few parameters two hidden layers did better than one, and better than
#   four. <!-- claim: 05-parity-four -->

# %% [markdown]
# ## Try it yourself
#
# - Let the layers get narrower: `[784, 64, 32, 16, 1]`, ReLU, `scaled`. How does the size of $dZ^{[l]}$ change on
#   its way back? Replace $n^{[l-1]}$ in `scaled` by $n^{[l]}$, then by the mean of both, and compare.
# - Why not begin with *all* weights equal to $\sqrt{2/n}$? What would the rows of $W^{[1]}$ look like after
#   training?
# - $dA^{[0]}$ tells how a picture would have to change to be called wilder. Compute it for a cat, and draw it.
# - Eight hidden layers of two ReLU units: how many of ten seeds learn the circles at all? What has happened to
#   the others?
# - Train the folding network on from its own weights, plus a little noise. Does gradient descent stay there?

# %% [markdown]
# ## Where this comes from
#
# - Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller (1998), "Efficient BackProp", in *Neural Networks: Tricks of the
#   Trade*: first weights of size $\sqrt{1/n}$, and why.
# - X. Glorot, Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks",
#   *AISTATS*: sigmoid and tanh layer by layer, fan-in and fan-out.
# - K. He, X. Zhang, S. Ren, J. Sun (2015), "Delving deep into rectifiers", *ICCV*: $\sqrt{2/n}$ for ReLU.
# - J. Håstad (1986), "Almost optimal lower bounds for small depth circuits", *STOC*: parity with AND and OR. M.
#   Telgarsky (2016), "Benefits of depth in neural networks", *COLT*: folding with ReLU units.
# - M. D. Zeiler, R. Fergus (2014), "Visualizing and understanding convolutional networks", *ECCV*: what the layers
#   see.
# - S. Hochreiter (1991), *Untersuchungen zu dynamischen neuronalen Netzen*, diploma thesis, TU München; Y. Bengio, P.
#   Simard, P. Frasconi (1994), "Learning long-term dependencies with gradient descent is difficult", *IEEE Transactions
#   on Neural Networks* 5: vanishing gradients in recurrent networks.

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
