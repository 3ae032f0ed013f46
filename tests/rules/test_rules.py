"""All rules: their examples, laws that hold for each of them, and near misses that must stay silent."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.articles import given_article
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.lists import Notice
from graph.auditing.report import Report
from graph.auditing.rule import Rule
from graph.auditing.settings import Settings
from graph.model import Evidence, File
from graph.reading import parse
from graph.rules import RULES
from tests.examples import REFERENCES, sample
from tests.rules.running import BY_NAME, DAY, found

HEADER = "claim_id,cause,claim,kind,supports,mentions,measure,low,high,unit"


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


QUOTED = (
    "claim_id,cause,claim,supports\nc1,Coffee,Coffee shortens sleep.,a\n\n@article{a, title = {Sleep}}\n\n"
    "--- evidence.csv\nclaim_id,reference,source_quote\nc1,a,"
)

NEAR_MISSES = [
    ("read-from-text", f"{REFERENCES}--- library.ris\nTY  - JOUR\nTI  - A title\nER  -"),
    (
        "repeated-work",
        f"{REFERENCES}--- library.ris\nTY  - JOUR\nTI  - Prevalence of insomnia\nAU  - Roth, T\nPY  - 2012",
    ),
    ("uncited-claim", f"{HEADER}\nc1,X,Y,,drake2013,,,,,\n\n{REFERENCES}"),
    ("unknown-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}"),
    ("overclaim-wording", f"{HEADER}\nc1,X,It is proven.,,drake2013,,,,,\n\n{REFERENCES}"),
    ("single-reference", f"{HEADER}\nc1,X,Y,treatment,,drake2013,,,,\n\n{REFERENCES}"),
    ("background-only", f"{HEADER}\nc1,X,Y,,a,,,,,\n\n@article{{a, group = {{further}}}}"),
    ("untyped-number", f"{HEADER}\nc1,X,Type 2 diabetes in 25 studies of people over 65.,,,,,,,"),
    (
        "measure-mismatch",
        f"{HEADER}\nc1,X,Y,,a,,incidence,1,,%\n\n@article{{a, title = {{Incidence and prevalence}}}}",
    ),
    ("impossible-value", f"{HEADER}\nc1,X,Y,,,,prevalence,0,100,%"),
    ("impossible-value", f"{HEADER}\nc1,X,Y,,,,change,-12,150,%"),
    ("untyped-number", f"{HEADER},figures\nc1,X,Ten is 10 per cent.,,,,,10,,%,drafted"),
    ("impossible-value", f"{HEADER},figures\nc1,X,Y,,,,prevalence,30,10,%,drafted"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,prevalence,10,30,%,confirmed"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,prevalence,10,30,%,"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,,,,,drafted"),
    ("contradicting-figure", f"{HEADER}\nc1,X,It is in a quarter of men.,,,,prevalence,25.6,,%"),
    ("unstated-figure", f"{HEADER}\nc1,X,It is in one in four men.,,,,prevalence,25,,%"),
    ("unknown-measure", f"{HEADER}\nc1,X,Y,,,,Adjusted odds-ratios,2,,times"),
    ("more-studies-than-people", "claim_id,cause,claim,n,n_studies\nc1,X,Two cases were reported.,2,2"),
    ("effect-not-shown", f"{HEADER}\nc1,X,It may raise the risk.,,,,odds-ratio,0.8,1.5,times"),
    ("repeated-claim", "claim_id,cause,claim\nc1,X,It is in 26 % of women.\nc2,X,It is in 26 % of men."),
    ("opposite-claims", "claim_id,cause,claim\nc1,X,It is harmful.\nc2,X,It is not harmless."),
    (
        "unknown-section",
        "claim_id,cause,claim,section\nc1,X,Y,COFFEE\n\n--- article.md\n# Coffee\n\nIt is.\n\n# Tea\n\nIt is.",
    ),
    (
        "uncovered-figure",
        "claim_id,cause,claim\nc1,X,5 % do.\n\n--- article.md\nOf 20 people 5 % do, a third does not.",
    ),
    ("cut-claim", "claim_id,cause,claim\nc1,X,mRNA is what it is good at"),
    ("unreviewed-claim", "claim_id,cause,claim,reviewed_by,reviewed_on\nc1,X,Y,,2026-01-31\nc2,X,Z,,"),
    ("stale-review", "claim_id,cause,claim,reviewed_by,reviewed_as\nc1,X,Y,Eva,"),
    ("disagreeing-figures", f"{HEADER}\nc1,X,Men: 10 %,,,,rate,10,,%\nc2,X,Women: 20 %,,,,rate,20,,%"),
    ("duplicate-key", "@article{drake2013, title={A}}\n@article{drake2013a, title={B}}"),
    ("missing-title", "@article{a, title = {?}}"),
    ("missing-author", "@book{a, editor = {Ekbom, K}}"),
    ("missing-year", "@online{a, date = {2020}}"),
    ("missing-year", "@online{a, urldate = {2020-01-01}}"),
    ("no-identifier", "@online{a, url = {https://example.org}}"),
    ("malformed-doi", "@article{a, doi = {10.1016/j.sleep.2018.05.039}}"),
    ("duplicate-doi", "@article{a, doi = {10.1000/a}}\n@article{b, doi = {10.1000/ab}}"),
    ("unparsed-entry", "% a comment with an e-mail: me@example.org\n@article{a, title = {A}}"),
    ("encoding", f"{HEADER}\nc1,Sjögren,Y,,,,,,,"),
    ("unused-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n@article{{drake2013}}"),
    ("cause-without-evidence", f"{HEADER}\nc1,X > Z,Y,,drake2013,,,,,\n\n{REFERENCES}"),
    ("cause-on-one-reference", f"{HEADER}\nc1,X,Y,,,,,,,\n\n{REFERENCES}"),
    (
        "no-intext-citations",
        "claim_id,cause,claim,supports,basis\nc1,X,Y,a,inferred\nc2,X,Y,a,cited\n\n@article{a}",
    ),
    ("malformed-table", 'claim_id;cause;claim\nc1;X;"Y; and\nmore"'),
    ("unknown-word", f"{HEADER}\nc1,X,Y,Risk-Factor,,,,,,"),
    ("two-stances", f"{HEADER}\nc1,X,Y,,drake2013,clark2017,,,,\n\n{REFERENCES}"),
    ("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@online{a, title = {Diet}, design = {guideline}}"),
    ("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@misc{a, title = {Diet}, doi = {10.1101/2020.1}}"),
    ("stale-evidence", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@article{a, year = {2021}}"),
    ("stale-evidence", "claim_id,cause,claim,supports,kind\nc1,X,Y,a,background\n\n@article{a, year = {1921}}"),
    (
        "treatment-below-level",
        (
            "claim_id,cause,claim,supports,kind\nc1,X,Y,a; b,treatment\n\n@article{a, design = {Cohort}}"
            "\n@article{b, design = {Randomized trial}}"
        ),
    ),
    ("treatment-below-level", "claim_id,cause,claim,supports,kind\nc1,X,Y,a,treatment\n\n@article{a, title = {T}}"),
    ("contested-claim", "claim_id,cause,claim,supports,disputes\nc1,X,Y,a,nobody\n\n@article{a, title = {T}}"),
    ("contested-claim", "claim_id,cause,claim,disputes\nc1,X,Y,a\n\n@article{a, title = {T}}"),
    ("refuted-claim", "claim_id,cause,claim,qualifies,disputes\nc1,X,Y,a,b\n\n@article{a}\n@article{b}"),
    ("refuted-claim", "claim_id,cause,claim,disputes\nc1,X,Y,nobody\n\n@article{a, title = {T}}"),
    ("uncited-claim", "claim_id,cause,claim,disputes\nc1,X,Y,a\n\n@article{a, title = {T}}"),
    ("single-reference", "claim_id,cause,claim,kind,disputes\nc1,X,Y,harm,a\n\n@article{a, title = {T}}"),
    ("single-reference", "claim_id,cause,claim,kind,supports,disputes\nc1,X,Y,harm,a,b\n\n@article{a}\n@article{b}"),
    ("single-reference", "claim_id,cause,claim,kind,supports\nc1,X,Y,association,a\n\n@article{a}"),
    (
        "misfiled-evidence",
        "claim_id,cause,claim,supports\nc1,Diabetes,Y,a\nc2,Pregnancy,Z,\n\n@book{a, title = {Diabetics in pregnancy}}",
    ),
    (
        "misfiled-evidence",
        (
            "claim_id,cause,claim,supports\nc1,Kidney disease,Iron is low in dialysis.,a\nc2,Iron deficiency,Z,"
            "\n\n@article{a, title = {Iron for patients on dialysis}}"
        ),
    ),
    (
        "weasel-plural",
        "claim_id,cause,claim,supports\nc1,X,A review of 25 studies found that Y.,a\n\n@article{a, title = {T}}",
    ),
    ("weasel-plural", "claim_id,cause,claim\nc1,X,How the two go together has been the subject of much research."),
    (
        "value-mismatch",
        (
            "claim_id,cause,claim,supports,low,unit\nc1,X,Y,a,10,%\n\n@article{a}\n\n--- evidence.csv\n"
            "claim_id,reference,low,high,unit\nc1,a,10.0,10,per cent"
        ),
    ),
    (
        "near-duplicate",
        (
            "@article{a, author = {Lin, X}, year = {2019}, title = {Restless legs in men on kidney dialysis}}\n"
            "@article{b, author = {Lin, X}, year = {2019}, title = {Restless legs in women on kidney dialysis}}"
        ),
    ),
    ("impossible-year", "@article{a, year = {1996--97}}\n@article{b, date = {2019-05}}\n@article{c, year = {1450}}"),
    ("future-year", "@article{a, year = {2027}}"),
    ("retracted-by-title", "@article{a, title = {Retracted articles and why they are cited}}"),
    (
        "counted-up-doi",
        "@misc{a, doi = {10.1000/x.1}}\n@misc{b, doi = {10.1000/x.2}}\n@misc{c, doi = {10.1000/x.3}}",
    ),
    ("joined-authors", "@article{a, author = {Drake, Jr, Christopher and Roth, Thomas and others}}"),
    ("reversed-pages", "@article{a, pages = {320--29}}"),
    ("wrong-check-digit", "@book{a, isbn = {0-8044-2957-X}, issn = {none}}"),
    ("uncitable-key", "Coffee\n===\n\nIt is so [@{drake (2013)}].\n\n@article{drake(2013), title = {A title}}"),
    ("garbled-text", "@article{a, title = {Sjögren & Müller: who knows?}, url = {http://example.org/a?b&amp;c}}"),
    ("glued-import", "@article{a, title = {How caffeine changes sleep}, journal = {Sleep}}"),
    ("glued-import", "@article{a, title = {The role of microRNA and AlphaFold}}"),
    ("unsafe-url", "@online{a, url = {example.org:80/x}}\n@online{b, url = {HTTPS://example.org/javascript:}}"),
    (
        "retracted",
        (
            "@article{a, doi = {10.1000/x}}\n\n--- retractions.csv\nOriginalPaperDOI,RetractionNature\n"
            "10.1000/x.1,Retraction\nunavailable,Retraction"
        ),
    ),
    ("listed-journal", "@article{a, journal = {Sleep Medicine}}\n\n--- journals.txt\nSleep\nMedicine"),
    ("unknown-design", "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a\n\n@online{a, url = {https://example.org}}"),
    ("web-source-undated", "@misc{a, title = {Personal communication}}\n@article{b, title = {Printed}}"),
    ("vocabulary-mismatch", "claim_id,cause,claim\nc1,X > Other,Y\nc2,Z > Other,Y\nc3,Other,Y"),
    (
        "quote-not-found",
        'claim_id,cause,claim,quote\nc1,X,Y,so\u00ad called \u201cfacts\u201d\n\n--- article.txt\nso called "facts"',
    ),
    (
        "uncovered-sentence",
        "claim_id,cause,claim\nc1,X,Tea is mild.\n\n--- article.md\nTea is mild [@a].\n\n: It cites [@b].",
    ),
    (
        "several-claims",
        "claim_id,cause,claim,supports,quote\nc1,X,It is and it was.,a,It is [1] and it was [1].\n\n@article{a}",
    ),
    ("source-quote-not-found", f"{QUOTED}Nobody has the text.\n\n--- b.txt\nOf another one."),
    ("figure-not-in-quote", f"{QUOTED}There are no figures in the claim, and 12 % here."),
    ("off-topic-quote", f"{QUOTED}It was so among all of them."),
    ("quote-of-others", f"{QUOTED}Sleep was short (SD 12) [mean of 4 nights]."),
    ("spreadsheet-damage", "claim_id,cause,claim,note\nc1,X,Y,10-30"),
    ("formula-cell", "claim_id,cause,claim,low,unit\nc1,X,Y,-30,minutes"),
    ("unread-part", "<!DOCTYPE article><article><body><p>It is so &mdash; <b>really</b>.</p></body></article>"),
    ("unread-citation", f"Coffee\n===\n\nIt is so [@drake2013, p. 1-3].\n\n{REFERENCES}"),
    ("unread-part", f"\\section{{Coffee}}\nIt is so. % \\input{{gone}}\n\n{REFERENCES}"),
    ("unused-suppression", "claim_id,cause,claim,noqa\nc1,X,Y,CLM011: a rule that is not run"),
    ("suppression-without-reason", "claim_id,cause,claim,noqa\nc1,X,Y,CLM001:why"),
    ("unknown-suppression", "claim_id,cause,claim,noqa\nc1,X,Y,clm001: codes are read in any case"),
    (
        "stale-baseline",
        "claim_id,cause,claim\nc1,X,Y\n\n--- baseline.json\n[]",
    ),
]


@pytest.mark.parametrize(("name", "example"), NEAR_MISSES)
def test_near_misses_are_silent(name: str, example: str) -> None:
    assert found(name, example) == []


def test_every_rule_that_is_run_by_default_has_a_near_miss() -> None:
    assert {rule.name for rule in RULES if not rule.preview and not rule.profile} <= {name for name, _ in NEAR_MISSES}


@pytest.mark.parametrize(
    ("name", "example", "messages"),
    [
        ("uncited-claim", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}", ["'drake2013' only mentions it"]),
        (
            "uncited-claim",
            f"{HEADER}\nc1,X,Y,,nobody,,,,,\n\n{REFERENCES}",
            ["what it cites is not in the bibliography"],
        ),
        ("unknown-reference", f"{HEADER}\nc1,X,Y,,drake13,,,,,\n\n{REFERENCES}", ["did you mean 'drake2013'?"]),
        ("untyped-number", f"{HEADER}\nc1,X,Ten is 10 per cent and a 3-fold rise.,,,,,,,", ["states '10 per cent'"]),
        (
            "drafted-figures",
            f"{HEADER},figures\nc1,X,Y,,,,prevalence,10,30,%,Drafted",
            ["(measure prevalence, low 10, high 30 and unit %)"],
        ),
        (
            "impossible-value",
            f"{HEADER}\nc1,X,Y,,,,prevalence,,10,%",
            ["high 10 stands without low; an interval has both ends"],
        ),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,incidence,-1,101,%", ["high 101 %", "low -1 %"]),
        ("impossible-value", f"{HEADER}\nc1,X,Y,,,,odds-ratio,-2,,times", ["negative"]),
        ("malformed-doi", "@article{a, doi = {https://doi.org/10.1000/x}}", ["write '10.1000/x'"]),
        ("malformed-doi", "@article{a, doi = {10.1000/a<b>}}", ["unusual characters"]),
        ("missing-title", "@article{a, doi = {10.1000/x}}", ["look it up by its DOI 10.1000/x"]),
        ("missing-title", "@article{a, doi = {doi:10.1000/x}}", ["look it up by its DOI 10.1000/x"]),
        (
            "measure-mismatch",
            f"{HEADER}\nc1,X,Y,,a,,incidence,1,,%\n\n@article{{a, design = {{cross-sectional}}}}",
            ["the design 'cross-sectional'"],
        ),
        (
            "weak-tier-only",
            "claim_id,cause,claim,supports\nc1,X,Y,a; b\n\n@inreference{b}\n@www{a}",
            ["rests on the web only, 'b' and 'a';"],
        ),
        (
            "contested-claim",
            (
                "claim_id,cause,claim,supports,qualifies,disputes\nc1,X,Y,a,,b\nc2,X,Y,,a,b\nc3,X,Y,a,c,b"
                "\n\n@article{a}\n@article{b}\n@article{c}"
            ),
            [
                "disputed by 'b' and supported by 'a';",
                "disputed by 'b' and qualified by 'a'",
                "disputed by 'b' and supported by 'a' and qualified by 'c'",
            ],
        ),
        (
            "refuted-claim",
            "claim_id,cause,claim,mentions,disputes\nc1,X,Y,a,b\n\n@article{a}\n@article{b}",
            ["disputed by 'b' and supported by nothing"],
        ),
        (
            "single-reference",
            "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a; b\n\n@book{a, includes = {b}}\n@book{b}",
            ["rests on 'a' and 'b', which count as one"],
        ),
        (
            "cause-on-one-reference",
            "claim_id,cause,claim,supports\nc1,X,Y,a\nc2,X,Z,b\n\n@book{a, doi={10.1/X}}\n@book{b, doi={10.1/x}}",
            ["rests on 'a' and 'b', which count as one"],
        ),
        (
            "cause-without-evidence",
            "claim_id,cause,claim,disputes,involves\nc1,X,Y,a,\nc2,W,Y,,X\n\n@book{a}",
            ["cause 'X' rests on nothing: 1 claim, 0 sourced; 1 more involves it", "cause 'W' rests on nothing"],
        ),
        (
            "treatment-below-level",
            "claim_id,cause,claim,supports,kind\nc1,X,Y,a; b,treatment\n\n@book{a, design = {case-series}}\n@book{b}",
            ["the best it rests on is case-series"],
        ),
        (
            "unknown-design",
            (
                "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a; b; c\n\n"
                "@book{a, design = {case-controll}}\n@book{b, title={A case report}}\n@book{c}"
            ),
            ["did you mean 'case-control'?", "its title says 'case-report'", "look it up in its abstract"],
        ),
        ("web-source-undated", "@online{a}\n@online{b, year = 2001}", ["without url or urldate", "without url;"]),
        (
            "dependent-sources",
            "claim_id,cause,claim,supports\nc1,X,Y,a; b\n\n@book{a, includes = {b; c}}\n@book{b}",
            ["rests on 'b' and on 'a', which includes it"],
        ),
        ("truncated-authors", "@book{a, author = {Lin, X and Hu, Y and others}}", ["names 2 authors and others"]),
    ],
)
def test_messages_name_the_fact_and_the_cure(name: str, example: str, messages: list[str]) -> None:
    for message, expected in zip(found(name, example), messages, strict=True):
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
        ("c1,X,Why is not fully understood.,mechanism,,,,,,", "info"),
        ("c1,X,It is unknown to most.,,,,,,,", "info"),
        ("c1,X,It is not clear soup.,treatment,,,,,,", "error"),
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
LAW_HEADER = (
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
    return parse(entries, table(LAW_HEADER, rows), source_values)


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
