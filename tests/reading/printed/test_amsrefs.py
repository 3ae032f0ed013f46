"""Entries of the package amsrefs -> references."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.library_formats import join_references

ARTICLE = r"""
\bib{lee}{article}{
    author={Lee, Ann},
    author={van der Berg, C.}
    title={Iron in $\mathbf{Z}_4$},
    journal={J. Sleep}, volume={25}, number={2}, pages={1--9}, date={2012},
    eprint={arXiv:1605.01506}, review={\MR{1455373 (98e:20059)}},
}
"""
TALK = r"\bib*{kim}{article}{author={Kim, B.}, title={Iron}, conference={title={Sleep}, date={2013}}, place={Oslo}}"


def printed(entry: str) -> Reference:
    library = join_references([(f"\\begin{{biblist}}\n{entry}\n\\end{{biblist}}\n", "a.bbl")])
    assert library.problems == []
    (reference,) = library.references.values()
    return reference


@pytest.mark.parametrize(
    ("entry", "name", "text"),
    [
        (ARTICLE, "author", "Lee, Ann and van der Berg, C."),
        (ARTICLE, "journal", "J. Sleep"),
        (ARTICLE, "pages", "1\N{EN DASH}9"),
        (ARTICLE, "eprint", "1605.01506"),
        (ARTICLE, "mrnumber", "1455373"),
        (ARTICLE, "date", "2012"),
        (TALK, "title", "Iron"),
        (TALK, "booktitle", "Sleep"),
        (TALK, "address", "Oslo"),
    ],
)
def test_a_field_is_that_of_bibtex(entry: str, name: str, text: str) -> None:
    assert printed(entry).fields[name] == text


@pytest.mark.parametrize(("entry", "type_"), [(ARTICLE, "article"), (TALK, "inproceedings")])
def test_its_type_is_known(entry: str, type_: str) -> None:
    assert printed(entry).type == type_
