"""What is quoted from the article's text."""

from __future__ import annotations

import pytest

from graph.rules.text import beginning
from tests.rules.running import findings, found

ARTICLE = "--- article.txt\nCoffee delays sleep. Tea delays sleep."


def quoting(*quotes: str) -> str:
    rows = "".join(f"c{number},X,Y,{quote}\n" for number, quote in enumerate(quotes))
    return f"claim_id,cause,claim,quote\n{rows}\n{ARTICLE}"


def test_a_quote_that_is_not_there_is_an_error_with_a_proposal() -> None:
    (finding,) = findings("quote-not-found", quoting("Coffee delayed sleep."))
    assert (finding.severity, finding.place.column) == ("error", "quote")
    assert finding.message.endswith("is not in the article; did you mean 'Coffee delays sleep.'?")


def test_a_quote_that_is_there_twice_is_a_warning() -> None:
    (finding,) = findings("quote-not-found", quoting("delays sleep."))
    assert finding.severity == "warning"
    assert "2 times; lengthen it" in finding.message


@pytest.mark.parametrize(("missing", "proposed"), [(20, 20), (21, 0)])
def test_another_text_altogether_gets_no_proposals(missing: int, proposed: int) -> None:
    messages = found("quote-not-found", quoting(*(f"Coffee delayed sleep {number}" for number in range(missing))))
    assert len(messages) == missing
    assert sum("did you mean" in message for message in messages) == proposed


def test_a_sentence_that_no_row_is_about_is_named_by_its_first_words() -> None:
    table = "claim_id,cause,claim\nc1,X,Tea is mild.\n\n--- article.md\n"
    long = "Coffee delays sleep more than tea does in most people [@a]."
    (finding,) = findings("uncovered-sentence", f"{table}Tea is mild [@a].\n\n{long}\n")
    assert (str(finding.place), finding.subject) == ("article.md:3", "")
    assert finding.message == (
        "'Coffee delays sleep more than tea does in...' cites, and no row is about it; add a row, or draft again"
    )


def test_a_quote_that_half_of_a_sentence_is_covers_it() -> None:
    table = "claim_id,cause,claim,quote\nc1,X,Y,Coffee delays falling asleep for hours\n\n--- article.md\n"
    assert found("uncovered-sentence", f"{table}Coffee delays falling asleep for hours [@a] and wakes [@b].") == []


def test_a_sentence_that_may_be_two_claims_names_where_the_second_begins() -> None:
    row = "c1,X,Coffee is a drink and tea is milder.,a; b,Coffee is a drink [1] and tea is milder [2]."
    table = f"claim_id,cause,claim,supports,quote\n{row}\n\n@article{{a}}\n@article{{b}}"
    (finding,) = findings("several-claims", table)
    assert (finding.severity, finding.place.column) == ("info", "quote")
    assert finding.message.endswith("may be two: 'and tea is milder' has a citation of its own; split it, or leave it")


@pytest.mark.parametrize(("keys", "words"), [("a", "the only link between"), ("a; b", "each of 2 links between")])
def test_how_many_links_are_inferred_is_said(keys: str, words: str) -> None:
    example = f"claim_id,cause,claim,supports,basis\nc1,X,Y,{keys},inferred\n\n@book{{a}}\n@book{{b}}"
    (finding,) = findings("no-intext-citations", example)
    assert finding.message.startswith(words)
    assert str(finding.place) == "claims.csv:1"


@pytest.mark.parametrize(
    ("rows", "number"), [("c1,X,Y,a,", 1), ("c1,X,Y,a,cited", 0), ("c1,X,Y,a,inferred\nc2,X,Y,a,cited", 0)]
)
def test_one_marked_citation_is_enough(rows: str, number: int) -> None:
    example = f"claim_id,cause,claim,supports,basis\n{rows}\n\n@book{{a}}"
    assert len(found("no-intext-citations", example)) == number


@pytest.mark.parametrize(
    ("text", "shown"), [("a b c d e f g h", "a b c d e f g h"), ("a b c d e f g h i", "a b c d e f g h...")]
)
def test_a_text_that_is_longer_than_its_first_words_ends_in_dots(text: str, shown: str) -> None:
    assert beginning(text) == shown
