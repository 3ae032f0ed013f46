"""Rules about references: what an entry of the bibliography lacks, or has wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.reading.article_formats import LATEX_SUFFIXES, PRINTED_SUFFIX
from graph.references.identifiers import arxiv_numbers
from graph.rules.naming import called
from graph.rules.sources import dated, less_for_recommended
from graph.rules.tables import problems
from graph.wording import count

GIVEN_LATER = frozenset({"article", "conference", "inproceedings"})
"""The types of what publishers have given DOIs to, however old it is."""

FIRST_ISBN = 1970
"""The year in which books were first given ISBNs (ISO 2108)."""

LEGAL = frozenset({"jurisdiction", "legal", "legislation"})
"""The types of laws, judgments and treaties, which nobody signs and no publisher numbers."""

PUBLISHED_ONLY = frozenset({"online", "standard"})
"""The types of what its publisher answers for."""

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn", "eprint", "url")
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
OF_A_LINK = frozenset({"doi", "pmid", "pmcid", "eprint", "eprinttype", "url", "note"})
"""The fields of a work that is known by nothing but a link to it."""

WHERE_IT_IS = frozenset({"journal", "booktitle", "eprint", "school"})
"""What an entry has whose style prints no titles."""

NAME_WORD = re.compile(r"[A-Z][\w.&-]*|of|and|the|in|for|on|&")


@rule("REF202", "error", "references")
def missing_title(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A reference has no title.

    Why:
        Nobody can tell what it is about, so it cannot carry a claim.

    False alarms:
        None is known. What has only pages of the volume that it refers to (`crossref`) has the title of that. Of a line
        of text that was read in part only an info says so: the title may stand there. A list that LaTeX prints is one
        info, however many of its entries are a journal or a book without a title: chemists, physicists and astronomers
        print none.

    Bad:
        @article{drake2013, journal = {J Clin Sleep Med}, year = {2013}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {J Clin Sleep Med}, year = {2013}}
    """
    for reference in evidence.references.values():
        volume = evidence.references.get(reference.fields.get("crossref", ""))
        if not reference.title and not (volume and volume.title):
            if not is_printed_without(reference):
                yield missing("title", reference, evidence, once)
            elif reference is (found := once(printed_without_titles)[reference.place.file])[0]:
                others = f" and {count(len(found) - 1, 'other')}" if len(found) > 1 else ""
                message = f"printed without a title, as some styles do: {called(reference)}{others}; look them up"
                yield Noticed(reference, message, severity="info")


@rule("REF203", "warning", "references")
def missing_author(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A reference has no author, editor or organisation.

    The publisher of a page on the web or a standard answers for it, and nobody has to for a law or a judgment.

    Why:
        Nobody answers for it, and it is hard to find. Of a page on the web that has a title and an address it is only
        worth knowing (info), as is of further reading that no claim cites: many such pages name nobody.

    False alarms:
        Anonymous works; suppress with that as the reason. A product whose `publisher` is its author.

    Bad:
        @article{sleep2013, title = {Caffeine effects on sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Christopher}}
        @online{who2020, title = {Healthy diet}, organization = {World Health Organization}}
        @online{bbc2009, title = {Coffee and sleep}, publisher = {BBC}}
    """
    for reference in evidence.references.values():
        is_answered = reference.facts.names or reference.et_al or is_only_linked(reference, once)
        is_published = reference.type in PUBLISHED_ONLY and reference.fields.get("publisher")
        if not (is_answered or is_published or reference.type in LEGAL):
            noticed = missing("author, editor or organisation", reference, evidence, once)
            is_page = reference.type == "online" and reference.title and reference.url
            yield noticed._replace(severity="info") if is_page else noticed


@rule("REF204", "warning", "references")
def missing_year(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A reference has no year.

    Why:
        Nobody can tell whether it is still true. Of further reading that no claim cites it is only worth knowing
        (info), and where a page on the web lacks a date of access, too, `web-source-undated` says both.

    False alarms:
        Works that are forthcoming and do not say so (`pubstate = {inpress}`). What is kept up to date needs a date of
        access instead.

    Bad:
        @online{who, title = {Healthy diet}, organization = {World Health Organization}}

    Good:
        @online{who, title = {Healthy diet}, organization = {World Health Organization}, date = {2020-04-29}}
    """
    for reference in evidence.references.values():
        is_forthcoming = "pubstate" in reference.fields
        if not (reference.year or dated(reference) or is_forthcoming or is_only_linked(reference, once)):
            yield missing("year", reference, evidence, once)


def missing(what: str, reference: Reference, evidence: Evidence, once: Once) -> Noticed:
    """What is said of a reference that lacks something; of a line of text read in part, that may be what it lacks."""
    if is_only_linked(reference, once):
        message = f"nothing is known of {called(reference)} but where it leads; look it up, and give its fields"
        return Noticed(reference, message, severity="info")
    if reference.fields.get("note") and reference.place.file in once(files_of_text):
        message = f"no {what} could be told in the line that {called(reference)} is; give its fields, or see the line"
        return Noticed(reference, message, severity="info")
    message = f"{called(reference)} has no {what}{cure(reference, evidence)}"
    return Noticed(reference, message, severity=less_for_recommended(reference, once))


def printed_without_titles(evidence: Evidence) -> dict[str, list[Reference]]:
    """The references that are printed without a title, by the list that they are in."""
    found: dict[str, list[Reference]] = {}
    for reference in filter(is_printed_without, evidence.references.values()):
        found.setdefault(reference.place.file, []).append(reference)
    return found


def is_printed_without(reference: Reference) -> bool:
    """Whether a list that LaTeX prints says of a reference where it is, and not what it is called."""
    is_printed = reference.place.file.lower().endswith((PRINTED_SUFFIX, *LATEX_SUFFIXES))
    return is_printed and not reference.title and not WHERE_IT_IS.isdisjoint(reference.fields)


def is_only_linked(reference: Reference, once: Once) -> bool:
    """Whether nothing is known of a reference but where a link in the text leads: that it lacks a title says it all."""
    return reference.fields.keys() <= OF_A_LINK and reference.place.file in once(files_of_text)


def files_of_text(evidence: Evidence) -> frozenset[str]:
    """The files whose references may be lines of text, of which what was not understood stands in the note."""
    listed = (problem.place.file for problem in evidence.problems if problem.rule == "read-from-text")
    return frozenset({*listed, *evidence.named("article")})


def cure(reference: Reference, evidence: Evidence) -> str:
    """Where what is missing can be looked up: in an entry that is not there, either, or by an identifier."""
    lost = reference.fields.get("crossref", "")
    if lost and lost not in evidence.references:
        return f"; it leaves that to {lost!r}, which is not in the bibliography: add it"
    stated = {**reference.fields, "doi": reference.facts.doi.bare}
    found = next((f"{name.upper()} {stated[name]}" for name in IDENTIFIERS if stated.get(name)), "")
    return f"; look it up by its {found}" if found else "; add it"


@rule("REF205", "warning", "references")
def no_identifier(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A reference has no identifier: no DOI, PMID, PMCID, ISBN, e-print or URL.

    Why:
        A reader has to search for it, and no program can check whether it was retracted. A number of arXiv counts
        wherever it stands (`journal = {arXiv preprint arXiv:1701.02434}`).

    False alarms:
        Works that have none: grey literature, and papers of conferences that give none. Of books, reports and theses
        from before 1970, when the ISBN came, of laws and of standards with a number nothing is said. Of a line of text
        in which nobody could be told, such as a remark in a note, and of further reading that no claim cites it is only
        worth knowing (info).

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @book{snel2011, title = {Coffee, tea and sleep}, isbn = {978-0-123456-47-2}}
    """
    for reference in evidence.references.values():
        old = reference.type not in GIVEN_LATER and 0 < (reference.facts.year.first or 0) < FIRST_ISBN
        is_numbered = reference.type in LEGAL or (reference.type == "standard" and reference.fields.get("number"))
        if (
            not (old or is_numbered)
            and not any(map(reference.fields.get, IDENTIFIERS))
            and not any(arxiv_numbers(reference))
        ):
            is_line = reference.type == "misc" and not reference.facts.names
            is_line = is_line and reference.place.file in once(files_of_text)
            message = f"{called(reference)} has no DOI, PMID, ISBN or URL; add one"
            yield Noticed(reference, message, severity="info" if is_line else less_for_recommended(reference, once))


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
