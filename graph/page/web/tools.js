/** The tools above the lists, and the switches between what a narrow window shows: they show the state and change it. */

import { $, isSeen } from "./dom.js";
import { steerTabs } from "./keyboard.js";
import { FILTERS, SEVERITIES, TABS, VIEWS } from "./state.js";

/** How long typing must pause before very many claims are searched, in milliseconds. */
const PAUSE = 120;

/** The state in which nothing is looked for. */
const CLEARED = { q: "", filter: "all", severity: "all", within: "", value: "" };

/** Which tabs a tool belongs to. */
const ONLY = { filters: "claims", fold: "claims", sorted: "claims", ordered: "references", severities: "findings", grouped: "findings" };

/** Makes the tools change where the reader is; with `slow` the search waits for a pause. Gives a function that shows the state. */
export function createTools(reader, slow) {
  wireSearch(reader, slow);
  wireTabs(reader, { list: $("tabs"), names: TABS, prefix: "tab-", key: "tab" });
  for (const name of VIEWS) $(`view-${name}`).addEventListener("click", () => reader.go({ view: name }));
  for (const [id, key] of [["filters", "filter"], ["severities", "severity"], ["sort", "sort"], ["order", "order"], ["group", "group"]]) {
    $(id).addEventListener("change", ({ target }) => reader.go({ [key]: target.value }));
  }
  $("widen").addEventListener("click", () => {
    reader.go({ within: "", value: "" });
    $("search").focus();
  });
  for (const button of document.querySelectorAll("[data-clear]")) button.addEventListener("click", () => clear(reader, button));
  return () => showTools(reader);
}

/** Makes tabs change what the state calls `key`, by click and by arrow key. */
export function wireTabs(reader, { list, names, prefix, key }) {
  for (const name of names) $(`${prefix}${name}`).addEventListener("click", () => reader.go({ [key]: name }));
  steerTabs(list, names, { now: () => reader.state[key], change(name) {
    reader.go({ [key]: name });
    $(`${prefix}${name}`).focus();
  } });
}

/** Shows which of some tabs is the chosen one. */
export function showTabs(names, prefix, chosen) {
  for (const name of names) {
    $(`${prefix}${name}`).setAttribute("aria-selected", String(name === chosen));
    $(`${prefix}${name}`).tabIndex = name === chosen ? 0 : -1;
  }
}

/** Makes what is typed be searched for. */
function wireSearch({ go }, slow) {
  let typed = 0;
  $("search").addEventListener("change", ({ target }) => {
    clearTimeout(typed);
    go({ q: target.value });
  });
  $("search").addEventListener("input", ({ target }) => {
    clearTimeout(typed);
    if (slow) typed = setTimeout(() => go({ q: target.value }), PAUSE);
    else go({ q: target.value });
  });
}

/** Looks for nothing any more; the focus goes to where it can be seen. */
function clear({ state, go }, button) {
  go(CLEARED);
  if (!isSeen(button)) (isSeen($("search")) ? $("search") : $(`stage-${state.stage}`)).focus();
}

/** Shows the search, filter, tabs and views as they are. */
function showTools({ state, selected, viewed }) {
  if ($("search").value !== state.q) $("search").value = state.q;
  for (const name of FILTERS) if ($(`filter-${name}`)) $(`filter-${name}`).checked = state.filter === name;
  for (const name of SEVERITIES) if ($(`severity-${name}`)) $(`severity-${name}`).checked = state.severity === name;
  showTabs(TABS, "tab-", state.tab);
  for (const name of TABS) $(name).classList.toggle("off", state.tab !== name);
  for (const [id, tab] of Object.entries(ONLY)) $(id).hidden = state.tab !== tab;
  for (const name of ["sort", "order", "group"]) $(name).value = state[name];
  if ($("order").selectedIndex < 0) $("order").value = ""; // an order that only the table of uses offers
  for (const name of VIEWS) $(`view-${name}`).setAttribute("aria-pressed", String(viewed() === name));
  $("view-details").disabled = selected() === "";
}
