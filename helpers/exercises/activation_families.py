"""Slips with an activation that comes in as an argument: not passed on, not used, used in another form."""

import ast

from helpers.engine.check import Mistake
from helpers.exercises.families import Source

GIVEN = ("hidden", "output", "activation")  # the names that such an argument has
ACTIVATIONS = {"TANH": "tanh", "SIGMOID": "the sigmoid", "RELU": "ReLU"}


def activations(solution):
    """Return the slips with the arguments of a solution that are activations."""
    source = Source(solution)
    given = [argument.arg for argument in source.function.args.args if argument.arg in GIVEN]
    return (
        *not_passed(source, given),
        *fixed(source, given),
        *both_fixed(source, given),
        *not_applied(source, given),
    )


def not_passed(source, given):
    """Return the slips in calls that leave out an activation, where it has a default."""
    for call in calls_with(source, given):
        arguments = [source.of(argument) for argument in call.args]
        function = source.of(call.func)
        if function in ("forward", "backward"):
            yield Mistake(
                f"`{arguments[-1]}` is not passed to `{function}`",
                source.replaced((call, f"{function}({', '.join(arguments[:-1])})")),
                f"The activation that is handed in counts, whatever `{function}` takes by default.",
            )


def calls_with(source, given):
    """Return the calls whose last argument is one of the given names."""
    calls = [call for call in source.nodes(ast.Call) if call.args]
    return [call for call in calls if source.of(call.args[-1]) in given]


def fixed(source, given):
    """Return the slips in which an activation is always the same, whatever the caller asks for."""
    passed = calls_with(source, given)
    for name in given:
        for constant, words in ACTIVATIONS.items():
            if not_passed_to(source, passed) and constant == default_of(source, name):
                continue  # the same as not to pass it on
            yield Mistake(
                f"`{name}` is {words}, whatever the caller asks for",
                source.before_all(f"from helpers.activations import {constant} as {name}"),
                f"The activation comes in as an argument: `{name}`.",
                alone=True,
            )


def both_fixed(source, given):
    """Return the slips in which `hidden` and `output` are always the same two."""
    for constant in ("TANH", "RELU") if {"hidden", "output"} <= set(given) else ():
        line = f"from helpers.activations import SIGMOID as output, {constant} as hidden"
        yield Mistake(
            f"the activations are {ACTIVATIONS[constant]} and the sigmoid, whatever the caller asks for",
            source.before_all(line),
            "Both activations come in as arguments: `hidden` and `output`.",
            alone=True,
        )


def not_passed_to(source, calls):
    """Return whether the only call is one that takes the activation by default."""
    return len(calls) == 1 and source.of(calls[0].func) in ("forward", "backward")


def default_of(source, name):
    """Return the default of an argument as text, or None."""
    arguments = source.function.args
    named = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    found = [source.of(d) for a, d in zip(named, arguments.defaults, strict=True) if a.arg == name]
    return found[0] if found else None


def not_applied(source, given):
    """Return the slips in `g.value(Z)`."""
    for call in source.nodes(ast.Call):
        g, _, part = source.of(call.func).partition(".")
        if g not in given or part != "value":
            continue
        Z = source.of(call.args[0])
        for name, new, why in (
            ("`{g}` is left out", "{Z}", "A = g(Z); without g the layers would collapse into one."),
            (
                "the slope of `{g}` is used",
                "{g}.derivative({Z})",
                "g is for the way forward, g′ for the way back.",
            ),
            ("`{g}` itself is called", "{g}({Z})", "`{g}` holds two functions: call {g}.value."),
        ):
            parts = {"g": g, "Z": Z}
            yield Mistake(
                name.format(**parts), source.replaced((call, new.format(**parts))), why.format(**parts)
            )
        for other in set(given) - {g}:
            yield Mistake(
                f"`{other}` is used in place of `{g}`",
                source.replaced((call, f"{other}.value({Z})")),
                "`hidden` belongs to the hidden layers, `output` to the last one.",
            )
