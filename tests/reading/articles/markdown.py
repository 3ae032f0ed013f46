"""Markdown as it is read: the article, the words of its sentences, and what they cite."""

from __future__ import annotations

from graph.model import File
from graph.reading.articles import ArticleText, Cited, sentences_of
from graph.reading.articles.markdown import read_markdown


def article(text: str) -> ArticleText:
    return read_markdown(File("paper.md", text.encode()))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(article(text))]


def cited(text: str) -> list[Cited]:
    return [each for marker in article(text).markers for each in marker.cited]
