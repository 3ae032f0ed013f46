"""What an article says out of itself, and what others said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Article
from graph.reading import parse
from graph.rules.own_work import has_results, is_own_part, own_entries, part_of
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Methods", "methods"),
        ("Materials & Methods", "methods"),
        ("2.1 Statistical analysis", ""),
        ("Statistical analysis", "methods"),
        ("Appendix B", "methods"),
        ("RESULTS", "results"),
        ("Results and Discussion", "results"),
        ("Main findings", "results"),
        ("Abstract", "summary"),
        ("Editors\u2019 Summary", "summary"),
        ("Plain language summary", "summary"),
        ("Summary of language disorders", ""),
        ("Discussion and conclusions", "summary"),
        ("Results of treatment", ""),
        ("Laboratory methods of diagnosis", ""),
        ("Discussion", ""),
        ("Background", ""),
        ("Data", ""),
        ("", ""),
    ],
)
def test_a_heading_names_a_part_of_an_article_or_a_topic(heading: str, part: str) -> None:
    assert part_of(heading) == part


def graded(text: str, section: str, *, others: str = "Results", cause: str = "X", more: str = ",") -> str:
    """How severe it is that a claim has no source, beside a sourced one under another heading."""
    rows = f'c1,{cause},"{text}",{section},{more}\nc2,Y,It is sourced.,{others},,a'
    example = f"claim_id,cause,claim,section,kind,supports\n{rows}\n\n@book{{a}}"
    return findings("uncited-claim", example)[0].severity


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Iron was low.", "Results"),
        ("Iron was measured according to Protocol S1.", "Methods"),
        ("Iron was transformed prior to statistical analyses.", "Methods"),
        ("Iron was measured.", "Methods"),
        ("Iron was low.", "Conclusions"),
        ("We found low iron.", "Introduction"),
        ("In nurses we then also measured iron.", "Sleep"),
        ("Our results agree.", "Sleep"),
        ("The present study is small.", "Sleep"),
        ("Iron was low (Table 2).", "Sleep"),
        ("In this large study iron was low.", "Sleep"),
        ("In conclusion, iron is low.", "Sleep"),
        ("If iron were low, sleep would be bad.", "Sleep"),
        ("More iron should come with more sleep.", "Sleep"),
        ("We confirm what earlier studies found: our data agree.", "Sleep"),
    ],
)
def test_what_an_article_says_out_of_itself_is_only_worth_knowing(text: str, section: str) -> None:
    assert graded(text, section) == "info"


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Iron is low.", "Background"),
        ("Iron is low.", "Discussion"),
        ("Iron is low.", "Results of treatment"),
        ("As we age, we need more iron.", "Sleep"),
        ("We use our brains.", "Sleep"),
        ("We recommend iron.", "Results"),
        ("Previous studies found low iron.", "Results"),
        ("Low iron has often been reported.", "Results"),
        ("It is well known that iron is low.", "Conclusions"),
        ("Roth et al. found low iron.", "Methods"),
        ("According to Roth iron is low.", "Results"),
        ("Roth and Drake showed that iron is low.", "Results"),
        ("Patients should take iron.", "Sleep"),
        ("Iron should always be measured.", "Sleep"),
        ("The ward has 30 beds.", "Study site"),
    ],
)
def test_what_others_said_lacks_a_source_wherever_it_stands(text: str, section: str) -> None:
    assert graded(text, section) == "warning"


@pytest.mark.parametrize(
    "text", ["In this study iron was low.", "Sleep would be bad.", "Iron should come with sleep.", "It is in Table 2."]
)
def test_without_results_this_study_may_be_any_and_nothing_is_expected(text: str) -> None:
    assert graded(text, "Sleep", others="Pregnancy") == "warning"


@pytest.mark.parametrize(("kind", "severity"), [("treatment", "error"), ("mechanism", "info")])
def test_what_people_act_on_stays_an_error(kind: str, severity: str) -> None:
    assert graded("Iron was low.", "Results", more=f"{kind},") == severity


def test_a_figure_in_a_table_stays_an_error() -> None:
    assert graded("We found it in 10 % of nurses.", "Results") == "error"


def test_a_key_that_leads_nowhere_is_no_own_work() -> None:
    assert graded("We found low iron.", "Results", more=",b") == "warning"


@pytest.mark.parametrize(
    ("text", "section", "why"),
    [
        ("Iron was low.", "Results", "stands under 'Results', as the article's own work; cite a reference if that is"),
        ("It would be low.", "Sleep", "tells what the article expects ('would'); say what that follows from"),
        ("Iron is low.", "Abstract", "stands under 'Abstract', which sums up what is said elsewhere; see that it has"),
        ("In conclusion iron is low.", "Sleep", "begins as what sums up what is said elsewhere; see that it has"),
        ("We found it.", "Sleep", "tells of the article's own work ('we found'); cite a reference if that is"),
    ],
)
def test_the_message_says_why(text: str, section: str, why: str) -> None:
    claims = f"claim_id,cause,claim,section\nc1,X,{text},{section}\nc2,X,Y,Results"
    assert f"claim 'c1' has no source; it {why}" in found("uncited-claim", claims)[0]


@pytest.mark.parametrize(
    ("cause", "section", "known"),
    [
        ("Results > Effects of iron", "Effects of iron", True),
        ("Methods > Effects of iron", "Effects of iron", False),
        ("Results", "Sleep", False),
        ("X", "Results", True),
    ],
)
def test_a_drafted_cause_is_the_path_of_headings(*, cause: str, section: str, known: bool) -> None:
    assert has_results(parse("", f"claim_id,cause,claim,section\nc1,{cause},Y,{section}")) is known


def test_a_study_site_is_in_the_world_and_not_in_the_methods() -> None:
    assert graded("The ward has 30 beds.", "Study site", cause="Methods > Study site") == "warning"


LISTED = "@book{a, listed = {1}}\n@book{b, listed = {2}}\n"


@pytest.mark.parametrize(
    ("library", "cell", "own"),
    [
        (f"{LISTED}@book{{c}}", "c (Table 1)", {"c"}),
        (f"{LISTED}@book{{c}}", "c", set()),
        (f"{LISTED}@book{{c}}", "c (p. 3)", set()),
        (f"{LISTED}@book{{c}}\n@book{{d}}", "c (Table 1)", set()),
        (LISTED, "a (Table 1)", set()),
        ("@book{c}", "c (Table 1)", set()),
    ],
)
def test_the_article_itself_is_what_its_own_list_lacks(library: str, cell: str, own: set[str]) -> None:
    assert own_entries(parse(library, f"claim_id,cause,claim,supports\nc1,X,Y,{cell}")) == own


@pytest.mark.parametrize(
    ("about", "own"),
    [
        (Article(title="Iron and Sleep"), {"a"}),
        (Article(url="https://doi.org/10.1000/X"), {"a"}),
        (Article(title="Iron"), set()),
        (Article(url="https://example.org/"), set()),
        (Article(), set()),
    ],
)
def test_the_article_itself_is_known_by_title_or_doi(about: Article, own: set[str]) -> None:
    evidence = parse("@book{a, title = {Iron and sleep}, doi = {10.1000/x}}\n@book{b}", "claim_id,cause,claim\nc1,X,Y")
    assert own_entries(replace(evidence, article=about)) == own


def test_what_rests_on_the_article_itself_needs_no_second_source() -> None:
    claims = "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,c (Table 1)\nc2,X,Z,harm,a"
    (message,) = found("single-reference", f"{claims}\n\n{LISTED}@book{{c}}")
    assert message.startswith("claim 'c2' rests on 'a' alone")


@pytest.mark.parametrize(
    "name",
    [
        "Abstract",
        "ABSTRACT > Methodology",
        "2.1 Materials and Methods > Study site",
        "Model and Results > Linear Fitness Decline",
        "Results and Discussion",
        "Conclusions",
        "Data availability",
        "Pre-publication history",
        "Authors' contributions",
        "Material and methods",
        "Appendix",
        "Appendix B: the sensors",
        "Supplementary information",
    ],
)
def test_a_part_in_which_an_article_tells_of_itself(name: str) -> None:
    assert is_own_part(name)


@pytest.mark.parametrize(
    "name",
    [
        "Pregnancy",
        "Discussion",
        "Introduction",
        "Contraceptive methods",
        "Publication bias",
        "Supplementary oxygen",
        "Appendicitis",
        "",
    ],
)
def test_a_cause_or_a_part_about_what_others_found(name: str) -> None:
    assert not is_own_part(name)
