"""Libraries that several articles cite from: what is wrong in one is told once, and not of each article."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from graph.archive.found import Archive, FoundArticle, digest_of
from graph.archive.loading import ABSENT, FileMark, reader
from graph.archive.rows import rows_of_findings
from graph.archive.rules import noticed_in_archive
from graph.archive.store import add_rows, forget, insert, keep, kept_path, said, writable
from graph.archive.tables import Scalar, id_of
from graph.auditing.baseline import Baseline, known_in
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.model import NO_ARTICLE, Evidence, File, Finding, Place
from graph.reading import read_files
from graph.reading.limits import Limits
from graph.wording import count

SIZE_NAME = "references of "
"""How the names begin under which it is kept how many references libraries have."""

UNUSED = {"unused-reference": "asked of all articles together"}
"""The rule that asks what articles cite."""


@dataclass(frozen=True, slots=True)
class SharedLibrary:
    """A library of several articles: its files, each with one of the articles, and what else it is known by again."""

    files: Mapping[str, FoundArticle]
    mark: FileMark

    @property
    def name(self) -> str:
        """What it is called: as the first of its files."""
        return next(iter(self.files))

    @property
    def number(self) -> int:
        """What stands for it in the store, in the place of an article."""
        return number_of_library(self.name)

    @property
    def size_name(self) -> str:
        """Under which name the number of its references is kept."""
        return f"{SIZE_NAME}{kept_path(self.name)}"


def number_of_library(name: str) -> int:
    """The number of a library, which is that of no article."""
    return id_of(f"library:{name}")


def shared_libraries(archive: Archive, settings: str = "", baseline: Baseline | None = None) -> list[SharedLibrary]:
    """The libraries that several articles share, by name; `settings` is the mark of these."""
    users = {path: each for each in archive.articles for path in each.shared}
    return [
        SharedLibrary({path: users[path] for path in files}, own_mark(files[0], settings, baseline))
        for files in shared_files(archive)
    ]


def shared_files(archive: Archive) -> list[tuple[str, ...]]:
    """The files of each library that several articles share, by name; what some share in part is one library."""
    united: dict[str, tuple[str, ...]] = {}
    for files in sorted({each.shared for each in archive.articles if each.shared}):
        together = tuple(dict.fromkeys(path for file in files for path in united.get(file, (file,))))
        united |= dict.fromkeys(together, together)
    return sorted({*united.values()})


def own_mark(name: str, settings: str, baseline: Baseline | None) -> FileMark:
    """The mark of what a library has beside its files: the settings, and what is known of it."""
    known = known_in(baseline, name)
    return FileMark("", 0, 0, digest_of((settings + known).encode(errors="surrogatepass")) if known else settings)


def write_library(
    library: SharedLibrary, archive: Archive, store: sqlite3.Connection, settings: Settings, given: Given
) -> None:
    """Read a library and put what is wrong in it into the store, in place of what it had of it."""
    files = library_files(library, archive.root, settings.limits)
    evidence = read_files(files, settings.limits)
    known = given.baseline and given.baseline.of(library.name)
    report = report_on_library(evidence, settings, replace(given, baseline=known))
    forget(store, [library.number])
    add_rows(store, {"findings": list(rows_of_findings(library.number, report))})
    marks = (FileMark(file.name, *archive.seen.get(file.name, ABSENT), digest_of(file.data)) for file in files)
    insert_marks(store, library.number, [library.mark, *marks])
    keep(store, {library.size_name: str(len(evidence.references))})


def forget_sizes(libraries: Sequence[SharedLibrary], store: sqlite3.Connection) -> None:
    """Remove how many references libraries have that are no longer there, or no longer shared."""
    kept = {name for (name,) in store.execute("SELECT name FROM kept") if name.startswith(SIZE_NAME)}
    gone = kept - {writable(each.size_name) for each in libraries}
    store.executemany("DELETE FROM kept WHERE name = ?", [(name,) for name in gone])


def library_files(library: SharedLibrary, root: str, limits: Limits) -> list[File]:
    """The files of a library that several articles share."""
    return [File(name, reader(user, root, limits)(name), "references") for name, user in library.files.items()]


def report_on_library(evidence: Evidence, settings: Settings, given: Given) -> Report:
    """What is wrong in a library by itself."""
    alone = replace(settings, about=NO_ARTICLE, causes={}, ignore={**UNUSED, **settings.ignore})
    return audit(evidence, alone, replace(given, retractions=None, journals=None))


def insert_marks(store: sqlite3.Connection, number: int, marks: Iterable[FileMark]) -> None:
    """Keep what the files of an article, or of a library, were when they were read."""
    insert(store, "files", [(number, *mark._replace(path=kept_path(mark.path))) for mark in marks])


def unused(libraries: Sequence[SharedLibrary], store: sqlite3.Connection) -> Iterator[Finding]:
    """For each library of which no article cites some references, the finding that this is so."""
    used = used_keys(store, {writable(file) for library in libraries for file in library.files}) if libraries else {}
    for library in libraries:
        cited = len(set().union(*(used.get(writable(file), ()) for file in library.files)))
        size = int(said(store, library.size_name) or 0)
        if cited < size:
            are = "is" if size - cited == 1 else "are"
            what = f"{size - cited:,} of {count(size, 'reference')} {are} cited by no article"
            cure = "drop them, or look which article is missing"
            yield noticed_in_archive("unused-references", Place(library.name, 1), f"{what}; {cure}")


def used_keys(store: sqlite3.Connection, files: AbstractSet[Scalar]) -> dict[Scalar, set[str]]:
    """The keys that articles cite of each of these files, in one pass, as there may be many."""
    used: dict[Scalar, set[str]] = defaultdict(set)
    for file, key in store.execute("SELECT DISTINCT file, key FROM article_references"):
        if file in files:
            used[file].add(key)
    return used
