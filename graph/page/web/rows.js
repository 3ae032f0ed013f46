/** The rows of lists: what stands in them, in which order and how deep. Pure: values in, values out. */

import { whenNeeded } from "./columns.js";
import { reasonOf, rootWords, standing, subjectText } from "./findings.js";
import { groupBy } from "./model.js";
import { cutInFront } from "./names.js";
import { digits } from "./numbers.js";
import { orderedCauses, orderedClaims } from "./order.js";

/** @import { Cause, CauseTree, Claim, Group, Matches, Model, Reference, Row } from "./types.js" */

export const MOST_ROWS = 10_000;

/** How long the name of a group of findings, a cause with its wider ones, may be. */
const MOST_LETTERS = 40;

/**
 * Causes with the claims that name them and their narrower causes, for a model of very many.
 * @type {(model: Model) => CauseTree}
 */
export function treeOf({ data }) {
  /** @type {any} */
  const tree = { narrower: groupBy(data.causes, (/** @type {Cause} */ cause) => cause.wider) };
  whenNeeded(tree, "own", () => {
    /** @type {Map<string, Claim[]>} */
    const own = new Map(data.causes.map((cause) => [cause.id, []]));
    for (const claim of data.claims) for (const id of new Set([claim.cause, ...claim.involves])) own.get(id)?.push(claim);
    return own;
  });
  return tree;
}

/**
 * The rows of causes and claims that are left, in an order; `isOpen` says of an id whether what is inside it is shown.
 * @type {(tree: CauseTree, matches: Matches, isOpen: (id: string) => boolean, sort?: string) => Row[]}
 */
export function claimRows(tree, matches, isOpen, sort = "listed") {
  /** @type {Row[]} */
  const rows = [];
  /** @type {(wider: string, level: number) => void} */
  const add = (wider, level) => {
    if (rows.length > MOST_ROWS) return;
    /** @type {Cause[]} */
    const causes = orderedCauses((tree.narrower.get(wider) ?? []).filter((cause) => matches.causes.holds(cause)), sort);
    const own = wider === "" ? [] : tree.own.get(wider) ?? [];
    /** @type {Claim[]} */
    const claims = orderedClaims(matches.active ? own.filter((claim) => matches.claims.holds(claim)) : own, sort);
    const size = causes.length + claims.length;
    claims.slice(0, MOST_ROWS + 1 - rows.length).forEach((item, index) =>
      rows.push({ kind: "claim", id: item.id, item, level, position: index + 1, size, within: wider }));
    causes.forEach((item, index) => {
      if (rows.length > MOST_ROWS) return;
      const open = isOpen(item.id);
      rows.push({ kind: "cause", id: item.id, item, level, position: claims.length + index + 1, size, open });
      if (open) add(item.id, level + 1);
    });
  };
  add("", 1);
  return capped(rows);
}

/**
 * The rows of references that are left.
 * @type {(references: Reference[], matches: Matches) => Row[]}
 */
export function referenceRows(references, matches) {
  const left = matches.active ? references.filter((reference) => matches.references.holds(reference)) : references;
  return capped(left.slice(0, MOST_ROWS + 1).map((item, index) =>
    ({ kind: "reference", id: item.id, item, level: 1, position: index + 1, size: left.length })));
}

/**
 * The rows of groups of findings that are left (see `findingGroups`); `marks` has a byte for each finding. What follows
 * from another stands inside that one; where that is not left, it stands by itself.
 * @type {(groups: Group[], model: Model, marks: Uint8Array, isOpen: (id: string) => boolean) => Row[]}
 */
export function findingRows(groups, model, marks, isOpen) {
  /** @type {Row[]} */
  const rows = [];
  const own = standing(model, marks);
  /** @type {(parts: Group[], level: number) => void} */
  const add = (parts, level) => {
    const left = parts.map((part) => ({ part, number: leftOf(part, own) })).filter(({ number }) => number > 0);
    left.forEach(({ part, number }, index) => {
      const open = isOpen(part.id);
      rows.push({ kind: part.kind, id: part.id, item: part, left: number, level, position: index + 1, size: left.length, open });
      if (open && part.parts) add(part.parts, level + 1);
      else if (open) rows.push(...ruleRows(part, model, { own, marks }, { level: level + 1, isOpen, most: MOST_ROWS + 1 - rows.length }));
    });
  };
  add(groups, 1);
  return capped(rows);
}

/**
 * How many findings of a group stand in it.
 * @type {(group: Group, own: Uint8Array) => number}
 */
function leftOf({ numbers = [], parts = [] }, own) {
  return numbers.reduce((sum, number) => sum + own[number], 0) + parts.reduce((sum, part) => sum + leftOf(part, own), 0);
}

/**
 * The rows in a rule: why it is one, and at most `most` of its findings, with what follows from those that are open.
 * @type {(part: Group, model: Model, left: { own: Uint8Array, marks: Uint8Array }, how: { level: number, isOpen: (id: string) => boolean, most: number }) => Row[]}
 */
function ruleRows(part, model, { own, marks }, { level, isOpen, most }) {
  const left = (part.numbers ?? []).filter((number) => own[number]);
  const reason = part.rule ? reasonOf(part.rule) : "";
  const size = left.length + (reason ? 1 : 0);
  const why = reason ? whyRows(part, reason, { level, size, isOpen }) : [];
  const place = { level, size };
  return [...why, ...left.slice(0, Math.max(0, most)).flatMap((number, index) => {
    const row = findingRow(model, number, { ...place, position: index + 1 + size - left.length });
    return withFollowers({ ...row, root: rootWords(model, row.item) }, model, (model.followers.get(number) ?? []).filter((each) => marks[each]), isOpen);
  })];
}

/**
 * The row of a finding.
 * @type {(model: Model, number: number, place: { level: number, size: number, position: number }) => Row}
 */
function findingRow(model, number, place) {
  const item = model.data.findings[number];
  const { subject } = item;
  return { kind: "finding", id: `${number}`, subject, about: subjectText(model, subject), item, ...place };
}

/**
 * The row of a finding and, where it is open, those of the findings with these numbers, which follow from it.
 * @type {(row: Row, model: Model, following: number[], isOpen: (id: string) => boolean) => Row[]}
 */
function withFollowers(row, model, following, isOpen) {
  if (following.length === 0) return [row];
  const open = isOpen(row.id);
  const inside = open ? following : [];
  return [{ ...row, left: following.length, open }, ...inside.map((number, index) =>
    ({ ...findingRow(model, number, { level: row.level + 1, size: following.length, position: index + 1 }), within: row.id }))];
}

/**
 * Why a rule is one: within a cause it is folded away, as the next cause has the same.
 * @type {(part: Group, reason: string, how: { level: number, size: number, isOpen: (id: string) => boolean }) => Row[]}
 */
function whyRows(part, reason, { level, size, isOpen }) {
  /** @type {Row} */
  const told = { position: 1, size, level, kind: "reason", id: `${part.id} reason`, item: { text: reason } };
  if (level === 2) return [told];
  const open = isOpen(`${part.id} why`);
  /** @type {Row} */
  const why = { kind: "why", id: `${part.id} why`, item: { text: "Why" }, level, position: 1, size, open };
  return open ? [why, { ...told, level: level + 1, size: 1 }] : [why];
}

/**
 * Rows with a last one that says so where they are not all.
 * @type {(rows: Row[]) => Row[]}
 */
function capped(rows) {
  if (rows.length <= MOST_ROWS) return rows;
  const text = `Only the first ${digits(MOST_ROWS)} rows are listed. Search for fewer, or close some causes.`;
  return [...rows.slice(0, MOST_ROWS), { kind: "more", id: "more", item: { text }, level: 1, position: 1, size: 1 }];
}

/**
 * What a row says first.
 * @type {(row: Row) => string}
 */
export function textOf({ kind, item, about }) {
  if (kind === "group") return cutInFront(item.name, MOST_LETTERS);
  if (kind === "finding") return about || item.message;
  return { cause: item.label, rule: item.name, reference: item.citation, claim: item.text, why: item.text, reason: item.text, more: item.text }[kind];
}
