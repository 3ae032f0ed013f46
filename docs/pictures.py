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
from playwright.sync_api import sync_playwright

import graph

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Build the page of the sample and photograph it."""
    from tests.browser import NODE, find_browser, launch

    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = graph.write_page(graph.read("data/references.bib", "data/claims.csv"), Path(folder) / "evidence.html")
        tab = launch(playwright, find_browser()).new_page(viewport={"width": 1440, "height": 900})
        tab.goto(page.as_uri())
        tab.wait_for_timeout(1000)
        tab.screenshot(path=ROOT / "docs" / "page.png")
    Image.open(ROOT / "docs" / "page.png").quantize(128).save(ROOT / "docs" / "page.png", optimize=True)


if __name__ == "__main__":
    main()
