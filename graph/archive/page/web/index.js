/** Wires the page of an archive: makes its parts, and shows in all of them where the reader is. */

import { createCopy } from "../../../page/web/copy.js";
import { $, dialog, elementMaker, elements, field, given, isSeen, markMaker, onChange, svgMaker, targetOf } from "../../../page/web/dom.js";
import { steerTabs, wireKeys } from "../../../page/web/keyboard.js";
import { readLines } from "../../../page/web/load.js";
import { digits } from "../../../page/web/numbers.js";
import { INITIAL, TABS, formatAsked, isStepOfArchive, parseAsked } from "./asked.js";
import { articleDetails, itemDetails } from "./details.js";
import { createFinds } from "./left.js";
import { articleRow, itemRow } from "./lines.js";
import { NearList } from "./near.js";
import { openArchive } from "./opening.js";
import { askCommand } from "./shell.js";

/** @import { AskedOfArchive, Shown } from "./types.js" */

/** Of how many rows the printed page has all. */
const MOST_PRINTED = 2000;

/** For how long one may pause in typing. */
const PAUSE = 120;

const head = await readLines(document, "head");

/**
 * The lines behind the head, of which there may be many megabytes: the first articles are shown before these are read.
 * @type {((line: number) => string) | null}
 */
let rest = null;
const archive = openArchive((line) => (line && rest ? rest : head)(line));
document.documentElement.classList.add("live");
for (const element of elements("[data-live]")) element.hidden = false;

const [h, s, mark] = [elementMaker(document), svgMaker(document), markMaker(document)];
const copy = createCopy({ clipboard: navigator.clipboard, h, say });
const kit = { h, s, mark, copy, choose: (/** @type {string} */ tab, /** @type {string} */ select) => { go({ tab, select }); focusPanel(); } };
const finds = createFinds(archive);
let asked = parseAsked(location.hash);
$("lists").inert = true;

/**
 * What is listed now.
 * @type {Shown}
 */
let shown = { count: 0, idOf: () => "", row: () => h("li") };

/** What the panel shows, and what is listed. */
let [detailed, listed] = ["", ""];

const list = new NearList($("rows"), {
  draw: (number) => shown.row(number),
  chosen: (number) => {
    go({ select: shown.idOf(number) });
    if (!isSeen($("lists"))) focusPanel();
  },
});

/**
 * Goes to a state that differs in `changes`, and writes it into the address.
 * @type {(changes: Partial<AskedOfArchive>) => void}
 */
function go(changes) {
  const before = asked;
  asked = { ...before, ...changes };
  const address = formatAsked(asked);
  if (formatAsked(before) === address) return;
  render();
  if (isStepOfArchive(before, asked)) location.hash = `#${address}`;
  else location.replace(`${location.href.split("#", 1)[0]}#${address}`);
}

/** Shows everywhere where the reader is. */
function render() {
  shown = listOf(asked);
  const selected = asked.select;
  renderTools();
  const key = formatAsked({ ...asked, select: "" });
  list.fill(shown.count, key, key === listed ? activeNow() : 0);
  listed = key;
  $("nothing").hidden = shown.count > 0;
  $("none").hidden = !(shown.count === 0 && asked.tab === "retracted" && archive.retractions === 0);
  renderPanel(`${asked.tab} ${selected}`, selected ? detailsOf(asked) : []);
}

/** The number of the row that is chosen; the first, where none is. */
function activeNow() {
  for (let number = 0; asked.select && number < shown.count; number += 1) if (shown.idOf(number) === asked.select) return number;
  return 0;
}

/**
 * What is to be listed.
 * @type {(state: AskedOfArchive) => Shown}
 */
function listOf(state) {
  if (state.tab === "articles") {
    const found = finds.articles(state);
    return {
      count: found.count,
      idOf: (place) => archive.at(found.at(place)).name,
      row: (place) => (rest || place < archive.first.length ? articleRow(kit, archive.at(found.at(place)), archive.at(found.at(place)).name === asked.select) : h("li")),
    };
  }
  const found = finds.items(state.tab, state);
  return { count: found.length, idOf: (number) => found[number].id, row: (number) => itemRow(kit, state.tab, found[number], found[number].id === asked.select) };
}

/**
 * The details of what is chosen; nothing where there is no such thing.
 * @type {(state: AskedOfArchive) => HTMLElement[]}
 */
function detailsOf({ tab, select }) {
  if (tab === "articles") {
    const number = archive.column("name").indexOf(select);
    return number < 0 ? [] : articleDetails(archive, kit, archive.at(number), number);
  }
  const item = archive.items[tab].find(({ id }) => id === select);
  return item ? itemDetails(archive, kit, tab, item) : [];
}

/**
 * Shows details in the panel, if they are other ones.
 * @type {(key: string, details: HTMLElement[]) => void}
 */
function renderPanel(key, details) {
  document.body.classList.toggle("selected", details.length > 0);
  document.body.dataset.view = details.length > 0 ? "details" : "list";
  $("panel").hidden = details.length === 0;
  if (detailed === key) return;
  detailed = key;
  $("panel-body").replaceChildren(...given(details));
  $("panel").scrollTop = 0;
  if (details.length > 0 && !isSeen($("lists"))) scrollTo(0, 0);
}

/** Shows in the tools what is asked for, and how much is left. */
function renderTools() {
  for (const tab of TABS) {
    $(`tab-${tab}`).setAttribute("aria-selected", String(tab === asked.tab));
    $(`tab-${tab}`).tabIndex = tab === asked.tab ? 0 : -1;
  }
  const articles = asked.tab === "articles";
  $("list").setAttribute("aria-labelledby", `tab-${asked.tab}`);
  $("rows").setAttribute("aria-label", $(`tab-${asked.tab}`).firstChild?.textContent?.trim() ?? "");
  for (const name of ["severities", "ordered"]) $(name).hidden = !articles;
  if (document.activeElement !== $("search")) field("search").value = asked.q;
  if ($("desk")) field("desk").value = asked.desk;
  field("order").value = asked.order;
  const chosen = document.querySelector(`#severities [value="${asked.severity}"]`);
  if (chosen) /** @type {HTMLInputElement} */ (chosen).checked = true;
  $("count").textContent = countWords();
  $("all").hidden = formatAsked({ ...asked, select: "", tab: "articles", order: "worst" }) === "";
}

/** How much is left, in words. */
function countWords() {
  const there = asked.tab === "articles" ? archive.count : archive.items[asked.tab].length;
  const of = shown.count < there ? ` of ${digits(there)}` : "";
  const total = archive.totals[asked.tab];
  const rest = there < total ? `; ${digits(total - there)} more: ${askCommand(asked.tab)}` : "";
  return `${digits(shown.count)}${of} shown${rest}`;
}

/**
 * Says something to those who hear the page.
 * @type {(words: string) => void}
 */
function say(words) {
  $("said").textContent = words;
}

/** Moves the focus to the panel. */
function focusPanel() {
  $("panel-body").querySelector("h2")?.focus();
}

/** Leaves what is looked at, and goes back to the list. */
function leave() {
  go({ select: "" });
  $("rows").focus({ preventScroll: true });
  list.reveal();
}

/** Makes what is printed: the list as it is, all of it or much. */
function print() {
  const count = Math.min(shown.count, MOST_PRINTED);
  const rows = Array.from({ length: count }, (_, number) => h("li", {}, ...shown.row(number).children));
  const more = count < shown.count ? h("p", {}, `The first ${digits(count)} of ${digits(shown.count)}.`) : "";
  $("printed").replaceChildren(...given([h("h2", {}, $(`tab-${asked.tab}`).textContent?.trim() ?? ""), h("ul", {}, ...rows), more]));
}

/** Prepares the search while nobody waits for it. */
function prepare() {
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 50));
  idle(() => { if (finds.prepare()) prepare(); });
}

if (formatAsked(asked) === "") render();
rest = await readLines(document);
asked = parseAsked(location.hash);
$("lists").inert = false;

let typing = 0;
onChange("search", (q) => { clearTimeout(typing); typing = setTimeout(() => go({ q }), PAUSE); }, "input");
onChange("search", (q) => { clearTimeout(typing); go({ q }); });
if ($("desk")) onChange("desk", (desk) => go({ desk }));
onChange("order", (order) => go({ order }));
onChange("severities", (severity) => go({ severity }));
$("tabs").addEventListener("click", (event) => {
  const tab = targetOf(event).closest("button")?.id.slice("tab-".length);
  if (tab) go({ tab, select: "" });
});
steerTabs($("tabs"), TABS, { now: () => asked.tab, change: (tab) => { go({ tab, select: "" }); $(`tab-${tab}`).focus(); } });
$("all").addEventListener("click", () => { field("search").value = ""; go({ ...INITIAL, tab: asked.tab }); });
$("close").addEventListener("click", leave);
$("copy-link").addEventListener("click", () => void copy(Promise.resolve(location.href), $("copy-link")));
$("open-keys").addEventListener("click", () => dialog("keys").showModal());
$("keys").addEventListener("click", (event) => {
  if (event.target === $("keys") || targetOf(event).closest("[data-close]")) dialog("keys").close();
});
wireKeys({ "/": () => $("search").focus(), "?": () => dialog("keys").showModal() }, (typed) => {
  if (typed && asked.q) { field("search").value = ""; go({ q: "" }); }
  else if (asked.select) leave();
});
addEventListener("hashchange", () => {
  const there = parseAsked(location.hash);
  if (formatAsked(there) === formatAsked(asked)) return;
  asked = there;
  render();
});
addEventListener("beforeprint", print);
render();
prepare();
