"""The header of a Markdown file, in YAML: the few of its keys that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.yaml_values import blocks, files_behind, header_end, unquoted, values_of


class Header(NamedTuple):
    """What the header of an article says."""

    title: str = ""
    date: str = ""
    bibliographies: tuple[str, ...] = ()


def read_yaml_header(text: str) -> tuple[Header, Iterator[tuple[int, str]]]:
    """The header, and the numbered lines behind it; without a header all lines."""
    lines = text.split("\n")
    end = header_end(lines)
    values = blocks(lines[1 : end - 1], before=1) if end else {}
    header = Header(
        title=one_text(values_of(values.get("title"))),
        date=" ".join(values_of(values.get("date"))),
        bibliographies=tuple(files_behind(values.get("bibliography"))),
    )
    return header, enumerate(lines[end:], start=end + 1)


def one_text(lines: Sequence[str]) -> str:
    """The lines of a text as one, without the quotation marks around all of them."""
    return unquoted(" ".join(lines)) if len(lines) > 1 else "".join(lines)
