"""EndNote's XML -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.joined_library import Library
from graph.reading.libraries.endnote import ENDNOTE_FIELDS, ENDNOTE_TYPES, read_endnote
from graph.reading.libraries.xml_records import MAX_DEPTH

RECORD = '<record><ref-type name="{kind}">17</ref-type>{inside}</record>'


def read_xml(text: str) -> Library:
    library = Library("a.xml")
    read_endnote(text, library)
    return library


def one(inside: str, kind: str = "Journal Article") -> Reference:
    library = read_xml(f"<xml><records>\n{RECORD.format(kind=kind, inside=inside)}</records></xml>")
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


def nested(path: str, text: str) -> str:
    names = path.split("/")
    opened = "".join(f"<{name}>" for name in names)
    return f"{opened}<style face='normal'>{text}</style>" + "".join(f"</{name}>" for name in reversed(names))


@pytest.mark.parametrize(("path", "name"), ENDNOTE_FIELDS.items())
def test_every_element(path: str, name: str) -> None:
    reference = one(nested(path, "PMC12"))
    assert (reference.fields.get(name), reference.at(name).line) == ("PMC12", 2)


@pytest.mark.parametrize(("kind", "name"), [*ENDNOTE_TYPES.items(), ("Generic", "misc"), ("Music", "misc")])
def test_every_type(kind: str, name: str) -> None:
    assert one("", kind).type == name


@pytest.mark.parametrize(
    ("inside", "name", "text"),
    [
        (nested("dates/year", "2015"), "year", "2015"),
        (nested("periodical/full-title", "Sleep") + nested("titles/secondary-title", "Sleep"), "journal", "Sleep"),
        (nested("contributors/authors/author", "Gupta, Ravi"), "author", "Gupta, Ravi"),
        (nested("contributors/authors/author", "World Health Organization,"), "author", "World Health Organization"),
        (nested("accession-num", "26271029"), "pmid", "26271029"),
        (nested("accession-num", "WOS:1"), "accession", "WOS:1"),
        (nested("custom2", "other"), "custom2", "other"),
        (nested("research-notes", "mine"), "research-notes", "mine"),
        ("<titles><title><style>The </style><style>E. coli</style></title></titles>", "title", "The E. coli"),
        (nested("keywords/keyword", "a") + nested("keywords/keyword", "b"), "keywords", "a; b"),
    ],
)
def test_values(inside: str, name: str, text: str) -> None:
    assert one(inside).fields[name] == text


def test_the_label_is_the_key() -> None:
    assert one(nested("label", "gupta2015")).key == "gupta2015"


def test_the_number_of_a_record_is_no_key() -> None:
    assert one("<rec-number>12</rec-number>" + nested("titles/title", "Legs")).key == "legs"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><xml><record>&a;</record></xml>', "defines an entity (a)"),
        (
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><record>&a;</record></xml>',
            "defines an entity (a)",
        ),
        ("<xml>" + "<a>" * MAX_DEPTH + "<record/>", f"nested more than {MAX_DEPTH} deep"),
        ("<xml>\n<record><titles></record></xml>", "mismatched tag"),
    ],
)
def test_what_cannot_be_read_on_is_reported(text: str, why: str) -> None:
    library = read_xml(text)
    assert (library.references, [(why in each.message, each.unread) for each in library.problems]) == ({}, [(True, 1)])


def test_records_before_a_fault_are_kept_and_those_behind_it_counted() -> None:
    good = RECORD.format(kind="Book", inside=nested("label", "a"))
    library = read_xml(f"<xml><records>\n{good}\n<record><a></record><record></record>")
    assert (list(library.references), [(each.place.line, each.unread) for each in library.problems]) == (
        ["a"],
        [(3, 2)],
    )
