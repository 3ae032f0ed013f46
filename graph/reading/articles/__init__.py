"""An article -> what it says, sentence by sentence, and what it cites: one result, whatever the format.

A *format* is a module here with a function of `File` that gives an `ArticleText`, and a row of `ARTICLE_FORMATS`. Code
that all formats share makes sentences (`sentences_of`) and claims (`drafting`) of it. What a format has to do:

1. **A passage is a paragraph, an item of a list or the like, as a list of runs.** A run is words that stand in the file
   just so (`Run`), or a marker (`Marker`). Words are as a reader sees them: without markup, entities and escapes
   replaced; a link is its text. A line break inside a paragraph stays a line break of the run, so that the place of
   every letter follows from the place of the run's first one: begin a new run wherever something is taken out or
   replaced. Leave the spaces around a marker where they are, and put nothing in its place.
2. **A marker is what leads to the references**: `[@a; @b, p. 3]`, `citep{a}`, `[3-7]`, a superscript. It has one
   `Cited` for each reference as it is written there. A range is one `Cited` with `last`; others expand it over the
   list's order. Two markers side by side (`[1][2]`) are two. `spoken` says that it is a word of the sentence
   ("according to @kaza2018"). A marker whose key leads nowhere is one, too: a rule reports the key, with what may have
   been meant. What cannot be understood (a macro that may hold a citation) is a problem of the rule
   `unread-citation`, with line and text: **markers seen = markers given + problems**.
3. **All that has words is handed over, and its kind says what it is**: text, item, quotation, note, caption, table.
   What is no prose at all (code, formulas, comments, metadata, navigation) is not; where a reader would miss it, it is
   counted in `left_out` under a plural ("code blocks"). Which kinds and sections become claims is decided elsewhere.
   A note that has nothing but citations is a marker where it is called.
4. **Headings are the path from the widest to the nearest**, without numbers and without the article's title, which is
   `about.title`: a single widest heading that comes first and has all others under it (`take_title`).
5. **Lines and columns are counted from 1**, in the text after `graph.reading.text.clean`. Where a format has no lines
   (Word) `line` is the number of the paragraph, and `by_line` is false.
6. **The list of references** is `references` where the format has it field by field (`Reference.listed` is the number),
   else one `Listed` an entry, with the text as written, for the reader of lists. Bibliographies that the
   article names are `bibliographies`, as written, relative to the article.
7. **Comments** are handed over with their places where the format has any (`comments`): one may say `noqa`. One that
   goes on over several lines is its first line.
8. **Nothing raises**: what cannot be read is a `Problem` with its place. Time and memory are bounded, so there is no
   recursion on what is read, and no pattern that goes back over a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Literal

from graph.model import NO_ARTICLE, Article, File, Problem, Reference
from graph.reading.articles.about_page import is_about_page
from graph.texts.lines import joined_lines
from graph.texts.sentences import CLOSERS, MASK, STOPS, WIDE_CLOSERS, WIDE_STOPS, sentence_spans

PassageKind = Literal["text", "item", "quotation", "note", "caption", "table", "notice"]
"""What a passage is."""

NO_PROSE = {"caption": "captions", "table": "tables", "notice": "notices of another article"}
"""Which kinds of passages become no claims, and what they count as."""

A_LETTER = re.compile(r"[^\W\d_]")
A_MASK, A_BREAK = re.compile(MASK), re.compile("\n")
BEFORE_MARK = re.compile(rf"(?:(?<={MASK})\s*+(?:[;,](?:\s++and\b)?|(?<=\s)and\b|&)\s*+|(?<!\s)\s*+){MASK}")
"""A marker, with the space before it and what joins it to the marker before."""

FIRST_MARK = re.compile(rf"(?<=[.!?\u2026]\s){MASK}(?=\s+[a-z])")
"""A marker between a full stop and a small letter."""

EMPTY_BRACKETS = re.compile(r"(?<!\s)\s*+[(\[][\s,;]*[)\]]")
READ_OUT = re.compile(r"(?<=[\w)])(?:Trusted Source\b|\s?\(?[Oo]pens in (?:a )?new (?:tab|window)\)?)")
"""What pages have behind a link for those who do not see it, and what is copied with it: "a trialTrusted Source"."""

LIST_JOINT = re.compile(r"(?:[,;]\s*|\s)(?:and|or)\Z|[,;]\Z")
"""What an item ends with that another one follows."""

COLONS = ":\uff1a"
"""What a sentence ends with that something completes; the second in Chinese and Japanese."""

STOPPED = re.compile(rf"[{STOPS}{WIDE_STOPS}][{CLOSERS}{WIDE_CLOSERS}]*\Z")
"""How a sentence ends that is whole."""

HEADING_NUMBER = re.compile(r"\A\d{1,2}(?:\.\d{1,2}){0,5}(?:[.)]|\s?\|)?\s+(?=[^\W\d_a-z])")
"""The number before a heading: "2.1. Study design", "2 | METHODS"."""

REFERENCE_HEADINGS = frozenset(
    {"references", "reference list", "bibliography", "literature", "literature cited", "works cited", "sources"}
    | {"references and notes", "notes and references", "references cited", "cited references", "cited literature"}
    | {"literaturverzeichnis", "literatur", "quellen", "quellenverzeichnis"}  # German
    | {"r\u00e9f\u00e9rences", "r\u00e9f\u00e9rences bibliographiques", "bibliographie"}  # French
    | {"referencias", "referencias bibliogr\u00e1ficas", "bibliograf\u00eda"}  # Spanish
    | {"refer\u00eancias", "refer\u00eancias bibliogr\u00e1ficas", "bibliografia"}  # Portuguese, Italian, Polish
    | {  # Chinese, Japanese, Korean
        "\u53c2\u8003\u6587\u732e",
        "\u53c3\u8003\u6587\u737b",
        "\u5f15\u7528\u6587\u732e",
        "\ucc38\uace0\ubb38\ud5cc",
    }
    | {  # Russian, Ukrainian
        "\u043b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430",
        "\u0441\u043f\u0438\u0441\u043e\u043a \u043b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u044b",
        "\u0431\u0438\u0431\u043b\u0438\u043e\u0433\u0440\u0430\u0444\u0438\u044f",
        (
            "\u0441\u043f\u0438\u0441\u043e\u043a \u0438\u0441\u043f\u043e\u043b\u044c\u0437\u043e\u0432"
            "\u0430\u043d\u043d\u044b\u0445 \u0438\u0441\u0442\u043e\u0447\u043d\u0438\u043a\u043e\u0432"
        ),
        "\u043b\u0456\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430",
        "\u0441\u043f\u0438\u0441\u043e\u043a \u043b\u0456\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0438",
        (
            "\u0441\u043f\u0438\u0441\u043e\u043a \u0432\u0438\u043a\u043e\u0440\u0438"
            "\u0441\u0442\u0430\u043d\u0438\u0445 \u0434\u0436\u0435\u0440\u0435\u043b"
        ),
    }
    | {"riferimenti", "riferimenti bibliografici", "literatuur", "litteratur", "referenser", "referencer", "referanser"}
)
SOURCES_HEADING = re.compile(
    r"(?:(?:show|view|see|hide|all|full|our|selected|key|main|article|editorial|medical|scientific) ){0,3}"
    r"(?:(?:further reading|notes),? (?:and|&) )?(?:references|sources|bibliography)(?: (?:cited|used|collapsed))?"
    r"(?:,? (?:and|&) (?:further reading|notes|references|sources|fact[ -]?check(?:s|ing)))?(?: ?\(\d{1,3}\))?",
    re.IGNORECASE,
)
"""How sites call the list of references otherwise: "Article sources", "Further reading and references (3)"."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference in a marker, as written: its key, or its number in the list; `last` ends a range ("3-7").

    `prefix` is what stands before it ("but see"), `locator` where in it ("p. 3"), `suffix` any other words after it.
    `record` is the reference itself, where the marker carries it (the fields of Word).
    """

    key: str
    last: str = ""
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    record: Reference | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation in the text: the references it names, its text as written, and its place.

    `note` is what an editor says of the sentence there ("citation needed"); such a marker may name no reference.
    """

    cited: tuple[Cited, ...]
    text: str
    line: int
    column: int = 1
    spoken: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in the file just so, from this place on; line breaks are Unix's.

    `address` is where they lead out of the article, if they are those of a link.
    """

    text: str
    line: int
    column: int = 1
    address: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or what stands like one; `file` is the one that it stands in, if that is not the article's own."""

    runs: tuple[Run | Marker, ...]
    headings: tuple[str, ...] = ()
    kind: PassageKind = "text"
    file: str = ""

    @property
    def is_link(self) -> bool:
        """Whether all of its words are those of links: an entry of a table of contents, "Back to top"."""
        return all(isinstance(run, Run) and (run.address or not A_LETTER.search(run.text)) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list of references, as text: its number or label as written, and where it begins.

    `group` is `further-reading` for what the article only recommends; `file` is as that of a passage. `title` are words
    of a link in it, which are its title where the text does not tell.
    """

    label: str
    text: str
    line: int
    group: str = ""
    file: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says in its first line, and where it begins; `file` is as that of a passage."""

    text: str
    line: int
    column: int
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """What a format has read of an article; `about` is its title and date, where it states them.

    `left_out` counts what is no prose; `aliases` say what a key of its own stands for (`tag:x`). `parts` are the other
    files that it is made of (what LaTeX inputs), and `missing` those that it would be made of if they were there.
    `apart` is what is cited in no passage, as in the boxes of a wiki.
    """

    file: str
    about: Article = NO_ARTICLE
    passages: tuple[Passage, ...] = ()
    listed: tuple[Listed, ...] = ()
    references: tuple[Reference, ...] = ()
    bibliographies: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    apart: tuple[Cited, ...] = ()
    by_line: bool = True
    parts: tuple[File, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def markers(self) -> Iterator[Marker]:
        """Every marker, in the article's order."""
        return (run for passage in self.passages for run in passage.runs if isinstance(run, Marker))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its own words on one line, without markers; `quote` has the markers as written.

    `paragraph` is the number of its passage under its heading, counted from 1. `lead_in` is the sentence that an item
    of a list completes ("Other conditions:"); `leads` says that this is such a sentence, which a colon may end or
    nothing. An item is without what joins it to the next. The sentence ends in `last_line`.
    """

    text: str
    quote: str
    line: int
    column: int
    markers: tuple[Marker, ...]
    passage: Passage
    paragraph: int
    lead_in: str = ""
    leads: bool = False
    last_line: int = 0


def sentences_of(article: ArticleText) -> Iterator[Sentence]:
    """The sentences of all passages; those of captions and tables too, as `passage.kind` says."""
    before: Passage | None = None
    number = 0
    lead_in = ""
    for passage, following in zip_longest(article.passages, article.passages[1:]):
        number = number + 1 if before and passage.headings == before.headings else 1
        sentences = list(split_passage(passage, number))
        if passage.kind == "item":
            sentences[:1] = [replace(each, lead_in=lead_in) for each in sentences[:1]]
            sentences[-1:] = [without_joint(each) for each in sentences[-1:]]
        elif sentences and following and following.kind == "item" and needs_more(sentences[-1]):
            sentences[-1] = replace(sentences[-1], leads=True)
            lead_in = f"{sentences[-1].text.rstrip(COLONS)}:"
        elif passage.kind != "note":
            lead_in = ""
        before = passage
        yield from sentences


def needs_more(sentence: Sentence) -> bool:
    """Whether something has to follow a sentence for it to be one."""
    if sentence.text.endswith((*COLONS,)):
        return True
    is_part = sentence.passage.kind == "text" and not STOPPED.search(sentence.text)
    return is_part and not sentence.passage.is_link and not is_about_page(sentence.text)


def without_joint(item: Sentence) -> Sentence:
    """The last sentence of an item, without the comma or the "and" before the next item."""
    text, quote = (LIST_JOINT.sub("", words).rstrip() for words in (item.text, item.quote))
    return replace(item, text=text, quote=quote)


def split_passage(passage: Passage, number: int) -> Iterator[Sentence]:
    """The sentences of a passage; each marker is in one of them."""
    text, starts = masked(passage.runs)
    breaks = [match.start() for match in A_BREAK.finditer(text)]
    for start, end in sentence_spans(with_names(text, passage.runs, starts)):
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        runs = passage.runs[first:last]
        markers = tuple(run for run in runs if isinstance(run, Marker))
        line, column = place_in((runs[0].line, runs[0].column), starts[first], start, breaks)
        last_line, _ = place_in((runs[-1].line, runs[-1].column), starts[last - 1], end - 1, breaks)
        span = text[start:end]
        words, written = without_markers(span, markers), as_written(span, markers)
        yield Sentence(words, written, line, column, markers, passage, number, last_line=last_line)


def with_names(text: str, runs: Sequence[Run | Marker], starts: Sequence[int]) -> str:
    """A text with a letter for each marker that is the first word of a sentence: "It is so. Kaza (2018) says"."""
    named = {start for start, run in zip(starts, runs, strict=True) if isinstance(run, Marker) and run.spoken}
    return FIRST_MARK.sub(lambda match: "X" if match.start() in named else match.group(), text) if named else text


def masked(runs: Sequence[Run | Marker]) -> tuple[str, list[int]]:
    """The text of runs with one `MASK` for each marker, and where each run begins in it."""
    parts = [MASK if isinstance(run, Marker) else run.text.replace(MASK, " ") for run in runs]
    starts, position = [], 0
    for part in parts:
        starts.append(position)
        position += len(part)
    return "".join(parts), starts


def place_in(place: tuple[int, int], begin: int, position: int, breaks: Sequence[int]) -> tuple[int, int]:
    """The line and column of a letter of words that begin at `begin`, in this place; `breaks` are where lines end."""
    before, upto = bisect_left(breaks, begin), bisect_left(breaks, position)
    if before == upto:
        return place[0], place[1] + position - begin
    return place[0] + upto - before, position - breaks[upto - 1]


def without_markers(span: str, markers: Sequence[Marker]) -> str:
    """A sentence without its markers, but for those that are spoken."""
    if markers:
        each = iter(markers)
        span = BEFORE_MARK.sub(lambda mark: mark.group() if next(each).spoken else "", span)
    span = READ_OUT.sub("", span) if "ource" in span or "opens" in span else span
    words = joined_words(EMPTY_BRACKETS.sub("", span) if "(" in span or "[" in span else span)
    return as_written(words, [marker for marker in markers if marker.spoken]) if markers else words


def as_written(span: str, markers: Sequence[Marker]) -> str:
    """A sentence with its markers as they are written."""
    texts = (marker.text for marker in markers)
    return joined_words(A_MASK.sub(lambda _: next(texts), span))


def joined_words(text: str) -> str:
    """Text on one line."""
    return joined_lines(text)


def is_reference_heading(heading: str) -> bool:
    """Whether what stands under a heading is the list of references."""
    words = re.sub(r"^[\d.\s]+|(?<![\s:])[\s:]+$", "", heading)
    return words.casefold() in REFERENCE_HEADINGS or SOURCES_HEADING.fullmatch(words) is not None


def take_title(levels: Sequence[tuple[int, str]], passages: Sequence[Passage]) -> tuple[str, tuple[Passage, ...]]:
    """The article's title, and the passages without it in their headings.

    `levels` are all headings with their levels, in order. The first is the title if it is the only one of level 1 and
    comes before all else.
    """
    is_title = bool(levels) and levels[0][0] == 1 and sum(level == 1 for level, _ in levels) == 1
    if not is_title or any(passage.headings[:1] != (levels[0][1],) for passage in passages):
        return "", tuple(passages)
    return levels[0][1], tuple(replace(passage, headings=passage.headings[1:]) for passage in passages)
