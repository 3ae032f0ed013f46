"""A page that is loaded again when it was written anew."""

from __future__ import annotations

from pathlib import Path

from graph.page import render_page
from graph.page.watched import Watched
from graph.reading import parse
from graph.writing import write_text
from tests.browser import OpenPage
from tests.examples import CLAIMS, REFERENCES
from tests.pages import go, settled

EVIDENCE = parse(REFERENCES, CLAIMS)


def written(path: Path, title: str) -> Watched:
    """Write a page that is watched, and the file beside it."""
    watched = Watched(str(path))
    write_text(path, render_page(EVIDENCE, title=title, watched=watched))
    write_text(watched.beside, watched.version)
    return watched


def test_an_open_page_is_loaded_again_when_it_was_written_anew(open_page: OpenPage, tmp_path: Path) -> None:
    path = tmp_path / "a page #1 'of' 100 %.html"
    written(path, "before")
    page = open_page(path).page
    go(page, "#tab=references")
    written(path, "after")
    assert settled(page, lambda: page.title() == "after") or settled(page, lambda: page.title() == "after")
    assert page.url.endswith("#tab=references")


def test_a_page_asks_no_more_once_nothing_stands_beside_it(open_page: OpenPage, tmp_path: Path) -> None:
    watched = written(tmp_path / "page.html", "before")
    page = open_page(tmp_path / "page.html").page
    asked: list[str] = []
    page.on("requestfailed", lambda request: asked.append(request.url))
    Path(watched.beside).unlink()
    page.wait_for_timeout(3500)
    assert len(asked) == 1


def test_the_policy_of_a_watched_page_lets_nothing_else_load() -> None:
    watched = Watched("page.html")
    ordinary, page = render_page(EVIDENCE), render_page(EVIDENCE, watched=watched)
    added = f" 'nonce-{watched.nonce}'"
    assert added in page
    assert "nonce" not in ordinary
    script = page.index(f'<script nonce="{watched.nonce}"')
    end = page.index("</script>", script) + len("</script>\n")
    assert (page[:script] + page[end:]).replace(added, "").split() == ordinary.split()


def test_two_watched_pages_have_two_words() -> None:
    assert Watched("page.html").version != Watched("page.html").version
