"""The bibliography of a draft: nobody's entry is written anew, and what it lacks is added."""

from __future__ import annotations

import codecs

import pytest

from graph.drafts.library import join_library, with_entries
from graph.model import Evidence, File
from graph.reading import parse

DRAKE = "@article{drake2013, title = {Caffeine effects}, author = {Drake, C}, year = {2013}, doi = {10.1/drake}}\n"


def entries(text: str) -> File:
    """A bibliography."""
    return File("data/references.bib", text.encode())


def cited(evidence: Evidence) -> list[str]:
    """The keys that the claims cite."""
    return [citation.reference for citation in evidence.citations()]


def test_a_work_has_the_key_of_the_bibliography_that_is_there() -> None:
    joined = join_library(parse(DRAKE, "It is so [@drake2013]."), entries(DRAKE.replace("drake2013", "mine")))
    assert (cited(joined.evidence), joined.new) == (["mine"], ())


def test_what_it_lacks_is_new() -> None:
    joined = join_library(parse(DRAKE, "It is so [@drake2013]."), entries("@book{other, title = {Other}}\n"))
    assert (cited(joined.evidence), [each.key for each in joined.new]) == (["drake2013"], ["drake2013"])
    assert list(joined.evidence.references) == ["other", "drake2013"]


def test_an_entry_that_was_edited_is_known_by_its_key() -> None:
    article = "# Sleep\n\nIt is so [1].\n\n# References\n\n1. Drake C. Caffeine effectsSleep Journal. 2013;5:3-9.\n"
    (reference,) = parse("", article).references.values()
    edited = entries(f"@article{{{reference.key}, title = {{Caffeine effects}}, author = {{Drake, C}}, year = 2013}}\n")
    joined = join_library(parse("", article), edited)
    assert (cited(joined.evidence), joined.new) == ([reference.key], ())


@pytest.mark.parametrize(
    "other",
    ["title = {Caffeine effects}, doi = {10.1/other}", "title = {A wholly different study of noise and its causes}"],
)
def test_another_work_of_the_same_key_gets_another(other: str) -> None:
    joined = join_library(parse(DRAKE, "It is so [@drake2013]."), entries(f"@article{{drake2013, {other}}}\n"))
    assert (cited(joined.evidence), [each.key for each in joined.new]) == (["drake2013a"], ["drake2013a"])


def test_an_entry_that_another_work_is_known_to_be_is_no_edited_one() -> None:
    again = "@article{drake2013, title = {Caffeine effects 2}}\n"
    joined = join_library(parse(DRAKE.replace("drake2013", "x") + again, "It is so [@x; @drake2013]."), entries(DRAKE))
    assert cited(joined.evidence) == ["drake2013", "drake2013a"]


def test_a_number_leads_over_the_list_of_the_article_as_it_is_now() -> None:
    article = (
        "It is so [1].\n\n# References\n\n1. Clark I. Coffee. Sleep. 2017;5:3-9.\n2. Drake C. Tea. Sleep. 2013;5:1-2.\n"
    )
    before = "@article{drake2013, title = {Tea}, author = {Drake, C}, year = 2013, listed = 1}\n"
    assert cited(join_library(parse("", article), entries(before)).evidence) == ["clark2017"]


def test_what_the_articles_own_bibliography_lacks_may_be_in_the_drafted_one() -> None:
    joined = join_library(parse("", "It is so [@doi:10.1/drake; @1]."), entries(DRAKE))
    assert cited(joined.evidence) == ["drake2013", "1"]


def test_two_keys_of_one_work_are_one_citation() -> None:
    twice = DRAKE + DRAKE.replace("drake2013", "drake2013b")
    assert cited(join_library(parse(twice, "It is so [@drake2013; @drake2013b]."), entries(DRAKE)).evidence) == [
        "drake2013"
    ]


NEW = parse("@book{new, title = {N\N{LATIN SMALL LETTER E WITH ACUTE}w}}", "It is so.").references


@pytest.mark.parametrize(
    "before",
    [
        DRAKE.encode(),
        DRAKE.rstrip().encode(),
        f"% mine\n\n{DRAKE}".replace("\n", "\r\n").encode(),
        codecs.BOM_UTF8 + DRAKE.encode(),
        DRAKE.replace("Drake, C", "Dr\N{LATIN SMALL LETTER A WITH DIAERESIS}ke, C").encode("cp1252"),
    ],
)
def test_entries_are_added_behind_bytes_that_stay(before: bytes) -> None:
    after = with_entries(File("r.bib", before), NEW.values())
    assert after.startswith(before)
    added = after[len(before) :]
    assert added.count(b"\r\n") == (added.count(b"\n") if b"\r" in before else 0)
    assert added.strip().startswith(b"@book{new,")


def test_without_new_entries_nothing_is_added() -> None:
    assert with_entries(entries(DRAKE), ()) == DRAKE.encode()
