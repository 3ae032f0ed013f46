"""One file of XML with many articles."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive.article_sets import elements_in
from graph.archive.auditing import audit_archive
from graph.archive.finding import find_archive
from graph.reading.limits import Limits
from tests.archive.archives import asked, write_files

ARTICLE = """<article article-type="research-article"><?properties open_access?>
<front><article-meta>{ids}</article-meta></front>
<body><sec><title>Iron</title><p>{said} [<xref ref-type="bibr" rid="B1">1</xref>].</p></sec></body>
<back><ref-list><ref id="B1"><mixed-citation>Lee B. Tea. 2010.</mixed-citation></ref></ref-list></back>
</article>
"""
BEGINNING = '<?xml version="1.0"?>\n<!DOCTYPE pmc-articleset PUBLIC "-//NLM//DTD ARTICLE SET 2.0//EN" "a.dtd">\n'


def ids(**numbers: str) -> str:
    return "".join(f'<article-id pub-id-type="{kind}">{number}</article-id>' for kind, number in numbers.items())


def set_of(*articles: str, root: str = "pmc-articleset") -> str:
    return f"{BEGINNING}<{root}>{''.join(articles)}</{root}>\n"


TWO = set_of(
    ARTICLE.format(ids=ids(doi="10.1000/a", pmc="3456"), said="Low iron does it"),
    ARTICLE.format(ids=ids(pmid="77", pmcid="PMC9"), said="Tea does not"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "root", {"set.xml": TWO})


def names(root: Path) -> list[str]:
    return [each.name for each in find_archive(root).articles]


def test_each_article_has_its_claims_in_their_lines(root: Path, tmp_path: Path) -> None:
    audit_archive(root, tmp_path / "out")
    question = "SELECT name, text, line, references_read FROM claims JOIN articles USING (article) ORDER BY name"
    assert asked(tmp_path / "out", question) == [
        ("set.xml/PMC3456", "Low iron does it.", 5, 1),
        ("set.xml/PMC9", "Tea does not.", 10, 1),
    ]


def test_the_file_itself_may_be_the_root(root: Path) -> None:
    assert names(root / "set.xml") == ["set.xml/PMC3456", "set.xml/PMC9"]


@pytest.mark.parametrize(
    ("numbers", "name"),
    [({"pmid": "77", "doi": "10.1000/a"}, "10.1000/a"), ({"publisher-id": "x-1"}, "x-1"), ({}, "1")],
)
def test_an_article_is_called_by_the_best_number_that_it_has(
    numbers: dict[str, str], name: str, tmp_path: Path
) -> None:
    text = set_of(ARTICLE.format(ids=ids(**numbers), said="So"), root="articles")
    assert names(write_files(tmp_path, {"a.xml": text})) == [f"a.xml/{name}"]


def test_articles_of_another_program_are_no_set(tmp_path: Path) -> None:
    write_files(tmp_path, {"feed.xml": "<articles><article><title>Tea</title></article></articles>", "a.md": "It is."})
    assert names(tmp_path) == ["a.md"]


def test_a_torn_article_costs_itself_alone(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"set.xml": TWO[: TWO.rindex("does not")]})
    audit_archive(root, tmp_path / "out")
    found = asked(tmp_path / "out", "SELECT name, claims FROM articles ORDER BY name")
    assert found[0] == ("set.xml/PMC3456", 1)
    assert asked(tmp_path / "out", "SELECT DISTINCT severity FROM findings WHERE code = 'TAB607'") == ["error"]


def test_an_article_that_is_too_large_costs_itself_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = TWO.replace("Tea does not", "Tea does not. " * 200)
    write_files(root, {"set.xml": long[: long.rindex("</article>")]})
    monkeypatch.setattr("graph.archive.article_sets.READ_AT_ONCE", 10)
    for module in ("article_sets", "found"):
        monkeypatch.setattr(f"graph.archive.{module}.USUAL_LIMITS", Limits(file=1000))
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT name, failure IS NULL FROM articles ORDER BY name") == [
        ("set.xml/PMC3456", 1),
        ("set.xml/PMC9", 0),
    ]


def test_an_article_that_is_as_it_was_is_not_read_again(root: Path, tmp_path: Path) -> None:
    audit_archive(root, tmp_path / "out")
    (root / "set.xml").write_text(TWO.replace("Tea does", "Milk does"), encoding="utf-8")
    audited = audit_archive(root, tmp_path / "out")
    assert (audited.read, audited.unchanged) == (1, 1)


def test_an_article_is_as_it_is_written_and_no_more() -> None:
    parts = [each.written for each in elements_in(BytesIO(TWO.encode()), "article")]
    assert [(part[:9], part[-10:], part.count(b"<article ")) for part in parts] == [
        (b"<article ", b"</article>", 1)
    ] * 2


TAGS = ["<a>", "</a>", "<ab>", "<a x='1'>", "<!--", "-->", "<![CDATA[", "]]>"]


@given(
    st.lists(st.sampled_from([*TAGS, "\n", "tea", "\u8336"]), max_size=30),
    st.integers(1, 9),
)
def test_a_set_is_cut_the_same_however_much_of_it_is_read_at_once(pieces: list[str], at_once: int) -> None:
    data = "".join(pieces).encode()
    with pytest.MonkeyPatch.context() as patch:
        whole = [*elements_in(BytesIO(data), "a")]
        patch.setattr("graph.archive.article_sets.READ_AT_ONCE", at_once)
        assert [*elements_in(BytesIO(data), "a")] == whole
    befores = [data[: each.start].decode() for each in whole]
    assert [(each.written, each.line, each.column) for each in whole] == [
        (data[each.start : each.end], before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        for each, before in zip(whole, befores, strict=True)
    ]


@pytest.mark.parametrize(
    "article",
    [
        "<a>tea <![CDATA[<a></a>]]> milk</a>",
        "<a>tea <!-- </a> --> milk</a>",
        "<a>tea <!-- milk</a>",
        "<a>tea <![CDATA[ milk</a>",
        "<a>tea</a >",
    ],
)
def test_a_tag_in_a_comment_or_in_cdata_is_none(article: str) -> None:
    data = f"<all><!-- <a>no</a> -->{article}<a>last</a></all>".encode()
    assert [each.written for each in elements_in(BytesIO(data), "a")] == [article.encode(), b"<a>last</a>"]


def test_a_set_in_an_old_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    text = TWO.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-2"').replace("Tea does not", "\u0141uk")
    root = write_files(tmp_path / "root", {"set.xml": text.encode("iso-8859-2")})
    audit_archive(root, tmp_path / "out")
    assert "\u0141uk." in asked(tmp_path / "out", "SELECT text FROM claims")


def test_an_article_is_called_by_the_letters_that_are_meant(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + export_of(page("Th\u00e9"))
    assert names(write_files(tmp_path, {"a.xml": text.encode("latin-1")})) == ["a.xml/Th\u00e9"]


def test_what_is_on_the_line_of_another_article_has_its_column_in_the_file(tmp_path: Path) -> None:
    text = TWO.replace("\n", " ").replace("Low iron", "\u8336").replace('rid="B1"', 'rid="B9"')
    root = write_files(tmp_path / "root", {"set.xml": text})
    audit_archive(root, tmp_path / "out")
    question = "SELECT line, place_offset FROM findings WHERE rule = 'unknown-reference' ORDER BY 2"
    assert asked(tmp_path / "out", question) == [(1, text.index("[<") + 1), (1, text.rindex("[<") + 1)]


def test_a_letter_that_is_lost_is_told_with_its_line_in_the_file(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"set.xml": TWO.replace("Tea does", "Tea \x07 does")})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT line FROM findings WHERE rule = 'encoding'") == [10]


def test_an_article_that_is_not_read_is_told_where_it_begins(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"set.xml": TWO.replace("<p>Tea does", "</p>Tea does")})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT line FROM findings WHERE rule = 'unread-article'") == [8]


def test_of_two_articles_of_one_name_the_second_is_told_with_both_lines(tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"w.xml": export_of(page("TEA"), page("Tea"), page("Tea"))}))
    assert [each.name for each in archive.articles] == ["w.xml/TEA", "w.xml/Tea"]
    assert [(each.place.line, "not read" in each.message) for each in archive.noticed] == [(7, False), (11, True)]
    assert "as what begins in line 7 is" in archive.noticed[1].message


def dump_in_streams(text: bytes) -> bytes:
    """A file as Wikipedia's are compressed, piece by piece."""
    return b"".join(bz2.compress(text[start : start + 100]) for start in range(0, len(text), 100))


TURNED: dict[str, Callable[[bytes], bytes]] = {
    "set.xml.gz": gzip.compress,
    "set.xml.bz2": dump_in_streams,
    "set.xml": lambda text: text.decode().encode("utf-16"),
    "SET.XML": lambda text: text.decode().encode("utf-16-be"),
    "set.XML.gz": lambda text: gzip.compress(text.decode().encode("utf-16")),
}
"""How sets may be kept: compressed, and in UTF-16 with a byte order mark or without."""


@pytest.mark.parametrize("name", TURNED)
def test_a_set_that_is_compressed_or_in_utf16_is_read_with_its_lines(name: str, tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {name: TURNED[name](TWO.replace("Tea", "\u8336").encode())})
    audit_archive(root, tmp_path / "out")
    question = "SELECT name, text, line FROM claims JOIN articles USING (article) ORDER BY name"
    assert asked(tmp_path / "out", question) == [
        (f"{name}/PMC3456", "Low iron does it.", 5),
        (f"{name}/PMC9", "\u8336 does not.", 10),
    ]


@pytest.mark.parametrize("name", TURNED)
def test_what_is_turned_to_be_read_may_be_the_root(name: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {name: TURNED[name](TWO.encode())})
    assert names(root / name) == [f"{name}/PMC3456", f"{name}/PMC9"]


@pytest.mark.parametrize("name", ["set.xml.gz", "set.xml.bz2"])
def test_a_compressed_set_that_is_torn_is_not_read(name: str, tmp_path: Path) -> None:
    data = TURNED[name](f"{TWO}{' ' * 100_000}".encode())
    (article,) = find_archive(write_files(tmp_path, {name: data[:-20]})).articles
    assert (article.name, article.failure.partition(" (")[0]) == (name, "it cannot be unpacked")


@pytest.mark.parametrize(
    ("name", "why"), [("set.xml.gz", "once it is unpacked; unpack it"), ("set.xml", "in UTF-16; save it as UTF-8")]
)
def test_a_set_that_would_take_all_memory_is_not_read(
    name: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.archive.opening.USUAL_LIMITS", Limits(file=100_000))
    data = TURNED[name](f"{TWO}{' ' * 200_000}".encode())
    (article,) = find_archive(write_files(tmp_path, {name: data})).articles
    assert (article.name, article.failure) == (name, f"it has more than 100,000 bytes {why}")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.xml.gz", gzip.compress(ARTICLE.encode()), "compressed, and no set of many articles"),
        ("a.xml.gz", b"none", "compressed, and no set of many articles"),
        ("a.xml.bz2", b"BZh9 none", "compressed, and no set of many articles"),
        ("a.xml.7z", b"", "packed in a way that is not read"),
    ],
)
def test_what_is_compressed_and_not_read_is_told(name: str, data: bytes, why: str, tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {name: data, "b.md": "Tea wakes."}))
    assert [each.partition(";")[0] for each in archive.passed_over if archive.passed_over[each]] == [why]


def test_a_set_beside_itself_unpacked_is_read_once(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"set.xml": TWO, "set.xml.gz": gzip.compress(TWO.encode()), "set.xml.7z": b""})
    archive = find_archive(root)
    assert [each.name for each in archive.articles] == ["set.xml/PMC3456", "set.xml/PMC9"]
    assert archive.passed_over["the same article in another format"] == ["set.xml.gz"]


def page(title: str, text: str = "Tea wakes.\n\nSo does {{lang|it|caffe}}.", more: str = "<ns>0</ns>") -> str:
    return f"<page>\n<title>{title}</title>{more}<revision><text>{text}</text></revision></page>\n"


def export_of(*pages: str) -> str:
    base = "<siteinfo><base>https://wiki.example.org/wiki/Main</base></siteinfo>"
    return f'<mediawiki xml:lang="en">\n{base}\n{"".join(pages)}</mediawiki>\n'


def test_each_page_of_a_wiki_is_an_article_with_its_lines(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"wiki.xml": export_of(page("Tea &amp; milk"), page("Drinks/Tea"))})
    audit_archive(root, tmp_path / "out")
    question = "SELECT name, title, url, line FROM claims JOIN articles USING (article) ORDER BY name, line"
    assert asked(tmp_path / "out", question) == [
        ("wiki.xml/Drinks/Tea", "Drinks/Tea", "https://wiki.example.org/wiki/Drinks/Tea", 8),
        ("wiki.xml/Drinks/Tea", "Drinks/Tea", "https://wiki.example.org/wiki/Drinks/Tea", 10),
        ("wiki.xml/Tea & milk", "Tea & milk", "https://wiki.example.org/wiki/Tea_%26_milk", 4),
        ("wiki.xml/Tea & milk", "Tea & milk", "https://wiki.example.org/wiki/Tea_%26_milk", 6),
    ]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (page("T", more='<ns>0</ns><redirect title="Tea" />'), "that only lead to others"),
        (page("T", "#REDIRECT [[Tea]]"), "that only lead to others"),
        (page("T", "May be:\n\n{{Disambiguation}}"), "that only lead to others"),
        (page("T", "Steht f\u00fcr\n\n{{Begriffskl\u00e4rung}}"), "that only lead to others"),
        (page("Talk:T", more="<ns>1</ns>"), "of talk, templates, categories and the like"),
        (page("Template:T", more="<ns>10</ns>"), "of talk, templates, categories and the like"),
        (page("T.json", "{}", "<ns>0</ns><model>json</model>"), "of data or code"),
    ],
)
def test_pages_of_a_wiki_that_are_no_articles_are_told(other: str, why: str, tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"wiki.xml": export_of(page("Tea"), other, other)}))
    assert [each.name for each in archive.articles] == ["wiki.xml/Tea"]
    assert [(each.place.line, each.message.partition(";")[0]) for each in archive.noticed] == [
        (7, f"2 pages not read as articles: pages {why}")
    ]


def test_an_export_without_pages_is_told(tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"wiki.xml": export_of(), "a.md": "Tea wakes."}))
    assert archive.passed_over["XML of many articles that has no page"] == ["wiki.xml"]


def test_each_article_of_a_corpus_in_tei_is_one(tmp_path: Path) -> None:
    header = "<teiHeader><idno type='DOI'>{}</idno></teiHeader><text><body><p>Tea wakes.</p></body></text>"
    articles = (f"<TEI{more}>{header.format(doi)}</TEI>\n" for more, doi in ((" xml:id='a'", "10.1/x"), ("", "10.1/y")))
    root = write_files(tmp_path / "root", {"c.xml": f"<teiCorpus><teiHeader/>\n{''.join(articles)}</teiCorpus>"})
    audit_archive(root, tmp_path / "out")
    question = "SELECT name, line FROM claims JOIN articles USING (article) ORDER BY name"
    assert asked(tmp_path / "out", question) == [("c.xml/10.1/y", 3), ("c.xml/a", 2)]


def test_elements_of_a_corpus_in_tei_may_have_a_prefix(tmp_path: Path) -> None:
    article = (
        "<tei:TEI><tei:teiHeader><tei:idno>10.1/x</tei:idno></tei:teiHeader>"
        "<tei:text><tei:body><tei:p>Tea wakes.</tei:p></tei:body></tei:text></tei:TEI>\n"
    )
    corpus = f"<tei:teiCorpus xmlns:tei='http://www.tei-c.org/ns/1.0'>\n{article}</tei:teiCorpus>"
    audit_archive(write_files(tmp_path / "root", {"c.xml": corpus}), tmp_path / "out")
    question = "SELECT name, text, line FROM claims JOIN articles USING (article)"
    assert asked(tmp_path / "out", question) == [("c.xml/10.1/x", "Tea wakes.", 2)]


def test_what_a_set_defines_as_a_few_letters_is_filled_in(tmp_path: Path) -> None:
    defined = "<!ENTITY tea 'Green &#8212; tea'><!ENTITY rum '&tea; and rum'>"
    text = TWO.replace('"a.dtd"', f'"a.dtd" [{defined}]').replace("Low iron", "&tea;").replace("Tea", "&rum;")
    audit_archive(write_files(tmp_path / "root", {"set.xml": text}), tmp_path / "out")
    question = "SELECT text, line FROM claims ORDER BY line"
    assert asked(tmp_path / "out", question) == [("Green \u2014 tea does it.", 5), ("&rum; does not.", 10)]


def item(name: str, path: str = "", text: str = "Tea wakes.", more: str = "") -> str:
    said = f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_name><![CDATA[{name}]]></wp:post_name>{more}"
    link = f"<link>https://x.org/{path}</link>"
    return f"<item>\n<title>Of {name}</title>{link}{said}<wp:post_id>7</wp:post_id></item>\n"


def blog_of(*items: str) -> str:
    return (
        f'<rss version="2.0"\n xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>{"".join(items)}</channel></rss>'
    )


def test_each_post_of_a_blog_is_an_article_with_its_lines(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"b.xml": blog_of(item("tea", "2020/tea/?a=b"), item("milk"))})
    audit_archive(root, tmp_path / "out")
    question = "SELECT name, title, url, line FROM claims JOIN articles USING (article) ORDER BY line"
    assert asked(tmp_path / "out", question) == [
        ("b.xml/2020/tea", "Of tea", "https://x.org/2020/tea/?a=b", 4),
        ("b.xml/milk", "Of milk", "https://x.org/", 6),
    ]


@pytest.mark.parametrize(
    ("post", "name"),
    [
        (item("tea"), "tea"),
        (item("", "?p=7"), "7"),
        (item("x", "a%20b/"), "a b"),
        (item("%d1%87"), "\u0447"),
        (item("x", "//[y"), "[y"),
    ],
)
def test_a_post_is_called_as_in_its_address(post: str, name: str, tmp_path: Path) -> None:
    assert names(write_files(tmp_path, {"b.xml": blog_of(post)})) == [f"b.xml/{name}"]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (item("x", more="<wp:post_type>nav_menu_item</wp:post_type>"), "that are attachments, menus and the like"),
        (
            item("x", more="<wp:post_type><![CDATA[wp_block]]></wp:post_type>"),
            "that are attachments, menus and the like",
        ),
        (item("x", more="<wp:status>trash</wp:status>"), "that were thrown away, or never saved"),
        (item("x", text=""), "without words"),
    ],
)
def test_items_of_a_blog_that_are_no_articles_are_told(other: str, why: str, tmp_path: Path) -> None:
    archive = find_archive(write_files(tmp_path, {"b.xml": blog_of(item("tea"), other)}))
    assert [each.name for each in archive.articles] == ["b.xml/tea"]
    assert [each.message.partition(";")[0] for each in archive.noticed] == [f"1 post not read as articles: posts {why}"]
