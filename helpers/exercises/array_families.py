"""Slips with whole arrays: one question asked about all entries, a function of `math`, decimals cut off."""

from helpers.engine.check import Mistake
from helpers.exercises.families import Source

WHY_ONE = "`if` and `and` want one yes or no; a comparison of an array gives one for each entry."


def one_question(solution, *branches):
    """Return the slip of an `if` about the whole array; a branch is (condition, value if true, value if false)."""
    source = Source(solution)
    for condition, yes, no in branches:
        line = f"if {condition}:\n        return {yes}\n    return {no}"
        yield Mistake(
            "one question is asked about the whole array",
            {whole_body(source): f"    {line}\n"},
            WHY_ONE,
            alone=True,
        )


def of_math(solution, *values):
    """Return the slip of a function of `math`, which takes a single number; a value is an expression with it."""
    source = Source(solution)
    for value in values:
        called = value[value.index("math.") :].partition("(")[0]
        yield Mistake(
            f"{called} is used, which takes one number only",
            {whole_body(source): f"    import math\n\n    return {value}\n"},
            f"np.{called.removeprefix('math.')} takes arrays of any shape.",
            alone=True,
        )


def cut_off(solution, given):
    """Return the slip of a result that is stored among whole numbers, because `given` holds whole numbers."""
    source = Source(solution)
    value = source.function.body[-1].value
    yield Mistake(
        "the decimals are cut off where whole numbers come in",
        source.replaced((value, f"np.array({source.of(value)}).astype({given}.dtype)")),
        f"An array made like `{given}`, by np.zeros_like or a copy, holds whole numbers if `{given}` does. "
        "Make an array of floats.",
        alone=True,
    )


def whole_body(source):
    """Return the lines of a solution below its docstring."""
    return "".join(source.lines[source.first.lineno - 1 :])
