"""The few keys of YAML that are asked for, and what stands behind them: read without a parser of YAML.

>>> from graph.reading.yaml_values import blocks, keys_inside, values_of
>>> project = blocks(["project:", "  bibliography:", "    - a.bib", "    - b.bib"])["project"]
>>> values_of(keys_inside(project)["bibliography"])
['a.bib', 'b.bib']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

ENDS = frozenset({"---", "..."})
"""The line that ends a header."""

YAML_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*))?\Z")
ENTRY = re.compile(r"\s*-\s+(?P<value>.*)")
IN_R = re.compile(r"`r\s[^`'\"]*['\"]([^`'\"]+)['\"]")
"""An expression in R with a text in it, the first of which is caught."""

FOLDED_TEXT = re.compile(r"[|>][+-]?\d?\Z")


class YamlBlock(NamedTuple):
    """What stands behind a key and in the lines below it; `line` is the key's, counted from 1."""

    line: int
    value: str
    below: list[str]


def blocks(lines: Sequence[str], before: int = 0) -> dict[str, YamlBlock]:
    """The keys that are not inside others, with what each has; there are so many lines `before` these."""
    found: dict[str, YamlBlock] = {}
    block = None
    for number, line in enumerate(lines, start=before + 1):
        if match := YAML_KEY.match(line.rstrip()):
            block = found[match["key"]] = YamlBlock(number, match["value"] or "", [])
        elif block:
            block.below.append(line)
    return found


def header_end(lines: Sequence[str]) -> int:
    """How many lines the header takes at the beginning of a text, those around it among them; 0 where there is none."""
    if lines[0].rstrip() != "---":
        return 0
    return next((number for number, line in enumerate(lines) if number and line.rstrip() in ENDS), -1) + 1


def keys_inside(block: YamlBlock | None) -> Mapping[str, YamlBlock]:
    """The keys that stand below a key, one step further in."""
    below = block.below if block else []
    depth = next((indent(line) for line in below if says_something(line)), 0)
    return blocks([line[depth:] if indent(line) >= depth else "" for line in below], block.line if block else 0)


def indent(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))


def says_something(line: str) -> bool:
    """Whether a line is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def values_of(block: YamlBlock | None) -> list[str]:
    """The value behind a key, or those of a list, or the lines of a text."""
    if block is None:
        return []
    below = [line for line in block.below if says_something(line)]
    if block.value.startswith("[") and not block.value.rstrip().endswith("]"):
        return list(inline_values(" ".join([block.value, *map(str.strip, below)])))
    entries = ((ENTRY.match(line), line) for line in below)
    return [*inline_values(block.value), *(unquoted(entry["value"] if entry else line) for entry, line in entries)]


def files_behind(block: YamlBlock | None) -> list[str]:
    """The files behind a key; of an expression in R the one that it names first, as that writes or finds it."""
    return [match[1] if (match := IN_R.match(value)) else value for value in values_of(block)]


def is_list(block: YamlBlock | None) -> bool:
    """Whether the value behind a key is a list, be it of one."""
    return block is not None and (block.value.startswith("[") or any(map(ENTRY.match, block.below)))


def inline_values(value: str) -> Iterator[str]:
    """The value that stands behind a key, or the values of `[a, b]`."""
    value = value.strip()
    bare = value.partition(" #")[0].rstrip()
    parts = bare[1:-1].split(",") if bare.startswith("[") and bare.endswith("]") else [value]
    return (unquoted(part) for part in parts if part.strip() and not FOLDED_TEXT.match(part.strip()))


def unquoted(value: str) -> str:
    """A value without the quotation marks around it, and without a comment behind it."""
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    bare, is_commented, _ = value.partition(" #")
    return unquoted(bare) if is_commented else value
