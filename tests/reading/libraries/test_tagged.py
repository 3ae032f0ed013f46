"""RIS and PubMed's nbib -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading import parse
from graph.reading.joined_library import Library
from graph.reading.libraries.tagged import NBIB_DESIGNS, NBIB_FIELDS, RIS_FIELDS, RIS_TYPES, read_nbib, read_ris


def ris(text: str) -> Library:
    library = Library("a.ris")
    read_ris(text, library)
    return library


def one(*lines: str, kind: str = "JOUR") -> Reference:
    library = ris("\n".join([f"TY  - {kind}", *lines, "ER  - "]))
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


def pubmed(*lines: str) -> Reference:
    library = Library("a.nbib")
    read_nbib("\n".join(["PMID- 26271029", *lines]), library)
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


@pytest.mark.parametrize(("tag", "name"), RIS_FIELDS.items())
def test_every_tag_of_ris(tag: str, name: str) -> None:
    value = "PMC12" if name == "pmcid" else "2015"
    reference = one(f"{tag}  - {value}")
    assert (reference.fields.get(name), reference.at(name).line) == (value, 2)


@pytest.mark.parametrize(("kind", "name"), [*RIS_TYPES.items(), ("GEN", "misc"), ("SLIDE", "misc")])
def test_every_type_of_ris(kind: str, name: str) -> None:
    assert one("TI  - T", kind=kind).type == name


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("SP  - 320\nEP  - 329", "pages", "320-329"),
        ("SP  - e12", "pages", "e12"),
        ("SN  - 1932-6208", "issn", "1932-6208"),
        ("SN  - 978-0-12-345678-9", "isbn", "978-0-12-345678-9"),
        ("PY  - 2014//", "year", "2014"),
        ("Y1  - 2014/03/05/", "date", "2014-03-05"),
        ("PY  - 2014\nDA  - 2014/3", "date", "2014-03"),
        ("JA  - Acta", "journal", "Acta"),
        ("JF  - Acta Neurologica\nJA  - Acta", "shortjournal", "Acta"),
        ("KW  - legs\nKW  - arms\nfeet", "keywords", "legs; arms; feet"),
        ("AB  - first\nsecond", "abstract", "first second"),
        ("UR  - https://a.org\nUR  - https://b.org", "url-2", "https://b.org"),
        ("M3  - 10.1000/x", "doi", "10.1000/x"),
        ("C2  - 30922926", "c2", "30922926"),
        ("C7  - something", "c7", "something"),
        ("AU  - Gupta, R\nAU  - et al.", "author", "Gupta, R and others"),
    ],
)
def test_values_of_ris(line: str, name: str, text: str) -> None:
    assert one(line).fields[name] == text


def test_a_year_beside_its_date_is_not_repeated() -> None:
    assert "year" not in one("PY  - 2014", "DA  - 2014/03").fields


@pytest.mark.parametrize(
    ("kind", "name"), [("JOUR", "journal"), ("CHAP", "booktitle"), ("BOOK", "series"), ("ELEC", "howpublished")]
)
def test_what_a_reference_is_in(kind: str, name: str) -> None:
    assert one("T2  - Where", kind=kind).fields[name] == "Where"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Gupta, Ravi", "Gupta, Ravi"),
        ("van der Berg, Jan, Jr", "van der Berg, Jr, Jan"),
        ("World Health Organization", "World Health Organization"),
        ("Plato", "Plato"),
        ("Gupta R. K.", "Gupta, R. K."),
        ("\u041b\u0438 \u0410.\u0411.", "\u041b\u0438, \u0410.\u0411."),
        ("Tea Board A.", "Tea Board A."),
        ("Study Group", "Study Group"),
    ],
)
def test_names_of_ris(written: str, name: str) -> None:
    assert one(f"AU  - {written}").authors == (name,)


def test_editors_answer_where_there_are_no_authors() -> None:
    assert one("ED  - Ekbom, K").authors == ("Ekbom, K",)


def test_a_record_that_is_torn_does_not_cost_the_next() -> None:
    library = ris("TY  - JOUR\nID  - a\nTI  - A\nTY  - JOUR\nID  - b\nTI  - B\nER  -\n")
    assert list(library.references) == ["a", "b"]


def test_lines_outside_of_records_are_reported_but_numbers() -> None:
    library = ris("Provider: somebody\n1.\nTY  - JOUR\nID  - a\nER  - \nlost\n")
    assert [(each.place.line, each.text) for each in library.problems] == [(1, "Provider: somebody"), (6, "lost")]


def test_a_record_is_where_it_begins() -> None:
    assert ris("\n\nTY  - JOUR\nID  - a\nER  - ").references["a"].place.line == 3


def test_records_of_one_id_are_counted() -> None:
    library = ris("TY  - JOUR\nID  - a\nER  -\nTY  - JOUR\nID  - a\nTI  - B\nER  -\n")
    assert len(library.references) + sum(each.unread for each in library.problems) == 2


@pytest.mark.parametrize(
    ("tag", "name"), [(tag, name) for tag, name in NBIB_FIELDS.items() if tag not in {"BTI", "PMID"}]
)
def test_every_tag_of_nbib(tag: str, name: str) -> None:
    reference = pubmed(f"{tag:4}- Text")
    assert (reference.fields.get(name), reference.at(name).line) == ("Text", 2)


@pytest.mark.parametrize(("written", "design"), NBIB_DESIGNS.items())
def test_every_design_of_nbib(written: str, design: str) -> None:
    assert pubmed(f"PT  - {written}", "PT  - Journal Article").design == design


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("DP  - 2016 May 3", "date", "2016-05-03"),
        ("DP  - 2016 May", "date", "2016-05"),
        ("DP  - 2016 Spring", "year", "2016"),
        ("LID - 10.1111/ane.12520 [doi]", "doi", "10.1111/ane.12520"),
        ("AID - S1769-7212 [pii]", "aid-pii", "S1769-7212"),
        ("IS  - 1600-0404 (Electronic)", "issn", "1600-0404"),
        ("JT  - Acta neurologica", "journal", "Acta neurologica"),
        ("FAU - Gupta, Ravi\nAU  - Gupta R", "author", "Gupta, Ravi"),
        ("AU  - Gupta RK", "author", "Gupta, RK"),
        ("CN  - The REST Group", "author", "The REST Group"),
        ("TI  - Restless\n      legs", "title", "Restless legs"),
        ("MH  - Humans", "mh", "Humans"),
        ("TI  - C\nBTI - B", "booktitle", "B"),
        ("BTI - B", "title", "B"),
    ],
)
def test_values_of_nbib(line: str, name: str, text: str) -> None:
    assert pubmed(line).fields[name] == text


def test_records_of_nbib_begin_with_their_number() -> None:
    library = Library("")
    read_nbib("PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B\n", library)
    assert [each.fields["pmid"] for each in library.references.values()] == ["1", "2"]


@pytest.mark.parametrize("line", ["  and so on", "TI  - Another", "SP  - 3", "JO  - Sleep"])
def test_a_line_that_a_record_has_by_the_thousand_is_read_soon(line: str) -> None:
    more = "\n".join(f"{line} {number}" for number in range(20_000))
    assert len(parse(f"TY  - JOUR\nID  - a\nTI  - Title\nT2  - Sleep\n{more}\nER  - \n", "").references) == 1


def test_what_a_record_says_again_is_numbered() -> None:
    fields = parse("TY  - JOUR\nID  - a\nTI  - One\nTI  - Two\nTI  - Three\nER  - \n", "").references["a"].fields
    assert (fields["title"], fields["title-2"], fields["title-3"]) == ("One", "Two", "Three")
