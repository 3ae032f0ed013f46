/** Lists of numbers, one for each thing, end to end: those of thing `n` stand from `from[n]` to `from[n + 1]`. */

/** @import { Ragged } from "./types.js" */

/**
 * The lists that `numbersOf` gives for each thing and its number.
 * @type {<T>(things: { length: number, forEach: (call: (thing: T, number: number) => void) => void }, numbersOf: (thing: T, number: number) => Iterable<number>) => Ragged}
 */
export function ragged(things, numbersOf) {
  const from = new Int32Array(things.length + 1);
  /** @type {number[]} */
  const at = [];
  things.forEach((thing, index) => {
    for (const number of numbersOf(thing, index)) at.push(number);
    from[index + 1] = at.length;
  });
  return { from, at: Int32Array.from(at) };
}

/**
 * The list of one thing.
 * @type {(lists: Ragged, thing: number) => Int32Array}
 */
export function listOf({ from, at }, thing) {
  return at.subarray(from[thing], from[thing + 1]);
}

/**
 * For each of so many numbers the things in whose list it stands, rising.
 * @type {(lists: Ragged, length: number) => Ragged}
 */
export function turned({ from, at }, length) {
  const begins = new Int32Array(length + 1);
  for (const number of at) begins[number + 1] += 1;
  for (let number = 0; number < length; number += 1) begins[number + 1] += begins[number];
  const next = begins.slice();
  const things = new Int32Array(at.length);
  for (let thing = 0; thing < from.length - 1; thing += 1) {
    for (let index = from[thing]; index < from[thing + 1]; index += 1) {
      things[next[at[index]]] = thing;
      next[at[index]] += 1;
    }
  }
  return { from: begins, at: things };
}

/**
 * Whether any number of a thing is marked.
 * @type {(lists: Ragged, thing: number, marks: Uint8Array) => boolean}
 */
export function anyMarked({ from, at }, thing, marks) {
  for (let index = from[thing]; index < from[thing + 1]; index += 1) if (marks[at[index]]) return true;
  return false;
}

/**
 * Marks all numbers of the things that are marked.
 * @type {(lists: Ragged, marked: Uint8Array, marks: Uint8Array) => Uint8Array}
 */
export function spread({ from, at }, marked, marks) {
  for (let thing = 0; thing < marked.length; thing += 1) {
    for (let index = from[thing]; marked[thing] && index < from[thing + 1]; index += 1) marks[at[index]] = 1;
  }
  return marks;
}
