"""Evidence and report -> the plain data that the page shows: words for the reader, nodes and views for the map."""

from __future__ import annotations

import base64
import gzip
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from graph.auditing.report import Report, checked
from graph.model import SEVERITIES, STANCES, Cause, Citation, Claim, Evidence, Finding, Reference, SourceValue, Stance
from graph.page.figures import figures, measured, quantity_data
from graph.references.citing import full_citation, short_citation
from graph.references.identifiers import addresses, identifiers
from graph.reports.context import Context
from graph.reports.data import as_json
from graph.support import Support
from graph.support.tree import tree_order
from graph.wording import count, listing

MEDIA = {
    "references": "application/x-bibtex",
    "claims": "text/csv",
    "values": "text/csv",
    "article": "text/plain",
    "findings": "application/json",
}


def page_data(evidence: Evidence, report: Report) -> dict[str, Any]:
    """Everything that the page shows, as plain data with stable order; ids are those of the network."""
    ordered = tree_order(evidence.causes.values())
    support = Support(evidence, identifiers)
    order = {key: number for number, key in enumerate(evidence.claims)}
    uses = Counter((citation.reference, citation.stance) for citation in evidence.citations())
    states = {key: OLD_STATES[state] for key, state in support.states.items()}
    by_cause = {
        name: [
            evidence.claims[key]
            for key in sorted((*support.about(name), *support.involving(name)), key=order.__getitem__)
        ]
        for name in evidence.causes
    }
    names = {reference.key: short_citation(reference) for reference in evidence.references.values()}
    return {
        "summary": denominator(evidence, list(states.values())),
        "basis": basis(evidence),
        "legend": legend(evidence, states.values()),
        "sourced_share": sourced_share(list(states.values())),
        "causes": [cause_data(cause, by_cause[cause.name], states) for cause in ordered],
        "claims": [claim_data(claim, states[claim.key], names) for claim in evidence.claims.values()],
        "references": [reference_data(reference, uses) for reference in evidence.references.values()],
        "checks": checked(report),
        "suppressed": len(report.suppressed),
        "findings": [finding_data(finding) for finding in report.findings],
        "rules": rules_data(report),
        "originals": originals_data(evidence, report),
        "not_run": [{**rule_data(rule), "reason": reason} for rule, reason in report.not_run],
    }


def originals_data(evidence: Evidence, report: Report) -> list[dict[str, str]]:
    """The files that the page was made from and the findings: what each holds, its name, media type, base64 of gzip.

    `id` tells several of one role apart, `file` is how places name it. Evidence that was not read has none of its own.
    """
    found = as_json(report, Context(evidence)).encode("utf-8", "replace")
    files = [
        original(file.role, file.name, PurePath(file.name).name or file.role, file.data) for file in evidence.files
    ]
    files.append(original("findings", "", "findings.json", found))
    seen = Counter[str]()
    for each in files:
        seen[each["role"]] += 1
        each["id"] = f"{each['role']}-{seen[each['role']]}"
    return files


def original(role: str, file: str, name: str, content: bytes) -> dict[str, str]:
    """A file that the page hands back."""
    return {"role": role, "file": file, "name": name, "type": MEDIA[role], "gzip": gzipped(content)}


def gzipped(content: bytes) -> str:
    """Bytes as base64 of gzip; without a time, so that the same bytes are packed the same."""
    return base64.b64encode(gzip.compress(content, mtime=0)).decode("ascii")


def denominator(evidence: Evidence, states: Sequence[str]) -> str:
    """What there is, in words: "95 claims: 52 sourced, 43 not; 21 references, 3 unused"."""
    unsourced = states.count("unsourced")
    cited = {citation.reference for citation in evidence.citations()}
    unused = sum(key not in cited for key in evidence.references)
    claims = f"{count(len(states), 'claim')}: {len(states) - unsourced:,} sourced, {unsourced:,} not"
    return f"{claims}; {count(len(evidence.references), 'reference')}, {unused:,} unused"


def legend(evidence: Evidence, states: Iterable[str]) -> list[str]:
    """What the map has to explain: the stances there are, "disputed" and "involves" where there are such claims."""
    used = {citation.stance for citation in evidence.citations()}
    others = {"disputed": "disputed" in states, "involves": any(claim.involves for claim in evidence.claims.values())}
    return [stance for stance in STANCES if stance in used] + [name for name, is_there in others.items() if is_there]


def basis(evidence: Evidence) -> str:
    """How many links between claims and references are inferred, in words; empty where none is."""
    bases = [citation.basis for citation in evidence.citations()]
    inferred = bases.count("inferred")
    if not inferred:
        return ""
    some = inferred < len(bases)
    return f"{f'{inferred:,} of' if some else 'all'} {count(len(bases), 'link')} inferred"


def sourced_share(states: Sequence[str]) -> float:
    """How many of 100 claims are sourced, by the states of all; 100 where there are none."""
    sourced = len(states) - states.count("unsourced")
    return round(100 * sourced / len(states), 2) if states else 100.0


OLD_STATES = {
    "supported": "sourced",
    "qualified": "sourced",
    "contested": "disputed",
    "refuted": "disputed",
    "mentioned": "unsourced",
    "unsourced": "unsourced",
}


def cause_data(cause: Cause, claims: Sequence[Claim], states: Mapping[str, str]) -> dict[str, Any]:
    """A cause and the claims about it, about its narrower causes, or involving them, with the states of all claims."""
    found = Counter(states[claim.key] for claim in claims)
    return {
        "id": cause.id,
        "name": cause.name,
        "label": cause.label,
        "wider": f"cause:{cause.wider}" if cause.wider else "",
        "depth": cause.name.count(" > "),
        "claims": [claim.id for claim in claims],
        **{name: found[name] for name in ("sourced", "disputed", "unsourced")},
    }


def claim_data(claim: Claim, state: str, names: Mapping[str, str]) -> dict[str, Any]:
    """A claim with its citations and figures in words; `names` has what each reference is called, by its key."""
    words = figures(claim.quantity)
    has_figures = measured(claim.quantity)
    return {
        "id": claim.id,
        "key": claim.key,
        "text": claim.text,
        "cause": f"cause:{claim.cause}",
        "involves": [f"cause:{name}" for name in claim.involves],
        "state": state,
        "kind": claim.kind or "",
        "section": claim.section,
        "paragraph": claim.paragraph,
        "figures": words if has_figures else "",
        "population": "" if has_figures else words,
        "quantity": quantity_data(claim.quantity),
        "quote": claim.quote,
        "note": claim.note,
        "reviewed": " on ".join(filter(None, (claim.reviewed_by, claim.reviewed_on))),
        "place": str(claim.place),
        "extra": [[name, cell] for name, cell in claim.extra.items()],
        "citations": [citation_data(citation, names) for citation in claim.citations],
    }


def citation_data(citation: Citation, names: Mapping[str, str]) -> dict[str, Any]:
    """A citation; `label` is what its reference is called, its key where the bibliography lacks it."""
    return {
        "reference": f"reference:{citation.reference}",
        "label": names.get(citation.reference, citation.reference),
        "known": citation.reference in names,
        "stance": citation.stance,
        "basis": citation.basis,
        "locator": citation.locator,
        "source": source_data(citation.source) if citation.source else {},
    }


def source_data(source: SourceValue) -> dict[str, Any]:
    """What the reference itself states, its words and figures, and who looked when; what is not known is left out."""
    by, on = source.checked_by, source.checked_on
    looked_up = ("looked up", by and f"by {by}", on and f"on {on}")
    said = {
        "quote": source.quote,
        "figures": figures(source.quantity),
        "quantity": quantity_data(source.quantity),
        "design": source.design,
        "checked": " ".join(filter(None, looked_up)) if by or on else "",
    }
    return {name: value for name, value in said.items() if value}


def reference_data(reference: Reference, uses: Mapping[tuple[str, Stance], int]) -> dict[str, Any]:
    """A reference as a citation in words, with its addresses and how often claims cite it."""
    linked = addresses(reference)
    used = [
        f"{stance} {count(uses[reference.key, stance], 'claim')}" for stance in STANCES if uses[reference.key, stance]
    ]
    return {
        "id": reference.id,
        "key": reference.key,
        "label": short_citation(reference),
        "title": reference.title,
        "year": reference.year,
        "authors": "; ".join(reference.authors),
        "citation": full_citation(reference),
        "links": [[name, address] for name, address in linked.items()],
        "identifier": unlinked(reference, linked),
        "group": reference.group.replace("-", " "),
        "design": reference.design,
        "use": listing(used),
        "place": str(reference.place),
    }


def unlinked(reference: Reference, linked: Collection[str]) -> list[list[str]]:
    """What is written as a DOI or an address but cannot be followed, so that it is shown as text."""
    written = (("DOI", reference.doi), ("Link", reference.url))
    return [[name, text] for name, text in written if text and name not in linked]


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "place": str(finding.place),
        "subject": finding.subject,
        "message": finding.message,
    }


def rules_data(report: Report) -> list[dict[str, Any]]:
    """The rules that were run or noticed something: those with findings first, the worst before the rest.

    `findings` are numbers into the report's findings; a rule is as severe as the worst of them.
    """
    rules = {rule.code: {**rule_data(rule), "findings": []} for rule in report.checks}
    for number, finding in enumerate(report.findings):
        unlisted = {"code": finding.code, "name": finding.rule, "severity": finding.severity, "title": "", "why": ""}
        rules.setdefault(finding.code, {**unlisted, "findings": []})["findings"].append(number)
    for rule in rules.values():
        found = [report.findings[number].severity for number in rule["findings"]]
        rule["severity"] = min(found, key=SEVERITIES.index, default=rule["severity"])
    return sorted(rules.values(), key=lambda rule: (not rule["findings"], SEVERITIES.index(rule["severity"])))


def rule_data(rule: Any) -> dict[str, Any]:
    """What a rule is called, and why it is one."""
    return {name: getattr(rule, name) for name in ("code", "name", "severity", "title", "why")}


def nested_causes(data: dict[str, Any], most: int | None = None) -> Iterator[dict[str, Any]]:
    """Causes for the list: each with its claims and its narrower causes; of more than `most` only the widest."""
    claims = {claim["id"]: claim for claim in data["claims"]}
    nested = {cause["id"]: {**cause, "own": [], "narrower": []} for cause in widest(data["causes"], most)}
    for cause in nested.values():
        cause["own"] = [claims[name] for name in cause["claims"] if cause["id"] in named_by(claims[name])]
        if cause["wider"]:
            nested[cause["wider"]]["narrower"].append(cause)
    return (cause for cause in nested.values() if not cause["wider"])


def widest(causes: list[dict[str, Any]], most: int | None) -> list[dict[str, Any]]:
    """As many causes in their order: the widest, and of those of one level those with most claims."""
    ranked = sorted(causes, key=lambda cause: (cause["depth"], -len(cause["claims"])))
    chosen = {cause["id"] for cause in ranked[:most]}
    return [cause for cause in causes if cause["id"] in chosen]


def named_by(claim: dict[str, Any]) -> list[str]:
    """The causes that a claim names itself."""
    return [claim["cause"], *claim["involves"]]
