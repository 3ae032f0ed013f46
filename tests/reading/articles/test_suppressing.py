"""Suppressions in the comments of an article."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.model import Evidence, File
from graph.reading import parse, read_files
from graph.reading.articles.suppressing import Span, span_at

WHY = "uncited-claim: a definition"


def suppressed(text: str, name: str = "paper.md") -> dict[str, list[tuple[str, str, str]]]:
    """What the comments of an article suppress: rule, reason and place, by the words of the claim."""
    claims = read_files([File(name, text.encode(), "claims")]).claims.values()
    return {
        claim.text: [(each.rule, each.reason, each.place.exact) for each in claim.noqa]
        for claim in claims
        if claim.noqa
    }


ARTICLES = {
    "paper.md": "# Coffee\n\nOne. Two.\nThree goes\non. <!-- noqa: {} -->\nFour.\n",
    "paper.tex": "\\section{{Coffee}}\nOne. Two.\nThree goes\non. % noqa: {}\nFour.\n",
    "paper.html": "<h1>Coffee</h1>\n<p>One. Two.\nThree goes\non. <!-- noqa: {} -->\nFour.</p>\n",
}


@pytest.mark.parametrize("name", ARTICLES)
def test_a_comment_behind_a_sentence_is_about_it(name: str) -> None:
    text = ARTICLES[name].format(WHY)
    line = text[: text.index("noqa")].count("\n") + 1
    expected = ("uncited-claim", "a definition", f"{name}:{line}:5")
    assert suppressed(text, name) == {"Three goes on.": [expected]}


ALONE = {
    "paper.md": "One.\n\n<!-- noqa: {} -->\nTwo. Three.\n",
    "paper.tex": "\\section{{A}}\nOne.\n%% noqa: {}\nTwo. Three.\n",
    "paper.html": "<p>One.</p>\n<!--noqa: {}--><p>Two. Three.</p>\n",
}


@pytest.mark.parametrize("name", ALONE)
def test_a_comment_in_a_line_of_its_own_is_about_what_comes_next(name: str) -> None:
    assert list(suppressed(ALONE[name].format(WHY), name)) == ["Two."]


def test_between_two_sentences_of_a_line_it_is_about_the_first() -> None:
    assert list(suppressed(f"One. <!-- noqa: {WHY} --> Two.\n")) == ["One."]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CLM001: why", [("CLM001", "why")]),
        ("CLM001 why not", [("CLM001", "why not")]),
        ("CLM001: why; single-reference: so", [("CLM001", "why"), ("single-reference", "so")]),
        ("CLM001", [("CLM001", "")]),
        ("CLM001: why\ngoes on", [("CLM001", "why")]),
    ],
)
def test_the_words_are_those_of_tables(written: str, read: list[tuple[str, str]]) -> None:
    (found,) = suppressed(f"One. <!-- noqa: {written} -->\n").values()
    assert [(rule, reason) for rule, reason, _ in found] == read


@pytest.mark.parametrize(
    "text",
    ["One. <!-- not noqa: X: y -->", "One.\n\n```\n<!-- noqa: X: y -->\n```\n", "<!--\nnoqa: X: y\n-->\nOne.", "One."],
)
def test_other_comments_and_code_say_nothing(text: str) -> None:
    assert suppressed(text) == {}


def test_it_is_about_one_sentence_not_about_the_others_of_its_line() -> None:
    evidence = parse("", f"One. <!-- noqa: {WHY} --> Two.\n", files=["references.bib", "paper.md"])
    report = audit(evidence, Settings(select=("uncited-claim",)))
    assert [finding.subject for finding in report.findings] == ["claim:paper-02"]
    assert [each.finding.subject for each in report.suppressed] == ["claim:paper-01"]


def test_an_entry_of_the_list_of_references_has_its_own() -> None:
    text = "One [1].\n\n# References\n\n<!-- noqa: missing-title: a letter -->\n1. Drake C. 2013.\n2. Roth T. 2014.\n"
    references = read_files([File("paper.md", text.encode(), "claims")]).references.values()
    assert [[each.rule for each in reference.noqa] for reference in references] == [["missing-title"], []]


def of_the_rules(comment: str) -> list[tuple[str, str]]:
    evidence: Evidence = parse("@article{a}", f"One [@a].\n\n<!-- noqa: {comment} -->\nTwo [@a].\n")
    return [(each.code, each.place.exact) for each in audit(evidence, Settings(select=("CLM001", "SUP"))).findings]


@pytest.mark.parametrize(
    ("comment", "code"), [("CLM001: why", "SUP901"), ("single-reference", "SUP902"), ("CLM01: why", "SUP903")]
)
def test_the_rules_about_suppressions_name_the_comment(comment: str, code: str) -> None:
    assert of_the_rules(comment) == [(code, "claims.csv:3:1")]


def test_a_part_has_comments_of_its_own() -> None:
    spans = [Span("a.tex", 9, 1, 9, "a"), Span("b.tex", 2, 1, 4, "b"), Span("b.tex", 6, 1, 6, "c")]
    found = [span_at(file, line, 1, spans) for file, line in [("a.tex", 1), ("b.tex", 3), ("b.tex", 5), ("b.tex", 7)]]
    assert [span and span.id for span in found] == ["a", "b", "c", "c"]
    assert span_at("c.tex", 1, 1, spans) is None
