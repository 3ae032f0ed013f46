"""Names as BibTeX and biblatex write them."""

from __future__ import annotations

import pytest
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from hypothesis import example, given
from hypothesis import strategies as st

from graph.reading.names import name_words, parted, read_name, read_people
from graph.references.names import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gupta, Ravi", Name("Gupta", "Ravi")),
        ("Ravi Gupta", Name("Gupta", "Ravi")),
        ("Jan van der Berg", Name("Berg", "Jan", "van der")),
        ("van der Berg, Jr, Jan", Name("Berg", "Jan", "van der", "Jr")),
        ("W. M. {Coughran, Jr.}", Name("Coughran", "W. M.", suffix="Jr.")),
        ("M{\\\"u}ller, {\\'E}.", Name("Müller", "É.")),
        ("{\\'E}mile Zola", Name("Zola", "Émile")),
        ("Plato", Name("Plato")),
        ("{Vereniging van Artsen}", Name(literal="Vereniging van Artsen")),
        ("{Smith, Jones and {Sons}}", Name(literal="Smith, Jones and Sons")),
        ("{Smith}, {Jones}", Name("Smith", "Jones")),
        ("van Oosten", Name("Oosten", particle="van")),
        ("k. d. Lang", Name("Lang", "k. d.")),
        ("family=Doe, given={Jane A.}, prefix=van, suffix=Jr.", Name("Doe", "Jane A.", "van", "Jr.")),
        ("family={Van Oosten}, given=A, given-i=A, useprefix=true", Name("Van Oosten", "A")),
        ("given=Jane", Name("given=Jane")),
    ],
)
def test_the_parts_of_a_name(text: str, name: Name) -> None:
    assert read_name(text) == name


def people(text: str) -> tuple[list[str], bool]:
    """The names of a list as they are sorted, and whether it is cut."""
    names, cut = read_people(text)
    return list(map(str, names)), cut


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (r"Mari\~no, J. P.", "Mariño, J. P."),
        (r"Pe\~{n}a, A.", "Peña, A."),
        (r"\AA berg, B.", "Åberg, B."),
        (r"\v Zi\v zek, S.", "Žižek, S."),
        (r"Jos\'e Garc\'\i a", "García, José"),
        (r"Y\i ld\i z, \"Umit", "Yıldız, Ümit"),
        (r"M. {\'A}ngeles Serrano", "Serrano, M. Ángeles"),
        (r"Schmolze, J. G.\ ", "Schmolze, J. G."),
    ],
)
def test_letters_in_latex_do_not_part_a_name(text: str, name: str) -> None:
    assert people(f"Foo, A and {text} and Bar, B") == (["Foo, A", name, "Bar, B"], False)


@pytest.mark.parametrize(
    "end", [" and others", " and Others", " and et al.", " et al.", ", et al", " and {et al.}", " and et~al."]
)
def test_a_list_that_is_cut(end: str) -> None:
    assert people(f"Foo, A and Bar, B{end}") == (["Foo, A", "Bar, B"], True)


@pytest.mark.parametrize("text", ["Foo, A and", "and Foo, A", "Foo, A and and", " and  and Foo, A"])
def test_an_and_that_nobody_stands_beside(text: str) -> None:
    assert people(text) == (["Foo, A"], False)


def test_two_ands_part_two_names() -> None:
    assert people("Foo, A and and Bar, B") == (["Foo, A", "Bar, B"], False)


@pytest.mark.parametrize("name", ["Etalon, A", "Brothers, B", "Smothers", "Metal, C"])
def test_names_that_end_as_a_cut_list_does(name: str) -> None:
    assert people(name) == ([name], False)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read_people(text)


@pytest.mark.parametrize("piece", [" and", ",", " ", "{", "family=", "a=", "et al ", "\\'", "a~"])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert read_people(piece * 50_000) is not None


PIECES = st.sampled_from(["and", "And", "A", "{", "}", "{A and b}", ",", "sand", "b."])


@given(st.lists(PIECES), st.sampled_from(["", " "]))
def test_a_list_is_parted_as_by_the_library(pieces: list[str], between: str) -> None:
    text = " ".join(between.join(pieces).split()) or "A"
    assert parted(text) == split_multiple_persons_names(text)


@given(st.lists(st.sampled_from(["Jan", "van", "de", "Berg", "1", ",", "~", " ", "\t", "é", "É", "字", "-a", "{b}"])))
@example(["Jan", " ", "van", " ", "Berg", " ", "de"])
def test_a_name_has_the_parts_that_it_has_for_the_library(pieces: list[str]) -> None:
    text = "".join(pieces)
    theirs = parse_single_name_into_parts(text, strict=False)
    assert [*map(list, name_words(text))] == [theirs.first, theirs.von, theirs.last, theirs.jr]
