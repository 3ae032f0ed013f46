"""Wikitext as it is read: the article, its one marker, the words of its sentences, and what is unread."""

from __future__ import annotations

from graph.model import File
from graph.reading.articles import ArticleText, Marker, sentences_of
from graph.reading.articles.wikitext import read_wikitext

SMITH = "{{cite book|last=Smith|first=Ann|last2=Jones|first2=B. C.|year=2010|title=The hare}}"
ROTH = "{{cite journal|vauthors=Roth T, Day A|date=3 May 2011|title=Sleep|journal=J. Sleep|doi=10.1000/x}}"


def article(text: str) -> ArticleText:
    return read_wikitext(File("a.wiki", text.encode()))


def only(text: str) -> Marker:
    (marker,) = article(text).markers
    return marker


def said(found: ArticleText, *kinds: str) -> list[str]:
    return [each.text for each in sentences_of(found) if each.passage.kind in (kinds or ("text", "item"))]


def unread(found: ArticleText) -> list[tuple[str, int, str]]:
    return [(each.text, each.unread, each.severity or "") for each in found.problems]
