# %% [markdown]
# # Your own automatic differentiation
#
# In notebook 04 you derived the gradient of a network with one hidden layer, in 05 of one with any number of layers.
# Each time you wrote `backward` by hand, and a referee checked it. This notebook does it once more, for the last time:
# you write a `backward` for **any expression**. You change the network, and the gradient follows by itself. That is
# what PyTorch, TensorFlow and JAX do, and at the end you train the same network in PyTorch, with the same losses.
#
# Needed: notebooks 02, 04 and 05, and 06 for the photographs. Stuck at an exercise? `hint(path_sum)` gives a first
# idea, and once more a stronger one.

# %% [markdown]
# ## What you will build
#
# Here is a network that `backward` of notebook 05 cannot handle: the second layer adds what it reads to what it
# computes, $A^{[2]} = A^{[1]} + \tanh(W^{[2]} A^{[1]} + b^{[2]})$. Such a *skip connection* is one more `+` in the
# code. By hand it would be another derivation.

# %%
import numpy as np

from helpers.autodiff import gradients_of
from helpers.exercises.autodiff import check, hint
from helpers.nodes import Node, apply, sigmoid_cost
from helpers.operations import TANH

rng = np.random.default_rng(0)
X, Y = rng.normal(size=(2, 6)), np.array([[0, 1, 1, 0, 1, 0]])
shapes = {"W1": (4, 2), "b1": (4, 1), "W2": (4, 4), "b2": (4, 1), "W3": (1, 4), "b3": (1, 1)}
inputs = {name: Node(rng.normal(size=shape)) for name, shape in shapes.items()}
W1, b1, W2, b2, W3, b3 = inputs.values()

A1 = apply(TANH, W1 @ X + b1)
A2 = A1 + apply(TANH, W2 @ A1 + b2)
cost = sigmoid_cost(W3 @ A2 + b3, Y)

# %% [markdown]
# No gradient has been derived, and yet one call returns all six.

# %%
for name, gradient in zip(inputs, gradients_of(cost, inputs.values()), strict=True):
    print(f"d{name}: shape {gradient.shape}, first entry {gradient[0, 0]:.4f}")

# %% [markdown]
# How? `W1` is not an array but a *node*, and what is computed from nodes remembers how. The two lines of
# layers 1 and 2 left a graph behind. <!-- derived -->

# %%
from helpers import autodiff
from helpers.figures.expressions import plot_expression
from helpers.nodes import parents_of

small = autodiff.topological_order(A2, parents_of(A2))
ax = plot_expression(small, {**inputs, "X": small[1], "A1": A1, "A2": A2})

# %% [markdown]
# *Find the node with two arrows that leave it: its value is used twice.* <!-- alt: A graph from left to right. W1 and X
# lead to their product, the product and b1 to a sum, the sum to tanh, A1. From there one arrow leads to the product
# with W2, the sum with b2 and another tanh to the last node, and a second one leads straight to the last node, a
# sum named A2. Each box holds the shape of its array. -->
#
# In this notebook you write everything that is needed for that: the slopes of the operations, the order in which to
# visit the nodes, and the way back.

# %% [markdown]
# ## A slope is a sum over paths
#
# Back to the graph of notebook 02, where $x$ was used twice: $u = x + y$, $v = x \cdot u$, $J = v^2$. Every arrow has
# a slope of its own. With $x = 2$ and $y = 1$: $u = 3$, $v = 6$, and

# %%
arrows = [
    ("x", "u", 1.0),  # u = x + y
    ("y", "u", 1.0),
    ("x", "v", 3.0),  # v = x · u: the slope with respect to x is u
    ("u", "v", 2.0),  # and with respect to u it is x
    ("v", "J", 12.0),  # J = v²: the slope is 2v
]

# %% [markdown]
# Two paths lead from $x$ to $J$: through $v$ at once, and through $u$ and $v$. The chain rule **multiplies along a
# path and adds up the paths**:
#
# $$\frac{dJ}{dx} = \underbrace{3 \cdot 12}_{x \to v \to J} + \underbrace{1 \cdot 2 \cdot 12}_{x \to u \to v \to J}
# = 36 + 24 = 60$$
#
# That is all there is to a gradient, of any expression whatever. Write it down. A function may call itself.

# %% tags=["exercise"]
from helpers.autodiff import path_sum

# %%
path_sum = check(path_sum)

# %%
print("dx =", path_sum(arrows, "x", "J"), " dy =", path_sum(arrows, "y", "J"))

# %% [markdown]
# The 60 and the 24 of notebook 02. Is that the end of the notebook? Put *diamonds* in a row: a value is used twice,
# the two results meet, and again, and again.
#
# **Predict:** how many paths lead through 10 diamonds? How many nodes are there?

# %%
from time import perf_counter


def diamonds(n):
    """Return the arrows of n diamonds in a row, from node 0 to node n."""
    sides = [(k, side) for k in range(n) for side in ((k, "above"), (k, "below"))]
    return [arrow for k, side in sides for arrow in ((k, side, 0.5), (side, k + 1, 1.0))]


print("diamonds  nodes   paths   milliseconds")
for n in (2, 4, 6, 8, 10):
    begin = perf_counter()
    path_sum(diamonds(n), 0, n)
    taken = 1000 * (perf_counter() - begin)
    print(f"{n:8} {3 * n + 1:6} {2**n:7} {taken:12.2f}")

# %% [markdown]
# 1,024 paths through 31 nodes: <!-- answer --> each diamond doubles the number of paths. <!-- derived --> In a network
# every unit of a layer is joined with every unit of the next, so three hidden layers of 100 units make a million paths
# from each input to the output. <!-- derived --> The sum over paths says *what* a gradient is. It is not the way to
# compute it.
#
# The way out is to share the work. Going **back** from $J$, keep one number for each node: the slope of $J$ with
# respect to it, $dv$, $du$, $dx$. Whoever wants to go on from there needs only this number, not the paths behind it.
# Each arrow is then used once, however many paths lead over it:
#
# $$d\,\text{node} = \sum_{\text{arrows node} \to \text{after}} \text{slope} \cdot d\,\text{after}$$
#
# (One could also go forward from $x$. That gives the slopes of *every* node with respect to *one* input. A cost is one
# node, and its inputs are many, so the way back is the one to take.) Three things are missing: the slopes of operations
# on arrays, the order, and the loop.

# %% [markdown]
# ## Each operation beside its derivative
#
# An operation on arrays is a pair of functions. The first computes $C$ from its inputs. The second takes $dC$, the
# gradient of the cost with respect to $C$, and hands each input its own part. Here is the product, entry by entry:

# %%
import inspect

from helpers import operations
from helpers.figures.tables import source_of

print(source_of(operations.multiply))
print(source_of(operations.multiply_backward))

# %% [markdown]
# `multiply_backward` is the chain rule: the slope of $A * B$ with respect to $A$ is $B$, and it is multiplied by $dC$.
# The difference, tanh and ReLU look like this too, in `helpers/operations.py`. Three derivatives are left to you here.
# The sum comes first; it is the easiest. How far does $C = A + B$ move when $A$ moves?

# %% tags=["exercise"]
from helpers.operations import add_backward

# %%
add_backward = check(add_backward)

# %% [markdown]
# A sum hands $dC$ on to both inputs unchanged. The quotient has more to do.

# %% tags=["exercise"]
from helpers.operations import divide_backward

# %%
divide_backward = check(divide_backward)

# %% [markdown]
# The product of two matrices is next. Nudge one entry: $C_{ij} = \sum_k A_{ik} B_{kj}$, so $A_{ik}$ moves all of row
# $i$ of $C$, by $B_{kj}$ in column $j$. Its part is therefore $\sum_j dC_{ij}\, B_{kj}$. Which product of matrices is
# that? For $B_{kj}$ go the same way.
#
# **Predict:** for a layer $Z = WA$ notebook 05 had $dW = \frac1m\, dZ\, A^T$. Where will the $1/m$ be here?

# %% tags=["exercise"]
from helpers.operations import matmul_backward

# %%
matmul_backward = check(matmul_backward)

# %% [markdown]
# Not here: <!-- answer --> a product of matrices knows nothing of examples. The $1/m$ belongs to the cost, which is a
# mean, and it will come down from there as a part of $dC$. So in this notebook a column of $dZ$ is a slope of the cost;
# until now it was that of the loss of one example, $m$ times as large. <!-- derived -->
#
# As ever, the referee has the last word. If $J = \sum dC * C$, the gradient of $J$ with respect to $C$ is $dC$.

# %%
from helpers.gradient_check import numerical_gradient, relative_difference

rng = np.random.default_rng(1)
A, B, D = rng.normal(size=(3, 4)), rng.normal(size=(4, 2)), rng.uniform(1, 2, size=(3, 4))
for way, way_back, second in (
    (operations.add, add_backward, D),
    (operations.divide, divide_backward, D),
    (operations.matmul, matmul_backward, B),
):
    dC = rng.normal(size=way(A, second).shape)
    dA, dB = way_back(dC, A, second)
    nudged_A = numerical_gradient(lambda T, f=way, S=second, d=dC: np.sum(d * f(T, S)), A)
    nudged_B = numerical_gradient(lambda T, f=way, d=dC: np.sum(d * f(A, T)), second)
    gaps = relative_difference(dA, nudged_A), relative_difference(dB, nudged_B)
    print(way_back.__name__, "gaps:", *(f"{gap:.0e}" for gap in gaps))

# %% [markdown]
# ## The way back through broadcasting
#
# In $WA + b$ the column $b$, $(n, 1)$, is added to every column of an $(n, m)$ array. NumPy *broadcasts* it: it behaves
# as if there were $m$ copies. **Predict:** the derivative of `+` hands both inputs $dC$, $(n, m)$. What is the gradient
# of $b$?

# %%
b, dC = np.zeros((3, 1)), np.arange(12.0).reshape(3, 4)
_, part = add_backward(dC, np.zeros((3, 4)), b)
print("b is", b.shape, "but its part is", part.shape)

# %% [markdown]
# Copying is using a value more than once. So it is the sum over paths again: <!-- answer --> the gradient of $b$ is the
# sum of the gradients of its copies, along the axis where they stand, and $(n, 1)$ like $b$. That is the $\sum_i$ in
# $db = \frac1m \sum_i dz^{(i)}$ of notebook 04.
#
# NumPy does two things when it broadcasts. It puts new axes **in front** until both arrays have equally many, and it
# **stretches** axes of length 1. Undo both.

# %% tags=["exercise"]
from helpers.autodiff import unbroadcast

# %%
unbroadcast = check(unbroadcast)

# %%
for shape in ((3, 1), (1, 4), (4,), (), (3, 4)):
    print(f"{str(shape):7} {unbroadcast(dC, shape).tolist()}")

# %% [markdown]
# ## A node remembers its parents
#
# Where does the graph come from? From the computation itself. A `Node` holds a value, the operation that made it, and
# its parents. Python calls `__add__` for `+` and `__matmul__` for `@`, and these make a new node.

# %%
print(inspect.getsource(Node.__init__))
print(inspect.getsource(Node.__mul__))
print(source_of(apply))

# %% [markdown]
# So an expression of nodes computes its value as always, and the graph is a by-product. Put your three derivatives to
# work: from here on, `+`, `/` and `@` use them.

# %%
from helpers import nodes

nodes.ADD = nodes.ADD._replace(derivative=add_backward)
nodes.DIVIDE = nodes.DIVIDE._replace(derivative=divide_backward)
nodes.MATMUL = nodes.MATMUL._replace(derivative=matmul_backward)

x, y = Node(2.0), Node(1.0)
u = x + y
v = x * u
J = v * v
print(J.value, J.operation.name, [parent.value.item() for parent in J.parents])

# %% [markdown]
# From the last node all others can be reached, parent by parent. But in which order do we visit them on the way back?
# A node's gradient is complete only when **everything computed from it** has handed down its part. In the graph above,
# $u$ must be visited before $x$, although $x$ is also a parent of $v$.
#
# A **topological order** is a list in which every node stands after its parents. Read from its end, it is the order of
# the way back. There is an elegant way to get one: a node is put into the list when all of its parents are in it.
# Start from the last node, and visit each node only once: there may be far more paths than nodes.

# %% tags=["exercise"]
from helpers.autodiff import topological_order

# %%
topological_order = check(topological_order)

# %% [markdown]
# The nodes of the check were names. But anything can be a key of a dict, a `Node` too.

# %%
names = {x: "x", y: "y", u: "u", v: "v", J: "J"}
order = topological_order(J, parents_of(J))
print(*[names[node] for node in order])

# %% [markdown]
# **Predict:** is that the only topological order of this graph?

# %%
reordered = {node: parents[::-1] for node, parents in parents_of(J).items()}
print(*[names[node] for node in topological_order(J, reordered)])

# %% [markdown]
# No: <!-- answer --> $x$ and $y$ do not depend on each other, so either may be first. Both orders are right, and the
# check accepts all that are.

# %% [markdown]
# ## The way back, once and for all
#
# Written down in order, the graph is a **tape**: a list with one entry for each value, `(value, operation, parents)`,
# and the parents are given by their positions on the tape.

# %%
from helpers.nodes import tape

for position, (value, operation, parents) in enumerate(tape(order)):
    print(position, value, operation.name if operation else "input", parents)

# %% [markdown]
# Now the loop. It begins with $dJ = 1$ and goes from the last entry to the first. At each entry it asks the operation
# for its parts, and **adds** every part to the gradient of the parent that it belongs to. Nothing in it knows what a
# network is.

# %% tags=["exercise"]
from helpers.autodiff import backward

# %%
backward = check(backward)

# %%
gradients = backward(tape(order))
ax = plot_expression(order, {"x": x, "y": y}, gradients)

# %% [markdown]
# *Compare dx and dy with the two sums over paths.* <!-- alt: A graph from left to right: x = 2 and y = 1 lead to u = 3,
# x and u lead to v = 6, and v leads to J = 36. Orange arrows lead back, and below the boxes stand dJ = 1, dv = 12,
# du = 24, dx = 60 and dy = 24. -->
#
# 60 and 24, and each arrow was used once. Three of your functions make the whole machine:

# %%
def gradients_of(last, inputs):
    """Return the gradient of the node `last` with respect to each of the nodes `inputs`."""
    order = topological_order(last, parents_of(last))
    found = dict(zip(order, backward(tape(order)), strict=True))
    return [found[node] for node in inputs]


gradients_of(J, [x, y])

# %% [markdown]
# Now with an expression of your own. Change the line after `return`, run the cell, and step through it: forward, then
# back. Every argument has a slider.
#
# **Predict:** at which step is $dx$ complete?

# %%
from helpers.playgrounds.expression import play_expression


def expression(x, y):
    """Return a node, computed from nodes."""
    return apply(TANH, x * y) + x / y


play_expression(expression, topological_order, backward, x=1.0, y=2.0)

# %% [markdown]
# *Move the step, and look at which boxes have got their gradient.* <!-- alt: The inputs x = 1 and y = 2 and four empty
# boxes, u for x * y, v for tanh(u), w for x / y and J for the sum of v and w, joined by arrows; with sliders for the
# step, for x and for y. -->
#
# At the last step: <!-- answer --> $x$ is used in two places, and $dx$ appears when both have been visited. Try an
# expression in which one value is used three times, and one in which a gradient is 0.

# %% [markdown]
# ## Does it agree with your notebook 05?
#
# The cost of a network as an expression. You know it from notebook 05, straight from the logits: the mean over the
# examples of $\log(1 + e^{z}) - z y$. Here $z$ is **used twice**.

# %%
print(inspect.getsource(nodes.logits).split('"""')[2])
print(inspect.getsource(nodes.sigmoid_cost).split('"""')[2])

# %% [markdown]
# In notebooks 02 and 04 the way back went through $a$, until everything canceled and $dZ^{[L]} = A - Y$ was left.
# **Predict:** what are the two parts that meet at $Z$ now?

# %%
from helpers.activations import sigmoid

Z = Node(np.array([[2.0, -1.0, 0.5]]))
labels = np.array([[1, 0, 0]])
(dZ,) = gradients_of(sigmoid_cost(Z, labels), [Z])
print("from the graph ", dZ.round(6))
print("(A − Y) / m    ", ((sigmoid(Z.value) - labels) / 3).round(6))

# %% [markdown]
# The slope of $\log(1 + e^z)$ is $\sigma(z) = a$, and the slope of $-zy$ is $-y$. <!-- answer --> The sum over the two
# paths is $a - y$, and the $1/m$ came down from the mean. Nothing had to cancel: two operations and a `+`.
#
# Now the whole network: ten of them, with random sizes, against the `backward` of notebook 05.

# %%
from helpers import deep_network
from helpers.activations import RELU as RELU_OF_05
from helpers.autodiff import gradient_and_cost
from helpers.initialization import scaled
from helpers.nodes import logits
from helpers.operations import RELU

# %%
largest = 0.0
for seed in range(10):
    rng = np.random.default_rng(seed)
    sizes = [int(n) for n in rng.integers(1, 9, size=rng.integers(2, 7))]
    start = [(W, rng.normal(size=b.shape)) for W, b in scaled(sizes, rng)]
    some_X, some_Y = rng.normal(size=(sizes[0], 20)), rng.integers(0, 2, size=(sizes[-1], 20))
    ours, _ = gradient_and_cost(
        lambda p, X=some_X, Y=some_Y: sigmoid_cost(logits(X, p, RELU), Y), start, gradients_of
    )
    AL, caches = deep_network.forward(some_X, start, RELU_OF_05)
    theirs = deep_network.backward(AL, some_Y, caches, RELU_OF_05)
    for layer, other in zip(ours, theirs, strict=True):
        largest = max(largest, *map(relative_difference, layer, other))
print(f"largest difference: {largest:.0e}")

# %% [markdown]
# Below $10^{-12}$ every time: <!-- claim: 09-agree --> the same gradient, up to rounding. And the network with the skip
# connection from the top, which notebook 05 could not do? There is nobody to compare with, except the referee.

# %%
from helpers.gradient_check import numerical_gradients


def logits_with_skip(X, parameters):
    """Return the node of Z of the last layer; the second layer adds what it reads."""
    (W1, b1), (W2, b2), (W3, b3) = parameters
    A1 = apply(TANH, W1 @ X + b1)
    A2 = A1 + apply(TANH, W2 @ A1 + b2)
    return W3 @ A2 + b3


def cost_with_skip(parameters):
    """Return the node of its cost on the examples X, Y."""
    return sigmoid_cost(logits_with_skip(X, parameters), Y)


# %%
arrays = [node.value for node in inputs.values()]
pairs = list(zip(arrays[::2], arrays[1::2], strict=True))
found, _ = gradient_and_cost(cost_with_skip, pairs, gradients_of)
nudged = numerical_gradients(lambda p: float(cost_with_skip(p).value), pairs)
for l, (ours, theirs) in enumerate(zip(found, nudged, strict=True), 1):
    gaps = map(relative_difference, ours, theirs)
    print(f"layer {l}: gaps", *(f"{gap:.0e}" for gap in gaps))

# %% [markdown]
# Well below 1e-6: the gradient of a network for which nobody has derived one.

# %% [markdown]
# ## An operation of your own
#
# What if an expression needs an operation that the list does not have? Then you write its two functions, and the rest
# of the machine takes it from there. For ten classes notebook 06 used softmax and the cross-entropy. Straight from the
# logits, its cost is the mean over the examples of
#
# $$\log \sum_k e^{z_k} \; - \; \sum_k z_k y_k$$
#
# The second half is a product and a sum, which are there. The first half is new. Its value is easy, once the largest
# $z$ is taken out so that nothing overflows:

# %%
print(source_of(operations.log_sum_exp))

# %% [markdown]
# Its derivative is yours. Mind the shapes: $C$ and $dC$ have one row, $Z$ has $n$.

# %% tags=["exercise"]
from helpers.operations import log_sum_exp_backward

# %%
log_sum_exp_backward = check(log_sum_exp_backward)

# %% [markdown]
# An `Operation` puts the two side by side, and `apply` turns it into a node. Here is your own, at work in the cost.
#
# **Predict:** what is $dZ$ this time?

# %%
from helpers.operations import TOTAL, Operation
from helpers.softmax import softmax

LOG_SUM_EXP = Operation("logsumexp", operations.log_sum_exp, log_sum_exp_backward)


def softmax_cost(Z, Y):
    """Return the node of the cost, the mean of log Σ eᶻ − Σ z y; Y is one-hot."""
    return (apply(TOTAL, apply(LOG_SUM_EXP, Z)) - apply(TOTAL, Z * Y)) / Y.shape[1]


Z = Node(np.array([[2.0, 1000.0], [1.0, -3.0], [0.0, 999.0]]))
one_hot_labels = np.array([[0, 1], [1, 0], [0, 0]])
(dZ,) = gradients_of(softmax_cost(Z, one_hot_labels), [Z])
np.allclose(dZ, (softmax(Z.value) - one_hot_labels) / 2)

# %% [markdown]
# $(A - Y)/m$ once more: <!-- answer --> the derivative of log-sum-exp is the softmax. The formula has turned up
# again, and nobody put it in.

# %% [markdown]
# ## Train with it
#
# Gradient descent does not care who computes the gradient. The petals of notebook 04, with a network of two hidden
# layers:

# %%
from helpers.datasets import load_planar
from helpers.gradient_descent import train

petals = load_planar("petals")
X, Y = petals.X_train, petals.Y_train
start = scaled([2, 8, 8, 1], np.random.default_rng(0), gain=1)


def by_graph(parameters):
    """Return (gradients, cost) of the plain network, from your graph."""
    return gradient_and_cost(lambda p: sigmoid_cost(logits(X, p), Y), parameters, gradients_of)


trained, costs = train(start, by_graph, 0.3, 500)
print(f"cost {costs[0]:.4f} -> {costs[-1]:.4f}")

# %% [markdown]
# And the network with the skip connection, from the same start:

# %%
with_skip, _ = train(
    start, lambda p: gradient_and_cost(cost_with_skip, p, gradients_of), 0.3, 500
)

# %%
from helpers.figures.boundaries import plot_boundaries

outputs = {
    "two hidden layers": lambda X: sigmoid(logits(X, trained).value),
    "with a skip connection": lambda X: sigmoid(logits_with_skip(X, with_skip).value),
}
axes = plot_boundaries(outputs, petals.X_test, petals.Y_test, columns=2)

# %% [markdown]
# *Both networks on the 400 test points. <!-- derived --> Look where the black borders differ.* <!-- alt: Two pictures
# of eight petals, circles and triangles alternating. In both, black lines cut the plane into sectors that follow most
# of the petals. -->

# %%
from helpers.figures.tables import column
from helpers.metrics import accuracy

for name, output in outputs.items():
    right = accuracy((output(petals.X_test) > 0.5).astype(int), petals.Y_test)
    print(f"{column(name)}: test accuracy {right:.3f}")

# %% [markdown]
# Both learn the petals: on ten draws of the petals and of the start, each is right on at least 80 % of the test
# points. <!-- claim: 09-petals --> Whether the skip is worth it is another question, for deeper networks than this one.

# %% [markdown]
# ### The photographs
#
# Now something larger: the ten kinds of clothes of notebook 06, with a hidden layer of 64 ReLU units, three epochs of
# mini-batches, and your own log-sum-exp in the cost. 8,000 photographs are for training and 2,000 for validation; the
# test set stays closed.

# %%
from helpers.classifier import class_accuracy
from helpers.classifier import gradient_and_cost as by_hand
from helpers.datasets import load_fashion
from helpers.gradient_descent import train_in_batches
from helpers.images import flatten_images
from helpers.softmax import one_hot

fashion = load_fashion()
P, L = flatten_images(fashion.images_train) / 255, one_hot(fashion.Y_train, 10)


def photographs_by_graph(X, Y, parameters):
    """Return (gradients, cost) of one mini-batch, from your graph."""
    return gradient_and_cost(
        lambda p: softmax_cost(logits(X, p, RELU), Y), parameters, gradients_of
    )


# %%
begin = scaled([784, 64, 10], np.random.default_rng(0))
runs = {}
for name, step in (("graph", photographs_by_graph), ("by hand", by_hand)):
    rng = np.random.default_rng(0)
    runs[name] = train_in_batches(P[:, :8000], L[:, :8000], begin, step, 64, 0.1, 3, rng)
    right = class_accuracy(P[:, 8000:], fashion.Y_train[:, 8000:], runs[name][0])
    print(
        f"{column(name)}: validation accuracy {right:.3f}, last cost {runs[name][1][-1]:.12f}"
    )

# %% [markdown]
# The hand-written gradient of notebook 06 gives the same network. About four photographs in five are
# right, <!-- claim: 09-photographs --> after three short epochs.

# %%
from helpers.figures.images import plot_images
from helpers.softmax import classes

answers = classes(logits(P[:, 8000:8016], runs["graph"][0], RELU).value)
truth = fashion.Y_train[0, 8000:8016]
titles = [
    f"{fashion.classes[k]}\n{fashion.classes[y]}"
    for k, y in zip(answers[0], truth, strict=True)
]
axes = plot_images(fashion.images_train[8000:8016], titles)

# %% [markdown]
# *Sixteen photographs of clothes from the validation part, two rows of eight, above each the answer of the network that
# your graph has trained, and below that what it is. Where do the two differ?*

# %% [markdown]
# ### What does it cost?
#
# Comfort has a price. The graph makes a node for every operation, and it computes gradients that nobody asked for:
# of $X$, of $Y$, of the number $m$.
#
# **Predict:** by which factor is a step slower than the hand-written one, in a tiny network and in a wide one?

# %%
import matplotlib.pyplot as plt

from helpers.activations import TANH as TANH_OF_05
from helpers.speed.measuring import compare

widths, ratios = (4, 16, 64, 256), []
for width in widths:
    wide = scaled([2, width, width, 1], np.random.default_rng(0), gain=1)
    taken = compare(
        {
            "graph": lambda p=wide: by_graph(p),
            "by hand": lambda p=wide: deep_network.gradient_and_cost(X, Y, p, TANH_OF_05),
        },
        rounds=3,
    )
    ratios.append(taken["graph"] / taken["by hand"])

# %%
_, ax = plt.subplots(figsize=(5, 3))
ax.plot(widths, ratios, "o-")
ax.axhline(1, color="0.6", linewidth=0.8)
_ = ax.set(xscale="log", ylim=(0, None), xlabel="units in each hidden layer")
_ = ax.set(ylabel="time of the graph / by hand", xticks=widths, xticklabels=widths)
ax.minorticks_off()

# %% [markdown]
# *The time of one step with your graph, divided by the time of the hand-written step, over the width of the hidden
# layers. The gray line is 1. How far above it is your machine on the left, and on the right?* <!-- alt: A line with
# four points over 4, 16, 64 and 256 units in each hidden layer: the ratio of the times of the graph and of the
# hand-written step. A gray line marks 1. -->

# %%
batch, labels = P[:, :64], L[:, :64]
taken = compare(
    {
        "graph": lambda: photographs_by_graph(batch, labels, begin),
        "by hand": lambda: by_hand(batch, labels, begin),
    }
)
print(f"photographs: {taken['graph'] / taken['by hand']:.1f} times the time by hand")

# %% [markdown]
# In a tiny network the bookkeeping of Python is what you pay for, in a wide one the additional arrays and
# products. <!-- answer --> The two factors depend on your machine. On the photographs the largest waste has a name:
# $dX = W^{[1]T} dZ^{[1]}$, as large a product as the first layer itself, and nobody needs it. Libraries let you say so:
# PyTorch calls it `requires_grad=False`, and it is the default for data.

# %% [markdown]
# ## Bug clinic
#
# Three slips that are easily made in a library of this kind. None of them raises an error.
#
# **First patient.** Its way back through any number of plain layers, `apply(TANH, W @ A + b)`, is right. **Predict** on
# which expressions it is wrong.

# %% tags=["exercise"]
from helpers.autodiff import backward as repair_paths

# %%
repair_paths = check(repair_paths)

# %% [markdown]
# On all in which a value is used more than once: <!-- answer --> the last part replaces the others. Until now you have
# seen that in a skip connection and in $z$ of the cost. (A bias is one value used once; its copies are made inside of
# `+`, and `unbroadcast` adds them up.)
#
# **Second patient.** A topological order that works as long as no value is used twice. <!-- derived --> It puts every
# node in front of the one that led to it.

# %% tags=["exercise"]
from helpers.autodiff import topological_order as repair_order

# %%
repair_order = check(repair_order)

# %% [markdown]
# **Third patient.** Right for numbers. With arrays it often goes unnoticed, because NumPy broadcasts what has the
# wrong shape once more, and the cost even falls. <!-- claim: 09-unbroadcast -->

# %% tags=["exercise"]
from helpers.autodiff import backward as repair_broadcast

# %%
repair_broadcast = check(repair_broadcast)

# %% [markdown]
# ## The same in PyTorch
#
# You have built a small library. The large ones do the same, on graphics cards, with thousands of
# operations. <!-- derived --> What is different is mostly names, and one convention: **rows are examples.** A layer
# computes $A = g(X W^T + b)$ there. The weights are stored as yours are, (units, units before), so it is the layer that
# transposes them. $b$ has a single axis there, one number for each unit. Such a shape is written with a comma: `(5,)`.
#
# Take 6 features, layers of 4 and 3 units, and 200 examples. Which shape has each array?

# %% tags=["exercise"]
from helpers.exercises.autodiff.rows_shapes import answers as rows_shapes

# %%
rows_shapes = check(rows_shapes=rows_shapes)

# %% [markdown]
# | here | shape | in PyTorch | shape |
# | --- | --- | --- | --- |
# | `X`, columns are examples | $(n_x, m)$ | `X`, rows are examples | $(m, n_x)$ |
# | `Y` | $(n_y, m)$ | target | $(m, n_y)$ |
# | `W` | $(n^{[l]}, n^{[l-1]})$ | `layer.weight` | $(n^{[l]}, n^{[l-1]})$ |
# | `b` | $(n^{[l]}, 1)$ | `layer.bias` | $(n^{[l]},)$ |
# | `W @ A + b` | $(n^{[l]}, m)$ | `torch.nn.Linear`: `A @ W.T + b` | $(m, n^{[l]})$ |
# | `dW`, `db` | as `W`, `b` | `layer.weight.grad`, `layer.bias.grad` | as there |
# | `Node` | | `torch.Tensor` | |
# | an input whose gradient is wanted | | `requires_grad=True` | |
# | `operation`, `parents` | | `tensor.grad_fn`, `grad_fn.next_functions` | |
# | `backward(tape(order))` | | `loss.backward()` | |
# | `Operation(value, derivative)` | | `torch.autograd.Function` with `forward`, `backward` | |
# | `sigmoid_cost(Z, Y)` | a number | `torch.nn.BCEWithLogitsLoss()(Z, Y)` | a number |
# | `softmax_cost(Z, Y)`, one-hot | a number | `torch.nn.CrossEntropyLoss()(Z, labels)` | a number |
# | `update(parameters, gradients, α)` | | `torch.optim.SGD(..., lr=α)`, `optimizer.step()` | |
# | float64 | | float32, unless you ask for float64 | |

# %% [markdown]
# Read the table from right to left, too, when you meet PyTorch code. (For several outputs, `BCEWithLogitsLoss` divides
# by $n_y$ as well. With one output both costs are the same.) Bring the data and the start over.

# %% tags=["exercise"]
from helpers.rows import to_rows

# %%
to_rows = check(to_rows)

# %% [markdown]
# One layer in both conventions, as a test.

# %%
(W, b), *_ = start
rows, targets, turned = to_rows(X, Y, start)
V, c = turned[0]
print(rows.shape, targets.shape, V.shape, c.shape)
print("the same layer, transposed:", np.allclose(rows @ V.T + c, (W @ X + b).T))

# %% [markdown]
# Here is the training of the plain network as one writes it in PyTorch. Find your own steps in it: the layers, the
# cost from the logits, the way back, the update. One line has no counterpart: `optimizer.zero_grad()`. In PyTorch the
# gradients of a parameter are added to what is there from the step before, by the same `+=` as in your `backward`.

# %%
from helpers.experiments import pytorch, stored

print(inspect.getsource(pytorch.torch_losses).split('"""')[2])

# %% [markdown]
# PyTorch is large, and this course does not need it, so it is optional: `pip install "torch>=2.2"`. Without it, the
# next cell takes the losses that we have stored from a run with PyTorch 2.13, and says so.
#
# **Predict:** after 500 steps in two libraries, how far apart are the losses?

# %%
try:
    losses = pytorch.torch_losses(rows, targets, turned, 0.3, 500)
    print("PyTorch ran here.")
except ImportError:
    losses = stored("pytorch")[0]["losses"]
    print("PyTorch is not installed: these are stored losses.")
gap = np.max(np.abs(np.array(losses) - costs))
print(f"first {losses[0]:.12f}, last {losses[-1]:.12f}, largest difference {gap:.0e}")

# %%
from helpers.figures.curves import plot_costs

ax = plot_costs({"your graph": costs, "": losses[::25]})
ax.lines[1].set(xdata=range(0, 500, 25), linestyle="", marker="o")
_ = ax.annotate("PyTorch, every 25th step", (100, losses[100]), (140, 0.55), color="C1")

# %% [markdown]
# *The cost of 500 steps: a line for your graph, and a dot for every 25th loss of PyTorch. Look for a dot that is not
# on the line.* <!-- alt: A falling line, the cost of the network trained with the graph, from 0.71 to about 0.26 in 500
# iterations. Dots, every 25th loss of PyTorch, all lie on the line. -->
#
# By less than $10^{-12}$, for each of the three starts that are stored: <!-- claim: 09-pytorch --> <!-- answer --> only
# the order of additions differs, in the last digits. That lasts as long as the steps are stable. At this rate your
# graph and the hand-written gradient stay as close for 500 steps, on ten draws of the petals. With a learning rate of
# 1.0 the cost jumps upward now and then, and on 13 of 18 draws rounding errors have grown beyond $10^{-12}$ by the
# end. <!-- claim: 09-unstable -->

# %% [markdown]
# ## Where to go next
#
# You know now what happens inside of a deep learning library. What you have not seen is mostly *more*: operations,
# data, hardware. Some directions, each with a first step.
#
# - **PyTorch itself.** Rewrite the photographs of this notebook in PyTorch: `DataLoader` is `mini_batches`,
#   `CrossEntropyLoss` is your log-sum-exp cost.
# - **Pictures.** Convolutional networks need one more operation, a weighted sum over patches. Write it, with its
#   derivative, and put it into the graph.
# - **Sequences.** A recurrent network is a loop around a layer, and your graph follows any loop. Transformers are made
#   mostly of products of matrices, skip connections and softmax. Your graph lacks the transpose and softmax: add them.
# - **JAX** goes another way: its `grad` takes a *function* and returns the function that computes the gradient.
# - **Second derivatives.** Let `backward` compute with nodes instead of arrays. Then a gradient has a graph, too.

# %% [markdown]
# ## Summary
#
# - A slope is a sum over paths: multiply along a path, add up the paths. The way back shares the work, so that every
#   arrow is used once.
# - An operation is a value beside its derivative. The derivative takes $dC$ and returns a gradient for each input.
# - Broadcasting copies, and on the way back the gradients of the copies are added up.
# - A node remembers its parents. In a topological order every node stands after its parents; the way back reads it
#   from its end.
# - $A - Y$ need not be derived: it is the sum over two paths from $z$ to the cost.
# - The graph agrees with the hand-written gradient, and with PyTorch, up to rounding. It costs time, but no derivation.

# %% [markdown]
# ## Try it yourself
#
# - Leave out the gradients that nobody needs: go through the tape once, mark what depends on a parameter, and skip the
#   rest in `backward`. How does the factor on the photographs change?
# - Add an operation `EXP`, and build tanh from it with `+`, `-` and `/`. Does it agree with `TANH`? What happens at
#   $x = 1000$?
# - Build a tanh network with 30 hidden layers of 10 units, with and without skip connections. Compare the size of $dW$
#   in the first layer (notebook 05 showed why it fades).
# - A chain of 5,000 operations breaks a recursive `topological_order`. Write one with a list in place of the recursion.
# - The gradient with respect to $X$ is there for free: change a photograph, step by step, until the network takes a
#   sneaker for a bag.

# %% [markdown]
# ## Where this comes from
#
# - R. E. Wengert (1964), "A simple automatic derivative evaluation program", *Communications of the ACM* 7: a list of
#   operations beside their derivatives, the tape, followed forward.
# - S. Linnainmaa (1976), "Taylor expansion of the accumulated rounding error", *BIT* 16 (from his thesis of 1970): the
#   way back.
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), "Learning representations by back-propagating errors",
#   *Nature* 323: the same for networks.
# - A. Griewank, A. Walther (2008), *Evaluating Derivatives*, 2nd edition, SIAM: the book on the subject.
# - A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind (2018), "Automatic differentiation in machine learning:
#   a survey", *Journal of Machine Learning Research* 18.
# - A. Paszke and others (2019), "PyTorch: an imperative style, high-performance deep learning library", *NeurIPS*. A.
#   Karpathy's micrograd (2020) is such a library in about a hundred lines, for numbers.

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
