"""The way back through a whole graph."""

import numpy as np

from helpers.autodiff import backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.autodiff.material import ladder, layer, scaled_sum, shared_sum, taped, used_twice
from helpers.exercises.paper import numbers, weights
from helpers.nodes import Node, apply
from helpers.operations import MULTIPLY, TANH, TOTAL

SUMMED = "            part = unbroadcast(part, tape[parent][0].shape)\n"
NOT_COPIED = (
    "            if {}part.shape != tape[parent][0].shape:\n"
    "                part = unbroadcast(part, tape[parent][0].shape)\n"
)
AT_ITS_TURN = {
    SUMMED: "",
    "        _, operation, parents = tape[position]\n": "        value, operation, parents = tape[position]\n"
    "        gradients[position] = unbroadcast(gradients[position], value.shape)\n",
}
ALL_AT_THE_END = {
    SUMMED: "",
    "return gradients": "return [unbroadcast(d, entry[0].shape) for d, entry in zip(gradients, tape, strict=True)]",
}
ADDED = "gradients[parent] = gradients[parent] + part"
LAST_ONLY = Mistake(
    "a gradient is replaced where it should be added to",
    {ADDED: "gradients[parent] = part"},
    why="A value that is used twice gets a part of its gradient from each use: add them up, += instead of =.",
)
NOT_SUMMED = Mistake(
    "the gradient of a broadcast value keeps the larger shape",
    {SUMMED: ""},
    why="A gradient has the shape of its value: unbroadcast(part, shape) adds up what belongs to the copies.",
)


def cases(rng):
    """Yield cases from small to large."""
    x, y, z = (np.array(float(n)) for n in rng.choice([-3, -2, 2, 3, 4], 3, replace=False))
    yield Case("an input alone", tape=taped(Node(x)))
    yield Case("x − y", tape=taped(Node(x) - y))
    yield Case("x * y", tape=taped(Node(x) * y))
    yield Case("tanh(x * y)", tape=taped(apply(TANH, Node(x / 10) * y)))
    yield Case("x + x", tape=taped(ladder(x / 10, 1)))
    yield Case("J = v · v with v = x · (x + y)", tape=taped(used_twice(x, y)))
    yield Case("(u + x) * (u − y) with u = x + y", tape=taped(shared_sum(x, y)))
    two = [Node(numbers(rng, 2, 2)) for _ in range(2)]
    yield Case("x + (y + y) with 2 by 2 matrices", tape=taped(two[0] + (two[1] + two[1])))
    yield Case("a number c that is broadcast to a matrix", tape=taped(scaled_sum(numbers(rng, 2, 3), z)))
    c = Node(numbers(rng, 1, 1))
    yield Case(
        "sum(M * c) + c with one entry c",
        tape=taped(apply(TOTAL, apply(MULTIPLY, numbers(rng, 2, 3), c)) + c),
    )
    W, A, b = weights(rng, 3, 1), numbers(rng, 3, 4), weights(rng, 1, 4)
    yield Case("a column and a row that are broadcast", tape=taped(layer(W, A, b)))
    yield Case("twenty steps that each use the one before twice", tape=taped(ladder(np.array(0.3), 20)))


exercise = Exercise(
    backward,
    points=4,
    cases=cases,
    equivalents={"1 → 0 (4)": "The first value on a tape is an input, which hands nothing on."},
    mistakes=(
        LAST_ONLY,
        NOT_SUMMED,
        Mistake(
            "the tape is read from its beginning",
            {"range(len(tape) - 1, -1, -1)": "range(len(tape))"},
            why="A gradient is complete when everything computed from its value has been visited: last value first.",
        ),
        Mistake(
            "the way back starts with 0",
            {"    gradients[-1] = np.ones_like(tape[-1][0])\n": ""},
            why="The gradient of the last value with respect to itself is 1.",
        ),
        Mistake(
            "the way back starts with the last value itself",
            {"np.ones_like(tape[-1][0])": "tape[-1][0]"},
            why="The gradient of the last value with respect to itself is 1, whatever that value is.",
        ),
        Mistake(
            "every gradient begins at 1",
            {"np.zeros_like(value) for": "np.ones_like(value) for"},
            why="Only the last value starts with 1. The others begin at 0, and collect a part from each use.",
        ),
        Mistake(
            "the derivative gets the last gradient instead of its own",
            {"operation.derivative(gradients[position]": "operation.derivative(gradients[-1]"},
            why="Each operation multiplies what has arrived at its own value: gradients[position].",
        ),
        Mistake(
            "the parts are given to the parents in the wrong order",
            {"zip(parents, parts": "zip(parents[::-1], parts"},
            why="derivative returns one gradient for each input, in the order of the inputs.",
        ),
        Mistake(
            "the inputs are given to the derivative in the wrong order",
            {"for parent in parents]": "for parent in parents[::-1]]"},
            why="derivative(dC, A, B) takes the values of the parents in the order in which parents lists them.",
        ),
        Mistake(
            "the first part is kept and added to where it is: two gradients share one array",
            {
                "[np.zeros_like(value) for value, _, _ in tape]": "[None] * len(tape)",
                ADDED: "if gradients[parent] is None:\n"
                "                gradients[parent] = part\n"
                "            else:\n"
                "                np.add(gradients[parent], part, out=gradients[parent])",
            },
            why="For A + B both parts are dC itself, one array under three names. a + b makes a new array.",
            alone=True,
        ),
        *(
            Mistake(
                "the first part is kept and added to where it is: two gradients share one array",
                {
                    "[np.zeros_like(value) for value, _, _ in tape]": "[None] * len(tape)",
                    SUMMED: NOT_COPIED.format(or_of_length_1),
                    ADDED: "if gradients[parent] is None:\n"
                    "                gradients[parent] = part\n"
                    "            else:\n"
                    "                gradients[parent] += part",
                },
                why="For A + B both parts are dC itself, one array under three names. a + b makes a new array.",
                alone=True,
            )
            for or_of_length_1 in ("", "1 in part.shape or ")
        ),
        *(
            Mistake(
                "parts of different shapes are added up, and summed to the shape of the value only after that",
                patch,
                why="A small part is broadcast to all entries of a large one. Sum each part first, and then add it.",
                alone=True,
            )
            for patch in (AT_ITS_TURN, ALL_AT_THE_END)
        ),
        Mistake(
            "an input is asked for its derivative",
            {"        if operation is None:\n            continue\n": ""},
            why="An input has no operation, its entry has None there, and it hands nothing on: skip it.",
            alone=True,
        ),
        Mistake(
            "every operation is taken to have two parents",
            {
                "inputs = [tape[parent][0] for parent in parents]": "first, second = parents\n"
                "        inputs = [tape[first][0], tape[second][0]]"
            },
            why="TANH and TOTAL have one: parents then has one position, and derivative returns (dA,). Use a loop.",
            alone=True,
        ),
        Mistake(
            "the derivative gets the value in place of its gradient",
            {"operation.derivative(gradients[position]": "operation.derivative(tape[position][0]"},
            why="dC is what has arrived at the operation's own value: gradients[position].",
            alone=True,
        ),
        Mistake(
            "a part is multiplied with what arrived before",
            {
                "np.zeros_like(value) for": "np.ones_like(value) for",
                ADDED: "gradients[parent] = gradients[parent] * part",
            },
            why="Slopes are multiplied along a path. Parts come over different paths: they are added up, from 0 on.",
            alone=True,
        ),
        *(
            Mistake(
                "every part is summed, or averaged, over its columns",
                {SUMMED: f"            part = part.{name}(axis=1, keepdims=True)\n"},
                why="Only what was broadcast is summed: unbroadcast(part, shape) asks the shape of the parent's value.",
                alone=True,
            )
            for name in ("sum", "mean")
        ),
        Mistake(
            "a part is summed to the shape of the node, not to that of its parent",
            {"tape[parent][0].shape": "tape[position][0].shape"},
            why="The part belongs to the parent: its shape is that of tape[parent][0].",
            alone=True,
        ),
        Mistake(
            "a part of a larger shape is added in place",
            {SUMMED: "", ADDED: "gradients[parent] += part"},
            why="A gradient has the shape of its value: unbroadcast(part, shape) adds up what belongs to the copies.",
            alone=True,
        ),
        Mistake(
            "the gradients come out last value first",
            {"return gradients": "return gradients[::-1]"},
            why="The list has the order of the tape.",
        ),
        Mistake(
            "only the gradients of the inputs are returned",
            {
                "return gradients": "return [d for d, entry in zip(gradients, tape, strict=True) if entry[1] is None]"
            },
            why="The list has a gradient for every value on the tape.",
        ),
    ),
    hints=(
        "Go from the last value to the first. When you reach a value, everything computed from it has been visited.",
        "Start with zeros for every value and ones for the last. At each value with an operation, ask its derivative "
        "for the parts, and add each part to the gradient of its parent.",
        "Line by line: the values of the parents; parts = operation.derivative(gradients[position], *values); for each "
        "parent, gradients[parent] = gradients[parent] + unbroadcast(part, shape of the parent's value).",
    ),
)
