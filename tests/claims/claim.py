"""What a claim is, and measuring it. Nothing here knows a notebook or a network."""

import math
from collections.abc import Callable
from dataclasses import dataclass

TEN = tuple(range(10))
SHIPPED = (0,)  # Draw 0 is always the data and the seed that the notebook itself uses.


@dataclass(frozen=True)
class Claim:
    """One number that a sentence rests on.

    `measure(draw)` returns the number for one draw: a draw decides the data and, where there is chance, the seed of
    the weights. It must lie between `low` and `high` on every one of `draws`, or on all but `exceptions` of them.
    `what` says what the number is.
    """

    id: str
    what: str
    measure: Callable
    low: float = -math.inf
    high: float = math.inf
    draws: tuple = TEN
    exceptions: int = 0

    def holds_for(self, value):
        """Return whether one measured number lies between the limits."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Result:
    """A claim with the numbers measured for it, {draw: number}."""

    claim: Claim
    values: dict

    @property
    def holds(self):
        """Whether the claim holds on as many draws as it says."""
        return len(self.misses) <= self.claim.exceptions

    @property
    def misses(self):
        """The draws on which the number lies outside the limits."""
        return [draw for draw, value in self.values.items() if not self.claim.holds_for(value)]


def run(claim, quick=False):
    """Return the `Result` of a claim on all its draws, or on the first two."""
    draws = claim.draws[:2] if quick else claim.draws
    return Result(claim, {draw: float(claim.measure(draw)) for draw in draws})


def lines(results, sentences):
    """Return the results of one id as text: its sentence from {id: sentence}, then number by number the range."""
    id = results[0].claim.id
    return "\n".join([f"\n{id}: {sentences.get(id, 'no sentence carries this id')}", *map(line, results)])


def on(claim, number):
    """Return on what a claim was measured, `number` draws of it, in words."""
    if claim.draws == SHIPPED:
        return "the course's data"
    return f"draw {claim.draws[0]}" if len(claim.draws) == 1 else f"{number} draws"


def line(result):
    """Return what was measured, the range, the limits and the verdict, on one line."""
    claim, values = result.claim, list(result.values.values())
    span = f"{min(values):.4g}" if len(values) == 1 else f"{min(values):.4g} to {max(values):.4g}"
    verdict = "holds" if result.holds else "FAILS"
    if result.misses:
        verdict += f", not on draws {', '.join(map(str, result.misses))}"
    return f"  {claim.what}: {span} on {on(claim, len(values))} ({claim.low:g} to {claim.high:g} asked): {verdict}"
