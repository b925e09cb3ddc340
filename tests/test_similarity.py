"""Groups of people whose work is alike: rings of any size, identical ones first, never a person with themselves."""

import random
from functools import cache

import pytest

from helpers.engine.grade.reference import stubs_of
from helpers.engine.grade.result import Grade
from helpers.engine.grade.similarity import Similarity
from helpers.engine.language.docstrings import with_docstring
from tests.classes import exercises, mutated, solutions, written_differently

NAME = "04_shallow_network"
UNUSUAL = {
    "cost": """def cost(A2, Y):
    total, m = 0.0, Y.shape[1]
    for i in range(Y.shape[0]):
        for j in range(m):
            if Y[i, j] > 0:
                total -= np.log(A2[i, j])
            else:
                total -= np.log(1 - A2[i, j])
    return total / m""",
    "predict": """def predict(X, parameters):
    A2, rows = forward(X, parameters)[0], []
    for row in A2:
        rows.append([1 if value > 0.5 else 0 for value in row])
    return np.array(rows)""",
    "update": """def update(parameters, gradients, learning_rate):
    result = []
    for i in range(len(parameters)):
        pair = []
        for j in (0, 1):
            pair.append(parameters[i][j] - learning_rate * gradients[i][j])
        result.append(tuple(pair))
    return result""",
}


@cache
def honest(number):
    """Return the answers of somebody who worked alone."""
    rng = random.Random(number)
    kinds = {
        e: [right, right, *written_differently(NAME, e), *mutated_some(e)]
        for e, right in solutions(NAME).items()
    }
    return {e: rng.choice(choices) for e, choices in kinds.items()}


def mutated_some(exercise):
    """Return some wrong answers to an exercise."""
    return mutated(NAME, exercise)[::9] if hasattr(exercises(NAME)[exercise], "solution") else []


def groups(sources, alone=20):
    """Return the groups of people found among some {name: answers} and others who worked alone."""
    similarity = Similarity()
    everybody = {**sources, **{f"alone{i}": honest(i) for i in range(alone)}}
    for name, answers in everybody.items():
        similarity.add(name.partition("#")[0], Grade(NAME, sources=answers))
    found = similarity.groups()
    similarity.close()
    return found


def renamed(answers, number):
    """Return answers with other names of variables, by number."""
    old = {
        "total": f"t{number}",
        "rows": f"r{number}",
        "result": f"out{number}",
        "A1": f"first{number}",
        "dZ": f"d{number}",
    }
    for before, after in old.items():
        answers = {e: source.replace(before, after) for e, source in answers.items()}
    return answers


@pytest.mark.parametrize("size", [2, 7, 8, 30])
@pytest.mark.parametrize("alone", [3, 30])
def test_a_ring_of_any_size_is_one_group(size, alone):
    found = groups({f"ring{i}": {**honest("ring"), **UNUSUAL} for i in range(size)}, alone)
    assert found[0].likeness == "identical code"
    assert found[0].learners == tuple(sorted(f"ring{i}" for i in range(size)))


def test_an_answer_below_a_chinese_text_is_the_same_code():
    english = {**solutions(NAME), **UNUSUAL}
    phrases = Chinese()
    chinese = {
        e: with_docstring(source, phrases) if "def " in source else source for e, source in english.items()
    }
    assert chinese != english
    (group,) = groups({"ada": english, "bao": chinese}, alone=0)
    assert (group.likeness, group.learners) == ("identical code", ("ada", "bao"))


class Chinese(dict):
    """Phrases in which every text has the same translation."""

    def get(self, text):
        """Return it."""
        return "返回结果。"


@pytest.mark.parametrize("size", [2, 7, 20])
def test_a_ring_that_changed_the_names_is_one_group(size):
    found = groups({f"ring{i}": renamed({**honest("ring"), **UNUSUAL}, i) for i in range(size)})
    assert found[0].likeness == "identical but for names and constants"
    assert set(found[0].learners) == {f"ring{i}" for i in range(size)}


@pytest.mark.parametrize("size", [2, 5, 9, 14])
def test_a_ring_that_shares_a_part_is_one_group(size):
    found = groups({f"ring{i}": {**honest(100 + i), **UNUSUAL} for i in range(size)})
    assert any({f"ring{i}" for i in range(size)} <= set(group.learners) for group in found)


def test_people_who_worked_alone_are_in_no_group_by_identity_or_ring():
    found = groups({}, alone=50)
    assert not [g for g in found if "identical" in g.likeness or "only they" in g.likeness]


def test_nobody_is_in_a_group_with_themselves_and_empty_notebooks_are_in_none():
    twice = {"ada#1": {**solutions(NAME), **UNUSUAL}, "ada#2": {**solutions(NAME), **UNUSUAL}}
    empty = {f"empty{i}": stubs_of(NAME) for i in range(12)}
    assert not [g for g in groups({**twice, **empty}, alone=0)]


def test_a_copy_with_other_names_is_found_beside_another_answer():
    own = {e: cells[0] for e in solutions(NAME) if (cells := written_differently(NAME, e))}
    (group,) = groups({"ada": solutions(NAME), "bob": renamed(solutions(NAME), 1), "eve": own}, alone=0)
    assert group.learners == ("ada", "bob")


def test_who_changed_a_part_of_what_two_others_share_is_listed_with_them():
    own = {e: cells[0] for e in list(solutions(NAME))[:4] if (cells := written_differently(NAME, e))}
    ring = {f"ring{i}": {**honest("ring"), **UNUSUAL} for i in range(2)}
    found = groups({**ring, "late": {**honest("ring"), **UNUSUAL, **own}})
    assert found[0].learners == ("ring0", "ring1")
    assert any({"late", "ring0"} <= set(group.learners) for group in found)
