"""Neural networks from scratch: what the notebooks build and import. The mathematics, in the order of the course.

    metrics, regression                  01  how good predictions are; a network that predicts a number
    activations, losses                  02  sigmoid, tanh, ReLU and their derivatives; the cost
    logistic_loops, gradient_check       02  one unit, example after example; gradients without calculus
    chain_rule, curvature                02  a value that is used twice; how long a step may be
    images, arrays                       03  images as columns of numbers; sums and asserts
    logistic_regression                  03  one unit, all examples at once
    shallow_network, gradient_descent    04  one hidden layer; training it
    deep_network, initialization         05  any number of layers; where their weights begin
    memorization                         05  whether a network can learn a few examples by heart
    parity                               05  a function that depth makes easy
    softmax, classifier                  06  several classes
    splits, search                       06  training, validation, test; choosing hyperparameters
    speed/                               07  the same results, as fast as the machine allows
    regularization, optimizers           08  a smaller gap to new examples; other steps along the gradient
    normalization, regularized_network   08  units standardized over a mini-batch; all of these in one network
    operations, nodes                    09  operations beside their derivatives; values that remember their parents
    autodiff, rows                       09  the gradient of any expression; examples in rows, as in PyTorch

What is built on it:

    datasets/      loads the course's data
    figures/       functions from data to axes
    playgrounds/   figures with sliders, buttons and clicks
    experiments/   trainings that are too long for a notebook, with their results
    exercises/     a folder for each notebook: cases, known mistakes, hints

And engine/, which checks, builds, proves and grades the exercises, and knows nothing about networks.
"""
