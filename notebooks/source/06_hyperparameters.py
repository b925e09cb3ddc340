# %% [markdown]
# # Hyperparameters: a real problem, trained honestly
#
# You have built networks of any depth. This notebook spends them on real photographs of ten kinds of clothes, and asks
# the questions that come up in every project: how many layers, what learning rate, when to stop, and how good is the
# result *really*?
#
# ## What you will build
#
# A classifier that names what is in pictures like these, and an honest number for how often it is right.

# %%
import numpy as np

from helpers.datasets import load_fashion
from helpers.exercises.hyperparameters import check, hint
from helpers.figures.images import plot_images

data = load_fashion()
titles = [data.classes[y] for y in data.Y_train[0, :16]]
axes = plot_images(data.images_train[:16], titles)

# %% [markdown]
# *Which classes would you mix up yourself?* <!-- alt: Sixteen small gray photographs of clothes and shoes on black,
# with their classes above: ankle boots, T-shirts, a dress, pullovers, sneakers, sandals. -->
#
# There are 10,000 of them to learn from and 2,000 to test with, 28×28 pixels each, about one tenth of each class. The
# 2,000 are used in no notebook before this one, and here they stay closed until everything has been chosen. Stuck at an
# exercise? `hint(softmax)` gives a hint for the exercise of that name, and once more a stronger one.

# %% [markdown]
# ## Ten classes instead of two
#
# One output with a sigmoid answers yes or no. For ten classes the last layer gets ten units, one for each class, and
# $Z^{[L]}$ is $(10, m)$. How do ten numbers become ten probabilities that sum to 1? Make each positive with $e^z$, and
# divide by the sum. In every column
#
# $$a_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \qquad \text{for example} \quad
# z = (0, \log 3) \;\Rightarrow\; a = \left(\tfrac14, \tfrac34\right).$$
#
# This is the *softmax*. Adding the same number to all $z_k$ of a column multiplies top and bottom alike and changes
# nothing. So subtract the column's largest entry first: then no exponent is above 0, and nothing overflows.
#
# **Predict:** what is the softmax of the column (1000, 1000)? And what does `np.exp(1000)` give?
#
# **Exercise.** `softmax(Z)`, for all columns at once.

# %% tags=["exercise"]
from helpers.softmax import softmax

# %%
softmax = check(softmax)

# %% [markdown]
# Softmax gives (½, ½): <!-- answer --> only differences count. `np.exp(1000)` is `inf`, too large for a float, and
# `inf / inf` would be `nan`. This is what softmax makes of four numbers:

# %%
from helpers.figures.confusion import plot_softmax

axes = plot_softmax(softmax, [2.0, 1.0, -1.0, 0.5])

# %% [markdown]
# *Compare the order of the bars above and below, and what became of the negative number.* <!-- alt: Two rows of bars:
# above, four numbers z, one of them negative; below, their softmax: four positive bars that sum to 1 and stand in the
# same order of size, the largest in another color. -->

# %% [markdown]
# ## The gradient of softmax and cross-entropy
#
# The label becomes a column with a single 1, at the correct class: *one-hot*. The loss of an example is $L = -\sum_k
# y_k \log a_k$: only the probability of the correct class counts. With two classes it is the loss you know.
#
# For backpropagation we need $\partial L / \partial z_k$. Write $\log a_j = z_j - \log \sum_i e^{z_i}$. The last term
# is a logarithm of a sum, so by the chain rule its derivative is one over the sum, times the derivative of the sum:
#
# $$\frac{\partial}{\partial z_k} \log \sum_i e^{z_i} = \frac{e^{z_k}}{\sum_i e^{z_i}} = a_k.$$
#
# The first term, $z_j$, adds 1 if $j = k$ and nothing otherwise. So $\partial \log a_j / \partial z_k$ is $1 - a_k$ for
# $j = k$ and $-a_k$ for the others, and
#
# $$\frac{\partial L}{\partial z_k} = -\sum_j y_j \frac{\partial \log a_j}{\partial z_k}
# = -y_k + a_k \sum_j y_j = a_k - y_k,$$
#
# because the $y_j$ of a column sum to 1. All columns at once: $dZ = A - Y$, of shape $(n_y, m)$. It is, letter by
# letter, the $dZ$ of logistic regression.
#
# **Predict:** what is the sum of a column of $dZ$?
#
# **Exercise.** `softmax_gradient(Z, Y)`. Your `softmax` is there to be used.

# %% tags=["exercise"]
from helpers.softmax import softmax_gradient

# %%
softmax_gradient = check(softmax_gradient)

# %% [markdown]
# A column of $dZ$ sums to 0, <!-- answer --> because both $a$ and $y$ sum to 1: what one class gains is taken from the
# rest. <!-- derived -->
#
# The referee of this course is the numerical gradient: wiggle one entry of $Z$ and see how the sum of the losses
# changes. The cost is their mean, hence the factor $m$. First, three one-hot columns of four classes:

# %%
from helpers.softmax import one_hot, softmax_cost

rng = np.random.default_rng(0)
Z, Y = rng.normal(size=(4, 3)), one_hot([2, 0, 3], 4)
print(Y)

# %% [markdown]
# **Predict:** which of your numbers and the referee's should agree, and to how many digits?

# %%
from helpers.gradient_check import numerical_gradient, relative_difference

numerical = numerical_gradient(lambda Z: 3 * softmax_cost(softmax(Z), Y), Z)
print("relative difference:", relative_difference(softmax_gradient(Z, Y), numerical))

# %% [markdown]
# All twelve numbers agree, <!-- answer --> to about ten digits. <!-- claim: 06-referee --> That is as far as the
# referee itself can see.
#
# One thing can still go wrong. Where softmax has rounded a probability to 0, its logarithm is infinite, and
# `softmax_cost` avoids that by keeping $a$ above $10^{-15}$. That is a patch: the cost is wrong there. As in notebook
# 05, the cure is not to compute $a$ at all. The loss is $-\log a_k = \log \sum_j e^{z_j} - z_k$ for the correct class
# $k$, and the sum is kept from overflowing by taking out the largest entry $c$ of the column:
#
# $$\log \sum_j e^{z_j} = c + \log \sum_j e^{z_j - c}.$$
#
# **Predict:** for $z = (1000, 0)$ and the second class correct, what is the exact loss? What does `softmax_cost` say?
#
# **Exercise.** `softmax_cost_from_logits(Z, Y)`.

# %% tags=["exercise"]
from helpers.softmax import softmax_cost_from_logits

# %%
softmax_cost_from_logits = check(softmax_cost_from_logits)

# %%
far, second = np.array([[1000.0], [0.0]]), np.array([[0.0], [1.0]])
print("from Z:", softmax_cost_from_logits(far, second))
print("from A:", softmax_cost(softmax(far), second))

# %% [markdown]
# The loss is 1000. <!-- answer --> From $A$ it comes out as 34.5, which is $-\log 10^{-15}$. The gradient $A - Y$ is
# right in both cases, so training does not suffer; only the reported cost does. For well-behaved numbers both agree,
# and this notebook goes on with the shorter one.
#
# Nothing else in the network changes. In `forward` and `backward` from notebook 05 the output activation is exchanged,
# and in the cost the loss: two new words in the line.

# %%
from helpers.activations import RELU, Activation
from helpers.deep_network import backward, forward

SOFTMAX = Activation("softmax", softmax, None)


def gradient_and_cost(X, Y, parameters, hidden=RELU):
    A, caches = forward(X, parameters, hidden, SOFTMAX)
    return backward(A, Y, caches, hidden), softmax_cost(A, Y)


# %% [markdown]
# ## Mini-batches
#
# Gradient descent so far looked at all $m$ examples before each step. With 10,000 that is a lot of work for one step,
# and a thousand of them point in much the same direction. <!-- claim: 06-direction --> So: shuffle, take 64, make a
# step, take the next 64. One pass through all examples is an *epoch*; with batches of 64 it makes 157 steps instead of
# one.
#
# The shuffling matters. Data often come sorted, and a batch with nothing but trousers pulls toward trousers.
#
# **Exercise.** `mini_batches(X, Y, size, rng)`, one epoch's batches.

# %% tags=["exercise"]
from helpers.splits import mini_batches

# %%
mini_batches = check(mini_batches)

# %% [markdown]
# Now the photographs as columns of numbers: from 0 to 1, then the mean picture subtracted. `float32` is exact enough
# for training, <!-- claim: 07-digits --> and half as large as `float64`. How much time that saves, notebook 07
# measures.

# %%
from helpers.images import flatten_images

X_all = (flatten_images(data.images_train) / 255).astype(np.float32)
mean_picture = X_all.mean(axis=1, keepdims=True)
X_all, labels_all = X_all - mean_picture, data.Y_train
print(X_all.shape, labels_all.shape)

# %% [markdown]
# The training loop with mini-batches is the old one with one new line, the inner `for`. With `size` equal to $m$ it is
# gradient descent as before.

# %%
from helpers.gradient_descent import update
from helpers.initialization import scaled


def train(X, Y, parameters, size, epochs, rng, learning_rate=0.05):
    costs = []
    for _ in range(epochs):
        for X_batch, Y_batch in mini_batches(X, Y, size, rng):
            gradients, cost = gradient_and_cost(X_batch, Y_batch, parameters)
            parameters = update(parameters, gradients, learning_rate)
            costs.append(cost)
    return parameters, costs


# %% [markdown]
# Before the first step the network knows nothing about the ten classes.
#
# **Predict** its cost: what does the loss of one example cost when every class gets the same probability?

# %%
X_few, Y_few = X_all[:, :2000], one_hot(labels_all[:, :2000], 10).astype(np.float32)


def begin(rng):
    return [(W.astype(np.float32), b.astype(np.float32)) for W, b in scaled((784, 64, 10), rng)]


first = gradient_and_cost(X_few, Y_few, begin(np.random.default_rng(1)))[1]
print(f"first cost {first:.3f}, log 10 = {np.log(10):.3f}")

# %% [markdown]
# Each class gets $\frac{1}{10}$, which costs $\log 10 \approx 2.303$. <!-- answer --> The untrained network is near
# that, mostly a little above: on 20 draws between 2.25 and 2.5. <!-- claim: 06-first-cost --> Its guesses are not quite
# equal. This is the cheapest test of a training program: a first cost far from $\log n_y$ means a mistake before the
# first step.
#
# Now five epochs with 2,000 photographs, with mini-batches of four sizes. A size is only fairly judged at a learning
# rate that suits it. So each size tries four rates from the same start, and keeps the one whose final cost on
# all 2,000 is the smallest.
#
# **Predict:** which size lowers the cost most in five epochs? Which makes the smoothest curve? And do large batches
# want larger or smaller rates than small ones?

# %%
curves = {}
for size in (16, 64, 256, 2000):
    ends = []
    for rate in (0.03, 0.1, 0.3, 1.0):
        rng = np.random.default_rng(1)
        trained, costs = train(X_few, Y_few, begin(rng), size, 5, rng, rate)
        ends.append((gradient_and_cost(X_few, Y_few, trained)[1], rate, costs))
    end, rate, curves[f"size {size}"] = min(ends)
    print(f"size {size:4}: best rate {rate:4}, cost {end:.3f} after five epochs")

# %% [markdown]
# Drawn over epochs and not over steps, so that all four lines have looked at the same examples at the same place:

# %%
from helpers.figures.batches import plot_batch_costs

ax = plot_batch_costs(curves, epochs=5)

# %% [markdown]
# *Cost against epochs for four sizes of mini-batches, each at its best rate; all 2,000 at once make five
# steps. <!-- derived --> A thick line is the mean over a quarter of an epoch. Look at how much each line jumps, and
# where it ends.*
#
# Per epoch, mini-batches of 16 end lowest, <!-- answer --> and all 2,000 at once far above the rest; 64 and 256 lie
# between. <!-- claim: 06-batch-sizes --> The smoothest curve is the one of the full batch, which has the least noise
# and does the least. (A sentence like the first one was held against six draws of the photographs, each with a seed of
# its own. Your digits may differ; the sentence should not.) The same number of examples was looked at each time: many
# rough steps in about the right direction did more than five exact ones. <!-- claim: 06-batch-sizes --> From 16 to 256
# the best rate grew or stayed on all six draws, <!-- claim: 06-batch-rates --> since a rough direction is not worth a
# long step. It does not go on like that: for all 2,000, with five steps in all, the best rate was that of 256 on three
# draws, smaller on two and larger on one. <!-- claim: 06-batch-rates --> All this is counted in epochs. In seconds it
# is another question: the smaller the batch, the more Python's own overhead weighs. <!-- derived --> Notebook 07 takes
# that up.

# %% [markdown]
# ## Parameters and hyperparameters
#
# The *parameters* of a network are the $W^{[l]}$ and $b^{[l]}$: gradient descent sets them. How many are there?
#
# **Exercise.** `parameter_count(layer_sizes)`.

# %% tags=["exercise"]
from helpers.initialization import parameter_count

# %%
parameter_count = check(parameter_count)

# %% [markdown]
# **Predict:** which has more parameters, ten classes straight from 784 pixels, or a network with two hidden layers of
# 32? By what factor?

# %%
for sizes in ((784, 10), (784, 32, 32, 10), (784, 128, 10), (784, 256, 128, 10)):
    print(sizes, f"{parameter_count(sizes):>9,} parameters")

# %% [markdown]
# The one with hidden layers, <!-- answer --> by a factor of a little more than three: <!-- derived --> its first layer
# has 32 rows of 784 weights instead of 10.
#
# Everything that has to be chosen *before* gradient descent can begin is a *hyperparameter*: the learning rate
# $\alpha$, the number of iterations or epochs, the number of layers $L$, the units $n^{[l]}$ of each, the activation
# $g$, the size of the mini-batches. "Hyper" is Greek for above: they stand above the parameters, because which $W$ and
# $b$ come out depends on them. Most of them are whole numbers or names, with no slope to follow. (For some, such as the
# learning rate, a slope can be computed through the whole training, but that costs more than trying.) <!-- derived -->
# One tries.
#
# **Exercise.** For each of these write `"parameter"`, `"hyperparameter"` or `"neither"`.

# %% tags=["exercise"]
from helpers.exercises.hyperparameters.roles import answers as roles

# %%
roles = check(roles=roles)

# %% [markdown]
# ## Three parts: training, validation, test
#
# If one tries, one compares, and on what? Not on the examples that were trained on: a network can know those by heart.
# And not on the test set either. To see why, let 100 students answer 50 questions by tossing a coin.
#
# **Predict:** how many percent does the best of them get right? And how many will the same student get next time?

# %%
coins = np.random.default_rng(0)
exam, next_exam = coins.integers(0, 2, (2, 100, 50)).mean(axis=2)
best = exam.argmax()
print(f"the best of 100: {exam[best]:.0%}   the same student next time: {next_exam[best]:.0%}")

# %% [markdown]
# Nobody learned anything, and still the best looks good: <!-- answer --> the maximum of many noisy numbers is too high.
# In forty repetitions the best of the 100 got between 64 % and 76 % right, and from 38 % to 70 % the next time, as
# anyone would. <!-- claim: 06-coins --> The same happens to the winner among 100 settings on a test set. So the
# examples are cut in three:
#
# - the **training** part sets the parameters;
# - the **validation** part chooses the hyperparameters, as often as you like;
# - the **test** part is touched *once*, at the very end, and its number is reported whatever it is.
#
# **Exercise.** `split(X, Y, fractions, rng)`, for any number of parts.

# %% tags=["exercise"]
from helpers.splits import split

# %%
split = check(split)

# %% [markdown]
# The test photographs came apart already, so here two parts are enough. The last line counts pictures that are in both.

# %%
from helpers.splits import overlap

(X_train, labels_train), (X_validation, labels_validation) = split(
    X_all, labels_all, (0.8, 0.2), np.random.default_rng(0)
)
print(X_train.shape, X_validation.shape, "in both:", overlap(X_train, X_validation))

# %% [markdown]
# The mean picture was taken before the cut, over both parts. Strictly it belongs to the training part alone: what
# validates should not have been looked at before. For one mean of 10,000 pictures the accuracy of the first setting
# below changes by 0.002 at most, on six draws of the photographs. <!-- claim: 06-mean-picture -->
#
# The baseline, for every accuracy from here on:

# %%
from helpers.metrics import majority_baseline

baseline = majority_baseline(labels_validation)
print(f"always the most frequent class: {baseline:.3f}")

# %% [markdown]
# ## How sure is an accuracy?
#
# The validation part has 2,000 photographs. With 2,000 others the accuracy would be a little different. By how much?
# An answer is right with probability $p$. Count 1 for a right answer and 0 for a wrong one: the mean is $p$, and the
# mean squared deviation from it, the *variance*, is
#
# $$p\,(1 - p)^2 + (1 - p)\,p^2 = p\,(1 - p).$$
#
# The variance of a sum of independent numbers is the sum of their variances. So the sum of $m$ answers has the variance
# $m\,p\,(1 - p)$. Their mean, which is the accuracy, is $m$ times smaller, so every squared deviation is $m^2$ times
# smaller: its variance is $p\,(1 - p)/m$. The root is the **standard error**: the usual distance between a measured
# accuracy and the true one. Two measurements in three lie within one standard error of the truth, nineteen in twenty
# within two. <!-- cited -->
#
# **Predict** the standard error of an accuracy of 0.85 on 2,000 examples: 0.001, 0.01 or 0.1?
#
# **Exercise.** `standard_error(p, m)`.

# %% tags=["exercise"]
from helpers.metrics import standard_error

# %%
standard_error = check(standard_error)

# %%
for m in (100, 400, 2000, 10_000):
    print(f"0.85 on {m:6,} examples: ± {standard_error(0.85, m):.4f}")

# %% [markdown]
# About 0.008. <!-- answer --> A difference of half a point between two networks is smaller than that, so is it never
# visible with 2,000 examples? It may be: both networks answer the *same* examples. An example that is right for both,
# or wrong for both, does not say which is better. Only the others count. Give example $i$ the number $d_i = 1$ if only
# the second network is right, $-1$ if only the first is, and 0 otherwise. The mean of the $d_i$ is the difference of
# the two accuracies, and its standard error is the standard deviation of the $d_i$ divided by $\sqrt m$. This is a
# **paired** comparison.
#
# **Predict:** two networks agree on everything except 40 of 2,000 examples. There one is right 30 times, the other 10.
# The difference is 1 %. How many of its standard errors is that?
#
# **Exercise.** `paired_comparison(first, second, labels)`.

# %% tags=["exercise"]
from helpers.metrics import paired_comparison

# %%
paired_comparison = check(paired_comparison)

# %%
truth = np.zeros((1, 2000), dtype=int)
one, other = truth.copy(), truth.copy()
one[0, :30], other[0, 30:40] = 1, 1  # one is wrong 30 times, the other 10 times
difference, error = paired_comparison(one, other, truth)
print(f"difference {difference:.4f}, standard error {error:.4f}")

# %% [markdown]
# More than three. <!-- answer --> Compared as if each network had seen examples of its own, the same difference at an
# accuracy near 0.85 would be less than one of its standard errors. <!-- derived --> A rule of thumb: believe a
# difference of two standard errors a little, of three more.
#
# One thing this number does not contain: the chance in the training itself, the initial weights and the order of the
# mini-batches. For that, train with several seeds.

# %% [markdown]
# ## One at a time
#
# A *setting* is a dict with all hyperparameters. Its score is the validation accuracy of the network that it trains;
# the helper is your loop from above, with a name for every hyperparameter. So that trying is quick, the trials in this
# section train on 2,000 photographs only.

# %%
from helpers.search import BASE, score_setting

trial_data = X_few, Y_few = (
    X_train[:, :2000],
    one_hot(labels_train[:, :2000], 10).astype(np.float32),
)
held_out = X_validation, labels_validation


def score(setting, seed=0):
    return score_setting(trial_data, held_out, setting, np.random.default_rng(seed))


print(BASE, "->", score(BASE))

# %% [markdown]
# Change one hyperparameter and leave the others. Each value gets three seeds, which decide the initial weights and the
# order of the mini-batches. Without them one would take luck for insight.
#
# **Predict:** what do you expect for a very small and a very large learning rate?

# %%
from helpers.figures.search import plot_sweep

rates = (0.001, 0.01, 0.1, 0.3, 1.0, 2.0)
with np.errstate(
    all="ignore"
):  # a rate that is too large overflows: that is what we want to see
    scores = [[score({"learning_rate": rate}, seed) for seed in range(3)] for rate in rates]
ax = plot_sweep(rates, scores, "learning rate", baseline, log=True)

# %% [markdown]
# *Validation accuracy against the learning rate on a logarithmic axis, three dots a value. Look at the two ends: about
# 0.4 at 0.001, and at 2 down at the dotted baseline; from 0.1 to 1 it is about 0.8.* <!-- claim: 06-rates -->
#
# Too small, and ten epochs do not suffice to get anywhere. <!-- claim: 06-rates --> <!-- answer --> Too large, and one
# step jumps so far that no unit recovers. Between them lies a range of a factor of ten in which the accuracy changes by
# five points at most; <!-- claim: 06-rates-flat --> its far end is a cliff. Now activations:
#
# **Predict:** the rate that suits one activation, does it suit another?

# %%
activations = {"tanh": "tanh", "ReLU": "relu", "leaky ReLU": "leaky_relu", "sigmoid": "sigmoid"}
settings = {name: {"hidden": hidden} for name, hidden in activations.items()}
settings["sigmoid, rate 0.5"] = {"hidden": "sigmoid", "learning_rate": 0.5}
scores = [[score(setting, seed) for seed in range(3)] for setting in settings.values()]
ax = plot_sweep([*settings], scores, "activation of the hidden layer", baseline)
ax.tick_params(axis="x", labelsize=9)

# %% [markdown]
# *Validation accuracy of three seeds for tanh, ReLU, leaky ReLU and sigmoid at the rate 0.05, and for the sigmoid at
# 0.5. <!-- derived --> Look at the last two.*
#
# At the rate 0.05 the sigmoid is last, by five points or more. <!-- claim: 06-activations --> With a rate ten times as
# large it is as good as the others, to within four points. <!-- claim: 06-activations --> So a rate that suits one need
# not suit another. <!-- answer --> A comparison at one rate compares the rate as much as the activation:
# hyperparameters depend on one another.
#
# The other hyperparameters the same way, with 8,000 photographs and five seeds each, are stored;
# `python -m helpers.experiments hyperparameters` repeats them in some minutes.

# %%
from helpers.experiments import stored
from helpers.figures.search import plot_sweeps

axes = plot_sweeps(stored("hyperparameters"))

# %% [markdown]
# *Look at which of the six changes most from end to end, and which hardly at all.* <!-- alt: Six small plots of
# validation accuracy, five seeds a value. It rises with the learning rate up to 0.1, with the epochs up to 40, with the
# units up to 256; it is lowest without a hidden layer and about equal with one to four; it is lower with sigmoid than
# with the other activations; and it falls as mini-batches grow from 16 to 1,024. --> <!-- claim: 06-sweeps -->
#
# The largest effects, in this order: learning rate, mini-batch size and epochs, which decide how far training gets;
# then whether there are more than a handful of units, and whether the activation is the sigmoid or
# another. <!-- claim: 06-sweeps-order --> The first hidden layer comes last, with two
# points. <!-- claim: 06-sweeps-order --> From one to two hidden layers, or from 64 to 256 units, the mean rises by less
# than two points. <!-- claim: 06-sweeps-flat --> All five seeds share one split, so the small spread of the dots says
# nothing about other photographs. And remember that smaller batches were given the same epochs, and so more steps, and
# all but one plot the same rate.

# %% [markdown]
# Change the settings yourself. *Play* trains the chosen setting for ten epochs, in the mini-batches that your function
# cuts, and leaves a dot; then choose another one. The validation part here is 1,600 photographs.

# %%
from helpers.playgrounds.settings import SettingsPlayground

SettingsPlayground(trial_data, held_out, baseline, mini_batches)

# %% [markdown]
# *Press Play, and look at where the new dot on the right lies among the others.* <!-- alt: Left, axes for the accuracy
# of the chosen setting by epochs, empty before Play; right, axes for the validation accuracy of every setting tried
# against its learning rate, with a ring for the untrained network. A dotted line marks the baseline, 0.11. -->
#
# How good a setting do you find in ten tries? Write down what you change and why, before you press Play.

# %% [markdown]
# ## What overfitting looks like
#
# More epochs are better, it seems. <!-- claim: 06-sweeps --> Is that always so? Take 500 photographs, a network with
# far more parameters than that, and watch cost and accuracy on both parts after every epoch.
#
# **Predict:** where does the accuracy on the training part end, and where that on the validation part? And the two
# costs?

# %%
from helpers import classifier
from helpers.search import train_setting

few = X_train[:, :500], labels_train[:, :500]
history = []


def watch(step):
    for X, labels in (few, held_out):
        A = classifier.probabilities(X, step.parameters)
        history.append(
            [softmax_cost(A, one_hot(labels, 10)), np.mean(A.argmax(axis=0) == labels)]
        )


crammed = {"units": 256, "learning_rate": 0.1, "size": 16, "epochs": 30}
rng = np.random.default_rng(0)
_ = train_setting(few[0], one_hot(few[1], 10).astype(np.float32), crammed, rng, watch)

# %% [markdown]
# At which epoch would you stop, if you saw only the validation part?

# %%
from helpers.figures.batches import plot_overfitting_twice

train_history, validation_history = np.array(history[0::2]), np.array(history[1::2])
axes = plot_overfitting_twice(train_history, validation_history, baseline)

# %% [markdown]
# *Look for the epoch at which the two lines of the left picture part.* <!-- alt: Two pictures by epochs. Left, the
# cost: the training cost goes down toward 0; the validation cost falls, then goes up again from the point that is
# marked. Right, the accuracy: training reaches 1, validation stays level. -->
#
# The training accuracy ends at 1. <!-- claim: 06-overfitting --> <!-- answer --> The validation *cost* is lowest
# between the sixth and the sixteenth epoch and then rises again, by 0.03 or more until the thirtieth; the training cost
# falls below 0.05. <!-- claim: 06-overfitting --> That is *overfitting*: the network learns its 500 pictures by heart,
# and some of what it learns holds for no others. The validation *accuracy* hides it. It stays nearly level, between
# 0.75 and 0.82 at the end, <!-- claim: 06-overfitting-accuracy --> because it only asks which class is first. The cost
# also sees how sure the network is of its mistakes, and it grows ever surer. <!-- claim: 06-overfitting -->
#
# Two remedies are in your hands already: more examples, and stopping where the validation cost begins to go up. A
# network that is bad on *both* parts does the opposite, it underfits: then train longer, or make it larger.

# %% [markdown]
# ## The rule, agreed on beforehand
#
# From here on you search, compare and choose. Every choice that is made *after* looking at results can be bent toward
# the result one hoped for, without noticing. So agree on the rule first:
#
# 1. **Candidates** are three networks chosen by hand, with none, one and two hidden layers, and the top setting of a
#    random search.
# 2. **The measure** is the mean validation accuracy of three seeds, each trained on all 8,000 training photographs.
# 3. **The choice:** of the candidates that are behind the best by no more than one standard error of the paired
#    comparison, the one with the fewest parameters. Among equals the simplest is taken.
# 4. **The schedule:** the chosen setting is then trained longer, with ten times smaller steps at the end. That is kept
#    if it raises the mean validation accuracy. <!-- derived -->
# 5. **The test:** one training on all 10,000 photographs, and one look at the test photographs. That accuracy is
#    reported with its standard error, whatever it is.
#
# **Predict** which candidate will be taken. Write it down.

# %% [markdown]
# ## Searching at random
#
# Several hyperparameters at once make a space, and there are two ways to walk it: a grid, or darts. On a grid of four
# by four, sixteen trainings try only four learning rates.

# %%
from helpers.figures.search import plot_grid_and_random

axes = plot_grid_and_random(
    lambda x, y: 0.9 * np.exp(-20 * (x - 0.27) ** 2) + 0.05 * y, np.random.default_rng(3)
)

# %% [markdown]
# *Count the values of x that each of the two has tried.* <!-- alt: The same gray hill twice, a ridge that depends on x
# and hardly on y. Left, sixteen points on a grid, which try four values of x and miss the ridge; right, sixteen random
# points, which try sixteen values of x, two of them on the ridge. --> <!-- derived -->
#
# Nobody knows beforehand which hyperparameter matters. Random points do not waste trials on the one that does not, as
# Bergstra and Bengio showed in 2012. <!-- cited -->
#
# Learning rates differ by factors: 0.001, 0.01 and 0.1 deserve equal chances. Drawn uniformly between 0.0001 and 1,
# nine in ten would be above 0.1. So draw the exponent uniformly.
#
# **Exercise.** `log_uniform(low, high, n, rng)`.

# %% tags=["exercise"]
from helpers.search import log_uniform

# %%
log_uniform = check(log_uniform)

# %% [markdown]
# The search itself: draw, evaluate, sort. `evaluate` is a function, handed in like a number.
#
# **Exercise.** `random_search(choices, evaluate, trials, rng)`.

# %% tags=["exercise"]
from helpers.search import random_search

# %%
random_search = check(random_search)

# %% [markdown]
# Rehearse before you pay. `rehearsal_score` makes up a score at once, so that a search of 200 trials takes no time.

# %%
from helpers.experiments.resumable_search import results_table
from helpers.search import rehearsal_score

choices = {
    "learning_rate": log_uniform(0.001, 1, 100, np.random.default_rng(0)),
    "units": [8, 16, 32, 64, 128],
}
print(results_table(random_search(choices, rehearsal_score, 200, np.random.default_rng(0)), 5))

# %% [markdown]
# A real search can take hours, and hours get interrupted: by you, by a battery. `resume_search` does what yours does,
# with a progress bar, and keeps every finished trial in a list. Here the fifth trial is interrupted, as if you had
# pressed the stop button.

# %%
from helpers.experiments.resumable_search import resume_search

trials = []


def interrupted(setting):
    if len(trials) == 4:
        raise KeyboardInterrupt
    return rehearsal_score(setting)


try:
    resume_search(choices, interrupted, 12, np.random.default_rng(0), trials)
except KeyboardInterrupt:
    print("interrupted after", len(trials), "trials")

# %% [markdown]
# Started again with the same list and the same seed, it goes on with the fifth, and ends as if nothing had happened.
# (With `save_to="search.json"` the results survive the loss of the kernel too: `load_results("search.json")` of the
# same module brings the list back.)

# %%
resumed = resume_search(choices, rehearsal_score, 12, np.random.default_rng(0), trials)
whole = resume_search(choices, rehearsal_score, 12, np.random.default_rng(0), [])
print("the same as without the interrupt:", resumed == whole)

# %% [markdown]
# Now in earnest, with 16 trials. If it takes too long, press the stop button; run the second cell again to go on.

# %%
choices = {
    "learning_rate": log_uniform(0.003, 0.5, 100, np.random.default_rng(7)),
    "layers": [0, 1, 2, 3],
    "units": [16, 32, 64, 128],
    "size": [16, 32, 64, 128],
}
trials = []

# %%
with np.errstate(all="ignore"):
    results = resume_search(choices, score, 16, np.random.default_rng(7), trials)
print(results_table(results), f"\n{baseline:.3f}   always the same class")

# %% [markdown]
# A table shows the best; a picture shows what they have in common, and what the bad ones have.

# %%
from helpers.figures.search import plot_search

ax = plot_search(results, color="size")

# %% [markdown]
# *Validation accuracy of sixteen trials against their learning rate, colored by the size of the mini-batches; the best
# trial is ringed. <!-- derived --> Look at where the dark dots, small batches, do well, and where the bright ones do.*
#
# Are large batches with small rates at the bottom? That would agree with the experiment on mini-batches above, but
# sixteen trials in which four things vary prove no law: <!-- derived --> a dot that is low may have too few units, or
# an unlucky seed. Several quite different settings are about equally good, which is common, and good news: close is
# good enough. Do not read the table as an order of merit either. One standard error of each score is
# 0.009, <!-- derived --> and each setting had one seed. That is why the best is only a *candidate*.

# %% [markdown]
# ## Side by side, and the test set, once
#
# Now the rule does its work. Four candidates, on all 8,000 training photographs, eight epochs, three seeds each: no
# hidden layer (that is logistic regression for ten classes), one, two, and what the search has found. The bar shows how
# far it is.

# %%
candidates = {
    "no hidden layer": {"layers": 0},
    "one hidden layer": {"units": 128},
    "two hidden layers": {"units": 128, "layers": 2},
    "best of the search": results[0][1],
}
full = X_train, one_hot(labels_train, 10).astype(np.float32)


def answers_of(setting, seed):
    parameters = train_setting(*full, {**setting, "epochs": 8}, np.random.default_rng(seed))
    return classifier.predict(X_validation, parameters)


# %% [markdown]
# Train all of them, and keep what each answers on the validation part:

# %%
import sys

from tqdm import tqdm

answers = {
    name: [answers_of(setting, seed) for seed in range(3)]
    for name, setting in tqdm(candidates.items(), "candidates", file=sys.stdout, ncols=78)
}

# %% [markdown]
# The baseline first, then means and ranges, and the number of parameters:

# %%
from helpers.figures.tables import column
from helpers.metrics import accuracy
from helpers.search import sizes_of

scores = {
    name: [accuracy(one, labels_validation) for one in found] for name, found in answers.items()
}
counts = {
    name: parameter_count(sizes_of({**BASE, **setting}, 784, 10))
    for name, setting in candidates.items()
}
print(column("always the same class", 22), f"{baseline:.3f}")
for name, found in scores.items():
    print(
        f"{column(name, 22)} {np.mean(found):.3f}   from {min(found):.3f} to {max(found):.3f}",
        f"{counts[name]:>9,} parameters",
    )

# %% [markdown]
# How far is each behind the one with the highest mean? The paired comparison is made seed by seed, and its two numbers
# are averaged over the three.

# %%
best = max(scores, key=lambda name: np.mean(scores[name]))
behind = {}
for name, found in answers.items():
    pairs = [
        paired_comparison(*pair, labels_validation)
        for pair in zip(found, answers[best], strict=True)
    ]
    behind[name] = np.mean(pairs, axis=0)
    print(f"{column(name, 22)} behind by {behind[name][0]:.4f} ± {behind[name][1]:.4f}")
chosen = min((name for name in behind if behind[name][0] <= behind[name][1]), key=counts.get)
print(f"highest mean: {best}. Chosen by the rule: {chosen}")

# %% [markdown]
# Was it the one you wrote down? <!-- answer --> A hidden layer is worth its price: on six draws of the photographs, the
# network without one was behind by one and a half points or more, <!-- claim: 06-hidden-layer --> several standard
# errors. Between two hidden layers and the small network of the search the difference lay between −1.5 and 1.5 points,
# sometimes one ahead, sometimes the other. <!-- claim: 06-order --> Do not call such a difference a fact. The rule does
# not need to know: it takes the smallest network that is not visibly worse. <!-- derived -->
#
# Point 4 of the rule: more epochs, which the sweep has found useful, and ten times smaller steps in the last five, so
# that training settles instead of jumping about. <!-- claim: 06-sweeps --> It is a new setting, so it is validated like
# the others, on the 8,000.

# %%
from helpers.gradient_descent import train_in_batches


def train_long(X, Y, setting, rng):
    s = {**BASE, **setting}
    sizes, rate, size = sizes_of(s, 784, 10), s["learning_rate"], s["size"]
    parameters, _ = classifier.train_classifier(X, Y, sizes, rate, 15, size, rng)
    step = classifier.gradient_and_cost
    return train_in_batches(X, Y, parameters, step, size, rate / 10, 5, rng)[0]


setting, longer = candidates[chosen], []
for seed in range(3):
    parameters = train_long(*full, setting, np.random.default_rng(seed))
    longer.append(classifier.predict(X_validation, parameters))
long_scores = [accuracy(one, labels_validation) for one in longer]
print(f"eight epochs          {np.mean(scores[chosen]):.3f}")
print(f"twenty, settling down {np.mean(long_scores):.3f}")

# %% [markdown]
# The longer schedule is kept if its mean is higher. On 14 draws of the photographs it always was, by 0.1 to 2.3
# points. <!-- claim: 06-schedule --> Nothing is left to choose, so the last training may use all 10,000 photographs.

# %%
from time import perf_counter

Y_all, rng, began = (
    one_hot(labels_all, 10).astype(np.float32),
    np.random.default_rng(0),
    perf_counter(),
)
if np.mean(long_scores) > np.mean(scores[chosen]):
    parameters = train_long(X_all, Y_all, setting, rng)
else:
    parameters = train_setting(X_all, Y_all, {**setting, "epochs": 8}, rng)
print(f"trained in {perf_counter() - began:.0f} seconds")

# %% [markdown]
# **Predict** the accuracy on the test set before you open it, and how far it may be from the validation accuracy. Note
# that the mean picture is the one of the training photographs: the test set must not influence anything, not even a
# mean.

# %%
X_test = (flatten_images(data.images_test) / 255).astype(np.float32) - mean_picture
A_test = classifier.probabilities(X_test, parameters)
predicted = A_test.argmax(axis=0, keepdims=True)
tested = accuracy(predicted, data.Y_test)
print(f"baseline      {majority_baseline(data.Y_test):.3f}")
print(f"test accuracy {tested:.3f} ± {standard_error(tested, 2000):.3f}, one standard error")

# %% [markdown]
# That is the number to report, with its standard error, <!-- answer --> and the test set is closed now. Whoever goes
# back and changes a hyperparameter because of it has turned it into a second validation set. (What follows looks at the
# same answers, to understand what goes wrong. Nothing is chosen by them any more.) Is it a little off the validation
# accuracy? Both numbers have a standard error of about 0.008, so a difference of 0.02 is nothing
# strange. <!-- derived -->

# %% [markdown]
# ## Bug clinic: too good to be true
#
# A colleague compares settings with several seeds each and reports the accuracy of the best. <!-- derived --> The
# numbers are excellent, and nobody can repeat them. The docstring says what should be reported; the code does something
# else, in two places.

# %% tags=["exercise"]
from helpers.search import report as repair_report

# %%
repair_report = check(repair_report)

# %% [markdown]
# How much does it matter? Below are 50 settings that are equally good: each has a true accuracy of 0.85, and every
# measured score is off by chance. <!-- derived --> An honest report must come out near 0.85.
#
# **Predict:** what will the colleague report?

# %%
rng = np.random.default_rng(2)
validation_scores, test_scores = 0.85 + 0.015 * rng.normal(size=(2, 50, 3))
print(f"by the rules      {repair_report(validation_scores, test_scores)[1]:.3f}")
by_the_tests = test_scores.mean(axis=1).argmax()
print(f"the colleague     {test_scores[by_the_tests].max():.3f}")

# %% [markdown]
# ## Where it errs
#
# About three points too much. <!-- answer --> In forty repetitions the colleague reported between 0.86 and 0.91, and
# the report by the rules was within 0.015 of 0.85. <!-- claim: 06-report -->
#
# One number hides *which* mistakes are made. Count them: row $k$ for what a picture is, column $j$ for what it was
# taken for.
#
# **Exercise.** `confusion_counts(predictions, labels, n_classes)`.

# %% tags=["exercise"]
from helpers.metrics import confusion_counts

# %%
confusion_counts = check(confusion_counts)

# %% [markdown]
# **Predict:** which two classes will be confused most?

# %%
from helpers.figures.confusion import plot_confusion

counts = confusion_counts(predicted, data.Y_test, 10)
ax = plot_confusion(counts, data.classes)

# %% [markdown]
# *Right answers are on the diagonal. Look for the bright cells beside it.* <!-- alt: A table of ten by ten counts. The
# diagonal, right answers, holds most of the 2,000; off it, the brightest cells are shirts, coats, pullovers and
# T-shirts taken for one another, and sneakers, sandals and ankle boots for one another. -->
#
# Shirts and T-shirts, most likely. <!-- answer --> In each of six draws of the photographs, shirts were the class with
# the most mistakes. <!-- claim: 06-shirts --> The mistakes have a pattern. Trousers and bags are almost always
# recognized; what has sleeves is confused with what has sleeves. <!-- claim: 06-trousers --> And these are the pictures
# that the network is most wrong about, those where it was sure:

# %%
from helpers.figures.confusion import plot_most_wrong

axes = plot_most_wrong(data.images_test, data.Y_test, A_test, data.classes)

# %% [markdown]
# *Which of these would you have got wrong as well?* <!-- alt: Eight photographs whose wrong answers got the largest
# probabilities, and the labels from the data. Several would puzzle a person too. -->
#
# Look at mistakes one by one whenever you can. Here some labels are debatable, some pictures cannot be told apart at
# 28×28 pixels, and in some the network is plainly wrong and quite sure of it.

# %% [markdown]
# ### Can its probabilities be believed?
#
# If the network says 0.9 a hundred times, it should be right about ninety times. <!-- derived --> Sort the test
# photographs by the largest probability, and in each tenth compare what was said with how often it was right.
#
# **Predict:** on which side of the diagonal will the dots lie?

# %%
from helpers.figures.confusion import plot_reliability

said, right = A_test.max(axis=0), (predicted == data.Y_test)[0]
bins = np.minimum((10 * said).astype(int), 9)
groups = [bins == k for k in range(10) if np.sum(bins == k) >= 10]
means = [(said[group].mean(), right[group].mean(), group.sum()) for group in groups]
ax = plot_reliability(*np.transpose(means))
print(f"said on average {said.mean():.3f}, right {right.mean():.3f}")

# %% [markdown]
# *A dot on the dotted line means what it says. Look at the bars before you believe a single dot.* <!-- alt: How often
# the network was right against the probability that it gave, a dot for each tenth, with bars of two standard errors and
# the number of photographs; a dotted diagonal where both would be equal. -->
#
# A little below it, taken together, <!-- answer --> although the bars of single dots may reach it: the network is surer
# than it should be. <!-- claim: 06-reliability --> On 14 draws it claimed on average up to four points more than it got
# right. <!-- claim: 06-reliability --> The network above that learned 500 pictures by heart is much worse: on the
# validation part it claims seven points or more too much. <!-- claim: 06-reliability-crammed --> Such a picture is
# called a *reliability diagram*. Read a probability of a network as a rank, surer or less sure, until you have drawn
# one.

# %% [markdown]
# ## Your own picture
#
# Below is what the network sees of a test photograph, 28×28 gray pixels, pale on dark, and what it answers:

# %%
from helpers.figures.confusion import plot_answer


def probability(images):
    x = (images.reshape(1, -1).T / 255).astype(np.float32) - mean_picture
    return classifier.probabilities(x, parameters)


axes = plot_answer(data.images_test[0], probability(data.images_test[:1]), data.classes)

# %% [markdown]
# *Look at the second longest bar: is it a reasonable second guess?* <!-- alt: Left, the picture as the network sees it,
# 28×28 pixels; right, a bar for the probability of each of the ten classes. -->
#
# Now a photo of yours: one piece of clothing, from the front, on a plain ground.

# %%
from helpers.playgrounds.upload import upload_button

upload_button(probability, data.classes)

# %% [markdown]
# Try something that is no piece of clothing at all, a mug or a face. The network has ten words and must choose one: it
# cannot say "none of these".

# %% [markdown]
# ## Summary
#
# - Parameters are learned; hyperparameters are chosen before, and decide which parameters come out.
# - Softmax turns $n_y$ numbers into probabilities, and with cross-entropy $dZ = A - Y$ again.
# - Before the first step the cost is near $\log n_y$. If it is not, look for a mistake.
# - Mini-batches make many rough steps in the epoch in which all examples at once make a single exact one.
# - Training part for parameters, validation part for choices, test part once, by a rule agreed on
#   beforehand. <!-- derived -->
# - A standard error and a baseline beside every accuracy; paired comparisons and several seeds beside every difference.
# - Search at random, rates on a logarithmic scale, and be able to resume.
# - A validation cost that rises while the training cost falls is overfitting. <!-- derived --> Look at the mistakes,
#   not only at their number.
#
# ## What comes next
#
# Notebook 07 makes the same steps as fast as the machine allows. <!-- derived --> Notebook 08 tries to close the gap
# between training and validation, with weight decay, dropout and others, takes other steps along the same gradients,
# and measures what each of them brings. <!-- derived --> In notebook 09 you write a program that finds all gradients by
# itself, from the forward pass alone.
#
# Beyond this course lie convolutional layers, which use that a sleeve is a sleeve wherever it is in the picture: on the
# full 60,000 photographs, networks made of them are right more than nine times in ten. <!-- cited --> Recurrent
# networks and transformers read sequences of any length.
#
# ## Try it yourself
#
# - Search again with twice as many trials. Does the best setting stay the best with another seed?
# - Redo the overfitting picture with 2,000 photographs instead of 500. Where is the validation cost lowest now?
# - Sort the training photographs by class before cutting them in three. What happens, and how would you notice?
# - How large must a validation part be so that a difference of one point is three standard errors?
#
# ## Where this comes from
#
# - H. Xiao, K. Rasul, R. Vollgraf (2017), "Fashion-MNIST: a novel image dataset for benchmarking machine learning
#   algorithms", arXiv 1708.07747: the photographs, and how well other methods do on them.
# - J. S. Bridle (1990), "Probabilistic interpretation of feedforward classification network outputs", in
#   *Neurocomputing*: softmax, and its name.
# - H. Robbins, S. Monro (1951), "A stochastic approximation method", *Annals of Mathematical Statistics* 22: rough
#   steps that lead to the goal, and why they must become smaller.
# - J. Bergstra, Y. Bengio (2012), "Random search for hyper-parameter optimization", *Journal of Machine Learning
#   Research* 13: random points instead of a grid.
# - L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone (1984), *Classification and Regression Trees*: take the
#   simplest candidate within one standard error of the best.
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger (2017), "On calibration of modern neural networks", *ICML*: reliability
#   diagrams.

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
