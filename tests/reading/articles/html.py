"""HTML as it is read: the article, the words of its sentences, and what they cite."""

from __future__ import annotations

from graph.model import File
from graph.reading.articles import ArticleText, Cited, sentences_of
from graph.reading.articles.html import read_html

LIST = '<h2>References</h2><ol><li id="r1">A.</li><li id="r2">B.</li><li id="r3">C.</li><li id="r4">D.</li></ol>'


def article(text: str) -> ArticleText:
    return read_html(File("page.html", text.encode()))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(article(text))]


def cited(text: str) -> list[Cited]:
    return [each for marker in article(text).markers for each in marker.cited]


def by_pandoc(keys: str, text: str) -> str:
    return f'<p>So <span class="citation" data-cites="{keys}">{text}</span>.</p>'


OWN = {
    "canonical": '<link rel="canonical" href="https://elm.org/tea/">',
    "Open Graph": '<meta property="og:url" content="https://elm.org/tea">',
    "a comment of the browser": "<!-- saved from url=(0019)https://elm.org/tea -->",
}
