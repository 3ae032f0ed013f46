"""How large and how fast the page is on generated evidence, beside the plain pyvis page of the same network.

    ./run python benchmarks/page.py [NODES ...] [--pyvis NODES]

1,000, 20,000 and 200,000 nodes (causes, claims and references) unless told otherwise; pyvis up to 1,000 unless told
otherwise. Both pages are written and opened from a file, in one run, in the browser of the tests at 1440 x 900.
"Usable" is the time from opening until something is drawn and the list (pyvis: its picture) answers; a search is timed
from Enter to the second frame after the new count; frames are the longest while the picture is dragged and the list,
all causes open, is scrolled.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

import graph
from graph.model import Citation, Claim, Evidence, Place, Quantity, Reference, Stance
from graph.reading import collect_causes

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

SIZES = [1_000, 20_000, 200_000]
PATIENCE = 60
"""Seconds after which a page counts as not usable."""

WHAT = ("Restless legs", "Periodic limb movements", "Poor sleep", "Daytime fatigue", "Low ferritin", "Anxiety")
WHOM = ("nurses on night shifts", "pregnant women", "people on dialysis", "Sjögren patients", "older men", "children")
HOW = ("is more frequent among", "is less severe among", "begins earlier among", "has been described among")
TAIL = ("than in the general population", "in population-based studies", "after adjustment for age", "")
NAMES = ("Doe, Jane", "Müller, Karl", "Gupta, Rahul", "Ferré, Sergi", "Allen, Richard P.", "Ulfberg, Jan", "Li, Wei")
DESIGNS = ("cohort study", "case-control study", "cross-sectional study", "randomised trial", "review", "")
Result = TypeVar("Result")


def generate(nodes: int) -> Evidence:
    """Evidence of this many nodes, the same at every run: 60 % claims, 1 % causes, the rest references."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    causes = [f"Area {number % max(1, nodes // 4000)} > Cause {number}" for number in range(max(1, nodes // 100))]
    references = [reference(chance, number) for number in range(nodes * 39 // 100)]
    claims = [claim(chance, number, causes, len(references)) for number in range(nodes * 3 // 5)]
    return Evidence(
        references={each.key: each for each in references},
        claims={each.key: each for each in claims},
        causes=collect_causes(claims),
    )


def reference(chance: random.Random, number: int) -> Reference:
    """A reference with a title, a few authors, a journal and a DOI."""
    title = f"{chance.choice(WHAT)} in {chance.choice(WHOM)}: study {number} of {chance.randrange(20, 9000)} people"
    fields = {"volume": str(number % 90), "number": str(number % 12), "pages": f"{number}--{number + 9}"}
    return Reference(
        key=f"key{number}",
        type="article",
        place=Place("references.bib", number * 9 + 1),
        title=title,
        authors=tuple(chance.sample(NAMES, chance.randrange(1, 5))),
        year=str(1985 + number % 40),
        journal="Journal of Sleep Research",
        doi=f"10.1000/sleep.{number}",
        design=chance.choice(DESIGNS),
        fields=fields,
    )


def claim(chance: random.Random, number: int, causes: list[str], references: int) -> Claim:
    """A claim with up to three citations, a fifth of which are not plain support; a quarter have a figure."""
    place = Place("claims.csv", number + 2)
    stances: list[Stance] = ["supports"] * 12 + ["mentions", "qualifies", "disputes"]
    cited = {f"key{int(references * chance.random() ** 2)}": chance.choice(stances) for _ in range(chance.randrange(4))}
    text = f"{chance.choice(WHAT)} {chance.choice(HOW)} {chance.choice(WHOM)} {chance.choice(TAIL)}".strip()
    figure = Quantity(measure="prevalence", low=Decimal(number % 40), high=Decimal(number % 40 + 9), unit="%")
    return Claim(
        key=f"c{number}",
        cause=causes[int(len(causes) * chance.random() ** 2)],
        text=f"{text} (statement {number}).",
        place=place,
        citations=tuple(Citation(f"c{number}", key, stance, place) for key, stance in cited.items()),
        kind="frequency",
        quantity=chance.choice((figure, Quantity(), Quantity(), Quantity())),
        section="Results",
        paragraph=str(number % 30),
    )


def write_plain(evidence: Evidence, path: Path) -> Path:
    """The page that a few lines of pyvis give, with the library inside it."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    net.from_nx(graph.build_network(evidence))
    path.write_text(net.generate_html(), encoding="utf-8")
    return path


USABLE = {
    "ours": "document.querySelector('#count')?.textContent && document.querySelector('#canvas canvas')"
    " && document.querySelector('#claims [data-id]')",
    "pyvis": "globalThis.network?.body && getComputedStyle(document.querySelector('#loadingBar') ?? document.head)"
    ".display === 'none'",
}
"""What holds of a page when it can be used; pyvis shows a bar until its picture has settled."""

WATCH = """
(() => {
  const look = () => {
    if (!(%s)) return void setTimeout(look, 20);
    requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.usableAfter = performance.now(); }));
  };
  addEventListener("DOMContentLoaded", look);
})();
"""

FRAMES = """
() => {
  globalThis.longest = 0;
  let before = performance.now();
  const next = (now) => {
    globalThis.longest = Math.max(globalThis.longest, now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => { before = now; requestAnimationFrame(next); });
}
"""

SEARCH = """
async (q) => {
  const input = document.querySelector("#search");
  const count = document.querySelector("#count");
  const before = count.textContent;
  const start = performance.now();
  input.value = q;
  input.dispatchEvent(new Event("change", { bubbles: true })); // as Enter does; typing waits for a pause
  while (count.textContent === before) await new Promise((done) => setTimeout(done, 1));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}
"""


def opened(browser: Browser, path: Path, kind: str) -> dict[str, float]:
    """Open a page and measure it; empty where it cannot be used in time. Times are in milliseconds."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH % USABLE[kind])
    page.set_default_timeout(PATIENCE * 1000)
    try:
        page.goto(path.as_uri(), wait_until="commit")
        deadline = time.monotonic() + PATIENCE
        while not (usable := page.evaluate("globalThis.usableAfter")):
            if time.monotonic() > deadline:
                return {}
            time.sleep(0.05)
        return {"usable": usable, **moved(page, kind)}
    except PlaywrightTimeoutError:
        return {}
    finally:
        page.close()


def moved(page: Page, kind: str) -> dict[str, float]:
    """Pan the picture; in our page also scroll the opened list, and search for a common and for a rare word."""
    page.wait_for_timeout(3000)  # what is prepared in idle moments is ready
    canvas = page.locator("canvas").first.bounding_box() or {"x": 0, "y": 0, "width": 100, "height": 100}
    found = {"pan": longest_frame(page, lambda: pan(page, canvas["x"] + 300, canvas["y"] + 200))}
    if kind == "ours":
        searches = [page.evaluate(SEARCH, word) for word in ("sjogren", "allen 2012", "statement 77")]
        found["search"] = max(searches)
        page.locator("#search").fill("")
        page.wait_for_timeout(400)
        page.locator("#open-all").click()
        page.wait_for_timeout(500)
        page.mouse.move(150, 600)
        found["scroll"] = longest_frame(page, lambda: [page.mouse.wheel(0, 900) for _ in range(40)])
    return found


def pan(page: Page, x: float, y: float) -> None:
    """Drag the picture to and fro."""
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(x + 5 * (step % 20), y + 3 * (step % 20))
    page.mouse.up()


def longest_frame(page: Page, work: Callable[[], Any]) -> float:
    """The longest time between two frames while something is done."""
    page.evaluate(FRAMES)
    work()
    page.wait_for_timeout(200)
    return float(page.evaluate("globalThis.longest"))


def measured(browser: Browser, evidence: Evidence, folder: Path, kind: str) -> dict[str, float]:
    """Write a page, open it, and tell its size and times."""
    import pyvis.network  # noqa: F401 - takes most of a second, whoever comes first

    report = graph.audit(evidence)
    start = time.perf_counter()
    path = folder / f"{kind}.html"
    if kind == "ours":
        graph.write_page(evidence, path, report=report)
    else:
        write_plain(evidence, path)
    written = time.perf_counter() - start
    return {"size": path.stat().st_size / 1e6, "write": written * 1000, **opened(browser, path, kind)}


ROWS = {
    "size": ("size, MB", 1.0),
    "write": ("written in, s", 1000.0),
    "usable": ("usable after, s", 1000.0),
    "pan": ("longest frame, panning, ms", 1.0),
    "scroll": ("longest frame, scrolling, ms", 1.0),
    "search": ("slowest of three searches, ms", 1.0),
}


def table(nodes: int, ours: dict[str, float], plain: dict[str, float]) -> Iterator[str]:
    """The measures of both pages side by side, with the ratio."""
    yield f"\n{nodes:,} nodes{'':32}{'ours':>10}{'pyvis':>12}{'ratio':>9}"
    for name, (words, unit) in ROWS.items():
        mine = f"{ours[name] / unit:.2f}" if name in ours else "-"
        other = f"{plain[name] / unit:.2f}" if name in plain else "-"
        if name == "usable" and not ours.get(name):
            mine = f"not in {PATIENCE}"
        if name == "usable" and plain and name not in plain:
            other = f"not in {PATIENCE}"
        ratio = f"{plain[name] / ours[name]:.1f} x" if name in plain and ours.get(name) else ""
        yield f"{words:36}{mine:>12}{other:>12}{ratio:>9}"


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--pyvis", type=int, default=SIZES[0], metavar="NODES", help="the largest page of pyvis")
    return parser.parse_args()


def main() -> None:
    """Measure each size and print a table for it."""
    from tests.browser import NODE, find_browser, launch

    asked = arguments()
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = launch(playwright, find_browser())
        for nodes in asked.nodes:
            evidence = generate(nodes)
            ours = measured(browser, evidence, Path(name), "ours")
            plain = measured(browser, evidence, Path(name), "pyvis") if nodes <= asked.pyvis else {}
            print("\n".join(table(nodes, ours, plain)), flush=True)


if __name__ == "__main__":
    main()
