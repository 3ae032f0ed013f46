"""A folder -> the texts in it that may be articles, before it is known which are one together.

A name tells, or how a file begins; what looks like an article and is none is passed over, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from graph.archive.bibliographies import has_sign
from graph.archive.found import Archive
from graph.archive.opening import head_of
from graph.archive.set_kinds import LEAD_TO_OTHERS, REDIRECT, kind_of_set
from graph.archive.walking import COMPRESSED_XML, OTHER_SUFFIXES, PACKED_XML, Folder, ending
from graph.reading.article_formats import (
    ARTICLE_SUFFIXES,
    JATS_SUFFIXES,
    LATEX_SUFFIXES,
    MARKDOWN_SUFFIXES,
    OPEN_DOCUMENT_SUFFIXES,
    TEI_SUFFIX,
    WEB_SUFFIXES,
    WIKI_SUFFIXES,
    WORD_SUFFIXES,
)
from graph.reading.contents import BEFORE_ROOT
from graph.reading.folders import LIBRARY_NAMES
from graph.support.numbers import by_key

ABOUT_THE_FOLDER = frozenset(
    {
        "404",
        "readme",
        "license",
        "licence",
        "changelog",
        "contributing",
        "code_of_conduct",
        "security",
        "authors",
        "notice",
    }
)
"""Names of texts that are about a folder, and no articles."""

ABOUT_IN_CAPITALS = frozenset(
    {
        "AGENTS",
        "CLAUDE",
        "CUSTOMIZE",
        "FAQ",
        "GEMINI",
        "HISTORY",
        "INSTALL",
        "INSTRUCTIONS",
        "MAINTAINERS",
        "MAINTENANCE",
    }
    | {"NEWS", "QUICKSTART", "ROADMAP", "SETUP", "SUPPORT", "TODO", "TROUBLESHOOTING", "USAGE"}
)
"""Names that mean so only in capitals, as programmers write them."""

PARTS = "_"
"""What the names of texts begin with that other texts are made of: Quarto, R Markdown, Jekyll and Hugo make no page of
them."""

XML = ".xml"
TEXT_SUFFIXES = (*ARTICLE_SUFFIXES, XML, *COMPRESSED_XML)
"""How articles may end, in the order in which one of several formats is chosen."""

WOVEN_SUFFIXES = (".qmd", ".rmd", ".rnw", ".snw")
"""How texts end of which a program makes Markdown or LaTeX of the same name."""

SUPPLEMENT_SUFFIXES = (*WORD_SUFFIXES, *OPEN_DOCUMENT_SUFFIXES, *WEB_SUFFIXES)
"""How texts end that publishers put beside an article."""

VERSION = re.compile(r"(?P<work>.+)[-_.]v(?P<number>\d{1,3})", re.IGNORECASE)
"""What texts are called that are versions of one, as eLife and F1000Research have them side by side."""

OWN_DOI = re.compile(r"""<article-id\b[^>]*\bpub-id-type=["']doi["'][^>]*>\s*([^<\s]+)""")

ARTICLE_IN_XML = re.compile(rf"{BEFORE_ROOT}(?:(?:article|pmc-articleset)\b(?!-)|(?:\w+:)?TEI\b)")


def manuscripts(folder: Folder, archive: Archive) -> list[str]:
    """The texts of a folder that may be articles, by name; of several that differ in their ending only, one."""
    by_stem: dict[str, list[str]] = {}
    for name in sorted(folder.files):
        suffix = ending(name)
        if suffix in TEXT_SUFFIXES and not is_about_the_folder(stem(name)):
            path = Path(archive.root, folder.join(name))
            why = no_article(suffix, path)
            if not why:
                by_stem.setdefault(stem(name), []).append(name)
            elif name.casefold() not in LIBRARY_NAMES and not has_sign(path):
                archive.pass_over(why, [folder.join(name)])
    others = sorted(name for name in folder.files if ending(name) in OTHER_SUFFIXES and stem(name) not in by_stem)
    archive.pass_over(
        "in a format that is not read; pandoc, or the program that wrote it, may save it as one that is",
        map(folder.join, others),
    )
    packed = sorted(name for name in folder.files if ending(name) in PACKED_XML and stem(name) not in by_stem)
    archive.pass_over("packed in a way that is not read; unpack them, or pack them with gzip", map(folder.join, packed))
    for names in by_stem.values():
        names.sort(key=lambda name: rank_of(ending(name)))
        archive.pass_over("the same article in another format", map(folder.join, names[1:]))
    chosen = sorted(names[0] for names in by_stem.values())
    older = {*older_versions(chosen, folder, archive.root)}
    archive.pass_over("an older version of the same article", map(folder.join, sorted(older)))
    return [name for name in chosen if name not in older]


def older_versions(names: Sequence[str], folder: Folder, root: str) -> Iterator[str]:
    """Those of the texts of which a folder has a newer version: one that is called so, and that has the same DOI."""
    found = ((VERSION.fullmatch(stem(name)), name) for name in names)
    works = by_key((match["work"], (int(match["number"]), name)) for match, name in found if match)
    for versions in works.values():
        *older, newest = sorted(versions)
        if older and (doi := own_doi(*newest, folder, root)):
            yield from (name for number, name in older if own_doi(number, name, folder, root) == doi)


def own_doi(version: int, name: str, folder: Folder, root: str) -> str:
    """The DOI that an article in JATS has, without the number of its version; empty where it has none."""
    found = OWN_DOI.search(head_of(Path(root, folder.join(name))))
    return found[1].casefold().removesuffix(f".{version}") if found else ""


def is_about_the_folder(stem: str) -> bool:
    """Whether a text is about its folder, by its name without the ending."""
    return (
        stem.lower() in ABOUT_THE_FOLDER or stem in ABOUT_IN_CAPITALS or stem.lower().startswith(("readme-", "readme_"))
    )


def no_article(suffix: str, path: Path) -> str:
    """Why a file is no article, where its ending does not tell; an empty string for one that is."""
    if path.name.startswith(PARTS) and suffix in (*MARKDOWN_SUFFIXES, *WEB_SUFFIXES):
        return f"a name that begins with {PARTS!r}, as of parts and templates"
    if suffix == XML and not (is_article_in_xml(head := head_of(path)) or kind_of_set(head)):
        return "XML that is no article (JATS or TEI)"
    if suffix in COMPRESSED_XML and not kind_of_set(head_of(path)):
        return "compressed, and no set of many articles; unpack what is meant as an article"
    if suffix in WIKI_SUFFIXES and REDIRECT.match(head_of(path)):
        return f"pages of a wiki {LEAD_TO_OTHERS}"
    if suffix in LATEX_SUFFIXES and "\\documentclass" not in head_of(path):
        return "LaTeX without a \\documentclass, which is part of another file"
    return ""


def is_article_in_xml(head: str) -> bool:
    """Whether XML that begins so is an article in JATS or TEI; DocBook's first element is called as that of JATS."""
    first = ARTICLE_IN_XML.match(head)
    return first is not None and "docbook" not in head[: head.find(">", first.end())].lower()


def stem(name: str) -> str:
    """A file's name without its ending: "paper" of paper.md, and of paper.jats.xml, as some call JATS."""
    last = ending(name)
    whole = name[: len(name) - len(last)]
    return stem(whole) if last == XML and ending(whole) in {*JATS_SUFFIXES, TEI_SUFFIX} else whole


def rank_of(suffix: str) -> tuple[bool, int]:
    """The formats in their order: what people write stands before what is made of it."""
    return suffix not in WOVEN_SUFFIXES, TEXT_SUFFIXES.index(suffix)


def supplements_in(texts: Sequence[str], named: AbstractSet[str], folder: Folder) -> set[str]:
    """The texts of a folder that come with its one article in JATS, as PubMed Central and publishers pack them."""
    articles = [name for name in texts if ending(name) in (*JATS_SUFFIXES, XML)]
    others = {name for name in texts if ending(name) in SUPPLEMENT_SUFFIXES and folder.join(name) not in named}
    return others if len(articles) == 1 and len(others) == len(texts) - 1 else set()
