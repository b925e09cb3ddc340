"""Broadcasting, cell by cell: two shapes, an operation, and one entry of the result to follow."""

import numpy as np

from helpers.figures.broadcasting import GAP, SIGNS, broadcast_shape, plot_broadcast, two_axes
from helpers.playgrounds.controls import choice, whole
from helpers.playgrounds.playground import Playground

SHAPES = [(), (3,), (4,), (1, 4), (3, 1), (3, 4), (2, 4), (1, 1)]
FRAME = 2  # the width of a frame's line
OPERATIONS = [("add", np.add), ("subtract", np.subtract), ("multiply", np.multiply), ("compare", np.equal)]


def play_broadcasting(operations=OPERATIONS):
    """Return the playground; operations is a list of (name, function of two arrays)."""
    shapes = [(str(shape) if shape else "a number", shape) for shape in SHAPES]

    def draw(stage, first, second, operation, row, column):
        """Draw both arrays and what becomes of them, and move the frames to one entry."""
        A, B, shape = counted(first, 0), counted(second, 10), broadcast_shape(first, second)
        rows, columns = two_axes(shape or ())
        i, j = min(row, rows - 1), min(column, columns - 1)
        if draw.shown != (first, second, operation):
            draw.shown = first, second, operation
            ax = stage.clear().add_axes((0, 0, 1, 1))
            plot_broadcast(A, B, operation, None if shape is None else (i, j), ax)
            stage.moves(*([] if shape is None else [p for p in ax.patches if p.get_linewidth() == FRAME]))
        for frame, start in zip(stage.moving, range(3), strict=False):
            frame.set_xy((start * (columns + GAP) + j - 0.5, i - 0.5))
        return describe_misfit(first, second) if shape is None else describe_entry(A, B, operation, i, j)

    draw.shown = None
    return Playground(
        draw,
        (8.5, 2.6),
        "none",
        first=choice("shape of A", shapes, (3, 4)),
        second=choice("shape of B", shapes, (4,)),
        operation=choice("operation", operations),
        row=whole("row", 0, 0, 3),
        column=whole("column", 0, 0, 3),
    )


def describe_entry(A, B, operation, i, j):
    """Return the sentence on entry (i, j) of the result: from which two entries it comes."""
    result = operation(A, B)
    a, b, c = (np.broadcast_to(array, two_axes(result.shape))[i, j] for array in (A, B, result))
    sign = SIGNS.get(operation, operation.__name__)
    text = f"Shapes {A.shape} and {B.shape} give {result.shape}."
    return f"{text} Entry ({i}, {j}), counted from 0: {a} {sign} {b} = {c}."


def counted(shape, start):
    """Return an array of this shape with the whole numbers from `start` on, in steps of one."""
    return start + np.arange(np.prod(shape, dtype=int)).reshape(shape)


def describe_misfit(first, second):
    """Return the sentence on two shapes that cannot be broadcast: the first position from the right that differs."""
    pairs = list(zip(first[::-1], second[::-1], strict=False))
    place = next(k for k, (m, n) in enumerate(pairs) if m != n and 1 not in (m, n))
    which = ("last", "second-to-last")[place]
    m, n = pairs[place]
    text = f"Shapes {first} and {second} cannot be broadcast: in the {which} position they have {m} and {n}"
    return f"{text}, and neither is 1. NumPy raises an error."
