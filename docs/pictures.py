"""Take the pictures of the documents again, in 128 colours.

./run uv pip install --python .venv pillow
./run python docs/pictures.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import graph

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

WIDE = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
PICTURES = {
    "page": "",
    "chain": "#select=claim%3Apregnancy-04&focus=cause%3APregnancy",
    "matrix": "#stage=matrix&by=year&within=cause%3APregnancy&value=no+source",
    "figures": "#stage=figures&select=claim%3Arheumatic-10",
    "timeline": "#stage=timeline",
    "uses": "#stage=uses&order=falls&select=reference%3Agupta2015",
    "claims": "#sort=unsourced&select=claim%3Akidney-07",
    "references": "#tab=references&order=-uses&select=reference%3Atrotti2019",
    "findings": "#tab=findings&group=cause&select=cause%3AIron+deficiency",
    "phone": "#sort=unsourced",
}
ARCHIVE_PICTURES = {
    "archive": "#select=medicines",
    "archive-works": "#tab=works&select=10.1111%2Fane.12520",
    "archive-phone": "#desk=Neurology&order=coverage",
}


def main() -> None:
    """Build the page of the sample and that of an archive, and photograph their views."""
    from tests.browser import NODE, find_browser, launch

    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = graph.write_page(graph.read("data/references.bib", "data/claims.csv"), Path(folder) / "evidence.html")
        browser = launch(playwright, find_browser())
        for path, addresses in ((page, PICTURES), (archive_index(Path(folder)), ARCHIVE_PICTURES)):
            for name, address in addresses.items():
                tab = browser.new_page(**(PHONE if name.endswith("phone") else WIDE))
                tab.goto(path.as_uri() + address)
                photograph(tab, ROOT / "docs" / f"{name}.png")


def archive_index(folder: Path) -> Path:
    """The index of the archive that comes with the package."""
    from graph.cli import main as run

    archive, results = str(folder / "articles"), str(folder / "results")
    run(["init", "--sample", "archive", archive])
    retractions = str(folder / "articles" / "retractions.csv")
    run(["archive", "audit", archive, "--into", results, "--retractions", retractions, "--quiet"])
    run(["archive", "build", results])
    return folder / "results" / "index.html"


def photograph(tab: Page, path: Path) -> None:
    """Take a picture of a page as it is in a moment."""
    tab.wait_for_timeout(1000)
    tab.screenshot(path=path)
    Image.open(path).quantize(128).save(path, optimize=True)
    tab.close()


if __name__ == "__main__":
    main()
