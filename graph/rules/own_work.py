"""What an article says out of itself, for which there is no reference to cite: its own work, and what it sums up.

It is known by headings that articles share and by words of the sentence, so that it holds for any article.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from graph.model import NO_ARTICLE, WIDER, Article, Claim, Evidence, Reference
from graph.texts.forms import words
from graph.texts.phrases import Phrases

ArticlePart = Literal["", "methods", "results", "summary"]
"""A part of an article that tells of its own work, or that sums up what stands elsewhere (abstract, conclusions)."""

HEADINGS: dict[str, ArticlePart] = {
    **dict.fromkeys(words("abstract conclusion concluding digest highlight summary synopsis"), "summary"),
    **dict.fromkeys(words("appendix experimental method methodology statistical"), "methods"),
    **dict.fromkeys(words("finding result"), "results"),
}
"""The words of headings that name such a part."""

BESIDE = frozenset(
    words(
        "a author b c analyses analysis collection data design discussion editor executive general interpretation key"
        " elife language lay main material model our overall participant patient perspective plain point procedure"
        " remark research sample section setup significance study subject supplementary supporting"
    )
)
"""The words that may stand beside these. With any other word a heading names a topic: "Results of treatment"."""

ADDED = re.compile(
    r"(?:abbreviations?|accession numbers?|acknowledge?ments?|appendi(?:x|ces)|authors?\W{1,3}contributions"
    r"|(?:code|data) availability|ethics (?:approval|statements?)|funding|institutional abbreviations|limitations"
    r"|pre-?publication history|supporting information"
    r"|supplementary (?:data|files?|figures?|information|materials?|tables?))\b",
    re.IGNORECASE,
)
"""How headings begin of what is added to an article; "Supplementary oxygen" is a treatment."""

SURROUNDINGS = frozenset(words("area background context country location place setting site"))
"""Words of headings under which methods tell of the world: where a study took place."""

STUDY = r"(?:analys[ie]s|article|cohort|paper|report|review|stud(?:y|ies)|survey|trial|work)"
DID = (
    r"(?:analy[sz]ed|asked|assessed|assumed?|calculated|chose|collected|compared|computed?|concluded?|conducted"
    r"|considered|counted|defined?|derived?|described?|detected|determined|developed|estimated?|evaluated|examined"
    r"|excluded|expect(?:ed)?|focus(?:ed)?|found|hypothesi[sz]ed?|identified|included|infer(?:red)?|interviewed"
    r"|investigated|looked|measured|model+ed|observed?|obtain(?:ed)?|performed|present(?:ed)?|proposed?|quantified"
    r"|recruited|report(?:ed)?|screened|searched|selected|show(?:ed|n)?|simulated|speculated?|studied|suggest(?:ed)?"
    r"|suspect(?:ed)?|tested|used)"
)
"""What an article does or did; of verbs that anybody does ("we use our brains") only the past."""


OWN = Phrases(
    rf"\b(?:we (?:\w+ ){{0,3}}?{DID}|our (?:own )?(?:\w+ ){{0,2}}?(?:approach|data|estimates|experiments?|findings"
    rf"|hypothes[ie]s|interviews|measurements?|methods?|model|observations?|participants|results|sample|{STUDY})"
    rf"|the (?:present|current) {STUDY}|in this (?:article|paper))\b",
    *("we ", "our ", "the present ", "the current ", "in this "),
)
"""Words in which an article tells of its own work; "we" alone may be all people: "as we age"."""

THIS = Phrases(rf"\b(?:this (?:\w+ ){{0,2}}?{STUDY}\b|fig(?:ure|s?\.) s?\d|table s?\d)", "this ", "fig", "table ")
"""Words that do so in an article that has results; in others it may be a study that was named just before."""

SUMMING_UP = re.compile(r"(?:in (?:conclusion|sum|summary)|taken together|to (?:conclude|summari[sz]e|sum up))\b")
"""How a sentence begins that sums up."""

EXPECTED = Phrases(
    r"\b(?:would|unless)\b|^if\b|\bshould(?! (?:always|be|consider|never|not)\b)",
    *("would", "unless", "if", "should"),
)
"""Words of what an article with results expects, or concludes from what it has said before."""

OF_OTHERS = Phrases(
    r"\b(?:previous(?:ly)?|earlier|prior(?! to)|recent|(?:an)?other|past|many|most|several|numerous|various)"
    rf" (?:\w+ ){{0,2}}?(?:authors|experiments|findings|literature|publications|researchers|{STUDY}s?)\b"
    r"|\b(?:has|have) (?:\w+ ){0,2}?been (?:\w+ly )?(?:demonstrated|described|established|found|linked|observed"
    r"|proposed|proven|reported|shown|suggested)\b"
    r"|\b(?:is|are|it was) (?:\w+ )?(?:accepted|believed|established|known|recogni[sz]ed|thought)\b"
    r"|\bin the literature\b|\bet al\b"
    r"|\b(?:clinicians|doctors|guidelines|men|nurses|patients|people|physicians|women)\b.{0,40}\bshould\b",
    *("previous", "earlier", "prior ", "recent ", "other ", "past ", "many ", "most ", "several ", "numerous "),
    *("various ", "been ", "accepted", "believed", "established", "known", "recogni", "thought", "literature", "et al"),
    "should",
)
"""Words of what others found or hold, or of advice: a reference for it is missed wherever it stands."""

OWN_PLACE = re.compile(r"(?:appendix|fig|figs|figure|figures|supplement\w*|table|tables)\b", re.IGNORECASE)
"""How a locator begins that names a table or figure."""


@lru_cache(maxsize=2**12)
def part_of(heading: str) -> ArticlePart:
    """The part of an article that a heading names, if it names nothing else."""
    found = words(heading)
    parts = [HEADINGS[word] for word in found if word in HEADINGS]
    return parts[0] if parts and all(word in HEADINGS or word in BESIDE for word in found) else ""


@lru_cache(maxsize=2**12)  # many articles have the same headings, and causes
def is_own_part(cause: str) -> bool:
    """Whether a cause is named after such a part, or what is added to an article, at any level of its name."""
    headings = [heading.lstrip("0123456789. ") for heading in cause.split(WIDER)]
    return any(part_of(heading) or ADDED.match(heading) for heading in headings)


def own_parts(evidence: Evidence) -> frozenset[str]:
    """The causes that are such parts."""
    return frozenset(filter(is_own_part, evidence.causes))


@lru_cache(maxsize=2**12)
def part_above(cause: str, section: str) -> tuple[ArticlePart, str]:
    """The part of the article that a claim stands in, and its heading; a drafted cause is the path of headings."""
    path = cause.split(WIDER)
    headings = path if path[-1] == section else [section]
    part, heading = next(((part, each) for each in headings if (part := part_of(each))), ("", ""))
    is_elsewhere = part == "methods" and not SURROUNDINGS.isdisjoint(words(section))
    return ("", "") if is_elsewhere else (part, heading)


def has_results(evidence: Evidence) -> bool:
    """Whether an article has a part that is called its results."""
    standing = {(claim.cause, claim.section) for claim in evidence.claims.values()}
    return any(part_above(*each)[0] == "results" for each in standing)


def why_unsourced(claim: Claim, *, reporting: bool) -> str:
    """Why a claim may have no reference, and what to look at; empty where it should have one.

    `reporting` says that the article has results.
    """
    part, heading = part_above(claim.cause, claim.section)
    text = claim.text.lower()
    if own := OWN.search(text) or (reporting and THIS.search(text)):
        return f"it tells of the article's own work ({own!r}); cite a reference if that is another's"
    if OF_OTHERS.search(text):
        return ""
    if part == "summary" or SUMMING_UP.match(text):
        where = f"stands under {heading!r}, which" if part == "summary" else "begins as what"
        return f"it {where} sums up what is said elsewhere; see that it has a source there"
    if part:
        return f"it stands under {heading!r}, as the article's own work; cite a reference if that is another's"
    if reporting and (expected := EXPECTED.search(text)):
        return f"it tells what the article expects ({expected!r}); say what that follows from"
    return ""


def own_entries(evidence: Evidence) -> set[str]:
    """The keys of the references that are the article itself: cited for what stands in its own tables and figures.

    That is what has its DOI or title; else the only one that is not in its list of references, where all others are.
    """
    references = evidence.references.values()
    article = evidence.article
    named = {each.key for each in references if is_of_article(each, article)} if article != NO_ARTICLE else set()
    unlisted = [each.key for each in references if not each.listed]
    if named or len(unlisted) != 1 or len(references) == 1:
        return named
    citing = [each for each in evidence.citations() if each.reference == unlisted[0]]
    return set(unlisted) if all(OWN_PLACE.match(each.locator) for each in citing) else set()


def is_of_article(reference: Reference, article: Article) -> bool:
    """Whether a reference has the title of the article, or the DOI in its address."""
    doi = reference.facts.doi.folded
    same_title = bool(article.title) and words(article.title) == words(reference.title)
    return same_title or bool(doi and article.url.lower().endswith(f"/{doi}"))
