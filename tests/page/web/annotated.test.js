import assert from "node:assert/strict";
import test from "node:test";

import { MOST_PRINTED, createAnnotated } from "../../../graph/page/web/annotated.js";
import { createModel } from "../../../graph/page/web/model.js";
import { cites, sample } from "./sample.js";

const h = (name, attributes, ...children) => ({ name, text: children.flat(9).filter(Boolean).map((each) => each.text ?? each).join(" ") });
const printed = (data) => createAnnotated(createModel(data), { h })().map(({ text }) => text);
const many = (length) => {
  const data = sample();
  return { ...data, claims: Array.from({ length }, (_, number) => ({ ...data.claims[2], id: `claim:${number}` })) };
};

test("claims without a source are printed under their cause", () => {
  assert.deepEqual(printed(sample()).slice(2), ["Claims without a source: 1 of 4", "Pregnancy Text ccc"]);
});
test("refuted claims are printed before those without a source", () => {
  const data = sample();
  data.claims[1] = { ...data.claims[1], citations: [cites("two", "disputes")], state: "refuted" };
  assert.deepEqual(printed(data).slice(2), ["Claims without a source: 2 of 4", "Refuted: 1", "Pregnancy Text bbb", "No source: 1", "Pregnancy Text ccc"]);
  assert.match(printed(data)[1], /Folate\..*Without it, 1 claim would no longer be refuted/);
});
test("a reference is printed with what rests on it", () => assert.match(printed(sample())[1], /Folate\..*supports Text aaa\s+Pregnancy/));
test("what the source itself states is printed beside the claim", () => {
  const data = sample();
  data.claims[0].citations[1].source = { quote: "It is so.", figures: "4 %", checked: "looked up by Ann" };
  assert.match(printed(data)[1], /Text aaa.*the source says: “It is so\.”; 4 %; looked up by Ann/);
});
test("so many are printed, and then how many more there are", () => {
  assert.match(printed(many(MOST_PRINTED + 1)).at(-1), /^And 1 claim more/);
});
test("where all are printed nothing is said of more", () => assert.doesNotMatch(printed(many(MOST_PRINTED)).at(-1), /^And/));
