/** Wires the page: the only file that knows the window and the document. */

import { createAnnotated } from "./annotated.js";
import { createCopy } from "./copy.js";
import { elementMaker, markMaker, svgMaker } from "./dom.js";
import { createDownloads } from "./download.js";
import { createOriginals } from "./export.js";
import { createFigures } from "./figures.js";
import { steerCells, steerTabs } from "./keyboard.js";
import { createLists } from "./list.js";
import { readData } from "./load.js";
import { createLongLists } from "./long.js";
import { OVERVIEW, createMap } from "./map.js";
import { cellName, claimsOfCell, createMatrix } from "./matrix.js";
import { count, coverage, createModel, kindOf, matching, prepareSearch } from "./model.js";
import { createPanel } from "./panel.js";
import { FILTERS, SEVERITIES, STAGES, TABS, VIEWS, formatState, isStep, parseState } from "./state.js";
import { createTabTitle } from "./tabtitle.js";
import { createTimeline } from "./timeline.js";
import { createUses } from "./uses.js";

const $ = (id) => document.getElementById(id);
const model = createModel(await readData(document));
const h = elementMaker(document);
const s = svgMaker(document);
const mark = markMaker(document);
const THEME = {
  paper: "--paper", panel: "--panel", ink: "--ink", muted: "--muted", rule: "--rule", hover: "--hover", focus: "--focus",
  sourced: "--sourced", sourcedSoft: "--sourced-soft", unsourced: "--unsourced", unsourcedSoft: "--unsourced-soft",
  disputed: "--disputed", font: "--font",
};
const KEYS = {
  "+": () => map.zoom(1.25), "=": () => map.zoom(1.25), "-": () => map.zoom(0.8), 0: () => map.fit(),
  ArrowLeft: () => map.pan(-1, 0), ArrowRight: () => map.pan(1, 0), ArrowUp: () => map.pan(0, -1), ArrowDown: () => map.pan(0, 1),
  n: () => step(1), p: () => step(-1), Enter: () => unfold(),
};

/** How long typing must pause before very many claims are searched, in milliseconds. */
const PAUSE = 120;

const middling = matchMedia("(min-width: 761px) and (max-width: 1199px)");

/** What of the state a view beside the map does not show: drawn anew, it would lose the place of who reads it by ear. */
const NOT_DRAWN = { select: "", focus: "", view: "", sort: "", severity: "", group: "", within: "", value: "" };

let theme = readTheme();
let state = parseState(location.hash);
let drawn = null;
let listed = state.tab;
let staged = "";
let typed = 0;

/** The colours of now, which follow the reader's light or dark. */
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(THEME).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
}

/** Goes to a state that differs in `changes`, and writes it into the address. */
function go(changes) {
  const before = state;
  state = { ...state, ...changes };
  if (formatState(before) === formatState(state)) return;
  render();
  const address = `#${formatState(state)}`;
  if (isStep(before, state)) location.hash = address;
  else location.replace(address);
}

/** Looks at a cause, claim or reference; `view` is where a narrow window turns to. */
function choose(id, view) {
  if (model.byId.has(id)) go({ select: id, focus: "", view });
}

/** Chooses a box of the map without leaving what the map shows; the box that is chosen already is unfolded. */
function point(id) {
  if (!model.byId.has(id)) return;
  if (id === selected()) unfold();
  else go({ select: id, focus: focused(), view: "map" });
}

/** Shows what is around the chosen box. */
function unfold() {
  if (selected()) go({ focus: "" });
}

/** Goes to the box after the chosen one, or before it. */
function step(direction) {
  const id = map.next(direction);
  if (!id || id === selected()) return;
  go({ select: id, focus: focused(), view: "map" });
  map.reveal(id);
}

/** Shows the claims of a cell of the matrix, or all where it is shown already. */
function narrow(within, value) {
  const again = state.within === within && state.value === value;
  go({ tab: "claims", filter: "all", within: again ? "" : within, value: again ? "" : value, view: again ? state.view : "list" });
  if (!again && !isSeen($("matrix"))) $("widen").focus();
}

/** Leaves what is looked at for the overview, and puts the focus back where it came from. */
function leave() {
  const last = state.select;
  go({ select: "", focus: "", view: state.view === "details" ? "list" : state.view });
  (lists.rowOf(last) ?? $("canvas")).focus();
}

/** What is looked at, if there is such a thing. */
function selected() {
  return model.byId.has(state.select) ? state.select : "";
}

/** What the map shows: an id or the overview. */
function focused() {
  if (state.focus === OVERVIEW && selected()) return OVERVIEW;
  return model.byId.has(state.focus) ? state.focus : selected() || OVERVIEW;
}

/** Whether an element is shown at this width. */
function isSeen(element) {
  return element.getClientRects().length > 0;
}

/** What a narrow window shows: there are no details of nothing, and a middling window shows the map in any case. */
function viewed() {
  if (selected() === "" && (state.view === "details" || middling.matches)) return "list";
  return middling.matches && state.view === "map" ? "details" : state.view;
}

/** Shows the state everywhere. */
function render() {
  const id = selected();
  if (listed !== state.tab) $("lists").scrollTop = 0;
  listed = state.tab;
  document.body.dataset.view = viewed();
  document.body.classList.toggle("selected", id !== "");
  renderTools();
  const only = claimsOfCell(model, state);
  const left = lists.show({ ...state, select: id, only });
  renderNarrowed(only !== null && state.tab !== "references");
  renderCount(left);
  if (drawn !== id) renderPanel(id);
  showInTab(id && nameOf(id));
  if (drawn !== id && id) lists.rowOf(id)?.scrollIntoView({ block: "nearest" });
  renderMap(id, left.matches);
  renderStage(id, only === null ? left.matches : matching(model, state));
  renderAsked(left.matches, only);
  drawn = id;
}

/** Shows the search, filter, tabs and views as they are. */
function renderTools() {
  if ($("search").value !== state.q) $("search").value = state.q;
  for (const name of FILTERS) if ($(`filter-${name}`)) $(`filter-${name}`).checked = state.filter === name;
  for (const name of SEVERITIES) if ($(`severity-${name}`)) $(`severity-${name}`).checked = state.severity === name;
  for (const name of TABS) {
    $(`tab-${name}`).setAttribute("aria-selected", String(state.tab === name));
    $(`tab-${name}`).tabIndex = state.tab === name ? 0 : -1;
    $(name).classList.toggle("off", state.tab !== name);
  }
  for (const name of ["filters", "fold", "sorted"]) $(name).hidden = state.tab !== "claims";
  for (const name of ["severities", "grouped"]) $(name).hidden = state.tab !== "findings";
  $("ordered").hidden = state.tab !== "references";
  for (const name of ["sort", "order", "group"]) $(name).value = state[name];
  if ($("order").selectedIndex < 0) $("order").value = ""; // an order that only the table of uses offers
  for (const name of VIEWS) $(`view-${name}`).setAttribute("aria-pressed", String(viewed() === name));
  $("view-details").disabled = selected() === "";
}

/** Says, above the views, what they are narrowed to. */
function renderAsked({ active, causes, claims, references }, only) {
  const nothing = causes.size + claims.size + references.size === 0;
  const filter = state.tab === "claims" && state.filter !== "all" && $(`filter-${state.filter}`);
  const words = [state.q && `“${state.q}”`, filter && filter.nextElementSibling.firstChild.data.trim().toLowerCase()];
  $("asked").hidden = !(active || only) || !words.some(Boolean);
  $("asked-words").textContent = words.filter(Boolean).join(", ");
  $("asked-nothing").hidden = !nothing;
}

/** Says which cell of the matrix the list is narrowed to. */
function renderNarrowed(is) {
  $("narrowed").hidden = !is;
  $("narrowed-name").textContent = is ? cellName(model, state) : "";
}

/** Shows the chosen view of the evidence; what has not changed is left as it is. */
function renderStage(id, matches) {
  for (const name of STAGES) {
    $(`stage-${name}`).setAttribute("aria-selected", String(state.stage === name));
    $(`stage-${name}`).tabIndex = state.stage === name ? 0 : -1;
    $(name).hidden = state.stage !== name;
  }
  for (const name of ["by", "per"]) $(`choose-${name}`).querySelector(`[value="${state[name]}"]`).checked = true;
  const shown = formatState({ ...state, ...NOT_DRAWN });
  if (state.stage in stages && staged !== shown) drawStage(matches);
  staged = shown;
  for (const cell of $(state.stage).querySelectorAll("[data-cell]")) {
    cell.setAttribute("aria-pressed", String(state.value !== "" && cell.dataset.cell === `${state.within}\n${state.value}`));
  }
  for (const button of $(state.stage).querySelectorAll("[data-go]")) {
    if (button.dataset.go === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** Draws a view anew, and keeps the focus where it was. */
function drawStage(matches) {
  const body = $(state.stage).querySelector(".pane-body");
  const had = body.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
  body.replaceChildren(...stages[state.stage](state, matches).filter(Boolean));
  if (!had) return;
  const same = [...body.querySelectorAll("button")].find((each) =>
    ["cell", "go", "sort"].some((name) => had[name] !== undefined && each.dataset[name] === had[name]));
  same?.focus();
}

/** Says how much is left of the list. */
function renderCount({ matches, findings }) {
  const { claims, references } = model.data;
  const number = (left, all, thing) => (left === all ? count(all, thing) : `${left.toLocaleString("en")} of ${count(all, thing)}`);
  const texts = {
    claims: number(matches.claims.size, claims.length, "claim"),
    references: number(matches.references.size, references.length, "reference"),
    findings: state.tab === "findings" ? number(findings, model.data.findings.length, "finding") : "",
  };
  const found = { claims: matches.claims.size + matches.causes.size, references: matches.references.size, findings };
  const all = { claims, references, findings: model.data.findings }[state.tab].length;
  const nothing = found[state.tab] === 0 && all > 0; // a list that was empty from the start says so itself
  const text = `${texts[state.tab]}${nothing ? ": nothing is found" : ""}`;
  if ($("count").textContent !== text) $("count").textContent = text; // written again, it would be said again
  $("nothing").hidden = !nothing;
}

/** Shows what is looked at in the panel. */
function renderPanel(id) {
  $("panel").hidden = id === "";
  $("panel-body").replaceChildren(...(id ? panel(id).filter(Boolean) : []));
  $("panel").scrollTop = 0;
  say(id ? `Details: ${nameOf(id)}` : drawn === null ? "" : "All causes");
}

/** What an id is called. */
function nameOf(id) {
  const item = model.byId.get(id);
  return item.text ?? item.name ?? item.label;
}

/** Shows the map of what is looked at, and says what it shows. */
function renderMap(id, matches) {
  const seen = focused();
  const { drawn: number, of } = map.show(seen, id, matches);
  const title = seen === OVERVIEW ? "All causes and the references they rest on" : nameOf(seen);
  $("map-title").textContent = title;
  $("map-kind").textContent = seen === OVERVIEW ? "overview" : kindOf(seen);
  $("unfold").hidden = id === "" || seen === id;
  $("unfold").setAttribute("aria-label", id ? `Unfold what is around: ${nameOf(id)}` : "Unfold");
  const nothing = "Nothing to draw: neither causes nor references were read.";
  $("map-note").textContent = of === 0 ? nothing : number < of ? `Showing ${number.toLocaleString("en")} of ${of.toLocaleString("en")}; the list has all.` : "";
  $("back").hidden = seen === OVERVIEW;
  const picture = $("canvas").querySelector("canvas");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `Map: ${title}. ${count(number, "box").replace("boxs", "boxes")}. The list and the details say the same in words.`);
}

/** Shows the whole text of what is under the pointer. */
function hint(id) {
  const item = id ? model.byId.get(id) : null;
  $("hint").hidden = item === null;
  $("hint").textContent = item ? (item.citation ?? item.text ?? `${item.name}: ${coverage(item)}`) : "";
}

/** Says that there is more of the map than can be seen. */
function clipped(is) {
  $("clipped").hidden = !is;
}

/** Says something to those who hear the page. */
function say(words) {
  $("said").textContent = words;
}

/** Moves the focus to the panel where it has taken the place of what had the focus. */
function focusPanel() {
  $("panel-body").querySelector("h2")?.focus();
}

/** Goes to the details, or to the map where nothing is chosen. */
function focusDetails() {
  if (selected() === "") go({ view: "map" });
  else if (getComputedStyle($("panel")).display === "none") go({ view: "details" });
  if (selected()) focusPanel();
  else if (state.stage === "map") $("canvas").focus();
  else $(`stage-${state.stage}`).focus();
}

/** Writes what is printed in place of the lists. */
function preparePrint() {
  $("annotated").hidden = false;
  $("annotated").replaceChildren(...annotated());
}

/** Everything that waits for the script is shown, and what it stands for is named. */
function enhance() {
  document.documentElement.classList.add("live");
  for (const element of document.querySelectorAll("[data-live]")) element.hidden = false;
  for (const name of TABS) {
    $(name).setAttribute("role", "tabpanel");
    $(name).setAttribute("aria-labelledby", `tab-${name}`);
  }
  for (const name of STAGES) {
    $(name).setAttribute("role", "tabpanel");
    $(name).setAttribute("aria-labelledby", `stage-${name}`);
  }
  for (const details of document.querySelectorAll("#findings details")) details.open = false;
}

/** Makes tabs change what the state calls `key`, by click and by arrow key. */
function wireTabs(list, names, prefix, key) {
  for (const name of names) $(`${prefix}${name}`).addEventListener("click", () => go({ [key]: name }));
  steerTabs(list, names, { now: () => state[key], change(name) {
    go({ [key]: name });
    $(`${prefix}${name}`).focus();
  } });
}

/** Takes steps whenever there is nothing else to do, as long as they say that there are more. */
function inIdleMoments(step) {
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  idle(() => step() && inIdleMoments(step));
}

/** Prepares the search for very many claims, and that of their findings when these are first listed. */
function prepare() {
  let done = 0;
  inIdleMoments(() => prepareSearch(model, done++) || void lists.prepare());
  $("tab-findings").addEventListener("click", () => inIdleMoments(() => model.indexes.findings.prepare()), { once: true });
}

enhance();
const lists = (model.data.long ? createLongLists : createLists)({ root: $("lists"), model, h, mark, choose: (id) => {
  choose(id, "details");
  if (getComputedStyle($("lists")).display === "none") focusPanel();
} });
/** Chooses and goes on to the details, where what was clicked is no longer shown. */
const follow = (id) => {
  choose(id, "details");
  focusPanel();
};
const chooseInStage = (id) => {
  choose(id, "details");
  if (!isSeen($(state.stage))) focusPanel();
};
const copy = createCopy({ clipboard: navigator.clipboard, h, say });
const showInTab = createTabTitle(document);
const showFindings = (within) => {
  go({ tab: "findings", group: "cause", severity: "all", q: "", within, value: "", view: "list" });
  $("tab-findings").focus({ preventScroll: true });
};
const panel = createPanel(model, { h, mark, choose: follow, copy, showFindings, original: createOriginals(model.data.originals ?? []) });
const stages = {
  matrix: createMatrix(model, { h, choose: chooseInStage, narrow }),
  figures: createFigures(model, { h, s, mark, choose: chooseInStage }),
  timeline: createTimeline(model, { h, s, choose: chooseInStage }),
  uses: createUses(model, { h, choose: chooseInStage, sort: (order) => go({ order }) }),
};
const annotated = createAnnotated(model, { h });
const map = createMap({ vis: globalThis.vis, container: $("canvas"), model, theme: () => theme, choose: point, hint, clipped });
const downloads = createDownloads({ body: document.body, h, originals: model.data.originals, map, theme: () => theme,
  said: (name) => { $("downloads-said").textContent = `${name} is handed to the browser.`; } });
for (const frame of $("canvas").querySelectorAll("[tabindex]")) frame.removeAttribute("tabindex");

addEventListener("hashchange", () => {
  if (formatState(parseState(location.hash)) === formatState(state)) return;
  state = parseState(location.hash);
  render();
});
$("search").addEventListener("change", (event) => {
  clearTimeout(typed);
  go({ q: event.target.value });
});
$("search").addEventListener("input", (event) => {
  clearTimeout(typed);
  if (model.data.long) typed = setTimeout(() => go({ q: event.target.value }), PAUSE);
  else go({ q: event.target.value });
});
$("filters").addEventListener("change", (event) => go({ filter: event.target.value }));
wireTabs($("tabs"), TABS, "tab-", "tab");
wireTabs($("stages"), STAGES, "stage-", "stage");
for (const name of VIEWS) $(`view-${name}`).addEventListener("click", () => go({ view: name }));
$("severities").addEventListener("change", (event) => go({ severity: event.target.value }));
for (const name of ["sort", "order", "group"]) $(name).addEventListener("change", (event) => go({ [name]: event.target.value }));
$("choose-by").addEventListener("change", (event) => go({ by: event.target.value, within: "", value: "" }));
$("choose-per").addEventListener("change", (event) => go({ per: event.target.value }));
$("widen").addEventListener("click", () => {
  go({ within: "", value: "" });
  $("search").focus();
});
$("matrix").addEventListener("keydown", steerCells);
$("unfold").addEventListener("click", () => {
  unfold();
  $("canvas").focus();
});
for (const name of ["keys", "downloads"]) {
  $(`open-${name}`).addEventListener("click", () => $(name).showModal());
  $(name).addEventListener("click", (event) => {
    if (event.target === $(name) || event.target.closest("[data-close]")) $(name).close();
  });
}
$("copy-link").addEventListener("click", (event) => copy(Promise.resolve(location.href), event.currentTarget));
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    go({ q: "", filter: "all", severity: "all", within: "", value: "" });
    if (!isSeen(button)) (isSeen($("search")) ? $("search") : $(`stage-${state.stage}`)).focus();
  });
}
$("print").addEventListener("click", () => print());
$("downloads").addEventListener("click", (event) => {
  const { original, picture } = event.target.closest("button")?.dataset ?? {};
  if (original) downloads.original(original);
  if (picture) downloads.picture(picture, $("map-title").textContent);
});
$("open-all").addEventListener("click", () => lists.openAll(true));
$("close-all").addEventListener("click", () => lists.openAll(false));
$("back").addEventListener("click", leave);
$("close").addEventListener("click", leave);
$("zoom-in").addEventListener("click", KEYS["+"]);
$("zoom-out").addEventListener("click", KEYS["-"]);
$("fit").addEventListener("click", KEYS[0]);
$("skip-details").addEventListener("click", focusDetails);
$("canvas").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  KEYS[event.key]();
  event.preventDefault();
});
addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  const typing = event.target.matches("input[type=search], textarea");
  const single = $("single-keys").checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "/" && single) {
    if (getComputedStyle($("lists")).display === "none") go({ view: "list" });
    $("search").focus();
    event.preventDefault();
  } else if (event.key === "d" && single) focusDetails();
  else if (event.key === "?" && single) $("keys").showModal();
  else if (event.key === "Escape" && typing && state.q) go({ q: "" });
  else if (event.key === "Escape" && selected()) leave();
});
addEventListener("beforeprint", preparePrint);
middling.addEventListener("change", () => render());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  theme = readTheme();
  map.redraw();
});
new ResizeObserver(() => map.resize()).observe($("canvas"));
render();
if (model.data.long) prepare();
