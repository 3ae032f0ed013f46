"""What a reference is known by in every article."""

import pytest

from graph.archive.identities import identities, skeleton
from graph.reading import parse
from graph.texts.forms import words

ENTRY = """@article{{a, title = {{{title}}}, author = {{{author}}}, year = {{{year}}}, volume = {{{volume}}},
  pages = {{{pages}}}, doi = {{{doi}}}}}"""
USUAL = {
    "title": "Iron deficiency and restless legs in pregnancy: a cohort",
    "author": "Müller, Jo and Doe, Ann",
    "year": "2001",
    "volume": "12",
    "pages": "104--109",
    "doi": "",
}


def known_by(kind: str, **changes: str) -> set[str]:
    evidence = parse(ENTRY.format(**(USUAL | changes)), "claim_id,cause,claim\n")
    (reference,) = evidence.references.values()
    return {text for each, text in identities(reference) if each == kind}


SAME_TITLES = [
    {"title": "IRON-DEFICIENCY AND RESTLESS LEGS IN PREGNANCY. A COHORT"},
    {"title": "Iron deficiency and restless legs in pregnancy"},
    {"author": "Mueller, J."},
    {"author": "Muller, J. and others"},
]

OTHER_TITLES = [
    {"title": "Iron deficiency and restless legs in pregnancy: a reply"},
    {"year": "2002"},
    {"author": "Smith, Jo"},
    {"author": ""},
    {"title": "Editorial"},
    {"title": "Restless legs: a review of all that is known"},
]


@pytest.mark.parametrize("changes", SAME_TITLES, ids=str)
def test_a_title_is_the_same_however_it_is_written(changes: dict[str, str]) -> None:
    assert known_by("title") & known_by("title", **changes)


@pytest.mark.parametrize("changes", OTHER_TITLES, ids=str)
def test_a_title_is_another_with_another_reply_year_or_author(changes: dict[str, str]) -> None:
    assert not known_by("title") & known_by("title", **changes)


def test_pages_are_the_same_where_the_last_is_cut() -> None:
    assert known_by("pages") == known_by("pages", pages="104-9", volume="Vol. 12", title="Iron") != set()


@pytest.mark.parametrize(
    "changes", [{"pages": "104"}, {"pages": ""}, {"volume": ""}, {"author": ""}, {"year": ""}], ids=str
)
def test_a_page_alone_is_no_identity(changes: dict[str, str]) -> None:
    assert not known_by("pages", **changes)


def test_what_is_no_doi_is_no_identity() -> None:
    assert not known_by("doi", doi="invalid format")


def test_a_doi_is_the_same_in_any_case() -> None:
    assert known_by("doi", doi="10.1000/A") == known_by("doi", doi="https://doi.org/10.1000/a") != set()


@pytest.mark.parametrize(
    "names", ["müller mueller muller", "sørensen soerensen sorensen", "ferguson fergusson", "strauß strauss", "łuk luk"]
)
def test_a_family_name_is_the_same_in_every_transliteration(names: str) -> None:
    assert len({skeleton(words(name)[-1]) for name in names.split()}) == 1


def test_names_in_other_scripts_keep_all_letters() -> None:
    assert skeleton("иванов") == "иванов"
