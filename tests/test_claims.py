"""Every empirical sentence has its claim, every claim its sentence and its first draws; predictions have answers."""

import re

import jupytext
import numpy as np
import pytest

from helpers.engine.course import course
from tests.claims.__main__ import main
from tests.claims.claim import Claim, Result, lines, run
from tests.claims.notebooks import claims, claims_of, sources
from tests.claims.page import PAGE, UNKNOWN, in_a_cell, measured, page, read
from tests.claims.sentences import claimed, sentences, unclaimed


def source(name):
    return course().sources / f"{name}.py"


@pytest.mark.parametrize("claim", [pytest.param(c, id=f"{c.id}: {c.what}") for c in claims()])
def test_a_claim_holds_on_its_first_draws(claim):
    result = run(claim, quick=True)
    assert len(result.misses) <= claim.exceptions, lines([result], claimed_everywhere())


def claimed_everywhere():
    return {id: text for name in sources() for id, text in claimed(source(name)).items()}


@pytest.mark.parametrize("name", sources())
def test_sentences_and_claims_belong_together(name):
    own, named = {claim.id for claim in claims_of(name)}, set(claimed(source(name)))
    assert own == {id for id in named if id.startswith(name[:2])}, (
        "a sentence may also rest on another notebook"
    )
    assert named <= {claim.id for claim in claims()}
    assert all(id.startswith(name[:2]) for id in own)


@pytest.mark.parametrize("name", sources())
def test_no_empirical_sentence_is_without_a_claim(name):
    assert [one.text for one in unclaimed(source(name))] == []


@pytest.mark.parametrize("name", sources())
def test_no_comment_begins_a_line(name):
    """A line that begins with a comment is HTML to Markdown, and its stars and dollars would stay as they are."""
    texts = [cell.source for cell in jupytext.read(source(name)).cells if cell.cell_type == "markdown"]
    assert [line for text in texts for line in text.splitlines() if line.lstrip().startswith("<!--")] == []


@pytest.mark.parametrize("name", sources())
def test_every_prediction_is_answered_before_the_next_one(name):
    texts = "\n".join(c.source for c in jupytext.read(source(name)).cells if c.cell_type == "markdown")
    for part in re.split(r"\*\*Predict", texts)[1:]:
        assert "<!-- answer -->" in part or "<summary>Answer" in part, part[:160]


def write(tmp_path, text):
    path = tmp_path / "99_small.py"
    path.write_text("# %% [markdown]\n" + "".join(f"# {line}\n" for line in text.splitlines()))
    return path


def test_a_sentence_is_found_with_its_claim_and_without_it(tmp_path):
    path = write(
        tmp_path, "One. The second is always 3 points better. <!-- claim: 99-a --> It beats 2.5 of them."
    )
    assert claimed(path) == {"99-a": "The second is always 3 points better."}
    assert [one.text for one in unclaimed(path)] == ["It beats 2.5 of them."]


def test_of_several_sentences_the_first_with_a_number_stands_for_a_claim(tmp_path):
    text = " ".join(
        f"{said} <!-- claim: 99-a -->" for said in ("It helps.", "It gains 2 points.", "It has 3.")
    )
    assert claimed(write(tmp_path, text)) == {"99-a": "It gains 2 points."}


def test_questions_tasks_formulas_and_what_is_derived_need_no_claim(tmp_path):
    text = "Is 3 better? **Predict** the best of 3. $3$ is always odd. Always 2. <!-- derived -->"
    assert unclaimed(write(tmp_path, text)) == []
    assert len(sentences(write(tmp_path, text))) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Dropout brings one point more than decay.",
        "Wide networks generalize better.",
        "Accuracy reached 0.91 after twenty epochs.",
        "Most runs diverge at this rate.",
        "A deeper network needs fewer epochs.",
        "Shirts are the class with the most mistakes.",
        "With twice the photographs the gap shrinks to nothing.",
        "It is thousands: vectorization has done most of the work.",
        "The larger the batch, the flatter the curve.",
        "Look at the right end: without decay it never becomes level.",
        "Seeds matter more than the activation.",
    ],
)
def test_a_sentence_about_an_outcome_needs_a_claim_even_without_a_number(text, tmp_path):
    assert [one.text for one in unclaimed(write(tmp_path, text))] == [text]


def test_what_only_sounds_like_an_outcome_needs_none(tmp_path):
    text = "Look at how the cost falls. The gradient has the shape of its matrix. Write the loop over the layers."
    assert unclaimed(write(tmp_path, text)) == []


def test_a_claim_that_does_not_hold_says_on_which_draws():
    claim = Claim("99-a", "the draw", lambda draw: draw, high=1.5, draws=(0, 1, 2))
    result = run(claim)
    assert not result.holds and result.misses == [2]
    assert "0 to 2 on 3 draws" in lines([result], {}) and "FAILS, not on draws 2" in lines([result], {})
    assert run(claim, quick=True).holds
    excepted = Claim("99-a", "the draw", lambda draw: draw, high=1.5, draws=(0, 1, 2), exceptions=1)
    assert run(excepted).holds


def test_the_page_of_claims_has_every_claim_and_all_hold():
    text = PAGE.read_text(encoding="utf-8")
    assert page(read(text)) == text, "run make claims"
    assert [key for key, words in read(text).items() if ": holds" not in words] == []


def test_a_page_remembers_what_was_measured_before():
    claim = next(claim for claim in claims() if len(claim.draws) > 2)
    result = Result(claim, dict.fromkeys(claim.draws, claim.low if claim.low > -np.inf else claim.high))
    known = read(page({(claim.id, in_a_cell(claim.what)): measured(result)}))
    assert known.pop((claim.id, in_a_cell(claim.what))).endswith(f"on {len(claim.draws)} draws: holds")
    assert len(known) == len(claims()) - 1 and set(known.values()) == {UNKNOWN}


def test_a_page_says_where_a_claim_does_not_hold():
    claim = Claim("99-a", "the draw", lambda draw: draw, high=1.5, draws=(0, 1, 2))
    assert measured(run(claim)) == "0 to 2 on 3 draws: **fails**, 1 missed"


def test_a_claim_that_there_is_not_is_an_error(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["99-nope"])
    assert ended.value.code == 2 and "no claim begins with 99-nope; there are: " in capsys.readouterr().err
