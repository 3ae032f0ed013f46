"""The catalogue: every rule of the audit."""

from __future__ import annotations

from graph.auditing.rule import Rule
from graph.rules import (
    alike,
    article,
    authors,
    citations,
    claims,
    duplicates,
    figures,
    identifiers,
    measures,
    network,
    references,
    retractions,
    reviews,
    source_quotes,
    sources,
    stated,
    statements,
    suppressions,
    tables,
    text,
    topics,
    years,
)

MODULES = (
    authors,
    alike,
    article,
    citations,
    claims,
    duplicates,
    figures,
    identifiers,
    network,
    references,
    retractions,
    source_quotes,
    measures,
    reviews,
    sources,
    stated,
    statements,
    suppressions,
    tables,
    text,
    topics,
    years,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)
"""All rules, by code: what the modules of this package define."""
