"""Rules about references: what an entry of the bibliography has wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.rules.naming import called
from graph.rules.tables import problems

SAFE_SCHEMES = ("http", "https", "doi", "mailto", "ftp")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):")  # one with a full stop in it is a host, as in example.org:80
GLUED = re.compile(
    r"[A-Z](?:(?<=[a-z0-9?!)][A-Z])|(?<=[a-z0-9)]\.[A-Z]))"
)  # the capital is looked for first, as few are
JOURNAL_WORD = re.compile(
    r"(?:Acta|Am|Ann|Annals|Annu|Arch|Archives|BMC|BMJ|Br|Clin|Cochrane|Dis|Disord|Eur|Frontiers|Int|J|Journal|Lancet|Med"
    r"|Medicine|Nat|Neurol|Proc|Proceedings|Rep|Reports|Res|Rev|Reviews|Scand|Sci|Transl|Transplant)\.?"
)
PAGE_RANGE = re.compile(
    r"(?P<prefix>[A-Za-z]{0,2})(?P<first>\d{1,9})\s*[-\u2010-\u2015]+\s*(?P<again>[A-Za-z]{0,2})(?P<last>\d{1,9})"
)
PAGES_BETWEEN = re.compile("[,;]")
NAME_WORD = re.compile(r"[A-Z][\w.&-]*|of|and|the|in|for|on|&")


@rule("REF206", "error", "references")
def malformed_doi(evidence: Evidence) -> Iterator[Noticed]:
    """A DOI is not written as one.

    Why:
        A link made from it leads nowhere. The field holds the bare DOI, 10.prefix/suffix (DOI Handbook, 2.2); most
        DOIs ever made also keep to the smaller set of characters that Crossref recommends.

    False alarms:
        Some old DOIs have unusual characters; they are only worth a look (info). So are short ones ("10/aabbe"): their
        links work, but lists of retractions and other libraries know the whole DOI.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {5664/jcsm.3170}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
    """
    for reference in evidence.references.values():
        doi = reference.facts.doi
        match doi.fault:
            case "malformed":
                message = f"{called(reference)}: {doi.written!r} is no DOI; write 10.prefix/suffix"
                yield Noticed(reference, message, "doi")
            case "wrapped":
                message = f"{called(reference)}: doi {doi.written!r} has more than the DOI; write {doi.bare!r}"
                yield Noticed(reference, message, "doi", "warning")
            case "shortened":
                message = f"{called(reference)}: {doi.written!r} is a short DOI, which lists lack; write it whole"
                yield Noticed(reference, message, "doi", "info")
            case "unusual":
                message = f"{called(reference)}: doi {doi.written!r} has unusual characters; check it"
                yield Noticed(reference, message, "doi", "info")


@rule("REF213", "error", "files")
def unparsed_entry(evidence: Evidence) -> Iterator[Noticed]:
    """Something in the bibliography cannot be read as it was meant.

    Why:
        A reference that is lost or cut makes a sourced claim look unsourced.

    False alarms:
        None is known; what BibTeX reads otherwise is told apart in the message.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep
        @article{clark2017, title = {Coffee and sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for problem in evidence.problems:
        if problem.rule == "unparsed-entry":
            yield Noticed(problem, problem.message, severity=None if problem.unread else "warning")


@rule("REF217", "info", "files")
def read_from_text(evidence: Evidence) -> Iterator[Noticed]:
    """A reference is read from a list in plain text.

    Why:
        A list for readers does not say which of its words are the title and which the journal. What is not certain
        stays in the reference's note.

    False alarms:
        None is known; a bibliography that somebody has checked ends it.

    Bad:
        --- library.txt
        1. Drake C. Caffeine effects on sleep. J Clin Sleep Med. 2013;9(11):1195-1200.

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, C}, journal = {J Clin Sleep Med}}
    """
    return problems(evidence, "read-from-text")


@rule("REF218", "info", "files")
def repeated_work(evidence: Evidence) -> Iterator[Noticed]:
    """A work stands in two files of the bibliography, and is read as one reference.

    Why:
        Claims may cite it by either key. It has the fields of the first file, and those that only the second has.

    False alarms:
        A chapter that has the DOI of its book. Within one file nothing is joined.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}

        --- library.ris
        TY  - JOUR
        TI  - Caffeine effects on sleep
        DO  - 10.5664/jcsm.3170
        ER  -

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}

        --- library.ris
        TY  - JOUR
        TI  - Coffee and sleep
        DO  - 10.1016/j.smrv.2016.01.006
        ER  -
    """
    return problems(evidence, "repeated-work")


@rule("REF212", "warning", "references")
def glued_import(evidence: Evidence) -> Iterator[Noticed]:
    """A title ends with the name of the journal, glued to its last word.

    Why:
        A list that was copied from a web page has lost what stood between them. Whoever looks the title up finds
        nothing, and the same reference elsewhere looks like another one.

    False alarms:
        A title that ends with a brand name whose end is also a journal of the bibliography.

    Bad:
        @article{trotti2019, title = {Iron for the treatment of sleeplessnessCochrane Database of Systematic Reviews}}

    Good:
        @article{trotti2019,
            title = {Iron for the treatment of sleeplessness},
            journal = {Cochrane Database of Systematic Reviews},
        }
        @article{lee2020, title = {How JavaScript took over the web}}
        @article{wu2008, title = {Decay of mRNA}, journal = {Cell}}
        @article{kim2009, title = {Decay of others}, journal = {RNA}}
    """
    journals = {reference.journal.casefold() for reference in evidence.references.values()} - {""}
    for reference in evidence.references.values():
        if name := glued_name(reference, journals):
            message = f"{called(reference)}: the title ends with {name!r}, glued on; move it to 'journal'"
            yield Noticed(reference, message, "title")


def glued_name(reference: Reference, journals: set[str]) -> str:
    """The end of a title that is the name of a journal, or without a journal looks like one; or an empty string."""
    for seam in GLUED.finditer(reference.title):
        tail = reference.title[seam.start() :]
        name = tail.rstrip(". ").casefold()
        if name in journals and reference.journal.casefold() in {"", name}:
            return tail
        if not reference.journal and reference.type in {"article", "misc"} and looks_glued(tail):
            return tail
    return ""


def looks_glued(tail: str) -> bool:
    """Whether what follows the last word of a title is names only, and one of them is usual in names of journals."""
    names = tail.split()
    return len(names) > 1 and all(map(NAME_WORD.fullmatch, names)) and any(map(JOURNAL_WORD.fullmatch, names))


@rule("REF215", "error", "references")
def unsafe_url(evidence: Evidence) -> Iterator[Noticed]:
    """An address is not one that a reader can follow safely.

    Why:
        A link that begins with `javascript:` or `data:` runs what it holds, one with `file:` leads into the reader's
        own computer, and characters that cannot be seen hide where a link leads. The page makes links of http and
        https only.

    False alarms:
        Addresses of other services, such as `gopher:`.

    Bad:
        @online{sleep, title = {Caffeine effects on sleep}, url = {javascript:alert(1)}}

    Good:
        @online{sleep, title = {Caffeine effects on sleep}, url = {https://example.org}}
    """
    for reference in evidence.references.values():
        url = reference.url.strip()
        scheme = SCHEME.match(url)
        if scheme and scheme.group(1).lower() not in SAFE_SCHEMES:
            message = f"{called(reference)}: an address must not begin with {scheme.group()!r}; write https://"
            yield Noticed(reference, message, "url")
        elif not "".join(url.split()).isprintable() or "\N{REPLACEMENT CHARACTER}" in url:
            message = f"{called(reference)}: the address has characters that cannot be seen; type it anew"
            yield Noticed(reference, message, "url")


@rule("REF221", "warning", "references")
def reversed_pages(evidence: Evidence) -> Iterator[Noticed]:
    """The last page of a reference comes before its first.

    Why:
        It is a slip of the pen, and who orders the article by its pages gets another. A last page may be shortened:
        320-9 and 320-29 are fine.

    False alarms:
        The number of an article followed by that of a page.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, pages = {1200--1195}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, pages = {1195--200}}
        @article{clark2017, title = {Coffee and sleep}, pages = {e9--e12}}
        @article{roth2011, title = {Prevalence of insomnia}, pages = {045003-1}}
    """
    for reference in evidence.references.values():
        for pages in PAGES_BETWEEN.split(reference.fields.get("pages", "")):
            if (match := PAGE_RANGE.fullmatch(pages.strip())) and is_reversed(match):
                message = f"{called(reference)}: pages {pages.strip()!r} end before they begin; check them"
                yield Noticed(reference, message, "pages")


def is_reversed(pages: re.Match[str]) -> bool:
    """Whether pages end before they begin; what the last one lacks in front, it has of the first."""
    first, last = pages["first"], pages["last"]
    if int(last) == 1 or pages["again"] not in {"", pages["prefix"]}:
        return False
    whole = last if pages["again"] else first[: max(0, len(first) - len(last))] + last
    return int(whole) < int(first)
