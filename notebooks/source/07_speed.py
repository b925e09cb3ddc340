# %% [markdown]
# # Speed: how close to the machine's limit
#
# Your networks are right. Are they also fast? This notebook does not ask for a faster machine. It measures what this
# one can do at best, measures your training step beside it, and closes the gap, one reason at a time. At the end it
# goes past the limit, with a page of mathematics.
#
# Plan for about 45 minutes. All times are measured while you read, on your machine: processor time of one thread, the
# median of several rounds in which the competitors take turns. Yours differ from anyone else's. Stuck? `hint(flops)`.
#
# ## What you will build
#
# A training step that makes no new array. Here is the goal, the course's own, beside the clear step of
# `05_deep_network`, on 2,000 photographs of clothes.

# %%
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one thread; must be said before NumPy is imported

import numpy as np

print("NumPy", np.__version__, "with one thread of", os.cpu_count())

# %% [markdown]
# The photographs, a start, and the clear step:

# %%
from helpers import deep_network
from helpers.datasets import load_fashion
from helpers.exercises.speed import check, hint
from helpers.gradient_descent import update
from helpers.images import flatten_images
from helpers.initialization import scaled
from helpers.softmax import one_hot

data, sizes, m = load_fashion(), (784, 128, 64, 10), 2000
X = flatten_images(data.images_train[:m]) / 255
Y = one_hot(data.Y_train[:, :m], 10)
start = scaled(sizes, np.random.default_rng(0))


def clear_step():
    AL, caches = deep_network.forward(X, start)
    deep_network.cost(AL, Y)
    update(start, deep_network.backward(AL, Y, caches), 0.1)


# %%
from helpers.figures.roofline import plot_climb
from helpers.speed.measuring import compare, matrix_products
from helpers.speed.steps import make_buffers
from helpers.speed.steps import step as goal
from helpers.speed.training import own

weights, memory = own(start), make_buffers(start, m)
goals = {"clear": clear_step, "goal": lambda: goal(X, Y, weights, memory, 0.1)}
times = compare({**goals, "products only": matrix_products(sizes, m)})
ax = plot_climb({name: times[name] for name in goals}, times["products only"])

# %% [markdown]
# *Two bars, milliseconds for one step: the clear step and, shorter, the goal. A dotted line marks the time of the
# matrix products alone, which no step can do without.*
#
# The clear step is not bad: vectorization has done most of the work. What is left is the distance to the dotted line.

# %% [markdown]
# ## How much work is a step?
#
# A product of a $(p, q)$ and a $(q, r)$ matrix has $p\,r$ entries, each a sum of $q$ products: $q$ multiplications and
# $q$ additions, $2pqr$ operations in all. Layer $l$ needs three such products,
#
# $$W^{[l]} A^{[l-1]}, \qquad dZ^{[l]} A^{[l-1]T}, \qquad W^{[l]T} dZ^{[l]},$$
#
# and each of them has $2\, n^{[l]} n^{[l-1]} m$ operations: the same three numbers are multiplied, in another order.
# The first layer has no use for the third, since nobody trains $X$. Everything else, activations, biases, updates,
# touches each entry once or twice.
#
# **Predict** how many operations one step of 784-128-64-10 with 2,000 examples has: a million, a billion, a trillion?
#
# **Exercise.** `flops(layer_sizes, m)`.

# %% tags=["exercise"]
from helpers.speed.counting import flops

# %%
flops = check(flops)

# %%
work = flops(sizes, m)
print(f"{work / 1e9:.2f} billion operations a step")

# %% [markdown]
# About a billion. At which rate did the two steps above work? Divide by their times.

# %%
for name, taken in times.items():
    print(f"{name:14} {work / taken / 1e9:6.1f} billion operations a second")

# %% [markdown]
# ## Two limits
#
# A processor has two speeds. One is that of its **arithmetic**: a product of two large square matrices, written into
# memory that is there already, shows it. The other is that of its **memory**: a sweep over millions of numbers that do
# not fit into the caches shows it.
#
# **Predict**: how many operations must be done with each byte so that memory is not what you wait for?

# %%
from helpers.speed.measuring import bandwidth, matmul_limit

limit, stream = matmul_limit(), bandwidth()
print(f"arithmetic {limit / 1e9:.1f} billion operations a second")
print(f"memory {stream / 1e9:.1f} billion bytes a second")
print(f"balanced at {limit / stream:.1f} operations a byte")

# %% [markdown]
# Let $I$, the *intensity*, be the number of operations for each byte that is moved. No program is faster than
#
# $$\min(\text{arithmetic},\; I \cdot \text{memory}).$$
#
# Drawn over $I$ with logarithmic axes this is a slope that ends in a flat: the **roofline**. Where does your step
# stand? Its products move every operand once at least.

# %%
from helpers.figures.roofline import plot_roofline
from helpers.speed.counting import moved

intensity = work / moved(sizes, m)
points = {
    "clear": (intensity, work / times["clear"]),
    "goal": (1.6 * intensity, work / times["goal"]),
}
small = np.ones((1000, 1000))
sweep = compare({"relu": lambda: np.maximum(small, 0)})["relu"]
ax = plot_roofline(limit, stream, {**points, "relu": (1 / 16, small.size / sweep)})

# %% [markdown]
# *The roof rises with the operations done for each byte, then is flat. A ReLU by itself lies far to the left, near the
# slope of the memory. The clear step and the goal lie to the right under the flat part, the goal closer to it (it is
# drawn a little to the side, so that both can be seen).*
#
# On the right arithmetic decides, on the left memory. And there is a third limit that no roofline shows: a call of a
# NumPy function takes about a millionth of a second, however little there is to do.
#
# **Exercise.** For each operation, in float64: is its limit `"arithmetic"`, `"memory"` or the `"call"`?

# %% tags=["exercise"]
from helpers.exercises.speed.limits import answers as limits

# %%
limits = check(limits=limits)

# %% [markdown]
# ## The first steps of the climb
#
# Two things in the clear step are not needed. It computes $dA^{[0]} = W^{[1]T} dZ^{[1]}$, a product as large as any
# other, and throws it away. And it computes the cost at every step, though nobody looks at every cost.
#
# **Predict** what share of the time each of them takes. The count of operations knows about one of the two.


# %%
def without_first():
    AL, caches = deep_network.forward(X, start)
    deep_network.cost(AL, Y)
    update(start, deep_network.gradients_from(deep_network.errors(AL, Y, caches), caches), 0.1)


def no_cost():
    AL, caches = deep_network.forward(X, start)
    update(start, deep_network.gradients_from(deep_network.errors(AL, Y, caches), caches), 0.1)


climb = {"clear": clear_step, "without dA0": without_first, "without the cost": no_cost}
ax = plot_climb(compare(climb))

# %% [markdown]
# *Three bars: the clear step, the same without dA0, which is clearly shorter, and the same without dA0 and the cost,
# which can hardly be told from the second on a quiet machine.*
#
# The cost looks at ten rows of outputs only, and the products at hundreds: beside them it is nothing. In a small
# network it is a good part of a step.

# %% [markdown]
# ## Memory that is there already
#
# `Z = W @ A + b` makes two new arrays: one for the product, one for the sum. Each has to be found, filled for the
# first time, and given back. `np.dot(W, A, out=Z)` and `np.add(Z, b, out=Z)` write into a `Z` made once, before
# training. So do `Z += b` and `dA *= ...`, which change the array on their left.
#
# Until now, changing the caller's arrays was a mistake. In a training step it is the point.
#
# **Predict**: `a = np.ones(3)`, `c = a`, `a *= 2`. What is `c`? And after `a = a * 2` instead?
#
# **Exercise.** Back through a ReLU, in the memory of `dA`.

# %% tags=["exercise"]
from helpers.speed.in_place import relu_backward

# %%
relu_backward = check(relu_backward)

# %% [markdown]
# Does it give the numbers of the clear way, and what does it save?

# %%
from helpers.activations import relu_derivative, sigmoid

rng = np.random.default_rng(1)
Z, dA = rng.normal(size=(2, 128, 2000))
print(np.array_equal(relu_backward(dA.copy(), Z), dA * relu_derivative(Z)))
ways = {
    "dA * relu_derivative(Z)": lambda: dA * relu_derivative(Z),
    "in place": lambda: relu_backward(dA, Z),
}
ways["np.where"] = lambda: np.where(Z >= 0, dA, 0)
ax = plot_climb(compare(ways))
_ = ax.set_xlabel("milliseconds")

# %% [markdown]
# *Three bars for the way back through a ReLU on 128 by 2,000 numbers: by the derivative as an array, in place, and by
# np.where. In place is the shortest, np.where by far the longest.*

# %% [markdown]
# ### Bug clinic: the update that does nothing
#
# `repair_update` should move the parameters in place. It raises no error, the training runs, and the cost stays where
# it is. **Predict** which object `W` names after its line in the loop.

# %% tags=["exercise"]
from helpers.speed.steps import update as repair_update

# %%
repair_update = check(repair_update)

# %% [markdown]
# ## A step without new arrays
#
# Now the whole step. Every layer gets its buffers once, `(Z, A, dZ, dW, db)`. The way forward is given: it fills `Z`
# and `A`. An activation comes as a pair that works in place: `value(Z, A)` fills `A`, and `slope(Z, A)` turns `Z`,
# which nobody needs any more, into $g'(Z)$.

# %%
import inspect

from helpers.speed.in_place import RELU, SIGMOID
from helpers.speed.steps import forward

print(inspect.getsource(forward).split('"""')[2])

# %% [markdown]
# Back, the factor $\alpha/m$ can be put in once, at the top, where $dZ$ is smallest:
#
# $$dZ^{[L]} = \tfrac{\alpha}{m}(A^{[L]} - Y), \qquad dW^{[l]} = dZ^{[l]} A^{[l-1]T}, \qquad
# dZ^{[l-1]} = W^{[l]T} dZ^{[l]} * g'(Z^{[l-1]}).$$
#
# The recursion is linear, so the factor travels down by itself, and $W - dW$ is the whole update. Shapes are as ever:
# $dZ^{[l]}$ is $(n^{[l]}, m)$, $dW^{[l]}$ is $(n^{[l]}, n^{[l-1]})$.
#
# **Predict** what goes wrong when `W -= dW` comes before $W^T dZ$.
#
# **Exercise.** The step. The check compares the parameters after two steps, and it counts the bytes of every array
# that your function makes: there should be none.

# %% tags=["exercise"]
from helpers.speed.steps import step

# %%
step = check(step)

# %% [markdown]
# Same numbers? The referee once more: the numerical gradient of a small network, and then a hundred steps of both.

# %%
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import cost

tiny = scaled((3, 4, 1), rng)
x, y = rng.normal(size=(3, 5)), np.array([[1, 0, 1, 1, 0]])
slopes = numerical_gradients(lambda p: cost(deep_network.forward(x, p)[0], y), tiny)
moved_on, memory_tiny = own(tiny), make_buffers(tiny, 5)
step(x, y, moved_on, memory_tiny, 1.0)
relative_difference(tiny[0][0] - moved_on[0][0], slopes[0][0])

# %%
few, few_labels = X[:, :300], Y[:, :300]
clear, _ = deep_network.train_deep(few, few_labels, start, 0.1, 100)
fast, memory_few = own(start), make_buffers(start, 300)
for _ in range(100):
    step(few, few_labels, fast, memory_few, 0.1)
losses = [cost(deep_network.forward(few, p)[0], few_labels) for p in (clear, fast)]
print(
    f"costs {losses[0]:.12f} and {losses[1]:.12f},",
    f"agree to 1e-9: {np.isclose(*losses, rtol=1e-9)}",
)

# %% [markdown]
# ## Layout, mini-batches, digits
#
# Three choices are left, and none of them changes a line of your step.
#
# - **Layout.** `X` is $(n_x, m)$, but which numbers are neighbors in memory? In NumPy's usual order those of a row.
#   `np.ascontiguousarray(X.T).T` has the same shape with each example's numbers side by side.
# - **Mini-batches.** With 250 examples at a time all buffers fit into the caches. (They also take eight steps where
#   the full batch takes one, which is what `06_hyperparameters` liked about them.)
# - **Digits.** `float32` numbers have 7 digits instead of 16 and take half of the memory; the processor works on
#   twice as many at a time.
#
# **Predict** the factor of each. All bars are for 2,000 examples, so eight small steps stand against one large one.


# %%
def ready(size, dtype=float, order=np.ascontiguousarray):
    """Return a function that steps through all m examples, `size` at a time."""
    parts = range(0, m, size)
    batches = [
        (order(X.T[s : s + size].astype(dtype)).T, Y[:, s : s + size].astype(dtype))
        for s in parts
    ]
    weights = [(W.astype(dtype), b.astype(dtype)) for W, b in start]
    memory = make_buffers(weights, size)
    return lambda: [step(x, y, weights, memory, 0.001) for x, y in batches]


climb["without new arrays"] = ready(m, order=np.asfortranarray)
climb["example after example"] = ready(m)
climb["250 at a time"] = ready(250)
climb["float32"] = ready(250, np.float32)

# %%
measured = compare({**climb, "products": matrix_products(sizes, m)})
products = measured.pop("products")
ax = plot_climb(measured, products)

# %% [markdown]
# *The climb: a bar for each step from the clear version down to float32, and a dotted line where the matrix products
# alone are, in float64. Leaving out dA0 and new arrays brings the bars near the line; layout and mini-batches change
# little here; float32 goes to about half.*
#
# float32 is below the dotted line because it is not the same work: fewer digits. A gradient is rough anyway, and
# training rarely needs the last nine. But never compare float32 runs digit by digit: rounding differs between machines
# and grows from step to step.

# %%
work_points = {
    "clear": (intensity, work / measured["clear"]),
    "yours": (1.6 * intensity, work / measured["example after example"]),
    "float32": (4 * intensity, work / measured["float32"]),
}
ax = plot_roofline(limit, stream, work_points)

# %% [markdown]
# *The roofline for float64 with three points under or at its flat part: the clear step, your step without new arrays,
# and your step in float32, which stands above the float64 roof (points are moved apart sideways to be told apart).*

# %% [markdown]
# Choose a network and its examples: the matrix products of one step are measured while you look.
#
# **Predict:** with a single example, on which side of the roof are they? And how many examples bring them over the
# ridge?

# %%
from helpers.playgrounds.roofline import play_roofline

play_roofline(limit, stream, flops)

# %% [markdown]
# *The roofline with a blue dot for the measured products of 784-128-10 with 64 examples and an orange bar for the roof
# above it, and sliders for the hidden layers, their units and the examples.*
#
# One example at a time makes every product a sweep over $W$, and memory decides. That is what mini-batches are for.
# With few units in addition even memory does not explain it any more: then the calls do.

# %% [markdown]
# ### Threads
#
# A machine with two cores could be twice as fast. **Predict** whether it is, for a product of 768 by 768, and for one
# of 32 by 32. Here the clock on the wall counts, and each measurement is a new process.

# %%
from helpers.speed.measuring import wall_with_threads

for n in (32, 768):
    one, two = wall_with_threads(1, n), wall_with_threads(2, n)
    print(
        f"{n:4}: one thread {1e3 * one:.3f} ms, two threads {1e3 * two:.3f} ms,",
        f"ratio {one / two:.2f}",
    )

# %% [markdown]
# For large matrices two threads come near to 2 where a second core is free, and to 1 or less where it is busy. Small
# ones gain nothing: handing out the work takes longer than the work.

# %% [markdown]
# ### Beside PyTorch
#
# PyTorch is written in C++ by many people over many years. Where it is installed, the same step, with the same numbers,
# one thread, float64:

# %%
from helpers.speed.peers import torch_step

theirs = torch_step(X, Y, start, 0.001)
if theirs is None:
    print(
        "PyTorch is not installed here: the bars are yours alone. To have it: pip install torch"
    )
race = {"yours": climb["example after example"], "clear": clear_step}
ax = plot_climb(compare({**race, "PyTorch": theirs} if theirs else race), products)

# %% [markdown]
# *Bars for your step, the clear step, and PyTorch's step where it is installed, with the limit of the products as a
# dotted line.*
#
# There is no magic in it: the time is in the products, and those are the same. PyTorch computes gradients of anything
# you write and runs on graphics processors. For this network on this processor, you know all that it knows.

# %% [markdown]
# ## Past the limit
#
# Can a step be faster than its matrix products? Yes: by having other products. Take the 12,288 numbers of a color
# picture and only 209 pictures. Each step of gradient descent moves $w$ by
#
# $$dw = \frac{1}{m} X\, dZ^T, \qquad (12288, 209) \cdot (209, 1).$$
#
# Whatever $dZ$ is, this is a sum of examples, each with a factor. From $w = 0$, $w$ never leaves the **span** of the
# 209 examples: $w = X s$ with $s$ of shape $(m, 1)$, at every step. Put it in:
#
# $$Z = w^T X + b = s^T (X^T X) + b = s^T G + b, \qquad G = X^T X, \quad (209, 209),$$
#
# $$w - \tfrac{\alpha}{m} X dZ^T = X s - \tfrac{\alpha}{m} X dZ^T = X \left(s - \tfrac{\alpha}{m} dZ^T\right).$$
#
# So $s$ moves by $\frac{\alpha}{m} dZ^T$, and $X$ is not needed any more until the very end. This is not gradient
# descent on $s$, whose gradient would have a $G$ more; it is the old descent, written in $s$.
#
# `sigmoid` and `cost` are at hand.
#
# **Predict** the factor in operations: $2 \cdot 2 \cdot n_x m$ for a step with $X$, and with $G$?
#
# **Exercise.** `descend_in_span(G, Y, learning_rate, iterations)`.

# %% tags=["exercise"]
from helpers.speed.span import descend_in_span

# %%
descend_in_span = check(descend_in_span)

# %%
from helpers.datasets import load_cats
from helpers.logistic_regression import train_logistic

cats = load_cats()
X_cats, Y_cats = flatten_images(cats.images_train[:209]) / 255, cats.Y_train[:, :209]
w, b, costs = train_logistic(X_cats, Y_cats, 0.001, 100)
s, b_span, costs_span = descend_in_span(X_cats.T @ X_cats, Y_cats, 0.001, 100)
print("costs agree to 1e-9:", np.allclose(costs, costs_span, rtol=1e-9, atol=0))
print("weights agree:", np.allclose(w, X_cats @ s, rtol=1e-6, atol=1e-12))

# %% [markdown]
# The same costs, step by step. And the time of 100 steps, with that of $G$ and of $w = Xs$ included?

# %%
from helpers.speed.span import train_logistic_in_span
from helpers.speed.training import train

zeros = [(np.zeros((1, 12288)), np.zeros((1, 1)))]
race = {
    "clear": lambda: train_logistic(X_cats, Y_cats, 0.001, 100),
    "without new arrays": lambda: train(X_cats, Y_cats, zeros, 0.001, 100),
    "in the span": lambda: train_logistic_in_span(X_cats, Y_cats, 0.001, 100),
}
hundred = compare(race, rounds=3)
ax = plot_climb({name: taken / 100 for name, taken in hundred.items()})

# %% [markdown]
# *Milliseconds a step of logistic regression on 209 color pictures: clear, without new arrays, and in the span of the
# examples. The last bar is by far the shortest, though making G is part of it.*
#
# The same holds for the first layer of any network: $dW^{[1]} = \frac1m dZ^{[1]} X^T$, so $W^{[1]}$ moves only by
# combinations of the examples' rows, $W^{[1]} = W^{[1]}_{\text{start}} + S X^T$ with $S$ of shape $(n^{[1]}, m)$, and
#
# $$Z^{[1]} = W^{[1]}_{\text{start}} X + S\,G + b^{[1]}.$$
#
# `helpers.speed.span.train_deep_in_span` does this for any depth. **Predict** the ratio for 12288-20-7-5-1.

# %%
from helpers.speed.span import train_deep_in_span

deep = scaled((12288, 20, 7, 5, 1), np.random.default_rng(2))
runs = {
    "direct": train(X_cats, Y_cats, deep, 0.01, 60),
    "span": train_deep_in_span(X_cats, Y_cats, deep, 0.01, 60),
}
losses = [cost(deep_network.forward(X_cats, p)[0], Y_cats) for p in runs.values()]
print("losses agree to 1e-9:", bool(np.isclose(*losses, rtol=1e-9)))

# %% [markdown]
# ### When it pays
#
# A step with $X$ has two products with $n_x m$ numbers, a step with $G$ one with $m^2$. So the gain is about
# $2 n_x / m$, less the fixed price of $G$, one product of $2 n_x m^2$ operations. It pays for **many more features than
# examples** and many steps. It does not pay for $m \ge 2 n_x$. It does not work with **mini-batches**, where each step
# needs other columns of $G$ and all of $s$, and the saving is lost. And it is a fact about plain gradient descent: a
# method that rescales single weights leaves the span.
#
# **Predict** where the two lines below cross, for 512 features.

# %%
from helpers.figures.timings import plot_timings

counts, direct, in_span = [32, 128, 512, 2048], [], []
for count in counts:
    x, y = rng.normal(size=(count, 512)).T, (rng.random((1, count)) < 0.5).astype(float)
    G, row = x.T @ x, [(np.zeros((1, 512)), np.zeros((1, 1)))]
    pair = {"X": lambda x=x, y=y, row=row: train(x, y, row, 0.001, 10)}
    pair["G"] = lambda G=G, y=y: descend_in_span(G, y, 0.001, 10)
    taken = compare(pair, rounds=3)
    direct.append(taken["X"] / 10)
    in_span.append(taken["G"] / 10)
ax = plot_timings(counts, {"X": direct, "G": in_span})
_ = ax.set(xlabel="examples", ylabel="seconds a step")

# %% [markdown]
# *Seconds a step against the number of examples, from 32 to 2,048, with 512 features, both axes logarithmic. With few
# examples both lines are close, then G lies a little below X; it rises more steeply, crosses above 512 examples and
# ends far above.*
#
# With 32 examples the calls decide, and both make about as many. By the count of operations the lines would cross at
# twice as many examples as features, 1,024; where they cross earlier, it is because $G$ has outgrown the caches first.

# %% [markdown]
# ## Predictions for any number of examples
#
# Training is not all: a trained network may have to answer for a million pictures. `forward` on all of them at once
# needs all $Z$ and $A$ in memory. A chunk at a time, in the same buffers, needs the answers and one chunk. **Predict**
# how much memory each takes for 10,000 photographs.

# %%
import tracemalloc

from helpers import classifier
from helpers.speed.streaming import predict_classes


def peak(function, *args):
    """Return the megabytes that a call held at its height."""
    tracemalloc.start()
    function(*args)
    held = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return held


many = flatten_images(data.images_train)
at_once, streamed = classifier.predict, predict_classes
print(f"{peak(at_once, many, fast):.1f} MB, streamed {peak(streamed, many, fast):.1f} MB")
print("same classes:", np.array_equal(at_once(many, fast), streamed(many, fast)))

# %% [markdown]
# `helpers.speed.streaming` has such a function for every model of the course. What it holds does not grow with $m$,
# except for the answers themselves.

# %% [markdown]
# ## Summary
#
# - Count first: a product has $2pqr$ operations, a layer three products, the first layer two.
# - Two limits, arithmetic and memory, and a third, the call. The roofline says which one is yours.
# - What helps: no $dA^{[0]}$, costs only where they are looked at, buffers made once, `out=` and `*=`, `float32`.
# - What helps little: layout and mini-batches, where the products are large already. Measure before you believe.
# - Past the limit goes only who has other products: with $n_x \gg m$ and full batches, train on $X^T X$.
# - Measure in turns, take medians, count processor time, say how many threads, and check that the numbers agree.
#
# ## Try it yourself
#
# - Draw your step's share of the limit against the width of the hidden layer, from 16 to 2,048. Where does it drop, and
#   which of the three limits is it there?
# - Fold the bias into $W$ by a row of ones in $X$. For which network does it save a noticeable part of the time?
#   `helpers.speed.folded` does that, and one thing more.
# - Put weight decay into the span: $w$ shrinks by a factor at each step. Is it still a combination of the examples?
# - Which of your other programs spend their time in memory, and which in arithmetic?

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
