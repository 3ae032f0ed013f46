"""The pages of all that is public in Python, which pdoc makes of the docstrings: without a warning.

    ./run python -m tests.test_api_pages FOLDER

writes them to be read.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest

import graph

PUBLIC = ("graph", "graph.exports", "graph.map", "graph.questions", "graph.support")
"""The modules that are public, without what is in them; each has a page, as `ROWS` have."""

ROWS = ("graph.changes.values", "graph.exports.frames", "graph.network.rows")
"""The modules that have the values which public functions answer with."""


def write_api_pages(folder: Path, *, sources: bool) -> None:
    """Write the pages into a folder, with the source of each function or without."""
    import pdoc

    for name in graph.__all__:  # pdoc takes no notice of what is imported only when it is asked for
        setattr(graph, name, getattr(graph, name))
    pdoc.render.configure(show_source=sources, search=sources, footer_text="evidence-graph")
    with warnings.catch_warnings():  # NetworkX and `array` are generic for checkers of types only
        warnings.filterwarnings("ignore", message="Error parsing type annotation .* is not subscriptable")
        specs = [part for name in PUBLIC for part in (name, rf"!^{name}\.")]
        pdoc.pdoc(*specs, *ROWS, output_directory=folder)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    write_api_pages(folder, sources=False)
    return folder


@pytest.mark.parametrize("name", [*PUBLIC, *ROWS])
def test_each_public_module_has_a_page(name: str, pages: Path) -> None:
    assert pages.joinpath(*name.split(".")).with_suffix(".html").exists()


@pytest.mark.parametrize("name", graph.__all__)
def test_the_page_has_each_public_name(name: str, pages: Path) -> None:
    page = (pages / "graph.html").read_text(encoding="utf-8")
    assert f'id="{name}"' in page or f"graph/{name}.html" in page


if __name__ == "__main__":
    write_api_pages(Path(sys.argv[1]), sources=True)
