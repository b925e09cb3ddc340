"""Which notebooks have claims, and where these are."""

import importlib

from helpers.engine.course import course


def sources():
    """Return the names of the source notebooks that have claims."""
    return course().source_names()


def claims_of(name):
    """Return the claims of one source notebook."""
    return importlib.import_module(f"tests.claims.{name.partition('_')[2]}").CLAIMS


def claims():
    """Return all claims, in the order of the notebooks."""
    return [claim for name in sources() for claim in claims_of(name)]
