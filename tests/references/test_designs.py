"""What sort of source a reference is."""

from __future__ import annotations

import pytest

from graph.reading import parse
from graph.references.designs import DESIGNS, design_of, designs, is_web, recorded, stated_design

STATED = [
    ("Coffee and sleep: a systematic review and meta-analysis of cohort studies", "systematic-review"),
    ("A systematic literature review", "systematic-review"),
    ("Coffee and sleep: a meta analysis", "meta-analysis"),
    ("Restless legs: an AASM Clinical Practice Guideline", "guideline"),
    ("A randomised, double-blind, placebo-controlled trial", "randomized-trial"),
    ("A randomized controlled trial", "randomized-trial"),
    ("A non-randomised controlled trial", "non-randomized-trial"),
    ("Coffee and sleep: a cohort study", "cohort"),
    ("Multicenter Case-Control Study", "case-control"),
    ("A controlled cross-sectional study", "cross-sectional"),
    ("Treatment of Leg Veins: A Retrospective Review", "retrospective-review"),
    ("Treatment of leg veins: a case series", "case-series"),
    ("Augmentation: a case report", "case-report"),
    ("Adherence to guidelines", ""),
    ("A review of random walks in control theory", ""),
    ("Treatments in randomized and nonrandomized studies", ""),
    ("Penetrance parameters from case-control data", ""),
    ("A diagnostic tool in cross-sectional MR studies", ""),
]


@pytest.mark.parametrize(("title", "design"), STATED)
def test_the_design_that_a_title_states(title: str, design: str) -> None:
    assert stated_design(title) == design


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        (
            "title = {Coffee: a case series}, abstract = {This systematic review is on coffee.}",
            ("case-series", "title"),
        ),
        ("journal = {Cochrane Database of Systematic Reviews}", ("systematic-review", "journal")),
        ("journal = {Cochrane Database Syst Rev}", ("systematic-review", "journal")),
        ("keywords = {Coffee; Randomized Controlled Trial}", ("randomized-trial", "keywords")),
        ("abstract = {METHODS: We conducted a large cohort study.}", ("cohort", "abstract")),
        ("abstract = {In this randomised, double-blind trial, coffee won.}", ("randomized-trial", "abstract")),
        ("abstract = {Our results agree with those of a systematic review.}", ("", "")),
        ("abstract = {We asked what a randomized trial cannot tell.}", ("", "")),
        ("title = {Protocol for a systematic review}", ("", "")),
        ("title = {Reply to: a randomized trial}, journal = {Cochrane Database Syst Rev}", ("", "")),
    ],
)
def test_a_reference_states_its_design_where_it_is_surest(fields: str, stated: tuple[str, str]) -> None:
    assert design_of(parse(f"@article{{a, {fields}}}", "").references["a"]) == stated


def test_what_is_recorded_goes_before_what_is_stated() -> None:
    evidence = parse(
        "@article{a, title = {Coffee: a cohort study}, design = {review}}", "claim_id,cause,claim,supports\nc1,X,Y,a\n"
    )
    (citation,) = evidence.citations()
    assert designs(citation, evidence) == ["review"]


def test_every_design_has_one_of_five_levels_and_the_best_stand_first() -> None:
    levels = [design.level for design in DESIGNS.values()]
    assert levels == sorted(levels)
    assert set(levels) == {1, 2, 3, 4, 5}


def test_every_pattern_is_tried() -> None:
    assert {name for name, design in DESIGNS.items() if design.title} <= {design for _, design in STATED}


def test_a_record_is_several_words() -> None:
    assert recorded("Systematic review; meta-analysis, Meta-Analysis;") == ["systematic-review", "meta-analysis"]


def test_designs_are_those_of_the_record_and_of_the_source_values() -> None:
    evidence = parse(
        "@article{a, design = {cohort; unheard-of}}",
        "claim_id,cause,claim,supports\nc1,X,Y,a\n",
        "claim_id,reference,design\nc1,a,Case report\n",
    )
    (citation,) = evidence.citations()
    assert designs(citation, evidence) == ["cohort", "case-report"]


def test_a_design_is_read_in_any_case() -> None:
    assert stated_design("COFFEE AND SLEEP: A CASE-CONTROL STUDY") == "case-control"


@pytest.mark.parametrize(
    ("keywords", "design"), [("case series, cohort; study", "case-series"), ("randomized, trial", "")]
)
def test_a_design_in_two_keywords_is_none(keywords: str, design: str) -> None:
    (reference,) = parse(f"@article{{a, title = {{Coffee}}, keywords = {{{keywords}}}}}", "").references.values()
    assert design_of(reference).name == design


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@online{a}", True),
        ("@inreference{a}", True),
        ("@misc{a, url = {https://example.org}}", True),
        ("@misc{a, howpublished = {example.org}}", True),
        ("@misc{a}", False),
        ("@misc{a, howpublished = {Personal communication. U.S. Army}}", False),
        ("@misc{a, url = {https://example.org}, doi = {10.1101/x}}", False),
        ("@online{a, pmid = {1}}", False),
        ("@online{a, url = {https://pubmed.ncbi.nlm.nih.gov/123/}}", False),
        ("@online{a, url = {https://pmc.ncbi.nlm.nih.gov/articles/PMC12/}}", False),
        ("@online{a, url = {https://doi.org/10.1000/a1}}", False),
        ("@online{a, url = {https://example.org/guideline.PDF?a=b}}", False),
        ("@online{a, url = {https://example.org/pdf/a}}", True),
        ("@article{a, url = {https://example.org}}", False),
    ],
)
def test_what_is_merely_a_page_on_the_web(entry: str, *, expected: bool) -> None:
    (reference,) = parse(entry, "").references.values()
    assert is_web(reference) == expected
