"""Rules about the sources' own words, as the table of source values quotes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count, pairwise
from typing import cast

from graph.auditing.rule import Noticed, rule
from graph.auditing.texts import SourceText, looked_up, quoting
from graph.model import WIDER, Citation, Claim, Evidence, Place, Quantity, SourceValue
from graph.references.designs import DESIGNS, designs
from graph.rules.naming import called, cited_all
from graph.rules.text import PROPOSED
from graph.rules.topics import COMMON, STEM, own_words
from graph.texts.forms import meaning, words
from graph.texts.quotes import nearest_passage, plain
from graph.wording import listing

GROUPED = re.compile(r",(?=\d{3}(?!\d))")
NUMBER_OR_WORD = re.compile(r"(?<![\w.])\d+(?:,\d{3}(?!\d))*(?:[,.\u00b7]\d+)?|[a-z]+")
NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
    "once": 1,
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "tenfold": 10,
    "half": 50,
    "third": 33,
    "thirds": 67,
    "quarter": 25,
    "quarters": 75,
    "fifth": 20,
    "tenth": 10,
}
"""What figures are written as; parts of a whole are those of a hundred."""

ABSTRACT = 3_500
"""How many letters a text has that may be an abstract only, so that the quote may stand in the rest."""

MIN_QUOTE = 4
"""How many words that say something a quote must have for none of them to be the claim's."""

MIN_WORD = 3
"""How many letters a word that says something has: RLS."""

SAYING_NOTHING = frozenset(
    words(
        "about after all also among any are because been before being between both but can compared could did does"
        " during each either found had has have her here him his how however into its less may more most much nor not"
        " observed one only other our out over reported same she showed shown significantly since some still such than"
        " that their them then there these they this those three through thus too two under until very was were what"
        " when where whether which while who whom whose will within without would"
    )
)
"""Words that are in sentences about anything."""

HANDED_ON = re.compile(
    r"\b(?:has|have) (?:\w+ )?been (?:\w+ )?"
    r"(?:associated|demonstrated|described|estimated|implicated|linked|observed|proposed|reported|shown|suggested)\b"
    r"|\b(?:previous|prior|earlier) (?:\w+ )?(?:studies|reports|trials|surveys|work|research)\b"
    r"|\bit is (?:\w+ )?(?:known|established|thought|believed)\b(?! that (?:our|the present|this)\b)",
    re.IGNORECASE,
)
"""What a text says of what others found."""

CITES = re.compile(
    r"\[\d{1,3}(?:\s*[,-]\s*\d{1,3})*\]|\([A-Z][^()]{0,200}\b(?:19|20)\d\d[a-z]?\b[^()]{0,200}\)|\bet al\b"
)
OF_MANY = re.compile(r"\b(?:overview|review|guidelines?|state of the art|update)\b", re.IGNORECASE)


@rule("SRC306", "error", "values")
def source_quote_not_found(evidence: Evidence, texts: Mapping[str, SourceText] | None = None) -> Iterator[Noticed]:
    """What the table of source values quotes from a source is not in the source's text.

    Why:
        The words were changed, or are another source's. They are looked for in the texts of `--texts` and in the
        entry's own `abstract`; case, hyphens and typography may differ, and "..." may leave something out. Without a
        text a quote is not checked, which the summary counts; an abstract alone tells only of a quote that is there in
        nearly the same words. A text as short as an abstract that has nothing like it is a warning.

    False alarms:
        A text that is a part only, or was badly read from a PDF; a translated quote.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Caffeine taken 9 hours before bedtime reduced sleep by more than 1 hour.

        --- drake2013.txt
        Caffeine taken 6 hours before bedtime reduced sleep by more than 1 hour.

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Caffeine taken 6 hours before bedtime ... reduced sleep.
        c1,clark2017,Nobody has the text of this source.

        --- drake2013.txt
        Caffeine taken 6 hours before bed-
        time significantly reduced sleep by more than 1 hour.
    """
    proposals = count()
    for quoted in looked_up(evidence, texts):
        citation = quoted.citation
        own = (texts or {}).get(citation.reference)
        if quoted.state == "not found":
            where = own.name if own and not own.fault else "the abstract of its entry"
            passage = nearest_passage(quoted.text, source_of(citation).quote) if next(proposals) < PROPOSED else ""
            cure = f"did you mean {passage!r}?" if passage else "copy it anew, or look for its source"
            doubtful = not passage and len(quoted.text.text) < ABSTRACT
            message = f"{of_source(citation, evidence)} is not in {where}; {cure}"
            yield at_quote(citation, message)._replace(severity="warning" if doubtful else None)
        elif own and own.fault:
            message = f"{of_source(citation, evidence)} is not looked for in {own.name}: {own.fault}"
            yield at_quote(citation, message)._replace(severity="info")


def source_of(citation: Citation) -> SourceValue:
    """The row of the table of source values for a citation; what quotes has one."""
    return cast("SourceValue", citation.source)


def at_quote(citation: Citation, message: str) -> Noticed:
    """What is said at the cell of a quote."""
    place = source_of(citation).place
    return Noticed(Place(place.file, place.line, "source_quote"), message)


def of_source(citation: Citation, evidence: Evidence) -> str:
    """What a quote is called: "the quote from 'drake2013' for claim 'c1'"."""
    return f"the quote from {cited_all([citation.reference], evidence)} for {called(evidence.claims[citation.claim])}"


@rule("SRC307", "warning", "values")
def figure_not_in_quote(evidence: Evidence) -> Iterator[Noticed]:
    """A quote from a source does not have the figures that it is quoted for.

    Why:
        Whoever looks the figures up finds others, or none. The figures are those of the same row; where it has none,
        one of the claim's own is enough. They may be rounded, written in words, or follow from two numbers (12 of 40).

    False alarms:
        Figures of a table, which are no words to quote.

    Bad:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,20 % of heavy drinkers sleep badly.,roth2011,prevalence,20,%

        @article{roth2011, title = {Prevalence of insomnia}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,roth2011,Insomnia was reported by 12 % of heavy drinkers.

    Good:
        claim_id,cause,claim,supports,measure,low,unit
        c1,Coffee,20 % of heavy drinkers sleep badly.,roth2011,prevalence,20,%

        @article{roth2011, title = {Prevalence of insomnia}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,roth2011,"Among heavy drinkers, 41 of 205 reported insomnia."
    """
    for citation in quoting(evidence):
        source, claim = source_of(citation), evidence.claims[citation.claim]
        if citation.stance in {"supports", "qualifies"}:
            own = quoted_figures(source.quantity)
            wanted = own or quoted_figures(claim.quantity)
            there = set(told_numbers(source.quote))
            missing = [figure for figure in wanted if not any(is_rounded(each, figure) for each in there)]
            if missing and (own or len(missing) == len(wanted)):
                figures = listing([str(figure) for figure in missing])
                message = f"{of_source(citation, evidence)} does not say {figures}; quote where it does, or correct it"
                yield at_quote(citation, message)


def quoted_figures(quantity: Quantity) -> list[Decimal]:
    """The figure of a quantity, or where its range begins and ends."""
    return [*dict.fromkeys(quantity.estimate.reach or ())]


def told_numbers(text: str) -> Iterator[Decimal]:
    """The numbers of a text, in digits and words, each also as a share, and those that two of them make a share."""
    found = [
        Decimal(NUMBER_WORDS[each]) if each in NUMBER_WORDS else read_number(each)
        for each in NUMBER_OR_WORD.findall(text.lower())
        if each in NUMBER_WORDS or each[0].isdecimal()
    ]
    yield from found
    yield from (100 * each for each in found if each < 1)
    yield from (100 * one / other for one, other in pairwise(found) if 0 < one < other)


def read_number(written: str) -> Decimal:
    """A number as written; a comma before three digits parts thousands, any other mark a fraction."""
    return Decimal(re.sub("[,\u00b7]", ".", GROUPED.sub("", written)))


def is_rounded(number: Decimal, figure: Decimal) -> bool:
    """Whether a figure is a number, or what it is rounded to."""
    return abs(number - abs(figure)) <= Decimal(1).scaleb(min(0, int(figure.as_tuple().exponent))) / 2


@rule("SRC308", "info", "values")
def off_topic_quote(evidence: Evidence) -> Iterator[Noticed]:
    """A quote from a source has no word in common with the claim and its causes.

    Why:
        It was copied into the wrong row, or says something else. Words are compared by their forms (heart is cardiac),
        short names by their first letters (RLS); ordinary words such as "patients" do not count.

    False alarms:
        A sentence that says "it" and "our method", or speaks of everything by another name: one in seven of those that
        were drawn at random from a source. Name what it is about in the claim, in `involves` or in `population`.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Ferritin was lower in pregnant women with anaemia.

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Caffeine taken six hours before bedtime reduced total sleep time.
    """
    for citation in quoting(evidence):
        quote = {
            each for each in words(source_of(citation).quote) if len(each) >= MIN_WORD and each not in SAYING_NOTHING
        }
        about = words_about(evidence.claims[citation.claim])
        if len(quote - COMMON) >= MIN_QUOTE and not any(is_one_word(each, own) for each in quote for own in about):
            message = f"{of_source(citation, evidence)} has no word of the claim or its causes; is it in the right row?"
            yield at_quote(citation, message)


def is_one_word(form: str, other: str) -> bool:
    """Whether two forms are of one word, perhaps with another ending: sleep, sleepiness."""
    short, long = sorted((form[:STEM], other[:STEM]), key=len)
    return form == other or (len(short) >= MIN_WORD and long.startswith(short))


def words_about(claim: Claim) -> set[str]:
    """The forms of what a claim is about, and of other names of its causes: in one word, and by their first letters."""
    causes = [part for cause in (claim.cause, *claim.involves) for part in cause.split(WIDER)]
    letters = {"".join(word[0] for word in cause.casefold().split()) for cause in causes}
    return own_words(claim) | letters | {form for cause in causes for form in meaning(cause)}


@rule("SRC309", "info", "values")
def quote_of_others(evidence: Evidence) -> Iterator[Noticed]:
    """What a claim quotes from a source is what that source itself has from others.

    Why:
        "Has been reported" and a citation in the quote say that the source hands something on: it was found elsewhere,
        perhaps otherwise. Cite who found it. Of a review, a guideline or the like nothing is said: that is its work.

    False alarms:
        A source that cites its own data; "has been associated" in a conclusion.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Coffee has been reported to shorten sleep [12].

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep: a review}}

        --- evidence.csv
        claim_id,reference,source_quote
        c1,drake2013,Caffeine reduced sleep by more than 1 hour (p < 0.05).
        c1,clark2017,Coffee has been reported to shorten sleep [12].
    """
    for citation in quoting(evidence):
        quote = plain(source_of(citation).quote)
        if (said := HANDED_ON.search(quote) or CITES.search(quote)) and not sums_up(citation, evidence):
            message = f"{of_source(citation, evidence)} says {said.group()!r}: it is others' there; cite who found it"
            yield at_quote(citation, message)


def sums_up(citation: Citation, evidence: Evidence) -> bool:
    """Whether a source sums up what others found, by its design or its title."""
    reference = evidence.references.get(citation.reference)
    if reference is None or OF_MANY.search(reference.title):
        return True
    return any(DESIGNS[design].sort == "secondary" for design in designs(citation, evidence))
