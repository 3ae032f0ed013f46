"""The pages of articles that were asked for, made of their files as they are now, and kept as they are in the store.

A page that was built is built again where its article was audited anew, and removed where that is gone, so that what
the index leads to is what it says. Which version of an article a page is of stands in a table of its own, `pages`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.archive.baseline import baseline_of
from graph.archive.finding import find_archive
from graph.archive.found import FoundArticle, digest_of
from graph.archive.how import HowToRead
from graph.archive.listing import archive_folder
from graph.archive.loading import file_marks, load_article
from graph.archive.origin import Origin, origin_of
from graph.archive.page.paths import is_page_path, page_paths
from graph.archive.pool import outcomes
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.archive.rows import audited_article, settings_for
from graph.archive.store import kept_path
from graph.archive.tables import id_of
from graph.archive.work import ReadArticle, Task, unread_article, why_unread
from graph.auditing.baseline import Baseline
from graph.auditing.given import Given
from graph.auditing.settings import Settings
from graph.model import UnusableError
from graph.page import render_page
from graph.wording import did_you_mean
from graph.writing import remove, write_text

WORST_PAGES, ALL_PAGES = "worst", "all"
"""How pages are asked for by other words than the names of articles: "worst:20", "all"."""

USUAL_PAGES = f"{WORST_PAGES}:20"


@dataclass(slots=True, kw_only=True)
class BuiltPages:
    """What became of the pages of articles: the path of each that is there, and why others could not be built.

    `built` counts those that were built now; `changed` names those whose articles are no longer as they were audited.
    """

    failures: dict[str, str]
    changed: list[str]
    paths: dict[str, str] = field(default_factory=dict)
    built: int = 0


@dataclass(frozen=True, slots=True)
class PageWork:
    """Reading an article and writing its page, in this process or one of a pool."""

    root: str
    folder: str
    settings: Settings
    baseline: Baseline | None
    paths: Mapping[str, str]

    def __call__(self, task: Task) -> ReadArticle:
        """The marks of the files that the page is of; none, and a row that says why, where it could not be built."""
        article = task.article
        try:
            packed = load_article(article, self.root, self.settings.limits)
            settings = settings_for(packed, self.settings)
            given = Given(as_of=settings.as_of, baseline=self.baseline and self.baseline.of(article.name))
            evidence, report = audited_article(packed.contents, packed.files, given, settings, packed.shared)
            page = render_page(evidence, report, evidence.article.title or article.name)
        except (OSError, UnusableError) as error:
            return unread_article(task, why_unread(error, self.root))
        try:
            path = Path(self.folder, self.paths[article.name])
            path.parent.mkdir(parents=True, exist_ok=True)
            write_text(path, page)
        except OSError as error:
            return unread_article(task, f"it cannot be written: {error.strerror or error}")
        return ReadArticle({"articles": []}, file_marks(article, packed, task.seen))


def chosen_articles(store: sqlite3.Connection, asked: Sequence[str]) -> list[str]:
    """The names of the articles whose pages are asked for: "all", "worst:20", or names, of which "./all" is one, too.

    Raises UnusableError for a name that no article has.
    """
    readable = dict(store.execute("SELECT name, failure FROM articles ORDER BY name").fetchall())
    chosen: dict[str, None] = {}
    for each in asked:
        word, _, number = each.partition(":")
        if each == ALL_PAGES:
            chosen |= dict.fromkeys(readable)
        elif word == WORST_PAGES and number.isdecimal():
            chosen |= dict.fromkeys(worst_articles(store, int(number)))
        else:
            chosen[known_name(each.removeprefix("./"), readable)] = None
    return [name for name in chosen if readable[name] is None]


def worst_articles(store: sqlite3.Connection, number: int) -> list[str]:
    """The names of the worst articles that could be read."""
    question = ARCHIVE_QUESTIONS["worst"]
    name, failure = question.columns.index("article"), question.columns.index("failure")
    return [str(row[name]) for row in store.execute(question.sql) if not row[failure]][:number]


def known_name(name: str, names: Collection[str]) -> str:
    """The name of an article, if there is one."""
    if name not in names:
        hint = did_you_mean(name, names) or f"; write a name, {ALL_PAGES!r}, or {USUAL_PAGES!r}"
        raise UnusableError(f"no article is called {name!r}{hint}")
    return name


def build_pages(store: sqlite3.Connection, folder: str, asked: Sequence[str], how: HowToRead) -> BuiltPages:
    """Write the pages of these articles, and again those that are no longer of what the store has.

    Raises UnusableError where the store does not say where its articles are, or they are not there; OSError where the
    baseline that they were audited with is gone.
    """
    origin = origin_of(store, folder)
    store.execute("CREATE TABLE IF NOT EXISTS pages (article BIGINT PRIMARY KEY, path TEXT, digest TEXT)")
    paths = page_paths(name for (name,) in store.execute("SELECT name FROM articles"))
    current = remove_old_pages(store, folder, paths)
    wanted = [name for name in sorted(paths) if current.get(name) is False or (name in asked and name not in current)]
    done = BuiltPages(failures={}, changed=[])
    root, baseline = archive_folder(origin.root), baseline_of(origin.settings)
    work = PageWork(root, folder, origin.settings, baseline, {name: paths[name] for name in wanted})
    for task, outcome in outcomes(work, tasks_of(origin, wanted, done), how.jobs, how.time_limit, how.method):
        note_built(store, task.article, outcome, done)
        if outcome.marks:
            row = (id_of(task.article.name), paths[task.article.name], digest_of_article(store, task.article.name))
            store.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", row)
    built = {number for (number,) in store.execute("SELECT article FROM pages")}
    done.paths = {name: path for name, path in paths.items() if id_of(name) in built}
    return done


def remove_old_pages(store: sqlite3.Connection, folder: str, paths: Mapping[str, str]) -> dict[str, bool]:
    """Remove the pages of articles that are gone; whether each page that is there is still of what the store has."""
    names = {id_of(name): name for name in paths}
    current: dict[str, bool] = {}
    for number, path, digest in store.execute("SELECT article, path, digest FROM pages").fetchall():
        name = names.get(number, "")
        if paths.get(name) == path and Path(folder, path).is_file():
            current[name] = digest == digest_of_article(store, name)
            continue
        store.execute("DELETE FROM pages WHERE article = ?", (number,))
        if is_page_path(path):
            remove(Path(folder, path))
    return current


def digest_of_article(store: sqlite3.Connection, name: str) -> str:
    """What an article is known by as it was audited: its files and the settings."""
    query = "SELECT path, hash FROM files WHERE article = ? ORDER BY path"
    return digest_of(repr(store.execute(query, (id_of(name),)).fetchall()).encode(errors="surrogatepass"))


def tasks_of(origin: Origin, wanted: Collection[str], done: BuiltPages) -> Iterator[Task]:
    """The articles whose pages are to be built; those that are no longer there are failures."""
    if not wanted:
        return
    archive = find_archive(origin.root, origin.settings.exclude)
    found = {each.name: each for each in archive.articles if each.name in wanted}
    done.failures |= {name: "it is no longer there; audit the archive again" for name in wanted if name not in found}
    for article in found.values():
        yield Task(article, {path: archive.seen[path] for path in article.files if path in archive.seen})


def note_built(store: sqlite3.Connection, article: FoundArticle, outcome: ReadArticle, done: BuiltPages) -> None:
    """Note what became of the page of an article, and whether its files are as they were audited."""
    if not outcome.marks:
        ((*_, why),) = outcome.rows["articles"]
        done.failures[article.name] = str(why)
        return
    done.built += 1
    query = "SELECT path, hash FROM files WHERE article = ? AND path <> ''"
    if {kept_path(mark.path): mark.digest for mark in outcome.marks} != dict(
        store.execute(query, (id_of(article.name),))
    ):
        done.changed.append(article.name)
