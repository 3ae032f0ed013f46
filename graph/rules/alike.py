"""Rules about claims that are alike: the same one twice, its opposite, and one with other figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from typing import cast

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Ends, Evidence, Quantity
from graph.rules.figures import name, span
from graph.rules.naming import called
from graph.support.numbers import by_key
from graph.texts.figures import is_same
from graph.texts.forms import MIN_SLIP, is_slip, words

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

SHORT_STEM = 6
"""How many letters of a word say what it is about: pregnancy, pregnant."""

TOPIC, ONE_IN_FIVE = 3, 5
"""A word that so many claims have, and one in so many of all, says nothing about one of them."""


@rule("CLM020", "warning", "claims")
def repeated_claim(evidence: Evidence) -> Iterator[Noticed]:
    """The same claim about the same cause stands in two rows.

    Why:
        It is counted twice, and its sources fall apart: each row looks worse sourced than the claim is. Claims are
        the same if their words are, but for case, number, spelling, a slip in a longer word, and words such as "very".
        Another number, another population or a negation makes another claim.

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
    known = KnownClaims()
    for claim in by_id(evidence.claims.values()):
        if twin := known.twin(claim):
            message = f"{called(claim)} says the same as {twin.key!r} in line {twin.place.line}"
            yield Noticed(claim, f"{message}, {sources_beside(claim, twin)}", "claim")
        else:
            known.add(claim)


def by_id(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order of their ids, so that what is found does not hang on the order of the rows."""
    return sorted(claims, key=lambda claim: claim.key)


def sources_beside(claim: Claim, twin: Claim) -> str:
    """How the sources of two claims that are one compare, and what to do."""
    if cited_by(claim) == cited_by(twin):
        return f"with {'the same sources' if claim.citations else 'no source either'}; delete one of them"
    return "with other sources; join them in one row"


def cited_by(claim: Claim) -> frozenset[tuple[str, str]]:
    """The references that a claim cites, and how they stand to it."""
    return frozenset((citation.stance, citation.reference) for citation in claim.citations)


class KnownClaims:
    """The claims so far, by their words, and by all of their words but a longer one."""

    def __init__(self) -> None:
        self.whole: dict[Hashable, list[Claim]] = defaultdict(list)
        self.but_one: dict[int, list[tuple[str, Claim]]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """Know a claim from now on."""
        said = telling_words(claim)
        self.whole[claim.cause, said].append(claim)
        for rest, word in without_one(claim.cause, said):
            self.but_one[rest].append((word, claim))

    def twin(self, claim: Claim) -> Claim | None:
        """The known claim that is this one."""
        said = telling_words(claim)
        same = self.whole.get((claim.cause, said), [])
        slipped = (
            other
            for rest, word in without_one(claim.cause, said)
            for odd, other in self.but_one.get(rest, ())
            if is_slip(word, odd)
        )
        return next((each for each in (*same, *slipped) if said and agree(claim.quantity, each.quantity)), None)


def telling_words(claim: Claim) -> tuple[str, ...]:
    """The forms of a claim's words in their order, without those that say nothing."""
    return tuple(word for word in words(claim.text) if word not in FILLERS)


def without_one(cause: str, said: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Each longer word, with a number for the cause and all other words: millions of numbers are no load."""
    for position, word in enumerate(said):
        if len(word) >= MIN_SLIP:
            yield hash((cause, said[:position], said[position + 1 :])), word


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same wherever both are filled in."""
    pairs = ((getattr(one, each.name), getattr(other, each.name)) for each in fields(Quantity))
    return all(a == b for a, b in pairs if a not in {None, ""} and b not in {None, ""})


@rule("CLM021", "warning", "claims")
def opposite_claims(evidence: Evidence) -> Iterator[Noticed]:
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
    known: dict[Hashable, Claim] = {}
    for claim in by_id(evidence.claims.values()):
        said = telling_words(claim)
        bare = tuple(word for word in said if word not in NEGATIONS)
        turned = len(said) - len(bare)
        if (other := known.get((claim.cause, bare, turned % 2 == 0))) and agree(claim.quantity, other.quantity):
            message = f"{called(claim)} says the opposite of {other.key!r} in line {other.place.line}"
            yield Noticed(claim, f"{message}; drop one, or say when which is so", "claim")
        known.setdefault((claim.cause, bare, turned % 2 == 1), claim)


@rule("NUM112", "warning", "claims")
def disagreeing_figures(evidence: Evidence) -> Iterator[Noticed]:
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
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in by_id(evidence.claims.values()):
        if claim.quantity.estimate and claim.quantity.measure:
            groups[measured_of(claim)].append(claim)
    several = [group for group in groups.values() if len(group) > 1]
    topic = topic_words(evidence) if several else frozenset()
    for group in several:
        for alike in by_key((subject_words(claim) - topic, claim) for claim in group).values():
            for claim, other in clashes(alike):
                figures = (
                    f"has {in_unit(claim.quantity)}, but {other.key!r} in line {other.place.line} says the same of"
                )
                message = f"{called(claim)} {figures} {in_unit(other.quantity)}; correct one, or say what differs"
                yield Noticed(claim, message, "low")


def clashes(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims whose figures cannot be right beside those of an earlier one: the one with the least or the most."""
    extremes: tuple[Claim, ...] = ()
    for claim in claims:
        if other := next((each for each in extremes if disagree(claim, each)), None):
            yield claim, other
        so_far = (*extremes, claim)
        extremes = min(so_far, key=lambda each: reach(each)[1]), max(so_far, key=lambda each: reach(each)[0])


def reach(claim: Claim) -> Ends:
    """From where to where a claim's figure is; it must have one."""
    return cast("Ends", claim.quantity.estimate.reach)


def measured_of(claim: Claim) -> Hashable:
    """What two claims must have in common for their figures to be comparable."""
    quantity = claim.quantity
    return (
        claim.cause,
        frozenset(claim.involves),
        name(quantity.measure),
        name(quantity.unit),
        words(quantity.population),
        words(quantity.comparator),
    )


def topic_words(evidence: Evidence) -> frozenset[str]:
    """The words that so many claims have that they say nothing about one of them."""
    used = Counter(
        word for claim in evidence.claims.values() for word in {each[:SHORT_STEM] for each in words(claim.text)}
    )
    return frozenset(word for word, number in used.items() if number >= max(TOPIC, len(evidence.claims) / ONE_IN_FIVE))


def subject_words(claim: Claim) -> frozenset[str]:
    """What a claim's text speaks of beside its figures and what its columns say."""
    quantity = claim.quantity
    columns = words(f"{claim.cause} {quantity.measure} {quantity.unit} {quantity.population} {quantity.comparator}")
    known = {each[:SHORT_STEM] for each in columns}
    spoken = (each for each in words(claim.text) if each not in TELLING and not each.isdigit())
    return frozenset(each[:SHORT_STEM] for each in spoken) - known


def disagree(one: Claim, other: Claim) -> bool:
    """Whether the ranges of two claims have nothing in common, not even a rounded end."""
    first, second = sorted((reach(one), reach(other)))
    return first[1] < second[0] and not is_same(first[1], second[0])


def in_unit(quantity: Quantity) -> str:
    """A quantity's figure in words, with its unit."""
    return f"{span(quantity.estimate)} {quantity.unit}".rstrip()
