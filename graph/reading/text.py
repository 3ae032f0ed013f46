"""Bytes -> text: its encoding, its line breaks, and the characters that nothing else can take."""

from __future__ import annotations

import codecs
import re

from graph.model import Place, Problem
from graph.wording import count, listing

# What XML 1.0 cannot hold, and DEL.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff\\ud800-\\udfff]")

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

SAMPLE = 200
"""How many bytes tell whether a file is UTF-16; a table's header is in them, whose letters are Latin."""

MOST_OF_A_HEADER = 0.8

DECLARED = re.compile(
    rb"\\usepackage\[(\w[\w-]{1,20})\]\{inputenc\}|<\?xml[^<>]{0,100}encoding=[\"'](\w[\w-]{1,20})"
    rb"|<meta[^<>]{0,200}charset=[\"']?(\w[\w-]{1,20})",
    re.IGNORECASE,
)
"""How LaTeX, XML and HTML say which encoding they have."""

WHOLE_FILE = "evidence-graph-place"
"""What an instruction in XML is called that says in which line and column of a whole file stands what follows it."""

PLACE_IN_WHOLE = re.compile(rf"<\?{WHOLE_FILE} (?P<line>[1-9]\d{{0,8}}) (?P<column>[1-9]\d{{0,8}})\?>", re.ASCII)

LATEX_ENCODINGS = {"ansinew": "cp1252", "applemac": "mac-roman"}
OLD_ENCODINGS = re.compile(r"iso8859-(?!1\Z)\d+|cp125\d|koi8-\w|mac-\w+|gbk|gb2312|gb18030|big5|shift_jis|euc_\w+")
DECLARED_WITHIN = 10_000
"""In how many bytes an encoding is declared."""


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Text from bytes: UTF-8, what a byte order mark announces, UTF-16, or else Windows-1252; reported unless UTF-8."""
    place = Place(file, 1)
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
            message = f"the file begins with a byte order mark and is read as {name}; save it as plain UTF-8"
            return text, [Problem(rule="encoding", place=place, message=message, severity="info")]
    if encoding := unmarked_encoding(data):
        message = "the file has no byte order mark and is read as UTF-16, by its zeros; save it as UTF-8"
        return data.decode(encoding, errors="replace"), [Problem(rule="encoding", place=place, message=message)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, name = decode_legacy(data, declared_encoding(data))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; the file is read as {name}: save it as UTF-8"
        return text, [Problem(rule="encoding", place=Place(file, line), message=message)]


def unmarked_encoding(data: bytes) -> str:
    """UTF-16 without a byte order mark, if it is that: every other byte of its header is zero, and no other one is."""
    start = data[:SAMPLE]
    zeros = [start[first::2].count(0) for first in (0, 1)]
    most = len(start) // 2 * MOST_OF_A_HEADER
    if not most or min(zeros) or max(zeros) < most:
        return ""
    return "utf-16-le" if zeros[1] else "utf-16-be"


def decode_part(data: bytes, declared: str) -> str:
    """Text from bytes of a file that declares an old encoding, or none, as `decode` reads them; a letter may be cut."""
    try:
        return codecs.utf_8_decode(data)[0]
    except UnicodeDecodeError:
        return decode_legacy(data, declared)[0]


def decode_legacy(data: bytes, declared: str) -> tuple[str, str]:
    """Text from bytes in the old encoding that is declared, if any, else in a Western one, and its name.

    Every byte has a meaning in Latin-1.
    """
    try:
        if declared:
            return data.decode(declared), declared
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def declared_encoding(data: bytes) -> str:
    """The old encoding that a file says it has, if it is one that is known."""
    match = DECLARED.search(data, 0, DECLARED_WITHIN)
    name = next(filter(None, match.groups())).decode().casefold() if match else ""
    try:
        found = codecs.lookup(LATEX_ENCODINGS.get(name, name)).name if name else ""
    except LookupError:
        return ""
    return found if OLD_ENCODINGS.fullmatch(found) else ""


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with Unix line breaks and without control characters, which GraphML and terminals cannot take."""
    text, controls = CONTROL.subn("\N{REPLACEMENT CHARACTER}", unix_lines(text))
    first = text.find("\N{REPLACEMENT CHARACTER}")
    if first < 0:
        return text, []
    lost = text.count("\N{REPLACEMENT CHARACTER}") - controls
    kinds = [f"{count(lost, 'lost letter')} (U+FFFD)"] * bool(lost)
    kinds += [count(controls, "control character")] * bool(controls)
    message = f"the text has {listing(kinds)}, the first in this line; write what was meant"
    return text, [Problem(rule="encoding", place=Place(file, line_in_whole(text, first)), message=message)]


def unix_lines(text: str) -> str:
    """The text with one kind of line break, so that lines are counted as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place_in_whole(line: int, column: int) -> str:
    """The instruction that one article of many begins with, as many empty lines before it would take their time."""
    return f"<?{WHOLE_FILE} {line} {column}?>"


def line_of_part(data: bytes) -> int:
    """The line of the whole file in which a part of it begins, as it says; of any other file the first."""
    said = PLACE_IN_WHOLE.search(data[:DECLARED_WITHIN].decode("latin-1"))
    return int(said["line"]) if said else 1


def line_in_whole(text: str, position: int) -> int:
    """The line of a letter in its file, or in the whole one of which the text says that it is a part."""
    before = PLACE_IN_WHOLE.search(text, 0, position)
    return text.count("\n", before.end() if before else 0, position) + (int(before["line"]) if before else 1)
