"""Files -> evidence. Whatever is wrong inside a file becomes a problem; only a file that cannot be opened raises."""

from __future__ import annotations

import codecs
import contextlib
import gc
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graph.bibtex import parse_references
from graph.claims import parse_claims
from graph.model import STANCES, Cause, Claim, Evidence, Place, Problem, Reference, lineage
from graph.wording import count, listing

# What XML 1.0 cannot hold, and DEL.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff\\ud800-\\udfff]")

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read(references: str | os.PathLike[str], claims: str | os.PathLike[str]) -> Evidence:
    """Read a BibTeX file and a claims table (CSV).

    Raises OSError where a file cannot be opened; everything wrong inside the files is in `problems`.
    """
    originals = {"references": Path(references).read_bytes(), "claims": Path(claims).read_bytes()}
    references_text, references_problems = decode(originals["references"], os.fspath(references))
    claims_text, claims_problems = decode(originals["claims"], os.fspath(claims))
    evidence = parse(references_text, claims_text, os.fspath(references), os.fspath(claims))
    problems = (*references_problems, *claims_problems, *evidence.problems)
    return replace(evidence, problems=problems, originals=originals)


def parse(
    references: str, claims: str, references_file: str = "references.bib", claims_file: str = "claims.csv"
) -> Evidence:
    """Read evidence from texts that are decoded already; the file names are for places only."""
    originals = {"references": references.encode(errors="replace"), "claims": claims.encode(errors="replace")}
    references, references_damage = clean(references, references_file)
    claims, claims_damage = clean(claims, claims_file)
    with collector_paused():
        known, references_problems = parse_references(references, references_file)
        found, claims_problems = parse_claims(claims, claims_file)
        stances = unknown_stances(found.values(), known, claims_file)
        problems = (*references_damage, *references_problems, *claims_damage, *claims_problems, *stances)
        return Evidence(
            references=known,
            claims=found,
            causes=collect_causes(found.values()),
            problems=problems,
            references_file=references_file,
            claims_file=claims_file,
            originals=originals,
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
