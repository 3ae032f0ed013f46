import assert from "node:assert/strict";
import test from "node:test";

import { INITIAL, formatState, isStep, parseState } from "../../../graph/page/web/state.js";

test("an empty address is the beginning", () => assert.deepEqual(parseState(""), INITIAL));
test("the beginning has an empty address", () => assert.equal(formatState(INITIAL), ""));
test("a state survives being written and read", () => {
  const state = {
    select: "cause:A & B > C #1", focus: "overview", filter: "unsourced", q: "iron = ü", tab: "findings", view: "map", sort: "unsourced", severity: "info", group: "cause",
    stage: "matrix", by: "year", within: "cause:A & B > C #1", value: "2015–2019", per: "claims", order: "falls",
  };
  assert.deepEqual(parseState(`#${formatState(state)}`), state);
});
test("a word that is none is as at the beginning", () => assert.equal(parseState("#filter=__proto__").filter, "all"));
test("what was called disputed is refuted", () => assert.equal(parseState("#filter=disputed").filter, "refuted"));
test("a broken address does not throw", () => assert.equal(parseState("#select=%E0%A4%A").tab, "claims"));
test("choosing is a step back can undo", () => assert.ok(isStep(INITIAL, { ...INITIAL, select: "claim:a" })));
test("typing is no step", () => assert.ok(!isStep(INITIAL, { ...INITIAL, q: "iron" })));
