"""What is spelled out in a sentence as a link is: "(PMID: 456)", "doi:10.1/x", "https://...", where nothing is linked.

The words of an identifier or an address become words of a link to where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.reading.articles import NO_PROSE, ArticleText, Passage, Run
from graph.references.identifiers import NO_ADDRESS

PERHAPS_SPELLED = re.compile(r"://|10\.\d{4}|PMID|PMC\d|arXiv:", re.IGNORECASE)
"""What every one of them has in it, which is found many times faster."""

SPELLED = re.compile(
    rf"(?P<address>https?://[^{NO_ADDRESS}']++)|(?:\bdoi:?\s?)?\b(?P<doi>10\.\d{{4,9}}/[^{NO_ADDRESS}']++)"
    r"|\bPMID:?\s?(?P<pmid>\d{1,8})\b|\b(?:PMCID:?\s?)?(?P<pmc>PMC\d{4,9})\b|\barXiv:\s?(?P<arxiv>\d{4}\.\d{4,5})\b",
    re.IGNORECASE,
)
LEADS_TO = {
    "address": "{}",
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmc": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "arxiv": "https://arxiv.org/abs/{}",
}

BEHIND = ".,;:!?*_\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
"""What stands behind an address and is none of it; so do brackets that were opened before it."""


def with_spelled_links(article: ArticleText) -> ArticleText:
    """The article with identifiers and addresses in its prose as words of links to where they lead."""
    passages = tuple(map(with_spelled, article.passages))
    return replace(article, passages=passages) if passages != article.passages else article


def with_spelled(passage: Passage) -> Passage:
    """The same of a passage; what is nothing but an address stays as it is."""
    if passage.kind in NO_PROSE or not any(isinstance(run, Run) and is_spelled(run) for run in passage.runs):
        return passage
    runs = [
        part for run in passage.runs for part in (parted(run) if isinstance(run, Run) and is_spelled(run) else [run])
    ]
    has_words = any(not isinstance(run, Run) or (not run.address and re.search(r"\w{2}", run.text)) for run in runs)
    return replace(passage, runs=tuple(runs)) if has_words else passage


def is_spelled(run: Run) -> bool:
    """Whether words that are no link yet may have one in them."""
    return not run.address and PERHAPS_SPELLED.search(run.text) is not None


def parted(run: Run) -> Iterator[Run]:
    """Words, and those of links among them, each in its place."""
    line, column = run.line, run.column
    for words, address in words_and_links(run.text):
        if words:
            yield Run(words, line, column, address)
        breaks = words.count("\n")
        line += breaks
        column = len(words) - words.rfind("\n") if breaks else column + len(words)


def words_and_links(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text, each with where it leads, which may be nowhere."""
    done = 0
    for match in SPELLED.finditer(text):
        name = str(match.lastgroup)
        written = without_end(match[name])
        end = match.start(name) + len(written)
        yield text[done : match.start()], ""
        yield text[match.start() : end], LEADS_TO[name].format(written)
        done = end
    yield text[done:], ""


def without_end(written: str) -> str:
    """An address without what is the sentence's: "10.1/a(1)" has its bracket, "10.1/a)" has none."""
    unopened = {shut: written.count(shut) - written.count(opening) for opening, shut in ("()", "[]")}
    end = len(written)
    while end and ((last := written[end - 1]) in BEHIND or unopened.get(last, 0) > 0):
        unopened[last] = unopened.get(last, 0) - 1
        end -= 1
    return written[:end]
