/** Wires the page: makes its parts, and shows in all of them where the reader is. */

import { createAnnotated } from "./annotated.js";
import { createCopy } from "./copy.js";
import { wireDialogs, wireDownloads } from "./dialogs.js";
import { $, dialog, elementMaker, elements, given, isSeen, markMaker, svgMaker } from "./dom.js";
import { createDownloads } from "./download.js";
import { createOriginals } from "./export.js";
import { createFigures } from "./figures.js";
import { prepareInIdleMoments } from "./idle.js";
import { wireKeys } from "./keyboard.js";
import { Lists } from "./list.js";
import { readData } from "./load.js";
import { createMapWithHead } from "./maphead.js";
import { claimsOfCell, createMatrix } from "./matrix.js";
import { createModel, matching, nameOf } from "./model.js";
import { createPanel } from "./panel.js";
import { createReader } from "./reader.js";
import { say, sayAsked, sayCount, sayNarrowed } from "./said.js";
import { createStage, narrow } from "./stage.js";
import { STAGES, TABS } from "./state.js";
import { createTabTitle } from "./tabtitle.js";
import { createTheme } from "./theme.js";
import { createTimeline } from "./timeline.js";
import { createTools } from "./tools.js";
import { createUses } from "./uses.js";

const model = createModel(await readData(document));
enhance();
const h = elementMaker(document);
const s = svgMaker(document);
const mark = markMaker(document);
const reader = createReader(model, render);
const { go } = reader;

const showTools = createTools(reader, model.data.long);
const lists = new Lists({ root: $("lists"), model, h, mark, choose: (id) => chooseIn($("lists"), id) });
const copy = createCopy({ clipboard: navigator.clipboard, h, say });
const showInTab = createTabTitle(document);
const panel = createPanel(model, { h, mark, choose: follow, copy, showFindings, original: createOriginals(model.data.originals) });
/** @type {(id: string) => void} */
const inStage = (id) => chooseIn($(reader.state.stage), id);
const showStage = createStage(reader, {
  matrix: createMatrix(model, { h, choose: inStage, narrow: (within, value) => narrow(reader, within, value) }),
  figures: createFigures(model, { h, s, mark, choose: inStage }),
  timeline: createTimeline(model, { h, s, choose: inStage }),
  uses: createUses(model, { h, choose: inStage, sort: (order) => go({ order }) }),
});
const theme = createTheme(() => map.redraw());
const { map, show: showMap } = createMapWithHead({ vis: Reflect.get(globalThis, "vis"), model, reader, theme, leave });
const annotated = createAnnotated(model, { h });

/**
 * What the panel shows, null before it has shown anything.
 * @type {string | null}
 */
let drawn = null;

/** Which list is shown. */
let listed = reader.state.tab;

/**
 * Shows everywhere where the reader is.
 * @type {() => void}
 */
function render() {
  const id = reader.selected();
  const state = { ...reader.state, select: id, only: claimsOfCell(model, reader.state) };
  if (listed !== state.tab) $("lists").scrollTop = 0;
  listed = state.tab;
  document.body.dataset.view = reader.viewed();
  document.body.classList.toggle("selected", id !== "");
  showTools();
  const left = lists.show(state);
  sayNarrowed(model, state, state.only);
  sayCount(model, state, left);
  if (drawn !== id) renderPanel(id);
  showMap(left.matches);
  showStage(id, state.only === null ? left.matches : matching(model, reader.state));
  sayAsked(state, left.matches, state.only);
}

/**
 * Shows what is looked at in the panel.
 * @type {(id: string) => void}
 */
function renderPanel(id) {
  $("panel").hidden = id === "";
  $("panel-body").replaceChildren(...(id ? given(panel(id)) : []));
  $("panel").scrollTop = 0;
  showInTab(id && nameOf(model, id));
  if (id) say(`Details: ${nameOf(model, id)}`);
  else if (drawn !== null) say("All causes");
  drawn = id;
}

/**
 * Chooses what is named somewhere, and goes on to the details where that place is no longer shown.
 * @type {(place: Element, id: string) => void}
 */
function chooseIn(place, id) {
  reader.choose(id, "details");
  if (!isSeen(place)) focusPanel();
}

/**
 * Chooses and goes on to the details, where what was clicked is no longer shown.
 * @type {(id: string) => void}
 */
function follow(id) {
  reader.choose(id, "details");
  focusPanel();
}

/**
 * Shows the findings about a cause and its claims.
 * @type {(within: string) => void}
 */
function showFindings(within) {
  go({ tab: "findings", group: "cause", severity: "all", q: "", within, value: "", view: "list" });
  $("tab-findings").focus({ preventScroll: true });
}

/**
 * Leaves what is looked at for the overview, and puts the focus back where it came from.
 * @type {() => void}
 */
function leave() {
  const { select, view } = reader.state;
  go({ select: "", focus: "", view: view === "details" ? "list" : view });
  (lists.rowOf(select) ?? $("canvas")).focus();
}

/** Moves the focus to the panel where it has taken the place of what had the focus. */
function focusPanel() {
  $("panel-body").querySelector("h2")?.focus();
}

/** Goes to the details, or to the map where nothing is chosen. */
function focusDetails() {
  if (reader.selected() === "") go({ view: "map" });
  else if (!isSeen($("panel"))) go({ view: "details" });
  if (reader.selected()) focusPanel();
  else if (reader.state.stage === "map") $("canvas").focus();
  else $(`stage-${reader.state.stage}`).focus();
}

/** Goes to the search. */
function focusSearch() {
  if (!isSeen($("lists"))) go({ view: "list" });
  $("search").focus();
}

/**
 * Goes back one step: to no search while one types one, else to the overview.
 * @type {(typing: boolean) => void}
 */
function escape(typing) {
  if (typing && reader.state.q) go({ q: "" });
  else if (reader.selected()) leave();
}

/** Everything that waits for the script is shown, and what it stands for is named. */
function enhance() {
  document.documentElement.classList.add("live");
  for (const element of elements("[data-live]")) element.hidden = false;
  for (const name of TABS) enhancePanel(name, `tab-${name}`);
  for (const name of STAGES) enhancePanel(name, `stage-${name}`);
}

/**
 * Makes a part of the page the one that a tab shows.
 * @type {(id: string, tab: string) => void}
 */
function enhancePanel(id, tab) {
  $(id).setAttribute("role", "tabpanel");
  $(id).setAttribute("aria-labelledby", tab);
}

wireDialogs();
wireDownloads(createDownloads({ body: document.body, h, data: model.data, map, theme,
  said: (name) => { $("downloads-said").textContent = `${name} is handed to the browser.`; } }));
wireKeys({ "/": focusSearch, d: focusDetails, "?": () => dialog("keys").showModal() }, escape);
$("copy-link").addEventListener("click", () => void copy(Promise.resolve(location.href), $("copy-link")));
$("print").addEventListener("click", () => print());
$("open-all").addEventListener("click", () => lists.openAll(true));
$("close-all").addEventListener("click", () => lists.openAll(false));
$("close").addEventListener("click", leave);
$("skip-details").addEventListener("click", focusDetails);
addEventListener("beforeprint", () => {
  $("annotated").hidden = false;
  $("annotated").replaceChildren(...annotated());
});
render();
if (model.data.long) prepareInIdleMoments(model, lists);
