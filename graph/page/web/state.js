/** What the reader is looking at, and how it stands in the page's address. No document, no window. */

/** @import { Asked } from "./types.js" */

export const TABS = ["claims", "references", "findings"];
export const FILTERS = ["all", "unsourced", "refuted", "mentioned", "contested", "qualified"];
export const SORTS = ["listed", "unsourced", "thinnest", "claims", "name"];
export const SEVERITIES = ["all", "error", "warning", "info"];
export const GROUPS = ["rule", "cause"];
export const VIEWS = ["list", "map", "details"];
export const STAGES = ["map", "matrix", "figures", "timeline", "uses"];
export const MEASURES = ["stance", "design", "year"];
export const SUBJECTS = ["causes", "claims"];
const COLUMNS = ["name", "year", "uses", "falls", "supports", "disputes", "qualifies", "mentions"];
export const ORDERS = ["listed", ...COLUMNS, ...COLUMNS.map((name) => `-${name}`)];

/**
 * The state in which the page opens.
 * @type {Readonly<Asked>}
 */
export const INITIAL = Object.freeze({
  select: "", focus: "", filter: "all", q: "", tab: "claims", view: "list", sort: "listed", severity: "all", group: "rule",
  stage: "map", by: "stance", within: "", value: "", per: "causes", order: "listed",
});

/** The names of what a state has. */
const NAMES = /** @type {(keyof Asked)[]} */ (Object.keys(INITIAL));

/**
 * What addresses called otherwise once: "disputed" was a claim that a reference disputes, be it refuted or contested.
 * @type {Partial<Record<keyof Asked, Record<string, string>>>}
 */
const RENAMED = { filter: { disputed: "refuted" } };

/**
 * The state that an address stands for; what it does not say, or says wrongly, is as at the beginning.
 * @type {(hash: string) => Asked}
 */
export function parseState(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {(name: keyof Asked, known: string[]) => any} */
  const among = (name, known) => {
    const value = given.get(name) ?? "";
    const now = RENAMED[name]?.[value] ?? value;
    return known.includes(now) ? now : INITIAL[name];
  };
  return {
    select: given.get("select") ?? "",
    focus: given.get("focus") ?? "",
    filter: among("filter", FILTERS),
    q: given.get("q") ?? "",
    tab: among("tab", TABS),
    view: among("view", VIEWS),
    sort: among("sort", SORTS),
    severity: among("severity", SEVERITIES),
    group: among("group", GROUPS),
    stage: among("stage", STAGES),
    by: among("by", MEASURES),
    within: given.get("within") ?? "",
    value: given.get("value") ?? "",
    per: among("per", SUBJECTS),
    order: among("order", ORDERS),
  };
}

/**
 * The address of a state, which leaves out what is as at the beginning.
 * @type {(state: Asked) => string}
 */
export function formatState(state) {
  const parts = new URLSearchParams();
  for (const name of NAMES) {
    if (state[name] !== INITIAL[name]) parts.set(name, state[name]);
  }
  return parts.toString();
}

/**
 * Whether going from one state to another is a step that the back button should undo; typing is none.
 * @type {(before: Asked, after: Asked) => boolean}
 */
export function isStep(before, after) {
  return NAMES.some((name) => name !== "q" && before[name] !== after[name]);
}
