/** The states of a claim, as they are shown; which one a claim is in is decided in Python (`graph.support`). */

import { digits } from "./numbers.js";

/** @import { State } from "./data.js" */
/** @import { Cause } from "./types.js" */

/**
 * All states; those come first that want to be looked at first. What is refuted is worse than what rests on nothing.
 * @type {State[]}
 */
export const WORST_FIRST = ["refuted", "unsourced", "mentioned", "contested", "qualified", "supported"];

/** @type {Record<State, string>} */
export const STATE_WORDS = {
  supported: "Supported", qualified: "Qualified", contested: "Contested", refuted: "Refuted", mentioned: "Only mentioned", unsourced: "No source",
};

/**
 * Why a claim is in a state.
 * @type {Record<State, string>}
 */
export const REASONS = {
  supported: "A reference supports it, and none disputes it",
  qualified: "A reference qualifies it, and none supports or disputes it",
  contested: "A reference supports or qualifies it, and one disputes it",
  refuted: "References dispute it, and none supports or qualifies it: worse than no source",
  mentioned: "References only mention it",
  unsourced: "No reference of the bibliography is cited for it",
};

/**
 * What is said beside a claim that rests on nothing.
 * @type {Partial<Record<State, string>> & Record<"refuted" | "mentioned" | "unsourced", string>}
 */
export const NOTICES = { refuted: "refuted", mentioned: "no source", unsourced: "no source" };

/**
 * The parts of a bar of claims: the state that each looks like, and the states that it counts.
 * @type {{ look: State, states: State[] }[]}
 */
export const PARTS = [
  { look: "supported", states: ["supported", "qualified"] }, { look: "contested", states: ["contested"] },
  { look: "refuted", states: ["refuted"] }, { look: "unsourced", states: ["mentioned", "unsourced"] },
];

/**
 * A cause's coverage in words, in lines: the claims about it, and how many more involve it.
 * @type {(cause: Cause) => string[]}
 */
export function coverageLines({ words }) {
  return words.split(/(?<=;) /);
}

/**
 * A cause's coverage in figures: "945/1,324 +3".
 * @type {(cause: Cause) => string}
 */
export function shortCoverage({ sourced, claims, involving }) {
  const [some, all, more] = [sourced, claims, involving].map(digits);
  return involving ? `${some}/${all} +${more}` : `${some}/${all}`;
}

/**
 * How many of a cause's claims do not rest on anything.
 * @type {(cause: Cause) => number}
 */
export function bareOf(cause) {
  return cause.claims - cause.sourced;
}
