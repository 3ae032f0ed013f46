r"""An entry of the package amsrefs, `\bib{key}{article}{author={...}, title={...}}` -> a reference."""

from __future__ import annotations

import re

from graph.model import Reference
from graph.reading.latex import closing, decode_latex
from graph.reading.names import read_people
from graph.reading.printed.numbers import take_numbers
from graph.reading.records import Record

AMS_FIELD = re.compile(r"(?P<name>[A-Za-z-]+)\s*=\s*(?=\{)")
BIBTEX_CALLS_IT = {"place": "address", "thesis": "phdthesis", "collection.article": "incollection"}
"""What BibTeX calls the fields and types of amsrefs."""

HOLDING_FIELDS = frozenset({"book", "conference"})
"""The fields that hold those of what the entry is in."""

HOLDING_NUMBERS = frozenset({"eprint", "note", "review", "url"})


def read_amsrefs(text: str, record: Record) -> Reference:
    """The reference that the fields of an entry are."""
    read_fields(text[1:-1], record)
    record.type = "inproceedings" if "booktitle" in record.fields else BIBTEX_CALLS_IT.get(record.type, record.type)
    return record.reference()


def read_fields(text: str, record: Record, *, within: bool = False) -> None:
    """Read fields into a record; `within` the book that the entry is in, its title is the book's."""
    position = 0
    while field := AMS_FIELD.search(text, position):
        position = closing(text, field.end())
        name, value = field["name"].lower(), text[field.end() + 1 : position - 1]
        if name in HOLDING_FIELDS and not within:
            read_fields(value, record, within=True)
        elif name in {"author", "editor"}:
            for person in read_people(value)[0]:
                record.name(name, person, record.line)
        elif name in HOLDING_NUMBERS:
            left = take_numbers(decode_latex(value.replace(r"\MR{", "{MR")), record).strip(" ()")
            record.put("note", left, record.line)
        else:
            called = "booktitle" if within and name == "title" else BIBTEX_CALLS_IT.get(name, name)
            record.put(called, decode_latex(value), record.line)
