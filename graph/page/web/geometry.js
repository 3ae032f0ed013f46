/** Where things of the map are: boxes, what is around them, what they are hit by. Pure: numbers in, numbers out. */

import { STANCES, groupBy } from "./model.js";
import { wordHeights } from "./paint.js";
import { NOTICES } from "./states.js";

/** @import { Bounds } from "./types.js" */

export const SCALE = { least: 0.86, leastOverview: 0.8, tiny: 0.05, most: 1.25 };
const MARGIN = 11;
const TITLE_ROOM = 26;
const WORD_ROOM = 74;
const STRETCH = { least: -110, most: 400 };

/** The box of a placed node; a reference's is stretched to the right. */
export function boxOf({ node, x, y }, stretch = 0) {
  const width = node.width + (node.group === "reference" ? stretch : 0);
  const left = x - node.width / 2;
  return { left, right: left + width, top: y - node.height / 2, middle: y, width, height: node.height };
}

/** By how much the overview's references may be wider, or must be narrower, for the overview to fill a window. */
export function stretchOf(bounds, { width, height }) {
  const fit = Math.min(SCALE.most, (height - 2 * MARGIN) / (bounds.bottom - bounds.top));
  const room = (width - 2 * MARGIN) / Math.max(SCALE.leastOverview, fit);
  return Math.min(STRETCH.most, Math.max(STRETCH.least, Math.floor(room - (bounds.right - bounds.left))));
}

/** The boxes with room for the words beside claims, which may stand at the edge. */
export function withWords(boxes, ports) {
  return [...boxes.values(), ...ports.map(({ x, y }) => ({ left: x, right: x + WORD_ROOM, top: y, height: 0 }))];
}

/** The smallest rectangle around boxes, with room for the columns' titles. */
export function boundsOf(boxes) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of boxes) {
    bounds.left = Math.min(bounds.left, box.left);
    bounds.right = Math.max(bounds.right, box.right);
    bounds.top = Math.min(bounds.top, box.top);
    bounds.bottom = Math.max(bounds.bottom, box.top + box.height);
  }
  return { ...bounds, top: bounds.top - TITLE_ROOM };
}

/**
 * The scale and middle at which bounds fit a window, or at which text can still be read and the beginning is seen.
 * @type {(bounds: Bounds, size: { width: number, height: number }, least: number, focus?: { x: number, y: number } | null) => any}
 */
export function fitting(bounds, { width, height }, least, focus = null) {
  const [wide, high] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const [roomWide, roomHigh] = [width - 2 * MARGIN, height - 2 * MARGIN];
  const scale = Math.min(SCALE.most, Math.max(least, Math.min(roomWide / wide, roomHigh / high)));
  /** @type {(low: number, size: number, room: number, wanted: number | null) => number} */
  const along = (low, size, room, wanted) => {
    if (size * scale <= room + 1) return low + size / 2;
    const half = room / scale / 2;
    const seenFromStart = wanted === null || wanted < low + half * 1.7;
    return seenFromStart ? low + half : Math.min(low + size - half, Math.max(low + half, wanted));
  };
  return { scale, position: {
    x: along(bounds.left, wide, roomWide, focus?.x ?? null), y: along(bounds.top, high, roomHigh, focus?.y ?? null),
  } };
}

/** The id of the box that a point is in, or an empty string. */
export function hit(boxes, { x, y }) {
  for (const [id, box] of boxes) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.top + box.height) return id;
  }
  return "";
}

/** The ids of boxes in the order in which they are read: column by column, from the top. */
export function readingOrder(boxes) {
  return [...boxes].sort(([, one], [, other]) => one.left - other.left || one.top - other.top).map(([id]) => id);
}

/** Where the lines and words at claims go: one port for each word; that of a `state`, where a claim rests on nothing, has no edge. */
export function portsOf(view, model, boxes) {
  const edgesTo = groupBy(view.edges.filter((edge) => STANCES.includes(edge.relation)), (edge) => edge.to);
  const ports = [];
  for (const [id, { node }] of view.placed) {
    if (node.group !== "claim") continue;
    const box = boxes.get(id);
    const lines = (edgesTo.get(id) ?? []).toSorted((one, other) => boxes.get(one.from).middle - boxes.get(other.from).middle);
    const { state } = model.byId.get(id);
    const words = state in NOTICES ? [null, ...lines] : lines;
    wordHeights(box.middle, words.length).forEach((y, index) => ports.push({ id, x: box.right + 8, y, edge: words[index], state }));
  }
  return ports;
}

/** Whether bounds hold a box or other bounds, but for an edge. */
export function holds(bounds, { left, right, top, bottom }, edge = 0) {
  return left >= bounds.left - edge && right <= bounds.right + edge && top >= bounds.top - edge && bottom <= bounds.bottom + edge;
}
