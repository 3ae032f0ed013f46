/** The matrix: causes against the stance, the study design or the year of what their claims cite. */

import { STANCES, count, idSet, kindOf, once } from "./model.js";
import { digits } from "./numbers.js";
import { listOf, ragged } from "./ragged.js";
import { NOTICES } from "./states.js";
import { yearOf } from "./years.js";

/** @import { Asked, Column, Counted, Ids, Make, Matches, MatrixRow, Model, Ragged, Reference, Show, Value } from "./types.js" */

export const NO_SOURCE = NOTICES.unsourced;
export const REFUTED = NOTICES.refuted;
/**
 * The columns of claims that rest on nothing, and how their cells look.
 * @type {Record<string, string>}
 */
const BARE = { [NO_SOURCE]: "bare", [REFUTED]: "refuted" };
const NOT_STATED = "not stated";
const UNDATED = "undated";
/** As many as the map draws; a table of more takes longer to draw than a search. */
const MOST_ROWS = 120;
const MOST_YEARS = 9;
const SHADES = 5;
const ALL = { id: "", name: "All causes", label: "All causes", depth: 0 };
/** @type {Record<string, string>} */
const WORDS = { stance: "by the stance of what they cite", design: "by the study design of their sources", year: "by the year of their sources" };

/**
 * How a reference's designs and year are read.
 * @type {Record<string, (reference: Reference) => Value[]>}
 */
const readers = {
  design: (reference) => reference.design.split(";").map((each) => each.trim()).filter(Boolean).concat(reference.design.trim() ? [] : NOT_STATED),
  year: (reference) => [yearOf(reference) ?? UNDATED],
};

/**
 * What claims count under: the stances of their citations, or the designs or years of their sources, and that they have
 * no source or are refuted. `values` has each once, and `of` for each claim the numbers of its own, some perhaps twice.
 * @type {(model: Model, by: string) => { values: Value[], of: Ragged }}
 */
export function valuesBy(model, by) {
  const { cited, sourcing } = model.links;
  /** @type {Map<Value, number>} */
  const numbers = new Map([...(by === "stance" ? STANCES : []), NO_SOURCE, REFUTED].map((value, number) => [value, number]));
  /** @type {(value: Value) => number} */
  const numberOf = (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const read = by === "stance" ? null : model.data.references.map((reference) => readers[by](reference).map(numberOf));
  const of = ragged(model.data.claims, ({ state }, claim) => {
    const found = read ? Array.from(listOf(sourcing, claim)).flatMap((reference) => read[reference])
      : Array.from(cited.stance.subarray(cited.from[claim], cited.from[claim + 1]));
    const notice = NOTICES[state];
    return notice ? [...found, numberOf(notice)] : found;
  });
  return { values: [...numbers.keys()], of };
}

/**
 * How many years share a column, so that there are at most nine columns of years.
 * @type {(years: number[]) => number}
 */
export function spanOf(years) {
  if (years.length === 0) return 1;
  const width = Math.max(...years) - Math.min(...years) + 1;
  return [1, 2, 5, 10, 20, 50, 100, 500, 1000].find((span) => width / span <= MOST_YEARS - 1) ?? 2000;
}

/**
 * The columns of a matrix of some values: `has(value)` says whether a value belongs to one.
 * @type {(by: string, values: Value[]) => Column[]}
 */
function columnsOf(by, values) {
  /** @type {(value: string) => Column} */
  const plain = (value) => ({ value, label: value, has: (each) => each === value });
  const bare = [NO_SOURCE, REFUTED].filter((value) => value === NO_SOURCE || values.includes(value)).map(plain);
  if (by === "stance") return [...bare, ...STANCES.map(plain)];
  const last = [by === "design" ? NOT_STATED : UNDATED].filter((value) => values.includes(value)).map(plain);
  if (by === "year") return [...bare, ...yearColumns(values.filter((value) => typeof value === "number")), ...last];
  const designs = values.map(String).filter((value) => !(value in BARE) && value !== NOT_STATED).sort();
  return [...bare, ...designs.map(plain), ...last];
}

/**
 * Columns of years, empty ones among them.
 * @type {(years: number[]) => Column[]}
 */
function yearColumns(years) {
  const span = spanOf(years);
  const first = Math.floor(Math.min(...years) / span) * span;
  /** @type {Column[]} */
  const columns = [];
  for (let start = first; years.length && start <= Math.max(...years); start += span) {
    const label = span === 1 ? String(start) : `${start}–${start + span - 1}`;
    columns.push({ value: label, label, has: (year) => typeof year === "number" && year >= start && year < start + span });
  }
  return columns;
}

/**
 * The tables of a model by what they tell apart: their columns, and `of` each claim the numbers of its columns.
 * @type {Record<string, (model: Model) => { columns: Column[], of: Ragged }>}
 */
const tables = Object.fromEntries(Object.keys(WORDS).map((by) => [by, once((model) => tableOf(model, by))]));

/**
 * A table of the values that claims count under; a reference that sources nothing makes no column.
 * @type {(model: Model, by: string) => { columns: Column[], of: Ragged }}
 */
function tableOf(model, by) {
  const { values, of } = valuesBy(model, by);
  const used = new Uint8Array(values.length);
  for (const value of of.at) used[value] = 1;
  const columns = columnsOf(by, values.filter((_, number) => used[number]));
  const columnOf = values.map((value) => columns.findIndex(({ has }) => has(value)));
  return { columns, of: ragged(model.data.claims, (_, claim) => new Set(Array.from(listOf(of, claim), (value) => columnOf[value]))) };
}

/**
 * The matrix: its columns, and for each cause how many of its claims belong to each, `about` how many are about it and
 * how many more are `involving` it; only claims that are left count.
 * @type {(model: Model, by: string, matches: Matches) => { columns: Column[], rows: MatrixRow[] }}
 */
export function matrixOf(model, by, { claims, causes }) {
  const { columns, of } = tables[by](model);
  const { within, about } = model.links;
  const none = () => ({ about: 0, involving: 0, cells: columns.map(() => 0) });
  const counted = Array.from(model.data.causes, none);
  const all = none();
  /** @type {(row: Counted, claim: number, name: "about" | "involving") => void} */
  const add = (row, claim, name) => {
    row[name] += 1;
    for (let index = of.from[claim]; index < of.from[claim + 1]; index += 1) row.cells[of.at[index]] += 1;
  };
  for (let claim = 0; claim < claims.marks.length; claim += 1) {
    if (!claims.marks[claim]) continue;
    add(all, claim, "about");
    const [first, own] = [within.from[claim], about.from[claim + 1] - about.from[claim]];
    for (let index = first; index < within.from[claim + 1]; index += 1) {
      add(counted[within.at[index]], claim, index < first + own ? "about" : "involving");
    }
  }
  const rows = model.data.causes.flatMap((cause, number) => (causes.marks[number] ? [{ cause, ...counted[number] }] : []));
  return { columns, rows: rows.length ? [{ cause: ALL, ...all }, ...rows] : [] };
}

/**
 * The claims of one cell (of all causes where `within` is empty), or null where no cell is asked for.
 * @type {(model: Model, asked: Asked) => Ids | null}
 */
export function claimsOfCell(model, { by, within, value }) {
  if (within === "" && value === "") return null;
  const { columns, of } = tables[by](model);
  const column = columns.findIndex((each) => each.value === value);
  const marks = new Uint8Array(model.data.claims.length);
  const cause = model.byId.numberOf(within);
  /** @type {(claim: number) => void} */
  const mark = (claim) => { marks[claim] = value === "" || listOf(of, claim).includes(column) ? 1 : 0; };
  if (within === "") marks.forEach((_, claim) => mark(claim));
  else if (cause !== undefined && kindOf(within) === "cause") listOf(model.links.inside, cause).forEach(mark);
  return idSet(model, "claim", marks);
}

/**
 * How dark a cell is, from 1 to 5.
 * @type {(number: number, most: number) => number}
 */
export function shadeOf(number, most) {
  return Math.max(1, Math.ceil((number / Math.max(1, most)) * SHADES));
}

/**
 * What a cell is called: "Pregnancy: supports".
 * @type {(model: Model, asked: Asked) => string}
 */
export function cellName(model, { within, value }) {
  return [model.byId.get(within)?.name ?? ALL.name, value].filter(Boolean).join(": ");
}

/**
 * Makes a function from the state to the matrix's elements.
 * `choose` is called with the id of a cause, `narrow` with the cause and value of a cell.
 * @type {(model: Model, parts: { h: Make, choose: (id: string) => void, narrow: (within: string, value: string) => void }) => Show}
 */
export function createMatrix(model, { h, choose, narrow }) {
  return (state, matches) => {
    const { columns, rows } = matrixOf(model, state.by, matches);
    const most = rows.slice(1).reduce((found, row) => Math.max(found, ...row.cells), 1);
    /** @type {(row: MatrixRow, column: Column, number: number) => HTMLElement} */
    const cell = (row, column, number) => matrixCell(h, { row, column, number, most: row.cause === ALL ? Infinity : most, narrow });
    const table = h("table", { class: "matrix" },
      h("caption", { class: "sr" }, `Claims of each cause ${WORDS[state.by]}`),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "corner" }, "Cause"),
        h("th", { scope: "col", class: "all" }, "claims"),
        columns.map(({ label, value }) => h("th", { scope: "col", class: BARE[value] ?? null }, label)))),
      h("tbody", {}, rows.slice(0, MOST_ROWS + 1).map((row) => h("tr", { class: row.cause === ALL ? "total" : null },
        h("th", { scope: "row", class: `depth-${Math.min(3, row.cause.depth)}` }, row.cause === ALL ? ALL.label
          : h("button", { type: "button", class: "link", "data-go": row.cause.id, dir: "auto", onclick: () => choose(row.cause.id) }, row.cause.label)),
        h("td", { class: "all" }, digits(row.about), row.involving > 0 && ` +${digits(row.involving)}`),
        columns.map((column, index) => cell(row, column, row.cells[index]))))));
    const cut = rows.length > MOST_ROWS + 1 ? `The first ${count(MOST_ROWS, "cause")} of ${digits(rows.length - 1)}; search for the others. ` : "";
    return [
      h("p", { class: "pane-note" }, `${cut}How many claims of each cause, ${WORDS[state.by]}. A number opens the claims that it counts; a claim that cites two references can count in two columns.`,
        rows.some(({ involving }) => involving) && " Behind + stands how many more claims only involve a cause; they count, too."),
      rows.length ? h("div", { class: "scroll" }, table) : h("p", { class: "empty" }, "No cause is left: nothing matches the search."),
    ];
  };
}

/**
 * A number that opens its claims, or an empty cell that can be seen.
 * @type {(h: Make, cell: { row: MatrixRow, column: Column, number: number, most: number, narrow: (within: string, value: string) => void }) => HTMLElement}
 */
function matrixCell(h, { row, column, number, most, narrow }) {
  if (number === 0) return h("td", { class: "none" }, h("span", { class: "sr" }, "0"));
  const kind = BARE[column.value] ?? "shade";
  return h("td", {}, h("button", {
    type: "button", class: `cell ${kind}-${shadeOf(number, most)}`, "data-cell": `${row.cause.id}\n${column.value}`,
    "aria-label": `${count(number, "claim")}: ${row.cause.name}, ${column.label}`,
    onclick: () => narrow(row.cause.id, column.value),
  }, digits(number)));
}
