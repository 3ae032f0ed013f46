"""The audit: every rule that is chosen over the whole evidence, and what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain
from operator import attrgetter, itemgetter

from graph.auditing.articles import GivenArticle, is_own
from graph.auditing.baseline import numbered, worse
from graph.auditing.choosing import check, choose, excused_by_cause, severities
from graph.auditing.following import consequences
from graph.auditing.given import MISSING, Given, Once
from graph.auditing.report import Report, Suppressed
from graph.auditing.rule import Population, Rule
from graph.auditing.settings import Settings
from graph.auditing.suppressions import granted, reason_for
from graph.auditing.texts import looked_up
from graph.collector import collector_paused
from graph.model import NO_ARTICLE, Evidence, Finding, Severity, UnusableError
from graph.references.identifiers import identifiers
from graph.rules import RULES
from graph.support import Support

EMPTY: dict[Population, str] = {
    "claims": "no claims were read",
    "references": "no references were read",
    "citations": "no claim cites anything",
    "causes": "no causes were read",
    "values": "no source values were read: --values",
    "quotes": "no claim has a quote",
    "sentences": "no sentence of the article cites anything",
}
"""Why a rule with nothing to look at was not checked."""

EVERYTHING_USUAL = Settings()

NOTHING_ELSE = Given()


@collector_paused()
def audit(
    evidence: Evidence,
    settings: Settings = EVERYTHING_USUAL,
    given: Given = NOTHING_ELSE,
    rules: Sequence[Rule] = RULES,
) -> Report:
    """Run the rules that the settings ask for over the evidence.

    A rule with nothing to look at, or without what it needs, is reported as not run. Findings stand by file and line.
    Raises UnusableError, a ValueError, for settings that mean no rule or no cause.

    >>> import graph
    >>> report = graph.audit(graph.sample(), graph.Settings(select=("CLM001",)))
    >>> report.count("error"), str(report.findings[0].place), report.findings[0].subject
    (8, 'claims.csv:2', 'claim:title-01')
    """
    check(settings, rules, evidence)
    if settings.about not in {NO_ARTICLE, evidence.article}:
        evidence = replace(evidence, article=settings.about)
    chosen, ignored = choose(rules, settings)
    given = replace(
        given,
        as_of=counted_from(given.as_of or settings.as_of),
        names=codes_and_names(tuple(rules)),
        support=support_for(evidence, given.support),
        once=Once(evidence),
    )
    sizes = population_sizes(evidence, given.article)
    reasons = {rule.code: reason_not_to_run(rule, sizes, evidence, given) for rule in chosen}
    checks = [rule for rule in chosen if not reasons[rule.code]]
    found = sorted(run_rules(checks, evidence, given, severities(rules, settings)), key=by_place)
    by_cause = excused_by_cause(rules, settings, evidence)
    excused = dict(sorted(excuses(found, evidence, by_cause, given), key=itemgetter(0)))
    findings = tuple(finding for position, finding in enumerate(found) if position not in excused)
    return Report(
        findings=findings,
        follows=consequences(findings, evidence),
        suppressed=tuple(excused.values()),
        checks=tuple(checks),
        not_run=(*ignored, *((rule, reasons[rule.code]) for rule in chosen if reasons[rule.code])),
        claims=sizes["claims"],
        references=sizes["references"],
        causes=sizes["causes"],
        left_out=len(evidence.left_out),
        sentences=sizes.get("sentences", 0),
        quotes=Counter(quoted.state for quoted in looked_up(evidence, given.texts)),
        support=given.support,
    )


def support_for(evidence: Evidence, known: Support | None) -> Support:
    """What rests on what: as it is known, where that is of the same evidence, whatever article that is of."""
    same = known is not None and all(
        getattr(known.evidence, name) is getattr(evidence, name) for name in ("claims", "references", "causes")
    )
    return known if known is not None and same else Support(evidence, identifiers)


def counted_from(day: object) -> date | None:
    """The day that age is counted from, if there is one; UnusableError for what only looks like a date."""
    if day is None or isinstance(day, date):
        return day
    raise UnusableError(f"as_of is {day!r}; give a date of Python's, such as datetime.date(2026, 1, 31)")


@lru_cache(maxsize=2**6)  # thousands of articles are looked at by the same rules
def codes_and_names(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """The codes and names of rules, in lower case."""
    return tuple(chain.from_iterable((rule.code.casefold(), rule.name) for rule in rules))


def population_sizes(evidence: Evidence, article: GivenArticle | None = None) -> dict[Population, int]:
    """How much there is of what rules look at; nothing is said of sentences where no article is given."""
    citations = list(evidence.citations())
    sizes: dict[Population, int] = {
        "claims": len(evidence.claims),
        "references": len(evidence.references),
        "citations": len(citations),
        "causes": len(evidence.causes),
        "values": sum(citation.source is not None for citation in citations),
        "quotes": sum(bool(claim.quote) for claim in evidence.claims.values()),
        "files": 1,
    }
    return sizes | ({"sentences": len(article.citing)} if article else {})


def reason_not_to_run(rule: Rule, sizes: Mapping[Population, int], evidence: Evidence, given: Given) -> str:
    """Why a rule cannot be checked, or an empty string."""
    if sizes.get(rule.population) == 0:
        return EMPTY[rule.population]
    if not rule.needs:
        return ""
    if "article" in rule.needs and is_own(evidence, given.article):
        return "the claims are the article's own sentences"
    if "baseline" in rule.needs and given.baseline and evidence.left_out:
        return "the baseline may know of claims that are left out"
    return next((why for need, why in MISSING.items() if need in rule.needs and getattr(given, need) is None), "")


def run_rules(rules: Sequence[Rule], evidence: Evidence, given: Given, levels: Mapping[str, Severity]) -> list[Finding]:
    """What the rules find; those that ask for what was found run last."""
    found: list[Finding] = []
    given = replace(given, checked=frozenset(codes_and_names(tuple(rules))))
    for rule in sorted(rules, key=lambda rule: "found" in rule.needs):
        new = rule.findings(evidence, replace(given, found=tuple(found)) if "found" in rule.needs else given)
        found += (replace(each, severity=levels[rule.code]) for each in new) if rule.code in levels else new
    return found


by_place: Callable[[Finding], tuple[str, int, int, str, str]] = attrgetter(
    "place.file", "place.line", "place.offset", "code", "message"
)
"""What findings are sorted by."""


def excuses(
    found: Sequence[Finding], evidence: Evidence, by_cause: Mapping[str, Mapping[str, str]], given: Given
) -> Iterator[tuple[int, Suppressed]]:
    """The positions of the findings that are excused, each with how and why; `by_cause` is what settings excuse."""
    allowed = granted(evidence)
    if not (allowed or by_cause or given.baseline):
        return
    left: dict[int, Finding] = {}
    for position, finding in enumerate(found):
        if reason := reason_for(finding, allowed):
            yield position, Suppressed(finding, "noqa", reason)
        elif by_cause and (reason := by_cause.get(cause_of(finding, evidence), {}).get(finding.code, "")):
            yield position, Suppressed(finding, "settings", reason)
        else:
            left[position] = finding
    if given.baseline is None or given.support is None:
        return
    known = {each.fingerprint for each in given.baseline.known}
    marks = [mark for mark, _ in numbered(left.values())]
    mended = known.difference(marks)
    for (position, finding), mark in zip(left.items(), marks, strict=True):
        if mark in known or not mended.isdisjoint(worse(finding, given.support)):
            yield position, Suppressed(finding, "baseline", "known already")


def cause_of(finding: Finding, evidence: Evidence) -> str:
    """The cause that a finding is about, or an empty string."""
    kind, _, key = finding.subject.partition(":")
    if kind == "claim" and key in evidence.claims:
        return evidence.claims[key].cause
    return key if kind == "cause" else ""
