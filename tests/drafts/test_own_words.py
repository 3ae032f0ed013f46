"""Whether a claim is its quote without markers."""

from __future__ import annotations

import pytest

from graph.drafts.own_words import is_own_claim


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("It is so.", "It is so [@drake2013, p. 3; but see @clark2017]."),
        ("It is so.", "It is so. [1][2-4]"),
        ("It is so (as a rule).", "It is so (as a rule [[39], their figure])."),
        ("It is so.", r"It is so \citep[see][p. 3]{a,b}."),
        ("It is so.", r"It is so\autocites(see)[3]{a}[5]{b}."),
        ("It is so.", "It is so (Kaza et al., 2018; Smith 2020)."),
        ("It is so.", "It is so.1,3\N{EN DASH}5"),
        ("It is so.", "It is so^3^."),
        ("It is so.", "It is so<sup>3</sup>."),
        ("It is so.", "It is so\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}."),
        ("Others: obesity.", "obesity [3]."),
        ("It's 3-7.", "It\N{RIGHT SINGLE QUOTATION MARK}s 3\N{EN DASH}7 [@a]."),
    ],
)
def test_a_claim_is_its_quote_without_markers(claim: str, quote: str) -> None:
    assert is_own_claim(claim, quote)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("It is rarely so.", "It is so [@drake2013]."),
        ("It is so.", "They say that it is so [@drake2013]."),
        ("12 % of them do.", "10 % of them do [1]."),
        ("In women it is so.", "it is so [1]."),
    ],
)
def test_a_claim_in_somebodys_own_words_is_not(claim: str, quote: str) -> None:
    assert not is_own_claim(claim, quote)


def test_a_name_may_stand_in_place_of_a_key() -> None:
    claim, quote = "Kaza et al. 2018 say so.", "@kaza2018 say so."
    assert is_own_claim(claim, quote, ["Kaza et al. 2018"])
    assert not is_own_claim(claim, quote)
