"""The kinds of files of XML that have many articles: how each begins, and what its articles call themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from graph.reading.contents import BEFORE_ROOT, WORDPRESS_ROOT
from graph.reading.limits import LONGEST_ENTITY

JATS_IDS = re.compile(r"""<article-id\b[^<>]*\bpub-id-type\s*=\s*["']([\w-]+)["'][^<>]*>\s*+([^<]++)<""")
END_OF_IDS = "</article-meta>"
PMC_IDS = ("pmcid", "pmc")
KINDS_OF_IDS = (*PMC_IDS, "doi", "pmid", "publisher-id")
"""What an article in JATS may be called, the best first (values of `pub-id-type`)."""

TEI_ID = re.compile(
    r"""<(?:\w{1,20}:)?(?:TEI\b[^<>]*\bxml:id\s*=\s*["']([^"'<>]++)["']|idno\b[^<>]*>\s*+([^<]++)<|/teiHeader>)"""
)
TEI_PREFIX = re.compile(r"""\bxmlns:\w{1,20}\s*=\s*["']http://www\.tei-c\.org/ns/1\.0["']""")
PAGE_TITLE = re.compile(r"<title>([^<]*+)</title>")
BASE_OF_WIKI = re.compile(r"<base>[^<]*+</base>")
NAMESPACE = re.compile(r"<ns>\s*+(\d+)\s*+</ns>")
MODEL = re.compile(r"<model>\s*+([^<\s]++)\s*+</model>")
BEHIND_ARTICLES = frozenset({"4", "6", "8", "10", "12", "14", "710", "828"})
"""The namespaces of pages about the wiki, files, the program's texts, templates, help, categories, subtitles and
modules. An odd number is that of talk: https://www.mediawiki.org/wiki/Manual:Namespace"""

REDIRECT = re.compile(r"\s*+#\s?[^\s\[#*:]{3,80}\s?:?\s?\[\[", re.ASCII)
"""How a page of a wiki begins, in bytes, that only leads to another: "#REDIRECT [[Sleep]]", in any language."""

OF_ONE_NAME = r"[\w ]{0,20}disambig\w*|hndis|geodis|begriffskl\u00e4rung|homonymie|desambiguaci\u00f3n"
"""Templates of pages that tell apart what is called the same."""

REDIRECTED = re.compile(rf"<redirect\b|<text\b[^<>]*>{REDIRECT.pattern}|\{{\{{\s*+(?i:{OF_ONE_NAME})\s*+[|}}]")
POST_FIELDS = {
    name: re.compile(rf"<{name}>\s*+(?:<!\[CDATA\[)?\s*+([^<\]]*+)")
    for name in ("link", "wp:post_name", "wp:post_id", "wp:post_type", "wp:status")
}
PATH = re.compile(r"https?://[^/?#]*+/+([^?#]*[^?#/])")
NO_POSTS = re.compile(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request"
    r"|wp_(?:block|font_\w+|global_styles|navigation|template|template_part)"
)
"""What else WordPress keeps as posts: https://developer.wordpress.org/themes/basics/post-types/"""

WITHOUT_WORDS = re.compile(
    r"<content:encoded>\s*+(?:<!\[CDATA\[\s*+\]\]>\s*+)?</content:encoded>|<content:encoded\s*+/>"
)
BLOG_AROUND = ('<rss xmlns:wp="http://wordpress.org/export/1.2/">', "</rss>")
NOT_WRITTEN = frozenset({"auto-draft", "inherit", "trash"})
SHORT_ENTITY = re.compile(
    rf"""<!ENTITY\s++[\w.-]++\s++(["'])(?>(?:(?!\1)(?:[^<&%\]]|&#\w{{1,8}};)){{0,{LONGEST_ENTITY}}})\1\s*+>"""
)
"""How a DOCTYPE defines what is no more than a few letters."""

LEAD_TO_OTHERS = "that only lead to others"


class ArticleSet(NamedTuple):
    """A kind of file with many articles: how it begins, a pattern of the element that has one, and what that is called.

    `name` is what one calls itself, `why_none` why it is none after all, and `around` what must stand before
    and behind it to be read alone.
    """

    begins: re.Pattern[str]
    element: str
    called: str
    name: Callable[[str], str]
    why_none: Callable[[str], str] = lambda _: ""
    around: Callable[[str], tuple[str, str]] = lambda _: ("", "")


def jats_id(article: str) -> str:
    """The best of the numbers that an article in JATS has, or an empty string."""
    found: dict[str, str] = {}
    end = article.find(END_OF_IDS)
    for kind, number in JATS_IDS.findall(article, 0, len(article) if end < 0 else end):
        found.setdefault(kind, " ".join(number.split()))
    kind = next((each for each in KINDS_OF_IDS if found.get(each)), "")
    number = found.get(kind, "")
    return f"PMC{number}" if kind in PMC_IDS and number.isdecimal() else number


def tei_id(article: str) -> str:
    """What an article in TEI calls itself, or the first of its numbers."""
    found = TEI_ID.search(article)
    return " ".join((found[1] or found[2] or "").split()) if found else ""


def corpus_around(head: str) -> tuple[str, str]:
    """What an article in TEI needs to be read alone: which prefix its elements have, if that is said of all of them."""
    prefix = TEI_PREFIX.search(head)
    return (f"<teiCorpus {prefix[0]}>", "</teiCorpus>") if prefix else ("", "")


def page_title(page: str) -> str:
    """What a page of a wiki is called."""
    found = PAGE_TITLE.search(page)
    return html.unescape(found[1]).strip() if found else ""


def why_no_page(page: str) -> str:
    """Why a page of a wiki is no article."""
    if REDIRECTED.search(page):
        return LEAD_TO_OTHERS
    space, model = NAMESPACE.search(page), MODEL.search(page)
    if space and (space[1] in BEHIND_ARTICLES or int(space[1][-1]) % 2):
        return "of talk, templates, categories and the like"
    return "of data or code" if model and model[1] != "wikitext" else ""


def site_around(text: str) -> tuple[str, str]:
    """What a page of a wiki needs to be read alone: where the wiki is."""
    site = BASE_OF_WIKI.search(text, 0, max(0, text.find("<page>")))
    return f"<mediawiki><siteinfo>{site[0] if site else ''}</siteinfo>", "</mediawiki>"


def post_field(post: str, name: str) -> str:
    """What a post says of itself, up to the first tag or bracket."""
    found = POST_FIELDS[name].search(post)
    return html.unescape(found[1]).strip() if found else ""


def post_name(post: str) -> str:
    """What a post is called in its address, whole where that is known; or else its number."""
    path = PATH.match(post_field(post, "link"))
    return unquote((path and path[1]) or post_field(post, "wp:post_name")) or post_field(post, "wp:post_id")


def why_no_post(post: str) -> str:
    """Why an item of a blog is no article."""
    if NO_POSTS.fullmatch(post_field(post, "wp:post_type")):
        return "that are attachments, menus and the like"
    if post_field(post, "wp:status") in NOT_WRITTEN:
        return "that were thrown away, or never saved"
    return "without words" if WITHOUT_WORDS.search(post) else ""


ARTICLE_SETS = (
    ArticleSet(
        begins=re.compile(
            rf"{BEFORE_ROOT}(?:pmc-articleset|articles)\b(?!-)[^>]*+>"
            r"[\s\S]{0,2000}?<article(?=[\s>])[\s\S]{0,2000}?<front\b"
        ),
        element="article",
        called="article",
        name=jats_id,
    ),
    ArticleSet(
        begins=re.compile(rf"{BEFORE_ROOT}(?:\w+:)?teiCorpus\b"),
        element=r"(?:\w{1,20}:)?TEI",
        called="article",
        name=tei_id,
        around=corpus_around,
    ),
    ArticleSet(
        begins=re.compile(rf"{BEFORE_ROOT}mediawiki\b"),
        element="page",
        called="page",
        name=page_title,
        why_none=why_no_page,
        around=site_around,
    ),
    ArticleSet(
        begins=re.compile(rf"{BEFORE_ROOT}{WORDPRESS_ROOT}"),
        element="item",
        called="post",
        name=post_name,
        why_none=why_no_post,
        around=lambda _: BLOG_AROUND,
    ),
)
"""Only an article in JATS has a front: other programs have elements of that name, too."""


def kind_of_set(head: str) -> ArticleSet | None:
    """Which kind of set a file is that begins so, if it is one."""
    return next((each for each in ARTICLE_SETS if each.begins.match(head)), None)


def entities_in(head: str, kind: ArticleSet) -> str:
    """What the document type of a set defines as a few letters, as a document type for its articles, if anything."""
    begins = kind.begins.match(head)
    found = [each[0] for each in SHORT_ENTITY.finditer(head, 0, begins.end())] if begins else []
    return f"<!DOCTYPE set [{''.join(found)}]>" if found else ""
