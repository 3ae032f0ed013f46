"""The lines of Markdown that may be prose: without code, raw blocks, displayed formulas and comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.reading.articles import Comment
from graph.reading.articles.inline_citing import CITED_NUMBERS
from graph.reading.articles.inline_scan import NOTHING, Line

FENCE = re.compile(r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})[^`]*\Z")
DIVISION = re.compile(
    r"(?P<fence>`{3,}|~{3,})\{(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition"
    r"|epigraph|margin|sidebar|aside|blockquote|dropdown|card|prf:\w+|exercise|solution)\}"
)
"""How MyST begins what is prose in a frame, and no code."""

FRAME = re.compile(r"\s{0,40}(?:(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z]|===[!+]?[ \t]+\")")
"""How MkDocs begins a frame, or one of several views, of what is indented behind it: `!!! note "It"`, `=== "It"`."""

FRAME_INDENT = 4

DIVISION_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|\Z)")
RAW = (
    (re.compile(r"<(?P<name>script|style|table|pre|svg)\b", re.IGNORECASE), "</{}"),
    (re.compile(r"\\begin\{(?P<name>[^{}]*)\}"), "\\end{{{}}}"),
    (re.compile(r"\{%-?\s*(?P<name>highlight|comment)\b"), "end{}"),
    (re.compile(r"(?P<name>%%)[^%]++%%\Z"), "%%"),
)
"""How a block of HTML, LaTeX, a template or a comment of Obsidian begins, and what is in the line that ends it."""

ESCAPED = re.compile(rf"\\\[(?P<numbers>{CITED_NUMBERS.pattern})\\\](?![(\[{{])")
"""A number in brackets as pandoc and others write it that make Markdown of Word: "\\[1\\]"."""

QUOTE_SIGNS = "> \t"

FORMULAS = "formulas"
COMMENT_BEGIN, COMMENT_END = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Endless:
    """What never ends, so that no line behind it is read: the line that it begins in, and what would end it."""

    line: int
    end: str


@dataclass(slots=True)
class Apart:
    """What is no prose: how many of what, the comments, and whether a displayed formula came since the last prose."""

    left_out: Counter[str] = field(default_factory=Counter)
    comments: list[Comment] = field(default_factory=list)
    formula: bool = False
    endless: Endless | None = None


def prose_lines(body: Iterable[tuple[int, str]], apart: Apart) -> Iterator[Line]:
    """The lines that may be prose; code and raw blocks are a blank line, a displayed formula is nothing at all."""
    end, quoted, begun, lost = "", False, 0, False
    divisions: list[str] = []
    frames: list[int] = []
    for number, written in body:
        if frames and leave_frames(written, frames):
            end = ""
        cut = frames[-1] if frames else 0
        text = written[cut:]
        if quoted and not is_quoted(text):
            end, quoted = "", False
        if end == COMMENT_END and end in text:
            text, end = NOTHING * (text.index(end) + len(end)) + text.partition(end)[2], ""
        elif end:
            lost = lost or bool(text.strip())
            end = "" if is_over(text, end) else end
            continue
        if of_division(text, divisions) or begins_frame(text, frames):
            yield Line(number, 1, "")
            continue
        begun, lost = number, False
        end, what = opens(text)
        if what:
            quoted = is_quoted(text)
            apart.left_out[what] += 1
            if what == FORMULAS:
                apart.formula = True
            else:
                yield Line(number, 1, "")
            continue
        text, end = without_comments(Line(number, 1 + cut, text), apart.comments)
        yield Line(number, 1 + cut, ESCAPED.sub(unescaped, text) if "\\[" in text else text)
    if end and lost and not quoted:
        apart.endless = Endless(begun, end)


def begins_frame(text: str, frames: list[int]) -> bool:
    """Whether a line begins a frame of MkDocs; `frames` say how far what stands in those open is indented."""
    if FRAME.match(text):
        frames.append((frames[-1] if frames else 0) + indent_of(text) + FRAME_INDENT)
        return True
    return False


def leave_frames(text: str, frames: list[int]) -> bool:
    """Whether a line is indented less than what stands in the frames that are open, which it ends."""
    before = len(frames)
    while frames and text.strip() and indent_of(text) < frames[-1]:
        frames.pop()
    return len(frames) < before


def indent_of(text: str) -> int:
    """How many letters of white space a line begins with."""
    return len(text) - len(text.lstrip())


def unescaped(match: re.Match[str]) -> str:
    """A number in brackets that a program has escaped, with two letters to make up for the signs that are gone."""
    return f"[{match['numbers']}]{NOTHING * 2 if match.start() else '  '}"


def of_division(text: str, divisions: list[str]) -> bool:
    """Whether a line begins or ends a division of MyST's, or is an option of one; `divisions` are those open."""
    if match := DIVISION.match(text.strip()):
        divisions.append(match["fence"])
        return True
    if divisions and text.strip() == divisions[-1]:
        divisions.pop()
        return True
    return bool(divisions and DIVISION_OPTION.match(text))


def is_quoted(text: str) -> bool:
    """Whether a line is one of a quotation."""
    return text.lstrip().startswith(">")


def opens(text: str) -> tuple[str, str]:
    """What ends the block that a line begins, and what the block counts as; nothing for a line of prose."""
    stripped = text.strip(QUOTE_SIGNS if is_quoted(text) else None)
    if match := FENCE.match(stripped):
        return match["fence"], "code blocks"
    if stripped == "\\[":
        return "\\]", FORMULAS
    if stripped.startswith("$$"):
        return "" if stripped.endswith("$$") and len(stripped) > len("$$$$") else "$$", FORMULAS
    for pattern, close in RAW:
        if match := pattern.match(stripped):
            end = close.format(match["name"])
            return "" if end in stripped[match.end("name") :] else end, "raw blocks"
    return "", ""


def is_over(text: str, end: str) -> bool:
    """Whether a line ends the block that `end` ends."""
    if end[0] in "`~":
        stripped = text.strip(QUOTE_SIGNS)
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
