"""The lines of Markdown -> blocks: paragraphs, items, notes and what else stands apart, each under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile

from graph.reading.articles import HEADING_NUMBER, PassageKind, is_reference_heading
from graph.reading.articles.inline import plain_text
from graph.reading.articles.inline_scan import NOTHING, Line
from graph.reading.articles.markdown_lines import Apart, prose_lines
from graph.reading.listed.lists import DATED

HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<text>\S.*)")
HTML_HEADING = re.compile(r"\s{0,9}<h(?P<level>[1-6])\b[^<>]{0,1000}>(?P<text>.*)</h[1-6]>\s*\Z", re.IGNORECASE)
UNDERLINE = re.compile(r" {0,3}(?P<rule>=+|-+)\s*\Z")
RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\Z")
SKIPPED = re.compile(
    r"""
    :{3,}
    |\{%-?\s*(?!cite|fullcite|reference|quote|tool)\w[^%]*%\}\Z  # a tag of a template that shows no words
    |\{\{[<%](?!\s*cite).*[>%]\}\}\Z
    |\{:[^{}]*\}\Z  # attributes of a block
    |\*\[[^\]]{1,200}\]:\s  # what an abbreviation stands for
    |\[!\w+\][-+]?\Z  # the beginning of a frame
    |\\(?:newpage|pagebreak|clearpage|tableofcontents|(?:full_)?bibliography)\b
    |/{3}|-{1,2}8<-{1,2}  # a block, or what is brought in, as MkDocs has them
    |\([^()]+\)=\Z  # a target of MyST's
    |(?>(?:\#[^\W\d][\w/-]*+[,\s]*+)+)\Z  # tags of a note
    |[^\W\d][\w-]{0,40}::\s[^@\[\]{}]*+(?>(?:\[\[[^@\[\]]*+\]\][^@\[\]{}]*+)*)\Z  # a property of a note
    """,
    re.VERBOSE,
)
CONTENTS_HERE = re.compile(r"\{:\s*toc\b[^{}]*\}\Z")
"""What puts the table of contents in the place of the list before it."""

CAPTION = re.compile(
    r"\s{0,99}(?:<(?:details|figure|a|center)\b[^<>]{0,300}>\s{0,9})?"
    r"<(?P<name>figcaption|caption|summary|[a-z]{1,20}(?:-[a-z]{1,20}){0,3}-title"
    r"|(?:div|p|span)(?=\s[^<>]{0,100}\bclass=[\"']?[^\"'<>]{0,100}\bcaption\b))\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
FRAME_TITLE = re.compile(r"\[!\w+\][-+]?\s+(?=\S)")
"""How a frame begins whose title stands in the same line: "[!NOTE] What it is"."""

ANCHOR = re.compile(r"\s{0,9}(?:<a\s{1,9}(?:id|name)=[^<>]{1,200}>\s{0,9}</a>\s{0,9})+(?=\S)", re.IGNORECASE)
"""What only gives a line a name."""

PARAGRAPH_LEVEL = 7
"""The level of a heading that is a paragraph, below all others."""

LONGEST_HEADING = 60
BOLD = re.compile(r"(?P<sign>\*\*|__)[^*_]{1,100}(?P=sign):?\Z")
EMPHASIS = re.compile(r"\A[*_]{1,3}|(?<=:)[*_]{1,3}\Z|:?[*_]{0,3}:?\Z")

BULLET = re.compile(r"\s*(?:(?P<label>[-*+])\s+(?:\[[ xX]\]\s+)?|<li\b[^<>]{0,300}>\s{0,99})(?=\S)")
NUMBERED = re.compile(
    r"\s*(?P<label>\(?(?:\d{1,3}|#)[.)]|\(?(?:[a-z]|[ivx]{1,5})\)|[a-zA-Z]\.(?=\s\s)|\[\d{1,4}\](?!:))\s+(?=\S)"
)
LETTERED = re.compile(r"\s+(?P<label>[a-z]\.)\s+(?=\S)")
"""An item in another by a letter, where the letter before or "a" makes it one: "p. 3" may begin a line, too."""

QUOTE = re.compile(r" {0,3}>[ \t]?(?: {0,12}>[ \t]?)*")
NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:[ \t]*")
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
    quoted: bool = False


@dataclass(slots=True)
class MarkdownReading:
    """What is read so far; `inside` is the kind that an indented paragraph goes on with.

    `paragraphs` are those that were taken for the heading of a list of references, each with the blocks before it.
    """

    blocks: list[LineBlock] = field(default_factory=list)
    headings: tuple[tuple[int, str], ...] = ()
    levels: list[tuple[int, str]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    apart: Apart = field(default_factory=Apart)
    in_headings: list[Line] = field(default_factory=list)
    paragraphs: list[tuple[Line, int]] = field(default_factory=list)
    open: LineBlock | None = None
    inside: LineBlock | None = None
    blank: bool = True

    def begin(self, kind: PassageKind, line: Line, name: str = "") -> None:
        """Begin a block."""
        self.open = LineBlock(kind, [line], tuple(text for _, text in self.headings), name)
        self.blocks.append(self.open)

    def head(self, level: int, line: Line) -> None:
        """A heading, which ends all of its level and below."""
        text = HEADING_NUMBER.sub("", plain_text(line))
        self.in_headings.append(line)
        self.open = self.inside = None
        self.headings = (*(each for each in self.headings if each[0] < level), (level, text))
        self.levels.append((level, text))


def read_blocks(body: Iterable[tuple[int, str]], abstract: Iterable[tuple[int, str]] = ()) -> MarkdownReading:
    """The blocks of numbered lines, behind those of the abstract that the header has."""
    reading = MarkdownReading(headings=((1, "Abstract"),))
    read_lines((line.stripped() for line in prose_lines(abstract, reading.apart)), reading)
    reading.headings, reading.open, reading.inside, reading.blank = (), None, None, True
    read_lines(prose_lines(body, reading.apart), reading)
    after = len(reading.blocks)
    for line, before in reversed(reading.paragraphs):
        check_list(line, before, after, reading.blocks)
        after = before
    return reading


def check_list(line: Line, before: int, after: int, blocks: list[LineBlock]) -> None:
    """Give back what was taken for a list of references below a paragraph, if most of it are no sources.

    `before` are the blocks before it, and `after` those before the next such paragraph.
    """
    path = blocks[before].headings if before < after else ()
    below = [*takewhile(lambda block: block.headings == path, (blocks[at] for at in range(before, after)))]
    texts = ["\n".join(each.text for each in block.lines) for block in below]
    if sum(DATED.search(text) is not None for text in texts) * 2 < len(texts):
        for block in below:
            block.headings = path[:-1]
        blocks.insert(before, LineBlock("text", [line], path[:-1]))


def read_lines(lines: Iterable[Line], reading: MarkdownReading) -> None:
    """Put lines into the blocks that they are of."""
    for line in lines:
        if line.text.strip(f"{NOTHING} \t"):
            read_any_line(line, reading)
            reading.blank = reading.apart.formula = False
        elif NOTHING not in line.text:
            reading.open, reading.blank = None, True


def read_any_line(line: Line, reading: MarkdownReading) -> None:
    """Put a line that is not blank into the block that it is of."""
    if anchor := ANCHOR.match(line.text):
        line = line.from_letter(anchor.end())
    for step in LINE_READERS:
        if step(line, reading):
            return
    continue_or_begin(line, reading)


def read_code_line(line: Line, reading: MarkdownReading) -> bool:
    """Indented code, where nothing is open that an indented paragraph could go on with."""
    if line.indent < CODE_INDENT or reading.open or reading.inside:
        return False
    reading.apart.left_out["code blocks"] += reading.blank
    return True


def read_heading_line(line: Line, reading: MarkdownReading) -> bool:
    """A heading, with number signs before it, or a line under it."""
    if match := HEADING.match(line.text):
        reading.head(len(match["level"]), heading_line(line.from_letter(match.start("text"))))
        return True
    if match := HTML_HEADING.match(line.text):
        inside = line.from_letter(match.start("text"))
        reading.head(int(match["level"]), replace(inside, text=inside.text[: len(match["text"])]))
        return True
    if (match := UNDERLINE.match(line.text)) and (above := underlined(line, reading)):
        reading.head(1 if match["rule"][0] == "=" else 2, heading_line(above))
        return True
    return False


def underlined(line: Line, reading: MarkdownReading) -> Line | None:
    """The line above one that makes it a heading, which was a paragraph until then."""
    block = reading.open
    if block and block.kind == "text" and len(block.lines) == 1:
        return reading.blocks.pop().lines[0]
    if reading.paragraphs and reading.paragraphs[-1][0].number == line.number - 1:
        reading.levels.pop()
        reading.in_headings.pop()
        return reading.paragraphs.pop()[0]
    return None


def read_list_heading(line: Line, reading: MarkdownReading) -> bool:
    """A paragraph that is the heading of the list of references; in bold letters another one ends such a list."""
    text = line.text.strip()
    if reading.open or line.indent or len(text) > LONGEST_HEADING:
        return False
    if is_reference_heading(EMPHASIS.sub("", text)):
        reading.head(PARAGRAPH_LEVEL, line)
        reading.paragraphs.append((line, len(reading.blocks)))
        return True
    if reading.headings and reading.headings[-1][0] == PARAGRAPH_LEVEL and BOLD.match(text):
        reading.head(PARAGRAPH_LEVEL, line)
        return True
    return False


def heading_line(line: Line) -> Line:
    """A heading without the signs and attributes behind it."""
    text = line.text.rstrip()
    while text.endswith("}") and "{" in text and not text.endswith("}}"):
        text = text[: text.rindex("{")].rstrip()
    bare = text.rstrip("#")
    return replace(line, text=bare if bare[-1:].isspace() else text)


def skip_line(line: Line, reading: MarkdownReading) -> bool:
    """A rule, a command of the page, the beginning or end of a division, a target of MyST's: `(name)=`."""
    if reading.open and reading.open.kind == "item" and CONTENTS_HERE.match(line.text.strip()):
        reading.blocks.pop()
    elif not (RULE.match(line.text) or SKIPPED.match(line.text.strip())):
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
    elif not TABLE.match(line.text.strip()) or (block and is_conditional(line)):
        return False
    elif block and block.kind == "text" and len(block.lines) == 1 and "--" in line.text:
        block.kind = "table"
        block.lines.append(line)
    else:
        reading.begin("table", line)
    return True


def is_conditional(line: Line) -> bool:
    """Whether a line goes on with a formula or code that the one before broke off at its bar: `p(y` / `| x)`."""
    text = line.text.strip()
    return text.startswith("|") and not text.endswith("|") and text.count("|") == 1


def read_item_line(line: Line, reading: MarkdownReading) -> bool:
    """The first line of an item; a number begins one only where a list may begin or goes on."""
    match = BULLET.match(line.text)
    if not match and (not reading.open or reading.open.kind == "item"):
        match = NUMBERED.match(line.text) or lettered(line, reading)
    if not match:
        return False
    reading.begin("item", line.from_letter(match.end()), (match["label"] or "").strip("()[]."))
    reading.inside = reading.open
    return True


def lettered(line: Line, reading: MarkdownReading) -> re.Match[str] | None:
    """The beginning of an item by a letter, in the item that is open."""
    match = LETTERED.match(line.text) if reading.open else None
    before = reading.open.name if reading.open and len(reading.open.name) == 1 else ""
    return match if match and match["label"][0] in {"a", before, chr(ord(before or "`") + 1)} else None


def read_caption_line(line: Line, reading: MarkdownReading) -> bool:
    """A line of HTML that begins a caption, or the title of a frame, which its end tag ends."""
    match = CAPTION.match(line.text)
    if not match:
        return False
    inside = line.from_letter(match.end()).stripped()
    reading.begin("caption", inside)
    if f"</{match['name']}" in inside.text:
        reading.open = None
    return True


def read_quotation_line(line: Line, reading: MarkdownReading) -> bool:
    """A line of a quotation, or of a frame that is written as one, with items, tables and titles."""
    match = QUOTE.match(line.text)
    if not match:
        return False
    inner = line.from_letter(match.end())
    if not inner.text.strip():
        reading.open = None
    elif title := HEADING.match(inner.text) or FRAME_TITLE.match(inner.text):
        reading.begin("caption", inner.from_letter(title.start("text") if title.re is HEADING else title.end()))
        reading.open = None
    elif not any(step(inner, reading) for step in QUOTED_LINE_READERS):
        if reading.open and reading.open.quoted:
            reading.open.lines.append(inner.stripped())
        else:
            reading.begin("quotation", inner.stripped())
    if reading.open:
        reading.open.quoted = True
    return True


QUOTED_LINE_READERS = (read_caption_line, read_table_line, skip_line, read_item_line)
LINE_READERS = (
    read_code_line,
    read_heading_line,
    read_list_heading,
    read_caption_line,
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
    if not (reading.apart.formula and reading.blocks and line.text.lstrip()[:1].islower()):
        return False
    before = reading.blocks[-1]
    return before.kind in {"text", "item"} and before.headings == tuple(text for _, text in reading.headings)
