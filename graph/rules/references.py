"""Rules about references: what the bibliography itself lacks or has twice."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identifiers import DOI_LOOSE, DOI_STRICT, bare_doi
from graph.model import Evidence, Reference
from graph.rules.rule import Noticed, rule
from graph.rules.tables import problems

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn", "eprint", "url")


@rule("REF201", "error", "files")
def duplicate_key(evidence: Evidence) -> Iterator[Noticed]:
    """Two entries of the bibliography have the same key, perhaps in another case.

    Why:
        A claim that cites the key means one of them, and nobody knows which. BibTeX ignores case in keys.

    False alarms:
        None is known.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{Drake2013, title = {Caffeine and alertness}}

    Good:
        @article{drake2013a, title = {Caffeine effects on sleep}}
        @article{drake2013b, title = {Caffeine and alertness}}
    """
    return problems(evidence, "duplicate-key")


@rule("REF202", "error", "references")
def missing_title(evidence: Evidence) -> Iterator[Noticed]:
    """A reference has no title.

    Why:
        Nobody can tell what it is about, so it cannot carry a claim.

    False alarms:
        None is known.

    Bad:
        @article{drake2013, journal = {J Clin Sleep Med}, year = {2013}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {J Clin Sleep Med}, year = {2013}}
    """
    for reference in evidence.references.values():
        if not reference.title:
            yield Noticed(reference, f"reference {reference.key!r} has no title{by_identifier(reference)}")


@rule("REF203", "warning", "references")
def missing_author(evidence: Evidence) -> Iterator[Noticed]:
    """A reference has no author, editor or organisation.

    Why:
        Nobody answers for it, and it is hard to find.

    False alarms:
        Anonymous works; suppress with that as the reason.

    Bad:
        @article{sleep2013, title = {Caffeine effects on sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, Christopher}}
        @online{who2020, title = {Healthy diet}, organization = {World Health Organization}}
    """
    for reference in evidence.references.values():
        if not reference.authors and not reference.et_al:
            message = f"reference {reference.key!r} has no author, editor or organisation{by_identifier(reference)}"
            yield Noticed(reference, message)


@rule("REF204", "warning", "references")
def missing_year(evidence: Evidence) -> Iterator[Noticed]:
    """A reference has no year.

    Why:
        Nobody can tell whether it is still true.

    False alarms:
        Works that are forthcoming or kept up to date; name the date of access.

    Bad:
        @online{who, title = {Healthy diet}, organization = {World Health Organization}}

    Good:
        @online{who, title = {Healthy diet}, organization = {World Health Organization}, date = {2020-04-29}}
    """
    for reference in evidence.references.values():
        if not reference.year:
            yield Noticed(reference, f"reference {reference.key!r} has no year{by_identifier(reference)}")


def by_identifier(reference: Reference) -> str:
    """The cure: where what is missing can be looked up."""
    found = next((f"{name.upper()} {reference.fields[name]}" for name in IDENTIFIERS if reference.fields.get(name)), "")
    return f"; look it up by its {found}" if found else "; add it"


@rule("REF205", "warning", "references")
def no_identifier(evidence: Evidence) -> Iterator[Noticed]:
    """A reference has no identifier: no DOI, PMID, PMCID, ISBN, e-print or URL.

    Why:
        A reader has to search for it, and no program can check whether it was retracted.

    False alarms:
        Old books and grey literature.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @book{snel2011, title = {Coffee, tea and sleep}, isbn = {978-0-123456-47-2}}
    """
    for reference in evidence.references.values():
        if not any(reference.fields.get(name) for name in IDENTIFIERS):
            yield Noticed(reference, f"reference {reference.key!r} has no DOI, PMID, ISBN or URL; add one")


@rule("REF206", "error", "references")
def malformed_doi(evidence: Evidence) -> Iterator[Noticed]:
    """A DOI is not written as one.

    Why:
        A link made from it leads nowhere. The field holds the bare DOI, 10.prefix/suffix (DOI Handbook, 2.2); most
        DOIs ever made also keep to the smaller set of characters that Crossref recommends.

    False alarms:
        Some old DOIs have unusual characters; they are only worth a look (info).

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {5664/jcsm.3170}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
    """
    for reference in evidence.references.values():
        doi, bare = reference.doi, bare_doi(reference.doi)
        if doi and not DOI_LOOSE.fullmatch(bare):
            yield Noticed(reference, f"reference {reference.key!r}: {doi!r} is no DOI; write 10.prefix/suffix", "doi")
        elif doi != bare:
            message = f"reference {reference.key!r}: doi {doi!r} has more than the DOI; write {bare!r}"
            yield Noticed(reference, message, "doi", "warning")
        elif doi and not DOI_STRICT.fullmatch(bare):
            message = f"reference {reference.key!r}: doi {doi!r} has unusual characters; check it"
            yield Noticed(reference, message, "doi", "info")


@rule("REF207", "error", "references")
def duplicate_doi(evidence: Evidence) -> Iterator[Noticed]:
    """Two references have the same DOI.

    Why:
        They are one publication, so a claim that cites both rests on one. Case does not matter in a DOI.

    False alarms:
        Chapters cited by the DOI of their book.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @article{drake13, title = {Caffeine effects}, doi = {https://doi.org/10.5664/JCSM.3170}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}
        @article{clark2017, title = {Coffee and sleep}, doi = {10.1016/j.smrv.2016.01.006}}
    """
    first: dict[str, str] = {}
    for reference in evidence.references.values():
        doi = bare_doi(reference.doi).casefold()
        if doi and first.setdefault(doi, reference.key) != reference.key:
            message = f"reference {reference.key!r} has the DOI of {first[doi]!r}; merge them into one"
            yield Noticed(reference, message, "doi")


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
