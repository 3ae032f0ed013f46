"""The header of a Markdown file, in YAML or TOML: the few keys that are asked for, read without a parser of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

ENDS = {"---": frozenset({"---", "..."}), "+++": frozenset({"+++"})}
"""How a header begins, in YAML and in Hugo's TOML, and how it ends."""

YAML_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*))?\Z")
ENTRY = re.compile(r"\s*-\s+(?P<value>.*)")
FOLDED = re.compile(r"[|>][+-]?\d?\Z")


class Header(NamedTuple):
    """What the header of an article says."""

    title: str = ""
    date: str = ""
    bibliographies: tuple[str, ...] = ()


def read_header(text: str) -> tuple[Header, Iterator[tuple[int, str]]]:
    """The header, and the numbered lines behind it; without a header all lines."""
    lines = text.split("\n")
    end = 0
    if ends := ENDS.get(lines[0].rstrip()):
        end = next((number for number, line in enumerate(lines) if number and line.rstrip() in ends), -1) + 1
    values = (top_values if lines[0].startswith("-") else values_of_toml)(lines[1 : end - 1]) if end else {}
    header = Header(
        title=one_text(values.get("title", ())),
        date=" ".join(values.get("date", ())),
        bibliographies=tuple(values.get("bibliography", ())),
    )
    return header, enumerate(lines[end:], start=end + 1)


def top_values(lines: list[str]) -> dict[str, list[str]]:
    """The values of the keys that are not inside others: one, or those of a list, or the lines of a text."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if match := YAML_KEY.match(line):
            key = match["key"]
            values[key] = list(inline_values(match["value"] or ""))
        elif key and line.strip() and not line.startswith("#"):
            entry = ENTRY.match(line)
            values[key].append(unquoted(entry["value"] if entry else line))
    return values


def values_of_toml(lines: Sequence[str]) -> dict[str, list[str]]:
    """The values of the keys of a header in TOML; nothing where it is none."""
    import tomllib  # few articles have one

    try:
        read = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {key: [*map(str, value if isinstance(value, list) else [value])] for key, value in read.items()}


def one_text(lines: Sequence[str]) -> str:
    """The lines of a text as one, without the quotation marks around all of them."""
    return unquoted(" ".join(lines)) if len(lines) > 1 else "".join(lines)


def inline_values(value: str) -> Iterator[str]:
    """The value that stands behind a key, or the values of `[a, b]`."""
    value = value.strip()
    parts = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    return (unquoted(part) for part in parts if part.strip() and not FOLDED.match(part.strip()))


def unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return value.partition(" #")[0].strip()
