import assert from "node:assert/strict";
import test from "node:test";

import { INITIAL, formatAsked, isStepOfArchive, parseAsked } from "../../../../graph/archive/page/web/asked.js";

test("an address without anything is the beginning", () => assert.deepEqual(parseAsked(""), INITIAL));
test("what an address says wrongly is as at the beginning", () =>
  assert.deepEqual(parseAsked("#tab=nothing&order=up&severity=__proto__&other=1"), INITIAL));
test("the beginning has no address", () => assert.equal(formatAsked(INITIAL), ""));
test("typing is no step", () => assert.equal(isStepOfArchive(INITIAL, { ...INITIAL, q: "iron" }), false));
test("another tab is a step", () => assert.equal(isStepOfArchive(INITIAL, { ...INITIAL, tab: "works" }), true));
test("a state is what its address stands for", () => {
  const state = { tab: "works", q: "a&b=c #", desk: "News & views", severity: "error", order: "newest", select: "10.1/x?y" };
  assert.deepEqual(parseAsked(`#${formatAsked(state)}`), state);
});
