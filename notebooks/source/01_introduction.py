# %% [markdown]
# # Introduction: what a network learns from data, and why now
#
# A neural network is a function with many adjustable numbers. Show it examples of questions with their answers, and
# it adjusts the numbers until its own answers come close. This notebook is about what such questions and answers can
# be, and about why something thought of in the 1950s, useful here and there since the 1980s, spread everywhere in the
# 2010s.
#
# ## An animal of your own
#
# The course comes with small pictures of ten kinds of animals. Another program drew them; they are not photographs. The
# question is whether an animal is *domestic* (cat, cow, dog, horse, sheep) or *wild* (bear, bird, elephant, giraffe,
# zebra). Run each cell with Shift+Enter.

# %%
from helpers.datasets import load_animals, load_domestic
from helpers.figures.images import plot_images

kinds, animals = load_animals(), load_domestic()
axes = plot_images(animals.images_train[:16], [kinds.classes[k] for k in kinds.Y_train[0, :16]])

# %% [markdown]
# *Sixteen small silhouettes of animals on black, most of them white, each with its kind above it. Which of them could
# you name without the title?*
#
# The next cell trains a network on 6,716 such pictures, which takes a few seconds. It is a network that you will have
# built yourself by notebook 05, so there is no need to understand the cell now: $28 \cdot 28 = 784$ pixels go
# in, 32 units work on them, and one number comes out, the probability that the animal is domestic.

# %%
import numpy as np

from helpers.deep_network import gradient_and_cost, predict
from helpers.gradient_descent import train_in_batches
from helpers.images import flatten_images
from helpers.initialization import scaled

rng = np.random.default_rng(0)
pixels, start = flatten_images(animals.images_train) / 255, scaled((784, 32, 1), rng)
first_network, _ = train_in_batches(
    pixels, animals.Y_train, start, gradient_and_cost, 32, 0.1, 8, rng
)

# %% [markdown]
# Here are its answers for eight pictures that it has not seen. **Predict:** how many of them will be right?

# %%
answers = predict(flatten_images(animals.images_test[:8]) / 255, first_network)
axes = plot_images(animals.images_test[:8], [animals.classes[k] for k in answers[0]])

# %% [markdown]
# *Eight silhouettes, each with the network's answer above it, wild or domestic. Look for a wrong one.*
#
# Of 2,000 new pictures it gets about nine in ten right. <!-- answer --> <!-- claim: 01-first --> Now give it one of
# yours. Draw an animal, black on white, and choose or drop the file below. Its middle square becomes 28×28 gray
# pixels, turned to white on black like the others. That is all that the network sees.

# %%
from helpers.deep_network import forward
from helpers.playgrounds.upload import upload_button


def probabilities(images):
    domestic, _ = forward(flatten_images(images) / 255, first_network)
    return np.vstack([1 - domestic, domestic])


upload_button(probabilities, animals.classes)

# %% [markdown]
# Was it wrong? It only knows silhouettes like those above. For a photograph of a room, or of your face, it has to say
# wild or domestic, too, and that answer means nothing.

# %% [markdown]
# ## What you will build
#
# How good is such a network, and what makes it better? The curves below were measured with these animals. By the end
# of this notebook you will have measured a small form of them yourself, and you will know how to read them. Later
# notebooks build every network in them from nothing.

# %%
from helpers.exercises.introduction import check, hint
from helpers.experiments import stored
from helpers.figures.learning_curves import plot_learning_curves

ax = plot_learning_curves(stored("learning_curves"), baseline=0.5)

# %% [markdown]
# *Look at how much each line gains from left to right, and at which one stays behind.* <!-- alt: The share of right
# answers on new pictures, against the number of training pictures, from 125 to 7,716, for four networks: all four
# climb, with one small dip, and the one called linear runs far below the other three. --> <!-- claim: 01-curves -->
#
# Each network answers the question of above: domestic or wild? Answering always the same way is right half the time,
# the dotted line. <!-- derived --> The four differ in size: `linear` has nothing between the pixels and the answer,
# `small` has 8 units in between, `medium` 64, and `large` three layers of 256, 128 and 64. Each was trained five times,
# each time from another random start and, up to 4,000, on pictures drawn anew (7,716 are all there are); the line is
# the mean, the band goes from the worst to the best. <!-- derived --> More data helped every network, and the largest
# gained most. <!-- claim: 01-ends --> Keep the picture in mind.
#
# An exercise is a cell to fill in, followed by a cell that calls `check`. Run both; change the first as often as you
# like.

# %% [markdown]
# ## From x to y
#
# All of this course is *supervised learning*: there are examples of an input $x$ with the right output $y$, and what
# is wanted is a function that gives $y$ for an $x$ never seen before. Until the late 2010s most of what networks earned
# was earned in this way. Since then large language models have come. They learn to predict the next word of texts to
# which nobody has added answers, so $y$ is taken from $x$ itself: that is called *self-supervised*. The steps of the
# training are those of this course.
#
# Whoever chooses $x$ and $y$ well has done half of the work. Some choices that have been worth money:
#
# | x | y | used for | family |
# | --- | --- | --- | --- |
# | size, rooms, district of a house | its price | selling houses | standard |
# | an advertisement and its reader | will there be a click, 0 or 1 | advertising | standard |
# | a photograph | which of 1,000 things it shows | sorting pictures | convolutional |
# | a recording | the words that were said | writing down speech | recurrent |
# | a sentence in English | the sentence in French | translation | recurrent |
# | camera, radar, map | where the other cars are, how to steer | driving | hybrid |
#
# The last column names the family of networks that textbooks usually name with each; others have served,
# too. <!-- derived --> The families have a section of their own below. First, what do these $x$ look like to a
# computer?

# %% [markdown]
# ## Structured and unstructured data
#
# Some data come as a table: each column has a name, and a single number means something by itself.

# %%
from helpers.datasets import load_houses
from helpers.figures.samples import plot_table

houses = load_houses()
ax = plot_table(houses.X_train, houses.Y_train, houses.features, "value in 100,000 dollars")

# %% [markdown]
# *Each row is one example. Which of the eight columns would you ask for first, if you had to guess the
# ninth?* <!-- alt: Six rows of a table: groups of houses in California in 1990, with eight columns that describe them
# and the median value of their houses in the ninth. -->
#
# Such data are called *structured*. Here $x$ has eight numbers, $n_x = 8$, and $y$ is the last column.
#
# **Predict:** the photograph in the next cell has 192 rows and 192 columns of pixels, each with a red, a green and a
# blue part. How many numbers is that?

# %%
from helpers.datasets import load_intro
from helpers.figures.samples import plot_photo

samples = load_intro()
print(samples.photo.shape, samples.photo.size)
axes = plot_photo(samples.photo)

# %% [markdown]
# *Find the small square in the photograph, and the bright and the dark half of it in the numbers.* <!-- alt: A
# photograph of a cat, and the pixels of a small square at the edge of a pupil enlarged, each with the number for its
# red part, from 0 to 255. -->
#
# There are 192 · 192 · 3 = 110,592 numbers, <!-- answer --> and not one of them means "cat". Shift the camera by a
# finger's breadth, and every one changes while the cat stays. Such data are called *unstructured*: the meaning is not
# in a number but in how many of them lie together. The same is true of a sound.

# %%
from helpers.figures.samples import plot_sound

axes = plot_sound(samples.sound, samples.sample_rate)

# %% [markdown]
# *On the left is the whole second, on the right a hundredth of it or less. Look at how the numbers follow one
# another.* <!-- alt: One second of a plucked chord as a curve that fades, and sixty of its 8,000 numbers as dots, which
# follow a wave. -->
#
# To hear it, run the next cell and press play.

# %%
from IPython.display import Audio

Audio(samples.sound, rate=samples.sample_rate)

# %% [markdown]
# And it is true of a sentence, which a computer keeps as one number for each letter.

# %%
from helpers.figures.samples import plot_sentence

ax = plot_sentence(samples.sentence)

# %% [markdown]
# *Find two equal letters, and compare their numbers.* <!-- alt: The beginning of a sentence about a gray cat, with the
# number of each letter below it: T is 84, h is 104, a blank is 32. -->
#
# For decades computers were good with structured data and poor with the rest, while people were good at seeing and
# listening and poor at large tables. The success of networks with unstructured data is what made them famous. Many of
# the tasks in the world are still tables.
#
# **Exercise.** Replace each `...` by `"structured"` or `"unstructured"`.

# %% tags=["exercise"]
from helpers.exercises.introduction.structure import answers as structure

# %%
structure = check(structure=structure)

# %% [markdown]
# Stuck at an exercise? Ask for a hint, here or in a cell of your own:

# %%
hint("structure")

# %% [markdown]
# ## Four families of networks
#
# All networks are made of the same thing: units that add up their inputs, each times a weight, and in most cases bend
# the sum. The families differ in what is connected to what.

# %%
from helpers.figures.families import plot_families

axes = plot_families()

# %% [markdown]
# *Look at what each drawing does with its input: takes it whole, moves over it, or goes through it in
# order.* <!-- alt: Four drawings. Standard: columns of units, each connected with all of the column before.
# Convolutional: a small window that moves over a picture and feeds smaller and smaller sheets. Recurrent: four equal
# boxes in a row, one for each word, that hand on a memory. Hybrid: one part of each kind, joined before the answer. -->
#
# - **Standard.** Every unit reads everything before it. Nothing is assumed about $x$, so it suits a table.
# - **Convolutional** (CNN). A unit reads a small window, and the same weights serve at every place: an ear is an ear
#   anywhere in the picture.
# - **Recurrent** (RNN). It reads a sequence one step at a time and hands itself a memory: any length will do, and the
#   order counts.
# - **Hybrid.** Real systems with several inputs join parts of different families and train them together.
#
# This course builds standard networks, thoroughly: the other three consist of the same steps. For sequences a fifth
# family, the transformer, has since taken over most of what recurrent networks did. It contains standard layers, and a
# part of its own, *attention*, in which outputs of units are multiplied with each other.
#
# **Exercise.** Eight new tasks. Which family was made for each? Write `"standard"`,
# `"convolutional"`, `"recurrent"` or `"hybrid"`.

# %% tags=["exercise"]
from helpers.exercises.introduction.families import answers as families

# %%
families = check(families=families)

# %% [markdown]
# ## A first network: the price of a house
#
# The smallest network is a single unit. It multiplies its input by a weight $w$, adds a bias $b$, and that is its
# answer: $\hat{y} = w x + b$. This one does not bend its sum. With one input, the median income of a neighborhood, it
# draws a straight line.

# %%
from helpers.figures.regression import plot_one_unit

ax = plot_one_unit("median income", "value of the houses")

# %% [markdown]
# *One arrow, one weight: this is the smallest network there is.* <!-- alt: A network of one input, the median income,
# and one unit, whose output is the value of the houses. -->
#
# Training starts with a random $w$ and moves $w$ and $b$ a little at a time in the direction that makes the answers for
# the examples less wrong. How that direction is found is the subject of notebooks 02 to 05. Here the finished functions
# are borrowed from the course's helpers: you will write each of them yourself. Standardizing first puts all inputs on
# the same scale. In the table above an example was a row; in $X$ it is a column, so the table has been turned.

# %%
from helpers import regression
from helpers.images import standardize

X, Y = standardize(houses.X_train, houses.X_train), houses.Y_train
X_test, Y_test = standardize(houses.X_test, houses.X_train), houses.Y_test

# %% [markdown]
# The first row of `X` is the income. The numbers after `regression.gradient_and_cost` say how many examples a step
# looks at (64), how long the step is (0.05), and how often to go through all examples (5): hyperparameters, a story for
# notebook 06.

# %%
rng = np.random.default_rng(1)
income = X[:1]
line, _ = train_in_batches(
    income, Y, scaled((1, 1), rng), regression.gradient_and_cost, 64, 0.05, 5, rng
)
print(f"w = {line[0][0].item():.2f}, b = {line[0][1].item():.2f}")

# %% [markdown]
# Does a straight line suit the points?

# %%
from helpers.figures.regression import plot_line

ax = plot_line(
    income, Y, lambda x: regression.predict(x, line), "median income (standardized)", "value"
)

# %% [markdown]
# *Look at the points along the upper edge: what does the line make of them?* <!-- alt: A cloud of points, income
# against value of the houses in 100,000 dollars, cut off at 5, and the rising straight line of the network through it.
# -->
#
# The line has learned that income and value rise together: $b$ is the value where the income is average, and $w$ is
# what it adds to have one standard deviation more of income, the usual distance from the average. It can say no more.
# With all eight columns and one hidden layer of 16 units between input and output, the function can bend.

# %%
network, costs = train_in_batches(
    X, Y, scaled((8, 16, 1), rng), regression.gradient_and_cost, 64, 0.02, 10, rng
)
predictions = {
    "always the median": np.full(Y_test.shape, np.median(Y)),
    "one unit, income": regression.predict(X_test[:1], line),
    "16 hidden units, 8 columns": regression.predict(X_test, network),
}

# %% [markdown]
# ## Bug clinic: the network that is never wrong
#
# How far from the truth are these on average? Somebody wrote the function below and was delighted with the numbers.
# Run it, look at the signs, then repair it. Its docstring is right.

# %% tags=["exercise"]
from helpers.regression import mean_absolute_error as repair_error

# %%
from helpers.figures.tables import column

for name, values in predictions.items():
    print(f"{column(name, 28)} {repair_error(values, Y_test):8.3f}")

# %%
repair_error = check(repair_error)

# %% [markdown]
# If the check was right, run the next cell. The first line is the *baseline*: what one gets without looking at $x$ at
# all. A number without its baseline says nothing, and so there will be one beside every number in this course.

# %%
for name, values in predictions.items():
    wrong = 100_000 * repair_error(values, Y_test)
    print(f"{column(name, 28)} wrong by {wrong:7,.0f} dollars on average")

# %% [markdown]
# Neighborhood by neighborhood, prediction against truth:

# %%
from helpers.figures.regression import plot_predictions

ax = plot_predictions(predictions["16 hidden units, 8 columns"], Y_test)

# %% [markdown]
# *A perfect prediction lies on the diagonal. Look at how far the points stray, and at the column on the
# right.* <!-- alt: Predicted against real values of 1,000 neighborhoods that were not trained on: a cloud along the
# diagonal, with a column of points at 5, where the data are cut off. -->
#
# Income alone takes away more than a quarter of the baseline's error; the other columns and the hidden layer take away
# another 15 to 20 percent of it, on nine draws of the houses. <!-- claim: 01-houses --> Values above 500,000 dollars
# were cut off in the data, which nobody told the network: hence the column of dots at the right edge. Look at data
# before you blame a network.

# %% [markdown]
# ## How good is an answer of yes or no?
#
# From here on $y$ is a class: 1 for a domestic animal, 0 for a wild one. An answer is right or wrong, so what counts is
# the share of right answers, the *accuracy*. Labels come as a row, (1, m), one for each example.
#
# **Exercise.** `accuracy(predictions, labels)`.

# %% tags=["exercise"]
from helpers.metrics import accuracy

# %%
accuracy = check(accuracy)

# %% [markdown]
# Its baseline is the accuracy of whoever has seen the labels but never looks at a picture: always answer the class
# that is most frequent. <!-- derived -->
#
# **Predict:** if 990 of 1,000 people are healthy, how accurate is a test that calls everybody healthy?
#
# **Exercise.** `majority_baseline(labels)`, for any number of classes.

# %% tags=["exercise"]
from helpers.metrics import majority_baseline

# %%
majority_baseline = check(majority_baseline)

# %% [markdown]
# The 1,000 people, and the animals:

# %%
sick = np.zeros((1, 1000))
sick[0, :10] = 1
print("healthy people:", majority_baseline(sick))
print("domestic animals:", majority_baseline(animals.Y_test))

# %% [markdown]
# An accuracy of 0.99 can be worthless, <!-- answer --> and 0.8 can be good: it depends on the
# baseline. <!-- derived -->

# %% [markdown]
# ## Why now: data
#
# The first of three reasons. The same four networks as above are trained on few and on more pictures, and tested on
# 2,000 others. Here is the reduced form: three sizes, short training, and one *seed*. A seed is a number from which the
# random choices follow: which pictures are drawn, and where the weights begin. It takes a few seconds.
#
# **Predict:** which line will end lowest? And which highest?

# %%
from helpers.experiments.learning_curves import NETWORKS, measure

reduced = [
    {"network": network, "m": m, "seed": 0, **measure(network, m, seed=0, steps=250)}
    for network in NETWORKS
    for m in (125, 500, 2000)
]

# %% [markdown]
# Twelve networks are trained. Was your prediction right?

# %%
ax = plot_learning_curves(reduced, baseline=majority_baseline(animals.Y_test))

# %% [markdown]
# *Compare the distance between the lines with the rise of each of them.* <!-- alt: Four lines of three points each,
# measured just now: linear lowest, the other three close together above it. --> <!-- claim: 01-reduced -->
#
# With 2,000 pictures linear is lowest, <!-- answer --> with this seed and four others. <!-- claim: 01-reduced -->
# Which of the others is highest changes from seed to seed: <!-- claim: 01-winners --> one seed is not a measurement.
# Here is the full one again, five seeds each, 140 trainings. It took about six minutes, and `python -m
# helpers.experiments learning_curves` repeats it.

# %%
ax = plot_learning_curves(stored("learning_curves"), baseline=0.5)

# %% [markdown]
# *Look at the left end, where three of the lines begin together, and at the right, where they have
# parted.* <!-- alt: Mean test accuracy of five seeds against the number of pictures, from 125 to 7,716, with bands from
# the worst to the best seed. Linear goes from 0.731 to 0.824; small, medium and large start together near 0.785 and end
# at 0.925, 0.945 and 0.958. --> <!-- derived --> <!-- claim: 01-ends -->
#
# Some of these lines are so close that the eye cannot tell them apart. Here they are to play with: choose one
# network, or move along $m$, and the line below the picture reads the numbers off.

# %%
from helpers.playgrounds.learning_curves import play_learning_curves

play_learning_curves(stored("learning_curves"), majority_baseline(animals.Y_test))

# %% [markdown]
# *Move the dashed line, and read off what one more doubling of m brings.* <!-- alt: The learning curves of the four
# networks with a dashed vertical line at m = 1,000 and controls above: which network, test or training pictures, and m.
# -->
#
# On the training pictures all four begin at 1, and linear *falls* as $m$ grows, while its test accuracy
# rises. <!-- claim: 01-train --> Why is that no contradiction?
#
# <details><summary>Answer</summary>
#
# A few pictures can be learned by heart, whatever they share. The more there are, the harder that is, and the more of
# what is learned holds for new pictures, too. Both lines approach each other from two sides.
#
# </details>

# %% [markdown]
# **Exercise.** Read the picture, with the playground where two lines touch. The first three answers are numbers from
# the horizontal axis; the fourth is the name of a network.

# %% tags=["exercise"]
from helpers.exercises.introduction.reading import answers as reading

# %%
reading = check(reading=reading)

# %% [markdown]
# There is a sketch of this that everybody in the field has seen: all curves begin together, the older methods soon run
# flat, and the larger the network the longer it climbs. <!-- derived --> What did *we* measure?
#
# - *Larger networks gain more from more data.* <!-- claim: 01-ends --> Yes: large overtakes the others where data get
#   plenty.
# - *With few data the order is anybody's guess.* Yes among the three with hidden layers: their bands overlap. But
#   linear is already five points lower at the first size, and its best seed only just reaches the worst of
#   small. <!-- claim: 01-few -->
# - *The older method runs flat.* Not here: from 125 to 7,716 pictures linear is still rising, only slowly.
# - *Size is what counts.* Less than one might think: eight hidden units instead of none bring ten points, and the
#   large network, with 256, 128 and 64 units, adds three. <!-- claim: 01-size -->
#
# A sketch is not a measurement. These are generated silhouettes and one way of training; on other data the lines will
# cross elsewhere.

# %% [markdown]
# ## Why now: computation
#
# The second reason. A layer multiplies a matrix of weights by a matrix of examples. Below is what that means, number by
# number, and then the same as one operation on arrays.
#
# First count the work. A unit multiplies each of its inputs with a weight, so it needs as many multiplications as it
# has inputs, for every picture.

# %% tags=["exercise"]
from helpers.exercises.introduction.work import answers as work

# %%
work = check(work=work)

# %% [markdown]
# Both functions below do these multiplications. **Predict:** by what factor will the array form be faster: 2, 10, or
# more?


# %%
def layer_with_loops(W, X):
    Z = np.zeros((W.shape[0], X.shape[1]))
    for unit in range(W.shape[0]):
        for example in range(X.shape[1]):
            for pixel in range(X.shape[0]):
                Z[unit, example] += W[unit, pixel] * X[pixel, example]
    return Z


def layer_with_arrays(W, X):
    return W @ X


# %% [markdown]
# Eight units read pictures of 784 pixels, first ten pictures, then more. Before timing: do both say the same?

# %%
from time import perf_counter

X = flatten_images(animals.images_train) / 255
W = scaled((784, 8), np.random.default_rng(0))[0][0]
print(np.allclose(layer_with_loops(W, X[:, :5]), layer_with_arrays(W, X[:, :5])))

# %% [markdown]
# A computer does other things besides, so the fastest of three runs counts. <!-- derived -->


# %%
def seconds(layer, m):
    moments = [perf_counter()]
    for _ in range(3):
        layer(W, X[:, :m])
        moments.append(perf_counter())
    return np.diff(moments).min()


sizes = (10, 30, 100)
times = {
    layer.__name__: [seconds(layer, m) for m in sizes]
    for layer in (layer_with_loops, layer_with_arrays)
}

# %% [markdown]
# The distance between the two lines is the factor.

# %%
from helpers.figures.timings import plot_timings

ratio = times["layer_with_loops"][-1] / times["layer_with_arrays"][-1]
print(f"with {sizes[-1]} pictures the arrays are {ratio:,.0f} times faster")
ax = plot_timings(sizes, times)
_ = ax.set_xlabel("pictures")

# %% [markdown]
# *One mark of the upright axis is a factor of ten. Count the marks between the lines.* <!-- alt: Seconds against the
# number of pictures, both on logarithmic axes: two rising lines, the loops several powers of ten above the arrays. -->
#
# The arithmetic is the same, and the factor is a hundred or more. <!-- answer --> <!-- claim: 01-arrays --> The array
# form hands it over as a whole to code that uses every part of the processor, and graphics processors do the same thing
# on a still larger scale. Where the factor is a thousand, a training of a year takes nine hours, <!-- derived --> and
# whoever gets an answer within hours can try another idea the next day. Notebook 03 removes the loops, and notebook 07
# measures how close that comes to what the machine can do at all.

# %% [markdown]
# ## Why now: algorithms
#
# The third reason: changes in how networks are built and started, which let training run better. <!-- derived --> The
# most famous is in the bend of the hidden units. For a long time it was the sigmoid, an S that is almost flat at both
# ends. Where it is flat, a change of the weights changes nothing, and learning stalls. Today it is the ReLU, $\max(0,
# z)$, which does not flatten for large $z$, or one of its smooth relatives (GELU and SiLU, in large language models).
#
# An *error signal* tells each layer how to change. On its way back from the answer it is multiplied, in every hidden
# layer, by the weights and by the slope of the bend. The slope of the sigmoid is nowhere more than ¼; that of the ReLU
# is 1 on the right. <!-- derived --> What is left of a signal of size 1, at most, if the weights alone would keep its
# size?

# %% tags=["exercise"]
from helpers.exercises.introduction.layer_signal import answers as layer_signal

# %%
layer_signal = check(layer_signal=layer_signal)

# %% [markdown]
# So two things may help: another bend, or larger weights at the start. <!-- derived --> Measure both. A network with
# three hidden layers of 32 units learns from 1,000 pictures, 150 times through all of them (150 *iterations*). The
# *cost* says how wrong its answers are, and the *learning rate* how long a step is. Each network gets the largest of
# the rates 0.03, 0.1, 0.3, 1 and 3 at which its cost stays below 1. <!-- claim: 01-rates -->

# %%
from helpers.activations import RELU, SIGMOID
from helpers.gradient_descent import train

few, labels = X[:, :1000] - X.mean(axis=1, keepdims=True), animals.Y_train[:, :1000]


def cost_curve(layer_sizes, hidden, gain, learning_rate, iterations=150):
    start = scaled(layer_sizes, np.random.default_rng(0), gain)
    _, costs = train(
        start, lambda p: gradient_and_cost(few, labels, p, hidden), learning_rate, iterations
    )
    return costs


# %%
from helpers.figures.curves import plot_costs

deep = (784, 32, 32, 32, 1)
curves = {
    "sigmoid": cost_curve(deep, SIGMOID, 1, 1.0),
    "sigmoid, larger start": cost_curve(deep, SIGMOID, 16, 0.3),
    "ReLU": cost_curve(deep, RELU, 2, 0.3),
}
ax = plot_costs(curves)

# %% [markdown]
# *Cost against iteration for three hidden layers. Look at where each of the three lines leaves 0.69, and where it
# ends.*
#
# A cost of 0.69 is what a network has that answers "one half" to everything. <!-- derived --> From its usual start the
# sigmoid network learned next to nothing in a hundred iterations. <!-- claim: 01-deep --> From weights four times as
# large (16 is the square of 4) it learns from the first steps on. <!-- claim: 01-deep --> The ReLU network is far below
# both. This is so on four other draws of the pictures, too. <!-- claim: 01-deep --> A leap is a step that was too long,
# a subject of the next notebook. **Predict** what one hidden layer will show.

# %%
shallow = (784, 32, 1)
curves = {
    "sigmoid": cost_curve(shallow, SIGMOID, 1, 1.0),
    "ReLU": cost_curve(shallow, RELU, 2, 1.0),
}
ax = plot_costs(curves)

# %% [markdown]
# *Cost against iteration for one hidden layer, learning rate 1 for both. Compare the sigmoid's line with the one of the
# picture before.*
#
# With one hidden layer the sigmoid learns from the usual start, <!-- answer --> slower than ReLU, and within thirty
# iterations, on five draws of the pictures. <!-- claim: 01-shallow --> So neither the bend alone nor the depth alone
# made it stall: it was a small slope, three times in a row, and a start that did not make up for
# it. <!-- claim: 01-shallow --> Notebook 05 follows such signals through many layers.

# %% [markdown]
# ## Summary
#
# - Supervised learning: from examples of $x$ with $y$ to a function that answers for new $x$.
# - Structured data come with columns that mean something; pictures, sounds and text do not.
# - Standard, convolutional, recurrent and hybrid networks differ in what is connected to what.
# - Networks took off when there were data, computation to use them, and algorithms that train deep networks. Each was
#   measured here, and some of what is often said about them turned out weaker than it is told.
# - An accuracy or an error is worth nothing without its baseline, and one seed is not a measurement.
#
# ## Try it yourself
#
# - Train the house-price network on half of the columns. Which half would you keep?
# - Put 64 or 2 units into the hidden layer of the house-price network. Is the difference larger than that between two
#   seeds?
# - Repeat the reduced learning curves with `seed=1` and `seed=2`. Which of your conclusions survive?
# - Name a question from your own work as $x$ and $y$. How many examples with answers exist, and what is the baseline?
#
# Next: `02_logistic_regression`, one unit, built by hand.

# %% [markdown]
# ## Where this comes from
#
# - F. Rosenblatt (1958), "The perceptron: a probabilistic model for information storage and organization in the brain",
#   *Psychological Review* 65: the beginnings.
# - Y. LeCun and others (1989), "Backpropagation applied to handwritten zip code recognition", *Neural Computation* 1: a
#   convolutional network at work.
# - A. Waibel and others (1989), "Phoneme recognition using time-delay neural networks", *IEEE Transactions on
#   Acoustics, Speech, and Signal Processing* 37: speech, without a recurrent network.
# - X. Glorot, Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks", *AISTATS*:
#   sigmoids, slopes and starts.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton (2012), "ImageNet classification with deep convolutional neural networks",
#   *NIPS* 25: data, computation and ReLU together.
# - A. Vaswani and others (2017), "Attention is all you need", *NIPS* 30: the transformer.

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
