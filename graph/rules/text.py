"""Rules about the article's text: what is quoted from it, and what it marks."""

from __future__ import annotations

from collections.abc import Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Place
from graph.rules.naming import called
from graph.texts.quotes import find_quote, nearest_passage, read_article

PROPOSED = 20
"""How many missing quotes get a proposal: many of them mean another text, and looking is slow."""


@rule("TXT501", "error", "quotes")
def quote_not_found(evidence: Evidence, article: str) -> Iterator[Noticed]:
    """A claim's quote is not in the article, or is there more than once.

    Why:
        The article has changed, or the quote was not copied. One that is there more than once (a warning) points
        nowhere, unless just one of them is in the claim's `section`. Quotes are compared letter by letter, but white
        space, dashes, quotation marks and soft hyphens may be of any sort (W3C Web Annotation Data Model, 4.2.4).

    False alarms:
        A quote that leaves something out, as with "[...]"; quote one passage.

    Bad:
        claim_id,cause,claim,quote
        c1,Coffee,Coffee after noon shortens sleep.,Coffee after noon makes sleep shorter.

        --- article.txt
        Coffee after noon makes your sleep shorter.

    Good:
        claim_id,cause,claim,section,quote
        c1,Coffee,Coffee after noon shortens sleep.,,Coffee after noon - it's known - makes sleep shorter.
        c2,Coffee,Coffee delays falling asleep.,Coffee,It delays sleep.
        c3,Tea,Tea delays falling asleep.,Tea,It delays sleep.

        --- article.txt
        Coffee
        Coffee after noon \N{EN DASH} it\N{RIGHT SINGLE QUOTATION MARK}s known \N{EN DASH} makes
        sleep shorter. It delays sleep.
        Tea
        It delays sleep.
    """
    quoting = [claim for claim in evidence.claims.values() if claim.quote]
    text = read_article(article, (claim.section for claim in evidence.claims.values()))
    missing = []
    for claim in quoting:
        places = find_quote(text, claim.quote, claim.section)
        if not places:
            missing.append(claim)
        elif len(places) > 1:
            message = f"{called(claim)}: the quote is in the article {len(places)} times; lengthen it"
            yield Noticed(claim, message, "quote", "warning")
    for claim in missing:
        passage = nearest_passage(text, claim.quote) if len(missing) <= PROPOSED else ""
        hint = f"did you mean {passage!r}?" if passage else "copy it anew, or drop it"
        yield Noticed(claim, f"{called(claim)}: the quote is not in the article; {hint}", "quote")


@rule("TXT502", "info", "citations")
def no_intext_citations(evidence: Evidence) -> Iterator[Noticed]:
    """No citation is marked in the article's text: every link to a reference is somebody's conclusion.

    Why:
        A list of sources at the end does not say which statement rests on which source, so the links (`basis` is
        `inferred`) may be wrong, and a statement may have no source at all.

    False alarms:
        Short pieces whose form has no citations in the text.

    Bad:
        claim_id,cause,claim,supports,basis
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,inferred

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports,basis
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,cited

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    citations = list(evidence.citations())
    bases = [citation.basis for citation in citations if citation.stated]
    place = Place(evidence.claims_file, 1, "basis")
    if citations and not bases:
        message = "no row says whether its citations are marked in the text; fill in the column 'basis'"
        yield Noticed(place, message)
    elif bases and "cited" not in bases:
        links = "the only link" if len(bases) == 1 else f"each of {len(bases):,} links"
        message = f"{links} between claims and references is inferred, not marked in the text"
        yield Noticed(place, f"{message}; ask the author to mark citations")
