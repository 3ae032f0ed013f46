/** What the page hands back: its original files, the findings, citations, and pictures of the map. */
/** @import { OriginalData, ShownData } from "./data.js" */

/** @import { Bounds, Reference } from "./types.js" */

const EDGE = 24;
const MOST_PIXELS = 60e6;
const MOST_SIDE = 16000;

/**
 * The bytes of an original, unpacked.
 * @type {(original: OriginalData) => Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesOf(original) {
  const packed = Uint8Array.from(atob(original.gzip), (each) => each.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Bytes as text: UTF-8, what a byte order mark announces, or else Windows-1252, as they were read.
 * @type {(bytes: Uint8Array) => string}
 */
export function textOf(bytes) {
  const mark = bytes.slice(0, 2).join();
  if (mark === "255,254") return unixLines(new TextDecoder("utf-16le").decode(bytes));
  if (mark === "254,255") return unixLines(new TextDecoder("utf-16be").decode(bytes));
  try {
    return unixLines(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return unixLines(new TextDecoder("windows-1252").decode(bytes));
  }
}

/**
 * Text with one kind of line break, as its lines are counted.
 * @type {(text: string) => string}
 */
function unixLines(text) {
  return text.replace(/\r\n?/g, "\n");
}

/**
 * Reads the originals that places are in as text, each once; gives an empty text where the page has none.
 * @type {(originals: OriginalData[]) => (place: string) => Promise<string>}
 */
export function createOriginals(originals) {
  const texts = new Map();
  return (place) => {
    const original = originalAt(originals, place);
    if (!texts.has(original)) texts.set(original, original ? bytesOf(original).then(textOf) : Promise.resolve(""));
    return texts.get(original);
  };
}

/**
 * The original that a place ("claims.csv:12") is in, if the page has it.
 * @type {(originals: OriginalData[], place: string) => OriginalData | undefined}
 */
export function originalAt(originals, place) {
  const file = place.slice(0, place.lastIndexOf(":"));
  return originals.find((each) => each.file === file);
}

/**
 * The findings as the audit writes them in JSON (`as_json` in `reports/data.py`): what is not printable is an escape.
 * @type {(data: ShownData) => string}
 */
export function findingsText({ audit: { summary, hidden, ...rest }, findings, rules }) {
  const many = new Map(rules.map(({ code, widespread }) => [code, widespread]));
  const found = findings.map(({ code, rule, severity, place, column, subject, message, fingerprint, follows: [root] }) => {
    const [end, words] = [place.lastIndexOf(":"), many.get(code)?.[severity]];
    const [file, line] = [place.slice(0, end), Number(place.slice(end + 1))];
    const more = root === undefined ? words && { one_of: words } : { follows: `${findings[root].place} ${findings[root].code}` };
    return { code, rule, severity, file, line, column, subject, message, fingerprint, ...more };
  });
  const text = JSON.stringify({ summary, findings: [...found, ...hidden], ...rest }, null, 2);
  return `${text.replace(/(?![\n ])[\p{C}\p{Z}]/gu, inEscapes)}\n`;
}

/**
 * Characters as JSON writes those that not everything shows.
 * @type {(text: string) => string}
 */
function inEscapes(text) {
  return text.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

/**
 * An entry made from what the page shows, where the file is not at hand.
 * @type {(reference: Reference) => string}
 */
export function madeEntry(reference) {
  /** @type {(text: string) => string} */
  const safe = (text) => text.replace(/[{}\\]/g, "").replace(/([%#&_$])/g, "\\$1");
  const doi = reference.links.find(([name]) => name === "DOI")?.[1].replace("https://doi.org/", "") ?? "";
  const fields = { author: safe(reference.authors).replaceAll("; ", " and "), title: safe(reference.title), year: safe(reference.year), doi };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${reference.key.replace(/[\s,{}()\\%#"'~=]/g, "")},\n${lines.join("")}}`;
}

/**
 * A reference as a line of text, with its DOI or else its first address.
 * @type {(reference: Reference) => string}
 */
export function citationText(reference) {
  const address = reference.links[0]?.[1] ?? "";
  return [reference.citation, address].filter(Boolean).join(" ");
}

/**
 * An address that opens at a quote (a text fragment); the address keeps a fragment of another kind.
 * @type {(address: string, quote: string) => string}
 */
export function atQuote(address, quote) {
  const words = quote.trim().replace(/\s+/g, " ").split(" ");
  /** @type {(list: string[]) => string} */
  const part = (list) => encodeURIComponent(list.join(" ").toWellFormed()).replaceAll("-", "%2D");
  const text = words.length > 12 ? `${part(words.slice(0, 5))},${part(words.slice(-5))}` : part(words);
  const plain = address.replace(/:~:.*$/s, "").replace(/#$/, "");
  return `${plain}${plain.includes("#") ? "" : "#"}:~:text=${text}`;
}

/**
 * How large a picture of bounds is: twice the map's units, or less where that would be more than a browser draws.
 * @type {(bounds: Bounds) => { scale: number, width: number, height: number }}
 */
export function pictureSize({ left, top, right, bottom }) {
  const [width, height] = [right - left, bottom - top];
  const scale = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  return { scale, width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

/**
 * Bounds with room around them.
 * @type {(bounds: Bounds) => Bounds}
 */
export function withEdge({ left, top, right, bottom }) {
  return { left: left - EDGE, top: top - EDGE, right: right + EDGE, bottom: bottom + EDGE };
}

/**
 * A name for a file: "evidence-map-pregnancy".
 * @type {(...parts: string[]) => string}
 */
export function fileName(...parts) {
  const words = parts.join(" ").normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 60).replace(/-$/, "") || "map";
}
