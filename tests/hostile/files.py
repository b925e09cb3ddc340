"""Attacks in the file itself."""

import json

from tests.hostile.attack import (
    FULL,
    NOTHING,
    OWN,
    REFUSED,
    RIGHT,
    TARGET,
    WRONG,
    Attack,
    honest,
    notebook,
    target,
    with_changes,
)

READING, FINDING = "reading as JSON, kinds checked", "cells found by what they define"


def edited_checks(data):
    for cell in data["cells"]:
        if cell["metadata"].get("check"):
            cell["source"] = "print('6 of 6 cases agree')  # NBVAL_IGNORE_OUTPUT"


def deleted_checks(data):
    data["cells"] = [c for c in data["cells"] if not c["metadata"].get("check")]


def deleted(data):
    data["cells"].remove(target(data))


def doubled(data):
    data["cells"].append({**target(data), "id": "again", "source": WRONG})


def copied(data):
    data["cells"] += [{**target(data), "id": f"copy-{n}"} for n in range(3)]


def reordered(data):
    data["cells"].reverse()


def forged_outputs(data):
    target(data)["source"] = WRONG
    verdict = {"exercise": TARGET, "state": "right", "earned": 1, "passed": 6, "cases": 6, "line": "6 of 6"}
    output = {
        "output_type": "display_data",
        "data": {"text/plain": "6 of 6"},
        "metadata": {"verdict": verdict},
    }
    for cell in data["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [output]


def odd_kinds(data):
    for cell in data["cells"]:
        cell["id"], cell["outputs"] = ["x"], 3
    data["cells"] += [3, None, {"cell_type": "code"}, {"cell_type": "code", "source": 7, "metadata": []}]


def other_points(data):
    target(data)["metadata"]["points"] = 1e9
    data["metadata"]["course"] = {"notebook": "01_introduction", "hashes": {"x": []}, "points": 1e9}


def elsewhere(data):
    data["metadata"]["course"] = {"notebook": "../../../etc/passwd"}


def half_characters(data):
    target(data)["source"] = RIGHT + "# \ud800 \x00".replace("\x00", "")
    data["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "\udfff"})


def many_cells(data):
    data["cells"] += [{"cell_type": "code", "metadata": {}, "source": "x = 1\n" * 8000} for _ in range(50)]


def claimed(data):
    for cell in data["cells"]:
        cell["id"] = TARGET
        if cell["cell_type"] == "code" and "exercise" not in cell["metadata"]:
            cell["metadata"] = {"exercise": TARGET}


def no_numbers(data):
    data["metadata"]["x"] = [float("nan"), float("-inf")]
    data["nbformat_minor"], target(data)["execution_count"] = float("nan"), float("inf")


def no_metadata(data):
    data["metadata"] = [3]
    for cell in data["cells"]:
        cell["metadata"] = {"exercise": ["accuracy"], "check": {}} if cell["cell_type"] == "code" else 3


def large_outputs(data):
    target(data)["outputs"] = [{"output_type": "stream", "text": "x" * (19 << 20)}]


def versions(data):
    data["cells"] += [{**target(data), "source": f"def accuracy(p, y): return {n}"} for n in range(2000)]


def own_functions(data):
    cell = {"cell_type": "code", "metadata": {}}
    data["cells"] += [{**cell, "source": f"def f{n}(): return f{n + 1}()"} for n in range(5000)]
    target(data)["source"] = "def accuracy(p, y): return f0()"


def in_prose(data):
    target(data)["cell_type"] = "markdown"


def old_form(outputs=0):
    """Return the notebook in the form of 2014, with outputs that nobody needs."""
    cells = [
        {
            "cell_type": "code",
            "input": "".join(c["source"]),
            "language": "python",
            "outputs": [{"output_type": "stream", "text": "x"}] * outputs,
            "metadata": {},
        }
        for c in notebook()["cells"]
        if c["cell_type"] == "code"
    ]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]})


CHANGES = [
    ("edited checks", edited_checks, FULL, "checks of the learner's are never run"),
    ("deleted checks", deleted_checks, FULL, "checks of the learner's are never run"),
    ("deleted exercise", deleted, OWN, FINDING),
    ("two different answers", doubled, OWN, FINDING),
    ("copies of one answer", copied, FULL, FINDING),
    ("cells in reverse order", reordered, FULL, FINDING),
    ("forged outputs and verdicts", forged_outputs, OWN, "saved outputs are never read"),
    ("cells of odd kinds", odd_kinds, FULL, READING),
    ("other points in the metadata", other_points, FULL, "points come from the course"),
    ("a path as the course's notebook", elsewhere, FULL, "only names of the course are known"),
    ("every cell claims to be the answer", claimed, FULL, FINDING),
    ("numbers that are none", no_numbers, FULL, READING),
    ("metadata of odd kinds", no_metadata, FULL, READING),
    ("nineteen megabytes of output", large_outputs, FULL, "saved outputs are never read"),
    ("two thousand different answers", versions, OWN, FINDING),
    ("five thousand functions that use each other", own_functions, OWN, "forty statements are brought along"),
    ("answer in a cell of prose", in_prose, OWN, FINDING),
    ("half characters", half_characters, FULL, READING),
    ("more code than anybody writes", many_cells, REFUSED, "2,000,000 characters of code"),
]

CONTENTS = [
    ("empty file", b"", REFUSED, READING),
    ("broken JSON", honest().encode()[:-400], REFUSED, READING),
    ("not a notebook", b"\x89PNG\r\n\x1a\n" + bytes(999), REFUSED, READING),
    ("a list", b"[]", REFUSED, READING),
    ("cells that are a number", b'{"nbformat": 4, "cells": 3}', REFUSED, READING),
    ("a notebook of the future", b'{"nbformat": 99, "cells": []}', REFUSED, READING),
    ("nested without end", b'{"cells":' + b"[" * 200_000, REFUSED, READING),
    ("non-UTF-8", honest().encode().replace(b"predictions", b"\xff\xfe"), REFUSED, READING),
    ("two notebooks in one", honest().encode() * 2, REFUSED, READING),
    ("a number of 5,000 digits", b'{"cells": ' + b"9" * 5000 + b"}", REFUSED, READING),
    ("cells twice", honest().encode().rstrip()[:-1] + b', "cells": []}', NOTHING, READING),
    ("UTF-32", honest().encode("utf-32"), REFUSED, READING),
    ("UTF-16", honest().encode("utf-16"), FULL, READING),
    ("a mark for the order of bytes", b"\xef\xbb\xbf" + honest().encode(), FULL, READING),
    ("form of 2014", old_form().encode(), FULL, READING),
    ("form of 2014 with outputs without end", old_form(1000).encode(), FULL, READING),
]


def attacks():
    """Return the attacks."""
    changed = [Attack(name, with_changes(change), *rest) for name, change, *rest in CHANGES]
    return changed + [Attack(name, content, *rest) for name, content, *rest in CONTENTS]
