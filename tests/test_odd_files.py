"""One notebook, one verdict: mangled and odd files get the same points from nbval and from the sandbox."""

import json
import re
from functools import cache

import nbformat
import pytest

from helpers.engine.course import course
from helpers.engine.grade.graft import graft
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.result import GradingError
from tests.classes import NAMES, exercises
from tests.test_graders_agree import marks_by_nbval

NAME = "04_shallow_network"
pytestmark = pytest.mark.slow


@cache
def solved():
    """Return the solved notebook as text."""
    return (course().references / f"{NAME}.ipynb").read_text(encoding="utf-8")


def cell_of(data, exercise):
    """Return the cell of an exercise."""
    return next(cell for cell in data["cells"] if cell["metadata"].get("exercise") == exercise)


def source_of(data, exercise):
    """Return the solved cell of an exercise as text."""
    return "".join(cell_of(data, exercise)["source"])


def code(source, where=0):
    """Return a change that puts a code cell into a notebook."""

    def change(data):
        data["cells"].insert(where % (len(data["cells"]) + 1), new_cell(source))

    return change


def new_cell(source):
    """Return a code cell as data."""
    return {
        "cell_type": "code",
        "id": "own",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": source,
    }


def put(exercise, source):
    """Return a change that replaces the cell of an exercise; `{}` in the source is the solution."""

    def change(data):
        cell_of(data, exercise)["source"] = source.replace("{}", source_of(data, exercise))

    return change


def each(change):
    """Return a change of every cell."""

    def changes(data):
        for cell in data["cells"]:
            change(cell)

    return changes


def format_3(data):
    """Write the notebook in format 3."""
    cells = [
        {**c, "input": c["source"], "language": "python"} for c in data["cells"] if c["cell_type"] == "code"
    ]
    data.update(nbformat=3, nbformat_minor=0, worksheets=[{"cells": cells}])
    del data["cells"]


RELU = "def relu(z):\n    return {}\n".format
SAME = {  # changes after which all points are due, by name
    "helper in a cell of its own": [
        code("def top(a, b):\n    return np.maximum(a, b)"),
        put("relu", RELU("top(0, z)")),
    ],
    "helper after the answer": [
        code("def top(a, b):\n    return np.maximum(a, b)", -1),
        put("relu", RELU("top(0, z)")),
    ],
    "helper that uses a helper": [
        code("def low():\n    return ZERO"),
        code("ZERO = 0.0"),
        code("def top(b):\n    return np.maximum(low(), b)"),
        put("relu", RELU("top(z)")),
    ],
    "helper written twice": [
        code("def top(b):\n    return np.maximum(0, b)", -1),
        code("def top(b):\n    return b"),
        put("relu", RELU("top(z)")),
    ],
    "helper as a lambda": [code("top = lambda b: np.maximum(0, b)"), put("relu", RELU("top(z)"))],
    "helper as a class": [code("class Top:\n    zero = 0"), put("relu", RELU("np.maximum(Top.zero, z)"))],
    "helper beside a magic": [
        code("%matplotlib inline\ndef top(b):\n    return np.maximum(0, b)"),
        put("relu", RELU("top(z)")),
    ],
    "helper in the cell of another exercise": [
        put("tanh", "def top(b):\n    return np.maximum(0, b)\n\n{}"),
        put("relu", RELU("top(z)")),
    ],
    "helper as a decorator": [code("def same(f):\n    return f"), put("relu", "@same\n{}")],
    "helper as a default": [
        code("ZERO = 0"),
        put("relu", "def relu(z, least=ZERO):\n    return np.maximum(least, z)"),
    ],
    "constant array": [code("ZEROS = np.zeros(1)"), put("relu", RELU("np.maximum(ZEROS[0], z)"))],
    "two constants at once": [code("ZERO, ONE = 0, 1"), put("relu", RELU("np.maximum(ZERO, z) * ONE"))],
    "constant with a type": [code("ZERO: float = 0.0"), put("relu", RELU("np.maximum(ZERO, z)"))],
    "import in a cell of its own": [
        code("import functools"),
        put("relu", RELU("functools.reduce(np.maximum, [0, z])")),
    ],
    "import under another name": [code("import numpy as xp"), put("relu", RELU("xp.maximum(0, z)"))],
    "import from": [code("from numpy import maximum as top"), put("relu", RELU("top(0, z)"))],
    "import of everything": [code("from operator import *"), put("relu", RELU("mul(z, z > 0)"))],
    "import in a try": [
        code("try:\n    from numpy import maximum as top\nexcept ImportError:\n    top = None"),
        put("relu", RELU("top(0, z)")),
    ],
    "import inside the function": [
        put("relu", "def relu(z):\n    import numpy as xp\n    return xp.maximum(0, z)")
    ],
    "import above the function": [put("relu", "import math\n{}")],
    "future import": [put("relu", "from __future__ import annotations\n{}")],
    "byte order mark in a cell": [put("relu", "\ufeff{}")],
    "Windows line ends": [each(lambda c: c.update(source="".join(c["source"]).replace("\n", "\r\n")))],
    "quit at the end": [code("quit()", -1)],
    "quit at the start": [code("quit()")],
    "quit in an answer": [put("relu", "{}\nquit()")],
    "exit in an answer": [put("relu", "{}\nexit()")],
    "time magic": [put("relu", "%%time\n{}")],
    "line magic": [put("relu", "%matplotlib inline\n{}")],
    "load of an extension": [put("relu", "%load_ext autoreload\n%autoreload 2\n{}")],
    "help of IPython": [put("relu", "{}\nrelu?")],
    "a shell command in another cell": [code("!pip install numpy")],
    "a cell that is not Python": [code("this is not Python")],
    "a cell that raises": [code("1 / 0")],
    "prose as code": [code("# my notes\n'''text'''")],
    "plot after the answer": [put("relu", "{}\nprint(relu(np.array([1.0, -1.0])))")],
    "display after the answer": [put("relu", "{}\ndisplay(relu(1.0))")],
    "check in the cell of the answer": [put("relu", "{}\nrelu = check(relu)")],
    "answer in another cell": [
        lambda data: code(source_of(data, "relu"))(data),
        put("relu", "# below"),
    ],
    "answer twice, the same": [lambda data: code(source_of(data, "relu"))(data)],
    "answer as a lambda": [put("relu", "relu = lambda z: np.maximum(0, z)")],
    "answer by another name": [put("relu", "def mine(z):\n    return np.maximum(0, z)\n\nrelu = mine")],
    "no ids": [each(lambda c: c.pop("id", None))],
    "no metadata": [each(lambda c: c.update(metadata={})), lambda data: data.update(metadata={})],
    "metadata of other types": [
        lambda data: data.update(metadata=[]),
        each(lambda c: c.update(metadata=None)),
    ],
    "sources as lists": [each(lambda c: c.update(source="".join(c["source"]).splitlines(keepends=True)))],
    "cells reversed": [lambda data: data["cells"].reverse()],
    "checks deleted": [
        lambda data: data.update(cells=[c for c in data["cells"] if "check(" not in "".join(c["source"])])
    ],
    "extra fields": [each(lambda c: c.update(attachments={}, extra=1)), lambda data: data.update(extra=[1])],
    "format 3": [format_3],
    "minor version of the future": [lambda data: data.update(nbformat_minor=99)],
    "timeit in an answer": [put("relu", "{}\n%timeit -n1 -r1 relu(np.zeros(3))")],
    "timeit of a cell": [code("%%timeit -n1 -r1\nx = 1")],
    "capture magic": [put("relu", "%%capture\n{}")],
    "a cell of a shell": [code("%%bash\necho 1")],
    "a shell command in an answer": [put("relu", "!ls\n{}\nfiles = !ls")],
    "helpers imported in an answer": [put("relu", "from helpers.arrays import *\nimport helpers.arrays\n{}")],
    "helpers imported in a cell": [code("from helpers.activations import *\nfrom helpers import metrics")],
    "await at the top": [code("import asyncio\nawait asyncio.sleep(0)")],
    "await in an answer": [put("relu", "import asyncio\n{}\nawait asyncio.sleep(0)")],
    "get_ipython in an answer": [put("relu", "{}\nget_ipython().run_line_magic('matplotlib', 'inline')")],
    "input in a cell": [code("name = input('name?')")],
    "input after the answer": [put("relu", "{}\nname = input('name?')")],
    "error after the answer": [put("relu", "{}\n1 / 0")],
    "SystemExit in a cell": [code("raise SystemExit")],
    "SystemExit after the answer": [put("relu", "{}\nimport sys\nsys.exit()")],
    "plot in an answer": [
        put("relu", "import matplotlib.pyplot as plt\n{}\nplt.plot(relu(np.zeros(3)))\nplt.show()")
    ],
    "settings of plots in an answer": [
        put("relu", "import matplotlib.pyplot as plt\nplt.rcParams['figure.figsize'] = (3, 3)\n{}")
    ],
    "import of all of NumPy in an answer": [put("relu", "from numpy import *\n{}")],
    "package that may be missing": [
        put("relu", "try:\n    import tqdm.missing\nexcept ImportError:\n    tqdm = None\n{}")
    ],
    "quotes in quotes": [put("relu", "{}\nprint(f\"{'a'!r:>{5}} {relu(1.0):.2f}\")")],
    "comments only": [code("# nothing\n\n    # here")],
    "an empty cell": [code(""), code("\n\n  ")],
    "the same id everywhere": [each(lambda c: c.update(id="again"))],
    "ids of other exercises": [
        lambda data: cell_of(data, "relu").update(id="tanh"),
        lambda data: cell_of(data, "tanh").update(id="relu"),
    ],
    "indented cell": [put("relu", "    def relu(z):\n        return np.maximum(0, z)\n")],
    "copied from a console": [
        put("relu", ">>> def relu(z):\n...     return np.maximum(0, z)\n...\n>>> relu(1.0)")
    ],
    "copied from IPython": [
        put("relu", "In [1]: def relu(z):\n   ...:     return np.maximum(0, z)\n   ...:\n\nIn [2]: relu(1.0)")
    ],
    "two statements in a line": [put("relu", "x = 1; y = 2\n{}\n")],
    "answer as an object": [
        put("relu", "class Top:\n    def __call__(self, z):\n        return np.maximum(0, z)\n\nrelu = Top()")
    ],
    "answer as a partial function": [
        put("relu", "from functools import partial\nrelu = partial(np.maximum, 0)")
    ],
    "answer with a global name": [
        put("relu", "def relu(z):\n    global low\n    low = 0\n    return np.maximum(low, z)")
    ],
    "answer defined twice": [put("relu", "def relu(z):\n    return z\n\n{}")],
    "helper of helpers": [
        code("import helpers.activations as low"),
        put("relu", RELU("z * (low.sigmoid(z) >= 0.5)")),
    ],
    "a line that goes on": [put("relu", "def relu(z):\n    return np.maximum(0, \\\n        z)\n")],
    "a Chinese name": [put("relu", "def relu(z):\n    零 = 0\n    return np.maximum(零, z)\n")],
    "a null character": [code("x = '\0'")],
    "types in the signature": [
        put("relu", "def relu(z: np.ndarray) -> np.ndarray:\n    return np.maximum(0, z)")
    ],
    "number with the name of an exercise": [code("relu = 0.3", -1)],
    "result with the name of an exercise": [code("relu = relu(0.5)", -1)],
    "loop over the name of an exercise": [code("for relu in range(3):\n    pass", -1)],
    "module with the name of an exercise": [code("import math as relu", -1)],
    "number with the name of an exercise that others use": [
        code("cost: float = 0.3", -1),
        code("forward = None"),
    ],
    "list and table with the names of quizzes": [
        code("shapes = [(2, 3)]", -1),
        code("way_back = {'far': 1}"),
    ],
    "value and helper at once": [
        code("ZERO = 0\ntop, relu = 1, 2", -1),
        put("relu", RELU("np.maximum(ZERO, z)")),
    ],
    "value divided afterwards": [code("ONE = 2.0\nONE /= 2"), put("relu", RELU("np.maximum(0, z) * ONE"))],
    "value from its own value": [
        code("ONE = ONE / 2"),
        code("ONE = 1.0\nONE = ONE * 2"),
        put("relu", RELU("np.maximum(0, z) * ONE")),
    ],
    "table filled by item": [
        code("ZEROS['one'] = 0.0"),
        code("ZEROS = {}"),
        put("relu", RELU("np.maximum(ZEROS['one'], z)")),
    ],
    "list that is appended to": [
        code("ZEROS = []\nZEROS.append(0.0)"),
        put("relu", RELU("np.maximum(ZEROS[0], z)")),
    ],
    "array filled by index": [
        code("ZEROS = np.ones(2)\nZEROS[0] = 0"),
        put("relu", RELU("np.maximum(ZEROS[0], z)")),
    ],
    "options updated": [
        code("ZEROS = dict(one=1.0)\nZEROS.update(one=0.0)"),
        put("relu", RELU("np.maximum(ZEROS['one'], z)")),
    ],
    "table filled in a loop": [
        code("ZEROS = {}\nfor low in range(3):\n    ZEROS[low] = 0.0"),
        put("relu", RELU("np.maximum(ZEROS[2], z)")),
    ],
    "attribute of a class set later": [
        code("class Top:\n    zero = 1\nTop.zero = 0"),
        put("relu", RELU("np.maximum(Top.zero, z)")),
    ],
    "two values swapped": [
        code("ZERO, ONE = 1, 0\nZERO, ONE = ONE, ZERO"),
        put("relu", RELU("np.maximum(ZERO, z) * ONE")),
    ],
    "value counted up": [
        code("ONE = 0\nwhile ONE < 1:\n    ONE += 1"),
        put("relu", RELU("np.maximum(0, z) * ONE")),
    ],
    "attribute of a helper": [
        code("def top(z):\n    top.calls += 1\n    return np.maximum(0, z)\ntop.calls = 0"),
        put("relu", RELU("top(z)")),
    ],
    "helper wrapped in a helper": [
        code("def top(z):\n    return np.maximum(0, z)\nlow = top\ndef top(z):\n    return low(z)"),
        put("relu", RELU("top(z)")),
    ],
    "helper wrapped in a lambda": [
        code("low = top\ntop = lambda z: low(z) * 1.0"),
        code("def top(z):\n    return np.maximum(0, z)"),
        put("relu", RELU("top(z)")),
    ],
    "partial function": [
        code("from functools import partial\ntop = partial(np.maximum, 0)"),
        put("relu", RELU("top(z)")),
    ],
    "record": [
        code("from collections import namedtuple\nTop = namedtuple('Top', 'zero one')"),
        put("relu", RELU("np.maximum(Top(0, 1).zero, z)")),
    ],
    "value of the own function": [
        code("def top():\n    return 0\nZERO = top()"),
        put("relu", RELU("np.maximum(ZERO, z)")),
    ],
    "list filled by the own function": [
        code("ZEROS = []\ndef top(a):\n    a.append(0)\ntop(ZEROS)"),
        put("relu", RELU("np.maximum(ZEROS[0], z)")),
    ],
    "value of a method": [code("ZEROS = '0 1'.split()"), put("relu", RELU("np.maximum(int(ZEROS[0]), z)"))],
    "helper in a with": [
        code(
            "import contextlib\nwith contextlib.nullcontext():\n    def top(z):\n        return np.maximum(0, z)"
        ),
        put("relu", RELU("top(z)")),
    ],
    "value from a match": [
        code("match 1:\n    case 1:\n        ZERO = 0"),
        put("relu", RELU("np.maximum(ZERO, z)")),
    ],
    "value named in an expression": [code("(ZERO := 0)"), put("relu", RELU("np.maximum(ZERO, z)"))],
    "helper with the name of a function of Python": [
        code("def pow(a, b):\n    return np.maximum(a, b)"),
        put("relu", RELU("pow(0, z)")),
    ],
    "sum in a later scratch cell": [code("min = 3"), put("relu", RELU("np.maximum(min([0]), z)"))],
    "helper that is deleted later": [
        code("def top(z):\n    return np.maximum(0, z)"),
        code("del top", -1),
        put("relu", RELU("top(z)")),
    ],
    "counter in the answer": [
        code("ONE = 0"),
        put("relu", "def relu(z):\n    global ONE\n    ONE += 1\n    return np.maximum(0, z)"),
    ],
    "import of everything, for names of Python": [
        code("from numpy import *"),
        put("relu", "def relu(z):\n    return max(stack([z, 0 * z]), axis=0)"),
    ],
    "value changed in the answer's own cell": [
        code("ZEROS = []"),
        put("relu", "ZEROS.append(0)\n\n\ndef relu(z):\n    return np.maximum(ZEROS[0], z) * len(ZEROS)"),
    ],
    "value changed by training": [
        code("ZEROS = [0]\nfor low in range(2):\n    ZEROS.append(train_shallow(0, 0))", -1),
        put("relu", RELU("np.maximum(ZEROS[-1], z)")),
    ],
    "cells of no kind": [lambda data: data["cells"].extend([None, 3, {}, {"cell_type": "code"}])],
}
LESS = {  # changes after which the points of an exercise are not due
    "unknown name": [put("relu", RELU("top(0, z)"))],
    "helper that is the mistake": [
        code("def top(b):\n    return np.maximum(1, b)"),
        put("relu", RELU("top(z)")),
    ],
    "result of training as a constant": [
        code("ZERO = open('x').read()"),
        put("relu", RELU("np.maximum(ZERO, z)")),
    ],
    "two answers": [code("def relu(z):\n    return z")],
    "two answers, one of them a lambda": [code("relu = lambda z: 0 * z", -1)],
    "syntax error": [put("relu", "def relu(z:\n    return z")],
    "answer written to a file": [put("relu", "%%writefile no/such/relu.py\n{}")],
    "answer in a timed cell": [put("relu", "%%timeit -n1 -r1\n{}")],
    "answer that is prose": [lambda data: cell_of(data, "relu").update(cell_type="markdown")],
    "SystemExit before the answer": [put("relu", "raise SystemExit\n{}")],
    "input in the function": [put("relu", "def relu(z):\n    input()\n    return np.maximum(0, z)")],
    "endless answer": [put("relu", "def relu(z):\n    yield z")],
    "deleted": [lambda data: data["cells"].remove(cell_of(data, "relu"))],
    "value in place of a function": [put("relu", "relu = 3")],
    "error in the cell": [put("relu", "1 / 0\n{}")],
}
CASES = {**SAME, **LESS}
TOUCHED = ("relu", "tanh")  # the exercises whose cells are changed, but for these changes of all cells:
WHOLE = (
    "Windows line ends",
    "no metadata",
    "sources as lists",
    "cells reversed",
    "checks deleted",
    "format 3",
)


def changed(name):
    """Return the bytes of the solved notebook after the changes of a case."""
    data = json.loads(solved())
    for change in CASES[name]:
        change(data)
    # All cases run in one kernel under nbval: the names of one are not those of another.
    return re.sub(
        r"(\\n|\b)(top|low|ZERO|ZEROS|ONE|Top|same|xp)\b",
        rf"\1\2_{list(CASES).index(name)}",
        json.dumps(data),
    ).encode()


@pytest.fixture(scope="module")
def nbval_marks(tmp_path_factory):
    """Return {case: points by exercise} from nbval, in one run for all cases."""
    folder, paths = tmp_path_factory.mktemp("odd"), []
    for number, name in enumerate(CASES):
        paths.append(folder / f"{NAME}_{number}.ipynb")
        paths[-1].write_bytes(changed(name))
    only = [None if name in WHOLE else TOUCHED for name in CASES]
    return dict(zip(CASES, marks_by_nbval(paths, NAME, only), strict=True))


def test_there_are_enough_odd_files():
    assert len(CASES) >= 40


@pytest.mark.parametrize("name", CASES)
def test_an_odd_file_gets_the_same_points_from_both_graders(nbval_marks, name):
    outcome = grade_submission(changed(name), f"{NAME}_1", 0)
    assert outcome["status"] == "graded", outcome["error"]
    sealed = {r["exercise"]: (r["earned"], r["passed"]) for r in outcome["results"]}
    assert nbval_marks[name] == {e: sealed[e] for e in nbval_marks[name]}
    lost = {e for e, (earned, _) in sealed.items() if earned != exercises(NAME)[e].points}
    assert lost == (set() if name in SAME else {"relu"}), outcome["notes"]


def test_a_name_that_nothing_defines_is_a_note_for_the_teacher():
    notes = grade_submission(changed("unknown name"), NAME, 0)["notes"]
    assert (
        f"relu: uses `top_{list(CASES).index('unknown name')}`, which no cell that can be graded defines"
        in notes
    )


def test_a_value_that_cannot_be_made_again_is_a_note_for_the_teacher():
    outcome = grade_submission(changed("value changed by training"), NAME, 0)
    assert any("relu: uses `ZEROS" in note for note in outcome["notes"])


@pytest.mark.parametrize("name", NAMES)
def test_a_renamed_notebook_without_metadata_is_known_by_its_exercises(name):
    data = json.loads((course().notebooks / f"{name}.ipynb").read_text(encoding="utf-8"))
    data["metadata"] = {}
    for cell in data["cells"]:
        cell["metadata"], cell["id"] = {}, "x"
    assert grade_submission(json.dumps(data).encode(), "Untitled7", 0)["notebook"] == name


UNREADABLE = {
    "the file is empty": b"",
    "nothing but blanks or zeros": b"\0" * 100,
    "line 3 is a conflict marker": b'{\n "cells": [\n<<<<<<< HEAD\n  {},\n=======\n>>>>>>> main\n ]}',
    'a web page with the title "Log in to the site"': b"<!DOCTYPE html><html><head><title>Log in to\n the site</title>",
    "it is not UTF-8": '{"cells": "\u00e9"}'.encode("latin-1"),
    "format 2 of notebooks": b'{"nbformat": 2, "metadata": {}}',
    "a PDF file": b"%PDF-1.7",
    "a zip file": b"PK\x03\x04abc",
    "a Python script": b"import numpy as np\n\ndef relu(z): pass\n",
    "a pointer of Git LFS": b"version https://git-lfs.github.com/spec/v1\n",
    "its end is missing": b'{"cells": [',
    "it is JSON, but a list": b"[]",
    "has no cells": b"{}",
    "nested too deeply": b"[" * 100_000,
    "is no notebook of this course": b'{"cells": [], "nbformat": 4}',
}


@pytest.mark.parametrize("reason", UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_what_it_is(tmp_path, reason):
    outcome = grade_submission(UNREADABLE[reason], "Untitled", 0)
    assert outcome["status"] == "unreadable" and reason in outcome["error"]
    path = tmp_path / "Untitled.ipynb"
    path.write_bytes(UNREADABLE[reason])
    with pytest.raises(GradingError, match=r"Untitled"):
        graft(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_byte_order_mark_is_read(encoding):
    outcome = grade_submission(solved().encode(encoding), NAME, 0)
    assert outcome["earned"] == outcome["points"]


def test_a_graft_is_a_valid_notebook(tmp_path):
    path = tmp_path / f"{NAME}.ipynb"
    path.write_bytes(changed("helper in a cell of its own"))
    nbformat.validate(graft(path).notebook)
