/** Wires the page: the only file that knows the window and the document. */

import { elementMaker, markMaker } from "./dom.js";
import { createLists } from "./list.js";
import { OVERVIEW, createMap } from "./map.js";
import { count, coverage, createModel, kindOf } from "./model.js";
import { createPanel } from "./panel.js";
import { FILTERS, TABS, VIEWS, formatState, isStep, parseState } from "./state.js";

const $ = (id) => document.getElementById(id);
const model = createModel(JSON.parse($("data").textContent));
const h = elementMaker(document);
const THEME = {
  paper: "--paper", panel: "--panel", ink: "--ink", muted: "--muted", rule: "--rule", hover: "--hover", focus: "--focus",
  sourced: "--sourced", sourcedSoft: "--sourced-soft", unsourced: "--unsourced", unsourcedSoft: "--unsourced-soft",
  disputed: "--disputed", font: "--font",
};
const KEYS = {
  "+": () => map.zoom(1.25), "=": () => map.zoom(1.25), "-": () => map.zoom(0.8), 0: () => map.fit(),
  ArrowLeft: () => map.pan(-1, 0), ArrowRight: () => map.pan(1, 0), ArrowUp: () => map.pan(0, -1), ArrowDown: () => map.pan(0, 1),
};

const middling = matchMedia("(min-width: 761px) and (max-width: 1199px)");

let theme = readTheme();
let state = parseState(location.hash);
let drawn = null;

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
  if (model.byId.has(id)) go({ select: id, view });
}

/** Leaves what is looked at for the overview, and puts the focus back where it came from. */
function leave() {
  const last = state.select;
  go({ select: "", view: state.view === "details" ? "list" : state.view });
  (lists.rowOf(last) ?? $("canvas")).focus();
}

/** What is looked at, if there is such a thing. */
function selected() {
  return model.byId.has(state.select) ? state.select : "";
}

/** What a narrow window shows: there are no details of nothing, and a middling window shows the map in any case. */
function viewed() {
  if (selected() === "" && (state.view === "details" || middling.matches)) return "list";
  return middling.matches && state.view === "map" ? "details" : state.view;
}

/** Shows the state everywhere. */
function render() {
  const id = selected();
  document.body.dataset.view = viewed();
  document.body.classList.toggle("selected", id !== "");
  renderTools();
  const left = lists.show({ ...state, select: id });
  renderCount(left);
  if (drawn !== id) renderPanel(id);
  renderMap(id, left.matches);
  drawn = id;
}

/** Shows the search, filter, tabs and views as they are. */
function renderTools() {
  if ($("search").value !== state.q) $("search").value = state.q;
  for (const name of FILTERS) if ($(`filter-${name}`)) $(`filter-${name}`).checked = state.filter === name;
  for (const name of TABS) {
    $(`tab-${name}`).setAttribute("aria-selected", String(state.tab === name));
    $(`tab-${name}`).tabIndex = state.tab === name ? 0 : -1;
    $(name).classList.toggle("off", state.tab !== name);
  }
  for (const name of ["filters", "fold"]) $(name).hidden = state.tab !== "claims";
  for (const name of VIEWS) $(`view-${name}`).setAttribute("aria-pressed", String(viewed() === name));
  $("view-details").disabled = selected() === "";
}

/** Says how much is left of the list. */
function renderCount({ matches, findings }) {
  const { claims, references } = model.data;
  const number = (left, all, thing) => (left === all ? count(all, thing) : `${left.toLocaleString("en")} of ${count(all, thing)}`);
  const texts = {
    claims: number(matches.claims.size, claims.length, "claim"),
    references: number(matches.references.size, references.length, "reference"),
    findings: number(findings, model.data.findings.length, "finding"),
  };
  $("count").textContent = texts[state.tab];
  const found = { claims: matches.claims.size + matches.causes.size, references: matches.references.size, findings };
  $("nothing").hidden = found[state.tab] > 0;
}

/** Shows what is looked at in the panel. */
function renderPanel(id) {
  $("panel").hidden = id === "";
  $("panel-body").replaceChildren(...(id ? panel(id).filter(Boolean) : []));
  $("panel").scrollTop = 0;
  $("said").textContent = id ? `Details: ${nameOf(id)}` : drawn === null ? "" : "All causes";
}

/** What an id is called. */
function nameOf(id) {
  const item = model.byId.get(id);
  return item.text ?? item.name ?? item.label;
}

/** Shows the map of what is looked at, and says what it shows. */
function renderMap(id, matches) {
  const { drawn: number, of } = map.show(id || OVERVIEW, id, matches);
  const title = id ? nameOf(id) : "All causes and the references they rest on";
  $("map-title").textContent = title;
  $("map-kind").textContent = id ? kindOf(id) : "overview";
  $("map-note").textContent = number < of ? `Showing ${number.toLocaleString("en")} of ${of.toLocaleString("en")}; the list has all.` : "";
  $("back").hidden = id === "";
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

/** Moves the focus to the panel where it has taken the place of what had the focus. */
function focusPanel() {
  $("panel-body").querySelector("h2")?.focus();
}

/** Goes to the details, or to the map where nothing is chosen. */
function focusDetails() {
  if (selected() === "") go({ view: "map" });
  else if (getComputedStyle($("panel")).display === "none") go({ view: "details" });
  if (selected() === "") $("canvas").focus();
  else focusPanel();
}

/** Opens all findings for printing, as what is closed is not printed. */
function openFindings() {
  for (const details of document.querySelectorAll("#findings details")) details.open = true;
}

/** Everything that waits for the script is shown, and what it stands for is named. */
function enhance() {
  document.documentElement.classList.add("live");
  for (const element of document.querySelectorAll("[data-live]")) element.hidden = false;
  for (const name of TABS) {
    $(name).setAttribute("role", "tabpanel");
    $(name).setAttribute("aria-labelledby", `tab-${name}`);
  }
  for (const details of document.querySelectorAll("#findings details")) details.open = false;
}

enhance();
const lists = createLists({ root: $("lists"), model, h, choose: (id) => {
  choose(id, "details");
  if (getComputedStyle($("lists")).display === "none") focusPanel();
} });
const panel = createPanel(model, { h, mark: markMaker(document), choose: (id) => {
  choose(id, "details");
  focusPanel();
} });
const map = createMap({ vis: globalThis.vis, container: $("canvas"), model, theme: () => theme, choose: (id) => choose(id, "map"), hint, clipped });
for (const frame of $("canvas").querySelectorAll("[tabindex]")) frame.removeAttribute("tabindex");

addEventListener("hashchange", () => {
  if (formatState(parseState(location.hash)) === formatState(state)) return;
  state = parseState(location.hash);
  render();
});
$("search").addEventListener("input", (event) => go({ q: event.target.value }));
$("filters").addEventListener("change", (event) => go({ filter: event.target.value }));
for (const name of TABS) $(`tab-${name}`).addEventListener("click", () => go({ tab: name }));
for (const name of VIEWS) $(`view-${name}`).addEventListener("click", () => go({ view: name }));
$("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = TABS.at((TABS.indexOf(state.tab) + step) % TABS.length);
  go({ tab: next });
  $(`tab-${next}`).focus();
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
  const typing = event.target.matches("input[type=search]");
  const single = $("single-keys").checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "/" && single) {
    if (getComputedStyle($("lists")).display === "none") go({ view: "list" });
    $("search").focus();
    event.preventDefault();
  } else if (event.key === "d" && single) focusDetails();
  else if (event.key === "Escape" && typing && state.q) go({ q: "" });
  else if (event.key === "Escape" && selected()) leave();
});
addEventListener("beforeprint", openFindings);
middling.addEventListener("change", () => render());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  theme = readTheme();
  map.redraw();
});
new ResizeObserver(() => map.resize()).observe($("canvas"));
render();
