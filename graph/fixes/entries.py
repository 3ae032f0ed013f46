"""Where the key and the fields of a BibTeX entry stand in the text; nowhere, unless that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.bibtex import next_part

HEAD = re.compile(r"@\s*\w+\s*[{(]\s*")
KEY_END = re.compile(r"\s*[,})]")
FIELD = re.compile(r'[\s,]*([^\s={},"#]+)\s*=\s*')

Span = tuple[int, int]


def find_key(text: str, line: Span, key: str) -> Span | None:
    """Where the key of the entry that begins in a line stands; none where two entries could be meant."""
    heads = (HEAD.match(text, position) for position in find_all(text, "@", line))
    starts = [head.end() for head in heads if head and text.startswith(key, head.end())]
    found = [(start, start + len(key)) for start in starts if KEY_END.match(text, start + len(key))]
    return found[0] if len(found) == 1 else None


def find_all(text: str, mark: str, span: Span) -> Iterator[int]:
    """Where a mark stands in a span of the text."""
    position = text.find(mark, *span)
    while position >= 0:
        yield position
        position = text.find(mark, position + 1, span[1])


def find_value(text: str, key: Span, name: str) -> Span | None:
    """Where the value of a field stands, without its braces or quotes, in the entry whose key stands at `key`.

    None where it lacks the field, or the value is a string's name or joined with `#`.
    """
    position = key[1]
    while field := FIELD.match(text, position):
        part, position = next_part(text, field.end())
        if part is None:
            return None
        joined = text.startswith("#", position)
        if field[1].lower() == name:
            return None if joined or part[0] not in '{"' else (field.end() + 1, field.end() + len(part) - 1)
        while joined:
            _, position = next_part(text, position + 1)
            joined = text.startswith("#", position)
    return None
