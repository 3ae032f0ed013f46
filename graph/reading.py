"""Files -> evidence. Whatever is wrong inside a file becomes a problem; only a file that cannot be opened raises."""

from __future__ import annotations

import codecs
import contextlib
import gc
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from graph.bibtex import parse_references
from graph.claims import parse_claims
from graph.model import STANCES, Cause, Claim, Evidence, Place, Problem, Reference, lineage
from graph.values import add_values
from graph.wording import count, listing

# What XML 1.0 cannot hold, and DEL.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff\\ud800-\\udfff]")

ROLES = ("references", "claims", "values")
FILES = ("references.bib", "claims.csv", "evidence.csv")
"""What the three files are called unless they have other names."""

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read(
    references: str | os.PathLike[str],
    claims: str | os.PathLike[str],
    values: str | os.PathLike[str] | None = None,
) -> Evidence:
    """Read a BibTeX file, a claims table (CSV) and, where there is one, a table of source values (CSV).

    Raises OSError where a file cannot be opened; everything wrong inside the files is in `problems`.
    """
    names = [os.fspath(path) for path in (references, claims, values) if path]
    return read_bytes([Path(name).read_bytes() for name in names], names)


def read_bytes(contents: Sequence[bytes], files: Sequence[str] = FILES) -> Evidence:
    """Read evidence from the contents of two or three files, called `files`."""
    texts, problems = zip(*(decode(data, file) for data, file in zip(contents, files, strict=False)), strict=True)
    evidence = parse(*texts, files=files)
    originals = dict(zip(ROLES, contents, strict=False))
    return replace(evidence, problems=(*chain.from_iterable(problems), *evidence.problems), originals=originals)


def parse(references: str, claims: str, values: str | None = None, *, files: Sequence[str] = FILES) -> Evidence:
    """Read evidence from texts that are decoded already; `files` are the names that places get."""
    references_file, claims_file, values_file = [*files, *FILES[len(files) :]]
    texts = dict(zip(ROLES, (references, claims, values), strict=True))
    with collector_paused():
        references, problems = clean(references, references_file)
        claims, damage = clean(claims, claims_file)
        known, wrong = parse_references(references, references_file)
        found, torn = parse_claims(claims, claims_file)
        problems += [*wrong, *damage, *torn, *unknown_stances(found.values(), known, claims_file)]
        if values is not None:
            values, damage = clean(values, values_file)
            found, wrong = add_values(found, values, values_file)
            problems += [*damage, *wrong]
        return Evidence(
            references=known,
            claims=found,
            causes=collect_causes(found.values()),
            problems=tuple(problems),
            references_file=references_file,
            claims_file=claims_file,
            values_file=values_file if values is not None else "",
            originals={role: text.encode(errors="replace") for role, text in texts.items() if text is not None},
        )


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Text from bytes: UTF-8, what a byte order mark announces, or else Windows-1252, which is reported."""
    place = Place(file, 1)
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
            message = f"the file begins with a byte order mark and is read as {name}; save it as plain UTF-8"
            return text, [Problem(rule="encoding", place=place, message=message, severity="info")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, name = decode_legacy(data)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; the file is read as {name}: save it as UTF-8"
        return text, [Problem(rule="encoding", place=Place(file, line), message=message)]


def decode_legacy(data: bytes) -> tuple[str, str]:
    """Text from bytes of one of the two old Western encodings, and its name; every byte has a meaning in Latin-1."""
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with Unix line breaks and without control characters, which GraphML and terminals cannot take."""
    text, controls = CONTROL.subn("\N{REPLACEMENT CHARACTER}", unix_lines(text))
    first = text.find("\N{REPLACEMENT CHARACTER}")
    if first < 0:
        return text, []
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    kinds = f"{count(lost - controls, 'lost letter')} (U+FFFD) and {count(controls, 'control character')}"
    message = f"the text has {kinds}, the first in this line; write what was meant"
    return text, [Problem(rule="encoding", place=Place(file, text.count("\n", 0, first) + 1), message=message)]


def unix_lines(text: str) -> str:
    """The text with one kind of line break, so that lines are counted as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def collect_causes(claims: Iterable[Claim]) -> dict[str, Cause]:
    """Every cause that a claim is about or involves and the wider ones, in the order of the table."""
    causes: dict[str, Cause] = {}
    claims = list(claims)
    named = [(claim.cause, claim.at("cause")) for claim in claims]
    named += [(name, claim.at("involves")) for claim in claims for name in claim.involves]
    for name, place in named:
        if name not in causes:
            for each in reversed(list(lineage(name))):
                causes.setdefault(each, Cause(each, place))
    return causes


def unknown_stances(claims: Iterable[Claim], references: dict[str, Reference], file: str) -> Iterator[Problem]:
    """Columns of another name whose cells are reference keys: a stance that this program does not know."""
    seen: dict[str, bool] = {}
    for claim in claims:
        for column, cell in claim.extra.items():
            keys = [part.partition("(")[0].strip() for part in cell.split(";")]
            seen[column] = seen.get(column, True) and all(key in references for key in keys)
    for column, is_stance in seen.items():
        if is_stance:
            message = f"unknown stance {column!r}: its cells are reference keys; use {listing(STANCES)}"
            yield Problem(rule="unknown-word", place=Place(file, 1, column), message=message)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Hold the garbage collector, which costs a quarter of a large load and finds nothing in it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
