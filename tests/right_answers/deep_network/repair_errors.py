"""The right answers to `errors`, which this function is once it is repaired."""

from pathlib import Path

exec(Path(__file__).with_name("errors.py").read_text())
