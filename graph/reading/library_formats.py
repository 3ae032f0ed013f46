"""Files of references in any format -> one library; what a file is, its content decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import NamedTuple

from graph.reading.inheritance import inherit
from graph.reading.joined_library import Library
from graph.reading.limits import USUAL_LIMITS, Limits

NUMBERED = re.compile(
    r"(?P<indent>[^\S\n]*+)(?:\[(?P<a>\d{1,4})\]|\((?P<b>\d{1,4})\)|(?P<c>\d{1,3})(?:[.)](?!\d)|\t|\s{2,}+))\s*+"
)
"""How an entry of a numbered list begins."""


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


BIBTEX = LibraryFormat(
    "BibTeX",
    re.compile(r"^[ \t]*@\s*[\w*+./$:-]+\s*[{(]", re.MULTILINE),
    "bibtex.read_bibtex",
    "@article{key, title = {…}}",
)
LIST = LibraryFormat(
    "a list in plain text",
    re.compile(rf"^{NUMBERED.pattern}\S", re.MULTILINE),
    "listed.lists.read_list",
    "1. Gupta R. Title. Journal. 2015;133:320-9.",
)

HEADER_CELL = r"\"?[\w ()/.#-]{0,60}\"?"
TABLE_HEADER = re.compile(
    r"\A\ufeff?(?=[^\n]*(?<![a-z])title(?![a-z]))(?=[^\n]*(?<![a-z])(?:authors?|creators?|doi|year)(?![a-z]))"
    rf"(?:{HEADER_CELL}[,;\t])+{HEADER_CELL}[^\S\n]*(?:\n|\Z)",
    re.IGNORECASE,
)
"""The first line of a table that has titles, and what else is known of references."""

ZOTERO_SIGN = re.compile(r"\A\s*+(?:\{\s*+\"config\"\s*+:|\[?\s*+\{[^\0]{0,20000}?\"itemType\"\s*+:)")
CSL_YAML_SIGN = re.compile(
    r"^references:[ \t]*+(?:#[^\n]*+)?\s*+(?:-|\[)\s*+\{?\s*+[\w\"'-]++:\s"
    r"|\A(?>(?:\s|#[^\n]*+\n|---[ \t]*+\n)*)-\s++(?:abstract|accessed|author|id|issued|title|type|DOI|URL):\s",
    re.MULTILINE,
)
HAYAGRIVA_SIGN = re.compile(
    r"^[^\s#:-][^\n:]*+:[ \t]*+\n(?:[ \t]*+\n|[ \t]++\S[^\n]*+\n)*?[ \t]++type:[ \t]*+[\"']?(?:anthology|anthos|article"
    r"|artwork|audio|blog|book|case|chapter|conference|entry|exhibition|legislation|manuscript|misc|newspaper|original"
    r"|patent|performance|periodical|post|proceedings|reference|report|repository|scene|thesis|thread|tweet|video|web)\b",
    re.MULTILINE | re.IGNORECASE,
)

LIBRARY_FORMATS = (
    LibraryFormat(
        "CSL JSON", re.compile(r"\A\s*(\[\s*[{\]]|\{\s*[\"}])"), "csl.read_csl", '{"id": "key", "title": "…"}'
    ),
    LibraryFormat(
        "Zotero's JSON", ZOTERO_SIGN, "zotero.read_zotero", '{"items": [{"itemType": "book", "title": "…"}]}'
    ),
    LibraryFormat("CSL YAML", CSL_YAML_SIGN, "csl_yaml.read_csl_yaml", "- id: key\n  title: …"),
    LibraryFormat("Hayagriva", HAYAGRIVA_SIGN, "hayagriva.read_hayagriva", "key:\n  type: article\n  title: …"),
    LibraryFormat(
        "EndNote XML",
        re.compile(r"\A\s*<(?:\?xml\b|xml\b|records?\b|\w+:\w)"),
        "endnote.read_endnote",
        "<xml><records><record>…",
    ),
    LibraryFormat(
        "PubMed's XML",
        re.compile(r"\A\s*<[^\0]{0,1000}?Pubmed(?:Article|Book)"),
        "pubmed_xml.read_pubmed",
        "<PubmedArticle>…",
    ),
    LibraryFormat("RIS", re.compile(r"^[ \t]*TY {1,2}- ?\w", re.MULTILINE), "tagged.read_ris", "TY  - JOUR"),
    LibraryFormat(
        "EndNote's tagged format",
        re.compile(r"^%0 \w|^%[AT] [^\n]+\n%[A-Z0-9@] \S", re.MULTILINE),
        "refer.read_refer",
        "%0 Journal Article",
    ),
    LibraryFormat(
        "the Web of Science's format",
        re.compile(r"\A\W*(?:FN [\s\S]{0,200}?\n)?PT[ \t][A-Z]"),
        "web_of_science.read_web_of_science",
        "PT J",
    ),
    LibraryFormat(
        "a table of references", TABLE_HEADER, "reference_table.read_reference_table", "title,authors,year,doi"
    ),
    LibraryFormat("PubMed's nbib", re.compile(r"^PMID ?- ?\d", re.MULTILINE), "tagged.read_nbib", "PMID- 26271029"),
    LibraryFormat(
        "Manubot's citations.tsv", re.compile(r"\Ainput_id\t"), "manubot.read_citations_table", "input_id\tshort_id"
    ),
    LibraryFormat(
        "biber's list",
        re.compile(r"^[ \t]*+\\entry\{[^{}]*\}\{[^{}]*\}\{", re.MULTILINE),
        "printed.biber.read_biber",
        "\\entry{key}{article}{}",
    ),
    LibraryFormat(
        "a list that BibTeX printed",
        re.compile(
            r"^[ \t]*+\\(?:(?:bibitem|harvarditem)(?![A-Za-z@])|bib\*?\{[^{}\n]{1,200}\}\{[A-Za-z]+\})", re.MULTILINE
        ),
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
