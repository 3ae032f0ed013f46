"""What the findings of an archive ask for, done to the files of its articles, and nothing else done to them.

A library that several articles share is mended as itself, by what was found in it; articles leave it as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from graph.archive.found import Archive, FoundArticle
from graph.archive.how import TIME_LIMIT
from graph.archive.libraries import SharedLibrary, library_files, report_on_library, shared_libraries
from graph.archive.loading import load_article
from graph.archive.rows import article_files, evidence_of, fault_of_ours, report_on
from graph.archive.tables import id_of
from graph.archive.work import OutOfTime, in_time, too_long, why_unread
from graph.auditing.engine import NOTHING_ELSE
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.settings import Settings
from graph.fixes import Fixed, fix, mending
from graph.fixes.planning import FIXES
from graph.model import Evidence, File, UnusableError
from graph.reading import read_files
from graph.reading.narrowing import narrowed_to

NOTHING_FIXED = Fixed((), (), (), Evidence(references={}, claims={}, causes={}))
"""What is mended where nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """The files of an article, or of a library, as they are and as they are mended, or why they cannot be."""

    name: str
    files: Sequence[File] = ()
    fixed: Fixed = NOTHING_FIXED
    failure: str = ""


class Repairs(NamedTuple):
    """How the articles of an archive are mended: by the rules that the settings choose, with `unsafe` edits or without.

    What takes longer than the time limit, in seconds, stays as it is.
    """

    archive: Archive
    settings: Settings
    given: Given = NOTHING_ELSE
    unsafe: bool = False
    time_limit: float = TIME_LIMIT

    def of(self, numbers: Collection[int]) -> Iterator[Repair]:
        """Those of the articles and libraries with these numbers, in the order of their names, the libraries first.

        Nothing is written. An article is read when it is its turn, so that it cites from a library as that is by then.
        """
        for library in shared_libraries(self.archive):
            if library.number in numbers:
                yield self.tried(library.name, partial(self.library, library))
        for article in self.archive.articles:
            if id_of(article.name) in numbers and not article.contents:
                yield self.tried(article.name, partial(self.article, article))

    def tried(self, name: str, mend: Callable[[], tuple[Sequence[File], Fixed]]) -> Repair:
        """What is mended, or why nothing is: one article costs no other."""
        try:
            with in_time(self.time_limit):
                files, fixed = mend()
        except OutOfTime:
            return Repair(name=name, failure=too_long(self.time_limit))
        except (OSError, UnusableError) as error:
            return Repair(name=name, failure=why_unread(error, self.archive.root))
        except Exception as error:  # noqa: BLE001 - as where articles are read
            return Repair(name=name, failure=fault_of_ours(error))
        return Repair(name=name, files=files, fixed=fixed)

    def library(self, library: SharedLibrary) -> tuple[Sequence[File], Fixed]:
        """The files of a library that articles share, and what is mended in them."""
        settings, given = self.rules()
        files = self.on_disk(library_files(library, self.archive.root, settings.limits))

        def audit(evidence: Evidence) -> Report:
            return report_on_library(evidence, settings, given)

        return files, fix(files, audit, unsafe=self.unsafe, read=partial(read_files, limits=settings.limits))

    def article(self, article: FoundArticle) -> tuple[Sequence[File], Fixed]:
        """The files of an article, and what is mended in them."""
        settings, given = self.rules()
        packed = load_article(article, self.archive.root, settings.limits)
        files = self.on_disk(article_files(packed.contents, packed.files))
        read = partial(evidence_of, shared=packed.shared, settings=settings)

        def audit(evidence: Evidence) -> Report:
            asked_for = narrowed_to(evidence, settings.only, settings.section)
            return report_on(asked_for, given, settings, packed.shared)

        return files, fix(files, audit, unsafe=self.unsafe, read=read)

    def rules(self) -> tuple[Settings, Given]:
        """What is run: only what can be mended; what the baseline knows is not excused, only not new, so it is, too."""
        return mending(self.settings), replace(self.given, baseline=None)

    def on_disk(self, files: Iterable[File]) -> list[File]:
        """Files of the archive with the paths that open them."""
        return [replace(file, path=os.path.join(self.archive.root, file.name)) for file in files]  # noqa: PTH118 - as the user writes the root


def to_mend(store: sqlite3.Connection) -> set[int]:
    """The numbers of the articles and libraries of which a finding can be mended: what a baseline knows can be, too."""
    names = ", ".join("?" * len(FIXES))
    query = f"SELECT DISTINCT article FROM findings WHERE rule IN ({names}) AND coalesce(suppressed_by, ?) = ?"  # noqa: S608 - question marks
    return {number for (number,) in store.execute(query, (*FIXES, "baseline", "baseline"))}
