"""Messages name things by what people know."""

from __future__ import annotations

import pytest

from graph.auditing.baseline import fingerprint
from graph.reading import parse
from graph.rules.naming import called, cited, cited_all
from tests.examples import sample
from tests.rules.running import findings


def test_a_claim_is_called_by_its_first_words() -> None:
    assert called(sample().claims["c1"]) == "claim 'c1' (Coffee after noon shortens sleep.)"


def test_a_reference_is_called_by_its_short_citation() -> None:
    assert called(sample().references["drake2013"]) == "reference 'drake2013' (Drake 2013)"


def test_a_reference_of_which_nothing_else_is_known_is_called_by_its_key() -> None:
    assert cited(parse("@book{a}", "").references["a"]) == "'a'"


def test_a_reference_that_is_a_line_is_called_by_the_line() -> None:
    reference = parse("@misc{a, year = 2015, note = {Legs, p. 5, Oslo 2015}}", "").references["a"]
    assert cited(reference) == "'a' (Legs, p. 5, Oslo 2015)"


def test_references_stand_in_a_list_and_unknown_ones_as_they_are_written() -> None:
    assert cited_all(["drake2013", "nobody"], sample()) == "'drake2013' (Drake 2013) and 'nobody'"


CLAIM = "claim_id,cause,claim\nc1,X,{}\n\n"


@pytest.mark.parametrize("text", ["Another wording.", "It (so they say) isn't so.", "W" * 80])
def test_other_words_are_the_same_finding_to_a_baseline(text: str) -> None:
    first, second = (findings("uncited-claim", CLAIM.format(each))[0] for each in ("Y", text))
    assert first.message != second.message
    assert fingerprint(first) == fingerprint(second)
