"""What biber writes for biblatex -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.library_formats import join_references
from graph.references.names import Name

HEAD = "% $ biblatex auxiliary file $\n\\refsection{0}\n  \\datalist[entry]{nty/global//global/global}\n"
ENTRY = "    \\entry{{a}}{{{type}}}{{}}\n{inside}\n    \\endentry\n"
ANN = (
    "{{hash=1}{%\n family={Berg},\n familyi={B\\bibinitperiod},\n given={Ann\\bibnamedelima K},\n prefix={van der}}}%\n"
)
WHO = "{{hash=2}{%\n family={{World Health Organization}},\n familyi={W\\bibinitperiod}}}%\n"


def read(inside: str, kind: str = "article") -> Reference:
    library = join_references([(HEAD + ENTRY.format(type=kind, inside=inside) + "\\enddatalist\n", "a.bbl")])
    assert library.problems == []
    return library.references["a"]


@pytest.mark.parametrize(
    ("inside", "name", "text"),
    [
        (r"\field{title}{Iron, na{\"\i}vely}", "title", "Iron, naïvely"),
        ("\\field{title}{Iron\n and sleep}", "title", "Iron and sleep"),
        (r"\field{pages}{1\bibrangedash 9}", "pages", "1\N{EN DASH}9"),
        ("\\verb{doi}\n\\verb 10.1000/a_b\n\\endverb", "doi", "10.1000/a_b"),
        ("\\verb{url}\n  \\verb http://a.org/b\n  \\verb c/d\n\\endverb", "url", "http://a.org/bc/d"),
        ("\\list{publisher}{2}{%\n{Elm}%\n{Oak}%\n}", "publisher", "Elm and Oak"),
        (r"\field{journaltitle}{Sleep}", "journaltitle", "Sleep"),
        (r"\field{extradate}{1}\field{year}{2015}", "year", "2015"),
    ],
)
def test_a_field_is_read(inside: str, name: str, text: str) -> None:
    assert read(inside).fields.get(name) == text


@pytest.mark.parametrize("name", ["sortinit", "labelnamesource", "fullhash", "uniquename"])
def test_what_biblatex_works_with_is_no_field(name: str) -> None:
    assert not read(f"\\field{{{name}}}{{x}}\\strng{{{name}}}{{y}}").fields


@pytest.mark.parametrize(
    ("people", "names"),
    [
        (ANN, (Name("Berg", "Ann K", "van der"),)),
        (WHO, (Name(literal="World Health Organization"),)),
        (ANN + WHO, (Name("Berg", "Ann K", "van der"), Name(literal="World Health Organization"))),
        ("{{hash=3}{Lee}{L\\bibinitperiod}{Ann}{A\\bibinitperiod}{}{}{Jr}{J}}%\n", (Name("Lee", "Ann", "", "Jr"),)),
    ],
    ids=["a person", "an organisation", "two", "as older formats write it"],
)
def test_who_wrote_it_is_read(people: str, names: tuple[Name, ...]) -> None:
    assert read(f"\\name{{author}}{{1}}{{}}{{%\n{people}}}").facts.names == names


def test_a_list_that_is_cut_is_known() -> None:
    assert read(f"\\name{{author}}{{1}}{{}}{{%\n{ANN}}}\n\\true{{moreauthor}}").et_al


def test_its_type_and_its_places_are_those_of_the_entry() -> None:
    reference = read("\\field{title}{Iron}\n\\field{year}{2015}", kind="thesis")
    assert (reference.type, reference.place.line, reference.at("year").line) == ("thesis", 4, 6)


def test_an_entry_of_two_lists_is_read_once() -> None:
    entry = ENTRY.format(type="book", inside="\\field{title}{Iron}")
    library = join_references([(HEAD + entry + "\\enddatalist\n\\datalist[entry]{anyt}\n" + entry, "a.bbl")])
    assert (len(library.references), library.problems) == (1, [])


def test_a_name_that_is_torn_is_none() -> None:
    assert not read("\\name{author}{1}{}{%\n{x}}").facts.names


def test_a_torn_entry_keeps_what_it_has() -> None:
    library = join_references([(HEAD + "\\entry{a}{book}{}\n\\field{title}{Iron}\n\\field{year}{20", "a.bbl")])
    assert library.references["a"].title == "Iron"
