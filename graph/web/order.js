/** In which order things are listed. Pure: values in, values out; what is equal stays as it is listed. */

import { fold, sizeOf } from "./model.js";

const STATES = ["unsourced", "disputed", "sourced"];
const letters = new Intl.Collator("en", { numeric: true });

/** Causes with the same wider cause, in an order: "listed", "unsourced" (most first), "claims" (most first), "name". */
export function orderedCauses(causes, sort) {
  if (sort === "unsourced") return rising(causes, (cause) => -cause.unsourced);
  if (sort === "claims") return rising(causes, (cause) => -sizeOf(cause));
  return sort === "name" ? alphabetical(causes, (cause) => cause.label) : causes;
}

/** Claims of one cause, in an order: "unsourced" (those first), "name"; otherwise as they are listed. */
export function orderedClaims(claims, sort) {
  if (sort === "unsourced") return rising(claims, (claim) => STATES.indexOf(claim.state));
  return sort === "name" ? alphabetical(claims, (claim) => claim.text) : claims;
}

/** Things by a number of each. */
function rising(things, numberOf) {
  return by(things, numberOf, (one, other) => one - other);
}

/** Things by a text of each, without regard to case and marks on letters, and 9 before 10. */
function alphabetical(things, textOf) {
  return by(things, (thing) => fold(textOf(thing)), letters.compare);
}

/** Things by a key of each, which is made once. */
function by(things, keyOf, compare) {
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing) }));
  return keyed.sort((one, other) => compare(one.key, other.key)).map(({ thing }) => thing);
}
