/** How an article and what lies across articles look in their lists. */

import { digits } from "../../../page/web/numbers.js";

/** @import { ArticleData, Item, KitOfArchive } from "./types.js" */

/**
 * A number of things: "1 claim", "1,200 claims"; that of `model.js` would bring all that an article's page works out.
 * @type {(number: number, thing: string) => string}
 */
export function count(number, thing) {
  return `${digits(number)} ${thing}${number === 1 ? "" : "s"}`;
}

/**
 * The row of an article.
 * @type {(kit: KitOfArchive, article: ArticleData, selected: boolean) => HTMLElement}
 */
export function articleRow({ h, s, mark }, article, selected) {
  const { name, title, failure, errors, warnings } = article;
  const looks = failure || errors ? "error" : warnings ? "warning" : "supported";
  return h("li", { role: "option", "aria-selected": String(selected), class: "article" },
    mark(looks),
    h("span", { class: "line" },
      h("span", { class: "name", dir: "auto" }, title || name),
      h("span", { class: "row-note", dir: "auto" }, h("bdi", {}, title ? name : ""), aside(article))),
    h("span", { class: "told" }, failure ? h("span", { class: "gap" }, "not read") : [shareOf(s, article), coverageOf(h, article)]),
    h("span", { class: "found" }, failure ? "" : foundWords(article)));
}

/**
 * The desk and the date of an article, as they stand behind its name.
 * @type {(article: ArticleData) => string}
 */
function aside({ title, desk, date }) {
  const words = [desk, date].filter(Boolean).join(" · ");
  return words && title ? ` · ${words}` : words;
}

/**
 * How many claims have a source, in figures for those who see and in words for those who hear.
 * @type {(h: KitOfArchive["h"], article: ArticleData) => HTMLElement}
 */
function coverageOf(h, { claims, sourced }) {
  return h("span", { class: "figure-of" }, h("span", { "aria-hidden": "true" }, `${digits(sourced)}/${digits(claims)}`),
    h("span", { class: "sr" }, `${count(claims, "claim")}, ${digits(sourced)} sourced`));
}

/**
 * The bar of an article's claims: what is sourced, and what is not.
 * @type {(s: KitOfArchive["s"], article: ArticleData) => SVGElement}
 */
function shareOf(s, { claims, sourced, refuted }) {
  const parts = [["supported", sourced], ["refuted", refuted], ["unsourced", claims - sourced - refuted]];
  let at = 0;
  const bars = parts.flatMap(([state, number]) => {
    const width = claims ? (100 * Number(number)) / claims : 0;
    at += width;
    return width ? [s("rect", { x: `${at - width}%`, width: `${width}%`, height: 8, fill: `url(#hatch-${state})` })] : [];
  });
  return s("svg", { class: "share-of", width: 84, height: 8, "aria-hidden": "true" }, ...bars);
}

/**
 * What was found in an article, in words.
 * @type {(article: ArticleData) => string}
 */
export function foundWords({ errors, warnings }) {
  return [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ") || "nothing found";
}

/** @type {Record<string, string>} */
const MARKS = { works: "one", retracted: "refuted", contradictions: "contested", clashes: "warning", repeated: "one", bare: "unsourced" };

/**
 * The row of something that lies across articles.
 * @type {(kit: KitOfArchive, tab: string, item: Item, selected: boolean) => HTMLElement}
 */
export function itemRow({ h, mark }, tab, item, selected) {
  return h("li", { role: "option", "aria-selected": String(selected), class: "item" },
    mark(MARKS[tab]),
    h("span", { class: "line" }, h("span", { class: "name", dir: "auto" }, item.name), h("span", { class: "row-note", dir: "auto" }, item.note)),
    h("span", { class: "found" }, itemWords(tab, item)));
}

/**
 * In how many articles something is, and how many of their claims it is about.
 * @type {(tab: string, item: Item) => string}
 */
export function itemWords(tab, { articles, claims }) {
  const rest = tab === "works" || tab === "retracted" ? " on it" : "";
  return `${count(articles, "article")}, ${count(claims, tab === "clashes" ? "reference" : "claim")}${rest}`;
}
