"""What the tests of the page in a browser share: its states, and ways to go there and look."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from tests.browser import Axe, Evaluates

PREGNANCY = "cause:Pregnancy"
STATES = {
    "overview": "",
    "a cause": "#select=cause%3APregnancy&view=map",
    "a claim": "#select=claim%3Apregnancy-01&view=details",
    "a reference": "#select=reference%3Agupta2015&view=details",
    "the unsourced": "#filter=unsourced",
    "a search": "#q=iron",
    "a search for nothing": "#q=xyzzy",
    "references": "#tab=references",
    "findings": "#tab=findings",
    "findings by cause": "#tab=findings&group=cause",
    "unsourced first": "#sort=unsourced",
    "map": "#view=map",
    "an id that is none": "#select=claim%3Anone&view=details",
    "a chain": "#select=claim%3Apregnancy-01&focus=cause%3APregnancy&view=map",
    "matrix": "#stage=matrix&view=map",
    "a cell of the matrix": "#stage=matrix&by=year&within=cause%3APregnancy&value=no+source&view=map",
    "figures": "#stage=figures&view=map",
    "timeline": "#stage=timeline&view=map",
    "timeline of claims": "#stage=timeline&per=claims&q=iron&view=map",
    "uses": "#stage=uses&order=falls&view=map",
    "nothing left": "#stage=figures&q=xyzzy&view=map",
}
WINDOWS = {
    "wide": (1440, 900),
    "middling": (1024, 768),
    "narrow": (360, 780),
    "zoomed": (720, 450),
    "narrowest": (320, 800),
}

LOOKED_AT_IN = (("wide", "light"), ("narrow", "light"), ("wide", "dark"))
"""Windows and colours of the system; what a narrow window shows has the same colours as in a wide one."""

LITTLE = (
    """
@article{gupta2015,
  title = {Restless legs syndrome and pregnancy}, author = {Gupta, R. and Dhyani, M. and Khan, S.}, year = {2015},
  journal = {Acta Neurol Scand}, volume = {133}, number = {5}, pages = {320--329}, doi = {10.1111/ane.12520}
}
@article{unused2001, title = {Nobody cites this}, author = {Doe, J.}, year = {2001}, url = {javascript:alert(1)}}
""",
    """\
claim_id,cause,claim,supports,disputes,mentions,measure,low,high,unit,population,involves
preg-01,Pregnancy,Some pregnant women have RLS.,gupta2015 (p. 322),,,incidence,10,30,%,pregnant women,
preg-02,Pregnancy,It ends after birth.,,,gupta2015,,,,,,
preg-03,Pregnancy,It is dangerous.,,gupta2015,,,,,,,Folate deficiency
fib-01,Rheumatic disease > Fibromyalgia,It is frequent.,missing2020,,,,,,,,
""",
)
"""References and claims with something of everything that a page shows."""

MUCH = (
    "".join(
        f"@article{{key{number}, title = {{Study {number} of Sjögren}}, author = {{Doe, J.}}, year = {{2015}}}}\n"
        for number in range(500)
    ),
    "claim_id,cause,claim,supports\n"
    + "".join(
        f"c-{number},Wide {number % 7} > Narrow {number % 70},Claim number {number} says this.,key{number % 900}\n"
        for number in range(3_000)
    ),
)
"""References and claims for a long page."""


GO = """async (address) => {
    const before = location.href;
    location.hash = address;
    if (location.href !== before) await new Promise((done) => addEventListener("hashchange", done, { once: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
OPEN = """(lists) => {
    for (let closed; (closed = document.querySelector(`${lists} [aria-expanded="false"]`)); ) closed.click();
}"""


def go(page: Page, address: str) -> None:
    """Go to a state, and wait until it is drawn."""
    page.evaluate(GO, address)


def on_map(page: Page, place: tuple[float, float]) -> tuple[float, float]:
    """Where a place of the map is in the window."""
    box = page.locator("#canvas").bounding_box()
    assert box
    return box["x"] + place[0], box["y"] + place[1]


def settled(page: Page, question: Callable[[], bool]) -> bool:
    """Whether a question is answered with yes within two seconds; the page's policy forbids to wait inside it."""
    for _ in range(40):
        if question():
            return True
        page.wait_for_timeout(50)
    return False


def violations(
    axe: Axe, page: Evaluates, to: Callable[[str], object], addresses: Mapping[str, str], scheme: str
) -> dict[str, list[str]]:
    """What axe finds in the states of a page that are not accessible; `to` goes to each by its address."""
    only = ("color-contrast",) if scheme == "dark" else ()  # nothing else is different in the dark
    found = {}
    for name, address in addresses.items():
        to(address)
        found[name] = axe(page, only)
    return {name: each for name, each in found.items() if each}


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def shown(page: Page, kind: str) -> int:
    return page.locator(f"#lists li.{kind}:visible").count()


def open_rows(page: Page, lists: str) -> None:
    """Open all rows of a list, and those that stand in them."""
    page.evaluate(OPEN, lists)
