import assert from "node:assert/strict";
import test from "node:test";

import { along, axisOf, estimateOf, figureGroups, roundStep, tickWords, written } from "../../../graph/page/web/figures.js";
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
  const { groups } = groupsOf({ measure: "incidence", estimate: { value: "6" }, unit: "%" }, { measure: "incidence", estimate: { low: "10", high: "30" }, unit: "%" }, { measure: "ratio", estimate: { value: "2" } });
  assert.deepEqual(groups.map(({ name, rows, axis }) => [name, rows.length, axis.high]), [["incidence, %", 2, 30], ["ratio", 1, 2]]);
});
test("a measure without a number is apart", () => assert.equal(groupsOf({ measure: "incidence" }).numberless.length, 1));
test("a figure that is only compared with is drawn", () => assert.equal(groupsOf({ comparator_estimate: { value: "4" } }).groups.length, 1));
test("nothing measured is no group", () => assert.deepEqual(groupsOf(), { groups: [], numberless: [] }));
/** What is drawn of a source that gives this, beside a claim of 6 %. */
function saidBeside(quantity) {
  const data = sample();
  data.claims[0].quantity = { measure: "incidence", estimate: { value: "6" }, unit: "%" };
  data.claims[0].citations[0].source = { quantity };
  const model = createModel(data);
  return figureGroups(model, matching(model, INITIAL)).groups[0];
}
test("what a source gives is drawn on the claim's axis", () => {
  const { rows: [{ said }], axis } = saidBeside({ estimate: { low: "10", high: "30" } });
  assert.deepEqual([said, axis.high], [[{ label: "one", estimate: { low: 10, high: 30, point: null, interval: "" }, alike: true, words: "10–30\u00a0%" }], 30]);
});
test("what a source gives in another unit is told and not drawn", () => {
  const { rows: [{ said }], axis } = saidBeside({ estimate: { value: "500" }, unit: "persons" });
  assert.deepEqual([said[0].words, said[0].alike, axis.high], ["500\u00a0persons", false, 6]);
});
test("a source without a number gives none", () => assert.deepEqual(saidBeside({ measure: "incidence" }).rows[0].said, []));
test("one number is a point", () => assert.deepEqual(estimateOf({ value: "20.8" }), { low: 20.8, high: 20.8, point: 20.8, interval: "" }));
test("a range has no point", () => assert.deepEqual(estimateOf({ low: "0", high: "20.8" }), { low: 0, high: 20.8, point: null, interval: "" }));
test("a point has its interval around it", () => {
  assert.deepEqual(estimateOf({ value: "2", low: "1", high: "4", interval: "95 % CI" }), { low: 1, high: 4, point: 2, interval: "95 % CI" });
});
test("ends that are the wrong way round are turned", () => {
  const { low, high } = estimateOf({ low: "30", high: "10" });
  assert.deepEqual([low, high], [10, 30]);
});
test("no number is no estimate", () => assert.deepEqual([estimateOf({}), estimateOf(undefined)], [null, null]));

/** An axis that holds some numbers. */
const axisFor = (numbers, noEffect) => axisOf([{ estimate: { low: Math.min(...numbers), high: Math.max(...numbers), point: null }, against: null }], noEffect);
test("an axis begins at zero and ends at a round number", () => assert.deepEqual(axisFor([6, 62]).ticks, [0, 20, 40, 60, 80]));
test("an axis holds what is below zero", () => assert.equal(axisFor([-3, 1]).low, -3));
test("an axis of nothing but zero has a length", () => {
  const { low, high } = axisFor([0]);
  assert.ok(high > low);
});
test("an axis holds a point outside its interval", () => {
  assert.equal(axisOf([{ estimate: { low: 1, high: 2, point: 9 }, against: null }]).high, 10);
});
for (const [numbers, ticks] of [
  [[0.27, 0.61], [0.2, 0.5, 1, 2]], [[1.2, 3.4], [0.5, 1, 2, 5]], [[1], [0.5, 1, 2]], [[0.2, 5], [0.1, 0.2, 0.5, 1, 2, 5, 10]],
  [[0.05, 12], [0.01, 0.1, 1, 10, 100]], [[1e-7, 3e7], [1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9]],
]) test(`ratios from ${numbers} stand on a logarithmic axis of ${ticks}`, () => assert.deepEqual([axisFor(numbers, 1).ticks, axisFor(numbers, 1).log], [ticks, true]));
test("a logarithmic axis never has many numbers", () => {
  for (let low = -8; low <= 0; low += 1) {
    for (let high = 0; high <= 8; high += 1) {
      const { ticks, low: from, high: to } = axisFor([10 ** low, 10 ** high], 1);
      assert.ok(ticks.length <= 9 && ticks.includes(1) && from < 10 ** low && to > 10 ** high, `${low} ${high}: ${ticks}`);
    }
  }
});
for (const numbers of [[0, 2], [-1, 2], [1e-12, 2], [1, 1e12]]) {
  test(`ratios from ${numbers} have no logarithmic axis`, () => {
    const { log, low, high, noEffect } = axisFor(numbers, 1);
    assert.deepEqual([log, noEffect, low <= Math.min(...numbers), high >= Math.max(...numbers)], [false, 1, true, true]);
  });
}
test("a difference stands on an even axis", () => assert.equal(axisFor([1, 4], 0).log, false));
test("ratios of one measure share a logarithmic axis, a share has none", () => {
  const { groups } = groupsOf({ measure: "odds-ratio", estimate: { value: "2" }, no_effect: "1" }, { measure: "share", unit: "%", estimate: { value: "2" } });
  assert.deepEqual(groups.map(({ axis }) => [axis.log, axis.noEffect]), [[true, 1], [false, null]]);
});
test("a number stands where it belongs", () => assert.equal(along({ low: 0, high: 80 }, 20), 25));
test("on a logarithmic axis twice and half are equally far from 1", () => {
  const axis = { low: 0.25, high: 4, log: true };
  assert.deepEqual([along(axis, 0.5), along(axis, 1), along(axis, 2)], [25, 50, 75]);
});
for (const [data, unit, words] of [
  [{ low: "10.0", high: "30" }, "%", "10.0–30\u00a0%"], [{ value: "26" }, "", "26"], [{}, "%", ""], [undefined, "", ""],
  [{ value: "0.27", low: "0.11", high: "0.61", interval: "95 % CI" }, "times", "0.27\u00a0times (95 % CI 0.11–0.61)"],
  [{ low: "47", high: "61", interval: "IQR" }, "years", "IQR 47–61\u00a0years"], [{ low: "-2", high: "3" }, "h", "-2 to 3\u00a0h"], [{ value: "0", low: "0", high: "3", interval: "range" }, "h", "0\u00a0h (range 0–3)"],
]) test(`numbers stay as they were written: ${words}`, () => assert.equal(written(data, unit), words));
for (const [size, step] of [[0.13, 0.2], [1, 1], [12.4, 20], [480, 500]]) {
  test(`a step of ${size} is rounded to ${step}`, () => assert.equal(roundStep(size), step));
}
for (const [ticks, words] of [
  [[0, 0.25, 0.5], ["0", "0.25", "0.5"]], [[0, 500, 1000, 1500], ["0", "500", "1,000", "1,500"]], [[0, 2e8, 4e8], ["0", "200M", "400M"]],
  [[0, 12_500, 25_000], ["0", "12.5K", "25K"]], [[0, 2e-5, 4e-5], ["0", "2E-5", "4E-5"]], [[-1e18, 0], ["-1E18", "0"]],
]) test(`an axis of ${ticks} says ${words}`, () => assert.deepEqual(tickWords({ ticks }), words));
test("each number of a logarithmic axis is written in its own way", () => {
  assert.deepEqual(tickWords({ ticks: [1e-6, 0.001, 1, 1000, 1e6], log: true }), ["1E-6", "0.001", "1", "1,000", "1M"]);
});
