/** The rows of long lists: what stands in them, how deep and how high. Pure: values in, values out. */

import { whenNeeded } from "./columns.js";
import { groupBy } from "./model.js";

export const MOST_ROWS = 10_000;
const TEXT_LINE = 20.5;
const NOTE_LINE = 18.5;
const LETTER = 7.4;
const INDENT = 15;
const AROUND = 30;
const LINES = { cause: 2, claim: 4, reference: 3, rule: 2, finding: 4, more: 4 };
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

/** The rows of causes and claims that are left; `isOpen` says of an id whether what is inside it is shown. */
export function claimRows(tree, matches, isOpen) {
  const rows = [];
  const add = (wider, level) => {
    if (rows.length > MOST_ROWS) return;
    const causes = (tree.narrower.get(wider) ?? []).filter((cause) => matches.causes.holds(cause));
    const claims = (wider === "" ? [] : tree.own.get(wider) ?? []).filter((claim) => !matches.active || matches.claims.holds(claim));
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

/** The rows of rules with findings that are left; `marks` has a byte for each finding. */
export function findingRows({ rules, findings }, marks, isOpen) {
  const groups = rules.map((rule) => [rule, rule.findings.filter((number) => marks[number])]).filter(([, numbers]) => numbers.length);
  const rows = [];
  groups.forEach(([rule, numbers], index) => {
    const open = isOpen(rule.code);
    rows.push({ kind: "rule", id: rule.code, item: rule, left: numbers.length, level: 1, position: index + 1, size: groups.length, open });
    if (!open) return;
    for (const [position, number] of numbers.slice(0, Math.max(0, MOST_ROWS + 1 - rows.length)).entries()) {
      const item = findings[number];
      rows.push({ kind: "finding", id: `${number}`, subject: item.subject, item, level: 2, position: position + 1, size: numbers.length });
    }
  });
  return capped(rows);
}

/** Rows with a last one that says so where they are not all. */
function capped(rows) {
  if (rows.length <= MOST_ROWS) return rows;
  const text = `Only the first ${MOST_ROWS.toLocaleString("en")} rows are listed. Search for fewer, or close some causes.`;
  return [...rows.slice(0, MOST_ROWS), { kind: "more", id: "more", item: { text }, level: 1, position: 1, size: 1 }];
}

/** What a row says first. */
export function textOf({ kind, item }) {
  return { cause: item.label, rule: item.name, finding: item.message, reference: item.citation }[kind] ?? item.text;
}

/** How many lines a row's text has in a list of a width; what is longer is cut, and the details have it all. */
export function linesOf(row, width) {
  const room = Math.max(8, Math.floor((width - AROUND - row.level * INDENT - (row.kind === "cause" ? 110 : 0)) / LETTER));
  return Math.min(LINES[row.kind], Math.max(1, Math.ceil(textOf(row).length / room)));
}

/** How far from the list's top each row begins, and where the last ends. */
export function topsOf(rows, width) {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    const name = row.kind === "reference" ? TEXT_LINE : 0;
    const line = row.kind === "reference" ? NOTE_LINE : TEXT_LINE;
    tops[index + 1] = tops[index] + Math.ceil(linesOf(row, width) * line + name + (NOTES[row.kind] ?? 0) * NOTE_LINE + 11);
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
