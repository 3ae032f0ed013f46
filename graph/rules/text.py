"""Rules about the article's text: what is quoted from it, and what it marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.auditing.articles import GivenArticle
from graph.auditing.rule import Noticed, rule
from graph.model import Evidence, Place
from graph.rules.naming import called
from graph.texts.likeness import without_wording
from graph.texts.quotes import MOST_OCCURRENCES, ComparableText, find_quote, nearest_passage

PROPOSED = 20
"""How many missing quotes get a proposal: many of them mean another text, and looking is slow."""

FIRST_WORDS = 8
"""How many words of a sentence a message has."""


@rule("TXT501", "error", "quotes")
def quote_not_found(evidence: Evidence, article: GivenArticle) -> Iterator[Noticed]:
    """A claim's quote is not in the article, or is there more than once.

    Why:
        The article has changed, or the quote was not copied. One that is there more often than rows have it (a warning)
        points nowhere, unless just one of them is in the claim's `section`. Quotes are compared letter by letter, but
        white space, dashes, quotation marks and soft hyphens may be of any sort (W3C Web Annotation Data Model, 4.2.4).
        The article is read as its format says, and a quote may have its citations as they are written, or none.

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
    texts = article.comparable_texts([claim.section for claim in evidence.claims.values()])
    rows = Counter((claim.quote, claim.section) for claim in quoting)
    missing = []
    for claim in quoting:
        places = next(filter(None, (find_quote(text, claim.quote, claim.section) for text in texts)), [])
        if not places:
            missing.append(claim)
        elif len(places) > rows[claim.quote, claim.section]:
            times = f"{len(places)} times{' or more' if len(places) == MOST_OCCURRENCES else ''}"
            yield Noticed(
                claim, f"{called(claim)}: the quote is in the article {times}; lengthen it", "quote", "warning"
            )
    for claim in missing:
        passage = proposed_passage(texts, claim.quote) if len(missing) <= PROPOSED else ""
        hint = f"did you mean {passage!r}?" if passage else "copy it anew, or drop it"
        yield Noticed(claim, f"{called(claim)}: the quote is not in the article; {hint}", "quote")


def proposed_passage(texts: Sequence[ComparableText], quote: str) -> str:
    """The passage that is most like a quote, in the first of the texts that has one."""
    return next(filter(None, (nearest_passage(text, quote) for text in texts)), "")


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
    bases = [citation.basis for citation in evidence.citations() if citation.stated]
    place = Place(evidence.claims_file, 1, "basis")
    if not bases:
        message = "no row says whether its citations are marked in the text; fill in the column 'basis'"
        yield Noticed(place, message)
    elif "cited" not in bases:
        links = "the only link" if len(bases) == 1 else f"each of {len(bases):,} links"
        message = f"{links} between claims and references is inferred, not marked in the text"
        yield Noticed(place, f"{message}; ask the author to mark citations")


@rule("TXT503", "warning", "sentences")
def uncovered_sentence(evidence: Evidence, article: GivenArticle) -> Iterator[Noticed]:
    """A sentence of the article cites, and no row of the table is about it.

    Why:
        The article has grown since its claims were listed, so what the sentence rests on is not audited, and what is
        cited only there looks unused. A row is about a sentence if its quote or its claim is the sentence, nearly the
        same (80 of 100), or a part of it.

    False alarms:
        A row without a quote whose claim is in words of its own; a sentence that was left out of the table on purpose.

    Bad:
        claim_id,cause,claim,supports,quote
        c1,Coffee,Coffee delays falling asleep.,drake2013,Coffee delays falling asleep [@drake2013].

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- article.md
        Coffee delays falling asleep [@drake2013]. Tea is milder than that, but not harmless [@drake2013].

    Good:
        claim_id,cause,claim,supports,quote
        c1,Coffee,Coffee delays falling asleep.,drake2013,Coffee delays falling asleep [@drake2013].

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- article.md
        Coffee really delays falling asleep [@drake2013]. Tea does not.
    """
    citing = article.citing
    forms = [(each.quote, each.text, f"{each.lead_in} {each.text}") for each in citing]
    rows = (*evidence.claims.values(), *evidence.left_out.values())
    wordings = (words for claim in rows for words in (claim.quote, claim.text))
    for number in without_wording(forms, wordings):
        sentence = citing[number]
        place = Place(sentence.passage.file, sentence.line, offset=sentence.column)
        yield Noticed(place, f"{beginning(sentence.text)!r} cites, and no row is about it; add a row, or draft again")


def beginning(text: str) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + ("..." if len(words) > FIRST_WORDS else "")


@rule("TXT504", "info", "quotes")
def several_claims(evidence: Evidence) -> Iterator[Noticed]:
    """A sentence that cites in its middle and at its end may be two claims.

    Why:
        Of "x [1] and y [2]" nobody can tell later which source carries what: a claim that looks well supported rests on
        one reference in each half.

    False alarms:
        Halves that say the same of two things, where nobody minds. A list of things, "in A [1], B [2] and C [3]", is
        not noticed, only a second clause with a verb of its own. Nothing is split: that is for who knows the sources.

    Bad:
        claim_id,cause,claim,supports,quote
        c1,Coffee,Coffee is a drink and tea is milder.,drake2013; clark2017,Coffee is a drink [1] and tea is milder [2].

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}

    Good:
        claim_id,cause,claim,supports,quote
        c1,Coffee,It is in tea and in mate.,drake2013; clark2017,It is in tea [1] and in mate [2].

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    several = [claim for claim in evidence.claims.values() if claim.quote and len(claim.citations) > 1]
    if not several:  # as in most tables, whose audit does not wait for patterns of sentences
        return
    from graph.texts.clauses import own_clause

    for claim in several:
        if clause := own_clause(claim.quote, claim.text):
            second = f"{beginning(clause)!r} has a citation of its own"
            yield Noticed(claim, f"{called(claim)} may be two: {second}; split it, or leave it", "quote")
