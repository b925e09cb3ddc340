"""What `explain` says about slips in the form of an expression or a loop, and about results that get lost."""

import linecache
from itertools import count

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.exercise import Seeded
from helpers.engine.check.locate import explain
from helpers.engine.check.locate.slips import MISSING

CELLS = count()


def energy(A, x, k):
    """Return (k (1 − k) / n) tanh(xᵀA x)² as a number; A is (n, n), x is (n, 1), and n is 2 or more."""
    n = A.shape[0]
    return (
        k * (1 - k) / n * np.tanh(sum(x[i, 0] * A[i, j] * x[j, 0] for i in range(n) for j in range(n))) ** 2
    )


def product(A, B):
    """Return A B, entry by entry."""
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            C[i, j] = A[i] @ B[:, j]
    return C


def layers(W1, b1, W2, b2):
    """Return (W, b) of two layers in one."""
    return W2 @ W1, W2 @ b1 + b2


def total(values):
    """Return the sum of all positive numbers in a row."""
    found = 0.0
    for value in values[0]:
        if value < 0:
            continue
        found += value
    return found


def leaky(z):
    """Return z, or 0.07 z where z is negative."""
    return np.where(z > 0, z, 0.07 * z) + 0.0 * z


def above(z):
    """Return 1 where z is above 0.1, else 0."""
    return (0.4 * z > 0.04) * 1.0


def energy_cases(rng):
    """Yield cases of `energy`."""
    for n in (2, 3, 4):
        yield Case(
            f"{n}", A=rng.normal(size=(n, n)), x=rng.normal(size=(n, 1)), k=float(rng.uniform(0.2, 0.4))
        )


def product_cases(rng):
    """Yield cases of `product`."""
    for p, q, r in ((1, 2, 1), (2, 3, 4), (3, 3, 2)):
        yield Case(f"{p}", A=rng.normal(size=(p, q)), B=rng.normal(size=(q, r)))


def layers_cases(rng):
    """Yield cases of `layers`."""
    for n in (1, 2, 3):
        W1, b1, W2, b2 = (rng.normal(size=s) for s in ((n, 2), (n, 1), (3, n), (3, 1)))
        yield Case(f"{n}", W1=W1, b1=b1, W2=W2, b2=b2)


def total_cases(rng):
    """Yield cases of `total`."""
    for m in (3, 5, 8):
        yield Case(f"{m}", values=np.concatenate([[0.5, -1.0], rng.normal(size=m)]).reshape(1, -1))


ENERGY = Exercise(energy, points=1, cases=energy_cases)
PRODUCT = Exercise(product, points=1, cases=product_cases)
LAYERS = Exercise(layers, points=1, cases=layers_cases)
TOTAL = Exercise(total, points=1, cases=total_cases)

ENERGY_SOURCE = """def energy(A, x, k):
    n = len(A)
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += x[i, 0] * A[i, j] * x[j, 0]
    a = np.tanh(s)
    return k * (1 - k) / n * a**2
"""
PRODUCT_SOURCE = """def product(A, B):
    C = [[0.0 for _ in range(B.shape[1])] for _ in range(len(A))]
    for i in range(len(A)):
        for j in range(B.shape[1]):
            row, column = A[i], B[:, j]
            C[i][j] = np.sum(row * column)
    return np.array(C)
"""
PAIRS_SOURCE = """def product(A, B):
    C = np.zeros((len(A), B.shape[1]))
    for k in range(C.size):
        i, j = divmod(k, B.shape[1])
        C[i, j] = A[i] @ B[:, j]
    return C
"""
LAYERS_SOURCE = """def layers(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + b2
"""
TOTAL_SOURCE = """def total(values):
    found = 0.0
    for v in values[0]:
        if v < 0:
            continue
        found = found + v
    return found
"""


def found(exercise, source):
    """Return the findings on a source."""
    home = f"<ipykernel form {next(CELLS)}>"
    linecache.cache[home] = (len(source), None, source.splitlines(keepends=True), home)
    names = {"np": np}
    exec(compile(source, home, "exec"), names)
    function = names[exercise.name]
    return explain(exercise, function, judged(exercise, function), budget=20)


CHANGED = [
    (ENERGY, ENERGY_SOURCE, "k * (1 - k) / n", "k * 1 - k / n", "brackets"),
    (ENERGY, ENERGY_SOURCE, "k * (1 - k) / n", "k * ((1 - k) / n - k)", None),
    (ENERGY, ENERGY_SOURCE, "a**2", "np.tanh(s**2)", "too late"),
    (ENERGY, ENERGY_SOURCE, "np.tanh(s)", "np.tan(s)", "another function"),
    (ENERGY, ENERGY_SOURCE, "k * (1 - k) / n", "(1 - k) / n", "place"),
    (LAYERS, LAYERS_SOURCE, "W2 @ b1 + b2", "W2 @ b1", "missing summand"),
    (ENERGY, ENERGY_SOURCE, "k * (1 - k) / n", "k * (1 + np.tanh(k)) / n", None),
    (ENERGY, ENERGY_SOURCE, "for i in range(n)", "for i in range(1, n)", "one less"),
    (ENERGY, ENERGY_SOURCE, "for i in range(n)", "for i in range(n - 1)", "too much"),
    (ENERGY, ENERGY_SOURCE, "A[i, j]", "A[i, i]", "wrong name"),
    (PRODUCT, PRODUCT_SOURCE, "B[:, j]", "B[j]", "row for column"),
    (PRODUCT, PRODUCT_SOURCE, "A[i]", "A[:, i]", "column for row"),
    (PRODUCT, PRODUCT_SOURCE, "[[0.0 for _ in range(B.shape[1])] for _ in range(len(A))]",
     "[[0.0] * B.shape[1]] * len(A)", "one list"),
    (PRODUCT, PRODUCT_SOURCE, "for i in range(len(A))", "for i in list(range(len(A)))[:-1]", None),
    (LAYERS, LAYERS_SOURCE, "W2 @ W1, W2 @ b1 + b2", "W1 @ W2, W1 @ b2 + b1", "layers"),
    (LAYERS, LAYERS_SOURCE, "W2 @ b1 + b2", "W2 @ (b1 + b2)", "brackets"),
    (ENERGY, ENERGY_SOURCE, "n = len(A)", "_, n = len(A), len(A) + 1", None),
    (PRODUCT, PRODUCT_SOURCE, "row, column = A[i], B[:, j]", "column, row = A[i], B[:, j][0]", None),
    (PRODUCT, PAIRS_SOURCE, "i, j = divmod", "j, i = divmod", "unpacked"),
    (TOTAL, TOTAL_SOURCE, "continue", "break", "break for continue"),
    (TOTAL, TOTAL_SOURCE, "found = found + v", "more = found + v", "not used"),
    (TOTAL, TOTAL_SOURCE, "found = found + v", "np.add(found, v)", "not kept"),
    (TOTAL, TOTAL_SOURCE, "in values[0]", "in values", "over rows"),
    (TOTAL, TOTAL_SOURCE, "in values[0]", "in values[0].tolist().sort()", None),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "source", "old", "new", "kind"), CHANGED)
def test_a_slip_in_the_form(exercise, source, old, new, kind):
    """Each is told as its kind; None stands for those of which only nothing untrue may be said."""
    assert source.count(old) == 1
    assert found(exercise, source) == []
    findings = found(exercise, source.replace(old, new))
    assert kind is None or kind in [f.kind for f in findings], findings
    assert not {"brackets", *MISSING, "indices"} & {f.kind for f in findings if kind is None}


def test_a_list_sorted_in_place_is_no_list():
    """The method returns None, and that is given a name."""
    source = TOTAL_SOURCE.replace("found = 0.0", "found = 0.0\n    values = list(values[0]).sort()")
    assert "`list(values[0]).sort()` works in place" in found(TOTAL, source)[0].sentence


def test_what_a_function_inside_is_called_with_is_not_read_from_the_notebook():
    """`v` is the argument of `add`."""
    source = "def total(values):\n    found = [0.0]\n    def add(v):\n        if v > 0: found[0] = v\n"
    source += "    for v in values[0]:\n        add(v)\n    return found[0]\n"
    assert "outside name" not in [f.kind for f in found(TOTAL, source)]


def test_a_change_that_changes_nothing_is_not_what_belongs_there():
    """`x * 1` in place of `x + 1`, or `x - 0` of `x - 1`: the number is too much."""
    source = "def energy(A, x, k):\n    n = len(A)\n    a = np.tanh((x.T @ A @ x)[0, 0])\n"
    assert found(ENERGY, source + "    return k * (1 - k) / n * a**2\n") == []
    findings = found(ENERGY, source + "    return k * (1 - k) / (n + 1) * a**2\n")
    assert [f.kind for f in findings] == ["too much"] and "`1` is too much in `n + 1`" in findings[0].sentence


def test_the_first_value_that_is_not_finite_is_told():
    """Two mistakes hide the place."""
    source = TOTAL_SOURCE.replace("found + v", "found + v**3 + 1").replace(
        "return found", "return np.exp(found * 900)"
    )
    finding = next(f for f in found(TOTAL, source) if f.kind == "not finite")
    assert finding.line == 7 and "`np.exp(found * 900)` in line 7 is the first value" in finding.sentence


def test_a_line_whose_value_agrees_with_the_course_s_is_not_blamed():
    """`n` is right; the mistake is where it is used."""
    source = ENERGY_SOURCE.replace("/ n *", "/ n / 2 *")
    assert [f.line for f in found(ENERGY, source)] == [8]


def test_a_bug_clinic_has_the_values_of_the_course_too():
    """Its function has another name than the course's."""
    clinic = Exercise(energy, name="repair_energy", points=1, cases=energy_cases)
    source = ENERGY_SOURCE.replace("def energy", "def repair_energy").replace("k * (1 - k)", "np.cbrt(k)")
    assert "place" in [f.kind for f in found(clinic, source)]


def test_a_number_that_stands_in_several_places_is_wrong_in_one():
    """The course has a 0, too; here another number is wanted."""
    exercise = Exercise(
        leaky, points=1, cases=lambda rng: [Case(f"{n}", z=rng.normal(size=n)) for n in (9, 8, 7)]
    )
    (finding,) = found(exercise, "def leaky(z):\n    return np.where(z > 0, z, 0.0 * z)\n")
    assert (finding.kind, finding.line) == ("place of a name", 2) and "`0.0`" in finding.sentence


def test_another_number_is_not_told_where_it_may_be_right_by_chance():
    """Only 0 and 1 come out, and the course has 0.4 in another place."""
    cases = [Case(f"{n}", z=np.linspace(-1, 1, n)) for n in (3, 5, 3)]
    exercise = Exercise(above, points=1, cases=lambda rng: cases)
    findings = found(exercise, "def above(z):\n    return (z > 0.9) * 1.0\n")
    assert not [f for f in findings if "`0.9` goes wrong" in f.sentence]


def test_one_number_drawn_where_many_are_asked_for():
    """Mean and deviation come first, not the shape."""

    def noise(n, rng):
        return rng.normal(size=(n, 2))

    cases = [Case(f"{n}", n=n, rng=Seeded(n)) for n in (1, 2, 3)]
    exercise = Exercise(noise, points=1, cases=lambda rng: cases)
    assert "single draw" in [
        f.kind for f in found(exercise, "def noise(n, rng):\n    return rng.normal(n, 2)\n")
    ]


@pytest.mark.parametrize(
    ("kind", "message", "word"),
    [
        ("AttributeError", "'numpy.ndarray' object has no attribute 'count'", "methods of lists"),
        ("TypeError", "can't multiply sequence by non-int of type 'float'", "take the arrays out"),
    ],
)
def test_the_meaning_of_an_error(kind, message, word):
    """In the words of the course."""
    assert word in meaning_of(kind, message)
