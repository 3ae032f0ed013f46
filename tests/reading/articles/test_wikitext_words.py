"""What markup and templates of wikitext show as words, and what an editor says with one."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import parse
from graph.reading.articles.wikitext_words import NOTES, SIGNS
from tests.reading.articles.wikitext import article, said


@pytest.mark.parametrize("name", NOTES)
def test_what_an_editor_says_is_a_note_of_the_claim(name: str) -> None:
    evidence = parse(
        [],
        f"So it is.{{{{{name}|date=May 2019}}}}" if "span" not in name else f"{{{{{name}|So it is.}}}}",
        files=["a.wiki"],
    )
    (claim,) = evidence.claims.values()
    assert (claim.text, claim.note, claim.citations) == ("So it is.", NOTES[name], ())


def test_the_audit_says_that_a_citation_is_needed() -> None:
    evidence = parse([], "So it is.{{cn}}", files=["a.wiki"])
    (found,) = audit(evidence, Settings(select=("CLM001",))).findings
    assert "the article itself says 'citation needed'" in found.message


WORDS = {
    "a link": ("A [[cat]].", "A cat."),
    "a link with words": ("Two [[cat|big cat]]s.", "Two big cats."),
    "a link to another site": ("See [https://x.org this page].", "See this page."),
    "bold and italic": ("A '''bold''' ''word''.", "A bold word."),
    "an entity": ("A&nbsp;cat &amp; dog.", "A cat & dog."),
    "nowiki": ("A <nowiki>[[cat]]</nowiki>.", "A [[cat]]."),
    "a comment": ("A <!-- big -->cat.", "A cat."),
    "a tag": ("CO<sub>2</sub> is.", "CO2 is."),
    "a break": ("One<br />two.", "One two."),
    "a conversion": ("It has {{convert|3|kg|lb}}.", "It has 3 kg."),
    "a conversion of a range": ("It has {{cvt|3|to|5|kg}}.", "It has 3 to 5 kg."),
    "a word of another language": ("The {{lang|fr|chat}} is.", "The chat is."),
    "a template of one word": ("A {{nowrap|big [[cat]]}}.", "A big cat."),
    "a year": ("Since {{circa|1500}} it is.", "Since ca. 1500 it is."),
    "a template that shows nothing": ("A {{anchor|x}}cat.", "A cat."),
    "a category": ("A cat.[[Category:Cats]]", "A cat."),
    "brackets that are not closed": ("A [[cat is {{odd.", "A [[cat is {{odd."),
    "a switch": ("__NOTOC__A cat.", "A cat."),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_words_are_as_a_reader_sees_them(text: str, words: str) -> None:
    assert said(article(text)) == [words]


@pytest.mark.parametrize("name", SIGNS)
def test_a_template_is_a_sign(name: str) -> None:
    (sentence,) = said(article(f"A{{{{{name}}}}}b."))
    assert sentence == " ".join(f"A{SIGNS[name]}b.".split())
