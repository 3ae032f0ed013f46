import assert from "node:assert/strict";
import test from "node:test";

import { anyMarked, listOf, ragged, spread, turned } from "../../../graph/page/web/ragged.js";

const GIVEN = [[2, 0], [], [1, 2]];
const lists = ragged(GIVEN, (numbers) => numbers);

test("every thing has the list that it was given", () => assert.deepEqual(GIVEN.map((_, thing) => [...listOf(lists, thing)]), GIVEN));
test("lists can be made of the numbers of things", () => assert.deepEqual([...ragged(["a", "b"], (_, number) => [number]).at], [0, 1]));
test("turned round, a number has the things that have it", () => {
  assert.deepEqual([0, 1, 2, 3].map((number) => [...listOf(turned(lists, 4), number)]), [[0], [2], [0, 2], []]);
});
test("turned round twice, lists are as they were, each rising", () => {
  assert.deepEqual(turned(turned(lists, 3), 3), ragged(GIVEN.map((numbers) => numbers.toSorted()), (numbers) => numbers));
});
test("a thing has a marked number or not", () => assert.deepEqual([0, 1, 2].map((thing) => anyMarked(lists, thing, [0, 1, 0])), [false, false, true]));
test("marks go from things to their numbers", () => assert.deepEqual([...spread(lists, [0, 0, 1], new Uint8Array(3))], [0, 1, 1]));
