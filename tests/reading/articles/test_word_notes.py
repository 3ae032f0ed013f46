"""Notes of Word that are citations."""

from __future__ import annotations

from graph.reading.articles import ArticleText, Cited
from tests.reading.articles.word import DRAKE, W, article, csl, paragraph, run, word_field


def noted(*notes: str, after: str = "") -> ArticleText:
    """An article with a sentence for each of the notes that it calls."""
    written = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(text))}</w:footnote>' for number, text in enumerate(notes)
    )
    calls = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(len(notes)))
    body = "".join(paragraph(run("It is so."), call) for call in calls)
    return article(body + after, footnotes=f"<w:footnotes {W}>{written}</w:footnotes>")


def test_notes_that_are_sources_are_markers_and_the_list() -> None:
    found = noted("Ann Lee, Tea (Oslo: Elm, 2010), 12.", "Lee, Tea, 14.", "Not quite.")
    assert [(each.cited, each.spoken) for each in found.markers] == [
        ((Cited("1", locator="12"),), False),
        ((Cited("1", locator="14"),), False),
    ]
    assert [each.label for each in found.listed] == ["1"]
    assert [each.kind for each in found.passages] == ["text", "text", "text", "note"]


def test_notes_that_are_sources_lead_to_the_list() -> None:
    found = noted(
        "Ann Lee, Tea (Oslo: Elm, 2010), 12.",
        after=paragraph(run("References"), style="berschrift1") + paragraph(run("Lee, Ann. Tea. Oslo: Elm, 2010.")),
    )
    assert [each.cited for each in found.markers] == [(Cited("1", locator="12"),)]
    assert len(found.listed) == 1


def test_notes_of_an_article_that_cites_otherwise_are_remarks() -> None:
    found = noted("Ann Lee, Tea (Oslo: Elm, 2010), 12.", after=paragraph(word_field(csl(DRAKE), "Drake 2013")))
    assert [each.text for each in found.markers] == ["Drake 2013"]
    assert [each.kind for each in found.passages] == ["text", "note", "text"]
