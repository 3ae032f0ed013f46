/** Finding words in very many texts: folded and joined in pieces, each made when there is time or when it is needed. */

/** @import { Index, Piece } from "./types.js" */

const PIECE = 4096;
const folded = new Map();

/**
 * Text as it is searched: without case and without marks on letters.
 * @type {(text: string) => string}
 */
export function foldText(text) {
  return text.replace(/[^\x00-\x7f]+/g, foldRun).toLowerCase();
}

/**
 * Letters beyond ASCII as they are searched; few runs of them are ever different.
 * @type {(run: string) => string}
 */
function foldRun(run) {
  if (!folded.has(run)) {
    if (folded.size > 5000) folded.clear();
    folded.set(run, run.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o"));
  }
  return folded.get(run);
}

/**
 * The words of a search.
 * @type {(q: string) => string[]}
 */
export function wordsOf(q) {
  return foldText(q).split(/\s+/).filter(Boolean);
}

/**
 * Makes an index of `count` texts; `textOf` gives the text of a number.
 * @type {(count: number, textOf: (number: number) => string) => Index}
 */
export function createIndex(count, textOf) {
  /** @type {Piece[]} */
  const pieces = [];
  const next = () => {
    const first = pieces.length * PIECE;
    if (first < count) pieces.push(pieceOf(first, Math.min(PIECE, count - first), textOf));
    return pieces.length * PIECE < count;
  };
  return {
    /** Makes one more piece; whether there are more to make. */
    prepare: next,
    /** One byte for each text: whether it has the word. */
    marks(word) {
      while (next());
      const marks = new Uint8Array(count);
      for (const piece of pieces) markIn(piece, word, marks);
      return marks;
    },
  };
}

/**
 * Some texts as one, and where each begins in it.
 * @type {(first: number, length: number, textOf: (number: number) => string) => Piece}
 */
function pieceOf(first, length, textOf) {
  const texts = Array.from({ length }, (_, index) => textOf(first + index).replaceAll("\n", " "));
  const text = `${foldText(texts.join("\n"))}\n`;
  const begins = new Int32Array(length + 1);
  for (let index = 0; index < length; index += 1) begins[index + 1] = text.indexOf("\n", begins[index]) + 1;
  return { first, text, begins };
}

/**
 * Marks the texts of a piece that have a word.
 * @type {(piece: Piece, word: string, marks: Uint8Array) => void}
 */
function markIn({ first, text, begins }, word, marks) {
  let row = 0;
  let at = text.indexOf(word);
  while (at >= 0) {
    while (begins[row + 1] <= at) row += 1;
    marks[first + row] = 1;
    row += 1;
    at = text.indexOf(word, begins[row]);
  }
}
