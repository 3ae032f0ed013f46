import json
import random
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.map.layout import Block, Box, neighbourhood, settle

heights = st.integers(min_value=5, max_value=60).map(lambda half: 2 * half)


def boxes(prefix: str, width: int, most: int = 12) -> st.SearchStrategy[list[Box]]:
    named = st.lists(heights, max_size=most)
    return named.map(lambda given: [Box(f"{prefix}{number}", width, high) for number, high in enumerate(given)])


@st.composite
def neighbourhoods(draw: st.DrawFn) -> tuple[list[Block], list[Box], dict[str, list[str]]]:
    causes = draw(boxes("cause", 150, most=6))
    blocks = [Block(cause, tuple(draw(boxes(f"{cause.id}-claim", 290, most=6)))) for cause in causes]
    references = draw(boxes("reference", 180))
    claims = [claim.id for block in blocks for claim in block.claims] or ["none"]
    links = {box.id: draw(st.lists(st.sampled_from(claims), max_size=4)) for box in references}
    return blocks, references, links


def overlapping(placed: dict[str, tuple[int, int]], sizes: list[Box]) -> list[tuple[str, str]]:
    def apart(one: Box, other: Box) -> bool:
        (x, y), (u, v) = placed[one.id], placed[other.id]
        return abs(x - u) * 2 >= one.width + other.width or abs(y - v) * 2 >= one.height + other.height

    pairs = ((one, other) for position, one in enumerate(sizes) for other in sizes[position + 1 :])
    return [(one.id, other.id) for one, other in pairs if not apart(one, other)]


@given(neighbourhoods())
def test_boxes_of_a_neighbourhood_never_overlap(
    given_boxes: tuple[list[Block], list[Box], dict[str, list[str]]],
) -> None:
    blocks, references, links = given_boxes
    everything = [box for block in blocks for box in (block.cause, *block.claims)] + references
    assert overlapping(neighbourhood(blocks, references, links), everything) == []


@given(neighbourhoods())
def test_the_same_boxes_are_placed_the_same(
    given_boxes: tuple[list[Block], list[Box], dict[str, list[str]]],
) -> None:
    assert neighbourhood(*given_boxes) == neighbourhood(*given_boxes)


def test_claims_stand_beside_their_cause() -> None:
    block = Block(Box("cause", 150, 40), (Box("first", 290, 40), Box("second", 290, 40)))
    placed = neighbourhood([block], [], {})
    assert placed["first"][1] < placed["cause"][1] < placed["second"][1]


def test_a_reference_stands_level_with_the_claim_that_cites_it() -> None:
    blocks = [Block(Box(name, 150, 40), (Box(f"claim of {name}", 290, 40),)) for name in ("one", "two", "three")]
    placed = neighbourhood(blocks, [Box("reference", 180, 40)], {"reference": ["claim of three"]})
    assert placed["reference"][1] == placed["claim of three"][1]


def test_boxes_that_fit_stand_where_they_want_to() -> None:
    assert settle([Box("a", 10, 20), Box("b", 10, 20)], {"a": 0, "b": 100}) == {"a": 0, "b": 100}


def test_boxes_that_want_the_same_place_share_it_out() -> None:
    placed = settle([Box("a", 10, 20), Box("b", 10, 20)], {"a": 50, "b": 50}, gap=10)
    assert placed == {"a": 35, "b": 65}


def test_nothing_is_placed_where_there_is_nothing() -> None:
    assert neighbourhood([], [], {}) == {}


def chance_neighbourhood(chance: random.Random) -> tuple[list[Block], list[Box], dict[str, list[str]]]:
    def some(prefix: str, width: int, most: int) -> list[Box]:
        return [
            Box(f"{prefix}{number}", width, 2 * chance.randrange(5, 60)) for number in range(chance.randrange(most))
        ]

    blocks = [Block(cause, tuple(some(f"{cause.id}-claim", 296, 9))) for cause in some("cause", 156, 6)]
    claims = [claim.id for block in blocks for claim in block.claims] or ["none"]
    references = some("reference", 182, 12)
    return blocks, references, {box.id: chance.choices(claims, k=chance.randrange(4)) for box in references}


def plain(box: Box) -> dict[str, Any]:
    return {"id": box.id, "width": box.width, "height": box.height}


def test_the_page_places_boxes_where_python_does(node: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - not for secrets
    cases = [chance_neighbourhood(chance) for _ in range(100)]
    written = [
        [
            [{"cause": plain(block.cause), "claims": [*map(plain, block.claims)]} for block in blocks],
            [*map(plain, references)],
            [*links.items()],
        ]
        for blocks, references, links in cases
    ]
    module = (Path(__file__).parent.parent.parent / "graph" / "page" / "web" / "layout.js").as_uri()
    script = f"""
        import {{ neighbourhood }} from {json.dumps(module)};
        import {{ readFileSync }} from "node:fs";
        const cases = JSON.parse(readFileSync(0, "utf8"));
        const placed = cases.map(([blocks, boxes, links]) => neighbourhood(blocks, boxes, new Map(links)));
        process.stdout.write(JSON.stringify(placed.map(Object.fromEntries)));
    """
    command: list[str | Path] = [node, "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(written), capture_output=True, text=True, check=True)  # noqa: S603
    assert json.loads(done.stdout) == [{name: [*at] for name, at in neighbourhood(*case).items()} for case in cases]
