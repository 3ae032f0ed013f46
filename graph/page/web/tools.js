/** The tools above the lists, and the switches between what a narrow window shows: they show the state and change it. */

import { $, elements, field, isSeen, onChange } from "./dom.js";
import { steerTabs } from "./keyboard.js";
import { FILTERS, SEVERITIES, TABS, VIEWS } from "./state.js";

/** @import { Reader } from "./types.js" */

/** How long typing must pause before very many claims are searched, in milliseconds. */
const PAUSE = 120;

/** The state in which nothing is looked for. */
const CLEARED = { q: "", filter: "all", severity: "all", within: "", value: "" };

/**
 * What is chosen from lists.
 * @type {("sort" | "order" | "group")[]}
 */
const CHOSEN = ["sort", "order", "group"];

/** Which tabs a tool belongs to. */
const ONLY = { filters: "claims", fold: "claims", sorted: "claims", ordered: "references", severities: "findings", grouped: "findings" };

/**
 * Makes the tools change where the reader is; with `slow` the search waits for a pause. Gives a function that shows the state.
 * @type {(reader: Reader, slow: boolean) => () => void}
 */
export function createTools(reader, slow) {
  wireSearch(reader, slow);
  wireTabs(reader, { list: $("tabs"), names: TABS, prefix: "tab-", key: "tab" });
  for (const name of VIEWS) $(`view-${name}`).addEventListener("click", () => reader.go({ view: name }));
  for (const key of CHOSEN) onChange(key, (value) => reader.go({ [key]: value }));
  onChange("filters", (filter) => reader.go({ filter }));
  onChange("severities", (severity) => reader.go({ severity }));
  $("widen").addEventListener("click", () => {
    reader.go({ within: "", value: "" });
    $("search").focus();
  });
  for (const button of elements("[data-clear]")) button.addEventListener("click", () => clear(reader, button));
  return () => showTools(reader);
}

/**
 * Makes tabs change what the state calls `key`, by click and by arrow key.
 * @type {(reader: Reader, tabs: { list: HTMLElement, names: string[], prefix: string, key: "tab" | "stage" }) => void}
 */
export function wireTabs(reader, { list, names, prefix, key }) {
  for (const name of names) $(`${prefix}${name}`).addEventListener("click", () => reader.go({ [key]: name }));
  steerTabs(list, names, { now: () => reader.state[key], change(name) {
    reader.go({ [key]: name });
    $(`${prefix}${name}`).focus();
  } });
}

/**
 * Shows which of some tabs is the chosen one.
 * @type {(names: string[], prefix: string, chosen: string) => void}
 */
export function showTabs(names, prefix, chosen) {
  for (const name of names) {
    $(`${prefix}${name}`).setAttribute("aria-selected", String(name === chosen));
    $(`${prefix}${name}`).tabIndex = name === chosen ? 0 : -1;
  }
}

/**
 * Makes what is typed be searched for.
 * @type {(reader: Reader, slow: boolean) => void}
 */
function wireSearch({ go }, slow) {
  let typed = 0;
  /** @type {(q: string, pause: number) => void} */
  const search = (q, pause) => {
    clearTimeout(typed);
    if (pause) typed = setTimeout(() => go({ q }), pause);
    else go({ q });
  };
  onChange("search", (q) => search(q, 0));
  onChange("search", (q) => search(q, slow ? PAUSE : 0), "input");
}

/**
 * Looks for nothing any more; the focus goes to where it can be seen.
 * @type {(reader: Reader, button: HTMLElement) => void}
 */
function clear({ state, go }, button) {
  go(CLEARED);
  if (!isSeen(button)) (isSeen($("search")) ? $("search") : $(`stage-${state.stage}`)).focus();
}

/**
 * Shows the search, filter, tabs and views as they are.
 * @type {(reader: Reader) => void}
 */
function showTools({ state, selected, viewed }) {
  if (field("search").value !== state.q) field("search").value = state.q;
  for (const name of FILTERS) check(`filter-${name}`, state.filter === name);
  for (const name of SEVERITIES) check(`severity-${name}`, state.severity === name);
  showTabs(TABS, "tab-", state.tab);
  for (const name of TABS) $(name).classList.toggle("off", state.tab !== name);
  for (const [id, tab] of Object.entries(ONLY)) $(id).hidden = state.tab !== tab;
  for (const name of CHOSEN) field(name).value = state[name];
  if (field("order").selectedIndex < 0) field("order").value = ""; // an order that only the table of uses offers
  for (const name of VIEWS) $(`view-${name}`).setAttribute("aria-pressed", String(viewed() === name));
  $("view-details").toggleAttribute("disabled", selected() === "");
}

/**
 * Shows whether a filter is chosen; there is none for what the evidence does not have.
 * @type {(id: string, chosen: boolean) => void}
 */
function check(id, chosen) {
  if ($(id)) field(id).checked = chosen;
}
