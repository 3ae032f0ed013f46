"""The page as a text and as a file."""

import re
from pathlib import Path

import pytest

from graph.model import Evidence
from graph.page import numbers_of, render_page, write_page
from graph.reading import parse
from tests.pages import LITTLE


@pytest.fixture(scope="module")
def many() -> Evidence:
    rows = "".join(f"c-{number},Cause {number % 400},Claim number {number}.\n" for number in range(1_000))
    return parse("", f"claim_id,cause,claim\n{rows}")


def test_the_same_evidence_gives_the_same_bytes(evidence: Evidence, text: str) -> None:
    assert render_page(evidence) == text


def test_what_all_pages_have_is_made_for_the_first_one(evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_page(evidence)
    monkeypatch.delattr("graph.page.join_modules")
    monkeypatch.delattr("graph.page.template.load_template")
    assert render_page(evidence) == first


def test_the_denominator_is_said_in_words(text: str) -> None:
    assert "4 claims: 1 sourced, 3 not; 2 references, 1 unused" in text


def test_refuted_claims_are_told_in_the_denominator(text: str) -> None:
    assert re.search(
        r'unused; <span class="state-refuted"><svg [^>]*><use href="#mark-refuted"/></svg> 1 refuted</span>', text
    )


def test_what_there_is_none_of_is_not_told_in_the_denominator(text: str) -> None:
    assert "contested</span>" not in text


def test_the_title_can_be_chosen(evidence: Evidence) -> None:
    assert "<title>A &lt;b&gt; title</title>" in render_page(evidence, title="A <b> title")


def test_claims_are_readable_in_the_html_itself(text: str) -> None:
    assert "Some pregnant women have RLS." in text.partition('id="data"')[0]


def test_without_scripts_what_follows_stands_under_its_root_and_nowhere_else(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert text.count("cause &#39;Medications &gt; Lithium&#39; rests on nothing") == 1
    root = text.index("cause &#39;Medications&#39; rests on nothing")
    assert text.index("<ul>", root) < text.index("cause &#39;Medications &gt; Lithium&#39; rests on nothing", root)


def test_a_severity_that_only_what_follows_has_can_be_asked_for() -> None:
    assert numbers_of(["error"], ["error", "info"]) == {"all": 1, "error": 1, "info": 0}


def test_a_long_page_lists_causes_but_no_claims(many: Evidence) -> None:
    text = render_page(many)
    assert "too many claims to list" in text
    assert (text.count('<li class="cause"'), text.count('<li class="claim"')) == (300, 0)


@pytest.mark.parametrize(("references", "claims"), [("", LITTLE[1]), (LITTLE[0], ""), ("", "")])
def test_a_page_is_written_of_whatever_there_is(references: str, claims: str) -> None:
    assert render_page(parse(references, claims)).rstrip().endswith("</html>")


def test_the_article_takes_less_than_900_kilobytes(article: Path) -> None:
    assert article.stat().st_size < 900_000


def test_the_page_is_written_where_it_is_asked_for(evidence: Evidence, text: str, tmp_path: Path) -> None:
    written = write_page(evidence, tmp_path / "page.html")
    assert written.read_text(encoding="utf-8") == text


def test_no_other_file_is_left_beside_it(evidence: Evidence, tmp_path: Path) -> None:
    write_page(evidence, tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_an_old_page_stays_whole_where_writing_fails(
    evidence: Evidence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError("disk full")

    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_page(evidence, target)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("page.html", "old")]


def test_a_lone_surrogate_does_not_keep_the_page_from_being_written(tmp_path: Path) -> None:
    written = write_page(parse("", ""), tmp_path / "page.html", title="half \ud83d of a pair")
    assert "half ? of a pair" in written.read_text(encoding="utf-8")


def test_what_stands_between_backticks_is_code(article: Path) -> None:
    assert "<code>group = {further-reading}</code>" in article.read_text(encoding="utf-8")


def test_a_cause_of_a_thousand_levels_has_a_page() -> None:
    cause = " > ".join(f"L{number}" for number in range(1_000))
    assert "L0" in render_page(parse("", f"claim_id,cause,claim\nc1,{cause},It is so.\n"))
