"""The links between claims and references."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import parse
from graph.rules.citations import MANY_KEYS
from tests.rules.running import findings


@pytest.mark.parametrize(("low", "severity"), [("20", "warning"), ("", "info")])
def test_a_measure_matters_most_where_there_is_a_figure(low: str, severity: str) -> None:
    claims = f"claim_id,cause,claim,supports,measure,low,unit\nc1,X,Y,a,incidence,{low},%"
    (finding,) = findings("measure-mismatch", f"{claims}\n\n@book{{a, title = {{Prevalence of insomnia}}}}")
    assert finding.severity == severity


def test_another_bibliography_is_told_from_slips_of_the_pen() -> None:
    rows = "".join(f"c{number},X,Y.,key{number}\n" for number in range(MANY_KEYS + 1))
    report = audit(parse("@article{key2000}", f"claim_id,cause,claim,supports\n{rows}"), Settings(select=("CLM002",)))
    assert {each.message.partition("; ")[2] for each in report.findings} == {
        "501 keys are unknown: is this the right bibliography?"
    }
