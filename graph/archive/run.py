"""One audit of an archive: what has changed is read and kept, and what is gone is forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from graph.archive.across import bring_up_to_date, decisions_beside, notice_rows, wants_works
from graph.archive.again import keep_mark, settings_mark, whole_mark
from graph.archive.found import Archive, FoundArticle, digest_of
from graph.archive.how import Audited, HowToRead, Progress
from graph.archive.libraries import SharedLibrary, forget_sizes, insert_marks, shared_libraries, unused, write_library
from graph.archive.loading import ABSENT, FileMark, digest_in, digest_on_disk, shared_bytes
from graph.archive.pool import outcomes
from graph.archive.rows import row_of_finding
from graph.archive.rules import for_articles
from graph.archive.store import (
    add_rows,
    create_indexes,
    cure_of,
    data_version,
    file_of_store,
    forget,
    index_articles_only,
    keep,
    kept_path,
    replace_table,
    said,
    whole,
)
from graph.archive.tables import OF_ARCHIVE, id_of
from graph.archive.uniting import SHARE_TOUCHED, touch, unite_all
from graph.archive.work import ReadArticle, Task, Work
from graph.auditing.baseline import known_in
from graph.auditing.choosing import check, check_causes, choose
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import Evidence, UnusableError
from graph.reading.narrowing import check_sections, headings_in
from graph.rules import RULES

TOGETHER = 64
"""How many articles are written to the store at once."""

NOTHING_READ = Evidence(references={}, claims={}, causes={})


def audit_into(
    store: sqlite3.Connection, archive: Archive, settings: Settings, given: Given, how: HowToRead
) -> Audited:
    """Bring a store up to date with an archive, and say what was done for it."""
    of_articles = for_articles(settings)
    check(of_articles, RULES, NOTHING_READ)
    choose(RULES, of_articles)  # raises where a word means no rule
    shared_bytes.cache_clear()  # an earlier audit may have read other bytes of the same size and time
    run = ArchiveRun(store, archive, settings, given, how)
    try:
        stopped = run.everything()
    except sqlite3.OperationalError as error:
        raise UnusableError(f"{file_of_store(store)}: cannot be written ({error}); {cure_of(error)}") from None
    if not stopped:
        check_words(store, settings)
        run.mark_whole(whole_mark(archive.mark, settings, given))
    return Audited(
        articles=len(archive.articles),
        read=run.progress.done,
        unchanged=len(archive.articles) - run.progress.articles,
        gone=len(run.gone),
        stopped=stopped,
    )


class ArchiveRun:
    """One audit of an archive into a store."""

    def __init__(
        self, store: sqlite3.Connection, archive: Archive, settings: Settings, given: Given, how: HowToRead
    ) -> None:
        self.store, self.archive, self.given, self.how = store, archive, given, how
        self.version = data_version(store)
        self.decisions = decisions_beside(store)  # before all else, as nothing is kept where they cannot be read
        self.settings, self.all_settings = for_articles(settings), settings
        self.mark = settings_mark(self.settings, given)
        self.known = known_articles(store, {kept_path(path): path for path in archive.seen if not path.isascii()})
        self.tasks = [task for task in map(self.task, archive.articles) if not self.is_known(task)]
        self.libraries = shared_libraries(archive, self.mark, given.baseline)
        self.gone = numbers_kept(store) - {id_of(each.name) for each in archive.articles}
        self.progress = Progress(len(self.tasks))

    def everything(self) -> bool:
        """Do all that is to be done; whether it was stopped."""
        self.mark_whole("")
        self.forget_gone()
        stopped = self.read_changed()
        self.finish()
        return stopped

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all of what follows or nothing; not where another audit has, as this one knows nothing of its rows."""
        with whole(self.store):
            if data_version(self.store) != self.version:
                raise UnusableError(
                    f"{file_of_store(self.store)}: has been written by another command meanwhile; run this one again"
                )
            yield

    def mark_whole(self, mark: str) -> None:
        """Keep what all of the archive is known by again."""
        with self.writing():
            keep_mark(self.store, mark)

    def task(self, article: FoundArticle) -> Task:
        """An article, and what the disk says of the files that may be its own."""
        seen, own = self.archive.seen, {*article.files, *article.libraries}
        return Task(article, {path: seen[path] for path in own - article.contents.keys() if path in seen})

    def is_known(self, task: Task) -> bool:
        """Whether the store has an article as it is."""
        marks = self.known.get(id_of(task.article.name), {})
        if marks.get("") != self.own_mark(task.article) or not marks.keys() >= task.article.files.keys():
            return False
        return all(self.is_as(mark, task.article) for path, mark in marks.items() if path)

    def is_known_library(self, library: SharedLibrary) -> bool:
        """Whether the store has a library as it is."""
        marks = self.known.get(library.number, {})
        if marks.get("") != library.mark or marks.keys() - {""} != library.files.keys():
            return False
        return all(self.is_as(marks[path], user) for path, user in library.files.items())

    def is_as(self, mark: FileMark, article: FoundArticle) -> bool:
        """Whether a file is as it was when it was marked."""
        if mark.path in article.contents:
            return digest_in(article, mark.path, b"") == mark.digest
        seen = self.archive.seen.get(mark.path, ABSENT)
        if self.how.verify or seen == mark[1:3] == ABSENT:
            return digest_on_disk(mark.path, self.archive.root) == mark.digest
        return seen == mark[1:3]

    def own_mark(self, article: FoundArticle) -> FileMark:
        """The mark of what an article has beside its files: the settings, what it is called, and its libraries."""
        known = known_in(self.given.baseline, article.name)
        about = repr((self.mark, article.about, article.libraries, article.shared, article.project)) + known
        return FileMark("", 0, 0, digest_of(about.encode(errors="surrogatepass")))

    def forget_gone(self) -> None:
        """Remove the articles that are no longer there."""
        if self.known:
            gone = self.known.keys() - self.numbers()
            with self.writing():
                if (len(gone) + len(self.tasks)) * SHARE_TOUCHED > len(self.known):
                    index_articles_only(self.store)
                    unite_all(self.store)
                else:
                    create_indexes(self.store)
                touch(self.store, gone)
                forget(self.store, gone)

    def numbers(self) -> set[int]:
        """What stands in the store for all that there is now."""
        return {id_of(each.name) for each in self.archive.articles} | {each.number for each in self.libraries}

    def read_changed(self) -> bool:
        """Read what is new or has changed, and keep it; whether that was stopped."""
        # Lists change daily, articles do not: who asks the store joins them, and no article is read again for them.
        given = replace(self.given, retractions=None, journals=None)
        work = Work(self.archive.root, given, self.settings, self.how.time_limit)
        lot: list[tuple[Task, ReadArticle]] = []
        stopped = False
        try:
            for each in outcomes(work, self.tasks, self.how.jobs, self.how.time_limit, self.how.method):
                lot.append(each)
                self.tell(each[1])
                if len(lot) == TOGETHER:
                    self.write(lot)
                    lot = []
        except KeyboardInterrupt:
            stopped = True
        self.write(lot)
        return stopped

    def tell(self, outcome: ReadArticle) -> None:
        """Tell how far it is."""
        self.progress.done += 1
        self.progress.failed += not outcome.marks
        self.how.tell(self.progress)

    def write(self, lot: Sequence[tuple[Task, ReadArticle]]) -> None:
        """Put articles into the store in place of what it had of them, all of them or none."""
        numbers = [id_of(task.article.name) for task, _ in lot]
        known = self.known.keys() & set(numbers)
        with self.writing():
            touch(self.store, known)
            forget(self.store, known)
            for number, (task, outcome) in zip(numbers, lot, strict=True):
                add_rows(self.store, outcome.rows)
                if outcome.marks:
                    marks = [self.own_mark(task.article), *map(self.as_listed, outcome.marks)]
                    insert_marks(self.store, number, marks)
            touch(self.store, numbers)

    def as_listed(self, mark: FileMark) -> FileMark:
        """A mark with what was listed of the file: which files an article names is known only when it is read."""
        return FileMark(mark.path, *self.archive.seen.get(mark.path, mark[1:3]), mark.digest)

    def finish(self) -> None:
        """Keep what is known of the archive as a whole."""
        with self.writing():
            create_indexes(self.store)
            replace_table(self.store, "desks", [(id_of(a.name), a.desk) for a in self.archive.articles if a.desk])
            self.write_libraries()
            if self.write_lists() | self.has_changed() | wants_works(self.store):
                self.write_noticed()

    def write_libraries(self) -> None:
        """Keep what is wrong in the libraries that articles share, where they have changed."""
        forget_sizes(self.libraries, self.store)
        for each in self.libraries:
            if not self.is_known_library(each):
                write_library(each, self.archive, self.store, self.settings, self.given)

    def has_changed(self) -> bool:
        """Whether what lies across the articles may be another than it was, which is then marked as it is."""
        baseline = self.given.baseline
        known = [known_in(baseline, ""), *(baseline.articles if baseline else ())]
        noticed = [*map(repr, self.archive.noticed), settings_mark(self.all_settings, self.given), *known]
        mark = digest_of("".join(noticed).encode(errors="surrogatepass"))
        changed = bool(self.progress.done or self.gone or said(self.store, "noticed") != mark)
        keep(self.store, {"noticed": mark})
        return changed

    def write_noticed(self) -> None:
        """Keep what was noticed of the archive itself, and what lies across its articles, as the settings ask."""
        forget(self.store, [OF_ARCHIVE])
        noticed = enumerate([*self.archive.noticed, *unused(self.libraries, self.store)])
        add_rows(self.store, {"findings": [row_of_finding(OF_ARCHIVE, *each) for each in noticed]})
        bring_up_to_date(self.store, self.decisions, self.all_settings, self.given.baseline)

    def write_lists(self) -> bool:
        """Keep the lists that were given, which questions join; whether there were any. Others stay as they were."""
        given = self.given
        if given.retractions is not None:
            replace_table(self.store, "retractions", notice_rows(given.retractions))
        if given.journals is not None:
            replace_table(self.store, "journals", [(journal,) for journal in sorted(given.journals)])
        return given.retractions is not None or given.journals is not None


def known_articles(store: sqlite3.Connection, paths: Mapping[str, str]) -> dict[int, dict[str, FileMark]]:
    """The marks of the files of each article that the store has, by path; none of those that could not be read.

    `paths` are those on the disk by what the store has of them, where that may be another.
    """
    known: dict[int, dict[str, FileMark]] = {number: {} for number in numbers_kept(store)}
    for number, kept, *mark in store.execute("SELECT article, path, size, mtime, hash FROM files"):
        path = paths.get(kept, kept)
        known.setdefault(number, {})[path] = FileMark(path, *mark)
    return known


def numbers_kept(store: sqlite3.Connection) -> set[int]:
    """The numbers of the articles that a store has."""
    return {number for (number,) in store.execute("SELECT article FROM articles")}


def check_words(store: sqlite3.Connection, settings: Settings) -> None:
    """Raise UnusableError for a section or a cause that no article has, as far as all could be read."""
    if settings.section:
        check_sections(settings.section, headings_kept(store))
    if settings.causes and not store.execute("SELECT 1 FROM articles WHERE failure IS NOT NULL LIMIT 1").fetchone():
        known = {name for (name,) in store.execute("SELECT DISTINCT name FROM causes")}
        check_causes(settings.causes, known, "one of the articles")


def headings_kept(store: sqlite3.Connection) -> set[str]:
    """The headings that the claims of a store stand under, in lower case."""
    rows = [*store.execute("SELECT name, '' FROM causes"), *store.execute("SELECT DISTINCT '', section FROM claims")]
    return {heading for row in rows for heading in headings_in(*row)}
