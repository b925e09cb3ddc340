"""Where and why a wrong answer goes wrong, when no known mistake names it.

`explain` changes one thing in the learner's function, small slip after small slip, or puts values of the course's
function in the place of the learner's, and runs the cases again. Where every case then agrees, that was the mistake,
and everything else is right. Further facts come from calling again with other arguments. Nothing is said that was not
seen in these runs, and nothing of the course's source is shown.
"""

import ast
import contextlib
import io
import warnings

import numpy as np

from helpers.engine.check.locate import inside, outside, seen
from helpers.engine.check.locate.asked_value import asked_value
from helpers.engine.check.locate.experiments import Experiments
from helpers.engine.check.locate.findings import ORDER
from helpers.engine.check.locate.places import places
from helpers.engine.check.locate.prefix import prefix

ALONE = (
    "arguments reordered",
    "kept between calls",  # no call is like the one before, so calling again shows nothing
)
BESIDE = ("exchanged", "only where")  # adds nothing where the mistake itself was found
OUTSIDE = (
    outside.from_first_line,
    outside.from_results,
    outside.from_names,
    outside.from_calls,
    outside.from_resemblance,
    outside.from_counts,
)
INSIDE = (
    asked_value,
    inside.sure_rewritings,
    inside.small_changes,
    inside.rearranged,
    inside.other_rewritings,
    inside.of_form,
    places,
    inside.something_missing,
    seen.not_kept,
    seen.not_finite,
    inside.partly,
    prefix,
)
BESIDE_A_NAME = ("belongs after loop", "belongs before loop", "return in loop", "not used")
BUDGET = 1.5  # seconds of processor time for one explanation


def explain(exercise, function, results, budget=BUDGET, named=False):
    """Return the `Finding`s about a wrong answer, best first; none where nothing can be said.

    `results` are its `Judged` cases. `named` asks only for what may be said beside the name of a known mistake. Silent,
    and it raises nothing.
    """
    if not results or all(r.right for r in results) or any(r.outcome.unwritten for r in results):
        return []
    found, state = [], np.random.get_state()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            found = (beside_a_name if named else searched)(Experiments(exercise, function, results, budget))
    except Exception:  # a learner's function may do anything: then nothing is said
        found = []
    finally:
        np.random.set_state(state)
    if any(finding.complete and not finding.kind.startswith("place") for finding in found):
        found = [finding for finding in found if finding.kind not in BESIDE]
    if any(finding.kind.startswith("never used") for finding in found):  # the reason for every wrong value
        found = [finding for finding in found if not finding.kind.startswith("place")]
    found = {finding.sentence: finding for finding in found}.values()
    return sorted(found, key=lambda finding: ORDER.index(finding.kind))


def searched(e):
    """Return what is found: facts from outside, then what the first search inside finds that finds something."""
    found = []
    for search in OUTSIDE:
        found += collected(search, e)
        if any(finding.kind in ALONE for finding in found):
            return found
    if e.program is None or not e.failing or not collected(watched, e):
        return found
    for search in INSIDE:
        inside_found = collected(search, e)
        found += inside_found
        if inside_found and search is not inside.partly:
            break
    return found


def beside_a_name(e):
    """Return which line stands in a loop and should not, or what is never used: a name of a mistake says less."""
    if e.program is None or not e.failing or e.exercise.broken:
        return []
    found = collected(outside.from_names, e)
    if any(isinstance(node, ast.For | ast.While) for node in ast.walk(e.program.first)) and collected(
        watched, e
    ):
        found += collected(inside.out_of_loops, e)
    return [finding for finding in found if finding.kind in BESIDE_A_NAME]


def watched(e):
    """Yield once where the values of the learner's function can be observed."""
    if e.watch():
        yield True


def collected(search, e):
    """Return what a search yields until time is up."""
    found = []
    try:
        for finding in search(e):
            found.append(finding)
    except Exception:  # this search cannot be made here, or time is up: others may find something
        return found
    return found
