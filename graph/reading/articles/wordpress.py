"""What WordPress exports (Tools, Export) -> the post in it, as an article.

Posts are HTML whose paragraphs empty lines may part, with shortcodes in square brackets:
https://developer.wordpress.org/reference/functions/wpautop/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Article, File
from graph.reading.articles import ArticleText
from graph.reading.articles.elements import Node
from graph.reading.articles.exported import Export, first_exported
from graph.reading.articles.html import read_html_tokens
from graph.reading.articles.html_blocks import HtmlReading
from graph.reading.articles.html_tokens import HtmlToken, html_tokens
from graph.reading.articles.scanning import Scanned
from graph.reading.problems import Problems
from graph.references.identifiers import is_web_address

MARKS = re.compile(
    r"(?P<empty>\n[^\S\n]*+\n)|\[(?P<closes>/?)(?P<name>[A-Za-z][\w-]{0,40}+)(?P<more>\s[^\[\]<>]{0,500})?\]"
)
"""What parts paragraphs, and what may be a shortcode."""

SETTING = re.compile(r"\s+[\w-]+=\S")
CLOSED = re.compile(r"\[/([A-Za-z][\w-]{0,40})\]")
FIGURES = frozenset({"caption", "wp_caption"})
NO_DATE = "0000"


def read_wordpress(file: File) -> ArticleText:
    """Read the first post of an export."""
    found = first_exported(file, POSTS)
    about = about_post(found.element)
    reading = HtmlReading(found.words, Problems(file.name), addresses=[about.url] if about.url else [])
    return replace(read_html_tokens(tokens_of_post(reading.scanned), reading, found.problems.problems), about=about)


def posts_in(root: Node) -> Iterator[Node]:
    """The items of an export that have words."""
    return (each for each in root.all("item") if words_of_post(each).text)


def words_of_post(post: Node) -> Node:
    """The element that has what a post says."""
    return post.first("content:encoded")


def about_post(post: Node) -> Article:
    """What a post is called, of which day it is, and where it is."""
    day, address = post.first("wp:post_date").text.partition(" ")[0], post.first("link").text
    return Article(
        title=post.first("title").text,
        url=address if is_web_address(address) else "",
        date="" if day.startswith(NO_DATE) else day,
    )


def tokens_of_post(scanned: Scanned) -> Iterator[HtmlToken]:
    """The tags and words of a post, in which empty lines end paragraphs, and without its shortcodes."""
    closed = {*CLOSED.findall(scanned.text)}
    for token in html_tokens(scanned):
        done = 0
        for mark in MARKS.finditer(token.text):
            if mark["empty"] or mark["closes"] or mark["name"] in closed or SETTING.match(mark["more"] or ""):
                yield token._replace(start=token.start + done, text=token.text[done : mark.start()])
                yield from tags_for(mark, token.start + mark.start())
                done = mark.end()
        if done < len(token.text) or not token.text:
            yield token._replace(start=token.start + done, text=token.text[done:])


def tags_for(mark: re.Match[str], start: int) -> Iterator[HtmlToken]:
    """The tags that a mark stands for: the end of a paragraph, or a picture with its caption."""
    if mark["empty"]:
        yield HtmlToken(start, name="p", closes=True)
    elif mark["name"] in FIGURES:
        yield HtmlToken(start, name="figure", closes=bool(mark["closes"]))


POSTS = Export("post", posts_in, words_of_post)
