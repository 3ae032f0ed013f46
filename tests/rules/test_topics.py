"""What things are called: causes under two names, and sources about something else."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.model import Evidence
from graph.reading import parse, read
from graph.rules.topics import less_one_letter
from graph.texts.forms import is_edit
from tests.rules.running import findings, found

DATA = Path(__file__).parent.parent.parent / "data"


def causes(*names: str) -> str:
    return "claim_id,cause,claim\n" + "".join(f"c{number},{name},Text.\n" for number, name in enumerate(names))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anaemia", "Anemia"),
        ("Antidepressant", "Antidepressants"),
        ("Sjögren's syndrome", "Sjogren syndrome"),
        ("Beta-blockers", "Betablockers"),
        ("Deficiency of iron", "Iron deficiency"),
        ("end stage kidney disease", "End-Stage Kidney Disease"),
        ("End-stage renal disease", "End-stage kidney disease"),
        ("Hypertension", "High blood pressure"),
        ("Rheumatic disease > Lupus", "Rheumatic disease > lupus"),
    ],
)
def test_one_cause_under_two_names_is_an_error(one: str, other: str) -> None:
    assert [finding.severity for finding in findings("vocabulary-mismatch", causes(one, other))] == ["error"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fibromyalgia", "Fibromialgia"),
        ("Fibromyalgia", "Fbiromyalgia"),
        ("Fatigue", "Fatiuge"),
        ("Fibromyalgia", "Rheumatic disease > Fibromyalgia"),
    ],
)
def test_what_is_likely_one_cause_is_a_warning(one: str, other: str) -> None:
    assert [finding.severity for finding in findings("vocabulary-mismatch", causes(one, other))] == ["warning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Results", "Abstract > Results"),
        ("Primary RLS", "Secondary RLS"),
        ("Type 1 diabetes", "Type 2 diabetes"),
        ("Hypothyroidism", "Hyperthyroidism"),
        ("Low blood pressure", "High blood pressure"),
        ("Fibromyalgia pain", "Fibromialgia fatigue"),
        ("High blood pressure", "Pulmonary hypertension"),
        ("Vitamin B6 deficiency", "Vitamin B12 deficiency"),
        ("Arteritis", "Arthritis"),
        ("Dysphagia", "Dysphasia"),
        ("Prednisone", "Prednisolone"),
        ("Neuropathy", "Nephropathy"),
        ("Diabetes from kidney disease", "Kidney disease from diabetes"),
        ("Kidney > Cancer", "Liver > Cancer"),
        ("Abstract > Sleep apnea", "Sleep apnea"),
        ("Abstract > Results", "Results"),
        ("Cancer", "Cancer > Cancer"),
        ("?", "!"),
    ],
)
def test_two_causes_are_two(one: str, other: str) -> None:
    assert found("vocabulary-mismatch", causes(one, other)) == []


@pytest.mark.parametrize(
    ("texts", "title", "number"),
    [
        (("Obesity is common.", "It is rare."), "", 1),
        (("It is common.", "Obesety is rare."), "", 1),
        (("It is common.", "It is rare."), "Sleep in obesity", 1),
        (("Obesity is common.", "Obesety is rare."), "", 0),
        (("Obesity is common.", "It is rare."), "What obesety is", 0),
        (("It is common.", "It is rare."), "", 0),
    ],
)
def test_any_letter_may_be_replaced_in_a_word_that_nobody_uses(texts: tuple[str, str], title: str, number: int) -> None:
    rows = f"c1,Obesity,{texts[0]}\nc2,Obesety,{texts[1]}"
    example = f"claim_id,cause,claim\n{rows}\n\n@article{{a, title = {{{title}}}}}"
    assert [each.severity for each in findings("vocabulary-mismatch", example)] == ["warning"] * number


@pytest.mark.parametrize(
    ("odd", "number"),
    [("Coffee brakes", 0), ("Cofefe breaks", 1), ("Cofee breaks", 1), ("Cofffee breaks", 1), ("Toffee breaks", 0)],
)
def test_a_short_word_may_have_a_slip_where_nobody_uses_it(odd: str, number: int) -> None:
    rows = f"c1,Coffee breaks,Coffee is good.\nc2,{odd},It is late."
    assert len(found("vocabulary-mismatch", f"claim_id,cause,claim\n{rows}")) == number


def test_two_words_that_are_both_used_are_two_causes() -> None:
    rows = "c1,Arteritis,Arteritis is rare.\nc2,Arthritis,Arthritis is common."
    assert found("vocabulary-mismatch", f"claim_id,cause,claim\n{rows}") == []


def sample() -> Evidence:
    return read(DATA / "references.bib", DATA / "claims.csv")


def test_no_two_causes_of_the_sample_are_one() -> None:
    evidence = sample()
    assert len(list(combinations(evidence.causes, 2))) > 500
    assert audit(evidence, Settings(select=("vocabulary-mismatch",))).findings == ()


def test_the_name_that_is_used_less_is_reported() -> None:
    (message,) = found("vocabulary-mismatch", causes("Anaemia", "Anemia", "Anemia"))
    assert message == "cause 'Anaemia' is 'Anemia' under another name; use one of them"


def test_a_cause_is_reported_once() -> None:
    assert (
        len(found("vocabulary-mismatch", causes("Tea drinking", "Tea-drinking", "Teadrinking", "Tea drinkings"))) == 3
    )


TABLE = "claim_id,cause,claim,supports,involves\nc1,{cause},{claim},a,{involves}\nc2,Shift work,It is late.,,\n"


def filed(
    cause: str, claim: str = "It shortens sleep.", title: str = "Shift work in nurses", involves: str = ""
) -> str:
    return f"{TABLE.format(cause=cause, claim=claim, involves=involves)}\n@article{{a, title = {{{title}}}}}"


def test_a_source_about_another_cause_is_misfiled() -> None:
    (message,) = found("misfiled-evidence", filed("Coffee"))
    assert message.startswith("claim 'c1' is about 'Coffee', but 'a' is about Shift work by its title")


def test_a_journal_speaks_where_there_is_no_title() -> None:
    example = filed("Coffee").replace("title", "journal")
    assert len(found("misfiled-evidence", example)) == 1


@pytest.mark.parametrize(
    "example",
    [
        filed("Coffee", title="Coffee drinkers and shift work"),
        filed("Coffee", title="Working in shifts"),
        filed("Coffee", title="Work shift and sleep"),
        filed("Coffee", claim="It shortens the sleep of nurses."),
        filed("Coffee", involves="Shift work"),
        filed("Coffee", involves="Shift work > Nights"),
        filed("Shift work > Nights"),
        filed("Job", title="Nights in nurses").replace("Shift work", "Job > Nights"),
        filed("Coffee", title="Nights in nurses", involves="Job").replace("Shift work", "Job > Nights"),
        filed("Coffee", title="A condition in nurses").replace("Shift work", "Condition"),
        filed("Coffee").replace("supports", "mentions"),
        filed("Coffee", title="Results in nurses").replace("Shift work", "Results"),
    ],
)
def test_what_a_claim_speaks_of_itself_is_not(example: str) -> None:
    assert found("misfiled-evidence", example) == []


@pytest.mark.parametrize(("so_called", "others", "number"), [(2, 0, 1), (3, 0, 0), (3, 12, 0), (3, 13, 1)])
def test_what_many_titles_name_is_the_subject_of_the_article(so_called: int, others: int, number: int) -> None:
    titles = ["Shift work"] * (so_called - 1) + ["Noise"] * others
    more = "\n".join(f"@article{{r{position}, title = {{{title}}}}}" for position, title in enumerate(titles))
    assert len(found("misfiled-evidence", f"{filed('Coffee')}\n{more}")) == number


def test_a_word_that_claims_on_several_other_causes_use_is_ordinary() -> None:
    more = "".join(f"d{number},Thing {number},It comes with shift work.,,\n" for number in range(3))
    example = filed("Coffee").replace("c2,Shift", f"{more}c2,Shift")
    assert found("misfiled-evidence", example) == []


def test_no_source_of_the_sample_is_misfiled() -> None:
    assert audit(sample(), Settings(select=("misfiled-evidence",))).findings == ()


def test_a_citation_of_the_sample_in_another_row_is_misfiled() -> None:
    bib, table = ((DATA / name).read_text(encoding="utf-8") for name in ("references.bib", "claims.csv"))
    moved = table.replace("have RLS.,peeraully2012; lee2009,", "have RLS.,ning2018; lee2009,")
    (finding,) = audit(parse(bib, moved), Settings(select=("misfiled-evidence",))).findings
    assert "'ning2018' (Ning et al. 2018) is about Multiple sclerosis" in finding.message


def test_a_word_that_is_used_of_narrower_causes_only_is_no_ordinary_one() -> None:
    more = "".join(f"d{number},Shift work > Night {number},It is shift work.,,\n" for number in range(3))
    assert len(found("misfiled-evidence", filed("Coffee").replace("c2,Shift", f"{more}c2,Shift"))) == 1


@given(st.text("abc", min_size=4, max_size=7), st.text("abc", min_size=4, max_size=7))
def test_what_is_one_edit_apart_is_the_same_or_has_the_same_rest(one: str, other: str) -> None:
    if is_edit(one, other):
        assert not {one, *less_one_letter(one)}.isdisjoint({other, *less_one_letter(other)})


def test_headings_are_no_vocabulary() -> None:
    text = "# Tea\n\n## Diabetes, type 2\n\nIt is.\n\n## Type 2 diabetes\n\nIt is so.\n"
    found = audit(parse("", text, files=("references.bib", "paper.md"))).findings
    assert [each for each in found if each.rule == "vocabulary-mismatch"] == []
