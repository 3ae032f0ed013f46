"""Markdown -> an article: as pandoc, Quarto, R Markdown, Manubot and MyST read it.

Lines become blocks here, and the text of a block becomes runs in `inline`. Only what tells prose, places and markers
apart is read; what a page would look like is nobody's business here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.model import Article, File
from graph.reading.articles import ArticleText, Comment, Listed, Passage, PassageKind, is_reference_heading, take_title
from graph.reading.articles.header import read_yaml_header
from graph.reading.articles.inline import NOTHING, Inline, Line, Style, only_citations, plain_text, style_of
from graph.reading.text import clean, decode

FENCE = re.compile(r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})[^`]*\Z")
DIVISION = re.compile(
    r"(?P<fence>`{3,}|~{3,})\{(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition"
    r"|epigraph|margin|sidebar|aside|blockquote|dropdown|card|prf:\w+|exercise|solution)\}"
)
"""How MyST begins what is prose in a frame, and no code."""

DIVISION_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|\Z)")
RAW = (
    (re.compile(r"<(?P<name>script|style|table|pre|svg)\b", re.IGNORECASE), "</{}"),
    (re.compile(r"\\begin\{(?P<name>[^{}]*)\}"), "\\end{{{}}}"),
)
"""How a block of HTML or LaTeX begins, and what is in the line that ends it."""

FORMULAS = "formulas"
COMMENT_BEGIN, COMMENT_END = "<!--", "-->"
HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<text>\S.*)")
UNDERLINE = re.compile(r" {0,3}(?P<rule>=+|-+)\s*\Z")
RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\Z")
SKIPPED = re.compile(r":{3,}|\{%|\\(?:newpage|pagebreak|clearpage|tableofcontents)\b|\{\{[<%].*[>%]\}\}\Z")
BULLET = re.compile(r"\s*(?P<label>[-*+])\s+(?=\S)")
NUMBERED = re.compile(
    r"\s*(?P<label>\(?(?:\d{1,3}|#)[.)]|\(?(?:[a-z]|[ivx]{1,5})\)|[a-zA-Z]\.(?=\s\s)|\[\d{1,4}\](?!:))\s+(?=\S)"
)
QUOTE = re.compile(r" {0,3}>[ \t]?")
NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:[ \t]*")
NOTE_CALLED = re.compile(r"\[\^([^\]\s]{1,1000}+)\]")
DEFINITION = re.compile(r" {0,3}\[(?P<name>[^\]^][^\]]*)\]:\s*(?P<target>\S+)(?:\s+[\"'(].*)?\s*\Z")
TABLE = re.compile(r"\||\+[-=:+]{2,}|(?::?-{2,}:?\s*\|\s*)+|-{3,}(?:\s+-{3,})+\Z")
TABLE_CAPTION = re.compile(r"\s*(?:[Tt]able)?:\s+\S")
CODE_INDENT = 4


@dataclass(slots=True)
class LineBlock:
    """Lines that belong together, and what they are; `name` is that of a note, or the label of an item."""

    kind: PassageKind
    lines: list[Line]
    headings: tuple[str, ...]
    name: str = ""


@dataclass(slots=True)
class MarkdownReading:
    """What is read so far; `inside` is the kind that an indented paragraph goes on with.

    `formula` says that since the last line of prose a displayed formula came.
    """

    blocks: list[LineBlock] = field(default_factory=list)
    headings: tuple[tuple[int, str], ...] = ()
    levels: list[tuple[int, str]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    comments: list[Comment] = field(default_factory=list)
    open: LineBlock | None = None
    inside: LineBlock | None = None
    blank: bool = True
    formula: bool = False

    def begin(self, kind: PassageKind, line: Line, name: str = "") -> None:
        """Begin a block."""
        self.open = LineBlock(kind, [line], tuple(text for _, text in self.headings), name)
        self.blocks.append(self.open)

    def head(self, level: int, text: str) -> None:
        """A heading, which ends all of its level and below."""
        self.open = self.inside = None
        self.headings = (*(each for each in self.headings if each[0] < level), (level, text))
        self.levels.append((level, text))


def read_markdown(file: File) -> ArticleText:
    """Read Markdown."""
    decoded, wrong = decode(file.data, file.name)
    text, problems = clean(decoded, file.name)
    header, body = read_yaml_header(text)
    reading = read_blocks(body)
    style = style_of(block.lines for block in reading.blocks)
    passages, listed = passages_of(reading, style)
    if title := plain_text(Line(1, 1, header.title)):
        taken = tuple(passages)
    else:
        title, taken = take_title(reading.levels, passages)
    return ArticleText(
        file=file.name,
        about=Article(title=title, date=header.date),
        passages=taken,
        listed=tuple(listed),
        bibliographies=header.bibliographies,
        aliases=reading.aliases,
        problems=(*wrong, *problems),
        left_out=dict(reading.left_out),
        comments=tuple(reading.comments),
    )


def read_blocks(body: Iterable[tuple[int, str]]) -> MarkdownReading:
    """The blocks of numbered lines."""
    reading = MarkdownReading()
    for line in prose_lines(body, reading):
        if line.text.strip(f"{NOTHING} \t"):
            read_any_line(line, reading)
            reading.blank = reading.formula = False
        elif NOTHING not in line.text:
            reading.open, reading.blank = None, True
    return reading


def prose_lines(body: Iterable[tuple[int, str]], reading: MarkdownReading) -> Iterator[Line]:
    """The lines that may be prose; code and raw blocks are a blank line, a displayed formula is nothing at all."""
    end = ""
    divisions: list[str] = []
    for number, written in body:
        text = written
        if end == COMMENT_END and end in text:
            text, end = NOTHING * (text.index(end) + len(end)) + text.partition(end)[2], ""
        elif end:
            end = "" if is_over(text, end) else end
            continue
        if of_division(text, divisions):
            yield Line(number, 1, "")
            continue
        end, what = opens(text)
        if what:
            reading.left_out[what] += 1
            if what == FORMULAS:
                reading.formula = True
            else:
                yield Line(number, 1, "")
            continue
        text, end = without_comments(Line(number, 1, text), reading.comments)
        yield Line(number, 1, text)


def of_division(text: str, divisions: list[str]) -> bool:
    """Whether a line begins or ends a division of MyST's, or is an option of one; `divisions` are those open."""
    if match := DIVISION.match(text.strip()):
        divisions.append(match["fence"])
        return True
    if divisions and text.strip() == divisions[-1]:
        divisions.pop()
        return True
    return bool(divisions and DIVISION_OPTION.match(text))


def opens(text: str) -> tuple[str, str]:
    """What ends the block that a line begins, and what the block counts as; nothing for a line of prose."""
    stripped = text.strip()
    if match := FENCE.match(stripped):
        return match["fence"], "code blocks"
    if stripped == "\\[":
        return "\\]", FORMULAS
    if stripped.startswith("$$"):
        return "" if stripped.endswith("$$") and len(stripped) > len("$$$$") else "$$", FORMULAS
    for pattern, close in RAW:
        if match := pattern.match(stripped):
            end = close.format(match["name"])
            return "" if end in stripped[match.end() :] else end, "raw blocks"
    return "", ""


def is_over(text: str, end: str) -> bool:
    """Whether a line ends the block that `end` ends."""
    if end[0] in "`~":
        stripped = text.strip()
        return len(stripped) >= len(end) and not stripped.strip(end[0])
    return end in text


def without_comments(line: Line, comments: list[Comment]) -> tuple[str, str]:
    """A line with NUL for each letter of its comments, and what ends the one that goes on behind it."""
    text = line.text
    parts = []
    position = 0
    while (start := text.find(COMMENT_BEGIN, position)) >= 0:
        parts.append(text[position:start])
        close = text.find(COMMENT_END, start)
        inside = text[start + len(COMMENT_BEGIN) : close if close >= 0 else None]
        comments.append(Comment(inside, line.number, line.column + start))
        position = close + len(COMMENT_END) if close >= 0 else len(text)
        parts.append(NOTHING * (position - start))
        if close < 0:
            return "".join(parts), COMMENT_END
    return "".join([*parts, text[position:]]), ""


def read_any_line(line: Line, reading: MarkdownReading) -> None:
    """Put a line that is not blank into the block that it is of."""
    for step in LINE_READERS:
        if step(line, reading):
            return
    continue_or_begin(line, reading)


def read_code_line(line: Line, reading: MarkdownReading) -> bool:
    """Indented code, where nothing is open that an indented paragraph could go on with."""
    if line.indent < CODE_INDENT or reading.open or reading.inside:
        return False
    reading.left_out["code blocks"] += reading.blank
    return True


def read_heading_line(line: Line, reading: MarkdownReading) -> bool:
    """A heading, with number signs before it, or a line under it."""
    if match := HEADING.match(line.text):
        reading.head(len(match["level"]), heading_text(line.from_letter(match.start("text"))))
        return True
    block = reading.open
    if (match := UNDERLINE.match(line.text)) and block and block.kind == "text" and len(block.lines) == 1:
        reading.blocks.pop()
        reading.head(1 if match["rule"][0] == "=" else 2, heading_text(block.lines[0]))
        return True
    return False


def heading_text(line: Line) -> str:
    """A heading as a reader sees it."""
    text = line.text.rstrip()
    while text.endswith("}") and "{" in text:
        text = text[: text.rindex("{")].rstrip()
    bare = text.rstrip("#")
    return plain_text(replace(line, text=bare if bare[-1:].isspace() else text))


def skip_line(line: Line, reading: MarkdownReading) -> bool:
    """A rule, a command of the page, the beginning or end of a division."""
    if not (RULE.match(line.text) or SKIPPED.match(line.text.strip())):
        return False
    reading.open = None
    return True


def read_definition_line(line: Line, reading: MarkdownReading) -> bool:
    """Where a link leads, or what a tag of Manubot stands for; the first line of a note."""
    if match := NOTE.match(line.text):
        reading.begin("note", line.from_letter(match.end()), match["name"])
        reading.inside = reading.open
        return True
    match = DEFINITION.match(line.text)
    if not match or reading.open:
        return False
    if match["name"].startswith("@"):
        reading.aliases[match["name"][1:]] = match["target"]
    return True


def read_table_line(line: Line, reading: MarkdownReading) -> bool:
    """A row of a table, or its caption."""
    block = reading.open
    if reading.blank and TABLE_CAPTION.match(line.text):
        reading.begin("caption", line)
    elif block and block.kind == "table":
        block.lines.append(line)
    elif not TABLE.match(line.text.strip()):
        return False
    elif block and block.kind == "text" and len(block.lines) == 1 and "--" in line.text:
        block.kind = "table"
        block.lines.append(line)
    else:
        reading.begin("table", line)
    return True


def read_item_line(line: Line, reading: MarkdownReading) -> bool:
    """The first line of an item; a number begins one only where a list may begin or goes on."""
    match = BULLET.match(line.text)
    if not match and (not reading.open or reading.open.kind == "item"):
        match = NUMBERED.match(line.text)
    if not match:
        return False
    reading.begin("item", line.from_letter(match.end()), match["label"].strip("()[]."))
    reading.inside = reading.open
    return True


def read_quotation_line(line: Line, reading: MarkdownReading) -> bool:
    """A line of a quotation."""
    match = QUOTE.match(line.text)
    if not match:
        return False
    inner = line.from_letter(match.end())
    if not inner.text.strip():
        reading.open = None
    elif reading.open and reading.open.kind == "quotation":
        reading.open.lines.append(inner.stripped())
    else:
        reading.begin("quotation", inner.stripped())
    return True


LINE_READERS = (
    read_code_line,
    read_heading_line,
    read_table_line,
    skip_line,
    read_definition_line,
    read_quotation_line,
    read_item_line,
)
"""What a line may be, the clearest first; each says whether it was that."""


def continue_or_begin(line: Line, reading: MarkdownReading) -> None:
    """A line of the paragraph that is open, or the first one of another, which may be a later one of an item."""
    if not reading.open and goes_on(line, reading):
        reading.open = reading.blocks[-1]
    if reading.open:
        reading.open.lines.append(line.stripped())
        return
    within = reading.inside if line.indent else None
    reading.inside = within
    reading.begin(within.kind if within else "text", line.stripped(), within.name if within else "")


def goes_on(line: Line, reading: MarkdownReading) -> bool:
    """Whether a line goes on with the sentence before a formula between blank lines: it begins with a small letter."""
    if not (reading.formula and reading.blocks and line.text.lstrip()[:1].islower()):
        return False
    before = reading.blocks[-1]
    return before.kind in {"text", "item"} and before.headings == tuple(text for _, text in reading.headings)


def passages_of(reading: MarkdownReading, style: Style) -> tuple[list[Passage], list[Listed]]:
    """The passages of the blocks, and the entries of the list of references."""
    notes = {block.name: block for block in reading.blocks if block.kind == "note"}
    inline = Inline(style, {name: only_citations(note.lines, style) for name, note in notes.items()})
    called = headings_of_notes(reading.blocks) if notes else {}
    passages: list[Passage] = []
    listed: list[Listed] = []
    for block in reading.blocks:
        runs, is_image = inline.runs(block.lines)
        if block.kind == "note":
            if not inline.notes[block.name]:
                passages.append(Passage(runs, called.get(block.name, block.headings), "note"))
        elif any(is_reference_heading(each) for each in block.headings) and block.kind in {"text", "item"}:
            text = "".join(run.text for run in runs)
            listed += [Listed(block.name, text, block.lines[0].number)] if text.strip() else []
        else:
            passages.append(Passage(runs, block.headings, "caption" if is_image else block.kind))
    return passages, listed


def headings_of_notes(blocks: Iterable[LineBlock]) -> dict[str, tuple[str, ...]]:
    """The headings that each note is called under first, wherever it is written."""
    found: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        for line in block.lines if block.kind != "note" else ():
            for name in NOTE_CALLED.findall(line.text):
                found.setdefault(name, block.headings)
    return found
