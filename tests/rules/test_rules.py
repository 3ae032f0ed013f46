"""All rules: their examples, their names, and when they are run."""

from __future__ import annotations

import re

import pytest

from graph.auditing.engine import audit
from graph.auditing.rule import Rule
from graph.reading import parse
from graph.rules import RULES
from tests.examples import REFERENCES, sample
from tests.rules.running import BY_NAME, found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_example_is_noticed(rule: Rule) -> None:
    assert found(rule.name, rule.bad)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_example_is_not(rule: Rule) -> None:
    assert found(rule.name, rule.good) == []


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({rule.code for rule in RULES}) == len(BY_NAME) == len(RULES)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", rule.code) for rule in RULES)


def test_every_problem_is_reported_by_a_rule() -> None:
    broken = parse("@article{a, title={T}, title={U}}\n@article{A}", "claim_id,cause,claim,kind,low\na,b,c,x,y,z\n")
    assert len({problem.rule for problem in broken.problems}) == 5
    assert {problem.rule for problem in broken.problems} <= BY_NAME.keys()


def test_a_rule_with_nothing_to_look_at_is_not_run() -> None:
    report = audit(parse(REFERENCES, "claim_id,cause,claim\n"))
    assert (BY_NAME["uncited-claim"], "no claims were read") in report.not_run
    assert BY_NAME["missing-year"] in report.checks


def test_the_denominator() -> None:
    report = audit(sample())
    assert (report.claims, report.references, report.causes) == (4, 3, 4)
