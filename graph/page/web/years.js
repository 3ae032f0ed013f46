/** The years of references. */

import { once } from "./model.js";

/** @import { Model, Reference } from "./types.js" */

/** What stands for the year of a reference that has none which can be read. */
export const NO_YEAR = -1;

/**
 * A reference's year as a number, or null where it has none that can be read.
 * @type {(reference: Reference) => number | null}
 */
export function yearOf(reference) {
  const found = /(?<!\d)\d{4}(?!\d)/.exec(reference.year);
  return found ? Number(found[0]) : null;
}

/** For each reference its year, NO_YEAR where it has none that can be read. */
export const yearsOf = once((/** @type {Model} */ { data }) => Int32Array.from(data.references, (reference) => yearOf(reference) ?? NO_YEAR));
