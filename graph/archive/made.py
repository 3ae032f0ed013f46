"""Folders in which no article is looked for: what programs have made of articles, and their templates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from graph.reading.projects import NO_SOURCES

MADE_FOLDERS = NO_SOURCES | {
    *("_book", "_freeze", "_site", "__pycache__", "bower_components", "packrat", "renv", "site-packages"),
    *("_extensions", "_includes", "_layouts", "_sass", "_static", "_templates"),
}
"""Folders that are so called by programs only: what they have made or brought in, and their templates."""

OF_HUGO = frozenset({"archetypes", "layouts", "public", "resources", "static", "themes"})
"""Folders of a site made with Hugo that have no article; these stand in its folder `content`."""

OF_LOGSEQ = "logseq"
"""Where Logseq has copies of old notes, beside those in `pages` and `journals`."""

CONTENT = "content"

SAVED = re.compile(
    r"(?P<page>.+)(?:[._](?:files|bestanden|fichiers|file|archivos|arquivos|ficheiros|filer|pliki|soubory|tiedostot|dosyalar)"
    r"|-(?:Dateien|filer))",
    re.IGNORECASE,
)
"""What the folder is called that a browser, Word or R Markdown puts beside a page, in the languages of Windows."""


def is_made(name: str, beside: Collection[str], pages: AbstractSet[str]) -> bool:
    """Whether a folder is one that programs make, by its name and what is beside it.

    That are the folders there, and the `pages` there by their names without endings.
    """
    if name in MADE_FOLDERS:
        return True
    saved = SAVED.fullmatch(name)
    if saved and saved["page"] in pages:
        return True
    return (name in OF_HUGO and is_hugo(beside)) or (name == OF_LOGSEQ and "pages" in beside)


def is_hugo(folders: Iterable[str]) -> bool:
    """Whether a folder that has these folders is a site made with Hugo."""
    return {*folders} > {CONTENT} and not {"archetypes", "layouts", "themes"}.isdisjoint(folders)
