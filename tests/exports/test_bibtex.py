"""References -> BibTeX that reads back equal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.exports.bibtex import ESCAPES, as_latex, whole_name, write_bibtex
from graph.model import Place, Reference
from graph.reading.bibtex import parse_references
from graph.reading.latex import decode_latex
from graph.reading.library_formats import join_references
from graph.reading.names import read_name
from graph.references.names import Name

SAMPLE = (Path(__file__).parent.parent.parent / "data" / "references.bib").read_text(encoding="utf-8")
NOWHERE = Place("", 0)

HOSTILE = st.text(st.sampled_from("aB é{}\\\"'`$%&#_~^@,;=-–—<>?!()[]0\n\t") | st.characters(exclude_categories=["C"]))
WORDS = st.text(st.sampled_from("aBcé'-&%#_~^@=.{}\\$"), min_size=1, max_size=8)


def placeless(reference: Reference) -> Reference:
    """A reference without where it was read from."""
    noqa = tuple(each._replace(place=NOWHERE) for each in reference.noqa)
    return replace(reference, place=NOWHERE, places={}, noqa=noqa)


def again(references: dict[str, Reference]) -> list[Reference]:
    """References as they are read from what is written of them."""
    read, problems = parse_references(write_bibtex(references.values()))
    assert problems == []
    return [placeless(each) for each in read.values()]


def test_the_sample_reads_back_equal_and_in_order() -> None:
    read = parse_references(SAMPLE)[0]
    assert again(read) == [placeless(each) for each in read.values()]


@pytest.mark.parametrize(
    "entry",
    [
        "@Online{a-b:c/1, title = {T}}",
        "@article{a, author = {{World Health Organization} and de la Cruz, Jr, Ana and others}}",
        "@article{a, author = {S. {Della Pietra} and Plato and {Xu} {Min}}}",
        "@article{a, author = {W. M. {Coughran, Jr.} and K. {van Dijk}}}",
        "@article{a, author = {{Smith, Jones and Sons} and Gupta, R}}",
        "@article{a, author = {others}}",
        "@article{a, author = {\\& Co and \\&x, R}}",
        "@book{a, editor = {Ekbom, K}, author = {Gupta, R}}",
        "@online{a, organization = {{Smith \\& Sons}}}",
        "@article{a, noqa = {no-identifier: an old book; REF204: lost}, listed = {3}, group = {further-reading}}",
        "@article{a, design = {systematic-review; meta-analysis}, includes = {b; c}}",
        "@article{a, title = {$p < 0.05$ in $x_1$ \\& more}}",
        "@article{a, url = {https://a.org/a_b?c=%20#x~y{z}}}",
        "@article{a, doi = {10.1000/a\\_b}, empty = {}}",
    ],
)
def test_entries_read_back_equal(entry: str) -> None:
    read = parse_references(entry)[0]
    assert again(read) == [placeless(each) for each in read.values()]


@pytest.mark.parametrize("sign", [*ESCAPES, "--", "---", "``", "''", "?`", "a--b", "'''", "\\alpha{}", "@article{x,"])
def test_every_sign_reads_back(sign: str) -> None:
    assert decode_latex(as_latex(f"a {sign} b")) == f"a {sign} b"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of A & B", r"50\% of A \& B"),
        ("$x_1$ of {A}", r"\$x\_1\$ of \textbraceleft{}A\textbraceright{}"),
        ("costs $5", r"costs \$5"),
        ("Sjögren's", "Sjögren's"),
    ],
)
def test_values_are_written_as_plainly_as_may_be(text: str, written: str) -> None:
    assert as_latex(text) == written


def test_pages_are_written_with_two_hyphens() -> None:
    assert "{320--329}" in write_bibtex(parse_references("@article{a, pages = {320--329}}")[0].values())


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Berg", "Jan", "van der", "Jr"), "van der Berg, Jr, Jan"),
        (Name(literal="World Health Organization"), "{World Health Organization}"),
        (Name("Xu Min"), "Xu{ }Min"),
        (Name("de Souza", "Ana"), "de{ }Souza, Ana"),
    ],
)
def test_names(name: Name, written: str) -> None:
    assert (whole_name(name), read_name(written)) == (written, name)


@given(
    st.dictionaries(st.sampled_from(["title", "abstract", "container-title", "publisher", "volume", "page"]), HOSTILE)
)
@example({"title": "$a{b$"})
@example({"title": "{[}", "abstract": "$a$ ~ $"})
def test_any_text_reads_back_equal(variables: dict[str, str]) -> None:
    check({"type": "article-journal", **variables})


@given(st.sampled_from(["URL", "DOI", "PMID"]), HOSTILE)
def test_any_identifier_reads_back_equal(variable: str, text: str) -> None:
    check({variable: text})


PERSON = st.fixed_dictionaries({"family": WORDS}, optional={"given": WORDS, "suffix": WORDS})
BODY = st.fixed_dictionaries({"literal": st.lists(WORDS, min_size=1, max_size=4).map(" ".join)})


@given(st.lists(PERSON | BODY, min_size=1, max_size=3))
def test_any_names_read_back_equal(people: list[dict[str, str]]) -> None:
    check({"author": people})


def check(item: dict[str, object]) -> None:
    """A record of CSL JSON reads back equal once it is written as BibTeX."""
    read = join_references([(json.dumps([{"id": "a", **item}]), "a.json")]).references
    assert again(read) == [placeless(each) for each in read.values()]
