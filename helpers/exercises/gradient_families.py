"""Slips on the way back: in m, in the products and sums of dW and db, and in the slope of the activation."""

import ast
from dataclasses import replace

from helpers.engine.check import Mistake
from helpers.exercises.families import Source

WHY_M = "The cost is a mean over the m examples, so every gradient of it is divided by m, once."
WHY_COUNT = "m is the number of examples: of columns, shape[1], however many outputs each of them has."
WHY_SLOPE = "dZ = dA * g′(Z), entry by entry: the chain rule passes through the activation of this layer."
ACTIVATIONS = {"TANH": "tanh", "SIGMOID": "the sigmoid", "RELU": "ReLU"}
FROM_A = {  # the slope written in a = g(z), which holds for this activation only
    "TANH": "(1 - {g}.value({Z}) ** 2)",
    "SIGMOID": "({g}.value({Z}) * (1 - {g}.value({Z})))",
    "RELU": "({g}.value({Z}) > 0)",
}
COMMON = (
    "m is the number of rows, not of columns",
    "m counts the outputs too",
    "nothing is divided by m",
)
COMMON_EVERYWHERE = (  # in all layers at once
    "not divided by m",
    "an axis is lost (no keepdims)",
    "one number for all units",
    "the units are added up, not the examples",
    "nothing is transposed",
)


def gradients(solution):
    """Return the slips in `m`, in assignments `dW = ... @ ....T / m`, and in `db = <sum of dZ> / m`."""
    source = Source(solution)
    found = [node for node in source.nodes(ast.Assign) if isinstance(node.value, ast.BinOp)]
    divided = [node for node in found if source.of(node.value).endswith("/ m")]
    products = [node for node in divided if isinstance(node.value.left, ast.BinOp)]
    sums = [node for node in divided if isinstance(node.value.left, ast.Call)]
    wholes = (names(source, products), names(source, sums))
    mistakes = (
        *wrong_m(source, products, sums),
        *wrong_products(source, products),
        *wrong_sums(source, sums),
    )
    return tuple(m if common(m.name, wholes) else replace(m, alone=True) for m in mistakes)


def common(name, wholes):
    """Return whether a mistake is made so often that it is tried together with others."""
    where, _, slip = name.rpartition(": ")
    return name in COMMON or (where in wholes and slip in COMMON_EVERYWHERE)


def names(source, statements):
    """Return the names that statements assign to: `dW2` and `dW1`."""
    return " and ".join(sorted(f"`{source.of(node.targets[0])}`" for node in statements))


def some(statements):
    """Yield every group of statements that a slip may concern: one, or all."""
    yield from ([node] for node in statements)
    if len(statements) > 1:
        yield statements


def wrong_m(source, products, sums):
    """Return the slips in m."""
    (definition,) = [node for node in source.nodes(ast.Assign) if source.of(node).startswith("m = ")]
    rows = source.of(definition).replace("shape[1]", "shape[0]")
    yield Mistake(
        "m is the number of rows, not of columns",
        {source.of(definition): rows},
        "Columns are examples: m is the number of columns, shape[1]. The len of an array counts its rows.",
    )
    yield Mistake("nothing is divided by m", {source.of(definition): "m = 1"}, WHY_M)
    if "Y" in [argument.arg for argument in source.function.args.args]:
        yield Mistake("m counts the outputs too", {source.of(definition): "m = Y.size"}, WHY_COUNT)
    yield Mistake(
        "m enters squared", {source.whole(definition): f"{source.whole(definition)}    m = m**2\n"}, WHY_M
    )
    for kind in (products, sums):
        for group in some(kind):
            undivided = [(node.value, source.of(node.value.left)) for node in group]
            if len(products) + len(sums) > len(group):
                yield Mistake(f"{names(source, group)}: not divided by m", source.replaced(*undivided), WHY_M)


def wrong_products(source, products):
    """Return the slips in products of a dZ and what its layer has read."""
    for group in some(products):
        for slip, pattern, why in (
            ("nothing is transposed", "{dZ} @ {A}", "The examples meet inside, and are added up."),
            ("`*` stands where `@` belongs", "{dZ} * {A}", "* multiplies; @ adds up as well."),
            ("the factors are exchanged", "{A} @ {dZ}.T", "A gradient has its parameter's shape."),
        ):
            changes = [(node.value.left, product(source, node, pattern)) for node in group]
            yield Mistake(f"{names(source, group)}: {slip}", source.replaced(*changes), why)


def product(source, node, pattern):
    """Return another product of the dZ and the A of an assignment `dW = dZ @ A.T / m`."""
    dZ, A = source.of(node.value.left.left), source.of(node.value.left.right).removesuffix(".T")
    return pattern.format(dZ=dZ, A=A)


def wrong_sums(source, sums):
    """Return the slips in sums over the examples."""
    for group in some(sums):
        which = names(source, group)
        dZ = {node: summed(source, node.value.left) for node in group}

        def changed(pattern, dZ=dZ, group=group):
            return source.replaced(*((node.value, pattern.format(dZ=dZ[node])) for node in group))

        if all("keepdims" in source.of(node) for node in group):
            yield Mistake(
                f"{which}: an axis is lost (no keepdims)",
                changed("{dZ}.sum(axis=1) / m"),
                "db has the shape of b, (n, 1): a sum with keepdims=True.",
            )
            yield Mistake(
                f"{which}: the units are added up, not the examples",
                changed("{dZ}.sum(axis=0, keepdims=True) / m"),
                "Rows are units, columns are examples: sum along axis 1.",
            )
            for total in ("{dZ}.sum(keepdims=True) / m", "{dZ}.sum() / m"):
                yield Mistake(
                    f"{which}: one number for all units",
                    changed(total),
                    "Each unit has its own bias: sum over the examples, axis 1, only.",
                )
            for mean in ("{dZ}.mean(keepdims=True)", "{dZ}.mean()"):
                yield Mistake(
                    f"{which}: a mean over the units as well",
                    changed(mean),
                    "Each unit has its own bias: average over the examples, axis 1, only.",
                )
            yield Mistake(
                f"{which}: a mean, divided by m again", changed("{dZ}.mean(axis=1, keepdims=True) / m"), WHY_M
            )
        yield Mistake(
            f"{which}: not added up",
            changed("{dZ} / m"),
            "b is the same for all examples, so its gradient is the mean over all of them.",
        )
        yield Mistake(
            f"{which}: dZ itself",
            changed("{dZ}"),
            "db = dz holds for one example; for m of them it is the mean.",
        )


def summed(source, call):
    """Return the source of what a call of np.sum(dZ, ...) or dZ.sum(...) adds up."""
    return source.of(call.args[0]) if call.args else source.of(call.func.value)


# name, what stands in place of the product `{before} * {slope}` with {slope} = {g}.derivative({Z}), why
ENTRIES = "Each unit of each example has its own slope: entry by entry, *."
SLOPES = (
    ("the slope of the activation is left out", "{before}", WHY_SLOPE),
    (
        "the activation is used in place of its slope",
        "{before} * {g}.value({Z})",
        "g is for the way forward, g′ for the way back.",
    ),
    (
        "`{g}` itself is called",
        "{before} * {g}({Z})",
        "`{g}` holds two functions, {g}.value and {g}.derivative: call the second.",
    ),
    (
        "the slope is taken at A instead of Z",
        "{before} * {g}.derivative({g}.value({Z}))",
        "g′ is a function of z: {g}.derivative({Z}).",
    ),
    (
        "the slope is 1 − a, without the square",
        "{before} * (1 - {g}.value({Z}))",
        "tanh′ = 1 − a², and only for tanh.",
    ),
    (
        "the brackets around 1 − a² are missing",
        "{before} * 1 - {g}.value({Z}) ** 2",
        "* binds closer than −: without brackets, a² is taken off the product.",
    ),
    ("the slope enters twice", "{before} * {slope} * {slope}", WHY_SLOPE),
    ("a matrix product stands where `*` belongs", "{before} @ {slope}", ENTRIES),
    ("a matrix product stands where `*` belongs", "({before}).T @ {slope}", ENTRIES),
)
RARE = ("the brackets around 1 − a² are missing", "the slope enters twice")


def slopes(solution):
    """Return the slips in `... * g.derivative(Z)`, g an activation that is an argument of the solution."""
    source = Source(solution)
    (product,) = [
        node
        for node in source.nodes(ast.BinOp)
        if isinstance(node.right, ast.Call) and source.of(node.right.func).endswith(".derivative")
    ]
    return (*wrong_slopes(source, product), *wrong_way_back(source, product))


def wrong_slopes(source, product):
    """Return the slips in the second factor, the slope."""
    g, Z = source.of(product.right.func.value), source.of(product.right.args[0])
    parts = {"before": source.of(product.left), "slope": source.of(product.right), "g": g, "Z": Z}
    for name, pattern, why in SLOPES:
        patch = source.replaced((product, pattern.format(**parts)))
        yield Mistake(name.format(**parts), patch, why.format(**parts), alone=name in RARE)
    for constant, words in ACTIVATIONS.items():
        at_a = FROM_A[constant].format(**parts)
        for patch in (
            source.before_all(f"from helpers.activations import {constant} as {g}"),
            source.replaced((product, f"{parts['before']} * {at_a}")),
        ):
            yield Mistake(
                f"the slope is that of {words} whatever `{g}` says",
                patch,
                f"g′ belongs to the activation that comes in as an argument: {g}.derivative.",
                alone=constant != "TANH",  # many know tanh alone, and make other slips as well
            )


def wrong_way_back(source, product):
    """Return the slips in the first factor, if it is a product Wᵀ dZ."""
    inner, slope = product.left, source.of(product.right)
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.MatMult):
        W, dZ = source.of(inner.left), source.of(inner.right)
        yield Mistake(
            "the slope multiplies dZ before Wᵀ does",
            source.replaced((product, f"{W} @ ({dZ} * {slope})")),
            "The slope belongs to the layer before: first back through Wᵀ, then times g′.",
        )
        yield Mistake(
            "W is not transposed",
            source.replaced((inner, f"{W.removesuffix('.T')} @ {dZ}")),
            "Forward W leads from a layer to the next one; Wᵀ leads back.",
        )
