/** Where boxes stand: in a neighbourhood causes | claims | references, by the same algorithm as `layout.py`; in the overview rows | references. */

/** @import { Box } from "./types.js" */

export const WIDTHS = { cause: 156, claim: 296, reference: 182 };
const INVOLVES_GAP = 60;
const STANCE_GAP = 98;
const BOX_GAP = 10;
const BLOCK_GAP = 22;
const LOWEST_CAUSE = 320;
const OVERVIEW_GAP = { columns: 120, least: 4, most: 24 };

/**
 * The middles of boxes in three columns, by id.
 * A block is a cause's box and those of its claims; `links` maps a reference's id to the ids of the claims that cite it.
 */
export function neighbourhood(blocks, references, links) {
  const claimX = WIDTHS.cause + INVOLVES_GAP + WIDTHS.claim / 2;
  const referenceX = WIDTHS.cause + INVOLVES_GAP + WIDTHS.claim + STANCE_GAP + WIDTHS.reference / 2;
  const placed = new Map();
  const heights = new Map();
  let top = 0;
  for (const { cause, claims } of blocks) {
    const high = stackedHeight(claims);
    const height = Math.max(cause.height, high);
    placed.set(cause.id, [WIDTHS.cause / 2, round(top + Math.min(height / 2, LOWEST_CAUSE))]);
    for (const [id, y] of stack(claims, top + (height - high) / 2)) heights.set(id, y);
    top += height + BLOCK_GAP;
  }
  for (const [id, y] of heights) placed.set(id, [claimX, round(y)]);
  for (const [id, y] of settle(references, barycentres(references, links, heights))) placed.set(id, [referenceX, y]);
  return placed;
}

/**
 * The middles of the overview's boxes, by id; `links` maps a reference's id to the ids of the causes that rest on it.
 * References are spread evenly along the rows, in the order of the mean y of the rows that they are linked to.
 */
export function columns(rows, references, links) {
  const heights = new Map(stack(rows, 0, 0));
  const wanted = barycentres(references, links, heights);
  const ordered = references.toSorted((one, other) => wanted.get(one.id) - wanted.get(other.id));
  const spare = stackedHeight(rows, 0) - stackedHeight(ordered, 0);
  const gap = Math.min(OVERVIEW_GAP.most, Math.max(OVERVIEW_GAP.least, Math.floor(spare / Math.max(1, ordered.length - 1))));
  const width = Math.max(0, ...rows.map((row) => row.width));
  const beside = ([id, y], index) => [id, [width + OVERVIEW_GAP.columns + ordered[index].width / 2, round(y)]];
  return new Map([...[...heights].map(([id, y]) => [id, [width / 2, round(y)]]), ...stack(ordered, 0, gap).map(beside)]);
}

/** How high boxes are one under the other. */
function stackedHeight(boxes, gap = BOX_GAP) {
  return boxes.reduce((sum, box) => sum + box.height, 0) + gap * Math.max(0, boxes.length - 1);
}

/** The y of boxes one under the other, as pairs. */
function stack(boxes, top, gap = BOX_GAP) {
  let y = top;
  return boxes.map(({ id, height }) => {
    y += height + gap;
    return [id, y - gap - height / 2];
  });
}

/**
 * For each box the mean y of what it is linked to, or the foot of the column.
 * @type {(boxes: Box[], links: Map<string, string[]>, heights: Map<string, any>) => Map<string, any>}
 */
function barycentres(boxes, links, heights) {
  const foot = Math.max(0, ...heights.values());
  return new Map(boxes.map(({ id }) => {
    const ends = (links.get(id) ?? []).filter((end) => heights.has(end)).map((end) => heights.get(end));
    return [id, ends.length ? ends.reduce((sum, y) => sum + y, 0) / ends.length : foot];
  }));
}

/**
 * The y of boxes in a column, in the order of the y they want and as near to it as they fit.
 * @type {(boxes: Box[], wanted: Map<string, any>) => any}
 */
export function settle(boxes, wanted) {
  /** @type {any[]} */
  const runs = [];
  for (const box of boxes.toSorted((one, other) => wanted.get(one.id) - wanted.get(other.id))) {
    let run = [box];
    let top = wanted.get(box.id) - box.height / 2;
    while (runs.length && runs.at(-1).top + stackedHeight(runs.at(-1).run) + BOX_GAP > top) {
      const before = runs.pop();
      const shift = stackedHeight(before.run) + BOX_GAP;
      top = (before.top * before.run.length + (top - shift) * run.length) / (before.run.length + run.length);
      run = [...before.run, ...run];
    }
    runs.push({ run, top });
  }
  return runs.flatMap(({ run, top }) => stack(run, round(top)).map(([id, y]) => [id, round(y)]));
}

/** The nearest whole number, and the even one where two are as near: as Python does it. */
function round(number) {
  const below = Math.floor(number);
  if (number - below !== 0.5) return Math.round(number);
  return below % 2 === 0 ? below : below + 1;
}
