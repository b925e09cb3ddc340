"""From a learner's notebook to a report: points by exercise, and the reason for every point that is missing."""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # an optional part of jsonschema that takes seconds to import
