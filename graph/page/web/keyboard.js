/** What keys do: in tabs, tables and trees, and anywhere on the page. */

import { elements, field, targetOf } from "./dom.js";

/** @import { Row, Step } from "./types.js" */

/**
 * How far keys lead along tabs.
 * @type {Partial<Record<string, number>>}
 */
const ALONG = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * How far keys lead in a table, to the right and down.
 * @type {Partial<Record<string, [number, number]>>}
 */
const ACROSS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * Makes the arrow keys go along tabs; `now` gives the name of the current one, `change` is called with the next.
 * @type {(list: HTMLElement, names: string[], tabs: { now: () => string, change: (name: string) => void }) => void}
 */
export function steerTabs(list, names, { now, change }) {
  list.addEventListener("keydown", (event) => {
    const along = ALONG[event.key];
    if (along) change(names[(names.indexOf(now()) + along + names.length) % names.length]);
  });
}

/**
 * Makes the arrow keys go from cell to cell of a table, over those without a button.
 * @type {(event: KeyboardEvent) => void}
 */
export function steerCells(event) {
  const cell = targetOf(event).closest("td");
  const [right, down] = ACROSS[event.key] ?? [0, 0];
  if (!cell || !(right || down)) return;
  event.preventDefault();
  const [table, line] = [cell.closest("table"), cell.closest("tr")];
  let [column, row] = [cell.cellIndex, line?.rowIndex ?? 0];
  for (let next; (next = table?.rows[row += down]?.cells[column += right]);) {
    const [button] = elements("[data-cell]", next);
    if (button) return button.focus();
  }
}

/**
 * How far keys lead along a tree.
 * @type {Record<string, number>}
 */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/**
 * What a key does in a tree of rows: goes `to` the row of a number, opens or closes the active one (`open`), presses it
 * (`press`), or nothing (null). Pure.
 * @type {(key: string, rows: Pick<Row, "level" | "open">[], active: number) => Step}
 */
export function treeStep(key, rows, active) {
  const row = rows[active];
  if (row === undefined) return null;
  if (Object.hasOwn(STEPS, key)) return { to: Math.min(rows.length - 1, Math.max(0, active + STEPS[key])) };
  if (key === "Enter" || key === " ") return { press: true };
  if (key === "ArrowRight") return row.open === false ? { open: true } : { to: row.open ? Math.min(rows.length - 1, active + 1) : active };
  if (key !== "ArrowLeft") return null;
  if (row.open) return { open: false };
  const around = rows.findLastIndex((each, number) => number < active && each.level < row.level);
  return { to: Math.max(0, around < 0 ? active : around) };
}

/**
 * Makes single keys do something anywhere on the page, unless one types or has switched them off; `escape` is called
 * for that key, with whether one types.
 * @type {(keys: Record<string, () => void>, escape: (typing: boolean) => void) => void}
 */
export function wireKeys(keys, escape) {
  addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const typing = targetOf(event).matches("input[type=search], textarea");
    if (event.key === "Escape") escape(typing);
    if (typing || !field("single-keys").checked || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    keys[event.key]();
    if (event.key === "/") event.preventDefault(); // else it would stand in the search
  });
}
