"""The last hint of a bug clinic: the function that was handed out, repaired, and right."""

import pytest

from helpers.engine.check import Exercise, verdict_on
from helpers.engine.check.check import solution_text
from helpers.engine.check.exercise import compiled, repaired_source, stub_source
from helpers.engine.prove.prove import packages

CLINICS = {
    f"{package}.{name}": exercise
    for package, found in packages().items()
    for name, exercise in found.items()
    if isinstance(exercise, Exercise) and exercise.broken
}


@pytest.mark.parametrize("name", CLINICS)
def test_the_repaired_function_is_right(name):
    exercise = CLINICS[name]
    assert verdict_on(exercise, compiled(repaired_source(exercise), exercise)).state == "right"


@pytest.mark.parametrize("name", CLINICS)
def test_the_last_hint_marks_the_lines_that_change(name):
    exercise, text = CLINICS[name], solution_text(CLINICS[name])
    marked = [line for line in text.splitlines() if line.endswith("  # repaired")]
    assert marked
    handed_out = stub_source(exercise).splitlines()
    assert not [line for line in marked if line.removesuffix("  # repaired") in handed_out]
    body = [line for line in text.splitlines() if line.startswith("    ")]
    assert len(marked) < len(body)
