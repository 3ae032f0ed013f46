/** What the arrow keys do in tabs and tables. */

/** Makes the arrow keys go along tabs; `now` gives the name of the current one, `change` is called with the next. */
export function steerTabs(list, names, { now, change }) {
  list.addEventListener("keydown", (event) => {
    const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (along) change(names.at((names.indexOf(now()) + along) % names.length));
  });
}

/** Makes the arrow keys go from cell to cell of a table, over those without a button. */
export function steerCells(event) {
  const cell = event.target.closest("[data-cell]");
  const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] ?? [0, 0];
  if (!cell || !(right || down)) return;
  event.preventDefault();
  let { cellIndex: column, parentElement: { rowIndex: row } } = cell.parentElement;
  const { rows } = cell.closest("table");
  for (let next = null; next !== undefined;) {
    [column, row] = [column + right, row + down];
    next = rows[row]?.cells[column];
    const button = next?.querySelector("[data-cell]");
    if (button) return button.focus();
  }
}
