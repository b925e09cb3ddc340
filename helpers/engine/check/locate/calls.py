"""Families of slips in a call: another function, the other axis, arguments exchanged, a call too much."""

import ast

import numpy as np

RELATED = {
    "sum": ("mean",),
    "mean": ("sum", "max"),
    "median": ("mean",),
    "max": ("maximum", "min", "sum"),
    "min": ("minimum", "max"),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "argmax": ("argmin", "max"),
    "argmin": ("argmax", "min"),
    "var": ("std",),
    "std": ("var",),
    "log2": ("log",),
    "log10": ("log",),
    "log1p": ("log",),
    "exp2": ("exp",),
    "tan": ("tanh",),
    "arctan": ("tanh",),
    "sinh": ("tanh",),
    "prod": ("sum",),
    "cumsum": ("sum",),
    "ceil": ("round",),
    "floor": ("round",),
    "any": ("all",),
}


def of_call(node, call):
    """Yield changes of a call: its function, its arguments, its axis."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    method = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") != "np"
    words = {"name": ast.unparse(node.func) if not method else name}
    for other in RELATED.get(name, ()):
        function = getattr(np, other)

        def related(f, args, kwargs, function=function):
            return function(*([f.__self__] if method else []), *args, **kwargs)

        yield 3, call("another function", related, like=("another function", name, other), **words)
    axis = next((axis_of(k.value) for k in node.keywords if k.arg == "axis"), ...)
    if axis is not ... or name in (
        "sum",
        "mean",
        "max",
        "min",
        "std",
        "var",
        "argmax",
        "softmax",
        "any",
        "all",
    ):
        for other in (0, 1, None):
            if other != (None if axis is ... else axis) and not (
                other is None and isinstance(axis, str | tuple)
            ):
                kind = "no axis" if axis in (..., None) else "axis" if other is not None else "axis too much"
                like = {"like": (kind, other)}
                yield 2, call(kind, Along(other), **words, **like)
                kind, like = f"{kind}, kept", {"like": (f"{kind}, kept", other)}
                if other is not None and not any(k.arg == "keepdims" for k in node.keywords):
                    yield 3, call(kind, Along(other, keepdims=True), **words, **like)
        if axis not in (..., None):
            kept = any(k.arg == "keepdims" for k in node.keywords)
            kind = "axis kept" if kept else "axis lost"
            yield (
                2,
                call(
                    kind, lambda f, a, kw: f(*a, **{**kw, "keepdims": not kw.get("keepdims", False)}), **words
                ),
            )
    for keyword in node.keywords:
        if keyword.arg not in (None, "axis", "keepdims", "out"):
            text = f"{keyword.arg}={ast.unparse(keyword.value)}"
            yield 3, call("keyword too much", without(keyword.arg), keyword=text, **words)
    for i in range(len(node.args)):
        for j in range(i + 1, len(node.args)):
            first, second = ast.unparse(node.args[i]), ast.unparse(node.args[j])
            yield 2, call("arguments exchanged", exchanged(i, j), first=first, second=second, **words)
    if len(node.args) >= 1 and not method:
        yield 4, call("call too much", lambda f, a, kw: a[0], inside=ast.unparse(node.args[0]), **words)
    elif method:
        inside = ast.unparse(node.func.value)
        yield 4, call("method too much", lambda f, a, kw: f.__self__, inside=inside, **words)


class Along:
    """A call of a function along another axis; `works` is whether that axis was longer than 1 in some call.

    Along an axis of length 1 a sum or a mean does nothing: then it is the call that is too much.
    """

    def __init__(self, axis, **kwargs):
        self.axis, self.kwargs, self.works = axis, kwargs, axis is None

    def __call__(self, function, args, kwargs):
        """Call it."""
        shape = np.shape(args[0] if args else function.__self__)
        self.works = self.works or len(shape) <= self.axis or shape[self.axis] > 1
        return function(*args, **{**kwargs, "axis": self.axis, **self.kwargs})


def axis_of(node):
    """Return what an axis is: a number, a tuple or None, else the text of the expression."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return ast.unparse(node)


def without(name):
    """Return a call of a function without one keyword."""
    return lambda function, args, kwargs: function(*args, **{k: v for k, v in kwargs.items() if k != name})


def exchanged(i, j):
    """Return a call of a function with two of its arguments exchanged."""

    def call(function, args, kwargs):
        args = list(args)
        args[i], args[j] = args[j], args[i]
        return function(*args, **kwargs)

    return call
