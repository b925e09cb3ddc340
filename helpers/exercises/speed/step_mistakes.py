"""What goes wrong in a step in memory that is there already: the known mistakes of `step`."""

from helpers.engine.check import Mistake
from helpers.exercises.array_families import whole_body
from helpers.exercises.families import Source
from helpers.speed.steps import step

BODY = whole_body(Source(step))
FORWARD = "forward(X, parameters, buffers, hidden, output)"
SLOPE = "            hidden.slope(Z_previous, A_previous)\n            dA *= Z_previous\n"
LATE = "".join(f"        d{p} *= learning_rate / X.shape[1]\n        {p} -= d{p}\n" for p in "Wb").rstrip()

MISTAKES = (
    Mistake(
        "W moves before its old value has gone back to the layer before",
        {
            "        if dA is not None:\n": "        W -= dW\n        if dA is not None:\n",
            "        W -= dW\n        b -= db": "        b -= db",
        },
        why="Wᵀ dZ needs the W that was there on the way forward: dA first, then the update.",
    ),
    Mistake(
        "the 1/m is missing",
        {"learning_rate / X.shape[1]": "learning_rate"},
        why="The cost is a mean over the m examples: the factor is α/m.",
    ),
    Mistake(
        "m is the number of inputs",
        {"X.shape[1]": "X.shape[0]"},
        why="Columns are examples: m is the number of columns of X, not of rows.",
    ),
    Mistake(
        "the factor α/m enters in every layer again",
        {"dA *= Z_previous": "dA *= Z_previous * learning_rate / X.shape[1]"},
        why="It is in dZ of the last layer, and Wᵀ dZ carries it down to all others.",
    ),
    Mistake(
        "the slope of the hidden activation is left out",
        {"            dA *= Z_previous": "            pass"},
        why="dZ = dA * g′(Z): multiply with what `slope` left in Z.",
    ),
    Mistake(
        "the step goes uphill: Y − A, or += where −= belongs",
        {"np.subtract(A, Y": "np.subtract(Y, A"},
        why="dZ = A − Y at the output, and the step is taken off: W −= dW.",
    ),
    Mistake(
        "the error of the output is not in its buffer",
        {"np.subtract(A, Y, out=buffers[-1][2])": "A - Y"},
        why="`dZ = A - Y` gives the name to a new array; the buffers keep what they had: use out=.",
    ),
    Mistake(
        "the rate enters once more at the update",
        {"W -= dW": "W -= learning_rate * dW", "b -= db": "b -= learning_rate * db"},
        why="α/m is in dZ, and so in dW and db: they are the very steps to subtract.",
    ),
    Mistake(
        "the slope is always that of ReLU",
        {"hidden.slope(Z_previous, A_previous)": "RELU.slope(Z_previous, A_previous)"},
        why="The hidden layers may have another activation: `hidden.slope` is its slope.",
    ),
    Mistake(
        "dX is left as it came in",
        {"if layer else (None, X, dX)": "if layer else (None, X, None)"},
        why="Where dX is given, it is filled with W1ᵀ dZ1, as every other dA.",
    ),
    Mistake(
        "new arrays take the place of the old ones in the list",
        {"        b -= db": "        parameters[layer] = (W, b - db)"},
        why="Whoever else holds b still has the old numbers: b −= db writes into it.",
    ),
    Mistake(
        "dW or db is a new array",
        {"np.add.reduce(dZ, axis=1, keepdims=True, out=db)": "db = np.sum(dZ, axis=1, keepdims=True)"},
        why="`dZ @ Aᵀ` and `np.sum(dZ, ...)` make new arrays: np.dot(..., out=dW) and np.sum(..., out=db) write into "
        "those that are there.",
    ),
    Mistake(
        "the first layer never moves",
        {"reversed(range(len(parameters)))": "reversed(range(1, len(parameters)))"},
        why="The loop ends at layer 0, which has X as its input.",
    ),
    Mistake(
        "dW or db is a new array",
        {"np.dot(dZ, A_previous.T, out=dW)": "dW[...] = dZ @ A_previous.T"},
        why="`dZ @ Aᵀ` and `np.sum(dZ, ...)` make new arrays: np.dot(..., out=dW) and np.sum(..., out=db) write into "
        "those that are there.",
    ),
    Mistake(
        "A − Y is a new array",
        {"dZ = np.subtract(A, Y, out=buffers[-1][2])": "dZ = buffers[-1][2]\n    dZ[...] = A - Y"},
        why="`A - Y` makes an array: np.subtract(..., out=dZ) writes into the one that is there.",
        alone=True,
    ),
    Mistake(
        "dA is a new array",
        {"np.dot(W.T, dZ, out=dA)": "dA[...] = W.T @ dZ"},
        why="np.dot writes into memory that is there already when it is told out=.",
    ),
    Mistake("the biases never move", {"        b -= db": "        pass"}, why="b −= db, in every layer."),
    Mistake("the weights never move", {"        W -= dW": "        pass"}, why="W −= dW, in every layer."),
    Mistake(
        "the parameters stay what they were",
        {"        W -= dW\n        b -= db": "        pass"},
        why="W and b themselves have to change: W −= dW and b −= db, with the operator that writes.",
    ),
    *(
        Mistake(
            "the parameters stay what they were, and dX too",
            {BODY: f"    {line}\n"},
            why="New parameters are lost here: write into W and b, by W −= dW and b −= db, and into dX.",
            alone=True,
        )
        for line in ("return None", "return X + 0, [W + 0 for W, b in parameters]")
    ),
    Mistake(
        "the step goes uphill: Y − A, or += where −= belongs",
        {"W -= dW": "W += dW", "b -= db": "b += db"},
        why="dZ = A − Y at the output, and the step is taken off: W −= dW.",
        alone=True,
    ),
    Mistake(
        "neither learning rate nor 1/m is in the step",
        {"    dZ *= learning_rate / X.shape[1]\n": ""},
        why="The cost is a mean, and a step is α times its gradient: the factor is α/m.",
        alone=True,
    ),
    Mistake(
        "the learning rate is missing",
        {"learning_rate / X.shape[1]": "1 / X.shape[1]"},
        why="A step is α times the gradient: the factor is α/m.",
        alone=True,
    ),
    Mistake(
        "α/m is in dW and db, but not in dZ, and so not in dX",
        {"    dZ *= learning_rate / X.shape[1]\n": "", "        W -= dW\n        b -= db": LATE},
        why="Put in once, at the last dZ, α/m reaches everything that follows from it.",
        alone=True,
    ),
    Mistake(
        "m counts the outputs too",
        {"learning_rate / X.shape[1]": "learning_rate / Y.size"},
        why="m is the number of examples: the number of columns.",
        alone=True,
    ),
    Mistake(
        "there is no pass forward",
        {FORWARD: "buffers[-1][1]"},
        why="The buffers hold the Z and A of the step before: `forward` fills them anew.",
        alone=True,
    ),
    *(
        Mistake(
            f"{which} not passed to `forward`",
            {FORWARD: f"forward(X, parameters, buffers{arguments})"},
            why="Without them `forward` takes ReLU and the sigmoid.",
            alone=True,
        )
        for which, arguments in (
            ("the activations are", ""),
            ("`output` is", ", hidden"),
            ("`hidden` is", ", output=output"),
        )
    ),
    Mistake(
        "the activation is used in place of its slope",
        {"dA *= Z_previous": "dA *= A_previous"},
        why="dZ = dA * g′(Z): `slope` leaves g′(Z) in Z.",
        alone=True,
    ),
    Mistake(
        "the Z of the layer before is not turned into its slope",
        {"            hidden.slope(Z_previous, A_previous)\n": ""},
        why="dZ = dA * g′(Z): hidden.slope(Z, A) turns Z, its first argument, into g′(Z). dA, Z and A belong to one "
        "layer, the one before.",
        alone=True,
    ),
    Mistake(
        "what `slope` returns is used, and that is None",
        {SLOPE: "            dA *= hidden.slope(Z_previous, A_previous)\n"},
        why="`slope` returns nothing: it writes g′(Z) into Z. Call it, and then multiply with Z.",
        alone=True,
    ),
    Mistake(
        "the output layer takes a slope too",
        {"    dZ *= learning_rate": "    dZ *= A\n    dZ *= 1 - A\n    dZ *= learning_rate"},
        why="A − Y is dZ already: the slope of the output has canceled against the loss's.",
        alone=True,
    ),
    Mistake(
        "every layer reads X",
        {"np.dot(dZ, A_previous.T, out=dW)": "np.dot(dZ, X.T, out=dW)"},
        why="dW = dZ A_previousᵀ: a layer reads the A of the layer before. Only the first one reads X.",
        alone=True,
    ),
    Mistake(
        "the first layer reads the A of the last one",
        {"np.dot(dZ, A_previous.T, out=dW)": "np.dot(dZ, buffers[layer - 1][1].T, out=dW)"},
        why="For layer 0, layer − 1 is −1, and an index of −1 is the last item. Layer 0 reads X.",
        alone=True,
    ),
    Mistake(
        "every layer reads its own A",
        {"np.dot(dZ, A_previous.T, out=dW)": "np.dot(dZ, buffers[layer][1].T, out=dW)"},
        why="dW = dZ A_previousᵀ: a layer reads the A of the layer before.",
        alone=True,
    ),
    Mistake(
        "W is not transposed",
        {"np.dot(W.T, dZ, out=dA)": "np.dot(W, dZ, out=dA)"},
        why="Forward W leads from a layer to the next one; Wᵀ leads back.",
        alone=True,
    ),
    Mistake(
        "db is a mean, and 1/m is in dZ already",
        {"np.add.reduce(dZ, axis=1, keepdims=True, out=db)": "np.mean(dZ, axis=1, keepdims=True, out=db)"},
        why="α/m is in dZ: db is its sum.",
        alone=True,
    ),
    Mistake(
        "the sum runs over the units, not the examples",
        {"np.add.reduce(dZ, axis=1": "np.add.reduce(dZ, axis=0"},
        why="Columns are examples: axis=1.",
        alone=True,
    ),
    Mistake(
        "the layers are taken from the first to the last",
        {"reversed(range(len(parameters)))": "range(len(parameters))"},
        why="dZ comes from the layer behind: begin with the last one.",
        alone=True,
    ),
    *(
        Mistake(
            "new arrays take the place of the old ones in the list",
            {"        W -= dW\n        b -= db": f"        parameters[layer] = {new}"},
            why="Whoever else holds W still has the old numbers: W −= dW writes into it.",
            alone=True,
        )
        for new in ("(W - dW, b - db)", "[W - dW, b - db]")
    ),
    Mistake(
        "`W = W - dW` gives the name to a new array",
        {"        W -= dW\n        b -= db": "        W = W - dW\n        b = b - db"},
        why="The array in parameters stays what it was: W −= dW writes into it.",
        alone=True,
    ),
)
