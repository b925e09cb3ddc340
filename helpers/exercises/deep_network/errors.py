"""The recursion from one dZ to the dZ before it."""

from helpers.deep_network import errors
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.deep_network.backward import cases
from helpers.exercises.families import without
from helpers.exercises.gradient_families import slopes

SIGMOID_INSIDE = Mistake(
    "the hidden layers use the derivative of the sigmoid",
    {"hidden.derivative(Z)": "SIGMOID.derivative(Z)"},
    why="g′ belongs to the activation that the hidden layers have; for ReLU it is 0 or 1.",
)
W_OF_THE_SAME_LAYER = Mistake(
    "the weights are those of the same layer",
    {"_, W_after, _ = caches[layer]": "_, W_after, _ = caches[layer - 1]"},
    why="dZ[l] comes through the weights of the layer after it: W[l+1].",
)


DA_KEPT = """
def errors(AL, Y, caches, hidden=RELU):
    dZ, found = AL - Y, [AL - Y]
    for layer in range(len(caches) - 1, 0, -1):
        dA = caches[layer][1].T @ dZ
        dZ = dA * hidden.derivative(caches[layer - 1][2])
        found.insert(0, dA)
    return found
"""

exercise = Exercise(
    errors,
    points=3,
    cases=cases,
    returns="errors",
    mistakes=(
        SIGMOID_INSIDE,
        W_OF_THE_SAME_LAYER,
        Mistake(
            "g′ is taken at the Z of the layer after",
            {"_, _, Z = caches[layer - 1]": "_, _, Z = caches[layer]"},
            why="dZ[l] = ... * g′(Z[l]): the slope of the layer itself.",
        ),
        Mistake(
            "every layer starts from the last dZ",
            {"W_after.T @ dZs[0]": "W_after.T @ dZs[-1]"},
            why="dZ[l] comes from dZ[l+1], the one just found.",
        ),
        Mistake(
            "the list comes out last layer first",
            {"return dZs": "return dZs[::-1]"},
            why="The docstring asks for [dZ1, ..., dZL].",
        ),
        Mistake("the sign of the start is lost", {"[AL - Y]": "[Y - AL]"}, why="dZ[L] = AL − Y."),
        Mistake(
            "the first layer is left out",
            {"len(caches) - 1, 0, -1": "len(caches) - 1, 1, -1"},
            why="There is one dZ for each of the L layers.",
        ),
        Mistake(
            "the 1/m is in dZ already",
            {"[AL - Y]": "[(AL - Y) / Y.shape[1]]"},
            why="dZ belongs to single examples; the 1/m comes with the sums over them, in dW and db.",
        ),
        Mistake(
            "the sigmoid's slope is taken at the output once more",
            {"[AL - Y]": "[(AL - Y) * AL * (1 - AL)]"},
            why="AL − Y is already dZ: the sigmoid's slope has canceled against the loss's.",
        ),
        Mistake(
            "the 1/m enters in every layer",
            {"hidden.derivative(Z)": "hidden.derivative(Z) / Y.shape[1]"},
            why="dZ belongs to single examples; the 1/m comes with the sums over them, in dW and db.",
        ),
        *without(slopes(errors), "the slope is that of the sigmoid whatever `hidden` says"),
        Mistake(
            "dA stands in the list where dZ belongs",
            DA_KEPT,
            why="Wᵀ dZ is dA of the layer before; times g′(Z), entry by entry, it is dZ.",
            alone=True,
        ),
        Mistake(
            "the slope is taken at what the layer reads instead of at Z",
            {"_, _, Z = caches[layer - 1]": "Z, _, _ = caches[layer - 1]"},
            why="A cache is (A_previous, W, Z): the slope is g′(Z), with the last of the three.",
            alone=True,
        ),
    ),
    hints=(
        "Each dZ is made from the dZ of the layer after it, so begin at the end of the network.",
        "dZ[L] = AL − Y; dZ[l] = W[l+1]ᵀ dZ[l+1] * g′(Z[l]) for l = L−1, ..., 1.",
        "With l counted from 1, W[l+1] is in caches[l] and Z[l] in caches[l-1]. dZs.insert(0, new) puts it in front.",
    ),
)
