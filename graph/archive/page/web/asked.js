/** What the reader of an archive is looking at, and how it stands in the address. No document, no window. */

/** @import { AskedOfArchive } from "./types.js" */

export const TABS = ["articles", "works", "retracted", "contradictions", "clashes", "repeated", "bare"];
export const SEVERITIES = ["all", "error", "warning", "failed"];
export const ORDERS = ["worst", "coverage", "newest", "oldest", "desk", "claims", "name"];

/**
 * The state in which the page opens.
 * @type {Readonly<AskedOfArchive>}
 */
export const INITIAL = Object.freeze({ tab: "articles", q: "", desk: "", severity: "all", order: "worst", select: "" });

const CHOICES = { tab: TABS, severity: SEVERITIES, order: ORDERS };

/**
 * The state that an address stands for; what it does not say, or says wrongly, is as at the beginning.
 * @type {(hash: string) => AskedOfArchive}
 */
export function parseAsked(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {any} */
  const state = { ...INITIAL };
  for (const name of Object.keys(INITIAL)) {
    const value = given.get(name) ?? "";
    const known = /** @type {Record<string, string[]>} */ (CHOICES)[name];
    if (value && (!known || known.includes(value))) state[name] = value;
  }
  return state;
}

/**
 * The address of a state, which leaves out what is as at the beginning.
 * @type {(state: AskedOfArchive) => string}
 */
export function formatAsked(state) {
  const parts = Object.entries(state).filter(([name, value]) => value !== /** @type {any} */ (INITIAL)[name]);
  return new URLSearchParams(parts).toString();
}

/**
 * Whether going from one state to another is a step that the back button should undo; typing is none.
 * @type {(before: AskedOfArchive, after: AskedOfArchive) => boolean}
 */
export function isStepOfArchive(before, after) {
  return formatAsked({ ...before, q: "" }) !== formatAsked({ ...after, q: "" });
}
