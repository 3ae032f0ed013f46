"""Rules about claims that are alike: the same one twice, its opposite, and one with other figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, cast

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Ends, Estimate, Evidence, Quantity
from graph.rules.figures import name, span
from graph.rules.naming import called
from graph.rules.twins import Words, agree, twins_in
from graph.support.numbers import by_key
from graph.texts.figures import is_same
from graph.texts.forms import but_for_slip, words
from graph.wording import count

FILLERS = frozenset(
    words("also are be been being had has have is it its often that there these this those very was were")
)
"""Words without which a claim says the same. Any other word, put for another or added, may make another claim."""

NEGATIONS = frozenset(words("cannot neither never no none nor not without"))
"""Words that turn a claim into its opposite."""

TELLING = FILLERS | frozenset(
    words(
        "about affect affected all among another anywhere approximately around as between by cent common develop"
        " estimate estimated experience figure find found frequency frequent from get go had high higher in increase"
        " increased large many more most nearly number observe observed occur one other over part people percent per"
        " percentage prevalence put range reach recent report reported review roughly say seen several share show shown"
        " some study suffer suggest survey than them they time to under up who"
    )
)
"""Words that tell of a figure, and not what it is about."""

short_stem: Callable[[str], str] = itemgetter(slice(6))
"""So many letters of a word say what it is about: pregnancy, pregnant."""

TOPIC, ONE_IN_FIVE = 3, 5
"""A word that so many claims have, and one in so many of all, says nothing about one of them."""


@rule("CLM020", "warning", "claims")
def repeated_claim(evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """The same claim about the same cause stands in two rows.

    Why:
        It is counted twice, and its sources fall apart: each row looks worse sourced than the claim is. Claims are
        the same if their words are, but for case, number, spelling, a slip in a longer word, and words such as "very".
        Another number, another population or a negation makes another claim. What an article says three times or more
        is a phrase of it, such as "Not known" under each of many species: one info says so of all.

    False alarms:
        Two claims whose difference stands in a column that is not looked at, such as `note`: say it in the claim.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee after noon shortens the sleep,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017
        c2,Coffee,Coffee before noon shortens sleep.,drake2013
        c3,Tea,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    articles = frozenset(evidence.named("article"))
    perhaps_same = by_key(((claim.cause, outline(said)), (claim, said)) for claim, said in once(worded))
    for group in perhaps_same.values():
        twins = twins_in([(claim, without_fillers(said)) for claim, said in group]) if len(group) > 1 else ()
        repeats = by_key((twin.key, (claim, twin)) for claim, twin in twins)
        for each in repeats.values():
            yield from repeated(each, in_article=each[0][0].place.file in articles)


def repeated(repeats: Sequence[tuple[Claim, Claim]], *, in_article: bool) -> Iterator[Noticed]:
    """What is said of the repeats of one claim, each with that; of a phrase of an article it is said once."""
    is_phrase = in_article and len(repeats) > 1
    for claim, twin in repeats[:1] if is_phrase else repeats:
        same = f"{called(claim)} says the same as {twin.key!r} in line {twin.place.line}"
        if is_phrase:
            many = f"{same}, as do {count(len(repeats) - 1, 'other')}; say of what each of them is said"
            yield Noticed(claim, many, "claim", "info")
        else:
            yield Noticed(claim, f"{same}, {sources_beside(claim, twin)}", "claim")


def worded(evidence: Evidence) -> list[tuple[Claim, Words]]:
    """The claims with the forms of their words.

    They stand in the order of their ids, so that what is found does not hang on the order of the rows.
    """
    claims = evidence.claims
    return [(claims[key], words(claims[key].text)) for key in sorted(claims)]


def outline(said: Words) -> str:
    """What words have in common with those that are the same but for fillers and slips; few others have it, too."""
    return "".join(map(outline_of_word, said))


@lru_cache(maxsize=2**16)
def outline_of_word(word: str) -> str:
    """What a word adds to an outline."""
    return "" if word in FILLERS else but_for_slip(word)


def sources_beside(claim: Claim, twin: Claim) -> str:
    """How the sources of two claims that are one compare, and what to do."""
    if cited_by(claim) == cited_by(twin):
        return f"with {'the same sources' if claim.citations else 'no source either'}; delete one of them"
    return "with other sources; join them in one row"


def cited_by(claim: Claim) -> frozenset[tuple[str, str]]:
    """The references that a claim cites, and how they stand to it."""
    return frozenset((citation.stance, citation.reference) for citation in claim.citations)


def without_fillers(said: Words) -> Words:
    """Words in their order, without those that say nothing."""
    return said if FILLERS.isdisjoint(said) else tuple(word for word in said if word not in FILLERS)


@rule("CLM021", "warning", "claims")
def opposite_claims(_evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """Two claims about one cause say the opposite of each other.

    Why:
        They have the same words but for a negation, so one of them is wrong, or they need the words that tell when
        which is so. References that disagree belong to one claim, as `supports` and `disputes`.

    False alarms:
        A myth that is listed beside its correction; say in the claim whose opinion it is.

    Bad:
        claim_id,cause,claim
        c1,Coffee,Coffee is harmful in pregnancy.
        c2,Coffee,Coffee is not harmful in pregnancy.

    Good:
        claim_id,cause,claim
        c1,Coffee,Coffee is harmful in pregnancy.
        c2,Coffee,Coffee is not harmful to runners.
        c3,Tea,Coffee is not harmful in pregnancy.
    """
    turned_somewhere = {claim.cause for claim, said in once(worded) if not NEGATIONS.isdisjoint(said)}
    known: dict[Hashable, Claim] = {}
    for claim, every in once(worded):
        if claim.cause not in turned_somewhere:
            continue
        said = without_fillers(every)
        bare = said if NEGATIONS.isdisjoint(said) else tuple(word for word in said if word not in NEGATIONS)
        turned = len(said) - len(bare)
        if (other := known.get((claim.cause, bare, turned % 2 == 0))) and agree(claim.quantity, other.quantity):
            message = f"{called(claim)} says the opposite of {other.key!r} in line {other.place.line}"
            yield Noticed(claim, f"{message}; drop one, or say when which is so", "claim")
        known.setdefault((claim.cause, bare, turned % 2 == 1), claim)


@rule("NUM112", "warning", "claims")
def disagreeing_figures(_evidence: Evidence, once: Once) -> Iterator[Noticed]:
    """Two claims say the same with figures that cannot both be right.

    Why:
        Their cause, measure, unit, population and comparator are the same, and so is what their texts speak of; but
        their ranges do not overlap, or their points differ by more than rounding. A reader who finds one of them is
        misled about what is known.

    False alarms:
        Two studies that disagree; give one claim the whole range, or say in each what it looked at.

    Bad:
        claim_id,cause,claim,measure,low,high,unit,population
        c1,Pregnancy,Between 10 % and 30 % of pregnant women sleep badly.,prevalence,10,30,%,pregnant women
        c2,Pregnancy,Studies found that 45 % of pregnant women sleep badly.,prevalence,45,,%,pregnant women

    Good:
        claim_id,cause,claim,measure,low,high,unit,population
        c1,Pregnancy,Between 10 % and 30 % of pregnant women sleep badly.,prevalence,10,30,%,pregnant women
        c2,Pregnancy,Studies found that 25 % of pregnant women sleep badly.,prevalence,25,,%,pregnant women
        c3,Pregnancy,45 % of pregnant women sleep badly in the third trimester.,prevalence,45,,%,pregnant women
        c4,Pregnancy,8 % of pregnant women wake early.,prevalence,8,,%,pregnant women
    """
    measured = [(with_reach(claim), said) for claim, said in once(worded) if has_measure(claim.quantity)]
    groups = by_key((measured_of(each.claim), (each, said)) for each, said in measured)
    for group in groups.values():
        for one, other in clashes_in(group, once) if may_clash([each.reach for each, _ in group]) else ():
            figures = f"has {in_unit(one)}, but {other.claim.key!r} in line {other.claim.place.line} says the same of"
            message = f"{called(one.claim)} {figures} {in_unit(other)}; correct one, or say what differs"
            yield Noticed(one.claim, message, "low")


class Measured(NamedTuple):
    """A claim with its figure, and from where to where that reaches."""

    claim: Claim
    estimate: Estimate
    reach: Ends


def has_measure(quantity: Quantity) -> bool:
    """Whether a quantity has a figure and says what that measures."""
    return bool(quantity.measure) and quantity.has_figure


def may_clash(reaches: Sequence[Ends]) -> bool:
    """Whether not all ranges have something in common: what claims speak of takes long to find out."""
    return len(reaches) > 1 and max(low for low, _ in reaches) > min(high for _, high in reaches)


def clashes_in(group: Sequence[tuple[Measured, Words]], once: Once) -> Iterator[tuple[Measured, Measured]]:
    """What clashes among claims with the same measure, of those that speak of the same."""
    told = [(subject_words(each.claim, said), each) for each, said in group]
    if any(subject != told[0][0] for subject, _ in told):  # else nobody needs to know what is common to all claims
        told = [(subject - once(topic_words), each) for subject, each in told]
    for alike in by_key(told).values():
        yield from clashes(alike)


def clashes(measured: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Claims whose figures cannot be right beside those of an earlier one: the one with the least or the most."""
    least = most = measured[0]
    for new in measured[1:]:
        if other := next((each for each in (least, most) if disagree(new.reach, each.reach)), None):
            yield new, other
        least = new if new.reach[1] < least.reach[1] else least
        most = new if new.reach[0] > most.reach[0] else most


def with_reach(claim: Claim) -> Measured:
    """A claim that has a figure, with that."""
    estimate = claim.quantity.estimate
    return Measured(claim, estimate, cast("Ends", estimate.reach))


def measured_of(claim: Claim) -> Hashable:
    """What two claims must have in common for their figures to be comparable."""
    quantity = claim.quantity
    labels = labels_of(quantity.measure, quantity.unit, quantity.population, quantity.comparator)
    return claim.cause, frozenset(claim.involves), labels


@lru_cache(maxsize=2**12)  # thousands of claims have the same few
def labels_of(measure: str, unit: str, population: str, comparator: str) -> Hashable:
    """What the columns of a quantity say beside its figures, as it is compared."""
    return name(measure), name(unit), words(population), words(comparator)


def topic_words(evidence: Evidence) -> frozenset[str]:
    """The words that so many claims have that they say nothing about one of them."""
    used = Counter(chain.from_iterable({*map(short_stem, words(each.text))} for each in evidence.claims.values()))
    return frozenset(word for word, number in used.items() if number >= max(TOPIC, len(evidence.claims) / ONE_IN_FIVE))


def subject_words(claim: Claim, said: Words) -> frozenset[str]:
    """What a claim's text speaks of beside its figures and what its columns say."""
    quantity = claim.quantity
    columns = f"{claim.cause} {quantity.measure} {quantity.unit} {quantity.population} {quantity.comparator}"
    return frozenset(map(subject_word, said)) - stems_in(columns)


@lru_cache(maxsize=2**16)
def subject_word(word: str) -> str:
    """The stem of a word that says what a claim is about; an empty string for a figure, and what tells of one."""
    return "" if word in TELLING or word.isdigit() else short_stem(word)


@lru_cache(maxsize=2**14)  # many claims have the same cause and columns
def stems_in(text: str) -> frozenset[str]:
    """The stems of a text's words, and what stands for a word that has none."""
    return frozenset(("", *map(short_stem, words(text))))


def disagree(one: Ends, other: Ends) -> bool:
    """Whether two ranges have nothing in common, not even a rounded end."""
    first, second = (one, other) if one <= other else (other, one)
    return first[1] < second[0] and not is_same(first[1], second[0])


def in_unit(measured: Measured) -> str:
    """The figure of a claim in words, with its unit."""
    return f"{span(measured.estimate)} {measured.claim.quantity.unit}".rstrip()
