"""All rules: their examples, laws that hold for each of them, and near misses that must stay silent."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.baseline import read_baseline
from graph.given import Given
from graph.model import Evidence
from graph.reading import parse
from graph.report import Report
from graph.retractions import read_journals, read_retractions
from graph.rules import RULES, audit
from graph.rules.rule import Rule, split_example
from graph.settings import Settings
from tests.examples import REFERENCES, sample

BY_NAME = {rule.name: rule for rule in RULES}
HEADER = "claim_id,cause,claim,kind,supports,mentions,measure,low,high,unit"


def found(rule: Rule, example: str) -> list[str]:
    return [finding.message for finding in audit_example(rule, example).findings if finding.code == rule.code]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for the files of examples."""
    monkeypatch.chdir(tmp_path)


def audit_example(rule: Rule, example: str) -> Report:
    """Audit an example as on 1 January 2026, with all rules that are always run, and this one."""
    files = split_example(example)
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    evidence = parse(files["references.bib"], files["claims.csv"], files.get("evidence.csv"))
    given = Given(
        as_of=date(2026, 1, 1),
        article=files.get("article.txt"),
        retractions=read_retractions("retractions.csv") if "retractions.csv" in files else None,
        journals=read_journals("journals.txt") if "journals.txt" in files else None,
        baseline=read_baseline("baseline.json") if "baseline.json" in files else None,
    )
    return audit(evidence, Settings(extend_select=(rule.code,), profile=rule.profile), given)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_example_is_noticed(rule: Rule) -> None:
    assert found(rule, rule.bad)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_example_is_not(rule: Rule) -> None:
    assert rule in audit_example(rule, rule.good).checks
    assert found(rule, rule.good) == []


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({rule.code for rule in RULES}) == len(BY_NAME) == len(RULES)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", rule.code) for rule in RULES)


def test_every_problem_is_reported_by_a_rule() -> None:
    broken = parse("@article{a, title={T}, title={U}}\n@article{A}", "claim_id,cause,claim,kind,low\na,b,c,x,y,z\n")
    assert len({problem.rule for problem in broken.problems}) == 5
    assert {problem.rule for problem in broken.problems} <= BY_NAME.keys()


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("uncited-claim", f"{HEADER}\nc1,X,Y,,drake2013,,,,,\n\n{REFERENCES}"),
        ("unknown-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}"),
        ("single-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}"),
        ("background-only", f"{HEADER}\nc1,X,Y,,a,,,,,\n\n@article{{a, group = {{further}}}}"),
        ("untyped-number", f"{HEADER}\nc1,X,Type 2 diabetes in 25 studies of people over 65.,,,,,,,"),
        (
            "measure-mismatch",
            f"{HEADER}\nc1,X,Y,,a,,incidence,1,,%\n\n@article{{a, title = {{Incidence and prevalence}}}}",
        ),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,prevalence,0,100,%"),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,change,-12,150,%"),
        ("duplicate-key", "@article{drake2013, title={A}}\n@article{drake2013a, title={B}}"),
        ("missing-title", "@article{a, title = {?}}"),
        ("missing-author", "@book{a, editor = {Ekbom, K}}"),
        ("missing-year", "@online{a, date = {2020}}"),
        ("no-identifier", "@online{a, url = {https://example.org}}"),
        ("malformed-doi", "@article{a, doi = {10.1016/j.sleep.2018.05.039}}"),
        ("duplicate-doi", "@article{a, doi = {10.1000/a}}\n@article{b, doi = {10.1000/ab}}"),
        ("unparsed-entry", "% a comment with an e-mail: me@example.org\n@article{a, title = {A}}"),
        ("encoding", f"{HEADER}\nc1,Sjögren,Y,,,,,,,"),
        ("unused-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n@article{{drake2013}}"),
        ("cause-without-evidence", f"{HEADER}\nc1,X > Z,Y,,drake2013,,,,,\n\n{REFERENCES}"),
        ("cause-on-one-reference", f"{HEADER}\nc1,X,Y,,,,,,,\n\n{REFERENCES}"),
        ("no-intext-citations", f"{HEADER}\nc1,X,Y,,,,,,,\n\n{REFERENCES}"),
        ("malformed-table", 'claim_id;cause;claim\nc1;X;"Y; and\nmore"'),
        ("unknown-word", f"{HEADER}\nc1,X,Y,Risk-Factor,,,,,,"),
        ("two-stances", f"{HEADER}\nc1,X,Y,,drake2013,clark2017,,,,\n\n{REFERENCES}"),
    ],
)
def test_near_misses_are_silent(name: str, example: str) -> None:
    assert found(BY_NAME[name], example) == []


@pytest.mark.parametrize(
    ("name", "example", "messages"),
    [
        ("uncited-claim", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}", ["drake2013 only mentions it"]),
        (
            "uncited-claim",
            f"{HEADER}\nc1,X,Y,,nobody,,,,,\n\n{REFERENCES}",
            ["what it cites is not in the bibliography"],
        ),
        ("unknown-reference", f"{HEADER}\nc1,X,Y,,drake13,,,,,\n\n{REFERENCES}", ["did you mean 'drake2013'?"]),
        ("untyped-number", f"{HEADER}\nc1,X,Ten is 10 per cent and a 3-fold rise.,,,,,,,", ["states '10 per cent'"]),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,prevalence,,10,%", ["high 10 stands without low"]),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,incidence,-1,101,%", ["high 101 %", "low -1 %"]),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,odds-ratio,-2,,times", ["negative"]),
        ("malformed-doi", "@article{a, doi = {https://doi.org/10.1000/x}}", ["write '10.1000/x'"]),
        ("malformed-doi", "@article{a, doi = {10.1000/a<b>}}", ["unusual characters"]),
        ("missing-title", "@article{a, doi = {10.1000/x}}", ["look it up by its DOI 10.1000/x"]),
        (
            "measure-mismatch",
            f"{HEADER}\nc1,X,Y,,a,,incidence,1,,%\n\n@article{{a, design = {{cross-sectional}}}}",
            ["the design 'cross-sectional'"],
        ),
    ],
)
def test_messages_name_the_fact_and_the_cure(name: str, example: str, messages: list[str]) -> None:
    for message, expected in zip(found(BY_NAME[name], example), messages, strict=True):
        assert expected in message


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("c1,X,Y,treatment,,,,,,", "error"),
        ("c1,X,Y,frequency,,,,,,", "error"),
        ("c1,X,Y,course,,,duration,3,,weeks", "error"),
        ("c1,X,Y,association,,,,,,", "warning"),
        ("c1,X,Y,,,,,,,", "warning"),
        ("c1,X,Y,background,,,,,,", "info"),
    ],
)
def test_how_much_a_missing_source_matters(row: str, severity: str) -> None:
    (finding,) = audit(parse("", f"{HEADER}\n{row}\n"), Settings(select=("uncited-claim",))).findings
    assert finding.severity == severity


def test_a_rule_with_nothing_to_look_at_is_not_run() -> None:
    report = audit(parse(REFERENCES, "claim_id,cause,claim\n"))
    assert (BY_NAME["uncited-claim"], "no claims were read") in report.not_run
    assert BY_NAME["missing-year"] in report.checks


def test_the_denominator() -> None:
    report = audit(sample())
    assert (report.claims, report.references, report.causes) == (4, 3, 4)


KEYS = st.lists(st.sampled_from(["drake2013", "Drake2013", "clark2017", "zz", ""]), max_size=2).map("; ".join)
ROW = st.tuples(
    st.sampled_from(["a", "b", "c", "d", ""]),
    st.sampled_from(["X", "X > Y", "Z", ""]),
    st.sampled_from(["Text.", "It is 10 %.", "\N{REPLACEMENT CHARACTER}"]),
    st.sampled_from(["association", "treatment", "none", ""]),
    KEYS,
    KEYS,
    st.sampled_from(["incidence", "prevalence", ""]),
    st.sampled_from(["1", "200", "-3", "x", ""]),
    st.sampled_from(["2", ""]),
    st.sampled_from(["%", ""]),
)
ENTRIES = st.lists(
    st.sampled_from(
        [
            "@article{drake2013, title = {Prevalence}, doi = {10.1000/x}}",
            "@article{Drake2013, doi = {doi:10.1000/X.}}",
            "@article{clark2017, author = {Clark, I}, year = 2017, group = {further-reading}}",
            "@article{broken, title = {",
            "@misc{zz, doi = {x}, url = {javascript:alert(1)}}",
        ]
    ),
    max_size=5,
    unique=True,
).map("\n".join)


def evidence_of(rows: list[tuple[str, ...]], entries: str) -> Evidence:
    return parse(entries, "\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n")


@given(st.lists(ROW, max_size=6), ENTRIES)
def test_every_finding_points_at_a_line_and_a_subject(rows: list[tuple[str, ...]], entries: str) -> None:
    evidence = evidence_of(rows, entries)
    lines = {"claims.csv": len(rows) + 1, "references.bib": entries.count("\n") + 1}
    subjects = {""} | {f"claim:{key}" for key in evidence.claims} | {f"cause:{name}" for name in evidence.causes}
    subjects |= {f"reference:{key}" for key in evidence.references}
    for finding in audit(evidence).findings:
        assert 1 <= finding.place.line <= lines[finding.place.file]
        assert finding.subject in subjects
        assert finding.message.isprintable()


@given(st.lists(ROW, max_size=6, unique_by=lambda row: row[0]), ENTRIES, st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_rows(rows: list[tuple[str, ...]], entries: str, random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    one, other = (
        sorted((each.code, each.severity, each.subject) for each in audit(evidence_of(each_rows, entries)).findings)
        for each_rows in (rows, shuffled)
    )
    assert one == other


@given(st.lists(ROW, max_size=6), ENTRIES)
def test_the_audit_leaves_the_evidence_as_it_is(rows: list[tuple[str, ...]], entries: str) -> None:
    evidence = evidence_of(rows, entries)
    first = audit(evidence)
    assert evidence == evidence_of(rows, entries)
    assert audit(evidence) == first
