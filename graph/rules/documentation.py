"""The rules as a document: `python -m graph.rules.documentation > docs/rules.md` writes it anew.

What is known of how far each can be trusted is read from three tables beside it, where they are.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from graph.auditing.choosing import is_default
from graph.auditing.engine import EMPTY
from graph.auditing.given import MISSING
from graph.auditing.rule import Rule
from graph.rules import RULES
from graph.wording import count

CODES_ABOUT = {
    "CLM": "Claims",
    "GRF": "The network of causes, claims and references",
    "NUM": "Figures",
    "REF": "References",
    "SRC": "References as sources",
    "SUP": "Exceptions",
    "TAB": "Tables",
    "TXT": "The article's text",
}
"""What the rules whose codes begin with three letters are about."""

ABOUT_RULES = """\
# Rules

What `evidence-graph audit` looks for, written from the rules themselves by `python -m graph.rules.documentation`. Each
of the examples is run by the tests, as on 1 January 2026.

A rule is meant by its code, the beginning of a code, or its name. A *preview* rule is run only where it is selected,
one of a profile only under that profile, and one that needs something only where that is given: otherwise it is counted
as not checked. The severity is the usual one; some findings of a rule can be worse or better.
"""


VERDICTS = ("right", "arguable", "wrong")

Trust = Mapping[str, str]
"""What was measured of rules, in words, by their names."""


def rules_document(rules: Iterable[Rule] = RULES, trust: Trust | None = None) -> str:
    """All rules as Markdown: a table, then each rule with its reasons and examples, by subject."""
    rules = list(rules)
    parts = [ABOUT_RULES, rule_numbers(rules), "\n".join(rule_table(rules))]
    for prefix, group in groupby(rules, key=lambda rule: rule.code[:3]):
        parts.append(f"## {CODES_ABOUT[prefix]}")
        parts.extend(rule_section(rule, (trust or {}).get(rule.name, "")) for rule in group)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def rule_numbers(rules: Iterable[Rule]) -> str:
    """How many rules there are, and when they are run."""
    kinds = Counter("always" if is_default(rule, "") else "preview" if rule.preview else "profile" for rule in rules)
    usual, preview, profile = (kinds[kind] for kind in ("always", "preview", "profile"))
    total = count(kinds.total(), "rule")
    return f"{total}: {usual} are run by default, {preview} are a preview, {profile} belong to a profile."


def rule_table(rules: Iterable[Rule]) -> Iterator[str]:
    """The lines of the table of all rules."""
    yield "| code | name | severity | run | title |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
        yield f"| {link} | {rule.name} | {rule.severity} | {when_run(rule)} | {rule.title} |"


def rule_section(rule: Rule, trust: str) -> str:
    """One rule."""
    facts = " · ".join((rule.severity, when_run(rule), f"looks at {rule.population}"))
    parts = (f"### {rule.code} {rule.name}", f"{rule.title}", facts, f"**Why.** {rule.why}")
    false_alarms = f"**False alarms.** {rule.false_alarms}"
    if trust:
        false_alarms += f"\n\n**Measured.** {trust}"
    return "\n\n".join((*parts, false_alarms, f"Bad:\n\n{block(rule.bad)}", f"Good:\n\n{block(rule.good)}"))


def when_run(rule: Rule) -> str:
    """When a rule is run."""
    needs = [MISSING[need] for need in rule.needs if need in MISSING]
    needs += [EMPTY["values"]] if rule.population == "values" else []
    options = [f"with `{need.rpartition(' ')[2]}`" for need in needs]
    usual = f"profile {rule.profile}" if rule.profile else "preview" if rule.preview else ""
    return ", ".join(filter(None, (usual, *options))) or "always"


def read_trust(folder: Path) -> dict[str, str]:
    """What was measured of each rule: faults that were injected, what it finds in data of others, and what that is."""
    recall = {row["rule"]: recall_in(row) for row in rows_in(folder / "trust.csv")}
    said = {row["rule"]: [count_in(row)] for row in rows_in(folder / "counted.csv")}
    for row in rows_in(folder / "judged.csv"):
        verdicts = ", ".join(f"{row[each]} {each}" for each in VERDICTS if int(row[each]))
        said.setdefault(row["rule"], []).append(f"Judged by hand, {row['where']}: {verdicts}.")
    unknown = "How many faults it finds is not measured."
    known = dict.fromkeys([*said, *recall])
    return {rule: f"{' '.join([recall.get(rule, unknown), *said.get(rule, [])])} ([How](trust.md))" for rule in known}


def recall_in(row: Mapping[str, str]) -> str:
    """How many faults were found that were injected for a rule."""
    return f"{row['found']} of {row['made']} injected faults are found."


def count_in(row: Mapping[str, str]) -> str:
    """How often a rule found something in the data that it was run over, and in how much."""
    looked_at, found = int(row["looked_at"]), int(row["found"])
    if not looked_at:
        return "There were no data that it could look at."
    return f"{count(found, 'finding') if found else 'No finding'} in {looked_at:,} {row['of']} looked at."


def rows_in(path: Path) -> list[dict[str, str]]:
    """The rows of a table, none where there is no such file."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.exists() else []


def block(example: str) -> str:
    """An example as a block of code."""
    return f"```text\n{example}\n```"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(rules_document(trust=read_trust(Path("docs"))))
