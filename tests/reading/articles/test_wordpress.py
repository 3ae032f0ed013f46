"""Reading the posts that WordPress exports."""

from __future__ import annotations

import pytest

from graph.model import Article, File
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText
from graph.reading.articles.wordpress import read_wordpress
from tests.damaged import damaged
from tests.reading.articles.wikitext import said

ABOUT = "<title>Tea &amp; milk</title>\n<link>https://example.org/tea/</link>\n<wp:post_date>{}</wp:post_date>"
LIST = "\n\n<h2>References</h2>\n<ol><li>Lee A. Tea. Sleep. 2010;4:3-9.</li></ol>"


def post(text: str, day: str = "2020-01-31 10:00:00") -> str:
    return f"<item>{ABOUT.format(day)}\n<content:encoded><![CDATA[{text}]]></content:encoded></item>\n"


def blog(*posts: str) -> bytes:
    comment = "<!-- This is a WordPress eXtended RSS file - of a blog -->"
    return f'<?xml version="1.0"?>\n{comment}\n<rss xmlns:wp="x">\n<channel>{"".join(posts)}</channel></rss>'.encode()


def read(text: str) -> ArticleText:
    return read_wordpress(File("a.xml", blog(post(text))))


@pytest.mark.parametrize(
    ("data", "reader"),
    [(blog(), "wordpress.read_wordpress"), (b'<rss version="2.0"><channel></channel></rss>', None)],
)
def test_an_export_is_told_from_other_feeds(data: bytes, reader: str | None) -> None:
    found = detect(File("a.xml", data))
    assert (found and found.reader) == reader


def test_a_post_says_what_it_is() -> None:
    assert read("Tea.").about == Article(title="Tea & milk", url="https://example.org/tea/", date="2020-01-31")


@pytest.mark.parametrize("day", ["0000-00-00 00:00:00", ""])
def test_a_draft_has_no_date(day: str) -> None:
    assert read_wordpress(File("a.xml", blog(post("Tea.", day)))).about.date == ""


@pytest.mark.parametrize(
    "text",
    [
        "<p>Tea wakes.</p><p>Milk</p>",
        "Tea wakes.\n\nMilk",
        "Tea wakes.\n \t\nMilk",
        '[row width="3"]Tea wakes.\n\n[/row]Milk',
        "[box]Tea wakes.\n\nMilk[/box]",
        "Tea wakes.\n\n[gallery ids=1,2]\n\nMilk",
    ],
)
def test_paragraphs_are_told_without_shortcodes(text: str) -> None:
    assert said(read(text)) == ["Tea wakes.", "Milk"]


@pytest.mark.parametrize("text", ["Tea [sic] wakes.", "Tea [p =0.05] wakes.", "Tea [Lee 2010] wakes."])
def test_other_brackets_are_words(text: str) -> None:
    assert said(read(text)) == [text]


def test_what_stands_below_a_picture_is_its_caption() -> None:
    found = read('[caption id="a" width="3"]<img src="x.jpg" /> A cup.[/caption]\n\nTea wakes.')
    assert (said(found, "caption"), said(found)) == (["A cup."], ["Tea wakes."])


def test_what_is_cited_stands_where_it_does_in_the_file() -> None:
    (marker,) = read(f"Tea.\n\nMilk [1] does.{LIST}").markers
    line = blog(post(f"Tea.\n\nMilk [1] does.{LIST}")).decode().split("\n")[marker.line - 1]
    assert line[marker.column - 1 :].startswith("[1]")


def test_other_posts_are_told() -> None:
    found = read_wordpress(File("a.xml", blog(post("Tea."), post(""), post("Milk."))))
    assert [each.message for each in found.problems] == [
        "1 other post in the same file not read; audit the file as an archive"
    ]


@pytest.mark.parametrize("posts", [[], [post("")], ["<item/>"]])
def test_a_blog_without_words_is_told(posts: list[str]) -> None:
    found = read_wordpress(File("a.xml", blog(*posts)))
    assert [(each.rule, each.severity) for each in found.problems] == [("unread-part", "info")]


def test_damaged_blogs_are_read_as_far_as_they_go() -> None:
    for each in damaged(blog(post(f"Tea [1].{LIST}"))):
        assert read_wordpress(File("a.xml", each)).file == "a.xml"
