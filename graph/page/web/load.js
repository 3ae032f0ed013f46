/** Reads what the page carries, which is compressed. */

import { openData, openLines } from "./columns.js";
/** @import { OriginalData, ShownData } from "./data.js" */

/**
 * The data in the element `data`: base64 of what zlib compressed; original files are read when asked for.
 * @type {(document: Document) => Promise<ShownData>}
 */
export async function readData(document) {
  const packed = openLines(await readLines(document));
  const originals = packed.originals.map((/** @type {OriginalData} */ original) => ({
    ...original, get gzip() { return document.getElementById(`original-${original.id}`)?.textContent; },
  }));
  return openData({ ...packed, originals });
}

/**
 * A function from a number to that line of what an element has, usually `data`.
 * @type {(document: Document, id?: string) => Promise<(line: number) => string>}
 */
export async function readLines(document, id = "data") {
  return linesOf(await inflated(/** @type {HTMLElement} */ (document.getElementById(id)).textContent));
}

/**
 * The bytes that were compressed.
 * @type {(text: string) => Promise<Uint8Array>}
 */
async function inflated(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A function from a number to that line of a text in UTF-8, which is decoded only then.
 * @type {(bytes: Uint8Array) => (line: number) => string}
 */
export function linesOf(bytes) {
  const begins = [0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) begins.push(end + 1);
  const decoder = new TextDecoder();
  return (line) => decoder.decode(bytes.subarray(begins[line], begins[line + 1]));
}

/**
 * The bytes that base64 stands for.
 * @type {(text: string) => Uint8Array<ArrayBuffer>}
 */
export function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
