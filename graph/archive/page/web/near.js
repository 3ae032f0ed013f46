/** A list of very many rows of one height, of which those near the window are in the document. */

import { targetOf } from "../../../page/web/dom.js";
import { treeStep } from "../../../page/web/keyboard.js";

/** How far beyond the window rows are drawn. */
const BEYOND = 400;

/** A list in which the arrow keys lead from row to row, and Enter or a click chooses one. */
export class NearList {
  #list;
  #draw;
  #count = 0;
  #active = 0;
  #height = 0;
  #keys = "";
  /** @type {Map<number, HTMLElement>} */
  #drawn = new Map();

  /**
   * `draw` gives the element of the row of a number, and `chosen` is called with the number of one.
   * @param {HTMLElement} list
   * @param {{ draw: (number: number) => HTMLElement, chosen: (number: number) => void }} does
   */
  constructor(list, { draw, chosen }) {
    this.#list = list;
    this.#draw = draw;
    list.addEventListener("click", (event) => {
      const row = targetOf(event).closest("li");
      if (row) this.#choose(Number(row.dataset.number), chosen);
    });
    list.addEventListener("keydown", (event) => this.#key(event, chosen));
    addEventListener("scroll", () => requestAnimationFrame(() => this.#paint()), { capture: true, passive: true });
    new ResizeObserver(() => this.#paint()).observe(list);
  }

  /**
   * Shows so many rows; `keys` tells whether they are other ones than before.
   * @type {(count: number, keys: string, active: number) => void}
   */
  fill(count, keys, active) {
    if (keys !== this.#keys || count !== this.#count) this.#clear();
    [this.#count, this.#keys, this.#active] = [count, keys, Math.max(0, active)];
    this.#list.hidden = count === 0;
    for (const row of this.#drawn.values()) row.remove();
    this.#drawn.clear();
    this.#paint();
  }

  /** Scrolls to where the active row is. */
  reveal() {
    this.#paint();
    this.#drawn.get(this.#active)?.scrollIntoView({ block: "nearest" });
  }

  /** Goes back to the first row, as the rows have become others. */
  #clear() {
    const around = this.#list.closest(".lists");
    if (around) around.scrollTop = 0;
  }

  /** Draws the rows near the window, and the active one. */
  #paint() {
    if (!this.#list.checkVisibility()) return;
    this.#height = Number.parseFloat(getComputedStyle(this.#list).getPropertyValue("--row-height"));
    this.#list.style.height = `${this.#count * this.#height}px`;
    const wanted = this.#wanted();
    for (const [number, row] of this.#drawn) {
      if (wanted.has(number)) continue;
      row.remove();
      this.#drawn.delete(number);
    }
    for (const number of wanted) this.#place(number);
    this.#list.setAttribute("aria-activedescendant", this.#count ? `row-${this.#active}` : "");
  }

  /** The numbers of the rows that are wanted. */
  #wanted() {
    const top = -this.#list.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor((top - BEYOND) / this.#height));
    const last = Math.min(this.#count, Math.ceil((top + innerHeight + BEYOND) / this.#height));
    const wanted = new Set(Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at));
    if (this.#active < this.#count) wanted.add(this.#active);
    return wanted;
  }

  /**
   * Puts the row of a number where it stands.
   * @type {(number: number) => void}
   */
  #place(number) {
    let row = this.#drawn.get(number);
    if (!row) {
      row = this.#draw(number);
      row.id = `row-${number}`;
      row.dataset.number = String(number);
      row.setAttribute("aria-setsize", String(this.#count));
      row.setAttribute("aria-posinset", String(number + 1));
      this.#drawn.set(number, row);
      this.#insert(row, number);
    }
    row.style.top = `${number * this.#height}px`;
    row.classList.toggle("active", number === this.#active);
  }

  /**
   * Puts a row among those that are drawn, in their order, which is that in which they are read out.
   * @type {(row: HTMLElement, number: number) => void}
   */
  #insert(row, number) {
    const after = [...this.#list.children].find((each) => Number(/** @type {HTMLElement} */ (each).dataset.number) > number);
    this.#list.insertBefore(row, after ?? null);
  }

  /**
   * Makes the row of a number the active one.
   * @type {(number: number, chosen: (number: number) => void) => void}
   */
  #choose(number, chosen) {
    this.#active = number;
    chosen(number);
  }

  /**
   * Does what a key does.
   * @type {(event: KeyboardEvent, chosen: (number: number) => void) => void}
   */
  #key(event, chosen) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#count === 0) return;
    const rows = { length: this.#count, [this.#active]: { level: 1 } };
    const step = event.key.startsWith("ArrowL") || event.key.startsWith("ArrowR") ? null : treeStep(event.key, /** @type {any} */ (rows), this.#active);
    if (step === null) return;
    event.preventDefault();
    if (step.to === undefined) return this.#choose(this.#active, chosen);
    this.#active = step.to;
    this.reveal();
  }
}
