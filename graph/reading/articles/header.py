"""The header of a Markdown file, in YAML or in Hugo's TOML: the few of its keys that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.yaml_values import (
    ENDS,
    FOLDED_TEXT,
    YAML_KEY,
    YamlBlock,
    blocks,
    files_behind,
    header_end,
    is_list,
    unquoted,
    values_of,
)

NUMBER = re.compile(r"\d")
YAML = "---"
"""The line before a header in YAML."""

REFERENCES = "references"
"""The key of the references that an article has itself."""

HAS_ID = re.compile(r"(?<![\w-])id:\s")
TOML = "+++"
"""The line before and behind a header in TOML."""

TEMPLATE = re.compile(r"\{%[^%\n]{0,1000}%\}|\{\{[^{}\n]{0,1000}\}\}")
"""What a site generator puts something in the place of."""


class Header(NamedTuple):
    """What the header of an article says; the `abstract` are numbered lines, with blanks for what is none of it.

    `references` is what stands behind the key of that name, in the header or in blocks like one further below.
    """

    title: str = ""
    date: str = ""
    bibliographies: tuple[str, ...] = ()
    abstract: tuple[tuple[int, str], ...] = ()
    references: tuple[YamlBlock, ...] = ()


def read_header(text: str) -> tuple[Header, Iterator[tuple[int, str]]]:
    """The header, and the numbered lines behind it; without a header all lines."""
    lines = text.split("\n")
    is_toml = lines[0].rstrip() == TOML
    end = toml_end(lines) if is_toml else header_end(lines)
    read = in_toml if is_toml else in_yaml
    header = read(lines[1 : end - 1]) if end else Header()
    below = [*blocks_with_references(lines, end)]
    for first, last, _ in below:
        lines[first:last] = [""] * (last - first)
    references = (*header.references, *(each for _, _, each in below))
    return header._replace(references=references), enumerate(lines[end:], start=end + 1)


def blocks_with_references(lines: Sequence[str], start: int) -> Iterator[tuple[int, int, YamlBlock]]:
    """The blocks between lines like those around a header that have references: behind which line, up to which, what.

    Pandoc takes them for metadata wherever they stand, and its users put them last.
    """
    ended = start
    for number, line in enumerate(lines[start:], start=start):
        if number >= ended and line.rstrip() == YAML and begins_block(lines, number):
            ended = next((each + 1 for each in range(number + 1, len(lines)) if lines[each].rstrip() in ENDS), 0)
            if not ended:
                return
            for found in with_ids(blocks(lines[number + 1 : ended - 1], before=number + 1).get(REFERENCES)):
                yield number, ended, found


def begins_block(lines: Sequence[str], number: int) -> bool:
    """Whether the line behind so many others begins a block of metadata, and is no rule across the page."""
    before, after = lines[number - 1 : number], lines[number + 1 : number + 2]
    return not "".join(before).strip() and any(map(YAML_KEY.match, after))


def with_ids(block: YamlBlock | None) -> tuple[YamlBlock, ...]:
    """What stands behind the key of references, if it is a list of such as can be cited."""
    return (block,) if block and any(map(HAS_ID.search, (block.value, *block.below))) else ()


def take_header(text: str) -> tuple[Header, str]:
    """The header of a page in HTML that a site generator makes a page of, and the page with blanks in its place.

    Where there is one, what the generator would fill in has blanks in its place, too.
    """
    end = header_end(text.split("\n")) if text.startswith("---") else 0
    if not end:
        return Header(), text
    header, _ = read_header(text)
    rest = text.split("\n", end)[-1]
    above = re.sub(r"[^\n]", " ", text[: len(text) - len(rest)])
    return header, above + TEMPLATE.sub(lambda match: " " * len(match.group()), rest)


def in_yaml(lines: Sequence[str]) -> Header:
    """What a header in YAML says."""
    values = blocks(lines, before=1)
    return Header(
        title=one_text(values_of(values.get("title"))),
        date=stated_day(" ".join(values_of(values.get("date")))),
        bibliographies=tuple(files_behind(values.get("bibliography"))),
        abstract=tuple(abstract_lines(lines, values["abstract"])) if "abstract" in values else (),
        references=with_ids(values.get(REFERENCES)),
    )


def stated_day(text: str) -> str:
    """A date as it is written; "last-modified" and a program that works one out (`` `r Sys.Date()` ``) are none."""
    return text if NUMBER.search(text) and "`" not in text else ""


def abstract_lines(lines: Sequence[str], block: YamlBlock) -> Iterator[tuple[int, str]]:
    """The lines of an abstract, each where it stands, without its key and the quotation marks around it."""
    if is_list(block):
        return
    first = lines[block.line - 2].rstrip()
    value = "" if FOLDED_TEXT.match(block.value) else block.value
    written = [" " * (len(first) - len(value)) + value, *block.below]
    if (quote := value[:1]) in {"'", '"'}:
        written = "\n".join(written).replace(quote, " ", 1).rstrip().removesuffix(quote).split("\n")
    yield from enumerate(written, start=block.line)


def toml_end(lines: Sequence[str]) -> int:
    """How many lines a header in TOML takes, those around it among them; 0 where it does not end."""
    return next((number for number, line in enumerate(lines) if number and line.rstrip() == TOML), -1) + 1


def in_toml(lines: Sequence[str]) -> Header:
    """What a header in TOML says; nothing where it is none."""
    import tomllib  # few articles have one

    try:
        read = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return Header()
    named = read.get("bibliography", ())
    files = named if isinstance(named, list) else [named] * bool(named)
    return Header(str(read.get("title", "")), str(read.get("date", "")), tuple(map(str, files)))


def one_text(lines: Sequence[str]) -> str:
    """The lines of a text as one, without the quotation marks around all of them."""
    return unquoted(" ".join(lines)) if len(lines) > 1 else "".join(lines)
