# %% [markdown]
# # Vectorization: the same neuron, all at once, on real images
#
# In `02_logistic_regression` you wrote logistic regression with loops: one example after another, and within each
# example one input after another. Nothing about the neuron changes here. The same names appear in the same order,
# and the loops over examples and inputs disappear: one line of NumPy does the work of all of them. That makes the
# neuron fast enough for images.
#
# Plan for about two hours, in two sittings if you like. Every exercise is a small function or a table; run the
# cell below it and it tells you whether it is right. A hint for any of them comes with `hint(flatten_images)`, a
# further one each time you ask.

# %%
import numpy as np

from helpers.datasets import load_cat_silhouettes
from helpers.exercises.vectorization import check, hint

cats = load_cat_silhouettes()

# %% [markdown]
# ## What you will build
#
# A neuron that looks at 784 pixels and answers one question: *is it a cat?* The pictures are silhouettes of ten
# kinds of animals, 28 by 28 pixels each. They were made by an image generator and cut out, so they are cleaner
# than photographs. Half of them are cats.

# %%
from helpers.figures.images import plot_images

names = [cats.classes[label] for label in cats.Y_train[0, :16]]
axes = plot_images(cats.images_train[:16], names)

# %% [markdown]
# *Which of them would you take for a cat, and by what?* <!-- alt: Sixteen of the 1,560 training pictures: white animals
# on black, each with its label, cat or not a cat. -->
#
# Here is the goal, trained with the course's own functions. At the end of this notebook yours draw the same
# picture.

# %%
from helpers.figures.images import plot_weights
from helpers.images import flatten_images as flatten_goal
from helpers.logistic_regression import train_logistic as train_goal

X = flatten_goal(cats.images_train) / 255
w, b, costs = train_goal(X, cats.Y_train, learning_rate=0.1, iterations=300)
ax = plot_weights(w, (28, 28))
title = ax.set_title("orange: white here speaks for a cat")

# %% [markdown]
# *The 784 weights of the trained neuron as a picture. Orange pixels speak for a cat when they are white, blue ones
# speak against it. Look for the place where cats sit, and for the places that other animals fill.*

# %% [markdown]
# ## From a loop to an array
#
# How long does a sum of products take? The neuron needs $z = w^T x + b = \sum_j w_j x_j + b$. The sum is a loop
# over $j$, and you can write it as one.


# %%
def dot_loop(u, v):
    total = 0.0
    for j in range(len(u)):
        total += u[j] * v[j]
    return total


rng = np.random.default_rng(3)
u, v = rng.normal(size=(2, 10_000))
dot_loop(u, v), u @ v

# %% [markdown]
# `u @ v` is the same sum. Python looks up, unpacks and packs every single number of the loop anew; NumPy checks
# the types once and then runs down both arrays in compiled code, several numbers at a time.
#
# **Predict** how many times faster `@` is for a million numbers: 3, 30, or 300 times?

# %%
from timeit import repeat

from helpers.figures.timings import plot_timings


def seconds(function, *args):
    """Return the shortest of three runs, the one that was disturbed least."""
    return min(repeat(lambda: function(*args), number=1, repeat=3))


sizes = [100, 1_000, 10_000, 100_000, 1_000_000]
pairs = [rng.normal(size=(2, n)) for n in sizes]
looped = [seconds(dot_loop, u, v) for u, v in pairs]
at_once = [seconds(np.dot, u, v) for u, v in pairs]
ax = plot_timings(sizes, {"loop": looped, "u @ v": at_once})

# %% [markdown]
# *Seconds for one sum of products, looped and with `@`, from a hundred to a million numbers; both axes are
# logarithmic. Look at the distance between the two lines, and at how it changes with the size.*
#
# The picture is of this run on this machine, so the exact ratio is yours alone:

# %%
print(f"a million numbers: the loop takes {looped[-1] / at_once[-1]:.0f} times as long")

# %% [markdown]
# That was the answer to the prediction, on your machine. <!-- answer --> The rule for the rest of the course: **where
# an array operation exists, never write the loop.** These are the operations that you will meet again and again. All
# but the first and the last work on every entry of an array, of any shape, without a loop.
#
# | formula | NumPy | what it needs or gives |
# | --- | --- | --- |
# | $w^T X$ | `w.T @ X`, or `np.dot(w.T, X)` | inner sizes agree: (1, n) @ (n, m) is (1, m) |
# | $e^a$, $\log a$, $\lvert a \rvert$, $\sqrt a$ | `np.exp(a)`, `np.log(a)`, `np.abs(a)`, `np.sqrt(a)` | as `a` |
# | $\max(a, 0)$ | `np.maximum(a, 0)` | the shape of `a`; `np.max(a)` is one number |
# | $a^2$, $1/a$ | `a**2`, `1 / a` | the shape of `a` |
# | $a * b$ | `a * b` | entry by entry, not a matrix product |
# | $\sum$, mean | `np.sum(a, axis=1, keepdims=True)` | `axis` is the one that is summed away |
#
# **Predict** each of the seven rows that the next cell prints, without a calculator: signs and sizes are enough.

# %%
a = np.array([-2.0, 0.5, 4.0])
for row in (np.exp(a), np.log(np.abs(a)), np.abs(a), np.maximum(a, 0), a**2, 1 / a, a * a):
    print(row.round(2))

# %% [markdown]
# $e^a$ is always positive, $\log$ is negative below 1, and `a * a` is `a**2`. <!-- answer --> <!-- derived --> Now
# three of these operations in a row: the length of a column is $\sqrt{x_1^2 + x_2^2 + \dots}$, as in the theorem of
# Pythagoras. In a sum `axis=0` runs down the columns, and `keepdims=True` leaves that axis as a 1.

# %% tags=["exercise"]
from helpers.arrays import column_lengths

# %%
column_lengths = check(column_lengths)

# %% [markdown]
# ## An image becomes a column
#
# How does a picture get into $X$? A picture of $h \times w$ pixels is an array (h, w); in color it is (h, w, 3),
# with a number each for red, green and blue. The neuron wants a column of $n_x$ numbers. So all pixels are
# written one below the other, $n_x = h \cdot w \cdot c$, and $m$ pictures stand side by side:
#
# $$X = [x^{(1)}, x^{(2)}, \dots, x^{(m)}], \qquad \text{shape } (n_x, m).$$
#
# NumPy's `reshape` changes the shape without moving a number: it reads all entries along the last axis first and
# fills the new shape in the same order. The obvious way to get shape $(n_x, m)$ is `images.reshape(-1, m)`.
#
# **Predict**: three pictures of 2 by 3 pixels, all pixels of picture 0 are 0, those of picture 1 are 1, those of
# picture 2 are 2. What stands in column 0 after `reshape(-1, 3)`?

# %%
from helpers.figures.images import plot_owners

numbered = np.repeat([0, 1, 2], 6).reshape(3, 2, 3)
columns = np.stack([image.ravel() for image in numbered], axis=1)
scrambled = numbered.reshape(-1, 3)
axes = plot_owners({"as it should be": columns, "reshape(-1, m)": scrambled}, m=3)

# %% [markdown]
# *Each entry shows which picture it came from. Compare the columns of both matrices.* <!-- alt: Two matrices of six
# rows and three columns; each entry shows which picture it came from. On the left every column holds one picture; on
# the right every column holds pixels of all three. -->
#
# Column 0 holds 0, 0, 1, 1, 2, 2. <!-- answer --> Both have the right shape, and only one is right. The wrong one never
# complains: later in this notebook you measure what it costs. <!-- derived --> Write the right one, without a loop.

# %% tags=["exercise"]
from helpers.images import flatten_images

# %%
flatten_images = check(flatten_images)

# %% [markdown]
# **Predict** the shape of `X` for the 1,560 silhouettes, and for the same animals in color, 64 by 64 pixels.

# %%
from helpers.datasets import load_cats

colored = load_cats()
flatten_images(cats.images_train).shape, flatten_images(colored.images_train).shape

# %% [markdown]
# 784 is 28 · 28, and 12,288 is 64 · 64 · 3. <!-- answer --> From here on the silhouettes are enough: a sixteenth of
# the numbers, and the color of these pictures says nothing about the animal.

# %% [markdown]
# ### Bug clinic: the way back
#
# To look at a column as a picture again, someone wrote `repair_unflatten`. Its shapes are right. What it shows is
# not:

# %%
from helpers.images import flatten_images as right_columns

X = right_columns(colored.images_train[:8])
axes = plot_images(X.reshape(-1, 64, 64, 3))

# %% [markdown]
# *Can you name one of the animals?* <!-- alt: Eight pictures that should be colored animals. Each is a pattern of small
# colored stripes in which no animal can be made out. -->
#
# Find the mistake in the next cell and repair it.

# %% tags=["exercise"]
from helpers.images import unflatten_images as repair_unflatten

# %%
repair_unflatten = check(repair_unflatten)

# %%
axes = plot_images(repair_unflatten(X, (64, 64, 3)), names[:8])

# %% [markdown]
# *Compare each picture with the one in the same place above.* <!-- alt: The same eight columns, put together rightly:
# pale animals on dark backgrounds of different colors, with their labels. -->

# %% [markdown]
# ## Broadcasting
#
# What does NumPy do when the shapes of two arrays differ? In $Z = w^T X + b$ a row of $m$ numbers meets a single
# number. On paper you would write $[b, b, \dots, b]$. NumPy pretends that you had:
#
# 1. Write both shapes below each other, aligned **on the right**. A missing number counts as 1.
# 2. In every place the numbers must be equal, or one of them must be 1.
# 3. Where one is 1, that array is used again and again along this axis. Nothing is really copied.
#
# | | shape | | shape | | shape |
# | --- | --- | --- | --- | --- | --- |
# | `X` | (4, 5) | `X` | (4, 5) | `X` | (4, 5) |
# | `b` | (4, 1) | `y` | (5,) counts as (1, 5) | `c` | (4,) counts as (1, 4) |
# | `X + b` | (4, 5) | `X * y` | (4, 5) | `X + c` | error: 5 against 4 |
#
# **Predict** the framed entry of the sum.

# %%
from helpers.figures.broadcasting import plot_broadcast

A = np.arange(6).reshape(2, 3)
ax = plot_broadcast(A, np.array([[10], [20]]), cell=(1, 2), secret=True)

# %% [markdown]
# *Dashed cells are copies that exist on paper only. What goes where the question mark stands in the frame?* <!-- alt: A
# table (2, 3) plus a column (2, 1): the column is used again for every column of the table; dashed cells are the
# pretended copies. The numbers of the result are hidden. -->

# %%
ax = plot_broadcast(A, np.array([[10], [20]]), cell=(1, 2))

# %% [markdown]
# *Look at the framed entry, and at the two numbers it came from.* <!-- alt: The same sum with its result. The framed
# entry is 5 + 20 = 25. -->
#
# The 5 meets the 20 of its own row. <!-- answer --> A row is copied downward in the same way, and a single number in
# both directions.

# %%
ax = plot_broadcast(A, np.array([10, 20, 30]), np.multiply, cell=(1, 0))

# %% [markdown]
# *Look at which way the three numbers are copied.* <!-- alt: A table (2, 3) times three numbers, shape (3,), which
# counts as a row: each row of the table meets the same row. -->
#
# Broadcasting replaces loops wherever every row, or every column, is treated alike. The next table says how a
# cat, an elephant and a giraffe spend a day, one column an animal; the rows are hours asleep, hours eating, and
# the rest. The numbers are made up. In percent, each column must be divided by its own sum.

# %%
hours = np.array([[16.0, 3.0, 1.0], [1.5, 16.0, 18.0], [6.5, 5.0, 5.0]])
hours.sum(axis=0), hours.sum(axis=0, keepdims=True).shape

# %% [markdown]
# `axis=0` runs down the columns and is summed away. `keepdims=True` leaves it as a 1, so that the sums keep the
# form of a row, (1, 3), and broadcasting is sure to copy them downward.
#
# **Predict** the largest percentage in the result: whose is it, and of what?

# %% tags=["exercise"]
from helpers.images import column_percentages

# %%
column_percentages = check(column_percentages)

# %%
column_percentages(hours).round(1)

# %% [markdown]
# 75 %: the giraffe spends three quarters of its day eating. <!-- answer -->

# %% [markdown]
# ### Every pixel in its own units
#
# Features of different sizes make a narrow valley, as the last section of 02 showed. Pixels differ too: those in a
# corner are black in almost every picture, those in the middle change. **Standardizing** puts every row of $X$ into
# its own units: subtract the row's mean $\mu$, divide by its standard deviation $s$, the usual distance from the
# mean.
#
# $$\mu_j = \frac1m \sum_{i=1}^m x_j^{(i)}, \qquad s_j = \sqrt{\frac1m \sum_{i=1}^m (x_j^{(i)} - \mu_j)^2}.$$
#
# With $X$ of shape $(n_x, m)$ and $\mu$, $s$ of shape $(n_x, 1)$,
#
# $$X_{\text{new}} = \frac{X - \mu}{s} \qquad \text{is one line, by broadcasting.}$$
#
# There are two traps. A pixel that is black in every picture has $s = 0$. And new pictures must be measured with the
# same $\mu$ and $s$ as the training pictures, or the weights would mean something else for them: so the function
# takes a `reference`.
#
# **Predict**: what is the mean of the first row of `standardize(X, X)`?

# %% tags=["exercise"]
from helpers.images import standardize

# %%
standardize = check(standardize)

# %%
import matplotlib.pyplot as plt

X_train = flatten_images(cats.images_train)
pictures = np.stack([X_train.mean(axis=1), X_train.std(axis=1)]).reshape(2, 28, 28)
_, axes = plt.subplots(1, 2, figsize=(5, 2.7))
axes = plot_images(pictures, ["mean", "standard deviation"], axes=axes)

# %% [markdown]
# *The mean of every pixel over all training pictures, and its standard deviation. Look for the places where the
# deviation is small: the corners, which are mostly black, and the very middle, which is mostly white.*
#
# The mean of every row of `standardize(X, X)` is 0: the mean itself has been subtracted. <!-- answer -->

# %% [markdown]
# ### The case that fails, and the case that should
#
# Where the shapes do not fit, NumPy stops. That is the friendly case.

# %%
ax = plot_broadcast(A, np.array([10, 20]))
try:
    A + np.array([10, 20])
except ValueError as problem:
    print(problem)

# %% [markdown]
# *Compare the last numbers of the two shapes.* <!-- alt: A table (2, 3) plus two numbers, shape (2,), which counts as a
# row of two: 3 against 2, so there is no common shape, and a cross stands in place of the result. -->
#
# The unfriendly case fits and is wrong. Three predictions are compared with three labels, all of them right, but
# one is a row and the other a column. **Predict** the shape of the comparison, and the accuracy.

# %%
predictions, labels = np.array([[1, 0, 1]]), np.array([[1], [0], [1]])
ax = plot_broadcast(predictions, labels, np.equal)
print("accuracy:", np.mean(predictions == labels).round(2))

# %% [markdown]
# *A row (1, 3) compared with a column (3, 1) gives a table (3, 3): every prediction is compared with every label,
# and five of nine comparisons agree.*
#
# All three predictions are right, and the accuracy says 0.56. <!-- derived --> <!-- answer --> No error, no warning.
# Only the shape gives it away.

# %% [markdown]
# Choose two shapes, **predict** the shape of the result, and follow one entry of it.

# %%
from helpers.playgrounds.broadcasting import play_broadcasting

play_broadcasting()

# %% [markdown]
# *Choose two shapes, and say whether they fit before you look.* <!-- alt: A table (3, 4) plus four numbers, which are
# pretended three times over, with lists for the shapes and the operation, and sliders for the row and the column of the
# framed entry: 0 + 10 = 10. -->
#
# Which pairs of these shapes do not fit? Find them all before you try.
#
# <details><summary>Answer</summary>
#
# `(3,)` with `(4,)`, `(1, 4)`, `(3, 4)` and `(2, 4)`: 3 against 4 in the last place. `(2, 4)` with `(3, 1)` and `(3,
# 4)`: 2 against 3 in the first place. Every other pair fits.
#
# </details>

# %% [markdown]
# ## Rank-1 arrays
#
# Why do so many of these accidents begin with `np.zeros(5)`? Because its shape is `(5,)`, an array with **one**
# axis. It is neither a row nor a column.
#
# **Predict** the three shapes: of `a`, of `a.T`, and of `a - column`.

# %%
a = np.zeros(5)
column = np.zeros((5, 1))
a.shape, a.T.shape, (a - column).shape

# %% [markdown]
# Turning `a` does nothing, <!-- answer --> since there is no second axis. In broadcasting it counts as a row, (1, 5),
# and against a column it grows into a table. The cures are cheap:
#
# - make vectors with two axes: `np.zeros((5, 1))` is a column, `np.zeros((1, 5))` a row;
# - turn a rank-1 array into a column with `a.reshape(5, 1)`, or `a.reshape(-1, 1)` where NumPy shall count;
# - write down what you believe, where it matters: `assert w.shape == (5, 1)` stops at once if it is false.

# %%
a = a.reshape(5, 1)
assert a.shape == (5, 1)
print((a - column).shape)

# %% [markdown]
# ### An assert for what you rely on
#
# The last of the three cures is a habit worth a minute of practice. The next function will be called with wrong shapes,
# and has to stop there.

# %% tags=["exercise"]
from helpers.arrays import count_examples

# %%
count_examples = check(count_examples)

# %% [markdown]
# ### Predict every shape
#
# Four inputs, five examples: `X` is (4, 5), `Y`, `A` and `dZ` are (1, 5), `w` is (4, 1), and `b` is a number.
# Fill in the shape of each expression as a tuple, or `"error"` where NumPy refuses. Do it with a pencil; a cell
# to try things comes after.

# %% tags=["exercise"]
from helpers.exercises.vectorization.shapes import answers as shapes

# %%
shapes = check(shapes=shapes)

# %%
X, w = np.ones((4, 5)), np.ones((4, 1))
Y, A, dZ = np.ones((1, 5)), np.ones((1, 5)), np.ones((1, 5))
print((X * Y).shape)  # try the others here

# %% [markdown]
# ## Forward: all examples at once
#
# In the loop of `02_logistic_regression` each example had its own $z^{(i)} = w^T x^{(i)} + b$. Put the examples
# side by side, and the matrix product does the same sum in every column:
#
# $$Z = [z^{(1)}, \dots, z^{(m)}] = w^T [x^{(1)}, \dots, x^{(m)}] + [b, \dots, b] = w^T X + b$$
#
# Shapes: $(1, n_x) \cdot (n_x, m) = (1, m)$, and $b$ is broadcast. The sigmoid works entry by entry, so
# $A = \sigma(Z) = [a^{(1)}, \dots, a^{(m)}]$ is $(1, m)$ too. **The loop is the specification**: the array form
# is right if it gives the same numbers as `neuron`, one column after the other.
#
# A small example, with whole numbers. The framed column of $X$ goes through $w^T$ and comes out as the framed $z$; the
# other columns do the same beside it, and none of them knows of another.

# %%
from helpers.figures.products import plot_product

w_small, X_small = (
    np.array([[1], [-2], [3]]),
    np.array([[1, 0, 2, 1, 3], [0, 1, 1, 2, 1], [1, 1, 0, 2, 0]]),
)
ax = plot_product(w_small.T, X_small, (0, 3), ("wᵀ", "X", "wᵀX"))

# %% [markdown]
# *Look at the frames: a row and a column in, one number out.* <!-- alt: A row (1, 3) times a table (3, 5) is a row (1,
# 5). The row, the fourth column (1, 2, 2) and the fourth number of the result are framed: 1 · 1 − 2 · 2 + 3 · 2 = 3.
# -->
#
# **Predict** the shape of the difference that the next cell looks at, for four features and six examples.

# %%
from helpers.activations import sigmoid
from helpers.logistic_loops import neuron
from helpers.losses import cost, loss

X, w, b = rng.normal(size=(4, 6)), rng.normal(size=(4, 1)), 0.3
A_loop = [neuron(X[:, [i]], w, b) for i in range(6)]
A = sigmoid(w.T @ X + b)
difference = A - np.array(A_loop)
difference.shape, np.max(np.abs(difference))

# %% [markdown]
# (1, 6), and zero, or as near to it as rounding gets. <!-- answer --> Two loops, over $i$ and over $j$, have become
# one line.

# %% [markdown]
# ## Backward: the gradient of all examples at once
#
# For one example you derived $dz = a - y$, then $dw_j = x_j\, dz$ and $db = dz$. For $m$ examples the gradient of
# the cost is the mean of these. Side by side,
#
# $$dZ = [a^{(1)} - y^{(1)}, \dots, a^{(m)} - y^{(m)}] = A - Y, \qquad \text{shape } (1, m).$$
#
# The bias is a plain mean, $db = \frac{1}{m} \sum_i dz^{(i)}$, one number. Entry $j$ of $dw$ sums over the
# examples,
#
# $$dw_j = \frac{1}{m} \sum_{i=1}^m x_j^{(i)}\, dz^{(i)},$$
#
# and this is row $j$ of $X$ times the column $dZ^T$. All rows together are one matrix product:
#
# $$dw = \frac{1}{m}\, X\, dZ^T, \qquad (n_x, m) \cdot (m, 1) = (n_x, 1), \text{ the shape of } w.$$
#
# Here the framed row of $X$, one feature of all examples, meets $dZ^T$, and the sum over the examples comes out:

# %%
dZ_small = np.array([[1, -1, 0, 2, -1]])
ax = plot_product(X_small, dZ_small.T, (1, 0), ("X", "dZᵀ", "X dZᵀ"))

# %% [markdown]
# *Look at the frames again. Which numbers of the table does the second number of the result depend on?* <!-- alt: A
# table (3, 5) times a column (5, 1) is a column (3, 1). The second row (0, 1, 1, 2, 1), the column and the second
# number of the result are framed: 0 · 1 + 1 · (−1) + 1 · 0 + 2 · 2 + 1 · (−1) = 2. -->
#
# **Predict** what `X * dZ` would give instead of `X @ dZ.T`, and in which shape.

# %% tags=["exercise"]
from helpers.logistic_regression import propagate

# %%
propagate = check(propagate)

# %% [markdown]
# Now two witnesses that know nothing of arrays. The first is the loop of the last notebook; the second the
# numerical gradient, which nudges one weight after the other and watches the cost. <!-- derived -->

# %%
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.logistic_loops import gradient_loop

Y = np.array([[1, 0, 0, 1, 1, 0]])
dw, db, J = propagate(w, b, X, Y)
by_loop = gradient_loop(w, b, X, Y)[0]
by_nudging = numerical_gradient(lambda w: propagate(w, b, X, Y)[2], w)
db_by_nudging = numerical_gradient(lambda b: propagate(w, b, X, Y)[2], b)
(
    relative_difference(dw, by_loop),
    relative_difference(dw, by_nudging),
    relative_difference(db, db_by_nudging),
)

# %% [markdown]
# All three differences are tiny: the first is rounding, the others are the limit of nudging. Both formulas stand.
#
# `X * dZ` is $(n_x, m)$: the products $x_j^{(i)} dz^{(i)}$, before they are summed over the examples. <!-- answer -->

# %% [markdown]
# ### What a difference means
#
# `relative_difference` is $\lVert a - b \rVert / (\lVert a \rVert + \lVert b \rVert)$, 0 for equal arrays and 1 for
# opposite ones. How large is it when something is wrong? **Predict** which of these four slips it can hardly see,
# with 400 examples.

# %%
from helpers.figures.tables import column

X_many, Y_many = rng.normal(size=(4, 400)), rng.integers(0, 2, size=(1, 400))
dw, _, _ = propagate(w, b, X_many, Y_many)
by_nudging = numerical_gradient(lambda w: propagate(w, b, X_many, Y_many)[2], w)
slips = {
    "nothing wrong": dw,
    "m − 1 instead of m": dw * 400 / 399,
    "last example left out": propagate(w, b, X_many[:, :-1], Y_many[:, :-1])[0] * 399 / 400,
    "sign lost": -dw,
    "in float32": dw.astype(np.float32),
}
for name, gradient in slips.items():
    print(f"{column(name, 22)} {relative_difference(gradient, by_nudging):.0e}")

# %% [markdown]
# Dividing by $m - 1$ shows about 0.001, and one forgotten example something between 0.0002 and 0.02, according to which
# one it is. <!-- answer --> <!-- claim: 03-slips --> There is no gap between right and wrong: a right gradient that is
# only rounded to `float32` shows about $10^{-8}$, <!-- claim: 03-float32 --> and a wrong one can show less than
# $10^{-3}$. So judge what lies between. Nudge by another $\varepsilon$: if the difference changes, it belongs to the
# referee; if it stays, it is in your gradient, a slip or a lack of digits. Test with few examples, where a small slip
# is large.

# %% [markdown]
# ### Bug clinic: a cost with too many terms
#
# `repair_cost` computes the cost and is right whenever $m = 1$. **Predict** the shape of `losses` for $m = 3$,
# then repair it.

# %% tags=["exercise"]
from helpers.losses import cost as repair_cost

# %%
repair_cost = check(repair_cost)

# %% [markdown]
# `losses` was (3, 3). <!-- answer --> The broken version adds up $m \cdot m$ products of labels and outputs of
# *different* examples. A sum hides shapes: after `np.sum` any table is one innocent number. Look at shapes before you
# sum.

# %% [markdown]
# ## The whole algorithm
#
# Here are both forms of one step of gradient descent side by side. The left one visits every example and every input;
# the right one visits nothing. The loop over the steps remains in both: each step needs the result of the one before.
#
# | with loops | vectorized |
# | --- | --- |
# | `J, db, dw = 0, 0, np.zeros((n_x, 1))` | |
# | `for i in range(m):` | |
# | &emsp; `z = b` | |
# | &emsp; `for j in range(n_x): z += w[j] * x[j]` | `Z = w.T @ X + b` |
# | &emsp; `a = sigmoid(z)` | `A = sigmoid(Z)` |
# | &emsp; `J += loss(a, y)` | `J = cost(A, Y)` |
# | &emsp; `dz = a - y` | `dZ = A - Y` |
# | &emsp; `for j in range(n_x): dw[j] += x[j] * dz` | `dw = X @ dZ.T / m` |
# | &emsp; `db += dz` | `db = np.sum(dZ) / m` |
# | divide `J`, `dw`, `db` by `m` | |
# | `w, b = w - learning_rate * dw, b - learning_rate * db` | the same |
#
# **Predict**: after `optimize` with 10 iterations, how long is `costs`, and which cost does its first entry hold?

# %% tags=["exercise"]
from helpers.logistic_regression import optimize

# %%
optimize = check(optimize)

# %% [markdown]
# `costs` has ten entries, one for each step, and the first is the cost of the weights that came in. <!-- answer -->
#
# How do weights become an answer? Above one half means 1, for all columns at once.

# %% tags=["exercise"]
from helpers.logistic_regression import predict

# %%
predict = check(predict)

# %% [markdown]
# One function remains: it chooses where to start. One neuron may start from zeros: its cost has no second valley, so
# the start does not decide where it ends.
#
# **Predict** how many weights there are for `X` of shape (784, 1560).

# %% tags=["exercise"]
from helpers.logistic_regression import train_logistic

# %%
train_logistic = check(train_logistic)

# %% [markdown]
# ### How much time does it save?
#
# There were 784 weights, one for each pixel. <!-- answer --> Now one and the same gradient, of 100 silhouettes, with
# the loops of `02_logistic_regression` and with your `propagate`. <!-- derived --> **Predict** the ratio.

# %%
X, Y = X_train[:, :100] / 255, cats.Y_train[:, :100]
w, b = np.zeros((784, 1)), 0.0
slow = seconds(gradient_loop, w, b, X, Y)
fast = seconds(propagate, w, b, X, Y)
print(f"loops {1000 * slow:.1f} ms, vectorized {1000 * fast:.3f} ms")
print(f"ratio of this run: {slow / fast:.0f}")
print(f"with loops, the training below would take {1000 * 15.6 * slow / 60:.0f} minutes")

# %% [markdown]
# Each time is the shortest of three runs of one gradient, by the clock, on this machine; the ratio of another run
# differs. <!-- answer --> The training below takes a thousand steps on 1,560 pictures, 15.6 times as
# many. <!-- derived -->

# %% [markdown]
# ### Bug clinic: a weight that became a matrix
#
# `repair_train_logistic` runs without a word. **Predict** the shape of `w` that it returns for the small example of
# above, three features and five examples, and what its costs do. Run the cell below it, then repair it.

# %% tags=["exercise"]
from helpers.logistic_regression import train_logistic as repair_train_logistic

# %%
w_odd, _, costs = repair_train_logistic(X_small, np.array([[1, 0, 1, 0, 1]]), 0.1, 3)
print(np.shape(w_odd), [f"{J:.3f}" for J in costs])

# %%
repair_train_logistic = check(repair_train_logistic)

# %% [markdown]
# The shape was (3, 3). <!-- answer --> The first cost was right, the second far higher, and from then on the costs fell
# as in any training. <!-- derived --> One axis too few at the start, and every step after it worked on a matrix. A line
# `assert w.shape == (n_x, 1)` in the loop would have stopped it in the second round.

# %% [markdown]
# ## Is it a cat?
#
# Everything is in place. Columns, then standardized rows, then training. The test pictures are measured with the
# mean and deviation of the training pictures.

# %%
X_train = flatten_images(cats.images_train) / 255
X_test = standardize(flatten_images(cats.images_test) / 255, X_train)
X_train = standardize(X_train, X_train)
w, b, costs = train_logistic(X_train, cats.Y_train, learning_rate=0.01, iterations=1000)

# %% [markdown]
# **Predict** the accuracy of a model that always answers "not a cat".

# %%
from helpers.metrics import accuracy, majority_baseline

baseline = majority_baseline(cats.Y_test)
train = accuracy(predict(w, b, X_train), cats.Y_train)
test = accuracy(predict(w, b, X_test), cats.Y_test)
print(f"always the same answer {baseline:.3f}, training {train:.3f}, test {test:.3f}")

# %% [markdown]
# A single neuron gets about 92 of 100 unseen pictures right, against 50 for a blind
# guess. <!-- answer --> <!-- claim: 03-test-accuracy --> With 400 test pictures the last digits are luck, give or take
# $\sqrt{0.92 \cdot 0.08 / 400}$, or 1.4 points. This usual distance between a measured share and the true one is called
# its *standard error*. The same training on 15 other draws of the pictures gave 0.86 to
# 0.94. <!-- claim: 03-test-accuracy-elsewhere -->

# %%
ax = plot_weights(w, (28, 28))
title = ax.set_title("orange: white here speaks for a cat")

# %% [markdown]
# *Look for the outline of a sitting cat, and for what the blue sides are blue for.* <!-- alt: The weights as a picture,
# for standardized pixels: orange where white speaks for a cat, blue where it speaks against. The broad bodies of cows,
# bears and elephants reach into the blue sides; a sitting cat fills the orange middle below. -->
#
# Which pictures does it get wrong? The ones it is most sure about teach the most.

# %%
A = sigmoid(w.T @ X_test + b)
worst = np.argsort(np.abs(A - cats.Y_test)[0])[-8:][::-1]
titles = [f"{cats.classes[cats.Y_test[0, i]]}\n{A[0, i]:.2f}" for i in worst]
axes = plot_images(cats.images_test[worst], titles)

# %% [markdown]
# *The eight largest errors, each with its true label and the probability of a cat that the neuron gave it. How do the
# cats among them differ from a sitting cat?* <!-- alt: The eight test pictures with the largest error, each with its
# true label and the probability of a cat that the neuron gave it: cats in close-up, from the front or on their feet,
# dogs that sit or lie like cats, a bird with its wings spread wide. -->

# %% [markdown]
# ### The learning rate
#
# How fast may it go? As in 02, there is a limit below which no step can raise the cost; for these pictures it is
# 0.084. <!-- claim: 03-limit --> **Predict** for the three learning rates below, after 150 steps: which one ends
# highest, and which one does not fall steadily?

# %%
from helpers.figures.curves import plot_costs

rates = (0.001, 0.03, 1.0)
runs = {f"α = {rate}": train_logistic(X_train, cats.Y_train, rate, 150) for rate in rates}
ax = plot_costs({label: costs for label, (_, _, costs) in runs.items()})

# %% [markdown]
# *Look at the last few steps of the line that leaps.* <!-- alt: The cost over 150 steps for three learning rates: the
# small one falls slowly, the middle one falls fast and smoothly, the large one leaps up again and again.
# --> <!-- claim: 03-rates -->
#
# The two rates below the limit fall at every step, the smaller one ends
# higher. <!-- answer --> <!-- claim: 03-rates --> The large one climbs above three times its first cost on the
# way. <!-- claim: 03-leaps --> Standardized rows matter here, too: each at 95 % of its own limit, 50 steps on them
# bring the cost lower than 300 steps on the pixels as they are. <!-- claim: 03-standardized -->
#
# Does a lower cost make a better neuron? The one above took 1,000 steps with the rate 0.01. <!-- derived --> Ten times
# that rate, with as many steps, goes much farther down. **Predict** its accuracy on the training pictures and on the
# test pictures.

# %%
w_far, b_far, costs_far = train_logistic(
    X_train, cats.Y_train, learning_rate=0.1, iterations=1000
)
for name, parameters in {"α = 0.01": (w, b), "α = 0.1": (w_far, b_far)}.items():
    on_train = accuracy(predict(*parameters, X_train), cats.Y_train)
    on_test = accuracy(predict(*parameters, X_test), cats.Y_test)
    print(f"{name:8}  training {on_train:.3f}, test {on_test:.3f}, baseline {baseline:.3f}")

right, right_far = (
    predict(w, b, X_test) == cats.Y_test,
    predict(w_far, b_far, X_test) == cats.Y_test,
)
print("right before, wrong now:", np.sum(right & ~right_far))
print("wrong before, right now:", np.sum(~right & right_far))

# %% [markdown]
# Better on the training pictures, worse on the test pictures. <!-- claim: 03-farther --> <!-- answer --> Is that luck?
# Both neurons answer the same 400 pictures, so only those count on which they differ: 15 were lost and 4 won. In five
# other draws of the pictures, too, training rose and more test pictures were lost than won. <!-- claim: 03-farther -->
# The 784 weights begin to learn accidents of the training pictures. This is **overfitting**.
#
# We looked at the test pictures here, and chose nothing by them. Whoever chooses a rate by its test accuracy has used
# the test for training: `06_hyperparameters` makes a method of this remark.

# %% [markdown]
# ### What a scrambling reshape costs
#
# Now the wrong `reshape(-1, m)` from above, on the same pictures, in training and test alike. Nothing complains.
#
# **Predict** its accuracy on the training pictures and on the test pictures.

# %%
S_train = cats.images_train.reshape(-1, 1560) / 255
S_test = cats.images_test.reshape(-1, 400) / 255
w_s, b_s, _ = train_logistic(S_train, cats.Y_train, learning_rate=0.1, iterations=1000)
train = accuracy(predict(w_s, b_s, S_train), cats.Y_train)
test = accuracy(predict(w_s, b_s, S_test), cats.Y_test)
print(
    f"always the same answer {baseline:.3f}, scrambled: training {train:.3f}, test {test:.3f}"
)

# %% [markdown]
# On the training pictures it beats a guess, because 784 weights can learn many accidents by
# heart. <!-- claim: 03-scrambled --> On new pictures it is a coin toss, the baseline itself. <!-- answer --> The
# shapes were right all the time.

# %%
axes = plot_images(S_train[:, :8].T.reshape(-1, 28, 28), names[:8])

# %% [markdown]
# *Eight columns of the scrambled matrix under the labels that the neuron was told. Look for an animal.* <!-- alt: Eight
# columns of the scrambled matrix, drawn as pictures under the labels that the neuron was told: random-looking black and
# white checks with pixels of hundreds of different pictures, and no animal anywhere. -->

# %% [markdown]
# ## Your own picture
#
# Draw an animal in black on white, or take a silhouette from anywhere, and upload it. The middle square of your
# picture is shrunk to 28 by 28 gray pixels, and turned into its negative if its rim is pale: this is what the
# neuron sees.
#
# Be fair to it. It has only seen white silhouettes on black, so a photograph with a busy background is outside
# everything it knows, and its answer there means nothing.

# %%
from helpers.playgrounds.upload import upload_button


def probability(images):
    X = flatten_images(images) / 255
    return sigmoid(w.T @ standardize(X, flatten_images(cats.images_train) / 255) + b)


upload_button(probability)

# %% [markdown]
# ## Summary
#
# - An array operation replaces a loop: `Z = w.T @ X + b`, `A = sigmoid(Z)`, `dZ = A - Y`, `dw = X @ dZ.T / m`,
#   `db = np.sum(dZ) / m`. The loop remains the specification, and both agree to rounding.
# - Examples are columns. `reshape` never moves a number, so `images.reshape(m, -1).T` is right and `reshape(-1, m)`
#   scrambles, silently.
# - Broadcasting compares shapes from the right; a 1 is copied. A row against a column gives a table, silently.
# - Give vectors two axes, (n, 1) or (1, n), and `assert` the shapes that you rely on.
# - A relative difference has no gap between right and wrong: look at what lies between $10^{-8}$ and $10^{-2}$.
# - One neuron tells cats from nine other kinds of silhouettes about 92 times in 100, where guessing gets 50. A lower
#   training cost is not always a better neuron. <!-- claim: 03-farther -->

# %% [markdown]
# ## Try it yourself
#
# These are open questions; nothing is graded.
#
# 1. Train for 10,000 steps with learning rate 0.1. What happens to the training and the test accuracy, and
#    to the weights as a picture? Are these data separable, in the sense of 02?
# 2. Use `load_animals` instead, where only one picture in ten is a cat. What is the baseline now, and how does the
#    scrambled model compare with always answering "no"? Count how often it says "cat" at all.
# 3. Shift every test picture by two pixels with `np.roll(images, 2, axis=2)`. How much accuracy is lost, and why does
#    a neuron care where the animal stands?
# 4. Write `propagate` with `np.einsum` and time it against yours.

# %% [markdown]
# ## Where this comes from
#
# - K. E. Iverson (1980), "Notation as a tool of thought", *Communications of the ACM* 23: whole arrays instead of
#   loops.
# - K. Goto, R. A. van de Geijn (2008), "Anatomy of high-performance matrix multiplication", *ACM Transactions on
#   Mathematical Software* 34: why one product of matrices is so fast.
# - S. van der Walt, S. C. Colbert, G. Varoquaux (2011), "The NumPy array: a structure for efficient numerical
#   computation", *Computing in Science & Engineering* 13: shapes, strides and broadcasting.
# - C. R. Harris and others (2020), "Array programming with NumPy", *Nature* 585.
# - Q. McNemar (1947), "Note on the sampling error of the difference between correlated proportions or percentages",
#   *Psychometrika* 12: two answers to the same questions differ only where they differ.

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
