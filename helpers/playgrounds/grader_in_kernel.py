"""Grading without the course's folder, as in a browser or on Colab: the answers that were checked are judged again.

The judge is the one of the checks and of every grader. Not here: cells that were not run, and files.
"""

import html

from helpers.engine.check.check import verdict_on
from helpers.engine.language import translated

HAND_IN = (
    "Here, the button judges the answers that you have checked since the kernel started. To hand in your "
    "work, save the notebook (Ctrl+S) and choose Download in the menu File."
)
NOTHING_CHECKED = (
    "No check has run since the kernel started. Run the cells of the notebook, then press the button again."
)


def running_check():
    """Return the `Checker` behind the name `check` of the open notebook, or None."""
    from IPython import get_ipython

    shell = get_ipython()
    return getattr(shell.user_ns.get("check") if shell else None, "__self__", None)


def report_of(checker):
    """Return a page in HTML: the points of every exercise of a notebook, and what is wrong with wrong answers."""
    if checker is None or not checker.answers:
        return translated(NOTHING_CHECKED)
    rows, verdicts, earned = [], [], 0
    for name, exercise in checker.exercises.items():
        points, line = 0, "not checked yet"
        if name in checker.answers:
            verdict = verdict_on(exercise, checker.answers[name])
            points, line = verdict.earned, verdict.line
            if verdict.state == "wrong":
                verdicts.append(verdict._repr_mimebundle_()["text/html"])
        earned += points
        rows.append(
            f'<tr><th scope="row" style="text-align:left">{html.escape(name)}</th><td>{points:g} / '
            f'{exercise.points}</td><td style="text-align:left">{html.escape(translated(line))}</td></tr>'
        )
    total = sum(exercise.points for exercise in checker.exercises.values())
    points = translated(f"{earned:g} of {total} points")
    return f"<p><b>{points}</b></p><table>{''.join(rows)}</table>{''.join(verdicts)}"
