"""A folder -> the files of references that articles in it and below it may cite from.

What they are called tells; where no name does, how those files begin that may be what reference managers write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.archive.opening import head_of
from graph.archive.walking import YAML_SUFFIXES, Folder, ending
from graph.reading.article_formats import ARTICLE_SUFFIXES
from graph.reading.folders import LIBRARY_NAMES
from graph.reading.libraries.signs import HAYAGRIVA_SIGN
from graph.reading.projects import LIBRARY_FOLDERS, MANUAL_REFERENCES, SETTINGS_FILES

OTHER_LIBRARIES = (".bib", ".ris", ".nbib", ".enw", ".ciw")
"""How files end that can only be libraries, whatever they are called."""

CITE_THIS, PAGE_NAMES = "cite.bib", ("index.md", "_index.md")
"""How academic sites made with Hugo call the entry that a page is to be cited as, and the page beside it."""

CSL_IN_YAML = (
    r"(?:(?:[^\n]*+\n)*?references:\s*+|(?:---\s*+)?)- [^\0]*?^[ -]*+(?:container-title|date-parts|issued|DOI):\s"
)
IN_HAYAGRIVA = (
    r"(?=[^\0]*?^[ \t]++title:)(?=[^\0]*?^[ \t]++(?:author|date|editor|parent):)(?:[^\n]*+\n)*?"
    + HAYAGRIVA_SIGN.pattern
)
YAML_SIGN = re.compile(f"{CSL_IN_YAML}|(?i:{IN_HAYAGRIVA})", re.MULTILINE)
LIBRARY_SIGNS = {
    **dict.fromkeys(YAML_SUFFIXES, YAML_SIGN),
    ".json": re.compile(
        r"\s*+(?:\[\s*+\{[^\0]*?\"(?:container-title|date-parts)\":"
        r"|\{\s*+\"config\":[^\0]*?(?:\"itemType\"|BetterBibTeX JSON))"
    ),
    ".xml": re.compile(
        r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<xml>\s*+<records>|<!DOCTYPE PubmedArticleSet|<PubmedArticleSet)"
    ),
}
"""How libraries of any name begin, by how they end: CSL, Zotero's own ("My Library.json"), Hayagriva, EndNote's."""

MANUBOT_TABLE = "citations.tsv"
"""What Manubot calls the table that leads from what a manuscript cites to records."""


def libraries_at(folder: Folder, folders: Mapping[str, Folder], root: str) -> tuple[str, ...]:
    """The paths of the libraries for a folder and those below it: what is in it, else in the folders of Jekyll.

    Where the second of these has several, each is that of one post, which names it.
    """
    for path in (folder.path, *map(folder.join, LIBRARY_FOLDERS)):
        found = libraries_in(folders[path], root) if path in folders else []
        if found and (len(found) == 1 or path != folder.join(LIBRARY_FOLDERS[1])):
            return tuple(map(folders[path].join, found))
    return ()


def libraries_in(folder: Folder, root: str) -> list[str]:
    """The files of a folder that are libraries of what is in it and below it."""
    found = present(folder, LIBRARY_NAMES)[:1]
    found += present(folder, [MANUBOT_TABLE]) if found else []
    return found or present(folder, MANUAL_REFERENCES) or common_libraries(folder) or libraries_by_sign(folder, root)


def present(folder: Folder, names: Iterable[str]) -> list[str]:
    """Those of these names that a folder has, in whatever case, in the order of the names."""
    own = {name.casefold(): name for name in folder.files}
    return [own[name] for name in names if name in own]


def common_libraries(folder: Folder) -> list[str]:
    """The files of a folder that can only be libraries, without `a.bib` beside `a.md` where several texts have one."""
    found = libraries_of(folder)
    texts = {name.rpartition(".")[0] for name in folder.files if ending(name) in ARTICLE_SUFFIXES} if found else set()
    common = [name for name in found if name.rpartition(".")[0] not in texts]
    return found if len(found) - len(common) == 1 else common


def libraries_of(folder: Folder) -> list[str]:
    """The files of a folder that can only be libraries; how a page is to be cited itself is none of its sources."""
    is_page = any(name in folder.files for name in PAGE_NAMES)
    libraries = sorted(name for name in folder.files if ending(name) in OTHER_LIBRARIES)
    return [name for name in libraries if not (is_page and name == CITE_THIS)]


def libraries_by_sign(folder: Folder, root: str) -> list[str]:
    """The files of a folder that are libraries by how they begin."""
    return sorted(name for name in folder.files if has_sign(Path(root, folder.join(name))))


def has_sign(path: Path) -> bool:
    """Whether a file is a library by how it begins; settings of a project may begin so, too."""
    sign = None if path.name in SETTINGS_FILES else LIBRARY_SIGNS.get(ending(path.name))
    return bool(sign and sign.match(head_of(path)))
