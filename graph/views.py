"""What the map can show: the overview by cause, and the neighbourhood of every cause, claim and reference.

It works on the page's data (see `graph.pagedata`) and gives nodes, edges and, for each view, positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.layout import OVERVIEW_REFERENCE_WIDTH, ROW_WIDTH, Block, Box, neighbourhood, overview
from graph.vis import LINE_HEIGHT, PADDING, WIDTHS, even, picture, text_box, wrap

OVERVIEW = "overview"
KINDS = ("causes", "claims", "references")
MOST = {"cause": 120, "claim": 120, "reference": 60}
"""How many of each kind a view draws at most: 300 in all."""

NAME_WIDTH = 216
ROW_PADDING = 4
BAR_HEIGHT = 22
WORD_HEIGHT = 16
OVERVIEW_REFERENCE_HEIGHT = 32
OVERVIEW_SIZES = {
    "cause": {"width": ROW_WIDTH},
    "reference": {"width": OVERVIEW_REFERENCE_WIDTH, "height": OVERVIEW_REFERENCE_HEIGHT},
}

Data = dict[str, Any]
Sized = tuple[Box, str, int]


def map_data(data: Data) -> Data:
    """Nodes, edges and options for vis-network, and the views: for each its nodes' numbers and positions.

    `sizes` has the sizes that boxes have in the overview, where they are rows; a cause's row has its own height.
    A view has `at`, a list of [number of the node, x, y], and `of`, how many nodes it would have if all were drawn.
    """
    boxes = dict(sized(data))
    rows = {cause["id"]: row_box(cause) for cause in data["causes"]}
    nodes = [node_data(kind, item, boxes, rows) for kind in KINDS for item in data[kind]]
    number = {node["id"]: position for position, node in enumerate(nodes)}
    views = {name: numbered(view, number) for name, view in all_views(data, boxes, rows)}
    return {**picture(nodes, edges(data)), "views": views, "sizes": OVERVIEW_SIZES}


def sized(data: Data) -> Iterator[tuple[str, Sized]]:
    """For each node its box, the text in it, and how many lines of that are its head.

    The head is a cause's wider cause, or what a reference is called. There is room for what is drawn beside the text.
    """
    for cause in data["causes"]:
        wider = cause["name"].removesuffix(cause["label"]).strip()
        yield cause["id"], headed_box(cause["id"], "cause", wider, cause["label"], BAR_HEIGHT)
    for claim in data["claims"]:
        words = sum(each["known"] for each in claim["citations"]) + (claim["state"] == "unsourced")
        yield claim["id"], (*text_box(claim["id"], "claim", claim["text"], least=words * WORD_HEIGHT), 0)
    for reference in data["references"]:
        title = reference["title"] or "no title given"
        yield reference["id"], headed_box(reference["id"], "reference", reference["label"], title)


def headed_box(node: str, kind: str, head: str, text: str, extra: int = 0) -> Sized:
    """A box for a text under a head of at most three lines, which may be empty."""
    lines = wrap(head, WIDTHS[kind] - PADDING, 3) if head else ""
    number = lines.count("\n") + 1 if head else 0
    box, label = text_box(node, kind, text, extra=extra + number * LINE_HEIGHT)
    return box, "\n".join(filter(None, (lines, label))), number


def row_box(cause: Data) -> tuple[Box, str]:
    """The row of a cause in the overview, and its name broken into lines."""
    label = wrap(cause["label"], NAME_WIDTH - 14 * cause["depth"], 2)
    return Box(cause["id"], ROW_WIDTH, even((label.count("\n") + 1) * (LINE_HEIGHT - 2) + ROW_PADDING)), label


def node_data(kinds: str, item: Data, boxes: Mapping[str, Sized], rows: Mapping[str, tuple[Box, str]]) -> Data:
    """A node as the page draws it; a cause has its row in the overview too."""
    box, label, head = boxes[item["id"]]
    kind = kinds.removesuffix("s")
    node = {"id": item["id"], "group": kind, "label": label, "width": box.width, "height": box.height, "head": head}
    if kind == "cause":
        node |= {"row": rows[item["id"]][1], "rowHeight": rows[item["id"]][0].height}
    return node


def edges(data: Data) -> Iterator[Data]:
    """Every edge, in the direction in which evidence flows, and those that say what a cause rests on."""
    for cause in data["causes"]:
        if cause["wider"]:
            yield {"source": cause["id"], "to": cause["wider"], "relation": "part_of"}
    for claim in data["claims"]:
        for citation in claim["citations"]:
            if citation["known"]:
                yield {"source": citation["reference"], "to": claim["id"], "relation": citation["stance"]}
        yield {"source": claim["id"], "to": claim["cause"], "relation": "about"}
        for name in claim["involves"]:
            yield {"source": claim["id"], "to": name, "relation": "involves"}
    for reference, causes in rests_on(data).items():
        for cause, claims in causes.items():
            yield {"source": reference, "to": cause, "relation": "rests_on", "claims": claims}


def rests_on(data: Data) -> dict[str, dict[str, int]]:
    """For each reference the causes that claims it sources name themselves, and how many of them do."""
    found: dict[str, dict[str, int]] = {}
    for claim in data["claims"]:
        for citation in claim["citations"]:
            if citation["known"] and citation["stance"] != "mentions":
                causes = found.setdefault(citation["reference"], {})
                for name in dict.fromkeys((claim["cause"], *claim["involves"])):
                    causes[name] = causes.get(name, 0) + 1
    return found


def all_views(
    data: Data, boxes: Mapping[str, Sized], rows: Mapping[str, tuple[Box, str]]
) -> Iterator[tuple[str, Data]]:
    """The overview, then one view for each cause, claim and reference."""
    yield OVERVIEW, overview_view(data, rows)
    claims = {claim["id"]: claim for claim in data["claims"]}
    references = {reference["id"] for reference in data["references"]}
    only_boxes = {name: box for name, (box, *_) in boxes.items()}
    citing: dict[str, list[Data]] = {name: [] for name in references}
    for claim in claims.values():
        for name in dict.fromkeys(each["reference"] for each in claim["citations"] if each["known"]):
            citing[name].append(claim)
        yield claim["id"], view([claim], [claim["cause"], *claim["involves"]], [], only_boxes)
    for cause in data["causes"]:
        yield cause["id"], view([claims[name] for name in cause["claims"]], [cause["id"]], [], only_boxes)
    for reference in data["references"]:
        yield reference["id"], view(citing[reference["id"]], [], [reference["id"]], only_boxes)


def overview_view(data: Data, rows: Mapping[str, tuple[Box, str]]) -> Data:
    """All causes as rows, and the references they rest on."""
    drawn = [rows[cause["id"]][0] for cause in data["causes"]][: MOST["cause"]]
    found = rests_on(data)
    used_first = sorted(data["references"], key=lambda reference: reference["id"] not in found)
    boxes = [
        Box(reference["id"], OVERVIEW_REFERENCE_WIDTH, OVERVIEW_REFERENCE_HEIGHT)
        for reference in used_first[: MOST["reference"]]
    ]
    links = {name: list(causes) for name, causes in found.items()}
    return {"at": overview(drawn, boxes, links), "of": len(data["causes"]) + len(data["references"])}


def view(claims: Sequence[Data], causes: Iterable[str], references: Iterable[str], boxes: Mapping[str, Box]) -> Data:
    """Claims beside their causes, and the references they cite; `causes` and `references` are shown in any case.

    A view of a reference shows that one only, as what else its claims cite is not what it is about.
    """
    only = list(references)
    causes = list(dict.fromkeys([*causes, *(claim["cause"] for claim in claims)]))
    cited = [each["reference"] for claim in claims for each in claim["citations"] if each["known"]]
    shown = only or list(dict.fromkeys(cited))
    drawn = claims[: MOST["claim"]]
    beside = {name: [boxes[claim["id"]] for claim in drawn if claim["cause"] == name] for name in causes}
    blocks = [Block(boxes[name], tuple(beside[name])) for name in causes[: MOST["cause"]]]
    placed = neighbourhood(blocks, [boxes[name] for name in shown[: MOST["reference"]]], links(drawn))
    return {"at": placed, "of": len(causes) + len(claims) + len(shown)}


def links(claims: Iterable[Data]) -> dict[str, list[str]]:
    """For each reference the claims that cite it."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for citation in claim["citations"]:
            found.setdefault(citation["reference"], []).append(claim["id"])
    return found


def numbered(view: Data, number: Mapping[str, int]) -> Data:
    """A view with numbers in place of ids, which are long."""
    return {"at": [[number[name], x, y] for name, (x, y) in view["at"].items()], "of": view["of"]}
