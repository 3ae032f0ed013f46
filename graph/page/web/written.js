/** How things are written in the files that the page was made from. Pure: values in, values out. */
/** @import { OriginalData } from "./data.js" */

/** How long what is written in lines may be, in letters; longer ones hold a whole document, or much of it. */
const MOST = 2000;

/**
 * What stands at a line of a file, as it is written there, or an empty text where that cannot be told apart. `key` is
 * the thing's, `next` the line where the next thing of its kind begins.
 * @type {(form: OriginalData["form"], text: string, at: { line: number, key: string, next: number }) => string}
 */
export function writtenAt(form, text, { line, key, next }) {
  if (form === "entries") return entryAt(text, line, key);
  if (form === "records") return recordAt(text, line);
  return form === "rows" ? rowAt(text, line) : linesAt(text, line, next);
}

/**
 * The line that a place ("data/references.bib:12") names, counted from 1.
 * @type {(place: string) => number}
 */
export function lineOf(place) {
  return Number(/:(\d+)$/.exec(place)?.[1] ?? 0);
}

/**
 * The line where the next thing of a kind begins in the file of a place.
 * @type {(place: string, kin: { place: string }[]) => number}
 */
export function nextLine(place, kin) {
  const file = place.slice(0, place.lastIndexOf(":") + 1);
  const begins = kin.filter((each) => each.place.startsWith(file)).map((each) => lineOf(each.place));
  return begins.reduce((next, line) => (line > lineOf(place) && line < next ? line : next), Infinity);
}

/**
 * The text from a line on.
 * @type {(text: string, line: number) => string}
 */
function fromLine(text, line) {
  return text.split("\n").slice(Math.max(0, line - 1)).join("\n");
}

/**
 * An entry as it is written in a BibTeX file, or an empty text where that line does not begin one.
 * @type {(text: string, line: number, key: string) => string}
 */
export function entryAt(text, line, key) {
  const rest = fromLine(text, line);
  const starts = [...rest.slice(0, 20000).matchAll(/@\s*\w+\s*[{(]\s*([^\s,{}()]*)/g)];
  const start = starts.find((each) => each[1] === key);
  if (!start) return "";
  const [opening, closing] = rest[start.index + start[0].search(/[{(]/)] === "(" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let at = start.index; at < rest.length; at += 1) {
    if (rest[at] === "\\") at += 1;
    else if (rest[at] === opening) depth += 1;
    else if (rest[at] === closing && --depth === 0) return rest.slice(start.index, at + 1);
  }
  return "";
}

/**
 * A row as it is written in a table: the line, and the lines that a quoted cell goes on in.
 * @type {(text: string, line: number) => string}
 */
export function rowAt(text, line) {
  const lines = text.split("\n");
  if (line < 1 || line > lines.length) return "";
  let row = lines[line - 1];
  for (let next = line; next < lines.length && (row.match(/"/g) ?? []).length % 2; next += 1) row += `\n${lines[next]}`;
  return row;
}

/**
 * A record as it is written in JSON: the innermost braces around a line's first letter.
 * @type {(text: string, line: number) => string}
 */
export function recordAt(text, line) {
  const rest = fromLine(text, line);
  const at = text.length - rest.trimStart().length;
  /** @type {number[]} */
  const open = [];
  let start = -1;
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (start < 0 && (index > at || (index === at && mark !== "{"))) {
      if (open.length === 0) return "";
      start = /** @type {number} */ (open.at(-1));
    }
    if (mark === "{") open.push(index);
    else if (mark === "}" && open.pop() === start) return flush(text, start, index + 1);
  }
  return "";
}

/**
 * A part of a text, without what its lines are indented by where it begins its first one.
 * @type {(text: string, start: number, end: number) => string}
 */
function flush(text, start, end) {
  const margin = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const part = text.slice(start, end);
  return margin.trim() ? part : part.replaceAll(`\n${margin}`, "\n");
}

/**
 * Lines as they are written, up to an empty one or the one where the next thing begins; none where they are very long.
 * @type {(text: string, line: number, next: number) => string}
 */
export function linesAt(text, line, next) {
  const lines = text.split("\n").slice(line - 1, next - 1);
  const end = lines.findIndex((each, index) => index > 0 && each.trim() === "");
  const found = (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
  return found.length > MOST ? "" : found;
}
