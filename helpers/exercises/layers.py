"""The form of parameters: a list with one pair (W, b) per layer."""


def form_of_layers(parameters, n):
    """Return what is wrong with the form of parameters, a list of n pairs (W, b), or None."""
    if isinstance(parameters, dict) or not all(is_pair(layer) for layer in parameters):
        return "The result is not a list of pairs; expected a pair (W, b) for each layer."
    if len(parameters) != n:
        found = "is 1 layer" if len(parameters) == 1 else f"are {len(parameters)} layers"
        return f"There {found}; expected {n}."
    return None


def is_pair(value):
    """Return whether a value is a tuple or list of two."""
    return isinstance(value, (tuple, list)) and len(value) == 2
