import assert from "node:assert/strict";
import test from "node:test";

import { STANCES, createModel } from "../../../graph/page/web/model.js";
import { nextOrder, orderedReferences, usesOf } from "../../../graph/page/web/uses.js";
import { cites, sample, scattered } from "./sample.js";

const model = createModel(sample());
const uses = usesOf(model);
const keys = (order) => orderedReferences(model, order).map(({ key }) => key);

test("uses are counted by stance", () => assert.deepEqual(uses[1].stances, [1, 0, 0, 1]));
test("claims are counted once", () => assert.deepEqual(uses.map((use) => use.uses), [3, 2, 0]));
test("what falls is counted", () => assert.deepEqual([uses[0].claims, uses[0].causes], [2, 1]));
test("claims that a reference alone refutes are counted", () => {
  const data = sample();
  const refuted = (...keys) => ({ ...data.claims[2], citations: keys.map((key) => cites(key, "disputes")), state: "refuted" });
  data.claims.push({ ...refuted("two"), id: "claim:e", key: "e" }, { ...refuted("two", "one"), id: "claim:f", key: "f" });
  assert.deepEqual(usesOf(createModel(data)).map(({ lifted }) => lifted), [0, 1, 0]);
});
for (const [order, expected] of [
  ["listed", ["one", "two", "three"]], ["name", ["one", "three", "two"]], ["year", ["two", "one", "three"]],
  ["uses", ["one", "two", "three"]], ["falls", ["one", "two", "three"]], ["mentions", ["two", "one", "three"]],
  ["-name", ["two", "three", "one"]], ["-year", ["one", "two", "three"]], ["-uses", ["three", "two", "one"]],
]) test(`references in the order ${order}`, () => assert.deepEqual(keys(order), expected));
test("a column's head is clicked three times round", () => {
  assert.deepEqual([nextOrder("year", "uses"), nextOrder("uses", "uses"), nextOrder("-uses", "uses")], ["uses", "-uses", "listed"]);
});
test("uses are counted as the long way counts them", () => {
  for (const seed of [1, 2, 3]) {
    const data = scattered(seed);
    for (const { reference: { id }, stances, uses: all } of usesOf(createModel(data))) {
      const citing = (...among) => data.claims.filter(({ citations }) =>
        citations.some(({ reference, stance }) => reference === id && among.includes(stance))).length;
      assert.deepEqual([all, ...stances], [citing(...STANCES), ...STANCES.map((stance) => citing(stance))]);
    }
  }
});
