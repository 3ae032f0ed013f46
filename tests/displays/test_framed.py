from pathlib import Path

import pytest

from graph.displays.framed import framed
from tests.browser import OpenPage


def notebook(tmp_path: Path, shown: str) -> Path:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{shown}", encoding="utf-8")
    return path


@pytest.mark.parametrize("page", ["", "a & b", '"><script>alert(1)</script>', "<p title='x'>&quot;</p>\n"])
def test_a_frame_has_the_page_letter_by_letter(page: str, tmp_path: Path, open_page: OpenPage) -> None:
    tab = open_page(notebook(tmp_path, framed(page, "", "100px")))
    assert tab.page.evaluate("document.querySelector('iframe').srcdoc") == page


def test_a_page_reaches_nothing_of_the_notebook(tmp_path: Path, open_page: OpenPage) -> None:
    page = "<script>try { parent.document.title = 'reached' } catch { document.title = 'refused' }</script>"
    tab = open_page(notebook(tmp_path, framed(page, "", "100px")))
    assert tab.page.title() != "reached"
    assert tab.page.frames[1].title() == "refused"
