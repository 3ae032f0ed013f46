"""The page as a value that shows itself: all of the explorer in a notebook, with no file to write."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.auditing.report import Report
from graph.displays.framed import framed
from graph.model import Evidence
from graph.page import TITLE, render_page
from graph.wording import count


@dataclass(frozen=True, slots=True)
class Explorer:
    """The page of some evidence as a notebook shows it; `page` is its HTML, `height` a length of CSS."""

    evidence: Evidence
    page: str = field(repr=False)
    title: str = TITLE
    height: str = "720px"

    def __repr__(self) -> str:
        return f"<Explorer of {count(len(self.evidence.claims), 'claim')}: {len(self.page) / 1000:,.0f} kB of HTML>"

    def _repr_html_(self) -> str:
        return framed(self.page, self.title, self.height)


def explore(
    evidence: Evidence, report: Report | None = None, title: str | None = None, *, height: str = "720px"
) -> Explorer:
    """The page of `graph.write_page` as a value that a notebook shows, and keeps; nothing is written.

    Without a report the evidence is audited. `height` is a length of CSS.

    >>> import graph
    >>> graph.explore(graph.sample()).title
    'What rests on what'
    """
    return Explorer(evidence, render_page(evidence, report, title), title or evidence.article.title or TITLE, height)
