/** Opens what the page of an archive carries: tables of columns, which are read when somebody looks at them. */

import { rowMaker, rowsOf, starts, textsInOrder, whenNeeded } from "../../../page/web/columns.js";

/** @import { Archive, ArticleData, Item } from "./types.js" */

/**
 * The archive whose data stand in lines; `lineAt` gives a line.
 * @type {(lineAt: (line: number) => string) => Archive}
 */
export function openArchive(lineAt) {
  const head = JSON.parse(lineAt(0));
  for (const { columns } of Object.values(head.tables)) {
    for (const [name, { line }] of Object.entries(columns)) whenNeeded(columns, name, () => JSON.parse(lineAt(line)));
  }
  const { articles, items, places } = head.tables;
  /** @type {any} */
  const archive = { ...head, count: articles.length, at: reading(head.first, rowMaker(articles)), first: head.first.numbers, column: columnReader(articles) };
  whenNeeded(archive, "places", () => rowsOf(places));
  whenNeeded(archive, "items", () => itemsOf(items, archive));
  return archive;
}

/**
 * Makes a function from a number to an article: one of the first is there, others `make` reads from columns.
 * @type {(first: { numbers: number[], articles: ArticleData[] }, make: (number: number) => ArticleData) => (number: number) => ArticleData}
 */
function reading({ numbers, articles }, make) {
  const known = new Map(numbers.map((number, place) => [number, articles[place]]));
  return (number) => known.get(number) ?? make(number);
}

/**
 * Makes a function that gives all values of a column, which it keeps.
 * @type {(table: any) => (name: string) => any[]}
 */
function columnReader({ columns, length }) {
  /** @type {Map<string, any[]>} */
  const read = new Map();
  return (name) => {
    if (!read.has(name)) read.set(name, length ? valuesOf(columns[name], length) : []);
    return /** @type {any[]} */ (read.get(name));
  };
}

/**
 * What lies across articles, by section.
 * @type {(table: any, archive: Archive) => Record<string, Item[]>}
 */
function itemsOf(table, { sections, places }) {
  const begins = starts(valuesOf(table.columns.places ?? [], table.length));
  const all = rowsOf(table, { places: ({ number }) => places.slice(begins[number], begins[number + 1]) });
  let at = 0;
  return Object.fromEntries(Object.entries(sections).map(([name, length]) => [name, all.slice(at, at += length)]));
}

/**
 * All values of a column, so many: see `column` in `packing.py`.
 * @type {(column: any, length: number) => any[]}
 */
export function valuesOf(column, length) {
  if (Array.isArray(column)) return column;
  if (column.words) return column.at.map((/** @type {number} */ word) => column.words[word]);
  if (column.rest) return column.rest.map((/** @type {number} */ end) => column.prefix + end);
  if (column.shared) return textsInOrder(column);
  const values = Array.from({ length }, () => column.mostly);
  for (const [number, value] of Object.entries(column.but)) values[Number(number)] = value;
  return values;
}
