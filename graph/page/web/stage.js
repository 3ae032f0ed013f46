/** The stage in the middle: the map, or another view of the evidence, which is drawn anew only where it has changed. */

import { $, elements, isSeen, onChange } from "./dom.js";
import { steerCells } from "./keyboard.js";
import { MEASURES, STAGES, SUBJECTS, formatState } from "./state.js";
import { showTabs, wireTabs } from "./tools.js";

/** @import { Asked, Matches, Reader } from "./types.js" */

/**
 * What of the state a view beside the map does not show: drawn anew, it would lose the place of who reads it by ear.
 * @type {Partial<Asked>}
 */
const NOT_DRAWN = { select: "", focus: "", view: "", sort: "", severity: "", group: "rule", within: "", value: "" };

/** What tells apart the buttons of a view. */
const NAMED = ["cell", "go", "sort"];

/**
 * Makes the stage change where the reader is. `views` has, by name, functions from the state and what is left of the
 * evidence to the elements of a view. Gives a function that shows the state, with the id of what is chosen.
 * @type {(reader: Reader, views: Record<string, (asked: Asked, matches: Matches) => any[]>) => (id: string, matches: Matches) => void}
 */
export function createStage(reader, views) {
  wireTabs(reader, { list: $("stages"), names: STAGES, prefix: "stage-", key: "stage" });
  onChange("choose-by", (by) => reader.go({ by, within: "", value: "" }));
  onChange("choose-per", (per) => reader.go({ per }));
  $("matrix").addEventListener("keydown", steerCells);
  let shown = "";
  return (id, matches) => {
    const { state } = reader;
    showTabs(STAGES, "stage-", state.stage);
    for (const name of STAGES) $(name).hidden = state.stage !== name;
    showChoice($("choose-by"), MEASURES, state.by);
    showChoice($("choose-per"), SUBJECTS, state.per);
    const asked = formatState({ ...state, ...NOT_DRAWN });
    if (state.stage in views && shown !== asked) draw($(state.stage), views[state.stage](state, matches));
    shown = asked;
    markChosen($(state.stage), state, id);
  };
}

/**
 * Shows the claims of a cell of the matrix, or all where it is shown already.
 * @type {(reader: Reader, within: string, value: string) => void}
 */
export function narrow({ state, go }, within, value) {
  const again = state.within === within && state.value === value;
  if (again) return go({ tab: "claims", filter: "all", within: "", value: "" });
  go({ tab: "claims", filter: "all", within, value, view: "list" });
  if (!isSeen($("matrix"))) $("widen").focus();
}

/**
 * Shows which of some buttons for one choice is pressed.
 * @type {(buttons: HTMLElement, values: string[], chosen: string) => void}
 */
function showChoice(buttons, values, chosen) {
  for (const value of values) /** @type {HTMLInputElement} */ (buttons.querySelector(`[value="${value}"]`)).checked = value === chosen;
}

/**
 * Draws a view anew, and keeps the focus where it was.
 * @type {(view: HTMLElement, content: any[]) => void}
 */
function draw(view, content) {
  const [body] = elements(".pane-body", view);
  const [focused] = elements(":focus", body);
  body.replaceChildren(...content.filter(Boolean));
  if (focused) elements("button", body).find((each) => isSame(each, focused))?.focus();
}

/**
 * Whether a button of a view drawn anew is that of the one before.
 * @type {(button: HTMLElement, before: HTMLElement) => boolean}
 */
function isSame(button, before) {
  return NAMED.some((name) => before.dataset[name] !== undefined && button.dataset[name] === before.dataset[name]);
}

/**
 * Marks the cell and the things in a view that are chosen.
 * @type {(view: HTMLElement, asked: Asked, id: string) => void}
 */
function markChosen(view, { within, value }, id) {
  for (const cell of elements("[data-cell]", view)) {
    cell.setAttribute("aria-pressed", String(value !== "" && cell.dataset.cell === `${within}\n${value}`));
  }
  for (const button of elements("[data-go]", view)) {
    if (button.dataset.go === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
