"""Candidates of the claims of evidence."""

import graph
from graph.reading import parse
from graph.texts.candidates import candidates_in, retrieval_in

REFERENCES = "".join(
    f"@article{{{key}, title = {{{title}}}, {more}}}\n"
    for key, title, more in (
        ("tea", "Green tea", ""),
        ("sleep", "Sleep in short", "author = {Young, Ann}"),
        ("noise", "Noise at night", "keywords = {magnesium}, abstract = {Of quails.}, journal = {Owl}"),
    )
)


def keys(claim: str, cause: str = "Cause", supports: str = "") -> list[str]:
    evidence = parse(REFERENCES, f"claim_id,cause,claim,supports\na,{cause},{claim},{supports}\n")
    return [each.reference for each in candidates_in(evidence, retrieval_in(evidence), evidence.claims["a"])]


def test_every_text_of_a_reference_is_searched() -> None:
    claims = ["Tea.", "As Young said.", "Magnesium.", "A quail.", "Owls."]
    assert [keys(claim) for claim in claims] == [["tea"], ["sleep"], ["noise"], ["noise"], ["noise"]]


def test_the_name_of_the_cause_is_context() -> None:
    assert keys("It helps.", "Drinks > Tea") == ["tea"]


def test_what_a_claim_cites_is_no_candidate() -> None:
    assert keys("Tea and sleep.", supports="tea") == ["sleep"]


def test_the_question_and_the_page_find_the_same() -> None:
    evidence = graph.read("data/references.bib", "data/claims.csv")
    network, retrieval = graph.build_network(evidence), retrieval_in(evidence)
    for claim in evidence.claims.values():
        asked = [each.reference for each in graph.questions.candidates(network, claim.id)]
        assert [f"reference:{each.reference}" for each in candidates_in(evidence, retrieval, claim)] == asked
