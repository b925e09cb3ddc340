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
# *Sixteen small gray photographs of clothes and shoes on black, with their classes above: ankle boots, T-shirts, a
# dress, pullovers, sneakers, sandals.*
#
# There are 10,000 of them to learn from and 2,000 to test with, 28×28 pixels each, about one tenth of each class.
# Stuck at an exercise? `hint(softmax)` gives a hint for the exercise of that name, and once more a stronger one.

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
# What it makes of four numbers:

# %%
from helpers.figures.confusion import plot_softmax

axes = plot_softmax(softmax, [2.0, 1.0, -1.0, 0.5])

# %% [markdown]
# *Two rows of bars: above, four numbers z, one of them negative; below, their softmax: four positive bars that sum to
# 1 and stand in the same order of size, the largest in another color.*

# %% [markdown]
# ## The gradient of softmax and cross-entropy
#
# The label becomes a column with a single 1, at the correct class: *one-hot*. The loss of an example is $L = -\sum_k
# y_k \log a_k$: only the probability of the correct class counts. With two classes it is the loss you know.
#
# For backpropagation we need $\partial L / \partial z_k$. Write $\log a_j = z_j - \log \sum_i e^{z_i}$. Its derivative
# with respect to $z_k$ is $1 - a_k$ if $j = k$, and $-a_k$ otherwise. So
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
# and a thousand of them would have told nearly the same direction. So: shuffle, take 64, make a step, take the next 64.
# One pass through all examples is an *epoch*; with batches of 64 it makes 157 steps instead of one.
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
# for training, and its products take about half the time of `float64` (notebook 07 measures it).

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
# Five epochs with 2,000 photographs, each time from the same start. **Predict:** which size lowers the cost most in
# five epochs? Which makes the smoothest curve?

# %%
X_few, Y_few = X_all[:, :2000], one_hot(labels_all[:, :2000], 10).astype(np.float32)
curves = {}
for size in (16, 64, 256, 2000):
    rng = np.random.default_rng(1)
    start = [
        (W.astype(np.float32), b.astype(np.float32)) for W, b in scaled((784, 64, 10), rng)
    ]
    curves[f"size {size}"] = train(X_few, Y_few, start, size, 5, rng)[1]

# %% [markdown]
# Drawn over epochs and not over steps, so that all four lines have looked at the same examples at the same place:

# %%
from helpers.figures.batches import plot_batch_costs

ax = plot_batch_costs(curves, epochs=5)

# %% [markdown]
# *Cost against epochs for four sizes of mini-batches: with 16 it falls fastest and jumps most; with 64 and 256 it falls
# more slowly and more smoothly; with all 2,000 at once, five steps in all, it falls least.*
#
# The same number of examples was looked at each time. Small batches make many rough steps, and rough steps in about the
# right direction beat a few exact ones. Below some size the arrays get so small that Python's own overhead shows.

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
# 32?

# %%
for sizes in ((784, 10), (784, 32, 32, 10), (784, 128, 10), (784, 256, 128, 10)):
    print(sizes, f"{parameter_count(sizes):>9,} parameters")

# %% [markdown]
# Everything that has to be chosen *before* gradient descent can begin is a *hyperparameter*: the learning rate
# $\alpha$, the number of iterations or epochs, the number of layers $L$, the units $n^{[l]}$ of each, the activation
# $g$, the size of the mini-batches. "Hyper" is Greek for above: they stand above the parameters, because which $W$ and
# $b$ come out depends on them. No gradient tells how to choose them. One tries.
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
# Nobody learned anything, and still the best looks good: the maximum of many noisy numbers is too high. The same
# happens to the best of 100 settings on a test set. So the examples are cut in three:
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
# validates should not have been looked at before. For one mean of 10,000 pictures the accuracies below change by 0.002
# at most (three seeds of the first setting).
#
# The baseline, for every accuracy from here on:

# %%
from helpers.metrics import majority_baseline

baseline = majority_baseline(labels_validation)
print(f"always the most frequent class: {baseline:.3f}")

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
# *Validation accuracy against the learning rate on a logarithmic axis, three dots a value: about 0.4 at 0.001, highest,
# about 0.8, from 0.1 to 1, and at 2 down at the dotted baseline.*
#
# Too small, and ten epochs do not suffice to get anywhere. Too large, and one step jumps so far that no unit recovers.
# Between them lies a range of a factor of ten in which it hardly matters; its far end is a cliff. Now activations:
#
# **Predict:** the rate that suits one activation, does it suit another?

# %%
activations = ("sigmoid", "tanh", "relu", "leaky_relu")
scores = [[score({"hidden": hidden}, seed) for seed in range(3)] for hidden in activations]
ax = plot_sweep(activations, scores, "activation of the hidden layer", baseline)

# %% [markdown]
# *Validation accuracy of three seeds for sigmoid, tanh, ReLU and leaky ReLU: sigmoid clearly lowest, the other three
# about equal.*
#
# This is a fair comparison of the four *at this learning rate*, no more: hyperparameters depend on one another, and a
# sigmoid wants larger steps. The other knobs the same way, with 8,000 photographs and five seeds, took three minutes;
# `python -m helpers.experiments hyperparameters` repeats it.

# %%
from helpers.experiments import stored
from helpers.figures.search import plot_sweeps

axes = plot_sweeps(stored("hyperparameters"))

# %% [markdown]
# *Six small plots of validation accuracy, five seeds a value. It rises with the learning rate up to 0.1, with the
# epochs up to 40, with the units up to 256; it is lowest without a hidden layer and about equal with one to four; it is
# lower with sigmoid than with the other activations; and it falls as mini-batches grow from 16 to 1,024. The baseline,
# 0.11, lies far below.*
#
# Look for the largest effects: learning rate, epochs and mini-batch size, which decide how far training gets; then the
# first hidden layer, and more than a handful of units in it. Beyond that, more layers and more units bring a percent at
# most. And remember that smaller batches were given the same epochs, and so more steps.

# %% [markdown]
# Turn the knobs yourself. *Play* trains the chosen setting for ten epochs, in the mini-batches that your function cuts,
# and leaves a dot; then choose another one. The validation part here is 1,600 photographs.

# %%
from helpers.playgrounds.settings import SettingsPlayground

SettingsPlayground(trial_data, held_out, baseline, mini_batches)

# %% [markdown]
# *Left, axes for the accuracy of the chosen setting by epochs, empty before Play; right, axes for the validation
# accuracy of every setting tried against its learning rate, with a ring for the untrained network. A dotted line marks
# the baseline, 0.11.*
#
# How good a setting do you find in ten tries? Write down what you change and why, before you press Play.

# %% [markdown]
# ## What overfitting looks like
#
# More epochs are better, it seems. Is that always so? Take 500 photographs, a network with far more parameters than
# that, and watch both accuracies after every epoch.
#
# **Predict:** where does the accuracy on the training part end, and where that on the validation part?

# %%
from helpers.classifier import class_accuracy
from helpers.search import train_setting

few = X_train[:, :500], labels_train[:, :500]
history = []


def watch(step):
    history.append([class_accuracy(*part, step.parameters) for part in (few, held_out)])


crammed = {"units": 256, "learning_rate": 0.1, "size": 16, "epochs": 30}
_ = train_setting(few[0], one_hot(few[1], 10).astype(np.float32), crammed, rng, watch)

# %% [markdown]
# At which epoch would you stop, if you saw only the validation part?

# %%
from helpers.figures.batches import plot_overfitting

ax = plot_overfitting(*np.transpose(history), baseline)

# %% [markdown]
# *Accuracy against epochs: training climbs to 1, validation hardly rises beyond 0.78 after seven epochs; the shaded gap
# between them remains.*
#
# The gap is *overfitting*: the network learns its 500 pictures by heart, and what it learns about them holds for no
# others. Two remedies are in your hands already: more examples, and stopping when validation no longer improves. A
# network that is bad on *both* parts does the opposite, it underfits: then train longer, or make it larger.

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
# *The same gray hill twice, a ridge that depends on x and hardly on y. Left, sixteen points on a grid, which try four
# values of x and miss the ridge; right, sixteen random points, which try sixteen values of x, two of them on the
# ridge.*
#
# Nobody knows beforehand which hyperparameter matters. Random points do not waste trials on the one that does not.
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
# *Validation accuracy of sixteen trials against their learning rate, colored by the size of the mini-batches. The
# smallest batches do best near 0.03, the largest only above 0.2; large batches with small rates are worst; the best
# trial is ringed.*
#
# This is something that turning one knob at a time cannot show: the rate that suits depends on the size of the batches.
# Several quite different settings are about equally good, which is common, and good news: close is good enough. But do
# not read the table as an order of merit. Differences of a percent are within the spread of the seeds, as the sweeps
# above have shown.

# %% [markdown]
# ## Side by side, and the test set, once
#
# Three candidates, on all 8,000 training photographs, three seeds each: no hidden layer (that is logistic regression
# for ten classes), one hidden layer, and two. The bar shows the time left.

# %%
import sys

from tqdm import tqdm

candidates = {
    "no hidden layer": {"layers": 0, "epochs": 8},
    "one hidden layer": {"units": 128, "epochs": 8},
    "two hidden layers": {"units": 128, "epochs": 8, "layers": 2},
}
full = X_train, one_hot(labels_train, 10).astype(np.float32)
table = {
    name: [
        score_setting(full, held_out, setting, np.random.default_rng(seed)) for seed in range(3)
    ]
    for name, setting in tqdm(candidates.items(), "candidates", file=sys.stdout, ncols=78)
}

# %% [markdown]
# The baseline first, then means and ranges:

# %%
print(f"{'always the same class':22} {baseline:.3f}")
for name, scores in table.items():
    print(f"{name:22} {np.mean(scores):.3f}   from {min(scores):.3f} to {max(scores):.3f}")

# %% [markdown]
# A hidden layer is worth its price. A second one gives less than one percent more, and the ranges overlap: do not
# call that a fact yet. The rule was agreed beforehand, the highest mean on the validation part, so two hidden layers it
# is.
#
# The last training may use all 10,000 photographs, since nothing is left to compare. It gets more epochs, which the
# sweep above has found useful up to 40, and takes ten times smaller steps in the last of them, so that it settles
# instead of jumping about. Both were decided before the test set is opened.

# %%
from time import perf_counter

from helpers import classifier
from helpers.gradient_descent import train_in_batches

Y_all, rng, began = (
    one_hot(labels_all, 10).astype(np.float32),
    np.random.default_rng(0),
    perf_counter(),
)
parameters, _ = classifier.train_classifier(
    X_all, Y_all, (784, 128, 128, 10), 0.05, 15, 64, rng
)
parameters, _ = train_in_batches(
    X_all, Y_all, parameters, classifier.gradient_and_cost, 64, 0.005, 5, rng
)
print(f"trained in {perf_counter() - began:.0f} seconds")

# %% [markdown]
# **Predict** the accuracy on the test set before you open it. Note that the mean picture is the one of the training
# photographs: the test set must not influence anything, not even a mean.

# %%
X_test = (flatten_images(data.images_test) / 255).astype(np.float32) - mean_picture
A_test = classifier.probabilities(X_test, parameters)
print(f"baseline      {majority_baseline(data.Y_test):.3f}")
print(f"test accuracy {class_accuracy(X_test, data.Y_test, parameters):.3f}")

# %% [markdown]
# That is the number to report, and the test set is closed now. Whoever goes back and changes a hyperparameter because
# of it has turned it into a second validation set.

# %% [markdown]
# ## Bug clinic: too good to be true
#
# A colleague compares settings with several seeds each and reports the accuracy of the best. The numbers are excellent,
# and nobody can repeat them. The docstring says what should be reported; the code does something else, in two places.

# %% tags=["exercise"]
from helpers.search import report as repair_report

# %%
repair_report = check(repair_report)

# %% [markdown]
# How much does it matter? Below are 50 settings that are equally good: each has a true accuracy of 0.85, and every
# measured score is off by chance. An honest report must come out near 0.85.

# %%
rng = np.random.default_rng(2)
validation_scores, test_scores = 0.85 + 0.015 * rng.normal(size=(2, 50, 3))
print(f"by the rules      {repair_report(validation_scores, test_scores)[1]:.3f}")
print(f"best of the tests {test_scores.max():.3f}")

# %% [markdown]
# ## Where it errs
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

predicted = A_test.argmax(axis=0, keepdims=True)
counts = confusion_counts(predicted, data.Y_test, 10)
ax = plot_confusion(counts, data.classes)

# %% [markdown]
# *A table of ten by ten counts. The diagonal, right answers, holds most of the 2,000; off it, the brightest cells are
# shirts, coats, pullovers and T-shirts taken for one another, and sneakers, sandals and ankle boots for one another.*
#
# The mistakes have a pattern. Trousers and bags are almost always recognized; what has sleeves is confused with what
# has sleeves. And these are the pictures that the network is most wrong about, those where it was sure:

# %%
from helpers.figures.confusion import plot_most_wrong

axes = plot_most_wrong(data.images_test, data.Y_test, A_test, data.classes)

# %% [markdown]
# *Eight photographs with the wrong answer that got the highest probability, and the label from the data. Several would
# puzzle a person too.*
#
# Look at mistakes one by one whenever you can. Here some labels are debatable, some pictures cannot be told apart at
# 28×28 pixels, and in some the network is plainly wrong and quite sure of it: the probabilities of a softmax are not as
# trustworthy as they look.

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
# *Left, the picture as the network sees it, 28×28 pixels; right, a bar for the probability of each of the ten classes.*
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
# - Mini-batches make many rough steps in the time of one exact step.
# - Training part for parameters, validation part for choices, test part once.
# - Several seeds beside every comparison, and a baseline beside every accuracy.
# - Search at random, rates on a logarithmic scale, and be able to resume.
# - A gap between training and validation is overfitting. Look at the mistakes, not only at their number.
#
# ## What a next course would add
#
# Regularization, weight decay and dropout, closes part of the gap that you have seen between training and validation.
# Momentum and Adam make better steps from the same gradients, and batch normalization lets deeper networks train.
# Convolutional layers would use that a sleeve is a sleeve wherever it is in the picture, and lift the accuracy above
# 0.9. Recurrent networks and transformers read sequences of any length. And frameworks compute all gradients by
# themselves, from the forward pass alone, as you could now explain.
#
# ## Try it yourself
#
# - Search again with twice as many trials. Does the best setting stay the best with another seed?
# - Train with one tenth of the photographs and redo the overfitting picture. What changes?
# - Sort the training photographs by class before cutting them in three. What happens, and how would you notice?
# - How large must a validation part be so that a difference of one percent is visible at all?
#
# Next: `07_speed`, where the same steps are made as fast as the machine allows.

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
