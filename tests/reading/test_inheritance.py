"""What entries take from others."""

from __future__ import annotations

import pytest

import graph
from graph.model import Reference
from graph.reading.library_formats import join_references

BOOK = "@proceedings{b, title = {Sleep 2001}, year = 2001, editor = {Ekbom, K}, publisher = {P}, doi = {10.1000/x}}"


def first(*entries: str) -> Reference:
    return next(iter(join_references([("\n".join(entries), "a.bib")]).references.values()))


def messages(*entries: str) -> list[str]:
    return [each.message for each in join_references([("\n".join(entries), "a.bib")]).problems]


def test_a_chapter_takes_from_its_book_what_it_lacks() -> None:
    paper = first("@inproceedings{a, title = {Legs}, author = {Foo, A}, crossref = {b}}", BOOK)
    assert (paper.title, paper.fields["booktitle"], paper.year, paper.authors) == (
        "Legs",
        "Sleep 2001",
        "2001",
        ("Foo, A",),
    )


def test_what_an_entry_has_itself_stays() -> None:
    assert first("@inproceedings{a, date = {1999}, crossref = {b}}", BOOK).year == "1999"


def test_the_identifiers_of_a_book_are_not_its_chapters() -> None:
    assert first("@inproceedings{a, crossref = {b}}", BOOK).doi == ""


def test_who_has_no_author_has_the_editor() -> None:
    assert first("@inproceedings{a, crossref = {b}}", BOOK).authors == ("Ekbom, K",)


def test_the_title_of_a_journal_is_no_booktitle() -> None:
    article = first("@article{a, crossref = {j}}", "@periodical{j, title = {Sleep Medicine}, issn = {1389-9457}}")
    assert (article.journal, article.title) == ("Sleep Medicine", "")


def test_what_is_no_part_of_a_book_takes_its_title() -> None:
    module = first("@software{a, subtitle = {Core}, crossref = {s}}", "@software{s, title = {Tool}, year = 2001}")
    assert (module.title, module.year) == ("Tool", "2001")


def test_a_store_of_fields_lends_all_of_them_and_is_no_reference() -> None:
    library = join_references(
        [("@online{a, xdata = {s, t}}\n@xdata{s, url = {u}}\n@xdata{t, xdata = {u}}\n@xdata{u, note = {n}}", "a.bib")]
    )
    assert (list(library.references), library.references["a"].url, library.references["a"].fields["note"]) == (
        ["a"],
        "u",
        "n",
    )


def test_what_is_taken_stands_where_it_is_written() -> None:
    assert str(first("@inproceedings{a, crossref = {b}}", BOOK).at("year")) == "a.bib:2"


def test_entries_that_name_each_other_end() -> None:
    library = join_references([("@book{a, crossref = {b}, year = 1}\n@book{b, crossref = {a}, series = {S}}", "a.bib")])
    assert [library.references[key].fields.keys() - {"crossref"} for key in "ab"] == [{"year", "series"}] * 2


@pytest.mark.parametrize("field", ["crossref", "xdata"])
def test_who_is_named_in_vain_is_reported(field: str) -> None:
    assert messages(f"@book{{a, {field} = {{gone}}}}") == [
        f"entry 'a' takes fields from 'gone' ({field}), which no file has; add it, or write the fields themselves"
    ]


def test_what_many_entries_name_in_vain_is_reported_once() -> None:
    (message,) = messages("".join(map("@inproceedings{{{}, crossref = {{gone}}}}\n".format, "abc")))
    assert message.startswith("entry 'a' and 2 more take fields from 'gone' (crossref), which no file has; add it")


def test_a_book_is_used_where_its_chapter_is() -> None:
    bib = f"@inproceedings{{a, title = {{Legs}}, crossref = {{b}}}}\n{BOOK}"
    report = graph.audit(graph.parse(bib, "claim_id,cause,claim,supports\nc1,X,Y,a\n"))
    assert "unused-reference" not in {finding.rule for finding in report.findings}
