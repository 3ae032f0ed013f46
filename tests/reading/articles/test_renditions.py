"""One article in each format, written as pandoc writes it: the same claims, which rest on the same references."""

from __future__ import annotations

import pytest

from graph.model import Claim, File
from graph.reading import read_files
from tests.reading.articles.test_odt import content
from tests.reading.articles.word import archive, docx, paragraph, run

LIBRARY = """
@article{drake2013, author = {Drake, Ann and Roth, Tim and Wu, Li}, title = {Caffeine and sleep}, year = {2013}}
@book{smith2010, author = {Smith, Jane}, title = {Light, meals and nights}, year = {2010}}
"""

MARKDOWN = """\
---
title: Tea
---

# Causes

## Caffeine

It delays sleep [@drake2013, p. 3; @smith2010]. No, says one [but see @smith2010].
As @drake2013 [ch. 2] say, the dose (2.5 mg per kg) matters. Other things:

- noise [@smith2010]
- late meals
"""

LATEX = r"""
\documentclass{article}
\title{Tea}
\begin{document}
\maketitle
\section{Causes}\label{causes}
\subsection{Caffeine}\label{caffeine}

It delays sleep CITED. No, says one
\OPENcite[but see][]{smith2010}. As \SAYcite[ch.~2]{drake2013} say, the dose (2.5
mg per kg) matters. Other things:

\begin{itemize}
\tightlist
\item
  noise \OPENcite{smith2010}
\item
  late meals
\end{itemize}

LIST
\end{document}
"""
NATBIB = {
    "CITED": r"\citetext{\citealp[p.~3]{drake2013}; \citealp{smith2010}}",
    r"\OPENcite": r"\citep",
    r"\SAYcite": r"\citet",
    "LIST": r"\bibliography{refs.bib}",
}
BIBLATEX = {
    "CITED": r"\autocites[3]{drake2013}{smith2010}",
    r"\OPENcite": r"\autocite",
    r"\SAYcite": r"\textcite",
    "LIST": r"\printbibliography",
}

WORDS = (
    "It delays sleep (Drake et al. 2013, p. 3; Smith 2010). No, says one (but see Smith 2010). As Drake et al. (2013, "
    "ch. 2) say, the dose (2.5 mg per kg) matters. Other things:"
)
NOISE = "noise (Smith 2010)"
DRAKE_ENTRY = "Drake, Ann, Tim Roth, and Li Wu. 2013. Caffeine and Sleep. Journal of Sleep 9: 3."
SMITH_ENTRY = "Smith, Jane. 2010. Light, Meals and Nights. Night Press."

HTML = f"""<!DOCTYPE html>
<html><head><title>Tea</title></head><body>
<header id="title-block-header"><h1 class="title">Tea</h1></header>
<section id="causes" class="level1"><h1>Causes</h1><section id="caffeine" class="level2"><h2>Caffeine</h2>
<p>It delays sleep <span class="citation" data-cites="drake2013 smith2010">(Drake et al. 2013, 3; Smith 2010)</span>.
No, says one <span class="citation" data-cites="smith2010">(but see Smith 2010)</span>. As <span class="citation"
data-cites="drake2013">Drake et al. (2013, ch. 2)</span> say, the dose (2.5 mg per kg) matters. Other things:</p>
<ul><li>noise <span class="citation" data-cites="smith2010">(Smith 2010)</span></li><li>late meals</li></ul>
</section></section>
<section id="bibliography" class="level1"><h1>References</h1><div id="refs" class="references csl-bib-body" role="list">
<div id="ref-drake2013" class="csl-entry" role="listitem">{DRAKE_ENTRY}</div>
<div id="ref-smith2010" class="csl-entry" role="listitem">{SMITH_ENTRY}</div></div></section></body></html>
"""

JATS = f"""<?xml version="1.0"?>
<article><front><article-meta><title-group><article-title>Tea</article-title></title-group></article-meta></front>
<body><sec id="causes"><title>Causes</title><sec id="caffeine"><title>Caffeine</title>
<p>It delays sleep (<xref alt="x" rid="ref-drake2013" ref-type="bibr">Drake et al. 2013, p. 3</xref>;
<xref alt="x" rid="ref-smith2010" ref-type="bibr">Smith 2010</xref>). No, says one (but see <xref alt="x"
rid="ref-smith2010" ref-type="bibr">Smith 2010</xref>). As Drake et al. (<xref alt="x" rid="ref-drake2013"
ref-type="bibr">2013, ch. 2</xref>) say, the dose (2.5 mg per kg) matters. Other things:</p>
<list list-type="bullet"><list-item><p>noise (<xref alt="x" rid="ref-smith2010" ref-type="bibr">Smith 2010</xref>)</p>
</list-item><list-item><p>late meals</p></list-item></list></sec></sec></body>
<back><ref-list><ref id="ref-drake2013"><mixed-citation>{DRAKE_ENTRY}</mixed-citation></ref>
<ref id="ref-smith2010"><mixed-citation>{SMITH_ENTRY}</mixed-citation></ref></ref-list></back></article>
"""

STYLED = [
    ("Title", "Tea"),
    ("Author", "A. Writer"),
    ("Heading1", "Causes"),
    ("Heading2", "Caffeine"),
    ("FirstParagraph", WORDS),
    ("ListBullet", NOISE),
    ("ListBullet", "late meals"),
    ("Heading1", "References"),
    ("Bibliography", DRAKE_ENTRY),
    ("Bibliography", SMITH_ENTRY),
]
WORD = docx("".join(paragraph(run(text), style=style) for style, text in STYLED))
ODT_PARTS = {
    "Heading1": '<text:h text:outline-level="1">{}</text:h>',
    "Heading2": '<text:h text:outline-level="2">{}</text:h>',
    "ListBullet": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
}
ODT = archive(
    {
        "content.xml": content(
            "".join(
                ODT_PARTS.get(style, f'<text:p text:style-name="{style}">{{}}</text:p>').format(text)
                for style, text in STYLED
            )
        )
    }
)


def latex(commands: dict[str, str]) -> bytes:
    """The article in LaTeX with these commands."""
    text = LATEX
    for name, command in commands.items():
        text = text.replace(name, command)
    return text.encode()


RENDITIONS = {
    "paper.md": MARKDOWN.encode(),
    "natbib.tex": latex(NATBIB),
    "biblatex.tex": latex(BIBLATEX),
    "paper.html": HTML.encode(),
    "paper.nxml": JATS.encode(),
    "paper.docx": WORD,
    "paper.odt": ODT,
}


def claims_of(name: str) -> list[Claim]:
    """The claims of a rendition."""
    files = [File("refs.bib", LIBRARY.encode(), "references"), File(name, RENDITIONS[name], "claims")]
    return [*read_files(files).claims.values()]


@pytest.mark.parametrize("name", RENDITIONS)
def test_the_sentences_are_the_same_but_for_a_year_that_is_a_link(name: str) -> None:
    assert [(each.cause, each.text.replace(" 2013 say", " say")) for each in claims_of(name)] == [
        ("Causes > Caffeine", "It delays sleep."),
        ("Causes > Caffeine", "No, says one."),
        ("Causes > Caffeine", "As Drake et al. say, the dose (2.5 mg per kg) matters."),
        ("Causes > Caffeine", "Other things: noise"),
        ("Causes > Caffeine", "Other things: late meals"),
    ]


def test_a_number_is_that_of_the_article_s_own_list() -> None:
    sentence = paragraph(run("Meals delay sleep [1]."))
    entries = "".join(paragraph(run(text), style="Bibliography") for text in (f"1. {SMITH_ENTRY}", f"2. {DRAKE_ENTRY}"))
    files = [File("refs.bib", LIBRARY.encode(), "references"), File("a.docx", docx(sentence + entries), "claims")]
    assert [each.reference for each in read_files(files).citations()] == ["smith2010"]


@pytest.mark.parametrize("name", RENDITIONS)
def test_they_rest_on_the_same_references(name: str) -> None:
    found = [[(each.reference, each.stance) for each in claim.citations] for claim in claims_of(name)]
    assert found == [
        [("drake2013", "supports"), ("smith2010", "supports")],
        [("smith2010", "disputes")],
        [("drake2013", "supports")],
        [("smith2010", "supports")],
        [],
    ]


@pytest.mark.parametrize("name", RENDITIONS)
def test_the_places_in_them_are_kept(name: str) -> None:
    found = [each.locator.removeprefix("p. ") for claim in claims_of(name) for each in claim.citations if each.locator]
    assert found == ["3", "ch. 2"]


@pytest.mark.parametrize("name", RENDITIONS)
def test_the_list_at_the_end_is_the_bibliography(name: str) -> None:
    files = [File("refs.bib", LIBRARY.encode(), "references"), File(name, RENDITIONS[name], "claims")]
    assert read_files(files).references.keys() == {"drake2013", "smith2010"}
