/** What a search and a choice leave of an archive, and in which order. Pure: values in, values out. */

import { createIndex, foldText, wordsOf } from "../../../page/web/search.js";

/** @import { Archive, AskedOfArchive, Finds, Item } from "./types.js" */

/**
 * What articles are ordered by, the largest first. Each works on whole columns, as there may be very many.
 * @type {Record<string, (column: (name: string) => any[]) => number[]>}
 */
const SCORES = {
  worst: (column) => {
    const [failure, warnings, claims, sourced] = ["failure", "warnings", "claims", "sourced"].map(column);
    return column("errors").map((errors, at) => (failure[at] ? 1e15 : 0) + errors * 1e10 + warnings[at] * 1e5 + claims[at] - sourced[at]);
  },
  coverage: (column) => {
    const sourced = column("sourced");
    return column("claims").map((claims, at) => (claims ? 1 - sourced[at] / claims : -1));
  },
  newest: (column) => column("date").map(dayOf),
  oldest: (column) => column("date").map((date) => (dayOf(date) ? 1e8 - dayOf(date) : 0)),
  claims: (column) => column("claims"),
  desk: (column) => ranksOf(column("desk")),
  name: (column) => column("name").map(() => 0),
};

/**
 * A date as a number, however much of it is said; 0 for what is no date.
 * @type {(date: string) => number}
 */
function dayOf(date) {
  return Number(date.replaceAll("-", "").padEnd(8, "0").slice(0, 8)) || 0;
}

/**
 * Texts as numbers: what comes first has the largest, and what is empty the smallest.
 * @type {(texts: string[]) => number[]}
 */
function ranksOf(texts) {
  const sorted = [...new Set(texts)].filter(Boolean).sort();
  const ranks = new Map(sorted.map((text, at) => [text, sorted.length - at]));
  return texts.map((text) => ranks.get(text) ?? 0);
}

/**
 * Makes what finds articles and items; orders and indexes are kept, once they are made.
 * @type {(archive: Archive) => Finds}
 */
export function createFinds(archive) {
  const { count, column } = archive;
  /** @type {Map<string, Uint32Array>} */
  const orders = new Map();
  const texts = createIndex(count, (number) => {
    const { name, title, desk } = archive.at(number);
    return `${title} ${name} ${desk}`;
  });
  const ordered = (/** @type {string} */ order) => {
    if (!orders.has(order)) orders.set(order, orderOf(SCORES[order](column)));
    return /** @type {Uint32Array} */ (orders.get(order));
  };
  return {
    prepare: () => texts.prepare(),
    articles(asked) {
      const marks = marksOf(texts, count, asked.q);
      unmark(marks, asked, column);
      return ordered(asked.order).filter((number) => marks[number]);
    },
    items: (tab, asked) => archive.items[tab].filter((item) => itemHas(archive, item, asked)),
  };
}

/**
 * The numbers of articles, those with the largest score first and equal ones by their names.
 * @type {(scores: number[]) => Uint32Array}
 */
export function orderOf(scores) {
  return Uint32Array.from(scores, (_, number) => number).sort((one, other) => scores[other] - scores[one] || one - other);
}

/**
 * A byte for each text: whether it has all words of a search.
 * @type {(texts: import("../../../page/web/types.js").Index, count: number, q: string) => Uint8Array}
 */
function marksOf(texts, count, q) {
  const marks = new Uint8Array(count).fill(1);
  for (const word of wordsOf(q)) {
    const found = texts.marks(word);
    for (let number = 0; number < count; number += 1) marks[number] &= found[number];
  }
  return marks;
}

/**
 * Takes the marks from articles that are not of the desk and severity that are chosen.
 * @type {(marks: Uint8Array, asked: AskedOfArchive, column: (name: string) => any[]) => void}
 */
function unmark(marks, { desk, severity }, column) {
  const desks = desk ? column("desk") : [];
  for (let number = 0; number < desks.length; number += 1) if (desks[number] !== desk) marks[number] = 0;
  const wrong = severity === "all" ? [] : column(WRONG[severity]);
  for (let number = 0; number < wrong.length; number += 1) if (!wrong[number]) marks[number] = 0;
}

/** @type {Record<string, string>} */
const WRONG = { error: "errors", warning: "warnings", failed: "failure" };

/**
 * Whether something that lies across articles is in one of the desk, and has all words of a search in what is said of it.
 * @type {(archive: Archive, item: Item, asked: AskedOfArchive) => boolean}
 */
function itemHas({ at }, item, { desk, q }) {
  if (desk && !item.places.some(({ article }) => at(article).desk === desk)) return false;
  const words = wordsOf(q);
  if (words.length === 0) return true;
  const said = item.places.flatMap(({ article, words }) => [words, at(article).name, at(article).title]);
  const text = foldText([item.name, item.note, ...said].join(" "));
  return words.every((word) => text.includes(word));
}
