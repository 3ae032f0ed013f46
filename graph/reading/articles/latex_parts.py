r"""The files that an article in LaTeX is made of: the article's own, and those that it brings in with `\input`.

Only files in the article's folder are opened, each as often as it is named, but not in itself; how many and how much
in all has a limit, because ten files that name each other twice are a thousand.
"""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from graph.model import File
from graph.reading.articles.scanning import MOST_LETTERS, Scanned, article_text
from graph.reading.problems import Problems

MOST_PARTS = 1000
LONGEST_FORMULA = 10_000
CODE_BEGINS, CODE_ENDS = re.compile(r"<<.*>>=\s*\Z"), re.compile(r"@(?:\s|\Z)")
"""The first and the last line of code in a text that R or another program weaves."""


@dataclass(slots=True)
class LatexPart(Scanned):
    """A file while it is read; `own_name` is empty for the article's own, and `path` for what was never a file."""

    name: str = ""
    path: Path | None = None
    own_name: str = ""
    position: int = 0

    def find_closing(self, what: str, position: int) -> int:
        """Where a formula ends, or -1 if that is not near, in this paragraph; an escaped dollar ends none."""
        found = self.find(what, position)
        while found > 0 and what == "$" and self.text[found - 1] == "\\":
            found = self.find(what, found + 1)
        near = position <= found <= position + LONGEST_FORMULA
        return found if near and "\n\n" not in self.text[position:found] else -1


@dataclass(slots=True)
class Parts:
    """The files that are open, the innermost last, those that were brought in, and those that are not there."""

    article: File
    problems: Problems
    open: list[LatexPart] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)
    brought: int = 0
    letters: int = 0
    chunks: int = 0

    def __post_init__(self) -> None:
        path = Path(self.article.path) if self.article.path else None
        self.add(self.article, path, "")

    def add(self, file: File, path: Path | None, own_name: str) -> None:
        """Open a file."""
        text, problems = article_text(file)
        text, chunks = without_code(text)
        self.chunks += chunks
        self.problems.problems += problems
        self.letters += len(text)
        self.open.append(LatexPart(text, name=file.name, path=path and path.resolve(), own_name=own_name))

    def bring_in(self, written: str, line: int) -> None:
        """Open a file that the text names, or report why it is not read."""
        self.brought += 1
        found = self.found(written)
        if isinstance(found, str):
            self.problems.file = self.open[-1].name
            message = f"{written!r} is not read: {found}"
            self.problems.report("unread-part", line, message, text=written)
            return
        if isinstance(found, File):
            self.bring_file(found, None)
            return
        self.bring_file(File(self.named(found), found.read_bytes(), self.article.role, str(found)), found)

    def named(self, path: Path) -> str:
        """How a file in the article's folder is called, as the article is."""
        inner = os.path.relpath(path, self.folder()).replace(os.sep, "/")
        return str(PurePosixPath(posixpath.dirname(self.article.name)) / inner)

    def bring_file(self, file: File, path: Path | None) -> None:
        """Open a file that is brought in, which is one of the article's from then on."""
        if all(each.name != file.name for each in self.files[-MOST_PARTS:]):
            self.files.append(file)
        self.add(file, path, file.name)

    def folder(self) -> Path:
        """The folder of the article."""
        return Path(self.article.path).resolve().parent

    def found(self, written: str) -> Path | File | str:
        """The file that is meant, or why it is not read."""
        if self.brought > MOST_PARTS:
            return f"the article brings in more than {MOST_PARTS:,} files"
        if not self.article.path:
            return self.in_memory(written)
        folder = self.folder()
        paths = [Path(os.path.normpath(folder / name)) for name in (f"{written}.tex", written)]
        if not paths[1].is_relative_to(folder):
            return "it is outside the article's folder"
        path = next(filter(self.is_there, paths), None)
        return refused(self, path.resolve(), folder) if path else "there is no such file in the article's folder"

    def is_there(self, path: Path) -> bool:
        """Whether there is a file; one that is not is kept in mind, as the article is another once there is."""
        if os.path.isfile(path):  # noqa: PTH113 - which knows of names that no file can have
            return True
        self.missing[self.named(path)] = None
        return False

    def in_memory(self, written: str) -> File | str:
        """The file that is meant among those beside an article in memory, or why it is not read."""
        beside = self.article.beside
        base = posixpath.join(posixpath.dirname(self.article.name), written)
        name = next((each for each in map(posixpath.normpath, (f"{base}.tex", base)) if each in beside), "")
        if not name and self.article.name.startswith("<"):
            return "the article is no file, so it has no folder to look in"
        if not name:
            return "there is no such file in the article's folder"
        if any(each.name == name for each in self.open):
            return "it brings in itself"
        if self.letters + len(beside[name]) > MOST_LETTERS:
            return f"the article and its files have more than {MOST_LETTERS:,} letters"
        return File(name, beside[name], self.article.role)


def without_code(text: str) -> tuple[str, int]:
    """A text with blank lines in place of the code that a program weaves into it, and how often there is some."""
    if ">>=" not in text:
        return text, 0
    lines, chunks, inside = text.split("\n"), 0, False
    for number, line in enumerate(lines):
        begins = not inside and bool(CODE_BEGINS.match(line))
        chunks += begins
        if inside or begins:
            inside = not CODE_ENDS.match(line)
            lines[number] = ""
    return "\n".join(lines), chunks


def refused(parts: Parts, path: Path, folder: Path) -> Path | str:
    """The path of a file that is there, or why it is not read."""
    if not path.is_relative_to(folder):
        return "it is outside the article's folder"
    if any(each.path == path for each in parts.open):
        return "it brings in itself"
    if parts.letters + path.stat().st_size > MOST_LETTERS:
        return f"the article and its files have more than {MOST_LETTERS:,} letters"
    return path if os.access(path, os.R_OK) else "it cannot be opened"
