"""From a learner's notebook to a report: points by exercise, and the reason for every point that is missing."""
