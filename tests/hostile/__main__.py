"""Grade every attack and write docs/hostile.md: `python -m tests.hostile`."""

import os
import secrets
import sys
import tempfile
import time
from pathlib import Path

from helpers.engine.course import course
from tests.hostile import cells, cunning, files, kernel, outside
from tests.hostile.run import as_expected, came_of, grade_attack, seen

INTRODUCTION = """# Attacks on the grader

{n} submissions that try to cheat or to break the grader, each followed by an honest one: {good} of {n} were handled
as intended, and {honest} of {n} honest submissions got full marks. Written by `python -m tests.hostile`.
`tests/test_hostile.py` runs the same attacks, and others in file names and archives. Those that Landlock or
seccomp stops it also runs with Landlock limited to what kernels had before 6.7: ABI 1, 2 and 3, without changing the
user.

| attack | result | what stops it | what the grader saw |
| --- | --- | --- | --- |
"""


def main():
    """Write the table and return the exit status."""
    os.environ["HOSTILE_SECRET"] = secrets.token_hex()
    with tempfile.NamedTemporaryFile() as gradebook:
        attacks = [*cells.attacks(gradebook.name), *cunning.attacks(), *outside.attacks()]
        attacks += [*kernel.attacks(), *files.attacks()]
        lines, good, honest = [], 0, 0
        for attack in attacks:
            started = time.perf_counter()
            outcome, neighbor = grade_attack(attack, secrets.randbits(40))
            good += as_expected(attack, outcome)
            honest += neighbor.get("earned") == neighbor.get("points")
            lines.append(f"| {attack.name} | {came_of(outcome)} | {attack.layer} | {seen(outcome)} |")
            mark = "  " if as_expected(attack, outcome) else "! "
            print(f"{mark}{time.perf_counter() - started:5.2f} s  {attack.name}: {came_of(outcome)}")
    text = INTRODUCTION.format(n=len(attacks), good=good, honest=honest) + "\n".join(lines) + "\n"
    Path(course().root, "docs").mkdir(exist_ok=True)
    Path(course().root, "docs", "hostile.md").write_text(text, encoding="utf-8")
    return int(good + honest < 2 * len(attacks))


if __name__ == "__main__":
    sys.exit(main())
