/** The rows of long lists: what stands in them, how deep and how high. Pure: values in, values out. */

import { whenNeeded } from "./columns.js";
import { reasonOf, subjectText } from "./findings.js";
import { groupBy, shortCoverage } from "./model.js";
import { cutInFront } from "./names.js";
import { orderedCauses, orderedClaims } from "./order.js";

export const MOST_ROWS = 10_000;
const MOST_LETTERS = 40;
const TEXT_LINE = 20.5;
const NOTE_LINE = 18.5;
const LETTER = 7.4;
const NAME_LETTER = 8.4;
const BESIDE_NOTE = 22;
const INDENT = 15;
const AROUND = 30;
const BESIDE = { claim: 22, finding: 22, group: 40, rule: 40 };
const LINES = { cause: 6, claim: 4, reference: 3, group: 2, rule: 2, why: 12, finding: 4, more: 4 };
const NOTES = { claim: 1, reference: 1, rule: 1, finding: 1 };

/** Causes with the claims that name them and their narrower causes, for a model of very many. */
export function treeOf({ data }) {
  const tree = { narrower: groupBy(data.causes, (cause) => cause.wider) };
  whenNeeded(tree, "own", () => {
    const own = new Map(data.causes.map((cause) => [cause.id, []]));
    for (const claim of data.claims) for (const id of new Set([claim.cause, ...claim.involves])) own.get(id)?.push(claim);
    return own;
  });
  return tree;
}

/** The rows of causes and claims that are left, in an order; `isOpen` says of an id whether what is inside it is shown. */
export function claimRows(tree, matches, isOpen, sort = "listed") {
  const rows = [];
  const add = (wider, level) => {
    if (rows.length > MOST_ROWS) return;
    const causes = orderedCauses((tree.narrower.get(wider) ?? []).filter((cause) => matches.causes.holds(cause)), sort);
    const own = wider === "" ? [] : tree.own.get(wider) ?? [];
    const claims = orderedClaims(matches.active ? own.filter((claim) => matches.claims.holds(claim)) : own, sort);
    const size = causes.length + claims.length;
    claims.slice(0, MOST_ROWS + 1 - rows.length).forEach((item, index) =>
      rows.push({ kind: "claim", id: item.id, item, level, position: index + 1, size, within: wider }));
    causes.forEach((item, index) => {
      if (rows.length > MOST_ROWS) return;
      const open = matches.active || isOpen(item.id);
      rows.push({ kind: "cause", id: item.id, item, level, position: claims.length + index + 1, size, open });
      if (open) add(item.id, level + 1);
    });
  };
  add("", 1);
  return capped(rows);
}

/** The rows of references that are left. */
export function referenceRows(references, matches) {
  const left = matches.active ? references.filter((reference) => matches.references.holds(reference)) : references;
  return capped(left.slice(0, MOST_ROWS + 1).map((item, index) =>
    ({ kind: "reference", id: item.id, item, level: 1, position: index + 1, size: left.length })));
}

/** The rows of groups of findings that are left (see `findingGroups`); `marks` has a byte for each finding. */
export function findingRows(groups, model, marks, isOpen) {
  const rows = [];
  const add = (parts, level) => {
    const left = parts.map((part) => [part, leftOf(part, marks)]).filter(([, number]) => number > 0);
    left.forEach(([part, number], index) => {
      const open = isOpen(part.id);
      rows.push({ kind: part.kind, id: part.id, item: part, left: number, level, position: index + 1, size: left.length, open });
      if (open && part.parts) add(part.parts, level + 1);
      else if (open) rows.push(...ruleRows(part, model, marks, level + 1, MOST_ROWS + 1 - rows.length));
    });
  };
  add(groups, 1);
  return capped(rows);
}

/** How many findings of a group are left. */
function leftOf({ numbers, parts }, marks) {
  return numbers ? numbers.reduce((sum, number) => sum + marks[number], 0) : parts.reduce((sum, part) => sum + leftOf(part, marks), 0);
}

/** The rows in a rule: why it is one, and at most `most` of its findings. */
function ruleRows({ id, rule, numbers }, model, marks, level, most) {
  const left = numbers.filter((number) => marks[number]);
  const reasons = [reasonOf(rule)].filter(Boolean);
  const size = left.length + reasons.length;
  const why = reasons.map((text) => ({ kind: "why", id: `${id} why`, item: { text }, level, position: 1, size }));
  return [...why, ...left.slice(0, Math.max(0, most)).map((number, index) => {
    const item = model.data.findings[number];
    const { subject } = item;
    return { kind: "finding", id: `${number}`, subject, about: subjectText(model, subject), item, level, position: index + why.length + 1, size };
  })];
}

/** Rows with a last one that says so where they are not all. */
function capped(rows) {
  if (rows.length <= MOST_ROWS) return rows;
  const text = `Only the first ${MOST_ROWS.toLocaleString("en")} rows are listed. Search for fewer, or close some causes.`;
  return [...rows.slice(0, MOST_ROWS), { kind: "more", id: "more", item: { text }, level: 1, position: 1, size: 1 }];
}

/** What a row says first. */
export function textOf({ kind, item, about }) {
  if (kind === "group") return cutInFront(item.name, MOST_LETTERS);
  return { cause: item.label, rule: item.name, finding: about || item.message, reference: item.citation }[kind] ?? item.text;
}

/** How many lines a row's text has in a list of a width; what is longer is cut, and the details have it all. */
export function linesOf(row, width) {
  const left = width - AROUND - row.level * INDENT;
  if (row.kind === "cause") {
    const room = left - BESIDE_NOTE - shortCoverage(row.item).length * LETTER;
    return Math.min(LINES.cause, linesOfWords(textOf(row).split(/\s+/), Math.max(8, Math.floor(room / NAME_LETTER))));
  }
  const room = Math.max(8, Math.floor((left - (BESIDE[row.kind] ?? 0)) / LETTER));
  return Math.min(LINES[row.kind], Math.max(1, Math.ceil(textOf(row).length / room)));
}

/** How many lines words take in a room for so many letters, as none of a name is to be cut. */
function linesOfWords(words, room) {
  let [lines, at] = [1, 0];
  for (const { length } of words) {
    if (at > 0 && at + 1 + length > room) [lines, at] = [lines + 1, 0];
    at += length + (at > 0 ? 1 : 0);
    while (at > room) [lines, at] = [lines + 1, at - room];
  }
  return lines;
}

/** How far from the list's top each row begins, and where the last ends. */
export function topsOf(rows, width) {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    const name = row.kind === "reference" ? TEXT_LINE : 0;
    const line = row.kind === "reference" ? NOTE_LINE : TEXT_LINE;
    tops[index + 1] = tops[index] + Math.ceil(linesOf(row, width) * line + name + ((NOTES[row.kind] ?? 0) + (row.about ? 1 : 0)) * NOTE_LINE + 11);
  });
  return tops;
}

/** The number of the row that a height is in. */
export function rowAt(tops, y) {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle] <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
