"""What articles.csv says of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.finding import find_archive
from graph.model import Article
from tests.archive.archives import small, write_files


def listed(root: Path, text: str) -> list[str]:
    """What is noticed of a list, by an archive of the articles a and b."""
    write_files(small(root, "a", "b"), {"articles.csv": text})
    return [f"{each.place}: {each.code} {each.message}" for each in find_archive(root).noticed]


def test_an_article_is_called_what_the_list_says(tmp_path: Path) -> None:
    text = "article,title,date,desk,url\na,On iron,2020-02,Sleep,https://example.org/a\n"
    assert listed(tmp_path, text) == []
    first, second = find_archive(tmp_path).articles
    assert (first.about, first.desk) == (Article(title="On iron", date="2020-02", url="https://example.org/a"), "Sleep")
    assert (second.about, second.desk) == (Article(), "")


def test_the_list_may_be_called_so_in_any_case(tmp_path: Path) -> None:
    write_files(small(tmp_path, "a"), {"Articles.CSV": "article,date\na,2020\nb,\n"})
    archive = find_archive(tmp_path)
    assert archive.articles[0].about.date == "2020"
    assert [str(each.place) for each in archive.noticed] == ["Articles.CSV:3"]


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        (
            "article,date\na,May\n",
            "articles.csv:2: ARC004 article 'a': date is 'May'; write a date such as 2026-01-31, 2026-01 or 2026",
        ),
        (
            "article,url\na,example\n",
            "articles.csv:2: ARC004 article 'a': url is 'example'; write an address that begins with https://",
        ),
        ("article\nA\n", "articles.csv:2: ARC003 there is no article 'A'; did you mean 'a'?"),
        ("article,title\na,x\na,y\n", "articles.csv:3: ARC004 article 'a' stands in line 2 already; delete one"),
        (
            "article,titel\na,x\n",
            "articles.csv:1: ARC004 unknown column 'titel' is not read as evidence; did you mean 'title'?",
        ),
        ("name\na\n", "articles.csv:1: ARC004 required column 'article' is missing"),
        ("article,title\n,x\n", "articles.csv:2: ARC004 row left out: it has no article"),
    ],
    ids=["date", "url", "unknown", "twice", "column", "no column", "no name"],
)
def test_what_is_wrong_in_the_list_is_noticed(text: str, noticed: str, tmp_path: Path) -> None:
    (line,) = listed(tmp_path, text)
    assert line.startswith(noticed)
