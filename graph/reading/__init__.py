"""Files -> evidence. Whatever is wrong inside a file becomes a problem; only a file that cannot be opened raises."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from graph.model import STANCES, Cause, Claim, Evidence, Place, Problem, Reference, lineage
from graph.reading.bibtex import parse_references
from graph.reading.claims import parse_claims
from graph.reading.source_values import add_values
from graph.reading.text import clean, decode
from graph.wording import listing

ROLES = ("references", "claims", "values")
FILES = ("references.bib", "claims.csv", "evidence.csv")
"""What the three files are called unless they have other names."""


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
