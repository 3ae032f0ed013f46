"""A baseline: the findings that are known already, keyed on what they are about, never on lines or counts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NamedTuple

from graph.model import Finding, Place, UnusableError
from graph.support import Support
from graph.wording import unnamed

BOUNDARY = "\0"
"""What stands between messages that are looked at together: no pattern finds anything that goes over it."""

LINE = re.compile(r"line(?<=\bline)s? \d+( to \d+)?")
FILE = re.compile(r"(?<![^\s\0])[^\s\0]+\.(?:bib|csv)\b")
IN_QUOTES = re.compile(r"""('[^'\0]*'|"[^"\0]*")""")
IN_DIGITS = re.compile(r"\d[\d,]*")
WORSE = {
    "CLM001": frozenset({"CLM003", "CLM004", "CLM005", "CLM006", "CLM009", "CLM012", "CLM014", "NUM102"}),
    "GRF402": frozenset({"GRF403"}),
}
"""Which findings come in the place of another when a claim is given a source."""

OF_SOURCES = frozenset({*WORSE, *chain(*WORSE.values()), "CLM007", "CLM008", "CLM013", "CLM015", "GRF405", "GRF406"})
"""Rules about what a claim or a cause rests on, whose messages change with every source."""

MARK = re.compile(r'"fingerprint": "([^"]+)"')


class Known(NamedTuple):
    """A finding that is known already, and where the baseline says so; that of an archive says of which article."""

    fingerprint: str
    code: str
    message: str
    place: Place
    article: str = ""


@dataclass(frozen=True)
class Baseline:
    """The findings that are known already."""

    file: str
    known: tuple[Known, ...]

    @cached_property
    def articles(self) -> dict[str, Baseline]:
        """The baseline of an archive, parted by article; "" is the archive itself."""
        parts: dict[str, list[Known]] = {}
        for each in self.known:
            parts.setdefault(each.article, []).append(each)
        return {article: Baseline(self.file, tuple(known)) for article, known in parts.items()}

    def of(self, article: str) -> Baseline | None:
        """What the baseline of an archive knows of an article; None where that is nothing."""
        return self.articles.get(article)


def known_in(baseline: Baseline | None, article: str) -> str:
    """What the baseline of an archive knows of an article, wherever it says so, as a text to be compared."""
    part = baseline.of(article) if baseline else None
    return repr([(each.fingerprint, each.code, each.message) for each in part.known]) if part else ""


def fingerprint(finding: Finding) -> str:
    """What identifies a finding when rows move and numbers change: its rule, subject, column and message, hashed.

    Of the message count neither numbers, names of files and the words beside ids, nor anything where it lists sources.
    """
    return fingerprints([finding])[0]


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """The fingerprint of each finding."""
    messages = unchanging(["" if each.code in OF_SOURCES else each.message for each in findings])
    told = zip(findings, messages, strict=True)
    return [*hashed((each.code, each.subject, each.place.column, message) for each, message in told)]


def unchanging(messages: Sequence[str]) -> list[str]:
    """What counts of each message; patterns look at all of them at once, which takes half the time."""
    text = LINE.sub("line", BOUNDARY.join([unnamed(each).replace(BOUNDARY, "") for each in messages]))
    parts = IN_QUOTES.split(BOUNDARY.join(map(without_files, text.split(BOUNDARY))))
    parts[::2] = map(without_numbers, parts[::2])
    return "".join(parts).split(BOUNDARY) if messages else []


def without_files(message: str) -> str:
    """A message with "file" for each name of one; what most do not have is looked for in no time before a pattern."""
    return FILE.sub("file", message) if ".bib" in message or ".csv" in message else message


@lru_cache(maxsize=1024)
def without_numbers(words: str) -> str:
    """Words with 0 for each number; the same few stand between the quotes of thousands of messages."""
    return IN_DIGITS.sub("0", words)


def worse(finding: Finding, support: Support) -> Iterator[str]:
    """The fingerprints of what may have been in the place of a finding: a claim's first source has flaws of its own.

    Where a claim about a cause was without a source, so may be what the cause rests on now.
    """
    yield from hashed((code, finding.subject, "", "") for code, better in WORSE.items() if finding.code in better)
    if finding.code in WORSE["GRF402"]:
        cause = finding.subject.partition(":")[2]
        claims = (*support.about(cause), *support.involving(cause))
        yield from hashed(("CLM001", f"claim:{claim}", "", "") for claim in claims)


def hashed(told: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Parts of each finding as a short text."""
    from hashlib import sha256  # five milliseconds of an audit without a baseline

    for parts in told:
        yield sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding with its fingerprint; the second of two alike gets a number, and so on."""
    found = list(findings)
    seen: dict[str, int] = {}
    for mark, finding in zip(fingerprints(found), found, strict=True):
        seen[mark] = number = seen.get(mark, 0) + 1
        yield (mark if number == 1 else f"{mark}-{number}"), finding


def baseline_text(findings: Iterable[Finding]) -> str:
    """Findings as a baseline, one on each line and in the order of their fingerprints."""
    return "[\n" + ",\n".join(baseline_lines(findings)) + "\n]\n"


def baseline_lines(findings: Iterable[Finding], article: str | None = None) -> list[str]:
    """The lines of a baseline, in order; each says of which article it is, where there are several."""
    import json  # which most audits do without

    of_article = {} if article is None else {"article": article}
    return sorted(
        json.dumps({"fingerprint": mark, "code": each.code, "message": each.message} | of_article, ensure_ascii=False)
        for mark, each in numbered(sorted(findings, key=attrgetter("message")))
    )


def read_baseline(path: str | os.PathLike[str], *, of_archive: bool = False) -> Baseline:
    """Read a baseline; its places have the bare name of the file, which may be far from the data.

    Raises OSError where the file cannot be opened, and UnusableError where it is no baseline, or one of an archive
    where one of an article is wanted, or the other way round.
    """
    import json

    file, name = os.fspath(path), PurePath(path).name
    try:
        text = Path(path).read_text(encoding="utf-8")
        entries = json.loads(text)
        if not isinstance(entries, list):
            raise TypeError("not a list")  # noqa: TRY301 - it is no baseline, as what follows finds too
        lines = lines_of_marks(text)
        known = [
            Known(
                mark := each["fingerprint"],
                each["code"],
                each["message"],
                Place(name, next(lines.get(mark, iter(())), 1)),
                each.get("article", ""),
            )
            for each in entries
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnusableError(f"{file}: no baseline ({error}); write one with --write-baseline") from None
    if any(("article" in each) != of_archive for each in entries):
        kind, command = ("an article", "archive audit") if of_archive else ("an archive", "audit")
        raise UnusableError(f"{file}: the baseline of {kind}; write one with '{command} --write-baseline'")
    return Baseline(file, tuple(known))


def lines_of_marks(text: str) -> dict[str, Iterator[int]]:
    """The lines that each fingerprint stands in, one after the other: articles of an archive may have the same."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for mark in MARK.findall(line):
            lines.setdefault(mark, []).append(number)
    return {mark: iter(numbers) for mark, numbers in lines.items()}
