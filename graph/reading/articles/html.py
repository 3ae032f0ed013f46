"""HTML -> an article: a web page, or what pandoc and publishers write.

Elements are a stack of what holds inside them; words are gathered in blocks, and a block becomes a passage once it is
known how the page writes its markers (`html_citing`) and where its list of references is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from graph.model import File, Problem
from graph.reading.articles import ArticleText, Comment, PassageKind, is_reference_heading
from graph.reading.articles.header import take_header
from graph.reading.articles.html_article import article_of
from graph.reading.articles.html_blocks import DEEPEST_HEADING, LEFT_OUT, LONGEST_HEADING, HtmlReading, Inside
from graph.reading.articles.html_tokens import HtmlToken, html_tokens, is_bibtex, is_linked_data
from graph.reading.articles.latex_state import ISO_DATE
from graph.reading.articles.scanning import Scanned, article_text
from graph.reading.problems import Problems
from graph.texts.sentences import word_set

VOID = word_set("area base br col embed hr img input link meta source track wbr")
BLOCKS = word_set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
"""Elements that words do not run on over; no cell is one, as a row of a table is read as one."""

CLOSED_BY = {
    "li": word_set("li"),
    "dt": word_set("dt dd"),
    "dd": word_set("dt dd"),
    "tr": word_set("tr"),
}
"""Elements whose beginning ends one of these, if that is the innermost."""

SKIPPED_ELEMENTS = word_set(
    "script style noscript template svg nav footer form button select textarea iframe object audio video canvas menu "
    "dialog head xmp"
)
WHOLE_PAGE = word_set("html body main article")
"""Elements that are the article, or are around it, whatever their classes say of the menus of the page."""

SKIPPED_ROLES = word_set("navigation banner contentinfo complementary search menu menubar toolbar dialog doc-toc")
SKIPPED_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookies?|share|sharing|social"
    r"|newsletters?|subscribe|sign-?up|advert(?:isement)?s?|ad-?slot|ads?|promo|related|comments?|footer|toc|skip-link"
    r"|bylines?|author-bio|copyright|mw-editsection|noprint|hidden|sr-only|sro|screen-reader(?:-text|-only)?"
    r"|visually-hidden|catlinks|printfooter|navbox)(?:$|[\s_-])",
    re.IGNORECASE,
)
BYLINES = frozenset({"author", "date"})
"""Classes of headings that R Markdown writes authors and date in."""

LIST_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:references|reflist|ref-list|reference-list|citation-list|csl-bib-body|bibliography|works-cited)(?:$|\s)",
    re.IGNORECASE,
)
NOTES_CLASSES = re.compile(r"(?:^|\s)(?:footnotes?|endnotes?)(?:$|[\s-])", re.IGNORECASE)
DATE_NAMES = word_set(
    "article:published_time citation_publication_date citation_date dcterms.date dc.date datepublished date"
)
HEADING_NAME = re.compile(r"h([1-6])")

LINKED_DATE = re.compile(r"\"date(Published|Modified)\"\s*+:\s*+\"(\d{4}-\d\d-\d\d)")

SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(?P<address>\S+)")
"""What a browser writes at the top of a page that it saves."""

LEADS_INTO = re.compile(r"data-[\w-]+=#.")
"""An attribute of what leads into the page by a script, and is no link: `data-id="#citation-1"`."""

FOOTNOTE = "d-footnote"
"""How Distill calls a note in the sentence."""

FIRST_DISTILL = {"dt-cite": "d-cite", "dt-code": "d-code", "dt-fn": FOOTNOTE, "dt-math": "d-math"}
"""What Distill's elements were called at first, and are now."""

DISPLAYED_BY_DISTILL = {"d-code": "code blocks", "d-math": "formulas"}
"""Elements that are no sentence's where they are displayed, and what they count as."""

KINDS_OF_ELEMENTS: dict[str, PassageKind] = {
    "li": "item",
    "dd": "item",
    "blockquote": "quotation",
    "figure": "caption",
    "figcaption": "caption",
    "caption": "caption",
    "table": "table",
    FOOTNOTE: "note",
}
"""What the words of an element are; in any other they are what they are around it."""

HARD, SOFT = LEFT_OUT, 1
"""Left out; left out but for headings and an abstract, as in the header of an article."""


def read_html(file: File) -> ArticleText:
    """Read HTML."""
    written, problems = article_text(file)
    header, text = take_header(written)
    reading = HtmlReading(Scanned(text), Problems(file.name), date=header.date, is_template=text != written)
    reading.page_title += filter(None, [html.unescape(header.title)])
    reading.bibliographies += header.bibliographies
    return read_html_tokens(html_tokens(reading.scanned), reading, problems)


def read_html_tokens(tokens: Iterable[HtmlToken], reading: HtmlReading, problems: Sequence[Problem]) -> ArticleText:
    """Read the tags and words of a page; `problems` are those of its file."""
    for token in tokens:
        read_html_token(reading, token)
    reading.end_block()
    while reading.around:
        reading.end_aside()
    reading.end_block()
    reading.end_term()
    return article_of(reading.problems.file, reading, problems)


def read_html_token(reading: HtmlReading, token: HtmlToken) -> None:
    """Words, a comment, or the beginning or the end of an element."""
    if token.name in FIRST_DISTILL:
        token = token._replace(name=FIRST_DISTILL[token.name])
    if token.comment:
        if saved := SAVED_FROM.match(token.comment):
            reading.addresses.append(saved["address"])
        reading.comments.append(Comment(token.comment, *reading.scanned.place(token.start)))
    elif not token.name:
        if reading.stack[-1].is_bibtex:
            reading.bibtex.append((reading.scanned.place(token.start)[0], token.text))
        elif reading.stack[-1].is_linked_data:
            note_linked_date(reading, token.text)
        elif reading.in_page_title:
            reading.page_title.append(token.text)
        else:
            reading.after_break = reading.after_break and not token.text.strip()
            reading.add(token.text, token.start)
    elif token.name == "title" and not reading.names_open["svg"]:
        reading.in_page_title = not token.closes and not reading.page_title
    elif token.closes:
        end_element(reading, token.name)
    else:
        begin_element(reading, token)


def begin_element(reading: HtmlReading, token: HtmlToken) -> None:
    """The beginning of an element."""
    name, attributes = token.name, token.attributes
    note_date(reading, name, attributes)
    note_address(reading, name, attributes)
    if name == "br":
        read_break(reading, token)
        return
    if name in BLOCKS:
        reading.end_block()
    if ids := [attributes[key] for key in ("id", "name") if attributes.get(key)]:
        (reading.block.ids if reading.block else reading.ids).extend(ids)
    if name in {"td", "th"}:
        reading.add(" ", token.start)
    if name in DISTILL:
        DISTILL[name](reading, token)
    if name in VOID:
        return
    if ends_innermost(reading.stack[-1].name, name):
        close_element(reading)
    if name in {"ol", "ul"}:
        start = attributes.get("start", "")
        reading.counters.append(int(start) - 1 if start.isdecimal() and len(start) < LONGEST_HEADING else 0)
    reading.names_open[name] += 1
    reading.stack.append(inside_of(reading, token))
    if name == "math":
        reading.left_out["formulas"] += 1


def ends_innermost(innermost: str, name: str) -> bool:
    """Whether an element that begins ends the innermost one, whose end tag is missing."""
    if innermost == "p" or HEADING_NAME.fullmatch(innermost):
        return name in BLOCKS and (innermost == "p" or name != "div")
    return innermost in CLOSED_BY.get(name, ())


def read_break(reading: HtmlReading, token: HtmlToken) -> None:
    """A line break; two of them end a paragraph."""
    if reading.after_break:
        reading.end_block()
    reading.add(" ", token.start)
    reading.after_break = True


def end_element(reading: HtmlReading, name: str) -> None:
    """The end of an element, and of those in it that were not closed; one that ends nothing is nothing."""
    if name in BLOCKS:
        reading.end_block()
    if reading.names_open[name]:
        while close_element(reading) != name:
            pass


def close_element(reading: HtmlReading) -> str:
    """Close the innermost element, and give its name."""
    name = reading.stack.pop().name
    reading.names_open[name] -= 1
    if name == FOOTNOTE and reading.around:
        reading.end_aside()
    if name in BLOCKS:
        reading.end_block()
    if name == "button" and not reading.names_open["button"]:
        reading.end_button()
    if name in {"ol", "ul"}:
        reading.counters.pop()
    return name


def inside_of(reading: HtmlReading, token: HtmlToken) -> Inside:
    """What holds inside an element."""
    around, name, attributes = reading.stack[-1], token.name, token.attributes
    classes, role = attributes.get("class", ""), attributes.get("role", "")
    inside = around._replace(
        name=name,
        skip=skip_of(reading, around, token),
        kind=KINDS_OF_ELEMENTS.get(name, around.kind),
        is_bibtex=is_bibtex(name, attributes),
        is_linked_data=is_linked_data(name, attributes),
        begun=reading.seen,
    )
    if name in BLOCKS:
        inside = inside._replace(target="", address="", raised=0, citing=0)
    elif led_to := next((value for key, value in attributes.items() if LEADS_INTO.match(f"{key}={value}")), ""):
        inside = inside._replace(target=led_to[1:])
    if name in ABOUT_ELEMENTS:
        inside = ABOUT_ELEMENTS[name](reading, inside, token)
    if match := HEADING_NAME.fullmatch(name):
        return inside._replace(level=int(match[1]), is_title="title" in classes.split())
    if "abstract-title" in classes.split():
        return inside._replace(level=DEEPEST_HEADING)
    if name == "span" and "citation" in classes.split() and attributes.get("data-cites"):
        return inside._replace(citing=reading.next_serial(), keys=attributes["data-cites"])
    if "csl-entry" in classes.split() or role in {"doc-biblioentry", "doc-endnote", "doc-footnote"}:
        inside = inside._replace(entry=reading.next_serial(), number="")
    if is_listed_by_docutils(reading, name, classes.split()):
        kind: PassageKind = "item" if name == "table" else inside.kind
        return inside._replace(kind=kind, in_list=True, notes=False, entry=inside.entry or reading.next_serial())
    if name in BLOCKS:
        in_list = inside.in_list or role == "doc-bibliography" or bool(LIST_CLASSES.search(classes))
        notes = inside.notes or role in {"doc-endnotes", "doc-footnote"} or bool(NOTES_CLASSES.search(classes))
        body = inside.body or (reading.next_serial() if name in {"main", "article"} or role == "main" else 0)
        inside = inside._replace(in_list=in_list, notes=notes, body=body)
    return inside


def is_listed_by_docutils(reading: HtmlReading, name: str, classes: Collection[str]) -> bool:
    """Whether an element is what docutils, and so Sphinx, makes of a citation, or of a note below "References"."""
    if name not in {"dl", "aside", "table"} or not {"citation", "footnote"} & {*classes}:
        return False
    return "citation" in classes or any(is_reference_heading(each.text) for each in reading.path)


def displayed(name: str, attributes: Mapping[str, str]) -> str:
    """What an element counts as that stands apart from sentences, if it does."""
    if name == "pre" or (name == "dt" and "sig-object" in attributes.get("class", "")):  # how Sphinx names a function
        return "code blocks"
    return DISPLAYED_BY_DISTILL.get(name, "") if "block" in attributes else ""


def skip_of(reading: HtmlReading, around: Inside, token: HtmlToken) -> int:
    """Whether an element is left out."""
    name, attributes = token.name, token.attributes
    if around.skip == HARD:
        return HARD
    if what := displayed(name, attributes):
        reading.left_out[what] += 1
        return HARD
    classes, role = attributes.get("class", ""), attributes.get("role", "")
    is_notes = role.startswith("doc-") and role != "doc-toc"
    hidden = "hidden" in attributes or (attributes.get("aria-hidden") == "true" and name not in {"figcaption", "a"})
    around_it = name in SKIPPED_ELEMENTS or role in SKIPPED_ROLES or bool(SKIPPED_CLASSES.search(classes))
    around_it = around_it or attributes.get("id", "").casefold() == "toc"
    if name == "math" or hidden or (HEADING_NAME.fullmatch(name) and BYLINES & {*classes.split()}):
        return HARD
    if (
        (around_it or (name == "aside" and not NOTES_CLASSES.search(classes)))
        and not is_notes
        and name not in WHOLE_PAGE
    ):
        reading.left_out["menus, banners and the like"] += name not in {"head", "script", "style"}
        return HARD
    if name == "header":
        return SOFT
    return 0 if HEADING_NAME.fullmatch(name) or "abstract" in classes.split() else around.skip


def inside_item(reading: HtmlReading, inside: Inside, token: HtmlToken) -> Inside:
    """What holds inside an item of a list."""
    number = ""
    if reading.counters:
        value = token.attributes.get("value", "")
        is_number = value.isdecimal() and len(value) < LONGEST_HEADING
        reading.counters[-1] = int(value) if is_number else reading.counters[-1] + 1
        number = str(reading.counters[-1])
    return inside._replace(entry=reading.next_serial(), number=number)


def inside_description(reading: HtmlReading, inside: Inside, _: HtmlToken) -> Inside:
    """What holds inside of what describes a term."""
    return inside._replace(entry=reading.next_serial(), number="")


def inside_term(_: HtmlReading, inside: Inside, __: HtmlToken) -> Inside:
    """What holds inside a term."""
    return inside._replace(term=True)


def inside_list(reading: HtmlReading, inside: Inside, _: HtmlToken) -> Inside:
    """What holds inside a list."""
    return inside._replace(items=reading.next_serial())


def inside_link(reading: HtmlReading, inside: Inside, token: HtmlToken) -> Inside:
    """What holds inside a link: where in the page it leads, or out of it."""
    address = token.attributes.get("href", "")
    before, sign, name = address.rpartition("#")
    into = bool(sign) and (not before or before.startswith("./") or reading.is_own(before))
    return inside._replace(target=name if into else "", address="" if into else address)


def inside_raised(reading: HtmlReading, inside: Inside, _: HtmlToken) -> Inside:
    """What holds inside a superscript."""
    return inside._replace(raised=inside.raised or reading.next_serial())


ABOUT_ELEMENTS: dict[str, Callable[[HtmlReading, Inside, HtmlToken], Inside]] = {
    "li": inside_item,
    "dt": inside_term,
    "dd": inside_description,
    "dl": inside_list,
    "ol": inside_list,
    "ul": inside_list,
    "a": inside_link,
    "sup": inside_raised,
}
"""What certain elements change for what is in them."""


def read_distill_citation(reading: HtmlReading, token: HtmlToken) -> None:
    """What Distill cites: `<d-cite key="a,b">`."""
    keys = [each.strip() for each in (token.attributes.get("key") or token.attributes.get("bibtex-key", "")).split(",")]
    if any(keys):
        reading.stack.append(reading.stack[-1]._replace(citing=reading.next_serial(), keys=" ".join(keys)))
        reading.add(f"[{', '.join(keys)}]", token.start)
        reading.stack.pop()


def read_distill_bibliography(reading: HtmlReading, token: HtmlToken) -> None:
    """The bibliography that a page of Distill names."""
    reading.bibliographies += filter(None, [token.attributes.get("src", "")])


def begin_distill_footnote(reading: HtmlReading, _: HtmlToken) -> None:
    """The beginning of a note in the sentence."""
    reading.begin_aside()


DISTILL: dict[str, Callable[[HtmlReading, HtmlToken], None]] = {
    "d-cite": read_distill_citation,
    "d-bibliography": read_distill_bibliography,
    FOOTNOTE: begin_distill_footnote,
}
"""The elements of Distill that cite, name what is cited, or are notes."""


def note_date(reading: HtmlReading, name: str, attributes: Mapping[str, str]) -> None:
    """The date of the article, where the page states it."""
    if name not in {"meta", "time"} or reading.date:
        return
    what = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
    stated = attributes.get("datetime", "") if name == "time" else attributes.get("content", "")
    match = ISO_DATE.match(stated.replace("/", "-"))
    if match and (name == "time" or what in DATE_NAMES):
        reading.date = match.group()


def note_linked_date(reading: HtmlReading, text: str) -> None:
    """The date that JSON-LD states: when the page was published, else when it was changed."""
    found = dict(reversed(LINKED_DATE.findall(text)))
    reading.date = reading.date or found.get("Published") or found.get("Modified", "")


def note_address(reading: HtmlReading, name: str, attributes: Mapping[str, str]) -> None:
    """The address of the page, where it states it; what it calls canonical goes before others."""
    if name == "link" and attributes.get("rel", "").lower() == "canonical":
        reading.addresses.insert(0, attributes.get("href", ""))
    elif name == "meta" and (attributes.get("property") or attributes.get("name", "")).lower() == "og:url":
        reading.addresses.append(attributes.get("content", ""))
