import assert from "node:assert/strict";
import test from "node:test";

import { createModel, matching } from "../../../graph/page/web/model.js";
import { INITIAL } from "../../../graph/page/web/state.js";
import { ageWords, agesOf, atYear, byAge, createTimeline, referencesByYear, yearTicks } from "../../../graph/page/web/timeline.js";
import { sample, scattered } from "./sample.js";

const model = createModel(sample());
const everything = matching(model, INITIAL);
const plain = (name, attributes, ...children) => ({ name, attributes, children });
const age = (id) => agesOf(model, model.byId.get(id));

test("references are in the order of their years, the newest first, and the undated apart", () => {
  const { years, undated } = referencesByYear(model, everything);
  assert.deepEqual([years.map(([year]) => year), undated.length], [[2015, 2001], 1]);
});
test("a claim is as old as its newest source", () => assert.equal(age("claim:a").newest, 2015));
test("a mention does not make a claim newer", () => assert.equal(age("claim:b").newest, 2001));
test("a cause has the years of all its sources", () => assert.deepEqual(age("cause:Pregnancy").years, [2001, 2015]));
test("the oldest stands first, and what has no source last", () => {
  assert.deepEqual(Array.from(byAge.claims(model), (number) => model.data.claims[number].key), ["b", "d", "a", "c"]);
});
for (const [given, words] of [
  [{ newest: 2015, years: [2015], undated: 0 }, "2015"], [{ newest: 2015, years: [2001, 2015], undated: 1 }, "2015, newest of 3"],
  [{ newest: null, years: [], undated: 2, item: {} }, "undated only"], [{ newest: null, years: [], undated: 0, item: {} }, "no source"],
  [{ newest: null, years: [], undated: 0, item: { state: "refuted" } }, "refuted"],
]) test(`an age is said as ${words}`, () => assert.equal(ageWords(given), words));
test("an axis names its ends and round years between", () => assert.deepEqual(yearTicks({ low: 1998, high: 2019 }), [1998, 2005, 2010, 2015, 2019]));
test("an axis of one year names it", () => assert.deepEqual(yearTicks({ low: 2015, high: 2015 }), [2015]));
test("a single year stands in the middle", () => assert.equal(atYear({ low: 2015, high: 2015 }, 2015), 50));
test("causes and claims are in the order of the newest source of each", () => {
  for (const seed of [1, 2, 3]) {
    const random = createModel(scattered(seed));
    for (const kind of ["causes", "claims"]) {
      const late = ({ newest, undated }) => newest ?? (undated ? 10_000 : 10_001);
      const items = random.data[kind];
      const sorted = items.toSorted((one, other) => late(agesOf(random, one)) - late(agesOf(random, other)));
      assert.deepEqual(Array.from(byAge[kind](random), (number) => items[number].id), sorted.map(({ id }) => id));
    }
  }
});
test("dots stand where they belong though no reference is left", () => {
  const draw = createTimeline(model, { h: plain, s: plain, choose() {} });
  const state = { ...INITIAL, q: "text aaa", per: "claims" };
  assert.deepEqual(JSON.stringify(draw(state, matching(model, state))).match(/"cx":"[^"]*"/g), ['"cx":"3%"', '"cx":"97%"']);
});
test("of very many references the first of each year are listed, and how many more there are", () => {
  const data = sample();
  data.references = Array.from({ length: 500 }, (_, number) => ({ ...data.references[0], id: `reference:${number}`, year: `${2000 + (number % 2)}` }));
  data.claims = [];
  const many = createModel(data);
  const drawn = JSON.stringify(createTimeline(many, { h: plain, s: plain, choose() {} })(INITIAL, matching(many, INITIAL)));
  assert.deepEqual([drawn.match(/data-go":"reference/g).length, drawn.match(/and \d+ more/g)], [400, ["and 50 more", "and 50 more"]]);
});
