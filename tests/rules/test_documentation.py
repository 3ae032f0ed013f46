"""The document of the rules."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.auditing.rule import Rule
from graph.rules import RULES
from graph.rules.documentation import VERDICTS, read_trust, rows_in, rules_document

DOCS = Path(__file__).parent.parent.parent / "docs"
WRITTEN = (DOCS / "rules.md").read_text(encoding="utf-8")


def test_the_document_is_fresh() -> None:
    fresh = rules_document(trust=read_trust(DOCS))
    assert fresh == WRITTEN, "write it anew: ./run python -m graph.rules.documentation > docs/rules.md"


def test_without_measurements_it_says_none() -> None:
    document = rules_document(RULES)
    assert f"### {RULES[0].code} {RULES[0].name}" in document
    assert "**Measured.**" not in document


@pytest.mark.parametrize("table", ["trust.csv", "judged.csv", "counted.csv"])
def test_what_was_measured_is_of_rules_that_there_are(table: str) -> None:
    names = [row["rule"] for row in rows_in(DOCS / table)]
    assert names
    assert set(names) <= {rule.name for rule in RULES}


def test_what_every_rule_finds_in_data_of_others_is_counted() -> None:
    assert [row["rule"] for row in rows_in(DOCS / "counted.csv")] == [rule.name for rule in RULES]


def test_what_a_rule_finds_is_judged() -> None:
    found = {row["rule"] for row in rows_in(DOCS / "counted.csv") if int(row["found"])}
    assert found <= {row["rule"] for row in rows_in(DOCS / "judged.csv")}


def test_no_more_is_judged_than_is_found() -> None:
    judged = Counter[str]()
    for row in rows_in(DOCS / "judged.csv"):
        if row["where"] in {"drawn at random", "all that was found"}:
            judged[row["rule"]] += sum(int(row[each]) for each in VERDICTS)
    found = {row["rule"]: int(row["found"]) for row in rows_in(DOCS / "counted.csv")}
    assert all(judged[rule] <= found[rule] for rule in judged)


def test_what_is_known_of_a_rule_is_told(tmp_path: Path) -> None:
    (tmp_path / "trust.csv").write_text("rule,made,found\na,10,9\n")
    (tmp_path / "counted.csv").write_text("rule,of,looked_at,found\na,claims,1200,2\nb,causes,12,0\nc,values,0,0\n")
    (tmp_path / "judged.csv").write_text("rule,where,right,arguable,wrong\na,drawn at random,1,0,1\n")
    unknown = "How many faults it finds is not measured."
    assert read_trust(tmp_path) == {
        "a": "9 of 10 injected faults are found. 2 findings in 1,200 claims looked at. Judged by hand, drawn at random:"
        " 1 right, 1 wrong. ([How](trust.md))",
        "b": f"{unknown} No finding in 12 causes looked at. ([How](trust.md))",
        "c": f"{unknown} There were no data that it could look at. ([How](trust.md))",
    }


def test_every_link_of_its_table_leads_to_a_heading() -> None:
    headings = re.findall(r"^### (.+)$", WRITTEN, flags=re.MULTILINE)
    assert re.findall(r"\(#(.+?)\)", WRITTEN) == [heading.lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_it_has_all_of_a_rule(rule: Rule) -> None:
    section = WRITTEN.partition(f"\n### {rule.code} {rule.name}\n")[2].partition("\n#")[0]
    for text in (rule.title, rule.severity, rule.population, rule.why, rule.false_alarms, rule.bad, rule.good):
        assert text in section


@pytest.mark.parametrize(
    ("code", "run"),
    [
        ("CLM001", "always"),
        ("CLM005", "with `--as-of`"),
        ("CLM010", "preview"),
        ("CLM014", "profile medrs"),
        ("NUM103", "with `--values`"),
        ("TXT501", "with `--article`"),
    ],
)
def test_it_says_when_a_rule_is_run(code: str, run: str) -> None:
    (row,) = [line for line in WRITTEN.splitlines() if line.startswith(f"| [{code}]")]
    assert f"| {run} |" in row
