"""The catalogue: every rule of the audit."""

from __future__ import annotations

from graph.auditing.rule import Rule
from graph.rules import (
    alike,
    article,
    authors,
    citations,
    claims,
    disputed,
    duplicates,
    figures,
    identifiers,
    measures,
    missing,
    network,
    references,
    retractions,
    reviews,
    source_quotes,
    sources,
    stated,
    statements,
    strength,
    suppressions,
    tables,
    text,
    topics,
    uncited,
    years,
)

MODULES = (
    authors,
    alike,
    article,
    citations,
    claims,
    disputed,
    duplicates,
    figures,
    identifiers,
    network,
    references,
    retractions,
    source_quotes,
    measures,
    missing,
    reviews,
    sources,
    stated,
    statements,
    strength,
    suppressions,
    tables,
    text,
    topics,
    uncited,
    years,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)
"""All rules, by code: what the modules of this package define."""
