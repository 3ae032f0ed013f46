/** Tables of columns, as the page embeds its data, turned back into things. Pure: values in, values out. */
/** @import { CitationData, RunRule, ShownData } from "./data.js" */

/** @import { Citing, Finding } from "./types.js" */

/**
 * A function from a row to what a column has there; see `column` in `packing.py`.
 * @type {(column: any) => (row: any) => any}
 */
export function reader(column) {
  if (Array.isArray(column)) return ({ number }) => column[number];
  if (column.words) return ({ number }) => column.words[column.at[number]];
  if (column.rest) return ({ number }) => column.prefix + column.rest[number];
  if (column.around) return aroundReader(column);
  if (column.shared) return reader(textsInOrder(column));
  return ({ number }) => column.but[number] ?? column.mostly;
}

/**
 * Texts of which each is written as how much it has of the one before, and its end.
 * @type {(column: { shared: number[], ends: string[] }) => string[]}
 */
export function textsInOrder({ shared, ends }) {
  let text = "";
  return ends.map((end, number) => (text = text.slice(0, shared[number]) + end));
}

/**
 * Reads a text that is written around another.
 * @type {(column: { around: string, before: any, after: any }) => (row: any) => any}
 */
function aroundReader({ around, before, after }) {
  const [readBefore, readAfter] = [reader(before), reader(after)];
  return (row) => {
    const end = readAfter(row);
    return end === null ? readBefore(row) : readBefore(row) + row[around] + end;
  };
}

/**
 * As `reader`, for a column of a table; the column is read when a row is first asked for it.
 * @type {(columns: Record<string, any>, name: string) => (row: any) => any}
 */
function readerOf(columns, name) {
  /** @type {((row: any) => any) | null} */
  let read = null;
  return (row) => (read ??= reader(columns[name]))(row);
}

/**
 * Makes a function from a number to a row of a table: a thing that looks up what it has in the table's columns, so
 * that there is next to nothing to make. `derived` has what else it has, as functions from a row.
 * @type {(table: { columns: Record<string, any> }, derived?: Record<string, (row: any) => any>) => (number: number) => any}
 */
export function rowMaker({ columns }, derived = {}) {
  class Row {
    /** @param {number} number */
    constructor(number) {
      this.number = number;
    }
  }
  const names = Object.keys(columns).filter((name) => !(name in derived));
  const read = { ...Object.fromEntries(names.map((name) => [name, readerOf(columns, name)])), ...derived };
  for (const name of Object.keys(read)) {
    Object.defineProperty(Row.prototype, name, { get() { return read[name](this); } });
  }
  return (number) => new Row(number);
}

/**
 * All rows of a table.
 * @type {(table: { length: number, columns: Record<string, any> }, derived?: Record<string, (row: any) => any>) => any[]}
 */
export function rowsOf(table, derived) {
  const make = rowMaker(table, derived);
  return Array.from({ length: table.length }, (_, number) => make(number));
}

/**
 * Gives an object a property that is worked out when it is first read.
 * @type {(object: any, name: string, work: () => any) => void}
 */
export function whenNeeded(object, name, work) {
  Object.defineProperty(object, name, { configurable: true, enumerable: true, get() {
    const value = work();
    Object.defineProperty(object, name, { value, enumerable: true });
    return value;
  } });
}

/**
 * Where each of a number of parts begins in a list of all, and where the last ends.
 * @type {(counts: ArrayLike<number>) => Int32Array}
 */
export function starts(counts) {
  const found = new Int32Array(counts.length + 1);
  for (let index = 0; index < counts.length; index += 1) found[index + 1] = found[index] + counts[index];
  return found;
}

/**
 * Data whose first line is JSON, with numbers of further lines in place of what is large; `lineAt` gives a line. Those
 * are read when they are first asked for, as a reader looks at few columns of very many claims.
 * @type {(lineAt: (line: number) => string) => any}
 */
export function openLines(lineAt) {
  const head = JSON.parse(lineAt(0));
  /** @type {(object: any, name: string) => void} */
  const later = (object, name) => {
    const { line } = object[name];
    whenNeeded(object, name, () => JSON.parse(lineAt(line)));
  };
  for (const table of [head.causes, head.claims, head.references, head.findings, head.claims.citations]) {
    for (const name of Object.keys(table.columns)) later(table.columns, name);
  }
  for (const name of ["counts", "cited"]) later(head.claims.citations, name);
  for (const name of ["subjects", "audit"]) later(head.findings, name);
  return head;
}

/**
 * The data of the page, as everything that shows it takes it.
 * @type {(packed: any) => ShownData}
 */
export function openData(packed) {
  const data = { ...packed };
  const cites = citationTable(packed, data);
  data.references = rowsOf(packed.references, { id: (row) => `reference:${row.key}` });
  data.claims = rowsOf(packed.claims, { id: (row) => `claim:${row.key}`, citations: (row) => cites.of(row.number) });
  data.causes = rowsOf(packed.causes, { id: (row) => `cause:${row.name}` });
  whenNeeded(data, "findings", () => findingRows(packed.findings, data));
  whenNeeded(data, "audit", () => packed.findings.audit);
  whenNeeded(data, "rules", () => withFindings(packed.rules, data.findings));
  data.citing = cites.citing;
  return data;
}

/**
 * The citations of claims, and those of references: rows are made as they are asked for.
 * @type {(packed: any, data: ShownData) => { of: (claim: number) => CitationData[], citing: (reference: number) => Citing[] }}
 */
function citationTable({ claims: { citations }, references }, data) {
  /** @type {(row: { number: number }) => number | string} */
  const cited = ({ number }) => citations.cited[number];
  /** @type {(row: { number: number }) => boolean} */
  const known = (row) => typeof cited(row) === "number";
  const make = rowMaker(citations, {
    known,
    reference: (row) => (known(row) ? data.references[Number(cited(row))].id : `reference:${cited(row)}`),
    label: (row) => (known(row) ? data.references[Number(cited(row))].label : cited(row)),
  });
  /** @type {any} */
  const links = {};
  whenNeeded(links, "from", () => starts(citations.counts));
  whenNeeded(links, "back", () => reversed(citations.cited, links.from, references.length));
  const made = new Map();
  return {
    of: (claim) => Array.from({ length: citations.counts[claim] }, (_, index) => make(links.from[claim] + index)),
    citing(reference) {
      if (!made.has(reference)) {
        const { begin, citation, claim } = links.back;
        made.set(reference, Array.from(citation.subarray(begin[reference], begin[reference + 1]), (number, index) =>
          ({ claim: data.claims[claim[begin[reference] + index]], citation: make(number) })));
      }
      return made.get(reference);
    },
  };
}

/**
 * The citations of each reference, and their claims, end to end.
 * @type {(cited: (number | string)[], from: Int32Array, references: number) => { begin: Int32Array, citation: Int32Array, claim: Int32Array }}
 */
function reversed(cited, from, references) {
  const counts = new Int32Array(references);
  for (const reference of cited) if (typeof reference === "number") counts[reference] += 1;
  const begin = starts(counts);
  const next = begin.slice();
  const [citation, claim] = [new Int32Array(begin[references]), new Int32Array(begin[references])];
  for (let number = 0, at = 0; number < cited.length; number += 1) {
    while (from[at + 1] <= number) at += 1;
    const reference = cited[number];
    if (typeof reference !== "number") continue;
    citation[next[reference]] = number;
    claim[next[reference]] = at;
    next[reference] += 1;
  }
  return { begin, citation, claim };
}

/**
 * The findings; one that says nothing about its place is where its subject is.
 * @type {(table: any, data: ShownData) => Finding[]}
 */
function findingRows(table, { causes, claims, references }) {
  /** @type {any[]} */
  const things = [...causes, ...claims, ...references];
  /** @type {(row: { number: number }) => any} */
  const subject = (row) => things[table.subjects[row.number]];
  const place = readerOf(table.columns, "place");
  return rowsOf(table, {
    subject: (row) => subject(row)?.id ?? table.subjects[row.number],
    place: (row) => place(row) || subject(row)?.place || "",
  });
}

/**
 * Rules with the numbers of their findings.
 * @type {(rules: Omit<RunRule, "findings">[], findings: Finding[]) => RunRule[]}
 */
function withFindings(rules, findings) {
  /** @type {Map<string, number[]>} */
  const numbers = new Map(rules.map(({ code }) => [code, []]));
  findings.forEach(({ code }, number) => numbers.get(code)?.push(number));
  return rules.map((rule) => ({ ...rule, findings: numbers.get(rule.code) ?? [] }));
}
