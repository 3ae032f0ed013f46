"""Laws that hold for every rule, whatever the evidence."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.articles import given_article
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.lists import Notice
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.model import Evidence, File
from graph.reading import parse
from tests.rules.running import DAY

KEYS = st.lists(st.sampled_from(["drake2013", "Drake2013", "clark2017", "zz", ""]), max_size=2).map("; ".join)


HEADER = (
    "claim_id,cause,claim,kind,supports,mentions,measure,low,high,unit,disputes,involves,section,quote,noqa,n_studies"
)


ROW = st.tuples(
    st.sampled_from(["a", "b", "c", "d", ""]),
    st.sampled_from(
        ["X", "X > Y", "Z", "Y", "Iron deficiency", "Fibromyalgia", "Fibromialgia", "Deficiency of iron", ""]
    ),
    st.sampled_from(
        ["Text.", "It is 10 %.", "\N{REPLACEMENT CHARACTER}", "Studies show that it always causes pain; so."]
    ),
    st.sampled_from(["association", "treatment", "none", ""]),
    KEYS,
    KEYS,
    st.sampled_from(["incidence", "prevalence", ""]),
    st.sampled_from(["1", "200", "-3", "x", ""]),
    st.sampled_from(["2", "80", ""]),
    st.sampled_from(["%", ""]),
    KEYS,
    st.sampled_from(["X", "Fibromyalgia", ""]),
    st.sampled_from(["X", "Z", ""]),
    st.sampled_from(["found once", "found twice", "not found", "\N{SOFT HYPHEN}", ""]),
    st.sampled_from(["CLM001: why", "CLM001", "nothing: why", ""]),
    st.sampled_from(["3", ""]),
)


ENTRIES = st.lists(
    st.sampled_from(
        [
            "@article{drake2013, title = {Rate of fibromyalgia in men}, author = {Drake, C}, doi = {10.1000/x}}",
            "@article{Drake2013, title = {Rate of fibromialgia in men}, author = {Drake, C}, year = {in press}}",
            "@article{clark2017, author = {Clark and others}, year = 2099, group = {further-reading}, doi = {10.1/x}}",
            "@article{clark2017a, title = {Case reportSleep}, journal = {Sleep}, design = {cohort}, includes = {zz}}",
            "@article{broken, title = {",
            "@misc{zz, doi = {x}, url = {javascript:alert(1)}}",
            "@online{zz, title = {Iron}, design = {case-series; systematic-revue}, noqa = {REF204: why; REF205}}",
        ]
    ),
    max_size=5,
    unique=True,
).map("\n".join)


VALUES = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["drake2013", "zz"]),
        st.sampled_from(["1", "2", "x", ""]),
        st.sampled_from(["%", "times", ""]),
        st.sampled_from(["cohort", ""]),
    ),
    max_size=3,
)


GIVEN = Given(
    as_of=DAY,
    article=given_article([File("article.txt", b"X\nIt is found once and found twice.\nZ\nIt is found twice [1].")]),
    retractions={"doi:10.1000/x": Notice("retraction", "2021-07-31", "+Error;"), "doi:x": Notice("reinstatement")},
    journals=frozenset({"sleep"}),
)


def table(header: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([header, *(",".join(row) for row in rows)]) + "\n"


def evidence_of(rows: list[tuple[str, ...]], entries: str, values: list[tuple[str, ...]]) -> Evidence:
    source_values = table("claim_id,reference,low,unit,design", values)
    return parse(entries, table(HEADER, rows), source_values)


def audit_all(evidence: Evidence) -> Report:
    everything = Settings(select=("ALL", "NUM102", "CLM014"))
    return audit(evidence, everything, GIVEN)


@given(st.lists(ROW, max_size=6), ENTRIES, VALUES)
def test_every_finding_points_at_a_line_and_a_subject(
    rows: list[tuple[str, ...]], entries: str, values: list[tuple[str, ...]]
) -> None:
    evidence = evidence_of(rows, entries, values)
    lines = {
        "claims.csv": len(rows) + 1,
        "references.bib": entries.count("\n") + 1,
        "evidence.csv": len(values) + 1,
        "article.txt": 4,
    }
    subjects = {""} | {f"claim:{key}" for key in evidence.claims} | {f"cause:{name}" for name in evidence.causes}
    subjects |= {f"reference:{key}" for key in evidence.references}
    for finding in audit_all(evidence).findings:
        assert 1 <= finding.place.line <= lines[finding.place.file]
        assert finding.subject in subjects
        assert finding.message.isprintable()


@given(st.lists(ROW, max_size=6, unique_by=lambda row: row[0]), ENTRIES, st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_rows(rows: list[tuple[str, ...]], entries: str, random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    one, other = (
        sorted((each.code, each.severity, each.subject) for each in audit_all(evidence).findings)
        for evidence in (evidence_of(rows, entries, []), evidence_of(shuffled, entries, []))
    )
    assert one == other


@given(st.lists(ROW, max_size=6), ENTRIES, VALUES)
def test_the_audit_leaves_the_evidence_as_it_is(
    rows: list[tuple[str, ...]], entries: str, values: list[tuple[str, ...]]
) -> None:
    evidence = evidence_of(rows, entries, values)
    first = audit_all(evidence)
    assert evidence == evidence_of(rows, entries, values)
    assert audit_all(evidence) == first
