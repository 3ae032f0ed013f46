/** What the page says of how much is shown, and why not all is. */

import { $ } from "./dom.js";
import { tallyOf, tallyWords } from "./findings.js";
import { cellName } from "./matrix.js";
import { count } from "./model.js";
import { digits } from "./numbers.js";

/** @import { Asked, Ids, Left, Matches, Model } from "./types.js" */

/**
 * Says something to those who hear the page.
 * @type {(words: string) => void}
 */
export function say(words) {
  $("said").textContent = words;
}

/**
 * Says, above the views, what they are narrowed to; `only` is the set of claims of a cell, or null.
 * @type {(asked: Asked, matches: Matches, only: Ids | null) => void}
 */
export function sayAsked({ q, tab, filter }, { active, causes, claims, references }, only) {
  const chosen = tab === "claims" && filter !== "all" ? $(`filter-${filter}`) : null;
  const words = [q && `“${q}”`, chosen && wordsBeside(chosen)].filter(Boolean);
  $("asked").hidden = !(active || only) || words.length === 0;
  $("asked-words").textContent = words.join(", ");
  $("asked-nothing").hidden = causes.size + claims.size + references.size > 0;
}

/**
 * Says which cell of the matrix the list is narrowed to, if it is.
 * @type {(model: Model, asked: Asked, only: Ids | null) => void}
 */
export function sayNarrowed(model, state, only) {
  const narrowed = only !== null && state.tab !== "references";
  $("narrowed").hidden = !narrowed;
  $("narrowed-name").textContent = narrowed ? cellName(model, state) : "";
}

/**
 * Says how much is left of the list.
 * @type {(model: Model, asked: Asked, left: Left) => void}
 */
export function sayCount({ data }, { tab }, { matches, findings }) {
  const left = { claims: matches.claims.size, references: matches.references.size, findings: findings.own }[tab];
  const all = tab === "findings" ? tallyOf(data.findings).own : data[tab].length;
  const found = left + { claims: matches.causes.size, references: 0, findings: findings.following }[tab];
  const nothing = found === 0 && data[tab].length > 0; // a list that was empty from the start says so itself
  const number = left === all ? count(all, tab.slice(0, -1)) : `${digits(left)} of ${count(all, tab.slice(0, -1))}`;
  const words = `${tab === "findings" ? tallyWords(findings, number) : number}${nothing ? ": nothing is found" : ""}`;
  if ($("count").textContent !== words) $("count").textContent = words; // written again, it would be said again
  $("nothing").hidden = !nothing;
}

/**
 * What a filter is called: the words beside it, without their number.
 * @type {(chosen: HTMLElement) => string}
 */
function wordsBeside(chosen) {
  return (chosen.nextElementSibling?.firstChild?.textContent ?? "").trim().toLowerCase();
}
