/** Where the reader is, which the page's address says, too, and how they go elsewhere. */

import { onlyCause } from "./model.js";
import { formatState, isStep, parseState } from "./state.js";
import { OVERVIEW } from "./view.js";

/** @import { Asked, Model, Reader } from "./types.js" */

/** A window in which what is looked at takes the place of the list. */
const middling = matchMedia("(min-width: 761px) and (max-width: 1199px)");

/**
 * Knows the state of the page, `state`; `changed` is called when it has become another, or needs to be shown anew.
 * @type {(model: Model, changed: () => void) => Reader}
 */
export function createReader(model, changed) {
  const reader = { state: parseState(location.hash), go, choose, selected, home, focused, viewed };

  /**
   * Goes to a state that differs in `changes`, and writes it into the address.
   * @type {(changes: Partial<Asked>) => void}
   */
  function go(changes) {
    const before = reader.state;
    reader.state = { ...before, ...changes };
    const address = formatState(reader.state);
    if (formatState(before) === address) return;
    changed();
    if (isStep(before, reader.state)) location.hash = `#${address}`;
    // In full: in a frame of a notebook `#` alone is the notebook's own address.
    else location.replace(`${location.href.split("#", 1)[0]}#${address}`);
  }

  /**
   * Looks at a cause, claim or reference; `view` is where a narrow window turns to, `focus` what the map goes on to show.
   * @type {(id: string, view: string, focus?: string) => void}
   */
  function choose(id, view, focus = "") {
    if (model.byId.has(id)) go({ select: id, focus, view });
  }

  /** What is looked at, if there is such a thing. */
  function selected() {
    return model.byId.has(reader.state.select) ? reader.state.select : "";
  }

  /** What the map shows where nothing is chosen: the overview or, as one row says little, what is around the only cause. */
  function home() {
    return onlyCause(model)[0] ?? OVERVIEW;
  }

  /** What the map shows: an id or the overview. */
  function focused() {
    const { focus } = reader.state;
    if (focus === OVERVIEW && selected()) return home();
    return model.byId.has(focus) ? focus : selected() || home();
  }

  /** What a narrow window shows: there are no details of nothing, and a middling window shows the map in any case. */
  function viewed() {
    const { view } = reader.state;
    if (selected() === "" && (view === "details" || middling.matches)) return "list";
    return middling.matches && view === "map" ? "details" : view;
  }

  follow(reader, changed);
  return reader;
}

/**
 * Follows the address, which the reader may change, and the window's size.
 * @type {(reader: Reader, changed: () => void) => void}
 */
function follow(reader, changed) {
  addEventListener("hashchange", () => {
    const there = parseState(location.hash);
    if (formatState(there) === formatState(reader.state)) return;
    Object.assign(reader, { state: there });
    changed();
  });
  middling.addEventListener("change", () => changed());
}
