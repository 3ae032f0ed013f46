"""Rules about claims: what references dispute."""

from __future__ import annotations

from collections.abc import Iterator

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Stance
from graph.rules.naming import called, cited_all
from graph.support import Support
from graph.wording import listing


@rule("CLM009", "warning", "claims")
def contested_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A reference supports or qualifies a claim, and another disputes it.

    Why:
        A reader should hear of both sides. To say so in the claim, or to weigh them, is up to whoever writes.

    False alarms:
        A claim that already says that sources disagree; suppress with that as the reason.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}

    Good:
        claim_id,cause,claim,supports,qualifies
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for claim in evidence.claims.values():
        if support.states[claim.key] == "contested":
            against = f"is disputed by {cited_all(keys_of(claim, support, 'disputes'), evidence)}"
            message = f"{called(claim)} {against} and {backing(claim, support, evidence)}; weigh them and say so"
            yield Noticed(claim, message, "disputes")


def keys_of(claim: Claim, support: Support, stance: Stance) -> list[str]:
    """The references that have this stance to a claim."""
    return list(dict.fromkeys(citation.reference for citation in support.citations(claim.key, (stance,))))


def backing(claim: Claim, support: Support, evidence: Evidence) -> str:
    """What speaks for a claim: "supported by a and qualified by b"."""
    sides = {"supported": keys_of(claim, support, "supports"), "qualified": keys_of(claim, support, "qualifies")}
    return listing([f"{what} by {cited_all(keys, evidence)}" for what, keys in sides.items() if keys])


@rule("CLM015", "error", "claims")
def refuted_claim(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """References dispute a claim, and none supports or qualifies it.

    Why:
        It is worse off than a claim without any source: what was found speaks against it, and it is stated all the
        same.

    False alarms:
        A claim that says itself that something is not so; then its references support it.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee has no effect on sleep.,,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee shortens sleep.,drake2013,
        c2,Coffee,Coffee shortens sleep by a third.,drake2013,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for claim in evidence.claims.values():
        if support.states[claim.key] == "refuted":
            against = (
                f"is disputed by {cited_all(keys_of(claim, support, 'disputes'), evidence)} and supported by nothing"
            )
            yield Noticed(claim, f"{called(claim)} {against}; drop it, or cite what supports it", "disputes")
