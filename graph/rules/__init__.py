"""The audit: every rule over the whole evidence, and what they find."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Evidence
from graph.report import Report
from graph.rules import citations, claims, network, references, tables
from graph.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    claims.uncited_claim,
    citations.unknown_reference,
    claims.single_reference,
    claims.background_only,
    claims.untyped_number,
    citations.measure_mismatch,
    claims.impossible_value,
    references.duplicate_key,
    references.missing_title,
    references.missing_author,
    references.missing_year,
    references.no_identifier,
    references.malformed_doi,
    references.duplicate_doi,
    references.unparsed_entry,
    tables.encoding,
    network.unused_reference,
    network.cause_without_evidence,
    network.cause_on_one_reference,
    citations.no_intext_citations,
    tables.malformed_table,
    tables.unknown_word,
    tables.two_stances,
)
"""All rules, by code within their subject; the audit runs them in this order."""


def audit(evidence: Evidence, rules: Sequence[Rule] = RULES) -> Report:
    """Run `rules` over the evidence; a rule with nothing to look at is reported as not run."""
    sizes = {
        "claims": len(evidence.claims),
        "references": len(evidence.references),
        "citations": sum(1 for _ in evidence.citations()),
        "causes": len(evidence.causes),
    }
    checks = [rule for rule in rules if sizes.get(rule.population, 1)]
    not_run = [(rule, f"no {rule.population} were read") for rule in rules if rule not in checks]
    found = [finding for rule in checks for finding in rule.findings(evidence)]
    return Report(
        findings=tuple(sorted(found, key=lambda each: (each.place.file, each.place.line, each.code, each.message))),
        checks=tuple(checks),
        not_run=tuple(not_run),
        claims=sizes["claims"],
        references=sizes["references"],
        causes=sizes["causes"],
    )
