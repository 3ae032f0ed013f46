/** What a search and a choice leave of an archive, and in which order. Pure: values in, values out. */

import { createIndex, foldText, wordsOf } from "../../../page/web/search.js";
import { INITIAL } from "./asked.js";

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
  const { count, column, first } = archive;
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
    prepare: () => (orders.has(INITIAL.order) ? texts.prepare() : ordered(INITIAL.order).length > 0),
    articles(asked) {
      if (isForAll(asked)) return { count, at: (place) => first[place] ?? ordered(INITIAL.order)[place] };
      const marks = marksOf(texts, count, asked.q);
      unmark(marks, asked, column);
      const found = ordered(asked.order).filter((number) => marks[number]);
      return { count: found.length, at: (place) => found[place] };
    },
    items: (tab, asked) => archive.items[tab].filter((item) => itemHas(archive, item, asked)),
  };
}

/**
 * Whether all articles are asked for, in the order in which the page opens.
 * @type {(asked: AskedOfArchive) => boolean}
 */
function isForAll({ q, desk, severity, order }) {
  return wordsOf(q).length === 0 && desk === INITIAL.desk && severity === INITIAL.severity && order === INITIAL.order;
}

/**
 * The numbers of articles, those with the largest score first and equal ones by their names. Scores alone are sorted,
 * which a browser does in a fraction of the time that it takes to compare articles.
 * @type {(scores: number[]) => Uint32Array}
 */
export function orderOf(scores) {
  const sorted = Float64Array.from(scores, (score) => -score).sort();
  /** @type {Map<number, number>} */
  const next = new Map();
  for (let place = sorted.length - 1; place >= 0; place -= 1) next.set(sorted[place], place);
  const order = new Uint32Array(scores.length);
  scores.forEach((score, number) => {
    const place = /** @type {number} */ (next.get(-score));
    order[place] = number;
    next.set(-score, place + 1);
  });
  return order;
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
