"""Rules about references that were taken back, by the user's list or by their own titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from graph.auditing.lists import Nature, Notice, sortable
from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Finding, Reference, Severity
from graph.references.designs import OF_JOURNALS
from graph.references.identifiers import identifiers
from graph.rules.naming import called
from graph.wording import count

STANDING: dict[Nature, tuple[str, Severity]] = {
    "retraction": ("was retracted", "error"),
    "concern": ("is under an expression of concern", "warning"),
    "correction": ("was corrected", "warning"),
}
"""What is said of a reference in each state, and how bad that is; a reinstated one is as good as any."""

CURES: dict[Nature, str] = {
    "retraction": "read why, and see what holds without it",
    "concern": "read why, and see what holds without it",
    "correction": "read what changed, and check the claim against it",
}

OUT_OF_DATE = re.compile(r"out[- ]of[- ]date|updat|replace|supersed", re.IGNORECASE)
"""Why the Cochrane Library withdraws a review that nothing is wrong with."""

COCHRANE_DOI = "10.1002/14651858."
NEWER = "was withdrawn from the Cochrane Library, which does so with what is out of date; look for the newer review"

TAKEN_BACK = re.compile(
    r"\W*(?:retracted|withdrawn|removed)(?: (?:article|paper|chapter|publication))?\s*[\]:)]"
    r"|\W*(?-i:RETRACTED ARTICLE)\b"
    r"|.*[\[(]\s*(?:retracted|withdrawn)(?: (?:article|paper|publication)\b[^\])]{0,80})?\s*[\])]\W*$",
    re.IGNORECASE,
)
"""How publishers and libraries mark the title of what was taken back."""

QUOTATION = r"[:\"'\u2018\u201c\u00ab]"
NOTICE = re.compile(
    r"\W*(?:(?:notice|statement) of (?:retraction|withdrawal)\b"
    r"|(?:retraction|withdrawal) (?:notice|note|statement)\b"
    r"|(?:partial )?retraction\s*:"
    rf"|retraction (?:of|to|for)\s*(?:{QUOTATION}|the (?:article|paper)\b|(?-i:[A-Z])[\w-]+ et al\b))",
    re.IGNORECASE,
)
"""How the title of a notice of retraction begins."""

PERHAPS_NOTICE = re.compile(r"Retraction of (?!(?:The|An?) )[A-Z]")
"""As NOTICE, without a mark; "Retraction of the tongue" is surgery."""

CONCERN = re.compile(r"\W*(?:editorial )?expressions? of concern\s*:", re.IGNORECASE)

HINTS = ("retract", "withdraw", "removed", "of concern")
"""One of these has every such title, in small letters; few others do, and patterns that look at all of it are slow."""


@rule("SRC301", "error", "references")
def retracted(evidence: Evidence, retractions: Mapping[str, Notice]) -> Iterator[Noticed]:
    """A reference was retracted; an expression of concern or a correction is a warning.

    Why:
        Whatever rests on it rests on something that its own journal took back. The list is the user's, and is matched
        by DOI and PMID; a reference that was reinstated is let be. Where the settings say of when the article is, the
        message says which came first: nobody could know of a retraction that came later, which is only a warning. The
        Cochrane Library withdraws reviews that are out of date; that is worth knowing (info).

    False alarms:
        An article about the retraction itself; suppress with that as the reason.

    Bad:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}

        --- retractions.csv
        OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason
        10.5664/JCSM.3170,0,7/31/2021 0:00,Retraction,+Error in Data;

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}, doi = {10.5664/jcsm.3170}}

        --- retractions.csv
        OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason
        10.5664/jcsm.3170,0,7/31/2021 0:00,Retraction,+Error in Data;
        10.5664/jcsm.3170,0,8/31/2021 0:00,Reinstatement,
        10.5664/jcsm.31,24235903,7/31/2021 0:00,Retraction,+Error in Data;
    """
    leaning = Counter(citation.reference for citation in evidence.citations())
    for reference in evidence.references.values():
        key = next((key for key in identifiers(reference) if key in retractions), "")
        notice = retractions.get(key)
        if notice and notice.state in STANDING:
            weight = f"; cited by {count(leaning[reference.key], 'claim')}" if leaning[reference.key] else ""
            message, severity = verdict(reference, notice, evidence.article.date, weight)
            yield Noticed(reference, message, key.partition(":")[0], severity)


def verdict(reference: Reference, notice: Notice, written: str, weight: str) -> tuple[str, Severity]:
    """What is said of a reference by its notice, and how bad that is, for an article that was `written` then."""
    if is_cochrane(reference) and notice.state == "retraction" and OUT_OF_DATE.search(notice.reason):
        return f"{called(reference)} {NEWER}", "info"
    state, severity = STANDING[notice.state]
    when = f" on {notice.date}" if notice.date and notice.state != "concern" else ""
    reasons = ", ".join(filter(None, map(str.strip, re.split("[;+]", notice.reason))))
    why = f" ({reasons})" if reasons else ""
    later = notice_is_later(notice.date, written)
    since = "" if later is None else f", {'after' if later else 'before'} the article of {written}"
    message = f"{called(reference)} {state}{when}{since}{why}{weight}; {CURES[notice.state]}"
    return message, "warning" if later else severity


def notice_is_later(notice: str, written: str) -> bool | None:
    """Whether a notice came after an article; None where the dates do not say."""
    noticed, article = sortable(notice), tuple(int(part) for part in written.split("-") if part)
    length = min(len(noticed), len(article))
    return None if noticed[:length] == article[:length] else noticed[:length] > article[:length]


def is_cochrane(reference: Reference) -> bool:
    """Whether a reference is of the Cochrane Database of Systematic Reviews."""
    return bool(OF_JOURNALS.match(reference.journal)) or reference.facts.doi.folded.startswith(COCHRANE_DOI)


@rule("SRC305", "error", "references")
def retracted_by_title(evidence: Evidence, found: tuple[Finding, ...]) -> Iterator[Noticed]:
    """A reference's own title says that it was retracted, or that it is the notice of a retraction.

    Why:
        Publishers and libraries put the word before the title, so that no list is needed to see it. What it says was
        taken back; a notice says so of another work. What only may be a notice, and an expression of concern, is a
        warning. The Cochrane Library withdraws reviews that are out of date; that is worth knowing (info).

    False alarms:
        A title about retractions that begins with "Retracted:"; an article that cites a notice in order to say so.

    Bad:
        @article{drake2013, title = {RETRACTED: Caffeine effects on sleep}}
        @article{drake2015, title = {Retraction notice to: Caffeine effects on sleep}}

    Good:
        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{fang2012, title = {Misconduct accounts for the majority of retracted scientific publications}}
        @article{roth2011, title = {Retraction of the tongue during sleep}}
    """
    told = {finding.subject for finding in found if finding.rule == "retracted"}
    for reference in evidence.references.values():
        hinted = any(map(reference.title.lower().__contains__, HINTS))
        if hinted and (fault := fault_in_title(reference)) and reference.id not in told:
            message, severity = fault
            yield Noticed(reference, f"{called(reference)} {message}", "title", severity)


def fault_in_title(reference: Reference) -> tuple[str, Severity] | None:
    """What the title of a reference says about its being taken back, and how bad that is."""
    title = reference.title
    if TAKEN_BACK.match(title):
        if is_cochrane(reference) and "retracted" not in title.casefold():
            return NEWER, "info"
        return f"was taken back, as its title says; {CURES['retraction']}", "error"
    if NOTICE.match(title):
        return "is the notice of a retraction, by its title; cite what stands, or say that it was retracted", "error"
    if PERHAPS_NOTICE.match(title):
        return "may be the notice of a retraction, by its title; check it", "warning"
    if CONCERN.match(title):
        return f"{STANDING['concern'][0]}, by its title; {CURES['concern']}", "warning"
    return None
