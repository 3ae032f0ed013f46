/** The stage in the middle: the map, or another view of the evidence, which is drawn anew only where it has changed. */

import { $, isSeen } from "./dom.js";
import { steerCells } from "./keyboard.js";
import { MEASURES, STAGES, SUBJECTS, formatState } from "./state.js";
import { showTabs, wireTabs } from "./tools.js";

/** What of the state a view beside the map does not show: drawn anew, it would lose the place of who reads it by ear. */
const NOT_DRAWN = { select: "", focus: "", view: "", sort: "", severity: "", group: "", within: "", value: "" };

/** What tells apart the buttons of a view. */
const NAMED = ["cell", "go", "sort"];

/**
 * Makes the stage change where the reader is. `views` has, by name, functions from the state and what is left of the
 * evidence to the elements of a view. Gives a function that shows the state, with the id of what is chosen.
 */
export function createStage(reader, views) {
  wireTabs(reader, { list: $("stages"), names: STAGES, prefix: "stage-", key: "stage" });
  $("choose-by").addEventListener("change", ({ target }) => reader.go({ by: target.value, within: "", value: "" }));
  $("choose-per").addEventListener("change", ({ target }) => reader.go({ per: target.value }));
  $("matrix").addEventListener("keydown", steerCells);
  let shown = "";
  return (id, matches) => {
    const { state } = reader;
    showTabs(STAGES, "stage-", state.stage);
    for (const name of STAGES) $(name).hidden = state.stage !== name;
    for (const [name, values] of [["by", MEASURES], ["per", SUBJECTS]]) showChoice($(`choose-${name}`), values, state[name]);
    const asked = formatState({ ...state, ...NOT_DRAWN });
    if (state.stage in views && shown !== asked) draw($(state.stage), views[state.stage](state, matches));
    shown = asked;
    markChosen($(state.stage), state, id);
  };
}

/** Shows the claims of a cell of the matrix, or all where it is shown already. */
export function narrow({ state, go }, within, value) {
  const again = state.within === within && state.value === value;
  if (again) return go({ tab: "claims", filter: "all", within: "", value: "" });
  go({ tab: "claims", filter: "all", within, value, view: "list" });
  if (!isSeen($("matrix"))) $("widen").focus();
}

/** Shows which of some buttons for one choice is pressed. */
function showChoice(buttons, values, chosen) {
  for (const value of values) buttons.querySelector(`[value="${value}"]`).checked = value === chosen;
}

/** Draws a view anew, and keeps the focus where it was. */
function draw(view, content) {
  const body = view.querySelector(".pane-body");
  const had = body.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
  body.replaceChildren(...content.filter(Boolean));
  if (had) [...body.querySelectorAll("button")].find((each) => NAMED.some((name) => had[name] !== undefined && each.dataset[name] === had[name]))?.focus();
}

/** Marks the cell and the things in a view that are chosen. */
function markChosen(view, { within, value }, id) {
  for (const cell of view.querySelectorAll("[data-cell]")) {
    cell.setAttribute("aria-pressed", String(value !== "" && cell.dataset.cell === `${within}\n${value}`));
  }
  for (const button of view.querySelectorAll("[data-go]")) {
    if (button.dataset.go === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
