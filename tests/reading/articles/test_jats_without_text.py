"""JATS that has nothing of which a claim is made: a notice of another article, or what is known about a scanned one."""

from __future__ import annotations

import pytest

from graph.model import Evidence, File
from graph.reading import read_files
from graph.reading.contents import no_claims

REFS = '<back><ref-list><ref id="B1"><mixed-citation>Doe 2013</mixed-citation></ref></ref-list></back>'
SENTENCES = '<body><p>The editors retract this article [<xref rid="B1">1</xref>]. Its images were copied.</p></body>'


def read(kind: str, body: str) -> Evidence:
    text = f'<article article-type="{kind}"><front/>{body}{REFS}</article>'
    return read_files([File("a.nxml", text.encode(), "claims")])


@pytest.mark.parametrize("kind", ["correction", "retraction", "expression-of-concern"])
def test_a_notice_makes_no_claim_and_uses_its_list(kind: str) -> None:
    evidence = read(kind, SENTENCES)
    assert evidence.claims == {}
    assert evidence.cited_apart == {"B1"}


def test_what_a_notice_is_is_told() -> None:
    assert "a notice of what became of another article (article-type 'retraction')" in no_claims(
        read("retraction", SENTENCES)
    )


def test_a_caption_in_a_notice_is_the_notice_s() -> None:
    figure = "<body><fig><caption><p>Doe wrote so [<xref rid='B1'>1</xref>].</p></caption></fig></body>"
    (cited, _) = sorted(each.message for each in read("correction", figure).problems)
    assert cited.startswith("'[1]' stands in notices of another article")


def test_an_article_whose_text_is_a_scan_says_so() -> None:
    assert "no text of the article, only what is known about it" in no_claims(read("research-article", ""))


def test_an_article_that_has_text_says_nothing_of_it() -> None:
    assert read("research-article", SENTENCES).problems == ()
