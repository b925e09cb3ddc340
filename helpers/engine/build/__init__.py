"""From a source notebook to the learner's notebook and the reference that nbval compares with."""
