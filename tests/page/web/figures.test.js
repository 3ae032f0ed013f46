import assert from "node:assert/strict";
import test from "node:test";

import { along, axisOf, figureGroups, rangeOf, roundStep, tickWords, written } from "../../../graph/page/web/figures.js";
import { createModel, matching } from "../../../graph/page/web/model.js";
import { INITIAL } from "../../../graph/page/web/state.js";
import { sample } from "./sample.js";

/** The groups of claims with these quantities. */
function groupsOf(...quantities) {
  const data = sample();
  quantities.forEach((quantity, index) => { data.claims[index].quantity = quantity; });
  const model = createModel(data);
  return figureGroups(model, matching(model, INITIAL));
}

test("figures of one measure and unit share an axis", () => {
  const { groups } = groupsOf({ measure: "incidence", low: "6", unit: "%" }, { measure: "incidence", low: "10", high: "30", unit: "%" }, { measure: "ratio", low: "2" });
  assert.deepEqual(groups.map(({ name, rows, axis }) => [name, rows.length, axis.high]), [["incidence, %", 2, 30], ["ratio", 1, 2]]);
});
test("a measure without a number is apart", () => assert.equal(groupsOf({ measure: "incidence" }).numberless.length, 1));
test("a figure that is only compared with is drawn", () => assert.equal(groupsOf({ comparator_low: "4" }).groups.length, 1));
test("nothing measured is no group", () => assert.deepEqual(groupsOf(), { groups: [], numberless: [] }));
/** What is drawn of a source that gives this, beside a claim of 6 %. */
function saidBeside(quantity) {
  const data = sample();
  data.claims[0].quantity = { measure: "incidence", low: "6", unit: "%" };
  data.claims[0].citations[0].source = { quantity };
  const model = createModel(data);
  return figureGroups(model, matching(model, INITIAL)).groups[0];
}
test("what a source gives is drawn on the claim's axis", () => {
  const { rows: [{ said }], axis } = saidBeside({ low: "10", high: "30" });
  assert.deepEqual([said, axis.high], [[{ label: "one", range: { low: 10, high: 30 }, alike: true, words: "10–30\u00a0%" }], 30]);
});
test("what a source gives in another unit is told and not drawn", () => {
  const { rows: [{ said }], axis } = saidBeside({ low: "500", unit: "persons" });
  assert.deepEqual([said[0].words, said[0].alike, axis.high], ["500\u00a0persons", false, 6]);
});
test("a source without a number gives none", () => assert.deepEqual(saidBeside({ measure: "incidence" }).rows[0].said, []));
test("one number is a point", () => assert.deepEqual(rangeOf("20.8"), { low: 20.8, high: 20.8 }));
test("ends that are the wrong way round are turned", () => assert.deepEqual(rangeOf("30", "10"), { low: 10, high: 30 }));
test("no number is no range", () => assert.equal(rangeOf("", undefined), null));
test("zero is a number", () => assert.deepEqual(rangeOf("0", "20.8"), { low: 0, high: 20.8 }));
test("an axis begins at zero and ends at a round number", () => {
  assert.deepEqual(axisOf([{ range: { low: 6, high: 62 }, against: null }]), { low: 0, high: 80, ticks: [0, 20, 40, 60, 80] });
});
test("an axis holds what is below zero", () => assert.equal(axisOf([{ range: { low: -3, high: 1 }, against: null }]).low, -3));
test("an axis of nothing but zero has a length", () => {
  const { low, high } = axisOf([{ range: { low: 0, high: 0 }, against: null }]);
  assert.ok(high > low);
});
test("a number stands where it belongs", () => assert.equal(along({ low: 0, high: 80 }, 20), 25));
test("numbers stay as they were written", () => assert.equal(written("10.0", "30", "%"), "10.0–30\u00a0%"));
for (const [size, step] of [[0.13, 0.2], [1, 1], [12.4, 20], [480, 500]]) {
  test(`a step of ${size} is rounded to ${step}`, () => assert.equal(roundStep(size), step));
}
for (const [ticks, words] of [
  [[0, 0.25, 0.5], ["0", "0.25", "0.5"]], [[0, 500, 1000, 1500], ["0", "500", "1,000", "1,500"]], [[0, 2e8, 4e8], ["0", "200M", "400M"]],
  [[0, 12_500, 25_000], ["0", "12.5K", "25K"]], [[0, 2e-5, 4e-5], ["0", "2E-5", "4E-5"]], [[-1e18, 0], ["-1E18", "0"]],
]) test(`an axis of ${ticks} says ${words}`, () => assert.deepEqual(tickWords({ ticks }), words));
