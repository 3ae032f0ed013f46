"""Rules about claims: that they have no source, and how much that matters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Severity
from graph.rules.naming import called, cited_all
from graph.rules.own_work import has_results, why_unsourced
from graph.support import Support
from graph.texts.phrases import Phrases

IGNORANCE = Phrases(
    r"\b(?:is|are|remains?) (?:un(?:certain|clear|known)|not (?:\w+ )?(?:clear|known|understood))\b"
    r"|\b(?:hypothesi[sz]ed?|presumably|speculated?|conjectured?)\b",
    *("uncertain", "unclear", "unknown", "not ", "hypothesi", "presumably", "speculate", "conjecture"),
)
"""Words that say that something is not known or only thought, for which there is seldom a source."""

FIGURE = re.compile(
    r"\d(?<![\d.,]\d)(?<!diluted \d)\d*(?:[.,]\d+)?\s*"  # begins with what it takes: three times as fast
    r"(?:(?:%|per\s?cent\b|percent\b)(?!\s*(?:CI\b|confidence|credible|interval|level))"
    r"|times\b(?! (?:an?|at|daily|during|each|every|on|per|weekly|within)\b)|-?fold\b(?! dilut))"
)
"""A figure that states a result: a share or a multiple, not an age, a dose, a level, a count or a disease's name."""

TREATING = re.compile(
    r"\b(?:treat(?:s|ed|ing|ment)?|therap(?:y|ies|eutic)|medications?|drugs?|doses?|dosage|supplements?|surgery"
    r"|vaccin\w+|prescri\w+)\b",
    re.IGNORECASE,
)
"""Words of a treatment, which make a claim weigh more than its kind says."""

ATTRIBUTED = re.compile(
    r"\b(?:(?:Dr|Prof)\.? [A-Z]\w*|[Aa]ccording to (?:the )?"
    r"(?!(?:Appendi|Eq|Fig|Method|Protocol|Section|Supplement|Table|Text)\w*)[A-Z]\w*"
    r"|[A-Z]\w+ (?:says|said|recommends?|claims?|argues?|warns?)"
    r"|[A-Z]\w+ and [A-Z]\w+ (?:demonstrated|found|proposed|reported|showed|suggested))\b"
)
"""A person or an organisation who says so, which does, too."""

ADVICE = frozenset({"frequency", "harm", "prevention", "treatment"})
"""Kinds of claims that must not stand without a source."""

CITATION_NEEDED = "citation needed"
"""What editors of Wikipedia write behind a sentence, and readers of it keep in the note."""


@rule("CLM001", "warning", "claims")
def uncited_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim has no source: no reference supports, qualifies or disputes it.

    Why:
        A reader cannot check it. Figures, treatments, prevention and harm without a source are errors, because people
        act on them; background, such as a definition, is only worth knowing (info), and so is that something is not
        known. What the text says weighs more than the kind: a figure makes it an error in a table, and a person, an
        organisation or a word of treatment at least a warning. A mere mention does not source a claim. One that is only
        disputed is `refuted-claim`'s.

    False alarms:
        Common knowledge and definitions; give them the kind `background`, or suppress with a reason.

    Bad:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,association,

    Good:
        claim_id,cause,claim,kind,supports
        c1,Coffee,Coffee after noon shortens sleep.,association,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    articles = frozenset(evidence.named("article"))
    reporting = has_results(evidence)
    for claim in evidence.claims.values():
        if support.states[claim.key] in {"unsourced", "mentioned"}:
            severity = gravity(claim, in_article=claim.place.file in articles)
            why = may_lack_source(claim, reporting=reporting) if severity == "warning" else ""
            message = f"{called(claim)} has no source{f'; {why}' if why else hint(claim, evidence)}"
            yield Noticed(claim, message, severity="info" if why else severity)


def gravity(claim: Claim, *, in_article: bool) -> Severity:
    """How much a missing source matters; a sentence of an article may state what the article itself found."""
    if claim.kind in ADVICE or claim.quantity.has_figure:
        return "error"
    if not in_article and FIGURE.search(claim.text):
        return "error"
    trivial = claim.kind == "background" or IGNORANCE.search(claim.text)
    weighty = trivial and (TREATING.search(claim.text) or ATTRIBUTED.search(claim.text))
    return "info" if trivial and not weighty else "warning"


def may_lack_source(claim: Claim, *, reporting: bool) -> str:
    """Why a claim may have no source, if it cites nothing and nobody asked for one; empty where it should have one."""
    if claim.citations or CITATION_NEEDED in claim.note:
        return ""
    why = why_unsourced(claim, reporting=reporting)
    return "" if why and ATTRIBUTED.search(claim.text) else why


def hint(claim: Claim, evidence: Evidence) -> str:
    """What a claim without a source has instead, and the cure."""
    if mentions := [c.reference for c in claim.citations if c.stance == "mentions"]:
        mention = "mentions" if len(mentions) == 1 else "mention"
        return f"; {cited_all(mentions, evidence)} only {mention} it: cite what supports it, or drop the claim"
    if claim.citations:
        return "; what it cites is not in the bibliography: add the reference or correct the key"
    if CITATION_NEEDED in claim.note:
        return f"; the article itself says {CITATION_NEEDED!r}: cite a reference, or drop the claim"
    return "; cite a reference, or drop the claim"
