"""ROOT -> the articles that are in it, by name: which files each is made of, before any of them is read.

An article is, in a folder, the first of these that there is:

1. its table of claims, `claims.csv`, `.xlsx` or `.ods`: the folder is one article;
2. `article.md`, or another format of articles: the folder is one article;
3. parts that are numbered and have a library beside them (`01.abstract.md`, `02.intro.md`, `references.json`), or that
   begin with a digit beside the settings of Manubot: the folder is one article, unless articles.csv names one of them;
4. each other manuscript, by its own name. Files that differ in their ending only are one article.

References are in the libraries that the settings of its project name (`_quarto.yml`), in the library of the same name
(`paper.bib` beside `paper.qmd`), or in the nearest folder that has one, from the article's own up to the root; a folder
has what its `_bibliography` has.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path, PurePath

from graph.archive.article_sets import is_set, split_set
from graph.archive.bibliographies import libraries_at, libraries_in, libraries_of, present
from graph.archive.found import Archive, FoundArticle, article_name
from graph.archive.manuscripts import manuscripts, stem, supplements_in
from graph.archive.outputs import BESIDE_MANUSCRIPT, outside_of_projects
from graph.archive.rules import noticed_in_archive
from graph.archive.tabled import has_articles, notice_one_article, split_table
from graph.archive.walking import PACKAGE_SUFFIXES, PRINT_SUFFIX, Folder, Listing, ending
from graph.model import Finding, Place, Role
from graph.reading.projects import MANUSCRIPT, Project, may_have_project, project_in
from graph.support.numbers import by_key
from graph.wording import count, listing

CLAIM_TABLES = ("claims.csv", "claims.xlsx", "claims.ods")
VALUE_TABLES = ("evidence.csv", "evidence.xlsx", "evidence.ods")
UNREAD_ALONE = {
    "PDF; what they were made from is read, or what GROBID makes of them (TEI)": (PRINT_SUFFIX,),
    "packages; unpack each into a folder of its own": PACKAGE_SUFFIXES,
}
"""What may be all that there is of an article, and is not read, by what to do."""

PART_NUMBER = re.compile(r"(\d{1,3})[._ -]")


def find_articles(listing: Listing, named: AbstractSet[str] = frozenset()) -> Archive:
    """The articles in what was listed, by name; `named` are those that articles.csv names."""
    archive = Archive(listing.root, noticed=[*listing.noticed])
    libraries: dict[str | None, tuple[str, ...]] = {}
    projects: dict[str | None, Project | None] = {}
    folders = {folder.path: folder for folder in listing.folders}
    outside = outside_of_projects(listing.folders, archive.root)
    for folder in listing.folders:
        archive.seen.update((folder.join(name), stat) for name, stat in folder.files.items())
    for folder in listing.folders:
        parent = folder.path.rpartition("/")[0] if folder.path else None
        libraries[folder.path] = libraries_at(folder, folders, archive.root) or libraries.get(parent, ())
        projects[folder.path] = project_in(Path(archive.root, folder.path), folder.files.keys(), projects.get(parent))
        project = from_root(projects[folder.path], archive.root)
        begins = projects[folder.path] is not projects.get(parent)
        parted = project is not None and begins and project.program == MANUSCRIPT
        if folder.path in outside:
            archive.pass_over(outside[folder.path], map(folder.join, manuscripts(folder, archive)))
            continue
        found = articles_of(folder, libraries[folder.path], named, archive, parted=parted)
        archive.articles += (in_project(each, project, archive) for each in found)
    pass_over_alone([folder for folder in listing.folders if folder.path not in outside], archive)
    return finished(archive)


def pass_over_alone(folders: Iterable[Folder], archive: Archive) -> None:
    """Note the PDFs and packages of folders that are no article's: any other is its print, a picture, or its data."""
    own = {path.rpartition("/")[0] for article in archive.articles for path in article.files}
    for folder in folders:
        above = {folder.path, *map(str, PurePath(folder.path).parents)} - {"."}
        if own.isdisjoint(above | {""}):
            for why, suffixes in UNREAD_ALONE.items():
                archive.pass_over(why, (folder.join(name) for name in folder.files if ending(name) in suffixes))


def from_root(project: Project | None, root: str) -> Project | None:
    """A project with paths from the root, as those of articles are."""

    def paths(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(PurePath(os.path.relpath(each, root)).as_posix() for each in names)

    if project is None:
        return None
    return project._replace(
        folder=paths([project.folder])[0],
        settings=paths(project.settings),
        bibliographies=paths(project.bibliographies),
    )


def in_project(article: FoundArticle, project: Project | None, archive: Archive) -> FoundArticle:
    """An article with its project, and the libraries that this names, if it is of a kind that projects have."""
    if project is None or not all(map(may_have_project, article.files)):
        return article
    there = tuple(path for path in project.bibliographies if path in archive.seen)
    return replace(article, project=project, libraries=there or article.libraries)


def articles_in_file(listing: Listing) -> Archive:
    """The articles of one file that has many, a table of claims or a set in XML, with the libraries beside it."""
    archive, folder = Archive(listing.root, noticed=[*listing.noticed]), listing.folders[0]
    archive.seen.update(folder.files)
    libraries = tuple(libraries_in(folder, archive.root))
    if is_set(Path(archive.root, listing.table)):
        archive.articles += split_set(listing.table, archive, libraries)
    else:
        values = present(folder, VALUE_TABLES)[:1]
        archive.articles += split_table(listing.table, archive, values, libraries)
    return finished(archive)


def finished(archive: Archive) -> Archive:
    """An archive in which each name is that of one article, in the order of the names."""
    archive.articles.sort(key=lambda each: each.name)
    only_one_of_a_name(archive)
    tell_shared(archive)
    notice_passed_over(archive)
    return archive


def articles_of(
    folder: Folder, libraries: tuple[str, ...], named: AbstractSet[str], archive: Archive, *, parted: bool
) -> Iterator[FoundArticle]:
    """The articles that one folder has, without those of the folders in it; where it is `parted`, one in parts."""
    texts = manuscripts(folder, archive)
    whole = [name for name in texts if stem(name).lower() == "article"][:1]
    if tables := present(folder, CLAIM_TABLES):
        archive.pass_over("beside a table of claims", map(folder.join, texts))
        if not folder.path and len(tables) == 1 and has_articles(Path(archive.root, tables[0])):
            yield from split_table(tables[0], archive, present(folder, VALUE_TABLES)[:1], libraries)
        else:
            if not folder.path and len(tables) == 1:
                notice_one_article(tables[0], archive)
            yield of_table(folder, tables, libraries)
    elif whole:
        archive.pass_over("beside an article that has their folder", map(folder.join, {*texts} - {*whole}))
        yield of_texts(whole, folder, libraries)
    elif parts := parts_among(texts, folder, named, archive, parted=parted):
        archive.pass_over(BESIDE_MANUSCRIPT, map(folder.join, {*texts} - {*parts}))
        yield of_texts(parts, folder, libraries)
    else:
        own = by_key((stem(name), name) for name in libraries_of(folder))
        supplements = supplements_in(texts, named, folder)
        archive.pass_over(
            "beside the one article in JATS of their folder, as its supplements are", map(folder.join, supplements)
        )
        for name in (each for each in texts if each not in supplements):
            if is_set(Path(archive.root, folder.join(name))):
                yield from split_set(folder.join(name), archive, libraries)
            else:
                yield of_one_text(name, folder, own.get(stem(name), ()), libraries)


def of_table(folder: Folder, tables: Sequence[str], libraries: tuple[str, ...]) -> FoundArticle:
    """The article whose claims are in a table."""
    values = present(folder, VALUE_TABLES)[:1]
    roles: dict[str, Role] = {folder.join(tables[0]): "claims"}
    roles |= dict.fromkeys(map(folder.join, values), "values")
    several = f"the folder has {listing(tables)}; keep the one that is meant" if len(tables) > 1 else ""
    return FoundArticle(name=article_name(folder.path), files=roles, libraries=libraries, failure=several)


def of_texts(texts: Iterable[str], folder: Folder, libraries: tuple[str, ...]) -> FoundArticle:
    """The article that a folder is, in one text or in several parts."""
    roles: dict[str, Role] = dict.fromkeys(map(folder.join, texts), "claims")
    return FoundArticle(name=article_name(folder.path), files=roles, libraries=libraries)


def of_one_text(text: str, folder: Folder, own: Sequence[str], libraries: tuple[str, ...]) -> FoundArticle:
    """The article that a file is, with its `own` libraries, else those of the folder."""
    return FoundArticle(
        name=article_name(folder.join(text)),
        files={folder.join(text): "claims"},
        libraries=tuple(map(folder.join, own)) or libraries,
    )


def parts_among(
    texts: Sequence[str], folder: Folder, named: AbstractSet[str], archive: Archive, *, parted: bool
) -> Sequence[str]:
    """The texts of a folder that are the parts of one article; Manubot's are all that begin with a digit."""
    if not named.isdisjoint(map(folder.join, texts)):
        return ()
    if parted:
        return [name for name in texts if name[0].isdecimal()]
    return texts if are_parts(texts) and libraries_in(folder, archive.root) else ()


def are_parts(texts: Sequence[str]) -> bool:
    """Whether the texts of a folder are numbered as the parts of one article are."""
    numbers = [match[1] for text in texts if (match := PART_NUMBER.match(text))]
    names_alike = len({ending(text) for text in texts}) == 1
    in_order = len(texts) > 1 and len(texts) == len(numbers) == len({*map(int, numbers)}) and int(min(numbers)) <= 1
    return names_alike and in_order


def only_one_of_a_name(archive: Archive) -> None:
    """Keep the first of the articles of one name, and notice those whose names differ in case only."""
    first: dict[str, FoundArticle] = {}
    kept: dict[str, FoundArticle] = {}
    for each in archive.articles:
        other = kept.get(each.name) or first.setdefault(each.name.casefold(), each)
        kept.setdefault(each.name, each)
        if other is not each:
            archive.noticed.append(names_alike(each, other))
    archive.articles = [*kept.values()]


def tell_shared(archive: Archive) -> None:
    """Tell each article which of its libraries others may cite from, too."""
    users = Counter(path for each in archive.articles for path in each.libraries)
    for position, each in enumerate(archive.articles):
        if shared := tuple(path for path in each.libraries if users[path] > 1):
            archive.articles[position] = replace(each, shared=shared)


def names_alike(article: FoundArticle, other: FoundArticle) -> Finding:
    """The finding that two names are alike."""
    place, before = article.place, other.place
    if article.name == other.name:
        there = f"what begins in line {before.line}" if place.file == before.file else before.file
        message = f"is called {article.name!r} as {there} is, and is not read; rename one"
        return noticed_in_archive("names-alike", place, message, f"article:{article.name}")
    message = f"article {article.name!r} is called as {other.name!r} is, but for the case of letters; rename one"
    return noticed_in_archive("names-alike", place, message, f"article:{article.name}")


def notice_passed_over(archive: Archive) -> None:
    """Notice the files that are no articles of their own, once for each reason."""
    for why, paths in archive.passed_over.items():
        if paths:
            message = f"{count(len(paths), 'file')} not read as articles: {why}; the first is {min(paths)}"
            archive.noticed.append(noticed_in_archive("passed-over", Place(min(paths), 1), message))
