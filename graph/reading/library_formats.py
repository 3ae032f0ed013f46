"""Files of references in any format -> one library; what a file is, its content decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from graph.reading.inheritance import inherit
from graph.reading.joined_library import Library
from graph.reading.libraries.signs import (
    BIBER_SIGN,
    BIBITEM_SIGN,
    BIBTEX_SIGN,
    CSL_JSON_SIGN,
    CSL_YAML_SIGN,
    ENDNOTE_XML_SIGN,
    HAYAGRIVA_SIGN,
    LIST_SIGN,
    MANUBOT_SIGN,
    NBIB_SIGN,
    PUBMED_XML_SIGN,
    REFER_SIGN,
    RIS_SIGN,
    TABLE_SIGN,
    WEB_OF_SCIENCE_SIGN,
    ZOTERO_SIGN,
)
from graph.reading.limits import USUAL_LIMITS, Limits


class LibraryFormat(NamedTuple):
    """What a format is called, how to know it (a pattern), what reads it, and what a record of it looks like.

    The `reader` is named, "csl.read_csl", and imported when it is called: who has BibTeX waits for no other.
    """

    name: str
    sign: re.Pattern[str]
    reader: str
    example: str

    def read(self, text: str, library: Library) -> None:
        """Read a text into a library."""
        module, _, function = self.reader.rpartition(".")
        read: Callable[[str, Library], None] = getattr(import_module(f"graph.reading.{module}"), function)
        read(text, library)


BIBTEX = LibraryFormat("BibTeX", BIBTEX_SIGN, "bibtex.read_bibtex", "@article{key, title = {…}}")
LIST = LibraryFormat(
    "a list in plain text", LIST_SIGN, "listed.lists.read_list", "1. Gupta R. Title. Journal. 2015;133:320-9."
)

LIBRARY_FORMATS = (
    LibraryFormat("CSL JSON", CSL_JSON_SIGN, "csl.read_csl", '{"id": "key", "title": "…"}'),
    LibraryFormat(
        "Zotero's JSON", ZOTERO_SIGN, "libraries.zotero.read_zotero", '{"items": [{"itemType": "book", "title": "…"}]}'
    ),
    LibraryFormat("CSL YAML", CSL_YAML_SIGN, "libraries.csl_yaml.read_csl_yaml", "- id: key\n  title: …"),
    LibraryFormat(
        "Hayagriva", HAYAGRIVA_SIGN, "libraries.hayagriva.read_hayagriva", "key:\n  type: article\n  title: …"
    ),
    LibraryFormat("EndNote XML", ENDNOTE_XML_SIGN, "libraries.endnote.read_endnote", "<xml><records><record>…"),
    LibraryFormat("PubMed's XML", PUBMED_XML_SIGN, "libraries.pubmed_xml.read_pubmed", "<PubmedArticle>…"),
    LibraryFormat("RIS", RIS_SIGN, "libraries.tagged.read_ris", "TY  - JOUR"),
    LibraryFormat("EndNote's tagged format", REFER_SIGN, "libraries.refer.read_refer", "%0 Journal Article"),
    LibraryFormat(
        "the Web of Science's format", WEB_OF_SCIENCE_SIGN, "libraries.web_of_science.read_web_of_science", "PT J"
    ),
    LibraryFormat(
        "a table of references",
        TABLE_SIGN,
        "libraries.reference_table.read_reference_table",
        "title,authors,year,doi",
    ),
    LibraryFormat("PubMed's nbib", NBIB_SIGN, "libraries.tagged.read_nbib", "PMID- 26271029"),
    LibraryFormat(
        "Manubot's citations.tsv", MANUBOT_SIGN, "libraries.manubot.read_citations_table", "input_id\tshort_id"
    ),
    LibraryFormat("biber's list", BIBER_SIGN, "printed.biber.read_biber", "\\entry{key}{article}{}"),
    LibraryFormat(
        "a list that BibTeX printed",
        BIBITEM_SIGN,
        "printed.items.read_bibitems",
        "\\bibitem{key} Gupta R. Title. Journal. 2015;133:320-9.",
    ),
    BIBTEX,
)
"""The formats that programs write. Where a file has the signs of several, the one that stands first is meant."""


def join_references(files: Iterable[tuple[str, str]], limits: Limits = USUAL_LIMITS) -> Library:
    """Read the texts of several files, each with its name, as one library."""
    library = Library("", limits=limits)
    for text, file in files:
        library.open(file)
        before = library.size()
        found = format_of(text, file)
        found.read(text, library)
        if library.size() == before:
            message = f"no reference in this file, which is read as {found.name}; an entry looks like {found.example}"
            library.report("unparsed-entry", 1, message)
    inherit(library)
    return library


BEGINNING = 100_000
"""In how much of a text a sign is looked for first: the whole of a large one takes long, and the first sign counts."""


def signed(text: str) -> LibraryFormat | None:
    """The format whose sign comes first in a text."""
    found, first = None, len(text)
    for each in reversed(LIBRARY_FORMATS):  # BibTeX first, as most files are, before which is little to look at
        if match := each.sign.search(text, 0, first):
            found, first = each, match.start()
    return found


def format_of(text: str, file: str) -> LibraryFormat:
    """The format of a file: by its text, and only where that has no sign of any by its name."""
    if found := signed(text[:BEGINNING]) or signed(text):
        return found
    return BIBTEX if file.lower().endswith(".bib") and not LIST.sign.search(text) else LIST
