/** Names as they are shown: kept apart from words of another direction, and cut where they are long. Pure: texts in, texts out. */

const LETTER = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]";
const RUN = new RegExp(`${LETTER}(?:[^\\p{L}\\p{N}]*${LETTER})*`, "gu");

/**
 * A text in parts, of which every second one, from the second, is written from right to left.
 * @type {(text: string) => string[]}
 */
export function partsByDirection(text) {
  const parts = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    parts.push(text.slice(end, index), run);
    end = index + run.length;
  }
  return [...parts, text.slice(end)];
}

/**
 * A name for where there are no elements; what is written from right to left is isolated, so that "et al." and a year stay behind it.
 * @type {(text: string) => string}
 */
export function isolated(text) {
  return text.replace(RUN, "\u2068$&\u2069");
}

/**
 * A sentence for where there are no elements: one that is written from right to left is isolated as a whole.
 * @type {(text: string) => string}
 */
export function isolatedWhole(text) {
  return text.search(RUN) < 0 ? text : `\u2068${text}\u2069`;
}

/**
 * A text of so many letters that ends in … after a whole word where it is cut; the details have it all.
 * @type {(text: string, most: number) => string}
 */
export function cutAtEnd(text, most) {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`;
}

/**
 * A cause's name without so many of its wider causes that it has at most `most` letters: "… > Tissue 0.0".
 * @type {(name: string, most: number) => string}
 */
export function cutInFront(name, most) {
  const parts = name.split(" > ");
  let from = 0;
  while (from < parts.length - 1 && parts.slice(from).join(" > ").length + (from ? 4 : 0) > most) from += 1;
  return from ? ["…", ...parts.slice(from)].join(" > ") : name;
}
