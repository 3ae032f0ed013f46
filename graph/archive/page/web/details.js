/** What is looked at, in full: an article or what lies across articles, with the ways to the articles' pages. */

import { digits } from "../../../page/web/numbers.js";
import { count, foundWords, itemWords } from "./lines.js";
import { askCommand, buildCommand } from "./shell.js";

/** @import { Archive, ArticleData, Item, KitOfArchive, PlaceData } from "./types.js" */

/** @type {Record<string, string>} */
const KINDS = { works: "work", retracted: "retracted", contradictions: "contradiction", clashes: "clash", repeated: "repeated claim", bare: "bare cause" };

/** @type {Record<string, string>} */
const HEADS = { works: "Works that others cite, too", retracted: "Retracted works", contradictions: "Contradictions", clashes: "Identifiers under unlike titles", repeated: "Claims that stand in others, too", bare: "Causes without a source anywhere" };

/** The tabs whose places are claims or references, of which an article may have several. */
const OF_CLAIMS = new Set(["contradictions", "clashes", "repeated"]);

/**
 * The details of an article.
 * @type {(archive: Archive, kit: KitOfArchive, article: ArticleData, number: number) => HTMLElement[]}
 */
export function articleDetails(archive, kit, article, number) {
  const { h } = kit;
  const { name, title, desk, date, claims, sourced, refuted, failure } = article;
  const words = [["Name", name], ["Desk", desk], ["Date", date],
    ["Claims", failure ? "" : `${count(claims, "claim")}, ${digits(sourced)} sourced${refuted ? `, ${digits(refuted)} refuted` : ""}`],
    ["Found", failure ? "" : foundWords(article)]];
  return [
    ...headOf(h, "article", title || name),
    failure ? h("p", { class: "gap-note" }, `Not read: ${failure}`) : "",
    h("dl", {}, ...words.filter(([, text]) => text).map(([term, text]) => h("div", {}, h("dt", {}, term), h("dd", { dir: "auto" }, text)))),
    ...wayTo(kit, article, "", "Open its page"),
    ...acrossOf(archive, kit, number),
  ].filter((each) => each instanceof HTMLElement);
}

/**
 * What lies across articles and is in this one, too, by section.
 * @type {(archive: Archive, kit: KitOfArchive, number: number) => HTMLElement[]}
 */
function acrossOf({ items }, { h, choose }, number) {
  return Object.entries(items).flatMap(([tab, all]) => {
    const mine = all.filter((item) => item.places.some(({ article }) => article === number));
    if (mine.length === 0) return [];
    const list = mine.map((item) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => choose(tab, item.id) }, item.name)));
    return [h("h3", {}, HEADS[tab]), h("ul", { class: "lines" }, ...list)];
  });
}

/**
 * The details of something that lies across articles.
 * @type {(archive: Archive, kit: KitOfArchive, tab: string, item: Item) => HTMLElement[]}
 */
export function itemDetails(archive, kit, tab, item) {
  const { h } = kit;
  const shown = item.places.length;
  const all = OF_CLAIMS.has(tab) ? item.claims : item.articles;
  const more = shown < all ? [h("p", { class: "small" }, `The first ${shown} of ${digits(all)}; all of them: `, h("code", {}, askCommand(tab)))] : [];
  return [
    ...headOf(h, KINDS[tab], item.name),
    h("p", { class: "lead", dir: "auto" }, item.note),
    h("p", { class: "small" }, itemWords(tab, item)),
    h("h3", {}, "Where"),
    h("ul", { class: "cards" }, ...item.places.map((place) => placeCard(archive, kit, place))),
    ...more,
  ];
}

/**
 * A place in an article, with the way to its page.
 * @type {(archive: Archive, kit: KitOfArchive, place: PlaceData) => HTMLElement}
 */
function placeCard({ at }, kit, { article, select, words }) {
  const { h, choose } = kit;
  const it = at(article);
  return h("li", { class: "card" },
    h("p", { class: "card-head" }, h("button", { type: "button", class: "link quiet", dir: "auto", onclick: () => choose("articles", it.name) }, it.title || it.name)),
    h("p", { class: "citation", dir: "auto" }, words),
    ...wayTo(kit, it, select, `Open at ${select.slice(select.indexOf(":") + 1)}`, true));
}

/**
 * The way to the page of an article, at what it then shows; the command that makes the page, where there is none.
 * @type {(kit: KitOfArchive, article: ArticleData, select: string, words: string, brief?: boolean) => HTMLElement[]}
 */
function wayTo({ h, copy }, { name, page, failure }, select, words, brief = false) {
  if (page) return [h("p", { class: "way" }, h("a", { href: hrefOf(page, select), dir: "auto" }, words))];
  if (failure) return [];
  const command = buildCommand(name);
  const button = h("button", { type: "button", class: "copy", onclick: () => void copy(Promise.resolve(command), button) }, "Copy command");
  return [
    h("p", { class: "small way" }, brief ? "Its page is not built." : "Its page is not built; in this folder:"),
    brief ? null : h("p", { class: "small" }, h("code", {}, command)),
    h("div", { class: "copies" }, button),
  ].filter((each) => each !== null);
}

/**
 * The address of an article's page, from that of the index, at what it is to show.
 * @type {(page: string, select: string) => string}
 */
export function hrefOf(page, select) {
  const path = page.split("/").map(encodeURIComponent).join("/");
  return select ? `${path}#${new URLSearchParams({ select, view: "details" })}` : path;
}

/**
 * What kind of thing it is, and what it is called.
 * @type {(h: KitOfArchive["h"], kind: string, name: string) => HTMLElement[]}
 */
function headOf(h, kind, name) {
  return [h("h2", { class: "panel-title", tabindex: "-1" }, h("span", { class: "eyebrow" }, kind), h("span", { class: "panel-text", dir: "auto" }, name))];
}
