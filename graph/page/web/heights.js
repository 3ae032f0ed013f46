/** How high the rows of long lists are, worked out so that a scroll bar is right at once. Pure: values in, values out. */

import { textOf } from "./rows.js";
import { shortCoverage } from "./states.js";

/** @import { Row } from "./types.js" */

/** How far beyond the window rows are drawn. */
const BEYOND = 300;
const TEXT_LINE = 20.5;
const NOTE_LINE = 18.5;
const LETTER = 7.4;
const NAME_LETTER = 8.4;
const BESIDE_NOTE = 22;
const INDENT = 19;
const AROUND = 30;
/** @type {Partial<Record<Row["kind"], number>>} */
const BESIDE = { claim: 22, finding: 22, group: 40, rule: 40 };
const LINES = { cause: 6, claim: 4, reference: 3, group: 2, rule: 2, why: 1, reason: 12, finding: 4, more: 4 };
/** @type {Partial<Record<Row["kind"], number>>} */
const NOTES = { claim: 1, reference: 1, rule: 1, finding: 1 };

/**
 * How many lines a row's text has in a list of a width; what is longer is cut, and the details have it all.
 * @type {(row: Row, width: number) => number}
 */
export function linesOf(row, width) {
  const left = width - AROUND - row.level * INDENT;
  if (row.kind === "cause") {
    const room = left - BESIDE_NOTE - shortCoverage(row.item).length * LETTER;
    return Math.min(LINES.cause, linesOfWords(textOf(row).split(/\s+/), Math.max(8, Math.floor(room / NAME_LETTER))));
  }
  const room = Math.max(8, Math.floor((left - (BESIDE[row.kind] ?? 0)) / LETTER));
  return Math.min(LINES[row.kind], Math.max(1, Math.ceil(textOf(row).length / room)));
}

/**
 * How many lines words take in a room for so many letters, as none of a name is to be cut.
 * @type {(words: string[], room: number) => number}
 */
function linesOfWords(words, room) {
  let [lines, at] = [1, 0];
  for (const { length } of words) {
    if (at > 0 && at + 1 + length > room) [lines, at] = [lines + 1, 0];
    at += length + (at > 0 ? 1 : 0);
    while (at > room) [lines, at] = [lines + 1, at - room];
  }
  return lines;
}

/**
 * How high a row is in a list of a width.
 * @type {(row: Row, width: number) => number}
 */
function heightOf(row, width) {
  const [line, name] = row.kind === "reference" ? [NOTE_LINE, TEXT_LINE] : [TEXT_LINE, 0];
  const notes = (NOTES[row.kind] ?? 0) + (row.about || row.item?.widely ? 1 : 0);
  return Math.ceil(linesOf(row, width) * line + name + notes * NOTE_LINE + 11);
}

/**
 * How far from the list's top each row begins, and where the last ends.
 * @type {(rows: Row[], width: number) => Float64Array}
 */
export function topsOf(rows, width) {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => { tops[index + 1] = tops[index] + heightOf(row, width); });
  return tops;
}

/**
 * The number of the row that a height is in.
 * @type {(tops: Float64Array, y: number) => number}
 */
export function rowAt(tops, y) {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle] <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The numbers of the rows near a window, which begins `top` above or below the list's top and is so high.
 * @type {(tops: Float64Array, top: number, height: number) => number[]}
 */
export function rowsNear(tops, top, height) {
  if (tops.length < 2) return [];
  const first = rowAt(tops, top - BEYOND);
  return upTo(rowAt(tops, top + height + BEYOND) - first + 1).map((number) => first + number);
}

/**
 * The numbers from 0 to less than `length`.
 * @type {(length: number) => number[]}
 */
export function upTo(length) {
  return Array.from({ length }, (_, number) => number);
}
