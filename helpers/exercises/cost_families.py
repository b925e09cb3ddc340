"""Slips in a cost, in the constant that holds its logarithms, and in the labels that outputs are turned into."""

import ast
import re

from helpers.engine.check import Mistake
from helpers.exercises.families import Source

LOG_A, LOG_NOT_A = "np.log(np.maximum(A, 1e-15))", "np.log(np.maximum(1 - A, 1e-15))"
LOSS = f"-(Y * {LOG_A} + (1 - Y) * {LOG_NOT_A})"
UNHELD = "-(Y * np.log(A) + (1 - Y) * np.log(1 - A))"
WHY_MEAN = "J is the mean over the m examples: the sum of the losses, divided by the number of columns, once."
WHY_LOSS = "The loss is −(y log a + (1 − y) log(1 − a)), with the natural logarithm and one minus in front."
COSTS = (
    ("the 1/m is missing", f"np.sum({LOSS})", WHY_MEAN),
    ("the mean is taken over the outputs as well", f"np.mean({LOSS})", WHY_MEAN),
    ("it is divided by the number of rows", f"np.sum({LOSS}) / Y.shape[0]", WHY_MEAN),
    ("it is divided by m twice", f"np.sum({LOSS}) / Y.shape[1] ** 2", WHY_MEAN),
    ("it is halved", f"np.sum({LOSS}) / (2 * Y.shape[1])", "A ½ belongs to the squared error; here is none."),
    ("the sign is turned", f"-np.sum({LOSS}) / Y.shape[1]", WHY_LOSS + " A cost is never negative."),
    (
        "outputs and labels are swapped",
        f"np.sum({LOSS.replace('A', 'B').replace('Y', 'A').replace('B', 'Y')}) / Y.shape[1]",
        "The logarithm is taken of the output: loss(a, y).",
    ),
    ("it is the squared error", "np.sum((A - Y) ** 2) / Y.shape[1]", WHY_LOSS),
    ("it is half the squared error", "np.sum((A - Y) ** 2) / (2 * Y.shape[1])", WHY_LOSS),
    ("it is the mean distance of outputs and labels", "np.sum(np.abs(A - Y)) / Y.shape[1]", WHY_LOSS),
    (
        "only the labels that are 1 count",
        f"-np.sum(Y * {LOG_A}) / Y.shape[1]",
        "Where y = 0, the loss is −log(1 − a).",
    ),
    (
        "only the labels that are 0 count",
        f"-np.sum((1 - Y) * {LOG_NOT_A}) / Y.shape[1]",
        "Where y = 1, the loss is −log a.",
    ),
    (
        "the logarithm is the one to base 10",
        f"np.sum({LOSS}) / Y.shape[1]".replace("log(", "log10("),
        WHY_LOSS,
    ),
    ("the logarithm is the one to base 2", f"np.sum({LOSS}) / Y.shape[1]".replace("log(", "log2("), WHY_LOSS),
    (
        "nothing keeps the logarithm away from 0",
        f"np.sum({UNHELD}) / Y.shape[1]",
        "0 · log 0 is nan, and −log 0 is infinite: `loss` takes care of both.",
    ),
    (
        "nan is left out of the sum, and infinity stays",
        f"np.nansum({UNHELD}) / Y.shape[1]",
        "np.nansum hides 0 · log 0. For an output that is sure and wrong, the cost is still infinite.",
    ),
)
COMMON = (
    "the 1/m is missing",
    "the sign is turned",
    "outputs and labels are swapped",
    "it is the squared error",
)
AND_UNHELD = ", and nothing keeps the logarithm away from 0"
FLOORS = (0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-16, 1e-20, 1e-300)


def costs(solution, text, part=""):
    """Return the slips in the part of a solution that computes the cost of A and Y; `part` begins their names."""
    source = Source(solution)
    (node,) = [node for node in source.nodes(ast.expr) if source.of(node) == text]
    held = tuple(
        Mistake(f"{part}{name}", source.replaced((node, new)), why, alone=name not in COMMON)
        for name, new, why in COSTS
    )
    unheld = tuple(
        Mistake(f"{part}{name}{AND_UNHELD}", source.replaced((node, without_floor(new))), why, alone=True)
        for name, new, why in COSTS
        if without_floor(new) != new and not part  # where J is one part of several, no output is sure
    )
    return held + unheld


def without_floor(text):
    """Return the source of a cost with nothing that keeps its logarithms away from 0."""
    return re.sub(r"np\.maximum\((.*?), 1e-15\)", r"\1", text)


def losses(solution, text, part):
    """Return the slips in the loss of one example, which the text `loss(a, y)` in a solution computes."""
    source = Source(solution)
    (node,) = [node for node in source.nodes(ast.Call) if source.of(node) == text]
    a, y = (source.of(argument) for argument in node.args)
    for name, new in (
        ("it is the squared error", f"({a} - {y}) ** 2"),
        ("it is half the squared error", f"({a} - {y}) ** 2 / 2"),
        ("the sign is turned", f"-loss({a}, {y})"),
        ("outputs and labels are swapped", f"loss({y}, {a})"),
        ("only the labels that are 1 count", f"{y} * loss({a}, {y})"),
        ("only the labels that are 0 count", f"(1 - {y}) * loss({a}, {y})"),
        ("the logarithm is the one to base 10", f"loss({a}, {y}) / np.log(10)"),
        ("the logarithm is the one to base 2", f"loss({a}, {y}) / np.log(2)"),
    ):
        yield Mistake(f"{part}{name}", source.replaced((node, new)), WHY_LOSS, alone=name not in COMMON)


def floors(solution):
    """Return the slips in the constant 1e-15 at which a loss holds its logarithms."""
    source = Source(solution)
    held = [node for node in source.nodes(ast.Call) if source.of(node.func) == "np.maximum"]
    for floor in FLOORS:
        yield Mistake(
            f"no logarithm is taken of less than {floor:g}",
            source.replaced(*((call, f"np.maximum({source.of(call.args[0])}, {floor})") for call in held)),
            "The docstring says where to hold the argument of the logarithms: at 1e-15.",
            alone=True,
        )
    for small in (1e-5, 1e-7, 1e-8):
        yield Mistake(
            "a small number is added to every output",
            source.replaced(*((call, f"({source.of(call.args[0])} + {small})") for call in held)),
            "That changes every loss a little. Only an argument below 1e-15 is to be raised, to 1e-15.",
            alone=True,
        )


def labels(solution):
    """Return the slips in `(A > 0.5).astype(int)`."""
    source = Source(solution)
    (node,) = [node for node in source.nodes(ast.Call) if source.of(node).endswith(" > 0.5).astype(int)")]
    A = source.of(node.func.value.left)
    for name, new, why in (
        ("the outputs are returned as they are", "{A}", "A label is 0 or 1: compare the output with ½."),
        ("the two labels are swapped", "({A} < 0.5).astype(int)", "Label 1 is where the output is above ½."),
        (
            "the border is 0, not ½",
            "({A} > 0).astype(int)",
            "The outputs of a sigmoid are all above 0; the middle is ½.",
        ),
        (
            "the outputs are cut down to whole numbers",
            "{A}.astype(int)",
            "astype(int) cuts 0.9 down to 0. Compare with ½ first.",
        ),
        ("labels are −1 and 1", "2 * ({A} > 0.5) - 1", "The labels are 0 and 1."),
        (
            "the result lost its rows",
            "({A} > 0.5).astype(int).ravel()",
            "Labels have the shape of Y, with two axes.",
        ),
        (
            "only one output is looked at",
            "({A}[:1] > 0.5).astype(int)",
            "Every output of every example has its label.",
        ),
        (
            "one question is asked about all outputs",
            "1 if {A} > 0.5 else 0",
            "`if` wants one yes or no; a comparison gives one for each entry.",
        ),
    ):
        yield Mistake(name, source.replaced((node, new.format(A=A))), why)
