/** The matrix: causes against the stance, the study design or the year of what their claims cite. */

import { STANCES, count } from "./model.js";

export const NO_SOURCE = "no source";
const NOT_STATED = "not stated";
const UNDATED = "undated";
const MOST_ROWS = 300;
const MOST_YEARS = 9;
const SHADES = 5;
const ALL = { id: "", name: "All causes", label: "All causes", depth: 0 };
const WORDS = { stance: "by the stance of what they cite", design: "by the study design of their sources", year: "by the year of their sources" };

/** What a claim counts under: the stances of its citations, or the designs or years of its sources. */
export function valuesOf(model, claim, by) {
  const cited = claim.citations.filter((citation) => citation.known);
  const sourcing = cited.filter((citation) => citation.stance !== "mentions");
  const found = by === "stance" ? cited.map((citation) => citation.stance)
    : sourcing.flatMap((citation) => readers[by](model.byId.get(citation.reference)));
  return new Set(sourcing.length ? found : [...found, NO_SOURCE]);
}

/** How a reference's designs and year are read. */
const readers = {
  design: (reference) => reference.design.split(";").map((each) => each.trim()).filter(Boolean).concat(reference.design.trim() ? [] : NOT_STATED),
  year: (reference) => [yearOf(reference) ?? UNDATED],
};

/** A reference's year as a number, or null where it has none that can be read. */
export function yearOf(reference) {
  const found = /(?<!\d)\d{4}(?!\d)/.exec(reference.year);
  return found ? Number(found[0]) : null;
}

/** How many years share a column, so that there are at most nine columns of years. */
export function spanOf(years) {
  if (years.length === 0) return 1;
  const width = Math.max(...years) - Math.min(...years) + 1;
  return [1, 2, 5, 10, 20, 50, 100, 500, 1000].find((span) => width / span <= MOST_YEARS - 1) ?? 2000;
}

/** The columns of a matrix: `has(value)` says whether a value belongs to one. */
export function columnsOf(model, by, valuesByClaim) {
  const seen = new Set([...valuesByClaim.values()].flat());
  const plain = (value) => ({ value, label: value, has: (each) => each === value });
  const last = [NOT_STATED, UNDATED].filter((value) => seen.has(value) && by !== "stance").map(plain);
  const none = plain(NO_SOURCE);
  if (by === "stance") return [...STANCES.map(plain), none];
  if (by === "design") {
    const designs = [...seen].filter((value) => value !== NO_SOURCE && value !== NOT_STATED).sort();
    return [...designs.map(plain), ...last, none];
  }
  return [...yearColumns([...seen].filter(Number.isInteger)), ...last, none];
}

/** Columns of years, empty ones among them. */
function yearColumns(years) {
  const span = spanOf(years);
  const first = Math.floor(Math.min(...years) / span) * span;
  const columns = [];
  for (let start = first; years.length && start <= Math.max(...years); start += span) {
    const label = span === 1 ? String(start) : `${start}–${start + span - 1}`;
    columns.push({ value: label, label, has: (year) => Number.isInteger(year) && year >= start && year < start + span });
  }
  return columns;
}

const tables = new WeakMap();

/** What every claim counts under, and the columns of that; worked out once. */
function tableOf(model, by) {
  if (!tables.has(model)) tables.set(model, new Map());
  const known = tables.get(model);
  if (!known.has(by)) {
    const values = new Map(model.data.claims.map((claim) => [claim.id, [...valuesOf(model, claim, by)]]));
    known.set(by, { values, columns: columnsOf(model, by, values) });
  }
  return known.get(by);
}

/** The matrix: its columns, and for each cause how many of its claims belong to each; only claims that are left count. */
export function matrixOf(model, by, matches) {
  const { values, columns } = tableOf(model, by);
  const rows = model.data.causes.filter((cause) => matches.causes.has(cause.id)).map((cause) => {
    const claims = cause.claims.filter((id) => matches.claims.has(id));
    return matrixRow(cause, claims, columns, values);
  });
  return { columns, rows: rows.length ? [matrixRow(ALL, [...matches.claims], columns, values), ...rows] : [] };
}

/** How many of some claims belong to each column. */
function matrixRow(cause, claims, columns, values) {
  return { cause, claims: claims.length, cells: columns.map(({ has }) => claims.filter((id) => values.get(id).some(has)).length) };
}

/** The ids of the claims of one cell (of all causes where `within` is empty), or null where no cell is asked for. */
export function claimsOfCell(model, { by, within, value }) {
  if (within === "" && value === "") return null;
  const { values, columns } = tableOf(model, by);
  const column = columns.find((each) => each.value === value);
  const claims = within === "" ? model.data.claims.map((claim) => claim.id) : model.byId.get(within)?.claims ?? [];
  return new Set(value === "" ? claims : claims.filter((id) => column && values.get(id).some(column.has)));
}

/** How dark a cell is, from 1 to 5. */
export function shadeOf(number, most) {
  return Math.max(1, Math.ceil((number / Math.max(1, most)) * SHADES));
}

/** What a cell is called: "Pregnancy: supports". */
export function cellName(model, { within, value }) {
  return [model.byId.get(within)?.name ?? ALL.name, value].filter(Boolean).join(": ");
}

/**
 * Makes a function from the state to the matrix's elements.
 * `choose` is called with the id of a cause, `narrow` with the cause and value of a cell.
 */
export function createMatrix(model, { h, choose, narrow }) {
  return (state, matches) => {
    const { columns, rows } = matrixOf(model, state.by, matches);
    const most = rows.slice(1).reduce((found, row) => Math.max(found, ...row.cells), 1);
    const cell = (row, column, number) => matrixCell(h, { row, column, number, most: row.cause === ALL ? row.claims : most, narrow,
      current: row.cause.id === state.within && column.value === state.value && state.value !== "" });
    const table = h("table", { class: "matrix" },
      h("caption", { class: "sr" }, `Claims of each cause ${WORDS[state.by]}`),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "corner" }, "Cause"),
        columns.map(({ label, value }) => h("th", { scope: "col", class: value === NO_SOURCE ? "gap" : null }, label)),
        h("th", { scope: "col", class: "all" }, "claims"))),
      h("tbody", {}, rows.slice(0, MOST_ROWS + 1).map((row) => h("tr", { class: row.cause === ALL ? "total" : null },
        h("th", { scope: "row", class: `depth-${Math.min(3, row.cause.depth)}` }, row.cause === ALL ? ALL.label
          : h("button", { type: "button", class: "link", "data-go": row.cause.id, dir: "auto", onclick: () => choose(row.cause.id) }, row.cause.label)),
        columns.map((column, index) => cell(row, column, row.cells[index])),
        h("td", { class: "all" }, row.claims.toLocaleString("en"))))));
    const cut = rows.length > MOST_ROWS + 1 ? `The first ${count(MOST_ROWS, "cause")} of ${(rows.length - 1).toLocaleString("en")}; search for the others. ` : "";
    return [
      h("p", { class: "pane-note" }, `${cut}How many claims of each cause, ${WORDS[state.by]}. A number opens the claims that it counts; a claim that cites two references can count in two columns.`),
      rows.length ? h("div", { class: "scroll" }, table) : h("p", { class: "empty" }, "No cause is left: nothing matches the search."),
    ];
  };
}

/** A number that opens its claims, or an empty cell that can be seen. */
function matrixCell(h, { row, column, number, most, narrow, current }) {
  if (number === 0) return h("td", { class: "none" }, h("span", { class: "sr" }, "0"));
  const kind = column.value === NO_SOURCE ? "bare" : "shade";
  return h("td", {}, h("button", {
    type: "button", class: `cell ${kind}-${shadeOf(number, most)}`, "data-cell": `${row.cause.id}\n${column.value}`,
    "aria-pressed": String(current), "aria-label": `${count(number, "claim")}: ${row.cause.name}, ${column.label}`,
    onclick: () => narrow(row.cause.id, column.value),
  }, number.toLocaleString("en")));
}
