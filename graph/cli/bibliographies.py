"""Which bibliography the claims of a command are read with, where no option and no setting names one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from graph.model import File
from graph.reading import article_at, has_references, opened, own_bibliographies
from graph.reading.article_formats import detect
from graph.reading.contents import seen_in
from graph.reading.given_files import AnyFile
from graph.reading.limits import Limits

KEY_AT_A_GLANCE = re.compile(rb"@\w+\s*+\{\s*+([^\s,{}]+)")
"""The key of an entry of BibTeX, as far as a glance can tell."""


def references_beside(beside: str, claims: Sequence[AnyFile], limits: Limits) -> list[str]:
    """The bibliography beside claims, where they may mean it; an article that names its own is read with that."""
    given = [each for each in claims if isinstance(each, File)]
    is_article = any(map(detect, given))
    is_other = not is_article and any(map(seen_in, given))  # which is said when all is read
    return [] if is_other or (is_article and not may_cite_from(beside, claims, limits)) else [beside]


def may_cite_from(beside: str, claims: Sequence[AnyFile], limits: Limits) -> bool:
    """Whether articles may mean a bibliography that they do not name: they have no list, and none that they name.

    Where one that they name is gone, another is meant only if it has something that they cite.
    """
    articles = [article_at(each) for each in claims]
    if not Path(beside).exists() or any(map(has_references, articles)) or any(map(own_bibliographies, claims)):
        return False
    if not any(article.bibliographies for article in articles):
        return True
    cited = {cited.key for article in articles for marker in article.markers for cited in marker.cited}
    keys = KEY_AT_A_GLANCE.findall(opened(beside, limits).data)
    return not cited.isdisjoint(key.decode(errors="replace") for key in keys)
