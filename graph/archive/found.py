"""What an archive is made of before any article is read: articles with the files that they are in, and findings."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from graph.archive.walking import Stat
from graph.model import NO_ARTICLE, Article, Finding, Place, Role
from graph.reading.limits import USUAL_LIMITS, refuse_larger
from graph.reading.projects import Project
from graph.reading.text import decode_part, line_of_part, place_in_whole
from graph.wording import printable


@dataclass(slots=True)
class FilePart:
    """What one article has of a file of several: the line where each stretch begins, and its text, below a header's."""

    header: str
    rows: list[tuple[int, str]] = field(default_factory=list)

    def data(self) -> bytes:
        """A file of these alone, each in the line in which it is in the whole one."""
        parts = [self.header]
        line = 1 + self.header.count("\n")
        for start, text in self.rows:
            parts += ["\n" * (start - line), text]
            line = start + text.count("\n")
        return as_utf8("".join(parts))

    def digest(self) -> str:
        """What is in it and where, as a short text."""
        lines = (f"{start}:{text}" for start, text in self.rows)
        return digest_of(as_utf8("".join([self.header, *lines])))


@dataclass(frozen=True, slots=True)
class XmlPart:
    """What one article has of a file of XML: where its bytes are, the line and column of the first, and their encoding.

    What is `before` and `behind` it makes it a file of its own. It is read when it is asked for: such files are large.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    before: str = ""
    behind: str = ""
    encoding: str = ""

    def data(self) -> bytes:
        """A file of this alone, which says where in the whole one it stands; empty lines would take their time.

        Raises OSError where it cannot be opened, and UnusableError where it is too large.
        """
        refuse_larger(PurePath(self.path).name, self.end - self.start, USUAL_LIMITS)
        with open(self.path, "rb") as file:  # noqa: PTH123 - thousands of them
            file.seek(self.start)
            written = file.read(self.end - self.start)
        return self.filled(decode_part(written, self.encoding))

    def filled(self, text: str) -> bytes:
        """A file of its text alone."""
        return as_utf8(f"{self.before}{place_in_whole(self.line, self.column)}{text}{self.behind}")

    def digest(self) -> str:
        """What is in it and where, as a short text."""
        return digest_of(self.data())


def article_name(path: str) -> str:
    """The name of the article at a path: letters written in one way, and what is not printable as an escape."""
    return printable(unicodedata.normalize("NFC", path)) or "."


def as_utf8(text: str) -> bytes:
    """A text as bytes, whatever letters it has."""
    return text.encode(errors="surrogatepass")


def digest_of(data: bytes) -> str:
    """Bytes as a short text."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article as the disk has it: its name, and its files by their paths from the root, with what each holds.

    `libraries` are those that it may cite from, and `shared` those of them that other articles may cite from, too.
    `project` is that to which it belongs, with paths from the root. `contents` has files that need not be read from the
    disk. `failure` says why it cannot be read.
    """

    name: str
    files: Mapping[str, Role]
    libraries: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    project: Project | None = None
    contents: Mapping[str, bytes | FilePart | XmlPart] = field(default_factory=dict, repr=False)
    about: Article = NO_ARTICLE
    desk: str = ""
    failure: str = ""

    @property
    def place(self) -> Place:
        """Where it begins: the first of its files, and its line in one of XML that has many articles."""
        path = next(iter(self.files), "") or self.name
        part = self.contents.get(path, b"")
        if isinstance(part, bytes):
            return Place(path, line_of_part(part))
        return Place(path, part.line if isinstance(part, XmlPart) else 1)


@dataclass(slots=True)
class Archive:
    """What was found below a root: the articles, all files that may matter with their sizes and times, and findings.

    `mark` says in short what its folders list, by which all of it is known again; it is empty where that is not enough.
    """

    root: str
    articles: list[FoundArticle] = field(default_factory=list)
    mark: str = ""
    seen: dict[str, Stat] = field(default_factory=dict)
    noticed: list[Finding] = field(default_factory=list)
    passed_over: dict[str, list[str]] = field(default_factory=dict)

    def pass_over(self, why: str, paths: Iterable[str]) -> None:
        """Note files that are no articles of their own."""
        self.passed_over.setdefault(why, []).extend(paths)
