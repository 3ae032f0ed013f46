"""A baseline: the findings that are known already, keyed on what they say and never on line numbers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from graph.model import Finding, Place, UnusableError
from graph.wording import unnamed

LINE = re.compile(r"\blines? \d+( to \d+)?")
FILE = re.compile(r"\S+\.(?:bib|csv)\b")
DIGITS = re.compile(r"\d[\d,]*")
MARK = re.compile(r'"fingerprint": "([^"]+)"')


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that is known already, and where the baseline says so."""

    fingerprint: str
    code: str
    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are known already."""

    file: str
    known: tuple[Known, ...]


def fingerprint(finding: Finding) -> str:
    """What identifies a finding when rows move: its rule, subject, column and message, hashed.

    Line numbers, names of files and the words beside ids are taken out of the message, and all numbers where it is
    about a whole file.
    """
    message = FILE.sub("file", LINE.sub("line", unnamed(finding.message)))
    message = message if finding.subject else DIGITS.sub("0", message)
    parts = (finding.code, finding.subject, finding.place.column, message)
    import hashlib  # five milliseconds of an audit without a baseline

    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding with its fingerprint; the second of two alike gets a number, and so on."""
    seen: dict[str, int] = {}
    for finding in findings:
        mark = fingerprint(finding)
        seen[mark] = seen.get(mark, 0) + 1
        yield (mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"), finding


def baseline_text(findings: Iterable[Finding]) -> str:
    """Findings as a baseline, one on each line and in the order of their fingerprints."""
    lines = sorted(
        json.dumps({"fingerprint": mark, "code": each.code, "message": each.message}, ensure_ascii=False)
        for mark, each in numbered(findings)
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def read_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Read a baseline; its places have the bare name of the file, which may be far from the data.

    Raises OSError where the file cannot be opened, and UnusableError where it is no baseline.
    """
    file, name = os.fspath(path), PurePath(path).name
    try:
        text = Path(path).read_text(encoding="utf-8")
        entries = json.loads(text)
        if not isinstance(entries, list):
            raise TypeError("not a list")  # noqa: TRY301 - it is no baseline, as what follows finds too
        lines = {mark: n for n, line in enumerate(text.split("\n"), start=1) for mark in MARK.findall(line)}
        known = [
            Known(each["fingerprint"], each["code"], each["message"], Place(name, lines.get(each["fingerprint"], 1)))
            for each in entries
        ]
    except (ValueError, TypeError, KeyError) as error:
        raise UnusableError(f"{file}: no baseline ({error}); write one with --write-baseline") from None
    return Baseline(file, tuple(known))
