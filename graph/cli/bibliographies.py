"""Which bibliography the claims of a command are read with, where no option and no setting names one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from graph.model import File
from graph.reading import has_references, meant_by, opened
from graph.reading.article_formats import detect
from graph.reading.bibliographies import Meant
from graph.reading.contents import BIBLIOGRAPHIES, seen_in, what_is
from graph.reading.given_files import AnyFile, where_is
from graph.reading.limits import Limits
from graph.wording import listing, printable
from graph.writing import AnyPath

KEY_AT_A_GLANCE = re.compile(rb"@\w+\s*+\{\s*+([^\s,{}]+)")
"""The key of an entry of BibTeX, as far as a glance can tell."""


def apart_from_bibliographies(claims: Sequence[str | File]) -> tuple[list[str | File], list[str]]:
    """The files of claims, and the bibliographies that are named among several: `audit a.bib --claims claims.csv`."""
    files = [each for each in claims if isinstance(each, File)]
    among = [each for each in files if each.path and what_is(each.data) in BIBLIOGRAPHIES]
    if len(among) == len(claims):
        return [*claims], []  # it is told that there are no claims
    return [each for each in claims if each not in among], [each.path for each in among]


def references_beside(beside: str, claims: Sequence[AnyFile], limits: Limits) -> list[str]:
    """The bibliography beside claims, where they may mean it, or none; articles are read with what they mean."""
    given = [each for each in claims if isinstance(each, File)]
    if not any(map(detect, given)):
        return [] if any(map(seen_in, given)) else [beside]  # of what is no table it is said when all is read
    meant = [*map(meant_by, claims)]
    if may_cite_from(beside, meant, limits):
        tell_in_place(beside, claims, meant)
        return [beside]
    tell_of_projects(claims, meant)
    return []


def may_cite_from(beside: str, meant: Sequence[Meant], limits: Limits) -> bool:
    """Whether articles may mean a bibliography that nothing names: they have no list, and none that is named for them.

    Where one that is named is gone, another is meant only if it has something that they cite.
    """
    articles = [each.article for each in meant]
    if not Path(beside).exists() or any(map(has_references, articles)) or any(each.bibliographies for each in meant):
        return False
    if not any(each.gone for each in meant):
        return True
    cited = {cited.key for article in articles for marker in article.markers for cited in marker.cited}
    keys = KEY_AT_A_GLANCE.findall(opened(beside, limits).data)
    return not cited.isdisjoint(key.decode(errors="replace") for key in keys)


def tell_in_place(beside: str, claims: Sequence[AnyFile], meant: Sequence[Meant]) -> None:
    """Say that a bibliography is read in the place of others that are named and gone."""
    for file, each in zip(claims, meant, strict=True):
        if each.gone:
            say_beside(f"{beside}: read, as {named_and_gone(file, each)}")


def tell_of_projects(claims: Sequence[AnyFile], meant: Sequence[Meant]) -> None:
    """Say which bibliographies are read because the settings of a project name them, once each."""
    said: set[str] = set()
    for file, each in zip(claims, meant, strict=True):
        if each.project and each.bibliographies:
            them = "them" if len(each.bibliographies) > 1 else "it"
            has_them = each.project.found or not each.settings
            why = f"the project ({each.project.program}) has" if has_them else f"{in_prose(each.settings)} names"
            too = f"; {named_and_gone(file, each)}" if each.gone else ""
            line = f"{in_prose(each.bibliographies)}: read, as {why} {them}{too}"
            if line not in said:
                say_beside(line)
            said.add(line)


def named_and_gone(file: AnyFile, meant: Meant) -> str:
    """Who names a bibliography that is not there."""
    by_project = meant.project and meant.gone == meant.project.bibliographies and meant.settings
    who = in_prose(meant.settings) if by_project else os.fspath(where_is(file))
    return f"{who} names {in_prose(meant.gone) if by_project else listing(meant.gone)}, which is not there"


def in_prose(paths: Iterable[AnyPath]) -> str:
    """Paths in prose, from the working folder."""
    return listing([*map(seen_from_here, paths)])


def say_beside(line: str) -> None:
    """Say something beside the findings."""
    click.echo(printable(line), err=True)


def seen_from_here(path: AnyPath) -> str:
    """A path from the working folder; the whole path from another drive."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return os.fspath(path)
