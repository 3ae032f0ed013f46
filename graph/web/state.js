/** What the reader is looking at, and how it stands in the page's address. No document, no window. */

export const TABS = ["claims", "references", "findings"];
export const FILTERS = ["all", "unsourced", "disputed"];
export const VIEWS = ["list", "map", "details"];

/** The state in which the page opens. */
export const INITIAL = Object.freeze({ select: "", filter: "all", q: "", tab: "claims", view: "list" });

/** The state that an address stands for; what it does not say, or says wrongly, is as at the beginning. */
export function parseState(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const among = (name, known) => (known.includes(given.get(name)) ? given.get(name) : INITIAL[name]);
  return {
    select: given.get("select") ?? "",
    filter: among("filter", FILTERS),
    q: given.get("q") ?? "",
    tab: among("tab", TABS),
    view: among("view", VIEWS),
  };
}

/** The address of a state, which leaves out what is as at the beginning. */
export function formatState(state) {
  const parts = new URLSearchParams();
  for (const name of Object.keys(INITIAL)) {
    if (state[name] !== INITIAL[name]) parts.set(name, state[name]);
  }
  return parts.toString();
}

/** Whether going from one state to another is a step that the back button should undo; typing is none. */
export function isStep(before, after) {
  return before.select !== after.select || before.tab !== after.tab || before.filter !== after.filter
    || before.view !== after.view;
}
