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


def main() -> None:
    """Build the page of the sample and photograph its views."""
    from tests.browser import NODE, find_browser, launch

    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = graph.write_page(graph.read("data/references.bib", "data/claims.csv"), Path(folder) / "evidence.html")
        browser = launch(playwright, find_browser())
        for name, address in PICTURES.items():
            tab = browser.new_page(**(PHONE if name == "phone" else WIDE))
            tab.goto(page.as_uri() + address)
            photograph(tab, ROOT / "docs" / f"{name}.png")


def photograph(tab: Page, path: Path) -> None:
    """Take a picture of a page as it is in a moment."""
    tab.wait_for_timeout(1000)
    tab.screenshot(path=path)
    Image.open(path).quantize(128).save(path, optimize=True)
    tab.close()


if __name__ == "__main__":
    main()
