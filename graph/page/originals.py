"""What the page hands back: the files it was made from, and entries that none of these has as BibTeX."""

from __future__ import annotations

import base64
import codecs
import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from graph.model import Evidence, File, Reference
from graph.page.contract import Form, OriginalData
from graph.page.packing import level_for
from graph.reading.library_formats import BIBTEX, format_of
from graph.reading.spreadsheets import is_spreadsheet, table_text
from graph.reading.text import decode

MEDIA = {
    "references": "application/x-bibtex",
    "claims": "text/csv",
    "values": "text/csv",
    "article": "text/plain",
}

ZIP = b"PK\x03\x04"
"""What a file of an office program begins with."""

LIBRARY_FORMS: dict[str, Form] = {BIBTEX.name: "entries", "CSL JSON": "records", "Zotero's JSON": "records"}
"""How references are written in formats that have braces around each, by what the format is called."""

SYSTEM = 9
"""Where gzip notes the system that it runs on, which Pythons do not agree about; 255 is one that nobody knows."""

MARKUP_LINE = 2000
"""How long a line of markup may be, in bytes; where there are longer ones, a line is a whole document or much of it."""

NOT_CITED_BY = ("abstract",)
"""Fields that nobody needs in order to cite, and that are most of a page with thousands of references."""


def originals_data(evidence: Evidence, forms: Sequence[Form]) -> list[OriginalData]:
    """The files that the page was made from, but for settings: what each holds, its name, media type, base64 of gzip.

    `id` tells several of one role apart, `file` is how places name it; `forms` are those of the files. Evidence that
    was not read has none of its own.
    """
    files = [
        original(file.role, file.name, *handed_back(file, form))
        for file, form in zip(evidence.files, forms, strict=True)
        if file.role != "settings"  # which are nobody's evidence, and may hold what is no reader's business
    ]
    seen = Counter[str]()
    for each in files:
        seen[each["role"]] += 1
        each["id"] = f"{each['role']}-{seen[each['role']]}"
    return files


def handed_back(file: File, form: Form) -> tuple[str, bytes, Form]:
    """The name, bytes and form of a file as the page hands it back; of a spreadsheet the table that was read."""
    name = PurePath(file.name)
    if is_spreadsheet(file):
        return f"{name.stem}.csv", table_text(file)[0].encode(), "rows"
    return name.name.strip("<>") or file.role, file.data, form  # of "<stdin>" a name that a file can have


def original(role: str, file: str, name: str, content: bytes, form: Form = "") -> OriginalData:
    """A file that the page hands back."""
    return {
        "id": "",
        "role": role,
        "file": file,
        "name": name,
        "type": MEDIA[role],
        "gzip": gzipped(content),
        "form": form,
    }


def gzipped(content: bytes) -> str:
    """Bytes as base64 of gzip; without a time and a system, so that the same bytes are packed the same."""
    packed = gzip.compress(content, level_for(len(content)), mtime=0)
    return base64.b64encode(packed[:SYSTEM] + b"\xff" + packed[SYSTEM + 1 :]).decode("ascii")


def forms_of(evidence: Evidence) -> list[Form]:
    """How each of the files is written."""
    return [form_of(file) for file in evidence.files]


def form_of(file: File) -> Form:
    """How what is read from a file is written in it; empty where that is no text, or all in one line."""
    if file.data.startswith(ZIP) or is_run_on(file.data):
        return ""
    if file.role == "article":
        return "lines"
    if file.role != "references":
        return "rows"
    return LIBRARY_FORMS.get(format_of(decode(file.data, file.name)[0], file.name).name, "lines")


def is_run_on(data: bytes) -> bool:
    """Whether data are markup whose lines are no lines to a reader."""
    return data.lstrip().startswith((b"<", codecs.BOM_UTF8 + b"<")) and max(map(len, data.splitlines())) > MARKUP_LINE


def written_anew(evidence: Evidence, forms: Sequence[Form]) -> dict[str, str]:
    """The references that stand in another format as entries of BibTeX to copy, by their keys."""
    others = {file.name for file, form in zip(evidence.files, forms, strict=True) if form != "entries"}
    elsewhere = {key: each for key, each in evidence.references.items() if each.place.file in others}
    if not elsewhere:
        return {}
    from graph.exports.bibtex import write_entry  # the other exports come with it

    return {key: write_entry(without_long(reference)) for key, reference in elsewhere.items()}


def without_long(reference: Reference) -> Reference:
    """A reference without what need not be copied with it."""
    fields = {name: text for name, text in reference.fields.items() if name not in NOT_CITED_BY}
    return replace(reference, fields=fields)
