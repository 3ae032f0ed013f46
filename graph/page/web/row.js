/** A row of a tree as an element: made once, and dressed anew whenever the tree is painted. */

import { withCode, withDirections } from "./dom.js";
import { cutInFront } from "./names.js";
import { digits } from "./numbers.js";
import { textOf } from "./rows.js";
import { NOTICES, STATE_WORDS, shortCoverage } from "./states.js";

/** @import { Cause, Claim, Kit, Make, Row } from "./types.js" */

/** Rows inside a group of findings that stand for nothing that could be chosen. */
export const INNER = ["group", "rule", "why", "reason", "more"];

/** How long the name of the cause that a claim is from may be. */
const MOST_LETTERS = 36;

/**
 * What is chosen with a row: a cause, claim or reference, or what a finding is about; empty where it is none.
 * @type {(row: Row) => string}
 */
export function chosenBy(row) {
  return INNER.includes(row.kind) ? "" : row.subject ?? row.id;
}

/**
 * The element of a row, with its text cut after a number of lines, or whole where that is 0.
 * @type {(kit: Kit, row: Row, lines: number) => HTMLElement}
 */
export function createRow({ h, mark }, row, lines) {
  /** @type {(look: string) => HTMLElement} */
  const name = (look) => textElement(h, row, lines ? `${look} lines-${lines}` : look);
  return h("li", { role: "treeitem", "data-id": row.id }, h("div", { class: "row" }, contents[row.kind]({ h, mark }, { ...row, lines }, name)));
}

/**
 * The text of a row; a reference's begins on the left, whatever its names are written in.
 * @type {(h: Make, row: Row, look: string) => HTMLElement}
 */
function textElement(h, row, look) {
  if (row.kind === "reference") return h("span", { class: look }, withDirections(h, textOf(row)));
  return h("span", { class: look, dir: "auto" }, row.kind === "reason" ? withCode(h, textOf(row)) : textOf(row));
}

/**
 * Says of a row where it is in the tree, whether it is open, and whether it is the one chosen or that Tab leads to.
 * @type {(element: HTMLElement, row: Row, looks: { number: number, selected: boolean, active: boolean }) => void}
 */
export function dressRow(element, row, { number, selected, active }) {
  element.className = `${row.kind} level-${Math.min(6, row.level)}`;
  element.dataset.number = String(number);
  element.tabIndex = active ? 0 : -1;
  element.ariaLevel = String(row.level);
  element.ariaPosInSet = String(row.position);
  element.ariaSetSize = String(row.size);
  element.ariaSelected = String(selected);
  element.ariaExpanded = row.open === undefined ? null : String(row.open);
}

/**
 * What stands in a row of each kind; `name` makes the element of its text.
 * @type {Record<string, (kit: Kit, row: Row & { lines: number }, name: (look: string) => HTMLElement) => any>}
 */
const contents = {
  cause: ({ h }, { item, lines }, name) => text(h, name("name"), note(h, coverageNote(h, item, lines > 0))),
  claim: ({ h, mark }, { item, within }, name) => [mark(item.state), text(h, name("name"), note(h, claimNote(h, item, within)))],
  reference({ h }, { item }, name) {
    const label = h("span", { class: "name" }, withDirections(h, item.label));
    return text(h, label, name("row-note"), note(h, item.use || gap(h, "Unused"), item.group && ` · ${item.group}`));
  },
  group: ({ h, mark }, { item, left }, name) => [mark(item.severity), text(h, name("name")), ...badge(h, left)],
  rule: ({ h, mark }, { item, left }, name) =>
    [mark(item.severity), text(h, name("name"), item.widely && h("span", { class: "row-note widely" }, item.widely), note(h, `${item.words} · `, h("code", {}, item.rule.code))), ...badge(h, left)],
  why: ({ h }, _, name) => text(h, name("name")),
  reason: ({ h }, _, name) => text(h, name("name")),
  finding({ h, mark }, { item, about, left, root }, name) {
    const follow = left ? [" · ", h("b", {}, `${digits(left)} ${left === 1 ? "follows" : "follow"}`)] : [];
    const where = note(h, `${item.severity} · `, h("code", {}, item.place), follow, root && ` · ${root}`);
    return [mark(item.severity), text(h, name("name"), about && note(h, item.message), where)];
  },
  more: ({ h }, _, name) => text(h, name("name")),
};

/**
 * The texts of a row, one under the other; blanks keep their words apart for those who hear them.
 * @type {(h: Make, ...parts: any[]) => HTMLElement}
 */
function text(h, ...parts) {
  return h("span", { class: "row-text" }, parts.filter(Boolean).flatMap((part, index) => (index ? [" ", part] : [part])));
}

/**
 * What a row says beside its text.
 * @type {(h: Make, ...words: any[]) => HTMLElement}
 */
function note(h, ...words) {
  return h("span", { class: "row-note" }, words.flat());
}

/**
 * Words that say that something is missing.
 * @type {(h: Make, words: any) => HTMLElement}
 */
function gap(h, words) {
  return h("b", { class: "gap" }, words);
}

/**
 * How many findings there are in a row.
 * @type {(h: Make, number: number | undefined) => HTMLElement[]}
 */
function badge(h, number = 0) {
  return [h("span", { class: "badge" }, digits(number)), h("span", { class: "sr" }, " findings")];
}

/**
 * How many of a cause's claims are sourced, loud where it rests on nothing: in a `short` row in figures to see, in words to hear.
 * @type {(h: Make, cause: Cause, short: boolean) => any}
 */
function coverageNote(h, cause, short) {
  const words = short ? [h("span", { "aria-hidden": "true" }, shortCoverage(cause)), h("span", { class: "sr" }, cause.words)] : cause.words;
  return cause.references ? words : gap(h, words);
}

/**
 * What a claim rests on, in a line; it says so where it stands under another cause than its own.
 * @type {(h: Make, claim: Claim, within: string | undefined) => any[]}
 */
function claimNote(h, { state, citations, cause }, within) {
  const cited = citations.map(({ stance, label, known }) => `${stance === "supports" ? "" : `${stance}: `}${label}${known ? "" : " (not in the bibliography)"}`);
  const words = [...cited, ...(cause === within ? [] : [`from ${cutInFront(cause.slice("cause:".length), MOST_LETTERS)}`])].join(" · ");
  const loud = state in NOTICES || state === "contested" ? h("b", { class: `state-${state}` }, STATE_WORDS[state]) : null;
  return loud ? [loud, words && ` · ${words}`] : [words];
}
