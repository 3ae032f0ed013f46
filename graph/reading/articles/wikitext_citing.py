"""Wikitext -> what it cites: notes ("<ref>"), short notes ("sfn") and the sources that both lead to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.model import FURTHER, Reference
from graph.reading.articles import Cited, Listed, joined_words
from graph.reading.articles.wikitext_languages import values_in_english
from graph.reading.articles.wikitext_list import ANCHOR_NAMES, anchor_of, cite_reference, is_cite, with_title
from graph.reading.articles.wikitext_sections import Section
from graph.reading.articles.wikitext_tokens import Piece, Wikitext
from graph.reading.articles.wikitext_words import BEFORE_FIRST, NOTE_TEMPLATES, NOTES, SIGNS, number_of_shown
from graph.reading.joined_library import free_key, in_key, key_for
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.problems import Problems
from graph.texts.sentences import word_set

QUOTED = re.compile(r"[\"\u201c\u201d]")
ENTRY = re.compile(r"^[*#]+[ \t]*(?P<text>[^\n]+)$", re.MULTILINE)

SHORT_NOTES = word_set(
    "sfn sfnp harv harvnb harvnp harvtxt harvcol harvcolnb harvcoltxt harvp harvs harvsp snf snfp"
) | {
    "harvard citation",
    "harvard citation no brackets",
    "harvard citation text",
    "shortened footnote",
}
SPOKEN = word_set("harvtxt harvcoltxt") | {"harvard citation text"}
"""Short notes whose name is a word of the sentence: "Smith (2010)"."""

SEVERAL = word_set("sfnm sfnmp harvnbm")
ANCHORS = word_set("sfnref harvid")
PAGES = word_set("rp") | {"reference page"}
"""Where in a source, said behind a note."""

CITING = SHORT_NOTES | SEVERAL | {"r"}

LOCATORS = (("p", "p. "), ("page", "p. "), ("pp", "pp. "), ("pages", "pp. "), ("loc", ""), ("at", ""))
"""The parameters that say where in a source, and how that is written."""

LOCATOR_BEHIND = re.compile(
    r"[\s,;:.]*(?P<where>(?:pp?|ch|chap|vol|sec|\u00a7)\.?\s*\d\w*(?:\s?[,\u2013-]\s?\d\w*)*|\d{1,4}(?:\u2013\d{1,4}|-\d{1,4})?(?![\w.]))"
)
PLAIN_SHORT = re.compile(
    r"(?P<names>[^\W\d_][^\d()]{0,80}?),?\s*\(?(?P<year>(?:1[4-9]|20)\d\d[a-z]?)\)?(?P<rest>[\s,.:;].{0,40})?"
)
"""A short note in plain words: "Smith & Jones 2010, p. 5"."""

SHORT_WITHOUT_YEAR = re.compile(
    r"(?P<names>[^\W\d_][^\d()]{0,80}?),?\s(?P<rest>(?:pp?|pages?|ch|chap|vol)\.?\s*\d[\d\s,;\u2013-]{0,40}(?:ff?|n)?\.?)"
)
"""A short note that leaves the year out: "Smith & Jones, pp. 5, 7"; only where one source is so called."""

BETWEEN_NAMES = re.compile(r"(?<!\s)\s*+(?:,|&|\band\b|\bet al\b\.?)\s*")
LONGEST_MARKER = 60
"""How much of a note stands in a quote as it is written."""


@dataclass(slots=True)
class Sources:
    """The sources of a page: by their templates as written, and by what short notes name; `plain` are those in words.

    `notes` are where the contents of notes stand that have a name, by name; `numbers` are those of the sources that are
    cited, in the order of the text, by key or by the words of a note.
    """

    page: Wikitext
    problems: Problems
    references: dict[str, Reference] = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    anchors: dict[tuple[str, ...], str] = field(default_factory=dict)
    firsts: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    people: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    cited: dict[tuple[int, int], tuple[Cited, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def learn(self, sections: Sequence[Section]) -> None:
        """Collect the notes that have a name, and all sources, wherever they stand."""
        for section in sections:
            group = FURTHER if section.use == "further" else ""
            for piece in self.page.within(section.start, section.end):
                self.learn_piece(piece, group)
            if section.use in {"list", "further"}:
                self.learn_lines(section, group)

    def learn_piece(self, piece: Piece, group: str) -> None:
        """Collect a note that has a name, or a source."""
        if piece.kind == "ref":
            name = self.page.note_name(piece.start, piece.inner)
            if name and self.page.text[piece.inner : piece.inner_end].strip():
                self.notes.setdefault(name, (piece.inner, piece.inner_end))
        elif piece.kind == "template":
            template = self.page.name(piece)
            if is_cite(template) or self.is_called(piece):
                self.add(piece, group)
            elif template in NOTE_TEMPLATES:
                arguments = self.page.arguments(piece)
                if "name" in arguments and "1" in arguments:
                    self.notes.setdefault(self.plain(*arguments["name"]), arguments["1"])

    def is_called(self, piece: Piece) -> bool:
        """Whether a template says what short notes call it, as only a source does."""
        return any(self.anchors_told(piece))

    def learn_lines(self, section: Section, group: str) -> None:
        """Collect the entries of a list that are written in words."""
        for match in ENTRY.finditer(self.page.text, section.start, section.end):
            start, end = match.span("text")
            templates = [each for each in self.page.pieces(start, end) if each.kind == "template"]
            if any(is_cite(self.page.name(each)) for each in templates):
                continue
            text = self.plain(start, end, addresses=True)
            if has_words(text):
                self.learn_words(start, text, group)
            elif (source := self.source_alone(start, end)) and not group:
                self.add(source)

    def learn_words(self, start: int, text: str, group: str) -> None:
        """Collect an entry in words, which short notes may name if it has a name."""
        line = self.page.scanned.place(start)[0]
        read, _ = read_entry_text(Entry(line, lines=[text]), self.problems.file)
        label = "" if group else free_key(key_for(read), self.taken)
        self.listed.append(Listed(label, text, line, group))
        if label:
            self.taken.add(label)
            self.name(label, anchor_of(read, {"year": read.fields.get("year", "")}))

    def name(self, key: str, anchor: tuple[str, ...]) -> None:
        """Say what short notes name a source by."""
        self.anchors.setdefault(anchor, key)
        self.firsts.setdefault((anchor[0], anchor[-1]), set()).add(key)
        self.people.setdefault(anchor[0], {})[key] = anchor[:-1]

    def plain(self, start: int, end: int, *, addresses: bool = False) -> str:
        """The words of a part of the page on one line, without notes; with the addresses of links if asked for."""
        return joined_words("".join(self.words(start, end, addresses=addresses)))

    def words(self, start: int, end: int, *, addresses: bool = False) -> Iterator[str]:
        """As `plain`, piece by piece."""
        page = self.page
        for piece in page.pieces(start, end):
            if piece.kind == "text":
                yield page.text[piece.start : piece.end]
            elif piece.kind == "entity":
                yield html.unescape(page.text[piece.start : piece.end])
            elif piece.kind == "link":
                yield from self.words(*page.parts(piece.inner, piece.inner_end)[-1], addresses=addresses)
            elif piece.kind == "address":
                yield self.labelled(piece, addresses=addresses)
            elif piece.kind == "template":
                yield self.shown(piece)
            elif piece.kind == "raw":
                yield re.sub(r"<[^<>]*>", "", page.text[piece.start : piece.end])

    def labelled(self, piece: Piece, *, addresses: bool) -> str:
        """The words of a link to another site; in a list, where they are a title, in quotes and with the address."""
        address, _, label = self.page.text[piece.inner : piece.inner_end].partition(" ")
        words = self.plain(piece.inner_end - len(label), piece.inner_end)
        if not addresses:
            return words
        return f"{words} {address}" if not words or QUOTED.search(words) else f'"{words}" {address}'

    def shown(self, piece: Piece) -> str:
        """What a template shows that stands inside of words."""
        name, arguments = self.page.name(piece), self.page.arguments(piece)
        number = number_of_shown(name)
        if number in arguments:
            return BEFORE_FIRST.get(name, "") + self.plain(*arguments[number])
        return SIGNS.get(name, "")

    def values(self, piece: Piece) -> dict[str, str]:
        """The arguments of a template as words."""
        return {name: self.plain(*span) for name, span in self.page.arguments(piece).items()}

    def add(self, piece: Piece, group: str = "") -> Reference:
        """The source that a template is; the same template twice is one."""
        written = joined_words(self.page.text[piece.start : piece.end])
        if written not in self.references:
            name = self.page.name(piece)
            values = values_in_english(name, self.values(piece))
            if not is_cite(name):
                values = with_title(self.page.written_name(piece), values)
            line = self.page.scanned.place(piece.start)[0]
            reference = cite_reference(name, values, self.problems.file, line)
            key = free_key(key_for(reference), self.taken)
            self.taken.add(key)
            fields = {**reference.fields, **({"group": group} if group else {})}
            self.references[written] = replace(reference, key=key, group=group, fields=fields)
            for anchor in self.anchors_of(piece, self.references[written], values):
                self.name(key, anchor)
        return self.references[written]

    def anchors_of(self, piece: Piece, reference: Reference, values: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
        """What short notes may name a source by: as its template says, and by its people and year.

        The Russian Wikipedia has a name alone ("ref=Lee"), behind which the year is added.
        """
        yield from self.anchors_told(piece)
        *names, year = anchor_of(reference, values)
        if called := values.get("ref"):
            yield called.casefold(), year
        yield *names, year

    def anchors_told(self, piece: Piece) -> Iterator[tuple[str, ...]]:
        """What short notes name a source by, as its template says: `ref={{harvid|Lee|2010}}`."""
        for each in self.page.pieces(*self.page.arguments(piece).get("ref", (0, 0))):
            if each.kind == "template" and self.page.name(each) in ANCHORS:
                yield tuple(part.casefold() for part in positional(self.values(each)))

    def find(self, names: Sequence[str], year: str) -> str | None:
        """The key of the source that a short note names; none where several are so called."""
        wanted = [name.casefold() for name in names[:ANCHOR_NAMES]]
        year = year.casefold()
        if key := self.anchors.get((*wanted, year)):
            return key
        alike = self.firsts.get((wanted[0] if wanted else "", year), set())
        return next(iter(alike)) if len(alike) == 1 else None if alike else ""

    def find_by_names(self, names: Sequence[str]) -> str:
        """The key of the only source of whom a short note without a year names first, if they wrote it together."""
        wanted = tuple(name.casefold() for name in names)
        found = self.people.get(wanted[0], {}) if wanted else {}
        return (
            next((key for key, people in found.items() if people[: len(wanted)] == wanted), "")
            if len(found) == 1
            else ""
        )

    def short(self, names: Sequence[str], year: str, locator: str, piece: Piece) -> Iterator[Cited]:
        """What a short note cites; a name of no source is a key that the list lacks."""
        key = self.find(names, year)
        if key is None:
            self.unread(piece, "may mean any of several sources; write all their names, or the year with a letter")
        else:
            unknown = "-".join(in_key(names)) + year
            yield self.cite(key, locator) if key else Cited(unknown, locator=locator)

    def of_template(self, piece: Piece) -> Iterator[Cited]:
        """What a template cites."""
        name = self.page.name(piece)
        if is_cite(name):
            yield self.cite(self.add(piece).key)
        elif name == "r":
            yield from self.of_names(piece)
        elif name in SEVERAL:
            values = self.values(piece)
            for number in sorted({each[0] for each in values if each[:1].isdigit() and len(each) > 1}):
                own = {each[1:]: text for each, text in values.items() if each.startswith(number)}
                names = [own[each] for each in ("a", *(f"a{place}" for place in range(1, 5))) if own.get(each)]
                yield from self.short(names, own.get("y", ""), locator_in(own), piece)
        elif name in SHORT_NOTES:
            values = self.values(piece)
            *names, year = positional(values) or [""]
            yield from self.short(names, year, locator_in(values), piece)

    def of_names(self, piece: Piece) -> Iterator[Cited]:
        """What `{{r|name|another|p=3}}` cites."""
        values = self.values(piece)
        names = [text for each, text in values.items() if each.isdecimal() and text]
        for number, name in enumerate(names, start=1):
            own = {each.removesuffix(str(number)): text for each, text in values.items() if not each.isdecimal()}
            yield from (replace(each, locator=each.locator or locator_in(own)) for each in self.of_name(name, piece))

    def of_name(self, name: str, piece: Piece) -> tuple[Cited, ...]:
        """What the note of a name cites; a note that is nowhere is a key that the list lacks."""
        span = self.notes.get(name)
        return self.of_note(*span, piece) if span else (Cited(name),)

    def of_note(self, start: int, end: int, piece: Piece) -> tuple[Cited, ...]:
        """What a note cites: the sources in it, or else the source that its words are."""
        if (start, end) not in self.cited:
            self.cited[start, end] = tuple(self.in_note(start, end)) or tuple(self.in_words(start, end, piece))
        return self.cited[start, end]

    def in_note(self, start: int, end: int) -> Iterator[Cited]:
        """The sources in a note, with what is said before each and behind the last."""
        found: list[Cited] = []
        said = ""
        for piece in self.page.pieces(start, end):
            cited = list(self.of_template(piece)) if piece.kind == "template" else []
            if cited and found:
                found[-1], said = with_words(found[-1], said)
            found += [replace(each, prefix=said.strip(" ,;.:") if each is cited[0] else "") for each in cited]
            said = "" if cited else said + "".join(self.words(piece.start, piece.end))
        if found:
            found[-1], rest = with_words(found[-1], said)
            found[-1] = replace(found[-1], suffix=joined_words(rest).strip(" ,;.:"))
        return iter(found)

    def in_words(self, start: int, end: int, piece: Piece) -> Iterator[Cited]:
        """The source that the words of a note are: a short note, or an entry of the list."""
        text = self.plain(start, end, addresses=True)
        if cited := self.in_short(text):
            yield cited
        elif has_words(text):
            note = f"note: {text}"  # no key of a source has a space
            if note not in self.numbers:
                self.numbers[note] = str(len(self.numbers) + 1)
                self.listed.append(Listed(self.numbers[note], text, self.page.scanned.place(start)[0]))
            yield Cited(self.numbers[note])
        elif source := self.source_alone(start, end):
            yield self.cite(self.add(source).key)
        else:
            self.unread(piece, "is an empty note; name the source")

    def in_short(self, text: str) -> Cited | None:
        """What a short note in words cites; nothing where the text is none, or may mean several sources."""
        short = PLAIN_SHORT.fullmatch(text) or SHORT_WITHOUT_YEAR.fullmatch(text)
        names = [each for each in BETWEEN_NAMES.split(short["names"]) if each] if short else []
        year = short.groupdict().get("year") if short else ""
        key = self.find(names, year) if year else self.find_by_names(names)
        return with_words(self.cite(key), short["rest"] or "")[0] if short and key else None

    def source_alone(self, start: int, end: int) -> Piece | None:
        """The template that a note or an entry without words is: a source of one kind alone, as `{{OED|hare}}`."""
        templates = (each for each in self.page.pieces(start, end) if each.kind == "template")
        return next((each for each in templates if self.page.name(each) not in NOTES), None)

    def cite(self, key: str, locator: str = "") -> Cited:
        """A citation of a source, which has a number from now on."""
        self.numbers.setdefault(key, str(len(self.numbers) + 1))
        return Cited(key, locator=locator)

    def unread(self, piece: Piece, why: str) -> None:
        """Report what cannot be understood."""
        text = as_marked(self.page.text[piece.start : piece.end])
        line, _ = self.page.scanned.place(piece.start)
        self.problems.report("unread-citation", line, f"{text!r} {why}", unread=1, text=text)

    def all(self) -> tuple[Reference, ...]:
        """The sources that are templates, in the order in which they are cited; then the others."""
        found = [with_number(each, self.numbers.get(each.key, "")) for each in self.references.values()]
        return tuple(sorted(found, key=lambda each: int(each.listed or len(self.numbers) + 1)))


def has_words(text: str) -> bool:
    """Whether a text is more than marks."""
    return any(map(str.isalnum, text))


def with_number(reference: Reference, number: str) -> Reference:
    """A reference with its number in the list."""
    return replace(reference, listed=number, fields={**reference.fields, **({"listed": number} if number else {})})


def positional(values: Mapping[str, str]) -> list[str]:
    """The arguments of a template that have no name and are not empty."""
    return [text for name, text in values.items() if name.isdecimal() and text]


def locator_in(values: Mapping[str, str]) -> str:
    """Where in a source, as parameters say it."""
    return ", ".join(f"{before}{values[name]}" for name, before in LOCATORS if values.get(name))


def with_words(cited: Cited, said: str) -> tuple[Cited, str]:
    """A citation with the locator that stands behind it, and what else does."""
    found = LOCATOR_BEHIND.match(said)
    if not found or cited.locator:
        return cited, said
    return replace(cited, locator=found["where"]), said[found.end() :]


def as_marked(text: str) -> str:
    """A marker as it is written, on one line and without what is inside of a long note."""
    text = joined_words(text)
    if len(text) <= LONGEST_MARKER:
        return text
    if text.startswith("<ref"):
        return f"{text[: text.find('>') + 1][:LONGEST_MARKER]}...</ref>"
    return f"{text[:LONGEST_MARKER]}...}}}}"
