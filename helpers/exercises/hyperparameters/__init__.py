"""Exercises of 06_hyperparameters: one module each, in the order of its cells."""

from helpers.engine.check import collect

exercises, check, hint = collect(__name__)
