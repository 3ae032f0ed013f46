"""The links between claims and references."""

from __future__ import annotations

import pytest

from tests.rules.running import findings


@pytest.mark.parametrize(("low", "severity"), [("20", "warning"), ("", "info")])
def test_a_measure_matters_most_where_there_is_a_figure(low: str, severity: str) -> None:
    claims = f"claim_id,cause,claim,supports,measure,low,unit\nc1,X,Y,a,incidence,{low},%"
    (finding,) = findings("measure-mismatch", f"{claims}\n\n@book{{a, title = {{Prevalence of insomnia}}}}")
    assert finding.severity == severity
