# %% [markdown]
# # Speed: how close to the machine's limit
#
# Your networks are right. Are they also fast? This notebook does not ask for a faster machine. It measures what this
# one can do at best, measures your training step beside it, and closes the gap, one reason at a time. <!-- derived -->
# Halfway it goes past the limit, with a page of mathematics, and at the end there is a race.
#
# Plan for about an hour. All times are measured while you read, on your machine: processor time of one thread, the
# median of several rounds in which the competitors take turns. Yours differ from anyone else's, so the text often asks
# which bar is the shorter one and does not say. Stuck? `hint(flops)`.
#
# ## What you will build
#
# The same training step four times: with your own loops, with arrays as in `05_deep_network`, without making a single
# new array, and with fewer digits. <!-- derived --> The network is 784-128-64-10, on 2,000 photographs of clothes.

# %%
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one thread; must be said before NumPy is imported

import numpy as np

print("NumPy", np.__version__, "with one thread of", os.cpu_count())

# %% [markdown]
# (If you have run anything in this notebook before, choose *Restart Kernel* and begin here: once NumPy is loaded, the
# line has no effect.) The photographs, a start, and the step with arrays, which is called *clear* from here on:

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


# %% [markdown]
# The goal is the step that comes with the course. With loops, a whole step would take minutes. So a small product is
# measured, and the step gets the time that it would take at the same speed.
#
# **Predict:** how many times longer does a step with loops take than one with arrays: 10, 100, 1,000 or more?

# %%
from helpers.figures.roofline import plot_climb, plot_ladder
from helpers.speed.counting import flops as operations
from helpers.speed.loops import matrix_product as in_loops
from helpers.speed.measuring import compare, matrix_products
from helpers.speed.steps import make_buffers
from helpers.speed.steps import step as goal
from helpers.speed.training import own

weights, memory = own(start), make_buffers(start, m)
single = [(W.astype(np.float32), b.astype(np.float32)) for W, b in start]
few_digits = [X.astype(np.float32), Y.astype(np.float32), own(single), make_buffers(single, m)]
goals = {"clear": clear_step, "goal": lambda: goal(X, Y, weights, memory, 0.1)}
goals["goal in float32"] = lambda: goal(*few_digits, 0.1)
products_only, left, right = matrix_products(sizes, m), np.ones((30, 40)), np.ones((40, 20))
times = compare(
    {**goals, "products only": products_only, "loops": lambda: in_loops(left, right)}
)
loops = times.pop("loops") / (2 * 30 * 40 * 20) * operations(sizes, m)
ax = plot_ladder({"loops": loops, **{name: times[name] for name in goals}})

# %% [markdown]
# *Each mark of the axis is a factor of ten. Count the marks between the first two bars.* <!-- alt: Four bars on a
# logarithmic axis: seconds for one step with loops, with arrays, without new arrays, and with float32. Each mark of the
# axis is a factor of ten. -->
#
# Read the factor off the first two bars. <!-- answer --> It is thousands: vectorization has done most of the
# work. <!-- claim: 07-loops --> What is left below is a small factor, and this notebook is about that one. How small
# can it become? The matrix products alone, with nothing else, are what no such step can do without. Here they are the
# dotted line:

# %%
ax = plot_climb({name: times[name] for name in ("clear", "goal")}, times["products only"])

# %% [markdown]
# *Two bars, milliseconds for one step: the clear step and the goal. A dotted line marks the time of the matrix products
# alone. Look at how much of each bar lies to the right of it.*
#
# A bar can even end a little to the left of the line. The two were measured at different moments, and a few percent are
# noise: measure again and see how much the numbers move.

# %% [markdown]
# ## How much work is a step?
#
# Begin at the bottom. A product of a $(p, q)$ and a $(q, r)$ matrix, number by number, needs three loops.
#
# **Exercise.** `matrix_product(W, A)`, with single numbers only. (With `@` it would be right too, and the first bar of
# your own chart below would tell nothing.)

# %% tags=["exercise"]
from helpers.speed.loops import matrix_product

# %%
matrix_product = check(matrix_product)

# %% [markdown]
# Count what your loops do. The product has $p\,r$ entries, each a sum of $q$ products: $q$ multiplications and
# $q$ additions, $2pqr$ operations in all. Layer $l$ needs three such products,
#
# $$W^{[l]} A^{[l-1]}, \qquad dZ^{[l]} A^{[l-1]T}, \qquad W^{[l]T} dZ^{[l]},$$
#
# and each of them has $2\, n^{[l]} n^{[l-1]} m$ operations: the same three sizes are multiplied, in another order. The
# first layer has no use for the third, since nobody trains $X$. Everything else, activations, biases, updates, touches
# each entry once or twice.
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
# About a billion. <!-- answer --> At which rate did the steps above work? Divide by their times.

# %%
from helpers.figures.tables import column

for name, taken in times.items():
    print(f"{column(name, 14)} {work / taken / 1e9:6.1f} billion operations a second")

# %% [markdown]
# ## Two limits
#
# A processor has two speeds. One is that of its **arithmetic**: a product of two large square matrices, written into
# memory that is there already, shows it. The other is that of its **memory**. A processor keeps what it has used last
# in a small fast memory of its own, its *cache* of a few million bytes (nothing to do with the caches of notebook 05).
# A sweep over many more numbers than fit in there shows how fast the large memory is.
#
# **Predict**: how many operations must be done with each byte so that memory is not what you wait for?

# %%
from helpers.speed.measuring import bandwidth, matmul_limit

limit, stream = matmul_limit(), bandwidth()
print(f"arithmetic {limit / 1e9:.1f} billion operations a second")
print(f"memory {stream / 1e9:.1f} billion bytes a second")
print(f"balanced at {limit / stream:.1f} operations a byte")

# %% [markdown]
# The last line is the answer: <!-- answer --> below that number of operations a byte, this machine waits for its
# memory.
#
# Let $I$, the *intensity*, be the number of operations for each byte that is moved. No program is faster than
#
# $$\min(\text{arithmetic},\; I \cdot \text{memory}).$$
#
# Drawn over $I$ with logarithmic axes this is a slope that ends in a flat: the **roofline**. Where does your step
# stand? Each operand of a product is counted once here. If it is moved more often, $I$ is smaller. <!-- derived -->

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
# *The roof rises with the operations done for each byte, then is flat. Look at where a ReLU by itself lies, under the
# slope of the memory, and how far below the flat part the clear step and the goal are (the goal is drawn a little to
# the side, so that both can be seen).*
#
# On the right arithmetic decides, on the left memory. (If a point lies above the roof, the roof was measured at a busy
# moment: run both cells again.) And there is a third limit that no roofline shows: the call of a function, however
# little there is to do. Here it is for four numbers:

# %%
four = np.ones((4, 1))
calls = compare(
    {"np.maximum": lambda: np.maximum(four, 0, out=four), "@": lambda: four.T @ four}
)
for name, taken in calls.items():
    print(f"{name:12} {1e6 * taken:.2f} millionths of a second")

# %% [markdown]
# At 25 billion operations a second, a millionth of a second is enough for 25,000. <!-- derived --> How many is it on
# your machine?
#
# **Exercise.** For each operation, in float64: is its limit `"arithmetic"`, `"memory"` or the `"call"`?

# %% tags=["exercise"]
from helpers.exercises.speed.limits import answers as limits

# %%
limits = check(limits=limits)

# %% [markdown]
# ## Past the limit
#
# Can a step be faster than its matrix products? Yes: by having other products. Take the 12,288 numbers of a color
# picture and only 209 pictures. Each step of gradient descent subtracts $\alpha\, dw$ from $w$, with
#
# $$dw = \frac{1}{m} X\, dZ^T, \qquad (12288, 209) \cdot (209, 1).$$
#
# Whatever $dZ$ is, this is a sum of examples, each with a factor. From $w = 0$, $w$ never leaves the **span** of the
# 209 examples: $w = X s$ with $s$ of shape $(m, 1)$, at every step. <!-- derived --> Put it in:
#
# $$Z = w^T X + b = s^T (X^T X) + b = s^T G + b, \qquad G = X^T X, \quad (209, 209),$$
#
# $$w - \tfrac{\alpha}{m} X dZ^T = X s - \tfrac{\alpha}{m} X dZ^T = X \left(s - \tfrac{\alpha}{m} dZ^T\right).$$
#
# So a step subtracts $\frac{\alpha}{m} dZ^T$ from $s$, and $X$ is not needed any more until the very end. This is not
# gradient descent on $s$, whose gradient would have a $G$ more; it is the old descent, written in $s$.
#
# So one product with $m^2$ numbers stands where two products with $n_x m$ numbers stood.
#
# **Predict** the factor in operations: $2 \cdot 2 \cdot n_x m$ for a step with $X$, and with $G$?
#
# **Exercise.** `descend_in_span(G, Y, learning_rate, iterations)`. `sigmoid` and `cost` are at hand.

# %%
from helpers.activations import sigmoid
from helpers.losses import cost

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
# The same costs, step by step. A step has $4 n_x m$ operations with $X$ and $2 m^2$ with $G$: <!-- answer --> the
# factor is $2 n_x / m$, here 118. <!-- derived --> And in time, with that of $G$ and of $w = Xs$ included?

# %%
from helpers.speed.span import train_logistic_in_span

two_ways = {
    "with X": lambda: train_logistic(X_cats, Y_cats, 0.001, 100),
    "in the span": lambda: train_logistic_in_span(X_cats, Y_cats, 0.001, 100),
}
hundred = compare(two_ways, rounds=3)
ax = plot_ladder({name: taken / 100 for name, taken in hundred.items()})

# %% [markdown]
# *A hundredth of the time to make G is part of the second bar. What is the factor?* <!-- alt: Time of a step of
# logistic regression on 209 color pictures, with X and in the span of the examples, on a logarithmic axis; a hundredth
# of the time to make G is part of the second bar. -->
#
# Does it also work with mini-batches? A batch $B$ of examples gives $dw = \frac{1}{|B|} X_B\, dZ_B^T$, again a sum of
# examples. Only the entries of $s$ that belong to the batch move, and
#
# $$Z_B = s^T G_{:,B} + b.$$
#
# **Predict** the factor in operations for a batch of 32: $4 n_x \cdot 32$ with $X$, and with $G$?

# %%
from time import process_time

from helpers.logistic_regression import propagate

deal = np.random.default_rng(3)
draws = [deal.choice(209, 32, replace=False) for _ in range(200)]
cut = [(X_cats[:, B], Y_cats[:, B]) for B in draws]
began, w, c = process_time(), np.zeros((12288, 1)), 0.0
for X_B, Y_B in cut:
    dw, db, _ = propagate(w, c, X_B, Y_B)
    w, c = w - 0.001 * dw, c - 0.001 * db
between = process_time()
G, s, b = X_cats.T @ X_cats, np.zeros((209, 1)), 0.0
for B in draws:
    dZ = sigmoid(s.T @ G[:, B] + b) - Y_cats[:, B]
    s[B] -= 0.001 / 32 * dZ.T
    b -= 0.001 / 32 * dZ.sum()
ended = process_time()
print("weights agree to 1e-9:", np.allclose(w, X_cats @ s, rtol=1e-9, atol=1e-12))
print(f"with X {between - began:.3f} s, in the span {ended - between:.3f} s, making G included")

# %% [markdown]
# $2 m \cdot 32$ with $G$: <!-- answer --> the factor is $2 n_x / m$ again, for batches of any size. <!-- derived -->
# The weights are the same to rounding. <!-- claim: 07-span-batches --> The time with $X$ even leaves out the cutting of
# the batches. What share of it the span saves on your machine the last line says.
#
# The same holds for the first layer of any network: $dW^{[1]} = \frac1m dZ^{[1]} X^T$, so $W^{[1]}$ moves only by
# combinations of the examples' rows, $W^{[1]} = W^{[1]}_{\text{start}} + S X^T$ with $S$ of shape $(n^{[1]}, m)$, and
#
# $$Z^{[1]} = W^{[1]}_{\text{start}} X + S\,G + b^{[1]}.$$
#
# `helpers.speed.span.train_deep_in_span` does this for any depth. **Predict** the ratio of the times for
# 12288-20-7-5-1.

# %%
from helpers.speed.span import train_deep_in_span

deep = scaled((12288, 20, 7, 5, 1), np.random.default_rng(2))
began = process_time()
direct, _ = deep_network.train_deep(X_cats, Y_cats, deep, 0.01, 30)
between = process_time()
inside = train_deep_in_span(X_cats, Y_cats, deep, 0.01, 30)
ended = process_time()
ends = [cost(deep_network.forward(X_cats, p)[0], Y_cats) for p in (direct, inside)]
print("costs agree to 1e-9:", bool(np.isclose(*ends, rtol=1e-9)))
print(f"direct {between - began:.3f} s, in the span {ended - between:.3f} s")

# %% [markdown]
# ### When it pays
#
# Divide the last two times. <!-- answer --> A network gains in its first layer only. <!-- derived --> With the two
# products that are needed there, the ratio would be the same, $2 n_x / m$; but `train_deep` also computes $dA^{[0]}$,
# which nobody needs, so it is $3 n_x / m$. <!-- derived -->
#
# The gain is about $2 n_x / m$, less the fixed price of $G$, one product of $2 n_x m^2$ operations. It pays for **many
# more features than examples** and many steps, with full batches and with mini-batches. <!-- derived --> It does not
# pay for $m \ge 2 n_x$. <!-- derived --> And it is a fact about plain gradient descent: a method that rescales single
# weights, as Adam does, leaves the span.
#
# $G$ has a name, the *kernel* or Gram matrix. Its entries are products of two examples, and training sees nothing else
# of them. So one may put another measure of likeness in the place of the product, as *kernel methods* do. That with
# weight decay (notebook 08) the best weights lie in the span of the examples is the *representer
# theorem*. <!-- cited -->
#
# **Predict** where the two lines below cross, for 512 features.

# %%
from helpers.figures.timings import plot_timings

rng = np.random.default_rng(1)
counts, direct, in_span = [32, 128, 512, 2048], [], []
for count in counts:
    x, y = rng.normal(size=(count, 512)).T, (rng.random((1, count)) < 0.5).astype(float)
    G = x.T @ x
    pair = {"X": lambda x=x, y=y: train_logistic(x, y, 0.001, 10)}
    pair["G"] = lambda G=G, y=y: descend_in_span(G, y, 0.001, 10)
    taken = compare(pair, rounds=3)
    direct.append(taken["X"] / 10)
    in_span.append(taken["G"] / 10)
ax = plot_timings(counts, {"X": direct, "G": in_span})
_ = ax.set(xlabel="examples", ylabel="seconds a step")

# %% [markdown]
# *Seconds a step against the number of examples, from 32 to 2,048, with 512 features, both axes logarithmic. Look at
# how steeply each line rises, and where they cross.*
#
# By the count of operations they cross at twice as many examples as features, 1,024. <!-- answer --> <!-- derived -->
# Yours may cross elsewhere. With 32 examples both have so little to do that the calls decide, and both make about as
# many. And what does it do to the line when $G$, with $8 m^2$ bytes, no longer fits into the cache?

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
# *Three bars: the clear step, the same without dA0, and the same without dA0 and the cost. Look at which of the two
# differences is the larger.*
#
# The count knows about $dA^{[0]}$: <!-- answer --> it has $2 \cdot 784 \cdot 128 \cdot 2000$ operations, a little less
# than half of what the step keeps. <!-- derived --> The cost looks at ten rows of outputs only, and the products at
# hundreds. In a small network it can be a good part of a step.

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
# After `a *= 2`, `c` is 2, 2, 2: <!-- answer --> both names stand for the same array. `a = a * 2` makes a new one, and
# `c` keeps the old.
#
# Does yours give the numbers of the clear way, and what does it save?

# %%
from helpers.activations import relu_derivative

rng = np.random.default_rng(1)
Z, dA = rng.normal(size=(2, 128, 2000))
print(np.array_equal(relu_backward(dA.copy(), Z), dA * relu_derivative(Z)))
ways = {
    "dA * relu_derivative(Z)": lambda: dA * relu_derivative(Z),
    "in place": lambda: relu_backward(dA, Z),
}
ways["np.where"] = lambda: np.where(Z >= 0, dA, 0)
ways["dA[Z < 0] = 0"] = lambda: dA.__setitem__(Z < 0, 0)
ax = plot_climb(compare(ways))
_ = ax.set_xlabel("milliseconds")

# %% [markdown]
# *Four bars for the way back through a ReLU on 128 by 2,000 numbers: by the derivative as an array, in place as you
# wrote it, by np.where, and by an index. Look at how far apart four right ways can be.*
#
# Two of them change `dA` where it is, and they need not be equally fast: `dA[Z < 0] = 0` decides for every number
# whether to write it, and a processor that cannot guess the decisions has to wait. `dA *= Z >= 0` multiplies all of
# them and decides nothing. If you wrote the one, try the other.

# %% [markdown]
# ### Bug clinic: the update that does nothing
#
# `repair_update` should move the parameters in place. It raises no error, the training runs, and the cost stays where
# it is. <!-- derived --> **Predict** which object `W` names after its line in the loop.

# %% tags=["exercise"]
from helpers.speed.steps import update as repair_update

# %%
repair_update = check(repair_update)

# %% [markdown]
# After `W = W - dW` the name `W` stands for a new array, <!-- answer --> which nobody outside the loop knows. The array
# in the list is unchanged. `W -= dW` writes into that one.

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
# $dZ^{[l]}$ is $(n^{[l]}, m)$, $dW^{[l]}$ is $(n^{[l]}, n^{[l-1]})$. (Mind that in this section $dZ$, $dW$ and $db$
# contain $\alpha/m$, which they did not before.)
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
# If $W$ moves first, $W^T dZ$ is taken at a $W$ that the way forward never saw, <!-- answer --> and all layers below
# get a wrong gradient.
#
# Same numbers? The referee once more: the numerical gradient of a small network, and then a hundred steps of both.

# %%
from helpers.gradient_check import numerical_gradients, relative_difference

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
ends = [cost(deep_network.forward(few, p)[0], few_labels) for p in (clear, fast)]
print(f"costs {ends[0]:.12f} and {ends[1]:.12f}, agree to 1e-9: {np.isclose(*ends, rtol=1e-9)}")

# %% [markdown]
# ## Layout, mini-batches, digits
#
# Three choices are left, and none of them changes a line of your step.
#
# - **Layout.** `X` is $(n_x, m)$, but which numbers are neighbors in memory? In NumPy's usual order those of a row.
#   `np.ascontiguousarray(X.T).T` has the same shape with each example's numbers side by side.
# - **Mini-batches.** With 250 examples at a time all buffers are small enough for a cache. (They also take eight steps
#   where the full batch takes one, which is what `06_hyperparameters` liked about them.)
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
# *A bar for each version of the step from the clear one down to float32, and a dotted line where the matrix products
# alone are, in float64. Look at which changes bring a bar nearer to the line, and which are within the noise.*
#
# Were your factors right? <!-- answer --> If float32 is left of the dotted line, that is because it is not the same
# work: fewer digits. A gradient is rough anyway, and training rarely needs the last nine. <!-- claim: 07-digits --> But
# do not compare float32 runs digit by digit: rounding differs between machines and grows from step to
# step. <!-- derived -->

# %% [markdown]
# And all of it together with your loops, on the logarithmic axis of the beginning:

# %%
yours = compare({"loops": lambda: matrix_product(left, right)})["loops"]
ladder = {"your loops": yours / (2 * 30 * 40 * 20) * work, "arrays": measured["clear"]}
ladder["your step, no new arrays"] = measured["example after example"]
ax = plot_ladder({**ladder, "your step in float32": measured["float32"]})

# %% [markdown]
# *Look at which step down is the longest.* <!-- alt: Four bars on a logarithmic axis: your loops, arrays, your step
# without new arrays, and your step in float32. -->
#
# Back on the roofline:

# %%
work_points = {
    "clear": (intensity, work / measured["clear"]),
    "yours": (1.6 * intensity, work / measured["example after example"]),
    "float32": (4 * intensity, work / measured["float32"]),
}
ax = plot_roofline(limit, stream, work_points)

# %% [markdown]
# *The float32 point may stand above a roof drawn for float64. (Points are moved apart sideways to be told
# apart.)* <!-- alt: The roofline for float64 with three points: the clear step, your step without new arrays, and your
# step in float32, which may stand above the roof for float64 (points are moved apart sideways to be told apart). -->

# %% [markdown]
# Choose a network and its examples: the matrix products of one step are measured while you look.
#
# **Predict:** with a single example, on which side of the roof are they? And how many examples bring them over the
# ridge?

# %%
from helpers.playgrounds.roofline import play_roofline

play_roofline(limit, stream, flops)

# %% [markdown]
# *Move the number of examples, and look at when the dot leaves the slope.* <!-- alt: The roofline with a blue dot for
# the measured products of 784-128-10 with 64 examples and an orange bar for the roof above it, and sliders for the
# hidden layers, their units and the examples. -->
#
# One example at a time makes every product a sweep over $W$, with two operations for each number that is read, and that
# is far on the side of the memory. <!-- answer --> <!-- derived --> Each further example uses the same $W$ again. With
# $m$ of them there are $2m$ operations for the 8 bytes of an entry, $m/4$ a byte, as long as $W$ is the largest
# array. <!-- derived --> At the ridge that is the balance of your machine, printed above: $m$ is about four times that
# number. <!-- derived --> That is one thing that mini-batches are for. With few units in addition even memory does not
# explain it any more: then the calls do.

# %% [markdown]
# ## A race
#
# A fast step is not yet fast training. Four contestants train 784-128-64-10 on 8,000 photographs with softmax at the
# end, and the other 2,000 say how accurate they are. Who reaches 0.85 first, in seconds of processor time? One takes
# all 8,000 in each step; the others mini-batches of 64, with arrays, with your step, and with your step in float32.
# Each has two seconds.
#
# **Predict** the order. What matters more, a faster step or mini-batches?

# %%
from helpers.figures.roofline import plot_race
from helpers.speed import race

X_all, Y_all = flatten_images(data.images_train) / 255, one_hot(data.Y_train, 10)
X_race, Y_race = X_all[:, :8000], Y_all[:, :8000]
held_out = X_all[:, 8000:], data.Y_train[:, 8000:]
digits = [X_race.astype(np.float32), Y_race.astype(np.float32), single]
contestants = {
    "all 8,000": race.clear(X_race, Y_race, start, 8000, 0.1, 1),
    "arrays": race.clear(X_race, Y_race, start, 64, 0.1),
    "your step": race.in_place(step, X_race, Y_race, start, 64, 0.1),
    "float32": race.in_place(step, *digits, 64, 0.1),
}
results = race.race(contestants, *held_out, goal=0.85, limit=2.0)
ax = plot_race(results, goal=0.85)

# %% [markdown]
# *Validation accuracy against seconds of processor time, a line for each of the four. From a line that reaches 0.85, a
# dotted one goes down to its time. Look at which difference is small and which is large.*
#
# How many seconds to which accuracy depends on your machine. <!-- answer --> What does not: to look at all photographs
# once takes about the same number of operations in mini-batches as all at once, but makes 125 steps instead of one.
# After five such epochs the mini-batches are above 0.79 and the full batch is below 0.70. <!-- claim: 07-race --> No
# faster step makes up for that. First choose the algorithm, then make it fast.

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
# At once, every $Z$ and $A$ has 10,000 columns of 8 bytes an entry, and there are 202 units: <!-- answer --> 16 million
# bytes for the $Z$ and as many for the $A$. <!-- derived --> What is made on the way comes on top.
# `helpers.speed.streaming` has such a function for every model of the course. What it holds does not grow with $m$,
# except for the answers themselves.

# %% [markdown]
# ## For the curious: threads, and PyTorch
#
# A machine with two cores could be twice as fast. <!-- derived --> **Predict** whether it is, for a product of 768 by
# 768, and for one of 32 by 32. Here the clock on the wall counts, and each measurement is a new process.

# %%
from helpers.speed.measuring import wall_with_threads

for n in (32, 768):
    one, two = wall_with_threads(1, n), wall_with_threads(2, n)
    print(
        f"{n:4}: one thread {1e3 * one:.3f} ms, two threads {1e3 * two:.3f} ms,",
        f"ratio {one / two:.2f}",
    )

# %% [markdown]
# Is a ratio near 2? <!-- answer --> For that a second core has to be there and free, and the work has to be larger than
# the work of handing it out. Which of the two was missing where yours is near 1 or below?
#
# PyTorch is written in C++ by many people over many years. Where it is installed (`pip install torch`), the next cell
# draws its step, with the same numbers, one thread, float64, beside yours.

# %%
from helpers.speed.peers import torch_step

theirs = torch_step(X, Y, start, 0.001)
if theirs is None:
    print("PyTorch is not installed here.")
else:
    peers = {"yours": climb["example after example"], "PyTorch": theirs}
    ax = plot_climb(compare(peers), products)

# %% [markdown]
# The matrix products are the same for both, so what can differ is the rest. PyTorch also computes gradients of anything
# you write and runs on graphics processors, which this notebook does not.

# %% [markdown]
# ## Summary
#
# - Count first: a product has $2pqr$ operations, a layer three products, the first layer two. <!-- derived -->
# - Two limits, arithmetic and memory, and a third, the call. The roofline says which one is yours.
# - Past the limit goes only who has other products: with $n_x \gg m$, train on $X^T X$, in batches or all at once.
# - Worth trying: no $dA^{[0]}$, costs only where they are looked at, buffers made once, `out=` and `*=`, `float32`.
#   What each of them brings depends on the machine and on the sizes. Measure before you believe.
# - The number of steps is part of the speed: a better algorithm wins against a faster step. <!-- claim: 07-race -->
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
#
# ## Where this comes from
#
# - S. Williams, A. Waterman, D. Patterson (2009), "Roofline: an insightful visual performance model for multicore
#   architectures", *Communications of the ACM* 52: the roofline.
# - K. Goto, R. A. van de Geijn (2008), "Anatomy of high-performance matrix multiplication", *ACM Transactions on
#   Mathematical Software* 34: how a product gets near the limit, as in the OpenBLAS that NumPy brings along.
# - M. A. Aizerman, E. M. Braverman, L. I. Rozonoer (1964), "Theoretical foundations of the potential function method in
#   pattern recognition learning", *Automation and Remote Control* 25: training with products of examples only.
# - G. Kimeldorf, G. Wahba (1971), "Some results on Tchebycheffian spline functions", *Journal of Mathematical Analysis
#   and Applications* 33: the representer theorem.
# - B. Schölkopf, R. Herbrich, A. J. Smola (2001), "A generalized representer theorem", *COLT*: its general form.
# - C. R. Harris and others (2020), "Array programming with NumPy", *Nature* 585: the arrays of this course.

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
