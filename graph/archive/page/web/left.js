/** What a search and a choice leave of an archive, and in which order. Pure: values in, values out. */

import { createIndex, wordsOf } from "../../../page/web/search.js";
import { valuesOf } from "./opening.js";

/** @import { Archive, AskedOfArchive, Finds, Item } from "./types.js" */

/**
 * What articles are ordered by: the largest first. Each works on whole columns, as there may be very many.
 * @type {Record<string, (column: (name: string) => any[]) => ArrayLike<number>>}
 */
const SCORES = {
  worst: (column) => {
    const [failure, errors, warnings, claims, sourced] = ["failure", "errors", "warnings", "claims", "sourced"].map(column);
    return errors.map((number, at) => (failure[at] ? 1e15 : 0) + number * 1e10 + warnings[at] * 1e5 + claims[at] - sourced[at]);
  },
  coverage: (column) => {
    const [claims, sourced] = ["claims", "sourced"].map(column);
    return claims.map((number, at) => (number ? -sourced[at] / number : -2));
  },
  newest: (column) => column("date").map(dayOf),
  oldest: (column) => column("date").map((date) => (date ? -dayOf(date) : -1e9)),
  claims: (column) => column("claims"),
  desk: (column) => ranksOf(column("desk")),
  name: (column) => column("name").map(() => 0),
};

/**
 * A date as a number, however much of it is said.
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
  const ranks = new Map(sorted.map((text, at) => [text, -at]));
  return texts.map((text) => ranks.get(text) ?? -1e9);
}

/**
 * Makes what finds articles and items; orders and indexes are kept, once they are made.
 * @type {(archive: Archive) => Finds}
 */
export function createFinds(archive) {
  const count = archive.articles.length;
  /** @type {(name: string) => any[]} */
  const column = (name) => (archive.columns[name] ? valuesOf(archive.columns[name], count) : []);
  /** @type {Map<string, Uint32Array>} */
  const orders = new Map();
  const texts = createIndex(count, (number) => {
    const { name, title, desk } = archive.articles[number];
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
      const chosen = choice(archive, asked, column);
      return ordered(asked.order).filter((number) => marks[number] && chosen(number));
    },
    items: (tab, asked) => archive.items[tab].filter((item) => itemHas(archive, item, asked)),
  };
}

/**
 * The numbers of articles, those with the largest score first and equal ones by their names.
 * @type {(scores: ArrayLike<number>) => Uint32Array}
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
 * Whether an article is of the desk and severity that are chosen, by its number.
 * @type {(archive: Archive, asked: AskedOfArchive, column: (name: string) => any[]) => (number: number) => boolean}
 */
function choice({ articles }, { desk, severity }, column) {
  const [desks, wrong] = [desk && column("desk"), severity !== "all" && column(WRONG[severity])];
  return (number) => articles.length > 0 && (!desks || desks[number] === desk) && (!wrong || Boolean(wrong[number]));
}

/** @type {Record<string, string>} */
const WRONG = { error: "errors", warning: "warnings", failed: "failure" };

/**
 * Whether something that lies across articles is in one of the desk, and has all words of a search in what is said of it.
 * @type {(archive: Archive, item: Item, asked: AskedOfArchive) => boolean}
 */
function itemHas({ articles }, item, { desk, q }) {
  if (desk && !item.places.some(({ article }) => articles[article].desk === desk)) return false;
  const said = [item.name, item.note, ...item.places.flatMap(({ article, words }) => [words, articles[article].name, articles[article].title])];
  const marks = createIndex(1, () => said.join(" "));
  return wordsOf(q).every((word) => marks.marks(word)[0] === 1);
}
