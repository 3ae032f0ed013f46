/** In which order things are listed. Pure: values in, values out; what is equal stays as it is listed. */

import { STANCES, fold, groupBy, sources } from "./model.js";
import { WORST_FIRST, bareOf } from "./states.js";
import { yearOf } from "./years.js";

/** @import { Cause, Claim, Use } from "./types.js" */

/**
 * What compares texts; made when it is first asked for, as a browser reads much for it.
 * @type {Intl.Collator | null}
 */
let letters = null;

/**
 * Causes with the same wider cause, in an order: "listed", "unsourced" (most first, and of as many those with more
 * refuted ones), "thinnest" (on fewest references, on none last, as "unsourced" has those first), "claims" (most first),
 * "name".
 * @type {(causes: Cause[], sort: string) => Cause[]}
 */
export function orderedCauses(causes, sort) {
  if (sort === "thinnest") return rising(causes, (cause) => cause.references || Infinity);
  if (sort === "unsourced") return rising(causes, (cause) => -bareOf(cause) - cause.refuted / (1 + cause.claims));
  if (sort === "claims") return rising(causes, (cause) => -cause.claims);
  return sort === "name" ? alphabetical(causes, (cause) => cause.label) : causes;
}

/**
 * All of some causes in an order, the narrower ones after their wider one; a cause stands with its wider one or not at all.
 * @type {(causes: Cause[], sort: string) => Cause[]}
 */
export function orderedTree(causes, sort) {
  const narrower = groupBy(causes, ({ wider }) => wider);
  /** @type {(wider: string) => Cause[]} */
  const inside = (wider) => orderedCauses(narrower.get(wider) ?? [], sort).flatMap((cause) => [cause, ...inside(cause.id)]);
  return inside("");
}

/**
 * Claims of one cause, in an order: "unsourced" (the worst first), "thinnest" (with fewest sources, without last), "name"; otherwise as they are listed.
 * @type {(claims: Claim[], sort: string) => Claim[]}
 */
export function orderedClaims(claims, sort) {
  if (sort === "thinnest") return rising(claims, (claim) => sources(claim).size || Infinity);
  if (sort === "unsourced") return rising(claims, (claim) => WORST_FIRST.indexOf(claim.state));
  return sort === "name" ? alphabetical(claims, (claim) => claim.text) : claims;
}

/**
 * A number for each column of the uses of references (see `usesOf`), most first; null stands last either way.
 * @type {Record<string, (use: Use) => number | null>}
 */
const columns = {
  year: ({ reference }) => yearOf(reference),
  uses: ({ uses }) => uses,
  falls: ({ claims, causes }) => claims + causes / 1e6, // causes tell apart where as many claims fall
  ...Object.fromEntries(STANCES.map((stance, index) => [stance, ({ stances }) => stances[index]])),
};

/**
 * Uses of references by a column, "name" from A to Z and the others most first; the other way round after "-".
 * @type {(uses: Use[], order: string) => Use[]}
 */
export function orderedUses(uses, order) {
  const [name, way] = order.startsWith("-") ? [order.slice(1), 1] : [order, -1];
  if (name === "listed") return uses;
  if (name !== "name") {
    return rising(uses, (use) => {
      const number = columns[name](use);
      return number === null ? Infinity : way * number;
    });
  }
  const named = alphabetical(uses, ({ reference }) => reference.label);
  return way > 0 ? named.reverse() : named;
}

/**
 * Things by a number of each.
 * @type {<T>(things: T[], numberOf: (thing: T) => number) => T[]}
 */
function rising(things, numberOf) {
  return by(things, numberOf, (one, other) => one - other);
}

/**
 * Things by a text of each, without regard to case and marks on letters, and 9 before 10.
 * @type {<T>(things: T[], textOf: (thing: T) => string) => T[]}
 */
function alphabetical(things, textOf) {
  letters ??= new Intl.Collator("en", { numeric: true });
  return by(things, (thing) => fold(textOf(thing)), letters.compare);
}

/**
 * Things by a key of each, which is made once.
 * @type {<T, K>(things: T[], keyOf: (thing: T) => K, compare: (one: K, other: K) => number) => T[]}
 */
function by(things, keyOf, compare) {
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing) }));
  return keyed.sort((one, other) => compare(one.key, other.key)).map(({ thing }) => thing);
}
