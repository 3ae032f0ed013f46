"""Plain text, as copied from a web page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import File
from graph.reading import parse
from graph.reading.articles import sentences_of
from graph.reading.articles.plain import heading_in, read_plain

PAGE = """\
Coffee and Sleep, Causes

Coffee is drunk everywhere.

A cup on a table
Jane Doe/Getty Images
1

Late Coffee

Coffee after noon
shortens sleep [1]. Nobody knows why [1, 2].

2

Other Drinks

Others that shorten sleep, too, are these:

  • Tea
  • Mate, which is
    drunk hot

2 Sources
We use only good sources.
  1. Drake C, Roehrs T. Caffeine effects on sleep. J Clin Sleep Med. 2013;9(11):1195-200.

  2. Clark I, Landolt H. Coffee and sleep. Sleep Med Rev. 2017;31:70-78.

Additional Reading
  • Roth, T. “Insomnia.” J Clin Sleep Med 2007; 3:S7.
Jane Roe, M.D.
"""


def evidence(text: str = PAGE) -> list[tuple[str, str, list[str]]]:
    read = parse((), text, files=("article.txt",))
    return [(each.cause, each.text, [c.reference for c in each.citations]) for each in read.claims.values()]


@pytest.mark.parametrize(
    ("marker", "cited"),
    [
        ("[see 1, 2]", [("1", "see", ""), ("2", "", "")]),
        ("[but see 1, pp. 3-5; 2]", [("1", "but see", "pp. 3-5"), ("2", "", "")]),
        ("[1, ch. 2]", [("1", "", "ch. 2")]),
        ("[Reviewed in 2, Fig. S3]", [("2", "Reviewed in", "Fig. S3")]),
        ("[in 2]", []),
        ("[2 of 3]", []),
    ],
)
def test_words_and_pages_beside_a_number_are_read(marker: str, cited: list[tuple[str, str, str]]) -> None:
    (sentence,) = sentences_of(read_plain(File("a.txt", f"Coffee shortens sleep {marker}.".encode(), "claims")))
    found = [(each.key, each.prefix, each.locator) for mark in sentence.markers for each in mark.cited]
    assert found == cited


def test_a_page_becomes_claims_under_its_headings() -> None:
    assert evidence() == [
        ("Coffee and Sleep, Causes", "Coffee is drunk everywhere.", []),
        ("Late Coffee", "Coffee after noon shortens sleep.", ["drake2013"]),
        ("Late Coffee", "Nobody knows why.", ["drake2013", "clark2017"]),
        ("Other Drinks", "Others that shorten sleep, too, are these: Tea", []),
        ("Other Drinks", "Others that shorten sleep, too, are these: Mate, which is drunk hot", []),
    ]


def test_the_lists_at_the_end_become_references() -> None:
    references = parse((), PAGE, files=("article.txt",)).references
    assert [(each.key, each.listed, each.group) for each in references.values()] == [
        ("drake2013", "1", ""),
        ("clark2017", "2", ""),
        ("roth2007", "", "further-reading"),
    ]


def test_what_pages_have_around_an_article_is_left_out_and_counted() -> None:
    article = read_plain(File("a.txt", PAGE.encode(), "article"))
    assert article.left_out == {
        "image credits": 1,
        "lines that only number a section": 1,
        "lines around the lists of references": 2,
    }


def test_a_sentence_has_its_place() -> None:
    article = read_plain(File("a.txt", PAGE.encode(), "article"))
    assert [(each.line, each.column) for each in sentences_of(article)][:4] == [(3, 1), (11, 1), (12, 21), (18, 1)]


def test_an_item_stands_in_the_article_like_all_else() -> None:
    assert {claim.place.file for claim in parse((), PAGE, files=("article.txt",)).claims.values()} == {"article.txt"}


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Late Coffee", "Late Coffee"),
        ("2.1 Late Coffee", "Late Coffee"),
        ("Multiple Sclerosis (MS)", "Multiple Sclerosis (MS)"),
        ("What is coffee", "What is coffee"),
        ("Coffee is drunk.", ""),
        ("These include:", ""),
        ("late coffee", ""),
        ("- Late Coffee", ""),
        (" ".join(["Coffee"] * 13), ""),
        ("C" * 91, ""),
    ],
)
def test_a_heading_is_told_by_its_form(line: str, heading: str) -> None:
    assert heading_in(line) == heading


@given(st.text(alphabet=st.sampled_from("Aa .:[]12,-\n•"), max_size=80))
def test_any_text_is_read_and_no_marker_is_lost(text: str) -> None:
    article = read_plain(File("a.txt", text.encode(), "article"))
    marked = [marker for sentence in sentences_of(article) for marker in sentence.markers]
    assert marked == list(article.markers)


LISTED = "\n\n3 Sources\n\nLee B. Tea. Tea. 2010;1:1.\n\nElm Institute. Hot tea.\n\nWu C. Oak. Tea. 2012;1:1.\n"


def claims(text: str) -> list[tuple[str, str, int]]:
    """The cause of each claim, its words, and how much it cites."""
    read = parse((), text, files=("article.txt",))
    return [(each.cause, each.text, len(each.citations)) for each in read.claims.values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is hot (1). It is wet (2,3).", [1, 2]),
        ("It is hot.1 It is wet.2,3", [1, 2]),
        ("It is hot,1 and wet.2-3 It is old.", [3, 0]),
        ("It is (1) hot, (2) wet, and (3) old.", [0]),
        ("It is hot (3). It is wet (1).", [0, 0]),
        ("It is hot [1]. It is wet (2).", [1, 0]),
        ("It is in vol.2 of five.", [0]),
        ("It is hot.1 It is wet.2 It was so.7", [1, 1]),
    ],
)
def test_numbers_that_go_through_the_list_are_markers(text: str, expected: list[int]) -> None:
    assert [cited for _, _, cited in claims(f"Tea\n\n{text} It is green.{LISTED}")] == [*expected, 0]


def test_a_line_with_a_marker_is_no_heading() -> None:
    assert claims(f"Tea\n\nIt is hot.1\n\nIt is wet.2{LISTED}") == [("Tea", "It is hot.", 1), ("Tea", "It is wet.", 1)]


def test_a_list_has_as_many_entries_as_its_heading_says() -> None:
    assert len(parse((), f"Tea\n\nIt is hot.{LISTED}", files=("article.txt",)).references) == 3


def test_an_address_alone_ends_an_entry() -> None:
    listed = "Sources\n\nWe choose.\n\nLee B. (2010). Tea.\nhttps://elm.org/a\nHot tea. (2011).\nhttps://elm.org/b\n"
    read = parse((), f"Tea\n\nIt is hot.\n\n{listed}", files=("article.txt",))
    assert [each.title for each in read.references.values()] == ["Tea", "Hot tea"]


@pytest.mark.parametrize("begun", ["Is it hot?\n\n", "Is it hot\nBy Ann Oak, MD\nUpdated on May 3, 2020\n"])
def test_the_title_stands_before_who_wrote_it(begun: str) -> None:
    ((cause, text, _),) = claims(f"{begun}It is.")
    assert (cause.rstrip("?"), text) == ("Is it hot", "It is.")


WRAPPED = "the time that a person spends awake in bed before sleep\nand how often it is broken"
SENTENCES = "It wakes.\nIt is wet"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("old age\nsome drugs, such as tea", ["It comes with: old age", "It comes with: some drugs, such as tea"]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        (SENTENCES, ["It wakes.", "It is wet"]),
    ],
)
def test_items_may_have_lost_their_bullets(lines: str, expected: list[str]) -> None:
    assert [text for _, text, _ in claims(f"Tea\n\nIt comes with:\n\n{lines}")] == expected
