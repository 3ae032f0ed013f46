"""References that the bibliography has twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import read
from graph.wording import unnamed
from tests.rules.running import findings, found

DATA = Path(__file__).parent.parent.parent / "data"


def entry(key: str, title: str, more: str = "year = 2019", kind: str = "article", author: str = "Lin, X") -> str:
    return f"@{kind}{{{key}, author = {{{author}}}, title = {{{title}}}, {more}}}\n"


TITLE = "Restless legs syndrome in patients on dialysis"


@pytest.mark.parametrize(
    "other",
    [
        entry("b", TITLE.upper()),
        entry("b", TITLE, "year = 2018"),
        entry("b", TITLE, ""),
        entry("b", TITLE, author="Lin, Xiaoyan and Zhang, J"),
        entry("b", "Restless-Legs Syndrome, in Patients on Dialysis"),
        entry("b", "Restlesslegs syndrome in patients on dialysis"),
        entry("b", "Restless legs sydnrome in patients on dialysis"),
        entry("b", "Rsetless legs syndrome in patients on dialysis"),
        entry("b", "Restless legs syndrome in pateints on dialysis"),
        entry("b", TITLE, "year = 2019, doi = {10.1000/b}"),
    ],
)
def test_one_publication_twice(other: str) -> None:
    assert [each.severity for each in findings("near-duplicate", entry("a", TITLE) + other)] == ["warning"]


@pytest.mark.parametrize(
    "other",
    [
        entry("b", TITLE, "year = 2016"),
        entry("b", TITLE, author="Lee, X"),
        entry("b", TITLE, author=""),
        entry("b", "Restless legs syndrome in patients off dialysis"),
        entry("b", "Restless legs syndrome in patients undergoing hemodialysis"),
        entry("b", f"{TITLE} 2"),
        entry("b", f"Treating {TITLE}"),
        entry("b", f"{TITLE}: reply"),
        entry("b", f"{TITLE}: part 2"),
        entry("b", f"{TITLE} (protocol)"),
    ],
)
def test_two_publications(other: str) -> None:
    first = entry("a", TITLE, "year = 2019, volume = 7, doi = {10.1000/a}")
    assert found("near-duplicate", first + other) == []


@pytest.mark.parametrize(
    "other",
    [
        entry("b", TITLE, "year = 2017"),
        entry("b", TITLE, "year = 2021"),
        entry("b", TITLE, "year = 2019, volume = 8"),
        entry("b", TITLE, "year = 2019, doi = {10.1000/b}"),
        entry("b", TITLE, author="Lee, X and Lin, X"),
        entry("b", f"{TITLE}: a survey"),
        entry("b", f"{TITLE} (a survey)"),
        entry("b", f"{TITLE} -- a survey"),
        entry("b", TITLE, kind="misc"),
    ],
)
def test_versions_of_one_publication_are_counted_as_one_and_never_merged(other: str) -> None:
    first = entry("a", TITLE, "year = 2019, volume = 7, doi = {10.1000/a}")
    (finding,) = findings("near-duplicate", first + other)
    assert finding.severity == "info"
    assert unnamed(finding.message) == "reference 'b' may be a version of 'a'; count them as one"


def test_a_subtitle_may_be_lost_in_either_of_the_two() -> None:
    assert len(found("near-duplicate", entry("a", f"{TITLE}: a survey") + entry("b", TITLE))) == 1


def test_two_subtitles_make_two_publications() -> None:
    assert found("near-duplicate", entry("a", f"{TITLE}: in men") + entry("b", f"{TITLE}: in women")) == []


@pytest.mark.parametrize(
    "author", ["Milelr, J", "Miler, J", "Millers, J", "Mallor, J", "Hiller, J", "Muller, J and Lin, X"]
)
def test_the_first_author_may_have_a_slip(author: str) -> None:
    number = 0 if author in {"Mallor, J", "Hiller, J"} else 1
    assert (
        len(found("near-duplicate", entry("a", TITLE, author="Miller, J") + entry("b", TITLE, author=author))) == number
    )


def test_two_short_names_are_two() -> None:
    assert found("near-duplicate", entry("a", TITLE, author="Lin, X") + entry("b", TITLE, author="Liu, X")) == []


def test_a_slip_in_the_name_and_a_lost_subtitle_are_too_much() -> None:
    first, second = entry("a", f"{TITLE}: a survey", author="Miller, J"), entry("b", TITLE, author="Milelr, J")
    assert found("near-duplicate", first + second) == []


@pytest.mark.parametrize(
    ("other", "number"),
    [
        (entry("b", "Coffee and poor sleep"), 1),
        (entry("b", "Coffee and poor sleep", "year = 2018"), 0),
        (entry("b", "Coffee and poor sleep", author="Lin, X and Roth, T"), 0),
        (entry("b", "Coffee and poor sleep: in women"), 0),
    ],
)
def test_a_shorter_title_is_enough_where_authors_and_year_are_the_same(other: str, number: int) -> None:
    assert len(found("near-duplicate", entry("a", "Coffee and poor sleep: a long survey") + other)) == number


def test_an_abbreviation_in_the_middle_begins_no_subtitle() -> None:
    first, second = (
        entry("a", "Restless legs syndrome (RLS) in men: a survey"),
        entry("b", "Restless legs syndrome (RLS) in men"),
    )
    assert len(found("near-duplicate", first + second)) == 1


def test_a_talk_that_was_given_twice_is_only_worth_knowing() -> None:
    first, second = (entry(place, TITLE, f"howpublished = {{{place}}}", "misc") for place in ("Elba", "Rome"))
    assert [each.severity for each in findings("near-duplicate", first + second)] == ["info"]


def test_a_short_title_and_its_subtitle_say_too_little() -> None:
    assert found("near-duplicate", entry("a", "Coffee and sleep: a long survey") + entry("b", "Coffee and sleep")) == []


@pytest.mark.parametrize(("title", "number"), [("Coffee and sleep", 0), ("Coffee shortens sleep", 1)])
def test_a_title_of_three_words_says_enough_where_authors_and_year_are_the_same(title: str, number: int) -> None:
    assert len(found("near-duplicate", entry("a", title) + entry("b", title))) == number


@pytest.mark.parametrize(("one", "other"), [("", "year = 2019"), ("year = 2019", "")])
def test_a_year_that_one_of_the_two_lacks_tells_nothing(one: str, other: str) -> None:
    assert len(found("near-duplicate", entry("a", TITLE, one) + entry("b", TITLE, other))) == 1


@pytest.mark.parametrize(("one", "other"), [("", "doi = {10.1000/a}"), ("doi = {10.1000/a}", "")])
def test_a_doi_that_one_of_the_two_lacks_tells_nothing(one: str, other: str) -> None:
    (finding,) = findings("near-duplicate", entry("a", TITLE, one) + entry("b", TITLE, other))
    assert finding.severity == "warning"


def test_parts_are_two_publications() -> None:
    assert found("near-duplicate", entry("a", f"{TITLE}, part I") + entry("b", f"{TITLE}, part II")) == []


def test_a_short_title_says_too_little() -> None:
    assert found("near-duplicate", entry("a", "Coffee and sleep") + entry("b", "Coffee and sleep")) == []


def test_pages_may_be_written_with_any_dash() -> None:
    one, other = (entry(key, TITLE, f"pages = {{1{dash}4}}") for key, dash in (("a", "-"), ("b", "--")))
    assert len(found("near-duplicate", one + other)) == 1


def test_a_report_and_its_article_are_only_worth_knowing() -> None:
    (finding,) = findings("near-duplicate", entry("a", TITLE, kind="techreport") + entry("b", TITLE))
    assert finding.severity == "info"
    assert unnamed(finding.message) == "reference 'b' may be a version of 'a'; count them as one"


def test_a_reference_is_reported_once() -> None:
    assert len(found("near-duplicate", "".join(entry(key, TITLE) for key in "abc"))) == 2


def test_no_reference_of_the_sample_is_a_duplicate() -> None:
    evidence = read(DATA / "references.bib", DATA / "claims.csv")
    assert {"kavanagh2004", "lin2019"} <= evidence.references.keys()
    assert audit(evidence, Settings(select=("near-duplicate",))).findings == ()


OTHER = "Iron for the treatment of restless legs syndrome"


def test_one_publication_with_one_doi_is_merged() -> None:
    first, second = (
        entry(key, title, "doi = {10.1000/a}") for key, title in (("a", TITLE), ("b", f"{TITLE}: a survey"))
    )
    (message,) = found("duplicate-doi", first + second)
    assert message == "reference 'b' has the DOI of 'a'; merge them into one"


@pytest.mark.parametrize(("title", "author"), [(OTHER, "Trotti, L"), ("Sleep apnoea in the old", "Lin, X")])
def test_a_copied_doi_is_said_of_both_entries_and_nothing_is_merged(title: str, author: str) -> None:
    first, second = entry("a", TITLE, "doi = {10.1000/a}"), entry("b", title, "doi = {10.1000/a}", author=author)
    assert found("duplicate-doi", first + second) == [
        "reference 'a' has the DOI of 'b', whose title is another; look up which DOI is wrong",
        "reference 'b' has the DOI of 'a', whose title is another; look up which DOI is wrong",
    ]


def test_what_is_no_doi_is_no_doi_of_two() -> None:
    assert found("duplicate-doi", "".join(entry(key, TITLE, "doi = {none yet}") for key in "ab")) == []


def test_chapters_have_the_doi_of_their_book() -> None:
    first, second = (
        entry(key, title, "doi = {10.1000/a}", "incollection", key) for key, title in (("a", TITLE), ("b", OTHER))
    )
    assert [each.severity for each in findings("duplicate-doi", first + second)] == ["info"]


@pytest.mark.parametrize(
    ("title", "cure", "severity"), [(TITLE, "delete this one", "warning"), (OTHER, "rename one", "error")]
)
def test_an_entry_that_is_there_twice_is_deleted_and_only_another_one_renamed(
    title: str, cure: str, severity: str
) -> None:
    (finding,) = findings("duplicate-key", entry("a", TITLE) + entry("a", title))
    assert finding.message.endswith(cure)
    assert finding.severity == severity


def test_keys_in_two_cases_of_one_entry_are_one_too_many() -> None:
    (message,) = found("duplicate-key", entry("a", TITLE) + entry("A", TITLE))
    assert message.endswith("delete one")


@pytest.mark.parametrize(("one", "other"), [(TITLE, ""), ("", TITLE)])
def test_an_entry_without_a_title_may_be_the_one_of_its_doi(one: str, other: str) -> None:
    first, second = entry("a", one, "doi = {10.1000/a}"), entry("b", other, "doi = {10.1000/a}", author="Lee, X")
    (message,) = found("duplicate-doi", first + second)
    assert message == "reference 'b' has the DOI of 'a'; merge them into one"


@pytest.mark.parametrize(
    ("title", "author", "merged"),
    [
        ("abcdefghij", "Lin, X", True),
        ("abcdefuvwx", "Lin, X", True),  # 60 of 100
        ("abcdetuvwx", "Lin, X", False),
        ("abcdefghix", "Lee, X", True),  # 90 of 100
        ("abcdefghvx", "Lee, X", False),
        ("abcdefghvx", "", True),
    ],
)
def test_the_less_the_authors_are_alike_the_more_the_titles_must_be(*, title: str, author: str, merged: bool) -> None:
    first = entry("a", "abcdefghij", "doi = {10.1000/a}")
    second = entry("b", title, "doi = {10.1000/a}", author=author)
    assert ["merge" in each for each in found("duplicate-doi", first + second)] == ([True] if merged else [False] * 2)


def test_a_slip_in_a_short_word_makes_another_title() -> None:
    first, second = "Effects of tea on the sleep of cats at night", "Effects of ten on the sleep of cats at night"
    assert found("near-duplicate", entry("a", first) + entry("b", second)) == []
