"""HTML -> an article: a web page, or what pandoc and publishers write.

Elements are a stack of what holds inside them; words are gathered in blocks, and a block becomes a passage once it is
known how the page writes its markers (`html_citing`) and where its list of references is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.model import Article, File, Problem
from graph.reading.articles import ArticleText, Listed, Passage, PassageKind, Run, is_reference_heading, joined_words
from graph.reading.articles.html_citing import Atom, Citer, atoms_text
from graph.reading.articles.html_tokens import HtmlToken, html_tokens
from graph.reading.articles.inline import ONLY_CITING
from graph.reading.articles.latex import ISO_DATE
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
SKIPPED_ROLES = word_set("navigation banner contentinfo complementary search menu menubar toolbar dialog doc-toc")
SKIPPED_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookies?|share|sharing|social|newsletter|advert"
    r"|ads?|promo|related|comments?|footer|toc|skip-link|byline|author-bio|mw-editsection|noprint|hidden|sr-only"
    r"|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
LIST_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:references|reflist|ref-list|reference-list|citation-list|csl-bib-body|bibliography|works-cited)(?:$|\s)",
    re.IGNORECASE,
)
NOTES_CLASSES = re.compile(r"(?:^|\s)(?:footnotes?|endnotes?)(?:$|[\s-])", re.IGNORECASE)
FURTHER_READING = re.compile(r"(?:additional|further|recommended|suggested) reading\W*", re.IGNORECASE)
DATE_NAMES = word_set(
    "article:published_time citation_publication_date citation_date dcterms.date dc.date datepublished date"
)
HEADING_NAME = re.compile(r"h([1-6])")
DEEPEST_HEADING = 6
LONGEST_HEADING = 40
HEADING_NUMBER = re.compile(r"\A\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)")
LEADING_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4})(?:[\])]\.?|\.)\s*(?=\D)")
A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_OF_IT = 0.5

KINDS_OF_ELEMENTS: dict[str, PassageKind] = {
    "li": "item",
    "dd": "item",
    "blockquote": "quotation",
    "figure": "caption",
    "figcaption": "caption",
    "caption": "caption",
    "table": "table",
}
"""What the words of an element are; in any other they are what they are around it."""

HARD, SOFT = 2, 1
"""Left out; left out but for headings and an abstract, as in the header of an article."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What holds inside an element, and is handed on to those in it; numbers tell elements of a kind apart."""

    name: str = ""
    skip: int = 0
    kind: PassageKind = "text"
    level: int = 0
    is_title: bool = False
    in_list: bool = False
    notes: bool = False
    items: int = 0
    entry: int = 0
    number: str = ""
    body: int = 0
    target: str = ""
    raised: int = 0
    citing: int = 0
    keys: str = ""


@dataclass(slots=True)
class HtmlBlock:
    """Words that run on, what holds for them, and the headings above them; `ids` are the names that lead here."""

    inside: Inside
    headings: tuple[HtmlHeading, ...]
    atoms: list[Atom] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    @property
    def is_listed(self) -> bool:
        """Whether its element or its heading says that it is of the list of references."""
        return self.inside.in_list or self.further or any(is_reference_heading(each.text) for each in self.headings)

    @property
    def further(self) -> bool:
        """Whether it is what the article only recommends."""
        return any(FURTHER_READING.fullmatch(each.text) for each in self.headings)


@dataclass(frozen=True, slots=True)
class HtmlHeading:
    """A heading; `number` tells two of the same text apart."""

    level: int
    text: str
    number: int
    is_title: bool = False


@dataclass(slots=True)
class HtmlReading:
    """What is read so far, and what is open."""

    scanned: Scanned
    problems: Problems
    stack: list[Inside] = field(default_factory=lambda: [Inside()])
    names_open: Counter[str] = field(default_factory=Counter)
    counters: list[int] = field(default_factory=list)
    serial: int = 0
    block: HtmlBlock | None = None
    blocks: list[HtmlBlock] = field(default_factory=list)
    path: tuple[HtmlHeading, ...] = ()
    all_headings: list[HtmlHeading] = field(default_factory=list)
    in_headings: list[HtmlBlock] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    term: list[Atom] = field(default_factory=list)
    page_title: list[str] = field(default_factory=list)
    in_page_title: bool = False
    date: str = ""
    after_break: bool = False
    left_out: Counter[str] = field(default_factory=Counter)

    def next_serial(self) -> int:
        """A number that no element had."""
        self.serial += 1
        return self.serial

    def add(self, text: str, position: int) -> None:
        """Words."""
        inside = self.stack[-1]
        if inside.skip or (self.block is None and not text.strip()):
            return
        if self.block is None:
            if inside.kind != "item" or inside.name == "dt":
                self.end_term()
            self.block = HtmlBlock(inside, self.path, self.term, self.ids)
            self.ids, self.term = [], []
        place = self.scanned.place(position)
        self.block.atoms.append(Atom(text, *place, inside.target, inside.raised, inside.citing, inside.keys))

    def end_term(self) -> None:
        """A term that nothing describes stands alone."""
        if self.term:
            self.blocks.append(HtmlBlock(replace(self.stack[-1], kind="item"), self.path, self.term))
        self.term = []

    def end_block(self) -> None:
        """Words run on no further: what was gathered is a heading, a term, or a block."""
        block, self.block = self.block, None
        if block is None:
            return
        text = atoms_text(block.atoms)
        plain = block.inside.kind == "text" and len(text) <= LONGEST_HEADING
        if block.inside.level or (plain and (is_reference_heading(text) or FURTHER_READING.fullmatch(text))):
            self.add_heading(block, text)
        elif block.inside.name == "dt":
            self.term = [*block.atoms, Atom(": ", block.atoms[0].line, block.atoms[0].column)]
        else:
            self.blocks.append(block)

    def add_heading(self, block: HtmlBlock, text: str) -> None:
        """A heading, which ends all of its level and below."""
        level = block.inside.level or DEEPEST_HEADING
        heading = HtmlHeading(level, HEADING_NUMBER.sub("", text), self.next_serial(), block.inside.is_title)
        self.path = (*(each for each in self.path if each.level < level), heading)
        self.all_headings.append(heading)
        self.in_headings.append(block)


def read_html(file: File) -> ArticleText:
    """Read HTML."""
    text, problems = article_text(file)
    reading = HtmlReading(Scanned(text), Problems(file.name))
    for token in html_tokens(reading.scanned):
        read_html_token(reading, token)
    reading.end_block()
    reading.end_term()
    return article_of(file.name, reading, problems)


def read_html_token(reading: HtmlReading, token: HtmlToken) -> None:
    """Words, or the beginning or the end of an element."""
    if not token.name:
        if reading.in_page_title:
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
    if name == "br":
        read_break(reading, token)
        return
    if name in BLOCKS:
        reading.end_block()
    if ids := [attributes[key] for key in ("id", "name") if attributes.get(key)]:
        (reading.block.ids if reading.block else reading.ids).extend(ids)
    if name in {"td", "th"}:
        reading.add(" ", token.start)
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
    if name in BLOCKS:
        reading.end_block()
    if name in {"ol", "ul"}:
        reading.counters.pop()
    return name


def inside_of(reading: HtmlReading, token: HtmlToken) -> Inside:
    """What holds inside an element."""
    around, name, attributes = reading.stack[-1], token.name, token.attributes
    classes, role = attributes.get("class", ""), attributes.get("role", "")
    inside = replace(around, name=name, skip=skip_of(reading, around, token))
    if name in BLOCKS:
        inside = replace(inside, target="", raised=0, citing=0)
    inside = replace(inside, kind=KINDS_OF_ELEMENTS.get(name, inside.kind))
    if name in ABOUT_ELEMENTS:
        inside = ABOUT_ELEMENTS[name](reading, inside, token)
    if match := HEADING_NAME.fullmatch(name):
        return replace(inside, level=int(match[1]), is_title="title" in classes.split())
    if "abstract-title" in classes.split():
        return replace(inside, level=DEEPEST_HEADING)
    if name == "span" and "citation" in classes.split() and attributes.get("data-cites"):
        return replace(inside, citing=reading.next_serial(), keys=attributes["data-cites"])
    if "csl-entry" in classes.split() or role in {"doc-biblioentry", "doc-endnote", "doc-footnote"}:
        inside = replace(inside, entry=reading.next_serial(), number="")
    if name in BLOCKS:
        in_list = inside.in_list or role == "doc-bibliography" or bool(LIST_CLASSES.search(classes))
        notes = inside.notes or role in {"doc-endnotes", "doc-footnote"} or bool(NOTES_CLASSES.search(classes))
        body = inside.body or (reading.next_serial() if name in {"main", "article"} or role == "main" else 0)
        inside = replace(inside, in_list=in_list, notes=notes, body=body)
    return inside


def skip_of(reading: HtmlReading, around: Inside, token: HtmlToken) -> int:
    """Whether an element is left out."""
    name, attributes = token.name, token.attributes
    if around.skip == HARD:
        return HARD
    if name == "pre":
        reading.left_out["code blocks"] += 1
        return HARD
    classes, role = attributes.get("class", ""), attributes.get("role", "")
    is_notes = role.startswith("doc-") and role != "doc-toc"
    hidden = "hidden" in attributes or (attributes.get("aria-hidden") == "true" and name not in {"figcaption", "a"})
    around_it = name in SKIPPED_ELEMENTS or role in SKIPPED_ROLES or bool(SKIPPED_CLASSES.search(classes))
    if name == "math" or hidden:
        return HARD
    if (around_it or (name == "aside" and not NOTES_CLASSES.search(classes))) and not is_notes and name != "body":
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
    return replace(inside, entry=reading.next_serial(), number=number)


def inside_list(reading: HtmlReading, inside: Inside, _: HtmlToken) -> Inside:
    """What holds inside a list."""
    return replace(inside, items=reading.next_serial())


def inside_link(_: HtmlReading, inside: Inside, token: HtmlToken) -> Inside:
    """What holds inside a link; only one into the page matters."""
    before, sign, name = token.attributes.get("href", "").rpartition("#")
    into = bool(sign) and (not before or before.startswith("./"))
    return replace(inside, target=name if into else "")


def inside_raised(reading: HtmlReading, inside: Inside, _: HtmlToken) -> Inside:
    """What holds inside a superscript."""
    return replace(inside, raised=inside.raised or reading.next_serial())


ABOUT_ELEMENTS: dict[str, Callable[[HtmlReading, Inside, HtmlToken], Inside]] = {
    "li": inside_item,
    "ol": inside_list,
    "ul": inside_list,
    "a": inside_link,
    "sup": inside_raised,
}
"""What certain elements change for what is in them."""


def note_date(reading: HtmlReading, name: str, attributes: Mapping[str, str]) -> None:
    """The date of the article, where the page states it."""
    if name not in {"meta", "time"} or reading.date:
        return
    what = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
    stated = attributes.get("datetime", "") if name == "time" else attributes.get("content", "")
    match = ISO_DATE.match(stated.replace("/", "-"))
    if match and (name == "time" or what in DATE_NAMES):
        reading.date = match.group()


def article_of(name: str, reading: HtmlReading, problems: Sequence[Problem]) -> ArticleText:
    """The article that a page has."""
    listed_blocks, blocks = list_and_prose(reading)
    listed, labels = entries_of(listed_blocks)
    blocks = body_of(blocks, reading.left_out)
    place_notes(blocks)
    citer = Citer(labels, len(listed))
    notes = [block for block in blocks if block.inside.notes]
    citer.learn(block.atoms for block in blocks)
    citer.add_notes({each: citer.runs(block.atoms) for block in notes for each in block.ids})
    for block in reading.in_headings:
        for marker in citer.markers(block.atoms):
            message = f"'{marker.text}' stands in a heading, of which no claim is made"
            reading.problems.report("unread-citation", marker.line, message, unread=1, text=marker.text)
    title = title_of(reading)
    passages = tuple(passage for block in blocks if (passage := passage_of(block, citer, title)))
    text = title.text if title else joined_words("".join(reading.page_title))
    return ArticleText(
        file=name,
        about=Article(title=text, date=reading.date),
        passages=passages,
        listed=tuple(listed),
        problems=(*problems, *reading.problems.problems),
        left_out=dict(+reading.left_out),
    )


def place_notes(blocks: Sequence[HtmlBlock]) -> None:
    """Notes stand under the heading that they are called under, without the signs that lead back there."""
    called = {atom.target: block.headings for block in reversed(blocks) for atom in block.atoms if atom.target}
    for block in blocks:
        if block.inside.notes:
            block.headings = next((called[each] for each in block.ids if each in called), block.headings)
            block.atoms = [atom for atom in block.atoms if not atom.target or any(map(str.isalnum, atom.text))]


def title_of(reading: HtmlReading) -> HtmlHeading | None:
    """The heading that is the article's title: the one that says so, else the only one of the first level."""
    first = [each for each in reading.all_headings if each.level == 1]
    named = [each for each in first if each.is_title]
    return named[0] if named else first[0] if len(first) == 1 else None


def passage_of(block: HtmlBlock, citer: Citer, title: HtmlHeading | None) -> Passage | None:
    """The passage that a block is; a note of citations stands where it is called."""
    runs = citer.runs(block.atoms)
    words = "".join(run.text for run in runs if isinstance(run, Run))
    has_marker = any(not isinstance(run, Run) for run in runs)
    if block.inside.notes and has_marker and ONLY_CITING.fullmatch(words):
        return None
    if not has_marker and not words.strip():
        return None
    headings = tuple(each.text for each in block.headings if each != title)
    return Passage(runs, headings, "note" if block.inside.notes else block.inside.kind)


def list_and_prose(reading: HtmlReading) -> tuple[list[HtmlBlock], list[HtmlBlock]]:
    """The blocks of the list of references, and the others.

    The list is what says that it is; else the lists with items that numbers in the text lead to; else notes, if most of
    them have a year and there is no other way to cite.
    """
    blocks = reading.blocks
    notes = [block for block in blocks if block.inside.notes and block.inside.entry]
    others = [block for block in blocks if not block.inside.notes]
    lists = lists_led_to(blocks)
    cites = any(atom.citing for block in blocks for atom in block.atoms)
    dated = sum(bool(A_YEAR.search(atoms_text(block.atoms))) for block in notes)
    listed = (
        [block for block in others if block.is_listed]
        or [block for block in others if block.inside.items in lists]
        or (notes if not cites and dated > len(notes) * MOST_OF_IT else [])
    )
    chosen = {id(block) for block in listed}
    return listed, [block for block in blocks if id(block) not in chosen]


def lists_led_to(blocks: Sequence[HtmlBlock]) -> set[int]:
    """The lists that have an item which a number in the text leads to."""
    lists = {each: block.inside.items for block in blocks if block.inside.entry for each in block.ids}
    led_to = (
        lists.get(atom.target, 0) for block in blocks for atom in block.atoms if atom.text.strip("[]() ,;").isdecimal()
    )
    return {each for each in led_to if each}


def body_of(blocks: list[HtmlBlock], left_out: Counter[str]) -> list[HtmlBlock]:
    """The blocks of the article, where the page says which part of it that is, and most of its words are there."""
    letters: Counter[int] = Counter()
    for block in blocks:
        letters[block.inside.body] += sum(len(atom.text) for atom in block.atoms)
    body, most = max(letters.items(), key=lambda item: item[1], default=(0, 0))
    if not body or most <= letters.total() * MOST_OF_IT:
        return blocks
    kept = [block for block in blocks if block.inside.body == body or block.inside.notes]
    if len(kept) < len(blocks):
        left_out["passages of the page around the article"] += len(blocks) - len(kept)
    return kept


def entries_of(blocks: Sequence[HtmlBlock]) -> tuple[list[Listed], dict[str, str]]:
    """The entries of the list of references, and the label that each name in the page leads to."""
    if any(block.inside.entry for block in blocks):
        blocks = [block for block in blocks if block.inside.entry]
    listed: list[Listed] = []
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for group in entry_groups(blocks):
        written = atoms_text(atom for block in group for atom in block.atoms)
        number = LEADING_NUMBER.match(written)
        ids = [each for block in group for each in block.ids]
        own = next((each.removeprefix("ref-") for each in ids if each.startswith("ref-")), "")
        label = own or (number[1] if number else "") or group[0].inside.number or str(len(listed) + 1)
        label = "" if label in taken else label
        taken.add(label)
        labels |= dict.fromkeys(ids, label)
        text = joined_words("".join(without_backlinks(group)))
        text = text[number.end() :] if number and text.startswith(number.group()) else text
        group_name = "further-reading" if group[0].further else ""
        listed.append(Listed(label, text, group[0].atoms[0].line, group_name))
    return listed, labels


def entry_groups(blocks: Sequence[HtmlBlock]) -> Iterator[list[HtmlBlock]]:
    """The blocks of each entry."""
    group: list[HtmlBlock] = []
    for block in blocks:
        if group and not (block.inside.entry and block.inside.entry == group[0].inside.entry):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def without_backlinks(group: Sequence[HtmlBlock]) -> Iterator[str]:
    """The words of an entry without the signs that lead back to the text."""
    for block in group:
        yield from (atom.text for atom in block.atoms if not atom.target or len(atom.text.strip()) > len("a."))
        yield " "
