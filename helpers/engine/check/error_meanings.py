"""The errors of Python and NumPy that beginners meet, and what they mean."""

# (type of the error, part of its message, what it means); the first that fits is told.
MEANINGS = (
    (
        "NameError",
        "name 'np' is not defined",
        "`np` is NumPy, which the first cells of the notebook import: run these cells, then this one again.",
    ),
    (
        "NameError",
        "",
        "This name is not defined. A graded function may use its arguments, `np` and earlier exercises; define "
        "anything else inside it.",
    ),
    (
        "UnboundLocalError",
        "",
        "No line has given this name a value when it is used. Was it set inside an `if` that does not apply here, or "
        "in a loop that runs zero times?",
    ),
    (
        "TypeError",
        "boolean subtract",
        "A comparison gives True and False, and NumPy does not subtract these. `.astype(float)` makes 1 and 0 of them.",
    ),
    (
        "TypeError",
        "boolean negative",
        "A comparison gives True and False, and these have no minus. `.astype(float)` makes 1 and 0 of them; `~` turns "
        "True into False.",
    ),
    (
        "ValueError",
        "truth value of an array",
        "`if`, `while`, `and` and `max` need a single True or False, but a comparison of arrays gives one for each "
        "entry. Compare single entries, or use functions that work on whole arrays: `np.where`, `np.maximum`, `&`.",
    ),
    (
        "IndexError",
        "too many indices",
        "There are more indices in the brackets than the array has axes. `X[:, i]` removes an axis, `X[:, [i]]` "
        "keeps it.",
    ),
    (
        "IndexError",
        "only integers, slices",
        "An index must be a whole number. `/` always gives a float; `//` does not.",
    ),
    (
        "IndexError",
        "out of bounds",
        "Indices start at 0, so the last of n entries has the index n − 1. Axis 0 are the rows, axis 1 the columns.",
    ),
    ("IndexError", "list index out of range", "A list of n items has the indices 0 to n − 1."),
    (
        "AxisError",
        "",
        "This array does not have so many axes. A table has axis 0, down the rows, and axis 1, along the columns; a "
        "number has none.",
    ),
    (
        "TypeError",
        "ufunc 'bitwise_xor' not supported",
        "A power is written `**`. `^` is another operation, on the bits of whole numbers.",
    ),
    (
        "TypeError",
        "np.sum(generator)",
        "`np.sum` takes an array or a list. Python's own `sum` also adds up what `… for … in …` yields.",
    ),
    (
        "TypeError",
        "converted to Python scalars",
        "`math` and `float` take a single number. `np.exp`, `np.log` and similar functions accept arrays of any shape.",
    ),
    (
        "TypeError",
        "only 0-dimensional arrays can be converted",
        "`math` and `float` take a single number. `np.exp`, `np.log` and similar functions accept arrays of any shape.",
    ),
    (
        "TypeError",
        "only integer scalar arrays",
        "A single whole number is needed here, and this is an array or a float. Use a shape, such as `X.shape[1]`.",
    ),
    (
        "ValueError",
        "mismatch in its core dimension",
        "For `@` the inner numbers of the two shapes must agree: (k, n) @ (n, m). Write both shapes down.",
    ),
    (
        "ValueError",
        "not aligned",
        "For `np.dot` the inner numbers of the two shapes must agree: (k, n) and (n, m). Write both shapes down.",
    ),
    (
        "ValueError",
        "does not have enough dimensions",
        "`@` multiplies arrays. For a number times an array use `*`.",
    ),
    (
        "ValueError",
        "could not be broadcast",
        "Write one shape below the other, aligned on the right. In each position the numbers must be equal, or one "
        "of them must be 1.",
    ),
    (
        "ValueError",
        "setting an array element with a sequence",
        "One entry of an array holds one number, and this is an array or a list. Assign to a slice, or take the number "
        "out of it.",
    ),
    (
        "TypeError",
        "as a data type",
        "Pass the shape as one tuple, in its own parentheses: `np.zeros((3, 2))`.",
    ),
    (
        "TypeError",
        "unhashable type: 'numpy.ndarray'",
        "Looping over an array with two axes gives its rows, not its numbers: `labels[0]` is the first row.",
    ),
    (
        "ValueError",
        "object too deep",
        "This function needs an array with one axis: `labels[0]`, or `labels.ravel()`.",
    ),
    (
        "UFuncTypeError",
        "to dtype('int",
        "An array of whole numbers cannot take floats in place. Make a new array: `W = W - ...`, or start from floats.",
    ),
    (
        "_UFuncOutputCastingError",
        "to dtype('int",
        "An array of whole numbers cannot take floats in place. Make a new array: `W = W - ...`, or start from floats.",
    ),
    (
        "ValueError",
        "math domain error",
        "`math.log` and `math.sqrt` need a positive number; log 0 does not exist.",
    ),
    ("ZeroDivisionError", "", "The number below the line is 0 in this case."),
    (
        "TypeError",
        "NoneType",
        "Something here is None. A function without `return` gives None, and so do methods that work in place, such as "
        "`list.append` and `list.reverse`.",
    ),
    ("AttributeError", "'NoneType'", "A function without `return` gives None; None has no attributes."),
    (
        "AttributeError",
        "'float' object has no attribute",
        "This is a plain number, and numbers have no shape and no methods of arrays. `np.shape(z)` and `np.where` "
        "take both.",
    ),
    (
        "AttributeError",
        "'bool' object has no attribute",
        "The comparison of two plain numbers gives a plain True or False, without the methods of arrays.",
    ),
    (
        "AttributeError",
        "'list' object has no attribute",
        "This is a list, not an array: it has no shape, no `.T` and no methods of arrays.",
    ),
    (
        "AttributeError",
        "'numpy.ndarray' object has no attribute",
        "This is an array, and arrays have no method of this name. `append`, `count` and `index` are methods of lists.",
    ),
    (
        "TypeError",
        "can't multiply sequence",
        "One side is a tuple or a list. These do not calculate: take the arrays out of it first.",
    ),
    (
        "AttributeError",
        "'tuple' object has no attribute",
        "This is a tuple, not an array. Unpack it first: `W, b = ...`.",
    ),
    (
        "ValueError",
        "too many values to unpack",
        "There are fewer names than values that are unpacked. Print how many there are. In a `for` over pairs, names "
        "have brackets as the values have: `for (a, b), (c, d) in zip(…)`.",
    ),
    (
        "ValueError",
        "not enough values to unpack",
        "There are more names than values that are unpacked. Print how many there are. In a `for` over pairs, names "
        "have brackets as the values have: `for (a, b), (c, d) in zip(…)`.",
    ),
    (
        "TypeError",
        "cannot unpack non-iterable",
        "On the right is one value, so it cannot be split into several names.",
    ),
    (
        "TypeError",
        "is not subscriptable",
        "Brackets behind it take an item out, and this has no items: it is a single value or a function.",
    ),
    (
        "TypeError",
        "does not support item assignment",
        "Its items cannot be set: it is a single number or a tuple. Make an array or a list first.",
    ),
    (
        "TypeError",
        "is not callable",
        "Parentheses behind it call a function, and this is none. Brackets take an item, `*` multiplies.",
    ),
    (
        "TypeError",
        "positional argument",
        "The function is called with another number of arguments than it has. Look at its first line.",
    ),
    (
        "TypeError",
        "unexpected keyword argument",
        "The function has no argument of this name. Look at the first line of its definition.",
    ),
    ("KeyError", "", "The dict has no such key. Print its keys."),
    (
        "TypeError",
        "has no len()",
        "A single number has no length. The number of columns of an array is `X.shape[1]`.",
    ),
    (
        "TypeError",
        "is not iterable",
        "A loop or an unpacking needs several items, and this is a single value.",
    ),
    ("TypeError", "iteration over a 0-d array", "A loop needs several entries, and this is a single number."),
    (
        "TypeError",
        "'tuple' object cannot be interpreted as an integer",
        "A whole number is needed here, and this is a tuple. `shape[0]` takes one number out of it, `f(*shape)` hands "
        "them over one by one.",
    ),
    (
        "TypeError",
        "cannot be interpreted as an integer",
        "A whole number is needed here: a size or a count. `/` always gives a float; `//` does not.",
    ),
    (
        "AttributeError",
        "'int' object has no attribute",
        "This is a plain number, and numbers have no shape and no methods of arrays.",
    ),
    (
        "ValueError",
        "cannot reshape",
        "A reshape keeps the number of entries: the numbers of the new shape, multiplied, must give it. One of them "
        "may be −1. Sizes written in fit one array only; take them from `.shape`.",
    ),
    (
        "ValueError",
        "output array has wrong dimensions",
        "The array behind `out=` must have the shape of the result.",
    ),
    (
        "ValueError",
        "non-broadcastable output operand",
        "What stands on the left of `+=` or `-=`, or behind `out=`, keeps its shape, and the result has another one.",
    ),
    (
        "IndexError",
        "tuple index out of range",
        "A shape has as many numbers as the array has axes; a number has none.",
    ),
    (
        "TypeError",
        "unsupported operand type(s) for /: 'int' and 'tuple'",
        "`.shape` is a tuple, such as (n, m). `.shape[1]` is the number of columns.",
    ),
    (
        "TypeError",
        "'tuple'",
        "One side is a tuple, not a number or an array. A shape is one, and so is what a function returns with commas: "
        "take an item, or unpack it, `A, cache = ...`.",
    ),
    (
        "TypeError",
        "'list'",
        "One side is a list. Lists do not calculate: take an item, or make an array of it.",
    ),
)
