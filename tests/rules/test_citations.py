"""The links between claims and references."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.model import File, Finding
from graph.reading import parse, read_files
from tests.rules.running import findings


@pytest.mark.parametrize(("low", "severity"), [("20", "warning"), ("", "info")])
def test_a_measure_matters_most_where_there_is_a_figure(low: str, severity: str) -> None:
    claims = f"claim_id,cause,claim,supports,measure,low,unit\nc1,X,Y,a,incidence,{low},%"
    (finding,) = findings("measure-mismatch", f"{claims}\n\n@book{{a, title = {{Prevalence of insomnia}}}}")
    assert finding.severity == severity


@pytest.mark.parametrize(
    ("keys", "cure"),
    [
        (500, "add it, or correct the key"),
        (501, "501 keys are unknown: is this the right bibliography?"),
    ],
)
def test_another_bibliography_is_told_from_slips_of_the_pen(keys: int, cure: str) -> None:
    rows = "".join(f"c{number},X,Y.,{number}\n" for number in range(keys))
    report = audit(parse("@article{key}", f"claim_id,cause,claim,supports\n{rows}"), Settings(select=("CLM002",)))
    assert {each.message.partition("; ")[2] for each in report.findings} == {cure}


def frequency(text: str, measure: str = "", low: str = "") -> list[Finding]:
    """What is found where a claim with a measure rests on a study of prevalence."""
    table = f"claim_id,cause,claim,supports,measure,low,unit\nc1,X,{text},a,{measure},{low},%"
    return findings("measure-mismatch", f"{table}\n\n@article{{a, title = {{Prevalence of pain}}}}")


@pytest.mark.parametrize(
    ("text", "measure", "low", "fault"),
    [
        ("Y", "incidence", "20", "says incidence, but 'Prevalence' in the title"),
        ("Its incidence is 20 %.", "", "", "says incidence, but 'Prevalence' in the title"),
        ("Its incidence is 20 %.", "prevalence", "20", "says incidence in its text, but prevalence in the column"),
        ("Its prevalence is 20 %.", "Incidence", "20", "says prevalence in its text, but incidence in the column"),
    ],
)
def test_incidence_that_is_none(text: str, measure: str, low: str, fault: str) -> None:
    (finding,) = frequency(text, measure, low)
    assert fault in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Its prevalence is 20 %.", "prevalence"),
        ("Its incidence and prevalence are 20 %.", "prevalence"),
        ("Its incidence is 20 %.", "odds-ratio"),
        ("The coincidence is 20 %.", ""),
    ],
)
def test_what_is_no_contradiction_of_measures(text: str, measure: str) -> None:
    assert frequency(text, measure, "20") == []


@pytest.mark.parametrize(("key", "design"), [("a", "cohort"), ("a", ""), ("nobody", "cross-sectional")])
def test_a_reference_that_says_nothing_of_measures_contradicts_none(key: str, design: str) -> None:
    table = f"claim_id,cause,claim,supports,measure,low,unit\nc1,X,Y,{key},incidence,20,%"
    assert findings("measure-mismatch", f"{table}\n\n@article{{a, title = {{Pain}}, design = {{{design}}}}}") == []


def test_incidence_without_a_figure_is_only_worth_knowing() -> None:
    (finding,) = frequency("It raises the incidence.")
    assert finding.severity == "info"


def test_no_file_is_named_that_nobody_gave() -> None:
    evidence = read_files([File("paper.md", b"# Tea\n\nTea wakes [@kaza2018].\n", "claims")])
    (message,) = [each.message for each in audit(evidence).findings if each.rule == "unknown-reference"]
    assert message.endswith(
        "'kaza2018', which is not in any list of references that was read; "
        "name the bibliography in the article or with --references, or put it beside as references.bib"
    )


@pytest.mark.parametrize(
    ("number", "where"), [(2, "b0.bib and b1.bib"), (4, "any of 4 bibliographies")], ids=["few", "many"]
)
def test_many_bibliographies_are_counted(number: int, where: str) -> None:
    libraries = [File(f"b{each}.bib", b"@article{k, title = {Tea}}", "references") for each in range(number)]
    claims = File("claims.csv", b"claim_id,cause,claim,supports\nc1,Tea,It wakes.,gone\n", "claims")
    report = audit(read_files([*libraries, claims]), Settings(select=("CLM002",)))
    assert [each.message.partition("which is not in ")[2].partition(";")[0] for each in report.findings] == [where]
