"""Rules about references as sources: where they appeared, and what sort they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import FURTHER, Evidence, Reference, Severity
from graph.references.designs import DESIGNS, design_of, is_web, recorded
from graph.rules.naming import called
from graph.rules.strength import ACTED_ON
from graph.wording import did_you_mean, listing

WHOLE_ADDRESS = re.compile(r"https?:|www\.|\w\.[a-z]{2,4}/\S")
DATES_OF_ACCESS = ("urldate", "accessed", "lastaccessed", "lastchecked", "refdate", "cited")
LOOKED_AT = re.compile(
    r"\b(?:accessed|retrieved|visited)\b.{0,200}\d{4}|\d{4}\W+(?:date )?(?:last )?(?:accessed|visited)\b"
    r"|\[[^\[\]]{0,200}\b\d{4}\]",
    re.IGNORECASE,
)
"""How notes say when somebody looked at a page: "Accessed 3 May 2020", "[3 May 2020]"."""

ISSN = re.compile(r"\b\d{4}-?\d{3}[\dxX]\b")


@rule("SRC302", "warning", "references")
def listed_journal(evidence: Evidence, journals: frozenset[str]) -> Iterator[Noticed]:
    """A reference appeared in a journal that is on the user's list.

    Why:
        Whoever made the list does not trust the journal. This program brings no such list: whose journal is on one is
        a judgement, and often contested.

    False alarms:
        Another journal of the same title; list ISSNs instead.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {The Journal of Sleep & Coffee}}

        --- journals.txt
        journal of sleep and coffee  # publishes anything

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, journal = {J Clin Sleep Med}, issn = {1550-9389}}

        --- journals.txt
        Journal of Sleep and Coffee
        1234-5678
    """
    listed = {same_journal(name) for name in journals}
    for reference in evidence.references.values():
        if not listed.isdisjoint(journal_forms(reference.journal, reference.fields.get("issn", ""))):
            title = reference.journal or reference.fields.get("issn", "")
            message = f"{called(reference)} appeared in {title!r}, which is on your list; see what holds without it"
            yield Noticed(reference, message, "journal" if reference.journal else "issn")


def journal_forms(journal: str, issn: str) -> set[str]:
    """What a journal is compared by: its title and its ISSNs."""
    return {same_journal(each) for each in (journal, *ISSN.findall(issn))} - {""}


@lru_cache(maxsize=2**12)  # a journal has many articles
def same_journal(name: str) -> str:
    """A journal's title, or its ISSN, as it is compared."""
    if ISSN.fullmatch(name.strip()):
        return name.strip().replace("-", "").casefold()
    return " ".join(re.findall(r"\w+", name.casefold().replace("&", " and "))).removeprefix("the ")


@rule("SRC303", "info", "references")
def unknown_design(evidence: Evidence) -> Iterator[Noticed]:
    """A reference that sources a claim does not say what kind of study it is.

    Why:
        Whether it can carry a treatment or a cause depends on that (OCEBM levels), and no rule about levels looks at
        it. Where the title, the journal, the keywords or the abstract state a design, that is read, and the message
        says so. Pages on the web are left alone. Looked at is what sources a claim of a kind that people act on
        (frequency, treatment, prevention, harm, diagnosis, risk-factor); where any reference records a known one, all.

    False alarms:
        None is known: something that is no study is a `review` or an `expert-opinion`.

    Bad:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,harm,drake2013

        @article{drake2013, title = {Caffeine effects on sleep: a randomised trial}}

    Good:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,harm,drake2013

        @article{drake2013, title = {Caffeine effects on sleep: a randomised trial}, design = {randomized-trial}}
        @article{roth2011, title = {Prevalence of insomnia}}
    """
    recording = {each.reference for each in evidence.citations() if each.source and has_design(each.source.design)}
    is_usual = bool(recording) or any(has_design(reference.design) for reference in evidence.references.values())
    weighing = {
        citation.reference
        for claim in evidence.claims.values()
        if is_usual or claim.kind in ACTED_ON
        for citation in claim.citations
        if citation.stance != "mentions"
    }
    for key, reference in evidence.references.items():
        looked_at = key in weighing or reference.design
        if looked_at and not is_web(reference) and (fault := design_fault(reference, key in recording)):
            yield Noticed(reference, f"{called(reference)} {fault}", "design")


def has_design(text: str) -> bool:
    """Whether a record has a known design in it."""
    return any(word in DESIGNS for word in recorded(text))


def design_fault(reference: Reference, is_recorded: bool) -> str:  # noqa: FBT001 - a fact, not a switch
    """What is wrong with the design of a reference, or an empty string."""
    if strange := [word for word in recorded(reference.design) if word not in DESIGNS]:
        return (
            f"has an unknown design {strange[0]!r}{did_you_mean(strange[0], DESIGNS) or f'; use {listing([*DESIGNS])}'}"
        )
    if reference.design or is_recorded:
        return ""
    stated = design_of(reference)
    if stated.name:
        return f"records no design; its {stated.where} says {stated.name!r}, which is read"
    return "records no design; look it up in its abstract"


@rule("SRC304", "warning", "references")
def web_source_undated(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """A page on the web has no address, or neither its own date nor that of access.

    Why:
        Such a page changes or goes away, and nobody can tell what it said (biblatex asks for `url` and `urldate`).
        Of further reading that no claim cites it is only worth knowing (info).

    False alarms:
        A database that one has to log in to; name its address all the same.

    Bad:
        @online{clinic, title = {Coffee and sleep}, organization = {A clinic}}

    Good:
        @online{clinic, title = {Coffee and sleep}, url = {https://example.org}, urldate = {2025-12-31}}
        @online{who, title = {Healthy diet}, url = {https://example.org/diet}, date = {2020-04-29}}
    """
    for reference in evidence.references.values():
        if is_web(reference) and "pages" not in reference.fields:  # which an encyclopedia on paper has
            lacking = []
            if not reference.url and not WHOLE_ADDRESS.search(reference.fields.get("howpublished", "")):
                lacking.append("url")
            if not reference.year and not dated(reference):
                lacking.append("urldate")
            if lacking:
                message = f"{called(reference)} is a page on the web without {' or '.join(lacking)}; look it up again"
                yield Noticed(reference, message, severity=less_for_recommended(reference, once))


def less_for_recommended(reference: Reference, once: Once) -> Severity | None:
    """The severity of what a reference lacks that is only recommended: nothing rests on it; of others it is their own.

    A claim may rest on further reading.
    """
    return "info" if reference.group == FURTHER and reference.key not in once(Evidence.cited) else None


def dated(reference: Reference) -> bool:
    """Whether a reference says when somebody looked at it."""
    note = f"{reference.fields.get('note', '')} {reference.fields.get('howpublished', '')}"
    return any(reference.fields.get(name) for name in DATES_OF_ACCESS) or bool(LOOKED_AT.search(note))
