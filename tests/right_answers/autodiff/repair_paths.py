"""The right answers to `backward`, which this function is once it is repaired."""

from pathlib import Path

exec(Path(__file__).with_name("backward.py").read_text())
