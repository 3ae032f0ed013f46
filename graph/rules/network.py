"""Rules about the network as a whole: references nothing leans on, and causes that lean on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Evidence
from graph.rules.rule import Noticed, rule
from graph.wording import count


@rule("GRF401", "warning", "references")
def unused_reference(evidence: Evidence) -> Iterator[Noticed]:
    """No claim is linked to a reference.

    Why:
        It lends the list a weight that no statement rests on, or the statement that rests on it was missed.

    False alarms:
        A bibliography that serves several articles.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    used = {citation.reference for citation in evidence.citations()}
    for reference in evidence.references.values():
        if reference.key not in used:
            yield Noticed(reference, f"reference {reference.key!r} is used by no claim; link it, or drop it")


@rule("GRF402", "error", "causes")
def cause_without_evidence(evidence: Evidence) -> Iterator[Noticed]:
    """No claim about a cause, or about a narrower one, has a source.

    Why:
        That it is a cause at all is said, not shown.

    False alarms:
        Causes that an article only names in passing.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    for name, claims in evidence.claims_by_cause().items():
        if not any(evidence.sources(claim) for claim in claims):
            number = f"its {count(len(claims), 'claim')}" if len(claims) > 1 else "its only claim"
            state = f"none of {number} has a source" if len(claims) > 1 else f"{number} has no source"
            yield Noticed(evidence.causes[name], f"cause {name!r} rests on nothing: {state}; find one, or say so")


@rule("GRF403", "warning", "causes")
def cause_on_one_reference(evidence: Evidence) -> Iterator[Noticed]:
    """All that is sourced about a cause rests on one reference.

    Why:
        If that reference falls, the whole cause falls with it.

    False alarms:
        A cause that only one group has studied.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for name, claims in evidence.claims_by_cause().items():
        keys = {citation.reference for claim in claims for citation in evidence.sources(claim)}
        if len(keys) == 1:
            message = f"all that is sourced about cause {name!r} rests on {min(keys)!r}; look for a second reference"
            yield Noticed(evidence.causes[name], message)
