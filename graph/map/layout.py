"""Where boxes stand on the map: causes | claims | references in columns, computed without drawing anything.

Every position is the middle of a box, in the map's own units; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

CAUSE_WIDTH, CLAIM_WIDTH, REFERENCE_WIDTH = 156, 296, 182
INVOLVES_GAP, STANCE_GAP = 60, 98
"""Between causes and claims, claims and references: room for the word that says how they are linked."""

BOX_GAP, BLOCK_GAP = 10, 22
LOWEST_CAUSE = 320
"""How far below the top of its block a cause stands at most: a long block is read from its top."""

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """Something of a known size that is to be placed."""

    id: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Block:
    """A cause and the claims that stand beside it."""

    cause: Box
    claims: tuple[Box, ...] = ()


def neighbourhood(
    blocks: Sequence[Block], references: Sequence[Box], links: Mapping[str, Sequence[str]]
) -> dict[str, Position]:
    """Positions in three columns; `links` has, for a reference's id, the ids of the claims that cite it."""
    claim_x = CAUSE_WIDTH + INVOLVES_GAP + CLAIM_WIDTH // 2
    reference_x = CAUSE_WIDTH + INVOLVES_GAP + CLAIM_WIDTH + STANCE_GAP + REFERENCE_WIDTH // 2
    heights: dict[str, float] = {}
    placed: dict[str, Position] = {}
    top = 0.0
    for block in blocks:
        height = max(block.cause.height, stacked_height(block.claims))
        placed[block.cause.id] = (CAUSE_WIDTH // 2, round(top + min(height / 2, LOWEST_CAUSE)))
        heights |= stack(block.claims, top + (height - stacked_height(block.claims)) / 2)
        top += height + BLOCK_GAP
    placed |= {name: (claim_x, round(y)) for name, y in heights.items()}
    wanted = barycentres(references, links, heights)
    return placed | {name: (reference_x, y) for name, y in settle(references, wanted).items()}


def stacked_height(boxes: Sequence[Box], gap: float = BOX_GAP) -> float:
    """How high boxes are one under the other."""
    return sum(box.height for box in boxes) + gap * max(0, len(boxes) - 1)


def stack(boxes: Iterable[Box], top: float, gap: float = BOX_GAP) -> dict[str, float]:
    """The y of boxes one under the other."""
    placed: dict[str, float] = {}
    for box in boxes:
        placed[box.id] = top + box.height / 2
        top += box.height + gap
    return placed


def barycentres(
    boxes: Iterable[Box], links: Mapping[str, Sequence[str]], heights: Mapping[str, float]
) -> dict[str, float]:
    """For each box the mean y of what it is linked to, or the foot of the column where it is linked to nothing."""
    foot = max(heights.values(), default=0.0)
    found: dict[str, float] = {}
    for box in boxes:
        ends = [heights[end] for end in links.get(box.id, ()) if end in heights]
        found[box.id] = fmean(ends) if ends else foot
    return found


def settle(boxes: Iterable[Box], wanted: Mapping[str, float], gap: int = BOX_GAP) -> dict[str, int]:
    """The y of boxes in a column, in the order of the y they want and as near to it as they fit.

    Boxes that would overlap form a run, which is centred on the mean of what its boxes want (the pool-adjacent-
    violators algorithm of isotonic regression).
    """
    runs: list[tuple[list[Box], float]] = []  # with the top that the run wants
    for box in sorted(boxes, key=lambda box: wanted[box.id]):
        run, top = [box], wanted[box.id] - box.height / 2
        while runs and runs[-1][1] + stacked_height(runs[-1][0], gap) + gap > top:
            before, before_top = runs.pop()
            shift = stacked_height(before, gap) + gap
            top = (before_top * len(before) + (top - shift) * len(run)) / (len(before) + len(run))
            run = before + run
        runs.append((run, top))
    # Rounding the top of a run alone keeps the gaps inside it whole; a run's rounding moves less than the gap.
    return {name: round(y) for run, top in runs for name, y in stack(run, round(top), gap).items()}
