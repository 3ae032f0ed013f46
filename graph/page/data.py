"""Evidence and report -> the plain data that the page shows: words for the reader, nodes and views for the map."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, cast

from graph.auditing.engine import support_for
from graph.auditing.report import Report, checked
from graph.auditing.rule import Rule
from graph.model import SEVERITIES, STANCES, Cause, Claim, Evidence, Finding, Reference, SourceValue, Stance
from graph.page.candidates import page_candidates
from graph.page.contract import (
    AuditData,
    BarPart,
    CandidateData,
    CauseData,
    CitationData,
    ClaimData,
    CoverageData,
    FindingData,
    PageData,
    ReferenceData,
    RuleData,
    RunRule,
    SourceData,
)
from graph.page.figures import figures, measured, quantity_data
from graph.page.originals import forms_of, originals_data, written_anew
from graph.page.tables import ColumnParts, ColumnTable
from graph.references.citing import citation_by, short_citation
from graph.references.identifiers import addresses
from graph.reports.arranging import Sort, widespread
from graph.reports.data import Marked, marked, more_of, record, rest_of_data, summary_data
from graph.support import Coverage, State
from graph.support.reviews import is_stale
from graph.support.tree import tree_order
from graph.wording import count, listing


class NestedCause(CauseData):
    """A cause for the list in the HTML, with the claims that name it and its narrower causes."""

    own: list[ClaimData]
    narrower: list[NestedCause]


class NestedFinding(FindingData):
    """A finding for the list in the HTML, with those that follow from it."""

    following: list[FindingData]


class NestedRule(RunRule):
    """A rule for the list in the HTML, with the findings that follow from no other, and how many these are."""

    number: int
    own: list[NestedFinding]


BAR: Mapping[State, tuple[State, ...]] = {
    "supported": ("supported", "qualified"),
    "contested": ("contested",),
    "refuted": ("refuted",),
    "unsourced": ("mentioned", "unsourced"),
}
"""The parts of a bar of claims, each looking like a state, and the states that it counts."""


NONE: list[Any] = []
"""What most things have of what only few have: one list for all, to which nothing is ever added."""

NO_SOURCE: SourceData = {}
"""The same of what references themselves state."""


def page_data(evidence: Evidence, report: Report) -> PageData:
    """Everything that the page shows, as plain data with stable order; ids are those of the network."""
    support = support_for(evidence, report.support)
    whole = support.coverage_of("")
    uses = Counter(map(attrgetter("reference", "stance"), evidence.citations()))
    names = {reference.key: short_citation(reference) for reference in evidence.references.values()}
    candidates, too_many = page_candidates(evidence, support.states)
    forms = forms_of(evidence)
    bibtex = written_anew(evidence, forms)
    every = list(marked(report))
    return {
        "summary": denominator(evidence, whole),
        "all": coverage_data(whole),
        "basis": basis(evidence),
        "too_many": too_many,
        "legend": legend(evidence),
        "bar": bar(whole),
        "causes": [
            cause_data(cause, support.coverage_of(cause.name)) for cause in tree_order(evidence.causes.values())
        ],
        "claims": claims_data(list(evidence.claims.values()), support.states, names, candidates),
        "references": references_data(list(evidence.references.values()), names, uses, bibtex),
        "checks": checked(report),
        "suppressed": len(report.suppressed),
        "findings": findings_data(report, every),
        "audit": audit_data(report, every, evidence),
        "rules": rules_data(report, widespread(report, evidence)),
        "originals": originals_data(evidence, forms),
        "not_run": [{**rule_data(rule), "reason": reason} for rule, reason in report.not_run],
    }


def denominator(evidence: Evidence, whole: Coverage) -> str:
    """What there is, given the coverage of all claims: "95 claims: 52 sourced, 43 not; 21 references, 3 unused"."""
    cited = evidence.cited()
    unused = sum(key not in cited for key in evidence.references)
    claims = f"{count(whole.claims, 'claim')}: {whole.sourced:,} sourced, {whole.claims - whole.sourced:,} not"
    claims += f", {len(evidence.left_out):,} left out" if evidence.left_out else ""
    return f"{claims}; {count(len(evidence.references), 'reference')}, {unused:,} unused"


def legend(evidence: Evidence) -> list[str]:
    """The relations that the map has to explain: the stances there are, and "involves" where a claim does."""
    used = set(map(attrgetter("stance"), evidence.citations()))
    involves = any(claim.involves for claim in evidence.claims.values())
    return [stance for stance in STANCES if stance in used] + ["involves"] * involves


def basis(evidence: Evidence) -> str:
    """How many links between claims and references are inferred, in words; empty where none is."""
    bases = [citation.basis for citation in evidence.citations()]
    inferred = bases.count("inferred")
    if not inferred:
        return ""
    some = inferred < len(bases)
    return f"{f'{inferred:,} of' if some else 'all'} {count(len(bases), 'link')} inferred"


def bar(whole: Coverage) -> list[BarPart]:
    """The parts of the bar of all claims: what each looks like, where it begins and how wide it is, in per cent."""
    parts: list[BarPart] = []
    begin = 0
    for name, states in BAR.items():
        number = sum(getattr(whole, state) for state in states)
        if number:
            parts.append({"state": name, "at": share(begin, whole.claims), "width": share(number, whole.claims)})
        begin += number
    return parts


def share(number: int, whole: int) -> float:
    """A number in per cent of the whole."""
    return round(100 * number / whole, 2)


def coverage_data(row: Coverage) -> CoverageData:
    """How many claims are about a cause, by state, how many more involve it, what they rest on; and both in words."""
    numbers = {each.name: getattr(row, each.name) for each in fields(row) if each.name != "cause"}
    return cast("CoverageData", {**numbers, "words": row.words})


def cause_data(cause: Cause, row: Coverage) -> CauseData:
    """A cause and its coverage."""
    return {
        "id": cause.id,
        "name": cause.name,
        "label": cause.label,
        "wider": f"cause:{cause.wider}" if cause.wider else "",
        "depth": cause.name.count(" > "),
        **coverage_data(row),
    }


def claims_data(
    claims: Sequence[Claim],
    states: Mapping[str, State],
    names: Mapping[str, str],
    candidates: Mapping[str, list[CandidateData]],
) -> ColumnTable[ClaimData]:
    """Claims with their citations, and figures in words; `names` has what each reference is called, by its key."""
    quantities = [claim.quantity for claim in claims]
    drawn = [*map(quantity_data, quantities)]
    words = [*map(figures, quantities, drawn)]
    measures = [bool(data) or measured(quantity) for quantity, data in zip(quantities, drawn, strict=True)]
    return ColumnTable(
        {
            "id": [claim.id for claim in claims],
            "key": [claim.key for claim in claims],
            "text": [claim.text for claim in claims],
            "cause": [f"cause:{claim.cause}" for claim in claims],
            "involves": [[f"cause:{name}" for name in claim.involves] or NONE for claim in claims],
            "state": [states[claim.key] for claim in claims],
            "kind": [claim.kind or "" for claim in claims],
            "section": [claim.section for claim in claims],
            "paragraph": [claim.paragraph for claim in claims],
            "figures": [each if has else "" for each, has in zip(words, measures, strict=True)],
            "population": ["" if has else each for each, has in zip(words, measures, strict=True)],
            "quantity": drawn,
            "quote": [claim.quote for claim in claims],
            "note": [claim.note for claim in claims],
            "reviewed": [reviewed_words(claim) for claim in claims],
            "place": [str(claim.place) for claim in claims],
            "extra": [[[name, cell] for name, cell in claim.extra.items()] or NONE for claim in claims],
            "candidates": [candidates.get(claim.key, NONE) for claim in claims],
            "citations": citations_data(claims, names),
        }
    )


def reviewed_words(claim: Claim) -> str:
    """Who has reviewed a claim and when, and whether it has changed since."""
    words = " on ".join(filter(None, (claim.reviewed_by, claim.reviewed_on)))
    return f"{words}, and changed since" if words and is_stale(claim) else words


def citations_data(claims: Sequence[Claim], names: Mapping[str, str]) -> ColumnParts[CitationData]:
    """The citations of each claim; `label` is what a reference is called, its key where the bibliography lacks it."""
    flat = [citation for claim in claims for citation in claim.citations]
    rows: dict[str, list[Any]] = {
        "reference": [f"reference:{each.reference}" for each in flat],
        "label": [names.get(each.reference, each.reference) for each in flat],
        "known": [each.reference in names for each in flat],
        "stance": [each.stance for each in flat],
        "basis": [each.basis for each in flat],
        "locator": [each.locator for each in flat],
        "source": [source_data(each.source) if each.source else NO_SOURCE for each in flat],
    }
    return ColumnParts(ColumnTable(rows), [len(claim.citations) for claim in claims])


def source_data(source: SourceValue) -> SourceData:
    """What the reference itself states, its words and figures, and who looked when; what is not known is left out."""
    by, on = source.checked_by, source.checked_on
    looked_up = ("looked up", by and f"by {by}", on and f"on {on}")
    drawn = quantity_data(source.quantity)
    said = {
        "quote": source.quote,
        "figures": figures(source.quantity, drawn),
        "quantity": drawn,
        "design": source.design,
        "checked": " ".join(filter(None, looked_up)) if by or on else "",
    }
    return cast("SourceData", {name: value for name, value in said.items() if value})


def references_data(
    references: Sequence[Reference],
    names: Mapping[str, str],
    uses: Mapping[tuple[str, Stance], int],
    bibtex: Mapping[str, str],
) -> ColumnTable[ReferenceData]:
    """References as citations in words, with their addresses, how often claims cite them, and as entries to copy."""
    linked = [*map(addresses, references)]
    authors = ["; ".join(reference.authors) for reference in references]
    return ColumnTable(
        {
            "id": [reference.id for reference in references],
            "key": [reference.key for reference in references],
            "label": [names[reference.key] for reference in references],
            "title": [reference.title for reference in references],
            "year": [reference.year for reference in references],
            "authors": authors,
            "citation": [*map(citation_by, authors, references)],
            "links": [[[name, address] for name, address in each.items()] for each in linked],
            "identifier": [*map(unlinked, references, linked)],
            "group": [reference.group.replace("-", " ") for reference in references],
            "design": [reference.design for reference in references],
            "use": [used(reference, uses) for reference in references],
            "place": [str(reference.place) for reference in references],
            "bibtex": [bibtex.get(reference.key, "") for reference in references],
        }
    )


def used(reference: Reference, uses: Mapping[tuple[str, Stance], int]) -> str:
    """How often claims cite a reference, in words."""
    numbers = [(stance, uses.get((reference.key, stance), 0)) for stance in STANCES]
    return listing([f"{stance} {count(number, 'claim')}" for stance, number in numbers if number])


def unlinked(reference: Reference, linked: Collection[str]) -> list[list[str]]:
    """What is written as a DOI or an address but cannot be followed, so that it is shown as text."""
    written = (("DOI", reference.doi), ("Link", reference.url))
    return [[name, text] for name, text in written if text and name not in linked]


def findings_data(report: Report, every: Iterable[Marked]) -> ColumnTable[FindingData]:
    """The findings, with what identifies them in `every`; one that follows from another has its number."""
    found = report.findings
    marks = {id(each.finding): each.fingerprint for each in every if not each.suppressed}
    numbers = {finding: number for number, finding in enumerate(found)} if report.follows else {}
    roots = {each: [numbers[root]] for each, root in report.follows.items() if root in numbers}
    return ColumnTable(
        {
            "code": [each.code for each in found],
            "rule": [each.rule for each in found],
            "severity": [each.severity for each in found],
            "place": [str(each.place) for each in found],
            "subject": [each.subject for each in found],
            "message": [each.message for each in found],
            "column": [each.place.column for each in found],
            "fingerprint": [marks[id(each)] for each in found],
            "follows": [roots.get(each, NONE) for each in found] if roots else [NONE] * len(found),
        }
    )


def audit_data(report: Report, every: Sequence[Marked], evidence: Evidence) -> AuditData:
    """What `findings.json` tells beside the findings that are shown."""
    hidden = hidden_data(report, every, evidence) if report.hidden else []
    return cast("AuditData", {"summary": summary_data(report), "hidden": hidden, **rest_of_data(report, every)})


def hidden_data(report: Report, every: Iterable[Marked], evidence: Evidence) -> list[dict[str, Any]]:
    """The findings that are hidden, as `findings.json` tells them."""
    hidden, more = set(map(id, report.hidden)), more_of(report, evidence)
    return [{**record(each), **more(each.finding)} for each in every if id(each.finding) in hidden]


def rules_data(report: Report, many: Mapping[Sort, str]) -> list[RunRule]:
    """The rules that were run or noticed something: those with findings first, the worst before the rest.

    `findings` are numbers into the report's findings; a rule is as severe as the worst of them. What is found in most
    of what there is stands in `many`.
    """
    rules: dict[str, RunRule] = {rule.code: run_rule(rule_data(rule)) for rule in report.checks}
    for number, finding in enumerate(report.findings):
        if finding.code not in rules:
            rules[finding.code] = unlisted(finding)
        rules[finding.code]["findings"].append(number)
    for (code, severity), words in many.items():
        rules[code]["widespread"][severity] = words
    for rule in rules.values():
        found = {report.findings[number].severity for number in rule["findings"]}
        rule["severity"] = min(found, key=SEVERITIES.index, default=rule["severity"])
    return sorted(rules.values(), key=lambda rule: (not rule["findings"], SEVERITIES.index(rule["severity"])))


def unlisted(finding: Finding) -> RunRule:
    """The rule of a finding that is not among those that were run, as far as the finding tells."""
    named: RuleData = {"code": finding.code, "name": finding.rule, "severity": finding.severity, "title": "", "why": ""}
    return run_rule(named)


def run_rule(named: RuleData) -> RunRule:
    """A rule that has found nothing yet."""
    return {**named, "findings": [], "widespread": {}}


def rule_data(rule: Rule) -> RuleData:
    """What a rule is called, and why it is one."""
    return {"code": rule.code, "name": rule.name, "severity": rule.severity, "title": rule.title, "why": rule.why}


def nested_rules(data: PageData, *, listed: bool = True) -> Iterator[NestedRule]:
    """Rules for the list: each with its own findings and what follows from them, if these are `listed` there."""
    findings = data["findings"]
    following: dict[int, list[FindingData]] = defaultdict(list)
    follows: list[list[int]] = findings.column("follows")
    for number, roots in enumerate(follows):
        for root in roots:
            following[root].append(findings[number])
    for rule in data["rules"]:
        own = [number for number in rule["findings"] if not follows[number]]
        if own or not rule["findings"]:
            nested: list[NestedFinding] = [
                {**findings[number], "following": following[number]} for number in own if listed
            ]
            yield {**rule, "number": len(own), "own": nested}


def nested_causes(data: PageData, most: int | None = None) -> Iterator[NestedCause]:
    """Causes for the list: each with its claims and its narrower causes; if so many, the widest without claims."""
    own: dict[str, list[ClaimData]] = defaultdict(list)
    for claim in data["claims"] if most is None else ():
        for name in dict.fromkeys((claim["cause"], *claim["involves"])):
            own[name].append(claim)
    nested: dict[str, NestedCause] = {
        cause["id"]: {**cause, "own": own[cause["id"]], "narrower": []} for cause in widest(data["causes"], most)
    }
    for cause in nested.values():
        if cause["wider"]:
            nested[cause["wider"]]["narrower"].append(cause)
    return (cause for cause in nested.values() if not cause["wider"])


def widest(
    causes: list[CauseData],
    most: int | None,
    first: Callable[[CauseData], int] = lambda cause: -cause["claims"] - cause["involving"],
) -> list[CauseData]:
    """As many causes in their order: the widest, and of those of one level the `first`, else those with most claims."""
    ranked = sorted(causes, key=lambda cause: (cause["depth"], first(cause)))
    chosen = {cause["id"] for cause in ranked[:most]}
    return [cause for cause in causes if cause["id"] in chosen]
