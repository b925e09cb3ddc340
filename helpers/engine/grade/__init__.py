"""From a learner's notebook to a report: points for every exercise, and the reason for every missing point."""

import sys


def skip_slow_imports():
    """Keep jsonschema from importing an optional package that takes a second to load.

    `rfc3987_syntax` builds a grammar on import, only to validate IRIs, which no notebook needs. A program calls this
    as it starts; importing this package leaves other packages alone.
    """
    sys.modules.setdefault("rfc3987_syntax", None)
