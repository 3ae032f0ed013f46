"""Links as citations: "A [trial](https://doi.org/10.1/x) found", as is usual on the web.

A link to what the list of references or the bibliography has is a citation of it. In an article that cites in no other
way a link to a DOI, to PubMed, to PubMed Central or to arXiv is one, too, of a work that is in no list; any other may
lead anywhere, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise
from typing import NamedTuple
from urllib.parse import unquote

from graph.model import Place, Problem, Reference
from graph.reading.articles import NO_PROSE, ArticleText, Cited, Marker, Run, joined_words
from graph.reading.articles.spelled_links import SPELLED, with_spelled_links
from graph.reading.joined_library import reference_from
from graph.references.dois import read_doi
from graph.references.identifiers import PMC_ARTICLE, identifiers, is_web_address
from graph.wording import count

IN_ADDRESS = re.compile(
    r"[/=](?P<doi>10\.\d{4,9}/[^\s?#&]{1,200}?)(?:/(?:full|abstract|e?pdf|html|meta|summary)|\.pdf)?/?(?=[?#&]|\Z)",
    re.IGNORECASE,
)
"""The DOI in the address of a publisher's page, without what it shows of the work: ".../doi/full/10.1/x?a=b"."""

NO_KEY = re.compile(r"[^\w.-]+")
"""What would be no part of a key: "doi:10.1000/x(1)" is "doi-10.1000-x-1-"."""

PMC_ADDRESS = "https://pmc.ncbi.nlm.nih.gov/articles/{}/"

NOT_OF_THE_PAGE = re.compile(r"\Ahttps?://(?:www\.)?|[?&]utm_[^&#]*|#.*\Z|/\Z", re.IGNORECASE | re.DOTALL)
"""What two addresses of one page may differ in."""

CLOSED_BY = {"(": ")", "[": "]", "<": ">"}
JOINING_LINKS = re.compile(r"[\s,;]*(?:and|&)?\s*")
TELLING_FIGURE = re.compile(r"\d[.,]\d|[%=<>]")
"""What makes words in brackets more than the name of a source."""

Follow = Callable[[str, Sequence[Run]], str]
"""Where a link leads, given its address and its words: the key of a reference, or an empty string."""


class Work(NamedTuple):
    """A work that a link leads to: what it is known by (`identifiers`, or an address), and the fields that say so."""

    name: str
    fields: dict[str, str]


def with_linked_works(article: ArticleText) -> ArticleText:
    """The article with links to works that it does not list as markers, and these works, if it cites by links alone."""
    if article.references or article.bibliographies or next(article.markers, None):
        return article
    article = with_spelled_links(article)
    linked = {run.address: work_at(run.address) for run in runs_of_links(article) if is_web_address(run.address)}
    listed = " ".join(each.text for each in article.listed).casefold()
    unlisted = [
        to for to, work in linked.items() if (number_of(work) if work else page_at(to)).casefold() not in listed
    ]
    if article.listed and len(unlisted) == len(linked):  # links are not how it cites
        return article
    works = {to: work for to in unlisted if (work := linked[to])}
    pages = [to for to in unlisted if not linked[to]]
    article = article if article.listed else told_of_pages(article, pages)
    return with_works_cited(article, works) if works else article


def told_of_pages(article: ArticleText, addresses: Collection[str]) -> ArticleText:
    """The article with a problem that says why links to these pages are no citations, and how they become some."""
    if not addresses:
        return article
    first = next(run for run in runs_of_links(article) if run.address in addresses)
    message = (
        f"links to {count(len(addresses), 'page')} on the web, which may be anything, are no citations; list what is a"
        " source under the heading 'References'"
    )
    place = Place(article.file, first.line, offset=first.column if article.by_line else 0)
    problem = Problem(rule="unread-citation", place=place, message=message, severity="info")
    return replace(article, problems=(*article.problems, problem))


def with_works_cited(article: ArticleText, works: Mapping[str, Work]) -> ArticleText:
    """The article with links to these works, by their addresses, as markers, and with the works."""
    found: dict[str, Reference] = {}

    def follow(address: str, runs: Sequence[Run]) -> str:
        if not (work := works.get(address)):
            return ""
        place = Place(article.file, runs[0].line)
        found.setdefault(work.name, reference_of(work, joined_words("".join(run.text for run in runs)), place))
        return work.name

    article = with_markers_behind_links(article, follow)
    first = next(iter(found.values())).place
    message = f"{count(len(found), 'reference')} known by nothing but a link in the text: look up what each of them is"
    problem = Problem(rule="read-from-text", place=first, message=message)
    return replace(article, references=tuple(found.values()), problems=(*article.problems, problem))


def with_links_cited(article: ArticleText, references: Mapping[str, Reference]) -> ArticleText:
    """The article with a marker behind each link to what one of the references is known by, or has as its address."""
    article = with_spelled_links(article)
    if not any(runs_of_links(article)):
        return article
    known = {name: key for key, each in references.items() for name in names_of(each)}
    return with_markers_behind_links(article, lambda address, _: known.get(name_at(address), ""))


def runs_of_links(article: ArticleText) -> Iterator[Run]:
    """The words of links in prose."""
    for passage in article.passages:
        if passage.kind not in NO_PROSE:
            yield from (run for run in passage.runs if isinstance(run, Run) and run.address)


def with_markers_behind_links(article: ArticleText, follow: Follow) -> ArticleText:
    """The article with a marker behind each link in prose that leads to a reference, and has none behind it yet."""
    passages = (
        passage if passage.kind in NO_PROSE else replace(passage, runs=tuple(marked_runs(passage.runs, follow)))
        for passage in article.passages
    )
    return replace(article, passages=tuple(passages))


def marked_runs(runs: Sequence[Run | Marker], follow: Follow) -> Iterator[Run | Marker]:
    """The words and markers of a passage, with new markers."""
    groups = [(address, [*group]) for address, group in groupby(runs, address_of)]
    for (address, words), (_, behind) in pairwise([*groups, ("", [])]):
        yield from words
        is_marked = behind and isinstance(behind[0], Marker)
        if address and not is_marked and (key := follow(address, [run for run in words if isinstance(run, Run)])):
            yield Marker((Cited(key),), "", words[0].line, words[0].column)


def with_bracketed_links(article: ArticleText) -> ArticleText:
    """The article with brackets around nothing but links that cite as markers: "(NIH)", "(PMID: 1; PMID: 2)"."""
    passages = (
        replace(each, runs=tuple(without_brackets(each.runs))) if Marker in map(type, each.runs) else each
        for each in article.passages
    )
    return replace(article, passages=tuple(passages))


def without_brackets(runs: Sequence[Run | Marker]) -> Iterator[Run | Marker]:
    """The runs of a passage, those from an opening bracket to the one that closes it as one marker."""
    at, run = 0, runs[0]
    while at < len(runs):
        end = end_of_bracket(run, runs, at + 1)
        last = runs[end] if end else run
        if isinstance(run, Run) and isinstance(last, Run) and end:
            inside = runs[at + 1 : end]
            cited = tuple(chain.from_iterable(each.cited for each in inside if isinstance(each, Marker)))
            written = f"{run.text[-1]}{''.join(each.text for each in inside)}{last.text[0]}"
            yield replace(run, text=run.text[:-1])
            yield Marker(cited, written, inside[0].line, max(1, inside[0].column - 1))
            at, run = end, replace(last, text=last.text[1:], column=last.column + 1)
        else:
            yield run
            at += 1
            run = runs[at] if at < len(runs) else run


def end_of_bracket(run: Run | Marker, runs: Sequence[Run | Marker], begin: int) -> int:
    """Where the words stand that begin with the bracket that closes the one at the end of these; 0 for nowhere.

    From `begin` up to there stand links that cite, and what joins them, and nothing else.
    """
    closing = CLOSED_BY.get(run.text[-1:], "") if not address_of(run) and isinstance(run, Run) else ""
    for at in range(begin, len(runs) if closing else begin):
        each = runs[at]
        if isinstance(each, Marker):
            if not is_silent(each):
                return 0
        elif each.address:
            is_cited = at + 1 < len(runs) and (is_silent(runs[at + 1]) or address_of(runs[at + 1]) == each.address)
            if not is_cited or (TELLING_FIGURE.search(each.text) and not SPELLED.fullmatch(each.text)):
                return 0
        elif not JOINING_LINKS.fullmatch(each.text):
            return at if each.text.startswith(closing) and is_silent(runs[at - 1]) else 0
    return 0


def is_silent(run: Run | Marker) -> bool:
    """Whether it is a marker behind the words of a link, which has none of its own."""
    return isinstance(run, Marker) and not run.text


def address_of(run: Run | Marker) -> str:
    """Where words lead; an empty string for those that are no link, and for markers."""
    return run.address if isinstance(run, Run) else ""


def names_of(reference: Reference) -> Iterator[str]:
    """What a link leads to that leads to a reference: its identifiers, and its address."""
    yield from identifiers(reference)
    if number := reference.fields.get("pmcid"):
        yield f"url:{PMC_ADDRESS.format(number.upper())}"
    if reference.url:
        yield name_at(reference.url)


def name_at(address: str) -> str:
    """What an address leads to, the same for all that lead there: an identifier, or the page without how to get it."""
    work = work_at(address)
    return work.name if work else f"page:{page_at(address).casefold()}"


def page_at(address: str) -> str:
    """The page that an address leads to: the address without how to get there, and where on the page."""
    return NOT_OF_THE_PAGE.sub("", NOT_OF_THE_PAGE.sub("", address))


def number_of(work: Work) -> str:
    """The identifier of a work as a list has it: a DOI, a number of PubMed, PubMed Central or arXiv."""
    return next(iter(work.fields.values()))


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
    number = number_of(work)
    key = number if "pmcid" in work.fields else NO_KEY.sub("-", work.name)
    fields = {**work.fields, "note": words or number}
    return reference_from(key, kind, place, fields, dict.fromkeys(fields, place), ((), False))
