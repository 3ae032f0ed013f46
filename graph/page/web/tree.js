/** Trees of rows in the document. One row is the active one: Tab leads to it, and the keys start from it. */

import { targetOf } from "./dom.js";
import { treeStep } from "./keyboard.js";
import { chosenBy, createRow, dressRow } from "./row.js";

/** @import { Deeds, Kit, Placing, Row } from "./types.js" */

/** A tree in place of a list, or below it where that says that it is empty. */
export class Tree {
  /** @type {Row[]} */
  #rows = [];
  #active = 0;
  #tree;
  #drawn;
  #does;

  /**
   * `placing` says which rows are drawn, and where. Of what the tree `does`, `selected` gives the id of what is chosen,
   * `press` is called with a row that is pressed, `open` with a row and whether to open it.
   * @param {HTMLElement} list
   * @param {{ name: string, kit: Kit, placing: Placing } & Deeds} parts
   */
  constructor(list, { name, kit, placing, ...does }) {
    this.#tree = kit.h("ul", { class: placing.look, role: "tree", "aria-label": name });
    this.#drawn = new DrawnRows(this.#tree, kit, placing);
    this.#does = does;
    if (list.querySelector(".empty")) list.after(this.#tree);
    else list.replaceWith(this.#tree);
    this.#tree.addEventListener("focusin", (event) => this.#settle(numberAt(targetOf(event))));
    this.#tree.addEventListener("click", (event) => this.#click(numberAt(targetOf(event))));
    this.#tree.addEventListener("keydown", (event) => this.#key(event));
    placing.watch(this.#tree, { moved: () => this.paint(), resized: () => this.fill(this.#rows) });
  }

  /**
   * Shows what is chosen now; `also` is the number of a row that must not go yet.
   * @type {(also?: number) => void}
   */
  paint(also = this.#active) {
    const selected = this.#does.selected();
    this.#drawn.draw(this.#rows, [this.#active, also], (element, number) => {
      const row = this.#rows[number];
      dressRow(element, row, { number, active: number === this.#active, selected: selected !== "" && chosenBy(row) === selected });
    });
  }

  /**
   * Shows other rows; the active one stays so where it is still there, and so does the focus.
   * @type {(rows: Row[]) => void}
   */
  fill(rows) {
    const focused = this.#tree.contains(document.activeElement);
    this.#active = Math.max(0, sameRow(rows, this.#rows[this.#active]));
    this.#rows = rows;
    this.#tree.hidden = rows.length === 0;
    this.#drawn.measure(rows);
    this.paint();
    if (focused) this.#drawn.elementOf(rows[this.#active])?.focus({ preventScroll: true });
  }

  /**
   * Moves to the row of an id, if there is one; gives back its element, or null where it cannot be seen.
   * @type {(id: string, block?: ScrollLogicalPosition) => HTMLElement | null}
   */
  reveal(id, block = "nearest") {
    const number = id ? this.#find(id) : -1;
    const element = number < 0 ? null : this.#activate(number, block);
    return element?.checkVisibility() ? element : null;
  }

  /**
   * The number of the row of an id, the active one before all others; -1 where there is none.
   * @type {(id: string) => number}
   */
  #find(id) {
    /** @type {(row: Row | undefined) => boolean} */
    const has = (row) => row !== undefined && (row.id === id || chosenBy(row) === id);
    return has(this.#rows[this.#active]) ? this.#active : this.#rows.findIndex(has);
  }

  /**
   * Makes a row the active one.
   * @type {(number: number) => void}
   */
  #settle(number) {
    if (number < 0 || number === this.#active) return;
    const before = this.#active;
    this.#active = number;
    this.paint(before);
  }

  /**
   * Makes a row the active one, where it can be seen; gives back its element.
   * @type {(number: number, block?: ScrollLogicalPosition) => HTMLElement | undefined}
   */
  #activate(number, block = "nearest") {
    this.#settle(number);
    const element = this.#drawn.elementOf(this.#rows[number]);
    element?.scrollIntoView({ block });
    return element;
  }

  /**
   * Presses a row that is clicked.
   * @type {(number: number) => void}
   */
  #click(number) {
    if (number < 0) return;
    this.#activate(number)?.focus();
    this.#does.press(this.#rows[number]);
  }

  /**
   * Does what a key does.
   * @type {(event: KeyboardEvent) => void}
   */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = treeStep(event.key, this.#rows, this.#active);
    if (step === null) return;
    event.preventDefault();
    if (step.to !== undefined) this.#activate(step.to)?.focus({ preventScroll: true });
    else if (step.open !== undefined) this.#does.open(this.#rows[this.#active], step.open);
    else this.#does.press(this.#rows[this.#active]);
  }
}

/**
 * The number of the row that an element is in; -1 where it is in none.
 * @type {(element: HTMLElement) => number}
 */
function numberAt(element) {
  return Number(element.closest("li")?.dataset.number ?? -1);
}

/**
 * The number of the row that was there before, among others; -1 where it is gone.
 * @type {(rows: Row[], before: Row | undefined) => number}
 */
function sameRow(rows, before) {
  return before === undefined ? -1 : rows.findIndex((row) => row.id === before.id && row.within === before.within);
}

/** The rows of a tree that are in the document: each keeps its element as long as it is drawn and looks the same. */
class DrawnRows {
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();
  #tree;
  #kit;
  #placing;

  /**
   * The rows of a tree, of which `placing` says which are drawn, and where.
   * @param {HTMLElement} tree
   * @param {Kit} kit
   * @param {Placing} placing
   */
  constructor(tree, kit, placing) {
    this.#tree = tree;
    this.#kit = kit;
    this.#placing = placing;
  }

  /**
   * Works out where rows stand.
   * @type {(rows: Row[]) => void}
   */
  measure(rows) {
    this.#placing.measure(rows, this.#tree);
  }

  /**
   * The element of a row, if it is drawn.
   * @type {(row: Row | undefined) => HTMLElement | undefined}
   */
  elementOf(row) {
    return row && this.#shown.get(this.#lookOf(row));
  }

  /**
   * Draws the rows that are wanted, and some `others`, by number; `dress` is called with the element of each and its number.
   * @type {(rows: Row[], others: number[], dress: (element: HTMLElement, number: number) => void) => void}
   */
  draw(rows, others, dress) {
    const numbers = [...new Set([...this.#placing.wanted(this.#tree), ...others])].sort((one, other) => one - other);
    const wanted = new Map(numbers.filter((number) => number < rows.length).map((number) => [this.#lookOf(rows[number]), number]));
    this.#leave(wanted);
    let next = this.#tree.firstElementChild;
    for (const [look, number] of wanted) {
      const element = this.#shown.get(look) ?? createRow(this.#kit, rows[number], this.#placing.linesOf(rows[number]));
      this.#shown.set(look, element);
      if (element === next) next = element.nextElementSibling;
      else this.#tree.insertBefore(element, next);
      dress(element, number);
      this.#placing.place(element, number);
    }
  }

  /**
   * Takes out what is no longer wanted.
   * @type {(wanted: Map<string, number>) => void}
   */
  #leave(wanted) {
    for (const [look, element] of this.#shown) {
      if (wanted.has(look)) continue;
      element.remove();
      this.#shown.delete(look);
    }
  }

  /**
   * What tells apart how rows look.
   * @type {(row: Row) => string}
   */
  #lookOf(row) {
    return [row.id, row.within, row.left, this.#placing.linesOf(row)].join("\n");
  }
}
