"""What a rule says of what it finds, and how bad it is."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import parse
from tests.examples import REFERENCES
from tests.rules.running import HEADER, found


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
