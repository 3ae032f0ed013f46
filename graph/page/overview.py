"""What the map opens on: the overview of causes and the references that they rest on.

It works on the page's data (see `graph.page.data`) and gives nodes, edges and positions. What a cause, claim or
reference is joined to is unfolded in the page itself (`unfold.js`), when it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.map.boxes import LINE_HEIGHT, even, wrap
from graph.map.layout import OVERVIEW_REFERENCE_WIDTH, ROW_WIDTH, Box, overview
from graph.map.picture import picture
from graph.page.data import widest
from graph.page.packing import Data

OVERVIEW = "overview"
MOST = {"cause": 120, "reference": 60, "edge": 240}
"""How many of each kind the overview draws at most."""

NAME_WIDTH = 216
ROW_PADDING = 4
OVERVIEW_REFERENCE_HEIGHT = 32
OVERVIEW_SIZES = {
    "cause": {"width": ROW_WIDTH},
    "reference": {"width": OVERVIEW_REFERENCE_WIDTH, "height": OVERVIEW_REFERENCE_HEIGHT},
}

Rests = dict[str, dict[str, int]]


def map_data(data: Data) -> Data:
    """Nodes, edges and options for vis-network, and the overview.

    `sizes` has the sizes of its rows; a cause's row has its own height. A view has `at`, a list of [number of the
    node, x, y], and `of`, how many nodes it would have if all were drawn.
    """
    causes = widest(data["causes"], MOST["cause"])
    found = drawn_rests(data, {cause["id"] for cause in causes})
    references = most_used(data["references"], found)
    rows = {cause["id"]: row_box(cause) for cause in causes}
    links = {name: list(found[name]) for name in found}
    boxes = [Box(each["id"], OVERVIEW_REFERENCE_WIDTH, OVERVIEW_REFERENCE_HEIGHT) for each in references]
    placed = overview([box for box, _ in rows.values()], boxes, links)
    nodes = [{"id": name, "group": "cause", "row": row, "rowHeight": box.height} for name, (box, row) in rows.items()]
    nodes += [{"id": box.id, "group": "reference"} for box in boxes]
    at = [[number, *placed[node["id"]]] for number, node in enumerate(nodes)]
    view = {"at": at, "of": len(data["causes"]) + len(data["references"])}
    edges = rests(found, [box.id for box in boxes])
    return {**picture(nodes, edges), "views": {OVERVIEW: view}, "sizes": OVERVIEW_SIZES}


def most_used(references: list[Data], found: Rests) -> list[Data]:
    """As many references as are drawn: those that source most claims, those that source none last."""
    uses = {name: sum(causes.values()) for name, causes in found.items()}
    ranked = sorted(references, key=lambda reference: -uses.get(reference["id"], 0))[: MOST["reference"]]
    chosen = {reference["id"] for reference in ranked}
    kept = [reference for reference in references if reference["id"] in chosen]
    return sorted(kept, key=lambda reference: reference["id"] not in found)


def row_box(cause: Data) -> tuple[Box, str]:
    """The row of a cause in the overview, and its name broken into lines."""
    label = wrap(cause["label"], NAME_WIDTH - 14 * cause["depth"], 2)
    return Box(cause["id"], ROW_WIDTH, even((label.count("\n") + 1) * (LINE_HEIGHT - 2) + ROW_PADDING)), label


def rests(found: Rests, references: list[str]) -> Iterator[Data]:
    """The edges from these references to the causes that rest on them; of too many only those that stand for most."""
    number = sum(len(found.get(reference, {})) for reference in references)
    for reference in references:
        causes = sorted(found.get(reference, {}).items(), key=lambda each: -each[1])
        for cause, claims in causes[: None if number <= MOST["edge"] else MOST["edge"] // len(references)]:
            yield {"source": reference, "to": cause, "relation": "rests_on", "claims": claims}


def drawn_rests(data: Data, drawn: set[str]) -> Rests:
    """For each reference the drawn causes that claims it sources name, or wider ones of those, and how many do."""
    shown = shown_as(data["causes"], drawn)
    found: Rests = {}
    for claim in data["claims"]:
        named = dict.fromkeys(shown[name] for name in (claim["cause"], *claim["involves"]) if shown[name])
        for citation in claim["citations"]:
            if citation["known"] and citation["stance"] != "mentions":
                causes = found.setdefault(citation["reference"], {})
                for name in named:
                    causes[name] = causes.get(name, 0) + 1
    return found


def shown_as(causes: list[Data], drawn: set[str]) -> Mapping[str, str]:
    """For each cause the one that stands for it: itself, the next wider one that is drawn, or none."""
    shown = {"": ""}
    for cause in causes:  # wider ones come first
        shown[cause["id"]] = cause["id"] if cause["id"] in drawn else shown[cause["wider"]]
    return shown
