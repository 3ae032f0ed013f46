import assert from "node:assert/strict";
import test from "node:test";

import { createModel } from "../../graph/web/model.js";
import { ageWords, agesOf, atYear, oldestFirst, referencesByYear, yearTicks } from "../../graph/web/timeline.js";
import { sample } from "./sample.js";

const model = createModel(sample());
const age = (id) => agesOf(model, model.byId.get(id));

test("references are in the order of their years, the newest first, and the undated apart", () => {
  const { years, undated } = referencesByYear(model.data.references);
  assert.deepEqual([years.map(([year]) => year), undated.length], [[2015, 2001], 1]);
});
test("a claim is as old as its newest source", () => assert.equal(age("claim:a").newest, 2015));
test("a mention does not make a claim newer", () => assert.equal(age("claim:b").newest, 2001));
test("a cause has the years of all its sources", () => assert.deepEqual(age("cause:Pregnancy").years, [2001, 2015]));
test("the oldest stands first, and what has no source last", () => {
  const ages = ["claim:c", "claim:a", "claim:b"].map(age);
  assert.deepEqual(oldestFirst(ages).map(({ item }) => item.key), ["b", "a", "c"]);
});
for (const [given, words] of [
  [{ newest: 2015, years: [2015], undated: 0 }, "2015"], [{ newest: 2015, years: [2001, 2015], undated: 1 }, "2015, newest of 3"],
  [{ newest: null, years: [], undated: 2 }, "undated only"], [{ newest: null, years: [], undated: 0 }, "no source"],
]) test(`an age is said as ${words}`, () => assert.equal(ageWords(given), words));
test("an axis names its ends and round years between", () => assert.deepEqual(yearTicks({ low: 1998, high: 2019 }), [1998, 2005, 2010, 2015, 2019]));
test("an axis of one year names it", () => assert.deepEqual(yearTicks({ low: 2015, high: 2015 }), [2015]));
test("a single year stands in the middle", () => assert.equal(atYear({ low: 2015, high: 2015 }, 2015), 50));
