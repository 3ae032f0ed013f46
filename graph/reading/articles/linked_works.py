"""Links to works as citations: "A [trial](https://doi.org/10.1/x) found", in an article that cites in no other way.

What is on the web is often written so: no list, no markers, and each source is a link in its sentence. A link to a DOI,
to PubMed, to PubMed Central or to arXiv is taken for one; any other may lead anywhere, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote

from graph.model import Place, Problem, Reference
from graph.reading.articles import ArticleText, Cited, Marker, Passage, Run, joined_words
from graph.reading.articles.drafting import NO_PROSE
from graph.reading.joined_library import reference_from
from graph.references.dois import read_doi
from graph.references.identifiers import identifiers
from graph.wording import count

PMC_ARTICLE = re.compile(
    r"https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles?/(?:PMC/)?"
    r"(?P<number>PMC\d{1,9})",
    re.IGNORECASE,
)
IN_ADDRESS = re.compile(
    r"[/=](?P<doi>10\.\d{4,9}/[^\s?#&]{1,200}?)(?:/(?:full|abstract|e?pdf|html|meta|summary)|\.pdf)?/?(?=[?#&]|\Z)",
    re.IGNORECASE,
)
"""The DOI in the address of a publisher's page, without what it shows of the work: ".../doi/full/10.1/x?a=b"."""

NO_KEY = re.compile(r"[^\w.-]+")
"""What would be no part of a key: "doi:10.1000/x(1)" is "doi-10.1000-x-1-"."""

PMC_ADDRESS = "https://pmc.ncbi.nlm.nih.gov/articles/{}/"


class Work(NamedTuple):
    """A work that a link leads to: what it is known by (`identifiers`, or an address), and the fields that say so."""

    name: str
    fields: dict[str, str]


def with_links_cited(article: ArticleText) -> ArticleText:
    """The article with its links to works as markers, and with these works, if it cites in no other way."""
    if article.listed or article.references or article.bibliographies or next(article.markers, None):
        return article
    found: dict[str, Reference] = {}
    passages = tuple(
        passage
        if passage.kind in NO_PROSE
        else replace(passage, runs=tuple(with_markers_behind_links(passage, article.file, found)))
        for passage in article.passages
    )
    if not found:
        return article
    first = next(iter(found.values())).place
    message = f"{count(len(found), 'reference')} known by nothing but a link in the text: look up what each of them is"
    problem = Problem(rule="read-from-text", place=first, message=message)
    references, problems = tuple(found.values()), (*article.problems, problem)
    return replace(article, passages=passages, references=references, problems=problems)


def with_markers_behind_links(passage: Passage, file: str, found: dict[str, Reference]) -> Iterator[Run | Marker]:
    """The words of a passage, with a marker behind each link to a work; a work that is new is put into `found`."""
    for address, group in groupby(passage.runs, lambda run: run.address if isinstance(run, Run) else ""):
        runs = [*group]
        yield from runs
        if work := work_at(address):
            place = Place(passage.file or file, runs[0].line)
            found.setdefault(work.name, reference_of(work, joined_words("".join(run.text for run in runs)), place))
            yield Marker((Cited(work.name),), "", runs[0].line, runs[0].column)


def work_at(address: str) -> Work | None:
    """The work that an address leads to; none where it may lead to anything."""
    if not address.startswith(("http://", "https://")):
        return None
    if match := PMC_ARTICLE.match(address):
        number = match["number"].upper()
        return Work(f"url:{PMC_ADDRESS.format(number)}", {"pmcid": number, "url": PMC_ADDRESS.format(number)})
    inside = IN_ADDRESS.search(unquote(address))
    known = {"doi": inside["doi"]} if inside else {"url": address}
    name = next(identifiers(reference_from("", "misc", Place("", 1), known, {}, ((), False))), "")
    kind, _, number = name.partition(":")
    match kind:
        case "doi":
            return Work(name, {"doi": read_doi(number).bare})
        case "pmid":
            return Work(name, {"pmid": number})
        case "arxiv":
            return Work(name, {"eprint": number, "eprinttype": "arxiv"})
    return None


def reference_of(work: Work, words: str, place: Place) -> Reference:
    """A reference of which nothing is known but the words of a link and where it leads; its key says where."""
    kind = "article" if "pmcid" in work.fields else "misc"
    number = next(iter(work.fields.values()))
    key = number if "pmcid" in work.fields else NO_KEY.sub("-", work.name)
    fields = {**work.fields, "note": words or number}
    return reference_from(key, kind, place, fields, dict.fromkeys(fields, place), ((), False))
