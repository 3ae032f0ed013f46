"""How large and how fast the page is on generated evidence, beside the plain pyvis page of the same network.

    ./run python benchmarks/page.py [NODES ...] [--pyvis NODES] [--skew POWER]

1,000, 20,000 and 200,000 nodes (causes, claims and references) unless told otherwise; pyvis up to 1,000 unless told
otherwise. Both pages are written and opened from a file, in one run, in the browser of the tests at 1440 x 900.
"Usable" is the time from opening until something is drawn and the list (pyvis: its picture) answers; a search is timed
from Enter to the second frame after the new count; frames are the longest while the picture is dragged and the list,
all causes open, is scrolled. What opens by a click (a view, or the details and the map of something) is timed from the
click to the second frame after it, the first and the second time. The higher the skew, the more claims have the first
cause and cite the first reference: with 8 about four and two of ten at 200,000 nodes.
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
from graph.model import Citation, Claim, Evidence, Facts, Place, Quantity, Reference, Stance
from graph.reading import collect_causes
from graph.references.dois import read_doi
from graph.references.names import Name
from graph.references.years import read_year

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

SIZES = [1_000, 20_000, 200_000]
PATIENCE = 60
"""Seconds after which a page counts as not usable."""

WHAT = ("Restless legs", "Periodic limb movements", "Poor sleep", "Daytime fatigue", "Low ferritin", "Anxiety")
WHOM = ("nurses on night shifts", "pregnant women", "people on dialysis", "Sjögren patients", "older men", "children")
HOW = ("is more frequent among", "is less severe among", "begins earlier among", "has been described among")
TAIL = ("than in the general population", "in population-based studies", "after adjustment for age", "")
NAMES = (
    Name("Doe", "Jane"),
    Name("Müller", "Karl"),
    Name("Gupta", "Rahul"),
    Name("Ferré", "Sergi"),
    Name("Allen", "Richard P."),
    Name("Ulfberg", "Jan"),
    Name("Li", "Wei"),
)
DESIGNS = ("cohort study", "case-control study", "cross-sectional study", "randomised trial", "review", "")
Result = TypeVar("Result")


def generate(nodes: int, skew: int = 2) -> Evidence:
    """Evidence of this many nodes, the same at every run: 60 % claims, 1 % causes, the rest references."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    causes = [f"Area {number % max(1, nodes // 4000)} > Cause {number}" for number in range(max(1, nodes // 100))]
    references = [reference(chance, number) for number in range(nodes * 39 // 100)]
    claims = [claim(chance, number, causes, len(references), skew) for number in range(nodes * 3 // 5)]
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
        facts=Facts(
            names=tuple(chance.sample(NAMES, chance.randrange(1, 5))),
            year=read_year(str(1985 + number % 40)),
            doi=read_doi(f"10.1000/sleep.{number}"),
        ),
        journal="Journal of Sleep Research",
        design=chance.choice(DESIGNS),
        fields=fields,
    )


def claim(chance: random.Random, number: int, causes: list[str], references: int, skew: int) -> Claim:
    """A claim with up to three citations, a fifth of which are not plain support; a quarter have a figure."""
    place = Place("claims.csv", number + 2)
    stances: list[Stance] = ["supports"] * 12 + ["mentions", "qualifies", "disputes"]
    cited = {
        f"key{int(references * chance.random() ** skew)}": chance.choice(stances) for _ in range(chance.randrange(4))
    }
    text = f"{chance.choice(WHAT)} {chance.choice(HOW)} {chance.choice(WHOM)} {chance.choice(TAIL)}".strip()
    figure = Quantity(measure="prevalence", low=Decimal(number % 40), high=Decimal(number % 40 + 9), unit="%")
    return Claim(
        key=f"c{number}",
        cause=causes[int(len(causes) * chance.random() ** skew)],
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
  count.textContent = ""; // the next may be as many
  const start = performance.now();
  input.value = q;
  input.dispatchEvent(new Event("change", { bubbles: true })); // as Enter does; typing waits for a pause
  while (count.textContent === "") await new Promise((done) => setTimeout(done, 1));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}
"""

CLICK = """
async (selector) => {
  const button = document.querySelector(selector);
  const start = performance.now();
  button.click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}
"""

WORDS = ("sjogren", "allen 2012", "statement 77")
VIEWS = {
    "matrix by stance": ('#choose-by [value="stance"]', "#stage-matrix"),
    "matrix by design": ("#stage-matrix", '#choose-by [value="design"]'),
    "matrix by year": ("#stage-matrix", '#choose-by [value="year"]'),
    "figures": ("#stage-map", "#stage-figures"),
    "timeline per cause": ('#choose-per [value="causes"]', "#stage-timeline"),
    "timeline per claim": ("#stage-timeline", '#choose-per [value="claims"]'),
    "uses": ("#stage-map", "#stage-uses"),
}
"""What is clicked to come near a view, and what then shows it."""

CHOSEN = {
    "largest cause": ("#tab-claims", "#claims .cause .row"),
    "claim": ("#tab-claims", "#claims .claim .row"),
    "most cited reference": ("#tab-references", "#references .reference .row"),
}
"""The same for the details of something, with its map; all causes are open."""


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
        return {"usable": usable, **moved(page, kind), **(viewed(page) if kind == "ours" else {})}
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
        found["search"] = slowest_search(page)
        page.locator("#open-all").click()
        page.wait_for_timeout(500)
        page.mouse.move(150, 600)
        found["scroll"] = longest_frame(page, lambda: [page.mouse.wheel(0, 900) for _ in range(40)])
    return found


def viewed(page: Page) -> dict[str, float]:
    """Open every view and some details, each twice; search and scroll while each view is shown."""
    found = {}
    for time_ in ("first", "again"):
        for name, (near, there) in {**VIEWS, **CHOSEN}.items():
            for selector in ("#back", "#stage-map", near):
                page.evaluate(CLICK, selector)
            found[f"{name}, {time_}"] = page.evaluate(CLICK, there)
            page.wait_for_timeout(300)
    for name, (near, there) in VIEWS.items():
        for selector in ("#back", near, there):
            page.evaluate(CLICK, selector)
        found[f"{name}, search"] = slowest_search(page)
        page.mouse.move(700, 600)
        found[f"{name}, scroll"] = longest_frame(page, lambda: [page.mouse.wheel(0, 900) for _ in range(40)])
    return found


def slowest_search(page: Page) -> float:
    """The longest of a few searches, after which nothing is searched for."""
    searches = [page.evaluate(SEARCH, word) for word in WORDS]
    page.locator("#search").fill("")
    page.wait_for_timeout(400)
    return float(max(searches))


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


def views_table(found: dict[str, float]) -> Iterator[str]:
    """What views and details take, in milliseconds."""
    yield f"{'opened by a click, ms':36}{'first':>12}{'again':>12}{'search':>9}{'longest frame, scrolling':>28}"
    for name in (*VIEWS, *CHOSEN):
        first, again, search, scroll = (
            f"{found[key]:.0f}" if (key := f"{name}, {what}") in found else "-"
            for what in ("first", "again", "search", "scroll")
        )
        yield f"{name:36}{first:>12}{again:>12}{search:>9}{scroll:>28}"


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--pyvis", type=int, default=SIZES[0], metavar="NODES", help="the largest page of pyvis")
    parser.add_argument("--skew", type=int, default=2, metavar="POWER", help="how uneven the uses are")
    return parser.parse_args()


def main() -> None:
    """Measure each size and print a table for it."""
    from tests.browser import NODE, find_browser, launch

    asked = arguments()
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = launch(playwright, find_browser())
        for nodes in asked.nodes:
            evidence = generate(nodes, asked.skew)
            ours = measured(browser, evidence, Path(name), "ours")
            plain = measured(browser, evidence, Path(name), "pyvis") if nodes <= asked.pyvis else {}
            print("\n".join((*table(nodes, ours, plain), *views_table(ours))), flush=True)


if __name__ == "__main__":
    main()
