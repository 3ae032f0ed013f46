"""What a file is that no claim could be read from: told by what is in it, as a name may say anything."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from graph.model import Evidence, File, Problem
from graph.reading.claims import REQUIRED
from graph.reading.spreadsheets import is_spreadsheet, table_text
from graph.reading.table import DELIMITERS
from graph.reading.text import BYTE_ORDER_MARKS, decode, unix_lines, unmarked_encoding
from graph.wording import listing

SAVE_AS_CSV = "save it as .xlsx or as CSV (UTF-8) and name that file"
WRITE = f"list the claims in a table (CSV) with at least {listing(REQUIRED)}; 'evidence-graph init' writes a sample"

TO_MARKDOWN = "convert it to Markdown, as pandoc does, and name that file"
SAVE_AS_DOCX = "save it as .docx and name that file"
FROM_SOURCE = "name the file that it was made from, its page on the web, or what GROBID makes of it (TEI)"

HEADER_SIZE = 10_000
"""How many bytes the header of a table has at most."""

HEADER = re.compile(r"^(?!sep=)[^\S\n]*+\S.*", re.MULTILINE)
"""The first line that may be a header: not empty, nor for one spreadsheet program only."""

SIGNATURES = (
    (b"%PDF-", "a PDF", FROM_SOURCE),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office program", SAVE_AS_CSV),
    (b"\x1f\x8b", "compressed (gzip)", "unpack it"),
    (b"BZh", "compressed (bzip2)", "unpack it"),
    (b"\xfd7zXZ\0", "compressed (xz)", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "compressed (7z)", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "compressed (Zstandard)", "unpack it"),
)
"""How files begin, what they are, and what to do."""

MEMBERS = (
    (re.compile(r"xl/"), "a spreadsheet (Excel)", SAVE_AS_CSV),
    (re.compile(r"Index/Tables/|Index/CalculationEngine"), "a spreadsheet (Numbers)", SAVE_AS_CSV),
    (re.compile(r"word/"), "a Word document", WRITE),
    (re.compile(r"META-INF/container\.xml"), "a book (EPUB)", TO_MARKDOWN),
)
"""What ZIP archives have in them that are documents."""

OPEN_DOCUMENTS = (
    (b"opendocument.spreadsheet", "a spreadsheet (OpenDocument)", SAVE_AS_CSV),
    (b"opendocument.text", "a document (OpenDocument)", WRITE),
)
"""How an archive of OpenDocument says what it is, uncompressed and first."""

BEFORE_ROOT = (
    r"\A\s*+(?>(?:<\?[^>]*+>\s*+|<!--(?>(?:[^-]++|-(?!->))*)-->\s*+|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*)<"
)
"""What may stand before the first element of XML."""

WORDPRESS_ROOT = r"rss\b(?=[^>]*\bxmlns:wp\s*=)"
"""How the first element begins of what WordPress exports; other feeds have summaries only."""

WEB_PAGE = "a web page (HTML)"
WIKI_PAGE = "a page of a wiki (wikitext)"
WIKI_EXPORT = "pages of a wiki (MediaWiki's export)"
WORDPRESS = "posts of a blog (WordPress's export)"
WIKITEXT = (
    r"<ref(?:\s+(?:name|group)\s*=[^<>]*)?>|\{\{\s*(?:cite \w|citation\s*[|}\n]|sfnp?\s*\||reflist|short description)"
    r"|\[\[(?:File|Image|Category):|^(={2,5})[^=\n]+\1[ \t]*$"
)
"""What only pages of wikis have: notes, templates, pictures, headings."""

BIBLIOGRAPHIES = ("a bibliography (BibTeX)", "a bibliography (printed for LaTeX)")
"""What files of references are that are at times given for an article."""


PRINTED_LIST = (
    r"\A(?:(?!\\(?:documentclass|begin\{document\}|(?:sub)*section))[\s\S]){0,5000}?"
    r"\\(?:(?:bibitem|harvarditem)(?![A-Za-z])|bib\*?\{[^{}\n]{1,200}\}\{[A-Za-z]+\}|entry\{[^{}]*\}\{)"
)
"""A list of references as BibTeX or biber prints it, and no article around it."""

TEXTS = (
    (r"(?i)\A\s*(<!doctype html|<html)", WEB_PAGE, WRITE),
    (rf"{BEFORE_ROOT}(?:article|pmc-articleset)\b(?!-)", "an article (JATS)", WRITE),
    (rf"{BEFORE_ROOT}(?:\w+:)?(?:TEI|teiCorpus)\b", "an article (TEI)", WRITE),
    (rf"{BEFORE_ROOT}mediawiki\b", WIKI_EXPORT, WRITE),
    (rf"{BEFORE_ROOT}{WORDPRESS_ROOT}", WORDPRESS, WRITE),
    (rf"{BEFORE_ROOT}\w+:document\b(?!-)(?=[^>]*wordprocessingml)", "a Word document", WRITE),
    (rf"{BEFORE_ROOT}office:document\b(?=[^>]*opendocument)", "a document (OpenDocument)", WRITE),
    (r"\A\s*<[?\w]", "XML", WRITE),
    (rf"(?mi){WIKITEXT}", WIKI_PAGE, WRITE),
    (r"(?m)^[ \t]*@\s*\w+\s*[{(]", BIBLIOGRAPHIES[0], "name it with --references"),
    (PRINTED_LIST, BIBLIOGRAPHIES[1], "name it with --references"),
    (r"\\(documentclass|begin\{document\}|(sub)*section\*?\{)", "a manuscript (LaTeX)", WRITE),
    (r"\A\s*\{\s*\"(?:cells|metadata|nbformat(?:_minor)?)\"\s*:", "a notebook (Jupyter)", TO_MARKDOWN),
    (r"\A\{\\rtf", "a document (RTF)", SAVE_AS_DOCX),
    (r"\A\s*(\[\s*)?[{]", "JSON", WRITE),
    (r"\A#LyX ", "a manuscript (LyX)", "export it as LaTeX and name that file"),
    (r"(?m)^#(?:(?:set|show|let) \w|(?:import|include) \"|bibliography\()", "a manuscript (Typst)", TO_MARKDOWN),
    (r"(?mi)^#\+(?:title|author|date|options|begin_\w+|bibliography|cite_export)\b", "a manuscript (Org)", TO_MARKDOWN),
    (r"(?m)^\.\. (?:\[[^\]\n]+\] \S|[\w-]+::)", "a manuscript (reStructuredText)", TO_MARKDOWN),
    (r"\A\s*= \S[^\n]*\n(?:[^\n]+\n){0,3}:[\w-]+:", "a manuscript (AsciiDoc)", TO_MARKDOWN),
    (r"(?m)^#{1,6}[ \t]+\S|^[=-]{3,}[ \t]*$|\[[^\[\]\n]*@\w", "a manuscript (Markdown)", WRITE),
    (r"(?m)\A\s*[^\n]*([.!?]|[^\n]{300})[ \t]*$", "a text", WRITE),
)
"""What texts look like that are no table, the clearest first."""


BINARY = "binary, no text"


def no_claims(evidence: Evidence) -> str:
    """Why no claim was read, in one line with its cure; an empty string where some were, or there is no file."""
    return reason(evidence, bare="it has a header only; add a row for each claim", more=" (the audit lists all)")


def not_read(evidence: Evidence) -> str:
    """As `no_claims`, and an empty string for a table that was read, and has a header only."""
    return reason(evidence, bare="", more="")


def no_table(evidence: Evidence) -> str:
    """As `no_claims`, and an empty string for a table, if a damaged one."""
    file = claims_table(evidence)
    read = evidence.claims or evidence.left_out
    return said_of(file, no_text_in(evidence, file)) if file and not read else ""


def reason(evidence: Evidence, *, bare: str, more: str) -> str:
    """Why no claim was read; `bare` is said of a table without rows, `more` after what is wrong with one."""
    file = claims_table(evidence)
    if evidence.claims or evidence.left_out or file is None:
        return ""
    wrong = next(damage(evidence, file), "")
    return said_of(file, no_text_in(evidence, file) or (wrong and f"{wrong}{more}") or bare)


def no_text_in(evidence: Evidence, file: File) -> str:
    """Why no claim was read, as far as it is not for what is wrong in a table."""
    return torn_article(evidence, file) or textless(evidence, file) or seen_in(file)


def torn_article(evidence: Evidence, file: File) -> str:
    """Why an article could not be read, or an empty string."""
    if file.role == "article" and not file.data:
        return "it is empty; write the article, or remove the file"
    return next((each.message for each in unread_parts(evidence, file) if each.severity != "info"), "")


def textless(evidence: Evidence, file: File) -> str:
    """Why an article that was read has nothing of which a claim may be made, where its reader knows; or nothing."""
    return next((each.message for each in unread_parts(evidence, file) if each.severity == "info"), "")


def unread_parts(evidence: Evidence, file: File) -> Iterator[Problem]:
    """What could not be read of an article."""
    found = (each for each in evidence.problems if each.rule == "unread-part" and each.place.file == file.name)
    return found if file.role == "article" else iter(())


def claims_table(evidence: Evidence) -> File | None:
    """The file of the claims table, or the article in its place."""
    return next((file for file in evidence.files if file.role in {"claims", "article"}), None)


def said_of(file: File, reason: str) -> str:
    """That no claim was read from a file, where there is a reason."""
    return reason and f"{file.path or file.name}: no claim was read: {reason}"


def seen_in(file: File) -> str:
    """What a file is that is no table, and what to do; an empty string where it may be one."""
    if file.role == "article":
        return "it has no sentence"
    if is_spreadsheet(file):
        return seen_in_sheets(file)
    found = next(looks(file.data), None)
    return f"it is {found[0]}; {found[1]}" if found else ""


def seen_in_sheets(file: File) -> str:
    """Why no sheet of a spreadsheet is a table, and what to do; an empty string where one may be."""
    text, problems = table_text(file)
    unread = [each.message for each in problems if each.rule == "unread-part"]
    if text and not columns(text).isdisjoint(REQUIRED):
        return ""
    what = unread[0] if unread else "it has nothing in it" if not text else "none of its sheets is a table of claims"
    return f"it is {what_is(file.data)}, but {what}; list the claims in one with at least {listing(REQUIRED)}"


def what_is(data: bytes) -> str:
    """What bytes look like that are no table, in the words of this module; an empty string where they may be one."""
    return next(looks(data), ("", ""))[0]


def is_table(data: bytes) -> bool:
    """Whether bytes begin with the header of a table of claims."""
    return not columns(guessed_text(data[:HEADER_SIZE])).isdisjoint(REQUIRED)


def damage(evidence: Evidence, file: File) -> Iterator[str]:
    """What kept the rows of a table from being read, with its line; nothing where there are no rows."""
    found = [each for each in evidence.problems if each.place.file == file.name and each.rule == "malformed-table"]
    if any(each.unread for each in found) or not columns(table_text(file)[0]).issuperset(REQUIRED):
        yield from (f"line {each.place.line}: {each.message}" for each in found if each.severity != "info")


def looks(data: bytes) -> Iterator[tuple[str, str]]:
    """What bytes look like that are no table, the likeliest first, each with what to do."""
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        yield "empty", WRITE
    if data.startswith(b"PK\x03\x04"):
        yield from in_archive(data)
    if data.startswith(SIGNATURES[1][0]) and "EncryptedPackage".encode("utf-16-le") in data:
        yield "a workbook with a password", "save it without one"
    if data.startswith(SIGNATURES[1][0]) and "WordDocument".encode("utf-16-le") in data:
        yield "a document of an old Word", SAVE_AS_DOCX
    yield from ((what, cure) for begin, what, cure in SIGNATURES if data.startswith(begin))
    if b"\0" in data and not data.startswith(tuple(BYTE_ORDER_MARKS)) and not unmarked_encoding(data):
        yield BINARY, SAVE_AS_CSV
    text = guessed_text(data)
    if columns(text).isdisjoint(REQUIRED):
        yield from ((what, cure) for pattern, what, cure in TEXTS if re.search(pattern, text))


def in_archive(data: bytes) -> Iterator[tuple[str, str]]:
    """What a ZIP archive is."""
    import zipfile

    from graph.reading.articles.archive import UNREADABLE

    yield from ((what, cure) for mark, what, cure in OPEN_DOCUMENTS if mark in data[:200])
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except UNREADABLE:
        yield "a torn ZIP archive", "save the document again"
        names = []
    yield from ((what, cure) for pattern, what, cure in MEMBERS if any(map(pattern.match, names)))
    yield "a ZIP archive", "unpack it"


def guessed_text(data: bytes) -> str:
    """Bytes as text, as they are read."""
    return unix_lines(decode(data, "")[0]).lstrip("\ufeff")


def columns(text: str) -> set[str]:
    """The names in the first line that may be a header."""
    line = HEADER.search(text)
    cells = re.split(f"[{DELIMITERS}]", line.group()) if line else []
    return {"_".join(cell.strip(' "').lower().split()) for cell in cells}
