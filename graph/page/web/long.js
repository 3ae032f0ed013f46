/** Long lists of claims, references and findings: trees of which only the rows near the window are in the document. */

import { withCode, withDirections } from "./dom.js";
import { findingGroups, groupOf } from "./findings.js";
import { coverage, findingMarks, kindOf, matching, onlyCause, shortCoverage } from "./model.js";
import { cutInFront } from "./names.js";
import { claimRows, findingRows, linesOf, referenceRows, rowAt, textOf, topsOf, treeOf } from "./rows.js";
import { orderedReferences } from "./uses.js";

const BEYOND = 300;
const MOST_LETTERS = 36;
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
const NAMES = { claims: "Claims by cause", references: "References", findings: "Findings" };
const INNER = ["group", "rule", "why", "more"];

/** Makes lists that answer as those of `list.js` do; `mark` makes marks. */
export function createLongLists({ root, model, h, mark, choose }) {
  const opened = new Set(onlyCause(model));
  const now = { state: null, matches: null, groups: {} };
  const kit = { h, mark, selected: () => now.state.select };
  const rowsOf = {
    claims: () => claimRows((now.tree ??= treeOf(model)), now.matches, (id) => opened.has(id), now.state.sort),
    references: () => referenceRows(orderedReferences(model, now.state.order), now.matches),
    findings() {
      const groups = (now.groups[now.state.group] ??= findingGroups(model, now.state.group));
      return findingRows(groups, model, now.marks, (id) => opened.has(id));
    },
  };
  const trees = {};
  const refill = () => trees[now.state.tab].fill(rowsOf[now.state.tab]());
  const open = (id, wanted) => {
    if (wanted) opened.add(id);
    else opened.delete(id);
    refill();
  };
  const press = (row) => {
    const id = row.subject ?? row.id;
    if (INNER.includes(row.kind)) return row.open === undefined || open(row.id, !row.open);
    if (row.open !== undefined && !now.matches.active) open(row.id, !(row.open && id === now.state.select));
    if (id) choose(id);
  };
  for (const tab of Object.keys(NAMES)) {
    trees[tab] = createTree({ list: root.querySelector(`#${tab} > ul`), name: NAMES[tab], kit, press, open });
  }

  return {
    /** Shows what the state asks for; gives back how much of each list is left. */
    show(state) {
      const matches = matching(model, state);
      const before = now.state;
      const same = before && matches === now.matches && ["tab", "q", "sort", "order", "group", "severity", "within", "value"].every((name) => before[name] === state[name]);
      Object.assign(now, { state, matches });
      if (state.tab === "findings" && !(same && now.marks)) now.marks = findingMarks(model, state);
      const moved = ["select", "tab", "group"].some((name) => state[name] !== before?.[name]) && reach(model, state, opened);
      if (same && !moved) trees[state.tab].paint();
      else refill();
      if (before?.select !== state.select || moved) trees[state.tab].reveal(groupOf(model, state) || state.select);
      return { matches, findings: (now.marks ?? []).reduce((sum, one) => sum + one, 0) };
    },
    /** Makes what the first search would wait for. */
    prepare() {
      now.tree ??= treeOf(model);
      return now.tree.own.size;
    },
    /** Opens or closes all causes. */
    openAll(wanted) {
      for (const cause of model.data.causes) (wanted ? opened.add(cause.id) : opened.delete(cause.id));
      refill();
    },
    /** The row of an id, or null. */
    rowOf: (id) => trees[now.state.tab].elementOf(id),
  };
}

/** Opens the cause that is chosen, or that of a claim that is, and those around it; whether that changed anything. */
function reach(model, state, opened) {
  const { select, tab } = state;
  const before = opened.size;
  if (groupOf(model, state)) opened.add(groupOf(model, state));
  let cause = tab === "claims" ? model.byId.get(model.byId.get(select)?.cause ?? select) : null;
  for (; cause && kindOf(cause.id) === "cause"; cause = model.byId.get(cause.wider)) opened.add(cause.id);
  return opened.size > before;
}

/** A tree in place of a list: `press` is called with a row that is clicked, `open` with an id and whether to open it. */
function createTree({ list, name, kit, press, open }) {
  const tree = kit.h("ul", { class: "long", role: "tree", "aria-label": name });
  const shown = new Map();
  const now = { rows: [], tops: new Float64Array(1), active: 0, at: new Map() };
  const { defaultView } = list.ownerDocument;
  list.replaceWith(tree);

  /** Puts the rows near the window into the document, and takes the others out; the one with the focus stays. */
  const paint = () => {
    const { top } = tree.getBoundingClientRect();
    const wanted = new Set();
    if (tree.offsetParent !== null && now.rows.length) {
      const last = rowAt(now.tops, defaultView.innerHeight - top + BEYOND);
      for (let number = rowAt(now.tops, -top - BEYOND); number <= last; number += 1) wanted.add(number);
      wanted.add(now.active);
      const { activeElement } = list.ownerDocument;
      if (activeElement?.parentElement === tree) wanted.add(Number(activeElement.dataset.number)); // until the focus has moved on
    }
    for (const [number, element] of shown) if (!wanted.has(number)) discard(number, element);
    for (const number of [...wanted].sort((one, other) => one - other)) place(number);
    for (const [number, element] of shown) dress(number, element);
  };
  const discard = (number, element) => {
    element.remove();
    shown.delete(number);
  };
  const place = (number) => {
    if (shown.has(number)) return;
    const element = rowElement(kit, now.rows[number], linesOf(now.rows[number], now.width));
    element.dataset.number = number;
    element.style.top = `${now.tops[number]}px`;
    element.style.height = `${now.tops[number + 1] - now.tops[number]}px`;
    const after = [...shown.keys()].filter((each) => each > number);
    tree.insertBefore(element, after.length ? shown.get(Math.min(...after)) : null);
    shown.set(number, element);
  };
  const dress = (number, element) => {
    const row = now.rows[number];
    element.tabIndex = number === now.active ? 0 : -1;
    element.setAttribute("aria-selected", String((row.subject ?? row.id) === kit.selected() && !INNER.includes(row.kind)));
  };
  /** Makes a row the one that Tab leads to, where it can be seen. */
  const activate = (number) => {
    now.active = Math.min(now.rows.length - 1, Math.max(0, number));
    paint();
    const element = shown.get(now.active);
    element?.scrollIntoView({ block: "nearest" });
    return element;
  };
  /** What the arrow to the right or left does: opens, closes, goes in or out. */
  const cross = (row, right) => {
    if (right ? row.open === false : row.open) open(row.id, right);
    else if (right) activate(now.active + (row.open ? 1 : 0))?.focus();
    else activate(now.rows.findLastIndex((each, number) => number < now.active && each.level < row.level))?.focus();
  };
  const rowOf = (event) => Number(event.target.closest("li")?.dataset.number ?? -1);

  tree.addEventListener("click", (event) => {
    const number = rowOf(event);
    if (number < 0) return;
    activate(number)?.focus();
    press(now.rows[number]);
  });
  tree.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !now.rows.length) return;
    const row = now.rows[now.active];
    if (event.key in STEPS) activate(now.active + STEPS[event.key])?.focus({ preventScroll: true });
    else if (event.key === "Enter" || event.key === " ") press(row);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") cross(row, event.key === "ArrowRight");
    else return;
    event.preventDefault();
  });
  const measure = () => {
    now.width = tree.clientWidth || 290;
    now.tops = topsOf(now.rows, now.width);
    tree.style.height = `${now.tops.at(-1)}px`;
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    defaultView.requestAnimationFrame(() => {
      waiting = false;
      paint();
    });
  };
  defaultView.addEventListener("scroll", later, { capture: true, passive: true });
  new defaultView.ResizeObserver(() => {
    if (tree.clientWidth === now.width || tree.clientWidth === 0) return later();
    for (const [number, element] of shown) discard(number, element);
    measure();
    paint();
  }).observe(tree);

  return {
    paint,
    /** Shows other rows; the one that Tab leads to stays the same where it is still there. */
    fill(rows) {
      const [focused, active] = [tree.contains(list.ownerDocument.activeElement), now.rows[now.active]?.id];
      for (const [number, element] of shown) discard(number, element);
      now.rows = rows;
      now.active = Math.max(0, rows.findIndex((row) => row.id === active));
      measure();
      paint();
      if (focused) shown.get(now.active)?.focus({ preventScroll: true });
    },
    /** Moves to the row of an id, if there is one. */
    reveal(id) {
      const number = id ? now.rows.findIndex((row) => row.id === id) : -1;
      if (number >= 0 && number !== now.active) activate(number);
    },
    /** The element of an id's row, or null. */
    elementOf(id) {
      const number = now.rows.findIndex((row) => row.id === id);
      return number < 0 || tree.offsetParent === null ? null : activate(number);
    },
  };
}

/** The element of a row. */
function rowElement({ h, mark }, row, lines) {
  const attributes = {
    role: "treeitem", class: `${row.kind} level-${Math.min(6, row.level)}${row.open === false ? " closed" : ""}`,
    "aria-level": String(row.level), "aria-posinset": String(row.position), "aria-setsize": String(row.size),
    "aria-expanded": row.open === undefined ? null : String(row.open), "data-id": row.id,
  };
  const name = row.kind === "reference" ? h("span", { class: `name lines-${lines}` }, withDirections(h, textOf(row)))
    : h("span", { class: `name lines-${lines}`, dir: "auto" }, row.kind === "why" ? withCode(h, textOf(row)) : textOf(row));
  return h("li", attributes, h("div", { class: "row" }, ...contents({ h, mark }, row, name)));
}

/** What stands in a row, beside its text. */
function contents({ h, mark }, { kind, item, about, left, within }, name) {
  const note = (...words) => h("span", { class: "row-note" }, words.flat());
  const gap = (words) => h("b", { class: "gap" }, words);
  const text = (...parts) => h("span", { class: "row-text" }, parts);
  if (kind === "cause") return [text(name, " ", note(coverage(item) === "no source" ? gap("no source") : coverageNote(h, item)))];
  if (kind === "claim") return [mark(item.state), text(name, " ", note(claimNote(h, item, within)))];
  if (kind === "reference") {
    const label = h("span", { class: "name" }, withDirections(h, item.label));
    name.setAttribute("class", `row-note ${name.getAttribute("class").replace("name ", "")}`);
    return [text(label, " ", name, " ", note(item.use || gap("Unused"), item.group && ` · ${item.group}`))];
  }
  const badge = () => h("span", { class: "badge" }, left.toLocaleString("en"));
  if (kind === "group") return [mark(item.severity), text(name), badge()];
  if (kind === "rule") return [mark(item.severity), text(name, " ", note(`${item.words} · ${item.rule.code}`)), badge()];
  return kind === "finding" ? [mark(item.severity), text(name, about && note(item.message), " ", note(`${item.severity} · `, h("code", {}, item.place)))] : [text(name)];
}

/** How many of a cause's claims are sourced: in figures to see, in words to hear. */
function coverageNote(h, cause) {
  const [short, words] = [shortCoverage(cause), coverage(cause)];
  return short === words ? [words] : [h("span", { "aria-hidden": "true" }, short), h("span", { class: "sr" }, words)];
}

/** What a claim rests on, in a line. */
function claimNote(h, { state, citations, cause }, within) {
  const cited = citations.map(({ stance, label, known }) => `${stance === "supports" ? "" : `${stance}: `}${label}${known ? "" : " (not in the bibliography)"}`);
  const words = [...cited, ...(cause === within ? [] : [`from ${cutInFront(cause.slice("cause:".length), MOST_LETTERS)}`])].join(" · ");
  const loud = { unsourced: h("b", { class: "gap" }, "No source"), disputed: h("b", { class: "disputed" }, "Disputed") }[state];
  return loud ? [loud, words && ` · ${words}`] : [words];
}
