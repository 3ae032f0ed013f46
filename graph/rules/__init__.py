"""The catalogue: every rule of the audit."""

from __future__ import annotations

from graph.auditing.rule import Rule
from graph.rules import (
    alike,
    article,
    citations,
    claims,
    duplicates,
    figures,
    measures,
    network,
    references,
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

MODULES = (
    alike,
    article,
    citations,
    claims,
    duplicates,
    figures,
    measures,
    network,
    references,
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
