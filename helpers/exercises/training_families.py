"""Slips in a training loop: when it stops, which costs it keeps, how long its steps are, what it returns."""

import ast
from dataclasses import replace

from helpers.engine.check import Mistake
from helpers.exercises.families import Source

RISES = "costs[-1] > costs[-2]"
STAYS = "abs(costs[-1] - costs[-2]) < 1e-6"

COMMON = (
    "there is one step too few",
    "the cost is noted after the update instead of before",
    "the steps go uphill",
    "it returns in the first step",
)


def training(solution):
    """Return the slips in a loop `for _ in range(iterations)` that appends to `costs`."""
    loop = Loop(solution)
    mistakes = (*stops(loop), *costs(loop), *steps(loop), *returns(loop))
    return tuple(mistake if mistake.name in COMMON else replace(mistake, alone=True) for mistake in mistakes)


class Loop(Source):
    """The training loop in a solution."""

    def __init__(self, solution):
        super().__init__(solution)
        (self.loop,) = self.nodes(ast.For)
        (self.append,) = [s for s in self.loop.body if self.of(s).startswith("costs.append(")]
        self.head = self.lines[self.loop.lineno - 1]
        self.forward = self.loop.body[0]  # what computes the cost, or that from which it follows
        self.last = self.loop.body[-1]
        self.noted = self.whole(self.append)

    def after(self, statement, *lines):
        """Return the patch that puts lines behind a statement of the loop."""
        old = self.whole(statement)
        return {old: old + "".join(f"        {line}\n" for line in lines)}


def stops(loop):
    """Return the loops that end early."""
    for name, condition, why in (
        (
            "it stops as soon as the cost rises",
            RISES,
            "A cost may rise and fall again. The docstring asks for `iterations` steps, whatever the cost does.",
        ),
        (
            "it stops as soon as the cost hardly changes",
            STAYS,
            "A cost may stay for long and then fall. The docstring asks for `iterations` steps.",
        ),
    ):
        leave = (f"if len(costs) > 1 and {condition}:", "    break")
        yield Mistake(name, loop.after(loop.append, *leave), why)
        yield Mistake(name, loop.after(loop.last, *leave), why)
        before = condition.replace("costs[-1]", "J").replace("costs[-2]", "costs[-1]")
        noted = loop.of(loop.append.value.args[0])
        lines = f"        J = {noted}\n        if costs and {before}:\n            break\n{loop.noted}"
        yield Mistake(name, {loop.noted: lines}, why)
    why = "However small the cost is, the docstring asks for `iterations` steps."
    for statement in (loop.append, loop.last):
        patch = loop.after(statement, "if costs[-1] < 1e-3:", "    break")
        yield Mistake("it stops as soon as the cost is small", patch, why)
    yield Mistake(
        "there is one step too few",
        {"range(iterations)": "range(iterations - 1)"},
        "range(iterations) counts from 0 to iterations − 1: that many steps.",
    )
    yield Mistake(
        "there is one step too many",
        {"range(iterations)": "range(iterations + 1)"},
        "range(iterations) counts from 0 to iterations − 1: that many steps.",
    )


def costs(loop):
    """Return the loops that keep other costs than those before each step."""
    counted = {loop.head: loop.head.replace("for _ in", "for step in")}
    for period in (2, 10, 100):
        kept = loop.noted.replace("costs.append", f"if step % {period} == 0:\n            costs.append")
        yield Mistake(
            "the cost is noted only now and then",
            {**counted, loop.noted: kept},
            "costs has one number for each step.",
        )
    again = loop.of(loop.forward), loop.of(loop.append)
    yield Mistake(
        "the cost is noted after the update instead of before",
        {loop.noted: "", **loop.after(loop.last, *again)},
        "Each cost belongs to the parameters from which its step starts.",
    )
    yield Mistake(
        "only the last cost is kept",
        {loop.noted: loop.noted.replace("costs.append(", "costs = [").replace(")\n", "]\n")},
        "costs has one number for each step: append it.",
    )
    yield Mistake(
        "the last cost comes first",
        {loop.noted: loop.noted.replace("costs.append(", "costs.insert(0, ")},
        "append puts each cost behind the ones before it.",
    )
    final = loop.whole(loop.function.body[-1])
    yield Mistake(
        "costs has one entry too many",
        {final: "".join(f"    {line}\n" for line in again) + final.rstrip("\n")},
        "One cost for each step, before its update; none after the last.",
    )


def steps(loop):
    """Return the loops whose steps have the wrong length or direction."""
    yield Mistake(
        "the steps go uphill",
        loop.before_all("learning_rate = -learning_rate"),
        "The gradient points uphill. Downhill is minus the gradient, and one minus sign is enough.",
    )
    for rate in (1.0, 0.5, 0.1, 0.05, 0.01, 0.005, 0.001):
        yield Mistake(
            "the learning rate is ignored, or a fixed number",
            loop.before_all(f"learning_rate = {rate}"),
            "A step is α times the gradient, and α is the argument `learning_rate`.",
        )
    yield Mistake(
        "the learning rate is divided by m",
        loop.before_all("learning_rate = learning_rate / Y.shape[1]"),
        "The 1/m is in the gradient already.",
    )
    yield Mistake(
        "the learning rate enters twice",
        loop.before_all("learning_rate = learning_rate**2"),
        "A step is α times the gradient, once.",
    )
    counted = loop.head.replace("for _ in", "for step in") + "        alpha = learning_rate / (1 + step)\n"
    lines = [loop.whole(s) for s in loop.loop.body if "learning_rate" in loop.of(s)]
    yield Mistake(
        "the learning rate becomes smaller from step to step",
        {loop.head: counted, **{line: line.replace("learning_rate", "alpha") for line in lines}},
        "α stays what it is in all steps.",
    )
    once = loop.of(loop.forward)
    called = once.partition(" = ")[2].partition("(")[0]
    yield Mistake(
        f"`{called}` gets the first parameters in every step",
        {loop.head: f"    {once}\n{loop.head}", loop.whole(loop.forward): ""},
        "After each step the ground is another: compute it inside the loop, with the parameters of the step before.",
    )


def returns(loop):
    """Return the loops that give back something else than where the last step led."""
    final = loop.function.body[-1]
    *found, costs = [loop.of(part) for part in final.value.elts]
    state = ", ".join(found) + ("," if len(found) == 1 else "")
    yield Mistake(
        "it returns in the first step",
        {
            loop.whole(loop.last) + loop.whole(final).rstrip("\n"): loop.whole(loop.last)
            + "    "
            + loop.whole(final).rstrip("\n")
        },
        "The first turn of the loop then ends the function: `return` belongs after the loop, not in it.",
    )
    yield Mistake(
        "the best parameters come back, not the last",
        {
            loop.head: f"    best = ({state})\n{loop.head}",
            loop.noted: f"{loop.noted}        if costs[-1] <= min(costs):\n            best = ({state})\n",
            loop.of(final): f"return (*best, {costs})",
        },
        "The docstring asks for where the last step leads, be its cost larger or smaller.",
    )
    yield Mistake(
        "the costs stand in front",
        {loop.of(final): f"return {costs}, {', '.join(found)}"},
        "The docstring asks for the parameters first, and then the costs.",
    )
    yield Mistake(
        "the costs are not returned",
        {loop.of(final): f"return {', '.join(found)}"},
        "The docstring asks for the costs too.",
    )
