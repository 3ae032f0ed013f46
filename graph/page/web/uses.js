/** The table of references: where each is used, by stance, and what falls with it. */

import { withDirections } from "./dom.js";
import { STANCES, causesThatFall, count, once } from "./model.js";
import { digits } from "./numbers.js";
import { orderedUses } from "./order.js";
import { listOf } from "./ragged.js";

/** @import { Cited, Make, Model, Reference, Show, Use } from "./types.js" */

const MOST_ROWS = 400;

/**
 * How each reference is used: how many claims cite it by stance and in all, what falls with it, and how many it alone refutes.
 * @type {(model: Model) => Use[]}
 */
export const usesOf = once((model) => {
  const { references } = model.data;
  const { cited, falling, lifted } = model.links;
  const [all, ...byStance] = [null, ...STANCES.keys()].map((stance) => claimsCiting(cited, references.length, stance));
  return references.map((reference, number) => ({
    reference, stances: byStance.map((uses) => uses[number]), uses: all[number], claims: listOf(falling, number).length,
    causes: causesThatFall(model, reference.id).length, lifted: listOf(lifted, number).length,
  }));
});

/**
 * References in an order of the table.
 * @type {(model: Model, order: string) => Reference[]}
 */
export function orderedReferences(model, order) {
  return order === "listed" ? model.data.references : orderedUses(usesOf(model), order).map(({ reference }) => reference);
}

/**
 * For each reference how many claims cite it, with one stance or, where that is null, with any; each claim counts once.
 * @type {(cited: Cited, references: number, wanted: number | null) => Int32Array}
 */
function claimsCiting({ from, at, stance }, references, wanted) {
  const counts = new Int32Array(references);
  const last = new Int32Array(references).fill(-1);
  for (let claim = 0; claim < from.length - 1; claim += 1) {
    for (let index = from[claim]; index < from[claim + 1]; index += 1) {
      if (last[at[index]] === claim || (wanted !== null && stance[index] !== wanted)) continue;
      counts[at[index]] += 1;
      last[at[index]] = claim;
    }
  }
  return counts;
}

/**
 * Makes a function from the state to the table's elements; `choose` is called with an id, `sort` with an order.
 * @type {(model: Model, parts: { h: Make, choose: (id: string) => void, sort: (order: string) => void }) => Show}
 */
export function createUses(model, { h, choose, sort }) {
  return (state, matches) => {
    const uses = orderedUses(usesOf(model).filter((_, number) => matches.references.marks[number]), state.order);
    /** @type {(name: string, text: string) => HTMLElement} */
    const head = (name, text) => h("th", { scope: "col", "aria-sort": sortOf(state.order, name) },
      h("button", { type: "button", class: "sort", "data-sort": name, onclick: () => sort(nextOrder(state.order, name)) }, text));
    const unused = uses.filter((use) => use.uses === 0).length;
    const cut = uses.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${digits(uses.length)}; search for the others. ` : "";
    return [
      h("p", { class: "pane-note" }, `${cut}${count(uses.length, "reference")}, ${unused} unused. "Falls with it" is how many claims would have no source left without the reference.`,
        uses.some((use) => use.lifted) && ` "Alone refutes" is how many would no longer be refuted.`),
      uses.length ? h("div", { class: "scroll" }, h("table", { class: "uses" },
        h("caption", { class: "sr" }, "References, the claims that cite them by stance, and what falls with them"),
        h("thead", {}, h("tr", {}, head("name", "Reference"), head("year", "Year"), head("uses", "Claims"), head("falls", "Falls with it"),
          STANCES.map((stance) => head(stance, stance)))),
        h("tbody", {}, uses.slice(0, MOST_ROWS).map((use) => useRow(h, choose, use)))))
        : h("p", { class: "empty" }, matches.active ? "No reference is left: nothing matches." : "No references were read."),
    ];
  };
}

/**
 * The order after one more click on a column's head: the column's own, the reverse, and as listed again.
 * @type {(order: string, name: string) => string}
 */
export function nextOrder(order, name) {
  return { [name]: `-${name}`, [`-${name}`]: "listed" }[order] ?? name;
}

/**
 * How a column is sorted, as the table says it; null where it is not.
 * @type {(order: string, name: string) => string | null}
 */
function sortOf(order, name) {
  const [up, down] = name === "name" ? [name, `-${name}`] : [`-${name}`, name];
  return { [up]: "ascending", [down]: "descending" }[order] ?? null;
}

/**
 * A reference's row.
 * @type {(h: Make, choose: (id: string) => void, use: Use) => HTMLElement}
 */
function useRow(h, choose, { reference, stances, uses, claims, causes, lifted }) {
  /** @type {(each: number) => HTMLElement} */
  const number = (each) => h("td", { class: each ? "number" : "number none" }, each ? digits(each) : h("span", { class: "sr" }, "0"));
  return h("tr", {},
    h("th", { scope: "row" },
      h("button", { type: "button", class: "link", "data-go": reference.id, onclick: () => choose(reference.id) }, withDirections(h, reference.label)),
      h("span", { class: "row-note", dir: "auto" }, reference.title || "no title given")),
    h("td", { class: "number" }, reference.year || h("span", { class: "small" }, "undated")),
    uses ? number(uses) : h("td", { class: "number" }, h("b", { class: "gap" }, "Unused")),
    h("td", { class: claims ? "number" : "number none" }, claims ? digits(claims) : h("span", { class: "sr" }, "nothing"),
      causes > 0 && h("span", { class: "row-note" }, count(causes, "cause")),
      lifted > 0 && h("span", { class: "row-note state-refuted" }, `alone refutes ${digits(lifted)}`)),
    stances.map(number));
}
