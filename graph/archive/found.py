"""What an archive is made of before any article is read: articles with the files that they are in, and findings."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.archive.walking import Stat
from graph.model import NO_ARTICLE, Article, Finding, Role
from graph.reading.projects import Project
from graph.reading.text import line_of_whole
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
            parts += [self.between(line, start), text]
            line = start + text.count("\n")
        return as_utf8("".join(parts))

    def between(self, line: int, start: int) -> str:
        """What stands for the lines that others have of the file."""
        return "\n" * (start - line)

    def digest(self) -> str:
        """What is in it and where, as a short text."""
        lines = (f"{start}:{text}" for start, text in self.rows)
        return digest_of(as_utf8("".join([self.header, *lines])))


@dataclass(slots=True)
class XmlPart(FilePart):
    """The same of a file in XML, which says where it begins: thousands of empty lines would take their time."""

    def between(self, line: int, start: int) -> str:  # noqa: ARG002 - as that of any part
        """An instruction for what reads XML."""
        return line_of_whole(start)


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
    contents: Mapping[str, bytes | FilePart] = field(default_factory=dict, repr=False)
    about: Article = NO_ARTICLE
    desk: str = ""
    failure: str = ""


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
