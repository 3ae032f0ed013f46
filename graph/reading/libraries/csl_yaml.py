"""CSL in YAML -> references, as pandoc and Better BibTeX write it, and as the headers of articles have it.

Their texts are pandoc's Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.model import Reference
from graph.reading.csl import CSL_FIELDS, placed_reference
from graph.reading.joined_library import VERBATIM, Library
from graph.reading.libraries.yaml_records import YamlMapping, yaml_records
from graph.reading.yaml_values import YamlBlock, blocks

RECORDS = "references"
"""The key that the list of records stands behind."""

MARKDOWN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[(?P<span>[^\[\]]{1,300}+)\]\{\.[\w.= -]{1,60}+\}"
    r"|(?<![\w*])(?P<stars>\*{1,2}+)(?=\S)(?P<emphasised>[^*\n]{1,300}+)(?<=\S)(?P=stars)(?![\w*])"
    r"|\^(?P<raised>[^\s^]{1,40}+)\^|(?<!~)~(?P<lowered>[^\s~]{1,40}+)~(?!~)"
)
"""What Markdown has in the titles of works, and the words in it."""


def read_csl_yaml(text: str, library: Library) -> None:
    """Add the records of CSL in YAML to a library: those of a list, alone or behind the key `references`."""
    block = blocks(text.split("\n")).get(RECORDS)
    library.add_all([*(references_behind(block, library) if block else references_in_list(text, library))])


def references_behind(block: YamlBlock, library: Library) -> Iterator[tuple[Reference, str]]:
    """The references in the list behind a key, each with how it is written; what is none is reported."""
    return references_in_list("\n" * (block.line - 1) + "\n".join([block.value, *block.below]), library)


def references_in_list(text: str, library: Library) -> Iterator[tuple[Reference, str]]:
    """The references in a list, each with how it is written; what is none is reported."""
    for _, value, written, line in yaml_records(text, library):
        if isinstance(value, YamlMapping):
            item = {
                name: without_markdown(each, is_text=field_of(name) not in VERBATIM) for name, each in value.items()
            }
            lines = {**value.lines, "id": line}  # which may stand anywhere in it, and a page shows it from there on
            yield placed_reference(item, lines, line, library.file), written
        else:
            message = "this entry is no record; write its fields as 'name: value' below each other"
            library.report("unparsed-entry", line, message, unread=1, text=written)


def field_of(name: str) -> str:
    """What a variable of CSL is called in BibTeX."""
    return CSL_FIELDS.get(name, name.lower())


def marked_words(found: re.Match[str]) -> str:
    """The words in what Markdown has found."""
    words = found[found.lastgroup or 0]
    return words if found["escaped"] else MARKDOWN.sub(marked_words, words)


def without_markdown(value: Any, *, is_text: bool) -> Any:
    """A value without Markdown; of an address or an identifier only what is escaped is replaced."""
    match value:
        case str():
            return MARKDOWN.sub(marked_words if is_text else lambda found: found["escaped"] or found[0], value)
        case list():
            return [without_markdown(each, is_text=is_text) for each in value]
        case dict():
            return {name: without_markdown(each, is_text=is_text) for name, each in value.items()}
        case _:
            return value
