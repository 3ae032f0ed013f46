"""Rules about the audit's own exceptions: suppressions and the baseline. Those that ask for `found` run last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.auditing.baseline import Baseline, numbered
from graph.auditing.rule import Noticed, rule
from graph.auditing.suppressions import Suppressible, all_suppressible, covered, suppressions
from graph.model import Evidence, Finding
from graph.rules.naming import called
from graph.wording import did_you_mean


@rule("SUP901", "warning", "files")
def unused_suppression(evidence: Evidence, found: Sequence[Finding], checked: frozenset[str]) -> Iterator[Noticed]:
    """A suppression suppresses nothing.

    Why:
        What it excused is mended, so it would hide the next one.

    False alarms:
        A rule that is not checked in this run is left alone.

    Bad:
        claim_id,cause,claim,supports,noqa
        c1,Coffee,Coffee after noon shortens sleep.,drake2013,uncited-claim: common knowledge

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports,noqa
        c1,Coffee,Coffee after noon shortens sleep.,,uncited-claim: common knowledge
    """
    may_be: set[Suppressible] | None = None
    for owner, suppression in suppressions(evidence):
        may_be = all_suppressible(found) if may_be is None else may_be  # which takes long and is seldom needed
        if suppression.rule.casefold() in checked and may_be.isdisjoint(covered(owner, suppression)):
            message = f"{called(owner)} suppresses {suppression.rule!r}, which finds nothing here; delete it"
            yield Noticed(owner, message, place=suppression.place)


@rule("SUP902", "warning", "files")
def suppression_without_reason(evidence: Evidence) -> Iterator[Noticed]:
    """A suppression has no reason, and is not granted.

    Why:
        Whoever comes next cannot tell an exception from a mistake.

    False alarms:
        None is known.

    Bad:
        claim_id,cause,claim,noqa
        c1,Coffee,Coffee after noon shortens sleep.,uncited-claim

    Good:
        claim_id,cause,claim,noqa
        c1,Coffee,Coffee after noon shortens sleep.,uncited-claim: common knowledge
    """
    for owner, suppression in suppressions(evidence):
        if not suppression.reason:
            message = f"{called(owner)} suppresses {suppression.rule!r} without a reason"
            yield Noticed(owner, f"{message}; write {suppression.rule}: why", place=suppression.place)


@rule("SUP903", "warning", "files")
def unknown_suppression(evidence: Evidence, names: Sequence[str]) -> Iterator[Noticed]:
    """A suppression names no rule that there is.

    Why:
        It suppresses nothing, and whoever wrote it believes that it does.

    False alarms:
        None is known.

    Bad:
        claim_id,cause,claim,noqa
        c1,Coffee,Coffee after noon shortens sleep.,uncited-clam: common knowledge

    Good:
        claim_id,cause,claim,noqa
        c1,Coffee,Coffee after noon shortens sleep.,uncited-claim: common knowledge
    """
    for owner, suppression in suppressions(evidence):
        if suppression.rule.casefold() not in names:
            message = f"{called(owner)} suppresses {suppression.rule!r}, which is no rule"
            cure = did_you_mean(suppression.rule, names) or "; name a code or a rule"
            yield Noticed(owner, f"{message}{cure}", place=suppression.place)


@rule("SUP904", "info", "files")
def stale_baseline(
    _evidence: Evidence, found: Sequence[Finding], checked: frozenset[str], baseline: Baseline | None
) -> Iterator[Noticed]:
    """The baseline has a finding that no longer occurs.

    Why:
        It would hide the next one of its kind; write the baseline anew.

    False alarms:
        None is known; a rule that is not checked in this run is left alone.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

        --- baseline.json
        [{"fingerprint": "0123456789abcdef", "code": "CLM001", "message": "claim 'c1' has no source"}]

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,

        --- baseline.json
        []
    """
    if baseline is None:
        return
    marks = {mark for mark, _ in numbered(found)}
    for known in baseline.known:
        if known.code.casefold() in checked and known.fingerprint not in marks:
            message = f"no longer occurs: {known.code}, {known.message!r}; write the baseline anew"
            yield Noticed(known.place, message)
