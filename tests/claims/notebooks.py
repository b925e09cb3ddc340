"""Which notebooks have claims, and where these are."""

import importlib

# The notebooks whose sentences are held to their claims so far; the others follow.
HELD = (
    "01_introduction",
    "02_logistic_regression",
    "03_vectorization",
    "04_shallow_network",
    "05_deep_network",
    "06_hyperparameters",
    "07_speed",
)


def sources():
    """Return the names of the source notebooks that have claims."""
    return HELD


def claims_of(name):
    """Return the claims of one source notebook."""
    return importlib.import_module(f"tests.claims.{name.partition('_')[2]}").CLAIMS


def claims():
    """Return all claims, in the order of the notebooks."""
    return [claim for name in HELD for claim in claims_of(name)]
