"""Rules about what a reference lacks: title, people, year, identifier."""

from __future__ import annotations

from collections.abc import Iterator

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Reference
from graph.reading.article_formats import LATEX_SUFFIXES, PRINTED_SUFFIX
from graph.references.identifiers import arxiv_numbers
from graph.rules.naming import called
from graph.rules.sources import dated, less_for_recommended
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
OF_A_LINK = frozenset({"doi", "pmid", "pmcid", "eprint", "eprinttype", "url", "note"})
"""The fields of a work that is known by nothing but a link to it."""

WHERE_IT_IS = frozenset({"journal", "booktitle", "eprint", "school"})
"""What an entry has whose style prints no titles."""


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
